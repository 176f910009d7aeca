import type { Draft, Passage } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { COMPOUNDS, type Entete, type KindSource, type Piece, type PieceKind } from '../../kit/piece.ts';
import { find, has } from '../../kit/text.ts';
import { STANDS_FOR } from './pieces-valant.ts';

const CCP = fr`cahier des (?:clauses|conditions|charges) (?:administratives et techniques )?particulières|c\.?c\.?p\.?|ccatp`;
const CCTP = fr`cahier des (?:clauses|conditions|charges) techniques(?: particulières)?|c\.?c\.?t\.?p\.?`;
/** Titles that name a piece, surest first. */
const TITLES: readonly (readonly [PieceKind, RegExp])[] = [
  ['reglement-concours', fr`règlement (?:du|de|d'un|particulier du) ?(?:la |l')?(?:concours|hackathon|défi|challenge)`],
  ['reglement-concours', fr`(?:concours|hackathon) (?:[a-z']+ ){0,6}- ?règlement`],
  [
    'appel-a-projets',
    fr`appels? à projets?|convention(?:-type)? (?:[a-z-]+ ){0,3}de (?:subvention|financement)|convention(?:-type)? (?:de subvention|d'attribution)`,
  ],
  [
    'rc',
    fr`lettres? de consultation(?= ${STANDS_FOR})|règlement (?:particulier )?(?:de (?:la )?consultation|d'appel d'offres|de (?:la )?mise en concurrence)`,
  ],
  [
    'ccap',
    fr`cahier des (?:clauses|conditions|charges) (?:administratives(?: (?:et techniques )?particulières)?|particulières)`,
  ],
  ['cctp', CCTP],
  [
    'programme-fonctionnel',
    fr`programme fonctionnel(?: détaillé)?|cahier des charges fonctionnel|expression (?:fonctionnelle )?des besoins`,
  ],
  ['ae', fr`acte d'engagement`],
  ['ccap', fr`c\.?c\.?a\.?p\.?|${CCP}`],
  ['cctp', fr`cahier des charges`],
  ['rc', fr`r\.?c\.?`],
];

/** Between the names of one document: « CCAP et CCTP », « CCAP (cahier …) – CCTP », « lettre de consultation valant RC ». */
const JOINED = new RegExp(`^ ?(?:particulieres? )?(?:et|&|[/+-]|${STANDS_FOR}) ?(?:le |la |l'|les |du |des |d'|un )?$`);

/** In the name of a file, between words. */
const BESIDE = /^ (?:et )?$/;
const STANDING = fr`${STANDS_FOR}`;

/** The name of a file that does not say what it is a convention of. */
const CONVENTION = fr`convention(?: type)?`;

/** File names: words between separators. */
const NAMES: readonly (readonly [PieceKind, RegExp])[] = [
  [
    'reglement-concours',
    fr`règlement (?:[a-z0-9]+ ){0,3}(?:concours|hackathon|défi|challenge)|(?:concours|hackathon) règlement|rco`,
  ],
  [
    'appel-a-projets',
    fr`(?:règlement (?:[a-z0-9]+ ){0,3})?appel à projets?|aap|${CONVENTION.source}|convention (?:[a-z]+ )?subvention`,
  ],
  ['programme-fonctionnel', fr`programme fonctionnel|programme|pf|cdcf`],
  ['ccap', fr`ccap|ccatp|ccp|cahier (?:des )?clauses administratives`],
  ['cctp', fr`cctp|cahier (?:des )?(?:clauses techniques|charges)|cdc`],
  ['ae', fr`ae|acte (?:d )?engagement|attri1`],
  ['rc', fr`rc|règlement (?:de )?(?:la )?consultation|reglement|rdc|lettre (?:de )?(?:la )?consultation`],
];

const asWords = (name: string): string => plain(name).replace(/[^a-z0-9]+/g, ' ');

/** The kind of piece whose name a file or a folder begins with, its number left out: « 01 - RC », « 03_CCTP lot 2 ». */
export function kindOfName(name: string): PieceKind | undefined {
  const words = asWords(name)
    .replace(/^ ?\d{1,2}(?![0-9])[a-z]? /, '')
    .trim();
  const found = firstIn(words, NAMES);
  return found?.from === 0 && words.split(' ').length <= 6 ? found.kind : undefined;
}

/** Words that a piece of its kind says of itself. */
const WORDS: readonly (readonly [PieceKind, RegExp])[] = [
  ['reglement-concours', fr`(?:le )?présent (?:règlement (?:du|de|d'un) (?:concours|hackathon)|concours|hackathon)`],
  ['rc', fr`(?:le )?présent règlement(?: de (?:la )?consultation)?`],
  ['ccap', fr`(?:le )?présent (?:ccap|cahier des clauses administratives particulières)`],
  ['cctp', fr`(?:le )?présent (?:cctp|cahier des clauses techniques particulières|cahier des charges)`],
  ['ae', fr`(?:le )?présent acte d'engagement`],
  ['programme-fonctionnel', fr`(?:le )?présent programme fonctionnel`],
  ['appel-a-projets', fr`(?:le )?présent appel à projets`],
];

/** The name of a rulebook; what it is the rulebook of follows, or stands alone on another line. */
const BOOK =
  "[^a-z0-9]*(?:reglement|cahier des charges)(?: particulier| general)?(?: ?[:-] ?| (?:(?:du|de|des|pour|relatif (?:a|au)) (?:la |le |l'|les )?|d'(?:un |une )?)?)";
/** Firms: « recrutement d'un bureau d'études » is a contract. */
const FIRM = fr`prestataires?|cabinets?|bureaux?|consultants?|maîtres? d'oeuvre|maîtrise|entreprises?|titulaires?|assistan(?:ts?|ce)|amo|opérateurs?|agences?|sociétés?|groupements?|fournisseurs?|organismes?`;

/** What is no tender, though its rulebook has the name of a piece of one. */
const CALLS: readonly (readonly [PieceKind, RegExp])[] = [
  ['appel-a-projets', fr`^(?:${BOOK})?appels? à projets?`],
  ['reglement-concours', fr`^${BOOK}(?:hackathon|défi|challenge)s?`],
  [
    'autre',
    fr`^(?:${BOOK})?(?:appels? à (?:candidatures?|manifestations? d'intérêts?|idées|initiatives|volontaires)|ami)`,
  ],
  ['autre', fr`^${BOOK}(?:label(?:lisation)?s?|prix|trophées?|bourses?|résidences?|jeu(?:-concours)?|intérieur)`],
  ['autre', fr`^${BOOK}recrutements?(?! (?:[a-z']+ ){0,3}(?:d'(?:un |une )?)?${FIRM})`],
];
/** A call for candidates may be the first phase of a tender. */
const TENDER = fr`marchés?|accords?-cadres?|consultation|appel d'offres|concours|concession|délégation|maîtrise d'oeuvre|ccap|cctp|ccp|rc`;
const TENDER_TEXT = fr`présent marché|présent accord-cadre|présente consultation|soumissionnaires?|règlement de (?:la )?consultation|actes? d'engagement|ccap|cctp`;
const FUNDING = fr`co-?financements?|subventions?|aides? financières?`;

/** Buyers that agree to buy together, what is given or lent: deeds of their own, and neither a grant nor a piece of the tender. */
const OTHER_DEED =
  /^[^a-z]*(?:projet de |modele de )?convention(?:-type| type)? (?:(?:constitutive )?(?:d[eu] |d'un )?groupements? de commandes?|(?:de |d')(?:dons?|mecenat|prets?|stages?|delegation|mise a disposition|occupation|servitude)(?![a-z]))/;

/** Characters of a title, at most. */
const TITLE_LENGTH = 160;

/** « Le titulaire », « le CCTP »: a convention of these is a contract that is paid, and no grant; its clauses are a CCAP's. */
const OF_CONTRACT = [fr`titulaires?`, fr`actes? d'engagement|cctp|ccap|ccag(?:-[a-z]+)?`];
const OF_GRANT = fr`subvention(?:s|née?s?)?|appels? à projets?|porteurs? de projets?`;
const isContractNamed = (draft: Draft, name: string): boolean =>
  has(name, CONVENTION) &&
  OF_CONTRACT.every((words) => draft.passagesWith(words).length > 0) &&
  draft.passagesWith(OF_GRANT).length === 0;

/** What a draft is whose first lines call for persons, projects or ideas; undefined where they do not, or for a tender. */
function calledFor(draft: Draft, name: string): PieceKind | undefined {
  const first = draft.passages.slice(0, 6).filter((p) => p.kind !== 'cell');
  const lines = first.map(titleIn).filter((line) => line.length <= TITLE_LENGTH);
  if (lines.some((line) => OTHER_DEED.test(line))) return 'autre';
  const kind = lines.map((line) => firstOf(line, CALLS)).find((k) => k !== undefined);
  if (kind !== 'autre') return kind;
  if (lines.some((line) => has(line, FUNDING))) return 'appel-a-projets';
  const isTender = [name, ...lines].some((line) => has(line, TENDER)) || draft.passagesWith(TENDER_TEXT).length > 0;
  return isTender ? undefined : kind;
}

interface Named {
  readonly kind: PieceKind;
  readonly from: number;
  readonly to: number;
}

const firstIn = (folded: string, list: readonly (readonly [PieceKind, RegExp])[]): Named | undefined => {
  let best: Named | undefined;
  for (const [kind, pattern] of list) {
    const found = find(folded, pattern);
    if (found && (!best || found.from < best.from)) best = { kind, from: found.from, to: found.to };
  }
  return best;
};

const firstOf = (folded: string, list: readonly (readonly [PieceKind, RegExp])[]): PieceKind | undefined =>
  firstIn(folded, list)?.kind;

/** Pieces of a contract: those that may be one document. */
const ONE: readonly PieceKind[] = ['rc', 'ccap', 'cctp', 'ae', 'programme-fonctionnel'];
const CCTP_BESIDE = fr`(?:l[ea]|du|au|et|aux?|par) (?:${CCTP})`;

/** The kinds that a title names as one document: « CCAP et CCTP », « acte d'engagement valant CCP ». */
function kindsIn(
  folded: string,
  list: readonly (readonly [PieceKind, RegExp])[],
  draft: Draft,
  joined = JOINED,
): readonly PieceKind[] {
  const kinds: PieceKind[] = [];
  let rest = folded;
  for (let found = firstIn(rest, list); found; found = firstIn(rest, list)) {
    if (kinds.length > 0 && !(ONE.includes(found.kind) && joined.test(rest.slice(0, found.from)))) break;
    kinds.push(found.kind);
    // A CCP that sends to a CCTP has left it the technical clauses.
    if (has(rest.slice(found.from, found.to), CCP) && !draft.passagesWith(CCTP_BESIDE).some((p) => !p.has(STANDING)))
      kinds.push('cctp');
    if (!ONE.includes(found.kind)) break;
    rest = rest.slice(found.to).replace(/^ ?\([^)]*\)/, '');
  }
  return [...new Set(kinds)];
}

/** What a contract says of itself, which a title « Contrat » alone does not tell from other deeds. */
const CONTRACT =
  /^ ?(?:projet de )?(?:contrat(?! (?:de (?:subvention|travail|ville|concession|bail|pret|location|projet)|d'objectifs?)\b)\b.*|(?:marche|accord-cadre)(?: ?$| (?:public|unique|subsequent|de (?:prestations?|services?|fournitures?|travaux|maintenance|maitrise)|n ?°|relatif).*))/;
const NO_CONTRACT = fr`rapport|note|avis|annexe|mémoire|avenant|décision|délibération|courrier|bordereau|bpu|dpgf|dqe|cadre|liste|programme|planning|procès-verbal|facture|guide|fiche`;
const CONTRACT_SELF = fr`(?:présent|ce|notre) (?:contrat|marché|accord-cadre)`;
const CONTRACT_PARTY = fr`titulaire|commande publique|pouvoir adjudicateur|procédure adaptée|appel d'offres|consultation`;

/** A deed that is the whole contract: it bears no other name. */
const isContract = (draft: Draft, heads: readonly Passage[]): boolean =>
  heads.some((p) => CONTRACT.test(p.folded)) &&
  !heads.some((p) => p.has(NO_CONTRACT)) &&
  draft.passagesWith(CONTRACT_SELF).length > 0 &&
  draft.passagesWith(CONTRACT_PARTY).length > 0;

/**
 * « Annexe 1 au RC – Cadre du mémoire technique »: a form that candidates fill is not the piece that it is annexed to. What
 * else is annexed to a piece (a programme, a plan of weights) is read as a part of it.
 */
const isAnnexedForm = (folded: string): boolean => /^[^a-z]*annexe\b/.test(folded) && has(folded, FORM);
const FORM = fr`cadres? (?:de |du |d')(?:la |l'|votre )?(?:réponse|mémoire|offre|présentation)|(?:cadre|bordereau|grille|fiche) (?:de )?réponses?|questionnaires?|formulaires?|modèles? (?:de |d')(?:lettre|courrier|mémoire|attestation|déclaration|pouvoir|engagement)s?|attestations?|déclarations?|canevas`;

/** A letter that asks for offers, and says how they are judged: the rules of a consultation. */
const LETTER =
  /^[^a-z]*lettre (?:de (?:la )?consultation|d'invitation a (?:remettre une offre|soumissionner))(?![a-z])/;
const ASKS_OFFERS = fr`(?:votre|vos|une|des|les) offres?|votre proposition|règlement de (?:la )?consultation|critères?`;
const isLetter = (draft: Draft, { folded }: Passage): boolean =>
  LETTER.test(folded) && draft.passagesWith(ASKS_OFFERS).length > 1;

/** Titles: they stand in the first lines; a list of documents further down names other pieces. */
const headsOf = (draft: Draft): Passage[] =>
  draft.passages.slice(0, 8).filter((p, i) => p.heading?.level === 1 || (i < 4 && isTitleLike(p)));

/** True for a form that candidates fill, annexed to a piece: it is no piece by itself, and may recall what pieces say. */
export const isFormOfPiece = ({ kind, draft }: Pick<Piece, 'kind' | 'draft'>): boolean =>
  kind === 'autre' && headsOf(draft).some((p) => isAnnexedForm(p.folded));

/** True for what a title or the name of the file calls an annex: it details the piece that it goes with, and is read with it. */
export const isAnnex = ({ draft, path }: Pick<Piece, 'draft' | 'path'>): boolean =>
  headsOf(draft).some((p) => /^[^a-z]*annexes?\b/.test(p.folded)) ||
  /^[^a-z]*annexes?(?![a-z])/.test(plain(path.split('/').pop() ?? ''));

/** What the first title that tells says; undefined where none does. In a call, « cahier des charges » is the name of many a rulebook. */
function titledKinds(draft: Draft, heads: readonly Passage[], isCalled: boolean): readonly PieceKind[] | undefined {
  for (const p of heads) {
    // « Lettre de consultation », over « valant règlement de la consultation et CCP ».
    const isAlone = !heads.some((other) => other.has(STANDING) && kindsIn(other.folded, TITLES, draft).length > 0);
    if (isLetter(draft, p) && isAlone) return ['rc'];
    const kinds = kindsIn(p.folded, TITLES, draft);
    if (kinds.length > 0 && !(isCalled && kinds[0] === 'cctp' && !p.has(CCTP))) return kinds;
  }
  return undefined;
}

/** « reglement.md », of some length, whose text speaks of no tender: the rules of something else. */
const isOtherRules = (draft: Draft, name: string): boolean =>
  /^ ?reglement ?(?:provisoire|interieur|general|final|v ?\d+)? ?$/.test(name) &&
  draft.passages.length > LONG &&
  draft.passagesWith(OF_TENDER).length === 0;
/** Passages after which a tender would have named itself. */
const LONG = 30;
const OF_TENDER = fr`${TENDER_TEXT.source}|marchés?|accords?-cadres?|appels? d'offres|pouvoirs? adjudicateurs?|acheteurs?|remise des offres|titulaire`;

/** What a file is, and how it is known: front matter, then `dce.yaml`, then title, then file name, then text. `autre` when nothing tells. */
export function kindsOf(draft: Draft, path: string, entete: Entete): { kinds: readonly PieceKind[]; from: KindSource } {
  const declared = entete.values.piece;
  if (typeof declared === 'string') {
    const kinds = COMPOUNDS[declared as keyof typeof COMPOUNDS] ?? [declared as PieceKind];
    return { kinds, from: entete.spans.piece ? 'front-matter' : 'dce-yaml' };
  }
  const heads = headsOf(draft);
  const name = plain((path.split('/').pop() ?? '').replace(/\.[a-z]+$/i, '')).replace(/[^a-z0-9]+/g, ' ');
  const called = calledFor(draft, name);
  if (heads.some((p) => isAnnexedForm(p.folded))) return { kinds: ['autre'], from: 'text' };
  const titled = titledKinds(draft, heads, called !== undefined);
  if (titled) return { kinds: titled, from: 'title' };
  if (called) return { kinds: [called], from: 'title' };
  const named = kindsIn(name, NAMES, draft, BESIDE);
  if (named[0] === 'appel-a-projets' && isContractNamed(draft, name)) return { kinds: ['ccap'], from: 'text' };
  if (named.length > 0 && !isOtherRules(draft, name)) return { kinds: named, from: 'name' };
  const [told] = WORDS.find(([, pattern]) => draft.passagesWith(pattern).length > 0) ?? [];
  if (told) return { kinds: [told], from: 'text' };
  if (isContract(draft, heads)) return { kinds: COMPOUNDS.contrat, from: 'title' };
  return { kinds: ['autre'], from: 'text' };
}

/** « Valant acte d'engagement et CCAP », in a line by itself, or under the object */
const STANDS_ALONE = new RegExp(`^[^a-z]*${STANDS_FOR}(?![a-z])`);
const standsAlone = ({ text }: Passage): boolean => text.split('\n').some((line) => STANDS_ALONE.test(plain(line)));

const isTitleLike = (p: Draft['passages'][number]) =>
  p.kind !== 'cell' &&
  p.folded.length <= TITLE_LENGTH &&
  (p.heading !== undefined || standsAlone(p) || p.content.bold >= p.text.trim().length || isLoud(p.text));

/** What a passage says, folded; of a long one its first line, which may be a title over more: « Règlement du label ⏎ Mis à jour… ». */
const titleIn = ({ text, folded }: Passage): string =>
  folded.length > TITLE_LENGTH ? plain(text.split('\n')[0] ?? '') : folded;

/** « LETTRE DE CONSULTATION ⏎ valant règlement de la consultation »: the first of its lines is in capitals. */
const isLoud = (text: string): boolean => {
  const [first = ''] = text.split('\n');
  return first === first.toUpperCase() && /\p{Lu}/u.test(first);
};

/** True for what its title says to be no piece of a tender, be its file called « règlement »: a call for persons, a label. */
export const isCall = ({ kind, kindFrom }: Piece): boolean => kind === 'autre' && kindFrom === 'title';

/** True when the file is a piece, or annexed to one: its kind is known, or its front matter speaks to the program. A README is none. */
export const isChecked = (piece: Piece): boolean =>
  piece.kind !== 'autre' ||
  isCall(piece) ||
  isFormOfPiece(piece) ||
  Object.keys(piece.entete.values).length > 0 ||
  piece.entete.problems.length > 0;
