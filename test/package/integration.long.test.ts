import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { ODD } from '../cli/odd.ts';
import { BUILT, dceLint, inFolder } from '../cli/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const RULE = 'tranches/terminologie';

/** Runs a script of a template as a runner does, `dce-lint` on the path. */
function runner(cwd: string, bin: string, script: string, env: Readonly<Record<string, string>>) {
  mkdirSync(join(bin, 'dist'), { recursive: true });
  writeFileSync(join(bin, 'dce-lint'), `#!/bin/sh\nexec node '${BUILT}' "$@"\n`);
  chmodSync(join(bin, 'dce-lint'), 0o755);
  // The action runs the built program of its own folder.
  const built = `const { spawnSync } = require('node:child_process');
process.exit(spawnSync(${JSON.stringify(join(bin, 'dce-lint'))}, process.argv.slice(2), { stdio: 'inherit' }).status);`;
  writeFileSync(join(bin, 'dist/cli.cjs'), built);
  const path = `${bin}${delimiter}${process.env.PATH}`;
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script];
  return spawnSync('bash', args, { cwd, env: { ...process.env, ...env, PATH: path }, encoding: 'utf8' });
}

interface Action {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: { id?: string; run?: string; env?: Record<string, string> }[] };
}

describe('The GitHub action', () => {
  const action = parse(read('action.yml')) as Action;
  const step = action.runs.steps.find((s) => s.env);

  /** Runs its step with inputs, defaults for the others. */
  const act = (
    cwd: string,
    bin: string,
    inputs: Readonly<Record<string, string>>,
    forge: Readonly<Record<string, string>> = {},
  ) => {
    const env = Object.entries(step?.env ?? {}).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
      assert.ok(input in action.inputs, expression);
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    });
    return runner(cwd, bin, step?.run ?? '', {
      ...Object.fromEntries(env),
      ...{ GITHUB_ACTION_PATH: bin, GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' },
      ...forge,
    });
  };

  it('annotates what it finds, and fails', () =>
    inFolder({}, async (bin) =>
      inFolder(ODD, async (cwd) => {
        const { stdout, stderr, status } = act(cwd, bin, {});
        assert.equal(stderr, '');
        assert.equal(stdout, (await dceLint(cwd, ['check', '--format', 'github'], today())).out);
        assert.equal(status, 1);
      }),
    )).timeout(60_000);

  it('passes each input on as one word, whatever is in it', () =>
    inFolder({}, async (bin) =>
      inFolder({ ...ODD, 'autre $(touch x)/ccap.md': '# CCAP\n', 'des réglages $(touch w).yaml': '' }, async (cwd) => {
        await dceLint(cwd, ['check', '--write-baseline', 'ref $(touch y).json'], today());
        const { status, stderr } = act(cwd, bin, {
          chemins: 'autre $(touch x)\nMarchés d’été, 50 % à part\n',
          format: 'json',
          sortie: 'un rapport $(touch z).json',
          reference: 'ref $(touch y).json',
          'fail-on': 'info',
          'max-warnings': '0',
          configuration: 'des réglages $(touch w).yaml',
          date: '2026-12-01',
          exclure: 'brouillon $(touch v).md\n*.tmp.md',
          part: '1/1',
        });
        assert.deepEqual([status, stderr], [0, '']);
        const names = readdirSync(cwd);
        assert.ok(names.includes('un rapport $(touch z).json'));
        for (const name of ['v', 'w', 'x', 'y', 'z']) assert.ok(!names.includes(name));
      }),
    )).timeout(180_000);

  it('gives counts to the steps that follow, and a summary for people, of what it has checked once', () =>
    inFolder({}, async (bin) =>
      inFolder(ODD, async (cwd) => {
        const forge = {
          GITHUB_OUTPUT: join(bin, 'output'),
          GITHUB_STEP_SUMMARY: join(bin, 'summary'),
          RUNNER_TEMP: bin,
        };
        const { status, stderr } = act(cwd, bin, { format: 'sarif', sortie: 'r.sarif', part: '1/1' }, forge);
        assert.deepEqual([status, stderr], [1, '']);
        const { summary } = JSON.parse((await dceLint(cwd, ['check', '--format', 'json'], today())).out);
        assert.deepEqual(readFileSync(join(bin, 'output'), 'utf8').trimEnd().split('\n'), [
          `erreurs=${summary.errors}`,
          `avertissements=${summary.warnings}`,
          `conseils=${summary.infos}`,
          `pieces=${summary.files}`,
          'code=1',
        ]);
        const whole = await dceLint(cwd, ['check', '--format', 'markdown'], today());
        assert.equal(readFileSync(join(bin, 'summary'), 'utf8'), whole.out);
        const own = await dceLint(cwd, ['check', '--format', 'sarif', '--shard', '1/1'], today());
        assert.equal(readFileSync(join(cwd, 'r.sarif'), 'utf8'), own.out);
        // Nothing that holds the drafts is left behind.
        assert.deepEqual(readdirSync(bin).sort(), ['dce-lint', 'dist', 'output', 'summary']);
      }),
    )).timeout(120_000);

  it('says that a revision which is no version cannot run, and installs nothing', () =>
    inFolder({}, async (bin) => {
      const { status, stdout } = runner(bin, bin, step?.run ?? '', { GITHUB_ACTION_PATH: join(bin, 'vide') });
      assert.equal(status, 2);
      assert.match(stdout, /^::error title=DCE Lint::Cette révision n’est pas une version publiée/);
      for (const { run } of action.runs.steps) assert.doesNotMatch(run ?? '', /npm|npx/);
    }));

  it('declares its outputs from the step that gives them', () => {
    for (const [name, { value }] of Object.entries(action.outputs))
      assert.equal(value, ['$', `{{ steps.${step?.id}.outputs.${name} }}`].join(''));
  });

  it('keeps inputs out of its scripts', () => {
    for (const { run } of action.runs.steps) assert.ok(!run?.includes('${{'), run);
  });

  it('is what the template of a workflow calls, with inputs that it has', () => {
    const workflow = parse(read('integration/github.yml'));
    const steps: { uses?: string; with?: Record<string, string> }[] = workflow.jobs.verifier.steps;
    const own = steps.find((s) => s.uses?.includes('dce-lint@'));
    for (const name of Object.keys(own?.with ?? {})) assert.ok(name in action.inputs, name);
    const parts: string[] = workflow.jobs.verifier.strategy.matrix.part;
    assert.deepEqual(
      parts,
      parts.map((_, i) => `${i + 1}/${parts.length}`),
    );
  });
});

/** The law of the day on which a program of its own runs. */
function today() {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return { today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` };
}

describe('The GitLab template', () => {
  const template = parse(read('integration/gitlab-ci.yml'));

  it('gives, its parts put together, the report of one run, and fails as it would', () =>
    inFolder({}, async (bin) =>
      inFolder({ ...ODD, 'b/ccap.md': '# CCAP\n\nLa tranche conditionnelle.\n' }, async (cwd) => {
        const whole = await dceLint(cwd, ['check', '--format', 'json'], today());
        const total = String(template['dce-lint'].parallel);
        for (let i = 1; i <= Number(total); i++) {
          const env = { CI_NODE_INDEX: String(i), CI_NODE_TOTAL: total };
          const { status, stderr } = runner(cwd, bin, template['dce-lint'].script.join('\n'), env);
          assert.deepEqual([status, stderr], [0, '']);
        }
        const merged = runner(cwd, bin, template['dce-lint-rapport'].script.join('\n'), {});
        assert.equal(merged.status, whole.code);
        assert.equal(readFileSync(join(cwd, 'dce-lint.json'), 'utf8'), whole.out);
        const page = await dceLint(cwd, ['check', '--format', 'html'], today());
        assert.equal(readFileSync(join(cwd, 'dce-lint.html'), 'utf8'), page.out);
        const { codequality } = template['dce-lint-rapport'].artifacts.reports;
        const issues = JSON.parse(readFileSync(join(cwd, codequality), 'utf8')) as { check_name: string }[];
        assert.ok(issues.some((issue) => issue.check_name === RULE));
        assert.equal(issues.length, JSON.parse(whole.out).files.flatMap((f: { findings: [] }) => f.findings).length);
      }),
    )).timeout(300_000);

  it('reports all the same what could not be checked, and fails for it', () =>
    inFolder({}, async (bin) =>
      inFolder({ 'a/ccap.md': '# CCAP\n', 'b/rc.md': Buffer.from('# Règlement', 'latin1') }, async (cwd) => {
        const total = String(template['dce-lint'].parallel);
        const codes: (number | null)[] = [];
        for (let i = 1; i <= Number(total); i++) {
          const env = { CI_NODE_INDEX: String(i), CI_NODE_TOTAL: total };
          const { status } = runner(cwd, bin, template['dce-lint'].script.join('\n'), env);
          codes.push(status);
        }
        // The part that holds it says so; the others have read all of theirs.
        const { exit_codes: allowed } = template['dce-lint'].allow_failure;
        assert.deepEqual(
          codes.filter((code) => code !== 0),
          [allowed],
        );
        assert.equal(runner(cwd, bin, template['dce-lint-rapport'].script.join('\n'), {}).status, 2);
        for (const name of ['dce-lint.json', 'dce-lint.html', 'dce-lint.gitlab.json'])
          assert.match(readFileSync(join(cwd, name), 'utf8'), /pas en UTF-8/, name);
      }),
    )).timeout(300_000);
});

describe('The pre-commit hook', () => {
  it('calls a command that the package has', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    assert.equal(hook.entry.split(' ')[0], Object.keys(manifest.bin)[0]);
  });

  it('fires on pieces and on what decides how they are read', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    const files = new RegExp(hook.files);
    for (const path of [
      'rc.md',
      'a/RC.markdown',
      'dce.yaml',
      'a/dce.yml',
      '.dce-lint.yaml',
      'a/.dce-lint-lectures.yaml',
    ])
      assert.match(path, files);
    for (const path of ['rc.mdx', 'notes.txt', 'madce.yaml', 'dce.yaml.orig', 'mon.dce-lint.yaml'])
      assert.doesNotMatch(path, files);
  });

  it('is packed under a name that npm says alone: pre-commit installs what it says', () =>
    inFolder({ '.npmrc': read('.npmrc') }, async (cwd) => {
      const scripts = { prepare: 'node -p 1+1' };
      writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: 'essai', version: '1.0.0', scripts }));
      const { stdout } = spawnSync('npm', ['pack'], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
      assert.equal(stdout, 'essai-1.0.0.tgz\n');
    })).timeout(60_000);

  it('checks the whole folder: a README among the files that changed is no mistake', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    return inFolder({ 'README.md': '# Notes\n', 'ae.md': '---\ndce:\n  piece: ae\n---\n\n# AE\n' }, async (cwd) => {
      assert.equal(hook.pass_filenames, false);
      assert.equal((await dceLint(cwd, hook.entry.split(' ').slice(1))).code, 0);
    });
  });
});
