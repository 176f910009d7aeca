import type { Notice } from '../kit/notice.ts';
import { type Span, TOP } from '../kit/span.ts';
import { offsetOf, PROCEDURES, shownMoment } from './eforms.ts';
import { Refused } from './refused.ts';

/** Procedures of the BOAMP that leave no doubt, as eForms names them. */
const TYPES: Readonly<Record<string, string>> = { OUVERT: 'open', RESTREINT: 'restricted' };

/** A record stands at the top, or in the list of an answer. */
const MOST_DEPTH = 4;

/** The first record, at the top or in `results`, that has the keys of the BOAMP. */
function recordIn(value: unknown, depth = 0): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return undefined;
  const record = value as Record<string, unknown>;
  if ('idweb' in record && 'datelimitereponse' in record) return record;
  for (const inner of Object.values(record)) {
    const found = recordIn(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Lists in lists beyond which JSON is no record. */
const DEEPEST = 500;

/** True for JSON in which brackets open without end. */
function isBottomless(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/**
 * The notice that a record of the BOAMP's open data gives: its deadline and its procedure. Undefined for other JSON. Throws a
 * `Refused` for what is none.
 */
export function readBoamp(text: string): Notice | undefined {
  if (isBottomless(text))
    throw new Refused('ce fichier JSON est démesuré : il n’est pas lu.', 'Vérifier d’où il vient.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refused('ce fichier JSON est endommagé : il ne se lit pas.', 'Télécharger à nouveau l’avis.');
  }
  const record = recordIn(parsed);
  if (!record) return undefined;
  const words = (key: string) => (typeof record[key] === 'string' ? (record[key] as string) : '');
  const place = (key: string): Span => {
    const start = text.indexOf(`"${key}"`);
    const end = start < 0 ? -1 : text.indexOf(words(key), start + key.length + 2) + words(key).length;
    return start < 0 || end < start ? TOP : { start, end };
  };
  const [, day, hour, zone] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(words('datelimitereponse')) ?? [];
  const moment = day ? { day, hour, offset: offsetOf(zone?.replace('+00:00', 'Z')) } : undefined;
  const code = TYPES[words('type_procedure')];
  return {
    form: 'avis',
    format: 'BOAMP',
    id: words('idweb') || undefined,
    folder: words('contractfolderid') || undefined,
    changes: undefined,
    issued: words('dateparution'),
    calls: !/attribution|resultat/i.test(words('nature') + words('nature_libelle')),
    title: undefined,
    procedure: code ? { value: code, shown: PROCEDURES[code] ?? code, at: place('type_procedure') } : undefined,
    accelerated: undefined,
    maximum: undefined,
    lotsSubmitted: undefined,
    lotsAwarded: undefined,
    lots: [],
    deadline: moment && { value: moment, shown: shownMoment(moment), at: place('datelimitereponse') },
    unpublished: [],
  };
}
