import type { Found, Passage, Row, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { wordsOf } from '../../kit/words.ts';
import { type Act, actHeard, acts } from './actes.ts';
import type { ActKind } from './actes-verbes.ts';
import { namesRights } from './elements.ts';
import { objectAround } from './entendus.ts';
import { buyer, CONTRACTOR, contractor, PRIOR, production } from './parties-objets.ts';
import { recapitulates } from './recapitulatif.ts';
import { IP_TITLE } from './regime.ts';

const readActs = (phrase: Phrase) => acts(phrase);

const PRONOUN = fr`celles?|ceux|celles-ci|ceux-ci|ces dern(?:iers|ières)|les secondes?|les premières?|(?:en|les) (?:reçoit|reçoivent|bénéficie|concède|cède)|y`;
const RECALL = fr`il est rappelé|selon l'article|aux termes de l'article|au sens de l'article|article l\.? ?[0-9]+|code de la propriété|(?:en cas|à l'occasion) de (?:la |toute )?cession`;

/** The acts that the words of a piece do; `refused`: sentences of such words that grant the buyer nothing. */
export function actsIn(piece: Piece): { readonly found: Found<Act>[]; readonly refused: ReadonlySet<Sentence> } {
  const { draft } = piece;
  const isRecalled = recapitulates(piece);
  const found: Found<Act>[] = [];
  const refused = new Set<Sentence>();
  for (const { value, sentence } of draft.collect(readActs)) {
    if (sentence.passage.isTitle) continue;
    for (const act of value)
      if (givesRights(act, sentence) && !isRecalled(sentence))
        found.push({ value: { ...act, prior: isPrior(act, sentence) }, sentence });
      else refused.add(sentence);
  }
  const labels = draft.sentencesWith(labelledGrant).flatMap((sentence) => {
    const granted = sentence.read(labelledGrant);
    return granted ? [{ sentence, ...granted }] : [];
  });
  const told = [...labels, ...draft.tables.flatMap(grantsInTable)].flatMap(({ sentence, ...granted }) =>
    labelled(sentence, granted),
  );
  for (const f of [...told, ...grantsOverLists(piece)])
    if (!isRecalled(f.sentence) && !found.some(({ value, sentence }) => value.strong && sentence === f.sentence))
      found.push(f);
  found.sort((a, b) => a.sentence.span.start - b.sentence.span.start);
  return { found: soleUses(found), refused };
}

/** « Le titulaire cède à la ville : », over a list of rights: what the sentence gives is what stands under it. */
const GIVES_LIST = /(?<![a-z])(?:con)?ced(?:e|ent|era|eront) [^:;]*: ?$/;
const opensList = (folded: string): boolean => GIVES_LIST.test(folded);
const RIGHT_FIRST = /^[^a-z]*(?:[a-z]\) ?)?(?:(?:le|les|un|son|ses) )?droits? (?:de|d')/;
const grantsOverLists = ({ draft }: Piece): Found<Act>[] =>
  draft.sentencesWith(opensList).flatMap((sentence) => {
    const first = sentence.passage.items[0]?.folded ?? '';
    if (!RIGHT_FIRST.test(first)) return [];
    return acts(wordsOf(`${sentence.folded} ${first}`))
      .filter(({ strong, to }) => strong && to <= sentence.folded.length)
      .map((act) => ({ value: { ...act, prior: isPrior(act, sentence) }, sentence }));
  });

/** « La ville peut copier et projeter le film »: beside a grant, what it allows; alone, the grant. */
const soleUses = (found: readonly Found<Act>[]): Found<Act>[] =>
  found.some(({ value }) => value.strong)
    ? [...found]
    : found.map((f) => ({ ...f, value: { ...f.value, strong: f.value.kind === 'concession' && f.value.receives } }));

/** « Objet : réalisation d’un outil, avec cession des droits »: named among what is bought, with no right nor limit told. */
const isAnnounced = ({ from }: Act, sentence: Sentence): boolean =>
  WITH_IT.test(sentence.folded.slice(0, from)) && !namesRights(sentence);
const WITH_IT = /(?<![a-z])(?:avec|y compris|ainsi que|comprenant|incluant)(?: (?:la|une|les|l'))? ?$/;

/** « Cession des droits, par affiche | unité | …… »: a line of the schedule of prices, where the clause is not. */
function isPriced(sentence: Sentence): boolean {
  const { table, cell } = sentence.passage;
  const own = cell && table?.headerOf(sentence.passage);
  return (
    own !== undefined &&
    !own.has(OF_RIGHTS) &&
    [PRICE_FIRST, UNITS].every((column) => table?.header.cells.some((head) => head !== own && head.has(column))) &&
    !namesRights(sentence)
  );
}
const OF_RIGHTS = fr`droits?|cessions?|licences?|propriété|régime`;
const UNITS = fr`unités?|quantités?|qtés?`;

/** True for an act by which the buyer receives rights, and not only told of. */
function givesRights(act: Act, sentence: Sentence): boolean {
  if (
    isSaidOf(act, sentence) ||
    isAnnounced(act, sentence) ||
    isPriced(sentence) ||
    (!act.strong && sentence.has(RECALL))
  )
    return false;
  const isTitled = () => sentence.section.chain.some((s) => s.heading?.has(IP_TITLE));
  const isOnRights = !act.bare || act.prior || isTitled() || namesRights(sentence);
  return isOnRights && !isFromBuyer(act, sentence);
}

const PRICE_FIRST = fr`(?:prix|montants?|forfaits?|rémunérations?|honoraires)`;
const PRICES =
  /^[^a-z]*(?:(?:le|les|ce|ces|ledit|lesdits) )?(?:prix|montants?|forfaits?|remunerations?|honoraires)(?![a-z])/;
const THEY = /^[^a-z]*(?:ils?|elles?|ceux-ci|celui-ci|celles?-ci)(?![a-z])/;
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
/** « Vidéos : licence simple », « Droits sur le plan : cession exclusive »: what is made, and its regime. */
const LICENSED =
  /^(?:une |la |un |le )?(?:licences? (?:simple|non[- ]exclusive|partagee)|droits? d'(?:usage|utilisation) (?:simple|non[- ]exclusif|partage)|simple (?:licence|permission|autorisation|(?:droit|pret) d'(?:usage|utilisation|emploi))|concession(?: (?:simple|non[- ]exclusive))?(?= ?[.,;(]|$| (?:a |aux? |des? |du |sur ))|(?:seulement |simplement )?concede(?:e|s|es)?)(?![a-z])/;
const ASSIGNED =
  /^(?:(?:une |la )?cession(?: (?:exclusive|totale|complete|a titre exclusif|d(?:e|es) (?:tous )?(?:les )?droits)|(?= ?[.,;(]|$| (?:a |aux? )))|(?:[a-z]+ment )?(?:cede|transfere)(?:e|s|es)?)(?![a-z])/;
/** « Cédées : reproduction », « transférés au parc »: and not « transmis par courriel », which is how a thing is delivered. */
const HANDED = /^(?:[a-z]+ment )?transfere/;
/** « Droits : cédés au parc », « Propriété intellectuelle : cession totale » */
const RIGHTS_ALONE =
  /^(?:tous? (?:les )?|les |ses )?(?:droits?(?: d'auteurs?| patrimoniaux| d'exploitation| (?:sur|de) [a-z' -]{3,50})?|propriete (?:intellectuelle|litteraire|artistique)|(?:nature|regime|type)(?: (?:des droits|juridique|de (?:la )?(?:cession|concession)))?)$/;
/** « Fonds de carte apporté par le cabinet » */
const BROUGHT = new RegExp(`(?:apporte|detenu|possede)e?s? (?:[a-z]+ ){0,2}?par (?:le |la |l'|les )?${CONTRACTOR}`);
/** What one may do with what stays its owner's: « prêt d'usage pendant la mission ». */
const LENT =
  /^(?:une |un |le |la )?(?:simple |seul(?:e|s|es)? )?(?:licences?|concession|(?:droits?|prets?|permissions?|autorisations?) d'(?:usage|utilisation|emploi)|usage|pret)(?![a-z])/;
const isPriorLabel = (label: string): boolean => has(label, PRIOR) || BROUGHT.test(label);
/** « Licence sur les résultats : donnée à la ville » */
const OF_LICENCE = /^licences? (?:[a-z' ]{0,20} )?(?:sur|des?|du) (?:les? |la |l')?[a-z]+/;
const GRANTED = /^(?:donne|accorde|concede|consenti|octroye|delivre)e?s? (?:a|au|aux) /;

const MADE = fr`résultats?|livrables?|créations?|productions?`;

interface Labelled {
  readonly kind: ActKind;
  readonly prior: boolean;
}
function regimeOf(label: string, value: string): Labelled | undefined {
  if (OF_LICENCE.test(label) && GRANTED.test(value)) return { kind: 'concession', prior: false };
  const prior = isPriorLabel(label);
  if (LICENSED.test(value) || ((prior || has(label, MADE)) && LENT.test(value)))
    return prior || has(label, production) || RIGHTS_ALONE.test(label) ? { kind: 'concession', prior } : undefined;
  if (!ASSIGNED.test(value)) return undefined;
  const isOnRights = RIGHTS_ALONE.test(label) || has(value, USES_NAMED) || !HANDED.test(value);
  return isOnRights && (prior || has(label, production) || RIGHTS_ALONE.test(label))
    ? { kind: 'cession', prior }
    : undefined;
}
function labelledGrant(folded: string): Labelled | undefined {
  const { label = '', value = '' } = LABELLED.exec(folded)?.groups ?? {};
  const regime = regimeOf(label, value);
  if (regime) return regime;
  const kind = GIVEN.test(label) ? 'cession' : PERMITTED.test(label) ? 'concession' : undefined;
  return kind && has(value, USES_OR_RIGHTS) && !has(value.slice(0, 24), NOT_GIVEN) ? { kind, prior: false } : undefined;
}
type GrantInTable = Labelled & { readonly sentence: Sentence };

/** « Droits transférés | Reproduction, adaptation »: a row that grants, be it the first. */
const grantsInTable = (table: Table): GrantInTable[] => [
  ...titleGrant(table),
  ...table.rows.flatMap((row) => grantsCompared(table, row)),
  ...[table.header, ...table.rows].flatMap(({ cells: [label, value, ...others] }): GrantInTable[] => {
    const [sentence] = value?.sentences ?? [];
    if (!label || !value || !sentence || others.length > 0) return [];
    const granted = rowGrant(label.folded.trim(), value.folded.trim());
    return granted ? [{ sentence, ...granted }] : [];
  }),
];
/** « | Régime | cession | licence | » under « | | Résultats | Connaissances antérieures | », or what each row names beside more than one cell. */
const grantsCompared = (table: Table, { cells: [label, ...values] }: Row): GrantInTable[] =>
  values.flatMap((value): GrantInTable[] => {
    const [sentence] = value.sentences;
    const objects = [table.headerOf(value), values.length > 1 ? label : undefined];
    const granted = objects.flatMap((o) => (o && isObject(o) && regimeOf(o.folded.trim(), value.folded.trim())) || []);
    return sentence && granted[0] ? [{ sentence, ...granted[0] }] : [];
  });
const isObject = (p: Passage): boolean => p.has(production) || isPriorLabel(p.folded);
/** « | Licence accordée au parc | | » over rows of terms: the head of a table that has one says whose rights they are. */
function titleGrant({ header: { cells } }: Table): GrantInTable[] {
  const [first, ...others] = cells;
  const [sentence] = first?.sentences ?? [];
  if (!first || !sentence || others.some((c) => c.folded.trim() !== '')) return [];
  const words = first.folded.trim();
  const kind = RIGHTS_GIVEN.test(words) ? 'cession' : LICENCE_GIVEN.test(words) ? 'concession' : undefined;
  return kind ? [{ sentence, kind, prior: isPriorLabel(words) }] : [];
}
const RIGHTS_GIVEN =
  /^(?:les )?(?:droits|prerogatives)(?: [a-z']+){0,3} (?:cede|transfere|abandonne|acquis)e?s? (?:a|au|aux|par) |^cession (?:des |de |de ses )?(?:droits|prerogatives)(?: [a-z']+){0,6} (?:a|au|aux) /;
const LICENCE_GIVEN =
  /^(?:la |les |une )?(?:licences?|permissions?|autorisations?|droits?)(?: [a-z']+){0,5} (?:accorde|donne|concede|consenti|octroye)e?s? (?:a|au|aux) /;
const rowGrant = (label: string, value: string): Labelled | undefined =>
  regimeOf(label, value) ?? (has(value, USES_NAMED) ? labelledGrant(`${label} : ${value}`) : undefined);
const USES_NAMED = fr`reprodu[a-z]+|représent[a-z]+|adapt[a-z]+|copi[a-z]+|modifi[a-z]+|tradui[a-z]+|traduction|imprim[a-z]+|diffus[a-z]+`;
const USES_OR_RIGHTS = fr`reprodu[a-z]+|représent[a-z]+|adapt[a-z]+|copi[a-z]+|modifi[a-z]+|tradui[a-z]+|traduction|imprim[a-z]+|exécut[a-z]+|diffus[a-z]+|publi[a-z]+|corrig[a-z]+|correction|exploit[a-z]+|utilis[a-z]+|usages?|droits?|intégral[a-zé]*|totalité`;
function labelled(sentence: Sentence, { kind, prior }: Labelled): Found<Act>[] {
  const act = actHeard(sentence, kind, undefined);
  if (!act) return [];
  const value = { ...act, ...objectAround(sentence, act), prior: prior || act.prior };
  return [{ value, sentence }];
}

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

/** « Pour les connaissances sans lesquelles les résultats ne fonctionnent pas, … »: said first of what the rest is. */
const OF_KNOWLEDGE =
  /^[^a-z]*(?:pour|quant aux?|s'agissant d(?:e|es)|concernant|sur) (?:[a-z]+ )?(?:connaissances|elements|outils|composants|briques)(?![a-z])/;
/** « Le droit de les employer avec les résultats »: of what was named before, since no production is yet. */
function takesUp(sentence: Sentence): boolean {
  const taken = sentence.find(TAKEN_UP);
  return taken !== undefined && !has(sentence.folded.slice(0, taken.from), production);
}
const TAKEN_UP = /(?<![a-z])(?:de|pour|a) (?:les |la |le |l')[a-z-]+(?:er|ir|re)(?![a-z])/;

/** « Ils font l'objet d'une licence »: of things, and not of those who give it. */
const OF_THINGS =
  /^[^a-z]*(?:ils|elles) (?:ne )?(?:f(?:ont|eront) l'objet|sont|seront|restent|resteront|demeurent|donnent)(?![a-z])/;

/** Prior knowledge, by the sentence, or by what it stands under or follows: « 12.4. Connaissances antérieures. … » begins its paragraph. */
function isPrior(act: Act, sentence: Sentence): boolean {
  if (act.prior) return true;
  const { heading } = sentence.section;
  if (heading?.has(PRIOR) && OF_KNOWLEDGE.test(sentence.folded)) return true;
  const isTakenUp = sentence.has(PRONOUN) || OF_THINGS.test(sentence.folded) || takesUp(sentence);
  if (act.generic && !isTakenUp) return false;
  const { cell, rowLabel } = sentence.passage;
  if (cell && rowLabel && isPriorLabel(rowLabel.folded)) return true;
  if (heading?.has(PRIOR)) return true;
  const [first] = sentence.passage.sentences;
  return isTakenUp && [sentence.previous, first].some((s) => s?.has(PRIOR) === true);
}
