/** The SARIF report, read by the validator of Microsoft's SARIF SDK: schema and good practice. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ensureInstalled } from '../../scripts/installed.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Good practice asks for the address of the tool's site, and there is none yet. Notes (style) are not asked for. */
const LEFT = ['SARIF2005'];

describe('The SARIF report, before the SARIF Multitool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-sarif-'));
  let program;
  before(() => {
    ensureInstalled(here);
    program = createRequire(import.meta.url)('@microsoft/sarif-multitool').replace(/^"|"$/g, '');
    chmodSync(program, 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const complaints = (log) => {
    const output = join(folder, 'validation.sarif');
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    const args = ['validate', log, '--output', output, '--level', 'Error;Warning', '--log', 'ForceOverwrite'];
    execFileSync(program, args, { env, stdio: 'ignore' });
    const text = readFileSync(output, 'utf8').replace(/^\ufeff/, '');
    return JSON.parse(text).runs[0].results.map((r) => `${r.ruleId} ${JSON.stringify(r.message)}`);
  };
  const report = join(folder, 'report.sarif');
  const write = () => {
    const cli = join(root, 'dist/cli.cjs');
    const args = [cli, 'check', 'examples', '--format', 'sarif', '--output', report];
    assert.equal(spawnSync(process.execPath, args, { cwd: root }).status, 1);
  };

  it('has no fault', () => {
    write();
    const found = complaints(report);
    assert.deepEqual(
      found.filter((c) => !LEFT.some((id) => c.startsWith(id))),
      [],
    );
  });

  it('fits the schema of the standard as it is published now', () => {
    write();
    const schema = readFileSync(join(dirname(program), 'sarif-2.1.0.json'), 'utf8').replace(/^\ufeff/, '');
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats(ajv);
    const fits = ajv.compile(JSON.parse(schema));
    const log = JSON.parse(readFileSync(report, 'utf8'));
    assert.ok(fits(log), JSON.stringify(fits.errors));
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    assert.ok(!fits(log));
  });

  it('would have one with a region that ends before it starts', () => {
    write();
    const log = JSON.parse(readFileSync(report, 'utf8'));
    Object.assign(log.runs[0].results[0].locations[0].physicalLocation.region, { startLine: 5, endLine: 4 });
    const bad = join(folder, 'bad.sarif');
    writeFileSync(bad, JSON.stringify(log));
    assert.ok(complaints(bad).some((c) => !LEFT.some((id) => c.startsWith(id))));
  });
});
