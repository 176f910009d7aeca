/**
 * `npm run exactitude:drafts -- DIR [--misses FILE]`: short drafts of each rule, found and wrongly flagged, by rule and by
 * theme. `--misses` writes those that are misread, to be read: they then are no measure any more.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { by, type Judged, judge, readDrafts, ruleOf, tally, themeOf } from './drafts.ts';

const at = process.argv.indexOf('--misses');
const misses = at > 0 ? process.argv[at + 1] : undefined;
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--') && arg !== misses) ?? 'test/reading/drafts';

const judged = judge(readDrafts(pathToFileURL(`${resolve(folder)}/`)));

function print(name: string, own: readonly Judged[]): void {
  const { fires, found, silent, flagged } = tally(own);
  const share = (part: number, whole: number) =>
    `${part}/${whole} ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(16);
  console.log(`${name.padEnd(44)} found ${share(found, fires)}   lawful flagged ${share(flagged, silent)}`);
}

for (const [rule, own] of by(judged, ruleOf)) print(rule, own);
console.log();
for (const [theme, own] of by(judged, themeOf)) print(theme, own);
print('all', judged);

if (misses)
  writeFileSync(
    misses,
    judged
      .filter(({ draft, spoke }) => spoke !== draft.fires)
      .map(
        ({ draft: { rule, hand, pieces }, spoke }) =>
          `##### ${spoke ? 'FALSE' : 'MISS'} ${rule} (${hand})\n${pieces.map(({ path, text }) => `--- ${path}\n${text}`).join('')}`,
      )
      .join('\n'),
  );
