import { overhear } from '../../rules/consultation/open.ts';
import { procedure } from '../../rules/facts/procedure/index.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { CheckResult } from './check.ts';
import { PIECE_NAMES } from './explain.ts';
import { chapitres, type Partie } from './guide-parties.ts';
import { type Finding, levelAt, targets } from './lint.ts';
import { faultOf } from './message.ts';
import { notices } from './notices.ts';
import type { Settings } from './settings.ts';
import type { Suppressed } from './suppress.ts';
import { THEMES, themeOf } from './themes.ts';

/**
 * `missing`: the rule has findings. `ignored`: all it finds is set aside with a reason. `met`: it finds no fault, which is no
 * proof of conformity. `not-applicable`: it had nothing to read. `unchecked`: it says nothing
 * here, for a reason of the program's (settings, a failure, another rule that speaks in its stead).
 */
export type Etat = 'missing' | 'ignored' | 'met' | 'not-applicable' | 'unchecked';

/** Where the consultation stands on one rule that rests on the guide. */
export interface Recommandation {
  readonly rule: Rule;
  readonly etat: Etat;
  /** The state in a few words of French: « à revoir », « rien à signaler »… */
  readonly label: string;
  /** Why it is in that state: a sentence in French. */
  readonly detail: string;
  /** `met` only: what the rule is about was read in the pieces. Otherwise its silence says nothing. */
  readonly seen: boolean;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** A part of the guide with its recommendations. Parts on which no rule rests have none. */
export interface PartieConformite extends Partie {
  readonly recommandations: readonly (Recommandation & { readonly page: number })[];
}

/** Rules that rest on the law alone, of one theme; or what the program says of itself. */
export interface ThemeConformite extends Partie {
  readonly recommandations: readonly (Recommandation & { readonly page?: undefined })[];
}

export interface Conformite {
  readonly chapitres: readonly (Partie & { readonly parties: readonly PartieConformite[] })[];
  /** What no part of the guide holds, so that every finding of the check has its place. */
  readonly horsGuide: readonly ThemeConformite[];
  /** Rules of the guide in each state, each counted once however many parts it rests on. */
  readonly totals: Readonly<Record<Etat, number>>;
}

/** What `check` was given and gave. */
export interface Checked extends CheckResult {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
}

type Answer = Pick<Recommandation, 'etat' | 'label' | 'detail' | 'seen'>;

/** Under which regime a rule works, and so no matter of its own but for the rule that asks for it to be said. */
const FRAME = { fact: 'procedure', rule: 'procedure/non-indiquee' };

/** Facts that tell in what setting a rule works and not what it finds there; the rule for which one of them is the matter. */
const SETTING: Readonly<Record<string, string | undefined>> = {
  procedure: FRAME.rule,
  montants: 'procedure/seuil-mapa',
  ccag: 'droit/ccag-perime',
  nature: undefined,
  prestations: undefined,
  recherche: undefined,
  lecture: undefined,
};

const notApplicable = (detail: string): Answer => ({
  etat: 'not-applicable',
  label: 'sans objet',
  detail,
  seen: false,
});
const unchecked = (detail: string): Answer => ({ etat: 'unchecked', label: 'non vérifié', detail, seen: false });

const ANOTHER = {
  ...notApplicable('Ce dossier suit une autre procédure ; le constat est rangé dans la partie du guide qui en traite.'),
  findings: [],
  suppressed: [],
};

/** Where a consultation stands on the guide, part by part in its order; derived from the sources of the rules. */
export const conformite = (consultation: Consultation, checked: Checked): Conformite => ({
  ...conformiteOf(consultation, etatsOf(consultation, { ...checked, rules: checked.rules.filter(isOfGuide) })),
  horsGuide: horsGuide(consultation, checked),
});

const isOfGuide = ({ sources }: Rule): boolean => sources.some((s) => s.kind === 'guide');

/** Where a consultation stands on every rule, those of the law alone too. */
export const etatsOf = (consultation: Consultation, checked: Checked): Recommandation[] =>
  checked.rules.map((rule) => recommandation(rule, consultation, checked));

/** The states that rest on the guide, by its parts. */
export function conformiteOf(
  { pieces }: Consultation,
  etats: readonly Recommandation[],
): Omit<Conformite, 'horsGuide'> {
  const all = etats.filter((r) => isOfGuide(r.rule));
  const followed = new Set(pieces.flatMap((p) => p.ask(procedure).name ?? []));
  const totals: Record<Etat, number> = { missing: 0, ignored: 0, met: 0, 'not-applicable': 0, unchecked: 0 };
  for (const { etat } of all) totals[etat]++;
  return {
    chapitres: chapitres.map((chapitre) => ({
      ...chapitre,
      parties: chapitre.parties.map((partie) => ({ ...partie, recommandations: restingOn(partie, all, followed) })),
    })),
    totals,
  };
}

/** Themes in the order of a dossier; the program's own notices last, and only where there are any. */
function horsGuide(consultation: Consultation, checked: Checked): ThemeConformite[] {
  const rest = checked.rules.filter((rule) => !isOfGuide(rule));
  const said = notices.filter((notice) => checked.findings.some((f) => f.rule.id === notice.id));
  const order = [...Object.keys(THEMES), ...rest.map((rule) => themeOf(rule.id))];
  const themes = [...new Set(order)].map((code) => ({
    code,
    title: THEMES[code]?.[0] ?? code,
    of: rest.filter((rule) => themeOf(rule.id) === code),
  }));
  return [...themes, { code: 'dce-lint', title: 'Remarques du programme', of: said }]
    .filter(({ of }) => of.length > 0)
    .map(({ code, title, of }) => ({
      code,
      title,
      recommandations: of.map((rule) => recommandation(rule, consultation, checked)),
    }));
}

/**
 * In the order of the pages. What a rule finds is no lack of a part on a procedure that is not followed, where the rule rests
 * on another part too: it is told there.
 */
function restingOn(
  { code, procedures }: Partie,
  all: readonly Recommandation[],
  followed: ReadonlySet<string>,
): PartieConformite['recommandations'] {
  const aside = procedures && followed.size > 0 && !procedures.some((name) => followed.has(name));
  const found = all.flatMap((r) => {
    const parts = r.rule.sources.filter((s) => s.kind === 'guide');
    const source = parts.find((s) => s.part === code);
    if (!source) return [];
    const elsewhere = aside && r.etat === 'missing' && parts.some((s) => s.part !== code);
    return [{ ...r, ...(elsewhere && ANOTHER), page: source.page }];
  });
  return found.sort((a, b) => a.page - b.page);
}

function recommandation(rule: Rule, consultation: Consultation, checked: Checked): Recommandation {
  // By name: a finding told in another language has a rule of its own.
  const findings = checked.findings.filter((f) => f.rule.id === rule.id);
  const suppressed = checked.suppressed.filter((s) => s.finding.rule.id === rule.id);
  const found = { rule, findings, suppressed, seen: false };
  const count = (n: number) => (n === 1 ? '1 constat' : `${n} constats`);
  if (findings.length > 0) {
    const detail =
      findings.length === 1 ? faultOf((findings[0] as Finding).message) : `${count(findings.length)} dans ce dossier.`;
    return { ...found, etat: 'missing', label: rule.absence ? 'manque' : 'à revoir', detail };
  }
  if (suppressed.length > 0) {
    const reasons = [...new Set(suppressed.map((s) => s.reason))].join(' ; ');
    return { ...found, etat: 'ignored', label: 'ignoré', detail: `Motif : ${reasons}` };
  }
  return { ...found, ...silence(rule, consultation, checked) };
}

/** What the silence of a rule means. */
function silence(rule: Rule, consultation: Consultation, { settings, failures }: Checked): Answer {
  if (failures.some((f) => f.rule === rule.id)) return unchecked('La règle s’est arrêtée sur une erreur du programme.');
  const read = targets(rule, consultation);
  if (read.length === 0) return notApplicable(`Aucune pièce à lire pour cette règle (${pieceNames(rule)}).`);
  const dated = read.filter((p) => levelAt(rule, p.date));
  if (dated.length === 0 && settings.levelOf(rule) === undefined)
    return notApplicable('La règle ne vaut pas encore à la date de ce dossier.');
  if (read.every((p) => settings.effective(rule, p.date).level === 'off'))
    return unchecked('Les réglages désactivent cette règle.');
  return listen(rule, read, consultation);
}

/** Runs a silent rule again, to know whether what it asks of the pieces has an answer there. */
function listen(rule: Rule, read: readonly Piece[], consultation: Consultation): Answer {
  let reports = 0;
  const asked = overhear(consultation, () => {
    for (const piece of read) reports += [...rule.check(piece)].length;
  });
  if (reports > 0) return unchecked('Une règle plus précise parle à la place de celle-ci, ou les réglages l’écartent.');
  const matters = asked.filter(({ fact }) => fact.id !== FRAME.fact || rule.id === FRAME.rule);
  // A rule that asks no fact reads the whole text: it always has something to read.
  const has = asked.length === 0 || matters.some(({ fact, piece }) => fact.show(piece.ask(fact), piece) !== undefined);
  if (!has) return notApplicable('Rien dans ces pièces sur quoi cette règle porte.');
  const isMatter = (id: string) => !(id in SETTING) || SETTING[id] === rule.id;
  const seen = matters.some(({ fact, piece }) => isMatter(fact.id) && fact.show(piece.ask(fact), piece) !== undefined);
  if (!seen)
    return {
      etat: 'met',
      label: 'rien trouvé',
      detail: 'La règle n’a rien relevé. Elle lit tout le texte, et rien ne dit que sa matière y soit.',
      seen,
    };
  return rule.absence
    ? { etat: 'met', label: 'rien ne manque', detail: 'La règle n’a pas relevé d’absence dans ces pièces.', seen }
    : { etat: 'met', label: 'rien à signaler', detail: 'La règle n’a pas relevé de faute dans ces pièces.', seen };
}

const pieceNames = ({ pieces }: Rule): string =>
  pieces === '*' ? 'toute pièce' : pieces.map((kind) => PIECE_NAMES[kind] ?? kind).join(', ');
