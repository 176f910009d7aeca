import { completeCession } from '../clauses/cession.ts';
import { droitsDuDossier, isExplained, isNarrowed, type RightsClause } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';

const CLAUSE =
  'Les connaissances antérieures incorporées aux résultats ou nécessaires à leur emploi suivent le même régime que les résultats : mêmes droits, même étendue, même destination, mêmes lieux, même durée. Leur prix est compris forfaitairement dans le prix du marché.';

/** What is said of prior knowledge is not what the CCAG gives, or is told less than that. */
const setsOwnRegime = (clause: RightsClause): boolean =>
  clause.prior && (clause.suppliedBy !== 'ccag-2021' || isNarrowed(clause));

export default defineRule({
  id: 'pi/regimes-discordants',
  title: 'Connaissances antérieures sous un autre régime que les résultats',
  level: 'warning',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  why: `Le régime des connaissances antérieures suit celui des résultats. Des résultats cédés qui contiennent des éléments simplement concédés ne peuvent plus
être exploités librement : le titulaire, ou l'éditeur, peut s'opposer à leur emploi.`,
  sources: [guide('III.C.2', 28), guide('III.C.2', 29), ccag('tic', '45.1'), ccag('pi', '34')],
  messages: {
    discordants:
      'Résultats {resultats}, connaissances antérieures seulement {anterieures}.\nL’acheteur ne pourra pas exploiter librement les résultats, où ces connaissances sont incorporées. Leur donner le même régime, ou expliquer pourquoi il diffère.',
    inverses:
      'Résultats seulement {resultats}, connaissances antérieures {anterieures}.\nLes régimes se contredisent. Leur donner le même, ou expliquer pourquoi il diffère.',
  },
  examples: {
    bad: [
      // Who receives stands before the verb, after a clause on the contractor.
      {
        text: '### 7.1 Résultats\n\nLe titulaire cède à l’IREPS les droits de reproduire les guides, en France et pour dix ans.\n\n### 7.2 Connaissances antérieures\n\n⟦Si celles du titulaire sont reprises dans un guide, l’IREPS obtient une licence d’usage de deux ans.⟧',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: '8.1. Le titulaire cède à la Caf les droits de reproduire les résultats, en France et pour la durée légale.\n\n8.2. Connaissances antérieures. Chaque partie en dresse la liste en annexe 3. ⟦Sur celles qui sont incorporées aux résultats, la Caf a une simple licence d’utilisation, jusqu’à la fin du marché.⟧',
        fixed: { gains: 'suivent le même régime' },
      },
      // The CCAG asks for the list; the piece gives less than it does.
      {
        text: "## 9. Résultats\n\nLe titulaire cède à la ville les droits de reproduction et d'adaptation des plans.\n\n## 10. Connaissances antérieures\n\nL'article 45 du CCAG-TIC s'applique. ⟦Sur les outils préexistants, le titulaire ne consent à la ville qu'un droit d'usage pendant deux ans.⟧",
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: "## 9. Résultats\n\nLe titulaire cède à la ville les droits de reproduction et d'adaptation des plans.\n\n## 10. Connaissances antérieures\n\n⟦Les outils préexistants sont mis à la disposition de la ville par une licence d'usage.⟧",
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: '## 6. Droits de la ville\n\n| Objet | Régime |\n|---|---|\n| Résultats | cession |\n| Connaissances antérieures | ⟦concession⟧ |',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: '## 6. Droits de la ville\n\n| | Résultats | Connaissances antérieures |\n|---|---|---|\n| Régime | cession | ⟦licence⟧ |',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: '| Contenu | Droits de la ville |\n|---|---|\n| Modules écrits pour elle | transférés : reproduction, adaptation |\n| Tests préexistants du cabinet | ⟦simple droit d’usage⟧ |',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: 'Traductions : le traducteur les cède à la ville (reproduction, adaptation).\n\n⟦Glossaire apporté par le traducteur : prêt d’usage pendant la mission.⟧',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: '## 9\n\nLe titulaire cède à la ville les droits de reproduction du plan.\n\n⟦La ville se contente d’une licence sur le fonds de carte que le titulaire détenait.⟧',
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études.\n\n⟦Les connaissances antérieures du titulaire ne suivent pas le sort de cette cession : l'acheteur n'en reçoit qu'une licence.⟧",
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats.\n\n⟦Il concède à l'acheteur le droit d'utiliser ses connaissances antérieures.⟧",
        fixed: { gains: 'suivent le même régime' },
      },
      {
        text: "## 9\n\nLe titulaire concède à l'acheteur le droit d'utiliser les résultats.\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction sur ses connaissances antérieures.⟧",
        fixed: { gains: 'suivent le même régime' },
      },
    ],
    good: [
      '## 9. Résultats\n\nLe titulaire cède à la caisse les droits de reproduction des dépliants.\n\n## 10. Connaissances antérieures\n\nLes glossaires du titulaire restent les siens. Il concède une licence pour les usages et les lieux de l’article 9.\n',
      '## 9. Résultats\n\nLe titulaire cède à la caisse les droits de reproduction des dépliants.\n\n## 10. Connaissances antérieures\n\nLe titulaire concède un droit d’usage sur ses glossaires. Un fragment repris dans un dépliant est cédé dans les mêmes conditions que celui-ci.\n',

      "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats.\n\nSes connaissances antérieures équipent d'autres chantiers. Il concède donc à l'acheteur le droit de les utiliser.",
      // Told beside the licence, and why.
      '## 9. Résultats\n\nLe titulaire cède à la ville les droits de reproduction et d’adaptation des plans.\n\n## 10. Connaissances antérieures\n\nTandis que les résultats sont cédés, elles sont seulement concédées : le bureau s’en sert chez d’autres clients et la ville n’a besoin que de les employer avec les plans.',
      "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats.\n\nIl concède à l'acheteur le droit d'utiliser ses connaissances antérieures : une licence suffit à l'acheteur.",
      "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats.\n\nIl lui cède les droits de reproduction sur ses connaissances antérieures.",
      "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats.\n\nIl concède à l'acheteur le droit d'utiliser ses connaissances antérieures, parce qu'elles servent à d'autres clients.",
      "## 9\n\nLe titulaire concède à l'acheteur le droit d'utiliser les résultats et ses connaissances antérieures incorporées.",
      "## 9\n\nLe titulaire cède à l'acheteur ses droits sur les résultats. L'acheteur concède au titulaire le droit d'utiliser ses connaissances antérieures.",
    ],
    limits: [],
  },
  *check(piece) {
    const all = droitsDuDossier(piece).filter(({ clause: c }) => !c.standard && c.acts.some((a) => a.value.strong));
    const results = all.filter(({ clause: c }) => !c.prior);
    for (const { piece: p, clause } of all) {
      const isOwn = p === piece && setsOwnRegime(clause);
      if (!isOwn || isExplained(clause.sentence)) continue;
      const other = results.find((r) => r.clause.kind !== clause.kind);
      if (!other || (clause.kind === 'cession' && results.some((r) => r.clause.kind === 'cession'))) continue;
      const at = clause.sentence.span;
      const ceded = clause.kind === 'concession';
      yield {
        at,
        message: ceded ? 'discordants' : 'inverses',
        data: { resultats: ceded ? 'cédés' : 'concédés', anterieures: ceded ? 'concédées' : 'cédées' },
        fixes: [completeCession(piece, at, 'anterieures', CLAUSE, 'Aligner le régime des connaissances antérieures')],
        related: [{ piece: other.piece, at: other.clause.sentence.span, message: 'Régime des résultats.' }],
      };
    }
  },
});
