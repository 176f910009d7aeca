/** `dce-lint mcp` as it is shipped, before a client of another make: the Python one, in an environment of its own. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist', 'cli.cjs');
const examples = join(root, 'examples');
const environment = join(here, 'node_modules', '.python');
const bin = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');

/** Installs the client with pip, unless it is what `requirements.txt` says already. Without Python, the test fails. */
function ensurePython() {
  const wanted = readFileSync(join(here, 'requirements.txt'), 'utf8');
  const done = join(environment, 'requirements.txt');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  const python = process.platform === 'win32' ? 'python' : 'python3';
  execFileSync(python, ['-m', 'venv', '--clear', environment], { stdio: 'inherit' });
  execFileSync(join(bin, 'pip'), ['install', '--quiet', '--requirement', join(here, 'requirements.txt')], {
    stdio: 'inherit',
  });
  writeFileSync(done, wanted);
}

const DAY = '2026-11-02';
const TOOLS = ['check', 'explain', 'facts', 'validate_citations', 'propose_fix', 'clauses'];
const CALLS = [
  ['check', { path: 'consultation-fautive', date: DAY }],
  ['explain', { what: 'R2152-7', date: DAY }],
  ['facts', { path: 'consultation-fautive/rc.md', date: DAY }],
  ['validate_citations', { citations: ['R. 2152-7', 'article L. 2152-99 du code de la commande publique'], date: DAY }],
  ['propose_fix', { path: 'consultation-fautive/rc.md', date: DAY }],
  ['clauses', { action: 'find', query: 'variantes' }],
  ['check', { path: '..' }],
  ['check', { path: 'consultation-fautive', everything: true }],
];

const printed = (...args) => {
  const { stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: examples, encoding: 'utf8' });
  return stdout;
};

function right(answers) {
  assert.equal(answers[0].text, printed('check', 'consultation-fautive', '--format', 'json', '--date', DAY));
  assert.equal(answers[1].text, printed('explain', 'R2152-7', '--date', DAY));
  assert.equal(answers[2].text, printed('facts', 'consultation-fautive/rc.md', '--format', 'json', '--date', DAY));
  assert.deepEqual(
    JSON.parse(answers[3].text).citations.map((c) => [c.status, c.supported]),
    [
      ['changed', true],
      ['absent', false],
    ],
  );
  assert.ok(JSON.parse(answers[4].text).proposals.length > 0);
  assert.ok(JSON.parse(answers[5].text).clauses.length > 0);
  for (const { refused } of answers.slice(0, 6)) assert.equal(refused, false);
  assert.match(answers[6].text, /hors des dossiers/);
  assert.match(answers[7].text, /Clé non reconnue : "everything"/);
  for (const { refused } of answers.slice(6)) assert.equal(refused, true);
}

describe('The MCP server, as it is shipped,', { timeout: 300_000 }, () => {
  it('answers the official client on its standard streams, in a session of 2025 and in one of 2026', async () => {
    for (const mode of ['legacy', { pin: '2026-07-28' }]) {
      const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
      await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', examples] }));
      const answers = [];
      for (const [name, given] of CALLS) {
        const { content, isError } = await client.callTool({ name, arguments: given });
        answers.push({ text: content[0].text, refused: isError === true });
      }
      await client.close();
      right(answers);
    }
  });

  describe('before the Python client', () => {
    before(ensurePython);

    it('lists and answers all that it offers', () => {
      const python = join(bin, 'python');
      const args = [join(here, 'mcp-client.py'), process.execPath, cli, examples, JSON.stringify(CALLS)];
      const out = execFileSync(python, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
      const { tools, answers, resources, rules, prompts, prompt } = JSON.parse(out);
      assert.deepEqual(tools, TOOLS);
      right(answers);
      assert.equal(resources.length, 3);
      assert.ok(JSON.parse(rules).length > 100);
      assert.deepEqual(prompts, ['relire-ce-dossier', 'rediger-la-clause']);
      assert.match(prompt, /validate_citations/);
    });
  });

  it('ends with its input, and says on standard error what it could not read', () => {
    const run = (input) =>
      spawnSync(process.execPath, [cli, 'mcp', examples], { input, encoding: 'utf8', timeout: 60_000 });
    assert.equal(run('').status, 0);
    const { status, stdout } = run('pas du JSON\n{"jsonrpc":"2.0"}\n');
    assert.equal(status, 0);
    assert.equal(stdout, '');
    const nowhere = spawnSync(process.execPath, [cli, 'mcp', 'nulle-part'], { encoding: 'utf8' });
    assert.equal(nowhere.status, 2);
    assert.match(nowhere.stderr, /nulle-part : ce fichier ou dossier n’existe pas/);
  });
});
