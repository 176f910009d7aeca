import assert from 'node:assert/strict';
import type { Rule } from '../../rules/kit/rule.ts';
import delai from '../../rules/offres/delai-minimal.ts';
import montant from '../../rules/redaction/montant-incoherent.ts';
import renvoi from '../../rules/redaction/renvoi-casse.ts';
import { faultOf } from '../../server/core/message.ts';
import { run } from './tester.ts';

const messages = (rule: unknown, text: string): string[] => {
  const draft = `---\ndce:\n  piece: rc\n---\n\n# RC\n\n${text}\n`;
  return run(rule as Rule, [{ path: 'rc.md', text: draft }]).findings.map((f) => f.message);
};
const days = (text: string) =>
  messages(delai, text).map((m) =>
    /ne laisse que (\d+) jours .*\nL’article (R\S+) en demande (\d+)/.exec(m)?.slice(1).join(' '),
  );

describe('the least time to bid', () => {
  const OPEN = "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé le 3 mars 2027. ";
  const RESTRICTED =
    "Le marché est passé par appel d'offres restreint. L'invitation à soumissionner est envoyée le 3 mars 2027. ";
  const NEGOTIATED =
    "Le marché est passé selon la procédure avec négociation. L'invitation à soumissionner est envoyée le 3 mars 2027. ";
  const AGREED = 'La date limite est fixée d’un commun accord avec tous les candidats sélectionnés. ';

  it('is longer where offers come on paper', () => {
    assert.deepEqual(days(`${OPEN}Les offres sont reçues jusqu’au 5 avril 2027.`), []);
    assert.deepEqual(days(`${OPEN}Les offres sont remises sur support papier avant le 5 avril 2027.`), [
      '33 R2161-2 35',
    ]);
  });

  it('runs from the invitation, unless all the candidates agreed on the day', () => {
    const late = 'Les offres sont reçues jusqu’au 20 mars 2027.';
    assert.deepEqual(days(RESTRICTED + late), ['17 R2161-8 25']);
    assert.deepEqual(days(RESTRICTED + AGREED + late), []);
    assert.deepEqual(days(`${NEGOTIATED}Les offres initiales sont reçues jusqu’au 20 mars 2027.`), ['17 R2161-15 25']);
    assert.deepEqual(days(`${NEGOTIATED}${AGREED}Les offres initiales sont reçues jusqu’au 20 mars 2027.`), []);
  });
});

describe('amounts that do not agree', () => {
  const expected = (text: string) => messages(montant, text).map(faultOf);

  it('are those with and without tax, by the rate or by the tax itself', () => {
    const wrong = 'Montant TTC de 130 € : 100 € HT et la TVA font 120 €.';
    assert.deepEqual(expected('Le prix est de 100 € HT, soit 130 € TTC (TVA 20 %).'), [wrong]);
    assert.deepEqual(expected('Le prix est de 100 € HT, TVA 20 €, soit 130 € TTC.'), [wrong]);
    for (const right of [
      'Le prix est de 100 € HT, soit 120 € TTC (TVA 20 %).',
      'Le prix est de 100,50 € HT, soit 121 € TTC (TVA 20 %).',
      'Le prix est de 100 € HT, soit 130 € TTC.',
    ])
      assert.deepEqual(expected(right), [], right);
  });

  it('are the total of a table and its lines, with or without the sign in each cell', () => {
    const table = (head: string, ...rows: string[]) =>
      `| Poste | ${head} |\n|---|---|\n${rows.map((r) => `| ${r} |`).join('\n')}`;
    assert.deepEqual(expected(table('Montant HT', 'a | 100', 'b | 200', 'Total | 400')), [
      'Le total (400 €) n’est pas la somme de ses lignes (300 €).',
    ]);
    assert.deepEqual(expected(table('Montant en euros', 'a | 100', 'b | 50,50', 'Total | 150')), [
      'Le total (150 €) n’est pas la somme de ses lignes (150,50 €).',
    ]);
    assert.deepEqual(expected(table('Montant €', 'a | 100 €', 'b | 200 €', 'Total | 300 €')), []);
  });

  it('are words and figures, in either order', () => {
    assert.deepEqual(expected('Le prix est de cent euros (120 €).'), [
      'Le montant en lettres (100 €) et le montant en chiffres (120 €) diffèrent.',
    ]);
    assert.deepEqual(expected('Le prix est de 100,50 € (cent euros).'), [
      'Le montant en lettres (100 €) et le montant en chiffres (100,50 €) diffèrent.',
    ]);
    assert.deepEqual(expected('Le prix est de cent euros (100 €).'), []);
  });
});

describe('a reference to an article', () => {
  it('is broken where no part has that number, and « 1er » is the number of the first', () => {
    assert.deepEqual(
      messages(renvoi, '## Article 1er – Objet\n\nVoir l’article 2.\n\n## Article 2 – Lots\n\nVoir l’article 1er.'),
      [],
    );
    const [broken] = messages(
      renvoi,
      '## 1. Objet\n\nVoir l’article 4.2.\n\n## 2. Lots\n\n### 2.1 a\n\n### 2.2 b\n\nUn.',
    );
    assert.match(broken ?? '', /cette pièce n’a pas de partie numérotée 4\.2\./);
    assert.deepEqual(messages(renvoi, '## 4.1 Objet\n\nVoir l’article 4.2.\n\n## 4.2 Lots\n\nUn.'), []);
  });
});
