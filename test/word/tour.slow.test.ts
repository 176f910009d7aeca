import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dceLint, inFolder, type Outcome } from '../cli/terminal.ts';

const tour = readFileSync(new URL('../../docs/tour-word.md', import.meta.url), 'utf8');
const document = readFileSync(new URL('../../docs/tour/RC.docx', import.meta.url));
const blocks = [...tour.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({ kind, text }));

/** Replaces in a text what a block of the tour takes out by what it puts in. */
function edited(text: string, diff: string): string {
  const [, before = '', after = ''] = /^-(.*)\n\+(.*)\n$/.exec(diff) ?? [];
  assert.equal(text.split(before).length, 2, before);
  return text.replace(before, after);
}

describe('The Word tour', () => {
  it('runs as it is written, in five commands, from a faulty document to a corrected one', () =>
    inFolder({ 'RC.docx': document }, async (cwd) => {
      const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
      const ran: Outcome[] = [];
      const does: Readonly<Record<string, (text: string) => unknown>> = {
        sh: async (text) => ran.push(await dceLint(cwd, text.trim().split(' ').slice(1))),
        md: (text) => assert.ok(read('rc.md').includes(text.trim()), text),
        text: (text) => assert.ok(ran.at(-1)?.out.includes(text.trim()), text),
        diff: (text) => writeFileSync(join(cwd, 'rc.md'), edited(read('rc.md'), text)),
      };
      for (const { kind, text } of blocks) {
        assert.ok(does[kind ?? ''], kind);
        await does[kind ?? '']?.(text);
      }
      assert.deepEqual(
        ran.map(({ code }) => code),
        [0, 1, 0, 0, 0],
      );
      assert.equal(read('relu.md'), read('rc.md'));
      assert.match(
        read('relu.md'),
        /suppression de Jeanne Martin, 2027-01-13 : « trois mois » -->cent vingt jours<!-- ajout/,
      );
      assert.deepEqual(readFileSync(join(cwd, 'RC.docx')), document);
    }));
});
