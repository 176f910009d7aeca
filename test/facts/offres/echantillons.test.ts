import assert from 'node:assert/strict';
import { echantillons } from '../../../rules/facts/offres/echantillons.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece =>
  open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces[0] as Piece;
/** « lourd : un prototype ; », « léger : … », « prime : … ». */
const read = (text: string): string[] => {
  const p = piece(text);
  const { demandes, primes } = p.ask(echantillons);
  return [
    ...demandes.map((d) => `${d.lourd ? 'lourd' : 'léger'} : ${p.draft.slice(d.at)}`),
    ...primes.map((s) => `prime : ${s.text}`),
  ];
};

describe('a costly object that is heard to be asked for', () => {
  it('under its title, were it described in an annex', () => {
    const text = '## 4. Échantillons\n\nTrois vestes complètes, taillées sur mesure dans le drap décrit à l’annexe 4.';
    assert.deepEqual(read(text), [
      'lourd : Trois vestes complètes, taillées sur mesure dans le drap décrit à l’annexe 4.',
    ]);
  });
  it('at a price that is no prime, for none is paid', () => {
    const text =
      '## 4. Maquette\n\nChaque candidat fabrique une maquette du pont, longue de 3 m.\n\n## 5. Frais\n\nSon coût, estimé à 9 000 €, est élevé. Il reste à la charge de chacun, retenu ou non.';
    assert.deepEqual(read(text), ['lourd : Chaque candidat fabrique une maquette du pont, longue de 3 m.']);
  });
});

describe('a sample asked of the candidates', () => {
  const HEAVY = [
    'Pour chaque lot, vous réalisez un prototype et vous le laissez quatre semaines sur place.',
    'Vous déposerez une maquette du mobilier à vos frais.',
    'Il vous est demandé de fabriquer un prototype.',
    "Chaque candidat présente un prototype de la borne lors de l'audition.",
    'Les soumissionnaires fournissent un prototype avec leur offre.',
    'UN DEMONSTRATEUR EST EXIGE DE CHAQUE CANDIDAT.',
    'Une maquette interactive est exigée de chaque candidat.',
    "Les candidats réalisent une maquette du mobilier à l'échelle 1.",
    "Les candidats réalisent une maquette du mobilier à l'échelle 1/1.",
    "Les candidats réalisent une maquette du mobilier à l'échelle 1:1.",
    'Chaque équipe monte un échantillon de façade grandeur nature.',
    'Les candidats réalisent à leurs frais une maquette du mobilier.',
    'Les candidats déposent, sans contrepartie, une maquette du mobilier.',
    "Chaque candidat remet un modèle d'essai.",
    'Le soumissionnaire met à disposition un POC.',
    'Il est demandé aux soumissionnaires une preuve de concept.',
    'Les offres sont accompagnées d’un échantillon spécialement fabriqué.',
  ];
  const LIGHT = [
    'Les offres comprennent un échantillon de chaque vernis.',
    "À l'appui de son offre, le soumissionnaire joint une planche d'essai.",
    "Les candidats réalisent une maquette du mobilier à l'échelle 1/20.",
    "Les candidats réalisent une maquette du mobilier à l'échelle 1/100.",
    "Les candidats réalisent une maquette du mobilier à l'échelle 1:50.",
    'Les candidats déposent des échantillons à leurs frais.',
    'Chaque candidat remet un modèle réduit.',
    'Les éprouvettes demandées sont remises par les soumissionnaires.',
  ];
  const NONE = [
    'Les candidats peuvent joindre un prototype.',
    "Les candidats joignent, s'ils le souhaitent, un échantillon.",
    'Les candidats joignent un échantillon ou tout autre élément de preuve.',
    "Les candidats n'ont pas à fournir d'échantillon.",
    "Aucun échantillon n'est demandé aux candidats.",
    'Le titulaire fournit un prototype, que les candidats chiffrent.',
    "Le candidat retenu remet un prototype dans le mois de l'attribution.",
    'Les candidats remettent un échantillon du commerce.',
    'Les candidats remettent un fauteuil de leur catalogue et sa documentation, un échantillon de tissu.',
    "L'enquête que présente le candidat porte sur un échantillon de 200 usagers.",
    'Les candidats présentent une maquette budgétaire.',
    'Chaque candidat remet un modèle de lettre.',
    "L'échantillon est remis à la mairie.",
    'Les candidats observent le prototype exposé dans le hall.',
    'Le candidat remet un mémoire technique.',
    'Les candidats montent une tente grandeur nature.',
    'Les candidats respectent le prototype.',
  ];
  for (const text of HEAVY) it(`costs much: ${text}`, () => assert.deepEqual(read(text), [`lourd : ${text}`]));
  for (const text of LIGHT) it(`costs little: ${text}`, () => assert.deepEqual(read(text), [`léger : ${text}`]));
  for (const text of NONE) it(`is none: ${text}`, () => assert.deepEqual(read(text), []));

  it('is costly for a model that stays long, or at the expense of the candidate, as the next sentence says', () => {
    assert.deepEqual(read('Les candidats déposent une maquette. Elle reste en place pendant quinze jours.'), [
      'lourd : Les candidats déposent une maquette.',
    ]);
    assert.deepEqual(read('Les candidats déposent un échantillon. Il reste en place pendant quinze jours.'), [
      'léger : Les candidats déposent un échantillon.',
    ]);
    assert.deepEqual(read('Les candidats déposent une maquette. Elle est rendue.'), [
      'léger : Les candidats déposent une maquette.',
    ]);
  });

  it('is left to the candidate where the next sentence says so', () => {
    assert.deepEqual(read('Chaque candidat fournit deux échantillons. Cette remise est facultative.'), []);
    assert.deepEqual(read('Chaque candidat fournit deux échantillons. Cette remise est obligatoire.'), [
      'léger : Chaque candidat fournit deux échantillons.',
    ]);
  });

  it('stands in a list, under a sentence that asks it of the candidates', () => {
    const list = '- un mémoire technique ;\n- un prototype ;\n- un échantillon de peinture.';
    assert.deepEqual(read(`Les candidats remettent :\n\n${list}`), [
      'lourd : un prototype ;',
      'léger : un échantillon de peinture.',
    ]);
    for (const lead of [
      'Les candidats peuvent remettre :',
      'Le titulaire remet :',
      'Chaque candidat connaît :',
      'Le musée présente :',
      'Les candidats remettent au titulaire :',
      'Les candidats ne sont pas tenus de fournir, par exemple :',
    ])
      assert.deepEqual(read(`${lead}\n\n${list}`), [], lead);
    assert.deepEqual(read('Les candidats remettent :\n\n- un mémoire ;\n- un prototype, facultatif.'), []);
    assert.deepEqual(read('Les candidats remettent leur offre.\n\nUn prototype, un échantillon.'), []);
  });

  it('goes by the title where the sentence names neither the thing nor the candidates', () => {
    assert.deepEqual(read('## Contenu des offres\n\nUn prototype est exigé.'), ['lourd : Un prototype est exigé.']);
    assert.deepEqual(read('## Divers\n\nUn engin est exigé.'), []);
    assert.deepEqual(read('## Histoire du musée\n\nUn plan est remis à chacun, ainsi que le prototype exigé.'), []);
    assert.deepEqual(read('## Maquette\n\nLes candidats la présentent grandeur nature.'), [
      'lourd : Les candidats la présentent grandeur nature.',
    ]);
    assert.deepEqual(read('## Maquette\n\nLes candidats la verront grandeur nature.'), []);
    assert.deepEqual(read('## Maquette\n\nLes candidats la présentent dans le hall.'), []);
  });

  it('is in a title that asks for it, and not in one that only names it', () => {
    assert.deepEqual(read('## Un prototype est remis par chaque candidat'), [
      'lourd : Un prototype est remis par chaque candidat',
    ]);
    assert.deepEqual(read('## Prototype des candidats'), []);
  });
});

describe('a prime for what the candidates made', () => {
  const PAID = [
    'Une prime de 2 000 € est versée à chaque candidat.',
    'Chaque soumissionnaire reçoit une indemnité de 500 € pour son prototype.',
    'Les prototypes demandés aux équipes sont indemnisés.',
    'UNE PRIME EST ALLOUEE A CHAQUE CANDIDAT QUI REMET UN PROTOTYPE.',
  ];
  const UNPAID = [
    "Aucune prime n'est versée aux candidats.",
    "Les candidats ne reçoivent pas d'indemnité.",
    "Les candidats n'ont droit à aucune prime.",
    "Les primes d'assurance restent à la charge du candidat.",
    'Les indemnités de déplacement des candidats sont remboursées.',
    'La prime de fin d’année est un acquis.',
    'Aucun dédommagement pour les candidats.',
    'Sans indemnité pour les candidats.',
    "Pas d'indemnité pour les candidats.",
    'Les candidats ne seront en outre pas indemnisés.',
    'Les candidats ne seront pas indemnisés.',
    'Remettre un prototype ne donne droit à indemnité que si la personne publique le dit.',
  ];
  for (const text of PAID) it(`is read: ${text}`, () => assert.deepEqual(read(text), [`prime : ${text}`]));
  for (const text of UNPAID) it(`is none: ${text}`, () => assert.deepEqual(read(text), []));

  it('is shown beside what is asked, and not alone', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return echantillons.show(p.ask(echantillons), p);
    };
    assert.deepEqual(shown('Chaque candidat remet un prototype. Une prime de 2 000 € est versée à chaque candidat.'), {
      demandes: [{ texte: 'Chaque candidat remet un prototype.', investissement: true }],
      primes: ['Une prime de 2 000 € est versée à chaque candidat.'],
    });
    assert.equal(shown('Une prime de 2 000 € est versée à chaque candidat.'), undefined);
  });
});
