import type { Element } from 'xast';
import { binds } from '../../rules/facts/piece/index.ts';
import type { Note, WordDocument } from './document.ts';
import { at, below, textOf } from './xml.ts';

/** The label of what was a header or a footer, which no draft cites. */
const LABEL = 'en-tete';

const wordsOf = (body: Element): string => [...below(body, 'w:t')].map(textOf).join('').trim();

/**
 * The headers and footers whose words bind, each once, by label: read as notes that nothing cites, since they stand on every
 * page. Comments on them go to the first words of the text.
 */
export function marginsThatBind({ source }: WordDocument): ReadonlyMap<string, Note> {
  const out = new Map<string, Note>();
  const known = new Set<string>();
  const reference = [...below(at(source.xml(source.main), 'w:body'), 'w:r')].find((run) => wordsOf(run) !== '');
  for (const { kind, target } of source.relations(source.main).values()) {
    const body = /^(?:header|footer)$/.test(kind) ? source.xml(target) : undefined;
    const words = body && wordsOf(body);
    if (!body || !words || known.has(words) || !binds(words)) continue;
    known.add(words);
    out.set(`${LABEL}-${out.size + 1}`, {
      body,
      margin: true,
      relations: source.relations(target),
      ...(reference && { reference }),
    });
  }
  return out;
}
