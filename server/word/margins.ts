import type { Element } from 'xast';
import { plain } from '../../rules/kit/french/fold.ts';
import { fr } from '../../rules/kit/french/pattern.ts';
import type { Note, WordDocument } from './document.ts';
import { at, below, textOf } from './xml.ts';

/** What a margin may say that binds: by when offers come in, how long they stand or the contract lasts. */
const BINDS = fr`(?:(?:date|heure|jour)s?(?: et (?:date|heure))? limites?|remise des (?:plis|offres)|réception des (?:plis|offres)|dépôt des (?:plis|offres)|au plus tard)[^.;|]{0,60}[0-9]{1,2}(?:er)?[ /.-](?:[0-9]{1,2}|[a-z]{3,9})[ /.-][0-9]{4}|(?:durée|validité)[^.;|]{0,60}(?:mois|ans?|jours)`;

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
    if (!body || !words || known.has(words) || !BINDS.test(plain(words))) continue;
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
