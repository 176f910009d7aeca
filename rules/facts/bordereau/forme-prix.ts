import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { beginsLine, lotNames, lotsAround, lotsBeside } from '../commun/index.ts';

/** How a contract is priced. */
export type FormePrix = 'unitaires' | 'forfaitaire' | 'mixtes';

export interface FormeDite {
  readonly forme: FormePrix;
  /** Numbers of the lots it is for; empty for all. */
  readonly lots: readonly string[];
  /** Of all that is bought, and not of some service. */
  readonly whole: boolean;
  /** The sentence that says so. */
  readonly at: Span;
}

const OF_PRICES = fr`rémunération|(?:les |des |aux )?prix(?: du (?:présent )?(?:marché|contrat))?|(?:le |présent )?marché|accord-cadre|prestations?|travaux|fournitures|rémunérée?s?|réglée?s?|payée?s?|traitée?s?|titulaire`;
const UNIT = fr`(?:à|des|de|aux?|sont|par application (?:des|de)|sur la base (?:des|de)) ?(?:les )?(?:prix )?unitaires?|prix unitaires`;
const LUMP = fr`(?:à |au |un |le |par (?:un )?)?prix (?:est )?(?:global,? (?:et |ferme et )?)?forfaitaires?|prix (?:est |sont )?(?:global|globaux)(?: et)? forfaitaires?|(?:au |à )(?:prix )?forfait|prix(?: d[ue]s? [a-z0-9° ]{1,20})? (?:est |sont )(?:[a-z]+,? (?:et )?)?forfaitaires?|rémunération(?: d[ue]s? [a-z0-9° ]{1,20})? (?:est )?forfaitaire|titulaire (?:est |sera )?(?:rémunéré|payé) (?:par|sous la forme d'|au moyen d') ?un (?:prix )?forfait(?:aire)?|(?:les |des )prestations(?: du lot [a-z0-9° ]{1,8})? sont (?:rémunéré|payé|réglé)es par un forfait`;
/** « Aucun prix unitaire ne s'applique » gives none. */
const DENIED =
  /\b(?:aucune?|sans|pas (?:de|a|au)|ni(?: de)?|et non(?: [a-z]+)?|a l'exclusion d(?:e (?:tout|tous)?|u|es)|exclu[a-z]* tout) (?:prix )?(?:globa(?:l|ux) et )?(?:unitaires?|forfait(?:aires?)?)/g;
const MIXED = fr`prix mixtes?|partie (?:forfaitaire|à prix unitaires|unitaire)|part forfaitaire|(?:forfaitaires?|unitaires?) (?:et|ou|d'une part)(?: [a-z']+){0,6} (?:unitaires?|forfaitaires?)`;
/** Words of a form that was not chosen, of a price of something else. */
const NOT = fr`pénalités?|indemnités?|frais|sous-trait[a-z]+|révision|sous-détail|anormalement|si les prix|lorsque les prix|le cas échéant|selon le cas`;

/** The subject is all that the contract buys, or who is paid for it. */
const WHOLE = fr`(?:le|du|au|ce|cet|l'|présent) ?(?:marché|contrat|accord-cadre)|(?:les )?prix(?: du (?:présent )?marché)? (?:est|sont)|(?:les |des )?prestations(?: (?:du marché|objet du marché))? (?:vous )?(?:est|sont|seront)|(?:titulaire|vous) (?:est|êtes|sera|serez) (?:rémunéré|payé|réglé)|(?:titulaire|je|nous|vous|soussigné) (?:s'|m'|nous |vous )engage(?:ons|z)? (?:pour|moyennant|sur|aux?)`;
/** « Il est payé au forfait pour la maintenance »: of one service. */
const OF_ONE = fr`pour (?:la|le|les|l'|chaque|une?) ?(?!lot|marché|durée|ensemble|totalité|montant|prix|tout)[a-z]+`;

/** What a title, a label or a head of column calls it: the words under it are then those of the price. */
const KEY = fr`^ ?[a-z0-9.§– -]{0,8}(?:forme|nature|type)s? (?:des |du |de )prix ?$`;
const TITLE = fr`^ ?[a-z0-9.§– -]{0,8}(?:prix|rémunération|prix et rémunération|rémunération du titulaire)(?: du (?:marché|contrat))? ?$`;
const VALUE = fr`^ ?(?:prix )?(?:globa(?:l|ux),? et )?(?:forfaitaires?|unitaires?|mixtes?|au forfait)`;
const SAID_KEY = fr`^ ?(?:forme|nature|type)s? (?:des |du |de )prix ?:`;

/** « Forme du prix : forfaitaire », in a cell, an item or under a title, as one says it: « prix forfaitaire »; undefined elsewhere. */
function formUnderKey({ folded, passage }: Sentence): string | undefined {
  const own = SAID_KEY.exec(folded);
  const value = own ? folded.slice(own[0].length) : folded;
  const over = [passage.rowLabel, passage.table?.headerOf(passage)].filter((p) => p !== passage);
  const isUnder =
    over.some((p) => p?.has(KEY)) || passage.section.heading?.has(KEY) || passage.section.heading?.has(TITLE);
  return (own || isUnder) && has(value, VALUE) ? `a prix ${value.replace(/^ ?prix /, '').trim()}` : undefined;
}

/** « Le lot 1 est à prix forfaitaire, le lot 2 à prix unitaires »: a form for each lot; empty for any other sentence. */
function formsApart(sentence: Sentence): Pick<FormeDite, 'forme' | 'lots'>[] {
  const found = [
    ...sentence.findAll(UNIT).map((m) => ({ ...m, forme: 'unitaires' as const })),
    ...sentence.findAll(LUMP).map((m) => ({ ...m, forme: 'forfaitaire' as const })),
  ].sort((a, b) => a.from - b.from);
  const lots = lotsBeside(sentence.folded, found);
  if (found.length < 2 || lots.some((own) => own.length === 0)) return [];
  return found.map(({ forme }, i) => ({ forme, lots: lots[i] ?? [] }));
}

/** « Lot 1   Part demandée… ⏎ Lot 2   Prix forfaitaire… »: of several lots that have a line each, those of the line; undefined elsewhere. */
function lotsOfLine(sentence: Sentence): readonly string[] | undefined {
  const { passage } = sentence;
  const lines = lotNames(passage.folded).filter((n) => beginsLine(passage, n.from));
  const forms = [UNIT, LUMP].flatMap((form) => sentence.findAll(form)).map((m) => sentence.at(m).start);
  const at = Math.min(...forms);
  return lines.length > 1 ? lines.findLast((n) => passage.at(n).end <= at)?.numbers : undefined;
}

/** The form that words give to prices, denials left out; undefined where they give none. */
function formOf(words: string): FormePrix | undefined {
  const [unit, lump] = [has(words, UNIT), has(words, LUMP)];
  if (has(words, MIXED) || (unit && lump)) return 'mixtes';
  if (unit) return 'unitaires';
  return lump ? 'forfaitaire' : undefined;
}

function formsIn(sentence: Sentence): FormeDite[] {
  const value = formUnderKey(sentence);
  if (!(value || sentence.has(OF_PRICES)) || sentence.has(NOT) || /[☐☑☒□■]/.test(sentence.folded)) return [];
  const apart = formsApart(sentence);
  const said = { at: sentence.span, whole: (value !== undefined || sentence.has(WHOLE)) && !sentence.has(OF_ONE) };
  if (apart.length > 0) return apart.map((f) => ({ ...f, ...said }));
  const forme = formOf((value ?? sentence.folded).replace(DENIED, ' '));
  return forme ? [{ forme, lots: lotsOfLine(sentence) ?? lotsAround(sentence), ...said }] : [];
}

/** How the piece says that the contract is priced, sentence by sentence; empty when it does not. */
export const formesPrix = defineFact<readonly FormeDite[]>({
  id: 'forme-prix',
  title: 'Forme des prix',
  read: ({ draft }) => draft.sentencesWith(FORM).flatMap(formsIn),
  show: (all) =>
    all.length === 0
      ? undefined
      : [...new Set(all.map(({ forme, lots }) => (lots.length > 0 ? `${forme} (lot ${lots.join(', ')})` : forme)))],
});

const FORM = fr`prix|forfait|forfaitaires?|unitaires?`;
