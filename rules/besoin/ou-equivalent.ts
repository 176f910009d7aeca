import { insertClause } from '../clauses/insertion.ts';
import { afterLast, demands, equivalentFor } from '../facts/besoin/index.ts';
import { inStyleOf } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { endOf } from '../kit/span.ts';

export default defineRule({
  id: 'besoin/ou-equivalent',
  title: 'Norme, label ou certification exigés sans « ou équivalent »',
  mostAlike: 10,
  level: 'warning',
  pieces: ['cctp', 'rc', 'programme-fonctionnel'],
  why: `Une norme, un label, une certification ou un agrément technique cité seul écarte les solutions qui rendent le même service sous un
autre référentiel, dont celles d'autres pays européens et les plus nouvelles. Le code veut la mention « ou équivalent », et que le candidat
puisse prouver l'équivalence par tout moyen approprié.`,
  sources: [guide('I.B', 9), ccp('R2111-9'), ccp('R2111-11'), ccp('R2111-16'), ccp('R2111-17')],
  messages: {
    one: '« {name} » est demandé sans « ou équivalent ».\nUne solution de même niveau, sous un autre référentiel, serait écartée. Ajouter « {words} » après la référence.',
    many: '{count} références sont demandées sans « ou équivalent » (« {name} »…).\nDes solutions de même niveau, sous un autre référentiel, seraient écartées. Ajouter « {words} ».',
  },
  settle: (piece) =>
    insertClause(piece, 'besoin-equivalence-generale', {
      heading: 'Références techniques',
      title: 'Ajouter une clause « ou équivalent » qui vaut pour toute la pièce',
    }),
  examples: {
    bad: [
      // A blank line under the header alone parts no rows.
      {
        text: 'II.2 – Matériaux\n\n   Matériau                   Référence                              Caractéristiques\n\n   Grave non traitée 0/31,5   NF EN 13285 ou équivalent              LA 30, MDE 25\n   Grave-bitume 0/14          NF EN 13108-1 ou équivalent            classe 3, liant 35/50\n   Bordures et caniveaux      ⟦NF EN 1340⟧                             T2, A2, CS2, classe U\n   Tuyaux PVC                 NF EN 1401-1 ou équivalent             CR 8',
        fixed: { gains: '1340 ou équivalent' },
      },
      {
        text: '## Interfaces\n\nL’alimentation doit respecter la norme ⟦NF C 13-200⟧.',
        fixed: { gains: 'NF C 13-200 ou équivalente' },
      },
      {
        text: '- Définition des sondages de sol, selon la norme ⟦NFP\n94-500⟧ ;\n- pilotage du chantier.',
        head: { piece: 'rc' },
        fixed: { gains: '94-500 ou équivalente' },
      },
      {
        text: '### Portes\n\nLes normes citées au présent article s’entendent « ou équivalent ».\n\nLes portes sont conformes à la norme NF EN 1634.\n\n### Sols\n\nLes sols sont conformes à la norme ⟦NF EN 685⟧.',
        fixed: { gains: '685 ou équivalente' },
      },
      {
        text: 'Les levés suivent la publication ⟦M-12 de l’OACI⟧, dernière édition.',
        fixed: { gains: 'OACI ou équivalent' },
      },
      {
        text: '| Produit | Label |\n|---|---|\n| Pommes | ⟦HVE⟧ |\n| Riz | sans |\n',
        fixed: { gains: 'HVE ou équivalent' },
      },
      {
        text: '## Agents\n\nLes agents ont un certificat d’aptitude, ou tout autre titre équivalent.\n\nPendant le marché, le titulaire sera certifié ⟦ISO 18788⟧.',
        fixed: { gains: '18788 ou équivalent' },
      },
      {
        text: '## Capacités exigées\n\n| Lot | Qualification |\n|---|---|\n| 1 | QUALIBAT 2111, ou équivalent |\n| 2 | Certificat ⟦QUALIBAT 4132⟧ exigé |',
        head: { piece: 'rc' },
        files: {
          'cctp.md': '# CCTP\n\nToute norme ou qualification citée au présent CCTP s’entend « ou équivalent ».',
        },
        fixed: { gains: '4132 ou équivalent' },
      },
      {
        text: 'Pour la régulation, le dispositif atteint la classe B au sens de la norme ⟦NF EN ISO 52120-1⟧.',
        fixed: { gains: '2120-1 ou équivalente' },
      },
      {
        text: 'Les papiers sont séparés selon les sortes définies par la norme ⟦NF EN 643⟧.',
        fixed: { gains: 'ou équivalente' },
      },
      {
        text: 'Quand un article cite une norme avec la mention « ou équivalent », l’équivalence se prouve par tout moyen.\n\nLe ragréage est exécuté suivant le ⟦NF DTU 53.12⟧.',
        fixed: { gains: 'ou équivalent' },
      },

      {
        text: 'Les affiches sont imprimées sur papier PEFC, ou tout label équivalent est admis. Le papier des dépliants porte l’⟦Écolabel européen⟧.',
        fixed: { gains: 'Écolabel européen ou équivalent' },
      },
      {
        text: 'Les détergents portent l’Écolabel européen ou tout autre label équivalent. Le désinfectant répond à la norme ⟦NF EN 14476⟧.',
        fixed: { gains: 'NF EN 14476 ou équivalente' },
      },
      {
        text: 'Les centrales de traitement d’air sont certifiées ⟦Eurovent⟧.',
        fixed: { gains: 'équivalent' },
        skip: { capitals: 'its capital tells that it is a name' },
      },
      {
        text: 'Les reprises sont exécutées selon la norme ⟦NF EN 206⟧.\n\nPour les murs, un parement tel que « Silestone » ou équivalent est admis.',
        fixed: { gains: 'NF EN 206 ou équivalente' },
      },
      {
        text: 'A.2 Équipements. Les filtres sont conformes à la norme ⟦NF T54-801⟧.',
        fixed: 'A.2 Équipements. Les filtres sont conformes à la norme NF T54-801 ou équivalente.',
      },
      {
        text: 'Les bancs proposés ont été conçus selon la norme ⟦NF EN 581⟧, certificat à l’appui.',
        fixed: { gains: 'ou équivalent' },
      },
      {
        text: 'Le local est certifié ⟦ISO 27001⟧ ; le certificat est fourni à la mise en service.',
        fixed: 'Le local est certifié ISO 27001 ou équivalent ; le certificat est fourni à la mise en service.',
      },
      {
        text: 'Il justifie obligatoirement de la qualification ⟦Qualipaysage E131⟧.',
        head: { piece: 'rc' },
        fixed: 'Il justifie obligatoirement de la qualification Qualipaysage E131 ou équivalente.',
      },
      {
        text: "L'enveloppe des capteurs est étanche selon la norme ⟦NF EN 60529⟧.",
        fixed: "L'enveloppe des capteurs est étanche selon la norme NF EN 60529 ou équivalente.",
      },
      {
        text: 'Les vitrages doivent respecter les normes ⟦NF EN ISO 12543 et NF EN 14449⟧, sans marquage visible.',
        fixed:
          'Les vitrages doivent respecter les normes NF EN ISO 12543 et NF EN 14449 ou équivalentes, sans marquage visible.',
      },
      {
        text: 'Les panneaux sont certifiés ⟦FSC⟧ et les chants sont collés.',
        fixed: 'Les panneaux sont certifiés FSC ou équivalent et les chants sont collés.',
      },
      {
        text: 'Les menuiseries sont posées suivant le ⟦DTU N°36.2⟧ et les installations suivant la norme NF C15.100.',
        fixed:
          'Les menuiseries sont posées suivant le DTU N°36.2 et les installations suivant la norme NF C15.100 ou équivalent.',
      },
      {
        text: 'Les données de santé sont confiées à un hébergeur certifié ⟦HDS⟧.',
        head: { piece: 'programme-fonctionnel' },
        fixed: 'Les données de santé sont confiées à un hébergeur certifié HDS ou équivalent.',
      },
      {
        text: 'Le candidat doit être titulaire de la qualification ⟦Qualibat 2112⟧.',
        head: { piece: 'rc' },
        fixed: 'Le candidat doit être titulaire de la qualification Qualibat 2112 ou équivalente.',
      },
      {
        text: 'Les sondes portent la marque ⟦NF⟧ et sont étalonnées.',
        fixed: 'Les sondes portent la marque NF ou équivalente et sont étalonnées.',
      },
      {
        text: 'Les ouvrages sont exécutés selon les documents suivants :\n\n- ⟦NF DTU 20.1⟧ : maçonnerie ;\n- NF DTU 26.1 : enduits.',
        fixed:
          'Les ouvrages sont exécutés selon les documents suivants :\n\n- NF DTU 20.1 ou équivalent : maçonnerie ;\n- NF DTU 26.1 ou équivalent : enduits.',
      },
      {
        text: '| Élément | Prescription |\n| --- | --- |\n| Peinture | Produit porteur de l’⟦écolabel Nordic Swan⟧ |\n| Acier | NF EN 10025 ou équivalent |',
        fixed:
          '| Élément | Prescription |\n| --- | --- |\n| Peinture | Produit porteur de l’écolabel Nordic Swan ou équivalent |\n| Acier | NF EN 10025 ou équivalent |',
      },
    ],
    good: [
      '# CCTP\n\nToute norme citée dans le présent document l’est avec la mention « ou équivalent ».\n\nLa liaison est conforme à la norme NF EN 81-28.\n',
      'Des matériels éco-labellisés Quels sont-ils ? Combien le candidat en livre-t-il ?',
      {
        head: { piece: 'rc' },
        text: 'Les qualifications Qualifelec ne sont pas demandées en tant que telles : elles doivent être lues comme étalon du niveau attendu.',
      },
      'La dureté est celle de la norme NF EN 438 ou d’une norme semblable.',
      'Les essais sont faits par un laboratoire accrédité Cofrac, ou visé par un organisme signataire du même accord.',
      '## Le besoin\n\nLe territoire compte 90 km de voies. Les porteurs sont de 2019, avec plaque DIN 76060.\n\n## Lames\n\nElles se montent sur les plaques DIN 76060 des porteurs.',
      '## Lecture\n\n- Références normatives : chacune s’entend « ou équivalent », preuve par tout moyen.\n\n## Étuves\n\n| N° | Fonction | Niveau |\n|---|---|---|\n| V4 | Projeter un brouillard | ISO 9227, 1 à 2 mL/h |',
      'Le hangar, mis gracieusement à la disposition du titulaire, est certifié ISO 14001 depuis 2019.',
      'Le titulaire respecte le référentiel général de sécurité, pris en application du code.',
      '| Produit | Atelier |\n|---|---|\n| Pommes | AB |\n',
      '| Produit | Label |\n|---|---|\n| Pommes | HVE ou équivalent |\n',
      'Maîtrise d’œuvre : atelier Morel, 4 rue des Forges, 42270 SAINT PRIEST EN 42023 SAINT ETIENNE.',
      '## Moyens\n\nToute norme citée au présent CCTP s’entend « ou équivalent ».\n\nL’atelier est certifié ISO 9001.',
      'Le siège a obtenu la certification NF HQE ; la chambre est elle-même certifiée ISO 50001 depuis 2019.',
      // A denial that is of the value, not of the equivalent.
      {
        head: { piece: 'cctp' },
        text: '## Bruit\n\nLe bruit des postes, mesuré selon la norme NF EN ISO 7779 ou équivalent, ne dépasse pas 30 dB(A).\n\nLes câbles EN 50575, ou équivalents, ne sont pas posés à moins de 30 cm.',
      },
      'La classe de réaction au feu est définie par la norme NF EN 13501.',
      '## Ce que nous avons déjà\n\n- Plateforme : Moodle 4.5, hébergée par notre groupement dans un centre certifié ISO 27001.',

      'Le papier des dépliants porte l’Écolabel européen. Les certificats équivalents sont admis.',
      'Le désinfectant répond à la norme NF EN 14476. Une preuve d’équivalence à la norme NF EN 14476 est admise : les essais équivalents sont acceptés.',
      'Les comptes sont certifiés par le commissaire, les pièces certifiées conformes. Les centrales sont certifiées Eurovent ou équivalent.',
      'A.2 Équipements en place. Les filtres sont conformes à la norme NF T54-801.',
      'Les filtres sont de type fermé, conformes en leur temps à la norme NF T54-801.',
      'La salle a été aménagée selon la norme NF Z 40-300.',
      '## État du fonds\n\nLes rayonnages suivent la norme NF Z 40-350.',
      'Les onduleurs en service sont certifiés NF EN 62040 ; ils sont repris par le titulaire.',
      '## Ce qui existe\n\n| Brique | Produit | Remarque |\n|---|---|---|\n| Serveurs | Ferrox R2 | norme NF EN 50600, salle de 2021 |',
      'Les tables satisfont à la norme NF EN 16139 ou à toute norme équivalente.',
      'Le papier est conforme à la norme NF Q67-001. Toute norme, tout label et toute marque cités dans le présent cahier s’entendent « ou équivalent ».',
      'Le papier est sous label d’éco-certification FSC, ou équivalent.',
      'Le service est conforme au RGPD, au RGAA et au référentiel général de sécurité (RGS).',
      'Les équipements sont conformes à la directive 2014/53/UE et au règlement (UE) 2023/1464.',
      'Les matériaux sont conformes aux normes en vigueur.',
      '## Existant\n\nLes feux de navigation répondent à la norme NF X 50-800.',
      "Les migrations se font à ISO fonctionnalités, en 2027, sur 3 sites et en 16 jours.\n\nLes traces sont reprises dans le SOC. Le marché est publié en 2026 et s'achève en 2030.",
      {
        text: 'Hébergement : certification ISO/IEC 27001, certification HDS.\n\nLes certificats ou moyens de preuve équivalents seront acceptés.',
      },
      'Toute référence du présent cahier à une norme, un label ou une marque s’entend avec la mention « ou équivalent ».\n\nLes sièges respectent la norme NF EN 1728.',
      {
        text: 'Le candidat joint, le cas échéant, ses certificats ISO 9001 et ISO 14001.',
        head: { piece: 'rc' },
      },
      'Les dates sont saisies au format ISO 8601 et les fichiers remis en PDF (ISO 32000-1).',
      'Aucune certification ISO 9001 n’est exigée.',
      'Respecter des méthodes reconnues (ex. : ISO 31000).',
    ],
    limits: ['Les badges sont lus en 802.11ax.'],
  },
  *check(piece) {
    for (const { references, sentences, at } of demands(piece, true)) {
      const [first] = references;
      if (!first) continue;
      const edits = sentences.map((s) => {
        return { piece, at: endOf(afterLast(s)), text: inStyleOf(piece.draft, ` ${equivalentFor(s)}`) };
      });
      const words = equivalentFor(sentences[0] ?? references);
      yield {
        at,
        message: references.length === 1 ? 'one' : 'many',
        data: { name: first.name, words, count: references.length },
        fixes: [{ title: `Ajouter « ${words} »`, grade: 'review', edits }],
        related: references.slice(1).map((r) => ({ piece, at: r.at, message: 'Autre référence de la même demande.' })),
      };
    }
  },
});
