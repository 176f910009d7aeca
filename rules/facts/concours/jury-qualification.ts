import type { Draft, Sentence, Table } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { shares } from '../../kit/french/shares.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import { find, has } from '../../kit/text.ts';
import { answering, labelled, PARTICIPANTS, refersElsewhere, telling } from '../commun/index.ts';
import { JURY, jury } from './jury.ts';

export interface Composition {
  readonly members: number;
  /** Those who have the qualification required of candidates, as far as their description tells. */
  readonly qualified: number;
  readonly sentence: Sentence | undefined;
}

export interface JuryQualification {
  /** Where a professional qualification is required of candidates; undefined when none is. */
  readonly required: Sentence | undefined;
  /** True when at least a third of the jury is said to have it. */
  readonly third: boolean;
  /** Where a smaller part is promised: « un quart des membres ». */
  readonly under: Sentence | undefined;
  /** The jury as it is described, with the qualified counted; undefined when its members are not described. */
  readonly composition: Composition | undefined;
  /** Where the jury is spoken of; undefined when it is not. */
  readonly jurySentence: Sentence | undefined;
}

const PROFESSION =
  "(?:[dl]')?(?:architectes?|paysagistes?|ingenieure?s?|urbanistes?|geometres?(?:-experts?)?|scenographes?|avocate?s?|notaires?|medecins?|pharmaciene?s?|infirmiere?s?|psychologues?|ergotherapeutes?|experts?-comptables?|veterinaires?|statisticien(?:ne)?s?|actuaires?|acousticien(?:ne)?s?|economistes? de la construction|designers? (?:d'espace|diplome)|restaurateurs? du patrimoine|conservateurs? du patrimoine)";
const TITLE = fr`qualifications? professionnelles?|titulaires? (?:du|de la|d'un|d'une|de l'un|des) (?:[a-z]+ ){0,3}?(?:diplômes?|titres?|habilitation|qualification|licence|certification|hmonp)|diplômes? (?:d'état )?(?:[a-z',-]+ ){0,6}?(?:exigée?s?|requise?s?|obligatoire|est demandé)|titre d'(?:architecte|ingénieur)|inscription (?:au tableau de l'|à l'|à un )ordre|inscrite?s? (?:au tableau de l'|à l'|à un )ordre|profession réglementée|qualification d[e']|diplômée?s? (?:de|d'état|en|par le gouvernement)|hmonp|d\.?p\.?l\.?g`;
const DEMANDED = fr`exig[a-zé]+|requise?s?|requier[a-z]+|obligatoire(?:ment)?|doi(?:t|vent)|devr(?:a|ont)|impérativement|nécessairement|à peine d|sous peine|au moins (?:un|une)|réservée?|compren(?:d|dra|nent|ant)|comporte(?:ra|nt)?|comportant|compte(?:ra|nt)?|composée?s?|justifie(?:nt|ra|r)?|est un|mandataire|accessibles? aux|à réunir|seule?s?`;
const WHO = fr`${PARTICIPANTS}|mandataire|participation|compétences|concourir|concours`;
const NOT_DEMANDED = fr`(?:aucun[e]?|ni|sans)(?: [a-z]+){0,5}? (?:diplômes?|qualifications?|titres?|condition)|(?:diplômes?|qualifications?),?(?: [a-z',-]+){0,6} (?:n'est|ne sont|ne sera)|n'est (?:pas )?(?:exigée?|requise?)|peu(?:t|vent) (?:comprendre|comporter|compter|s'adjoindre)|quel(?:le)?s? que soi(?:t|ent)|facultati[a-z]+|souhait[a-zé]+|appréciée?`;
const OF_JURY = fr`${JURY}|membres d[ue]`;

const required = (phrase: Phrase): true | undefined => {
  if (phrase.has(NOT_DEMANDED) || phrase.has(OF_JURY)) return undefined;
  const named = phrase.has(TITLE) || phrase.has(MUST_HAVE);
  return named && phrase.has(DEMANDED) && (phrase.has(WHO) || phrase.has(ENROLMENT)) ? true : undefined;
};
/** « L'inscription à l'ordre est obligatoire »: of those who compete, since it is not of the jury. */
const ENROLMENT = fr`inscription (?:au|a l'|a un)[^.;]{0,50}ordre [^.;]{0,40}(?:obligatoire|exigee|requise)`;
/** « L'équipe comprend obligatoirement un architecte ». */
const MUST_HAVE = fr`seule?s? (?:des |les |un |une )?${PROFESSION},?(?: [a-z',-]+){0,4} (?:concourir|participer|candidater|soumissionner|admis[a-z]*)|(?:ouverte?|accessible|réservée?) (?:aux |à des |à tout |à toute )(?:seuls )?${PROFESSION}|(?:exig[a-ze]+|obligatoire(?:ment)?|doi(?:t|vent)|devr(?:a|ont)|imperativement|necessairement|au moins (?:un|une)|reserve(?:e)?(?: aux)?|compose(?:e)?s? d'au|mandataire(?: [a-z]+){0,3} (?:est|sera)),?(?: [a-z',-]+){0,9}? ${PROFESSION}|${PROFESSION},?(?: [a-z',-]+){0,8}? (?:est|sont|obligatoire|exige)(?: [a-z]+)? ?(?:exige[a-z]*|requis[a-z]*|obligatoire|mandataire)?`;

const QUALIFIED = fr`qualifi[a-zé]+|diplôm[a-zé]+|compétences?|titres?|équivalente?s?|même (?:profession|titre|qualification)|${PROFESSION}|maîtres d'oeuvre|profession(?:nels?)? `;
const ENOUGH = fr`une? sur (?:deux|trois)|(?:au moins |minimum )?(?:un|le|1\/3|deux) tiers|tiers|1\/3|(?:la |une )?moitié|majorité|2\/3|trois quarts|tous (?:les membres|architectes|ingénieurs)|chaque membre|chacun des membres`;
const NOT_ENOUGH = fr`une? sur (?:quatre|cinq|six|sept|huit|neuf|dix)|(?:un|le) (?:quart|cinquième|sixième|dixième|septième|huitième)|moins d'un tiers|1\/[4-9]|(?:un|1) (?:seul )?membre (?:au moins |seulement )?(?:[a-z']+ ){0,6}?(?:qualifi|diplôm|possèd)[a-zé]*|un membre au moins`;

const third = (phrase: Phrase): 'enough' | 'under' | undefined => {
  if (!phrase.has(QUALIFIED) || !phrase.has(fr`membres?|jury|jurés|composition|d'entre (?:eux|elles)`))
    return undefined;
  if (phrase.has(NOT_ENOUGH)) return phrase.has(OF_TEAM) ? undefined : 'under';
  const share = shares(phrase.folded).find((x) => x.unit === 'percent');
  if (share && phrase.has(fr`membres|jury`)) return share.value >= 33 ? 'enough' : 'under';
  return phrase.has(ENOUGH) && !phrase.has(fr`n'est|ne sont|aucun`) ? 'enough' : undefined;
};

/** « Au moins un membre de l'équipe »: of those who compete. */
const OF_TEAM = fr`membres? (?:de (?:l'|chaque |la |votre |son )|d'une |du )(?:équipe|groupement|candidat)`;

const SEATS = '(?:membres?|personnes?|personnalites?|jures?|voix deliberatives?|experts?|sieges?|professionnels?)';
const COUNT_OR_ARTICLE =
  /^(?:(?:et |ainsi que |dont |de |d'|soit )*)(?:(?:le |la |l'|les |des |du |un |une )|(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) )/;

/** Content words that tell a profession from another, cut to a stem. */
const stems = (words: string): ReadonlySet<string> =>
  new Set(
    [...words.matchAll(/[a-z]{5,}/g)]
      .map((m) => m[0])
      .filter(
        (w) =>
          !COMMON.has(w) &&
          !/^(?:equip|candid|concour|particip|membr|moins|titul|diplom|profess|qualif|exig|obligat|compren|doive|comport|exerc|jury|justif|designe(?:e?s?$|nt$|ra))/.test(
            w,
          ),
      )
      .map((w) => w.slice(0, 6)),
  );
const COMMON = new Set(
  'chaque toute toutes comme selon avec leurs autre autres peine irrecevabilite presence parmi ordre tableau inscrit inscrite licence master titre titres niveau etats europeen equivalent equivalente domaine specialise specialisee personne personnes'.split(
    ' ',
  ),
);

/** « Présidente du conseil », « designer de services »: words that tell a profession, « conseiller en économie sociale », with others alone. */
const WEAK = new Set(
  'consei servic social public munici admini genera region depart commun direct bureau charge jeunes techni'.split(' '),
);
const tells = (shared: readonly string[]): boolean => shared.length > 1 || shared.some((w) => !WEAK.has(w));

const isQualified = (seat: string, wanted: ReadonlySet<string>): boolean =>
  tells([...stems(seat)].filter((w) => wanted.has(w))) ||
  (has(seat, fr`qualifi[a-zé]+|même qualification|cette qualification|diplômée?s?`) &&
    !has(seat, fr`non qualifi[a-z]+`));

const headcount = (seat: string): number => {
  const first = numbers(seat, { articles: true })[0];
  return first && first.from <= 14 && Number.isInteger(first.value) && first.value < 40 ? first.value : 1;
};

interface Seat {
  readonly words: string;
  readonly count: number;
}

const BODY = fr`collèges?|jurés?|membres?`;
/** The column that counts seats, by its name; one of figures alone for choice, be it under « Membres »; -1 for none. */
const seatsIn = (table: Table): number => {
  const isFigures = (column: number) =>
    table.rows.every((r) => /^[^a-z\d]*\d[^a-z]*$/.test(r.cells[column]?.folded ?? ''));
  const counted = table.header.cells.findIndex((c, i) => c.has(COUNTS_SEATS) && isFigures(i));
  return counted < 0 ? table.column(fr`nombre|effectif|sièges?|voix`) : counted;
};
/** A row that sums up, or of those who replace others; « la présidente, ou son suppléant » has its seat. */
const NO_SEAT = /^[^a-z]*(?:total|suppleante?s?(?![a-z]))/;
const COUNTS_SEATS = fr`nombre|effectif|sièges?|voix|membres?`;
const seatsOfTable = (table: Table): Seat[] => {
  const column = seatsIn(table);
  return table.rows
    .filter((r) => !NO_SEAT.test(r.cells[0]?.folded ?? ''))
    .map((r) => {
      const words = r.cells.map((c) => c.folded).join(' ');
      const figure = column < 0 ? undefined : /\d+/.exec(r.cells[column]?.folded ?? '')?.[0];
      const count = figure ? Number(figure) : headcount(nameOf(r));
      return { words, count };
    });
};

/** The row that seats some of the qualification, where a buyer looks; undefined for none. */
const rowOf = (table: Table, wanted: ReadonlySet<string>): Sentence | undefined =>
  table.rows.flatMap(({ cells }) => cells).find((c) => isQualified(c.folded, wanted))?.sentences[0];

/** « Deux élus », the first words of a row, a number before them left out. */
const nameOf = ({ cells }: Table['header']): string =>
  (cells.find((c) => c.has(WORD))?.folded ?? '').replace(/^[^a-z]*\d[^a-z]*/, '');
const WORD = /[a-z]{3}/;

/** « deux élus, une assistante sociale et un chercheur »: what is enumerated after the stop. */
const seatsOfWords = (words: string): Seat[] =>
  words
    .split(/[,;]| (?:et|ainsi que) (?=(?:de |d')?(?:une?|l[ea]s?|l'|deux|trois|quatre|cinq|six|\d))/)
    .map((w) => w.trim())
    .filter((w) => COUNT_OR_ARTICLE.test(`${w} `))
    .map((w) => ({ words: w, count: headcount(w.replace(/^(?:et |ainsi que |dont |d')+/, '')) }));

/** « Cinq membres, dont deux architectes »: the seats of the part that has some of the qualification. */
function qualifiedPart(spoken: readonly Sentence[], wanted: ReadonlySet<string>) {
  for (const sentence of spoken) {
    const part = find(sentence.folded, fr`dont|parmi lesquels`);
    const seats = part ? seatsOfWords(sentence.folded.slice(part.to)) : [];
    if (seats.some((x) => isQualified(x.words, wanted))) return { seats, sentence };
  }
  return undefined;
}

function composition(draft: Draft, wanted: ReadonlySet<string>): Composition | undefined {
  const isJury = (s: Sentence) =>
    s.has(fr`${JURY}|il (?:réunit|comprend|compte|est composé)|membres`) &&
    (s.has(fr`${JURY}`) || s.section.under(fr`${JURY}|qui juge`));
  const spoken = draft.sentences.filter((s) => isJury(s) && !s.has(fr`ne délibère|quorum|présents|suppléants`));
  const tables = draft.tables.filter(
    (t) =>
      t.section.under(fr`${JURY}|qui juge`) || t.lead?.has(fr`${JURY}`) || (seatsIn(t) >= 0 && t.column(BODY) >= 0),
  );
  const totals = spoken.flatMap((s) =>
    counts(s.folded, SEATS)
      .filter((c) => c.value > 2 && !c.bound && !has(s.folded.slice(0, c.from).slice(-8), fr`dont|au moins`))
      .map(({ value }) => ({ value, sentence: s })),
  );
  const total = totals[0]?.value;
  const counted = totals[0]?.sentence;
  const of = (seats: readonly Seat[], sentence: Sentence | undefined): Composition | undefined => {
    const sum = seats.reduce((n, s) => n + s.count, 0);
    const members = total ?? sum;
    const qualified = seats.filter((s) => isQualified(s.words, wanted)).reduce((n, s) => n + s.count, 0);
    return members > 2 ? { members, qualified, sentence } : undefined;
  };
  const own = total && qualifiedPart(spoken, wanted);
  if (own) return of(own.seats, own.sentence);
  const among = total && countedAmong(draft, total, wanted);
  if (among) return among;
  const part = amongMembers(draft);
  if (part && isQualified(part.words, wanted)) return { ...part.of, qualified: part.count };
  const described = tables.filter((t) => t.rows.length > 1);
  const table = described.find((t) => seatsIn(t) >= 0) ?? described[0];
  if (table) return of(seatsOfTable(table), counted ?? spoken[0] ?? rowOf(table, wanted));
  for (const s of spoken) {
    const seats = seatsOfSentence(s);
    if (seats.length > 1) return of(seats, s);
  }
  return undefined;
}

/** « Trois d'entre eux sont architectes », under the members: what a sentence counts by itself, and ends up with. */
function countedAmong(draft: Draft, members: number, wanted: ReadonlySet<string>): Composition | undefined {
  const sentence = draft
    .sentencesWith(AMONG_THEM)
    .find((s) => s.section.under(fr`${JURY}`) && isQualified(s.folded, wanted) && !s.has(PRESENT));
  const [part] = sentence ? counts(sentence.folded, AMONG_THEM.source) : [];
  return part && { members, qualified: part.value, sentence };
}
const AMONG_THEM = fr`d'entre (?:eux|elles)`;
const PRESENT = fr`présente?s?|délibère[a-z]*|quorum|suppléante?s?|absente?s?`;

/** « Jury | 8 membres », then « dont paysagistes | 2 ». */
function amongMembers(draft: Draft): (Seat & { readonly of: Omit<Composition, 'qualified'> }) | undefined {
  const cells = labelled(draft);
  const all = cells.find(({ label, said }) => label.has(fr`${JURY}`) && counts(said.folded, SEATS).length > 0);
  const [total] = all ? counts(all.said.folded, SEATS) : [];
  const part = cells.find(({ label, sentence: s }) => /^[^a-z]*dont /.test(label.folded) && /^\d{1,2}/.test(s.folded));
  if (!all || !total || !part || part.sentence.passage.table !== all.sentence.passage.table) return undefined;
  const of = { members: total.value, sentence: all.sentence };
  return { words: part.label.folded, count: Number.parseInt(part.sentence.folded, 10), of };
}

/** The seats that a sentence gives, in the list that it announces or in its own words. */
function seatsOfSentence({ folded, passage: { items } }: Sentence): readonly Seat[] {
  if (/: ?$/.test(folded) && items.length > 1)
    return items.map((i) => ({ words: i.folded, count: headcount(i.folded) }));
  const stop = find(folded, fr`compos[a-ze]+ (?:de|d'|comme suit)|:|réunit|comprend|compte|rassemble`);
  return stop ? seatsOfWords(afterTotal(folded.slice(stop.to))) : [];
}

/** What follows « sept personnes : ». */
const afterTotal = (words: string): string => {
  const colon = words.indexOf(':');
  return colon < 60 ? words.slice(colon + 1) : words;
};

/** It, or what announces it, asks something of those who compete. */
const isDemand = (s: Sentence): boolean => {
  const said = [s, ...(s.passage.lead ? [s.passage.lead] : [])];
  const has = (pattern: RegExp) => said.some((p) => p.has(pattern));
  return !has(NOT_DEMANDED) && !has(OF_JURY) && has(DEMANDED) && has(WHO);
};

/** The qualification required of those who compete, and the part of the jury that has it. */
export const juryQualification = defineFact<JuryQualification>({
  id: 'jury-qualification',
  title: 'Qualification du jury',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(required).map((f) => f.sentence);
    const heard = telling(piece, 'concours/qualification-exigee')
      .filter(({ surety, sentence: s }) => surety === 'sure' && isDemand(s) && !found.includes(s))
      .map(({ sentence }) => sentence);
    const asked = [...found, ...listed(draft), ...inRows(draft), ...heard].filter(
      (s) =>
        !s.section.under(fr`${JURY}`) ||
        s.has(fr`${PARTICIPANTS}|mandataires?|concourir|candidater`) ||
        s.has(ENROLMENT),
    );
    // « un quart d'entre eux »: of the jury, where the sentence before speaks of it.
    const said = draft
      .collect(third)
      .filter(({ sentence: s }) => s.has(fr`membres?|jury|jurés|composition`) || s.previous?.has(fr`${JURY}`));
    const wanted = stems(asked.map((s) => s.folded).join(' '));
    return {
      required: asked[0],
      third:
        said.some((f) => f.value === 'enough') ||
        (!said.some((f) => f.value === 'under') &&
          answering(
            piece,
            'concours/tiers-qualifie',
            (s, sure) => sure && s.has(fr`${JURY}|membres?`) && s.has(ENOUGH),
          ) !== undefined) ||
        draft.sentencesWith(fr`${JURY}|membres`).some((s) => s.has(fr`qualification`) && refersElsewhere(s)),
      under: said.find((f) => f.value === 'under')?.sentence,
      composition: composition(draft, wanted),
      jurySentence: piece.ask(jury).sentence,
    };
  },
  show: ({ required: r, third: t, under, composition: c }) =>
    r || under
      ? { exigee: r !== undefined, tiers: t, ...(c && { membres: c.members, qualifies: c.qualified }) }
      : undefined,
});

/** « Qualification exigée des candidats | Paysagiste concepteur » */
const inRows = (draft: Draft): Sentence[] =>
  labelled(draft)
    .filter(
      ({ label, said }) =>
        label.has(fr`qualifications?|titres?|diplômes?`) &&
        label.has(DEMANDED) &&
        !said.has(NOT_DEMANDED) &&
        !said.has(OF_JURY) &&
        !said.has(fr`aucune?|néant|sans objet`),
    )
    .map(({ sentence }) => sentence);

/** Items of a list that says what a team must have. */
const listed = (draft: Draft): Sentence[] =>
  draft.passages
    .filter(
      (p) =>
        p.list &&
        p.has(TITLE) &&
        !p.has(NOT_DEMANDED) &&
        p.lead?.has(DEMANDED) &&
        p.lead.has(WHO) &&
        !p.lead.has(OF_JURY),
    )
    .flatMap((p) => p.sentences.slice(0, 1));
