import assert from 'node:assert/strict';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };

interface Tool {
  invoke(options: { input: unknown }): Promise<{ parts: readonly { text: string }[] }>;
}

/** An editor of some age, with some settings, as far as assistants go. */
function editor(has: 'nothing' | 'tools' | 'servers', settings: Record<string, unknown>, workspace: object = {}) {
  const tools = new Map<string, Tool>();
  const servers: { provideMcpServerDefinitions(): unknown[] }[] = [];
  const none = () => ({ dispose() {} });
  const listeners: ((e: object) => void)[] = [];
  const lm = {
    registerTool: (name: string, tool: Tool) => {
      tools.set(name, tool);
      return { dispose: () => tools.delete(name) };
    },
    ...(has === 'servers' && {
      registerMcpServerDefinitionProvider: (_: string, provider: (typeof servers)[number]) => {
        servers.push(provider);
        return none();
      },
    }),
  };
  const vscode = {
    ...(has !== 'nothing' && {
      lm,
      LanguageModelToolResult: class {
        constructor(readonly parts: unknown) {}
      },
      LanguageModelTextPart: class {
        constructor(readonly text: string) {}
      },
      McpStdioServerDefinition: class {
        constructor(readonly label: string) {}
      },
    }),
    Disposable: { from: (...all: { dispose(): void }[]) => ({ dispose: () => all.forEach((d) => void d.dispose()) }) },
    EventEmitter: class {
      event = none;
      fire() {}
      dispose() {}
    },
    l10n: { t: (text: string) => text },
    workspace: {
      isTrusted: true,
      workspaceFolders: [{ uri: { scheme: 'file', fsPath: '/dossier' } }],
      textDocuments: [],
      getConfiguration: (section: string) => ({ get: (key: string) => settings[`${section}.${key}`] }),
      onDidChangeConfiguration: (listener: (e: object) => void) => {
        listeners.push(listener);
        return none();
      },
      onDidGrantWorkspaceTrust: none,
      onDidChangeWorkspaceFolders: none,
      ...workspace,
    },
  };
  const { outputFiles } = buildSync({
    entryPoints: ['client/assistants/assistants.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  });
  const module = { exports: {} as { registerAssistants(context: object, program: object): { dispose(): void } } };
  vm.runInThisContext(`(function (module, require) {${outputFiles[0]?.text}})`)(module, () => vscode);
  const asked: { name: string; folders: string[] }[] = [];
  const program = {
    call: async (call: { name: string; folders: string[] }) => {
      asked.push(call);
      return { text: 'réponse' };
    },
    server: () => ({ command: 'node', args: [], env: {}, version: '1' }),
    dispose() {},
  };
  const context = { extension: { packageJSON: manifest } };
  const registered = module.exports.registerAssistants(context, program);
  const set = (name: string, value: unknown) => {
    settings[name] = value;
    for (const listener of listeners) listener({ affectsConfiguration: (n: string) => name.startsWith(n) });
  };
  return { tools, servers, asked, registered, set };
}

const YES = { 'dceLint.assistants': true };
const NAMES = manifest.contributes.languageModelTools.map(({ name }) => name);

describe('The extension offers assistants', () => {
  it('nothing until the buyer says so, and nothing any more once they take it back', () => {
    const { tools, servers, set } = editor('servers', {});
    assert.equal(tools.size + servers.length, 0);
    set('dceLint.assistants', true);
    assert.deepEqual([...tools.keys()], NAMES);
    assert.equal(servers[0]?.provideMcpServerDefinitions().length, 1);
    set('dceLint.assistants', false);
    assert.equal(tools.size, 0);
    assert.equal(servers[0]?.provideMcpServerDefinitions().length, 0);
  });

  it('what the editor has: nothing in 1.91, tools in 1.95, a server too in 1.101', () => {
    assert.equal(editor('nothing', { ...YES }).tools.size, 0);
    const old = editor('tools', { ...YES });
    assert.deepEqual([old.tools.size, old.servers.length], [NAMES.length, 0]);
    const now = editor('servers', { ...YES });
    assert.deepEqual([now.tools.size, now.servers.length], [NAMES.length, 1]);
  });

  it('nothing that a policy of the editor forbids', () => {
    const off = (more: object) => {
      const { tools, servers } = editor('servers', { ...YES, ...more });
      return [tools.size, servers.flatMap((s) => s.provideMcpServerDefinitions()).length];
    };
    assert.deepEqual(off({ 'chat.disableAIFeatures': true }), [0, 0]);
    assert.deepEqual(off({ 'chat.extensionTools.enabled': false }), [0, 1]);
    assert.deepEqual(off({ 'chat.mcp.access': 'none' }), [NAMES.length, 0]);
  });

  it('the answers of the program, on the folders that are open', async () => {
    const { tools, asked } = editor('tools', { ...YES });
    const { parts } = (await tools.get('dce-lint_check')?.invoke({ input: { path: '.' } })) ?? { parts: [] };
    assert.equal(parts[0]?.text, 'réponse');
    assert.deepEqual([asked[0]?.name, asked[0]?.folders], ['check', ['/dossier']]);
  });

  it('no file of a workspace that is not trusted or virtual, and says so; a text all the same', async () => {
    for (const [workspace, why] of [
      [{ isTrusted: false }, /not trusted/],
      [{ workspaceFolders: [{ uri: { scheme: 'vscode-vfs' } }] }, /virtual/],
      [{ workspaceFolders: undefined }, /No folder is open/],
    ] as const) {
      const { tools, servers, asked } = editor('servers', { ...YES }, workspace);
      const tool = tools.get('dce-lint_check');
      await assert.rejects(async () => tool?.invoke({ input: { path: '.' } }), why);
      await tool?.invoke({ input: { text: 'Durée', piece: 'rc' } });
      assert.deepEqual(
        asked.map((call) => call.folders),
        [[]],
      );
      assert.equal(servers[0]?.provideMcpServerDefinitions().length, 0);
    }
  });
});
