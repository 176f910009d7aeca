import assert from 'node:assert/strict';
import { isMap, parseDocument } from 'yaml';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { distance, lineOf, nearest, PROCEDURES, readCles, readEntete } from '../../../rules/facts/piece/entete.ts';
import { CLES, takes } from '../../../rules/facts/piece/entete-cles.ts';
import { Draft } from '../../../rules/kit/draft.ts';
import type { Entete, Piece } from '../../../rules/kit/piece.ts';

const header = (yaml: string) => `---\n${yaml}\n---\n\n# Règlement de la consultation\n`;
const read = (text: string) => readEntete(new Draft(text));
const yamlPairs = (yaml: string) => {
  const { contents } = parseDocument(yaml);
  assert.ok(isMap(contents));
  return contents.items;
};
/** « etat = final », or « value etat: « finale » » for what is refused. */
const summary = ({ values, problems }: Entete) => [
  ...Object.entries(values).map(([key, value]) => `${key} = ${value}`),
  ...problems.map((p) => `${p.kind} ${p.key}: « ${p.found} »`),
];

describe('the metadata at the head of a draft', () => {
  const CASES: readonly (readonly [yaml: string, ...expected: string[]])[] = [
    ['dce:\n  piece: rc', 'piece = rc'],
    ['dce: { piece: cctp, etat: final }', 'piece = cctp', 'etat = final'],
    ['dce:\n  etat: "relecture"', 'etat = relecture'],
    ['dce:\n  procedure: appel-offres-ouvert', 'procedure = appel-offres-ouvert'],
    ['dce:\n  categorie: services-specifiques', 'categorie = services-specifiques'],
    ['dce:\n  acheteur: organisme-securite-sociale', 'acheteur = organisme-securite-sociale'],
    ['dce:\n  montant-estime: 120000', 'montant-estime = 120000'],
    ['dce:\n  date: 2027-01-15', 'date = 2027-01-15'],
    ['dce:\n  ccag: aucun', 'ccag = aucun'],
    ['dce:\n  ccag: fcs-2009', 'ccag = fcs-2009'],
    ['title: Sans rapport\ndce:\n  piece: ae', 'piece = ae'],
    ['title: Sans rapport'],
    ['piece: rc'],
    ['- dce'],
    [''],
    ['dce: {}'],
    // What is wrong is said, and the rest is read.
    ['dce:\n  etat: finale\n  piece: rc', 'piece = rc', 'value etat: « finale »'],
    ['dce:\n  pieces: rc\n  etat: final', 'etat = final', 'key pieces: « pieces »'],
    ['dce:\n  piece: autre', 'value piece: « autre »'],
    ['dce:\n  piece: RC', 'value piece: « RC »'],
    ['dce:\n  piece:', 'value piece: «  »'],
    ['dce:\n  piece: [rc, cctp]', 'value piece: «  »'],
    ['dce:\n  ccag: fcs-2015', 'value ccag: « fcs-2015 »'],
    ['dce:\n  montant-estime: 120 000 €', 'value montant-estime: « 120 000 € »'],
    ['dce:\n  montant-estime: "120000"', 'value montant-estime: « 120000 »'],
    ['dce:\n  montant-estime: 0', 'value montant-estime: « 0 »'],
    ['dce:\n  montant-estime: -5', 'value montant-estime: « -5 »'],
    ['dce:\n  montant-estime: .inf', 'value montant-estime: « .inf »'],
    ['dce:\n  date: 15/01/2027', 'value date: « 15/01/2027 »'],
    ['dce:\n  date: 2027-02-30', 'value date: « 2027-02-30 »'],
    ['dce:\n  date: 2027-13-01', 'value date: « 2027-13-01 »'],
    ['dce:\n  date: 2027-01-15 10:00', 'value date: « 2027-01-15 10:00 »'],
    ['dce:\n  date: 12027-01-15', 'value date: « 12027-01-15 »'],
    ['dce: rc', 'shape dce: «  »'],
    ['dce:', 'shape dce: «  »'],
    ['dce:\n  piece: "rc', 'syntax : «  »'],
    ['dce:\n  ? [a, b]\n  : rc\n  etat: final', 'etat = final'],
  ];
  for (const [yaml, ...expected] of CASES)
    it(`« ${yaml.replace(/\n */g, ' / ')} » gives ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(summary(read(header(yaml))), expected));

  it('is read with the line ends of Windows, and is nothing without a front matter', () => {
    assert.deepEqual(summary(read(header('dce:\n  piece: rc').replace(/\n/g, '\r\n'))), ['piece = rc']);
    assert.deepEqual(read('# Règlement\n\ndce:\n  piece: rc\n'), { values: {}, spans: {}, problems: [] });
  });

  it('keeps no value where the YAML cannot be read, or is nested beyond reason', () => {
    for (const yaml of ['dce:\n  piece: "rc', `dce: ${'['.repeat(60)}${']'.repeat(60)}`]) {
      const { values, spans, problems } = read(header(yaml));
      assert.deepEqual([values, spans, problems.map((p) => p.kind)], [{}, {}, ['syntax']], yaml);
    }
  });

  it('gives an amount as a number, and no key where the YAML cannot be read', () => {
    assert.equal(read(header('dce:\n  montant-estime: 120000')).values['montant-estime'], 120000);
    const deep = read(header(`dce: ${'['.repeat(60)}`));
    assert.deepEqual([summary(deep), deep.problems[0]?.allowed], [['syntax : «  »'], []]);
  });

  it('keeps the last of two values of one key, as written', () => {
    assert.equal(read(header('dce:\n  etat: final\n  etat: brouillon')).values.etat, 'brouillon');
  });
});

describe('the place of a metadata', () => {
  const slices = (yaml: string) => {
    const text = header(yaml);
    const { spans, problems } = read(text);
    return [...Object.values(spans), ...problems.map((p) => p.at)].map((s) => text.slice(s.start, s.end));
  };
  it('is its value', () => {
    assert.deepEqual(slices('dce:\n  piece: rc\n  etat: "final"'), ['rc', '"final"']);
    assert.deepEqual(slices('dce:\n  etat: finale'), ['finale']);
  });
  it('is its key where the value is missing, is no word, or where the key is unknown', () => {
    assert.deepEqual(slices('dce:\n  piece:\n  etat: final'), ['final', 'piece']);
    assert.deepEqual(slices('dce:\n  piece: ~'), ['piece']);
    assert.deepEqual(slices('dce:\n  piece: [rc]'), ['piece']);
    assert.deepEqual(slices('dce:\n  pieces: rc'), ['pieces']);
    assert.deepEqual(slices('titre: x\ndce: rc'), ['dce']);
  });
  it('is the line that cannot be read', () => {
    assert.deepEqual(slices('dce:\n  piece: rc\n  etat: }\n  date: 2027-01-15'), ['etat: }']);
    assert.deepEqual(slices(`dce: ${'['.repeat(60)}`), [`dce: ${'['.repeat(60)}`]);
  });
  it('has one character at least: an empty key is shown too', () => {
    assert.equal(slices('dce:\n  "": rc')[0], '""');
    assert.equal(slices('dce: { : rc }')[0]?.length, 1);
  });
});

describe('what is proposed instead', () => {
  const allowed = (yaml: string) => read(header(yaml)).problems[0]?.allowed ?? [];
  it('is the nearest key or value first', () => {
    assert.equal(allowed('dce:\n  procedur: mapa')[0], 'procedure');
    assert.equal(allowed('dce:\n  montant: 5')[0], 'montant-estime');
    assert.equal(allowed('dce:\n  etat: finale')[0], 'final');
    assert.equal(allowed('dce:\n  ccag: TIC')[0], 'tic-2021');
    assert.deepEqual([...allowed('dce:\n  etat: finale')].sort(), ['brouillon', 'final', 'relecture']);
  });
  it('is every key where the whole is misshapen, and the wanted form where there is no list', () => {
    assert.deepEqual(allowed('dce: rc'), [
      'piece',
      'etat',
      'procedure',
      'categorie',
      'acheteur',
      'montant-estime',
      'date',
      'ccag',
    ]);
    assert.deepEqual(allowed('dce:\n  date: demain'), ['une date AAAA-MM-JJ (2027-01-15)']);
    assert.deepEqual(allowed('dce:\n  montant-estime: cher'), [
      'un nombre d’euros hors taxes, sans espace ni symbole (120000)',
    ]);
    assert.deepEqual(allowed('dce:\n  piece: "rc'), []);
  });
  it('counts the keys that the caller reads himself, which are no fault', () => {
    const pairs = (yaml: string) => {
      const { problems } = readCles(yamlPairs(yaml), () => ({ start: 0, end: 1 }), {
        cles: CLES.filter((c) => !c.ownToPiece),
        others: ['pieces'],
      });
      return problems.map((p) => `${p.key}: ${p.allowed[0]}`);
    };
    assert.deepEqual(pairs('pieces: [rc.md]\ndate: 2027-01-15'), []);
    assert.deepEqual(pairs('piece: rc'), ['piece: pieces']);
  });
});

describe('the distance between two words', () => {
  for (const [a, b, expected] of [
    ['final', 'final', 0],
    ['final', 'finale', 1],
    ['', 'rc', 2],
    ['rc', '', 2],
    ['cctp', 'ccap', 1],
    ['etat', 'date', 3],
    ['relecture', 'lecture', 2],
    ['kitten', 'sitting', 3],
  ] as const)
    it(`of « ${a} » and « ${b} » is ${expected}`, () => assert.equal(distance(a, b), expected));

  it('gives way to one word that holds the other, but for two letters', () => {
    assert.deepEqual(nearest('procedure', ['procedures-adaptees', 'procedura']), ['procedures-adaptees', 'procedura']);
    assert.deepEqual(nearest('Montant-Estime-HT', ['acheteur', 'montant-estime']), ['montant-estime', 'acheteur']);
    assert.deepEqual(nearest('ab', ['abcdefgh', 'xy']), ['xy', 'abcdefgh']);
    assert.deepEqual(nearest('abc', ['xyz', 'abcdefgh']), ['abcdefgh', 'xyz']);
  });
  it('leaves the list it sorts as it was', () => {
    const list = ['rc', 'ae'];
    nearest('ae', list);
    assert.deepEqual(list, ['rc', 'ae']);
  });
});

describe('the words of a line', () => {
  const text = 'dce:\r\n  etat: final  \r\n\r\n   \r\nfin';
  const at = (offset: number) => {
    const { start, end } = lineOf(text, offset);
    return text.slice(start, end);
  };
  it('are those of the line of an offset, its margins left out', () => {
    assert.equal(at(0), 'dce:');
    assert.equal(at(text.indexOf('etat')), 'etat: final');
    assert.equal(at(text.indexOf('final')), 'etat: final');
    assert.equal(at(text.length), 'fin');
    assert.equal(at(text.length + 50), 'fin');
  });
  it('are those of the last line before that has any', () => {
    assert.equal(at(text.indexOf('\r\n\r\n') + 2), 'etat: final');
    assert.equal(at(text.indexOf('fin', 25) - 2), 'etat: final');
  });
});

describe('the keys of the metadata', () => {
  const key = (name: string) => CLES.find((c) => c.name === name);
  it('name every procedure', () => {
    assert.ok(PROCEDURES.includes('mapa') && PROCEDURES.includes('appel-a-projets'));
    assert.deepEqual(
      PROCEDURES,
      key('procedure')?.values.map((v) => v.value),
    );
  });
  it('have each a title, a sentence, an example that they take, and a label for each value', () => {
    for (const cle of CLES) {
      assert.match(cle.title, /^\p{Lu}[^.]+$/u, cle.name);
      assert.match(cle.description, /^\p{Lu}.{20,}\.$/u, cle.name);
      const value = cle.type === 'montant' ? Number(cle.example) : cle.example;
      assert.ok(takes(cle, value, cle.example), cle.name);
      assert.equal(cle.values.length > 0, cle.type === 'choix', cle.name);
      for (const { value: name, label } of cle.values) assert.match(label, /\p{L}{3}/u, name);
    }
  });
  it('give both versions of each CCAG', () => {
    const names = ['tic', 'pi', 'fcs', 'travaux', 'moe', 'mi'].flatMap((n) => [`${n}-2021`, `${n}-2009`]);
    assert.deepEqual(
      key('ccag')?.values.map((v) => v.value),
      [...names, 'aucun'],
    );
    assert.deepEqual(
      key('ccag')
        ?.values.filter((v) => /2021|aucun/.test(v.value))
        .map((v) => v.label),
      [
        'CCAG techniques de l’information et de la communication, version de 2021',
        'CCAG prestations intellectuelles, version de 2021',
        'CCAG fournitures courantes et services, version de 2021',
        'CCAG travaux, version de 2021',
        'CCAG maîtrise d’œuvre, version de 2021',
        'CCAG marchés industriels, version de 2021',
        'aucun CCAG ne s’applique',
      ],
    );
    assert.match(key('ccag')?.values[1]?.label ?? '', /version de 2009$/);
  });
  it('say which one speaks of one file only', () => {
    assert.deepEqual(
      CLES.filter((c) => c.ownToPiece).map((c) => c.name),
      ['piece'],
    );
  });
});

describe('what dce.yaml says of a piece', () => {
  const open = (text: string, values: Entete['values']) =>
    openConsultation([{ path: 'a.md', text, values }], { date: '2026-12-01' }).pieces[0] as Piece;
  it('stands where the piece says nothing, has no place in it, and gives way to its front matter', () => {
    const piece = open(header('dce:\n  etat: final'), { etat: 'brouillon', piece: 'ae', date: '2026-05-04' });
    assert.deepEqual(piece.entete.values, { etat: 'final', piece: 'ae', date: '2026-05-04' });
    assert.deepEqual(Object.keys(piece.entete.spans), ['etat']);
    assert.deepEqual([piece.state, piece.kind, piece.kindFrom, piece.date], ['final', 'ae', 'dce-yaml', '2026-05-04']);
  });
});
