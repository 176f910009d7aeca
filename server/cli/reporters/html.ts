import { createHash } from 'node:crypto';
import { rules } from '../../../rules/index.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { contributionOf, type Dossier, detailOf } from '../../core/rapport.ts';
import { type Frame, MOST_DETAILS, ranking, rapportOf } from '../../core/rapport-corpus.ts';
import type { Contribution, Rapport, RapportDetail } from '../../core/rapport-types.ts';
import type { Form } from '../../report/rapport-form.ts';
import { UsageError } from '../io.ts';
import type { CheckReport, Reporter } from './report.ts';

export const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/** One page for people, on screen and on paper. What writes it, charts included, is read in when it is asked for. */
export const html: Reporter = (report, { form }) => {
  const contributions = contributionsOf(report);
  return pageOf(
    rapportOf([...contributions.keys()], (c) => tell(contributions.get(c) as Dossier, report), frameOf(report)),
    form,
  );
};

/** The page of a report. */
export async function pageOf(rapport: Rapport, form: Form = 'short'): Promise<string> {
  const { rapportPage } = await import('../../report/main.ts');
  return rapportPage(rapport, digest, { form });
}

/** Formats of the page for people. */
export const PAGES: readonly string[] = ['html', 'docx'];

interface PageOptions {
  readonly format: string;
  readonly compare?: string;
  readonly report?: Form;
  readonly output?: string;
}

/** What is for pages alone, or that a page cannot do. */
export function refuseOfPages({ format, compare, report, output }: PageOptions): void {
  if (compare && !PAGES.includes(format))
    throw new UsageError('--compare ne vaut que pour le rapport html (--format html)');
  if (report && !PAGES.includes(format))
    throw new UsageError('--report ne vaut que pour le rapport html ou docx (--format html)');
  if (format === 'docx' && !output)
    throw new UsageError('un document Word ne s’affiche pas : dire où l’écrire (--output rapport.docx)');
}

/** What a reporter has written, as the format has it: a Word document is made of the page. */
export async function inForm(format: string, written: string): Promise<string | Uint8Array> {
  if (format !== 'docx') return written;
  const { exportPage } = await import('../../word/index.ts');
  return exportPage(written);
}

/** What a page says beside the consultations. */
export const frameOf = (
  report: Pick<CheckReport, 'version' | 'today' | 'minLevel' | 'compared' | 'rules' | 'earlier' | 'notChecked'>,
): Frame => {
  const { version, today: day, minLevel, compared, rules: all, earlier, notChecked } = report;
  return { version, day, law: lawAgeShown(day), minLevel, compared, rules: all, earlier, notChecked };
};

const contributionsOf = (report: CheckReport): ReadonlyMap<Contribution, Dossier> =>
  new Map(report.dossiers.map((d) => [contributionOf(d, report.rules), d]));

/** All that a page says of a consultation. */
export const tell = (dossier: Dossier, { phrasebook, pathOf, authorOf }: CheckReport): RapportDetail =>
  detailOf(dossier, { rules, phrasebook, pathOf, authorOf });

/** A consultation for a page that is written later; without its detail when the page would not have it. */
export interface Prepared {
  readonly contribution: Contribution;
  readonly detail?: RapportDetail;
}

/** What a page, written later with others, needs of the consultations of a report. */
export const prepare = (report: CheckReport): Prepared[] =>
  [...contributionsOf(report)]
    .sort(([a], [b]) => ranking(a, b))
    .map(([contribution, dossier], rank) => ({
      contribution,
      ...(rank < MOST_DETAILS && { detail: tell(dossier, report) }),
    }));
