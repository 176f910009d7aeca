/**
 * `npm run exactitude:drafts -- DIR [--misses FILE]`: short drafts of each rule, found and wrongly flagged, by rule and by
 * theme. `--misses` writes those that are misread, to be read: they then are no measure any more.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDrafts, type ShortDraft, speaks } from './drafts.ts';

const [folder = 'test/reading/drafts'] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const at = process.argv.indexOf('--misses');
const misses = at > 0 ? process.argv[at + 1] : undefined;

const judged = readDrafts(pathToFileURL(`${resolve(folder)}/`)).map((draft) => ({ draft, spoke: speaks(draft) }));

function print(name: string, own: typeof judged): void {
  const share = (fires: boolean) => {
    const all = own.filter(({ draft }) => draft.fires === fires);
    const spoke = all.filter((one) => one.spoke).length;
    return `${spoke}/${all.length} ${((100 * spoke) / Math.max(1, all.length)).toFixed(1)} %`.padStart(16);
  };
  console.log(`${name.padEnd(44)} found ${share(true)}   lawful flagged ${share(false)}`);
}

function printBy(key: (draft: ShortDraft) => string): void {
  for (const name of [...new Set(judged.map(({ draft }) => key(draft)))].sort())
    print(
      name,
      judged.filter(({ draft }) => key(draft) === name),
    );
}
printBy(({ rule }) => rule);
console.log();
printBy(({ rule }) => rule.slice(0, rule.indexOf('/')));
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
