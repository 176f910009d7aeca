import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from '../convert.ts';
import type { Finding } from '../core/lint.ts';
import type { FolderCheck } from '../workspace.ts';
import { addressesOf, type Context } from './context.ts';

/** Findings of a consultation as the client takes them. */
export function diagnosticsOf({ abilities }: Context, folder: FolderCheck, findings: readonly Finding[]): Diagnostic[] {
  const addresses = addressesOf(folder);
  return findings.map((f) => toDiagnostic(f, folder.identities.get(f) ?? '', addresses, abilities));
}
