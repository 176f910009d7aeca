import type { Stretch } from '../../kit/french/scan.ts';
import type { ShareItem } from '../../kit/french/shares.ts';

/** « lot 2 », « lots n° 1 à 3 et 5 », « lot B12 ». */
const LOT =
  '(?<lot>lots? (?:n ?[°o] ?)?(?:[a-h]|[ivx]{1,4}|(?=[a-z]{0,9}\\d)[a-z0-9]{1,16})(?:(?: ?, ?| et | a | ?- ?)\\d{1,2}(?![\\d%]| ?%))*)';

const LEADS: readonly RegExp[] = [
  /(?:[-*>")\s:,;.•↳→►▶]|o (?=[a-z]))+/y,
  /(?:le reste|le complement|le solde)(?: de la note| des points)?,? (?:soit )?(?=\d)/y,
  /pour (?:les?|chaque) lots?(?: (?:n ?° ?)?\d{1,2}(?:(?:, | et | a )\d{1,2})*)?, /y,
  new RegExp(`(?:pour )?(?:les? )?${LOT}(?: ?\\([^()]{1,60}\\))? ?(?::|-(?= ?[a-z]))[ -]*`, 'y'),
  /(?:dont|soit|et|puis|enfin|ensuite|d'une part|d'autre part|ainsi que|avec)(?= ?:|,? )(?: ?[:,])? ?/y,
  /(?:en|au) (?:\w+) (?:lieu|rang|position),? ?(?:: ?)?/y,
  /(?:le |du |au |un )?(?:sous-? ?)?criteres?(?: (?:n ?[°o] ?)?(?<number>\d{1,2}(?:[.-]\d{1,2})*)(?!\d| ?%)| [ivx]{1,3}(?=[ :.)-]))? ?[:.)-]* ?(?:relatifs? (?:a la |a l'|au |aux |a )|(?:de la |de l'|du |des |de |d'|lie a la |lie au ))?/y,
  /(?<number>\d{1,2}(?:[.-]\d{1,2})*|\d{1,2}[a-h]|[a-z]\.?\d{1,2}(?:\.\d{1,2})*|[a-z](?!\.[a-z]\.)|[ivx]{1,4})(?: ?[.)°:/]+(?!\d)| ?-(?= ?[a-z]))[-. ]*/y,
  /(?<number>\d{1,2}(?:\.\d{1,2})+) (?=[a-z])/y,
  /(?<number>\d{1,2}) (?=[a-z]{4})(?!points|pour ?cent)/y,
  /(?:notes? (?:de |du |relative (?:a la |au )|sur (?=l[ae] )|(?="))|au titre (?:de la |de l'|des |du |de )|l'|le |la |les |du |de la |de l'|des |au |aux |a la |a l'|sur (?:le |la |l'|les )?)/y,
];

/** What stands before a name. */
export interface Lead {
  /** Where the name begins. */
  readonly at: number;
  readonly number: string | undefined;
  /** « lots 1 a 3 »: the lots that the line says it is for. */
  readonly lot: string | undefined;
}

/** « 1-2 », « B1 », « 3a » as « 1.2 », « b.1 », « 3.a »: a number by its parts. */
export const byParts = (number: string): string =>
  number.replace(/-/g, '.').replace(/^([a-z])(?=\d)|^(\d{1,2})(?=[a-h]$)/, '$&.');

/** Skips bullets, numbers, « critère n° 1 : », « lot 2 : », articles. */
export function skipLead(folded: string, from: number, to: number): Lead {
  let at = from;
  let number: string | undefined;
  let lot: string | undefined;
  for (let moved = true; moved; ) {
    moved = false;
    for (const lead of LEADS) {
      lead.lastIndex = at;
      const m = lead.exec(folded);
      if (!m || at + m[0].length >= to) continue;
      at += m[0].length;
      number ??= m.groups?.number;
      lot ??= m.groups?.lot;
      moved = true;
    }
  }
  return { at, number, lot };
}

/** « Prix (lot 2) », « Valeur technique du lot 2 »: the lot that closes a name. */
export const lotAfter = (folded: string, { from, to }: Stretch, end: number): string | undefined =>
  LOT_WITHIN.exec(folded.slice(from, to))?.groups?.lot ?? LOT_BEHIND.exec(folded.slice(to, end))?.groups?.lot;
const LOT_WITHIN = new RegExp(`[ ,(-](?:pour |du |des )?(?:les? )?${LOT}$`);
const LOT_BEHIND = new RegExp(`^[ ,(-]{1,3}(?:pour |du |des )?(?:les? )?${LOT}\\)?(?= ?(?:[:;=(-]|$|\\d))`);

const CUT =
  / ?:(?=[ \d(]|$)| - |-(?= \w)| ?\(| ?\[|;|\.(?= |$)|,? dont (?!dispos|depend|l[ea] |les |l'|il |elle )| note{1,2}s? sur |,? (?:appreci|jug|evalu|ponder)ee?s? |(?:,| sera| est| seront| sont| etant) (?:appreci|jug|evalu|analys|not|calcul|ponder|mesur|affect|determin)ee?s? |,? (?:au regard|d'apres|au vu|au moyen|au travers|sur la base|en fonction|a partir|a hauteur|selon|compte tenu|a raison|porte au|portee? a) |, (?:l'examen|attestation|y compris|notamment|a savoir|soit|ce critere|qui|compos|decompos|avec|sur|pour|reparti|fonde|etabli)|,? (?:sera|est|compt(?:e|ent|era|ant)|represent(?:e|ent|era|ant)|intervien(?:t|nent|dra)|vaut|valant|pese(?:nt)?|porte sur) | pour (?=\d)|,? ?,(?= \d)/g;

/** Words between a name and its weight that are of neither. */
export const FILLER =
  /^(?:[ :,.(=[\]-]|(?:est|sera|sont|seront|ponder\w*|notee?s?|notation|affect\w*|compt\w*|represent\w*|interv\w*|valant|vaut|pese\w*|coefficient|coef|poids|de|la|le|un|une|l|d|du|ensemble|port\w*|globale|finale|totale|ce|cette|critere|pour|a|sur|au|hauteur|maximum|maximal\w*|max|entre|compris\w*|avec|total|soit|egal\w*|attribu\w*|points?|valeur|raison|en)(?![a-z])'?)*$/;

const HOLE =
  /(?:(?<![a-z])x{1,4}|(?<!\.)\.{3,}|(?<!_)_{2,}|\[[^\]]{1,140}\]|(?<![\w)-])-{2,}) ?(?:%|points?|pts?|\/ ?100)|\[[^\]]{0,60}(?:ponderation|poids|points)[^\]]{0,60}\]/;

/** A stretch without the spaces, marks and linking words around it. */
export const trim = (folded: string, from: number, to: number): Stretch => {
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

/** True when there is a word, and not only figures and marks. */
export const hasWord = (s: string) => /[a-z]{3}|(?:(?<![a-z])[a-z]\.){2}/.test(s);

/** Where a stretch leaves a weight to fill. */
export function holeIn(folded: string, from: number, to: number): Stretch | undefined {
  const m = HOLE.exec(folded.slice(from, to));
  return m ? { from: from + m.index, to: from + m.index + m[0].length } : undefined;
}

/** Where the name of a line begins, with its rank, its lot and the weight that opens it. */
export interface Begun extends Lead {
  readonly weight: ShareItem | undefined;
}

/** « 60 % : prix », « (60 %) prix », « XX % : prix »; `all`: the shares of the line. */
export function begun(
  folded: string,
  lead: Lead,
  to: number,
  all: readonly ShareItem[],
  hole: Stretch | undefined,
): Begun {
  const [first] = all;
  if (first && FILLER.test(folded.slice(lead.at, first.from))) {
    const after = skipLead(folded, skipFiller(folded, first.to, to), to);
    return { at: after.at, number: lead.number ?? after.number, lot: lead.lot ?? after.lot, weight: first };
  }
  const opens = hole && hole.from <= lead.at + 12 && FILLER.test(folded.slice(lead.at, Math.max(lead.at, hole.from)));
  const at = opens ? skipLead(folded, skipFiller(folded, hole.to, to), to).at : lead.at;
  return { at, number: lead.number, lot: lead.lot, weight: undefined };
}

/** Where a name that begins there ends. */
export function firstCut(folded: string, at: number, to: number): number {
  CUT.lastIndex = at + 2;
  const m = CUT.exec(folded);
  return m && m.index < to ? m.index : to;
}

/** « 40 % de la note », « 50 % du critère »: what a weight is a share of. */
export const OF_WHOLE = '(?:de la note(?: \\w+)?|du (?:total|critere))';
const FILLER_AFTER = new RegExp(
  `^(?: ?(?:${OF_WHOLE}|maximum|max|restants?|(?:qui|encore) restent|en jeu))?[ )\\]:,.-]*(?:pour |au titre de |(?:(?:est|sont|sera|seront) (?:attribue|reserve|accorde|devolu|consacre|affecte)e?s?|vont|va|revien(?:t|nent)|recompense(?:nt)?)(?: (?:a|au|aux)(?![a-z]))? ?)?`,
);
const skipFiller = (folded: string, at: number, to: number): number =>
  to - folded.slice(at, to).replace(FILLER_AFTER, '').length;
