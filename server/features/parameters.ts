import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Requests } from '../protocol.ts';

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isPosition: Check = (value) => isRecord(value) && isCount(value.line) && isCount(value.character);
const isRange: Check = (value) => isRecord(value) && isPosition(value.start) && isPosition(value.end);
const isDocument: Check = (value) => isRecord(value) && isText(value.uri);
const isValues: Check = (value) => isRecord(value) && Object.values(value).every(isText);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What each of our own requests must carry. */
const WANTED: { readonly [M in keyof Requests]: Readonly<Record<string, Check>> } = {
  'dce-lint/importWord': { name: isText, document: isText },
  'dce-lint/exportWord': { text: isText, template: optional(isText), uri: optional(isText) },
  'dce-lint/rendering': { uri: isText },
  'dce-lint/annotateWord': { uri: isText, there: optional(isText) },
  'dce-lint/asUtf8': { uri: isText },
  'dce-lint/explain': { id: isText },
  'dce-lint/ignore': { uri: isText, finding: isText, scope: oneOf('here', 'file'), reason: isText },
  'dce-lint/conformite': { uri: isText },
  'dce-lint/fix': { uri: isText, finding: isText, title: optional(isText) },
  'dce-lint/settings': { uri: isText, rule: optional(isText) },
  'dce-lint/setState': {
    uri: isText,
    etat: oneOf('brouillon', 'relecture', 'final'),
    portee: optional(oneOf('piece', 'dossier')),
  },
  'dce-lint/fiche': { uri: isText },
  'dce-lint/fichePage': { uri: isText, nonce: (value) => typeof value === 'string' && /^[A-Za-z0-9]+$/.test(value) },
  'dce-lint/clauses': { uri: isText },
  'dce-lint/insertClause': { uri: isText, id: isText, position: isPosition, values: isValues },
  'dce-lint/misread': { uri: isText, finding: isText, reason: isText },
  'dce-lint/sayable': { uri: isText, range: isRange },
  'dce-lint/missed': { uri: isText, range: isRange, sentence: isText, concept: isText, reason: isText },
  'dce-lint/turnOff': { uri: isText, rule: isText, reason: isText },
  'dce-lint/parts': { uri: isText },
  'dce-lint/gather': { uri: isText },
  'dce-lint/refuse': { uri: isText },
};

const at = { textDocument: isDocument, position: isPosition };

/** What each request of the protocol must carry, as far as it is read here. */
const STANDARD = {
  initialize: { capabilities: isRecord },
  'textDocument/diagnostic': { textDocument: isDocument },
  'workspace/diagnostic': {
    previousResultIds: (value) =>
      Array.isArray(value) && value.every((known) => isDocument(known) && isText((known as { value?: unknown }).value)),
  },
  'textDocument/codeAction': {
    textDocument: isDocument,
    range: isRange,
    context: (value) =>
      isRecord(value) &&
      Array.isArray(value.diagnostics) &&
      value.diagnostics.every((d) => isRecord(d) && isRange(d.range)) &&
      (value.only === undefined || Array.isArray(value.only)),
  },
  'workspace/executeCommand': {
    command: isText,
    arguments: (value) => Array.isArray(value) && isRecord(value[0]),
  },
  'textDocument/documentSymbol': { textDocument: isDocument },
  'textDocument/foldingRange': { textDocument: isDocument },
  'textDocument/documentLink': { textDocument: isDocument },
  'textDocument/definition': at,
  'textDocument/references': {
    ...at,
    context: (value) => isRecord(value) && typeof value.includeDeclaration === 'boolean',
  },
  'textDocument/hover': at,
  'textDocument/completion': at,
  'textDocument/inlineCompletion': { ...at, context: (value) => isRecord(value) && isCount(value.triggerKind) },
  'textDocument/codeLens': { textDocument: isDocument },
  'textDocument/inlayHint': { textDocument: isDocument, range: isRange },
} satisfies Readonly<Record<string, Readonly<Record<string, Check>>>>;

/** A request of the protocol that is answered here. */
export type Standard = keyof typeof STANDARD;

function refuseWrong(method: string, wanted: Readonly<Record<string, Check>>, params: unknown): void {
  const wrong = Object.entries(wanted).find(([key, check]) => !isRecord(params) || !check(params[key]));
  if (wrong)
    throw new ResponseError(ErrorCodes.InvalidParams, `${method} : paramètre « ${wrong[0]} » absent ou refusé`);
}

/** Parameters of our own requests as they came, once looked at. Throws what the protocol answers to wrong ones. */
export function validated<M extends keyof Requests>(method: M, params: unknown): Requests[M]['params'] {
  refuseWrong(method, WANTED[method], params);
  return params as Requests[M]['params'];
}

/** The same for a request of the protocol, before it is answered. */
export const wellFormed =
  <P, T extends readonly unknown[], R>(method: Standard, answer: (asked: P, ...more: T) => R) =>
  (asked: P, ...more: T): R => {
    refuseWrong(method, STANDARD[method], asked);
    return answer(asked, ...more);
  };
