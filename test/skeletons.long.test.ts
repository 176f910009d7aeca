import assert from 'node:assert/strict';
import { clauses } from '../rules/clauses/clauses.ts';
import { piecesOf, skeleton, skeletonOf, skeletons } from '../rules/clauses/skeletons.ts';
import { openConsultation } from '../rules/consultation/open.ts';
import { PROCEDURES } from '../rules/facts/piece/entete.ts';
import type { ProcedureName } from '../rules/facts/piece/entete-cles.ts';
import { procedure as procedureFact } from '../rules/facts/procedure/procedure.ts';
import { rules } from '../rules/index.ts';
import { PIECES, SCHEDULES } from '../rules/kit/piece.ts';
import { check } from '../server/core/check.ts';

const DATE = '2026-12-01';
const pairs = skeletons.flatMap(({ piece, procedures }) => procedures.map((procedure) => ({ piece, procedure })));

const open = (files: Readonly<Record<string, string>>) =>
  openConsultation(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { date: DATE, files: Object.keys(files) },
  );

/** What every rule says of these files, as `rule « words »`, the fields to fill left out. */
const findings = (files: Readonly<Record<string, string>>): string[] =>
  check(open(files), { rules, rethrow: true })
    .findings.filter((f) => f.rule.id !== 'redaction/champ-a-completer')
    .map((f) => `${f.piece.path}: ${f.rule.id} « ${f.piece.draft.text.slice(f.at.start, f.at.end)} »`);

const withoutHead = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n+/, '');
const withoutTitle = (text: string) => withoutHead(text).replace(/^# .*\n+/, '');

const read = (path: string, text: string) => {
  const [piece] = open({ [path]: text }).pieces;
  assert.ok(piece);
  return { kind: piece.kind, from: piece.kindFrom, procedure: piece.ask(procedureFact).name };
};

describe('the skeletons', () => {
  it('cover every piece and every procedure', () => {
    assert.deepEqual(
      skeletons.map((t) => t.piece),
      // Price schedules and notices are no drafts.
      PIECES.filter((p) => !['autre', 'avis', ...SCHEDULES].includes(p)),
    );
    for (const procedure of PROCEDURES) assert.ok(piecesOf(procedure).length > 0, procedure);
    assert.equal(skeletonOf('lettre'), undefined);
  });

  it('are refused for a procedure that does not go with the piece', () => {
    assert.throws(() => skeleton('rc', 'concours'), /no skeleton of rc for concours/);
    assert.throws(() => skeleton('cctp', 'dialogue-competitif'));
  });

  for (const { piece, procedure } of pairs) {
    const text = skeleton(piece, procedure);

    it(`${piece} for ${procedure} raises nothing but its fields, with its front matter or without`, () => {
      const all = check(open({ [`${piece}.md`]: text }), { rules, rethrow: true }).findings;
      assert.ok(all.some((f) => f.rule.id === 'redaction/champ-a-completer'));
      assert.deepEqual(findings({ [`${piece}.md`]: text }), []);
      assert.deepEqual(findings({ [`${piece}.md`]: withoutHead(text) }), []);
    });

    it(`${piece} for ${procedure} is known by its front matter, its title, and its name`, () => {
      assert.deepEqual(read('a.md', text), { kind: piece, from: 'front-matter', procedure });
      assert.deepEqual(read('a.md', withoutHead(text)), { kind: piece, from: 'title', procedure });
      assert.deepEqual(read(`${piece}.md`, withoutTitle(text)), { kind: piece, from: 'name', procedure });
    });

    it(`${piece} for ${procedure} names no other procedure as its own`, () => {
      const [opened] = open({ 'a.md': withoutHead(text) }).pieces;
      const named = opened?.ask(procedureFact).evidence.map((e) => e.name) ?? [];
      assert.deepEqual([...new Set(named)], procedure === 'appel-a-projets' ? [] : [procedure]);
    });

    it(`${piece} for ${procedure} has its articles numbered in order and no directive left`, () => {
      const articles = [...text.matchAll(/^## Article (\d+) – \S/gm)].map((m) => Number(m[1]));
      assert.deepEqual(
        articles,
        articles.map((_, i) => i + 1),
      );
      assert.ok(articles.length >= 5);
      assert.equal([...text.matchAll(/^##+ /gm)].length, [...text.matchAll(/^## Article \d|^### \d+\.\d/gm)].length);
      assert.doesNotMatch(text, /<!-- [a-z]|\n{3}/);
      assert.ok(text.startsWith('---\n') && text.endsWith('\n'));
    });
  }

  // The text of a règlement de concours says « le présent règlement », as an RC's does.
  for (const { piece, procedure } of pairs.filter((p) => p.piece !== 'reglement-concours'))
    it(`${piece} for ${procedure} is known by its text alone`, () => {
      assert.deepEqual(read('a.md', withoutTitle(skeleton(piece, procedure))), {
        kind: piece,
        from: 'text',
        procedure,
      });
    });

  const folderOf = (procedure: ProcedureName, change: (text: string) => string = (t) => t) =>
    Object.fromEntries(piecesOf(procedure).map((piece) => [`${piece}.md`, change(skeleton(piece, procedure))]));

  const examples = new Map<string, string>(
    clauses.flatMap((c) =>
      c.variables.map((v): [string, string] => [`[à compléter : ${v.nom} — ${v.sens}]`, v.exemple]),
    ),
  );
  // The object that the library's presentation of the need gives.
  const OBJECT = "la fourniture, l'installation et la maintenance d'un système de gestion des files d'attente";
  const filled = (text: string) =>
    text
      .replace(/\[à compléter : objet — (?:en une|services)[^\]\n]*\]/g, OBJECT)
      .replace(/\[à compléter : [^\]\n]*\]/g, (field) => examples.get(field) ?? field)
      .replace('etat: brouillon', 'etat: final');

  for (const procedure of PROCEDURES)
    it(`of ${procedure} raise nothing more once the object and the clauses are filled in and the draft is final`, () => {
      assert.deepEqual(findings(folderOf(procedure, filled)), []);
    });

  for (const procedure of PROCEDURES)
    it(`of ${procedure} raise nothing but their fields as one folder`, () => {
      assert.deepEqual(findings(folderOf(procedure)), []);
      assert.deepEqual(findings(folderOf(procedure, withoutHead)), []);
    });
});
