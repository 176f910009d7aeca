import type { Source } from '../kit/source.ts';
import { article } from './articles.ts';
import { ccagAt, ccagPredecessors, ccagSureness } from './ccag.ts';
import { reserved } from './doubt.ts';
import type { CcagKind, Confidence, OtherText, Provenance } from './model.ts';
import { parseNumber } from './numbers.ts';
import { pageRows } from './pages.ts';
import { predecessors, repealedTexts } from './repealed.ts';
import data from './sources.json' with { type: 'json' };
import textData from './texts.json' with { type: 'json' };

/** Where the data was read, by the short code of its rows. */
export interface DataSource {
  readonly label: string;
  /** Empty for what was not read. */
  readonly address: string;
  readonly asOf: string | null;
}

export const dataSources = data as Readonly<Record<string, DataSource>>;
/** The other texts that rules name, as shipped. */
export const otherTexts = textData as readonly OtherText[];

/** A reference as shown to the user. */
export interface Citation {
  /** « CCP, art. R2151-10 », with a doubt after it where our data have one. */
  readonly label: string;
  readonly url?: string;
  /** Undefined for the guide, and for what our data does not have. */
  readonly confidence?: Confidence;
}

/** A label as our row of it lets it be given; as it is without a row. */
const given = (label: string, row: Pick<Provenance, 'confidence' | 'verified'> | undefined): Citation =>
  row ? { label: reserved(label, row.verified), confidence: row.confidence } : { label };

const SHORT = { ccp: 'CCP', cpi: 'CPI' } as const;

const KINDS: readonly string[] = ['tic', 'pi', 'fcs', 'travaux', 'moe', 'mi'] satisfies CcagKind[];
const isKind = (name: string): name is CcagKind => KINDS.includes(name);

function citeCode(code: 'ccp' | 'cpi', written: string, date: string): Citation {
  const found = article(code, written);
  const first = found?.versions[0]?.since;
  if (code === 'ccp' && first !== undefined && date < first) {
    const [old] = predecessors(written, date);
    // A mapping is never better than its ground: wording found, or subject only.
    if (old) {
      const text = repealedTexts.find((t) => t.id === old.text);
      const verified = old.mapping !== 'K' && text?.verified !== false;
      return given(old.label, { confidence: old.mapping === 'W' ? 'S' : 'K', verified });
    }
  }
  const parsed = parseNumber(written);
  const url = pageRows.find((p) => p.of === code)?.url;
  // « R. 2123-1 2° » keeps its item, in the one spelling of the number.
  const item = /\s(?:(?:\d+°|[IVX]+|al\.|alinéa|[a-z]\)).*)$/u.exec(written.trim())?.[0] ?? '';
  const label = `${SHORT[code]}, art. ${parsed ? parsed.canonical + item : written}`;
  return { ...given(label, found), ...(url && { url }) };
}

function citeCcag(name: string, number: string | undefined, date: string): Citation {
  const kind = name.toLowerCase();
  const inForce = isKind(kind) ? ccagAt(kind, date)?.text : undefined;
  if (!isKind(kind) || !inForce) return { label: `CCAG-${name.toUpperCase()}${number ? `, art. ${number}` : ''}` };
  const base = `${inForce.name} ${inForce.year}`;
  if (number === undefined) return given(base, inForce);
  if (inForce.year === 2021) return given(`${base}, art. ${number}`, ccagSureness(kind, number));
  const old = ccagPredecessors(kind, number)[0];
  // What is known of the article is no surer than the text that it is of.
  const verified = inForce.verified && old?.verified !== false;
  return old ? given(`${base}, art. ${old.article}`, { ...old, verified }) : given(base, inForce);
}

/** How a source is named in the law of that day (`YYYY-MM-DD`). Addresses are those of the whole code: article pages are not guessed. */
export function cite(source: Source, date: string): Citation {
  switch (source.kind) {
    case 'guide':
      return { label: `Guide, ${source.part}, p. ${source.page}` };
    case 'code':
      return citeCode(source.code, source.article, date);
    case 'ccag':
      return citeCcag(source.ccag, source.article, date);
    case 'text':
      return {
        ...given(
          source.label,
          otherTexts.find((t) => t.label === source.label),
        ),
        ...(source.url && { url: source.url }),
      };
  }
}
