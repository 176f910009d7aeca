import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { type ShareItem, shares } from '../../kit/french/shares.ts';
import { bareNumbers, bareParts, isAbout, isWhole, sumOf, topRung, weightsIn } from './poids-ecrits.ts';

export type WeightUnit = 'percent' | 'points' | 'bare' | 'coefficient';

/** A weight as written, at its place in the folded text. */
export interface LineWeight extends Stretch {
  readonly value: number;
  /** Upper end of a range. */
  readonly upper?: number | undefined;
  readonly unit: WeightUnit;
  /** What it is out of: « 40/100 ». */
  readonly of?: number | undefined;
}

/** One criterion as a line, an item, a cell or a part of a sentence states it. Places are in the folded text it was read from. */
export interface Line extends Stretch {
  readonly name: Stretch;
  /** Printed number: « 1.2 ». */
  readonly number: string | undefined;
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

const LEADS: readonly RegExp[] = [
  /(?:[-*>")\s:,;.•↳→►▶]|o (?=[a-z]))+/y,
  /(?:le reste|le complement|le solde)(?: de la note| des points)?,? (?:soit )?(?=\d)/y,
  /pour (?:les?|chaque) lots?(?: (?:n ?° ?)?\d{1,2}(?:(?:, | et | a )\d{1,2})*)?, /y,
  /(?:dont|et|puis|enfin|ensuite|d'une part|d'autre part|ainsi que|avec)(?= ?:|,? )(?: ?[:,])? ?/y,
  /(?:en|au) (?:\w+) (?:lieu|rang|position),? ?(?:: ?)?/y,
  /(?:le |du |au |un )?(?:sous-? ?)?criteres?(?: (?:n ?° ?)?(?<number>\d{1,2}(?:[.-]\d{1,2})*)(?!\d| ?%)| [ivx]{1,3}(?=[ :.)-]))? ?[:.)-]* ?(?:relatifs? (?:a la |a l'|au |aux |a )|(?:de la |de l'|du |des |de |d'|lie a la |lie au ))?/y,
  /(?<number>\d{1,2}(?:[.-]\d{1,2})*|[a-z]\.?\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})(?: ?[.)°:/]+(?!\d)| ?-(?= ?[a-z]))[-. ]*/y,
  /(?<number>\d{1,2}(?:\.\d{1,2})+) (?=[a-z])/y,
  /(?<number>\d{1,2}) (?=[a-z]{4})(?!points|pour ?cent)/y,
  /(?:notes? (?:de |du |relative (?:a la |au )|sur (?=l[ae] )|(?="))|au titre (?:de la |de l'|des |du |de )|l'|le |la |les |du |de la |de l'|des |au |aux |a la |a l'|sur (?:le |la |l'|les )?)/y,
];

/** Skips bullets, numbers, « critère n° 1 : », articles. */
function skipLead(folded: string, from: number, to: number): { at: number; number: string | undefined } {
  let at = from;
  let number: string | undefined;
  for (let moved = true; moved; ) {
    moved = false;
    for (const lead of LEADS) {
      lead.lastIndex = at;
      const m = lead.exec(folded);
      if (!m || at + m[0].length >= to) continue;
      at += m[0].length;
      number ??= m.groups?.number;
      moved = true;
    }
  }
  return { at, number };
}

const CUT =
  / ?:(?=[ \d(]|$)| - |-(?= \w)| ?\(| ?\[|;|\.(?= |$)|,? dont (?!dispos|depend|l[ea] |les |l'|il |elle )| note{1,2}s? sur |,? (?:appreci|jug|evalu|ponder)ee?s? |(?:,| sera| est| seront| sont| etant) (?:appreci|jug|evalu|analys|not|calcul|ponder|mesur|affect|determin)ee?s? |,? (?:au regard|d'apres|au vu|au moyen|au travers|sur la base|en fonction|a partir|a hauteur|selon|compte tenu|a raison|porte au|portee? a) |, (?:l'examen|attestation|y compris|notamment|a savoir|soit|ce critere|qui|compos|decompos|avec|sur|pour|reparti|fonde|etabli)|,? (?:sera|est|compt(?:e|ent|era|ant)|represent(?:e|ent|era|ant)|intervien(?:t|nent|dra)|vaut|valant|pese(?:nt)?|porte sur) | pour (?=\d)|,? ?,(?= \d)/g;

const FILLER =
  /^(?:[ :,.(=[\]-]|(?:est|sera|sont|seront|ponder\w*|notee?s?|notation|affect\w*|compt\w*|represent\w*|interv\w*|valant|vaut|pese\w*|coefficient|coef|poids|de|la|le|un|une|l|d|du|ensemble|port\w*|globale|finale|totale|ce|cette|critere|pour|a|sur|au|hauteur|maximum|maximal\w*|max|entre|compris\w*|avec|total|soit|egal\w*|attribu\w*|points?|valeur|raison|en)(?![a-z])'?)*$/;

const HOLE =
  /(?:(?<![a-z])x{1,4}|(?<!\.)\.{3,}|(?<!_)_{2,}|\[[^\]]{1,140}\]|(?<![\w)-])-{2,}) ?(?:%|points?|pts?|\/ ?100)|\[[^\]]{0,60}(?:ponderation|poids|points)[^\]]{0,60}\]/;

/** What a rung of a scale is called, and no criterion. */
const RUNG_NAME =
  /^(?:si|lorsqu\w*|quand|offres?|notes?|tres|bon(?:ne)?|moyen(?:ne)?|insuffisante?|satisfaisante?|passable|excellente?|absence|non|sans|conforme|candidats?|moins|plus|entre|delai inferieur|delai superieur|formule|nombre de points|total)\b|(?:inferieur|superieur)e?s? (?:a|ou egal)|\bnote (?:maxim|obtenu)|\brespectivement\b/;

const asWeight = (s: ShareItem): LineWeight => ({
  from: s.from,
  to: s.to,
  value: s.value,
  upper: s.upper,
  unit: s.unit === 'percent' ? 'percent' : 'points',
  of: s.of,
});

const trim = (folded: string, from: number, to: number): Stretch => {
  let a = from;
  let b = to;
  while (a < b && /[\s:,;.()[\]*"=-]/.test(folded[a] as string)) a++;
  while (b > a && /[\s:,;.([*"=-]/.test(folded[b - 1] as string)) b--;
  const link =
    /(?:,? dont|,? decompose(?:e)?s?|,? repartie?s?| (?:et |puis )?(?:et|puis|ou|de|du|a|pour|avec|sur|ainsi que))$/.exec(
      folded.slice(a, b),
    );
  if (link) b -= link[0].length;
  if (folded[b - 1] === ')' && !folded.slice(a, b).includes('(')) b--;
  return { from: a, to: b };
};

const hasWord = (s: string) => /[a-z]{3}/.test(s);

/** Where the part that a weight closes ends: after its « de la note », and after the brackets it stands in. */
export function endOfPart(folded: string, share: Stretch, from: number, to: number): number {
  const end = to - folded.slice(share.to, to).replace(/^ ?(?:de la note(?: \w+)?|du total)?[ )]*/, '').length;
  const before = folded.slice(from, share.from);
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  const close = folded.indexOf(')', share.to);
  return isOpen && close >= 0 && close < to ? Math.max(end, close + 1) : end;
}

const INTRODUCED = "(?:\\bdont ?:?|: |\\bentre (?:le |la |l')?|\\bcomme suit ?:?|\\bsavoir ?:?)";
const INTRO = new RegExp(`^.*${INTRODUCED}`);
/** The first: the last may stand between a part and its weight. */
const INTRO_FIRST = new RegExp(`^.*?${INTRODUCED}`);

/** Cuts a stretch into the weighted parts it lists; empty when what it lists is no weighted part. */
function childrenOf(folded: string, from: number, to: number, own: readonly ShareItem[]): Line[] {
  const opening = folded.slice(from, own[0]?.from);
  const weightFirst = !hasWord(
    opening.replace(/\b(?:dont|soit|et|a raison de|reparti\w*|comme suit|decompos\w*)\b/g, ''),
  );
  const out: Line[] = [];
  own.forEach((share, i) => {
    const next = own[i + 1];
    const start = weightFirst ? share.from : i === 0 ? from : endOfPart(folded, own[i - 1] as ShareItem, from, to);
    const end = weightFirst ? (next?.from ?? to) : endOfPart(folded, share, from, to);
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
  const sound = out.every((l) => {
    const name = folded.slice(l.name.from, l.name.to);
    return l.weight && hasWord(name) && !RUNG_NAME.test(name) && name.length <= 160;
  });
  return sound && out.length === own.length ? out : [];
}

/** Where the name of a line begins, with its rank and the weight or the hole that opens it. */
interface Begun {
  readonly at: number;
  readonly number: string | undefined;
  readonly weight: ShareItem | undefined;
}

/** « 60 % : prix », « (60 %) prix », « XX % : prix »; `all`: the shares of the line. */
function begun(
  folded: string,
  lead: ReturnType<typeof skipLead>,
  to: number,
  all: readonly ShareItem[],
  hole: Stretch | undefined,
): Begun {
  const [first] = all;
  if (first && FILLER.test(folded.slice(lead.at, first.from))) {
    const after = skipLead(folded, skipFiller(folded, first.to, to), to);
    return { at: after.at, number: lead.number ?? after.number, weight: first };
  }
  const opens = hole && hole.from <= lead.at + 12 && FILLER.test(folded.slice(lead.at, Math.max(lead.at, hole.from)));
  const at = opens ? skipLead(folded, skipFiller(folded, hole.to, to), to).at : lead.at;
  return { at, number: lead.number, weight: undefined };
}

/** The weight that comes after a name which ends there: within it, right after it, alone, or the whole of the others. */
function weightAfter(folded: string, others: readonly ShareItem[], end: number): ShareItem | undefined {
  const next = others[0];
  const last = others.at(-1);
  if (!next || !last) return undefined;
  if (next.from < end || FILLER.test(folded.slice(end, next.from)) || others.length === 1) return next;
  if (closesScale(folded, others, end)) return last;
  return others.length > 2 && isWhole(sumOf(others.slice(0, -1)), last.value) ? last : undefined;
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
  return isScale(parts) ? [] : childrenOf(folded, from, weight && weight.from > (start ?? 0) ? weight.from : to, parts);
}

function lineAt(
  folded: string,
  from: number,
  to: number,
  nested: boolean,
  own: readonly ShareItem[] = weightsIn(folded, from, to),
): Line | undefined {
  const skipped = skipLead(folded, from, to);
  // « 25 pour la clarté »: a weight, and no rank.
  const lead = own.some((s) => s.from < skipped.at) ? { at: from, number: undefined } : skipped;
  // Where the first points are a rung, all are: the highest is the weight.
  const rung = topRung(folded, lead.at, to);
  const read = own.filter((s) => s.from >= lead.at);
  const all = rung && rung.from < (read[0]?.from ?? to) ? [rung] : read.filter((s) => s !== rung);
  const m = HOLE.exec(folded.slice(from, to));
  const hole = m ? { from: from + m.index, to: from + m.index + m[0].length } : undefined;
  const { at, number, weight: opening } = begun(folded, lead, to, all, hole);
  const end = firstCut(folded, at, to);
  let name = trim(folded, at, end);
  if (!hasWord(folded.slice(name.from, name.to))) return undefined;
  const others = opening ? all.slice(1) : all;
  const weight = opening ?? weightAfter(folded, others, end);
  if (!opening && weight && weight.from < end) name = trim(folded, at, weight.from);
  const blank = weight ? undefined : hole;
  if (blank && blank.from > at && blank.from < name.to) name = trim(folded, at, blank.from);
  const maybe = weight ? undefined : maybeWeight(folded, name.from, to);
  return {
    from,
    to,
    name,
    number,
    weight: weight && asWeight(weight),
    hole: blank,
    maybe,
    bareName: maybe && maybe.from > name.from && maybe.from < name.to ? trim(folded, name.from, maybe.from) : name,
    definition: definitionOf(folded, name, to, weight ?? blank, maybe),
    children: nested ? partsOf(folded, name, to, weight, others) : [],
  };
}

/** « (moins de 50 km : 10 points ; au-delà : 5 points) : 10 points »: what follows the brackets weighs, what they hold does not. */
function closesScale(folded: string, list: readonly ShareItem[], from: number): boolean {
  const open = folded.indexOf('(', from);
  const last = list[list.length - 1];
  const close = last ? folded.lastIndexOf(')', last.from) : -1;
  return (
    open >= 0 &&
    close > open &&
    last !== undefined &&
    !/\)[^()]*\(/.test(folded.slice(open, close)) &&
    FILLER.test(folded.slice(close + 1, last.from)) &&
    list.slice(0, -1).every((s) => s.from > open && s.to <= close)
  );
}

function firstCut(folded: string, at: number, to: number): number {
  CUT.lastIndex = at + 2;
  const m = CUT.exec(folded);
  return m && m.index < to ? m.index : to;
}

const skipFiller = (folded: string, at: number, to: number): number =>
  to -
  folded
    .slice(at, to)
    .replace(
      /^(?: ?(?:de la note(?: \w+)?|du total|maximum|max|restants?))?[ )\]:,.-]*(?:pour |au titre de |(?:(?:est|sont|sera|seront) (?:attribue|reserve|accorde|devolu|consacre|affecte)e?s?|vont|va|revien(?:t|nent)|recompense(?:nt)?)(?: (?:a|au|aux)(?![a-z]))? ?)?/,
      '',
    ).length;

/** « noté sur 40 points »; « Prix des prestations 60.0 ». */
function maybeWeight(folded: string, from: number, to: number): LineWeight | undefined {
  const text = folded.slice(from, to);
  if (!/\d|\bsur /.test(text)) return undefined;
  const scale = shares(text).find((s) => s.unit === 'sur');
  const marks = / sur (\d{1,3})(?: points?)?(?= ?(?:[:;,.)]|$))/.exec(text);
  if (!scale && marks)
    return {
      from: from + marks.index + 1,
      to: from + marks.index + marks[0].length,
      value: Number(marks[1]),
      unit: 'points',
    };
  if (scale) return { from: from + scale.from, to: from + scale.to, value: scale.value, unit: 'points' };
  const last = numbers(text).pop();
  if (
    !last ||
    last.words ||
    !/^[ ).;,]*$/.test(text.slice(last.to)) ||
    !/[a-z:)(.,=-] ?$/.test(text.slice(0, last.from))
  )
    return undefined;
  if (/(?:n ?°|lot|article|annexe|partie|iso|norme|chapitre) ?$/.test(text.slice(0, last.from)) || last.value > 100)
    return undefined;
  const coefficient = /coef\w*\.? ?:? ?(?:de )?$/.exec(text.slice(0, last.from));
  return {
    from: from + (coefficient?.index ?? last.from),
    to: from + last.to,
    value: last.value,
    unit: coefficient ? 'coefficient' : 'bare',
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
