import { openConsultation, type SourceFile } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { check } from '../../server/core/check.ts';
import { conformite } from '../../server/core/conformite.ts';
import { ficheOf } from '../../server/core/fiche.ts';
import { constatsOf } from '../../server/core/fiche-constats.ts';
import type { Phrasebook } from '../../server/core/phrasebook.ts';
import { contributionOf, type Dossier, detailOf } from '../../server/core/rapport.ts';
import { rapportOf } from '../../server/core/rapport-corpus.ts';
import { resolveSettings } from '../../server/core/settings.ts';
import { phrasebookOf } from '../../server/english.ts';
import { ficheBody, indexPages, rapportPage } from '../../server/report/main.ts';

const DAY = '2026-12-01';

/** French, wherever it stands but in a quotation: a letter with an accent, or a word that English does not have. */
const FRENCH_WORDS =
  /[àâçèéêëîïôùû]|\b(?:au|aucun|aux?|avec|cette|dans|de|des|du|est|et|la|le|les|ligne|lots? non|ou|par|pas|pour|que|qui|rien|sans|sont|sur|une?)\b/iu;
export const isFrench = (text: string): boolean => FRENCH_WORDS.test(text.replace(/“[^”]*”|«[^»]*»/g, ''));

/** What a phrasebook is given and leaves in French. */
function listening(book: Phrasebook): { readonly book: Phrasebook; readonly left: Set<string> } {
  const left = new Set<string>();
  const tell = (french: string) => {
    const said = book.tell(french);
    if (isFrench(said)) left.add(french);
    return said;
  };
  return { left, book: { ...book, tell } };
}

/** Writes the sheet and the reports of a consultation in English; what of them stays in French. */
export async function leftInFrench(...folders: readonly (readonly SourceFile[])[]): Promise<readonly string[]> {
  const english = await phrasebookOf('en');
  const { book, left } = listening(english);
  const settings = resolveSettings([]);
  const dossiers = folders.map((files, i): Dossier => {
    const consultation = openConsultation(files, { date: DAY });
    const result = check(consultation, { rules, settings, phrasebook: english });
    const pieces = consultation.pieces.map((piece) => ({
      path: `d${i}/${piece.path}`,
      piece,
      findings: result.findings.filter((f) => f.piece === piece),
      suppressed: result.suppressed.filter((s) => s.finding.piece === piece),
      known: 0,
    }));
    return { path: `d${i}`, files: pieces, consultation, result, settings };
  });
  for (const { consultation, result } of dossiers) {
    const { chapitres, horsGuide } = conformite(consultation, { ...result, rules, settings });
    for (const { title, parties } of [...chapitres, { title: 'Le droit, hors guide', parties: horsGuide }])
      for (const said of [
        title,
        ...parties.flatMap((p) => [p.title, ...p.recommandations.flatMap((r) => [r.label, r.detail])]),
      ])
        book.tell(said);
    const fiche = ficheOf(consultation, undefined, book);
    ficheBody(fiche, () => undefined, constatsOf(consultation, result.findings), book);
  }
  const around = { rules, phrasebook: book, pathOf: () => 'p.md', authorOf: () => undefined };
  const frame = {
    version: '1',
    day: DAY,
    phrasebook: book,
    law: '',
    minLevel: 'info',
    compared: true,
    notChecked: [],
    rules: rules.map((rule) => english.rule(rule)),
  } as const;
  const contributions = new Map(dossiers.map((d) => [contributionOf(d, rules), detailOf(d, around)]));
  const detailFor = (c: ReturnType<typeof contributionOf>) => contributions.get(c) as ReturnType<typeof detailOf>;
  const given = [...contributions.keys()];
  for (const own of [given, ...given.map((one) => [one])])
    for (const form of ['short', 'full'] as const) rapportPage(rapportOf(own, detailFor, frame), () => '', { form });
  for (const _ of indexPages(rapportOf(given, undefined, frame), () => '', new Map(), String));
  return [...left];
}
