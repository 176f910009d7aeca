import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { contributionOf } from '../core/rapport.ts';
import { type Frame, rapportOf } from '../core/rapport-corpus.ts';
import type { Contribution, RapportDetail } from '../core/rapport-types.ts';
import type { Form } from '../report/rapport-form.ts';
import { UsageError } from './io.ts';
import { writeWhole } from './output.ts';
import { digest, frameOf, inFigures, tell } from './reporters/html.ts';
import type { Reporter } from './reporters/report.ts';

/** Units of a path that a file is named after; its digest tells it from others. */
const LONGEST_NAME = 60;

const INDEX = 'index.html';
const nameOf = (page: number): string => (page === 0 ? INDEX : `index-${page + 1}.html`);

/** Address of the page of a consultation, from the index: letters that any file system and any server takes. */
export function addressOf(path: string): string {
  const plain = path
    .normalize('NFD')
    .replace(/[^\w-]+/g, '-')
    .slice(-LONGEST_NAME)
    .replace(/^[-_]+|-+$/g, '');
  const sum = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `dossiers/${plain ? `${plain}-` : ''}${sum}.html`;
}

/** True when the result is to go to a folder: it is one, or is written as one. */
export const isFolder = async (output: string, cwd: string): Promise<boolean> =>
  /[/\\]$/.test(output) ||
  (await stat(resolve(cwd, output)).then(
    (s) => s.isDirectory(),
    () => false,
  ));

/**
 * A report on many consultations in a folder: a page each, written as they come, and an index of them. Nothing is kept of
 * a consultation but its figures.
 */
export class Site {
  private readonly contributions: Contribution[] = [];
  private readonly added = new Set<string>();
  private readonly folder: string;
  private readonly shown: string;
  private readonly form: Form;

  /** `shown`: the folder as the user wrote it. */
  constructor(shown: string, cwd: string, form: Form = 'short') {
    this.folder = resolve(cwd, shown);
    this.shown = shown;
    this.form = form;
  }

  /** Writes the page of a consultation. `frame`: what it says beside it. */
  async add(contribution: Contribution, detail: RapportDetail, frame: Frame): Promise<void> {
    const { rapportPage } = await import('../report/main.ts');
    const { path } = contribution.resume;
    if (this.added.has(path)) throw new UsageError(`${path} : dossier donné deux fois`);
    this.added.add(path);
    this.contributions.push(inFigures(contribution, frame));
    const rapport = rapportOf([contribution], () => detail, { ...frame, earlier: undefined });
    await this.write(addressOf(path), rapportPage(rapport, digest, { form: this.form, index: `../${INDEX}` }));
  }

  /** Writes the index, once all are added. */
  async end(frame: Frame): Promise<void> {
    const { indexPages } = await import('../report/main.ts');
    const rapport = rapportOf(this.contributions, undefined, frame);
    const links = new Map(rapport.resumes.map(({ path }) => [path, addressOf(path)]));
    const pages = [...indexPages(rapport, digest, links, nameOf)];
    // The index last: what it leads to is there.
    for (let page = pages.length - 1; page >= 0; page--) await this.write(nameOf(page), pages[page] as string);
  }

  private write(name: string, content: string): Promise<void> {
    return writeWhole(join(this.folder, name), join(this.shown, name), content);
  }
}

/** Writes a report in a folder, as the user wrote it; nothing of it is left to write elsewhere. */
export const siteIn =
  (shown: string, cwd: string): Reporter =>
  (_, { form }) => {
    const site = new Site(shown, cwd, form);
    return {
      async add(report) {
        const { dossier, rules, files } = report;
        const frame = frameOf({ ...report, notChecked: [] });
        if (dossier) await site.add(contributionOf(dossier, rules), tell(dossier, report), frame);
        return files.map(() => 0);
      },
      // biome-ignore lint/correctness/useYield: what is written goes to files.
      async *end(overview) {
        await site.end(frameOf(overview));
      },
    };
  };
