/** Writes one large entry of a cache again and again, a dot each time, until it is killed: `cache-writer.ts FOLDER KEY`. */
import { Cache } from '../../server/cli/cache.ts';

const [cwd = '', key = ''] = process.argv.slice(2);
const why = '';
const notChecked = Array.from({ length: 20_000 }, (_, i) => ({
  what: `notes-${i}.md`,
  why,
  remedy: '',
  blocking: false,
}));
const cache = new Cache(cwd, () => {});
for (;;) {
  process.stdout.write('.');
  await cache.write({
    key,
    failed: false,
    pieces: [],
    findings: [],
    suppressed: [],
    fixed: [],
    notChecked,
    notRun: [],
  });
}
