import { createHash } from 'node:crypto';
import { rules } from '../../../rules/index.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { contributionOf, type Dossier, detailOf } from '../../core/rapport.ts';
import { type Frame, MOST_DETAILS, ranking, rapportOf } from '../../core/rapport-corpus.ts';
import type { Contribution, Rapport, RapportDetail } from '../../core/rapport-types.ts';
import type { FolderReport, Overview, Reporter } from './report.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/** One page for people, on screen and on paper. What writes it, charts included, is read in when it is asked for. */
export const html: Reporter = () => {
  const pages = new Pages();
  return {
    async add(report) {
      pages.add(report);
      return report.files.map(() => 0);
    },
    async *end(overview) {
      const details = pages.all;
      yield await pageOf(rapportOf([...details.keys()], (c) => details.get(c) as RapportDetail, frameOf(overview)));
    },
  };
};

/** What a page needs of consultations that come one after the other: the details of those that it would tell in full alone. */
export class Pages {
  private readonly found = new Map<Contribution, RapportDetail | undefined>();
  /** Those with their details, and the last of them once there are as many as may be. */
  private readonly first = new Set<Contribution>();
  private last: Contribution | undefined;

  add(report: FolderReport): void {
    const { prepared, dossier } = report;
    const contribution = prepared?.contribution ?? (dossier && contributionOf(dossier, report.rules));
    if (!contribution) return;
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

/** The page of a report. */
export async function pageOf(rapport: Rapport): Promise<string> {
  const { rapportPage } = await import('../../report/main.ts');
  return rapportPage(rapport, digest);
}

/** What a page says beside the consultations. */
export const frameOf = (
  report: Pick<Overview, 'version' | 'today' | 'minLevel' | 'compared' | 'rules' | 'earlier' | 'notChecked'>,
): Frame => {
  const { version, today: day, minLevel, compared, rules: all, earlier, notChecked } = report;
  return { version, day, law: lawAgeShown(day), minLevel, compared, rules: all, earlier, notChecked };
};

const tell = (dossier: Dossier, { phrasebook, pathOf, authorOf }: FolderReport): RapportDetail =>
  detailOf(dossier, { rules, phrasebook, pathOf, authorOf });
