import assert from 'node:assert/strict';
import { objectIn } from '../../../rules/facts/tranches/objet.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

/** After the name of a tranche, the words that say what it is for. */
const object = (after: string, expected: string | undefined) =>
  it(`« …${after} »`, () => {
    const folded = plain(after);
    const found = objectIn(folded);
    assert.equal(found && folded.slice(found.from, found.to), expected);
  });

describe('the object of a tranche is', () => {
  object(' : étude des sols', 'etude des sols');
  object(' – étude des sols', 'etude des sols');
  object(' : « Étude »', '"etude"');
  object(' : ÉTUDE DES SOLS.', 'etude des sols');
  object(' (étude des sols)', 'etude des sols');
  object(' (étude des sols) et une tranche optionnelle', 'etude des sols');
  object(' (étude des sols), réalisée en mai', 'etude des sols');
  object(' (étude des sols, plans) et suivi', 'etude des sols, plans');
  object('(étude des sols) et suivi', 'etude des sols');
  object(' (phase amont) : étude des sols', 'etude des sols');
  object(' (phase amont): étude des sols', 'etude des sols');
  object(' (phase amont) : six mois', 'phase amont');
  object(' (six mois) : étude des sols', 'etude des sols');
  object(' (six mois), étude des sols', 'etude des sols');
  object(' (TF) : étude des sols', 'etude des sols');
  object(' : 2 bornes d’accueil', "2 bornes d'accueil");
  object(' : VRD', 'vrd');
  // Links between the name and the object.
  object(' porte sur la refonte du portail.', 'refonte du portail');
  object(' portant sur le portail', 'portail');
  object(' comprend l’étude des sols', 'etude des sols');
  object(' est relative à la pose des clôtures', 'pose des clotures');
  object(' dédiée aux essais', 'essais');
  object(' ayant pour objet les essais', 'essais');
  object(' consiste en la pose des clôtures', 'pose des clotures');
  object(' est consacrée à la pose des clôtures', 'pose des clotures');
  object(' : objet : pose des clôtures', 'pose des clotures');
  object(' correspondant à la pose', 'pose');
  for (const link of [
    'dédié au',
    'dédiée au',
    'relatif au',
    'relative aux',
    'consacré au',
    'consacrée aux',
    'correspond au',
    'correspondant au',
    'est dédié au',
    'est consacré aux',
    'est relative au',
    'porteront sur',
    'concerne le',
    'pour le',
  ])
    object(` ${link} suivi`, 'suivi');
  // Several things.
  object(' : étude des sols, pose des clôtures et essais', 'etude des sols, pose des clotures et essais');
  object(' : étude des sols ; pose des clôtures', 'etude des sols ; pose des clotures');
  object(' : étude des sols. Elle dure six mois.', 'etude des sols');
  object(' : étude des sols. Pose des clôtures.', 'etude des sols');
  object(' : étude de prix', 'etude de prix');
  object(' : pose des clôtures qui est à prévoir', 'pose des clotures qui est a prevoir');
  object(' : étude des sols)', 'etude des sols');
  object(' : réfection (toiture, 20 000 €)', 'refection (toiture');
  object(' : réfection (toiture', 'refection (toiture');
  object(' : réfection de la toiture (bâtiment A)', 'refection de la toiture (batiment a)');
  // With its price or its delay.
  object(
    ' : étude complète des sols et des eaux souterraines 20 000 € HT',
    'etude complete des sols et des eaux souterraines',
  );
  object(' : audit estimé à 20 000 € HT', 'audit');
  object(' : travaux estimés à 20 000 € HT', 'travaux');
  object(' : achat de 20 000 € de mobilier', 'achat de 20 000 € de mobilier');
  object(' : étude des sols, six mois, plans', 'etude des sols');
  object(' : étude des sols, le prix des bornes', 'etude des sols');
  object(' : étude des sols, 20 000 € HT', 'etude des sols');
  object(' : étude des sols 20 000 € HT', 'etude des sols');
  object(' : étude des sols pour 20 000 € HT', 'etude des sols');
  object(' : étude des sols (20 000 € HT)', 'etude des sols');
  object(' : étude des sols, montant estimé : 20 000 € HT', 'etude des sols');
  object(' : étude des sols, six mois', 'etude des sols');
  object(' : étude des sols, délai de six mois', 'etude des sols');
  object(' : 20 000 € HT, étude des sols', 'etude des sols');
  object(' : six mois, étude des sols', 'etude des sols');
  object(' : montant de 20 000 € HT ; étude des sols', 'etude des sols');
  object(' : étude des sols – est affermie par décision', 'etude des sols');
  object(' : étude des sols, elle est affermie par décision', 'etude des sols');
});

describe('no object is read in', () => {
  for (const after of [
    '',
    '.',
    ' :',
    ' : 20 000 € HT.',
    ' : six mois',
    ' : à définir',
    ' : ____',
    ' : montant estimé de 20 000 € HT',
    ' : prix des bornes',
    ' : le montant des bornes',
    ' : hors taxes',
    ' : toutes taxes comprises',
    ' : ultérieurement',
    ' : minimum',
    ' : prix forfaitaire',
    ' : délai de six mois à compter de l’affermissement',
    ' est affermie par ordre de service',
    ' sera notifiée au titulaire',
    ' peut être affermie',
    ' n’est pas affermie',
    ' débute en mai',
    ' affermie par décision',
    ' (optionnelle)',
    ', de 20 000 € HT, a un contenu qui sera défini plus tard',
    ', dont le périmètre est à renseigner',
    ' : oui',
    ' : néant',
  ])
    object(after, undefined);
});
