import assert from 'node:assert/strict';
import { isMeasured, statesLevel } from '../../../rules/facts/besoin/exigences-mesure.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

/** « mesure », « niveau », or both. */
const read = (text: string): string =>
  [...(isMeasured(plain(text)) ? ['mesure'] : []), ...(statesLevel(plain(text)) ? ['niveau'] : [])].join(', ') ||
  'rien';

describe('a measure and a level of performance', () => {
  const CASES: readonly (readonly [text: string, expected: string])[] = [
    ['sous 4 h', 'mesure, niveau'],
    ['la vérification des postes et la remise', 'niveau'],
    ['une vérification est faite par un tiers', 'mesure, niveau'],
    ['conformément aux engagements prévus au marché', 'niveau'],
    ['conformément à l’annexe', 'mesure, niveau'],
    ['12 kg', 'mesure, niveau'],
    ['5.1 l’interface est simple', 'rien'],
    ['5 l d’huile', 'mesure, niveau'],
    ['12,5 kg au poste', 'mesure, niveau'],
    ['un poids de 12 kg', 'mesure, niveau'],
    ["en moins d'une minute", 'mesure, niveau'],
    ['dans une journée', 'mesure, niveau'],
    ['dans un an', 'mesure, niveau'],
    ['dans une année', 'mesure, niveau'],
    ['dans une équipe', 'rien'],
    ['à la une minutieuse', 'rien'],
    ['selon la norme NF EN 1335', 'mesure, niveau'],
    ['selon l’ISO 14001', 'mesure, niveau'],
    ['chaque semaine', 'mesure, niveau'],
    ['la porte résiste à 300 ouvertures', 'mesure, niveau'],
    ['selon l’arrêté du 3 mai', 'mesure, niveau'],
    ['dans les limites de la directive 2014/30/UE', 'mesure, niveau'],
    ['selon les directives de la ville', 'rien'],
    ['selon un essai de charge', 'mesure, niveau'],
    ['dans les conditions prévues à l’acte', 'mesure, niveau'],
    ['les agents du site', 'rien'],
    ['avec 40 bancs', 'mesure'],
    ['avec trois équipes', 'mesure'],
    ['avec deux mille vingt bancs', 'mesure'],
    ['vers 2020', 'rien'],
    ['vers 1900 puis vers 2099', 'rien'],
    ['avec 1899 bancs', 'mesure'],
    ['avec 2100 bancs', 'mesure'],
    ['au plus 40 bancs', 'mesure, niveau'],
    ['entre 4 et 5 bancs', 'mesure, niveau'],
    ['environ 40 bancs', 'mesure, niveau'],
    ['inférieur ou égal à 40 bancs', 'mesure, niveau'],
    ['supérieure à 40 bancs', 'mesure, niveau'],
    ['à raison de 40 bancs', 'mesure, niveau'],
    ['inférieur à 40 bancs', 'mesure, niveau'],
    ['inférieurs à 40 bancs', 'mesure, niveau'],
    ['supérieur ou égale à 40 bancs', 'mesure, niveau'],
    ['supérieures à 40 bancs', 'mesure, niveau'],
    ['égal à 40 bancs', 'mesure, niveau'],
    ['égales à 40 bancs', 'mesure, niveau'],
    ['au maximum de 40 bancs', 'mesure, niveau'],
    ['au moins égaux à 40 bancs', 'mesure'],
    ['plus de 40 bancs', 'mesure, niveau'],
    ['>40 bancs', 'mesure, niveau'],
    ['de plus, le maire a 40 bancs', 'mesure'],
    ['avec la marque NF', 'mesure, niveau'],
    ['un écolabel européen', 'mesure, niveau'],
    ["jusqu'à 40 bancs", 'mesure, niveau'],
    ['≥ 40 bancs', 'mesure, niveau'],
    ['il faut 40 bancs au moins', 'mesure, niveau'],
    ['il faut 40 bancs ou plus', 'mesure, niveau'],
    ['il faut 40 bancs maximum', 'mesure, niveau'],
    ['il faut 40 dossiers par agent', 'mesure, niveau'],
    ['il faut 40 dossiers par armoire', 'mesure'],
    ['une note de 4 sur 5', 'mesure, niveau'],
    ['il faut 40 bancs de bois clair et dur au moins', 'mesure'],
  ];
  for (const [text, expected] of CASES) it(`${expected}: ${text}`, () => assert.equal(read(text), expected));

  it('is no number of an article, a lot, a page, a function…', () => {
    for (const text of [
      'selon l’article 5',
      'selon les articles 12',
      'pour le lot 2',
      'pour le lot n° 2',
      'au chapitre 3',
      'à la page 3',
      'en tranche 2',
      'de phase 1',
      'selon le § 4',
      'de la fonction 3',
      'de l’exigence 3',
      'au point 3',
      'en version 2',
      'de niveau 3',
      'depuis 1850',
      'de l’alinéa 2',
      'selon l’art. 5',
      'selon FP 4',
      'selon F4',
      'selon EX-4',
      'selon EXI-4',
      'selon REQ_4',
      'selon EXI-SEC-010',
    ])
      assert.equal(read(text), 'rien', text);
  });

  it('is no number that begins an article', () => {
    for (const text of [
      "4.3 - Il est tenu d'agir",
      'Article 4 - Il agit',
      '- 12) Il agit',
      '4-2 Il agit',
      '« 4. » Il agit',
    ])
      assert.equal(isMeasured(plain(text)), false, text);
    for (const text of ['4.3 - Il agit avec 3 bancs', 'Il agit 4. Il part', '12 m de large'])
      assert.equal(isMeasured(plain(text)), true, text);
  });
});
