import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { type Reference, references } from '../../../rules/facts/besoin/references.ts';
import { equivalentFor } from '../../../rules/facts/besoin/references-demandes.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const pieces = (...texts: readonly string[]): readonly Piece[] =>
  openConsultation(
    texts.map((text, i) => ({ path: `${i}.md`, text: `---\ndce:\n  piece: ${i ? 'rc' : 'cctp'}\n---\n\n${text}\n` })),
    { date: '2026-12-01' },
  ).pieces;
const of = (text: string): readonly Reference[] => pieces(text)[0]?.ask(references) ?? [];
const names = (text: string) => of(text).map((r) => `${r.kind}: ${r.name}`);
const one = (text: string): Reference => {
  const all = of(text);
  assert.equal(all.length, 1, `one reference in: ${text}`);
  return all[0] as Reference;
};

describe('references to standards, labels and goods', () => {
  it('reads a standard in every way it is written', () => {
    for (const name of [
      'NF C 15-100',
      'NF C15.100',
      'NFC 15 100',
      'NF.C 15.100',
      'NFP 94-500',
      'NF EN ISO 12543',
      'NF EN 60601-1-2',
      'EN573-3',
      'DTU 36.2',
      'DTU N°20.13',
      'D.T.U. N° 31-3',
      'NF DTU 20.1',
      'ISO/IEC 27001',
      'ISO 9001',
      'ISO 9001:2015',
      'CEI 60529',
      'IEEE 802.1X',
      'IEEE 802.3af',
      'Eurocode 5',
    ])
      assert.deepEqual(names(`Les ouvrages respectent la norme ${name}, sans réserve.`), [`norme: ${name}`]);
  });

  it('takes neither dates, nor words, nor file formats for standards', () => {
    for (const text of [
      'Le marché débute en 2026 et dure en tout 12 mois.',
      'La migration se fait à ISO fonctionnalités vers le SOC AMF.',
      'Les dates suivent le format ISO 8601 et les plans le PDF (ISO 32000-1).',
      'Les produits sont conformes aux normes en vigueur et au RGPD.',
      'Des BAES de type SATI et des prises de type RJ45 sont posés.',
    ])
      assert.deepEqual(names(text), [], text);
  });

  it('takes a label with other senses only where a certification is spoken of', () => {
    assert.deepEqual(names('Le coût total (TCO) et le numérique responsable sont étudiés.'), []);
    assert.deepEqual(names('Les écrans portent le label TCO.'), ['label: TCO']);
  });

  it('gives a brand with its model and nothing around it', () => {
    assert.deepEqual(names('Les balises sont de marque Tagéo, modèle T3, coloris blanc.'), [
      'marque: Tagéo',
      'type: T3',
    ]);
    assert.deepEqual(names('Fauteuil modèle Ploum de Ligne Roset, tissu au choix.'), ['type: Ploum de Ligne Roset']);
    assert.deepEqual(names('Béquille des Ets BEZAULT, laquée.'), ['marque: BEZAULT']);
  });

  it('reads a brand in capitals only by the list', () => {
    assert.deepEqual(names('LES POMPES SONT DE MARQUE GRUNDFOS.'), ['marque: GRUNDFOS']);
    assert.deepEqual(names('LES MEUBLES SONT DE MARQUE RECONNUE ET DE TYPE FIXE.'), []);
  });

  it('tells what is wanted from what is there', () => {
    const role = (text: string) =>
      of(text)
        .map((r) => r.role)
        .join();
    assert.equal(role('Les pompes sont de marque Wilo.'), 'exigee');
    assert.equal(role('Les chaufferies sont équipées d’automates de marque Siemens.'), 'existant');
    assert.equal(role('## Contexte\n\nLe réseau est de marque Aruba.'), 'existant');
    assert.equal(role('Le titulaire dispose d’une certification ISO 9001.'), 'exigee');
    assert.equal(role('La commune dispose d’une certification ISO 9001.'), 'existant');
    assert.equal(role('Une norme du genre ISO 9001, par exemple ISO 14001.').includes('exemple'), true);
    assert.equal(role('La certification ISO 9001 n’est pas exigée.'), 'facultative');
  });

  it('finds the equivalent in the sentence, the neighbourhood or a clause', () => {
    assert.equal(one('Norme NF EN 1176 ou équivalente.').equivalence, 'mention');
    assert.equal(one('Peinture de marque Tollens ou similaire.').equivalence, 'mention');
    assert.equal(one('Appareils (des Ets LEGRAND ou de technique et esthétique équivalente).').equivalence, 'mention');
    assert.equal(
      one('Certification ISO 9001.\n\nLes certificats équivalents seront acceptés.').equivalence,
      'voisinage',
    );
    assert.equal(
      one('Toute référence à une norme s’entend « ou équivalent ».\n\n## Sièges\n\nNorme NF EN 1335.').equivalence,
      'clause',
    );
    assert.equal(
      one('Les marques citées ne constituent pas une obligation.\n\n## Lot\n\nPompe de marque Wilo.').equivalence,
      'clause',
    );
  });

  it('takes a refusal of the equivalent for what it is', () => {
    assert.equal(one('Pompe de marque Wilo. La notion de similaire ne sera pas admise.').equivalence, undefined);
    assert.equal(one('Pompe de marque Wilo, sans équivalent possible.').equivalence, undefined);
    assert.equal(one('Pompe de marque Wilo et surface équivalente de 10 m².').equivalence, undefined);
  });

  it('does not take the clause of standards for one of brands', () => {
    const text = 'Toute référence à une norme s’entend « ou équivalent ».\n\n## Lot\n\nPompe de marque Wilo.';
    assert.equal(one(text).equivalence, undefined);
  });

  it('hears a clause of the rules of consultation that speaks of every piece', () => {
    const clause = 'Dans les pièces du dossier, toute référence à une norme ou une marque s’entend « ou équivalent ».';
    assert.equal(pieces('Norme NF EN 1335.', clause)[0]?.ask(references)[0]?.equivalence, 'clause');
    const local = 'Toute référence à une norme s’entend « ou équivalent ».';
    assert.equal(pieces('Norme NF EN 1335.', local)[0]?.ask(references)[0]?.equivalence, undefined);
  });

  it('agrees the mention with the noun', () => {
    const words = (text: string) => equivalentFor(of(text));
    assert.equal(words('Selon la norme NF EN 1335.'), 'ou équivalente');
    assert.equal(words('Selon les normes NF EN 1335 et NF EN 1728.'), 'ou équivalentes');
    assert.equal(words('Certifié ISO 9001.'), 'ou équivalent');
    assert.equal(words('Selon les DTU 36.1 et DTU 36.2.'), 'ou équivalents');
    assert.equal(words('Pompe de marque Wilo.'), 'ou équivalent');
  });
});
