import type { Level } from '../../rules/kit/rule.ts';
import { toRange } from '../convert.ts';
import {
  type PartieConformite,
  type Recommandation,
  conformite as read,
  type ThemeConformite,
} from '../core/conformite.ts';
import { preferredFix } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
import { faultOf } from '../core/message.ts';
import type { ConformitePartie, ConformitePlace, ConformiteRule } from '../protocol.ts';
import { folderOf, nameOf } from '../uri.ts';
import type { FolderCheck } from '../workspace.ts';
import { addressesOf, find } from './context.ts';
import type { Answer } from './requests.ts';

/** Name of the folder of a consultation, by which a buyer knows it; the document's own when it is in none. */
export const dossierName = ({ described }: FolderCheck, uri: string): string =>
  nameOf(folderOf(described?.uri ?? uri) ?? uri);

/** Where the consultation of a document stands on the guide; null for a document that is not checked. */
export const conformite: Answer<'dce-lint/conformite'> = async (context, { uri }) => {
  const found = await find(context, uri);
  if (!found) return null;
  const { folder } = found;
  const files = [...folder.files.values()];
  const findings = files.flatMap((f) => f.findings);
  const { chapitres, horsGuide, totals } = read(folder.consultation, {
    rules: context.rules,
    settings: folder.settings,
    findings,
    suppressed: files.flatMap((f) => f.suppressed),
    failures: folder.failures,
  });
  const ofLevel = (level: Level) => findings.filter((f) => f.level === level).length;
  const { tell: say } = folder.phrasebook;
  const placed = new Set<string>();
  const partiesOf = (all: readonly (PartieConformite | ThemeConformite)[]) =>
    all.map((partie) => partieOf(partie, folder, placed)).filter(({ rules }) => rules.length > 0);
  return {
    dossier: dossierName(folder, uri),
    counts: { error: ofLevel('error'), warning: ofLevel('warning'), info: ofLevel('info') },
    chapitres: [
      ...chapitres.map(({ code, title, parties }) => ({
        code: say(code),
        title: say(title),
        parties: partiesOf(parties),
      })),
      { code: '', title: say('Le droit, hors guide'), parties: partiesOf(horsGuide) },
    ].filter(({ parties }) => parties.length > 0),
    totals,
  };
};

/** A rule that rests on several parts of the guide stands in the first of them. */
function partieOf(
  { code, title, recommandations }: PartieConformite | ThemeConformite,
  folder: FolderCheck,
  placed: Set<string>,
): ConformitePartie {
  const { tell: say } = folder.phrasebook;
  const own = recommandations.filter(({ rule }) => !placed.has(rule.id));
  for (const { rule } of own) placed.add(rule.id);
  return {
    code: say(code),
    title: say(title),
    rules: own.map((r): ConformiteRule => {
      const { rule, etat, label, detail, seen, page } = r;
      return {
        rule: rule.id,
        title: folder.phrasebook.rule(rule).title,
        etat,
        label: say(label),
        detail: say(detail),
        seen,
        ...(page !== undefined && { page }),
        places: placesOf(r, folder),
      };
    }),
  };
}

/** The findings, then the comments that set some aside. */
function placesOf({ findings, suppressed }: Recommandation, folder: FolderCheck): ConformitePlace[] {
  const { tell: say } = folder.phrasebook;
  const { uriOf } = addressesOf(folder);
  const file = (finding: Finding) => ({ uri: uriOf(finding.piece), file: nameOf(uriOf(finding.piece)) });
  return [
    ...findings.map((finding): ConformitePlace => {
      const fix = preferredFix(finding);
      return {
        ...file(finding),
        range: toRange(finding.piece.draft, finding.at),
        message: faultOf(finding.message),
        level: finding.level,
        ...(fix && { fix: { finding: folder.identities.get(finding) ?? '', title: fix.title } }),
      };
    }),
    ...suppressed.map(
      ({ finding, reason, at, file: by }): ConformitePlace => ({
        ...file(finding),
        range: toRange(finding.piece.draft, at),
        message: say(by ? `Lecture écartée par ${by} : ${reason}` : `Ignoré : ${reason}`),
      }),
    ),
  ];
}
