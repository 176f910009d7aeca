import assert from 'node:assert/strict';
import { isOfPastContract } from '../../../rules/facts/commun/index.ts';
import { open } from '../../rules/tester.ts';

const tellsOfPast = (text: string): boolean => {
  const [piece] = open([{ path: 'ccap.md', text }]).pieces;
  const sentence = piece?.draft.sentences.find((s) => !s.passage.heading);
  assert.ok(sentence);
  return isOfPastContract(sentence);
};

describe('what tells of a contract that is not this one', () => {
  const PAST = [
    'En 2021, les plis avaient été ouverts en séance publique.',
    'Le précédent marché courait jusqu’en 2024.',
    'Le contrat de conservation en cours, signé en 2020, dure encore un an.',
    'Le contrat qui s’achève en avril compte trois lots.',
    'Le marché actuel est soumis au CCAG-FCS.',
    'Le titulaire sortant remet ses plans en mai.',
    'Les travaux du hall, réceptionnés en 2015, étaient divisés en deux lots.',
    'L’extension avait été confiée en 2012 à une entreprise générale.',
    'Cet arrêté n’intervient pas ici.',
    'Le marché SIM de 2022 comportait deux tranches conditionnelles.',
    'Les éditions 2024 et 2025 relevaient de la convention signée avec le laboratoire.',
    'La convention de 2021 couvrait trois lots et prévoyait une reconduction.',
    'Les études, remises dans le cadre d’un marché passé sous l’empire du code de 2006, sont jointes.',
    'Les plans de 2014 restent soumis à leur marché.',
    'La convention Archipel relève du CCAG de 2009. Elle n’a pas d’effet sur le présent marché.',
    '## Marchés antérieurs\n\nDeux lots, une tranche ferme et une tranche optionnelle.',
    '### 1.3 Historique\n\nLe contrat avec Delta est divisé en trois lots.',
    'L’accord-cadre de nettoyage est étranger au présent marché.',
  ];
  const PRESENT = [
    'En 2027, les plis ouverts seront conservés.',
    'Le présent marché est divisé en deux lots.',
    'Les modifications du marché en cours d’exécution suivent le code.',
    'Le titulaire remet ses plans au maître d’ouvrage.',
    'Les travaux achevés en 2027 sont réceptionnés par lot.',
    'Si la visite avait été annulée en 2026, le candidat le dirait.',
    'En 2027, le titulaire devrait remettre trois tranches du programme.',
    'Le marché est passé sous l’empire du code des marchés publics de 2006.',
    'Le marché est passé selon l’ordonnance de 2015 et soumis à l’option B.',
    'Au cas où le marché de 2026 prenait fin avant terme, le titulaire remet ses plans.',
    'Le titulaire fait son affaire des études de 2026 ; il en connaît le contenu.',
    '### 1.3 Historique et contrat\n\nLe présent marché est divisé en trois lots.',
    '### 1. Historique et objet\n\nLe marché est divisé en trois lots.',
    '## Déroulement du marché\n\nLe marché comporte une tranche ferme.',
    'Les plans avaient été remis avant la visite ; le marché dure jusqu’en 2029.',
  ];
  for (const text of PAST) it(`is past: ${text}`, () => assert.ok(tellsOfPast(text)));
  for (const text of PRESENT) it(`is not: ${text}`, () => assert.ok(!tellsOfPast(text)));
});
