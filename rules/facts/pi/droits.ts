import type { Found, Passage, Section, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering, ofOtherLots } from '../commun/index.ts';
import { made, SOFTWARE_NAMED } from '../piece/index.ts';
import { type Act, actHeard, acts } from './actes.ts';
import type { ActKind } from './actes-verbes.ts';
import { addHeard, CUES, exclusiveness, extentOf, Grant, type Group, isOnOthers, ON_RIGHTS } from './droits-etendue.ts';
import { type Bounds, type Element, namesRights, type Right, readBounds } from './elements.ts';
import { withGrantsHeard } from './entendus.ts';
import { buyer, contractor, type Future, isOnPrior, PRIOR } from './parties-objets.ts';
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

const readActs = (phrase: Phrase) => acts(phrase);

const PRONOUN = fr`celles?|ceux|celles-ci|ceux-ci|ces dern(?:iers|ières)|les secondes?|les premières?|en (?:reçoit|reçoivent|bénéficie|concède|cède)|y`;
const RECALL = fr`il est rappelé|selon l'article|aux termes de l'article|au sens de l'article|article l\.? ?[0-9]+|code de la propriété|(?:en cas|à l'occasion) de (?:la |toute )?cession`;

/** The acts that the words of a piece do; `refused`: sentences of such words that grant the buyer nothing. */
function actsIn({ draft }: Piece): { readonly found: Found<Act>[]; readonly refused: ReadonlySet<Sentence> } {
  const found: Found<Act>[] = [];
  const refused = new Set<Sentence>();
  for (const { value, sentence } of draft.collect(readActs)) {
    if (isHeading(sentence.passage)) continue;
    for (const act of value)
      if (givesRights(act, sentence)) found.push({ value: { ...act, prior: isPrior(act, sentence) }, sentence });
      else refused.add(sentence);
  }
  const labels = draft.sentencesWith(labelledGrant).flatMap((sentence) => {
    const kind = sentence.read(labelledGrant);
    return kind ? [{ sentence, kind }] : [];
  });
  for (const { sentence, kind } of [...labels, ...draft.tables.flatMap(grantsInTable)])
    if (!found.some((f) => f.sentence === sentence)) found.push(...labelled(sentence, kind));
  return { found, refused };
}

/** « Objet : réalisation d’un outil, avec cession des droits »: named among what is bought, with no right nor limit told. */
const isAnnounced = ({ from }: Act, sentence: Sentence): boolean =>
  WITH_IT.test(sentence.folded.slice(0, from)) && !namesRights(sentence);
const WITH_IT = /(?<![a-z])(?:avec|y compris|ainsi que|comprenant|incluant)(?: (?:la|une|les|l'))? ?$/;

/** True for an act by which the buyer receives rights, and not only told of. */
function givesRights(act: Act, sentence: Sentence): boolean {
  if (isSaidOf(act, sentence) || isAnnounced(act, sentence) || (!act.strong && sentence.has(RECALL))) return false;
  const isTitled = () => sentence.section.chain.some((s) => s.heading?.has(IP_TITLE));
  const isOnRights = !act.bare || act.prior || isTitled() || namesRights(sentence);
  return isOnRights && !isFromBuyer(act, sentence);
}

/** Every clause of a piece by which the buyer receives rights in works; empty when there is none. */
export const droits = defineFact<readonly RightsClause[]>({
  id: 'droits',
  title: 'Clauses de cession ou de concession de droits',
  read(piece: Piece) {
    const { found, refused } = actsIn(piece);
    const all = withGrantsHeard(piece, found, (s) => refused.has(s) || isHeading(s.passage));
    if (all.length === 0) return [];
    const units = unitsOf(piece);
    const byUnit = new Map<Unit, Group[]>();
    for (const f of all) {
      const unit = units.get(f.sentence.passage) as Unit;
      const groups = byUnit.get(unit) ?? [];
      byUnit.set(unit, groups);
      join(groups, f);
    }
    const said = new Map<Passage, Found<Bounds>[]>();
    for (const f of piece.draft.collect(readBounds))
      said.set(f.sentence.passage, [...(said.get(f.sentence.passage) ?? []), f]);
    return [...byUnit]
      .flatMap(([unit, groups]) => groups.flatMap((group) => assemble(piece, unit, group, groups, said) ?? []))
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

const PRICE_FIRST = fr`(?:prix|montants?|forfaits?|rémunérations?|honoraires)`;
const PRICES =
  /^[^a-z]*(?:(?:le|les|ce|ces|ledit|lesdits) )?(?:prix|montants?|forfaits?|remunerations?|honoraires)(?![a-z])/;
const THEY = /^[^a-z]*(?:ils?|elles?)(?![a-z])/;
const GRANTS = /ced|transf|acqui|devien/;
/** « garantit l'acheteur contre…, sur les droits qu'il cède »: the guarantee is the act, the grant is elsewhere. */
const WARRANTS = fr`garanti(?:t|ssent|ra|ront)?|(?:certifie|atteste|déclare)(?:nt)? (?:être|détenir|disposer|avoir|que)`;
const RELATIVE =
  /(?:(?<![a-z])qu(?:e |')(?:il|elle|ils|elles|le titulaire|le prestataire|lui|sont)?|dont (?:il|elle)|lesquels) ?(?:lui |leur )?$/;

/** True where a sentence on a price or a guarantee mentions the grant, and makes none. */
function isSaidOf(act: Act, sentence: Sentence): boolean {
  const { folded } = sentence;
  const before = folded.slice(0, act.from);
  if (has(before, WARRANTS) && RELATIVE.test(before)) return true;
  const words = folded.slice(act.from, act.to);
  const ofPrice = PRICES.test(folded) || (THEY.test(folded) && isAboutPrice(sentence));
  return ofPrice && !GRANTS.test(words.replace('concession', '').replace('cession', ''));
}
/** The sentence, or the paragraph of the list, right before it is on prices; or its title is. */
const isAboutPrice = ({ previous, section, passage }: Sentence): boolean =>
  [previous, section.heading, passage.lead, passage.before].some((x) => x?.has(PRICE_FIRST));

/** « Cession à la région : reproduction, adaptation », « Ce qui est permis à l'office : imprimer, corriger »: a label and what it gives. */
const LABELLED = /^(?:- )?(?<label>[^:]{4,90}?) ?: (?<value>.{6,})$/;
const GIVEN =
  /^(?:(?:nature de la |objet de la )?(?:cession|transfert)(?! (?:de|du|des) (?:creance|marche|contrat|risque|donnee|fonds|materiel|activite))|(?:droits?|prerogatives?|facultes?|usages?) (?:de l'auteur )?(?:cede|transfere|transmis|abandonne)e?s?)(?![a-z])/;
const PERMITTED =
  /^(?:(?:droits?|facultes?|usages?|licences?) (?:d'usage )?(?:concede|accorde|permis|autorise)e?s?|concession|(?:ce qui est|ce qu'on) (?:permis|permet|autorise|concede|accorde))(?![a-z])/;
const NOT_GIVEN = fr`aucune?|néant|non|sans objet|interdite?s?`;
const labelledGrant = (folded: string): ActKind | undefined => {
  const { label = '', value = '' } = LABELLED.exec(folded)?.groups ?? {};
  const kind = GIVEN.test(label) ? 'cession' : PERMITTED.test(label) ? 'concession' : undefined;
  return kind && has(value, USES_OR_RIGHTS) && !has(value.slice(0, 24), NOT_GIVEN) ? kind : undefined;
};
/** « Droits transférés | Reproduction, adaptation »: a row that grants, be it the first. */
const grantsInTable = ({ header, rows }: Table): { readonly sentence: Sentence; readonly kind: ActKind }[] =>
  [header, ...rows].flatMap(({ cells: [label, value, ...others] }) => {
    const [sentence] = value?.sentences ?? [];
    if (!label || !value || !sentence || others.length > 0 || !value.has(USES_NAMED)) return [];
    const kind = labelledGrant(`${label.folded.trim()} : ${value.folded.trim()}`);
    return kind ? [{ sentence, kind }] : [];
  });
const USES_NAMED = fr`reprodu[a-z]+|représent[a-z]+|adapt[a-z]+|copi[a-z]+|modifi[a-z]+|tradui[a-z]+|traduction|imprim[a-z]+|diffus[a-z]+`;
const USES_OR_RIGHTS = fr`reprodu[a-z]+|représent[a-z]+|adapt[a-z]+|copi[a-z]+|modifi[a-z]+|tradui[a-z]+|traduction|imprim[a-z]+|exécut[a-z]+|diffus[a-z]+|publi[a-z]+|corrig[a-z]+|correction|droits?|intégral[a-zé]*|totalité`;
const labelled = (sentence: Sentence, kind: ActKind): Found<Act>[] => {
  const act = actHeard(sentence, kind, undefined);
  return act ? [{ value: act, sentence }] : [];
};

const isHeading = (p: Passage) => p.kind === 'heading' || (p.heading !== undefined && !p.heading.runIn);

const LATTER = /^(?:celle-ci|celui-ci|ceux-ci|celles-ci|cette derniere|ce dernier)(?![a-z])/;
const HE = /^(?:elle|il)(?![a-z])/;

/** « Celle-ci lui accorde… »: the one who grants is the buyer, the last party of the sentence before; « il », the first. */
function isFromBuyer(act: Act, sentence: Sentence): boolean {
  if (!act.strong || act.receives || sentence.has(buyer) || sentence.has(contractor)) return false;
  const latter = LATTER.test(sentence.folded);
  if (!(latter || HE.test(sentence.folded)) || !sentence.has(fr`lui|leur`)) return false;
  const before = sentence.previous;
  const buyers = before?.findAll(buyer).map((m) => m.from) ?? [];
  const contractors = before?.findAll(contractor).map((m) => m.from) ?? [];
  return latter
    ? Math.max(-1, ...buyers) > Math.max(-1, ...contractors)
    : Math.min(...buyers) < Math.min(...contractors);
}

/** Prior knowledge, by the sentence, or by what it stands under or follows. */
function isPrior(act: Act, sentence: Sentence): boolean {
  if (act.prior) return true;
  if (act.generic && !sentence.has(PRONOUN)) return false;
  if (sentence.section.heading?.has(PRIOR)) return true;
  return sentence.has(PRONOUN) && (sentence.previous?.has(PRIOR) ?? false);
}

const isFuture = (act: Act): boolean => act.future === 'oeuvres';

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
function join(groups: Group[], f: Found<Act>): void {
  const { value: act } = f;
  const group = groups.findLast((g) => belongsTo(g, f));
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
): RightsClause | undefined {
  const strong = group.acts.filter((a) => a.value.strong);
  const main = strong[0] ?? group.acts[0];
  if (!main) return undefined;
  const grant = new Grant(piece, unit, group, groups);
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
    futureOnly: strong.length > 0 && strong.every((a) => a.value.future === 'oeuvres'),
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

/** Where the dossier says that the price of the contract covers the rights; undefined when it does not. */
export function priceElsewhere(piece: Piece): Sentence | undefined {
  for (const p of piece.consultation.pieces) {
    const found =
      p.draft.collect(readPrice)[0]?.sentence ??
      answering(p, 'pi/prix-des-droits', (s) => s.has(ON_RIGHTS) && s.has(CUES.prix) && !isGrant(p, s));
    if (found) return found;
  }
  return undefined;
}

/** A grant tells its own price. */
const isGrant = (piece: Piece, sentence: Sentence): boolean =>
  piece.ask(droits).some(({ acts: all }) => all.some((a) => a.sentence === sentence));

const COVERS = fr`(?:prix|montants?|forfaits?|sommes?|rémunérations?|honoraires|ils|elles?)(?: [a-z,'-]+){0,6} (?:comprend|comprennent|comprenant|inclut|incluent|intègrent?|couvrent?|acquitte(?:nt)?|rétribue(?:nt)?|solde(?:nt)?|pa[iy]e(?:nt)?|rémunèrent?|tiennent compte|tient compte|réputés? comprendre|réputés? inclure)(?: [a-z0-9,'-]+){0,25} (?:cession|(?:cette|la|ladite) transmission|(?:ces|les) (?:facultés|prérogatives)|droits (?:cédés|de propriété intellectuelle|d'auteur|d'exploitation)|propriété intellectuelle)|(?:cession|droits (?:cédés|de propriété intellectuelle|d'auteur|d'exploitation))(?: [a-z0-9,'-]+){0,12} (?:compris|comprise|incluse?|inclus|comprises)(?: [a-z]+){0,2} (?:dans|au)(?: [a-z]+){0,3} (?:prix|forfait|montant)|(?:prix|rémunération) (?:de la cession|des droits (?:cédés|d'auteur))`;
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
 * own words and those of its article that no clause of another section owns.
 */
export function limitsOf(piece: Piece, section: Section): ReadonlySet<Element> {
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
    if ((sentence.section === section && section.level > 1) || value.about)
      for (const e of value.elements.keys()) found.add(e);
  }
  return found;
}
