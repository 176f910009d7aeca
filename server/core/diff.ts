import { plain } from '../../rules/kit/french/fold.ts';
import type { Consultation } from '../../rules/kit/piece.ts';
import { ccp } from '../../rules/kit/source.ts';
import { type Citation, cite } from '../../rules/law/law.ts';
import { type Statement, statementsOf } from './diff-statements.ts';

/** Why a change is to be checked in a consultation that is published. */
export interface Verify {
  /** French, a sentence. */
  readonly why: string;
  readonly sources: readonly Citation[];
}

/** One thing that two versions of a dossier say differently. */
export interface FactChange {
  readonly matter: string;
  readonly title: string;
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What the old version says; empty when it is silent. */
  readonly before: Statement['values'];
  readonly after: Statement['values'];
  /** Undefined where the program sees nothing to check. */
  readonly verify?: Verify;
}

/** Why bidders may have counted on a matter. Nothing here says that a change is unlawful: the program cannot know its weight. */
const STAKES: Readonly<Record<string, string>> = {
  objet: 'l’objet dit ce que les candidats peuvent offrir',
  procedure: 'la procédure et le CCAG fixent les règles que les candidats ont lues',
  montants: 'le montant a pu décider un candidat à répondre ou non',
  duree: 'la durée entre dans le prix et dans le choix de répondre',
  lots: 'les lots décident de qui peut répondre',
  tranches: 'les tranches entrent dans l’étendue et dans le prix du marché',
  variantes: 'l’ouverture aux variantes change ce qui peut être offert',
  'variantes-exigees': 'une variante exigée change ce qui doit être offert',
  criteres: 'les candidats bâtissent leur offre sur les critères et leur poids',
  droits: 'l’étendue des droits entre dans le prix',
  exigences: 'les exigences disent ce qui doit être offert',
  capacites: 'les niveaux exigés décident de qui peut répondre',
};

/** What two versions of a dossier say differently, matter by matter. `date`: the law that sources are cited in. */
export function diff(old: Consultation, now: Consultation, date: string): readonly FactChange[] {
  const before = byName(statementsOf(old));
  const after = byName(statementsOf(now));
  const names = [...before.keys(), ...[...after.keys()].filter((name) => !before.has(name))];
  const order = [...new Set(names.map((name) => name.slice(0, name.indexOf('\n'))))];
  return names
    .flatMap((name) => change(before.get(name), after.get(name), date) ?? [])
    .sort((a, b) => order.indexOf(a.matter) - order.indexOf(b.matter));
}

const spelling = (text: string): string =>
  plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:,]+$/, '')
    .trim();

/** Statements by matter and label; those of several pieces on one thing, or of one name, together. */
function byName(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const out = new Map<string, Statement>();
  for (const s of statements) {
    const name = `${s.matter}\n${spelling(s.label)}`;
    const known = out.get(name);
    out.set(name, known ? { ...known, values: [...known.values, ...s.values] } : s);
  }
  return out;
}

function change(before: Statement | undefined, after: Statement | undefined, date: string): FactChange | undefined {
  const one = (before ?? after) as Statement;
  const { matter, title, label } = one;
  const gone = apart(before, after);
  const come = apart(after, before);
  if (gone.length === 0 && come.length === 0) return undefined;
  const verify = toVerify(before, after, date);
  return {
    matter,
    title,
    label,
    kind: !before ? 'added' : !after ? 'removed' : 'changed',
    // Where one side only says less than it did, all that it says is shown.
    before: gone.length > 0 ? gone : (before?.values ?? []),
    after: come.length > 0 ? come : (after?.values ?? []),
    ...(verify && { verify }),
  };
}

const apart = (ours: Statement | undefined, theirs: Statement | undefined): Statement['values'] => {
  const known = new Set(theirs?.values.map((v) => spelling(v.text)));
  return ours?.values.filter((v) => !known.has(spelling(v.text))) ?? [];
};

function toVerify(before: Statement | undefined, after: Statement | undefined, date: string): Verify | undefined {
  const matter = (before ?? after)?.matter ?? '';
  if (before?.room !== undefined && after?.room !== undefined) {
    if (after.room >= before.room) return undefined;
    const sources = [ccp('R2151-1'), ccp('R2151-4')].map((s) => cite(s, date));
    return { why: 'À vérifier : les candidats ont moins de temps que ce qui était annoncé.', sources };
  }
  const stake = STAKES[matter];
  return stake ? { why: `À vérifier : ${stake}.`, sources: [cite(ccp('R2151-4'), date)] } : undefined;
}
