import assert from 'node:assert/strict';
import criteres from '../../rules/avis/criteres.ts';
import date from '../../rules/avis/date.ts';
import duree from '../../rules/avis/duree.ts';
import langues from '../../rules/avis/langues.ts';
import lotsRule from '../../rules/avis/lots.ts';
import maximum from '../../rules/avis/maximum.ts';
import procedure from '../../rules/avis/procedure.ts';
import validite from '../../rules/avis/validite.ts';
import variantes from '../../rules/avis/variantes.ts';
import { openConsultation } from '../../rules/consultation/open.ts';
import { avis, avisDe } from '../../rules/facts/avis/avis.ts';
import { type AvisExemple, avisExemple, type LotExemple } from '../../rules/facts/avis/exemple.ts';
import { heuresLocales } from '../../rules/facts/avis/heures.ts';
import { readText } from '../../rules/formats/index.ts';
import type { Notice } from '../../rules/kit/notice.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { run } from '../rules/tester.ts';

const open = (files: Readonly<Record<string, string>>) =>
  openConsultation(
    Object.entries(files).map(([path, text]) => {
      const data = path.endsWith('.md') ? undefined : readText(text, path);
      return { path, text, ...(data && { data }) };
    }),
    { date: '2027-01-15' },
  );
const counts = (files: Readonly<Record<string, string>>) => avisDe(open(files))?.piece.path;
const first = avisExemple({ lots: [{ mois: 12 }] });
const change = avisExemple({ id: 'avis-2', modifie: 'avis-1-01', emis: '2027-01-20', lots: [{ mois: 24 }] });

describe('the notice that counts', () => {
  it('is the latest change, whatever the names of the files', () => {
    assert.equal(counts({ 'a.xml': first }), 'a.xml');
    assert.equal(counts({ 'a.xml': first, 'b.xml': change }), 'b.xml');
    assert.equal(counts({ 'a.xml': change, 'b.xml': first }), 'a.xml');
    const later = avisExemple({ id: 'avis-3', modifie: 'avis-2-01', emis: '2027-01-25', lots: [] });
    assert.equal(counts({ 'a.xml': later, 'b.xml': first, 'c.xml': change }), 'a.xml');
  });

  it('is none where notices of two procedures stand side by side, or the result of one', () => {
    const other = first.replace('procedure-1', 'procedure-2');
    assert.equal(counts({ 'a.xml': first, 'b.xml': other }), undefined);
    const result = first.replaceAll('ContractNotice', 'ContractAwardNotice');
    assert.equal(counts({ 'a.xml': result }), undefined);
    assert.equal(counts({ 'a.xml': first, 'resultat.xml': result }), 'a.xml');
  });
});

/** « BT-67, BT-747 à BT-750 »: each of them. */
const termsOf = (words: string): string[] =>
  [...words.matchAll(/BT-(\d+)(?: à BT-(\d+))?/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => `BT-${Number(from) + i}`),
  );

const TERMS = [
  'BT-131, BT-1311, BT-105, BT-106, BT-137, BT-21, BT-24, BT-22, BT-31, BT-33, BT-539, BT-734, BT-540, BT-541, BT-5421',
  'BT-63, BT-36, BT-536, BT-537, BT-58, BT-27, BT-271, BT-765, BT-113, BT-98, BT-97, BT-15, BT-615, BT-18',
  'BT-67, BT-747 à BT-750, BT-743, BT-92, BT-93, BT-726',
];

type Top = Omit<AvisExemple, 'lots'>;
const GRILLE = '## Critères\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Délai : 60 %';
const grille = (name: string, weight: number): LotExemple => ({
  criteres: [
    ['price', 'Prix', 100 - weight],
    ['quality', name, weight],
  ],
});
/** Of each term that is compared: its rule, what the piece says, and what the notice does, for one finding. */
const COMPARED: readonly (readonly [string, Rule, string, readonly LotExemple[], Top?])[] = [
  ['BT-131', date, 'Les offres sont remises au plus tard le 5 mars 2027.', [{ limite: '2027-03-06T12:00:00+01:00' }]],
  [
    'BT-1311',
    date,
    'La date limite de remise des candidatures est le 5 mars 2027.',
    [{ demandes: '2027-03-06T12:00:00+01:00' }],
  ],
  ['BT-105', procedure, 'La consultation est passée par appel d’offres ouvert.', [{}], { procedure: 'restricted' }],
  [
    'BT-137',
    lotsRule,
    '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
    [{}],
  ],
  [
    'BT-21',
    lotsRule,
    '## Lots\n\nLe marché comprend :\n\n- lot 1 : mobilier de bureau ;\n- lot 2 : éclairage des salles.',
    [{ titre: 'Nettoyage des vitres' }, { titre: 'Éclairage des salles' }],
  ],
  ['BT-539, BT-541, BT-5421', criteres, GRILLE, [grille('Délai', 50)]],
  ['BT-734, BT-540', criteres, GRILLE, [grille('Performance environnementale', 60)]],
  ['BT-63', variantes, '## Variantes\n\nLes variantes sont autorisées.', [{ variantes: 'not-allowed' }]],
  ['BT-36', duree, '## Durée\n\nLa durée du marché est de 12 mois.', [{ mois: 24 }]],
  [
    'BT-58',
    duree,
    '## Durée\n\nLa durée du marché est de 12 mois. Il est reconductible trois fois.',
    [{ mois: 12, reconductions: 1 }],
  ],
  ['BT-106', procedure, 'La procédure n’est pas accélérée.', [{}], { acceleree: true }],
  ['BT-31', lotsRule, 'Les candidats peuvent répondre à tous les lots.', [{}, {}], { lotsSoumis: 1 }],
  ['BT-33', lotsRule, 'Un candidat ne peut se voir attribuer plus de deux lots.', [{}, {}, {}], { lotsAttribues: 3 }],
  ['BT-271', maximum, 'Il s’agit d’un accord-cadre avec un maximum de 5 000 € HT.', [{ maximum: 4000 }]],
  ['BT-98', validite, 'Le délai de validité des offres est de 120 jours.', [{ validite: { jours: 90 } }]],
  ['BT-97', langues, 'Les offres sont rédigées exclusivement en langue française.', [{ langues: ['FRA', 'ENG'] }]],
];

describe('a field of a notice', () => {
  it('that is absent, empty or unpublished is not read', () => {
    const text = avisExemple({
      lots: [
        {
          mois: 12,
          maximum: 1,
          criteres: [
            ['price', 'Prix', 40],
            ['quality', 'Q', 60],
          ],
        },
      ],
    })
      .replace('>12<', '>-1<')
      .replace('currencyID="EUR">1<', 'currencyID="EUR">-1<')
      .replace('>40<', '>-1<');
    const { lots } = readText(text, 'avis.xml') as Notice;
    assert.deepEqual(
      [lots[0]?.duration, lots[0]?.maximum, lots[0]?.criteria[0]?.weight],
      [undefined, undefined, undefined],
    );
    const [piece] = open({ 'avis.xml': text }).companions;
    const [shown] = (avis.show(piece?.ask(avis), piece as never) as { lots: Record<string, unknown>[] }).lots;
    assert.equal(shown?.duree, 'non lu');
    assert.equal(shown?.langues, 'non lu');
  });

  // The table of business terms that a notice is read for: what a rule compares, what `dce-lint facts` names.
  for (const [term, rule, text, lots, top] of COMPARED)
    it(`is compared: ${term}`, () => {
      const files = [
        { path: 'rc.md', text: `# Règlement de la consultation\n\n${text}` },
        { path: 'avis.xml', text: avisExemple({ ...top, lots }) },
      ];
      assert.equal(run(rule, files).findings.length, 1);
    });

  it('is compared, or said not to be', () => {
    const [piece] = open({ 'avis.xml': avisExemple({ lots: [{}] }) }).companions;
    const { non_compare } = avis.show(piece?.ask(avis), piece as never) as { non_compare: string[] };
    const told = non_compare.flatMap(termsOf);
    const compared = COMPARED.flatMap(([term]) => termsOf(term));
    assert.deepEqual([...told, ...compared].sort(), TERMS.flatMap(termsOf).sort());
  });

  it('has its place in the file', () => {
    const text = avisExemple({ lots: [{ limite: '2027-03-05T12:00:00+01:00' }] });
    const { lots } = readText(text, 'avis.xml') as Notice;
    const at = lots[0]?.offers?.at;
    assert.match(text.slice(at?.start, at?.end), /^<cac:TenderSubmissionDeadlinePeriod>.*2027-03-05.*Period>$/);
  });
});

describe('the hour of a notice', () => {
  const local = (day: string, hour: string, offset: number) =>
    heuresLocales({ day, hour, offset }).map((m) => `${m.day} ${m.hour}`);

  it('is that of Paris, in winter and in summer, across midnight too', () => {
    assert.deepEqual(local('2027-03-05', '11:00', 0), ['2027-03-05 12:00']);
    assert.deepEqual(local('2027-07-05', '10:00', 0), ['2027-07-05 12:00']);
    assert.deepEqual(local('2027-07-05', '12:00', 60), ['2027-07-05 13:00']);
    assert.deepEqual(local('2027-03-05', '23:30', 0), ['2027-03-06 00:30']);
    // The clocks of 2027 go forward on March 28th and back on October 31st, at one in universal time.
    assert.deepEqual(local('2027-03-28', '00:59', 0), ['2027-03-28 01:59']);
    assert.deepEqual(local('2027-03-28', '01:00', 0), ['2027-03-28 03:00']);
    assert.deepEqual(local('2027-10-31', '01:00', 0), ['2027-10-31 02:00']);
  });

  it('may be that of a buyer overseas', () => {
    assert.deepEqual(local('2027-03-05', '12:00', 240), ['2027-03-05 12:00', '2027-03-05 09:00']);
  });
});

describe('a record of the BOAMP', () => {
  const record = {
    idweb: '27-1',
    datelimitereponse: '2027-03-05T11:00:00+00:00',
    type_procedure: 'OUVERT',
    nature: 'APPEL_OFFRE',
  };

  it('gives its deadline and its procedure, at their places, alone or in the list of an answer', () => {
    for (const text of [JSON.stringify(record), JSON.stringify({ total_count: 1, results: [record] }, null, 2)]) {
      const notice = readText(text, 'boamp.json') as Notice;
      assert.equal(notice.deadline?.shown, '05/03/2027 à 11 h 00 (UTC)');
      assert.equal(notice.procedure?.value, 'open');
      const { start, end } = notice.deadline?.at ?? { start: 0, end: 0 };
      assert.match(text.slice(start, end), /^"datelimitereponse".*\+00:00$/);
    }
  });

  it('gives way to the notice in eForms, which says more', () => {
    assert.equal(counts({ 'boamp.json': JSON.stringify(record), 'a.xml': first }), 'a.xml');
    assert.equal(counts({ 'boamp.json': JSON.stringify(record) }), 'boamp.json');
  });
});
