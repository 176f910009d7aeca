import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dceLint, inFolder } from './terminal.ts';

const CCAP = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
const RULE = 'tranches/terminologie';
const POLICY = `politique:\n  nom: Direction des achats\n  niveaux:\n    ${RULE}: error\n  obligatoires:\n    - redaction/champ-a-completer\n`;
const ONLY = ['--rule', 'execution/condition-environnementale=off', '--fail-on', 'never'];

const found = async (cwd: string, ...args: string[]) => {
  const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json', ...ONLY, ...args]);
  const files = out ? (JSON.parse(out) as { files: { findings: { rule: string; level: string }[] }[] }).files : [];
  return { err, code, findings: files.flatMap((f) => f.findings.map((x) => `${x.rule} ${x.level}`)) };
};

describe('The policy of a body', () => {
  it('is not gone below by the configuration of a folder, a preset or an option', () =>
    inFolder(
      { 'politique.yaml': POLICY, 'a/ccap.md': CCAP, 'a/.dce-lint.yaml': `rules:\n  ${RULE}: off\n` },
      async (cwd) => {
        assert.deepEqual((await found(cwd)).findings, []);
        for (const more of [[], ['--rule', `${RULE}=info`], ['--jobs', '2'], ['--cache']])
          assert.deepEqual(
            (await found(cwd, '--policy', 'politique.yaml', ...more)).findings,
            [`${RULE} error`],
            more.join(),
          );
        for (const preset of ['essentiel', 'guide']) {
          writeFileSync(join(cwd, 'a/.dce-lint.yaml'), `extends: ${preset}\nrules:\n  ${RULE}: info\n`);
          assert.deepEqual((await found(cwd, '--policy', 'politique.yaml')).findings, [`${RULE} error`], preset);
        }
      },
    )).timeout(120_000);

  it('leaves what is severer as it is, and the rules of which it says nothing', () =>
    inFolder({ 'p.yaml': 'politique:\n  niveaux:\n    tranches/*: info\n', 'ccap.md': CCAP }, async (cwd) => {
      const more = ['--rule', `${RULE}=error`];
      assert.deepEqual(await found(cwd, '--policy', 'p.yaml', ...more), await found(cwd, ...more));
    }));

  it('is found by the path that a configuration extends, with what else stands there, and explained', () =>
    inFolder(
      {
        'commun/achats.yaml': `extends: base.yaml\n${POLICY}`,
        'commun/base.yaml': 'rules:\n  redaction/date-passee: off\n  redaction/champ-a-completer: info\n',
        'marches/.dce-lint.yaml': `extends: ../commun/achats.yaml\nrules:\n  ${RULE}: off\n`,
        'marches/a/ccap.md': `${CCAP}\nLe prix est de [à compléter] euros.\n`,
      },
      async (cwd) => {
        const { findings, err } = await found(cwd, 'marches');
        assert.deepEqual([findings, err], [[`${RULE} error`, 'redaction/champ-a-completer info'], '']);
        const { out } = await dceLint(cwd, ['config', 'marches/a/ccap.md']);
        assert.match(out, new RegExp(`${RULE}.*politique : Direction des achats`));
      },
    ));

  it('has a compulsory rule set aside only until a day and under a name, and says so', async () => {
    const comment = (terms: string) =>
      `# CCAP\n\n<!-- dce-lint-ignore-next redaction/champ-a-completer : rempli à la signature${terms} -->\nLe prix est de [à compléter] euros.\n`;
    await inFolder({ 'p.yaml': POLICY, 'ccap.md': comment('') }, async (cwd) => {
      const run = () => found(cwd, '--policy', 'p.yaml', '--rule', 'redaction/champ-a-completer=off');
      const without = await run();
      assert.equal(without.findings.length, 2);
      assert.ok(without.findings.includes('dce-lint/suppression-sans-motif warning'));
      assert.deepEqual((await found(cwd)).findings, []);
      writeFileSync(join(cwd, 'ccap.md'), comment(', jusqu’au 2027-03-31'));
      assert.equal((await run()).findings.length, 2);
      writeFileSync(join(cwd, 'ccap.md'), comment(', jusqu’au 2027-03-31, par Camille Durand'));
      assert.deepEqual((await run()).findings, []);
    });
  });

  it('is refused in one line where it cannot be read or says nothing, its faults told at their places', () =>
    inFolder(
      {
        'vide.yaml': 'rules:\n  pi/*: off\n',
        'faux.yaml':
          'politique:\n  niveau: {}\n  niveaux:\n    tranches/terminologi: error\n    pi/*: off\n  clauses:\n    - titre: x\n',
        'ccap.md': CCAP,
        'a/.dce-lint.yaml': 'extends: absent.yaml\n',
        'a/ccap.md': CCAP,
      },
      async (cwd) => {
        for (const [name, words] of [
          ['absent.yaml', /politique introuvable/],
          ['vide.yaml', /ne contient pas de « politique »/],
        ] as const) {
          const { err, code } = await found(cwd, '--policy', name, 'ccap.md');
          assert.equal(code, 2);
          assert.match(err, words);
          assert.match(err, /^dce-lint : [^\n]*\n$/);
        }
        const { err, code } = await found(cwd, '--policy', 'faux.yaml', 'ccap.md');
        assert.equal(code, 2);
        for (const [line, words] of [
          [2, 'niveau » n.est pas une clé de la politique'],
          [4, 'Règle la plus proche : « tranches/terminologie »'],
          [5, 'niveau de politique pour « pi/\\*'],
          [7, 'Une clause de la maison'],
        ] as const)
          assert.match(err, new RegExp(`faux\\.yaml, ligne ${line} : .*${words}`));
        assert.match((await found(cwd, 'a')).err, /a\/\.dce-lint\.yaml : « absent\.yaml » ne peut pas être lu/);
      },
    ));
});

describe('A suppression with an end', () => {
  const draft = (terms: string) =>
    `# CCAP\n\n<!-- dce-lint-ignore-next ${RULE} : titre du modèle${terms} -->\nLa tranche conditionnelle est affermie.\n`;
  const on = async (today: string, terms: string, ...more: string[]) =>
    inFolder({ 'ccap.md': draft(terms) }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'json', ...ONLY, ...more], { today });
      return (JSON.parse(out) as { files: { findings: { rule: string; message: string }[] }[] }).files.flatMap(
        (f) => f.findings,
      );
    });

  it('holds on its last day, and the finding is back on the next, said with who decided', async () => {
    for (const terms of [
      ', jusqu’au 2026-12-31, par Camille Durand',
      ", par Camille Durand, jusqu'au 31/12/2026",
      ' (jusqu’au 2026-12-31)',
    ])
      for (const [day, count] of [
        ['2026-12-31', 0],
        ['2027-01-01', 2],
      ] as const)
        assert.equal((await on(day, terms)).length, count, `${terms} ${day}`);
    const [notice, finding] = await on('2027-01-01', ', jusqu’au 2026-12-31, par Camille Durand');
    assert.equal(notice?.rule, 'dce-lint/suppression-expiree');
    assert.match(notice?.message ?? '', /valait jusqu’au 31\/12\/2026.*\n.*décidée par Camille Durand/);
    assert.equal(finding?.rule, RULE);
  }).timeout(60_000);

  it('has no effect where the day is none, and none either where it says nothing but its end', async () => {
    assert.match(
      (await on('2026-12-01', ', jusqu’au 2027-02-30'))[0]?.message ?? '',
      /« 2027-02-30 » n’est pas un jour/,
    );
    await inFolder({ 'ccap.md': draft('').replace('titre du modèle', 'jusqu’au 2027-01-31, par Ana') }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'compact', ...ONLY]);
      assert.match(out, /dce-lint\/suppression-sans-motif/);
    });
  });

  it('takes what is done by somebody for a reason, not for a name', async () => {
    assert.deepEqual(await on('2026-12-01', ', repris par le service juridique'), []);
  });

  it('is checked again by the cache when its day is over', () =>
    inFolder({ 'ccap.md': draft(', jusqu’au 2026-12-31') }, async (cwd) => {
      process.env.DCE_LINT_CACHE_KEY ??= 'une clé pour les épreuves';
      const run = (today: string) => dceLint(cwd, ['check', '--cache', '--format', 'compact', ...ONLY], { today });
      assert.doesNotMatch((await run('2026-12-31')).out, new RegExp(RULE));
      assert.match((await run('2027-01-01')).out, new RegExp(RULE));
    }));
});
