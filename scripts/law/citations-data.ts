/**
 * Writes the citations that `test/law/citations.slow.test.ts` holds the program to, but for those by hand: `npx tsx
 * scripts/law/citations-data.ts LAW CORPUS…`. What is right and what is wrong is told by the texts in LAW alone: nothing of
 * `rules/` is read here, neither its grammar nor its data. The same folders give the same bytes.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [law = '', ...corpora] = process.argv.slice(2);
if (!law || corpora.length === 0) {
  console.error('Usage : npx tsx scripts/law/citations-data.ts TEXTES CORPUS…');
  process.exit(2);
}

/** Numbers of the code that the mirror lacks, and that later readings gave: never to be taken for wrong. */
const LATER = 'L2112-2-1 L2113-17 L2151-2 R2181-7 R2192-4 R2392-4 R3133-4 L3114-2-1'.split(' ');
/** Chapters of which the mirror has fewer articles than the table of contents counts. */
const OPEN = /^L23(?:1[123]|5[123])-/;

const lawFile = (start: string) => join(law, readdirSync(law).find((n) => n.startsWith(start)) ?? start);
const numbersOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^##### Article ([LRD]\d+(?:-\d+)*)\s*$/gm)].map((m) => m[1] as string);
const ccp = [...new Set(numbersOf(lawFile('241-')))];
const cpi = [...new Set(numbersOf(lawFile('242-')))].filter((n) => /^[LRD][123]\d\d-/.test(n));
const inCode = { ccp: new Set([...ccp, ...LATER]), cpi: new Set(cpi) };
const ccag = new Map<string, Map<string, string>>();
for (const line of readFileSync(lawFile('ccag-2021.tsv'), 'utf8').trim().split('\n').slice(1)) {
  const [kind = '', number = '', subject = ''] = line.split('\t');
  ccag.set(kind, (ccag.get(kind) ?? new Map<string, string>()).set(number, subject));
}

/** The same draw each time. */
let seed = 20261128;
const draw = (below: number) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};
const pick = <T>(of: readonly T[]): T => of[draw(of.length)] as T;

type Row = readonly [kind: string, ccag: string, cited: string, sentence: string, why: string];
const right: Row[] = [];
const wrong: Row[] = [];
const seen = new Set<string>();
const add = (to: Row[], row: Row) => {
  if (seen.has(row[3])) return;
  seen.add(row[3]);
  to.push(row);
};

// Right: what real documents write, word for word.
const files = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((n) => files(join(path, n)))
    : [path];
const NUM = String.raw`[LRD]\s?\.?\s?\*?\s?\d{3,4}(?:\s?[-\u2010]\s?\d{1,3}){1,3}`;
const NAME = String.raw`(?:du\s+)?(?:code\s+de\s+la\s+commande\s+publique|CCP\b|code\s+de\s+la\s+propri[ée]t[ée]\s+intellectuelle|CPI\b)`;
const CITED = new RegExp(
  String.raw`(?:l[’'])?\b(?:articles?|art\.?)\s+${NUM}(?:(?!\barticle|;|\bcode\b|\bCCP\b|\bCPI\b)[^.]|(?<=[LRD])\.|\.(?=\s?\d)){0,160}?\s${NAME}`,
  'giu',
);
const phrases = new Map<string, { text: string; file: string }>();
for (const corpus of corpora)
  for (const file of files(corpus))
    for (const m of readFileSync(file, 'utf8')
      .replace(/[ \n\t\r]+/g, ' ')
      .matchAll(CITED)) {
      const key = m[0].toLowerCase().replace(/[^\p{L}\d]/gu, '');
      if (!phrases.has(key)) phrases.set(key, { text: m[0], file: basename(file) });
    }
for (const { text, file } of phrases.values()) {
  const code = /intellectuelle$|CPI$/i.test(text) ? 'cpi' : 'ccp';
  const numbers = [...text.matchAll(new RegExp(NUM, 'giu'))].map((m) =>
    m[0]
      .replace(/[\s.*]/g, '')
      .replace(/\u2010/g, '-')
      .toUpperCase(),
  );
  // « R.2161.5 » and « R21921-19 » are slips.
  if (/[LRD]\s?\.?\s?\d{4}[.\d]\d?/i.test(text) || !numbers.every((n) => inCode[code].has(n))) continue;
  const list = numbers.join(' ');
  if (seen.has(list)) continue;
  seen.add(list);
  const both = numbers.some((n) => /^[LRD]3\d{3}/.test(n)) && code === 'ccp';
  const lead = both ? 'Pour les marchés et les contrats de concession, vu' : 'Vu';
  add(right, ['corpus', '', numbers.map((n) => `${code}:${n}`).join(' '), `${lead} ${text}.`, file]);
}

// Right: every section of the codes in turn, in the ways of writing met in those documents.
const CODE_NAMES = {
  ccp: ['code de la commande publique', 'Code de la Commande Publique', 'CCP', 'Code de la commande publique'],
  cpi: ['code de la propriété intellectuelle', 'CPI', 'Code de la propriété intellectuelle'],
} as const;
const WAYS: readonly ((n: string, code: string) => string)[] = [
  (n, c) => `Le marché est soumis à l’article ${n.charAt(0)}. ${n.slice(1)} du ${c}.`,
  (n, c) => `Conformément à l'article ${n} du ${c}, le titulaire exécute ses obligations.`,
  (n, c) => `La consultation suit les dispositions de l'article ${n.charAt(0)}.${n.slice(1)} du ${c}.`,
  (n, c) => `Voir art. ${n.charAt(0)} ${n.slice(1)} du ${c}.`,
  (n, c) => `(cf. article ${n.charAt(0)}.\u00a0${n.slice(1)}, 2°, du ${c})`,
  (n, c) => `Selon les articles ${n} et suivants du ${c}, la règle s'impose.`,
  (n, c) => `Le ${c}, en son article ${n.charAt(0)}. ${n.slice(1)}, le prévoit.`,
  (n, c) => `Application de l’article ${n.charAt(0)}. ${n.slice(1).replace('-', '\u2011')} alinéa 1 du ${c}.`,
  (n, c) => `En vertu du II de l'article ${n} du ${c}, la décision est motivée.`,
];
const real = right.length;
for (let i = 0; right.length < real + 100; i++) {
  const code = i % 6 === 5 ? 'cpi' : 'ccp';
  const number = pick(code === 'cpi' ? cpi.filter((n) => /^L1/.test(n)) : ccp.filter((n) => /^[LRD]2[1-5]/.test(n)));
  const way = WAYS[i % WAYS.length] as (typeof WAYS)[number];
  add(right, ['écriture', '', `${code}:${number}`, way(number, pick(CODE_NAMES[code])), 'law-texts']);
}

// Right: an article of each CCAG, with its own subject in the sentence.
const small = (s: string) => `${s.charAt(0).toLowerCase()}${s.slice(1)}`.replace(/ \(.*\)$/, '');
const CCAG_WAYS: readonly ((n: string, kind: string, subject: string) => string)[] = [
  (n, k, s) => `Ce point (${s}) est régi par l’article ${n} du CCAG-${k}.`,
  (n, k, s) => `Il est fait application de l'article ${n} du CCAG ${k} relatif au point suivant : ${s}.`,
  (n, k, s) => `Par dérogation à l’article ${n} du CCAG-${k} (${s}), le délai est porté à dix jours.`,
  (n, k, s) => `Au titre de « ${s} », le CCAG-${k}, article ${n}, s'applique.`,
];
const kinds = [...ccag.keys()];
for (let i = 0; right.length < real + 300; i++) {
  const kind = kinds[i % kinds.length] as string;
  const [number, subject] = pick([...(ccag.get(kind) ?? [])]);
  const way = CCAG_WAYS[i % CCAG_WAYS.length] as (typeof CCAG_WAYS)[number];
  add(right, ['ccag', kind, `${kind} ${number}`, way(number, kind, small(subject)), 'law-texts']);
}

// Wrong: as machines make them, and as fingers slip. Each is looked up in the texts, and left out where it stands there.
const isWrong = (n: string) =>
  !inCode.ccp.has(n) && !inCode.ccp.has(n.replace(/^D/, 'R')) && !inCode.ccp.has(n.replace(/^R/, 'D')) && !OPEN.test(n);
const cite = (n: string) =>
  pick([
    `Conformément à l'article ${n.charAt(0)}. ${n.slice(1)} du code de la commande publique, la consultation est organisée.`,
    `Le marché est passé en application de l'article ${n} du CCP.`,
    `La règle est celle de l’article ${n.charAt(0)}.${n.slice(1)} du Code de la commande publique.`,
    `Vu les articles ${n.charAt(0)} ${n.slice(1)} et suivants du code de la commande publique.`,
  ]);
const part = ccp.filter((n) => /^[LRD]2[1-5]\d\d-\d+$/.test(n));
const MUTATIONS: readonly (readonly [name: string, made: (n: string) => string])[] = [
  ['rang au-delà', (n) => n.replace(/\d+$/, (r) => String(Number(r) + 40 + draw(50)))],
  ['sous-numéro', (n) => `${n}-${1 + draw(6)}`],
  ['autre lettre', (n) => (n.startsWith('L') ? `R${n.slice(1)}` : `L${n.slice(1)}`)],
  ['chiffres inversés', (n) => n.replace(/^(.\d)(\d)(\d)/, (_, a, b, c) => `${a}${c}${b}`)],
  ['chiffre doublé', (n) => n.replace(/(\d)$/, '$1$1')],
  ['chiffre de trop', (n) => n.replace(/^(.\d)(\d)/, '$1$2$2')],
  ['tiret déplacé', (n) => n.replace(/(\d)-(\d)/, '-$1$2')],
  ['tiret oublié', (n) => n.replace(/-/, '')],
  ['autre partie', (n) => n.replace(/^(.)2/, '$14')],
  ['lettre pour un chiffre', (n) => n.replace(/^(.\d)1/, '$1l')],
];
for (let i = 0; wrong.length < 170; i++) {
  const [name, make] = MUTATIONS[i % MUTATIONS.length] as (typeof MUTATIONS)[number];
  const from = pick(part);
  const made = make(from);
  if (made !== from && isWrong(made)) add(wrong, ['machine', '', made, cite(made), `${name} (${from})`]);
}
// Wrong: numbers that a CCAG does not have.
for (let i = 0; wrong.length < 225; i++) {
  const kind = kinds[i % kinds.length] as string;
  const numbers = ccag.get(kind) ?? new Map<string, string>();
  const from = pick([...numbers.keys()].filter((n) => /^\d/.test(n)));
  const made = pick([`${from}.${1 + draw(4)}`, from.replace(/\d+$/, (r) => String(Number(r) + 9 + draw(30)))]);
  if (made.split('.').length > 4 || numbers.has(made)) continue;
  const sentence = pick([
    `Il est fait application de l'article ${made} du CCAG-${kind}.`,
    `Par dérogation à l’article ${made} du CCAG ${kind}, le délai est de dix jours.`,
    `Ce point relève du CCAG-${kind}, article ${made}.`,
  ]);
  add(wrong, ['machine', kind, `${kind} ${made}`, sentence, `no such number (${from} exists)`]);
}
// Wrong: the number that another CCAG has for the matter. Numbers of section 6 of `ccag-2021.md`.
const MATTERS: readonly (readonly [phrase: string, ...numbers: string[]])[] = [
  ['Les avances sont versées', '11.1', '11.1', '11.1', '10.1', '11.1', '12.1'],
  ['Le titulaire souscrit les assurances exigées', '9', '9', '9', '8', '9', '10'],
  ['Les pénalités de retard sont appliquées', '14.1', '14.1', '14.1', '19.2', '16.2', '15'],
  ['Les prestations supplémentaires ou modificatives sont prescrites', '23', '25', '23', '13', '14', '23'],
  ['La clause de réexamen joue', '25', '27', '25', '54', '26', '25'],
  ['Le marché est résilié pour faute du titulaire', '41', '50', '39', '50.3', '30', '44'],
  ["Le marché est résilié pour motif d'intérêt général", '42', '51', '40', '50.4', '31', '45'],
  ['Le décompte de résiliation est établi', '43', '52', '41', '51.2', '32', '46'],
  ["L'exécution aux frais et risques du titulaire est décidée", '45', '54', '27', '52', '34', '48'],
  ['Les différends sont réglés', '46', '55', '43', '55', '35', '49'],
];
const ORDER = ['FCS', 'TIC', 'PI', 'Travaux', 'MOE', 'MI'];
const LINKS = ['selon', 'dans les conditions de', 'conformément à', 'en application de'];
for (let i = 0; wrong.length < 290; i++) {
  const [phrase, ...numbers] = MATTERS[i % MATTERS.length] as (typeof MATTERS)[number];
  const own = draw(6);
  const other = draw(6);
  const [kind, number, good] = [ORDER[own] as string, numbers[other] as string, numbers[own] as string];
  const top = (n: string) => n.split('.')[0];
  if (top(number) === top(good) || !ccag.get(kind)?.has(number)) continue;
  const sentence = `${phrase} ${pick(LINKS)} l'article ${number} du CCAG-${kind}.`;
  add(wrong, [
    'machine',
    kind,
    `${kind} ${number}`,
    sentence,
    `${good} there; ${number} is « ${ccag.get(kind)?.get(number)} »`,
  ]);
}

const write = (name: string, rows: readonly Row[]) =>
  writeFileSync(
    join('test/law', name),
    `kind\tccag\tcited\tsentence\twhy\n${rows.map((r) => r.map((c) => c.replace(/[\t\n]/g, ' ')).join('\t')).join('\n')}\n`,
  );
write('citations-right.tsv', right);
write('citations-wrong-made.tsv', wrong);
console.log(
  `${right.length} justes (${right.filter((r) => r[0] === 'corpus').length} de documents réels), ${wrong.length} fausses`,
);
