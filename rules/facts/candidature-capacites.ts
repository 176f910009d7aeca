import type { Passage, Section, Sentence } from '../kit/draft.ts';
import { type AmountItem, amounts } from '../kit/french/amounts.ts';
import { numbers } from '../kit/french/numbers.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import { find, findAll, has, type Match } from '../kit/text.ts';

/** A least turnover asked of the candidates. */
export interface ChiffreAffaires {
  /** Euros a year, as written; undefined when it is given as a multiple of the contract's amount. */
  readonly montant: number | undefined;
  /** « deux fois le montant estimé »: 2; undefined when it is given in euros. */
  readonly multiple: number | undefined;
  readonly tax: AmountItem['tax'];
  /** Number of the lot it is for; undefined when it names none. */
  readonly lot: string | undefined;
  /** The reason of so high a level is written in the same article. */
  readonly justifie: boolean;
  /** The amount or multiple as written. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const CA = fr`chiffres? d'affaires?|c\.?a\.? (?:annuel|moyen|global|minimum|minimal|minimaux|total|ht|h\.t)`;
const REQUIRED = fr`minim(?:um|a|al|ale|aux|ales)|au moins|superieure?s? (?:ou egale?s? )?au?|egale?s? au?|atteindre|atteint|atteigne|inferieure?s? au?|exige[a-z]*|requis(?:es?)?|plancher|seuil|en deca|en dessous|doi(?:t|vent)|devr(?:a|ont)|justifi(?:e|ent|er|era|eront) (?:d'un|d'une|de)|preuve (?:d'un|de)|dispos(?:e|ent|er|ant) d'un|realis(?:e|er|ant|ent)|niveau`;
const FREE = fr`(?:aucun|pas de|sans)(?: (?:niveau|seuil|montant|minimum|plancher|chiffre))+|n'est (?:pas )?(?:exige|requis|demande|impose|fixe)|a titre (?:indicatif|d'information|informatif)|pour information`;
const OTHER = fr`redevances?|petites? (?:et|ou) moyennes?|pme|microentreprises?|jeunes? entreprises?|n'exced(?:e|ent) pas|amendes?|rgpd|penalites?|% (?:de|du) (?:son |leur |ce )?chiffre|pour cent (?:de|du) (?:son |leur )?chiffre|cumule[a-z]*|ristourne|remise de fin`;
/** Before an amount: it is the contract's, not the turnover's. */
const ESTIMATE = /(?:estime|estimation|valeur|montant (?:du|de)|enveloppe|budget)[a-z' -]*(?:[a-z']+ ){0,6}$/;
const LOT = fr`lots? (?:n ?° ?|numero )?(?<lot>\d{1,2}|[a-h](?= ))`;
const TIMES = fr`fois (?:et demie? )?(?:le |la |l'|celui |celle )?(?:montant|valeur|estimation|prix|cout|budget)`;
const MULTIPLES: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, quintuple: 5 };
const MULTIPLE = fr`(?<word>double|triple|quadruple|quintuple) (?:du |de la |de l'|de celui )(?:montant|valeur|estimation|prix|cout|budget)?`;
const REASON = fr`(?:est|sont|etant|se) (?:ainsi |donc |dument )?justifie[a-z]*|justifiee?s? (?:par|en raison)|se justifie|justification|en raison d[eu]s?|s'explique[a-z]*|motivee?s? par|compte tenu|au regard d[eu]s?|eu egard|du fait d[eu]s?|dicte[a-z]* par|risques?`;
const LEVEL = fr`chiffres? d'affaires?|ce niveau|ce montant|ce seuil|cette exigence|ce plancher|ce minimum`;

interface Level {
  readonly match: Match;
  readonly montant: number | undefined;
  readonly multiple: number | undefined;
  readonly tax: AmountItem['tax'];
}

interface Read {
  readonly named: boolean;
  readonly required: boolean;
  readonly levels: readonly Level[];
}

const read = (phrase: Phrase): Read | undefined => {
  const { folded } = phrase;
  const ca = find(folded, CA);
  const items = amounts(folded);
  if (!ca && items.length === 0) return undefined;
  if (has(folded, OTHER) || has(folded, FREE)) return undefined;
  const levels: Level[] = [];
  const times = multipleOf(folded);
  if (ca && times) levels.push(times);
  if (!times)
    for (const item of items) {
      if (ESTIMATE.test(folded.slice(Math.max(0, item.from - 70), item.from)) && !turnoverNear(folded, item)) continue;
      if (item.unit && item.unit !== 'an' && item.unit !== 'lot') continue;
      levels.push({
        match: trimmed(folded, item),
        montant: item.value,
        multiple: undefined,
        tax: item.tax,
      });
    }
  if (levels.length === 0) return undefined;
  return { named: ca !== undefined, required: has(folded, REQUIRED), levels };
};

/** An amount without the full stop of its sentence (« 500 000 € HT. »). */
const trimmed = (folded: string, { from, to }: AmountItem): Match => {
  const text = folded.slice(from, to).replace(/(?<=ht|ttc|€|euros)\.$/, '');
  return { from, to: from + text.length, text, groups: {} };
};

/** « … la valeur estimée étant de 90 000 €, un chiffre d'affaires de 120 000 € » */
const turnoverNear = (folded: string, item: AmountItem) =>
  has(folded.slice(Math.max(0, item.from - 50), item.from), CA);

function multipleOf(folded: string): Level | undefined {
  const word = find(folded, MULTIPLE);
  const value = word?.groups.word && MULTIPLES[word.groups.word];
  if (word && value) return { match: word, montant: undefined, multiple: value, tax: undefined };
  const times = find(folded, TIMES);
  if (!times) return undefined;
  const number = numbers(folded, { articles: true }).find((n) => n.to <= times.from && times.from - n.to <= 6);
  if (!number) return undefined;
  const half = /^fois et demie? /.exec(times.text);
  const to = times.from + (half ? half[0].length - 1 : 'fois'.length);
  const match = { from: number.from, to, text: folded.slice(number.from, to), groups: {} };
  return { match, montant: undefined, multiple: number.value + (half ? 0.5 : 0), tax: undefined };
}

/** What names the figure of a cell or item: its row's label, its column, the head of its list. */
const labelsOf = (passage: Passage): string => {
  const row = passage.table?.rowOf(passage);
  if (!row) return passage.list ? (passage.lead?.folded ?? '') : '';
  const label = row.cells[0] === passage ? undefined : row.cells[0];
  return [label?.folded, passage.table?.headerOf(passage)?.folded, passage.table?.lead?.folded].join(' ; ');
};

/** The lot of a level. In a sentence lots stand all before their levels, or all after: the first tells. */
function lotOf(sentence: Sentence, level: Level, levels: readonly Level[]): string | undefined {
  const { folded, passage } = sentence;
  const rank = levels.indexOf(level);
  const before = folded.slice(levels[rank - 1]?.match.to ?? 0, level.match.from);
  const after = folded.slice(level.match.to, levels[rank + 1]?.match.from ?? folded.length);
  const leads = has(folded.slice(0, levels[0]?.match.from), LOT);
  const own = findAll(leads ? before : after, LOT).at(leads ? -1 : 0);
  if (own) return own.groups.lot;
  for (const words of [labelsOf(passage), passage.section.title]) {
    const m = find(words, LOT);
    if (m) return m.groups.lot;
  }
  const earlier = sentence.previous?.findAll(LOT) ?? [];
  return earlier.length === 1 && /^(?:il|elle|le candidat|celui)/.test(folded) ? earlier[0]?.groups.lot : undefined;
}

const isReasoned = (section: Section): boolean => section.sentences.some((s) => s.has(LEVEL) && s.has(REASON));

const LEAST_LEVELS = fr`niveaux? minim[a-z]+|capacites? minim[a-z]+`;
function turnovers(piece: Piece): ChiffreAffaires[] {
  return piece.draft.collect(read).flatMap(({ value, sentence }): ChiffreAffaires[] => {
    const labels = labelsOf(sentence.passage);
    const named = value.named || has(labels, CA);
    if (!named || has(labels, FREE) || has(labels, OTHER)) return [];
    const cell = sentence.passage.cell !== undefined || sentence.passage.list !== undefined;
    const required = value.required || has(labels, REQUIRED) || (cell && sentence.section.under(LEAST_LEVELS));
    if (!required) return [];
    const several = new Set(value.levels.map((l) => l.montant)).size > 1 && sentence.findAll(LOT).length < 2;
    const kept = several ? value.levels.slice(0, 1) : value.levels;
    return kept.map((level) => ({
      montant: level.montant,
      multiple: level.multiple,
      tax: level.tax,
      lot: lotOf(sentence, level, kept),
      justifie: isReasoned(sentence.section),
      at: sentence.at(level.match),
      sentence,
    }));
  });
}

const REF = fr`references?(?! (?:cadastral|normativ|bancair|commerciale|du (?:produit|marche|dossier|present)|de (?:l'offre|la consultation|dossier)|aux? |reglementaire|catalogue|techniques? (?:du|des) (?:produit|materiel)))[a-z]*|(?:prestations?|marches?|contrats?|operations?|realisations?|chantiers?|missions?|projets?|travaux|livraisons?|fournitures?|etudes?)(?: (?:de|d'|du|des)(?: ?[a-z'-]+){1,5}?)? (?:similaires?|comparables?|equivalente?s?|analogues?|semblables?|de meme nature|deja (?:realise|execute|conduit|livre)[a-z]*|execute[a-z]*|livre[a-z]*|realise[a-z]*)|(?:ans|annees) d'experience|experiences? (?:prealable|anterieure|similaire|comparable|d'au moins|de (?:\w+ )?(?:annees|ans)|reussie|significative)[a-z]*`;
const OUT = fr`eliminatoires?|elimin(?:e|ee|es|ees|ation|er|era|ent)|(?:rejet|exclusion|irrecevabilite|inadmissibilite)|(?:rejete|ecarte|exclu|refuse)(?:e|s|es)?|irrecevables?|non recevables?|ecartera|rejettera|ne (?:sera|seront|peut|peuvent|pourra|pourront|saurait|sauraient) (?:pas )?(?:etre )?(?:admis|retenu|examine|etudie|recevable|accepte|analyse|prise? en (?:compte|consideration)|concourir|candidater|soumissionner|participer)[a-z]*|n'est pas (?:admis|retenu|examine|recevable|accepte)[a-z]*|ne sont pas (?:admis|retenu|examine|recevable|accepte)[a-z]*`;
const ONLY = fr`seul(?:e?s)? (?:sont|seront|est|sera|peuvent|pourront)?(?: ?[a-z'-]+){0,8}`;
const ADMITTED = fr`(?:admis|retenu|examine|recevable|autorise|accepte|analyse)(?:e|s|es)?|(?:peuvent|pourront|peut|pourra) (?:[a-z]+ )?(?:concourir|candidater|soumissionner|participer|etre)`;
/** « L'absence de références n'est pas éliminatoire », « ne suffit pas à l'éliminer ». */
const KEPT = fr`(?:n'est|ne sera|ne serait|ne sont|ne seront)(?: (?!ser|sont)[a-z']+){0,4}? (?:elimin|ecart|exclu|rejet|irrecevab|penalis|disqualifi)[a-z]*|(?:ne (?:peut|peuvent|pourra|pourront|saurait|sauraient|doit|doivent)|n'a pas vocation)(?: [a-z',]+){0,6}? (?:justifier|suffire|constituer|conduire|entrainer|motiver|elimin[a-z]*|ecart[a-z]*|exclu[a-z]*|rejet[a-z]*)|(?:n'entraine|n'entrainera|ne conduit|ne conduira|ne justifie|ne suffit|ne suffira|ne constitue|n'emporte|ne vaut|n'exclut|n'elimine)|a elle seule|a lui seul|pour ce (?:seul )?motif|de ce (?:seul )?fait|sans (?:etre|que) (?:elimin|ecart|exclu)[a-z]*|ni eliminatoires?|regularis[a-z]+|invitee?s? a completer`;
const OTHER_PROOF = fr`(?:tout|toute|tous|par d'|un|d') ?(?:autres?|moyens?) ?(?:elements?|moyens?|preuves?|documents?|justificatifs?|titres?)?(?: [a-z]+){0,3}|par tout(?:e)? (?:moyen|preuve)|d'autres (?:moyens|elements|preuves|justificatifs)|autres? (?:moyens?|preuves?|elements?|justificatifs?)|ou equivalente?s?|a defaut d'en avoir`;
const MANY = fr`au moins|minimum|minimale?|moins de|une|deux|trois|quatre|cinq|six|\d+`;
const LACK = fr`absence|defaut|faute|a defaut|sans|aucune?|ne (?:peut|peuvent|pourra|pourront|justifi[a-z]+|presente[a-z]*|dispos[a-z]+|produi[a-z]+|fourni[a-z]+)|n'(?:ayant|a|ont|est|en|etant)|moins d|depourvu[a-z]*|dans le cas contraire|sous peine|peine d|manque|insuffisan[a-z]+|ne pas|ne [a-z]+ant`;
const OTHERWISE =
  /^(?:a defaut|faute d|dans le cas contraire|sinon|en l'absence|toute? (?:candidature|candidat|entreprise)|les (?:candidats|candidatures|entreprises)|le candidat)/;
const NOT_CAPACITY = fr`criteres? (?:de jugement|d'attribution)|notee?s?|ponderation|l'offre (?:est|sera)|les offres`;

interface RefRead {
  readonly ref: boolean;
  readonly out: boolean;
  readonly kept: boolean;
  readonly proof: boolean;
  readonly many: boolean;
  readonly lack: boolean;
  readonly only: boolean;
}

const ALONE_OUT = fr`a elle seule eliminatoire`;
const readRef = (phrase: Phrase): RefRead | undefined => {
  const ref = phrase.has(REF);
  const out = phrase.has(OUT);
  if (!ref && !out) return undefined;
  return {
    ref,
    out,
    kept: phrase.has(KEPT) && !phrase.has(ALONE_OUT),
    proof: phrase.has(OTHER_PROOF),
    many: phrase.has(MANY),
    lack: phrase.has(LACK),
    only: phrase.has(ONLY) && phrase.has(ADMITTED),
  };
};

export interface Said {
  readonly at: Span;
  readonly sentence: Sentence;
}

const UNMET = fr`ne remplissant pas|ne satisfaisant pas|qui n'en`;
const ELIMINATING = fr`eliminatoire`;
/** Where the want of references alone puts a candidate out. */
function eliminating(piece: Piece): Said[] {
  const found = piece.draft.collect(readRef);
  const by = new Map(found.map((f) => [f.sentence, f.value]));
  const only = piece.draft.collect(readOnly);
  const out: Said[] = [];
  const open = (s: Sentence) => {
    const all = s.passage.sentences;
    return all.some((o) => o !== s && o.has(OTHER_PROOF) && (o.has(REF) || by.get(s)?.ref === true));
  };
  for (const { sentence } of only) if (!open(sentence)) out.push({ at: sentence.span, sentence });
  for (const { value, sentence } of found) {
    if (value.kept || value.proof || sentence.has(NOT_CAPACITY)) continue;
    const { passage } = sentence;
    if (passage.kind === 'heading') continue;
    const own = value.ref && value.out && (value.lack || value.many);
    const previous = sentence.previous;
    const before = previous ? by.get(previous) : undefined;
    const follows =
      !value.ref &&
      value.out &&
      before?.ref === true &&
      !before.kept &&
      !before.proof &&
      OTHERWISE.test(sentence.folded) &&
      (value.lack || sentence.has(UNMET));
    // « Sous peine d'élimination, le candidat présente : – trois références au moins ».
    const lead = passage.list ? passage.lead : undefined;
    const led = value.ref && value.many && lead?.has(OUT) === true && !lead.has(KEPT) && !lead.has(OTHER_PROOF);
    const row = passage.table?.rowOf(passage);
    const cells = row?.cells.filter((c) => c !== passage) ?? [];
    const column = passage.table?.headerOf(passage);
    const tabled =
      !value.ref &&
      value.out &&
      /^(?:[a-z' ]{0,20})?(?:eliminatoire|oui)/.test(sentence.folded) &&
      cells.some((c) => c.has(REF) && !c.has(OTHER_PROOF));
    const said =
      value.ref &&
      column !== undefined &&
      cells.some((c) => /^oui/.test(c.folded) && passage.table?.headerOf(c)?.has(ELIMINATING));
    if ((own || follows || led || tabled || said) && !open(sentence) && !out.some((o) => o.sentence === sentence))
      out.push({ at: sentence.span, sentence });
  }
  return out.sort((a, b) => a.at.start - b.at.start);
}

const NOT_CANDIDATE = fr`attributaire|notee?s?|offres?`;
/** « Seules seront admises les candidatures présentant trois références. » */
const readOnly = (phrase: Phrase): true | undefined =>
  phrase.has(REF) &&
  phrase.has(
    /^(?:par ailleurs,? |en outre,? )?(?:ne (?:sont|seront) (?:admis|retenu|examine)[a-z]* que|seul(?:e?s)?) /,
  ) &&
  phrase.has(ADMITTED) &&
  !phrase.has(OTHER_PROOF) &&
  !phrase.has(NOT_CANDIDATE)
    ? true
    : undefined;

export interface Capacites {
  readonly chiffresAffaires: readonly ChiffreAffaires[];
  /** Where having no references is enough to be left out. */
  readonly referencesEliminatoires: readonly Said[];
}

/** What is asked of the candidates' capacities: least turnover, references without which they are left out. */
export const capacites = defineFact<Capacites>({
  id: 'capacites',
  title: 'Capacités demandées aux candidats',
  read: (piece) => ({ chiffresAffaires: turnovers(piece), referencesEliminatoires: eliminating(piece) }),
  show({ chiffresAffaires, referencesEliminatoires }) {
    if (chiffresAffaires.length + referencesEliminatoires.length === 0) return undefined;
    return {
      chiffreAffaires: chiffresAffaires.map(({ montant, multiple, lot, justifie }) => ({
        montant,
        multiple,
        lot,
        justifie,
      })),
      referencesEliminatoires: referencesEliminatoires.map((s) => s.sentence.text),
    };
  },
});
