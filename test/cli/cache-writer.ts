/** Writes one large entry of a cache again and again, a dot each time, until it is killed: `cache-writer.ts FOLDER KEY`. */
import { Cache } from '../../server/cli/cache.ts';

const [cwd = '', key = ''] = process.argv.slice(2);
const unknown = Array.from({ length: 20_000 }, (_, i) => `notes-${i}.md`);
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
    complaints: [],
    unknown,
  });
}
