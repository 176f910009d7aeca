import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { offres } from '../../../rules/facts/offres/offres.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** « offres 2027-03-05 », « candidatures 2027-03-05 lots 1+2 » */
const days = (text: string) =>
  open(text)
    .ask(offres)
    .dates.map(({ kind, iso, lots }) => [kind, iso, ...(lots.length > 0 ? [`lots ${lots.join('+')}`] : [])].join(' '));

type Case = readonly [text: string, ...expected: string[]];
const each = (cases: readonly Case[]) => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(days(text), expected));
};

describe('the label of a day', () => {
  each([
    [
      'Date limite de réception des candidatures sur la plateforme de la Ville : 5 mars 2027',
      'candidatures 2027-03-05',
    ],
    ['DATE LIMITE DE REMISE DES OFFRES PAR VOIE DEMATERIALISEE UNIQUEMENT : 5 MARS 2027', 'offres 2027-03-05'],
    ['Remise des candidatures : 5 mars 2027', 'candidatures 2027-03-05'],
    ['Dépôt des offres finales : 5 mars 2027', 'offres 2027-03-05'],
    ['Clôture du dépôt : 5 mars 2027', 'offres 2027-03-05'],
    ['La remise des plis se clôt le 5 mars 2027 à 11 h.', 'offres 2027-03-05'],
    ['Clôture du chantier : 5 mars 2027'],
    ['Clôture des candidatures : vendredi 5 mars 2027', 'candidatures 2027-03-05'],
    ['Clôture de la consultation : vendredi 5 mars 2027', 'offres 2027-03-05'],
    ['DLRO : 5 mars 2027 à 12 h', 'offres 2027-03-05'],
    ['Date limite de réponse : 5 mars 2027', 'offres 2027-03-05'],
    ['Date d’envoi de l’avis à la publication : 1er février 2027', 'envoi 2027-02-01'],
    ['Envoi au BOAMP : 1er février 2027', 'envoi 2027-02-01'],
    ['Le présent document a été transmis au Journal officiel le 1er février 2027.', 'envoi 2027-02-01'],
    ['Envoi des invitations : 1er février 2027', 'invitation 2027-02-01'],
    ['Ouverture de la procédure : 1er février 2027', 'lancement 2027-02-01'],
    ['La mise en concurrence est lancée le 1er février 2027.', 'lancement 2027-02-01'],
    ['Date de mise en ligne : 1er février 2027', 'publication 2027-02-01'],
    ['Le DCE est publié le 1er février 2027.', 'publication 2027-02-01'],
    ['Parution au BOAMP le 1er février 2027', 'publication 2027-02-01'],
  ]);
});

describe('a day alone on a cover', () => {
  each([
    ['Date limite de réception des offres :\n\nVendredi 5 mars 2027 à 12 h', 'offres 2027-03-05'],
    ['DATE ET HEURE LIMITES DE REMISE DES PLIS\n\n05/03/2027 à 11h00', 'offres 2027-03-05'],
    ['Date limite de remise des candidatures\n\nle 5 mars 2027', 'candidatures 2027-03-05'],
    ['Appel d’offres ouvert\n\n5 mars 2027'],
    ['La remise des offres se fait sur la plateforme.\n\n5 mars 2027'],
  ]);
});

describe('a day by which something is handed in', () => {
  each([
    ['Les candidatures sont transmises par la plateforme avant le 5 mars 2027.', 'candidatures 2027-03-05'],
    ['Les dossiers de candidature parviennent le 5 mars 2027, dernier délai.', 'candidatures 2027-03-05'],
    ['Les demandes de participation arrivent, complètes, le 5 mars 2027 inclus.', 'candidatures 2027-03-05'],
    ['Les offres parviennent sur le profil d’acheteur le 5 mars 2027 au plus tard.', 'offres 2027-03-05'],
    ['Les plis parviennent sur le profil d’acheteur le 5 mars 2027, délai de rigueur.', 'offres 2027-03-05'],
    ['Les plis parviennent (5 mars 2027 à 12 h au plus tard) par la plateforme.', 'offres 2027-03-05'],
    ['Le 5 mars 2027 à midi est l’heure limite de remise des offres.', 'offres 2027-03-05'],
    ['Les entreprises ont jusqu’au 5 mars 2027 pour déposer leur candidature.', 'candidatures 2027-03-05'],
    ['Les entreprises ont jusqu’au 5 mars 2027 pour remettre leur proposition.', 'offres 2027-03-05'],
    ['Chaque soumissionnaire adresse son offre au plus tard le 5 mars 2027.', 'offres 2027-03-05'],
  ]);
});

describe('the nearest of several labels', () => {
  each([
    ['La date limite de remise des offres dépend de la visite du 5 mars 2027.'],
    ['Après la visite, la date limite de remise des offres est le 5 mars 2027.', 'offres 2027-03-05'],
    ['Les offres sont remises avant le 5 mars 2027 et le 8 mars 2027 est férié.', 'offres 2027-03-05'],
  ]);
});

describe('a day put off', () => {
  each([
    [
      'La remise des offres du 5 mars 2027 est reportée au printemps ; la visite a lieu le 12 avril 2027.',
      'offres 2027-03-05',
    ],
    ['La remise des offres, fixée au 5 mars 2027, est reportée au 12 mars 2027.', 'offres 2027-03-12'],
    ['Le délai de remise des offres, fixé au 5 mars 2027, est prorogé jusqu’au 12 mars 2027.', 'offres 2027-03-12'],
    ['La date limite de remise des plis du 5 mars 2027 est repoussée au 12 mars 2027.', 'offres 2027-03-12'],
    ['Les dates de remise des offres, le 5 mars 2027, sont décalées au lundi 15 mars 2027.', 'offres 2027-03-15'],
    ['La date limite de remise des offres est reportée au 12 mars 2027.', 'offres 2027-03-12'],
    ['Le délai de réception des offres est prorogé du 5 mars 2027 au 12 mars 2027.', 'offres 2027-03-12'],
    ['La clôture des candidatures est décalée du 5 mars 2027 jusqu’au lundi 15/03/2027.', 'candidatures 2027-03-15'],
    ['L’échéance de remise des plis, le 5 mars 2027, est reportée au\nlundi 15 mars 2027.', 'offres 2027-03-15'],
  ]);
});

describe('a period', () => {
  each([
    ['Le dépôt des offres est possible du 1er mars 2027 au 12 mars 2027.', 'lancement 2027-03-01', 'offres 2027-03-12'],
    ['La plateforme est ouverte du 1er mars 2027 au 12 mars 2027.', 'lancement 2027-03-01', 'offres 2027-03-12'],
    // the works, not the consultation
    ['Le site est fermé du 1er mars 2027 au 12 mars 2027.'],
    // one day and an hour
    [
      'La consultation est ouverte du 1er mars 2027 à 8 h au 12 mars 2027 à 12 h.',
      'lancement 2027-03-01',
      'offres 2027-03-12',
    ],
    [
      'La plateforme est ouverte du 1er mars 2027 au 12 mars 2027 et fermée au public le 15 mars 2027.',
      'lancement 2027-03-01',
      'offres 2027-03-12',
    ],
  ]);
});

describe('a day under a title, a lead or a label', () => {
  each([
    ['## Remise des offres\n\nLe 5 mars 2027 à 12 heures.', 'offres 2027-03-05'],
    ['## Remise des candidatures\n\nAu plus tard le 5 mars 2027.', 'candidatures 2027-03-05'],
    [
      '## Dates à retenir\n\nDate limite de remise des offres :\n\n- 5 mars 2027 à 12 h 00, heure de Paris',
      'offres 2027-03-05',
    ],
    ['La date limite de remise des offres est la suivante. Le 5 mars 2027 à 12 h.', 'offres 2027-03-05'],
    [
      'Les candidats remettent leurs offres sur le profil. Elles sont déposées au plus tard le 5 mars 2027.',
      'offres 2027-03-05',
    ],
    ['Les candidatures sont examinées. Elles parviennent au plus tard le 5 mars 2027.', 'candidatures 2027-03-05'],
    ['## Offres\n\n### Date limite de réception des candidatures\n\n5 mars 2027', 'candidatures 2027-03-05'],
    ['| Objet | Date |\n|---|---|\n| Remise des offres | 5 mars 2027 |', 'offres 2027-03-05'],
    [
      '| Réception des offres | Réception des candidatures |\n|---|---|\n| 12 avril 2027 | 5 mars 2027 |',
      'offres 2027-04-12',
      'candidatures 2027-03-05',
    ],
    ['| 5 mars 2027 | Remise des offres |\n|---|---|\n| 8 mars 2027 | Ouverture des plis |'],
    ['## Remise des candidatures avant les offres\n\n5 mars 2027', 'candidatures 2027-03-05'],
    ['## Remise des offres\n\nLe profil est gratuit. Le 5 mars 2027 à 12 h.', 'offres 2027-03-05'],
    // look-alikes
    ['Les candidats remettent leurs offres en ligne. Les attestations sont produites au plus tard le 5 mars 2027.'],
    ['## Remise des offres\n\nLes clés remises le 5 mars 2027 sont rendues.'],
    ['Les offres présentées le 5 mars 2027 au conseil sont jugées au plus tard le 8 mars 2027.'],
    ['## Offres\n\nLes attestations sont datées du 5 mars 2027 au plus tard.'],
    ['## Candidatures\n\nLes bilans portent sur les exercices clos au plus tard le 5 mars 2027.'],
    ['## Remise des offres\n\nLes questions relatives aux offres sont transmises au plus tard le 5 mars 2027.'],
    ['## Remise des offres\n\nUne visite a lieu le 5 mars 2027 au plus tard.'],
    ['## Remise des offres\n\nLa plateforme a changé le 5 mars 2027.'],
    ['## Remise des offres\n\nLa Ville fête la Saint-Jean. 5 mars 2027 et 6 mars 2027.'],
    ['Une visite du site est organisée. Le 5 mars 2027 à 9 heures.'],
    ['## Remise des offres\n\n| Étape | Date |\n|---|---|\n| Visite du site | 5 mars 2027 |'],
  ]);
});

describe('the lots of a day', () => {
  each([
    ['Remise des offres relatives au lot 2 : 5 mars 2027', 'offres 2027-03-05 lots 2'],
    ['Remise des offres afférentes aux lots 1, 2 et 3 : 5 mars 2027', 'offres 2027-03-05 lots 1+2+3'],
    ['Remise des plis afférents au lot n° 12 : 5 mars 2027', 'offres 2027-03-05 lots 12'],
    ['Remise des offres concernant le lot 2 : 5 mars 2027', 'offres 2027-03-05 lots 2'],
    ['Remise des offres propres au lot 2 et au lot n° 4 : 5 mars 2027', 'offres 2027-03-05 lots 2+4'],
    ['Remise des offres (lots 1 et 2) : 5 mars 2027', 'offres 2027-03-05 lots 1+2'],
    [
      'Remise des offres du lot 1 : 5 mars 2027, lot 2 : 12 mars 2027',
      'offres 2027-03-05 lots 1',
      'offres 2027-03-12 lots 2',
    ],
    ['Les offres sont remises avant le 5 mars 2027 sur la plateforme pour le lot 2.', 'offres 2027-03-05 lots 2'],
    [
      'Les offres du lot 1 sont remises avant le 5 mars 2027 et la salle du lot 2 est visible le 10 mars 2027.',
      'offres 2027-03-05 lots 1',
    ],
    ['Les offres des lots n° 10 et n° 12 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 10+12'],
    ['Les offres pour le lot 2 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 2'],
    ['Les plis afférents au lot 3 sont remis avant le 5 mars 2027.', 'offres 2027-03-05 lots 3'],
    ['Les offres propres au lot 3 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 3'],
    ['Les offres concernant les lots 1 et 2 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 1+2'],
    ['Les offres correspondant au lot 12 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 12'],
    ['Les offres du lot 1 et du lot 2 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 1+2'],
    ['Les offres des lots 1 à 4 sont remises avant le 5 mars 2027.', 'offres 2027-03-05 lots 1+2+3+4'],
    ['Les offres sont remises avant le 5 mars 2027 pour les lots 2, 3 et 5.', 'offres 2027-03-05 lots 2+3+5'],
    [
      'Les offres sont remises avant le 5 mars 2027 (lot 1) et le 12 mars 2027 (lot 2).',
      'offres 2027-03-05 lots 1',
      'offres 2027-03-12 lots 2',
    ],
    [
      'Remise des offres : le 5 mars 2027 pour le lot 1, le 12 mars 2027 pour le lot 2',
      'offres 2027-03-05 lots 1',
      'offres 2027-03-12 lots 2',
    ],
    [
      'Pour le lot 2, le dépôt des offres est possible du 1er mars 2027 au 12 mars 2027.',
      'lancement 2027-03-01 lots 2',
      'offres 2027-03-12 lots 2',
    ],
    [
      '| Étape | Lot 1 | Lot 2 |\n|---|---|---|\n| Remise des offres | 5 mars 2027 | 12 mars 2027 |',
      'offres 2027-03-05 lots 1',
      'offres 2027-03-12 lots 2',
    ],
    [
      '| Lot | Remise des offres |\n|---|---|\n| Lot 1 | 5 mars 2027 |\n| Lot 2 | 12 mars 2027 |',
      'offres 2027-03-05 lots 1',
      'offres 2027-03-12 lots 2',
    ],
    [
      'Les offres sont remises avant le 5 mars 2027, les questions sur le lot 2 avant le 1er mars 2027.',
      'offres 2027-03-05',
    ],
  ]);
});

describe('final offers and the first day', () => {
  it('are told by the sentence or the row', () => {
    const finales = (text: string) =>
      open(text)
        .ask(offres)
        .limites.map((d) => d.finale);
    assert.deepEqual(finales('Les offres finales sont remises avant le 5 mars 2027.'), [true]);
    assert.deepEqual(finales('Les offres initiales sont remises avant le 5 mars 2027.'), [false]);
    assert.deepEqual(finales('| Étape | Date |\n|---|---|\n| Remise des offres finales | 5 mars 2027 |'), [true]);
  });

  it('is the earliest of its kind, and a day of the calendar', () => {
    const debut = (text: string) => open(text).ask(offres).debut?.iso;
    assert.equal(debut('Envoi au JOUE : 3 mars 2027. Envoi au BOAMP : 1er mars 2027.'), '2027-03-01');
    assert.equal(debut('Envoi au JOUE : 1er mars 2027. Envoi au BOAMP : 3 mars 2027.'), '2027-03-01');
    assert.equal(debut('Envoi au BOAMP : 31 février 2027. Date de mise en ligne : 4 mars 2027.'), '2027-03-04');
    assert.equal(debut('Les offres sont remises avant le 5 mars 2027.'), undefined);
  });

  it('parts deadlines of candidatures from those of offers', () => {
    const { limites, limitesCandidatures } = open(
      'Les candidatures sont remises avant le 5 mars 2027. Les offres sont remises avant le 16 avril 2027.',
    ).ask(offres);
    assert.deepEqual(
      limites.map((d) => d.iso),
      ['2027-04-16'],
    );
    assert.deepEqual(
      limitesCandidatures.map((d) => d.iso),
      ['2027-03-05'],
    );
  });

  it('are shown with their lots and the validity', () => {
    const show = (text: string) => {
      const piece = open(text);
      return offres.show(piece.ask(offres), piece);
    };
    assert.deepEqual(show('Les offres du lot 2 sont remises avant le 5 mars 2027. Elles sont valables 90 jours.'), {
      dates: [{ sens: 'offres', date: '2027-03-05', lots: ['2'] }],
      validite: [{ valeur: 90, unite: 'jour' }],
    });
    assert.deepEqual(show('Les offres sont remises avant le 31 février 2027.'), {
      dates: [{ sens: 'offres', date: null }],
      validite: [],
    });
    assert.deepEqual(show('Délai de validité des offres : 4 mois.'), {
      dates: [],
      validite: [{ valeur: 4, unite: 'mois' }],
    });
    assert.equal(show('Le marché porte sur des bancs.'), undefined);
  });
});
