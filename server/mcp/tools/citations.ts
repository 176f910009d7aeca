import { join } from 'node:path';
import { openConsultation, type SourceFile } from '../../../rules/consultation/open.ts';
import { rules } from '../../../rules/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { parseNumber } from '../../../rules/law/law.ts';
import { gather } from '../../cli/files.ts';
import { UsageError } from '../../cli/io.ts';
import { shown } from '../../cli/shown.ts';
import { version } from '../../cli/version.ts';
import { type CheckedCitation, checkCitations } from '../../core/citation-check.ts';
import { CODE_NAMES } from '../../core/explain-article.ts';
import { lawAge } from '../../core/law-age.ts';
import { Lines } from '../../core/lines.ts';
import { inOrder, type NotChecked } from '../../core/not-checked.ts';
import { passedOverOf } from '../../core/passed-over.ts';
import { asJson, boundedList } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import type { Unsaved, World } from '../world.ts';

/** A citation in the answer; `from`: the path, or the place in the list, that it comes from. */
interface Told {
  readonly from: string | number | null;
  readonly written: string;
  readonly supported: boolean;
  readonly status: CheckedCitation['status'];
  readonly [more: string]: unknown;
}

const LIMITS =
  'Vérifié : que le texte existe, qu’il est en vigueur à cette date et, où nous le savons, qu’il parle de ce que dit la phrase. Non vérifié : tout autre sens de la phrase, et tout texte hors du code de la commande publique, du CPI et des CCAG.';

const NOT_READ =
  'Aucune référence n’a été reconnue dans ces mots. Écrire l’article et son texte : « article R. 2152-7 du code de la commande publique ».';

/** Citations held against the law of a day. What is not sure is not supported. */
export async function validateCitations(
  input: Input<'validate_citations'>,
  world: World,
  unsaved: Unsaved,
): Promise<string> {
  const { citations, path, text, date = world.today() } = input;
  if ([citations, path, text].filter((given) => given !== undefined).length !== 1)
    throw new UsageError('donner « citations » (une liste), « text » ou « path », l’un des trois');
  const notChecked: NotChecked[] = [];
  const told: Told[] = [];
  const take = (source: SourceFile, from: Told['from']) => {
    const [piece] = openConsultation([source], { date }).pieces;
    if (!piece) return;
    told.push(...toldOf(piece, from));
    notChecked.push(...passedOverOf(piece, String(from ?? 'texte donné')));
  };
  for (const [i, written] of (citations ?? []).entries()) told.push(...alone(written, i, date));
  // Without a word on what it is, any piece will do: citations are read alike in all.
  if (text !== undefined) take({ path: 'texte.md', text, values: { piece: 'ccap' } }, null);
  if (path !== undefined) {
    const place = await world.folders.place(path);
    const { folders, notChecked: missed } = await gather(place.cwd, [place.path], {
      access: world.folders.access(unsaved),
    });
    notChecked.push(...missed);
    for (const { path: folder, sources, wanted } of folders)
      for (const source of sources.filter((s) => wanted?.has(s.path) ?? true))
        take(source, shown(place.cwd, join(folder, source.path)));
  }
  return answer(told, notChecked, date, world);
}

/** One citation given by itself: words in which none is read are not supported. */
function alone(written: string, index: number, date: string): readonly Told[] {
  const source = { path: 'citation.md', text: sentenceOf(written), values: { piece: 'ccap' } };
  const [piece] = openConsultation([source], { date }).pieces;
  const told = piece ? toldOf(piece, index) : [];
  if (told.length > 0) return told.map(({ range: _, ...rest }) => rest as Told);
  return [{ from: index, written, supported: false, status: 'unknown', answer: NOT_READ }];
}

const CCAG = /^\s*(?:art(?:icle|\.)?s?\s*)?(?<number>[AB]?[\d.\s-]*\d)\s*,?\s*(?:du\s+)?(?<text>CCAG\b.*)$/iu;

/** A bare number as the sentence that it stands for: « cpi L131-3 », « 14.1 CCAG-TIC ». */
function sentenceOf(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  const ccag = CCAG.exec(line)?.groups;
  if (ccag) return `Vu l’article ${ccag.number} du ${ccag.text}.`;
  const [, code, number = ''] = /^(?:(ccp|cpi)\b[ ,:]*)?(.*)$/i.exec(line) ?? [];
  if (!parseNumber(number)) return line;
  return code
    ? `Vu l’article ${number} du ${CODE_NAMES[code.toLowerCase() as keyof typeof CODE_NAMES]}.`
    : `Vu l’article ${number}.`;
}

function toldOf(piece: Piece, from: Told['from']): readonly Told[] {
  const lines = new Lines(piece.draft.text);
  return checkCitations(piece, rules).map(({ at, findings, ...rest }) => {
    const { text, article, status, supported, verified, answer, successors } = rest;
    return {
      from,
      written: piece.draft.slice(at),
      supported,
      status,
      ...(text && { text }),
      ...(article && { article }),
      wordingVerified: verified,
      answer,
      ...(successors.length > 0 && { successors }),
      ...(findings.length > 0 && {
        findings: findings.map(({ rule, level, message }) => ({ rule: rule.id, level, message })),
      }),
      range: lines.range(at),
    };
  });
}

function answer(told: readonly Told[], notChecked: readonly NotChecked[], date: string, { today }: World): string {
  // What is to be looked at first is not what is left out.
  const shownOnes = new Set(boundedList([...told].sort((a, b) => Number(a.supported) - Number(b.supported))));
  const left = told.length - shownOnes.size;
  const supported = told.filter((t) => t.supported).length;
  return asJson({
    tool: { name: 'dce-lint', version },
    law: lawAge(today()),
    date,
    allSupported: told.length > 0 && supported === told.length && !notChecked.some((one) => one.blocking),
    summary: { citations: told.length, supported, unsupported: told.length - supported },
    limits: LIMITS,
    notChecked: inOrder(notChecked),
    ...(left > 0 && { notShown: { citations: left, how: 'Donner moins de références, ou une pièce à la fois.' } }),
    citations: told.filter((t) => shownOnes.has(t)),
  });
}
