import { completeCession } from '../clauses/cession.ts';
import { markedBody } from '../clauses/insertion.ts';
import {
  areDesignated,
  assignments,
  DESIGNATED_THIRD,
  droits,
  matieres,
  namesReceiver,
  receivingRights,
  regimes,
} from '../facts/pi/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';
import type { Span } from '../kit/span.ts';

/** What is heard besides what is read says the same again. */
const isToldAgain = (
  { sentence, doubt }: { sentence: unknown; doubt?: unknown },
  reported: ReadonlySet<unknown>,
): boolean => reported.has(sentence) || (doubt !== undefined && reported.size > 0);

export default defineRule({
  id: 'pi/beneficiaires',
  title: 'Bénéficiaires des droits non désignés',
  level: 'warning',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `Les droits cédés ne valent que pour les bénéficiaires que le contrat nomme. Un partenaire ou un « tiers désigné » que rien ne désigne
ne peut donc pas utiliser les résultats, alors que l'acheteur croit l'y avoir autorisé.`,
  sources: [guide('III.A', 25), guide('III.C.1', 28), ccag('tic', '46.1')],
  messages: {
    anonyme:
      'La clause ne dit pas à qui les droits sont cédés.\nIls ne valent que pour les bénéficiaires expressément nommés. Nommer l’acheteur et, s’il y a lieu, les autres personnes qui useront des résultats.',
    tiers:
      'Les « tiers désignés » reçoivent des droits et aucune pièce ne les désigne.\nIls n’en auront donc aucun. Nommer chacun d’eux, ou retirer la mention.',
    vagues:
      'Ces bénéficiaires reçoivent des droits sans être nommés.\nLes droits ne valent que pour ceux que le contrat désigne expressément. Les nommer, ou renvoyer à une liste annexée.',
  },
  examples: {
    bad: [
      // The list is that of another grant.
      {
        text: '## 9. Droits\n\n### 9.1 Affiches\n\nLe studio cède à la ville les droits de reproduire les affiches.\n\n- Bénéficiaires : la ville et le musée.\n\n### 9.2 Films\n\nLe studio cède à la ville les droits de reproduire les films. ⟦En profitent aussi les organismes à qui elle jugera bon de les ouvrir.⟧',
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '## 9. Cession\n\nLe studio cède à la ville les droits de reproduire et d’adapter le film.\n\n⟦Bénéficiaires : la ville et ses partenaires.⟧',
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '## 9. Cession\n\n⟦Sont cédés les droits de reproduction et d’adaptation attachés aux plans et à la charte, pour une diffusion à la télévision.⟧',
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '## 9. Résultats\n\nLe titulaire cède à la métropole ses droits de reproduction sur les résultats.\n\n⟦La métropole en est seule propriétaire, et ses partenaires peuvent en profiter avec elle.⟧',
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '| Point | Accord |\n|---|---|\n| Droits cédés à la ville | reproduire, traduire |\n| En profitent aussi | ⟦des organismes partenaires non désignés⟧ |',
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: "## 9. Cession\n\n⟦Le titulaire cède avec les fichiers, à titre exclusif, les droits de reproduction et d'adaptation des résultats.⟧",
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '⟦Le titulaire concède à la Caf et aux tiers désignés dans le marché, à titre non exclusif, le droit d’utiliser les résultats.⟧',
        fixed: { gains: 'et aux personnes suivantes' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à l'Institut ses droits de reproduction sur les résultats.\n\n⟦Les organismes partenaires de l'Institut jouissent des mêmes droits que lui.⟧",
        fixed: { gains: 'personnes suivantes' },
      },
      {
        text: '## 9. Cession\n\n⟦Le titulaire cède à titre exclusif les droits de reproduction et d’adaptation des résultats.⟧',
        fixed: { gains: 'personnes suivantes' },
      },
    ],
    good: [
      // He uses them, and nobody is granted them.
      '## Propriété\n\nLe titulaire cède à la ville, à titre non exclusif, le droit de reproduire les résultats.\n\nLe titulaire demeure libre d’exploiter les résultats et de les commercialiser auprès de tout établissement.',
      // What is no right: who is received, which column of a table, what the contractor may take.
      'Le titulaire cède à la ville le droit de reproduire le film pendant dix ans.\n\n## Accueil\n\nLe musée accorde la même attention à toute personne qui s’adresse à lui et respecte ses droits fondamentaux.\n',
      'Le titulaire cède à la ville le droit de reproduire le film pendant dix ans.\n\n## Fonds\n\nVous pouvez en utiliser d’autres, s’ils sont libres de droits.\n',
      'Le studio cède à la Caf les droits de reproduire les maquettes. Les tiers désignés dans le contrat, au sens de l’article 35.4 du CCAG-TIC, sont la Cnaf et la Caf de la Drôme ; ils en jouissent comme elle.',
      'Vous nous cédez, sans exclusivité, les droits de reproduire et d’adapter le film.',
      'Le studio cède à la ville le droit de reproduire le film et le droit de le distribuer à des tiers, sous licence libre ou non.',
      'Le studio cède à la ville les droits de reproduire le film. Les tiers désignés, qui ont les mêmes droits qu’elle, sont : le musée Ingres et le lycée Bourdelle.',
      'Le studio cède à la ville les droits de reproduire le film. Bénéficiaires : la ville et ses partenaires listés en annexe 2.',
      'Les droits de reproduction des affiches sont cédés pour cinq ans.\n\n| Cessionnaires | Ville |\n|---|---|\n| Commune de Lanvern | Lanvern |',
      "## 9. Résultats\n\nLe titulaire cède à l'Afpa ses droits sur les résultats, à savoir :\n\n- le droit de diffuser les résultats auprès des clients, partenaires ou usagers de l'Afpa.",
      '## 9. Résultats\n\nLe titulaire cède à la métropole ses droits de reproduction sur les résultats.\n\nSes partenaires peuvent en consulter les rapports sur place.',
      'Le titulaire concède à la Caf le droit d’utiliser les résultats. La Cnaf et le groupement Vendée Accueil, tiers désignés, ont les mêmes droits.',
      'Article 6. Les droits de reproduction des dessins sont cédés à la ville et, comme tiers désignés, aux bibliothèques de Brest et de Quimper.',
      "Le titulaire cède à l'acheteur les droits de reproduction des résultats.",
      "## Droits\n\nLe titulaire concède à la Caf et aux tiers désignés dans le marché le droit d'utiliser les résultats. Les tiers désignés sont la Cnaf et la CPAM de la Marne.",
      "L'acheteur peut faire utiliser les résultats par tout tiers de son choix, à qui il concède les droits.",
      "Le titulaire cède à l'acheteur ses droits sur les plans. Les établissements membres bénéficient des mêmes droits ; ils sont listés à l'annexe 1.",
      'Les droits sont cédés au groupement de commandes, dont la liste des membres figure en annexe.',
    ],
    limits: [],
  },
  *check(piece) {
    const fix = (at: Span) => [
      completeCession(piece, at, 'beneficiaires', markedBody('pi-beneficiaires'), 'Désigner les bénéficiaires'),
    ];
    const granted = piece.ask(droits);
    const articles = new Set(granted.map((c) => c.article));
    const acts = new Set(granted.flatMap((c) => c.acts.map((a) => a.sentence)));
    const beside = receivingRights(piece).filter((s) => articles.has(s.section.article));
    const reported = new Set<unknown>();
    const designated = areDesignated(piece);
    const granting = designated ? [] : [...acts, ...piece.ask(regimes).map((r) => r.sentence), ...beside];
    const third = granting.find((sentence) => sentence.has(DESIGNATED_THIRD));
    if (third) {
      reported.add(third);
      yield { at: third.span, message: 'tiers', fixes: fix(third.span) };
    }
    // « Bénéficiaires : la ville », under another grant: who may use what that one gives.
    const ofGrant = new Set([...acts].map((s) => s.section));
    const isDesignated = ({ section }: Sentence) =>
      designated && areDesignated(piece, (s) => s.section === section || !ofGrant.has(s.section));
    for (const m of piece.ask(matieres)) {
      if (m.matter !== 'beneficiaires-vagues' || isDesignated(m.sentence)) continue;
      const isGranted = articles.has(m.sentence.section.article) || (m.doubt?.surety === 'sure' && granted.length > 0);
      if (!isGranted || isToldAgain(m, reported)) continue;
      reported.add(m.sentence);
      yield { at: m.sentence.span, message: 'vagues', doubt: m.doubt, fixes: fix(m.sentence.span) };
    }
    for (const clause of assignments(piece)) {
      if (clause.recipient || isToldAgain(clause, reported) || namesReceiver(clause)) continue;
      yield { at: clause.sentence.span, message: 'anonyme', doubt: clause.doubt, fixes: fix(clause.sentence.span) };
    }
  },
});
