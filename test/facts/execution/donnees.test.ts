import assert from 'node:assert/strict';
import { donneesPersonnelles } from '../../../rules/facts/execution/donnees.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces[0] as Piece;
const of = (text: string) => piece(text).ask(donneesPersonnelles);
/** The sentence by which the holder processes personal data. */
const processed = (text: string) => of(text).processing?.text;
/** « finalite, types, duree » */
const parts = (text: string) => [...of(text).parts].sort().join(', ');

describe('personal data that the holder processes', () => {
  const PROCESSED = [
    "Le titulaire traite des données personnelles pour le compte de l'acheteur.",
    'Le nom du patient s’affiche avec l’alerte.',
    'La photographie de l’élève est enregistrée par la borne.',
    'LE PRESTATAIRE HEBERGE LES DONNEES DE SANTE DES RESIDENTS.',
    'Le titulaire reçoit la liste nominative des agents.',
    'Les numéros de sécurité sociale sont enregistrés par le logiciel.',
    'Le titulaire respecte le RGPD et traite les données des usagers au nom et pour le compte de la ville.',
    'Des données médicales sont collectées sur instruction de la caisse.',
  ];
  const NOT = [
    'Le nom du patient ne s’affiche pas.',
    'Le nom de la salle s’affiche avec l’alerte.',
    'Le nom de l’élève est appelé par le surveillant.',
    'Les données personnelles sont traitées.',
    'Le titulaire connaît les données personnelles.',
    'Le titulaire traite les déchets pour le compte de la commune.',
    'Lorsque le titulaire traite des données personnelles, il informe le service.',
    'Le titulaire traite les données nominatives de ses salariés pour le compte du groupe.',
    'Le titulaire consulte les données personnelles des candidats.',
    "Le titulaire n'héberge aucune donnée personnelle.",
    'La solution utilise des données anonymisées des usagers.',
    'Le titulaire, sous-traitant au sens du RGPD, ne traite pas les données des usagers.',
  ];
  for (const text of PROCESSED) it(`are read: ${text}`, () => assert.equal(processed(text), text));
  for (const text of NOT) it(`are not: ${text}`, () => assert.equal(processed(text), undefined));

  it('are named in one sentence and taken up in the next', () => {
    const next = (first: string, second: string) => processed(`${first} ${second}`);
    const FILE = "L'acheteur remet le fichier nominatif des abonnés.";
    const TAKEN = "Le titulaire les exploite pour le compte de l'acheteur.";
    assert.equal(next(FILE, TAKEN), TAKEN);
    assert.equal(
      next(FILE, 'Ces fichiers sont hébergés pour le compte de la ville.'),
      'Ces fichiers sont hébergés pour le compte de la ville.',
    );
    assert.equal(next(FILE, 'Le titulaire les exploite.'), undefined);
    assert.equal(next(FILE, "Le titulaire agit pour le compte de l'acheteur."), undefined);
    assert.equal(next("L'acheteur remet les plans.", TAKEN), undefined);
    assert.equal(next("L'acheteur ne remet aucune donnée nominative.", TAKEN), undefined);
    assert.equal(next(FILE, 'Le marché a une durée de deux ans.'), undefined);
    assert.equal(next('Les candidats remettent des données nominatives.', TAKEN), undefined);
    assert.equal(processed(TAKEN), undefined);
    assert.equal(
      next('Le titulaire traite les données des usagers.', `Ici, ${TAKEN}`),
      'Le titulaire traite les données des usagers.',
    );
  });

  it('are first said where they are first said, titles left out', () => {
    assert.equal(
      processed('Le titulaire traite les données des usagers.\n\nLe prestataire héberge les données des agents.'),
      'Le titulaire traite les données des usagers.',
    );
    assert.equal(processed('## Le titulaire traite des données personnelles pour le compte de la commune'), undefined);
  });
});

describe('what is fixed of the processing of personal data', () => {
  const PARTS: readonly (readonly [text: string, expected: string])[] = [
    ['Le traitement de données personnelles a pour finalité l’envoi de rappels.', 'finalite'],
    ['Le titulaire traite des données personnelles. Elles ont pour but l’envoi de rappels.', 'finalite'],
    ['Le titulaire traite des données personnelles.\n\nLa finalité est l’envoi de rappels.', ''],
    ['Les catégories de données personnelles sont l’identité et l’adresse.', 'types'],
    ['Les données personnelles sont effacées au terme du marché.', 'duree'],
    [
      'Données personnelles traitées : les noms et adresses, conservés deux ans, aux fins de rappel.',
      'duree, finalite, types',
    ],
    [
      '## Données personnelles\n\nFinalités : rappels. Nature : identité. Durée : celle du marché.',
      'duree, finalite, types',
    ],
    ['## Durée du marché\n\nFinalités : rappels. Nature : identité. Durée : celle du marché.', ''],
    ['## Données personnelles\n\nFinalités : [à compléter]. Durée : [à préciser].', ''],
    ['## Données personnelles\n\nFinalités : rappels. Durée : [à compléter].', 'finalite'],
    ['Le titulaire paie en deux ans.', ''],
    ['Le titulaire traite des données personnelles ; il\nles supprime. Le marché a une durée de deux ans.', 'duree'],
  ];
  for (const [text, expected] of PARTS)
    it(`${expected || 'nothing'}: ${text.replace(/\n+/g, ' ')}`, () => assert.equal(parts(text), expected));

  const ROWS = '| Élément | Valeur |\n|---|---|\n';
  it('is in the rows of a table on personal data', () => {
    const rows = `${ROWS}| Finalités | rappels |\n| Catégories de données | identité |\n| Conservation | deux ans |`;
    assert.equal(parts(`## Traitements de données\n\n${rows}`), 'duree, finalite, types');
    assert.equal(parts(`## Divers\n\nLes données personnelles traitées :\n\n${rows}`), 'duree, finalite, types');
    assert.equal(parts(`## Divers\n\nLe tableau suivant s'applique :\n\n${rows}`), '');
    assert.equal(parts(`## Divers\n\n${rows}`), '');
    assert.equal(parts(`## RGPD\n\n${ROWS}| But | rappels |`), 'finalite');
    assert.equal(parts(`## RGPD\n\n${ROWS}| Types de données | identité |`), 'types');
    assert.equal(parts(`## RGPD\n\n${ROWS}| Données | identité |`), 'types');
    assert.equal(parts(`## RGPD\n\n${ROWS}| Conservation | illimitée |`), 'duree');
    assert.equal(parts(`## RGPD\n\n${ROWS}| Lieu | France |`), '');
  });

  const SETTLED = [
    'Le titulaire ne traite aucune donnée personnelle.',
    "Aucun traitement de données personnelles n'est confié au titulaire.",
    'Le logiciel fonctionne sans donnée personnelle.',
    "Le traitement des données personnelles est décrit à l'annexe 3.",
    'Le traitement est décrit dans une annexe RGPD.',
    "Une convention relative à la protection des données est jointe, en application de l'article 28.",
  ];
  const OPEN = [
    'Le titulaire traite des données personnelles.',
    'Aucun traitement thermique n’est appliqué.',
    "Le titulaire n'a accès à nulle donnée nominative, et n'est pas soumis à l'annexe sur les données.",
    '## Aucune donnée personnelle',
  ];
  for (const text of SETTLED) it(`is settled: ${text}`, () => assert.equal(of(text).settled, true));
  for (const text of OPEN) it(`is not settled: ${text}`, () => assert.equal(of(text).settled, false));

  it('has parts that a clause lists under its title in the line, and none that another clause lists', () => {
    const list = '\n\n- Finalité : rappel des rendez-vous\n- Durée : un mois\n';
    const parts = (clause: string) => [
      ...of(`Le titulaire traite des données personnelles.\n\n${clause}${list}`).parts,
    ];
    assert.deepEqual(parts('4.2 Données personnelles. Le titulaire est tenu de ces limites :'), ['finalite', 'duree']);
    assert.deepEqual(parts('4.2 Ateliers. Le titulaire est tenu de ces limites :'), []);
  });

  it('is shown where there is a processing', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return donneesPersonnelles.show(p.ask(donneesPersonnelles), p);
    };
    assert.deepEqual(shown('Le titulaire traite des données personnelles, aux fins de rappel.'), {
      precise: ['finalite'],
    });
    assert.equal(shown('Les données personnelles servent aux fins de rappel.'), undefined);
  });
});
