import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { exigences } from '../../../rules/facts/besoin/exigences.ts';
import { isMeasured, statesLevel } from '../../../rules/facts/besoin/exigences-mesure.ts';
import { vagueIn } from '../../../rules/facts/besoin/exigences-vague.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

const of = (text: string) => {
  const [piece] = openConsultation([{ path: 'cctp.md', text: `# CCTP\n\n${text}\n` }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(exigences);
};
const stated = (text: string) => of(text).fonctions.map((f) => `${f.id} ${f.states}`);

describe('requirements', () => {
  it('finds the vague words when nothing else qualifies the requirement', () => {
    for (const text of [
      'L’outil doit être simple et intuitif.',
      'Le banc doit être d’un encombrement adapté à la salle.',
      'Le titulaire devra intervenir dans les meilleurs délais.',
      'Il est tenu d’assurer un suivi optimal.',
      'Une réactivité maximale est attendue.',
      'Il est exigé une solution moderne et évolutive.',
    ])
      assert.notEqual(vagueIn(plain(text)).length, 0, text);
  });

  it('finds none when something that can be checked stands beside them', () => {
    for (const text of [
      'Les sols doivent être robustes et lavables.',
      'Le support devra être solide, en acier.',
      'Le courrier doit être envoyé sur simple demande.',
      'L’entreprise doit être régulièrement constituée.',
      'Les locaux doivent être adaptés aux personnes handicapées.',
    ])
      assert.deepEqual(vagueIn(plain(text)), [], text);
  });

  it('counts numbers, periods, tests and standards as measures, and the number of an article as none', () => {
    for (const text of [
      'sous 4 h',
      'en deux minutes',
      'chaque nuit',
      'un essai de charge',
      'NF EN 1335',
      'voir annexe 2',
    ])
      assert.ok(isMeasured(plain(text)), text);
    for (const text of ['4.3 - Il est tenu d’agir', 'selon l’article 5', 'depuis 2019', 'les tableaux de bord'])
      assert.ok(!isMeasured(plain(text)), text);
  });

  it('does not take the number of teams for a level of performance', () => {
    assert.ok(!statesLevel(plain('Les trois équipes du laboratoire sont concernées.')));
    assert.ok(statesLevel(plain('Quinze demandes par agent et par jour.')));
  });

  it('looks for the measure in the list, the row and the sentence that follows', () => {
    const measured = (text: string) => of(text).modales.map((m) => m.measured);
    assert.deepEqual(measured('La borne doit être robuste.'), [false]);
    assert.deepEqual(measured('La borne doit être robuste :\n\n- chute de 1 m.'), [true]);
    assert.deepEqual(measured('Le service doit être rapide. Le délai est de 2 h.'), [true]);
    assert.deepEqual(measured('| Exigence | Niveau |\n| --- | --- |\n| La borne doit être robuste | IK 08 |'), [true]);
  });

  it('says what each identified function states', () => {
    assert.deepEqual(stated('### FP1 – Peser\n\nDe 0 à 40 t.'), ['fp1 niveau']);
    assert.deepEqual(stated('### FP1 – Peser\n\nLa balance affiche la masse.'), ['fp1 resultat']);
    assert.deepEqual(stated('### FP1 – Peser\n\nLa pesée doit être rapide.'), ['fp1 vague']);
    assert.deepEqual(stated('### FP1 – Peser\n\nCette fonction intéresse le quai.'), ['fp1 rien']);
  });

  it('takes a list of functions and their chapters for the same functions', () => {
    assert.deepEqual(
      stated('## Fonctions\n\n- F1 : peser ;\n- F2 : trier.\n\n### F1 – Peser\n\n40 t.\n\n### F2 – Trier\n\n'),
      ['f1 niveau', 'f2 rien'],
    );
  });

  it('takes neither flats nor rates of heating nor civil service for functions', () => {
    assert.deepEqual(stated('- F1 de 28 m² ;\n- F2 au premier étage.'), []);
    assert.deepEqual(stated('- P1 : énergie ;\n- P2 : conduite.'), []);
    assert.deepEqual(stated('## Fonction publique\n\nLe statut s’applique.'), []);
  });
});
