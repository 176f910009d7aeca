import { createHash } from 'node:crypto';
import { rules } from '../../../rules/index.ts';
import { evolutionOf } from '../../core/evolution.ts';
import { lawAgeShown } from '../../core/law-age.ts';
import { dossierOf, type Rapport, resumeOf } from '../../core/rapport.ts';
import { bodiesOf, carteOf, ranking, reglesOf } from '../../core/rapport-corpus.ts';
import type { CheckReport, Reporter } from './report.ts';

/** Consultations told in full: a page with more is too heavy to open. */
const MOST = 100;

const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/** One page for people, on screen and on paper. What writes it, charts included, is read in when it is asked for. */
export const html: Reporter = async (report) => {
  const { rapportPage } = await import('../../report/main.ts');
  return rapportPage(rapportOf(report), digest);
};

function rapportOf(report: CheckReport): Rapport {
  const { dossiers, earlier, phrasebook, pathOf, authorOf } = report;
  const bodies = bodiesOf(dossiers);
  const resumed = dossiers
    .map((dossier) => ({ dossier, resume: resumeOf(dossier, bodies.of.get(dossier) ?? '') }))
    .sort((a, b) => ranking(a.resume, b.resume));
  const titles = new Map(report.rules.map((r) => [r.id, r.title]));
  return {
    version: report.version,
    day: report.today,
    law: lawAgeShown(report.today),
    minLevel: report.minLevel,
    compared: report.compared,
    resumes: resumed.map((r) => r.resume),
    dossiers: resumed
      .slice(0, MOST)
      .map(({ dossier, resume }) => dossierOf(dossier, resume, { rules, phrasebook, pathOf, authorOf })),
    regles: reglesOf(dossiers, report.rules),
    carte: carteOf(dossiers, bodies),
    ...(earlier && { evolution: evolutionOf(earlier, dossiers, (rule) => titles.get(rule)) }),
  };
}
