import { insertClause } from '../clauses/insertion.ts';
import { conditionsOf, isPublicContract } from '../facts/execution/index.ts';
import { objetDe } from '../facts/piece/index.ts';
import { montantDe } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';
import { datedRules, formalisedThreshold } from '../law/law.ts';

const gains = "Le titulaire réserve à des personnes éloignées de l'emploi";
const head = { categorie: 'services', acheteur: 'collectivite', 'montant-estime': 480000 };

export default defineRule({
  id: 'execution/condition-sociale',
  title: "Aucune condition d'exécution sociale au-dessus du seuil européen",
  level: 'warning',
  since: datedRules.socialCondition.date,
  pieces: ['ccap', 'cctp', 'programme-fonctionnel'],
  dossier: true,
  absence: true,
  why: `Depuis le 22 août 2026, un marché qui atteint le seuil européen comporte une condition d'exécution sociale ou relative à l'emploi. L'acheteur
n'y échappe que dans quatre cas, et il en conserve les motifs.`,
  sources: [ccp('L2112-2-1'), ccag('tic', '16.1')],
  messages: {
    absente:
      'Aucune pièce ne pose de condition d’exécution sociale ou relative à l’emploi.\nLe marché ({montant} € HT) atteint le seuil européen de {seuil} € HT, et aucune des quatre exceptions de l’article L2112-2-1 n’est invoquée. Ajouter une condition, ou dire l’exception et ses motifs.',
  },
  examples: {
    bad: [
      // What is forgiven is no estimate.
      {
        text: '# ⟦CCAP⟧\n\nMarché public de fournitures de la métropole.\n\n## Pénalités\n\nExonération sous 1 000 € pour l’ensemble du marché.',
        fixed: { gains: 'Condition d’exécution sociale' },
        files: { 'rc.md': '# RC\n\n## Valeur\n\nLe marché est estimé à 1 800 000 € HT.' },
      },
      {
        text: '# ⟦CCAP⟧\n\n## 2.1 Centre social\n\nLe bâtiment reçoit des demandeurs d’emploi, 300 par mois.',
        head,
        fixed: { gains: 'Le titulaire réserve à des personnes éloignées de l’emploi' },
      },
      // What one thing costs is no sum of the contract, and a winner beside it makes no prize of one.
      {
        text: '# ⟦CCAP⟧\n\nIl est passé avec le lauréat du concours, pour un besoin estimé à 620 000 € HT. Un banc ne coûte pas plus de 900 € HT à produire.',
        head: { categorie: 'services', acheteur: 'collectivite' },
        fixed: { gains },
      },
      // Another piece is named, and said not to be.
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire livre le portail.',
        head,
        files: { 'rc.md': "# Règlement de la consultation\n\nAucun cahier des clauses techniques n'est remis." },
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\nLe titulaire mesure l'énergie que consomme l'apprentissage du modèle. Il répond des droits de ses stagiaires.",
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP – Viaduc⟧\n\n## Objet et montant\n\nChantier du viaduc ; 7 800 000 € HT ; appel d’offres ouvert.\n',
        fixed: { gains: 'Le titulaire réserve à des personnes éloignées de l’emploi' },
      },
      {
        text: '⟦Marché de services de nettoyage, estimé à 900 000 € HT.⟧\n\nLe titulaire garantit à l’acheteur une jouissance paisible des résultats : il détient les contrats des auteurs et des salariés et prend à sa charge toute réclamation d’un tiers.',
        fixed: { gains: 'tiers.' },
      },
      {
        text: "# ⟦CCAP⟧\n\nMarché de gardiennage, d'une valeur de 620 000 € HT.\n\nLe titulaire garde le site.",
        head: { categorie: 'services', acheteur: 'collectivite' },
        fixed: { gains },
      },
      { text: '# ⟦CCAP⟧\n\nLe titulaire livre le portail.', head, fixed: { gains } },
      // What the contract is worth, in the line that names it.
      {
        text: '# ⟦CCAP⟧\n\nSyndicat des écoles – fourniture de repas – appel d’offres ouvert du 1er décembre 2026, 1,4 million d’euros HT sur quatre ans\n\nLe titulaire livre les repas.',
        fixed: { gains: 'Le titulaire réserve à des personnes éloignées de l’emploi' },
      },
      {
        text: "# ⟦CCAP⟧\n\nLe scanner supporte dix mille insertions de tickets. Le titulaire fournit l'attestation de ses cotisations sociales.",
        head,
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\nAucune condition relative au domaine social n'est prévue.",
        head,
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\nLes marchés de travaux, que la ville passera en 2029, réserveront 4 000 heures à des personnes éloignées de l'emploi.",
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\n## Données\n\n| Catégories | Employeurs, travailleurs indépendants, salariés déclarés |\n|---|---|\n| Durée | trois ans |',
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\nMontant estimé : 890 000 € HT pour la tranche ferme et les tranches optionnelles 1 et 2.',
        head: { categorie: 'services', acheteur: 'collectivite' },
        fixed: { gains },
      },
      {
        text: "# ⟦CCAP⟧\n\nLes exceptions prévues au 1° de l'article L. 2112-2-1 ne sont pas invoquées.",
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire exécute par ses propres salariés la totalité du marché.',
        head,
        fixed: { gains },
      },
      {
        text: '# ⟦CCAP⟧\n\nLa ville estime le marché à 890 000 € HT, tranche optionnelle 2 non comprise. Le titulaire reçoit le tiers du supplément de recettes, dans la limite de 20 000 € HT par an.',
        head: { categorie: 'services', acheteur: 'collectivite' },
        fixed: { gains },
      },
    ],
    good: [
      // What those who were helped have received is no sum of this contract.
      {
        text: '# CCAP\n\nEn six ans, 140 troupes ont reçu 840 000 €. Le marché a pour objet l’évaluation de ce dispositif.',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      // Under one word that says it, what is owed needs no verb.
      {
        text: '# CCAP\n\n## 7.2 Social\n\n3 100 heures d’insertion, dont 1 200 la première année. Publics : bénéficiaires de minima sociaux, jeunes sans qualification.',
        head,
      },
      // The works that the holder directs are another contract.
      {
        text: '# CCAP\n\n## Engagement sur le coût des travaux\n\nLe coût prévisionnel est connu. Il résulte d’une estimation d’un montant de 8 100 000 € HT. Le seuil de tolérance est de 4 %.',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      '# CCAP – Toiture\n\nMontant estimé : 7 800 000 € HT\n\nCondition relative à l’emploi : néant, les travaux durant moins de six mois\n',
      '# CCAP – Viaduc\n\n## Objet et montant\n\nChantier du viaduc ; 7 800 000 € HT ; appel d’offres ouvert.\n\n## Clauses\n\nLe délai étant de quatre mois, aucune clause sociale n’est prévue.\n',
      '# CCAP – Viaduc\n\n## Objet et montant\n\nChantier du viaduc ; 4 800 000 € HT ; appel d’offres ouvert.\n',
      {
        text: '# CCAP\n\n## Considérations sociales\n\nUne telle clause serait sans lien suffisant avec l’objet du marché ; les motifs en sont conservés.',
        head,
      },
      {
        text: '# CCAP\n\nLe titulaire assure le matériel prêté, d’une valeur de 620 000 € HT.',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      { text: '# CCAP\n\nLe titulaire confie à ses propres salariés éloignés de l’emploi 5 % des heures.', head },
      {
        text: '# CCAP\n\nLa ville estime la tranche optionnelle 2 à 890 000 € HT. Le titulaire livre le portail.',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: '# CCAP\n\nLa commune use de la faculté ouverte au 1° de l’article L. 2112-2-1 du code.',
        head,
      },
      {
        text: '# CCAP\n\nLe titulaire réduit de moitié, en deux ans, l’écart de rémunération entre femmes et hommes.',
        head,
      },
      {
        text: "# CCAP\n\nARTICLE 10 — RÉSULTATS ET DONNÉES\n\nLes mesures sont restituées.\n\nARTICLE 13 — INSERTION. 210 heures réservées à des personnes éloignées de l'emploi sur la première période.",
        head,
      },
      {
        text: "# CCAP\n\nLe titulaire réserve cent vingt heures de travail à des personnes éloignées de l'emploi.",
        head,
      },
      { text: '# CCAP\n\nLe titulaire livre le portail.', head: { ...head, 'montant-estime': 120000 } },
      { text: '# CCAP\n\nLe titulaire livre le portail.', head: { categorie: 'services', acheteur: 'collectivite' } },
      {
        text: '# CCAP\n\nMontant estimé : 890 000 € HT pour la tranche ferme. Le titulaire livre le portail.',
        head: { categorie: 'services', acheteur: 'collectivite' },
      },
      {
        text: "# CCAP\n\nAucune condition sociale n'est prévue, car elle serait sans lien suffisant avec l'objet du marché ; les motifs sont conservés au rapport de présentation.",
        head,
      },
      { text: '# CCAP\n\nLe titulaire livre le portail.', head: { ...head, date: '2026-08-01' } },
      {
        text: '# CCAP\n\nArt. 9. Clause sociale. - Le marché fait place à une clause de stage : deux élèves architectes par an.',
        head,
      },
      { text: '# CCAP\n\nQuatre-vingts heures sont confiées à un alternant.', head },
      { text: '# CCAP\n\n## Insertion\n\nUn apprenti est accueilli pendant toute la durée du marché.', head },
      {
        text: '# CCAP\n\n## 10. Insertion\n\n| Point | |\n|---|---|\n| Public | éloigné de l’emploi (RSA, RQTH) |\n| Volume | 3 % des heures de préparation |\n| Suivi | trimestriel |',
        head,
      },
      { text: '# CCAP\n\nLe titulaire forme les agents.', head: { ...head, categorie: 'services-specifiques' } },
      { text: '# CCAP\n\nLe titulaire confie la mise sous pli à un ESAT ou à une entreprise adaptée.', head },
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    const amount = montantDe(piece);
    const { categorie, acheteur } = objetDe(piece);
    if (!amount || categorie === 'services-specifiques') return;
    const limit = formalisedThreshold({
      date: piece.date,
      categorie: categorie ?? HIGHEST,
      ...(acheteur && { acheteur }),
    });
    if (!limit || amount.ht < limit.amount) return;
    const said = conditionsOf(piece);
    if (said.social || said.exception) return;
    const fixes = [
      insertClause(piece, 'execution-sociale', {
        heading: "Condition d'exécution sociale",
        title: "Ajouter une condition d'exécution sociale",
      }),
    ];
    const data = { montant: euros(amount.ht), seuil: euros(limit.amount) };
    yield {
      at: piece.draft.title?.span ?? TOP,
      message: 'absente',
      data,
      rests: [limit, datedRules.socialCondition],
      fixes,
    };
  },
});

/** The kind whose threshold is the highest: what nothing names is judged by it. */
const HIGHEST = 'travaux';

const euros = (value: number) => Math.round(value).toLocaleString('fr-FR').replace(/\s/g, ' ');
