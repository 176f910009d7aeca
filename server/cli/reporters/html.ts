import { createHash } from 'node:crypto';
import { rules } from '../../../rules/index.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { contributionOf, type Dossier, detailOf } from '../../core/rapport.ts';
import { type Frame, MOST_DETAILS, ranking, rapportOf } from '../../core/rapport-corpus.ts';
import type { Contribution, Rapport, RapportDetail } from '../../core/rapport-types.ts';
import type { Form } from '../../report/rapport-form.ts';
import { UsageError } from '../io.ts';
import type { FolderReport, Overview, Reporter } from './report.ts';

export const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/** One page for people, on screen and on paper. What writes it, charts included, is read in when it is asked for. */
export const html: Reporter = (_, { form }) => {
  const pages = new Pages();
  return {
    async add(report) {
      pages.add(report);
      return report.files.map(() => 0);
    },
    async *end(overview) {
      const details = pages.all;
      const tellOf = (c: Contribution) => details.get(c) as RapportDetail;
      yield await pageOf(rapportOf([...details.keys()], tellOf, frameOf(overview)), form);
    },
  };
};

/** What a page needs of consultations that come one after the other: the details of those that it would tell in full alone. */
export class Pages {
  private readonly found = new Map<Contribution, RapportDetail | undefined>();
  /** Those with their details, and the last of them once there are as many as may be. */
  private readonly first = new Set<Contribution>();
  private last: Contribution | undefined;
  private readonly whole: boolean;

  /** `whole`: to be compared later with who knows what. */
  constructor(whole = false) {
    this.whole = whole;
  }

  add(report: FolderReport): void {
    const { prepared, dossier } = report;
    const given = prepared?.contribution ?? (dossier && contributionOf(dossier, report.rules));
    if (!given) return;
    const contribution = this.whole ? given : inFigures(given, report);
    this.found.set(contribution, undefined);
    const { last, first } = this;
    if (last && ranking(last, contribution) < 0) return;
    // The first of all are among the first of their parts, which have their details.
    const detail = prepared ? prepared.detail : dossier && tell(dossier, report);
    if (!detail) return;
    if (last) {
      first.delete(last);
      this.found.set(last, undefined);
    }
    first.add(contribution);
    this.found.set(contribution, detail);
    if (first.size === MOST_DETAILS) this.last = [...first].reduce((a, b) => (ranking(a, b) > 0 ? a : b));
  }

  /** Each with its detail, where it has one. */
  get all(): ReadonlyMap<Contribution, RapportDetail | undefined> {
    return this.found;
  }
}

/** What is kept of a consultation: its messages serve a comparison alone. */
export const inFigures = (contribution: Contribution, { earlier }: Pick<FolderReport, 'earlier'>): Contribution =>
  earlier
    ? contribution
    : {
        ...contribution,
        files: contribution.files.map((file) => ({
          ...file,
          findings: file.findings.map(({ rule, level }) => ({ rule, level, message: '' })),
        })),
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
  report: Pick<
    Overview,
    'version' | 'today' | 'minLevel' | 'compared' | 'rules' | 'earlier' | 'notChecked' | 'phrasebook'
  >,
): Frame => {
  const { version, today: day, minLevel, compared, rules: all, earlier, notChecked, phrasebook } = report;
  return { version, day, phrasebook, law: lawAgeShown(day), minLevel, compared, rules: all, earlier, notChecked };
};

/** All that a page says of a consultation. */
export const tell = (dossier: Dossier, { phrasebook, pathOf, authorOf }: FolderReport): RapportDetail =>
  detailOf(dossier, { rules, phrasebook, pathOf, authorOf });
