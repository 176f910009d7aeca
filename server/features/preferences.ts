import type { Context } from './context.ts';

/** Helps that can be switched off one by one, as the section of the settings names them. */
export type Help =
  | 'suggestions'
  | 'codeLens.criteres'
  | 'codeLens.lots'
  | 'codeLens.tranches'
  | 'codeLens.droit'
  | 'inlayHints.total'
  | 'inlayHints.textesAbroges';

/** Tells which helps are wanted for a resource. All are, until a setting says `false`. */
export async function wantedFor({ settingsOf }: Context, uri: string): Promise<(help: Help) => boolean> {
  const section = await settingsOf(uri);
  return (help) => {
    let at: unknown = section;
    for (const key of help.split('.')) at = isRecord(at) ? at[key] : undefined;
    return at !== false;
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
