import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type Hover,
  type HoverParams,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeIn } from '../convert.ts';
import { DCE } from '../core/dce.ts';
import { CONFIGURATION } from '../core/settings.ts';
import { configurationSchema } from '../core/yaml/configuration.ts';
import { dceSchema } from '../core/yaml/dce.ts';
import { headerAt, headerSchema } from '../core/yaml/header.ts';
import { explained, proposals, type Schema } from '../core/yaml/schema.ts';
import { nameOf } from '../uri.ts';
import type { Context } from './context.ts';

/** A text in YAML: a whole file, or the front matter of a draft. */
interface Yaml {
  readonly schema: Schema;
  readonly text: string;
  /** Where it starts in the document. */
  readonly start: number;
}

/** The schema of a file that is YAML throughout; undefined for any other. */
function schemaOf({ rules }: Context, uri: string): Schema | undefined {
  const name = nameOf(uri);
  if (name === DCE) return dceSchema;
  return name === CONFIGURATION ? configurationSchema(rules) : undefined;
}

function yamlAt(context: Context, document: TextDocument, offset: number): Yaml | undefined {
  const text = document.getText();
  const whole = schemaOf(context, document.uri);
  if (whole) return { schema: whole, text, start: 0 };
  const isDraft = document.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(nameOf(document.uri));
  const at = isDraft ? headerAt(text, offset) : undefined;
  return at && { schema: headerSchema, text: text.slice(at.start, at.end), start: at.start };
}

/** Keys and values where a text is YAML; undefined elsewhere, none where nothing is foreseen. */
export function yamlCompletion(
  context: Context,
  { textDocument: { uri }, position }: CompletionParams,
): CompletionItem[] | undefined {
  const document = context.documents.get(uri);
  const offset = document?.offsetAt(position) ?? 0;
  const yaml = document && yamlAt(context, document, offset);
  if (!yaml) return undefined;
  const { schema, text, start } = yaml;
  // A command of VS Code's own: the list of values opens by itself once the key is in.
  const again = context.clientCommands.size > 0 ? { title: '', command: 'editor.action.triggerSuggest' } : undefined;
  return proposals(schema, text, offset - start).map((p, rank) => {
    const range = rangeIn(document.getText(), { start: start + p.at.start, end: start + p.at.end });
    return {
      label: p.label,
      kind: p.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      ...(p.detail && { labelDetails: { description: p.detail }, detail: p.detail }),
      ...(p.documentation && { documentation: { kind: MarkupKind.Markdown, value: p.documentation } }),
      // A rule is also found under the words of its title.
      filterText: `${p.text.trim()} ${p.kind === 'key' ? p.detail : ''}`.trim(),
      sortText: String(rank).padStart(4, '0'),
      textEdit: TextEdit.replace(range, p.text),
      ...(p.more && again && { command: again }),
    };
  });
}

/** What a key or a value says, where a text is YAML; undefined where nothing is foreseen, and elsewhere. */
export function yamlHover(context: Context, { textDocument: { uri }, position }: HoverParams): Hover | undefined {
  const document = context.documents.get(uri);
  const offset = document?.offsetAt(position) ?? 0;
  const yaml = document && yamlAt(context, document, offset);
  if (!yaml) return undefined;
  const found = explained(yaml.schema, yaml.text, offset - yaml.start);
  if (!found) return undefined;
  const at = { start: yaml.start + found.at.start, end: yaml.start + found.at.end };
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: rangeIn(document.getText(), at),
  };
}
