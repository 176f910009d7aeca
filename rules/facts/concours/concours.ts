import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { clauseOf } from '../commun/index.ts';
import { procedure } from '../procedure/index.ts';
import { prime } from './prime.ts';
import { suites } from './suites.ts';

export interface Concours {
  /**
   * `concours`: the piece rules a concours, or a hackathon that gives a sum or a contract to its winner. `hackathon`:
   * an event outside public procurement. Undefined for a piece of any other procedure.
   */
  readonly kind: 'concours' | 'hackathon' | undefined;
  /** True for a hackathon, a défi, a challenge, whether or not it is a concours in law. */
  readonly event: boolean;
  /** Where the text says that it is a concours, or that it is none; undefined when it says neither. */
  readonly at: Span | undefined;
}

const HACKATHON =
  "(?:hackath?ons?|chaudrons?|datathons?|ideathons?|creathons?|marathons? (?:creatifs?|numeriques?|informatiques?|d'innovation|de (?:developpement|programmation|code|conception))|innovathons?|bidouillathons?)";
const EVENT = fr`${HACKATHON}|défis?|challenges?`;
const EVENT_ITSELF = fr`(?:le|du|au|ce|présent|d'un|un) ${HACKATHON}`;
const CLAIM = fr`(?:constitue|est|s'agit d'|prend la forme d'|sous (?:la )?forme d'|organise(?:e|nt)?|lance(?:e|nt)?|ouvre|passée?|par (?:la )?voie d[e'u]|selon (?:la (?:technique|procédure) d[eu] )?|au moyen d'|soumis aux règles du|en) ?(?:un |le |la |du )?(?:présent )?(?:[a-z-]+ )?concours(?: [a-z'-]+){0,5}? (?:au sens|prévu|défini|régi|de maîtrise|d'architecture|d'ingénierie|ouvert|restreint)|technique d'achat|(?:concours|organisée?|régie?|soumise?|application|conformément),?(?: [a-z',-]+){0,6} (?:(?:articles? )?l\.? ?2125-1|(?:articles? )?r\.? ?2162-1[5-9])|sous la forme d'un concours|avis de concours`;
const DENIAL = fr`(?:n'est|ne s'agit|n'a rien d|ne constitue|ne saurait (?:être|constituer)|ne relève|ne forme|n'a pas le caractère d|ne s'analyse|ne s'apparente),?(?: [a-z',-]+){0,9} (?:concours|commande publique|marchés publics|l\.? ?2125-1)|sans (?:constituer|être|relever),?(?: [a-z',-]+){0,6} (?:concours|commande publique)|hors (?:de tout |du champ (?:de la|du code de la) )?(?:concours|commande publique)|(?:échappe|n'est (?:pas )?soumis|non soumis),?(?: [a-z',-]+){0,5} (?:concours|commande publique)`;
const ASIDE = fr`pour mémoire|anciennement|édition (?:précédente|20\d\d)|précédente édition|à titre de rappel`;

const read = (
  phrase: Phrase,
): { readonly stance: 'claims' | 'denies'; readonly from: number; readonly to: number } | undefined => {
  const denial = phrase.find(DENIAL);
  if (denial) return { stance: 'denies', from: denial.from, to: denial.to };
  const claim = phrase.find(CLAIM);
  if (!claim || has(clauseOf(phrase.folded, claim), fr`n'est|ne constitue|ni`) || phrase.has(ASIDE)) return undefined;
  return { stance: 'claims', from: claim.from, to: claim.to };
};

/** The line at the head of a page, in letters. */
const LONGEST_HEAD = 100;

const isEvent = ({ draft }: Piece): boolean => {
  // A page taken from a PDF says it at its head.
  const head = draft.passages[0]?.folded ?? '';
  const title = [draft.title?.folded ?? '', head.length < LONGEST_HEAD ? head : ''].join(' ; ');
  const under = draft.headings[1]?.folded ?? '';
  if (has(title, fr`${HACKATHON}`) || has(under, fr`règlement (?:du|de ce|de la|d'un) ${HACKATHON}`)) return true;
  if (has(title, fr`concours`)) return false;
  if (has(title, EVENT)) return true;
  return draft.sentencesWith(EVENT_ITSELF).length >= 3;
};

/** Whether a piece rules a concours in the sense of the code, an event outside it, or neither. */
export const concours = defineFact<Concours>({
  id: 'concours',
  title: 'Concours ou hackathon',
  read(piece) {
    const none: Concours = { kind: undefined, event: false, at: undefined };
    if (piece.kind === 'rc') return piece.ask(procedure).name === 'concours' ? { ...none, kind: 'concours' } : none;
    if (piece.kind !== 'reglement-concours') return none;
    const found = piece.draft.collect(read);
    const denial = found.find((f) => f.value.stance === 'denies');
    const claim = found.find((f) => f.value.stance === 'claims');
    const event = isEvent(piece);
    const where = denial ?? claim;
    const at = where?.sentence.at(where.value);
    if (piece.entete.values.procedure === 'concours') return { kind: 'concours', event, at };
    // Whatever it is called, an event that pays its winner or gives it the contract is in procurement law.
    const counterpart = piece.ask(prime).amounts.length > 0 || piece.ask(suites).contract !== undefined;
    const outside = denial ? !counterpart : event && !claim && !counterpart;
    return { kind: outside ? 'hackathon' : 'concours', event, at };
  },
  show: ({ kind, event }) => kind && { regime: kind === 'concours' ? 'concours' : 'hors concours', evenement: event },
});
