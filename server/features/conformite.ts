import { toRange } from '../convert.ts';
import { type PartieConformite, type Recommandation, conformite as read } from '../core/conformite.ts';
import { preferredFix } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
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
  const { chapitres, totals } = read(folder.consultation, {
    rules: context.rules,
    settings: folder.settings,
    findings: files.flatMap((f) => f.findings),
    suppressed: files.flatMap((f) => f.suppressed),
    failures: folder.failures,
  });
  return {
    dossier: dossierName(folder, uri),
    chapitres: chapitres.map(({ code, title, parties }) => ({
      code,
      title,
      parties: parties.map((partie) => partieOf(partie, folder)),
    })),
    totals,
  };
};

const partieOf = ({ code, title, recommandations }: PartieConformite, folder: FolderCheck): ConformitePartie => ({
  code,
  title,
  rules: recommandations.map((r): ConformiteRule => {
    const { rule, etat, label, detail, page } = r;
    return {
      rule: rule.id,
      title: folder.phrasebook.rule(rule).title,
      etat,
      label,
      detail,
      page,
      places: placesOf(r, folder),
    };
  }),
});

/** The findings, then the comments that set some aside. */
function placesOf({ findings, suppressed }: Recommandation, folder: FolderCheck): ConformitePlace[] {
  const { uriOf } = addressesOf(folder);
  const file = (finding: Finding) => ({ uri: uriOf(finding.piece), file: nameOf(uriOf(finding.piece)) });
  return [
    ...findings.map((finding): ConformitePlace => {
      const fix = preferredFix(finding);
      return {
        ...file(finding),
        range: toRange(finding.piece.draft, finding.at),
        message: finding.message,
        level: finding.level,
        ...(fix && { fix: { finding: folder.identities.get(finding) ?? '', title: fix.title } }),
      };
    }),
    ...suppressed.map(
      ({ finding, reason, at, file: by }): ConformitePlace => ({
        ...file(finding),
        range: toRange(finding.piece.draft, at),
        message: by ? `Lecture écartée par ${by} : ${reason}` : `Ignoré : ${reason}`,
      }),
    ),
  ];
}
