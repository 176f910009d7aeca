import type { Found, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { contains, type Span } from '../../kit/span.ts';
import { answering, ofOtherLots, saying } from '../commun/index.ts';
import { made, SOFTWARE_NAMED } from '../piece/index.ts';
import type { Act } from './actes.ts';
import type { ActKind } from './actes-verbes.ts';
import { actsIn } from './droits-actes.ts';
import { addHeard, CUES, exclusiveness, extentOf, Grant, type Group, isOnOthers, ON_RIGHTS } from './droits-etendue.ts';
import { type Bounds, type Element, isBounded, isLeftOpen, type Right, readBounds } from './elements.ts';
import { withGrantsHeard } from './entendus.ts';
import { BUYER, type Future, isOnPrior, production } from './parties-objets.ts';
import { recapitulates } from './recapitulatif.ts';
import { IP_TITLE, regimes } from './regime.ts';
import { type Unit, unitsOf } from './unites.ts';

/** One clause by which the buyer receives rights: what its section says of them, over sentences, lists and tables. */
export interface RightsClause {
  readonly kind: ActKind;
  /** Undefined when not said. */
  readonly exclusive: boolean | undefined;
  /** The contractor's prior knowledge is the object. */
  readonly prior: boolean;
  /** A product of the trade is the object. */
  readonly standard: boolean;
  /** Sorts of works named as the object; empty for « les résultats » or an object that is not named. */
  readonly works: ReadonlySet<string>;
  /** « résultats » and the like are named. */
  readonly generic: boolean;
  /** Nothing but works to come is assigned. */
  readonly futureOnly: boolean;
  /** The receiver is named. */
  readonly recipient: boolean;
  /** The sentence that grants. */
  readonly sentence: Sentence;
  /** Every sentence that grants or describes the grant. */
  readonly acts: readonly Found<Act>[];
  readonly article: Section;
  /** Where its terms stand. */
  readonly unit: Unit;
  /** How surely it was heard; undefined where its words are those that one is used to. */
  readonly doubt: Doubt;
  /** Rights that are named. */
  readonly rights: ReadonlySet<Right>;
  /** Rights are told one by one, be it in other words than those of the code. */
  readonly named: boolean;
  readonly bounds: ReadonlyMap<Element, Span>;
  /** What else fixes the bounds: the regime of the CCAG of 2021, another document, another clause. */
  readonly suppliedBy: 'ccag-2021' | 'renvoi' | 'autre-clause' | undefined;
  /** An option of a CCAG of 2009 is invoked in the article. */
  readonly option2009: boolean;
}

/** Every clause of a piece by which the buyer receives rights in works; empty when there is none. */
export const droits = defineFact<readonly RightsClause[]>({
  id: 'droits',
  title: 'Clauses de cession ou de concession de droits',
  read(piece: Piece) {
    const { found, refused } = actsIn(piece);
    const isRecalled = recapitulates(piece);
    const isRefused = (s: Sentence) => refused.has(s) || s.passage.isTitle || isRecalled(s);
    const all = withGrantsHeard(piece, found, isRefused).filter(isOfCreations);
    if (all.length === 0) return [];
    const units = unitsOf(piece);
    const said = new Map<Passage, Found<Bounds>[]>();
    for (const f of piece.draft.collect(readBounds))
      said.set(f.sentence.passage, [...(said.get(f.sentence.passage) ?? []), f]);
    const byUnit = new Map<Unit, Group[]>();
    for (const f of all) {
      const unit = units.get(f.sentence.passage) as Unit;
      const groups = byUnit.get(unit) ?? [];
      byUnit.set(unit, groups);
      join(groups, f, (section) => hasOwnTerms(section, said));
    }
    const granting = new Set(all.flatMap(({ value, sentence }) => (value.strong ? [sentence.passage] : [])));
    return [...byUnit]
      .flatMap(([unit, groups]) =>
        groups.flatMap((group) => assemble(piece, unit, group, groups, said, granting) ?? []),
      )
      .sort((a, b) => a.sentence.span.start - b.sentence.span.start);
  },
  show: (list) =>
    list.length === 0
      ? undefined
      : list.map((c) => ({
          nature: c.kind,
          exclusive: c.exclusive,
          droits: [...c.rights],
          limites: [...c.bounds.keys()],
          connaissancesAnterieures: c.prior || undefined,
          suppleePar: c.suppliedBy,
        })),
});

/** « Ses droits à pension », « la cession du fonds »: rights that no author has, where nothing that is made nor any right in it is named. */
const isOfCreations = ({ value, sentence }: Found<Act>): boolean =>
  value.prior ||
  // « …, tout support, monde, dix ans, prix inclus »: only the rights of authors are given so.
  isBounded(sentence) ||
  sentence.has(BETWEEN_PARTIES) ||
  [
    sentence,
    sentence.previous,
    sentence.passage.lead,
    sentence.passage.rowLabel,
    ...acrossTable(sentence.passage),
  ].some((s) => s?.has(production) || s?.has(OF_AUTHORS)) ||
  sentence.section.chain.some(({ heading }) => heading?.has(IP_TITLE));
/** What the head of a table is told of; the head of the column of any other cell. */
const acrossTable = (passage: Passage): readonly (Passage | undefined)[] => {
  const { cell, table } = passage;
  if (!cell || !table) return [];
  return cell.row === 0 ? table.rows.flatMap(({ cells }) => cells) : [table.headerOf(passage)];
};
/** « Le titulaire cède ses droits », « cédés à la ville »: between those of the contract. */
const BETWEEN_PARTIES = new RegExp(
  `(?<![a-z])(?:titulaires?(?! d)|prestataires?|attributaires?|cocontractants?|(?:ced|conced|transfer|transm)[a-z]* (?:[a-z']+ ){0,3}?(?:a|au|aux) ?(?:la |le |les |l')?${BUYER})(?![a-z])`,
);
const OF_AUTHORS = fr`propriété (?:intellectuelle|littéraire|artistique|industrielle)|patrimoniaux|moraux|droits? d'(?:auteurs?|exploitation|utilisation|usage)|licences?|reprodu[a-z]+|représent(?:ation|er)|adapt(?:ation|er)|copier|traduire|traduct(?:ions?|eurs?|rices?)|projeter|exposer|imprimer|auteurs?|autrices?|studios?|photographes?|graphistes?|illustrat(?:eurs?|rices?)|composit(?:eurs?|rices?)|vidéastes?|scénographes?|(?:permission|autorisation)s? (?:[a-z-]+ ){0,2}?(?:d'(?:usage|utilisation|emploi|exploitation)|exclusive)`;

const isFuture = (act: Act): boolean => act.future === 'oeuvres';

/** A section that names the rights it gives, and two of their terms at least: it completes no other. */
function hasOwnTerms(section: Section, said: ReadonlyMap<Passage, readonly Found<Bounds>[]>): boolean {
  const all = section.own.flatMap((p) => said.get(p) ?? []).map(({ value }) => value);
  const terms = OWN_TERMS.filter((term) => all.some(({ elements }) => elements.has(term)));
  return terms.length > 1 && all.some(({ rights }) => rights.size > 0);
}
const OWN_TERMS = ['destination', 'lieu', 'duree', 'prix'] as const;

/** « 9.3 Logiciel » and « 9.4 Modules », each with its terms: two clauses, though one article holds both. */
const isApart = (g: Group, { sentence }: Found<Act>, isWhole: (section: Section) => boolean): boolean =>
  g.acts.every((a) => a.sentence.section !== sentence.section) &&
  isWhole(sentence.section) &&
  g.acts.some((a) => a.value.strong && isWhole(a.sentence.section));

/** True for an act that goes with a clause: of its kind and, where it grants by itself, in the same works. */
function belongsTo(g: Group, { value: act, sentence }: Found<Act>): boolean {
  if (g.kind !== act.kind) return false;
  if (!act.strong) return true;
  if (g.prior !== act.prior || g.standard !== act.standard) return false;
  if (g.acts.some((a) => ofOtherLots(a.sentence, sentence))) return false;
  if (isFuture(act) !== g.acts.every((a) => isFuture(a.value))) return false;
  if (act.works.some((w) => g.works.has(w))) return true;
  const isUnnamed = [g.works.size === 0, act.works.length === 0];
  if (isUnnamed.every(Boolean)) return true;
  return isUnnamed.some(Boolean) && g.acts.some((a) => a.sentence.section === sentence.section);
}

/** Adds an act to the clause of its article that it belongs to, or begins one. */
function join(groups: Group[], f: Found<Act>, isWhole: (section: Section) => boolean): void {
  const { value: act } = f;
  const group = groups.findLast((g) => belongsTo(g, f) && !(act.strong && isApart(g, f, isWhole)));
  if (group) {
    group.acts.push(f);
    for (const w of act.works) if (act.strong) group.works.add(w);
  } else
    groups.push({ kind: act.kind, prior: act.prior, standard: act.standard, works: new Set(act.works), acts: [f] });
}

/** True where the rights are named one by one; those in prior works are not those in the results, though one article has both. */
function isEnumerated(group: Group, grant: Grant): boolean {
  const told = grant.heard('pi/droits-enumeres');
  return told !== undefined && (group.prior || !isOnPrior(told.folded));
}

const FOR_THE_REST = fr`surplus|le reste|(?:autres|contraires?) (?:[a-z]+ ){0,2}(?:stipulations|dispositions|clauses)|(?:stipulations|dispositions|clauses) (?:[a-z]+ ){0,2}(?:non contraires|autres)|(?:demeure|reste)(?:nt)? applicables?|complé[a-z]+|pour tout ce qu|à défaut|non (?:prévu|traité|réglé)[a-z]*`;
function assemble(
  piece: Piece,
  unit: Unit,
  group: Group,
  groups: readonly Group[],
  said: ReadonlyMap<Passage, readonly Found<Bounds>[]>,
  granting: ReadonlySet<Passage>,
): RightsClause | undefined {
  const strong = group.acts.filter((a) => a.value.strong);
  const main = strong[0] ?? group.acts[0];
  if (!main) return undefined;
  const grant = new Grant(piece, unit, group, groups, granting);
  const extent = extentOf(grant, said);
  addHeard(extent, grant);
  const inArticle = piece.ask(regimes).filter((r) => grant.units.get(r.sentence.passage) === unit);
  // What the grant itself derogates from, or the sentence that opens on it, supplies nothing to it, unless it is said to stand for the rest.
  const opens = (r: Sentence, act: Sentence) => r === act || (r === act.previous && r.passage === act.passage);
  const derogates = inArticle.some(
    (r) => r.derogation && r.core && group.acts.some((a) => opens(r.sentence, a.sentence)),
  );
  const ccag = inArticle.some(
    (r) =>
      r.year === 2021 &&
      !r.derogation &&
      (r.core || group.prior) &&
      (!derogates || (r.sentence.has(FOR_THE_REST) && r.at.start > main.sentence.span.start)) &&
      !isOnOthers(r.sentence, group) &&
      !ofOtherLots(r.sentence, main.sentence),
  );
  const elsewhere = strong.some((a) => a.value.elsewhere);
  return {
    kind: group.kind,
    exclusive: exclusiveness(grant),
    prior: group.prior,
    standard: group.standard,
    works: group.works,
    generic: group.acts.some((a) => a.value.generic),
    futureOnly: strong.length > 0 && strong.every((a) => a.value.future === 'oeuvres' || isBeyond(piece, a.sentence)),
    recipient: group.acts.some((a) => a.value.recipient) || grant.heard('pi/beneficiaires-nommes') !== undefined,
    sentence: main.sentence,
    acts: group.acts,
    article: unit.article,
    unit,
    doubt: main.value.doubt,
    rights: extent.rights,
    named: extent.rights.size > 0 || isEnumerated(group, grant),
    bounds: extent.bounds,
    suppliedBy: ccag ? 'ccag-2021' : elsewhere ? 'renvoi' : extent.same ? 'autre-clause' : undefined,
    option2009: inArticle.some((r) => r.year === 2009),
  };
}

/** « …tout ce qu'il peindra durant le marché et les années suivantes »: more than the contract has made, in one. */
const isBeyond = (piece: Piece, sentence: Sentence): boolean =>
  sentence.has(BEYOND) &&
  saying(piece, 'pi/oeuvres-futures-en-bloc').some((one) => one.surety === 'sure' && one.sentence === sentence);
const BEYOND = fr`tou(?:t|te|s|tes) (?:ce|celles|ceux|les|oeuvre|création)[^.;]{0,120}?(?:années? (?:suivantes?|ultérieures?|qui suiv[a-z]+)|à l'avenir|quel(?:le)?s? que soi(?:t|ent) (?:le |la |l'|les )?(?:contrat|marché|commanditaire)|hors (?:du|de ce|de tout) (?:marché|contrat)|même (?:après|hors)|au-delà d(?:u|e ce))`;

/** Where the dossier says that the price of the contract covers the rights; undefined when it does not. */
export function priceElsewhere(piece: Piece): Sentence | undefined {
  for (const p of piece.consultation.pieces) {
    const found =
      p.draft.collect(readPrice).find(({ sentence }) => !isOfItsGrant(p, sentence))?.sentence ??
      pricedRow(p) ??
      answering(
        p,
        'pi/prix-des-droits',
        (s) => s.has(ON_RIGHTS) && s.has(CUES.prix) && !isLeftOpen(s.passage) && !isGrant(p, s) && !isOfItsGrant(p, s),
      );
    if (found) return found;
  }
  return undefined;
}

/** « Le prix du poste 4 comprend cette cession »: the one that has it for its price, and no other. */
const isOfItsGrant = (piece: Piece, sentence: Sentence): boolean =>
  sentence.has(THIS_GRANT) &&
  piece.ask(droits).some(({ bounds }) => {
    const price = bounds.get('prix');
    return price !== undefined && contains(sentence.span, price);
  });
const THIS_GRANT = fr`(?:cette|ladite|la présente) (?:cession|transmission)`;

/** « Cession des droits | 1 | forfait | ……… »: a row of the table of prices, which the candidate fills. */
const pricedRow = ({ draft }: Piece): Sentence | undefined =>
  draft.tables
    .filter(({ header }) => header.cells.some((c) => c.has(AMOUNT)))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.slice(0, 2).flatMap((c) => c.sentences)))
    .find((s) => s.has(RIGHTS_SOLD));
const AMOUNT = fr`prix|montants?|tarifs?|forfaits?`;
const RIGHTS_SOLD = fr`cession (?:de |des |d'|du )(?:tous )?(?:les )?(?:droits?|licence)|droits (?:cédés|d'auteur|d'exploitation)`;

/** A grant tells its own price. */
const isGrant = (piece: Piece, sentence: Sentence): boolean =>
  piece.ask(droits).some(({ acts: all }) => all.some((a) => a.sentence === sentence));

/** « Bordereau, ligne 12 : cession des droits » */
const AT_LINE = '(?:ligne|poste|prix)s? (?:n ?° ?)?[0-9]+(?:[.][0-9]+)* ?[:-] ?(?:prix de )?(?:la )?cession';
const COVERS = fr`${AT_LINE}|(?:prix|montants?|forfaits?|sommes?|rémunérations?|honoraires|ils|elles?)(?: [a-z,'-]+){0,6} (?:comprend|comprennent|comprenant|inclut|incluent|intègre(?:nt)?|couvre(?:nt)?|acquitte(?:nt)?|rétribue(?:nt)?|solde(?:nt)?|pa[iy]e(?:nt)?|rémunère(?:nt)?|tiennent compte|tient compte|réputés? comprendre|réputés? inclure)(?: [a-z0-9,'-]+){0,25} (?:cession|(?:cette|la|ladite) transmission|(?:ces|les) (?:facultés|prérogatives)|droits (?:cédés|de propriété intellectuelle|d'auteur|d'exploitation)|propriété intellectuelle|ce qui (?:[a-z]+ )?(?:est|sera) (?:cédé|transmis|transféré|abandonné|accordé))|(?:cession|droits (?:cédés|de propriété intellectuelle|d'auteur|d'exploitation))(?: [a-z0-9,'-]+){0,12} (?:compris|comprise|incluse?|inclus|comprises)(?: [a-z]+){0,2} (?:dans|au)(?: [a-z]+){0,3} (?:prix|forfait|montant)|(?:prix|rémunération) (?:de la cession|des droits (?:cédés|d'auteur))`;
const readPrice = (phrase: Phrase) => (phrase.has(COVERS) ? true : undefined);

/** Clauses of every piece of the consultation, with the piece they are in. */
export const droitsDuDossier = (piece: Piece): readonly { readonly piece: Piece; readonly clause: RightsClause }[] =>
  piece.consultation.pieces.flatMap((p) => p.ask(droits).map((clause) => ({ piece: p, clause })));

/** Assignments of rights in what the contract makes whose terms are all in the piece itself. */
export const assignments = (piece: Piece): readonly RightsClause[] =>
  piece.ask(droits).filter((c) => c.kind === 'cession' && !c.prior && !c.standard && !c.futureOnly && !c.suppliedBy);

/** Software that the contract has made: said to be developed, or the rights in which are assigned. Undefined when none is. */
export function softwareMade(piece: Piece): { readonly doubt?: Doubt } | undefined {
  const said = made(piece, 'logiciel');
  if (said) return said;
  const clause = droitsDuDossier(piece).find(
    ({ piece: p, clause: c }) =>
      !c.prior &&
      !c.standard &&
      c.works.has('logiciel') &&
      (c.kind === 'cession' || p.draft.title?.has(SOFTWARE_NAMED)),
  )?.clause;
  return clause && { doubt: { concept: 'pi/cession', surety: 'probable', text: clause.sentence.text } };
}

/** Sentences of a clause that assign more than what its contract makes. */
export const futureActs = (clause: RightsClause): readonly { readonly sentence: Sentence; readonly future: Future }[] =>
  clause.acts.filter((a) => a.value.future).map((a) => ({ sentence: a.sentence, future: a.value.future as Future }));

const GENERAL_WORDS = fr`documents? particuliers?|(?:prévu|fixé|défini)e?s? (?:par|au|à) (?:le |l'article [0-9.]+ du )?c\.?c\.?a\.?g`;

const LENT = fr`(?:fourni|remis|prêté|confié|transmis|mis à disposition)e?s? par (?:la|le|l'|les) ?(?!titulaire|prestataire|candidat|cocontractant)[a-z]+`;

/**
 * The limits that a section states, whoever grants: by the clauses whose grant stands in it when there is one, else by its
 * own words and those of its article that no clause of another section owns. `invoking`: the sentence that invokes the regime, whose limits are its own.
 */
export function limitsOf(piece: Piece, section: Section, invoking?: Sentence): ReadonlySet<Element> {
  const own = piece.ask(droits).filter((c) => !c.prior && c.acts.some((a) => a.sentence.section === section));
  if (own.length > 0) return new Set(own.flatMap((c) => [...c.bounds.keys()]));
  const taken = new Set(piece.ask(droits).flatMap((c) => c.acts.map((a) => a.sentence.section)));
  const found = new Set<Element>();
  for (const { value, sentence } of piece.draft.collect(readBounds)) {
    if (sentence.section.article !== section.article || taken.has(sentence.section) || sentence.has(GENERAL_WORDS))
      continue;
    // What the buyer lends for the work is no result of it.
    if (sentence.has(LENT)) continue;
    // The title of a piece holds what no article does: the object of the contract is no purpose of rights.
    if (sentence === invoking || (sentence.section === section && section.level > 1) || value.about)
      for (const e of value.elements.keys()) found.add(e);
  }
  return found;
}
