import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { transmission } from '../../../rules/facts/offres/transmission.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** The sentences in which offers may be on paper, in which late ones are let in, in which they are left out. */
const said = (text: string) => {
  const piece = open(text);
  const { papier, tardives, eliminees } = piece.ask(transmission);
  const words = (all: typeof papier) => all.map(({ at }) => piece.draft.slice(at));
  return { papier: words(papier), tardives: words(tardives), eliminees: words(eliminees) };
};

describe('offers on paper', () => {
  for (const text of [
    'Les plis seront déposés contre récépissé ou envoyés par lettre recommandée.',
    'Les offres pourront être remises par voie électronique ou sur support papier.',
    'La transmission des plis par voie électronique n’est pas autorisée.',
    'La remise des offres par voie dématérialisée est interdite.',
    'Les offres sont transmises en double exemplaire papier.',
    'LES OFFRES SONT ENVOYEES PAR COURRIER RECOMMANDE AVEC ACCUSE DE RECEPTION.',
    'Les candidats remettent leur dossier au guichet unique.',
    'L’offre est déposée au secrétariat de la mairie.',
    'Les offres, qui portent l’objet de la consultation, sont remises sur support papier.',
    'Le pli porte la mention « Ne pas ouvrir ».',
    'Les candidats déposent physiquement leur offre.',
    'Les offres sont remises sur support papier (deux exemplaires).',
    'Les offres sont remises sous enveloppe cachetée ; les plis ouverts ne sont pas acceptés.',
  ])
    it(`are let in by « ${text} »`, () => assert.deepEqual(said(text).papier, [text]));

  it('are let in by an item or a cell whose lead, row or title speaks of handing offers in', () => {
    for (const [text, ...expected] of [
      [
        '## Remise des offres\n\n- au secrétariat, contre récépissé ;\n- par courrier.',
        'au secrétariat, contre récépissé ;',
        'par courrier.',
      ],
      ['Les offres parviennent :\n\n- par la poste ;\n- en ligne.', 'par la poste ;'],
      ['| Rubrique | Mode |\n|---|---|\n| Remise des offres | sur support papier |', 'sur support papier'],
      [
        '| Mode | Adresse |\n|---|---|\n| Remise des offres par courrier | 1 rue Verte |',
        'Remise des offres par courrier',
      ],
      [
        '## Remise des offres\n\nAucune transmission électronique n’est acceptée.',
        'Aucune transmission électronique n’est acceptée.',
      ],
      ['Le pli est remis par courrier. Les échantillons sont livrés.', 'Le pli est remis par courrier.'],
      [
        '| Objet | Règle |\n|---|---|\n| Pli | Il est remis par courrier. Les maquettes sont livrées. |\n| Offre | L’offre est remise par la poste. Les maquettes sont livrées. |',
        'Il est remis par courrier.',
        'L’offre est remise par la poste.',
      ],
      [
        'La copie de sauvegarde est admise. Les offres sont remises sous pli cacheté.',
        'Les offres sont remises sous pli cacheté.',
      ],
    ] as const)
      assert.deepEqual(said(text).papier, expected, text);
  });

  it('are not where paper is refused', () => {
    for (const text of [
      'Les plis ne peuvent pas être remis en main propre.',
      'Les offres sous format papier sont refusées.',
      'Les offres ne peuvent être remises sur support papier.',
      'Aucune offre papier ne sera acceptée.',
      'La voie papier est proscrite ; les offres sont transmises par voie électronique.',
      'Les offres remises sur support papier seront rejetées.',
      'Les candidats n’envoient pas leur offre par courrier.',
      'Les plis sont transmis par voie dématérialisée, sans envoi postal.',
      'La remise des offres par voie électronique est obligatoire.',
      'Aucune offre remise sur support papier (envoi postal ou dépôt) ne sera acceptée.',
      'La transmission par papier ou sur un support physique (clé, disque) n’est pas autorisée pour les offres.',
      'L’acheteur se réserve le droit de refuser toute offre reçue au format papier.',
      'La réponse électronique est obligatoire mais aucune signature n’est exigée pour l’offre.',
      '## Remise des offres\n\nRemise des offres sous pli électronique, sur le profil d’acheteur.',
      'Transmission des offres sur papier : l’acheteur impose la voie électronique.',
    ])
      assert.deepEqual(said(text).papier, [], text);
  });

  it('are not where paper is for something else, or for after', () => {
    for (const text of [
      'Les échantillons sont déposés contre récépissé avec l’offre.',
      'Une copie de sauvegarde peut être remise sur papier. Elle est placée sous pli cacheté.',
      'Après attribution, l’offre électronique retenue est transformée en offre papier pour signature.',
      '## Copie de sauvegarde\n\nElle est remise sous pli cacheté.',
      '## Remise des offres\n\n### Échantillons\n\nIls sont remis en main propre.',
      'La copie de sauvegarde est transmise :\n\n- par courrier ;\n- sous pli cacheté.',
      '| Rubrique | Mode |\n|---|---|\n| Copie de sauvegarde de l’offre | sous pli cacheté |',
      '| Remise des offres | Retrait du dossier |\n|---|---|\n| par courrier | en mairie |\n| Retrait du dossier, avant l’offre | contre récépissé |',
      'Le dossier de consultation est retiré en mairie contre récépissé.',
      'Les candidats retenus sont informés par courrier du sort de leur offre.',
      'Les questions sont envoyées par courrier.',
      'La copie de sauvegarde est admise. Elle est envoyée sous pli cacheté.',
      'Une copie de sauvegarde est admise. Cette copie est envoyée avant la remise des offres, par la poste ou contre récépissé.',
      '## Critères de jugement des offres\n\n- Modalités de livraison des offres du catalogue, par voie postale : 5 points\n- Prix : 95 points',
      'Un pli cacheté est facile à ouvrir.',
      'Les bons de commande sont adressés au titulaire par la poste.',
      '## Objet\n\nLes plans sont remis sur papier.',
      '## Remise des offres\n\nLa voie postale est lente.',
    ])
      assert.deepEqual(said(text).papier, [], text);
  });
});

describe('late offers', () => {
  for (const text of [
    'Les offres tardives pourront être acceptées.',
    'L’acheteur peut accepter une offre tardive.',
    'Les plis remis après l’heure limite sont examinés si le retard est inférieur à dix minutes.',
    'Les offres reçues dans les dix minutes qui suivent l’heure limite sont acceptées.',
    'Les plis parvenus hors délai sont éliminés, sauf décision contraire de l’acheteur.',
    'Les offres hors délai sont irrecevables à moins que le retard ne soit dû à La Poste.',
    'Les offres reçues en retard sont rejetées, à l’exception de celles retardées par une grève.',
    'Une offre reçue hors délai n’est pas rejetée.',
    'Les offres hors délai ne seront rejetées que si le retard excède une heure.',
    'UNE TOLERANCE DE QUINZE MINUTES EST ACCORDEE AUX CANDIDATS.',
    'Un délai de grâce d’un quart d’heure est laissé aux soumissionnaires.',
    'Le cachet de la poste fait foi.',
    'La date d’envoi fera foi.',
    'Les offres reçues hors délai sont rejetées ; un pli arrivé en retard peut toutefois être ouvert.',
    'Lorsque l’heure est dépassée de moins de trente minutes, nous ouvrons quand même le pli si le candidat explique son retard par écrit.',
    'Si l’heure limite est dépassée de peu, le pli est tout de même analysé.',
    'Un dépôt qui dépasse l’heure limite de quelques minutes reste recevable.',
    'La date limite passée, une offre est néanmoins retenue si son auteur s’en explique.',
    'Nous acceptons les plis en retard lorsque leur auteur s’en explique.',
    'Le retard d’un pli est excusé lorsque son auteur l’explique.',
  ])
    it(`are let in by « ${text} »`, () =>
      assert.deepEqual(said(text), { papier: [], tardives: [text], eliminees: [] }));

  for (const text of [
    'Les offres reçues après la date limite sont rejetées.',
    'Les plis reçus hors délai ne sont pas ouverts.',
    'Aucune offre reçue hors délai ne sera acceptée.',
    'Nulle offre hors délai ne sera examinée.',
    'L’acheteur élimine les offres arrivées hors délai.',
    'Le dépôt tardif entraîne le rejet de l’offre.',
    'LES OFFRES PARVENANT APRES L’ECHEANCE NE SERONT PAS PRISES EN COMPTE.',
    'Les plis reçus hors délai sont écartés ; les autres sont examinés par la commission.',
  ])
    it(`are left out by « ${text} »`, () =>
      assert.deepEqual(said(text), { papier: [], tardives: [], eliminees: [text] }));

  it('are let in by a sentence that comes back on the one before', () => {
    const strict = 'Les offres hors délai sont éliminées.';
    for (const lax of [
      'L’acheteur peut toutefois les admettre.',
      'Elles peuvent néanmoins être ouvertes.',
      'La commission peut cependant examiner ces offres.',
      'Celles-ci sont toutefois examinées si le retard est minime.',
    ])
      assert.deepEqual(said(`${strict} ${lax}`), { papier: [], tardives: [lax], eliminees: [strict] }, lax);
  });

  it('are not where that sentence speaks of another thing', () => {
    const strict = 'Les offres hors délai sont éliminées.';
    for (const other of [
      'L’acheteur peut toutefois admettre les candidatures incomplètes.',
      'Une négociation est toutefois admise.',
      'Elles ne sont toutefois pas ouvertes.',
      'En cas de panne de la plateforme, elles sont toutefois admises.',
      'Elles sont conservées par l’acheteur.',
    ])
      assert.deepEqual(said(`${strict} ${other}`).tardives, [], other);
    assert.deepEqual(
      said('Les offres sont ouvertes à huis clos. Elles peuvent toutefois être acceptées.').tardives,
      [],
    );
    assert.deepEqual(
      said('Les livraisons reçues hors délai sont refusées. Elles sont toutefois admises.').tardives,
      [],
    );
  });

  it('are neither let in nor left out elsewhere', () => {
    for (const text of [
      'Le cachet de la poste ne fait pas foi.',
      'Une tolérance de quinze minutes n’est pas accordée aux candidats.',
      'Aucune tolérance n’est accordée pour les plis tardifs.',
      'Une tolérance de 2 mm est admise sur les cotes.',
      'Lorsque l’heure limite est dépassée, la commission ouvre les plis.',
      'Une fois la date limite passée, les plis sont ouverts.',
      'Passé ce délai de dix jours, les offres sont ouvertes.',
      'L’heure limite de 12 heures étant passée, les plis sont ouverts.',
      'Si l’heure prévue pour l’ouverture est dépassée de quelques minutes, les plis sont ouverts tout de même.',
      'Lorsque l’heure est dépassée de moins de trente minutes en raison d’une panne de la plateforme, le pli est ouvert.',
      'Lorsque l’heure est dépassée de quelques minutes, la copie de sauvegarde reçue dans le délai est ouverte.',
      'Lorsque l’heure est dépassée de moins de trente minutes, le pli n’est pas ouvert.',
      'La commission ouvre les plis reçus après l’heure limite.',
      'Une tolérance de quinze minutes est demandée par les candidats.',
      'Les questions reçues après la date limite peuvent être examinées.',
      '## Remise des offres\n\nLes questions reçues hors délai ne sont pas examinées.',
      'Les offres remises après la date limite en raison d’une panne de la plateforme sont acceptées.',
      'Les fournitures livrées en retard sont refusées.',
      'Les fournitures livrées en retard sont acceptées.',
      'Seules sont examinées les offres reçues avant la date limite.',
      'Le pli est considéré « hors délai » si l’envoi se termine après l’heure limite.',
      'L’offre est ouverte après la date limite ; elle est acceptée si elle est conforme.',
      '## Exécution\n\nUn retard de quelques minutes est admis.',
    ])
      assert.deepEqual(said(text), { papier: [], tardives: [], eliminees: [] }, text);
  });

  it('are let in or left out by a sentence that takes its subject from the article on deposit', () => {
    const lax = 'Tout retard n’excédant pas une demi-heure sera toléré.';
    assert.deepEqual(said(`## Dépôt des offres\n\n${lax}`).tardives, [lax]);
    assert.deepEqual(said(`Les offres sont transmises avant midi. ${lax}`).tardives, [lax]);
    assert.deepEqual(said(lax).tardives, []);
    const strict = 'Tout document parvenu après l’heure limite sera rejeté.';
    assert.deepEqual(said(`## Dépôt des offres\n\n${strict}`).eliminees, [strict]);
    assert.deepEqual(said(strict).eliminees, []);
  });

  it('are left out whatever the code allows, and whatever the sentence says besides', () => {
    for (const text of [
      'Les offres en retard sont éliminées par l’acheteur, sauf cas prévu par le code.',
      'Les plis tardifs ne sont pas ouverts ; l’acheteur en informe les candidats.',
      'Plis tardifs : aucun pli accepté.',
      'Offres tardives : aucune offre acceptée.',
      'Offres tardives : nulle offre acceptée.',
    ])
      assert.deepEqual(said(text), { papier: [], tardives: [], eliminees: [text] }, text);
    const paper = 'Les offres sont remises par courrier ; les offres incomplètes sont rejetées.';
    assert.deepEqual(said(paper), { papier: [paper], tardives: [], eliminees: [] });
    const strict = 'Les offres hors délai sont éliminées.';
    assert.deepEqual(said(`${strict} Ces offres sont renvoyées par courrier.`).tardives, []);
    assert.deepEqual(said('L’acheteur peut toutefois les admettre.').tardives, []);
  });

  it('are shown in the words of the piece', () => {
    const show = (text: string) => {
      const piece = open(text);
      return transmission.show(piece.ask(transmission), piece);
    };
    assert.equal(show('Le marché porte sur des bancs.'), undefined);
    assert.deepEqual(show('Les offres hors délai sont éliminées. Les offres sont remises par courrier.'), {
      papier: ['Les offres sont remises par courrier.'],
      tardivesAdmises: [],
      tardivesEliminees: ['Les offres hors délai sont éliminées.'],
    });
    assert.deepEqual(show('Les offres tardives sont admises. Les offres sont remises par courrier.'), {
      papier: ['Les offres sont remises par courrier.'],
      tardivesAdmises: ['Les offres tardives sont admises.'],
      tardivesEliminees: [],
    });
  });
});
