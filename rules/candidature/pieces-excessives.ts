import { clauseText } from '../clauses/clauses.ts';
import { areCopies, type PieceExcessive, piecesExcessives, sayWhoHandsIn } from '../facts/candidature/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const DECLARATION = "une déclaration sur l'honneur selon laquelle le candidat n'est dans aucun cas d'exclusion";

/** A declaration in place of a proof of non-exclusion, a plain copy in place of a certified one; none for other originals. */
function fixesOf(piece: Piece, { exclusion, certifiee, at, sentence }: PieceExcessive): Fix[] {
  if (!exclusion) {
    if (!certifiee) return [];
    return [replace(piece, certifiee, areCopies(piece, certifiee) ? 'copies' : 'copie', 'Demander une simple copie')];
  }
  const { passage } = sentence;
  const title = "Demander une déclaration sur l'honneur";
  const words = piece.draft.slice(at);
  if (!(passage.list || passage.cell) || passage.sentences.length > 1 || sayWhoHandsIn(words))
    return [replace(piece, at, clauseText('candidature-declaration'), title)];
  const end = /[ \u00a0\u202f]*[;.,]?$/.exec(words)?.[0] ?? '';
  return [replace(piece, at, DECLARATION + end, title)];
}

export default defineRule({
  id: 'candidature/pieces-excessives',
  title: 'Pièces de candidature excessives',
  level: 'error',
  pieces: ['rc'],
  why: `Chaque pièce de trop éloigne une petite entreprise et expose l'acheteur à écarter à tort une bonne offre. À ce stade une déclaration sur l'honneur suffit pour
les motifs d'exclusion : les preuves ne sont dues que par celui à qui l'acheteur envisage d'attribuer le marché, et jamais en original.`,
  sources: [ccp('R2143-3'), ccp('R2143-5'), ccp('R2144-4')],
  messages: {
    original:
      'Des originaux ou des copies certifiées conformes sont exigés des candidats.\nIls ne peuvent l’être, sauf raison impérieuse d’intérêt général (article R2143-5). Se contenter d’une déclaration sur l’honneur ou d’une simple copie.',
    preuve:
      'Cette preuve est demandée à tous les candidats.\nLes preuves de l’absence de motif d’exclusion (attestations fiscales et sociales, extrait du registre…) ne sont dues que par l’attributaire pressenti (article R2144-4) : demander ici une déclaration sur l’honneur.',
  },
  examples: {
    bad: [
      '## Candidatures\n\nChaque concurrent produit :\n\n- ⟦l’expédition, revêtue d’une mention de conformité apposée par une autorité habilitée, de ses statuts ;⟧\n- un DC1.',
      {
        text: 'Documents à produire au titre de la candidature :\n\n→ ⟦Extrait Kbis⟧\n→ Déclaration concernant le chiffre d’affaires global\n',
        fixed: { gains: 'déclaration sur l’honneur' },
      },
      '## Pièces de la candidature\n\n⟦Originaux des diplômes des formateurs : à joindre par chaque candidat.⟧',
      {
        text: '| Document | Remise |\n|---|---|\n| ⟦Certificats de l’Urssaf de moins de six mois, extrait K bis⟧ | par chaque candidat, avec son pli |',
        fixed: { gains: 'déclaration sur l’honneur' },
      },
      {
        text: 'La plateforme est gratuite. ⟦Le candidat y dépose, avec sa candidature, son extrait Kbis et ses attestations fiscales.⟧',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '⟦Déposez avec votre candidature une copie de votre extrait Kbis.⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '## Dossier du candidat\n\n| Pièce | Forme |\n|---|---|\n| Diplôme du chef d’équipe | ⟦Copie dont la conformité est certifiée par un notaire⟧ |\n',
        head: { piece: 'rc' },
      },
      {
        text: '## Candidature\n\n| Document | Ce que nous en attendons |\n|---|---|\n| Régularité fiscale et sociale | ⟦Chaque candidat produit dès ce stade ses attestations de moins de six mois, délivrées par l’Urssaf⟧ |',
        fixed: { gains: 'ale | À l’appui de sa candidature, chaque candidat remet une' },
      },
      {
        text: '⟦Le candidat qui se présente seul remet ses attestations fiscales et sociales.⟧',
        fixed: { gains: "chaque candidat remet une déclaration sur l'honneur" },
      },
      {
        text: '⟦Le candidat joint les originaux de ses attestations fiscales et sociales, ou leur copie certifiée conforme.⟧',
        fixed: { gains: "chaque candidat remet une déclaration sur l'honneur" },
      },
      {
        text: '## Candidature\n\nLe candidat produit :\n\n- le formulaire DC1 ;\n- ⟦un extrait Kbis original de moins de trois mois ;⟧\n- ⟦la copie certifiée conforme de ses diplômes ;⟧\n- ⟦une attestation de vigilance de l’Urssaf.⟧\n',
        fixed:
          "## Candidature\n\nLe candidat produit :\n\n- le formulaire DC1 ;\n- une déclaration sur l'honneur selon laquelle le candidat n'est dans aucun cas d'exclusion ;\n- la copie de ses diplômes ;\n- une déclaration sur l'honneur selon laquelle le candidat n'est dans aucun cas d'exclusion.\n".replace(
            /'/g,
            '’',
          ),
      },
      {
        text: '⟦Chaque candidat produit ses attestations fiscales et sociales en cours de validité.⟧',
        fixed: { gains: "chaque candidat remet une déclaration sur l'honneur" },
      },
      {
        text: '## Pièces de la candidature\n\n⟦Les certificats délivrés par les administrations fiscales et sociales sont joints au dossier.⟧\n',
        fixed: { gains: "chaque candidat remet une déclaration sur l'honneur" },
      },
      {
        text: '⟦Chaque société insère dans son envoi son bordereau de situation fiscale.⟧',
        fixed: { gains: "chaque candidat remet une déclaration sur l'honneur" },
      },
      {
        text: '## Candidature\n\nSi le candidat le souhaite, il se présente en groupement. Il fournit :\n\n- ⟦un extrait Kbis.⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '## Candidature\n\nLe candidat peut fournir ses pièces par voie électronique :\n\n- ⟦un extrait Kbis.⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '## Candidature\n\nLes candidats, qui peuvent se présenter en groupement, fournissent :\n\n- ⟦un extrait Kbis.⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '## Candidature\n\nLe candidat peut remettre son dossier en ligne ; il doit produire :\n\n- ⟦un extrait Kbis.⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '| Pièce du candidat | Caractère |\n|---|---|\n| ⟦Extrait Kbis⟧ | Obligatoire |\n| Attestation de régularité fiscale | Optionnelle |\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '| Pièce du candidat | Obligatoire | Facultatif |\n|---|---|---|\n| ⟦Extrait Kbis⟧ | x | |\n| Attestation de vigilance | | x |\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      {
        text: '## Pièces du candidat\n\n☐ le formulaire DC1\n\n⟦☐ Extrait Kbis⟧\n',
        fixed: { gains: "déclaration sur l'honneur" },
      },
      '⟦Les diplômes des intervenants sont remis par le candidat en original.⟧',
      {
        text: '## Dossier de candidature\n\n⟦Chaque entreprise, y compris celle qui n’est pas retenue ensuite, joint un extrait Kbis et l’attestation de vigilance de l’Urssaf.⟧',
        fixed: { gains: 'À l’appui de sa candidature, chaque candidat remet' },
      },
    ],
    good: [
      '## Candidature\n\nNe rien joindre de plus : ni originaux, ni copies certifiées.\n\nNe pas fournir : attestations fiscales, extrait Kbis.',
      // Denied by what answers the label.
      '## Pièces de la candidature\n\nCopies simples : suffisantes. Copies certifiées conformes, traductions assermentées des diplômes : non demandées aux candidats.',
      'Les certificats fiscaux, qui prouvent que vous n’êtes pas exclus, ne sont demandés qu’au candidat auquel le syndicat envisage d’attribuer l’accord-cadre.',
      // What a platform offers is asked of nobody.
      'La plateforme permet aux entreprises de déposer leur Kbis et leurs attestations fiscales dans un espace réservé.',
      'Un coffre-fort est mis à la disposition des candidats, qui y déposent leurs attestations fiscales et sociales.',
      'Les candidats ont la possibilité de présenter, dans leur dossier, un extrait Kbis.',
      '4. PIECES A REMETTRE PAR LE CANDIDAT RETENU\nElles sont demandées après le classement des offres et remises sous dix jours.\n\n       a. les certificats fiscaux. Le candidat établi à l’étranger produit un certificat fiscal de son pays ;\n       b. un extrait Kbis du candidat.\n',
      '## Pièces de la candidature\n\n| Pièce | Observation |\n|---|---|\n| DC1 | par chaque candidat |\n| Extrait Kbis | inutile : la caisse le consulte en ligne |',
      '## Candidature\n\nÀ ne pas joindre : attestations fiscales et sociales, Kbis. Le service les demande au seul candidat classé premier.',
      '## Candidature\n\nCe que nous ne demandons pas à ce stade :\n\n- des originaux ou des copies certifiées ;\n- l’extrait Kbis.',
      // A box left empty in a piece that ticks others is not chosen; where none is ticked, all is still asked.
      '## Pièces\n\nLe candidat produit :\n\n- ☒ le formulaire DC1 ;\n- ☒ une déclaration sur l’honneur.\n\n☐ Extrait Kbis original  ☐ Attestations fiscales et sociales\n',
      'Le candidat remet de simples copies : l’article R. 2143-5 interdit d’exiger des originaux.',
      '## Candidature\n\nDe simples copies suffisent. Pas d’original, pas de copie certifiée.\n\nLes attestations fiscales et sociales ? Plus tard. Seule l’entreprise choisie les donne.',
      'Les attestations sociales et fiscales, nous les demanderons au seul candidat que nous pensons choisir.',
      'Le candidat avec lequel nous comptons signer remettra ses attestations fiscales et sociales.',
      'Les entreprises que la commission aura retenues remettent leurs attestations fiscales et sociales.',
      'Offre paraissant anormalement basse : justifications demandées par écrit au candidat, rejet seulement si elles ne convainquent pas.',
      'La société retenue insère dans son envoi son bordereau de situation fiscale.',
      'Aucune société n’ajoute à son envoi d’attestation de vigilance.',
      "Aucun original ni aucune copie certifiée conforme n'est demandé aux candidats.",
      "Les attestations fiscales et sociales ne sont demandées qu'au candidat auquel il est envisagé d'attribuer le marché.",
      "Le candidat remet une déclaration sur l'honneur attestant qu'il est en règle de ses obligations fiscales et sociales.",
      "## Pièces à produire par l'attributaire\n\n- attestations fiscales et sociales ;\n- extrait Kbis.\n",
      'Le candidat joint une attestation d’assurance et ses bilans.',
      "L'acte d'engagement est remis en un exemplaire original. Le candidat propose une solution originale.",
      "Le candidat n'a pas à fournir d'attestation fiscale ou sociale à ce stade.",
      "Pour une raison impérieuse d'intérêt général tenant à la sûreté des sites, le candidat remet l'original de son agrément.",
      'Les candidats peuvent joindre leurs attestations fiscales et sociales.',
      '## Candidature\n\nSi le candidat le souhaite, il peut fournir :\n\n- un extrait Kbis ;\n- une attestation fiscale.\n',
      '## Candidature\n\nS’il le désire, le candidat joint :\n\n- un extrait Kbis.\n',
      '## Candidature\n\nLes candidats ont la faculté de produire dès ce stade :\n\n- au titre de leur situation :\n  - une attestation de vigilance.\n',
      '## Candidature\n\nLe candidat peut également, en complément, joindre :\n\n- un extrait Kbis.\n',
      '| Pièce du candidat | Caractère |\n|---|---|\n| Extrait Kbis | Facultatif |\n| Attestation de régularité fiscale | Optionnel |\n| Casier judiciaire | Non exigé |\n',
      '| Pièce du candidat | Obligatoire |\n|---|---|\n| Formulaire DC1 | Oui |\n| Extrait Kbis | Non |\n',
      '## Candidature\n\nLe candidat remet :\n\n- un formulaire DC1 ;\n- un extrait Kbis (optionnel).\n',
      '## Candidature\n\n### Pièces facultatives du candidat\n\n- un extrait Kbis ;\n- une attestation de vigilance.\n',
    ],
    limits: ['Toutes les pièces de la candidature sont signées à la main et paraphées.'],
  },
  *check(piece) {
    for (const found of piece.ask(piecesExcessives))
      yield { at: found.at, message: found.kind, doubt: found.doubt, fixes: fixesOf(piece, found) };
  },
});
