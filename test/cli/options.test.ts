import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takesColour } from '../../server/cli/environment.ts';
import { dceLint, inFolder } from './terminal.ts';

/** A warning (asked for), and nothing else. */
const CCAP = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
const ONLY = ['--rule', 'execution/condition-environnementale=off'];
const WARNING = [...ONLY, '--rule', 'tranches/terminologie=warning'];
const ERROR = [...ONLY, '--rule', 'tranches/terminologie=error'];
const pathsIn = (out: string) => (JSON.parse(out) as { files: { path: string }[] }).files.map((f) => f.path);
const json = async (cwd: string, ...args: string[]) => {
  const run = await dceLint(cwd, ['check', '--format', 'json', ...args]);
  return { ...run, paths: pathsIn(run.out) };
};

describe('What a check leaves unread', () => {
  it('is what --exclude names, in a folder with others or alone', () =>
    inFolder({ 'a/ccap.md': CCAP, 'a/ae.md': '# Acte d’engagement\n', 'vieux/ccap.md': CCAP }, async (cwd) => {
      assert.deepEqual((await json(cwd)).paths, ['a/ae.md', 'a/ccap.md', 'vieux/ccap.md']);
      assert.deepEqual((await json(cwd, '--exclude', 'vieux', '--exclude', 'ae.md')).paths, ['a/ccap.md']);
      assert.equal((await json(cwd, '--exclude', '**')).code, 2);
    }));

  it('is what .gitignore names as git reads it, and is told', () =>
    inFolder(
      {
        '.gitignore': 'brouillons/\n*.tmp.md\n!garde.tmp.md\n/a/rc.md\n',
        'a/.gitignore': '!vu.tmp.md\nccap.md\n',
        'a/rc.md': '# Règlement de la consultation\n',
        'a/ccap.md': CCAP,
        'a/ae.md': '# Acte d’engagement\n',
        'a/vu.tmp.md': '# CCTP\n',
        'a/garde.tmp.md': '# CCTP\n',
        'a/non.tmp.md': '# CCTP\n',
        'brouillons/x/ccap.md': CCAP,
        'b/a/rc.md': '# Règlement de la consultation\n',
      },
      async (cwd) => {
        const { paths, err } = await json(cwd);
        assert.deepEqual(paths, ['a/ae.md', 'a/garde.tmp.md', 'a/vu.tmp.md', 'b/a/rc.md']);
        execFileSync('git', ['init', '-q'], { cwd });
        const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '*.md'], {
          cwd,
          encoding: 'utf8',
        });
        assert.deepEqual(listed.split('\n').filter(Boolean).sort(), [...paths].sort());
        assert.match(err, /écarté par \.gitignore : a\/non\.tmp\.md, a\/rc\.md, brouillons\//);
        assert.match(err, /écarté par a\/\.gitignore : a\/ccap\.md/);
        assert.equal((await json(cwd, '--no-gitignore')).paths.length, 8);
      },
    ));

  it('is never what is named, whatever .gitignore says', () =>
    inFolder({ '.gitignore': '*.md\n', 'ccap.md': CCAP }, async (cwd) => {
      assert.deepEqual((await json(cwd, 'ccap.md')).paths, ['ccap.md']);
      assert.equal((await json(cwd)).code, 2);
    }));
});

describe('dce-lint check --quiet', () => {
  it('shows errors alone, and nothing where there is none', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      assert.deepEqual(await dceLint(cwd, ['check', '--quiet', ...WARNING]), { code: 0, out: '', err: '' });
      const { out, code } = await dceLint(cwd, ['check', '--quiet', ...ERROR]);
      assert.match(out, /tranches\/terminologie/);
      assert.doesNotMatch(out, /vérifiée|Droit/);
      assert.equal(code, 1);
      const level = await dceLint(cwd, [
        'check',
        '--quiet',
        '--min-level',
        'warning',
        '--format',
        'compact',
        ...WARNING,
      ]);
      assert.match(level.out, /^ccap\.md:3:4: avertissement : [^\n]*\[tranches\/terminologie\]\n$/);
    }));

  it('still says what could not be read', () =>
    inFolder({ 'rc.md': Buffer.from('# Règlement', 'latin1'), 'ccap.md': CCAP }, async (cwd) => {
      const { err, code } = await dceLint(cwd, ['check', '--quiet']);
      assert.match(err, /rc\.md/);
      assert.equal(code, 2);
    }));
});

describe('--max-warnings', () => {
  it('lets so many warnings pass and no more, shown or not, known ones left out', () =>
    inFolder({ 'a/ccap.md': CCAP, 'b/ccap.md': CCAP }, async (cwd) => {
      const run = (max: string, ...more: string[]) =>
        dceLint(cwd, ['check', ...WARNING, '--max-warnings', max, ...more]);
      assert.equal((await run('2')).code, 0);
      const { code, err } = await run('1');
      assert.deepEqual([code, err], [1, 'dce-lint : 2 avertissements, et --max-warnings en admet 1.\n']);
      assert.equal((await run('1', '--quiet')).code, 1);
      await run('0', '--write-baseline', 'connus.json');
      assert.equal((await run('0', '--baseline', 'connus.json')).code, 0);
      await dceLint(cwd, ['check', ...WARNING, '--format', 'part', '--output', 'a.part']);
      for (const [max, expected] of [
        ['2', 0],
        ['1', 1],
      ] as const)
        assert.equal((await dceLint(cwd, ['merge', 'a.part', '--max-warnings', max])).code, expected);
      assert.equal((await run('beaucoup')).code, 2);
    }));
});

describe('--statistics', () => {
  const FILES = {
    'a/ccap.md': CCAP,
    'b/ccap.md': `${CCAP}\nUne [à compléter] encore.\n`,
    'c/ae.md': '# Acte d’engagement\n',
  };

  it('counts by rule and by consultation, in text and in JSON, of one run and of parts', () =>
    inFolder(FILES, async (cwd) => {
      const more = [...ERROR, '--rule', 'redaction/champ-a-completer=error'];
      const { out } = await dceLint(cwd, ['check', '--statistics', ...more]);
      assert.match(out, / {7}2 {14}2 {2}tranches\/terminologie \(Terme périmé/);
      assert.match(out, /2 {15}0 {9}0 {2}b\n/);
      assert.doesNotMatch(out, /Sources/);
      const { statistics } = JSON.parse(
        (await dceLint(cwd, ['check', '--statistics', '--format', 'json', ...more])).out,
      );
      assert.deepEqual(statistics.rules[0], {
        rule: 'tranches/terminologie',
        level: 'error',
        found: 2,
        consultations: 2,
      });
      assert.deepEqual(statistics.consultations[0], { path: 'b', error: 2, warning: 0, info: 0 });
      await dceLint(cwd, ['check', '--format', 'part', '--output', 'x.part', ...more]);
      assert.equal((await dceLint(cwd, ['merge', 'x.part', '--format', 'text', '--statistics'])).out, out);
    }));

  it('are refused where a format has no place for them', () =>
    inFolder(FILES, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['check', '--statistics', '--format', 'sarif']);
      assert.equal(code, 2);
      assert.match(err, /--statistics ne vaut que pour ces formats : text, compact, json, jsonl/);
    }));
});

describe('--verbose', () => {
  it('tells each file that was read, as what, and what was not', () =>
    inFolder({ 'a/ccap.md': CCAP, 'a/notes.md': '# Compte rendu\n' }, async (cwd) => {
      const { err } = await dceLint(cwd, ['check', '--verbose']);
      assert.match(err, /lu : a \(1 pièce\)\ndce-lint : {3}a\/ccap\.md : CCAP, droit au 2026-12-01, constats : \d/);
      assert.match(err, /a\/notes\.md : pas lu comme une pièce/);
    }));
});

describe('A finding a line', () => {
  it('is JSON in jsonl, the totals last', () =>
    inFolder({ 'a/ccap.md': CCAP, 'b/ccap.md': CCAP }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'jsonl', ...ERROR]);
      const lines = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map((l) => [l.path, l.rule]),
        [
          ['a/ccap.md', 'tranches/terminologie'],
          ['b/ccap.md', 'tranches/terminologie'],
          [undefined, undefined],
        ],
      );
      assert.equal(lines[2].summary.errors, 2);
    }));

  it('is a row of a French spreadsheet in csv, and never a formula', () =>
    inFolder({ '=1+1;"a".md': CCAP }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'csv', ...ERROR, '=1+1;"a".md']);
      const [head = '', row = ''] = out.split('\r\n');
      assert.ok(head.startsWith('\ufefffichier;pièce;ligne;'));
      assert.ok(row.startsWith(`"'=1+1;""a"".md";CCAP;3;4;erreur;tranches/terminologie;`), row);
    }));
});

describe('The environment', () => {
  const run = (cwd: string, environment: Record<string, string>, ...args: string[]) =>
    dceLint(cwd, ['check', ...args], { environment });

  it('gives options that the command line does not give, and says so where they are wrong', () =>
    inFolder({ 'a/ccap.md': CCAP, 'b/ccap.md': CCAP }, async (cwd) => {
      const own = { DCE_LINT_FORMAT: 'json', DCE_LINT_EXCLUDE: 'b\nc', DCE_LINT_QUIET: '0', DCE_LINT_DATE: '' };
      assert.deepEqual(pathsIn((await run(cwd, own)).out), ['a/ccap.md']);
      assert.match((await run(cwd, own, '--format', 'compact')).out, /^a\/ccap\.md:1:3: /);
      assert.equal((await run(cwd, { DCE_LINT_QUIET: 'oui' }, ...WARNING)).out, '');
      const wrong = await run(cwd, { DCE_LINT_FORMAT: 'pdf' });
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /« pdf » ne convient pas pour --format .*\(variable DCE_LINT_FORMAT\)/);
      assert.match((await dceLint(cwd, ['rules'], { environment: { DCE_LINT_EXCLUDE: 'x' } })).out, /tranches/);
    }));

  it('has colours where FORCE_COLOR says so, whatever else is said', () => {
    assert.equal(takesColour({ FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, false), true);
    for (const FORCE_COLOR of ['0', 'false']) assert.equal(takesColour({ FORCE_COLOR, TERM: 'xterm' }, true), false);
    assert.equal(takesColour({ FORCE_COLOR: '', TERM: 'xterm' }, false), false);
  });
});

describe('Known findings that are no longer found', () => {
  it('are told, and taken out of the baseline by --prune-baseline, those of other consultations left', () =>
    inFolder({ 'a/ccap.md': CCAP, 'b/ccap.md': CCAP }, async (cwd) => {
      await dceLint(cwd, ['check', ...ERROR, '--write-baseline', 'connus.json']);
      writeFileSync(join(cwd, 'a/ccap.md'), '# CCAP\n\nLa tranche optionnelle est affermie.\n');
      writeFileSync(join(cwd, 'b/ccap.md'), '# CCAP\n\nLa tranche optionnelle est affermie.\n');
      const check = (...args: string[]) => dceLint(cwd, ['check', 'a', ...ERROR, '--baseline', 'connus.json', ...args]);
      const { err } = await check();
      assert.match(
        err,
        /connus\.json : 1 constat connu qui ne se trouve plus \(a\/ccap\.md, tranches\/terminologie\) : --prune-baseline/,
      );
      // A rule that did not run tells nothing of what it would find.
      assert.equal((await check('--rule', 'tranches/terminologie=off')).err, '');
      assert.match((await check('--prune-baseline')).err, /ôté de la référence/);
      const left = JSON.parse(readFileSync(join(cwd, 'connus.json'), 'utf8'));
      assert.deepEqual(Object.keys(left.consultations), ['b']);
      assert.equal((await check()).err, '');
    }));
});

describe('Progress', () => {
  it('tells about how long it lasts still, once it knows', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}/ae.md`, '# Acte d’engagement\n']));
    await inFolder(files, async (cwd) => {
      let now = 0;
      const elapsed = () => {
        now += 30_000;
        return now;
      };
      const { err } = await dceLint(cwd, ['check'], { interactive: true, elapsed });
      assert.match(err, /2 consultations sur 12 \(16 %\), encore \d+ min environ/);
      assert.match(err, /12 consultations sur 12 \(100 %\)\r/);
    });
  });
});

describe('dce-lint completion', () => {
  it('writes scripts that the shells take, and bash completes by it', () =>
    inFolder({ 'rc.md': '' }, async (cwd) => {
      const { out } = await dceLint(cwd, ['completion', 'bash']);
      const complete = (line: string) => {
        const words = line.split(' ');
        const script = `${out}\nCOMP_WORDS=(${words.map((w) => `'${w}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _dce_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
        const { stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', script], {
          cwd,
          encoding: 'utf8',
        });
        assert.equal(stderr, '');
        return stdout.trimEnd().split('\n');
      };
      assert.deepEqual(complete('dce-lint che'), ['check']);
      assert.deepEqual(complete('dce-lint check --format sa'), ['sarif']);
      assert.deepEqual(complete('dce-lint check --max'), ['--max-warnings']);
      assert.deepEqual(complete('dce-lint check rc'), ['rc.md']);
      assert.deepEqual(complete('dce-lint completion f'), ['fish']);
      assert.match((await dceLint(cwd, ['completion', 'fish'])).out, /-l min-level -x -a 'error warning info'/);
      assert.match((await dceLint(cwd, ['completion', 'zsh'])).out, /^#compdef dce-lint\n/);
      assert.equal((await dceLint(cwd, ['completion', 'tcsh'])).code, 2);
    }));
});
