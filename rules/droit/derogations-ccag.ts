import { clauseText } from '../clauses/clauses.ts';
import {
  clauseNumber,
  covers,
  type Derogation,
  derogations,
  isMade,
  isOfCcag,
  listsOwnArticles,
} from '../facts/droit/index.ts';
import { addItems, addRow, appendSection, insertBlockAfter } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';

const gains = '| Article du présent cahier |';

export default defineRule({
  id: 'droit/derogations-ccag',
  title: 'Dérogation au CCAG et liste finale en désaccord',
  level: 'error',
  pieces: ['ccap'],
  why: `Un marché qui se réfère à un CCAG liste les articles auxquels il déroge. Une dérogation absente de la liste est irrégulière et prête à
discussion ; une ligne sans dérogation dans le corps du cahier laisse croire à une clause qui n'existe pas.`,
  sources: [ccp('R2112-3'), ccag('tic', '1.2')],
  messages: {
    'hors-liste':
      'Cette dérogation à l’article {article} du CCAG n’est pas dans la liste récapitulative.\nLa clause y déroge sans que la liste des dérogations le dise (article R2112-3). L’ajouter à la liste.',
    'sans-liste':
      'Cette clause déroge à l’article {article} du CCAG, et le cahier n’a pas de liste finale.\nIl se termine par la liste des articles auxquels il déroge (article R2112-3). Ajouter cette liste.',
    'sans-clause':
      'La liste annonce une dérogation à l’article {article} du CCAG qu’aucune clause ne porte.\nAucune clause du cahier n’y déroge expressément. Retirer la ligne, ou écrire « par dérogation à l’article {article} du CCAG » dans la clause concernée.',
  },
  examples: {
    bad: [
      '## 8. Vérifications\n\n8.1. Les livrables sont vérifiés dans les trente jours.\n\n8.2. Par dérogation à l’article 14.1 du CCAG-TIC, la pénalité est de 200 €.\n\n## 9. Dérogations au CCAG-TIC\n\n| Article du cahier | Article du CCAG-TIC |\n|---|---|\n| 8.2 | 14.1 |\n| 8.1 | ⟦33.1⟧ |',
      {
        text: "## 6. Retard\n\n⟦L'article 14.1.1 du CCAG-TIC ne joue pas⟧ : la pénalité est de 200 € par heure.\n\n## 7. Garantie\n\nElle est de deux ans, ⟦au lieu de la durée de l'article 36 du CCAG-TIC⟧.\n\n## 8. Dérogations\n\nL'article 9 déroge à l'article 20 du CCAG-TIC.\n\n## 9. Délais\n\nIl est dérogé, pour les délais, à l'article 20 du CCAG-TIC.",
        fixed: { gains: "L'article 6 déroge à l'article 14.1.1 du CCAG." },
      },
      "## 8. Petites pénalités\n\nL'exonération joue comme le veut l'article 14.1.3 du CCAG-FCS.\n\n## 9. Résiliation\n\nL'indemnité est de 3 %, et non celle que fixe l'article 42 du CCAG-FCS.\n\n## 10. Dérogations\n\n- article 42 du CCAG-FCS, par l'article 9\n- ⟦article 14.1.3 du CCAG-FCS, par l'article 8⟧",
      '# CCAP\n\n## 7\n\n### 7.1 Retard\n\nLe plafond du CCAG est écarté.\n\n### 7.2 Seuil\n\nL’exonération des pénalités s’applique telle que le CCAG la prévoit.\n\n## 13. Récapitulation des dérogations\n\n| Article du présent CCAP | Article du CCAG auquel il est dérogé |\n|---|---|\n| 7.2 | ⟦19.2.1⟧ |',
      {
        text: "## Pénalités\n\n⟦Par dérogation à l'article 14.1 du CCAG-TIC⟧, le retard est sanctionné par une pénalité de 250 €.\n\n## Récapitulatif des dérogations\n\n- ⟦L'article 7 du présent CCAP déroge à l'article 33.1 du CCAG-TIC.⟧",
        fixed: { gains: '33.1 du CCAG-TIC.\n- [à compléter : article du cahier — numéro ou titre] déroge' },
      },
      {
        text: "⟦Par dérogation à l'article 14.1 du CCAG-PI⟧, le titulaire encourt une pénalité de 300 € par jour.",
        fixed: { gains },
      },
      {
        text: '## 4. Prix\n\nLe présent marché ⟦déroge aux articles 10.1 et 20.4 du CCAG-FCS⟧.\n\n## 9. Dérogations au CCAG\n\n| Article du présent CCAP | Article du CCAG auquel il déroge |\n|---|---|\n| 4 | 10.1 |',
        fixed: { gains: '| 4 | 20.4 |' },
      },
      {
        text: '## 4. Prix\n\nLe présent marché ⟦déroge aux articles 10.1 et 20.4 du CCAG-FCS⟧.\n\n## 9. Dérogations au CCAG\n\n<table>\n<tr><th>Article du présent CCAP</th><th>Article du CCAG auquel il déroge</th></tr>\n<tr><td>4</td><td>10.1</td></tr>\n</table>',
        fixed: { gains: '<tr><td>4</td><td>20.4</td></tr>' },
      },
      {
        text: "## 7. Pénalités\n\nPar dérogation à l'article 14.1 du CCAG-TIC, le retard coûte 50 € par jour.\n\n## 9. Litiges\n\nLe tribunal de Brest est compétent.\n\nL'article 7 déroge à l'article 14.1 du CCAG-TIC.\n\n⟦L'article 8 déroge à l'article 26 du CCAG-TIC.⟧",
      },
      {
        text: "## 8. Pénalités\n\n⟦Contrairement à l'article 14 du cahier des clauses administratives générales⟧, aucune exonération n'est prévue.\n\n## 12. Dérogations\n\nNéant.",
        fixed: { gains },
      },
      {
        text: '## 4. Prix\n\nLe présent marché déroge à l’article 10.1 du CCAG-FCS.\n\n## 9. Dérogations\n\n| Présent document | Texte général |\n|---|---|\n| 4 | 10.1 |\n| 5 | ⟦20.4⟧ |',
      },
      {
        text: '## Article 3 – Pièces\n\nPar dérogation à l’article 4.1 du CCAG-TIC, le cahier prime.\n\n## Article 22 – Dérogations\n\nIl est dérogé aux articles suivants du CCAG-TIC :\n\n- article 4.1, par l’article 3 du présent cahier ;\n- ⟦article 42.2, par l’article 18 du présent cahier.⟧',
      },
      {
        text: "⟦À la différence de ce que prévoit l'article 36 du CCAG-TIC⟧, la garantie court pendant deux ans.",
        fixed: { gains },
      },
      // The title of the list opens its paragraph, with no mark that makes it one.
      {
        text: "CHAPITRE 1 - DURÉE\n\nArt. 1.1 - Pièces. Par dérogation à l'article 4.1 du CCAG-FCS, le CCAP prime.\n\nArt. 1.2 - Retards. ⟦Par dérogation à l'article 14.1 du CCAG-FCS⟧, le retard coûte 90 € par jour.\n\nCHAPITRE 2 - FIN DU MARCHÉ\n\nArt. 2.1 - Dérogations au CCAG-FCS. L'Art. 1.1 déroge à l'article 4.1.",
        fixed: { gains: "L'article 1.2 déroge à l'article 14.1 du CCAG." },
      },
      '6.1 – Retards. Le retard coûte 90 € par jour.\n\n9.4 – Liste des dérogations. Il est dérogé aux articles suivants du CCAG-PI :\n\n- ⟦article 14.1, par l’article 6.1 du présent cahier.⟧\n\n9.5 – Litiges. Le tribunal de Brest est compétent.',
    ],
    good: [
      '## Avance\n\nUne avance de 20 % est versée. L’option B de l’article 11.1 du CCAG-TIC n’est pas retenue.',
      // The CCAG before its article, the clause after.
      "Le CCAG-FCS s'applique.\n\n## 8. Pénalités\n\nPar dérogation à l'article 14.1 du CCAG-FCS, 80 € par jour.\n\n## 12. Récapitulatif des dérogations\n\n- CCAG-FCS, article 14.1 : article 8",
      {
        text: 'Le CCAG-PI s’applique.\n\n## 6. Pénalités\n\n100 € par jour.\n\n## 9. Dérogations\n\n| Article du présent cahier | Article du CCAG-PI auquel il est dérogé |\n|---|---|\n| 6 | 14.1 |\n\nPar dérogation à l’article 14.1 du CCAG-PI, les pénalités sont celles de l’article 6.',
        head: { piece: 'ccap' },
      },
      // The clause that derogates told beside the verb, or before what it departs from.
      "## 5. Retard\n\nPar dérogation à l'article 19.2.3 du CCAG-Travaux, la pénalité est de 500 €.\n\n## 14. Dérogations\n\nLe présent CCAP déroge, en son article 5, à l'article 19.2.3 du CCAG-Travaux.",
      "## 5. Délais\n\nPar dérogation aux articles 13.3 et 14.1 du CCAG-PI, la pénalité est de 90 €.\n\n## 6. Réception\n\nIl est en cela dérogé à l'article 29.1 du CCAG-PI.\n\n## 10. Récapitulation\n\nDérogent au CCAG-PI :\n\n- l'article 5 (articles 13.3 et 14.1) ;\n- l'article 6 (article 29.1).",
      "Si l'article 36 du CCAG-TIC ne s'applique pas, le titulaire le signale. L'article 20 du CCAG-TIC n'est applicable qu'au lot 1.",
      '# CCAP\n\n**10.2** Par dérogation à l’article 45.1 du CCAG-TIC, les connaissances sont exclues.\n\n**16. Dérogations.** Il est dérogé aux articles suivants du CCAG-TIC : 45.1 (article 10.2 du présent CCAP).',
      '# CCAP\n\nLe CCAG-Travaux s’applique. Pour les bétons, et par dérogation à l’article 8.2 du fascicule 65 du CCTG, la cure dure sept jours.',
      '# CCAP\n\n## 7\n\n### 7.3 Prime\n\nL’article 19.2.5 du CCAG n’est pas appliqué.\n\n## 13. Récapitulation des dérogations\n\n| Article du présent CCAP | Article du CCAG auquel il est dérogé |\n|---|---|\n| 7.3 | 19.2.5 |',
      // A list whose title opens its paragraph; several derogations in one sentence, each after its clause.
      "CHAPITRE 1 - DURÉE\n\nArt. 1.1 - Pièces. Par dérogation à l'article 4.1 du CCAG-FCS, le CCAP prime.\n\nArt. 1.2 - Retards. Par dérogation à l'article 14.1 du CCAG-FCS, le retard coûte 90 € par jour.\n\nCHAPITRE 2 - FIN DU MARCHÉ\n\nArt. 2.1 - Litiges. Le tribunal de Brest est compétent.\n\nArt. 2.2 - Dérogations au CCAG-FCS. L'Art. 1.1 déroge à l'article 4.1 et l'Art. 1.2 déroge à l'article 14.1.",
      "5.3 – Garantie. Par dérogation à l'article 33 du CCAG-TIC, elle est de deux ans.\n\n12 - Récapitulatif des dérogations. Articles dérogés : 33 (article 5.3).",
      'Article 4. Avance. Par dérogation à l’article 11.1 du CCAG-FCS, elle est de 10 %.\n\nArticle 11. Liste des articles dérogés. CCAP 4 : CCAG 11.1.',
      // A list in a form of its own.
      "**7. Retards.** Le retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-PI.\n\n**16. Ce à quoi on déroge dans le CCAG-PI.** L'article 7 déroge à l'article 14.1.",
      "## 7. Pénalités\n\nLe retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-FCS.\n\n## 9. Dérogations\n\nSont écartés, dans cet ordre : au titre des pénalités (7), 14.1 ; rien d'autre.",
      "## 7. Pénalités\n\nLe retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-FCS.\n\n## 9. Divers\n\n| Clause du cahier | CCAG-FCS |\n|---|---|\n| 7 | 14.1 |",
      // The figures of an address under the list number no article.
      "## 7. Pénalités\n\nLe retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-FCS.\n\n## 9. Dérogations\n\nL'article 7 déroge à l'article 14.1 du CCAG-FCS.\n\n12 rue des Lices – Tél (3)3 02 41 00 00 00",
      "## 7. Pénalités\n\nLe retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-FCS.\n\n## 9. Dérogations\n\nL'article 7 déroge à l'article 14.1 du CCAG-FCS.\n\n| Cadre de prix | Montant HT |\n|---|---|\n| Fourniture | |\n| Maintenance, 36 mois | |",
      "## 7. Pénalités\n\nLe retard coûte 90 € par jour, par dérogation à l'article 14.1 du CCAG-FCS.\n\n## 9. Dérogations\n\n- article 7 : article 14.1 du CCAG-FCS\n\nSont joints :\n\n- le planning, sur 24 mois\n- annexe 3",
      '## Article 12 – Pénalités\n\nPar dérogation à l’article 14.1 du CCAG-PI, le retard coûte 150 € par jour.\n\n## Article 16 – Liste récapitulative des dérogations\n\nIl est dérogé :\n\n- à l’article 14.1 du CCAG-PI, par l’article 12 ci-dessus.',
      "## 6. Pénalités\n\nPar dérogation à l'article 14.1 du CCAG-TIC, la pénalité est de 150 €.\n\n## 17. Dérogations au CCAG-TIC\n\n| Article du présent CCAP | Article du CCAG-TIC auquel il déroge |\n|---|---|\n| 6 | 14.1 |",
      '## 7. Délais\n\nPar dérogation à l’article 14.1.1 du CCAG-FCS, le retard donne lieu à une pénalité de 80 €.\n\n## Article 11 – Dérogations au CCAG-FCS\n\nL’article 7 du présent CCAP déroge à l’article 14.1.1 du CCAG-FCS.',
      "Il n'est dérogé à aucun article du CCAG.",
      "Par dérogation à l'article 4.2 du présent CCAP, l'avance est versée à la notification.",
      "Par dérogation à l'article L. 2191-3 du code de la commande publique, le titulaire renonce à l'avance.",
      "## 5. Résiliation\n\nIl est dérogé à l'article 41 du CCAG-TIC.\n\n## Liste récapitulative des dérogations\n\n- Dérogation à l'article 41 du CCAG-TIC : article 5 du CCAP.",
      "# CCAP\n\nARTICLE 8 — PÉNALITÉS. Par dérogation à l'article 14.1 du CCAG-TIC, le retard coûte 50 € par jour.\n\nARTICLE 17 — DÉROGATIONS. L'article 8 déroge à l'article 14.1 du CCAG-TIC.",
      '## 4.11. Dérogation au CCAG\n\nNéant',
      "## 7. Pénalités\n\nPar dérogation à l'article 14.1 du CCAG-TIC, le retard coûte 50 € par jour.\n\n## 8. Garantie\n\nPar dérogation à l'article 33 du CCAG-TIC, la garantie est de deux ans.\n\n## 9. Litiges\n\nLe tribunal de Brest est compétent.\n\nL'article 7 déroge à l'article 14.1 du CCAG-TIC.\n\nL'article 8 déroge à l'article 33 du CCAG-TIC.",
      "Toute dérogation au CCAG fait l'objet d'un avenant.",
      "Par dérogation à l'article 14.1 du CCAG-TIC, le retard coûte 90 € par jour.\n\n## Article 9 – Dérogations au CCAG\n\n- l'article 4 déroge à l'article 14.1 du CCAG-TIC.\n\nANNEXE 1 – PRIX\n\n| Poste | Quantité | Prix |\n|---|---|---|\n| Étude | 1 | …… |\n| Borne | 40 | …… |\n| Site de plus (article 11) | 1 | …… |",
    ],
    limits: [],
  },
  *check(piece) {
    const said = piece.ask(derogations);
    const pieces = piece.consultation.of('ccap', 'cctp', 'ae');
    const lists = pieces.map((p) => p.ask(derogations));
    const listed = lists.flatMap((l) => l.listed.flatMap((line) => line.articles));
    // « 14 » may be an article of the cahier, and « 14.1 » of the CCAG.
    const numbered = lists.flatMap((l) => l.numbered).filter((n) => n.includes('.'));
    const isListed = (a: string) => [...listed, ...numbered].some((b) => covers(a, b));
    if (!said.annexed) {
      const missing = said.made
        .filter((m) => isOfCcag(piece, m))
        .map((m) => ({
          m,
          articles: m.articles.filter((a) => !isListed(a)),
        }))
        .filter(({ articles }) => articles.length > 0);
      const fix = missing.length > 0 ? listFix(piece, missing) : undefined;
      for (const { m, articles } of missing)
        yield {
          at: m.at,
          message: said.list || said.listed.length > 0 ? 'hors-liste' : 'sans-liste',
          data: { article: articles.join(', ') },
          ...(fix && { fixes: [fix] }),
        };
    }
    for (const l of said.listed) {
      const article = l.articles.find((a) => !isMade(piece, pieces, l, a));
      if (article !== undefined) yield { at: l.at, message: 'sans-clause', data: { article } };
    }
  },
});

type Missing = readonly { readonly m: Derogation; readonly articles: readonly string[] }[];

/** One fix for all that is missing: rows, lines or the list itself. */
function listFix(piece: Piece, missing: Missing): Fix | undefined {
  const { list, table, listed } = piece.ask(derogations);
  const title = 'Compléter la liste des dérogations';
  const lines = missing.flatMap(({ m, articles }) => articles.map((article) => ({ article, own: clauseNumber(m) })));
  const rows = lines.map(
    ({ article, own }) => [own ?? '[à compléter : article du cahier — numéro ou titre]', article] as const,
  );
  if (table && listsOwnArticles(table)) {
    const all = rows.map((row) => addRow(piece, table, row, title));
    const [first] = all;
    const edit = first?.edits[0];
    return (
      edit && {
        title,
        grade: 'review',
        edits: [{ ...edit, text: all.flatMap((f) => f.edits.map((e) => e.text)).join('') }],
      }
    );
  }
  if (listed.length > 0) {
    const last = listed[listed.length - 1];
    const told = lines.map(
      ({ article, own }) =>
        `${own ? `L'article ${own}` : '[à compléter : article du cahier — numéro ou titre]'} déroge à l'article ${article} du CCAG.`,
    );
    const passage = last && piece.draft.passageAt(last.at.start);
    if (passage?.list) return addItems(piece, passage, told, title);
    return last && insertBlockAfter(piece, last.at, told.join('\n\n'), title);
  }
  const head = clauseText('derogations-liste').split('\n').slice(0, -1).join('\n');
  const text = `${head}\n${rows.map((r) => `| ${r.join(' | ')} |`).join('\n')}`;
  if (!list) return appendSection(piece, 'Dérogations au CCAG', text, title);
  return insertBlockAfter(piece, list.span, text, title);
}
