import type { CancellationToken, Disposable, Event } from 'vscode';
import * as vscode from 'vscode';

/**
 * What VS Code has for assistants beyond the oldest version that is supported: tools since 1.95, servers of the Model Context
 * Protocol since 1.101. Where an editor lacks one, it is left out.
 */
export interface Tool {
  prepareInvocation(): { readonly invocationMessage: string };
  invoke(options: { readonly input: unknown }, token: CancellationToken): Promise<unknown>;
}

export interface McpProvider {
  readonly onDidChangeMcpServerDefinitions: Event<void>;
  provideMcpServerDefinitions(): unknown[];
}

interface Abilities {
  readonly lm?: {
    registerTool?(name: string, tool: Tool): Disposable;
    registerMcpServerDefinitionProvider?(id: string, provider: McpProvider): Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => unknown;
}

const editor = vscode as unknown as Abilities;

/** Registers a tool whose answer is a text; undefined where the editor has no tools. */
export function registerTool(name: string, message: string, answer: (input: unknown) => Promise<string>) {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = editor;
  if (!lm?.registerTool || !Result || !Text) return undefined;
  return lm.registerTool(name, {
    prepareInvocation: () => ({ invocationMessage: message }),
    invoke: async ({ input }) => new Result([new Text(await answer(input))]),
  });
}

/** How a server of ours is started. */
export interface Server {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

/** Registers what gives a server; undefined where the editor starts none. */
export function registerServer(id: string, label: string, changed: Event<void>, server: () => Server | undefined) {
  const { lm, McpStdioServerDefinition: Definition } = editor;
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return undefined;
  return lm.registerMcpServerDefinitionProvider(id, {
    onDidChangeMcpServerDefinitions: changed,
    provideMcpServerDefinitions() {
      const one = server();
      return one ? [new Definition(label, one.command, one.args, one.env, one.version)] : [];
    },
  });
}
