import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { discord, dissents, type Matter, placeName } from '../../../rules/facts/dossier/dossier.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Fix } from '../../../rules/kit/rule.ts';

/** « un an », « deux ans » as written, by lot; « environ » says no more than about how long. */
const lasts: Matter<string> = {
  read: (piece) =>
    piece.draft.sentences.flatMap((sentence) =>
      sentence.findAll(/(?:un|une|deux|trois|huit) (?:ans?|annees?)/).map((found) => ({
        piece,
        at: sentence.at(found),
        value: found.text.replace('une annee', 'un an'),
        shown: `« ${found.text} »`,
        key: sentence.find(/lot (?<lot>\d)/)?.groups.lot ?? '',
        simple: !sentence.has(/environ/),
      })),
    ),
  agree: (a, b) => a.value === b.value,
};

type Texts = Readonly<Record<string, string>>;
const openAll = (texts: Texts) =>
  openConsultation(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { date: '2026-12-01' },
  );
/** A piece with an article that says this. */
const article = (name: string, text: string): string => `# ${name}\n\n## 1. Durée\n\n${text}\n`;
const apply = ({ edits }: Fix): string[] =>
  edits.map(({ piece, at, text }) => {
    const source = (piece as Piece).draft.text;
    return `${(piece as Piece).path}: ${source.slice(0, at.start)}${text}${source.slice(at.end)}`.replace(
      /: [\s\S]*\n\n([\s\S]*)\n$/,
      ': $1',
    );
  });
const found = (texts: Texts) => dissents(openAll(texts), lasts);
const places = (texts: Texts): string[] =>
  found(texts).map(({ ours, theirs }) => {
    const place = ({ piece, at, value }: typeof ours) => `${piece.path} ${value} @${piece.draft.slice(at)}`;
    return `${place(ours)} / ${theirs.map(place).join(', ')}`;
  });

describe('the names of pieces in messages', () => {
  it('are those that buyers use', () => {
    const names = ['RC.md', 'CCAP.md', 'CCTP.md', 'AE.md', 'notice.md'].map((path) => ({
      path,
      text: `# ${path.replace('.md', '').replace('AE', 'Acte d’engagement')}\n\nTexte.\n`,
    }));
    const { pieces } = openConsultation(names, { date: '2026-12-01' });
    assert.deepEqual(
      pieces.map(placeName).sort(),
      ['au CCAP', 'au CCTP', 'au RC', "à l'acte d'engagement", 'dans notice.md'].sort(),
    );
  });
});

describe('where two pieces differ', () => {
  it('an article is the better place than the cover or a heading', () => {
    assert.deepEqual(
      places({
        'RC.md': '# Règlement\n\nMarché de deux ans.\n\n## 1. Durée\n\nIl dure deux  ans.\n',
        'CCAP.md': '# CCAP\n\n## 1. Durée de trois ans\n\nIl dure trois ans. Il s’achève au bout de trois ans.\n',
      }),
      [
        'RC.md deux ans @deux  ans / CCAP.md trois ans @trois ans',
        'CCAP.md trois ans @trois ans / RC.md deux ans @deux  ans',
      ],
    );
    const [first] = found({
      'RC.md': '# Règlement\n\nMarché de deux ans.\n',
      'CCAP.md': '# CCAP\n\n## 1. Durée de trois ans\n\nIl dure trois ans.\n',
    });
    const [ccap] = first?.theirs ?? [];
    assert.equal(ccap?.piece.draft.sectionAt(ccap.at.start).heading?.folded, '1. duree de trois ans');
    assert.equal(ccap?.at.start, '# CCAP\n\n## 1. Durée de trois ans\n\nIl dure '.length);
  });

  it('lots are compared with themselves', () => {
    assert.deepEqual(
      places({
        'RC.md': article('Règlement', 'Le lot 1 dure un an. Le lot 2 dure deux ans.'),
        'CCAP.md': article('CCAP', 'Le lot 1 dure un an. Le lot 2 dure trois ans.'),
      }),
      [
        'RC.md deux ans @deux ans / CCAP.md trois ans @trois ans',
        'CCAP.md trois ans @trois ans / RC.md deux ans @deux ans',
      ],
    );
  });

  it('pieces of another kind are left to themselves', () => {
    assert.deepEqual(
      places({
        'RC.md': article('Règlement', 'Il dure deux ans.'),
        'notice.md': article('Notice', 'Il dure trois ans.'),
      }),
      [],
    );
  });
});

describe('what brings two pieces in line', () => {
  const fixes = (rc: string, ccap: string) =>
    found({ 'RC.md': article('Règlement', rc), 'CCAP.md': article('CCAP', ccap) })[0]?.fixes ?? [];

  it('is writing the words of either in the other', () => {
    const both = fixes('Il dure deux\nans.', 'Il dure trois ans.');
    assert.deepEqual(
      both.map(({ title, grade }) => `${title} (${grade})`),
      ['Écrire « deux ans » au CCAP, comme au RC (review)', 'Écrire « trois ans » au RC, comme au CCAP (review)'],
    );
    assert.deepEqual(both.map(apply), [['CCAP.md: Il dure deux ans.'], ['RC.md: Il dure trois ans.']]);
  });

  it('goes with the preposition that stands before', () => {
    const rewritten = (rc: string, ccap: string) => fixes(rc, ccap).map(apply);
    assert.deepEqual(rewritten('Une durée de deux ans.', 'Une durée d’un an.'), [
      ['CCAP.md: Une durée de deux ans.'],
      ["RC.md: Une durée d'un an."],
    ]);
    assert.deepEqual(rewritten("Une durée d'un an.", 'Une durée de deux ans.'), [
      ["CCAP.md: Une durée d'un an."],
      ['RC.md: Une durée de deux ans.'],
    ]);
    assert.deepEqual(rewritten('Une durée de huit ans.', 'Une durée d’un an.')[0], ['CCAP.md: Une durée de huit ans.']);
    assert.deepEqual(rewritten('UNE DUREE DE DEUX ANS.', 'Elle dure trois ans.')[0], ['CCAP.md: Elle dure DEUX ANS.']);
  });

  it('is nothing where the words say more than the value', () => {
    assert.deepEqual(fixes('Il dure environ deux ans.', 'Il dure trois ans.'), []);
    assert.deepEqual(fixes('Il dure deux ans.', 'Il dure environ trois ans.'), []);
  });

  it('writes in every place of the piece, and not where the words say more', () => {
    const [align] = fixes(
      'Il dure deux ans.',
      'Il dure trois ans. Il s’achève après trois ans. Il compte environ trois ans.',
    );
    assert.ok(align);
    assert.deepEqual(apply(align), [
      'CCAP.md: Il dure deux ans. Il s’achève après trois ans. Il compte environ trois ans.',
      'CCAP.md: Il dure trois ans. Il s’achève après deux ans. Il compte environ trois ans.',
    ]);
  });

  it('brings every piece that stands apart in line with the common value, at once or one by one', () => {
    const all = found({
      'RC.md': article('Règlement', 'Il dure deux ans.'),
      'CCAP.md': article('CCAP', 'Il dure trois ans.'),
      'CCTP.md': article('CCTP', 'Il dure deux ans.'),
      'AE.md': article('Acte d’engagement', 'Il dure un an.'),
    });
    assert.deepEqual(
      all.map(({ ours, fixes: own }) => [ours.piece.path, ...own.map((f) => f.title)]),
      [
        ['RC.md', "Écrire « deux ans » au CCAP et à l'acte d'engagement, comme au RC"],
        ['CCAP.md', 'Écrire « deux ans » au CCAP, comme au RC'],
        ['AE.md', "Écrire « deux ans » à l'acte d'engagement, comme au RC"],
      ],
    );
    assert.deepEqual(
      all.map(({ fixes: own }) => own.flatMap((f) => f.edits.map((e) => e.piece?.path))),
      [['CCAP.md', 'AE.md'], ['CCAP.md'], ['AE.md']],
    );
  });

  it('writes a place once that two sayings share', () => {
    const twice: Matter<string> = { ...lasts, read: (piece) => lasts.read(piece).flatMap((s) => [s, { ...s }]) };
    const [first] = dissents(
      openAll({ 'RC.md': article('Règlement', 'Il dure deux ans.'), 'CCAP.md': article('CCAP', 'Il dure trois ans.') }),
      twice,
    );
    assert.deepEqual(
      first?.fixes.map((f) => f.edits.length),
      [1, 1],
    );
  });
});

describe('what a rule reports', () => {
  const reports = (texts: Texts, path: string) => {
    const consultation = openAll(texts);
    const piece = consultation.pieces.find((p) => p.path === path) as Piece;
    return [...discord(piece, lasts, (ours) => `vaut-${ours.value.split(' ')[0]}`)].map(
      ({ at, message, data, related, fixes }) => ({
        at: piece.draft.slice(at),
        message,
        data,
        related: related?.map((r) => `${r.piece?.path ?? ''} ${r.message}`),
        fixes: fixes?.length,
      }),
    );
  };
  const TEXTS = {
    'RC.md': article('Règlement', 'Il dure deux ans.'),
    'CCAP.md': article('CCAP', 'Il dure trois ans. Il s’achève après trois  ans.'),
  };

  it('is each piece from its own side, with what the other says and where', () => {
    assert.deepEqual(reports(TEXTS, 'CCAP.md'), [
      {
        at: 'trois ans',
        message: 'vaut-trois',
        data: { ours: '« trois ans »', theirs: '« deux ans » au RC' },
        related: ['RC.md On lit au RC : « deux ans ».', 'CCAP.md On lit au CCAP : « trois ans ».'],
        fixes: 2,
      },
    ]);
    assert.deepEqual(reports(TEXTS, 'RC.md'), [
      {
        at: 'deux ans',
        message: 'vaut-deux',
        data: { ours: '« deux ans »', theirs: '« trois ans » au CCAP' },
        related: ['CCAP.md On lit au CCAP : « trois ans ».', 'CCAP.md On lit au CCAP : « trois ans ».'],
        fixes: 2,
      },
    ]);
  });

  it('names all that stand apart, and offers no fix where there is none', () => {
    const texts = {
      'RC.md': article('Règlement', 'Il dure deux ans.'),
      'CCAP.md': article('CCAP', 'Il dure environ trois ans.'),
      'CCTP.md': article('CCTP', 'Il dure un an.'),
    };
    const [report] = reports(texts, 'RC.md');
    assert.deepEqual(report?.data, { ours: '« deux ans »', theirs: '« trois ans » au CCAP et « un an » au CCTP' });
    assert.equal(report?.fixes, undefined);
    assert.equal(report?.related?.length, 2);
  });
});
