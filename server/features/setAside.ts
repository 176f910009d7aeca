import type { CodeAction, Command } from 'vscode-languageserver';
import { field } from '../../rules/kit/fix.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { LECTURES } from '../core/lectures.ts';
import type { Finding } from '../core/lint.ts';
import { isNotice } from '../core/notices.ts';
import { suppression } from '../core/suppression.ts';
import type { IgnoreChoice, RuleChoice } from '../protocol.ts';
import { nameOf, pathFrom } from '../uri.ts';
import { configurationOf, turnedOff } from './configuration.ts';
import { addressesOf, type Context, type Found } from './context.ts';
import { misread } from './misread.ts';

/** An entry of the menu with the findings it answers. */
export type Entry = Pick<CodeAction, 'title' | 'edit' | 'command' | 'isPreferred'> & {
  readonly findings: readonly Finding[];
};

/**
 * What can be done with findings besides mending them: one entry to ignore, one to explain, where the client asks which and
 * how far; else one entry for each, from the narrowest to the widest, at most so many.
 */
export function setAside(context: Context, found: Found, here: readonly Finding[], most: number): readonly Entry[] {
  const { clientCommands } = context;
  const { say } = found.folder.phrasebook;
  const ignorable = here.filter((f) => !isNotice(f.rule));
  const asked = (
    title: string,
    findings: readonly Finding[],
    command: Command['command'],
    argument: unknown,
  ): Entry => ({
    title: say(title),
    findings,
    command: { title: say(title), command, arguments: [argument] },
  });
  const ignoring = clientCommands.has('dce-lint.ignore')
    ? ignorable.length > 0
      ? [
          asked(
            'Ignorer…',
            ignorable,
            'dce-lint.ignore',
            ignorable.map((f) => choiceOf(found, f)),
          ),
        ]
      : []
    : written(context, found, ignorable);
  const explaining =
    clientCommands.has('dce-lint.explain') && here.length > 0
      ? [asked('Expliquer…', here, 'dce-lint.explain', rulesOf(here))]
      : [];
  return [...ignoring.slice(0, most - explaining.length), ...explaining];
}

/** The rules of findings, each once; its id alone when there is but one. */
function rulesOf(here: readonly Finding[]): string | RuleChoice[] {
  const rules = [...new Map(here.map(({ rule }) => [rule.id, { rule: rule.id, title: rule.title }])).values()];
  return rules.length === 1 ? (rules[0] as RuleChoice).rule : rules;
}

/** What the client needs to ask how far a finding is ignored. */
function choiceOf(found: Found, finding: Finding): IgnoreChoice {
  const { folder, file } = found;
  const place = configurationOf(found);
  return {
    uri: file.uri,
    finding: folder.identities.get(finding) ?? '',
    rule: finding.rule.id,
    title: finding.rule.title,
    message: finding.message,
    ...(place && { configuration: nameOf(place.uri) }),
    ...(place && !isOwn(found, place.folder) && { folder: nameOf(place.folder) }),
    ...(finding.heard && folder.lectures && { lectures: LECTURES }),
  };
}

/** True when a document stands in a folder itself, not in one below. */
const isOwn = ({ file }: Found, folder: string): boolean => pathFrom(folder, file.uri)?.includes('/') === false;

/** The same as edits, for a client that asks nothing: the reason is left to be written. */
function written(context: Context, found: Found, here: readonly Finding[]): readonly Entry[] {
  const { say } = found.folder.phrasebook;
  const ignore = (finding: Finding, scope: 'here' | 'file', title: string): Entry => ({
    title: say(title),
    findings: [finding],
    edit: toWorkspaceEdit(
      [{ ...suppression(finding, '', scope), piece: found.piece }],
      addressesOf(found.folder),
      context.abilities,
    ),
  });
  return [
    ...here.map((f) => ignore(f, 'here', `Ignorer ici, avec motif… (${f.rule.id})`)),
    ...here.flatMap((f) => notThat(context, found, f)),
    ...here.map((f) => ignore(f, 'file', `Ignorer dans ce fichier… (${f.rule.id})`)),
    ...here.flatMap((f) => turnOff(context, found, f)),
  ];
}

/** Refuses the reading that a finding rests on; nothing where its words were not heard by their sense. */
function notThat(context: Context, found: Found, finding: Finding): Entry[] {
  if (!finding.heard || !found.folder.lectures) return [];
  const title = found.folder.phrasebook.say(`Ce n’est pas cela… (${finding.rule.id})`);
  const change = misread(context, found, finding, { reason: field('motif'), confirm: `Écrit dans ${LECTURES}` });
  return change && 'edit' in change ? [{ title, findings: [finding], edit: change.edit }] : [];
}

/** Switches the rule off in the configuration; nothing where there is no folder, or nothing to write it with. */
function turnOff(context: Context, found: Found, finding: Finding): Entry[] {
  const place = configurationOf(found);
  if (!place) return [];
  const { id } = finding.rule;
  const title = isOwn(found, place.folder)
    ? `Ne plus vérifier cette règle dans ce dossier… (${id})`
    : `Ne plus vérifier cette règle dans « ${nameOf(place.folder)} »… (${id})`;
  const change = turnedOff(context, found, finding.rule, { reason: '', confirm: `Écrit dans ${nameOf(place.uri)}` });
  if (!change || !('edit' in change)) return [];
  return [{ title: found.folder.phrasebook.say(title), findings: [finding], edit: change.edit }];
}
