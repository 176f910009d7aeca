import type { Found, Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Heard } from '../../reading/hear.ts';
import { statementOf } from '../../reading/statement.ts';
import { hearing, saying } from '../commun/index.ts';
import { ccagReference } from '../droit/index.ts';
import { type Act, actHeard } from './actes.ts';
import type { ActKind } from './actes-verbes.ts';
import { namesRights } from './elements.ts';
import { PRIOR, RIGHTS, worksIn } from './parties-objets.ts';
import { IP_TITLE } from './regime.ts';
import { type Unit, unitsOf } from './unites.ts';

/** What grants, by its sense; `prior` where its object is prior knowledge. */
interface Grant {
  readonly concept: string;
  readonly kind: ActKind;
  readonly prior?: true;
}
const GRANTS: readonly Grant[] = [
  { concept: 'pi/cession', kind: 'cession' },
  { concept: 'pi/concession', kind: 'concession' },
  { concept: 'pi/connaissances-concedees', kind: 'concession', prior: true },
];

/** What recalls a grant, warrants it or speaks of one that is not made. */
const RECALLS = fr`il est rappelé|(?:selon|aux termes de|au sens de) l'article|(?:l'article|articles) [lr]\.? ?[0-9]+|(?:peut|peuvent|pourra|pourront) (?:ne )?(?:lui |leur )?(?:céder|concéder)|fera l'objet d'un|(?:en cas|à l'occasion) de (?:la |toute )?cession|s'entend(?:ent)? (?:de|du|des|comme)|garanti(?:t|ssent)`;

/** « Procès-verbaux de transfert (accès, droits) »: an item of a list that is not on rights names what is handed over. */
const isListedApart = (sentence: Sentence): boolean =>
  sentence.passage.list !== undefined && !sentence.section.under(IP_TITLE) && !sentence.has(RIGHTS);

interface GrantHeard extends Grant {
  readonly one: Heard;
}

const isSurer = (a: GrantHeard, b: GrantHeard): boolean => a.one.surety === 'sure' && b.one.surety === 'probable';

const LICENCE = fr`concé?d[a-z]+|concessions?|licences?|usages?|utilis[a-z]+|autoris[a-z]+|permi[a-z]+|parmi d'autres`;
/** Of two grants that one sentence is heard to make, the surer; as sure, the one of its words. */
const isBetter = (sentence: Sentence, a: GrantHeard, b: GrantHeard): boolean =>
  isSurer(a, b) || (!isSurer(b, a) && !a.prior && a.kind === 'concession' && sentence.has(LICENCE));

/** Works that the head of the column or the label of the row names where the cell names none. */
export function objectAround(sentence: Sentence, { works, generic }: Act): Pick<Act, 'works'> {
  if (works.length > 0 || generic || !sentence.passage.cell) return { works };
  const { rowLabel } = sentence.passage;
  const around = [...(rowLabel ? [rowLabel] : []), ...statementOf(sentence).context].flatMap((c) => worksIn(c));
  return { works: [...new Set(around)] };
}

/** What someone had before. */
const isOnPrior = (sentence: Sentence): boolean =>
  [sentence, sentence.previous, sentence.section.heading, ...statementOf(sentence).context].some(
    (x) => x?.has(PRIOR) || x?.has(HAD),
  );
const HAD = fr`avant (?:le marché|la signature|la notification|celui-ci)|déjà|posséd(?:ait|aient)|avai(?:t|ent)|exist(?:ait|aient|ant)|détenai(?:t|ent)|antérieure?s?`;

/** Whether a grant introduces a passage, which then tells what it gives. */
function isAnnounced(passage: Passage, granting: ReadonlySet<Sentence>): boolean {
  for (let lead = passage.lead; lead; lead = lead.lead) if (lead.sentences.some((s) => granting.has(s))) return true;
  return false;
}

/** « Concédé, et non cédé » */
const NOT_ASSIGNED = fr`(?:et|mais) (?:non|pas) (?:pas )?cédé(?:e|s|es)?|(?:non|jamais|nullement) cédé(?:e|s|es)?|sans (?:lui |leur )?(?:être cédé(?:e|s|es)?|en céder)`;

/** « Les prix comprennent les déplacements et la cession des droits »: named among what is paid. */
const AMONG_COSTS = fr`(?:prix|montants?|forfaits?|rémunérations?|honoraires)(?: [a-z',-]+){0,8} (?:comprend|comprennent|inclut|incluent|couvre|couvrent|intègre|intègrent)(?: [a-z',-]+){1,16} (?:et|ainsi que|y compris) (?:la |les |une )?(?:cession|licences?|concession)`;

/** « Cession. Le studio donne à la ville… »: what the label of a paragraph is heard to say, the sentence after it says. */
const LABEL = /^[^a-z]*(?:les? |la |l'|vos |nos |ses |des )?[a-z']+(?: [a-z']+){0,3} ?[.:] *$/;
const told = (one: Heard): Heard => {
  const { next, folded } = one.sentence;
  return next?.has(RIGHTS) && LABEL.test(folded) ? { ...one, sentence: next } : one;
};

/** In an article on prices and payment rights are named among what is paid, unless something passes there. */
const PAYMENT = fr`prix|paiements?|règlement (?:des|du)|factur[a-zé]*|avances?|acomptes?|rémunération`;
/** The act itself: an article on payment may well name the assignments that go with an invoice. */
const GIVES = fr`c[eè]d(?:e|ent|era|eront|er|ée?s?)|transf[eè]r(?:e|ent|era|és?|ées?)|transm(?:et|ettent|ettra)|acqui(?:ert|èrent|erra)|apparti[a-z]+|concèd[a-z]*`;
/** « | Droits d'auteur des films | 1 | … € | »: a line of a price schedule. */
const isPriceLine = ({ passage }: Sentence): boolean =>
  passage.table?.header.cells.some((c) => c.has(PAYMENT)) === true &&
  ![passage, passage.rowLabel, passage.table.headerOf(passage)].some((p) => p?.has(PASSES));
const isAmongPayments = (sentence: Sentence): boolean =>
  (sentence.section.under(PAYMENT) && !sentence.has(GIVES)) || isPriceLine(sentence);

/** The cells of a row make one grant: the surest that is heard in them. */
function isOutdone(sentence: Sentence, own: GrantHeard, heard: ReadonlyMap<Sentence, GrantHeard>): boolean {
  const row = sentence.passage.table?.rowOf(sentence.passage);
  if (!row) return false;
  return [...heard].some(
    ([s, other]) => other.kind !== own.kind && row.cells.includes(s.passage) && isSurer(other, own),
  );
}

/** « La ville a le droit de diffuser le film »: it may, and nothing passes to it. */
const MAY_USE = fr`(?:a|ont|aura|auront) (?:[a-z]+ )?le droit d(?:e|'[a-z]+)|peu(?:t|vent)|pourr(?:a|ont)|(?:est|sont) (?:[a-z]+ )?autorisée?s? à`;
const PASSES = fr`c[eéè]d[a-zé]*|cessions?|cessionnaires?|transf[a-zé]+|transm[a-z]+|abandonn[a-zé]*|acqui[a-z]+|acqu[eé]r[a-z]+|propri[a-zé]+|titulaires? d[a-z]+|vend[a-z]*|ach[eè]t[a-zé]*|exclusi[a-z]+|seule?s?|appart[a-z]+|revien[a-z]+|pass[a-zé]+|dessais[a-z]+|d[eé]fai[a-z]+|renonc[a-zé]+|en toute liberté|libres? de droits|tous? (?:les |ses )?droits`;
const asSaid = (own: GrantHeard): GrantHeard =>
  own.kind === 'cession' &&
  own.one.sentence.has(MAY_USE) &&
  !own.one.sentence.has(PASSES) &&
  !own.one.sentence.section.heading?.has(PASSES)
    ? { ...own, kind: 'concession' }
    : own;

/** The grant that is best heard in each sentence, but those that already grant and what they introduce. */
function grantsHeard(
  piece: Piece,
  granting: ReadonlySet<Sentence>,
  isRefused: (sentence: Sentence) => boolean,
): ReadonlyMap<Sentence, GrantHeard> {
  const all = GRANTS.flatMap((grant) =>
    saying(piece, grant.concept).map((one): GrantHeard => asSaid({ ...grant, one: told(one) })),
  );
  const heard = new Map<Sentence, GrantHeard>();
  const units = unitsOf(piece);
  // What completes the terms of a CCAG grants by them.
  const underCcag = new Set(piece.ask(ccagReference).mentions.map(({ sentence }) => units.get(sentence.passage)));
  const defining = new Set(saying(piece, 'pi/definition-des-resultats').map(({ sentence }) => sentence));
  for (const own of all) {
    const { sentence } = own.one;
    if (
      granting.has(sentence) ||
      isRefused(sentence) ||
      isNoGrant(own, defining) ||
      underCcag.has(units.get(sentence.passage))
    )
      continue;
    const other = heard.get(sentence);
    if (!other || isBetter(sentence, own, other)) heard.set(sentence, own);
  }
  const announced = [...heard.keys()].filter(({ passage }) => isAnnounced(passage, granting));
  for (const sentence of announced) heard.delete(sentence);
  return heard;
}

/** `defining`: what is heard to define the results. */
function isNoGrant({ kind, prior, one: { sentence } }: GrantHeard, defining: ReadonlySet<Sentence>): boolean {
  if (sentence.has(RECALLS) || isListedApart(sentence) || isAmongPayments(sentence)) return true;
  // « Sont des résultats les maquettes créées pour la caisse »: what they are, and not whose.
  if (defining.has(sentence) && !sentence.has(RIGHTS)) return true;
  if (sentence.has(AMONG_COSTS) && !namesRights(sentence)) return true;
  return (kind === 'cession' && sentence.has(NOT_ASSIGNED)) || (prior === true && !isOnPrior(sentence));
}

/** Tells of each act whether no other of its kind was asked of before it, in its article. */
function firstOfItsKind(piece: Piece): (act: Found<Act>) => boolean {
  const units = unitsOf(piece);
  const known = new Map<Unit | undefined, Set<string>>();
  return ({ value: { kind, prior }, sentence }) => {
    const unit = units.get(sentence.passage);
    const kinds = known.get(unit) ?? new Set();
    known.set(unit, kinds);
    const key = `${kind} ${prior}`;
    return !kinds.has(key) && kinds.add(key) !== undefined;
  };
}

/** « Cette licence vaut… », after the grant that it goes on about. */
const TAKES_UP = /^[^a-z]*(?:cette|ladite) (?:licence|concession|cession)(?![a-z])/;

/**
 * Grants that expressions have read, then those that are heard in sentences in which they read none. Beside a grant of that
 * kind, in its article, what is heard describes it. `isRefused`: what cannot grant anything.
 */
export function withGrantsHeard(
  piece: Piece,
  read: readonly Found<Act>[],
  isRefused: (sentence: Sentence) => boolean,
): readonly Found<Act>[] {
  const granting = new Set(read.filter(({ value }) => value.strong).map(({ sentence }) => sentence));
  const heard = grantsHeard(piece, granting, isRefused);
  if (heard.size === 0) return read;
  const isFirst = firstOfItsKind(piece);
  for (const f of read) if (f.value.strong) isFirst(f);
  const onPrior = new Set(read.filter(({ value }) => value.prior).map(({ sentence }): unknown => sentence));
  const inOrder = [...heard]
    .filter(([sentence, own]) => !isOutdone(sentence, own, heard))
    .sort(([a], [b]) => a.span.start - b.span.start);
  const added = inOrder.flatMap(([sentence, { one, kind, prior }]): Found<Act>[] => {
    const act = actHeard(sentence, kind, hearing(one));
    if (!act) return [];
    const takesUpPrior = TAKES_UP.test(sentence.folded) && onPrior.has(sentence.previous);
    const value = { ...act, ...objectAround(sentence, act), ...((prior || takesUpPrior) && { prior: true }) };
    return [{ value: { ...value, strong: isFirst({ value, sentence }) }, sentence }];
  });
  const better = new Set(added.map(({ sentence }) => sentence));
  return [...read.filter(({ sentence }) => !better.has(sentence)), ...added].sort(
    (a, b) => a.sentence.span.start - b.sentence.span.start,
  );
}
