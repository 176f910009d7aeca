import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { references } from '../../../rules/facts/besoin/references.ts';
import { standardNames } from '../../../rules/facts/besoin/references-normes.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

const named = (text: string) => {
  const folded = plain(text);
  return standardNames(folded).map((n) => `${folded.slice(n.from, n.to)} = ${n.kind}`);
};

describe('the name of a standard', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['la norme ISO 9001', 'iso 9001 = norme'],
    ['ISO 9001 v2015', 'iso 9001 = norme'],
    ['DTU 43.1', 'dtu 43.1 = norme'],
    ['Eurocode 2', 'eurocode 2 = norme'],
    ['selon EN 14351', 'en 14351 = norme'],
    ['certifié NF', 'nf = label'],
    ['marque AFNOR', 'afnor = norme'],
    ['label TCO', 'tco = label'],
    ['label Écocert 2018', 'ecocert 2018 = label'],
    ['hébergeur HDS', 'hds = certification'],
    ['agrément technique européen', 'agrement technique europeen = agrement'],
    ['avis technique du CSTB', 'avis technique du cstb = agrement'],
    ['conforme à l’avis technique', 'avis technique = agrement'],
    ['la norme NF P 98-331 (2005)', 'nf p 98-331 (2005) = norme'],
    ['la norme NF P 98-331 en trois parties', 'nf p 98-331 = norme'],
    ['la norme ISO 9001 : 2015', 'iso 9001 : 2015 = norme'],
    ['la norme ISO 9001 version 2015', 'iso 9001 version 2015 = norme'],
    ['la norme ISO 9001 édition de 2015', 'iso 9001 edition de 2015 = norme'],
    ['la norme ISO 9001 3 ans', 'iso 9001 = norme'],
    ['la norme NF EN 1176 100 % respectée', 'nf en 1176 = norme'],
    ['la norme EN 60601-1, 2 jours', 'en 60601-1 = norme'],
    ['la norme NF n° 31-010', 'nf n° 31-010 = norme'],
    ['la norme NF EN 13 374', 'nf en 13 374 = norme'],
    ['la norme XP P 18-545', 'xp p 18-545 = norme'],
    ['la norme SIA 118', 'sia 118 = norme'],
    ['NF P 18-545', 'nf p 18-545 = norme'],
    ['NF 15', 'nf 15 = norme'],
    ['ISO 4500', 'iso 4500 = norme'],
    ['ISO/IEC 27001:2022', 'iso/iec 27001:2022 = norme'],
    ['IEEE 802', 'ieee 802 = norme'],
    ['DTU 20', 'dtu 20 = norme'],
    ['DTU n° 20.1 P1-2', 'dtu n° 20.1 p1-2 = norme'],
    ['NF D.T.U. 20.1', 'nf d.t.u. 20.1 = norme'],
    ['DTU20.1', 'dtu20.1 = norme'],
    ['DTU n°20.12', 'dtu n°20.12 = norme'],
    ['DTU n 20.1', 'dtu n 20.1 = norme'],
    ['DTU 20.1 P1', 'dtu 20.1 p1 = norme'],
    ['DTU 20.1P1', 'dtu 20.1p1 = norme'],
    ['la norme NF', 'nf = label'],
    ['estampillé NF', 'nf = label'],
    ['estampillée AFNOR', 'afnor = norme'],
    ['la norme française AFNOR', 'afnor = norme'],
    ['la certification de qualité NF', 'nf = label'],
    ['la marque NF C15-100', 'nf c15-100 = norme'],
    ['la marque NF.C 15-100', 'nf.c 15-100 = norme'],
    ['la marque NF 123', 'nf 123 = norme'],
    ['certifié ISO 12', 'iso 12 = norme'],
    ['certification ISO 12', 'iso 12 = norme'],
    ['conformité ISO 12', 'iso 12 = norme'],
    ['labellisé ISO 12', 'iso 12 = norme'],
    ['le standard ISO 12', 'iso 12 = norme'],
    ['la norme (ISO 12)', 'iso 12 = norme'],
    ['la norme « ISO 12 »', 'iso 12 = norme'],
    ['la norme internationale dite ISO 12', 'iso 12 = norme'],
    ['la certification environnementale TCO', 'tco = label'],
    ['Eurocodes 2-1-1', 'eurocodes 2-1-1 = norme'],
    ['estampillées NF', 'nf = label'],
    ['la marque « NF »', 'nf = label'],
    ['la marque NF EN 15', 'nf en 15 = norme'],
    ['la marque NF-EN 1176', 'nf-en 1176 = norme'],
    ['label : Keymark', 'keymark = label'],
    ['certifiés CSTB', 'cstb = label'],
    ['certificat AFNOR', 'afnor = norme'],
    ['Qualipaysage E131', 'qualipaysage e131 = qualification'],
    ['Qualibat lot 2112', 'qualibat lot 2112 = qualification'],
    ['le label Végétal local', 'vegetal local = label'],
    ['FSC', 'fsc = label'],
    ['titulaires d’un avis technique', 'avis technique = agrement'],
    ['sous avis technique', 'avis technique = agrement'],
    ['avis technique n° 14/15-2102.', 'avis technique n° 14/15-2102 = agrement'],
    ['avis techniques 6/13-2160_V1, en vigueur', 'avis techniques 6/13-2160_v1 = agrement'],
    ['avis technique favorable du CSTB', 'avis technique favorable du cstb = agrement'],
    ['muni d’un document technique d’application', "document technique d'application = agrement"],
    ['conforme à l’ATEC', 'atec = agrement'],
  ];
  for (const [text, ...expected] of CASES) it(`is read in « ${text} »`, () => assert.deepEqual(named(text), expected));

  it('of few figures, or of letters with other senses, counts only where a norm is spoken of', () => {
    assert.deepEqual([named('norme ISO 12'), named('ISO 12')], [['iso 12 = norme'], []]);
    assert.deepEqual([named('la norme TS 16949'), named('TS 16949')], [['ts 16949 = norme'], []]);
    assert.deepEqual([named('label TCO'), named('le TCO du projet')], [['tco = label'], []]);
  });

  it('is not read in a number, a format, an opinion or a word', () => {
    for (const text of [
      'ISO 45',
      'ISO 450',
      'EN 50',
      'BS 5839',
      'TS 16949',
      'XP P 18-545',
      'la norme',
      'au format ISO 8601',
      'les dates NF EN ISO 8601',
      'les codes ISO 639-1',
      'un avis technique remis par l’architecte',
      'le document technique d’application',
      'la marque bleue',
      'la norme est appliquée par le service ISO 12',
      'la certification est demandée. Le TCO est calculé',
      'le NF',
      'un végétal local',
      'le HDS',
    ])
      assert.deepEqual(named(text), [], text);
  });
});

describe('initials that are also words', () => {
  const read = (text: string) => {
    const [piece] = openConsultation([{ path: 'cctp.md', text: `---\ndce:\n  piece: cctp\n---\n\n${text}\n` }], {
      date: '2026-12-01',
    }).pieces;
    return piece?.ask(references).map((r) => r.name);
  };
  it('name a standard by their capitals, or in capitals beside the word', () => {
    assert.deepEqual(read('Les bancs sont conformes à EN 1176.'), ['EN 1176']);
    assert.deepEqual(read('Les bancs sont conformes à prEN 1176.'), ['prEN 1176']);
    assert.deepEqual(read('Les bancs sont conformes en 1176 points.'), []);
    assert.deepEqual(read('En 2024, les bancs sont livrés.'), []);
    assert.deepEqual(read('LES BANCS SONT CONFORMES A LA NORME EN 1176.'), ['EN 1176']);
    assert.deepEqual(read('LES BANCS SONT CONFORMES EN 1176 POINTS.'), []);
    assert.deepEqual(read('Les Bancs : norme ISO 9001 et EN 1176.'), ['ISO 9001', 'EN 1176']);
  });
  it('are found where accents, ligatures and spaces change the length of the text', () => {
    assert.deepEqual(read('L’œuvre   dœcœr est  conforme à EN 1176.'), ['EN 1176']);
    assert.deepEqual(read('Mise en œuvre : pompe de marque Wilo… et banc de marque Tagéo.'), ['Wilo', 'Tagéo']);
  });
});
