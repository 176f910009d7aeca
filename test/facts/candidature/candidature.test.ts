import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { capacites } from '../../../rules/facts/candidature/capacites.ts';
import { groupement } from '../../../rules/facts/candidature/groupement.ts';
import { piecesExcessives } from '../../../rules/facts/candidature/pieces.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('the least turnover', () => {
  const levels = (text: string) =>
    open(text)
      .ask(capacites)
      .chiffresAffaires.map(({ montant, multiple, lot }) => [montant ?? multiple, lot]);
  const cases: readonly [string, string, readonly unknown[]][] = [
    [
      'a sentence',
      'Le candidat justifie d’un chiffre d’affaires annuel minimum de 500 000 € HT.',
      [[500000, undefined]],
    ],
    [
      'lots that follow their levels',
      'Chiffre d’affaires minimal exigé : 300 000 € HT pour le lot 1 et 100 000 € HT pour le lot 2.',
      [
        [300000, '1'],
        [100000, '2'],
      ],
    ],
    ['lots that come before', 'Pour le lot 2, un chiffre d’affaires d’au moins 90 000 € est exigé.', [[90000, '2']]],
    [
      'a multiple',
      'Le chiffre d’affaires est au moins égal à deux fois et demie le montant estimé.',
      [[2.5, undefined]],
    ],
    ['« le double »', 'Un chiffre d’affaires égal au double de la valeur estimée est requis.', [[2, undefined]]],
    [
      'a table',
      '| Capacité | Niveau minimal |\n|---|---|\n| Chiffre d’affaires annuel | 600 000 € HT |',
      [[600000, undefined]],
    ],
  ];
  for (const [name, text, expected] of cases)
    it(`is read from ${name}`, () => assert.deepEqual(levels(text), expected));
  it('is none when asked for information, when denied, or when it is something else', () => {
    for (const text of [
      'Aucun chiffre d’affaires minimal n’est exigé.',
      'Le chiffre d’affaires des trois derniers exercices est demandé à titre d’information. Le marché est estimé à 100 000 € HT.',
      'Une redevance de 3 % du chiffre d’affaires, au moins 5 000 €, est due.',
      'Les PME, dont le chiffre d’affaires n’excède pas 50 000 000 €, peuvent répondre.',
    ])
      assert.deepEqual(levels(text), [], text);
  });
  it('is justified by a sentence of the same article only', () => {
    const justified = (text: string) =>
      open(text)
        .ask(capacites)
        .chiffresAffaires.map((c) => c.justifie);
    const level = 'Un chiffre d’affaires de 700 000 € HT au moins est exigé.';
    assert.deepEqual(justified(`${level} Ce niveau est justifié par les avances consenties.`), [true]);
    assert.deepEqual(justified(`## A\n\n${level}\n\n## B\n\nCe montant est justifié par le risque.`), [false]);
  });
});

describe('references without which a candidate is out', () => {
  const count = (text: string) => open(text).ask(capacites).referencesEliminatoires.length;
  it('are found in one sentence, in two, in a list and in a table', () => {
    for (const text of [
      'TOUTE CANDIDATURE NE COMPORTANT PAS DEUX REFERENCES SIMILAIRES SERA REJETEE.',
      'Aucune candidature sans référence dans le domaine ne sera examinée.',
      'Deux contrats analogues exécutés depuis 2024 sont exigés ; les candidats qui n’en justifient pas ne seront pas retenus.',
      'Le candidat qui ne peut faire état de deux interventions comparables verra son dossier écarté, sans que ses autres justifications soient examinées.',
      'Le candidat qui n’a jamais équipé d’hôpital est disqualifié, quels que soient ses autres moyens.',
      'Trois références sont demandées. À défaut, la candidature est irrecevable.',
      'Sous peine d’élimination, le candidat fournit :\n\n- le DC1 ;\n- au moins trois références comparables.',
      '| Pièce | Éliminatoire |\n|---|---|\n| Trois références comparables | Oui |',
    ])
      assert.equal(count(text), 1, text);
  });
  it('are not where another proof is allowed, or where the sanction is for something else', () => {
    for (const text of [
      'L’absence de références ne peut justifier, à elle seule, l’élimination du candidat.',
      'Les entreprises sans référence ne seront pas écartées.',
      'Le candidat présente trois références ou tout autre moyen de preuve, sous peine de rejet.',
      'Le candidat qui ne fournit ni référence ni autre preuve est écarté.',
      'Le candidat sans interventions comparables ni qualifications est écarté.',
      'Le candidat qui n’a jamais été condamné est admis ; les autres sont écartés.',
      'La référence du produit est indiquée sous peine de rejet de l’offre.',
      'À défaut de références, l’entreprise présente ses qualifications ; sa candidature n’est pas rejetée pour ce motif.',
    ])
      assert.equal(count(text), 0, text);
  });
});

describe('the form of groups', () => {
  const forms = (text: string) =>
    open(text)
      .ask(groupement)
      .map(({ stade, motif }) => `${stade} ${motif}`);
  it('is imposed to tender', () => {
    for (const text of [
      'Seuls les groupements solidaires sont admis.',
      'Les groupements conjoints ne sont pas autorisés.',
      'LES CANDIDATS GROUPES DOIVENT SE CONSTITUER EN GROUPEMENT SOLIDAIRE.',
      'Les entreprises groupées sont obligatoirement solidaires.',
    ])
      assert.deepEqual(forms(text), ['offre false'], text);
  });
  it('is imposed after the award, with or without a reason', () => {
    assert.deepEqual(forms('Le groupement attributaire prendra la forme d’un groupement solidaire.'), [
      'attribution false',
    ]);
    assert.deepEqual(forms('Le groupement titulaire sera solidaire, en raison de l’imbrication des prestations.'), [
      'attribution true',
    ]);
  });
  it('is free where the text leaves the choice, defines the words or speaks of the mandataire', () => {
    for (const text of [
      'Les candidats se présentent en groupement conjoint ou solidaire.',
      'Le groupement est solidaire lorsque chacun est engagé pour la totalité du marché.',
      'Si le groupement est conjoint, le mandataire devra être solidaire de chacun de ses membres.',
      'L’acheteur ne peut exiger que le groupement soit solidaire.',
      'Le candidat devra préciser si le groupement est solidaire.',
      'Pour un groupement solidaire, l’acte d’engagement sera signé par le mandataire.',
    ])
      assert.deepEqual(forms(text), [], text);
  });
});

describe('excessive documents', () => {
  const kinds = (text: string) =>
    open(text)
      .ask(piecesExcessives)
      .map((p) => p.kind);
  it('are originals, certified copies, and proofs asked of all', () => {
    assert.deepEqual(kinds('TOUT SOUMISSIONNAIRE DEVRA FOURNIR UN EXTRAIT K-BIS ORIGINAL.'), ['original']);
    assert.deepEqual(kinds('Le candidat joint une copie certifiée conforme de ses diplômes.'), ['original']);
    assert.deepEqual(kinds('Le candidat produit une attestation de vigilance de l’Urssaf.'), ['preuve']);
  });
  it('are not those of the winner, declarations, insurance, or what is refused', () => {
    for (const text of [
      'Le candidat retenu fournit un extrait Kbis.',
      '### Pièces à produire par l’attributaire\n\n- attestations fiscales et sociales.',
      'Le candidat déclare sur l’honneur être en règle. Aucun original n’est demandé.',
      'Le candidat joint une attestation d’assurance.',
      'Le candidat n’a pas à fournir d’attestation fiscale ou sociale.',
    ])
      assert.deepEqual(kinds(text), [], text);
  });
  it('are not what a question asks of, unless it is answered yes', () => {
    const asked = 'Question 3. Le candidat doit-il joindre une attestation de vigilance de l’Urssaf ?';
    assert.deepEqual(kinds(`${asked}\nNon, pas avant le choix.`), []);
    assert.deepEqual(kinds(`${asked}\nOui.`), ['preuve']);
  });
});
