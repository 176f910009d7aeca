import assert from 'node:assert/strict';
import { merge } from '../../server/cli/reporters/merge.ts';

const tool = { driver: { name: 'dce-lint', version: '1.0.0' } };
const sarif = (run: object, head: object = tool) => ({
  version: '2.1.0',
  runs: [{ tool: head, artifacts: [], results: [], ...run }],
});
const json = (files: object[], summary: object, version = '1.0.0') => ({
  tool: { name: 'dce-lint', version },
  files,
  summary,
});
const part = (name: string, value: unknown) => ({ name, value });
const file = (path: string, ...levels: string[]) => ({ path, findings: levels.map((level) => ({ level })) });
const located = (uri: string, more: object = {}) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  ...more,
});

describe('reports in parts', () => {
  it('in JSON are put together in the order of the files, their counts added up', () => {
    const { text, levels } = merge([
      part('b.json', json([file('b.md', 'error')], { files: 1, errors: 1 })),
      part('a.json', json([file('a.md', 'info', 'warning')], { files: 1, errors: 0 })),
    ]);
    const merged = JSON.parse(text) as { files: { path: string }[]; summary: unknown };
    assert.deepEqual(
      merged.files.map((f) => f.path),
      ['a.md', 'b.md'],
    );
    assert.deepEqual(merged.summary, { files: 2, errors: 1 });
    assert.deepEqual(levels, ['info', 'warning', 'error']);
  });

  it('in SARIF are in the order of the files, and what is suppressed is not counted', () => {
    const { text, levels } = merge([
      part(
        'b.sarif',
        sarif({
          artifacts: [{ location: { uri: 'b%20c.md' } }],
          results: [
            located('b%20c.md', { level: 'note' }),
            located('b%20c.md', { level: 'error', suppressions: [{}] }),
          ],
        }),
      ),
      part(
        'a.sarif',
        sarif({ artifacts: [{ location: { uri: 'a.md' } }], results: [located('a.md', { level: 'error' })] }),
      ),
    ]);
    const [run] = (JSON.parse(text) as { runs: { artifacts: { location: { uri: string } }[]; results: unknown[] }[] })
      .runs;
    assert.deepEqual(
      run?.artifacts.map((a) => a.location.uri),
      ['a.md', 'b%20c.md'],
    );
    assert.equal(run?.results.length, 3);
    assert.deepEqual(levels, ['error', 'info']);
  });

  it('in SARIF have the level of the standard where none is said, and may have no place', () => {
    const { levels } = merge([
      part('a.sarif', sarif({ artifacts: [{}], results: [{}, { level: 'none' }, located('a.md')] })),
    ]);
    assert.deepEqual(levels, ['warning', 'warning', 'warning']);
  });

  it('are refused when they are of two kinds, versions or of nothing known, or hold one file twice', () => {
    const one = json([file('a.md')], {});
    const cases: [parts: ReturnType<typeof part>[], message: RegExp][] = [
      [[part('a.json', one), part('b.sarif', sarif({}))], /^les rapports ne sont pas de même forme/],
      [
        [part('a.json', one), part('b.json', {})],
        /^b\.json : ce n’est pas un rapport json ou sarif de dce-lint, ni une part$/,
      ],
      [[part('a.json', null)], /^a\.json : ce n’est pas un rapport/],
      [[part('a.json', { ...one, notChecked: [{ what: 'rc.md' }] })], /^a\.json : ce n’est pas un rapport/],
      [[part('a.json', one), part('b.json', json([], {}, '2.0.0'))], /^b\.json : ce rapport n’a pas été fait comme a/],
      [
        [part('a.json', one), part('b.json', json([file('a.md')], {}))],
        /^a\.md figure dans deux rapports : a\.json et b\.json$/,
      ],
      [
        [part('a.sarif', sarif({})), part('b.sarif', sarif({}, { driver: { name: 'dce-lint', version: '2' } }))],
        /^b\.sarif : ce rapport n’a pas été fait comme a/,
      ],
    ];
    for (const [parts, message] of cases) assert.throws(() => merge(parts), { message });
  });
});
