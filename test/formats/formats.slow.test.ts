import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse as readJunit } from 'junit2json';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Log, Region } from 'sarif';
import { validateXML } from 'xmllint-wasm';
import { pagesOf } from '../../server/cli/address.ts';
import { faultOf } from '../../server/core/message.ts';
import { FOLDER, NASTY, ODD, RULE } from '../cli/odd.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';

const schema = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Throws with the first mistakes when a value is not of a schema. */
function mustFit(validate: { (value: unknown): unknown; errors?: unknown }, value: unknown): void {
  assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
}

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const draft04 = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(draft04 as never);
const isSarif = draft04.compile(schema('schemas/sarif-2.1.0-rtm.5.json'));

interface Finding {
  rule: string;
  level: string;
  message: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  related: { message: string }[];
  fixes: unknown[];
}
interface Report {
  files: { path: string; findings: Finding[] }[];
}

const known = new Map<string, Promise<string>>();
/** The drafts of `odd.ts` in a format, checked once for all tests. */
function checked(format: string, more: readonly string[]): Promise<string> {
  const args = ['check', ...more, '--format', format];
  const key = args.join(' ');
  const out =
    known.get(key) ??
    inFolder(ODD, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, args);
      assert.equal(err, '');
      assert.equal(code, 1);
      return out;
    });
  known.set(key, out);
  return out;
}

/** The same, and what is in them by the JSON of the contract. */
async function report(format: string, ...more: string[]) {
  const out = await checked(format, more);
  const json = JSON.parse(await checked('json', more)) as Report;
  const findings = json.files.flatMap((f) => f.findings.map((finding) => ({ ...finding, path: f.path })));
  assert.ok(findings.some((f) => f.rule === RULE && f.message.includes(NASTY)));
  assert.ok(findings.some((f) => f.related.length > 0));
  return { out, json, findings };
}

/** What a region of SARIF covers in a draft. */
function covered(region: Region, text: string): string {
  const lines = text.split('\r\n');
  const offset = (line = 1, column = 1) =>
    lines.slice(0, line - 1).join('\r\n').length + (line > 1 ? 2 : 0) + column - 1;
  return text.slice(offset(region.startLine, region.startColumn), offset(region.endLine, region.endColumn));
}

describe('The JSON report', () => {
  it('is of the schema that the package publishes', async () => {
    const { out } = await report('json');
    mustFit(ajv.compile(schema('../../schemas/check-report.schema.json')), JSON.parse(out));
  });

  it('is of that schema with its counts', async () => {
    const { out } = await report('json', '--statistics');
    const validate = ajv.compile({
      ...schema('../../schemas/check-report.schema.json'),
      $id: 'urn:dce-lint:schema:counts',
    });
    mustFit(validate, JSON.parse(out));
    assert.ok(JSON.parse(out).statistics.rules.length > 0);
  });

  it('is refused by that schema when a field is missing, unknown or of another kind', async () => {
    const { json } = await report('json');
    const validate = ajv.compile({
      ...schema('../../schemas/check-report.schema.json'),
      $id: 'urn:dce-lint:schema:again',
    });
    const [first] = json.files;
    for (const wrong of [
      { files: json.files },
      { ...json, more: 1 },
      { ...json, files: [{ ...first, date: 'demain' }] },
    ])
      assert.equal(validate(wrong), false);
  });
});

describe('The SARIF report', () => {
  const read = async () => {
    const { out, findings } = await report('sarif');
    const log = JSON.parse(out) as Log;
    const [run] = log.runs;
    assert.ok(run?.results);
    return { log, run, results: run.results, findings };
  };

  it('is of the schema of the standard', async () => {
    mustFit(isSarif, (await read()).log);
  });

  it('leads from each rule to a page or a text of law, and says what is new beside a baseline', async () => {
    const { run, results } = await read();
    const rules = run.tool.driver.rules ?? [];
    assert.ok(rules.filter((r) => r.helpUri).length > rules.length * 0.75);
    for (const { helpUri } of rules) if (helpUri) assert.match(helpUri, /^https:/);
    assert.ok(results.every((r) => r.baselineState === undefined));
    await inFolder(
      { ...ODD, 'connus.json': '{"version":1,"tool":{"name":"dce-lint","version":"x"},"consultations":{}}' },
      async (cwd) => {
        const { out } = await dceLint(cwd, ['check', '--format', 'sarif', '--baseline', 'connus.json']);
        const log = JSON.parse(out) as Log;
        mustFit(isSarif, log);
        const shown = (log.runs[0]?.results ?? []).filter((r) => r.suppressions?.length === 0);
        assert.ok(shown.length > 0 && shown.every((r) => r.baselineState === 'new'));
      },
    );
  });

  it('gives the pages of the project once its address is filled in', () => {
    const pages = pagesOf('git+https://forge.example.org/achats/dce-lint.git');
    assert.equal(pages?.home, 'https://forge.example.org/achats/dce-lint');
    assert.match(pages?.rule('pi/garantie') ?? '', /dce-lint\/blob\/v[\d.]+\/docs\/regles\/pi\/garantie\.md$/);
    assert.equal(pagesOf('git+https://github.com/VOTRE-ORGANISATION/dce-lint.git'), undefined);
  });

  it('is refused by that schema when a level is none of the standard', async () => {
    const { log, results } = await read();
    Object.assign(results[0] ?? {}, { level: 'grave' });
    assert.equal(isSarif(log), false);
  });

  it('places each result on the words, in units of UTF-16, whatever the line ends and the emoji', async () => {
    const { results, findings } = await read();
    const shown = results.filter((r) => r.suppressions?.length === 0);
    assert.deepEqual(
      shown.map((r) => [r.ruleId, r.message.text?.replaceAll('\\[', '[').replaceAll('{{', '{').replaceAll('}}', '}')]),
      findings.map((f) => [f.rule, f.message]),
    );
    const lots = shown.find((r) => r.ruleId === 'allotissement/nombre-incoherent');
    const at = lots?.locations?.[0]?.physicalLocation;
    assert.equal(covered(at?.region ?? {}, ODD[`${FOLDER}/rc.md`] ?? ''), 'deux lots');
    const [related] = lots?.relatedLocations ?? [];
    assert.equal(related?.message?.text, 'Les lots sont listés ici.');
    assert.match(covered(related?.physicalLocation?.region ?? {}, ODD[`${FOLDER}/rc.md`] ?? ''), /^Lot 1/);
  });

  it('gives addresses that lead back to the files', async () => {
    const { run, results } = await read();
    const uris = new Set(results.map((r) => r.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''));
    for (const uri of uris) assert.match(uri, /^[A-Za-z0-9._~!'()*%/-]+$/);
    assert.deepEqual(
      run.artifacts?.map((a) => decodeURIComponent(a.location?.uri ?? '')),
      [`${FOLDER}/cahier des clauses administratives.md`, `${FOLDER}/rc.md`],
    );
  });

  it('explains each rule, with its texts of law', async () => {
    const { run, results } = await read();
    for (const result of results) {
      const rule = run.tool.driver.rules?.[result.ruleIndex ?? -1];
      assert.equal(rule?.id, result.ruleId);
      assert.match(rule?.help?.markdown ?? '', /\*\*Sources\*\*/);
      assert.notEqual(rule?.fullDescription?.text, '');
    }
  });

  it('gives fixes as replacements of the words they are for', async () => {
    const { results } = await read();
    const [fix] = results.find((r) => r.ruleId === 'tranches/terminologie')?.fixes ?? [];
    const [change] = fix?.artifactChanges ?? [];
    const [replacement] = change?.replacements ?? [];
    const text = ODD[decodeURIComponent(change?.artifactLocation.uri ?? '')] ?? '';
    assert.equal(covered(replacement?.deletedRegion ?? {}, text), 'conditionnelles');
    assert.equal(replacement?.insertedContent?.text, 'optionnelles');
  });

  it('has suppressed findings with their reason, and no doubt on the others', async () => {
    const { results } = await read();
    assert.ok(results.every((r) => r.suppressions !== undefined));
    const aside = results.filter((r) => (r.suppressions ?? []).length > 0);
    assert.deepEqual(
      aside.map((r) => [r.ruleId, r.suppressions?.[0]?.justification, r.suppressions?.[0]?.kind]),
      [['redaction/champ-a-completer', 'modèle <b>de</b> l’acheteur ]]> ::error::', 'inSource']],
    );
  });

  it('gives each result a fingerprint of its own, which lines added above do not change', async () => {
    const { results } = await read();
    const prints = (list: typeof results) => list.map((r) => r.partialFingerprints?.['dceLint/v1']);
    assert.equal(new Set(prints(results)).size, results.length);
    const name = `${FOLDER}/rc.md`;
    const moved = {
      ...ODD,
      [name]: (ODD[name] ?? '').replace('consultation\r\n', 'consultation\r\n\r\nUn ajout.\r\n'),
    };
    await inFolder(moved, async (cwd) => {
      const log = JSON.parse((await dceLint(cwd, ['check', '--format', 'sarif'])).out) as Log;
      assert.deepEqual(prints(log.runs[0]?.results ?? []), prints(results));
    });
  });
});

describe('The JUnit report', () => {
  const xsd = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8');
  const validity = (xml: string) => validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [xsd] });

  it('is of the schema that Jenkins reads by', async () => {
    const { valid, errors } = await validity((await report('junit')).out);
    assert.deepEqual(errors, []);
    assert.equal(valid, true);
  });

  it('is refused by that schema when a case has no name', async () => {
    const { out } = await report('junit');
    assert.equal((await validity(out.replace('<testcase name=', '<testcase title='))).valid, false);
  });

  it('gives a reader every finding with its words, and counts that add up', async () => {
    const { out, json, findings } = await report('junit');
    const read = await readJunit(out);
    assert.ok(read && 'testsuite' in read);
    const suites = read.testsuite ?? [];
    assert.deepEqual(
      suites.map((s) => s.name),
      json.files.map((f) => f.path),
    );
    const cases = suites.flatMap((s) => s.testcase ?? []);
    const failures = cases.flatMap((c) => c.failure ?? []);
    const errors = findings.filter((f) => f.level === 'error');
    assert.deepEqual(
      failures.map((f) => f.message),
      errors.map((f) => faultOf(f.message)),
    );
    assert.ok(failures.some((f) => f.inner?.includes(NASTY)));
    for (const [i, f] of failures.entries()) assert.ok(f.inner?.includes(errors[i]?.message ?? '?'), f.message);
    assert.deepEqual([read.tests, read.failures], [cases.length, errors.length]);
    assert.deepEqual(cases.flatMap((c) => c.skipped ?? []) as unknown[], [
      { inner: 'modèle <b>de</b> l’acheteur ]]> ::error::' },
    ]);
  });

  it('fails on what --fail-on says, and on nothing else', async () => {
    const { out, findings } = await report('junit', '--fail-on', 'warning');
    const failed = findings.filter((f) => f.level !== 'info').length;
    assert.equal(out.match(/<failure /g)?.length, failed);
  });

  it('stays XML when a draft holds characters that XML has no way to write', () =>
    inFolder({ 'rc.md': `---\ndce:\n  categorie: "a\u0001b\u001b[31m"\n---\n\n# RC\n` }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'junit']);
      assert.match(out, /a\ufffdb\ufffd\[31m/);
      assert.equal((await validity(out)).valid, true);
      assert.ok(!(await dceLint(cwd, ['check'])).out.includes('\u001b'));
    }));
});

describe('The GitLab report', () => {
  it('is as the documentation of GitLab describes it', async () => {
    const { out, findings } = await report('gitlab');
    const issues = JSON.parse(out) as { description: string; fingerprint: string; location: { path: string } }[];
    mustFit(ajv.compile(schema('schemas/gitlab-code-quality.schema.json')), issues);
    assert.deepEqual(
      issues.map((i) => [i.description, i.location.path]),
      findings.map((f) => [f.message, f.path]),
    );
    assert.equal(new Set(issues.map((i) => i.fingerprint)).size, issues.length);
  });
});

describe('The GitHub annotations', () => {
  /** As the runner reads a line of output. */
  const command = (line: string) => {
    const [, name, properties = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    const data = (s: string) => s.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
    const value = (s: string) => data(s.replace(/%3A/g, ':').replace(/%2C/g, ','));
    const pairs = properties.split(',').map((p) => [p.slice(0, p.indexOf('=')), value(p.slice(p.indexOf('=') + 1))]);
    return name && { name, message: data(message), ...(Object.fromEntries(pairs) as Record<string, string>) };
  };

  it('are read back as the findings, one command each, and no draft adds one', async () => {
    const { out, findings } = await report('github');
    const commands = out.split(/\r\n|\r|\n/).flatMap((line) => command(line) || []);
    const names: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'notice' };
    assert.deepEqual(
      commands.map((c) => [c.name, c.message, 'file' in c && c.file, 'line' in c && c.line]),
      findings.map((f) => [names[f.level], f.message, f.path, String(f.range.start.line + 1)]),
    );
  });
});

describe('What was not checked', () => {
  /** Names and settings that a careless writer would trip on. */
  const BROKEN = {
    ...ODD,
    [`${FOLDER}/rc ]]> ::error::, 'a' \u001b[31m.md`]: Buffer.from('# Règlement', 'latin1'),
    [`${FOLDER}/.dce-lint.yaml`]: `extends: "${NASTY.replaceAll('"', '')} \\u001b[31m"\n`,
    [`${FOLDER}/notes.md`]: '# Notes\n',
  };
  const written = (format: string) =>
    inFolder(BROKEN, async (cwd) => (await dceLint(cwd, ['check', '--format', format])).out);

  it('keeps JSON, SARIF, JUnit and GitLab reports of their schemas', async () => {
    const own = { ...schema('../../schemas/check-report.schema.json'), $id: 'urn:dce-lint:schema:not-checked' };
    const json = JSON.parse(await written('json'));
    assert.deepEqual(
      json.notChecked.map((n: { blocking: boolean }) => n.blocking),
      [true, true, false],
    );
    mustFit(ajv.compile(own), json);
    assert.equal(
      ajv.compile({ ...own, $id: 'urn:dce-lint:schema:not-checked-again' })({
        ...json,
        notChecked: [{ what: 'rc.md' }],
      }),
      false,
    );
    mustFit(isSarif, JSON.parse(await written('sarif')));
    const xsd = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8');
    const xml = [{ fileName: 'junit.xml', contents: await written('junit') }];
    assert.deepEqual((await validateXML({ xml, schema: [xsd] })).errors, []);
    const again = { ...schema('schemas/gitlab-code-quality.schema.json'), $id: 'urn:dce-lint:schema:gitlab-again' };
    mustFit(ajv.compile(again), JSON.parse(await written('gitlab')));
  });

  it('brings no control character in what is read as a text', async () => {
    for (const format of ['text', 'junit', 'github', 'markdown', 'html'])
      assert.ok(!(await written(format)).includes('\u001b'), format);
  }).timeout(60_000);
});

describe('The Markdown report', () => {
  it('holds no control character of a draft', () =>
    inFolder(
      { 'rc.md': '---\ndce:\n  categorie: "a\\u0001b\\u001b[31m"\n---\n\n# RC\u001b]0;x\u0007\n' },
      async (cwd) => {
        const { out } = await dceLint(cwd, ['check', '--format', 'markdown']);
        assert.match(out, /a\ufffdb\ufffd/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
        assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      },
    ));

  it('is read back with the words of the findings, and no HTML nor image from a draft', async () => {
    const { out, findings } = await report('markdown');
    const tree = fromMarkdown(out, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
    const all: Nodes[] = [];
    const visit = (node: Nodes): void => {
      all.push(node);
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(tree);
    assert.ok(all.every((n) => n.type !== 'html' && n.type !== 'image'));
    const texts = all.flatMap((n) => (n.type === 'text' ? n.value : []));
    for (const f of findings) for (const part of f.message.split('\n')) assert.ok(texts.includes(part), part);
    const links = all.flatMap((n) => (n.type === 'link' ? n.url : []));
    assert.ok(links.length > 0 && links.every((url) => url.startsWith('https://')));
    assert.equal(all.filter((n) => n.type === 'tableRow').length, 3);
  });
});
