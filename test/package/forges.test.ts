import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** Throws with the mistakes of a value that is not of a forge's schema. */
function mustFit(schema: string, value: unknown): void {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const fits = ajv.compile(JSON.parse(read(`test/formats/schemas/${schema}.schema.json`)));
  assert.ok(fits(value), JSON.stringify(fits.errors, null, 2));
}

/** YAML blocks of a page. */
const blocks = (path: string) =>
  [...read(path).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text ?? ''));

describe('The files for forges', () => {
  for (const [path, schema] of [
    ['action.yml', 'github-action'],
    ['integration/github.yml', 'github-workflow'],
    ['integration/gitlab-ci.yml', 'gitlab-ci'],
  ] as const)
    it(`fit the schema of their forge: ${path}`, () => mustFit(schema, parse(read(path))));

  it('are refused by it when a key is none', () => {
    const action = parse(read('action.yml'));
    action.runs.steps[1].script = 'true';
    assert.throws(() => mustFit('github-action', action), /additionalProperties/);
  });

  it('have, in the documentation, steps that a workflow takes', () => {
    const steps = blocks('docs/integration-continue.md')
      .filter((block) => Array.isArray(block))
      .flat();
    assert.ok(steps.length > 2);
    mustFit('github-workflow', { on: 'push', jobs: { essai: { 'runs-on': 'ubuntu-latest', steps } } });
  });

  it('have no script but those that integration.long.test.ts runs', () => {
    const { runs } = parse(read('action.yml'));
    assert.equal(runs.steps.filter((step: object) => 'run' in step).length, 1);
    const { jobs } = parse(read('integration/github.yml'));
    for (const { steps } of Object.values<{ steps: object[] }>(jobs))
      for (const step of steps) assert.ok(!('run' in step));
    const jobsWithScript = Object.entries<object>(parse(read('integration/gitlab-ci.yml'))).flatMap(([name, job]) =>
      ['script', 'before_script', 'after_script'].filter((key) => key in job).map((key) => `${name}.${key}`),
    );
    assert.deepEqual(jobsWithScript, ['dce-lint.script', 'dce-lint-rapport.script']);
  });
});
