import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import english from '../../l10n/rules.en.json' with { type: 'json' };
import { begunCitation } from '../../rules/facts/droit/index.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { articleRows, families } from '../../rules/law/articles.ts';
import { ccagArticles, ccagSuccessions, ccagTexts } from '../../rules/law/ccag.ts';
import { article, cite, datedRules, parseNumber } from '../../rules/law/law.ts';
import { pageRows } from '../../rules/law/pages.ts';
import { repealedTexts, successions } from '../../rules/law/repealed.ts';
import { seriesRows } from '../../rules/law/series.ts';
import { otherTexts } from '../../rules/law/sources.ts';
import { thresholdRows } from '../../rules/law/thresholds.ts';
import { articleChoices } from '../../server/core/article-choices.ts';
import { explainArticle } from '../../server/core/explain-article.ts';
import { explainAt } from '../../server/core/explain-cited.ts';
import { lawLinks } from '../../server/core/law-links.ts';
import type { Finding } from '../../server/core/lint.ts';
import { notices } from '../../server/core/notices.ts';
import { repealed } from '../../server/features/inlayHints.ts';
import { asExample, filesOf, open, run, unmark } from '../rules/tester.ts';

const DOUBT = /à vérifier|to be checked/i;
const TODAY = '2026-12-01';
/** Days before and after each change that the data know of. */
const DAYS = ['2018-06-01', '2020-02-01', '2021-05-01', '2024-03-01', '2026-03-01', TODAY];

/** What the law tells, as `law.ts` names it; the rest are spellings, lists and types. */
const KNOWLEDGE =
  /^(?:article|articleAt|articleGround|existence|extentOf|familyOf|numbersGround|nearest|ccag\w+|dates|datedRules|lawPage|articlePage|predecessors|repealedTexts|successor|cite|formalisedThreshold|pastThresholds|thresholds?)$/;

/** Where what the law tells reaches a user, rules aside; each is asked below, or shows what another of them gives. */
const MOUTHS = [
  'rules/facts/criteres/environnement.ts',
  'rules/facts/droit/citations-successeurs.ts',
  // Whether the code has an article, which needs no doubt of its date.
  'rules/facts/droit/citations.ts',
  'rules/facts/droit/hors-sujet.ts',
  'server/cli/commands/diff.ts',
  'server/cli/commands/rules.ts',
  'server/cli/reporters/csv.ts',
  'server/cli/reporters/json.ts',
  'server/cli/reporters/junit.ts',
  'server/cli/reporters/markdown.ts',
  'server/cli/reporters/sarif.ts',
  'server/cli/reporters/text.ts',
  'server/core/annotation.ts',
  'server/core/article-choices.ts',
  'server/core/citation-check.ts',
  'server/core/diff.ts',
  'server/core/explain-article.ts',
  'server/core/explain-cited.ts',
  'server/core/explain.ts',
  'server/core/law-links.ts',
  'server/core/rapport.ts',
  'server/features/inlayHints.ts',
  'server/mcp/resources.ts',
];

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const namesFrom = (source: string, door: RegExp): string[] =>
  [...source.matchAll(/^import (?!type)\{([^}]*)\} from '([^']+)';/gm)].flatMap(([, names = '', from = '']) =>
    door.test(from) ? names.split(',').map((n) => n.trim()) : [],
  );
const asksTheLaw = (path: string) => namesFrom(read(path), /law\/law\.ts$/).some((name) => KNOWLEDGE.test(name));
/** Rules that ask the law, themselves or through a fact that does. */
const lawful = rules.filter(
  ({ id }) =>
    asksTheLaw(`rules/${id}.ts`) ||
    namesFrom(read(`rules/${id}.ts`), /(?:criteres-environnement|citations-successeurs)\.ts$/).some((n) =>
      /^(?:REFORM|inForce)$/.test(n),
    ),
);

/** Every sentence that a rule has ready, in French and in English. */
const textsOf = ({ id, title, why, messages }: Rule) => {
  const translated = (english.rules as Record<string, { title: string; messages: object }>)[id];
  return [
    title,
    why,
    ...Object.values(messages),
    translated?.title ?? '',
    ...Object.values(translated?.messages ?? {}),
  ];
};

/** Articles of the codes that a text names and our data have not verified. */
const doubtful = (text: string): string[] =>
  [...text.matchAll(/\b[LRD]\.?\s?\*?\d{3,4}-\d+(?:-\d+)*/g)].flatMap(([written]) =>
    (['ccp', 'cpi'] as const).flatMap((code) =>
      article(code, written)?.verified === false ? [`${code} ${parseNumber(written)?.canonical}`] : [],
    ),
  );

const findingsOf = (rule: Rule): Finding[] =>
  rule.examples.bad.flatMap((example) => {
    const files = filesOf(rule, asExample(example)).map(({ path, marked }) => ({ path, text: unmark(marked).text }));
    return [...run(rule, files).findings];
  });

const pieceOf = (text: string, date: string) => {
  const [piece] = open([
    { path: 'rc.md', text: `---\ndce:\n  piece: rc\n  date: ${date}\n---\n\n# RC\n\n${text}\n` },
  ]).pieces;
  assert.ok(piece);
  return piece;
};

/** What a hover says of a citation. */
const hovered = (text: string, word: string, date = TODAY): string | undefined => {
  const piece = pieceOf(text, date);
  return explainAt(piece, piece.draft.text.indexOf(word) + 1, rules)?.markdown;
};

const labelOf = ({ code, number }: { readonly code: 'ccp' | 'cpi'; readonly number: string }) =>
  cite({ kind: 'code', code, article: number }, TODAY).label;

type Said = readonly [name: string, text: string];

/** What a hover says of a citation under a name; nothing where it shows none. */
function* hover(name: string, text: string, word: string): Generator<Said> {
  const words = hovered(text, word);
  if (words) yield [`hover ${name}`, words];
}

function* saidOfCodes(): Generator<Said> {
  for (const row of articleRows.filter((r) => !r.verified)) {
    yield [`cite ${row.code} ${row.number}`, labelOf(row)];
    for (const day of DAYS)
      yield [`explain ${row.code} ${row.number} ${day}`, explainArticle(`${row.code} ${row.number}`, day, rules) ?? ''];
  }
  for (const family of families.filter((f) => f.confidence === 'K' && f.last > 0)) {
    const number = `${family.family}-${family.last}`;
    yield [`cite ${number}`, labelOf({ code: family.code, number })];
    yield [`explain ${number}`, explainArticle(`${family.code} ${number}`, TODAY, rules) ?? ''];
  }
  for (const { number, code, about } of articleChoices(pieceOf('Texte.', TODAY), begin(), ''))
    if (article(code, number)?.verified === false) yield [`completion ${number}`, about];
}

function* saidOfCcag(): Generator<Said> {
  for (const text of ccagTexts.filter((t) => !t.verified))
    yield [`cite ${text.name} ${text.year}`, cite({ kind: 'ccag', ccag: text.kind }, text.since).label];
  for (const row of ccagArticles.filter((r) => !r.verified)) {
    yield [`cite ${row.kind} ${row.number}`, cite({ kind: 'ccag', ccag: row.kind, article: row.number }, TODAY).label];
    const cited = `article ${row.number} du CCAG-${row.kind.toUpperCase()}`;
    yield* hover(cited, `Voir l'${cited} de 2021.`, cited);
  }
  for (const row of ccagSuccessions.filter((r) => !r.verified)) {
    const cited = `article ${row.article} du CCAG-${row.kind.toUpperCase()}`;
    yield* hover(`${cited} de 2009`, `Voir l'${cited} de 2009.`, cited);
  }
}

function* saidOfRepealed(): Generator<Said> {
  for (const { short } of repealedTexts.filter((t) => !t.verified))
    yield* hover(short, `Marché passé selon le ${short}.`, short);
  for (const row of successions.filter((s) => s.mapping === 'K')) {
    const short = repealedTexts.find((t) => t.id === row.text)?.short ?? '';
    const cited = `Selon l'article ${row.article} du ${short}.`;
    yield* hover(`${short} ${row.article}`, cited, short);
    for (const { label, tooltip } of repealed(pieceOf(cited, TODAY))) {
      yield [`hint ${short} ${row.article}`, label];
      yield [`words of the hint ${short} ${row.article}`, tooltip];
    }
  }
}

/** Everything that the law's data say in places that are not rules, each under a name. */
function* said(): Generator<Said> {
  yield* saidOfCodes();
  yield* saidOfCcag();
  yield* saidOfRepealed();
  for (const text of otherTexts.filter((t) => !t.verified))
    yield [`cite ${text.label}`, cite({ kind: 'text', label: text.label }, TODAY).label];
}

const begin = () => {
  const begun = begunCitation("selon l'article ");
  assert.ok(begun);
  return begun;
};

const bare = () => [...said()].filter(([, text]) => !DOUBT.test(text)).map(([name]) => name);

interface Doubtable {
  verified?: boolean;
  confidence?: string;
  mapping?: string;
}

/** Runs with every row of the law as if it had never been read. */
function inDoubt(see: () => void): void {
  const all = [articleRows, families, thresholdRows, ccagTexts, ccagArticles, ccagSuccessions, pageRows, repealedTexts];
  const rows = [
    ...all.flat(),
    ...seriesRows,
    ...successions,
    ...otherTexts,
    ...Object.values(datedRules),
  ] as Doubtable[];
  const before = rows.map((row) => ({ ...row }));
  try {
    for (const row of rows) {
      if ('mapping' in row) row.mapping = 'K';
      else row.confidence = 'K';
      if ('verified' in row) row.verified = false;
    }
    see();
  } finally {
    for (const [i, row] of rows.entries()) Object.assign(row, before[i]);
  }
}

describe('What is marked unverified in the data of the law', () => {
  it('is never bare in the texts of a rule', () => {
    const found = [...rules, ...notices].flatMap((rule) =>
      textsOf(rule).flatMap((text) => doubtful(text).flatMap((a) => (DOUBT.test(text) ? [] : [`${rule.id}: ${a}`]))),
    );
    assert.deepEqual(found, []);
    inDoubt(() =>
      assert.ok(rules.flatMap(textsOf).flatMap(doubtful).length > 0, 'no text names an article: nothing was tested'),
    );
  });

  it('is never bare in a message, as its examples give it', () => {
    const found = rules.flatMap((rule) => findingsOf(rule).map(({ message }) => ({ id: rule.id, message })));
    assert.ok(found.length > 500, String(found.length));
    assert.deepEqual(
      found.filter(({ message }) => doubtful(message).length > 0 && !DOUBT.test(message)),
      [],
    );
  }).timeout(60_000);

  it('is never bare as a source, in a hover, a page or a completion', () => {
    assert.ok([...said()].length > 200);
    assert.deepEqual(bare(), []);
  }).timeout(60_000);
});

describe('A row of the law that would become unverified', () => {
  it('would be said with its doubt by every rule that asks the law', () => {
    assert.ok(lawful.length >= 12, String(lawful.length));
    inDoubt(() => {
      const found = lawful.flatMap((rule) => findingsOf(rule).map(({ message }) => `${rule.id}: ${message}`));
      assert.deepEqual(
        found.filter((message) => !DOUBT.test(message)),
        [],
      );
    });
  }).timeout(60_000);

  it('would be said with its doubt everywhere else', () => inDoubt(() => assert.deepEqual(bare(), []))).timeout(
    120_000,
  );

  it('would be said with its doubt on a link to its text', () => {
    const piece = pieceOf("Selon l'article R. 2152-7 du code de la commande publique.", TODAY);
    inDoubt(() => {
      const [link] = lawLinks(piece);
      assert.match(link?.tooltip ?? '', DOUBT);
    });
  });

  it('cannot reach a user by a way that is not among these', () => {
    const files = ['rules/facts', 'server']
      .flatMap((room) =>
        readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }).map((f) => `${room}/${f}`),
      )
      .filter((path) => path.endsWith('.ts'));
    assert.deepEqual(files.filter(asksTheLaw).sort(), MOUTHS);
  });
});

describe('The sources of a rule', () => {
  it('are all in the data of the law', () => {
    const own = /^Documentation de DCE Lint/;
    const texts = rules.flatMap(({ id, sources }) =>
      sources.flatMap((s) => (s.kind === 'guide' ? [] : [{ id, source: s }])),
    );
    const unknown = texts.filter(({ source }) => {
      const { label, confidence } = cite(source, TODAY);
      return confidence === undefined && !own.test(label);
    });
    assert.deepEqual(unknown, []);
  });
});
