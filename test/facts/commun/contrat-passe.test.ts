import assert from 'node:assert/strict';
import { isOfPastContract } from '../../../rules/facts/commun/index.ts';
import { open } from '../../rules/tester.ts';

const tellsOfPast = (text: string): boolean => {
  const [piece] = open([{ path: 'ccap.md', text }]).pieces;
  const sentence = piece?.draft.sentences[0];
  assert.ok(sentence);
  return isOfPastContract(sentence);
};

describe('what tells of a contract that is not this one', () => {
  const PAST = [
    'Le précédent marché courait jusqu’en 2024.',
    'Le contrat de conservation en cours, signé en 2020, dure encore un an.',
    'Le contrat qui s’achève en avril compte trois lots.',
    'Le marché actuel est soumis au CCAG-FCS.',
    'Le titulaire sortant remet ses plans en mai.',
    'Les travaux du hall, réceptionnés en 2015, étaient divisés en deux lots.',
    'L’extension avait été confiée en 2012 à une entreprise générale.',
    'Cet arrêté n’intervient pas ici.',
    'L’accord-cadre de nettoyage est étranger au présent marché.',
  ];
  const PRESENT = [
    'Le présent marché est divisé en deux lots.',
    'Les modifications du marché en cours d’exécution suivent le code.',
    'Le titulaire remet ses plans au maître d’ouvrage.',
    'Les travaux achevés en 2027 sont réceptionnés par lot.',
    'Si la visite avait été annulée en 2026, le candidat le dirait.',
    'Les plans avaient été remis avant la visite ; le marché dure jusqu’en 2029.',
  ];
  for (const text of PAST) it(`is past: ${text}`, () => assert.ok(tellsOfPast(text)));
  for (const text of PRESENT) it(`is not: ${text}`, () => assert.ok(!tellsOfPast(text)));
});
