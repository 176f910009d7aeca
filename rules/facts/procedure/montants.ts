import type { Passage, Sentence } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { type Span, TOP } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { type LotList, lots } from '../allotissement/index.ts';
import {
  type HeardSum,
  isOfLots,
  lotCell,
  measured,
  onlyLot,
  type SumRole,
  sectionLot,
  sumsHeard,
  TRANCHES_LEFT_OUT,
  YEARLY,
} from '../commun/index.ts';
import { isOfWorks } from '../piece/index.ts';
import { areWholeAndParts, COMPARED, isSpentElsewhere, isSumLabel, isSumTitle, SPENDS } from './montants-dits.ts';
import { OF_ADAPTED } from './seuils.ts';

/** What a sum says of the contract: its estimated value, or the most that may be spent under it. */
export type MontantKind = 'estime' | 'maximum';

export interface Montant {
  readonly kind: MontantKind;
  /** € HT. Sums written TTC are brought back at 20 %, the highest rate: never more than the true value. */
  readonly ht: number;
  /** As written. */
  readonly value: number;
  readonly tax: 'ht' | 'ttc' | undefined;
  /** Number of the lot it speaks of; undefined for the whole contract. */
  readonly lot: string | undefined;
  /** True for a sum by year: the whole contract is worth at least that. */
  readonly annual: boolean;
  /** The sentence or value that says it. */
  readonly at: Span;
  /** `dce-yaml`: shared by the pieces; `at` is then the title. */
  readonly from: 'front-matter' | 'dce-yaml' | 'text';
}

export interface Montants {
  /** All that the piece states, in order; front matter first. */
  readonly all: readonly Montant[];
  /** The whole contract: the front matter's, else the greatest stated, else the sum of the lots (two at least). */
  readonly total: Montant | undefined;
}

/** « des prestations de gardiennage, d'une valeur de 300 000 € HT »: of the purchase, and of no thing lent or insured. */
const WORTH =
  "(?:marche|accord-cadre|contrat|consultation|operation|prestations?|travaux|fournitures?|services?|achat|location|acquisition|maintenance|restauration|construction|entretien|nettoyage|commande)(?!s? (?:lot|maximum|minimum))(?: [a-z0-9'-]+,?){0,14},? (?:d'une? |pour une? |representant une? )(?:valeur|montant)(?: [a-z]+){0,3} (?:de|d'environ|proche de)";
/** « le marché représente une dépense de… », « coût de l'accord-cadre : … », « location de nacelles, estimée … » */
const MAKES =
  "(?:marche|accord-cadre|contrat|achat|besoin) (?:vaut|represente|atteint|porte sur)(?: une (?:depense|valeur|somme) d[e'])?|(?:cout|depense|volume financier|valeur|montant)s? (?:total[es]* )?(?:du|de la|de l'|de cet?) ?(?:present )?(?:marche|besoin|accord-cadre|contrat|achat)(?:,? (?:est|atteint|represente|s'etablit a|arretee? a)| ?[:,])|(?<=[,(] ?)(?:estime|evalue|chiffre)e?s? ?$";
const ESTIME = fr`prix (?:global,? (?:et )?)?(?:forfaitaire|global|total)(?: du marche)? ?:|(?:est|sont|etait|a ete|ont ete) (?:[a-z-]+ ){0,2}(?:estime|evalue|chiffre)e?s?|(?:montants?|valeurs?|couts?|budgets?|enveloppes?|depenses?|besoins?|marche|volume|achat|prestations?|travaux) (?:[a-z'-]+ ){0,6}(?:estime|estimatif|estimative|previsionnel|previsionnelle|evalue|prevu|indicati[fv])e?s?|estimation (?:[a-z'-]+ ){0,7}(?:a|de|est)?|(?:valeur|estimation)(?: ht| hors taxes| totale| globale)? ?:|(?:total|cumul|ensemble)(?: general| global)? (?:estime|evalue|previsionnel)e?(?: a|,| :| de)?|enveloppe (?:financiere|budgetaire)|budget (?:alloue|disponible|previsionnel|de l'operation)|estimes? (?:a|par)|(?:chiffre|estime|evalue)(?:nt)? (?:ainsi |donc )?(?:l'ensemble|le (?:tout|besoin|marche|projet)|la (?:depense|prestation)|l'operation|les (?:prestations|besoins|travaux)) (?:[a-z'-]+ ){0,4}a|(?:estim|evalu|chiffr)(?:e|es|ons|ent) (?:la remuneration|les honoraires)[ ,][^.;:]{0,60} a|evaluee?s? a|valeur (?:[a-z'-]+ ){0,6}(?:est de|s'eleve a)|montant (?:du|de la|de l'|total du) ?(?:marche|besoin|achat|contrat|commande|accord-cadre) (?:(?:[a-z'-]+ ){0,4}(?:est de|s'eleve a|de)|(?:public )?:)|pour un montant (?:estime )?de|${WORTH}|${MAKES}|prix (?:global,? (?:et )?forfaitaire|global|total|du marche)(?: du marche| de l'accord-cadre| des prestations| du contrat|,? hors taxes?| ht)? (?:est (?:de|fixe a|arrete a)|s'eleve a)`;
const MAXIMUM = fr`(?:maximum|maximal|maximale|plafond|plafonnee?s?|maxi)|(?:ne (?:peut|peuvent|pourra|pourront|saurait|sauraient|doit|devra) (?:[a-z]+ ){0,3}|sans (?:pouvoir )?)(?:depasser|exceder|etre superieure?s? a)|ne (?:depassera|depasse|depasseront|depassent) pas|dans la limite de`;
/** « Contenu évalué à 900 000 € »: what is insured. */
const INSURED = fr`(?:contenus?|mobilier|matériels?|biens|patrimoine|collections?) (?:assurée?s? |garantie?s? )?(?:[a-z]+ ){0,2}(?:évalué|estimé|assuré)e?s?|valeurs? (?:à neuf|vénales?|assurées?|déclarées?|d'assurance)`;
/** Sums of another matter, or of a threshold of the law. */
const OTHER_SUM = fr`${INSURED.source}|chiffres? d'affaires|exonér[a-z]*|penalites?|primes?|indemnites?|avances?|acomptes?|cautionnement|garanties? (?:a premiere|bancaire)|retenue de garantie|assurances?|sinistres?|franchise|capital|subventions?|frais de|par commande|(?<!a )bons? de commande (?:de|d'un|superieur|inferieur)|par bon|minimum de commande|sous-traitan[a-z]+|facturees?|dedit|attente|par candidat|par candidature|dommages?|references?|interessement|bonus|recettes?|redevances?`;
const LIMIT = fr`(?:(?:sous|en dessous de|au-dessous de|jusqu'à|passe|franchit|atteint) (?:les|la barre (?:des|de)|le cap (?:des|de))|seuils?|barre|(?:inferieure?s?|superieure?s?|sous|au-dela|au-dessus|(?:en |au-)dessous|en deca|egale?s?) (?:a|au|aux|de|du|d'un|ou)|minimum|minimal|minimale|moins de|tranches? de|depasse|excede) (?:[a-z'-]+ ){0,9}[(]?$`;
const EVERY_LOT = fr`tous (?:les )?lots|ensemble des lots|(?:les|des) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) lots|lots compris`;
const ALL_LOTS = fr`${EVERY_LOT}|toutes? (?:les )?tranches?|global|globale|totale?`;
const LOT = fr`lots? (?:n ?° ?|numero |no )?(?<lot>\d{1,2})`;

interface Sum {
  readonly kind: MontantKind | undefined;
  readonly item: AmountItem;
  readonly annual: boolean;
}

/** A sum by year, whatever stands between: « 50 000 € HT maximum par an », « un montant annuel estimé à 50 000 € ». */
const YEARLY_AFTER = new RegExp(`^[^.;,:]{0,30}?(?:${YEARLY.source})`);

/** Sums of a sentence that are neither of another matter nor a threshold. `kind` is undefined where only the context may tell. */
const sums = (phrase: Phrase): Sum[] | undefined => (phrase.has(AMOUNT_SIGNS) ? sumsIn(phrase.folded) : undefined);

function sumsIn(folded: string): Sum[] | undefined {
  const items = amounts(folded);
  if (items.length === 0 || has(folded, OTHER_SUM)) return undefined;
  const out: Sum[] = [];
  let from = 0;
  for (const item of items) {
    const before = folded.slice(from, item.from);
    const after = folded.slice(item.to, item.to + 40);
    from = item.to;
    if (has(before.slice(-90), LIMIT) || /^[ (,]*(?:[a-z]+ ){0,2}(?:minimum|minimal)/.test(after)) continue;
    // « Un plafond de 216 000 € HT pour la procédure adaptée »: a threshold.
    if (OF_ADAPTED.test(after)) continue;
    if (item.unit && item.unit !== 'an' && item.unit !== 'lot') continue;
    const annual = item.unit === 'an' || has(before, YEARLY) || YEARLY_AFTER.test(after);
    out.push({ item, kind: kindSaid(before, after, out.at(-1)), annual });
  }
  return out;
}

/** What the words around a sum call it; `last`: the sum before it. */
function kindSaid(before: string, after: string, last: Sum | undefined): MontantKind | undefined {
  if (has(before, MAXIMUM) || /^[ (,]*(?:au )?(?:maximum|maxi|maximal|plafond)/.test(after)) return 'maximum';
  if (has(before, ESTIME) || OF_CONTRACT.test(after)) return 'estime';
  // « 300 000 € TTC (250 000 € HT) », « …, soit 250 000 € HT »: the same sum, said again.
  if (last && /^ ?(?:\(|,? soit|,? ou) ?(?:soit )?$/.test(before)) return last.kind;
  // « le lot 1 est estimé à… et le lot 2 à… »: the first verb serves both.
  return before.length < 60 && has(before, LOT) ? last?.kind : undefined;
}

/** « dont 90 000 € HT pour le présent marché », of a sum that is that of a whole operation; « soit 90 000 € HT en tout ». */
const OF_CONTRACT =
  /^,? (?:en tout|au total|pour (?:le tout|l'ensemble|la totalite))(?![a-z])|^,? (?:pour|au titre d[eu]) (?:le |ce )?(?:present (?:marche|accord-cadre|contrat)|presente consultation)(?![a-z])/;

const LABEL_ESTIME = fr`(?:montant|valeur|estimation|budget|enveloppe|cout)s? (?:[a-z'-]+ ){0,5}(?:estime|previsionnel|indicatif|marche|besoin|lot|operation|accord-cadre)[a-z]*|estimations?|estimation (?:du besoin|financiere)`;
const LABEL_MAX = fr`(?:montant|valeur)s? (?:[a-z'-]+ ){0,4}maxim(?:um|al|ale)s?|maximum|plafond`;

/** What stands over a sum that says nothing itself: its row's label and column, or the title of a short section. */
function contextOf(sentence: Sentence): string {
  const { passage } = sentence;
  const { table } = passage;
  if (table) {
    const head = table.headerOf(passage)?.folded ?? '';
    // « Ensemble € HT », right of « Tranche ferme, estimation € HT »: the whole of what they estimate.
    const beside = has(head, WHOLE_HEAD) ? table.header.cells.map((c) => c.folded).filter((h) => h !== head) : [];
    return [table.rowOf(passage)?.cells[0]?.folded, head, ...beside].join(' ; ');
  }
  if (passage.list && passage.lead) return passage.lead.folded;
  return passage.section.title;
}

/** The line that names buyer, purchase and procedure, under the title of a piece. */
const isIdentity = ({ passage, folded }: Sentence): boolean => passage.index < 4 && has(folded, NAMES_PROCEDURE);
const NAMES_PROCEDURE = fr`appel d'offres|procédure adaptée|mapa|procédure avec négociation|dialogue compétitif`;
/** « 1,4 million d’euros HT sur quatre ans »: what a contract is worth over its time. */
const OVER_TIME = /^(?: ht)?,? (?:sur|pour|en) (?:[a-z0-9-]+ ){1,3}(?:ans|annees|mois)(?![a-z])/;

/** « Entretien des serres ; 300 000 € HT ; procédure adaptée »: a part of that line by itself. */
const isApart = (folded: string, { from, to }: AmountItem): boolean =>
  OVER_TIME.test(folded.slice(to)) ||
  (/[;,|(] ?(?:environ |pour |soit )?$/.test(folded.slice(0, from)) && /^ ?(?:[;,|)]|\. |\.?$)/.test(folded.slice(to)));

const WHOLE_HEAD = fr`ensemble|total|totaux|cumul`;

/** The row, the line or the title that a sum stands in is there to tell it. */
function isToldThere({ passage, folded }: Sentence, { from }: AmountItem): boolean {
  const { table, section } = passage;
  if (!table) return isSumLabel(folded.slice(0, from).replace(/:[^a-z]*$/, '')) || isSumTitle(section.title);
  const head = table.headerOf(passage)?.folded ?? '';
  return isSumLabel(passage.rowLabel?.folded ?? '') || (isOfLots(table) && isSumLabel(head));
}

function kindOf(sum: Sum, sentence: Sentence): MontantKind | undefined {
  if (sum.kind) return sum.kind;
  const spent = isSpentElsewhere(sentence) ? undefined : 'estime';
  if (SPENDS.test(sentence.folded.slice(0, sum.item.from))) return spent;
  if (sentence.has(COMPARED)) return undefined;
  if (isToldThere(sentence, sum.item) && !has(ownTitle(sentence), OTHER_SUM)) return spent;
  if (isIdentity(sentence) && isApart(sentence.folded, sum.item)) return 'estime';
  return kindInContext(sentence);
}

/** The title over a sentence, unless it is that of the piece, which tells what is bought: insurance, subsidies. */
const ownTitle = ({ section }: Sentence): string => (section.level <= 1 ? '' : section.title);

/** What stands over a sum calls it. */
function kindInContext(sentence: Sentence): MontantKind | undefined {
  const context = contextOf(sentence);
  // « Plafond : 5 000 € », in a table of penalties.
  if ([context, ownTitle(sentence)].some((words) => has(words, OTHER_SUM)) || has(`${context} `, LIMIT))
    return undefined;
  // Under a title, only a sentence that holds little else than the sum.
  if (!sentence.passage.table && !sentence.passage.list && sentence.folded.length > 90) return undefined;
  if (has(context, LABEL_MAX)) return 'maximum';
  return has(context, LABEL_ESTIME) ? 'estime' : undefined;
}

/** « la tranche ferme et les tranches optionnelles »: the whole. */
const EVERY_TRANCHE = fr`tranches? fermes?,? (?:et|plus|avec|ainsi que) (?:de |des |la |les |l')*(?:(?:deux|trois|quatre|\d) )?(?:tranches? )?(?:optionnelles?|conditionnelles?)|tranches? (?:[a-z]+ ){0,3}(?:comprises?|incluses?|confondues|additionnées|cumulées)`;
/** Sums of one tranche are not those of the contract. */
function isTranche(sentence: Sentence): boolean {
  const { passage, folded } = sentence;
  const row = passage.table?.rowOf(passage);
  const column = passage.table?.headerOf(passage)?.folded;
  const words = row
    ? [row.cells[0]?.folded, passage.table?.header.cells[0]?.folded, column].join(' ; ')
    : folded.replace(TRANCHES_LEFT_OUT, ' ');
  return (
    has(
      words,
      fr`(?:la|une|cette|chaque|par|pour) tranche|tranches? (?:ferme|optionnelle|conditionnelle|n ?°)s?|^ ?(?:ferme|optionnelle).*|; tranches?`,
    ) &&
    !has(words, ALL_LOTS) &&
    !has(words, EVERY_TRANCHE)
  );
}

/** « La partie à bons de commande », « Plafond des bons », beside a lump sum. */
const PART_SAID = fr`(?:parts?|parties?|fractions?|volets?) (?:forfaitaires?|unitaires?|fixes?|variables?|(?:à|en|sur|des|passée?s? (?:par|sur)|exécutée?s? (?:par|sur)|traitée?s? (?:par|sur)|réglée?s? (?:par|sur)) (?:bons?|commandes?|marchés? subséquents?|quantités?|prix))(?: de commande)?|bons de commande(?=,? [a-z0-9]+ mois| \(|$)`;
const TOTAL = /^[^a-z]*(?:total|ensemble|montant total)(?![a-z])/;
const STEP = /^[^a-z0-9]*(?:phases?|etapes?|tranches?|volets?|postes?|parties?|missions?|\d{1,2} ?[-.)]|[a-z] ?[-.)])/;
/** Sums of one part of the contract are not those of the whole: what stands left of a total is such a part. */
function isPart({ passage, folded }: Sentence): boolean {
  const { table } = passage;
  if (!table) return has(folded, PART_SAID) || has(passage.section.title, PART_SAID);
  const head = table.headerOf(passage)?.folded ?? '';
  const others = table.header.cells.filter((c) => c.folded !== head);
  // « 1 – Recherche | 210 000 », over « Total | 1 380 000 ».
  const label = table.rowOf(passage)?.cells[0];
  const isSummedUp = table.rows.some(({ cells: [last] }) => last && last !== label && TOTAL.test(last.folded));
  if (isSummedUp && label && !TOTAL.test(label.folded) && STEP.test(label.folded)) return true;
  return has(head, PART_SAID) || (!has(head, WHOLE_SAID) && others.some((c) => has(c.folded, WHOLE_HEAD)));
}
/** « Montant estimé du lot », beside a total over the years. */
const WHOLE_SAID = fr`${WHOLE_HEAD.source}|(?:du|par|chaque) (?:lot|marché)`;

/** The lot a sum is for. In a sentence lots stand all before their sums, or all after: the first tells. */
function lotOf(sentence: Sentence, item: AmountItem, items: readonly AmountItem[]): string | undefined {
  const { folded, passage } = sentence;
  const rank = items.indexOf(item);
  const before = folded.slice(items[rank - 1]?.to ?? 0, item.from);
  const after = folded.slice(item.to, items[rank + 1]?.from ?? folded.length);
  const head = folded.slice(0, items[0]?.from);
  const leads = has(head, LOT) || (has(head, EVERY_LOT) && !has(folded.slice(items.at(-1)?.to), LOT));
  const own = leads ? before : after;
  if (has(own, ALL_LOTS)) return undefined;
  const said = findAll(own, LOT).at(leads ? -1 : 0)?.groups.lot;
  if (said) return said;
  if (has(before, EVERY_LOT) || has(after, EVERY_LOT)) return undefined;
  const label = lotCell(passage);
  return label ? lotOfRow(label) : lotAbove(sentence);
}

/** The lot that a sentence which names none takes up, or stands under. */
function lotAbove(sentence: Sentence): string | undefined {
  const { folded, passage } = sentence;
  // « Le lot 1 relève de… Son montant est estimé à… »
  const taken = /^(?:son|sa|il|celui|ce|cette) /.test(folded) ? lotsNamedBefore(sentence) : [];
  if (taken.length > 0) return taken.length === 1 ? taken[0]?.groups.lot : undefined;
  const lead = passage.list && passage.lead;
  return (lead && onlyLot(lead.folded)) ?? sectionLot(passage.section);
}

/** The lot that the first cell of a row names, or numbers in a table of lots. */
function lotOfRow({ folded, table, section, cell: place }: Passage): string | undefined {
  const named = find(folded, LOT)?.groups.lot;
  if (named) return named;
  const own = table?.header.cells.find(({ cell }) => cell?.column === place?.column);
  const head = [own?.folded, table?.lead?.folded, section.title].join(' ; ');
  return has(head, fr`lots?`) ? /^\d{1,2}(?!\d)/.exec(folded)?.[0] : undefined;
}

/** The lots of the nearest sentence before that names any. */
function lotsNamedBefore({ previous }: Sentence): readonly Match[] {
  for (let s = previous; s; s = s.previous) {
    const named = s.findAll(LOT);
    if (named.length > 0) return named;
  }
  return [];
}

const toHt = (value: number, tax: 'ht' | 'ttc' | undefined) => (tax === 'ttc' ? value / 1.2 : value);

/** A sum of a sentence, with what it says of the contract. */
interface Told extends Sum {
  readonly kind: MontantKind;
}

/** What the sums of a sentence say of the contract: by words that are known, else by the sense of all of them. */
function told(sentence: Sentence, known: readonly Sum[], heard: readonly HeardSum[]): Told[] {
  const roleOf = (item: AmountItem) => heard.find(({ from, surety }) => from === item.from && surety === 'sure')?.role;
  const byWords = known.flatMap((sum): Told[] => {
    const kind = kindOf(sum, sentence);
    const role = roleOf(sum.item);
    const annual = sum.annual || (!sum.kind && has(contextOf(sentence), YEARLY));
    const isCalled = ESTIMATED.test(sentence.folded.slice(0, sum.item.from));
    return kind && (isCalled || !(role && OTHERS.has(role))) ? [{ ...sum, kind, annual }] : [];
  });
  if (byWords.length > 0) return byWords;
  const around = [ownTitle(sentence), contextOf(sentence)];
  if (
    isSpentElsewhere(sentence) ||
    ONE_THING.test(sentence.folded) ||
    sentence.has(INSURED) ||
    around.some((words) => has(words, OTHER_SUM) || has(`${words} `, LIMIT))
  )
    return [];
  const isBare = !/[a-z]{3}/.test(
    heard.reduceRight((words, { from, to }) => words.slice(0, from) + words.slice(to), sentence.folded),
  );
  return heard.flatMap((item, i): Told[] => {
    const { role, surety, unit } = item;
    const before = sentence.folded.slice(heard[i - 1]?.to ?? 0, item.from);
    if (has(before.slice(-90), LIMIT)) return [];
    if (role !== 'estime' && role !== 'maximum') return [];
    if ((unit && unit !== 'an' && unit !== 'lot') || (isBare && surety === 'probable')) return [];
    const isYearly = unit === 'an' || [before, contextOf(sentence)].some((words) => has(words, YEARLY));
    return [{ item, kind: role, annual: isYearly || YEARLY_AFTER.test(sentence.folded.slice(item.to)) }];
  });
}
/** « Un besoin estimé à », right before a sum: of the contract, whatever else is told there. */
const ESTIMATED =
  /(?<![a-z])(?:marche|besoin|accord-cadre|contrat|achat)s?,? (?:(?:est|sont|public|lui-meme) )*(?:estime|evalue|chiffre)s? a (?:environ )?$/;
/** « Un banc ne coûte pas plus de 900 € »: what one thing costs of those that are made or bought. */
const ONE_THING =
  /^[^a-z]*(?:une?|chaque|toute?) (?!marche|contrat|achat|accord)[a-z' -]{2,60}? (?:ne )?(?:cout|revien|vau)[a-z]*(?![a-z])/;
/** What surely is of no contract, whatever words stand beside it. */
const OTHERS: ReadonlySet<SumRole> = new Set(['seuil', 'prime', 'chiffre-affaires']);

function montantsIn(sentence: Sentence, found: readonly Told[], all: readonly AmountItem[]): Montant[] {
  const [first] = found;
  const isSplit = first?.item === all[0] && areWholeAndParts(all.map(({ value }) => value));
  if (first && isSplit && isTranche(sentence)) return montantsTold(sentence, [first]);
  return isTranche(sentence) || isPart(sentence) ? [] : montantsTold(sentence, found);
}

function montantsTold(sentence: Sentence, found: readonly Told[]): Montant[] {
  // « 96 000 € HT, soit 115 200 € TTC » : one sum, in HT.
  const hasHt = found.some((s) => s.item.tax === 'ht');
  const items = found.map((s) => s.item);
  return found.flatMap((sum): Montant[] => {
    const { kind, annual } = sum;
    const { value, tax } = sum.item;
    if (value < 1000 || (hasHt && tax === 'ttc')) return [];
    const lot = lotOf(sentence, sum.item, items);
    return [{ kind, ht: toHt(value, tax), value, tax, lot, annual, at: sentence.at(), from: 'text' }];
  });
}

/** Estimated and maximum amounts of the contract and of its lots, from the front matter and the text. */
export const montants = defineFact<Montants>({
  id: 'montants',
  title: 'Montants du marché',
  read(piece: Piece) {
    const all: Montant[] = [];
    const entete = piece.entete;
    const declared = entete.values['montant-estime'];
    const own = entete.spans['montant-estime'];
    const at = own ?? piece.draft.title?.span ?? TOP;
    const base = { tax: 'ht' as const, lot: undefined, annual: false };
    if (typeof declared === 'number')
      all.push({ ...base, kind: 'estime', ht: declared, value: declared, at, from: own ? 'front-matter' : 'dce-yaml' });
    const inColumns = [...measured(piece.draft)].flatMap(([sentence, said]) => {
      const value = sumsIn(said);
      return value ? [{ sentence, value }] : [];
    });
    const known = new Map([...piece.draft.collect(sums), ...inColumns].map(({ value, sentence }) => [sentence, value]));
    const heard = sumsHeard(piece.draft);
    for (const sentence of new Set([...known.keys(), ...heard.keys()]))
      if (!isOfWorks(piece, sentence)) {
        const written = known.get(sentence) ?? [];
        const found = told(sentence, written, heard.get(sentence) ?? []);
        all.push(
          ...montantsIn(
            sentence,
            found,
            written.map(({ item }) => item),
          ),
        );
      }
    all.push(...estimatesIn(piece.ask(lots).list, all));
    return { all, total: totalOf(all) };
  },
  show: ({ all }) =>
    all.length > 0
      ? all.map(({ kind, ht, lot, annual }) => ({ nature: kind, ht: Math.round(ht), lot, annuel: annual || undefined }))
      : undefined,
});

const HEAD_ESTIME = fr`estim[a-z]*|évalu[a-z]*|prév(?:u|ue|us|ues|ision[a-z]*)|budgets?|enveloppes?`;
/** What the lines of a list of lots give for each, under a head that calls it an estimate: no sentence says it. */
function estimatesIn(list: LotList | undefined, known: readonly Montant[]): Montant[] {
  if (!list || list.table || !has(list.head, HEAD_ESTIME) || has(list.head, YEARLY)) return [];
  const tax = /(?<![a-z])ttc(?![a-z])/.test(list.head) ? 'ttc' : 'ht';
  return list.lots.flatMap(({ number: lot, amount: value, whole: at }): Montant[] =>
    value === undefined || value < 1000 || known.some((m) => m.lot === lot && m.kind === 'estime')
      ? []
      : [{ kind: 'estime', ht: toHt(value, tax), value, tax, lot, annual: false, at, from: 'text' }],
  );
}

function totalOf(all: readonly Montant[]): Montant | undefined {
  const whole = all.filter((m) => m.lot === undefined);
  const declared = whole.find((m) => m.from === 'front-matter');
  if (declared) return declared;
  const greatest = whole.reduce<Montant | undefined>((a, b) => (a && a.ht >= b.ht ? a : b), undefined);
  if (greatest) return greatest;
  const byLot = new Map<string | undefined, Montant>();
  for (const m of all) {
    const known = byLot.get(m.lot);
    if (!known || known.ht < m.ht) byLot.set(m.lot, m);
  }
  const [first, ...others] = byLot.values();
  if (!first || others.length === 0) return undefined;
  const ht = others.reduce((sum, m) => sum + m.ht, first.ht);
  return { ...first, ht, value: ht, tax: 'ht', lot: undefined };
}

/**
 * The amount of the contract (`lot` left out) or of a lot, € HT, as the piece or, failing it, another of the
 * consultation states it. A stated estimate is preferred to a maximum. Undefined when none does.
 */
export function montantDe(piece: Piece, lot?: string): Montant | undefined {
  for (const one of [piece, ...piece.consultation.pieces]) {
    const { all, total } = one.ask(montants);
    const own = all.filter((m) => m.lot === lot && !m.annual);
    const found = own.find((m) => m.kind === 'estime') ?? own[0] ?? (lot === undefined ? total : undefined);
    if (found) return found;
  }
  return undefined;
}
