/**
 * `npm run bench [-- --write] [-- --quick] [-- --places]`: measures this program and its peers in one run, and prints
 * ratios. `--write` puts the result in docs/performance.md; `--places` measures edits at places drawn by lot, and nothing else.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { answers } from './assistant.ts';
import { draftOf } from './drafts.ts';
import { keystrokes, scattered } from './keystroke.ts';
import { ours, type Program, peers, prepare, warm } from './peers.ts';
import { type Replies, replies } from './reply.ts';
import { runs } from './run.ts';

const quick = process.argv.includes('--quick');
const out: string[] = [];
const say = (line = '') => {
  out.push(line);
  process.stdout.write(`${line}\n`);
};
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => {
  for (const cells of [head, head.map(() => '---'), ...rows]) say(`| ${cells.join(' | ')} |`);
  say();
};
const fixed = (n: number, digits = n < 20 ? 1 : 0) => n.toFixed(digits).replace('.', ',');

/** A folder of drafts, one consultation each, taken away afterwards. */
async function inCorpus<T>(count: number, bytes: number, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-bench-'));
  try {
    for (let i = 0; i < count; i++) {
      mkdirSync(join(folder, `d${i}`));
      writeFileSync(join(folder, `d${i}`, 'cctp.md'), draftOf(bytes, i + 1));
    }
    prepare(folder);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function typing(): Promise<void> {
  say('## Une frappe dans l’éditeur\n');
  say(
    'Un caractère au début, au milieu et à la fin, 60 frappes ; du message envoyé aux remarques reçues, par les flux standards, en millisecondes.\n',
  );
  const rows: string[][] = [];
  for (const bytes of quick ? [200_000] : [20_000, 200_000, 1_000_000, 5_000_000]) {
    const own = await keystrokes(ours.server?.command ?? [], bytes, { pull: true, ranges: true });
    rows.push([
      `${bytes / 1000} Ko`,
      ours.name,
      fixed(own.opening),
      fixed(own.p50),
      fixed(own.p95),
      fixed(own.max),
      `${fixed(own.opening / own.p95)} × moins que l’ouverture`,
    ]);
    for (const { name, server } of peers) {
      if (!server) continue;
      const theirs = await keystrokes(server.command, bytes, server);
      const cells = [theirs.opening, theirs.p50, theirs.p95, theirs.max].map((n) => fixed(n));
      rows.push([`${bytes / 1000} Ko`, name, ...cells, `${fixed(theirs.p95 / own.p95, 2)} × le nôtre`]);
    }
  }
  table(['texte', 'serveur', 'ouverture', 'p50', 'p95', 'max', 'rapport (p95)'], rows);
}

const PLACES = '## Une frappe là où nul n’a choisi';

async function places(): Promise<void> {
  say(`${PLACES}\n`);
  say(
    'Un caractère à 200 places tirées au sort (graine fixe), repris aussitôt, dans des textes d’une autre facture (phrases de documents publiés, `scripts/bench/prose.ts`) : 180 dans tout le texte, 20 dans l’en-tête, où une faute change la pièce ou sa date et fait tout relire ; en millisecondes.\n',
  );
  const rows: string[][] = [];
  for (const bytes of quick ? [40_000] : [40_000, 200_000, 1_000_000, 5_000_000]) {
    const { text, head } = await scattered(ours.server?.command ?? [], bytes);
    for (const [where, { p50, p95, max }] of [
      ['texte', text],
      ['en-tête', head],
    ] as const)
      rows.push([`${bytes / 1000} Ko`, where, ...[p50, p95, max].map((n) => fixed(n))]);
  }
  table(['texte', 'où', 'p50', 'p95', 'pire'], rows);
}

async function opening(): Promise<void> {
  say('## À l’ouverture\n');
  say(
    'Du lancement du serveur aux premières remarques, et la plus longue attente d’une demande sans travail, envoyée toutes les 5 ms pendant cette première lecture, en millisecondes (médiane).\n',
  );
  const rows: string[][] = [];
  for (const bytes of quick ? [40_000] : [40_000, 200_000, 1_000_000]) {
    const all: Replies[] = [];
    for (let i = 0; i < (quick ? 1 : 5); i++) all.push(await replies(ours.server?.command ?? [], bytes, true));
    const median = (take: (r: Replies) => number) =>
      all.map(take).sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
    const cells = [median((r) => r.start), median((r) => r.opening), median((r) => r.longest)];
    rows.push([`${bytes / 1000} Ko`, ...cells.map((n) => fixed(n))]);
  }
  table(['texte', 'lancement → remarques', 'ouverture → remarques', 'plus longue attente'], rows);
}

async function whole(): Promise<void> {
  say('## Un passage entier, en ligne de commande\n');
  const corpora = quick
    ? [{ count: 20, bytes: 40_000, times: 1 }]
    : [
        { count: 1, bytes: 40_000, times: 5 },
        { count: 1, bytes: 1_000_000, times: 3 },
        { count: 500, bytes: 40_000, times: 3 },
      ];
  for (const { count, bytes, times } of corpora) {
    say(`### ${count} × ${bytes / 1000} Ko (médiane de ${times})\n`);
    await inCorpus(count, bytes, async (folder) => {
      const measured: { program: Program; ms: number; mib: number }[] = [];
      for (const program of [ours, ...peers]) measured.push({ program, ...(await runs(program.whole, folder, times)) });
      if (count > 1) {
        await runs(warm.whole, folder, 1);
        measured.splice(1, 0, { program: warm, ...(await runs(warm.whole, folder, times)) });
      }
      const own = measured[0]?.ms ?? 1;
      table(
        ['programme', 'ce qu’il vérifie', 'secondes', 'mémoire (Mio)', 'rapport au nôtre'],
        measured.map(({ program, ms, mib }) => [
          `${program.name} ${program.version}`,
          program.checks,
          fixed(ms / 1000, 2),
          fixed(mib, 0),
          fixed(ms / own, 2),
        ]),
      );
    });
  }
}

async function growth(): Promise<void> {
  say('## Croissance avec la taille\n');
  const sizes = [100_000, 200_000, 400_000, 800_000];
  const times: number[] = [];
  for (const bytes of sizes)
    times.push(await inCorpus(1, bytes, async (folder) => (await runs(ours.whole, folder, quick ? 1 : 3)).ms));
  const slope = Math.log((times[3] as number) / (times[1] as number)) / Math.log(4);
  table(
    ['taille', 'secondes'],
    sizes.map((bytes, i) => [`${bytes / 1000} Ko`, fixed((times[i] as number) / 1000, 2)]),
  );
  say(`Exposant entre 200 et 800 Ko : ${fixed(slope, 2)} (1 : temps proportionnel à la taille).\n`);
}

async function assistants(): Promise<void> {
  say('## Une réponse à un assistant\n');
  say(
    '`dce-lint mcp` par les flux standards, un appel après l’autre : une référence juridique, une pièce de l’exemple fautif, un article, une recherche de clause, en millisecondes.\n',
  );
  const measured = await answers(quick ? 100 : 1000);
  table(
    ['outil', 'appels', 'première réponse, lancement compris', 'p50', 'p95'],
    measured.map(({ tool, calls, first, p50, p95 }) => [
      tool,
      String(calls),
      ...[first, p50, p95].map((n) => fixed(n)),
    ]),
  );
}

const page = new URL('../../docs/performance.md', import.meta.url);
/** A part of the page as it stands; empty where there is none. */
const partOf = (title: string, written = readFileSync(page, 'utf8')): string =>
  new RegExp(`^${title}\\n[\\s\\S]*?(?=^## |(?![\\s\\S]))`, 'm').exec(written)?.[0] ?? '';

// These alone, in the place that they have there.
if (process.argv.includes('--places')) {
  const before = readFileSync(page, 'utf8');
  await places();
  const [old, next] = [partOf(PLACES, before), '## À l’ouverture\n'];
  const own = `${out.join('\n').trimEnd()}\n\n`;
  if (process.argv.includes('--write'))
    writeFileSync(page, old ? before.replace(old, () => own) : before.replace(next, () => `${own}${next}`));
  process.exit();
}

say('# Performance\n');
say(
  `Mesuré par \`npm run bench\` le ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cœurs (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} Gio. Textes fabriqués par \`scripts/bench/drafts.ts\`. Chaque programme avec ses règles d’origine ; ce qu’il vérifie est dit, car aucun ne vérifie la même chose.\n`,
);
await typing();
await places();
await opening();
await assistants();
await whole();
await growth();
if (process.argv.includes('--write')) {
  // What `scale.ts` measures stands there too.
  const [, scale = ''] = /^(## Beaucoup de consultations\n[\s\S]*)/m.exec(readFileSync(page, 'utf8')) ?? [];
  writeFileSync(page, `${out.join('\n').trimEnd()}\n${scale && `\n${scale}`}`);
}
