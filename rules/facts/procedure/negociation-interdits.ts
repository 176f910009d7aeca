import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { CRITERIA, type Interdit, lineOf, listedIn, MINIMUM, openedIn, SHUT } from './negociation-objets.ts';

/** Something that may not be negotiated, and is said to be. */
export interface Negociable {
  readonly objet: Interdit;
  readonly at: Span;
  readonly sentence: Sentence;
  /** A line of a list of what is negotiated. */
  readonly line?: true | undefined;
  readonly doubt?: Doubt;
}

const CHANGE = `(?:negoci|reexamin|(?:re)?conven|rediscut|discut|revu|revoir|modifi|ajust|adapt|amend|assoupl|reconsider|redefini|debatt|alleg|reduit|reduire|abandon|lev(?:er|ee)|aborde|faire evoluer|evoluer|amenag|renonc|derog|abaiss|baiss|diminu|reduction|relach|dispens|supprim|suppression|affranchi|transig)[a-z]*`;
export const MAY = `(?:pourr(?:a|ont|ait)|peu(?:t|vent)|ser(?:a|ont)|est|sont|susceptibles?|permet(?:tre|tra)?|amen(?:er|era|e)|y compris|jusqu'a|possible)`;
/** What a negotiation may lead to do, said before the thing. */
const LEAD = `(?:${MAY}|(?:condui|abouti|autoris)[a-z]*)`;
/** « abaisser le coût d'une exigence minimale »: the price is lowered, not the requirement. */
const PRICE_OF =
  /(?:prix|couts?|tarifs?|montants?) (?:liee?s? |associee?s? )?(?:des? |d'|aux? |a )(?:[a-z']+ ){0,3}(?:[dl]')?$/;
/** « dépasser les seuils minimaux », « le prix de chaque exigence minimale »: nothing less is asked. */
const BEYOND = /(?:depass|surpass|excede|ameliore)[a-z]* (?:[a-z']+ ){0,3}?$/;
export const isBeyond = (folded: string): boolean => {
  const thing = find(folded, MINIMUM);
  const before = thing && folded.slice(0, thing.from);
  return before !== undefined && (BEYOND.test(before) || PRICE_OF.test(before));
};
/** « Une offre qui dépasse les exigences minimales peut… »: what follows is said of the offer. */
const OFFER_THAT = /(?:offres?|candidats?|propositions?|solutions?) qui (?:[a-z']+ ){1,4}(?:[dl]')?$/;
/** « nous arrêterons avec les entreprises reçues la pondération »: settled with those who offer. */
const WITH_THEM = `(?:arret|fix|defini|determin|conven)[a-z]* (?:[a-z]+ ){0,2}(?:ensemble|avec (?:les (?:candidats|entreprises|soumissionnaires|concurrents|participants)|chacun|eux|elles))(?: [a-z']+){0,4} (?:[dl]')?`;
const JOINTLY = new RegExp(`${WITH_THEM}$`);
/** A sentence that says so, whatever it is. */
export const JOINTLY_SAID = new RegExp(WITH_THEM);
/** « peuvent proposer une autre pondération » */
const ANOTHER = /(?:propos|sugger|soumett)[a-z]* (?:[a-z]+ )?(?:un|une|d') ?(?:autre|nouveau|nouvelle) $/;
/** « au regard des criteres »: the criteria judge, they are not negotiated. */
const YARDSTICK = fr`(?:en |par )(?:appliquant|application|utilisant|retenant)|à l'aide|au moyen|(?:au regard|selon|en fonction|sur la base|sur le fondement|a l'aune|par application|application|au vu|suivant|conformement|a partir|dans le respect|compte tenu|classes?|juge(?:e|es|s)?|notee?s?|appreciee?s?|chacun)`;

/** Some word denies what a clause says, or leaves it out. */
export const denied = (clause: string): boolean => SHUT.test(clause) || /non negociable/.test(clause);

const NEVER_NEGOTIATED = [
  ['exigences', MINIMUM],
  ['criteres', CRITERIA],
] as const;

/** What may not be negotiated that a sentence lets be, with the clause that does. */
export function forbidden(folded: string): { objet: Interdit; clause: Stretch }[] {
  const out = KEPT_OUT_LAST.test(folded) ? [] : clauses(folded).flatMap((clause) => forbiddenIn(folded, clause));
  for (const objet of [...listedIn(folded), ...openedIn(folded), ...loweredIn(folded), ...reweighedIn(folded)])
    if (!out.some((o) => o.objet === objet)) out.push({ objet, clause: wholeOf(folded) });
  return out;
}

/** « répartir autrement les points », « déplacer des points d'une ligne à l'autre », « l'importance relative donnée au prix » */
const REWEIGHED =
  /(?<![a-z])(?:(?:re)?(?:repart|distribu)|deplac|transfer|bascul|reequilibr|redeploy|rebatt|revoi|rev(?:oir|u))[a-z]* (?:[a-z'-]+ ){0,3}?(?:points|ponderations?|poids)(?! (?:de |d')(?!la |l'|ce |cette |notation|jugement|chaque)[a-z])|(?<![a-z])autre (?:partage|repartition|ventilation|distribution) (?:des|de) (?:points|poids)|(?<![a-z])(?:importance|part|place) (?:relative|respective)s? (?:[a-z]+ ){0,3}?(?:(?:au|du|de la|a la|de l'|a l')? ?(?:prix|technique|criteres?))/;
const MAY_BE = new RegExp(`(?<![a-z])(?:${MAY}|toucher|port(?:e|er|ent|eront)|pouv[a-z]*|debouch[a-z]*)(?![a-z])`);
function reweighedIn(folded: string): Interdit[] {
  const m = REWEIGHED.exec(folded);
  if (!m) return [];
  const clause = clauses(folded).find(({ from, to }) => from <= m.index && m.index < to);
  const isDenied = denied(folded.slice(clause?.from ?? 0, clause?.to));
  return !isDenied && MAY_BE.test(folded.slice(0, m.index + m[0].length + 40)) ? ['criteres'] : [];
}

/** « … sur tout, les exigences minimales et les critères en étant exclus » */
const KEPT_OUT_LAST = /(?<![a-z])(?:en )?(?:etant|demeurant|restant) (?:exclu|excepte|ecarte)e?s?[ .;]*$/;

function forbiddenIn(folded: string, { from, to }: Stretch): { objet: Interdit; clause: Stretch }[] {
  const clause = folded.slice(from, to);
  if (denied(clause)) return [];
  return NEVER_NEGOTIATED.flatMap(([objet, pattern]) => {
    const thing = find(clause, pattern);
    if (!thing || isYardstick(clause.slice(0, thing.from))) return [];
    const listed = LISTED_OPEN.exec(folded.slice(0, from + thing.from));
    if (!listed && !isOpened(clause, thing)) return [];
    return [{ objet, clause: { from: listed ? listed.index : from, to: /[.;,]$/.test(clause) ? to - 1 : to } }];
  });
}

/** « sont négociables : les critères… », « Tout peut y être mis sur la table : les prix, le partage des points ». */
const LISTED_OPEN =
  /(?:(?:(?:sont|est) )?(?<!non )(?<!pas )negociables?|(?<![a-z])tout (?:[a-z]+ ){0,4}?(?:sur la table|discut[a-z]*|negoci[a-z]*|debatt[a-z]*|abord[a-z]*|ouvert)[a-z ]{0,30}) ?: ?[^.;]*$/;

/** The words before the thing make it what the negotiation is held to. */
const isYardstick = (before: string): boolean =>
  has(before.slice(-50), YARDSTICK) || /respect|doi(?:t|vent)|conform|garanti/.test(before);

const BEARS_ON =
  /(?:port(?:er|e|era|eront|ent|ant)|concern(?:er|e|era|ent)|discut[a-z]*|negoci[a-z]*|(?:embrasse|englobe|touche|couvre|vise|roule|s'etend)(?:r|ra|nt|ront)?),? [a-z', ]*$/;
const BEARING = fr`negoci[a-z]*|echanges?|discussions?|dialogue|pourparlers|entretiens?|elles?|ils?|y compris|port(?:e|er|era|ent|eront)`;
const MAY_CHANGE = new RegExp(`${MAY} (?:(?!et (?:les?|la) )[a-z'-]+ ){0,6}${CHANGE}`);
const LEADS_TO_CHANGE = new RegExp(
  `${LEAD} (?:[a-z'-]+ ){0,6}(?:a )?(?:[dl]'|la |une )?${CHANGE} (?:[a-z']+ ){0,4}(?:[dl]')?$`,
);

/** A clause that lets a thing be negotiated, by the words before it or after it. */
function isOpened(clause: string, thing: Match): boolean {
  const before = clause.slice(0, thing.from);
  const after = clause.slice(thing.to);
  if (BEARS_ON.test(before) && has(before, BEARING)) return true;
  if (!OFFER_THAT.test(before) && MAY_CHANGE.test(after)) return true;
  if (LEADS_TO_CHANGE.test(before) && !PRICE_OF.test(before)) return true;
  return /^(?: [a-z]+){0,3} negociables?/.test(after) || JOINTLY.test(before) || ANOTHER.test(before);
}

/** A sentence without the mark that ends it. */
export const wholeOf = (folded: string): Stretch => ({ from: 0, to: folded.replace(/ ?[.;,] ?$/, '').length });

/** « … sur la grille de notation. Celle-ci est ajustée pendant les échanges. »: what was named last is what changes. */
export const pointed = ({ draft }: Piece): Negociable[] =>
  draft.sentencesWith(POINTED).flatMap((sentence) => {
    const { previous } = sentence;
    const said = previous && clauses(previous.folded).at(-1);
    const last = said && previous.folded.slice(said.from, said.to);
    const changes = ALTERED.test(sentence.folded) && sentence.has(DURING) && !denied(sentence.folded);
    if (!last || !changes || !/^(?:cell|celu|ceux)/.test(sentence.folded)) return [];
    const objet = has(last.slice(-60), CRITERIA) ? 'criteres' : has(last.slice(-60), MINIMUM) ? 'exigences' : undefined;
    return objet ? [{ objet, at: sentence.at(wholeOf(sentence.folded)), sentence }] : [];
  });
/** « Exigences minimales | négociables : oui »: a row that opens them, under a column that says what is negotiated. */
export const openRows = ({ draft }: Piece): Negociable[] =>
  draft.tables.flatMap((table): Negociable[] => {
    const column = table.column(OPEN_COLUMN);
    if (column < 1) return [];
    return table.rows.flatMap(({ cells: [label, ...cells] }) => {
      const [sentence] = label?.sentences ?? [];
      const isOpen = cells.some(
        (c) => c.cell?.column === column && /^[^a-z]*(?:oui|x|possible|libre)(?![a-z])/.test(c.folded),
      );
      if (!sentence || !isOpen) return [];
      return lineOf(sentence.folded).map((objet) => ({ objet, at: sentence.at(), sentence, line: true as const }));
    });
  });
const OPEN_COLUMN = fr`négociables?|négociabilité|discutables?|ouverte?s? à la (?:négociation|discussion)|(?:en|à) (?:négociation|discussion|négocier|discuter)`;
/** « obtenir que tel seuil soit abaissé », « descendre sous ces minimums »: less than what is required is let in. */
export const loweredIn = (folded: string): Interdit[] =>
  LOWERED.test(folded) && !denied(folded) && !/rien ne|personne ne/.test(folded) ? ['exigences'] : [];
const LOWERED = new RegExp(
  `(?:seuils?|minimums?|planchers?) (?:[a-z0-9',-]+ ){0,9}?que (?:[a-z']+ ){1,3}?(?:peu[tv]|pourr)[a-z]* (?:abaiss|baiss|assoupl|relach|redui|supprim|lev|diminu|minor|ramen)[a-z]*|${MAY} (?:[a-z'-]+ ){0,9}?(?:(?:abaiss|baiss|assoupl|relach|redui|supprim|lev|diminu)[a-z]* (?:[a-z']+ ){0,3}?(?:seuils?|minimums?|planchers?)|(?:seuils?|minimums?|planchers?)(?: [a-z']+){0,5} (?:soi(?:t|ent)|(?:puissent |puisse )?etre|ser(?:a|ont)) (?:[a-z]+ )?(?:abaiss|baiss|assoupl|relach|redui|supprim|lev|diminu|minor|ramen)[a-z]*|(?:descendre|passer|tomber|rester) (?:sous|en dessous d|au-dessous d|en deca d)[a-z']* (?:[a-z']+ ){0,3}?(?:seuils?|minimums?|minima|planchers?|exigences?))`,
);
const POINTED = fr`(?:celle|celui|celles|ceux)-ci`;
const ALTERED = new RegExp(`^[a-z]+-ci (?:${MAY} )(?:[a-z]+ ){0,3}${CHANGE}`);
const DURING = fr`negociations?|echanges?|discussions?|dialogue|auditions?|candidats?|tours?`;
