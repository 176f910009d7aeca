import type { Stretch } from '../../kit/french/scan.ts';
import type { ShareItem } from '../../kit/french/shares.ts';
import { begun, FILLER, firstCut, hasWord, holeIn, lotAfter, OF_WHOLE, skipLead, trim } from './ligne-nom.ts';
import { asWeight, closingSum, type LineWeight, maybeWeight, weightAfter } from './ligne-poids.ts';
import { near, parted } from './partage.ts';
import { bareNumbers, bareParts, isAbout, sumOf, topRung, weightsIn } from './poids-ecrits.ts';

/** One criterion as a line, an item, a cell or a part of a sentence states it. Places are in the folded text it was read from. */
export interface Line extends Stretch {
  readonly name: Stretch;
  /** Printed number: « 1.2 ». */
  readonly number: string | undefined;
  /** The lots that it begins with: « Lot 2 : prix ». */
  readonly lot: string | undefined;
  readonly weight: LineWeight | undefined;
  /** Where a weight is left to fill: « XX % », « [à compléter] % ». */
  readonly hole: Stretch | undefined;
  /** « noté sur 40 points », or a number without unit that ends the line: a weight if the other lines agree. */
  readonly maybe: LineWeight | undefined;
  /** The name once `maybe` is taken out of it. */
  readonly bareName: Stretch;
  /** What the line says besides its name and weight. */
  readonly definition: readonly Stretch[];
  /** Weighted sub-criteria written in the line. */
  readonly children: readonly Line[];
}

/** An offer or a note as such, and no criterion: « offre financière », « note méthodologique » are. */
export const OFFER_OR_NOTE =
  "offres?(?! (?:financiere|tarifaire|technique|commerciale|economique|de prix|de service))|notes?(?! (?:methodologique|technique|architecturale|explicative|d'intention|d'organisation|de presentation))";
/** What a rung of a scale is called, and no criterion. */
const RUNG_NAME = new RegExp(
  `^(?:si|lorsqu\\w*|quand|${OFFER_OR_NOTE}|tres|bon(?:ne)?|moyen(?:ne)?|insuffisante?|satisfaisante?|passable|excellente?|absence|non|sans|conforme|candidats?|moins|plus|entre|delai inferieur|delai superieur|formule|nombre de points|total)\\b|(?:inferieur|superieur)e?s? (?:a|ou egal)|\\bnote (?:maxim|obtenu)|\\brespectivement\\b`,
);

const ENDS_SHARE = new RegExp(`^ ?${OF_WHOLE}?[ )]*`);
/** Where the part that a weight closes ends: after its « de la note », and after the brackets it stands in. */
export function endOfPart(folded: string, share: Stretch, from: number, to: number): number {
  const end = to - folded.slice(share.to, to).replace(ENDS_SHARE, '').length;
  const before = folded.slice(from, share.from);
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  const close = folded.indexOf(')', share.to);
  return isOpen && close >= 0 && close < to ? Math.max(end, close + 1) : end;
}

const INTRODUCED = "(?:\\bdont ?:?|: |\\bentre (?:le |la |l')?|\\bcomme suit ?:?|\\bsavoir ?:?)";
const INTRO = new RegExp(`^.*${INTRODUCED}`);
/** The first: the last may stand between a part and its weight. */
const INTRO_FIRST = new RegExp(`^.*?${INTRODUCED}`);

/** Words that name nothing before a share. */
const LINKING =
  /(?<![a-z])(?:l[ae]s?|un|une|et|puis|enfin|ensuite|derni(?:er|ere)s?|autres?|premi(?:er|ere)|restants?|dont|soit|a raison de|quant a|pour)(?![a-z])/g;
/** « L'organisation, et le dernier »: what leads to the next share is of no name. */
function shortened(folded: string, line: Line | undefined): Line | undefined {
  if (!line) return undefined;
  const { from, to } = line.name;
  const name = { from, to: from + folded.slice(from, to).replace(LINKED, '').length };
  return { ...line, name, bareName: line.maybe ? line.bareName : name };
}
const LINKED = new RegExp(
  `(?:[ ,]+(?:${LINKING.source}|(?:en )?(?:recoi(?:t|vent)|obtien(?:t|nent)|vau(?:t|dra)|valent|pesent?|comptent?)(?![a-z])))+$`,
);

const isSound = (folded: string, { name }: Line): boolean => {
  const words = folded.slice(name.from, name.to);
  return hasWord(words) && !RUNG_NAME.test(words) && words.length <= 160;
};

/**
 * What a sentence says of each of the shares that are weights in it: the name stands before its share, after it where nothing does.
 * Empty where some share has no name.
 */
export function linesAround(folded: string, weights: readonly ShareItem[]): Line[] {
  const out: Line[] = [];
  let start = 0;
  for (const [i, share] of weights.entries()) {
    const next = weights[i + 1]?.from ?? folded.length;
    const isAfter = !hasWord(folded.slice(start, share.from).replace(LINKING, ''));
    const end = isAfter ? next : endOfPart(folded, share, start, next);
    const line = shortened(folded, lineAt(folded, isAfter ? share.from : start, end, false, [share]));
    if (!line?.weight || !isSound(folded, line)) return [];
    // « La pédagogie compte pour 40 % : déroulé des séances, exercices. »
    const rest = i === weights.length - 1 ? trim(folded, end, folded.length) : undefined;
    const isTold = rest !== undefined && hasWord(folded.slice(rest.from, rest.to));
    out.push(isTold ? { ...line, definition: [...line.definition, rest] } : line);
    start = end;
  }
  return out;
}

/** Cuts a stretch into the weighted parts it lists; empty when what it lists is no weighted part. */
function childrenOf(folded: string, from: number, to: number, own: readonly ShareItem[]): Line[] {
  const opening = folded.slice(from, own[0]?.from);
  const weightFirst = !hasWord(
    opening.replace(/\b(?:dont|soit|et|a raison de|reparti\w*|comme suit|decompos\w*)\b/g, ''),
  );
  const out: Line[] = [];
  own.forEach((share, i) => {
    const next = own[i + 1];
    const start = weightFirst
      ? share.from
      : i === 0
        ? from
        : endOfPart(folded, own[i - 1] as ShareItem, from, share.from);
    const end = weightFirst ? (next?.from ?? to) : endOfPart(folded, share, from, next?.from ?? to);
    let begin = start;
    if (!weightFirst && i === 0) {
      // Words that introduce the parts: « appréciée au regard de », « répartis entre ».
      const words = folded.slice(start, share.from);
      const intros = [INTRO, INTRO_FIRST].map((intro) => intro.exec(words)?.[0].length);
      begin += intros.find((length) => length && hasWord(words.slice(length))) ?? 0;
    }
    const line = lineAt(folded, begin, end, false, [share]);
    if (line) out.push(line);
  });
  const sound = out.every((line) => line.weight && isSound(folded, line));
  return sound && out.length === own.length ? out : [];
}

/** What a line says beside its name and its weight. */
function definitionOf(
  folded: string,
  name: Stretch,
  to: number,
  taken: Stretch | undefined,
  maybe: Stretch | undefined,
): Stretch[] {
  const pieces = taken
    ? [
        { from: Math.min(name.to, taken.from), to: taken.from },
        { from: Math.max(taken.to, name.to), to },
      ]
    : [{ from: name.to, to }];
  // « Noté sur 60 points », « coefficient 6 » tell nothing of how it is judged.
  const tells = (p: Stretch) => {
    const said = [folded.slice(p.from, Math.min(maybe?.from ?? p.to, p.to)), folded.slice(maybe?.to ?? p.to, p.to)];
    return hasWord(said.join(' ')) && !FILLER.test(said.join(' '));
  };
  return pieces.map((p) => trim(folded, p.from, p.to)).filter(tells);
}

/** « Matériel (20 %) dont stock (5 %), délai (15 %) ; suivi (20 %) »: parts that have parts of their own, where that makes the `whole`. */
function nested(lines: readonly Line[], whole: number): Line[] {
  const values = lines.map((line) => ({ line, value: line.weight?.value ?? 0 }));
  const groups = near(sumOf(values), whole) ? undefined : parted(values, whole);
  if (!groups) return [...lines];
  // « 40 points, dont 25 et 15 : 40 »: the first is the whole again.
  if (groups.length === 1) return lines.slice(1);
  return groups.flatMap(([top, ...parts]) => (top ? { ...top.line, children: parts.map(({ line }) => line) } : []));
}

/** The weighted parts that a line lists after its name. */
function partsOf(
  folded: string,
  name: Stretch,
  to: number,
  weight: ShareItem | undefined,
  others: readonly ShareItem[],
): Line[] {
  const named = others.filter((s) => s !== weight);
  const parts = weight && named.length === 0 ? bareParts(folded, weight.to, to, weight.value) : named;
  const start = parts[0]?.from;
  const isParted = parts.length > 1 || (parts.length === 1 && /\bdont\b/.test(folded.slice(name.to, start)));
  if (!isParted) return [];
  const from = weight && weight.from < (start ?? 0) ? weight.to : name.to;
  if (isScale(parts)) return [];
  const lines = childrenOf(folded, from, weight && weight.from > (start ?? 0) ? weight.from : to, parts);
  return weight ? nested(lines, weight.value) : lines;
}

/** The shares of a line from where its name may begin. */
function sharesFrom(folded: string, at: number, to: number, own: readonly ShareItem[]): readonly ShareItem[] {
  // Where the first points are a rung, all are: the highest is the weight.
  const rung = topRung(folded, at, to);
  const read = own.filter((s) => s.from >= at);
  return rung && rung.from < (read[0]?.from ?? to) ? [rung] : read.filter((s) => s !== rung);
}

/** A name as far as what stands in it and may be a weight. */
const bareNameOf = (folded: string, name: Stretch, maybe: Stretch | undefined): Stretch =>
  maybe && maybe.from > name.from && maybe.from < name.to ? trim(folded, name.from, maybe.from) : name;

function lineAt(
  folded: string,
  from: number,
  to: number,
  nested: boolean,
  own: readonly ShareItem[] = weightsIn(folded, from, to),
): Line | undefined {
  const skipped = skipLead(folded, from, to);
  // « 25 pour la clarté »: a weight, and no rank.
  const lead = own.some((s) => s.from < skipped.at) ? { ...skipped, at: from, number: undefined } : skipped;
  const all = sharesFrom(folded, lead.at, to, own);
  const hole = holeIn(folded, from, to);
  const { at, number, lot, weight: opening } = begun(folded, lead, to, all, hole);
  const end = firstCut(folded, at, to);
  let name = trim(folded, at, end);
  if (!hasWord(folded.slice(name.from, name.to))) return undefined;
  const others = opening ? all.slice(1) : all;
  const weight = opening ?? closingSum(folded, to, others) ?? weightAfter(folded, others, end);
  if (!opening && weight && weight.from < end) name = trim(folded, at, weight.from);
  const blank = weight ? undefined : hole;
  if (blank && blank.from > at && blank.from < name.to) name = trim(folded, at, blank.from);
  const maybe = weight ? undefined : maybeWeight(folded, name.from, to);
  return {
    from,
    to,
    name,
    number,
    lot: lot ?? lotAfter(folded, name, to),
    weight: weight && asWeight(weight),
    hole: blank,
    maybe,
    bareName: bareNameOf(folded, name, maybe),
    definition: definitionOf(folded, name, to, weight ?? blank, maybe),
    children: nested ? partsOf(folded, name, to, weight, others) : [],
  };
}

/** Reads one criterion with its weighted sub-criteria; undefined when the stretch names none. */
export const readLine = (folded: string, from = 0, to = folded.length): Line | undefined =>
  lineAt(folded, from, to, true);

/** « 2.1 Fonctions : 15 2.2 Sécurité : 12 »: parts that are numbered, each with a figure alone. */
const NUMBERED_PART =
  /(?<=^ ?| )\d{1,2}\.\d{1,2}[.)]? (?<name>[^:]{3,160}?) ?: ?(?<value>\d{1,2}(?:,\d)?)(?= \d{1,2}\.\d{1,2}[.)]? [a-z]| ?$)/g;

function numberedParts(folded: string): Line[] {
  const found = [...folded.matchAll(NUMBERED_PART)];
  const [first] = found;
  const read = found.reduce((sum, m) => sum + m[0].length, 0) + found.length;
  // All of the text, or it is prose.
  if (!first || found.length < 2 || read < folded.trim().length) return [];
  return found.flatMap((m) => {
    const end = m.index + m[0].length;
    const from = end - (m.groups?.value ?? '').length;
    const line = lineAt(folded, m.index, from, false, []);
    const value = Number(m.groups?.value?.replace(',', '.'));
    return line ? [{ ...line, to: end, weight: { from, to: end, value, unit: 'bare' as const } }] : [];
  });
}

/** « Méthode (20) ; suivi (15) », « méthode : 20, suivi : 15 »: figures alone, all written alike, that make about `whole`. */
function alikeParts(folded: string, whole: number): Line[] {
  const own = bareNumbers(folded);
  const marks = new Set(own.map(({ from }) => folded.slice(0, from).trimEnd().at(-1)));
  const last = own.at(-1);
  const isListed =
    last !== undefined && /^[ ).;]*$/.test(folded.slice(last.to)) && /^[(:=-]$/.test([...marks].join(''));
  if (own.length < 2 || !isListed || !isAbout(sumOf(own), whole)) return [];
  // In the unit of their criterion, whichever it is.
  return childrenOf(folded, 0, folded.length, own).map((line) =>
    line.weight ? { ...line, weight: { ...line.weight, unit: 'bare' } } : line,
  );
}

/**
 * The weighted parts that a text lists and nothing else: « réponse au CCTP (15 %) ; calendrier (8 %) ». Empty when there are
 * not two. Figures without unit are weights where they make about the weight of their criterion, `whole`.
 */
export function readParts(folded: string, whole?: number): Line[] {
  const own = weightsIn(folded);
  if (own.length === 0) {
    const numbered = numberedParts(folded);
    return numbered.length > 0 || whole === undefined ? numbered : alikeParts(folded, whole);
  }
  return own.length > 1 && !isScale(own) ? childrenOf(folded, 0, folded.length, own) : [];
}

/** « Sur place : 10 points ; à moins d'une heure : 5 ; ailleurs : 0 »: marks that are given, and no parts; none weighs nothing. */
const isScale = (shares: readonly ShareItem[]): boolean => shares.some(({ value }) => value === 0);
