import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { Sentence } from '../../rules/kit/draft.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { isAudible, theModel } from '../../rules/reading/hear.ts';
import { type Statement, statementOf } from '../../rules/reading/statement.ts';
import { weigh } from '../../rules/reading/why.ts';
import { toSpan } from '../convert.ts';
import { LECTURES } from '../core/lectures.ts';
import type { ConceptChoice } from '../protocol.ts';
import { type Context, type Found, find } from './context.ts';
import { writtenIn } from './misread.ts';
import type { Answer } from './requests.ts';

/** Concepts that are shown first, by their score. */
const NEAREST = 5;

/** The sentences that a selection touches: an empty one, those on either side of the cursor. */
const sentencesAt = ({ piece: { draft } }: Found, range: Range): readonly Sentence[] => {
  const span = toSpan(draft, range);
  const isEmpty = span.start === span.end;
  // A selection that ends where the next sentence begins is not of that one.
  return draft.sentences.filter(({ span: own }) =>
    isEmpty ? overlaps(own, span) : own.start < span.end && span.start < own.end,
  );
};

/** The statement that a selection is in, or why there is none to be told of: a French sentence. */
function statementAt(found: Found, range: Range): Statement | string {
  const [sentence, ...more] = sentencesAt(found, range);
  if (!sentence) return 'Il n’y a pas de phrase ici : en sélectionner une.';
  if (more.length > 0) return 'Plusieurs phrases sont sélectionnées : en choisir une.';
  if (!isAudible(sentence))
    return 'Un titre, une tête de colonne ou ce qui annonce une liste ne dit rien par lui-même : choisir la phrase qui le dit.';
  return statementOf(sentence);
}

/** The entry of the light bulb on words that are selected in one sentence. */
export function missedAction({ clientCommands }: Context, found: Found, range: Range): CodeAction[] {
  const { start, end } = range;
  const isSelection = start.line !== end.line || start.character !== end.character;
  if (!isSelection || !clientCommands.has('dce-lint.missed') || !found.folder.lectures || !theModel()) return [];
  if (typeof statementAt(found, range) === 'string') return [];
  const title = found.folder.phrasebook.say('Voici une tournure manquée…');
  const command = { title, command: 'dce-lint.missed', arguments: [{ uri: found.file.uri, range }] };
  return [{ title, kind: CodeActionKind.QuickFix, command }];
}

/** The sentence that a selection is in, and what it could be said to say: the nearest to being heard, then rule by rule. */
export const sayable: Answer<'dce-lint/sayable'> = async (context, { uri, range }) => {
  const found = await find(context, uri);
  const model = theModel();
  if (!found || !model) return { refused: 'Ce document n’est pas vérifié.' };
  if (!found.folder.lectures) return { refused: 'Ce document n’est dans aucun dossier : l’enregistrer d’abord.' };
  const statement = statementAt(found, range);
  if (typeof statement === 'string') return { refused: statement };
  const weighed = weigh(statement, undefined, model).filter(({ concept }) =>
    concept.pieces.some((kind) => found.piece.kinds.includes(kind)),
  );
  const choices = weighed.map(({ concept: { id, says, rules }, surety }, rank): ConceptChoice & { rule: string } => {
    const rule = context.rules.find((one) => rules.includes(one.id));
    return {
      concept: id,
      says,
      rule: rule?.id ?? '',
      ...(rank < NEAREST && { near: true }),
      ...(rule && { title: found.folder.phrasebook.rule(rule).title }),
      ...(surety && { heard: surety }),
    };
  });
  const byRule = choices.slice(NEAREST).sort((a, b) => a.rule.localeCompare(b.rule) || a.says.localeCompare(b.says));
  return { sentence: statement.sentence.text, file: LECTURES, choices: [...choices.slice(0, NEAREST), ...byRule] };
};

/** Writes that a sentence says what was not heard, through the client. */
export const missed: Answer<'dce-lint/missed'> = async (context, { uri, range, sentence, concept, reason }) => {
  const found = await find(context, uri);
  const statement = found && statementAt(found, range);
  if (!found || typeof statement !== 'object' || reason.trim() === '') return { applied: false };
  if (statement.sentence.text !== sentence) return { applied: false, refused: 'Le texte a changé : recommencer.' };
  const change = writtenIn(context, found, {
    text: sentence,
    concept,
    says: true,
    reason,
    heading: statement.heading?.text ?? '',
    context: statement.context.map(({ text }) => text).join(' '),
  });
  if (!change) return { applied: false };
  if ('refused' in change) return { applied: false, refused: change.refused };
  const { applied } = await context.connection.workspace.applyEdit({ label: 'Voici une tournure manquée', ...change });
  return { applied };
};
