import assert from 'node:assert/strict';
import { dceLint, inFolder } from './terminal.ts';

const RC = `---
dce:
  piece: rc
  date: 2027-01-15
---

# Règlement de la consultation

Le marché est passé selon une procédure adaptée. Les variantes sont autorisées.

| Critère | Poids |
| --- | --- |
| Prix | 60 % |
| Valeur technique | 40 % |
`;

interface Json {
  files: { path: string; piece: string; date: string; facts: Record<string, unknown> }[];
}

describe('dce-lint facts, rules, explain, config', () => {
  it('prints what was understood, as text and as JSON', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      const text = await dceLint(cwd, ['facts', 'rc.md']);
      assert.equal(text.code, 0);
      assert.match(
        text.out,
        /^rc\.md\n {2}Pièce : RC \(d'après l'en-tête\)\n {2}Droit appliqué : celui du 2027-01-15\n/,
      );
      assert.match(text.out, /Prix/);
      const { files } = JSON.parse((await dceLint(cwd, ['facts', '.', '--format', 'json'])).out) as Json;
      assert.deepEqual([files[0]?.path, files[0]?.piece, files[0]?.date], ['rc.md', 'rc', '2027-01-15']);
      assert.match(JSON.stringify(files[0]?.facts.procedure), /mapa/);
      assert.match(JSON.stringify(files[0]?.facts.criteres), /60/);
    }));

  it('says in which state a draft is, and goes on without a file that is not there', () =>
    inFolder({ 'rc.md': RC.replace('dce:', 'dce:\n  etat: relecture') }, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['facts', 'rc.md', 'absent.md']);
      assert.match(out, /^ {2}État : relecture$/m);
      assert.match(err, /^dce-lint : absent\.md : [^\n]+\n$/);
      assert.equal(code, 2);
      const { files } = JSON.parse((await dceLint(cwd, ['facts', 'rc.md', '--format', 'json'])).out) as {
        files: { etat?: string }[];
      };
      assert.equal(files[0]?.etat, 'relecture');
    }));

  it('says that there is nothing to read', () =>
    inFolder({}, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['facts']);
      assert.equal(code, 2);
      assert.match(err, /rien à lire/);
    }));

  it('lists every rule with its level of the day, its pieces and sources', () =>
    inFolder({}, async (cwd) => {
      const at = async (date: string) =>
        JSON.parse((await dceLint(cwd, ['rules', '--format', 'json', '--date', date])).out) as {
          id: string;
          level: string | null;
          sources: { label: string }[];
        }[];
      const before = (await at('2026-08-20')).find((r) => r.id === 'criteres/environnemental');
      const after = (await at('2026-08-21')).find((r) => r.id === 'criteres/environnemental');
      assert.equal(before?.level, null);
      assert.equal(after?.level, 'error');
      assert.ok(after?.sources.some((s) => /R2152-7/.test(s.label)));
      assert.match((await dceLint(cwd, ['rules'])).out, /variantes\/exigences-minimales +erreur/);
    }));

  it('explains a number of a CCAG of 2021, and says when there is none such', () =>
    inFolder({}, async (cwd) => {
      const page = async (what: string) => (await dceLint(cwd, ['explain', what, '--date', '2026-12-01'])).out;
      assert.match(await page('14.1 CCAG-TIC'), /# Article 14\.1 du CCAG-TIC de 2021\n\nObjet \(Pénalités\)/);
      assert.match(await page('article 41 du CCAG-FCS'), /Résiliation pour faute du titulaire/);
      assert.match(await page('99 CCAG PI'), /Numéro inconnu .*jusqu’à l’article 43/);
    }));

  it('explains a rule, and names the nearest when there is none of that name', () =>
    inFolder({}, async (cwd) => {
      const page = await dceLint(cwd, ['explain', 'variantes/exigences-minimales']);
      assert.equal(page.code, 0);
      assert.match(page.out, /R2151-10/);
      const none = await dceLint(cwd, ['explain', 'variantes/exigence-minimale']);
      assert.equal(none.code, 2);
      assert.match(none.err, /variantes\/exigences-minimales/);
    }));

  it('says what an article of law says on a day, in any spelling, and when it does not know', () =>
    inFolder({}, async (cwd) => {
      const at = async (written: string, date: string) => dceLint(cwd, ['explain', written, '--date', date]);
      const variants = await at('L. 2151-2', '2026-12-01');
      assert.equal(variants.code, 0);
      assert.match(variants.out, /# Article L2151-2 du code de la commande publique/);
      assert.match(variants.out, /En vigueur depuis le 28\/05\/2026/);
      assert.match(variants.out, /`variantes\/non-mentionnees`/);
      assert.match((await at('R2151-10', '2018-06-01')).out, /Pas encore en vigueur.*\n+Texte d'alors : .*art\. 58/);
      assert.match((await at('cpi L131-3', '2026-12-01')).out, /code de la propriété intellectuelle/);
      const beyond = await at('R2162-99', '2026-12-01');
      assert.equal(beyond.code, 0);
      assert.match(beyond.out, /Numéro inconnu : le code n'a pas cet article dans l'état du 23\/08\/2026/);
      assert.match((await at('R2193-7', '2022-06-01')).out, /Rédaction de ce jour non lue/);
      const none = await at('cpi L611-1', '2026-12-01');
      assert.equal(none.code, 2);
      assert.match(none.err, /pas dans nos données/);
    }));

  it('shows each setting with its origin', () =>
    inFolder({ 'rc.md': RC, '.dce-lint.yaml': 'rules:\n  variantes/non-mentionnees: info\n' }, async (cwd) => {
      const { out, code } = await dceLint(cwd, ['config', 'rc.md']);
      assert.equal(code, 0);
      assert.match(out, /variantes\/non-mentionnees +conseil +\S*\.dce-lint\.yaml/);
      assert.match(out, /variantes\/exigences-minimales +erreur +règle/);
    }));

  it('places what is wrong in the configuration, keeps the rest in force and exits 2', () =>
    inFolder(
      { 'rc.md': RC, '.dce-lint.yaml': 'rules:\n  variantes/exigences-minimales: off\n  variante/x: error\n' },
      async (cwd) => {
        const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json']);
        assert.equal(code, 2);
        assert.match(err, /^dce-lint : \.dce-lint\.yaml, ligne 3 : /);
        const { files, rulesNotRun } = JSON.parse(out) as Record<string, object[]>;
        assert.doesNotMatch(JSON.stringify(files), /variantes\/exigences-minimales/);
        assert.deepEqual(
          rulesNotRun?.filter((r) => !('why' in r) || r.why === 'off'),
          [{ rule: 'variantes/exigences-minimales', why: 'off', consultations: 1 }],
        );
      },
    ));
});
