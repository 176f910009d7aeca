import type { Found, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { saying } from '../commun/index.ts';
import { type Act, exclusivity, wordsOf } from './actes.ts';
import type { ActKind } from './actes-verbes.ts';
import {
  type Bounds,
  bounds,
  ELEMENTS,
  type Element,
  isLeftOpen,
  limitsInRow,
  NOT_FREE,
  OTHER_TERM,
  type Right,
  tellsLimits,
} from './elements.ts';
import { isOnPrior } from './parties-objets.ts';
import { IP_TITLE, regimes } from './regime.ts';
import { type Unit, unitsOf } from './unites.ts';

/** The acts of one grant. */
export interface Group {
  readonly kind: ActKind;
  readonly prior: boolean;
  readonly standard: boolean;
  readonly works: Set<string>;
  readonly acts: Found<Act>[];
}

/** A paragraph on rights: all its sentences are. */
export const ON_RIGHTS = fr`cessions?|cédée?s?|concessions?|concédée?s?|licences?|droits? (?:patrimoniaux|d'auteurs?|d'exploitation|de reproduction)`;

/** What the contractor keeps says nothing of what the buyer receives. */
const CONTRACTOR_MAY = fr`(?:titulaire|prestataire|équipe|lauréat|il) (?:peut|publie|pourra|est libre|reste libre|conserve|garde|est autorisé)`;

/** What a cell stands with: its row or, where the head of a table grants, all that the table says of it. */
function withRow(p: Passage): readonly Passage[] {
  const { cell, table } = p;
  if (!cell || !table) return [p];
  if (cell.row > 0) return table.rowOf(p)?.cells ?? [p];
  return cell.column === 0 ? [p, ...table.rows.flatMap(({ cells }) => (isRefused(cells) ? [] : cells))] : [p];
}
/** « Traduction | non » */
const isRefused = ([, value]: readonly Passage[]): boolean => value !== undefined && NO.test(value.folded);
const NO = /^ ?(?:non|aucune?|neant|exclue?s?|sans objet|pas)(?![a-z])/;

/** The passages that a set of passages introduces, at any depth, and the rows that its cells stand in. */
function withItems(piece: Piece, owned: ReadonlySet<Passage>): Set<Passage> {
  const all = new Set([...owned].flatMap(withRow));
  for (const p of piece.draft.passages) {
    for (let lead = p.lead; lead; lead = lead.lead)
      if (owned.has(lead)) {
        all.add(p);
        break;
      }
  }
  return all;
}

/** « Les résultats autres que la charte suivent le régime du CCAG »: of all but what is granted elsewhere. */
export const isOnOthers = (sentence: Sentence, { acts }: Group): boolean =>
  sentence.has(OTHER_THAN) && !acts.some((a) => a.sentence === sentence);
const OTHER_THAN = fr`(?:résultats|livrables|créations|oeuvres|documents) autres que`;

/** The folded words of a sentence that are of that grant. */
function wordsIn({ acts: own }: Group, sentence: Sentence): string {
  const act = own.find((a) => a.sentence === sentence && a.value.foreign.length > 0);
  return act ? wordsOf(sentence.folded, act.value) : sentence.folded;
}

/** « La cession est exclusive », said after the grant. */
const NAMES: Readonly<Record<ActKind, RegExp>> = { cession: fr`cession`, concession: fr`concession|licence` };

/** A grant with the passages that are its own, those of others, and where it stands. */
export class Grant {
  readonly units: ReadonlyMap<Passage, Unit>;
  /** Its passages, and what they introduce. */
  readonly own: ReadonlySet<Passage>;
  private readonly foreign: ReadonlySet<Passage>;
  private readonly sections: ReadonlySet<Section>;
  private readonly foreignSections: ReadonlySet<Section>;
  private readonly referred: readonly Section[];
  /** What stands after it and goes on about it, were it in articles of their own. */
  private readonly next: ReadonlySet<Passage>;
  /** It stands under a title on intellectual property. */
  private readonly isIp: boolean;

  constructor(
    readonly piece: Piece,
    readonly unit: Unit,
    readonly group: Group,
    groups: readonly Group[],
    granting: ReadonlySet<Passage>,
  ) {
    const { article } = unit;
    const others = groups.filter((g) => g !== group);
    this.units = unitsOf(piece);
    this.own = withItems(piece, new Set(group.acts.map((a) => a.sentence.passage)));
    const elsewhere = [
      ...others.flatMap((g) => g.acts.map((a) => a.sentence)),
      ...piece.ask(regimes).flatMap(({ sentence }) => (isOnOthers(sentence, group) ? sentence : [])),
    ];
    this.foreign = withItems(piece, new Set(elsewhere.map((s) => s.passage)));
    this.sections = new Set(group.acts.map((a) => a.sentence.section));
    this.foreignSections = new Set(elsewhere.map((s) => s.section));
    this.referred = referredSections(piece, group, article);
    this.next = goingOn(group, granting);
    this.isIp = [...article.chain, ...this.sections].some((s) => s.heading?.has(IP_TITLE));
  }

  /** How a passage is of the grant; undefined where it is not. */
  placeOf(passage: Passage): 'own' | 'near' | 'next' | 'referred' | undefined {
    if (this.own.has(passage)) return 'own';
    if (this.next.has(passage)) return 'next';
    const isNear =
      this.units.get(passage) === this.unit &&
      !this.foreign.has(passage) &&
      (this.sections.has(passage.section) || !this.foreignSections.has(passage.section));
    if (isNear) return 'near';
    return this.referred.some((s) => passage.section.chain.includes(s)) ? 'referred' : undefined;
  }

  /** Beside the grant, under its title on intellectual property. */
  isBeside(passage: Passage): boolean {
    return this.isIp && this.sections.has(passage.section);
  }

  /** True for a sentence that makes no other grant. */
  isWhole(sentence: Sentence): boolean {
    return wordsIn(this.group, sentence) === sentence.folded;
  }

  /** Whether a statement of the unit is on the grant: in its own paragraph, or on rights wherever it stands. */
  private isOn(sentence: Sentence): boolean {
    const { passage } = sentence;
    const place = this.placeOf(passage);
    if (!place || isLabel(passage)) return false;
    if (place !== 'near') return true;
    if (sentence.has(CONTRACTOR_MAY)) return false;
    return passage.has(ON_RIGHTS) || sentence.has(THESE) || this.isBeside(passage);
  }

  /** The first statement on the grant that is heard to say something: surely, or with a word that tells it. */
  heard(concept: string, cue?: RegExp, unless?: RegExp): Sentence | undefined {
    return saying(this.piece, concept).find(
      ({ sentence, surety }) =>
        this.isOn(sentence) &&
        this.isWhole(sentence) &&
        (cue ? sentence.has(cue) && !(unless && sentence.has(unless)) : surety === 'sure'),
    )?.sentence;
  }
}

/** What the sentences of a grant say of its extent. */
interface Extent {
  readonly rights: Set<Right>;
  readonly bounds: Map<Element, Span>;
  /** The bounds are those of another clause. */
  same: boolean;
}

export function extentOf(grant: Grant, said: ReadonlyMap<Passage, readonly Found<Bounds>[]>): Extent {
  const extent: Extent = { rights: new Set(), bounds: new Map(), same: false };
  for (const [passage, list] of said) {
    const place = grant.placeOf(passage);
    if (place && !isOfContract(passage) && !isLeftOpen(passage))
      for (const one of list) addTo(extent, grant, passage, place, one);
  }
  return extent;
}

/** What the contractor keeps, or brings, says nothing of a grant of the results. */
const isOfOthers = ({ prior }: Group, sentence: Sentence): boolean =>
  sentence.has(CONTRACTOR_MAY) || (!prior && isOnPrior(sentence.folded));

/** Where a sentence makes several grants, each has the limits that its own words give. */
function ownBounds(group: Group, passage: Passage, { value, sentence }: Found<Bounds>): Bounds | undefined {
  const words = wordsIn(group, sentence);
  return words === sentence.folded ? value : bounds({ folded: words }, passage.kind);
}

/** « Durée du marché | dix mois »: that of the contract. */
const isOfContract = ({ rowLabel }: Passage): boolean => rowLabel?.has(CONTRACT_TERM) ?? false;
const CONTRACT_TERM = fr`(?:durée|délai|terme) (?:du|de ce|du présent|de l'|d') ?(?:marché|contrat|accord-cadre|exécution|mission)`;

/** A sentence that takes rights up, or in a paragraph or a list on them. */
const isOnRights = (s: Sentence): boolean =>
  s.has(THESE) || s.passage.has(ON_RIGHTS) || (s.passage.lead?.has(ON_RIGHTS) ?? false);

/** `place`: how the passage is of the grant. */
function addTo(
  extent: Extent,
  grant: Grant,
  passage: Passage,
  place: 'own' | 'near' | 'next' | 'referred',
  said: Found<Bounds>,
): void {
  const { group } = grant;
  const { sentence } = said;
  const isOwn = place !== 'near';
  const isAway = place === 'near' || place === 'next';
  if (isAway && isOfOthers(group, sentence)) return;
  const value = ownBounds(group, passage, said);
  if (!value) return;
  if (isOwn && limitsInRow(sentence)) addRow(extent, sentence);
  const about = isOwn || value.about || isOnRights(sentence);
  if (!about && !grant.isBeside(passage)) return;
  for (const [element, m] of value.elements) addOnce(extent, element, sentence.at(m));
  if (about) for (const r of value.rights) extent.rights.add(r);
  extent.same ||= value.same && (group.prior || isAct(group, sentence));
}

/** What is brought is given « dans les mêmes limites que les résultats »: these have limits of their own. */
const isAct = ({ acts }: Group, sentence: Sentence): boolean =>
  !sentence.has(LIKE_RESULTS) && acts.some((a) => a.sentence === sentence);
const addRow = (extent: Extent, { span }: Sentence): void => {
  for (const element of IN_ROW) addOnce(extent, element, span);
};

const IN_ROW = ['etendue', 'destination'] as const;
const addOnce = ({ bounds: found }: Extent, element: Element, at: Span) => {
  if (!found.has(element)) found.set(element, at);
};
const LIKE_RESULTS = fr`que (?:pour )?(?:les|ceux des|celles des) (?:résultats|livrables)`;

/** Adds the limits that are heard, priced in a cell or told by the name of a place. */
export function addHeard({ bounds: found }: Extent, grant: Grant): void {
  for (const element of ELEMENTS) {
    const sentence = found.has(element)
      ? undefined
      : SAYS[element].map((id) => grant.heard(id, CUES[element], UNLESS[element])).find(Boolean);
    if (sentence) found.set(element, sentence.span);
  }
  const own = [...grant.own];
  const amount = found.has('prix') ? undefined : own.find((p) => (p.cell ? isAmount(p) : ENDS_IN_SUM.test(p.folded)));
  if (amount) found.set('prix', amount.span);
  if (found.has('lieu')) return;
  const placed = own.flatMap((p) => p.sentences).filter((s) => grant.isWhole(s) && IN_A_PLACE.test(s.text));
  const last = placed.at(-1);
  if (last) found.set('lieu', last.span);
}

/** Whether a grant excludes others, by its acts or by what is said after them; undefined where nothing tells. */
export const exclusiveness = ({ group, own }: Grant): boolean | undefined =>
  group.acts.map((a) => a.value.exclusive).find((e) => e !== undefined) ??
  [...own]
    .flatMap((p) => p.sentences)
    .map((s) => wordsIn(group, s))
    .map((words) => (has(words, NAMES[group.kind]) ? exclusivity({ has: (p) => has(words, p) }) : undefined))
    .find((e) => e !== undefined);

/** The label of a row names what its other cells say. */
const isLabel = ({ cell, table }: Passage): boolean =>
  cell?.column === 0 && (table?.rows.some(({ cells }) => cells.length > 1) ?? false);

/** A cell for the price of what its row names, filled in or not. */
const isAmount = (p: Passage): boolean =>
  p.has(EUROS) || (p.cell?.column !== 0 && p.table?.headerOf(p)?.has(AMOUNTS) === true);

/** « Achat des droits que cède l'auteur (papier, France) : 1 500 € HT »: a line of prices. */
const ENDS_IN_SUM =
  /[^:]: ?[^:;,]{1,60}(?:€|euros?)(?: (?:h\.?t|hors tax[a-z]+|t\.?t\.?c|net)[a-z.]{0,12})?[^a-z0-9]{0,12}$/;

const EUROS = /€|(?<![a-z])euros?(?![a-z])/g;

const AMOUNTS = fr`prix|montants?|tarifs?|sommes?`;

/** « en Bretagne », « dans l'Orne », « , à Sanary, »: a name that nothing but a place takes. */
const IN_A_PLACE =
  /(?<![\p{L}’'])(?:en |dans (?:tou(?:t|te) )?(?:les? |la |l['’]))(?!(?:Word|Excel|Lambert|Creative|Annexe|Article|Ao[uû]t|Python|Java)(?!\p{L}))\p{Lu}[\p{Ll}’'-]{2,}|[,;] à \p{Lu}[\p{Ll}’'-]{2,}[^,;.]{0,20}[,;.]/u;

/** « Cela vaut pour… », « Elle n'en use que… »: on what was said before. */
const THESE =
  /^\P{L}*(?:(?:non|oui) \P{L}*){0,2}(?:cela|ceci|elles?|ils?|le tout|celle-ci|celui-ci|ceux-ci|celles-ci|ces (?:droits|facultes|prerogatives)|cet? (?:abandon|accord|transfert))(?![a-z])/gu;

/** Words without which a limit is hardly stated, whatever is heard. */
export const CUES: Readonly<Record<Element, RegExp>> = {
  etendue: fr`supports?|exemplaires?|tirages?|papier|en ligne|écrans?|serveurs?|formats?|illimité[a-z]*|nombre|quantités?|postes?|versions?|langues?|internet|site|numérique[a-z]*|imprim[a-z]+|presse|télévis[a-z]+|réseaux`,
  modes: fr`supports?|exemplaires?|tirages?|papier|en ligne|écrans?|serveurs?|formats?|internet|site|numérique[a-z]*|imprim[a-z]+|presse|télévis[a-z]+|radio[a-z]*|réseaux|projet[a-z]+|affich[a-z]+|expos[a-z]+|copi[a-z]+|publi(?:er|e|és?|ée?s?|ent|era|eront|cations?)|diffus[a-z]+|streaming|extraits?|mis[a-z]*`,
  destination: fr`afin|en vue|fins?|besoins?|usages?|ser(?:t|vent|vir|vira)|buts?|destin[a-z]+|us(?:e|er|ent)|équip[a-z]+|finalités?|missions?|objet`,
  lieu: fr`monde|pays|territoir[a-z]+|partout|nulle part|ailleurs|frontières?|continents?|europ[a-z]+|(?<!(?:caisses?|agences?|établissements?|publics?|offices?|centres?|instituts?|bibliothèques?|unions?|fédérations?|conseils?|écoles?|musées?|archives) )nationa[a-z]+|planète|terre|étranger|bassins?|périmètres?|bornes|ici|lieux?`,
  duree: fr`ans|années?|mois|siècles?|durées?|temps|durant|pendant|jusqu'[a-z]+|toujours|perpétu[a-z]+|tant qu[a-z']*|longtemps|définiti(?:f|ve|vement)s?|20\d\d|échéance|terme|extinction|vie`,
  prix: fr`prix|forfaits?|forfaitaires?|honoraires?|sommes?|€|euros?|%|pa(?:ye|ie)[a-z]*|rémun[a-z]+|rétribu[a-z]+|gratui[a-z]*|gracieu[a-z]+|montants?|redevances?|contreparties?|commande|marché|factur[a-z]+|supplément[a-z]*|coûts?|frais|recettes|ventes|primes?|indemni[a-z]+|rien`,
};

/** What is another matter's, or another way round. */
const UNLESS: Readonly<Partial<Record<Element, RegExp>>> = {
  etendue: /^[^a-z]*(?:reproduction|representation|adaptation|traduction|distribution)s? ?:/,
  duree: OTHER_TERM,
  prix: NOT_FREE,
};

/** What tells each limit, by its sense. */
const SAYS: Readonly<Record<Element, readonly string[]>> = {
  etendue: ['pi/etendue', 'pi/modes-enumeres'],
  destination: ['pi/destination'],
  lieu: ['pi/territoire'],
  duree: ['pi/duree-des-droits'],
  prix: ['pi/prix-des-droits'],
  modes: ['pi/modes-enumeres'],
};

/** « La cession est bornée… », « 900 € sont versés pour cela » */
const ON_GRANT = fr`(?:la|cette|ladite|la présente) cession|(?:ce|le) transfert|cet abandon|ces droits|les droits (?:cédés|transmis)|pour (?:cela|ceci)|à ce titre`;
const AFTER = 4;

/** What follows a grant up to the next title or grant and is still on it: by its words, by its number, by limits of rights told together. */
function goingOn({ acts }: Group, granting: ReadonlySet<Passage>): Set<Passage> {
  const next = new Set<Passage>();
  for (const { sentence, value } of acts)
    if (value.strong)
      for (const p of following(sentence.passage, granting))
        if (p.sentences.some((s) => isOnGrant(s, sentence.passage))) next.add(p);
  return next;
}
/** The few passages after one, up to the next title or grant. */
function* following({ after }: Passage, granting: ReadonlySet<Passage>): Generator<Passage> {
  let p = after;
  for (let i = 0; i < AFTER && p && !p.isTitle && !granting.has(p); i++, p = p.after) yield p;
}
function isOnGrant(s: Sentence, { folded, list }: Passage): boolean {
  const key = NUMBER.exec(folded)?.[1] ?? list?.number?.toString();
  return s.has(ON_GRANT) || s.has(THESE) || tellsLimits(s) || s.findAll(ARTICLE).some((m) => m.groups.key === key);
}
const NUMBER = /^(?:article )?(\d{1,2}(?:\.\d{1,2})*)(?:[.)]| ?[-:])/;

const ARTICLE = fr`(?:article|§|paragraphe) (?<key>[0-9]{1,2}(?:\.[0-9]{1,2})*)(?! ?(?:du|de la|des) (?:c|dit))`;

/** Sections of the same piece that the grant refers to: « dans les limites fixées à l'article 14 ». */
function referredSections(piece: Piece, group: Group, article: Section): Section[] {
  const keys = new Set(group.acts.flatMap((a) => a.sentence.findAll(ARTICLE).map((m) => m.groups.key)));
  if (keys.size === 0) return [];
  return piece.draft.sections.filter((s) => s !== article && s.number && keys.has(s.number.key));
}
