import { workspace } from 'vscode';

/** What an assistant may be offered now: the buyer has asked for it, and no policy of the editor forbids it. */
export interface Consent {
  readonly tools: boolean;
  readonly server: boolean;
}

/** Settings that bear on it. An administrator may have set those of `chat`. */
export const SETTINGS = ['dceLint.assistants', 'chat.disableAIFeatures', 'chat.extensionTools', 'chat.mcp'];

export function consent(): Consent {
  const own = workspace.getConfiguration('dceLint').get('assistants') === true;
  const chat = workspace.getConfiguration('chat');
  const asked = own && chat.get('disableAIFeatures') !== true;
  return {
    tools: asked && chat.get('extensionTools.enabled') !== false,
    server: asked && chat.get('mcp.enabled') !== false && chat.get('mcp.access') !== 'none',
  };
}
