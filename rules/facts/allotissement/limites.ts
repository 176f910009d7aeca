import type { Sentence } from '../../kit/draft.ts';
import { type CountItem, counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has } from '../../kit/text.ts';
import { labelled } from '../commun/index.ts';

/** For how many lots one candidate may submit, or how many he may be awarded, as a piece says. */
export interface LimiteDeLots {
  readonly of: 'soumission' | 'attribution';
  /** `tous`: all of them; `plusieurs`: two at least, and no more is said. */
  readonly most: number | 'tous' | 'plusieurs';
  /** The sentence that says so. */
  readonly at: Span;
}

const SUBMIT = fr`soumissionn(?:er?|ent|era|eront)|candidater|postuler|concourir|répond(?:re|ent)?|(?:présent|remet|dépos|soumett|fai|formul|remi|introdui)[a-zé]*(?: [a-z']+){0,3} (?:offres?|propositions?|candidatures?|plis?)|offres?(?: [a-z']+){0,3} (?:remise|présentée|déposée)s?`;
const AWARD = fr`attribu(?:er?|ées?|é|és|era|eront|ent)|attributaires?|titulaires?|remporter|retenue?s? pour`;
const WHO = fr`candidats?|soumissionnaires?|concurrents?|opérateurs?(?: économiques?)?|entreprises?|groupements?|(?:est|sera) possible|nombre (?:maxim[a-z]+ )?de lots|lui être`;
const MAY = fr`peu(?:t|vent)|pourr(?:a|ont)|possible|libres?|autorisée?s?|admise?s?|faculté|loisible`;
/** What may be had of each lot, or of those that a candidate has chosen. */
const OF_OTHERS = fr`variantes?|échantillons?|visites?|mandataires?|options?|membres? de plusieurs|sous-traitan[a-z]+|références?`;

/** « Tous les lots », and not « tous les lots auxquels il répond ». */
const EVERY = fr`(?:l'ensemble des|la totalité des|tout ou partie des|chacun des|tous les|n'importe quel nombre de|(?:les|aux) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})) (?:[a-z]+ )?lots?(?! (?:auxquels?|lesquels|pour|sur|qui|qu'il|que|dont|concernés?|choisis|à l'exception|sauf|[0-9]))|lots?,? sans (?:aucune )?(?:limit|restrict)[a-z]+(?: d[eu] nombre)?`;
const EVERY_SHARED = fr`(?:plusieurs|un seul|une partie)(?:,| ou| et)+ (?:même )?(?:l'ensemble|la totalité|tous)(?: (?:des|les) lots)?|jusqu'à (?:la totalité|l'ensemble)`;
const SEVERAL = fr`(?:un ou |un seul ou |à )?plusieurs lots?`;
const UNLIMITED = fr`nombre (?:maxim[a-z]+ )?(?:de|des) lots(?:,? [a-z']+){0,12} (?:n'est|n'y est|n'est pas|est) (?:pas )?(?:limité|illimité|plafonné)|sans limit(?:e|ation) (?:du |de |de leur )?nombre`;
const LIMITED = fr`nombre (?:maxim[a-z]+ )?(?:de|des) lots(?:,? [a-z']+){0,12} (?:est|sera) (?:limité|plafonné|fixé) (?:à|au nombre de)`;
const UNLIMITING = fr`n'est pas limité|illimité|n'est pas plafonné|sans limit(?:e|ation)`;
/** What makes a count a ceiling: before it, or after it. */
const NO_MORE = fr`(?:ne|n')(?: [a-zé'-]+){1,9} (?:que|qu')(?: (?:pour|sur|à|de|dans|d'|une|offre|seule)){0,4}|au (?:plus|maximum)|maximum(?: de)?|jusqu'à|dans la limite de|limitée? à|plus (?:de|d')|nombre maxim[a-z]+ (?:de|des) lots[^.;]{0,120}:`;
const AT_MOST = /^ (?:au (?:plus|maximum)|maximum)\b/;
const DENIED = fr`ne|n'|ni|aucune?|sans`;

/** « À deux. », of lots: with the noun where it is left out. */
const bareCount = (folded: string): CountItem | undefined =>
  counts(`${folded.replace(/(?: lots?)?[ .;]*$/, '')} lots`, 'lots?')[0];

/** The count of lots that some words make the most there may be. */
function ceilingIn(folded: string): CountItem | undefined {
  const labelled = /\bnombre maxim[a-z]+ (?:de|des) lots[^.;]{0,120}: ?(?=\d+\b|un\b|deux\b|trois\b|quatre\b)/.exec(
    folded,
  );
  if (labelled) {
    const from = labelled.index + labelled[0].length;
    const count = bareCount(folded.slice(from));
    if (count?.from === 0) return { ...count, from, to: folded.length };
  }
  return counts(folded, 'lots?').find(({ from, to, value }) => {
    const ahead = folded.slice(Math.max(0, from - 90), from);
    const last = findAll(ahead, NO_MORE).at(-1);
    const near = last !== undefined && ahead.slice(last.to).trim() === '';
    if (!near && !AT_MOST.test(folded.slice(to))) return false;
    return value > 0 && (!/plus d/.test(last?.text ?? '') || has(ahead, DENIED));
  });
}

/** What is said last before a place: of submitting, or of being awarded. */
function matterAt(folded: string, to: number): LimiteDeLots['of'] | undefined {
  const [submit, award] = [SUBMIT, AWARD].map((p) => findAll(folded.slice(0, to), p).at(-1));
  if (!submit && !award) return undefined;
  return (award?.from ?? -1) > (submit?.from ?? -1) ? 'attribution' : 'soumission';
}

type Limite = Omit<LimiteDeLots, 'at'>;

/** What one clause says. */
function inClause(folded: string, whole: string): Limite | undefined {
  const stated = (to: number, most: Limite['most']): Limite | undefined => {
    const of = matterAt(folded, to);
    return of && { of, most };
  };
  const limited = find(folded, LIMITED);
  const count = limited && bareCount(folded.slice(limited.to));
  if (limited && count) return stated(limited.to, count.value);
  const unlimited = find(folded, UNLIMITED);
  if (unlimited && has(unlimited.text, UNLIMITING)) return stated(folded.length, 'tous');
  const ceiling = ceilingIn(folded);
  if (ceiling) return stated(ceiling.to, ceiling.value);
  if (!has(folded, MAY) || has(folded, DENIED)) return undefined;
  const every = find(folded, EVERY_SHARED) ?? find(folded, EVERY);
  // « Tous les lots peuvent être attribués au même candidat »
  if (every)
    return every.from === 0 || has(whole, WHO)
      ? (stated(every.to, 'tous') ?? stated(folded.length, 'tous'))
      : undefined;
  const several = find(folded, SEVERAL);
  return several && stated(several.to, 'plusieurs');
}

const CLAUSES = /(?: mais |;|, (?=(?:il|elle|celui-ci|ce dernier)s? ))/;

function saidIn(folded: string, at: Span): LimiteDeLots[] {
  if (!has(folded, WHO) || has(folded, OF_OTHERS)) return [];
  return folded.split(CLAUSES).flatMap((clause) => {
    const found = inClause(clause, folded);
    return found ? [{ ...found, at }] : [];
  });
}

const LOTS = fr`lots?`;
const isCell = ({ passage }: Sentence): boolean => passage.cell !== undefined;

/**
 * For how many lots one may submit, and how many one may be awarded, as a piece says it; empty where it does not. « Un ou
 * plusieurs lots » says the less: it is left out where the piece says more.
 */
export function limitesDeLots({ draft }: Piece): readonly LimiteDeLots[] {
  const told = draft.sentencesWith(LOTS).flatMap((s) => (isCell(s) ? [] : saidIn(s.folded, s.span)));
  const cells = labelled(draft).flatMap(({ said, sentence }) =>
    said.has(LOTS) ? saidIn(said.folded, sentence.span) : [],
  );
  const all = [...told, ...cells];
  return all.filter((l) => l.most !== 'plusieurs' || !all.some((o) => o.of === l.of && o.most !== 'plusieurs'));
}
