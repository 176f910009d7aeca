import { completeCession } from '../clauses/cession.ts';
import { clauseText } from '../clauses/clauses.ts';
import { assignments, enumerate, LIMIT_NAMES, LIMITS } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

/** The line of the clause library for each limit, in the order of `LIMITS`. */
const LINES = (clauseText('pi-delimitation').match(/^- .*/gm) ?? []).map((line) => line.replace(/ ?[;.]$/, ''));

export default defineRule({
  id: 'pi/delimitation',
  title: 'Cession de droits mal délimitée',
  level: 'error',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `L'article L131-3 du code de la propriété intellectuelle veut que le domaine d'exploitation des droits cédés soit délimité quant à son
étendue, à sa destination, au lieu et à la durée. S'il en manque une, l'auteur peut se prévaloir de la nullité de la cession, et tout ce qui n'est pas cédé lui reste.`,
  sources: [guide('III.A', 25), cpi('L131-3')],
  messages: {
    manque:
      'Cette cession ne fixe pas {manque}.\nL’article L131-3 du CPI veut que les droits cédés soient délimités quant à leur étendue (supports, quantité), leur destination (finalités), leur lieu (territoire) et leur durée : l’auteur peut sinon se prévaloir de la nullité. Ajouter ce qui manque dans l’article.',
  },
  examples: {
    bad: [
      {
        text: '⟦Leur employeur étant investi des droits sur les logiciels de ses salariés, le titulaire cède à la caisse, à titre exclusif, les droits de reproduction et d’adaptation du logiciel.⟧\n',
        fixed: { gains: 'limites suivantes' },
      },
      // The name of who receives is no place.
      {
        text: '## 9. Bénéficiaires\n\nLes droits de l’article 10 profitent à la Bibliothèque nationale et aux chambres consulaires d’outre-mer.\n\n## 10. Droits\n\n⟦Le titulaire cède aux organismes de l’article 9 les droits de reproduction et d’adaptation des films, sur tout support, pour la formation des agents, pendant douze ans.⟧',
        fixed: { gains: '- lieu :' },
      },
      // The grant is the sentence that leads to the rights, and what is said of them after is of that grant.
      {
        text: '## 8. Cession\n\n⟦Le titulaire cède à la commune, de façon non exclusive :⟧\n\n- le droit de copier les planches, sur tout support ;\n- le droit de les traduire.\n\nCes droits sont cédés pour la promenade du littoral, en Bretagne.',
        fixed: { gains: 'durée' },
      },
      // Two grants of one article, each with its terms.
      {
        text: "## 9. Droits\n\n### 9.1 Logiciel\n\n⟦Le titulaire cède à la ville les droits de reproduction et d'adaptation du logiciel, sur tout support.⟧\n\n- Destination : l'accueil du public\n- Durée : dix ans\n\n### 9.2 Modules\n\nLe titulaire cède à la ville les droits de reproduction et de traduction des modules logiciels, sur tout support, pour former ses agents, en France et pour dix ans.",
        fixed: { gains: '- lieu' },
      },
      {
        text: '⟦Le titulaire cède à la ville, pour 9 000 € HT, les droits de reproduction et d’adaptation du jeu, pour tous appareils, en France, pendant dix ans.⟧',
        fixed: { gains: 'destination' },
      },
      {
        text: '## 9. Cession\n\n⟦Le titulaire cède à la ville les droits de reproduction et d’adaptation du jeu, sur tout support, pour former ses agents, en France.⟧ Durée : à définir.',
        fixed: { gains: 'durée' },
      },
      {
        text: '⟦Vous donnez à la ville vos droits de reproduire et d’adapter les affiches, sur papier, en France, pour douze ans.⟧',
        fixed: { gains: '- destination :' },
      },
      // What is said of all the other results limits nothing here.
      {
        text: '## 9. Propriété intellectuelle\n\n### 9.1 Autres résultats\n\nLes résultats autres que la charte suivent le régime de l’article 35 du CCAG-PI, la cession étant non exclusive. La région peut en faire bénéficier les communes de son territoire.\n\n### 9.2 Charte\n\n⟦Le titulaire cède à la région, à titre exclusif, les droits de reproduction et de représentation de la charte, sur tous supports, pour l’identification des arrêts, pendant la durée légale de protection.⟧',
        fixed: { gains: '- lieu' },
      },
      {
        text: '## 11. Droits\n\n⟦Le titulaire cède à la ville, à titre non exclusif, les droits patrimoniaux sur les résultats : le droit de reproduction, sur tout support, et le droit de mise à disposition d’autres musées sous licence libre, aux fins de conservation et d’étude, pour la durée légale de protection de ces droits.⟧',
        fixed: { gains: '- lieu' },
      },
      {
        text: '| Droits transférés | ⟦Reproduction, représentation et adaptation des dessins, sur papier et en ligne⟧ |\n|---|---|\n| Pays | France et pays frontaliers |\n| Temps | Quinze ans |\n',
        fixed: { gains: '- destination :' },
      },
      {
        text: "⟦L'auteur, qui a déjà cédé ses croquis à un éditeur, cède à la ville les droits de reproduction et d'adaptation de l'affiche, sur tout support, pour sa communication et en France.⟧",
        fixed: { gains: '- durée :' },
      },
      {
        text: "## 7. Droits\n\nL'article 46 du CCAG-TIC s'applique.\n\nPar dérogation à l'article 46.2.1 du CCAG-TIC, le présent article règle seul la cession des maquettes. ⟦Le titulaire cède à la ville les droits de reproduction et d'adaptation des maquettes, sur tout support, pour l'information du public.⟧",
        fixed: { gains: '- durée :' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: "## 7. Droits\n\nLes résultats suivent le régime de l'article 46 du CCAG-TIC.\n\n⟦Par dérogation à l'article 46.2.1 du CCAG-TIC, le titulaire cède à la ville, à titre exclusif, les droits de reproduction et d'adaptation des modèles, sur tout support, pour la maintenance de son parc, dans l'Union européenne.⟧",
        fixed: { gains: '- durée :' },
      },
      {
        text: '⟦Article 4. La conteuse cède à la ville les droits de reproduction sur disque et de traduction du conte, pour ses veillées, en Ardèche.⟧\n\nArticle 5. Les droits de place du marché sont dus pour douze ans.',
        fixed: { gains: '- durée :' },
      },
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction des études, et lui concède une licence sur ses connaissances antérieures pour ses besoins internes, sur tous supports, en France et pour cinq ans.⟧",
        fixed: { gains: 'territoire' },
      },
      {
        text: '⟦Le photographe cède à la Région le droit de les copier sur papier, de les communiquer au public par affichage et de les recadrer, pour la France et pendant vingt ans, en nombre illimité.⟧',
        fixed: { gains: '- destination :' },
      },
      {
        text: "⟦Le titulaire cède à l'acheteur les droits de reproduction et d'adaptation des visuels.⟧",
        fixed: { gains: '- étendue : [à compléter : étendue — supports' },
      },
      {
        text: '⟦Le titulaire cède à la région les droits de reproduction et de représentation des photographies, sur tout support, pour la promotion du territoire régional.⟧',
        fixed: { gains: '- durée : [à compléter' },
      },
      {
        text: "## Article 12 – Propriété intellectuelle\n\n⟦Le titulaire cède à titre exclusif les droits de reproduction, de représentation et de modification des résultats.⟧\n\nLa cession est consentie pour le monde entier.\n\n## Article 13 – Confidentialité\n\nL'obligation de secret dure cinq ans.",
        fixed: { gains: '- durée :' },
      },
      {
        text: '⟦Les participants cèdent à la Carsat leurs droits de reproduction sur les maquettes pour dix ans.⟧ La prime en est la contrepartie.',
        head: { piece: 'reglement-concours' },
        fixed: { gains: '- lieu :' },
      },
      {
        text: '## Article 6 – Résultats\n\n### 6.1 Lot 1\n\n⟦Par dérogation à l’article 46.2.1 du CCAG-TIC, le titulaire du lot 1 cède à titre exclusif à la caisse les droits de reproduction et d’adaptation des résultats, sur tout support, pour la prévention et pour le monde entier.⟧\n\n### 6.2 Lot 2\n\nLes résultats du lot 2 suivent le régime de l’article 46 du CCAG-TIC.\n\n### 6.3 Connaissances antérieures\n\nElles suivent l’article 45.1 du CCAG-TIC.',
        fixed: { gains: '- durée :' },
      },
      {
        text: '## Article 12 – Droits\n\n### 12.1 Lot 1\n\nLe titulaire cède à la ville les droits de reproduction et de traduction des rapports, sur tout support, pour son information, en France et pour dix ans.\n\n### 12.2 Lot 2\n\n⟦Le titulaire cède à la ville les droits de reproduction et de traduction, sur tout support, pour la promotion du pays, en France.⟧\n\nLes auteurs conservent le droit moral, perpétuel et inaliénable.',
        fixed: { gains: '- durée :' },
      },
      {
        text: '## Article 12 – Propriété intellectuelle\n\n⟦Le titulaire cède à la caisse les droits de reproduction et de traduction des contenus, sur tout support.⟧\n\nLa cession est faite pour l’information des allocataires, sur l’ensemble du territoire français et dans l’Union européenne.\n\nTout manquement est réparé après mise en demeure de quinze jours.',
        fixed: { gains: '- durée :' },
      },
      {
        text: 'ARTICLE 12 – PROPRIETE INTELLECTUELLE\n\n⟦Le titulaire cède à la caisse les droits de reproduction des contenus, sur tout support, pour l’information des allocataires et pour la France.⟧\n\nARTICLE 13 – DUREE DU MARCHE\nLe marché et ses droits courent pendant deux ans.',
        fixed: { gains: '- durée :' },
      },
    ],
    good: [
      '## Musiques\n\nLes musiques proviennent de catalogues dont les droits sont acquis pour tous les usages du film ; l’agence remet la preuve de l’acquisition.',
      '## Prix\n\n| Phase | Prix forfaitaire € HT | dont rémunération de la cession des droits d’auteur € HT |\n|---|---|---|\n| 1 – Recherche | ………… | ………… |',
      '4.1 – Contenu des prix. Toutes sujétions : licences, hébergement, déplacements, cession des droits (chapitre 7).\n',
      'Les chercheurs sont salariés : leur employeur est investi des droits patrimoniaux sur leurs logiciels.\n',
      '## Prix\n\nContenu : études, développements, formation, cession des droits.',
      // A line of the schedule of prices is no clause.
      '## Bordereau des prix\n\n| N° | Désignation | Unité | Prix HT |\n|---|---|---|---|\n| 4 | Photographie de chantier | unité | ……… |\n| 5 | Cession des droits prévue à l’article 9 du CCP, par photographie | unité | ……… |',
      // Not where, but to whom: said once of whom, once of where.
      'Le titulaire cède à la caisse et à la caisse générale d’outre-mer les droits de reproduction et d’adaptation des films, sur tout support, pour la formation des agents, en Europe, pendant douze ans.',
      '## Bordereau des prix\n\n| Prestation | Unité | Prix HT |\n|---|---|---|\n| Film de trente secondes | film | ………… € |\n| Droits d’auteur des films | film | ………… € |',
      'Les dossiers présentés restent la propriété intellectuelle de ceux qui les ont écrits. Les croquis demeurent la propriété intellectuelle de leurs auteurs.',
      '## 8. Remise\n\nLe titulaire cède à la commune, en fin de marché :\n\n- les bacs et leurs couvercles ;\n- le droit de passage sur le quai.\n',
      // In the paragraphs that follow, by the limits told together.
      '**Qui a les droits ensuite ?** Nous : vous nous cédez la reproduction et l’exposition des cartes.\n\n**Sans limite ?** Non. Sur papier et écrans ; pour l’information des marcheurs ; en France ; pendant vingt ans.\n',
      'L’autrice cède au parc les droits de reproduire et de diffuser les récits.\n\nLa cession est bornée : affiches et bornes d’écoute ; accueil des marcheurs ; monde ; six ans.\n',
      'Le titulaire cède à la ville les droits de reproduire et d’adapter les cartes, sur tout support ; à seule fin d’informer les marcheurs ; pour la France ; pour dix ans.\n',
      'L’illustrateur abandonne à la ville ses droits sur tout ce qu’il peindra, pour elle ou non, pendant le marché et les années suivantes.',
      'La convention est signée sous réserve des droits à pension des agents. La cession du fonds emporte subrogation dans les droits du propriétaire.',
      "Le titulaire cède à la ville les droits de reproduction et d'adaptation de l'atlas, sur tout support, en France, pour dix ans. Cette cession a pour but la formation des guides.",
      // Named among what is paid.
      '## 3. Prix\n\nLes prix sont forfaitaires par tranche et comprennent les déplacements, les frais d’enquête et la cession des droits.',
      // Rights given by another contract, before this one.
      '## 2. Photographies fournies\n\nLes images sont celles de M. Aubrac, qui a cédé ses droits à la ville par un contrat de 2019, étranger au présent marché.',
      'Les droits de reproduction de ces plans ont été cédés à la région par un précédent marché.',
      "Le compositeur cède à l'hôpital le droit de copier l'œuvre et celui de l'arranger, sur tout support, pour l'accueil des patients, en tous pays, jusqu'à ce que l'œuvre tombe dans le domaine public.",
      '| Question | Réponse |\n|---|---|\n| Quels droits le titulaire cède-t-il ? | Reproduction, adaptation |\n| Sur quels moyens ? | Panneaux, catalogue |\n| À quelle fin ? | Médiation gratuite |\n| Où ? | Sans limite géographique |\n| Jusqu’à quand ? | 31 décembre 2041 |\n',
      // Told to explain, and granted elsewhere.
      '## Article 8\n\nLe titulaire concède à l’État, pour la France et dix ans, le droit de reproduire les connaissances antérieures. Si les résultats sont cédés quand ces connaissances ne sont que concédées, c’est parce que leur titulaire les exploite auprès d’autres clients.',
      "## 7. Droits\n\nPar dérogation à l'article 46.2.1 du CCAG-TIC, le présent article règle la cession des maquettes. Le titulaire cède à la ville les droits de reproduction et d'adaptation des maquettes. Pour le surplus, l'article 46 du CCAG-TIC s'applique.",
      "## 7. Droits\n\nPar dérogation à l'article 46.2.1 du CCAG-TIC, le titulaire cède à la ville, à titre exclusif, les droits de reproduction et d'adaptation des modèles. Pour le surplus, l'article 46 du CCAG-TIC s'applique.",
      '## Article 6 – Résultats\n\n### 6.1 Régime\n\nLes lots 1 et 2 suivent l’article 46 du CCAG-TIC.\n\n### 6.2 Lot 1\n\nLe titulaire du lot 1 cède à la caisse les droits de reproduction et d’adaptation des résultats.',
      '- Cession à la ville : reproduction sur papier, traduction\n- But : les veillées\n- Pays : France\n- Combien de temps : douze ans\n',
      '## Article 12 – Propriété intellectuelle\n\nLe titulaire cède à la caisse les droits de reproduction des contenus, sur tout support.\n\nLa cession est faite pour l’information des allocataires, dans l’Union européenne, et pour cent vingt mois.\n\nTout manquement est réparé après mise en demeure de quinze jours.',
      '## Article 12 – Propriété intellectuelle\n\nArticle 12.1 – Cession\nLe titulaire cède à la caisse les droits de reproduction des contenus, sur tout support, pour l’information des allocataires.\n\nArticle 12.2 – Territoire et durée\nLa cession vaut pour la France et pour dix ans.',
      "L'auteur cède à la Carsat la reproduction et la représentation de la bande dessinée. La cession s'étend à tout support, sert la prévention des risques, vaut pour la France et court vingt ans.",
      "L'autrice cède à la Caisse le droit de reproduire le livre. L'étendue de la cession n'est pas limitée ; elle est destinée à la célébration du centenaire, vaut pour la France et dure autant que la protection légale.",
      "Le titulaire cède à l'acheteur les droits de reproduction et de représentation des visuels sur tous supports, pour sa communication institutionnelle, dans le monde entier et pour la durée légale de protection.",
      "## 9. Cession des droits\n\nLe titulaire cède à la Ville les droits de reproduction et d'adaptation des livrables :\n\n- étendue : tous supports ;\n- destination : information des habitants ;\n- lieu : France ;\n- durée : quinze ans.",
      '## 9. Cession\n\nLe titulaire cède ses droits de reproduction.\n\n| Élément | Stipulation |\n|---|---|\n| Étendue | tous supports |\n| Destination | enseignement |\n| Territoire | monde entier |\n| Durée | durée légale |',
      "## 7. Propriété intellectuelle\n\n### 7.1 Cession\n\nLe titulaire cède à l'acheteur les droits de reproduction des plans, en tout ou partie.\n\n### 7.2 Finalités\n\nIls servent aux travaux de l'opération.\n\n### 7.3 Territoire et durée\n\nLa cession vaut sans limitation géographique, pour la durée légale de protection.",
      "Le titulaire concède à l'acheteur le droit d'utiliser les résultats.",
      "En application de l'article 35.2.1 du CCAG-PI, le titulaire cède à l'acheteur, à titre non exclusif, les droits patrimoniaux sur les résultats.",
      "Les droits de reproduction sont cédés dans les limites fixées à l'annexe 2.",
    ],
    limits: [],
  },
  *check(piece) {
    for (const clause of assignments(piece)) {
      const missing = LIMITS.filter((l) => !clause.bounds.has(l));
      if (missing.length === 0) continue;
      const at = clause.sentence.span;
      const lines = missing.map((l) => LINES[LIMITS.indexOf(l)]).join(' ;\n');
      yield {
        at,
        message: 'manque',
        doubt: clause.doubt,
        data: {
          manque: enumerate(
            missing.map((l) => LIMIT_NAMES[l].replace(/ \(.*\)/, '')),
            'ni',
          ),
        },
        fixes: [
          completeCession(
            piece,
            at,
            'limites',
            `La cession s'exerce dans les limites suivantes :\n\n${lines}.`,
            'Ajouter les limites qui manquent',
          ),
        ],
      };
    }
  },
});
