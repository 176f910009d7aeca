import type { Draft, Reader, Sentence } from '../../kit/draft.ts';
import { dates } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { has, type Match } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import type { Heard } from '../../reading/hear.ts';
import { lotAt, nameInTable, namesAt, saying, type TrancheName, trancheNames } from '../commun/index.ts';
import { choicesIn } from './faculte.ts';
import { tranches } from './tranches.ts';

/** What a piece says of how tranches are judged, decided and paid for when they are late or given up. */
export interface TranchesRegime {
  /** Where it says that offers are judged on firm and optional tranches together. */
  readonly judged: readonly Span[];
  /** Where it gives a condition or a deadline to affirm an optional tranche. */
  readonly affirmed: readonly {
    readonly at: Span;
    /** The tranches that it is for, by name; empty: all. */
    readonly names: readonly TrancheName[];
    readonly lot: string | undefined;
  }[];
  /** Where it speaks of an « indemnité d'attente » or « de dédit », be it to exclude them. */
  readonly indemnities: readonly Span[];
}

const TOGETHER = fr`tranches? fermes?[^.;]{0,60}(?:et|plus|augmentée?s?|additionnée?s?|ainsi que|avec|,)[^.;]{0,60}(?:optionnelles?|conditionnelles?)|(?:toutes|ensemble|totalité|total|somme|cumul|intégralité|chacune|montants?|prix|offres?|addition) (?:[a-z']+ ){0,3}(?:les|des|ces|deux|trois|quatre) (?:[a-z]+ )?tranches|toutes (?:les )?tranches|tranches (?:optionnelles |fermes et optionnelles )?(?:comprises|incluses|confondues|cumulées|réunies|additionnées)|y compris (?:la |les |le montant (?:de la |des ))?tranches? optionnelles?|tf (?:et|\+|,) (?:les )?t[oc] ?\d?|fermes? ?(?:et|\+|plus|comme|ou) ?(?:l[ae]s? |l'|de la |des? |d')?(?:tranches? )?(?:optionnelles?|conditionnelles?)|tranches [^.;]{0,40}(?:additionn|cumul|réuni)[a-z]*|(?:tranches? )?optionnelles? (?:incluse|comprise)s?|(?:additionn|cumul|somm)[a-z]+ (?:[a-z']+ ){0,6}tranches`;
const JUDGED = fr`jug(?:ée?s?|er|era|ement|e)|évalu(?:ée?s?|er|era|ation)|appréci(?:ée?s?|er|era|ation|e)|analys(?:ée?s?|er|era|e)|compar(?:ée?s?|er|era|aison|e)|class(?:ée?s?|er|ement|e)|not(?:ée?s?|er|era|erons|eront|ation|e)|critères?|attribu(?:ée?s?|er|tion)|retenu|pris en compte|prend en compte|sélection|choix`;
const JUDGING_TITLE = fr`jugement|critères?|analyse|attribution|choix|sélection|classement|évaluation|examen des offres|notation`;

const NAMED = /tranche|optionnelle|(?<![a-z0-9])tf(?![a-z0-9])/;
const together: Reader<{ at: Match; judged: boolean }> = (phrase) => {
  const parts = phrase.find(PARTS_TOGETHER);
  if (parts) return { at: parts, judged: phrase.has(JUDGED) || phrase.has(WEIGHED) };
  if (!phrase.has(NAMED)) return undefined;
  const at = phrase.find(TOGETHER);
  return at && { at, judged: phrase.has(JUDGED) };
};

const SUM = '(?:somme|total|cumul|addition|ensemble)';
const SHARES =
  '(?!notes?|notations?|criteres?|sous-criteres?|points|valeurs?|ponderations?|lots?|membres?|exercices?|annees?|candidats?|offres?|epreuves?|prix unitaires|candidatures?|variantes?)[a-z]{4,}';
/** « Les prix des deux ailes, additionnés », « le total des trois phases » */
const PARTS_TOGETHER = fr`(?:prix|montants?|honoraires|coûts?|forfaits?|rémunérations?|${SUM})(?: [a-z']+){0,3} (?:des|aux|les|de ces|de nos) (?:deux|trois|quatre|cinq) ${SHARES},? (?:ensemble|additionnée?s?|cumulée?s?|réunie?s?|confondue?s?|ajoutée?s?|sommée?s?|comprise?s?)|${SUM} (?:des (?:prix |montants? |coûts? |honoraires )?)?(?:des|de ces|de nos|les) (?:deux|trois|quatre|cinq) ${SHARES}|(?:sur|pour) (?:les|l'ensemble des) (?:deux|trois|quatre|cinq) ${SHARES},? (?:ensemble|additionnées?|additionnés|cumulée?s?|réunie?s?|confondue?s?)`;
/** « … cumulés, pour 40 »: what is weighed is judged. */
const WEIGHED = /(?<![a-z0-9])(?:pour|sur|:) \d{2}(?: ?%| points)?(?![a-z0-9])/;

/** What is counted together. */
const PARTS = fr`tranches?|t[fo] ?\d?|phases?|parties?|parts?|volets?|étapes?|sections?|options?|optionnel[a-z]*|[ée]ventuel[a-z]*|conditionn[a-z]*|facultati[a-z]*|fermes?|certaine?s?|programme|opération|ensemble|entière?s?|intégralité|totalité|complète?s?|affermi[a-z]*|compléments?|suppléments?|suites?|extensions?|(?:deux|trois|quatre|cinq)`;
/** « Total TF + TO 1 » in a table of estimates judges nothing; « le reste est noté par paliers » is of no parts. */
const isOfParts = ({ sentence: s, surety }: Heard): boolean =>
  (surety === 'sure' || s.has(PARTS)) && (!s.passage.cell || s.has(JUDGED) || s.section.under(JUDGING_TITLE));

/** The act of affirming, and not what follows it (« douze semaines après son affermissement »). */
const AFFIRM = fr`afferm(?:ie?s?|it|ira|irai|iront|irons|irez|ir|issent|issons|issez|i)|(?:décision|délai|date|condition|modalité|notification|ordre de service|lettre|courrier)s? (?:limite )?(?:d'|de l'|des |de leur |de son )affermissements?|^l'affermissement (?:de|des|d'une)|(?<!(?:après|suivant|suit|dès|depuis|de|à) l')affermissement (?:de |des |du |d')(?:(?:la|les|une|chaque|chacune|toute|cette|des|ces|leur) )*tranches?(?: (?:optionnelles?|conditionnelles?|n°|[a-z]|\d+))* (?:est|sera|sont|seront|se|fait|fera|intervient|interviendra|a lieu|aura lieu|peut|pourra|doit|devra|n'est|ne)|affermissement (?:est|sera|sont|se|s'[a-z]+|intervient|interviendra|a lieu|aura lieu|peut|pourra|doit|devra|n'[a-z]+|reste|résulte|fait|prend|:|-)|affermissements? (?:au|avant|sous|dans|le|par)`;
const SYNONYM = fr`tranches? (?:optionnelles?|conditionnelles?)(?: [a-z0-9°]+){0,3} (?:est|sont|sera|seront|peut être|peuvent être|pourra être|pourront être) (?:éventuellement )?(?:levée|activée|déclenchée|confirmée|notifiée|décidée|engagée|enclenchée|débloquée|commandée)s?|(?:levée|activation|déclenchement|notification|confirmation|commande) (?:de (?:la|chaque)|des) (?:tranches? (?:optionnelles?|conditionnelles?)|to ?\d?)|(?:lever?|activer?|déclencher?|confirmer?|commander?|engager?) (?:la|les|cette|ces|chaque|une) (?:tranches?(?: (?:optionnelles?|conditionnelles?|n ?°|\d+)){0,3}|to ?\d?)(?![a-z0-9])`;
const CONDITION = fr`au plus tard|délais?|décision|notifi[a-z]*|ordre de service|sous réserve|à (?:la )?condition|si|lorsque|dès (?:que|lors)|en fonction|selon|avant|à l'issue|au terme|en fin|après|sous \d+|courrier|lettre|écrit|date|subordonnée?s?|crédits|obtention|résultats|bilan|à compter|jusqu'a|pendant|au cours|conditions?|suivant|d'ici|dans (?:l'année|le mois|le trimestre|le semestre)`;

const affirming: Reader<Match> = (phrase) => {
  const at = phrase.find(AFFIRM) ?? phrase.find(SYNONYM);
  if (!at) return undefined;
  return setsTerm(phrase) ? at : undefined;
};

/** A condition, a date, a delay. */
export const setsTerm = (phrase: Readable): boolean =>
  phrase.has(CONDITION) || durations(phrase.folded).length > 0 || dates(phrase.folded).length > 0;
/** What says so in these words is read by them. */
const AFFIRMS = /afferm/;

/** « les tranches affermies », « une tranche non affermie », « les prix de la tranche affermie » affirm nothing. */
const ADJECTIVE = fr`tranches? (?:optionnelles? )?(?:non |éventuellement )?affermies?`;
const VERB = fr`(?:est|sont|sera|seront|être|soit|soient|été|étant) (?:[a-z]+ ){0,2}affermie?s?|affermi(?:t|ra|ront|r|ssent)|affermissements?`;
/** Conditions set by another document. */
const TERMS_ELSEWHERE = fr`(?:conditions?|modalités?|délais?) (?:et (?:les )?(?:délais?|conditions?|modalités?) )?d'affermissement[^.;]{0,60} (?:figurent?|sont|seront|est) ?(?:fixée?s?|définie?s?|précisée?s?|indiquée?s?|décrite?s?|prévue?s?|mentionnée?s?)? (?:à l'(?:article|acte|annexe)|au (?:ccap|cctp|ccp|présent|chapitre)|dans|par le)`;
/** « la tranche 2 », « la seconde », « les suivantes »: named in another way, so that any may be meant. */
const OTHERWISE = fr`tranches?(?! (?:fermes?|optionnelles?|conditionnelles?))|(?:première|seconde|deuxième|troisième|suivante|autre|même)s?`;

/** The optional tranches, by their number, that a sentence affirms; none where it may mean others. */
function affirmedIn({ folded, passage }: Sentence): readonly TrancheName[] {
  const own = trancheNames(folded);
  const label = own.length === 0 ? passage.rowLabel : undefined;
  const inRow = label && label !== passage ? nameInTable(label.folded) : undefined;
  const names = namesAt(passage, inRow ? [inRow] : own).filter((n) => n.nature === 'optionnelle');
  const vague = names.some((n) => n.plural || n.global || !n.number);
  return vague || has(folded, OTHERWISE) ? [] : names;
}

/** The firm tranche, and no other, is what it is about. */
function isOfFirm({ folded, passage }: Sentence): boolean {
  const label = passage.rowLabel;
  const names = label ? [nameInTable(label.folded) ?? []].flat() : trancheNames(folded);
  return names.length > 0 && names.every((n) => n.nature === 'ferme');
}

const DECIDED = fr`affermissements?|levées?|confirmations?|décisions?|déclenchements?|activations?|conditions?`;
/** « Quand le Département se prononce », « À commander avant »: a decision where nothing stands there for the firm tranche. */
const WHEN = fr`quand|prononc[a-z]*|décid[a-z]*|commandée?s?|à commander|au plus tard|(?:date|délai|terme)s? (?:limites?|d[ue] (?:la )?(?:décision|commande|choix))`;
const STATUS = fr`nature|type|statuts?|caractère`;
const TERM = /\b(?:sous|dans|avant|au plus tard|si|sous reserve|apres)\b/;
/** The cells of a table of tranches under « Affermissement », « Levée », « Confirmation », that set a condition or a term. */
const inColumns = (draft: Draft): TranchesRegime['affirmed'][number][] =>
  draft.tables.flatMap((table) => {
    const cells = (column: number) =>
      table.rows.flatMap((row) => {
        const name = row.cells[0] && nameInTable(row.cells[0].folded);
        const cell = row.cells.find((c) => c.cell?.column === column);
        return name && cell && column > 0 ? [{ name, cell }] : [];
      });
    const isLeft = ({ name, cell }: ReturnType<typeof cells>[number]) => name.nature !== 'ferme' || !setsTerm(cell);
    // « Optionnelle, sous six mois » under « Statut ».
    const status = table.column(STATUS);
    const told = table.rows.flatMap(({ cells: all }) => {
      const cell = all.find((c) => c.cell?.column === status);
      const name = cell && nameInTable(cell.folded);
      return cell && name && status > 0 && cell.has(TERM) ? [{ name, cell }] : [];
    });
    const decided = [...cells(table.column(DECIDED)), ...told];
    const when = decided.length > 0 ? [] : cells(table.column(WHEN));
    return [...decided, ...(when.every(isLeft) ? when : [])].flatMap(({ name, cell }) =>
      setsTerm(cell) && name.nature === 'optionnelle'
        ? [{ at: cell.span, names: name.number ? [name] : [], lot: lotAt(cell) }]
        : [],
    );
  });

const INDEMNITY = fr`indemnités? (?:[a-z']+ ){0,6}(?:d'|non[ -])?(?:attente|dédit|affermissement|tranches?)|dédit`;

const indemnifying: Reader<Match> = (phrase) => phrase.find(INDEMNITY);

/** « Les offres sont comparées pour les 85 œuvres », where the tranches hold 60 and 25 of them. */
function judgedByCount(piece: Piece): Span[] {
  const listed = piece.ask(tranches).listed.filter((t, i, all) => all.findIndex((o) => o.id === t.id) === i);
  const counts = listed.map(({ object }) => /^[^a-z0-9]*(\d{1,4}) [a-z]/.exec(object?.text ?? '')?.[1]);
  if (counts.length < 2 || counts.some((count) => count === undefined)) return [];
  const all = counts.reduce((sum, count) => sum + Number(count), 0);
  return piece.draft
    .sentencesWith(JUDGED)
    .filter((s) => numbers(s.folded).some(({ value }) => value === all))
    .map((s) => s.span);
}

/** A cell of a table of criteria. */
const isOfCriteria = ({ passage: { table } }: Sentence): boolean =>
  table?.header.cells.some((c) => c.has(CRITERIA)) === true;
const CRITERIA = fr`critères?`;

/** « Comptée dans la note du prix ? » over « oui », for each tranche of a table. */
const judgedInColumns = (draft: Draft): Span[] =>
  draft.tables.flatMap((table) => {
    const named = table.rows.filter(({ cells: [key] }) => key && nameInTable(key.folded));
    const head = table.header.cells.find((c) => c.cell?.column !== 0 && c.has(MARKED));
    const cells = named.flatMap((row) => row.cells.filter((c) => c.cell?.column === head?.cell?.column));
    const isTold = head && named.length > 1 && cells.length === named.length && cells.every((c) => c.has(YES));
    return isTold ? [head.span] : [];
  });
const MARKED = fr`notes?|notée?s?|jugée?s?|jugement|comparée?s?|comparaison|classement|évaluée?s?|évaluation`;
const YES = /^[^a-z]*oui(?![a-z])/;

/** « Levée de la tranche optionnelle »: a title on one, or on its affirming, in which « elle » is that. */
const ABOUT_OPTIONAL = fr`tranches? (?:optionnelles?|conditionnelles?)|to ?\d?`;
const DECIDE = '(?:decid|notifi|lev|affermi|command|ordonn|confirm|activ|declench|prononc|engag)';
const IT_IS_DONE = new RegExp(
  `^[^a-z]*(?:(?:elle|celle-ci) (?:ne )?(?:est|sera|peut|pourra|doit|devra)(?: (?:pas|plus|etre|donc)){0,2} ${DECIDE}e?e(?![a-z])|(?:nous|l'[a-z]+|l[ae] [a-z]+) (?:ne )?(?:vous )?(?:l'|la )${DECIDE})`,
);
/** What is decided of the tranche of a title, by a sentence that names it by a pronoun. */
const decidedUnderTitle = (draft: Draft): Sentence[] =>
  draft
    .sentencesWith(IT_IS_DONE)
    .filter((s) => !s.passage.isTitle && setsTerm(s) && s.section.heading?.has(ABOUT_OPTIONAL) === true);

/** How tranches are judged, affirmed and indemnified. Empty lists when the piece says nothing. */
export const tranchesRegime = defineFact<TranchesRegime>({
  id: 'tranches-regime',
  title: 'Régime des tranches',
  read(piece) {
    const { draft } = piece;
    // How much the buyer has estimated is no judging of offers.
    const isJudging = (sentence: Sentence) =>
      !/\b(?:valeur|montant|besoin|cout) [^.;]{0,40}estime/.test(sentence.folded) ||
      sentence.section.under(JUDGING_TITLE);
    const judged = draft
      .collect(together)
      .filter(({ value, sentence: s }) => value.judged || s.section.under(JUDGING_TITLE) || isOfCriteria(s))
      .filter(({ sentence }) => isJudging(sentence))
      .map(({ value, sentence }) => sentence.at(value.at));
    if (judged.length === 0) judged.push(...judgedInColumns(draft), ...judgedByCount(piece));
    if (judged.length === 0)
      judged.push(
        ...saying(piece, 'tranches/jugees-ensemble').flatMap((heard) =>
          isJudging(heard.sentence) && isOfParts(heard) ? heard.sentence.at() : [],
        ),
      );
    const affirmed = draft
      .collect(affirming)
      .filter(({ sentence }) => !sentence.passage.isTitle)
      .filter(({ sentence: s }) => !(s.has(ADJECTIVE) && !s.has(VERB)) && !s.has(TERMS_ELSEWHERE))
      .map(({ value, sentence }) => ({
        at: sentence.at(value),
        names: affirmedIn(sentence),
        lot: lotAt(sentence.passage, sentence.folded),
      }));
    const known = [...affirmed];
    const isKnown = (at: Span) => known.some((o) => overlaps(o.at, at));
    affirmed.push(...inColumns(draft).filter(({ at }) => !isKnown(at)));
    for (const { sentence: s } of saying(piece, 'tranches/affermissement-regle'))
      if (!isKnown(s.span) && !s.has(AFFIRMS) && setsTerm(s) && !s.passage.isTitle && !isOfFirm(s))
        affirmed.push({ at: s.span, names: affirmedIn(s), lot: lotAt(s.passage, s.folded) });
    for (const s of [...choicesIn(draft), ...decidedUnderTitle(draft)])
      if (!affirmed.some(({ at }) => overlaps(at, s.span)))
        affirmed.push({ at: s.span, names: affirmedIn(s), lot: lotAt(s.passage, s.folded) });
    const indemnities = draft.collect(indemnifying).map(({ value, sentence }) => sentence.at(value));
    return { judged, affirmed, indemnities };
  },
  show: ({ judged, affirmed, indemnities }) =>
    judged.length + affirmed.length + indemnities.length === 0
      ? undefined
      : { jugement: judged.length > 0, affermissement: affirmed.length > 0, indemnites: indemnities.length > 0 },
});
