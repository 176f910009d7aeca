import assert from 'node:assert/strict';
import { type Clause, clause, clauses } from '../rules/clauses/clauses.ts';
import { fieldOf, filled } from '../rules/clauses/insertion.ts';
import { openConsultation } from '../rules/consultation/open.ts';
import { rules } from '../rules/index.ts';
import type { Piece } from '../rules/kit/piece.ts';
import { insertion, offers, suits, typed } from '../server/core/clauses.ts';
import { toSnippet } from '../server/core/fix.ts';
import { applyEdits, lint } from '../server/core/lint.ts';

function open(text: string, path = 'ccap.md'): Piece {
  const [piece] = openConsultation([{ path, text }], { date: '2026-12-01', files: [path] }).pieces;
  assert.ok(piece);
  return piece;
}

/** The draft once the clause is in it, for a writer before ¦ (at the end when there is none). */
function inserted(marked: string, id: string, values: Readonly<Record<string, string>> = {}): string {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const edit = insertion(open(text), id, offset < 0 ? text.length : offset, values);
  return applyEdits(text, [edit]) ?? '';
}
const headings = (text: string) => text.split(/\r?\n/).filter((l) => /^(?:#|\*\*)/.test(l));
const OWN = 'Code source et documentation';

describe('a clause is numbered like its neighbours', () => {
  const articles = (first: string, second: string) => `# CCAP\n\n${first}\n\nUn.\n\n${second}\n\nDeux.\n`;
  const cases: readonly (readonly [first: string, second: string, added: string])[] = [
    ['## Article 11 - Objet', '## Article 12 - Prix', `## Article 13 - ${OWN}`],
    ['## ARTICLE 9 : OBJET', '## ARTICLE 10 : PRIX', `## ARTICLE 11 : ${OWN.toUpperCase()}`],
    ['## 1. Objet', '## 2. Prix', `## 3. ${OWN}`],
    ['## 1) Objet', '## 2) Prix', `## 3) ${OWN}`],
    ['# 1 – Objet', '# 2 – Prix', `# 3 – ${OWN}`],
    ['## III. Objet', '## IV. Prix', `## V. ${OWN}`],
    ['## Article premier – Objet', '## Article 2 – Prix', `## Article 3 – ${OWN}`],
    ['**Article 4 – Objet**', '**Article 5 – Prix**', `**Article 6 – ${OWN}**`],
    ['## Article n° 4 : Objet', '## Article n° 5 : Prix', `## Article n° 6 : ${OWN}`],
    // A number alone has no sign to take over.
    ['## Article 4', '## Article 5', `## Article 6 – ${OWN}`],
    ['## 4.', '## 5.', `## 6. ${OWN}`],
    ['## Objet', '## Prix', `## ${OWN}`],
    ['### Objet', '### Prix', `### ${OWN}`],
  ];
  for (const [first, second, added] of cases)
    it(`« ${second} » is followed by « ${added} »`, () => {
      assert.equal(headings(inserted(articles(first, second), 'pi-code-source')).at(-1), added);
    });

  it('as a part of the article on the wider matter: « 5.3 » is followed by « 5.4 »', () => {
    const text =
      '# CCAP\n\n## 5. Propriété intellectuelle\n\n### 5.1 Définitions\n\nUn.\n\n### 5.2 Cession\n\nDeux.\n\n### 5.3 Garantie\n\nTrois.\n\n## 6. Prix\n\nQuatre.\n';
    const after = inserted(text, 'pi-code-source');
    assert.deepEqual(headings(after).slice(-3), ['### 5.3 Garantie', `### 5.4 ${OWN}`, '## 6. Prix']);
    assert.match(
      after,
      /Trois\.\n\n### 5\.4 Code source et documentation\n\n<!-- clause: pi-code-source -->\n\nÀ chaque livraison/,
    );
    assert.match(after, /\.\n\n## 6\. Prix\n\nQuatre\.\n$/);
  });

  it('without a number after prose that has none, and with the first one in an empty article', () => {
    const prose = inserted(
      '# CCAP\n\n## 5. Propriété intellectuelle\n\nUn.\n\n## 6. Prix\n\nDeux.\n',
      'pi-code-source',
    );
    assert.deepEqual(headings(prose), ['# CCAP', '## 5. Propriété intellectuelle', `### ${OWN}`, '## 6. Prix']);
    const empty = inserted('# CCAP\n\n## 5. Propriété intellectuelle\n\n## 6. Prix\n\nDeux.\n', 'pi-code-source');
    assert.equal(headings(empty)[2], `### 5.1 ${OWN}`);
  });
});

describe('a clause goes where it belongs', () => {
  const RC = '# RC\n\n## 1. Objet\n\nUn.\n\n## 2. Variantes\n\nDeux.\n\n## 3. Critères d’attribution\n\nTrois.\n';

  it('in the section on its matter, without its heading, in the apostrophes of the draft', () => {
    const after = inserted(RC, 'variantes-autorisees');
    assert.deepEqual(headings(after), headings(RC));
    const [, section = ''] = /## 2\. Variantes\n\n([\s\S]*?)\n\n## 3/.exec(after) ?? [];
    assert.match(section, /^Deux\.\n\nLes variantes à l’initiative/);
    assert.doesNotMatch(section, /'/);
  });

  it('beside the section of the writer when no section is on its matter, after the last number', () => {
    const after = inserted(RC.replace('Un.', 'U¦n.'), 'tranches-definition');
    assert.deepEqual(headings(after).slice(1), [
      '## 1. Objet',
      '## 2. Variantes',
      '## 3. Critères d’attribution',
      '## 4. Tranches',
    ]);
    const parts = '# CCAP\n\n## 1. Prix\n\n### 1.1 Forme\n\nU¦n.\n\n### 1.2 Avance\n\nDeux.\n\n## 2. Durée\n\nTrois.\n';
    assert.deepEqual(headings(inserted(parts, 'pi-code-source')).slice(2), [
      '### 1.1 Forme',
      '### 1.2 Avance',
      `### 1.3 ${OWN}`,
      '## 2. Durée',
    ]);
  });

  it('right after the section of the writer where nothing is numbered', () => {
    const after = inserted('# CCAP\n\n## Objet\n\nU¦n.\n\n## Prix\n\nDeux.\n', 'pi-code-source');
    assert.deepEqual(headings(after), ['# CCAP', '## Objet', `## ${OWN}`, '## Prix']);
  });

  it('as a paragraph after the one of the writer when it is none of an article', () => {
    const after = inserted('# CCAP\n\n## Droits\n\nUn.¦\n\nDeux.\n', 'pi-prix-forfaitaire');
    assert.match(after, /Un\.\n\n<!-- clause: pi-prix-forfaitaire -->\n\n.*\n\nDeux\.\n$/);
  });

  it('never in the middle of a list or a table, and not with the indentation of the line before', () => {
    const after = inserted(
      '# CCAP\n\n## Droits\n\n- un ¦;\n  - deux.\n\n| A |\n| --- |\n| b |\n',
      'pi-prix-forfaitaire',
    );
    assert.match(after, /\n {2}- deux\.\n\n<!-- clause: pi-prix-forfaitaire -->\n\n\S.*\n\n\| A \|/);
  });

  it('in a new file, and keeps its line ends', () => {
    assert.match(inserted('', 'pi-code-source'), /^\s*## Code source et documentation\n\n/);
    const crlf = inserted('# CCAP\r\n\r\n## 1. Objet\r\n\r\nUn.\r\n', 'pi-code-source');
    assert.doesNotMatch(crlf, /(?<!\r)\n/);
    assert.match(crlf, /\r\n## 2\. Code source/);
  });

  it('in place of the words typed to find it, with the number of the place when it is free', () => {
    const at = (text: string) => {
      const start = text.indexOf('clause:');
      const edit = typed(open(text), 'pi-code-source', { start, end: start + 'clause: code'.length });
      return applyEdits(text, [edit]) ?? '';
    };
    const last = at('# CCAP\n\n## Article 1 – Objet\n\nUn.\n\nclause: code\n');
    assert.match(last, /Un\.\n\n## Article 2 – Code source et documentation\n\n<!-- clause/);
    const taken = at('# CCAP\n\n## Article 1 – Objet\n\nUn.\n\nclause: code\n\n## Article 2 – Prix\n');
    assert.deepEqual(headings(taken).slice(1), ['## Article 1 – Objet', `## ${OWN}`, '## Article 2 – Prix']);
    const home = at('# CCAP\n\n## Article 1 – Code source\n\nclause: code\n\n## Article 2 – Prix\n');
    assert.deepEqual(headings(home).slice(1), ['## Article 1 – Code source', '## Article 2 – Prix']);
  });
});

describe('the variables of a clause', () => {
  it('take their values, and stay to be filled without one', () => {
    const { variables } = clause('pi-cession-exclusive');
    const after = inserted('# CCAP\n', 'pi-cession-exclusive', { lieu: ' le monde\n entier ', durée: '  ' });
    assert.match(after, /\| Lieu \| le monde entier \|/);
    assert.match(after, /\| Durée \| \[à compléter : durée — /);
    assert.equal(after.split('[à compléter').length - 1, variables.length - 1);
  });

  it('cannot break a table, nor name what is no variable', () => {
    const after = inserted('# CCAP\n', 'pi-cession-exclusive', {
      lieu: 'France | Europe',
      constructor: 'x',
      toString: 'y',
    });
    assert.match(after, /\| Lieu \| France \\\| Europe \|/);
  });

  it('are tab stops, and choices where the wordings are fixed', () => {
    const { variables, body } = clause('allotissement-lots') as Clause;
    const variable = variables.find((v) => v.valeurs);
    assert.ok(variable?.valeurs);
    const values = variable.valeurs.map((v) => v.replace(/[,|\\]/g, '\\$&')).join(',');
    const stop = new RegExp(
      `\\$\\{\\d+\\|${fieldOf(variable)
        .replace(/[[\]|(),.?]/g, '\\$&')
        .replace(/\\,/g, '\\\\,')},`,
    );
    assert.match(toSnippet(body), stop);
    assert.ok(toSnippet(body).includes(`,${values}|}`));
    assert.ok(toSnippet(body.replace(/'/g, '’').replace(/ :/g, '\u00a0:')).includes(`,${values}|}`));
  });
});

describe('the clauses offered', () => {
  it('are those of the piece, under the CCAG that the consultation names', () => {
    const tic = open('---\ndce:\n  piece: ccap\n  ccag: tic-2021\n---\n\n# CCAP\n');
    const none = open('---\ndce:\n  piece: ccap\n---\n\n# CCAP\n');
    const rc = open('---\ndce:\n  piece: rc\n---\n\n# RC\n', 'rc.md');
    const has = (piece: Piece, id: string) => suits(clause(id), piece);
    assert.ok(
      has(tic, 'pi-cession-exclusive') &&
        !has(tic, 'pi-cession-exclusive-ccag-pi') &&
        !has(tic, 'pi-cession-sans-ccag'),
    );
    assert.ok(
      has(none, 'pi-cession-exclusive') && has(none, 'pi-cession-sans-ccag') && !has(none, 'pi-ccag-2009-option'),
    );
    assert.ok(has(rc, 'variantes-autorisees') && !has(tic, 'variantes-autorisees'));
  });

  it('come with the others after them, all of them once', () => {
    const all = offers(open('# RC\n', 'rc.md'));
    assert.equal(new Set(all.map((o) => o.clause.id)).size, clauses.length);
    const first = all.findIndex((o) => !o.suits);
    assert.ok(first > 0 && all.slice(first).every((o) => !o.suits));
  });
});

describe('a contract made of inserted clauses', () => {
  const IP = [
    'pi-cession-sans-ccag',
    'pi-resultats-definition',
    'pi-connaissances-anterieures',
    'pi-code-source',
    'pi-tierce-maintenance',
  ];
  const example = (c: Clause) => Object.fromEntries(c.variables.map((v) => [v.nom, v.exemple]));
  const start = (article: string) =>
    `---\ndce:\n  piece: ccap\n---\n\n# CCAP\n\n## 1. Objet\n\nLe marché a pour objet le développement d'un logiciel de suivi.\n${article}`;

  for (const article of ['', '\n## 2. Propriété intellectuelle\n'])
    it(`has no finding on rights ${article ? 'when they are parts of one article' : 'when they are articles'}`, () => {
      const text = IP.reduce((t, id) => inserted(t, id, example(clause(id))), start(article));
      const { consultation } = open(text);
      const found = lint(consultation, { rules, rethrow: true }).findings.filter((f) => f.rule.id.startsWith('pi/'));
      assert.deepEqual(
        found.map((f) => `${f.rule.id} ${f.message}`),
        [],
        text,
      );
      if (article)
        assert.deepEqual(
          headings(text)
            .slice(3)
            .map((h) => h.slice(0, 7)),
          ['### 2.1', '### 2.2', '### 2.3', '### 2.4', '### 2.5'],
        );
    });

  it('leaves the text of a clause as the library has it', () => {
    const model = clause('pi-code-source');
    assert.ok(inserted(start(''), 'pi-code-source').includes(filled(model, {})));
  });
});
