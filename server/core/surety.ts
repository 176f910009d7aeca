import type { Doubt } from '../../rules/kit/rule.ts';
import type { Confidence, Ground } from '../../rules/law/law.ts';
import type { Phrasebook } from './phrasebook.ts';

const READ: Readonly<Record<Confidence, string>> = {
  P: 'texte lu à la source',
  S: "d'après une source secondaire, non vérifié à la source",
  K: 'de mémoire, non vérifié',
};

const french = (day: string) => day.split('-').reverse().join('/');

/** How sure a row of the law is, as a French sentence. `asOf`: the state of the text that was read. */
export function surety(row: { readonly confidence: Confidence; readonly verified: boolean; readonly asOf?: string }) {
  if (row.verified || row.confidence !== 'P')
    return `Sûreté : ${READ[row.confidence]}${row.verified ? '' : ', à vérifier'}.`;
  return `Sûreté : non vérifié${row.asOf ? `, lu dans l'état du ${french(row.asOf)}` : ''}, à vérifier.`;
}

/** « En vigueur depuis le 01/04/2019. », with a doubt on a day that was not read. */
export const inForceSince = ({ since, dates }: { readonly since: string; readonly dates: Confidence }): string =>
  `En vigueur depuis le ${french(since)}${dates === 'K' ? ' (date à vérifier)' : ''}.`;

/** A sentence on what a finding rests on without its having been read; empty when all of it was. */
export function unread(grounds: readonly Ground[] | undefined, say: Phrasebook['say']): string {
  const labels = [...new Set((grounds ?? []).filter((g) => !g.verified).map((g) => g.label))];
  return labels.length > 0 ? say(`À vérifier, faute d’avoir été lu à la source : ${labels.join(' ; ')}.`) : '';
}

/** A sentence on how a place was read; empty when that is sure. */
export function unsure(doubt: Doubt, say: Phrasebook['say']): string {
  if (doubt?.surety !== 'probable') return '';
  return doubt.added
    ? say('Lecture probable : une tournure ajoutée la donne pour telle. À relire.')
    : say('Lecture probable : la phrase ne le dit pas dans les mots d’usage, mais semble le dire. À relire.');
}
