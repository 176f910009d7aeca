import { type Clause, clauses as library } from '../../../rules/clauses/clauses.ts';
import { filled } from '../../../rules/clauses/insertion.ts';
import { nearest } from '../../../rules/facts/piece/index.ts';
import { rules } from '../../../rules/index.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { UsageError } from '../../cli/io.ts';
import { clauseNamed, regimeOf } from '../../core/clauses.ts';
import { hasFields } from '../../core/fix.ts';
import { asJson, boundedList, boundedReport } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import type { World } from '../world.ts';
import { checked } from './check.ts';

type Call = Input<'clauses'>;

/** What goes with each action, beside `date`. */
const TAKES: Readonly<Record<Call['action'], readonly (keyof Call)[]>> = {
  find: ['query', 'piece'],
  fill: ['id', 'values'],
  check: ['id', 'text'],
};

/** The library of clauses. */
export async function clauses(input: Call, world: World): Promise<string> {
  const { action } = input;
  const given = (Object.keys(input) as (keyof Call)[]).filter((key) => key !== 'action' && key !== 'date');
  const odd = given.filter((key) => input[key] !== undefined && !TAKES[action].includes(key));
  if (odd.length > 0)
    throw new UsageError(
      `« ${odd.join(' », « ')} » ne va pas avec l’action « ${action} », qui prend ${TAKES[action].join(', ')}`,
    );
  if (action === 'find') return find(input);
  const clause = named(input.id);
  return action === 'fill' ? fill(clause, input.values ?? {}) : checkText(clause, input, world);
}

function named(id: string | undefined): Clause {
  if (id === undefined) throw new UsageError('donner « id », le nom de la clause (action « find »)');
  const found = clauseNamed(id);
  if (found) return found;
  const ids = library.map((c) => c.id);
  throw new UsageError(`aucune clause « ${id} ». Les plus proches : ${nearest(id, ids).slice(0, 3).join(', ')}`);
}

const about = (clause: Clause) => ({
  id: clause.id,
  titre: clause.titre,
  quand: clause.quand,
  regime: regimeOf(clause) || 'tous',
  pieces: clause.pieces,
  sources: clause.sources,
  verifieeLe: clause.date,
});

/** How many of the words looked for a clause has, those of its title counting more. */
function score(clause: Clause, words: readonly string[]): number {
  const title = plain(`${clause.titre} ${clause.id}`);
  const rest = plain(`${clause.quand} ${clause.heading ?? ''} ${clause.body}`);
  return words.reduce((n, word) => n + (title.includes(word) ? 3 : rest.includes(word) ? 1 : 0), 0);
}

/** Words too common to tell clauses apart. */
const EMPTY = /^(?:une?|des?|du|la|les?|et|ou|sur|pour|clauses?|articles?|marches?)$/;

function find({ query = '', piece }: Call): string {
  // « marchés » finds « marché ».
  const words = (plain(query).match(/[a-z0-9]{2,}/g) ?? [])
    .filter((w) => !EMPTY.test(w))
    .map((w) => w.replace(/(?<=.{3})[sx]$/, ''));
  const found = library
    .filter((c) => !piece || c.pieces.some((kind) => kind === piece))
    .map((clause) => ({ clause, rank: score(clause, words) }))
    .filter(({ rank }) => words.length === 0 || rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const told = found.map(({ clause }) => ({
    ...about(clause),
    variables: clause.variables,
    text: clause.heading ? `## ${clause.heading}\n\n${clause.body}` : clause.body,
  }));
  const shown = boundedList(told, 40_000);
  return asJson({
    clauses: shown,
    ...(shown.length < told.length && {
      notShown: { clauses: told.filter((one) => !shown.includes(one)).map(({ id, titre }) => ({ id, titre })) },
    }),
  });
}

function fill(clause: Clause, values: Readonly<Record<string, string>>): string {
  const names = clause.variables.map((v) => v.nom);
  const strange = Object.keys(values).filter((name) => !names.includes(name));
  if (strange.length > 0)
    throw new UsageError(
      `« ${strange.join(' », « ')} » n’est pas une variable de « ${clause.id} ». Ses variables : ${names.join(', ') || 'aucune'}`,
    );
  for (const { nom, valeurs } of clause.variables) {
    const value = Object.hasOwn(values, nom) ? values[nom] : undefined;
    if (value?.trim() && valeurs && !valeurs.includes(value))
      throw new UsageError(`« ${nom} » se choisit parmi : ${valeurs.join(' ; ')}`);
  }
  const body = filled(clause, values);
  return asJson({
    ...about(clause),
    text: clause.heading ? `## ${clause.heading}\n\n${body}` : body,
    toFill: clause.variables.filter((v) => !(Object.hasOwn(values, v.nom) && values[v.nom]?.trim())),
    complete: !hasFields(body),
    next: 'Placer la clause dans la pièce, puis la vérifier (check) avec le reste du dossier.',
  });
}

/** The text alone, as a piece in which the clause may stand: what the rest of the dossier would say is not missed there. */
async function checkText(clause: Clause, { text, date }: Call, world: World): Promise<string> {
  if (text === undefined) throw new UsageError('donner « text », le texte tiré de la clause');
  const mark = `<!-- clause: ${clause.id} -->`;
  // The mark speaks of what follows it, up to the next heading.
  const [heading = ''] = /^\s*#{1,6} .*(?:\r?\n|$)/.exec(text) ?? [];
  const marked = text.includes(mark)
    ? text
    : `${heading}${heading && '\n'}${mark}\n\n${text.slice(heading.length).trimStart()}`;
  const absences = rules.filter((rule) => rule.absence || rule.dossier).map((rule) => `${rule.id}=off`);
  const draft = { text: marked, piece: clause.pieces[0] ?? 'ccap', date };
  const report = await checked(draft, world, {}, { rule: absences });
  return boundedReport(
    asJson({ clause: about(clause), protege: clause.protege, checked: marked, ...JSON.parse(report) }),
  );
}
