import { completeCession } from '../clauses/cession.ts';
import { insertClause, markedBody } from '../clauses/insertion.ts';
import { droitsDuDossier, isUnder2021, matieres, PRIOR, saidInDossier } from '../facts/pi/index.ts';
import { made } from '../facts/piece/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/connaissances-anterieures',
  title: 'Connaissances antérieures passées sous silence',
  level: 'warning',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Le titulaire incorpore souvent aux résultats des éléments qui existaient avant le marché. S'ils ne sont pas listés, avec leur régime,
l'acheteur découvre après coup que l'usage de ce qu'il a payé dépend d'une licence qu'il n'a pas.`,
  sources: [guide('III.C.1', 28), guide('III.C.2', 28), ccag('tic', '44'), ccag('pi', '33')],
  messages: {
    absentes:
      'Des droits naissent, et aucune pièce ne traite des connaissances antérieures.\nCe sont celles que le titulaire ou l’acheteur apportent à ce qui est réalisé. Les faire lister et fixer les droits de l’acheteur sur celles qui sont incorporées aux résultats.',
    nonListees:
      'Les connaissances antérieures sont évoquées et aucune n’est listée.\nL’offre n’a pas non plus à les lister : on ne saura pas ce qui relève des résultats. Lister celles de l’acheteur et demander au candidat de lister les siennes.',
  },
  silencedBy: [{ rule: 'pi/clause-absente', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction des études.⟧",
        fixed: { gains: "Les connaissances antérieures de l'acheteur sont" },
      },
      {
        text: "## 9. Droits\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. ⟦Les connaissances antérieures restent au titulaire.⟧ Il n'en est pas dressé de liste.",
      },
      {
        text: "## 9. Droits\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. ⟦Ses connaissances antérieures sont hors de la cession.⟧",
        fixed: { gains: 'Celles du titulaire et des tiers sont listées' },
      },
      {
        text: "## 9. Droits\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. ⟦Les connaissances antérieures restent au titulaire.⟧ Elles ne sont pas cédées.",
        fixed: { gains: 'Celles du titulaire et des tiers sont listées' },
      },
      {
        text: '## 9. Droits\n\nLe titulaire cède à la régie les droits de reproduction des vidéos. ⟦Les connaissances antérieures, qui ne sont pas listées, restent au titulaire.⟧',
      },
      {
        text: "# ⟦Clauses techniques⟧\n\nLe marché a pour objet le développement d'une application de réservation.",
        head: { piece: 'cctp' },
        fixed: { gains: 'Connaissances antérieures' },
      },
    ],
    good: [
      // What a list leaves out supposes it; a list of something else is none of these.
      "## 9. Droits\n\nLe titulaire cède à la régie les droits de reproduction des vidéos. Il donne dans son offre la liste de ses connaissances antérieures. Ce qui n'est pas listé est présumé résultat.",
      '## 9. Droits\n\nLe titulaire cède à la régie les droits de reproduction des vidéos. Il donne dans son offre la liste de ses connaissances antérieures.\n\n## 10. Données\n\nLa régie ne transmet pas la liste des abonnés.',
      "## 9. Droits\n\nLe titulaire cède à la régie les droits de reproduction des vidéos.\n\n## 10. Connaissances antérieures\n\nDu titulaire : celles de l'état joint à l'offre. De la régie : son fonds de photographies.",
      // Under words that say it: a label, a title, what opens the article.
      '| Sujet | Accord |\n|---|---|\n| Droits | le titulaire cède à la ville les droits de reproduire et de représenter les cartes |\n| Ce qui existait avant | côté ville : le cadastre de 1830 ; côté titulaire : la police « Sorgue », et rien de plus |\n',
      'Article 3. Le titulaire cède à la ville les droits de reproduire les cartes.\n\nArticle 4. Avant elle, avant lui. La ville apporte son cadastre de 1830 ; le titulaire, sa police de caractères « Sorgue » et rien de plus.\n',
      'Le titulaire cède à la ville les droits de reproduire les cartes.\n\nÉléments d’avant : la police « Sorgue » du titulaire ; le cadastre de la ville.\n',
      'Le titulaire cède à la ville les droits de reproduire les cartes.\n\n## Ce qui ne vient pas du marché\n\n| Apporté par | Nom |\n|---|---|\n| le titulaire | police « Sorgue » |\n',
      'Le titulaire cède à la ville les droits de reproduire le film.\n\n| Apports antérieurs | Titulaire | Ville |\n|---|---|---|\n| Sons | à compléter par le candidat | aucun |',
      'Le titulaire cède à la ville les droits de reproduire le film. Il apporte une bibliothèque de sons, décrite à l’annexe 2.',
      '## 9\n\nVous nous cédez les droits de reproduction des études.\n\nCe que chacun avait déjà. De votre côté : le moteur de calcul. Du nôtre : les comptages de 2024.',
      '## 9\n\nLe titulaire cède à l’acheteur les droits de reproduction des études. Ce qu’il possédait auparavant est énuméré dans son offre et cédé aux mêmes conditions.',
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. Ni le titulaire ni l'acheteur n'apportent de création antérieure.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. Les connaissances antérieures (titulaire : cadre de mesure « Ogive » ; acheteur : charte) sont cédées de même.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études.\n\n## 10. Antériorités\n\nLe bureau d'études apporte ses grilles d'entretien ; l'acheteur, ses statistiques.",
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études. Les connaissances antérieures du titulaire sont listées dans son offre.",
      "## 9\n\nLe marché se réfère au CCAG-PI approuvé par l'arrêté du 30 mars 2021. Le titulaire cède à l'acheteur les droits de reproduction des études.",
      {
        text: "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études, à l'exclusion des éléments préexistants.",
        files: { 'ae.md': '# AE\n\n## Connaissances antérieures du candidat\n\n| Nom | Licence |\n|---|---|\n| | |' },
      },
      "## 9\n\nLe titulaire cède à l'acheteur les droits de reproduction des études.\n\n9.2 Connaissances antérieures. Les parties en dressent la liste en annexe de l'acte d'engagement.",
      'Le logiciel du commerce est fourni avec sa licence pour dix postes.',
    ],
    limits: [],
  },
  *check(piece) {
    const granted = droitsDuDossier(piece).filter(({ clause: c }) => !c.prior && !c.standard);
    const work = granted[0]?.clause ?? made(piece, 'logiciel', 'creation');
    if (!work) return;
    const unlisted = saidInDossier(piece, 'anterieures-sans-liste');
    const mentioned = saidInDossier(piece, 'anterieures');
    if (
      !unlisted &&
      (saidInDossier(piece, 'anterieures-listees') || isUnder2021(piece, ['tic', 'pi']) || hasTable(piece))
    )
      return;
    const own = piece.ask(matieres).find((m) => m.matter === 'anterieures' && !m.sentence.passage.isTitle);
    const text = markedBody('pi-connaissances-anterieures');
    if (mentioned || unlisted) {
      const at = own?.sentence.span ?? piece.draft.title?.span ?? TOP;
      yield {
        at,
        message: 'nonListees',
        doubt: work.doubt,
        fixes: unlisted ? [] : [completeCession(piece, at, 'anterieures', text, 'Ajouter la clause')],
      };
      return;
    }
    const at = granted.find((g) => g.piece === piece)?.clause.sentence.span ?? piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'absentes',
      doubt: work.doubt,
      fixes: [
        insertClause(piece, 'pi-connaissances-anterieures', {
          title: 'Ajouter un article sur les connaissances antérieures',
        }),
      ],
    };
  },
});

/** A table or a list under a heading on prior knowledge is where the parties list theirs. */
const hasTable = (piece: Piece): boolean =>
  piece.consultation.pieces.some(
    (p) =>
      p.draft.tables.some((t) => t.section.under(PRIOR) || t.header.cells.some((c) => c.has(PRIOR))) ||
      p.draft.passages.some((x) => x.kind === 'item' && (x.section.heading?.has(PRIOR) || x.lead?.has(PRIOR))),
  );
