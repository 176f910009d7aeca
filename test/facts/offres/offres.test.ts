import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { echantillons } from '../../../rules/facts/offres/echantillons.ts';
import { offres } from '../../../rules/facts/offres/offres.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
const days = (text: string) =>
  open(text)
    .ask(offres)
    .dates.map(({ kind, iso }) => `${kind} ${iso}`);

describe('the days of a procedure', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['a label and its date', 'DATE ET HEURE LIMITES DE REMISE DES PLIS : 12/03/2027 à 12h00', ['offres 2027-03-12']],
    [
      'the sense of a sentence',
      'Passé le 15 janvier 2027 à 12 heures, le coffre électronique n’accepte plus aucun envoi.',
      ['offres 2027-01-15'],
    ],
    ['the sense of a notice', 'Notre annonce a rejoint les colonnes du BOAMP le 3 mai 2027.', ['lancement 2027-05-03']],
    ['a sentence', 'Les plis sont déposés avant le vendredi 16 juillet 2027 à 12 heures.', ['offres 2027-07-16']],
    [
      '« au plus tard » after the date',
      'Les candidatures parviennent, par le profil d’acheteur, le 5 mars 2027 à 16 heures au plus tard.',
      ['candidatures 2027-03-05'],
    ],
    [
      'candidates who have until a day',
      'Les candidats ont jusqu’au 4 avril 2027 à 12 h pour déposer leur offre.',
      ['offres 2027-04-04'],
    ],
    [
      'the title above a date',
      '## Date limite de réception des offres\n\nVendredi 18 juin 2027, 12 heures.',
      ['offres 2027-06-18'],
    ],
    [
      'a pronoun, under the title',
      '## 7. L’offre\n\nElle contient un devis.\n\n### 7.2 Remise\n\nElle est déposée au plus tard le 26 mars 2027.',
      ['offres 2027-03-26'],
    ],
    [
      'a day put off',
      'La date limite de remise des offres, fixée au 21 juin 2027, est reportée au 28 juin 2027.',
      ['offres 2027-06-28'],
    ],
    [
      'a period',
      'La consultation est ouverte du 12 avril 2027 au 13 mai 2027.',
      ['lancement 2027-04-12', 'offres 2027-05-13'],
    ],
    ['what is due from a day on', 'À compter du 1er octobre 2027, les offres sont transmises en ligne.', []],
    ['what has been due from a day on', 'Les offres sont transmises en ligne à compter du 1er octobre 2027.', []],
    [
      'a call for tenders sent',
      'Un dossier d’appel d’offres a été envoyé pour publication le 3 mai 2027.',
      ['lancement 2027-05-03'],
    ],
    [
      'both received together',
      'Les candidatures et les offres sont remises avant le 10 avril 2027.',
      ['offres 2027-04-10'],
    ],
    [
      'the notice sent',
      'L’avis d’appel public à la concurrence a été adressé au JOUE le 11 avril 2027.',
      ['envoi 2027-04-11'],
    ],
    [
      'an invitation and its deadline',
      'L’invitation à soumissionner est envoyée le 14 mai 2027 ; les offres initiales sont attendues pour le 15 juin 2027.',
      ['invitation 2027-05-14', 'offres 2027-06-15'],
    ],
    [
      'a calendar',
      '| Étape | Date |\n|---|---|\n| Publication de l’avis au BOAMP | 3 mars 2027 |\n| Visite du site | 10 mars 2027 |\n| Questions, au plus tard | 15 mars 2027 |\n| Remise des offres | 22 mars 2027 à 17 h |\n| Ouverture des plis | 23 mars 2027 |',
      ['publication 2027-03-03', 'offres 2027-03-22'],
    ],
    [
      'a header that holds the date',
      '| Date limite de réception des offres | Lundi 14 juin 2027 à 12 heures |\n|---|---|\n| Profil | https://achats.example |',
      ['offres 2027-06-14'],
    ],
  ];
  for (const [name, text, expected] of cases) it(`are read from ${name}`, () => assert.deepEqual(days(text), expected));

  it('are not those of questions, visits, samples, prior notices, past laws or execution', () => {
    const others = [
      'Les questions relatives à la remise des offres sont posées avant le 7 avril 2027.',
      'Les échantillons sont livrés au plus tard le 8 avril 2027.',
      'L’avis de préinformation a été envoyé le 16 juin 2027.',
      'L’arrêté du 30 mars 2021 est applicable.',
      'Les candidats font parvenir leur demande de renseignements au plus tard le 2 avril 2027.',
      'Les prestations débutent le 1er juin 2027.',
      'Les questions relatives aux offres sont transmises avant le 3 mars 2027.',
      'Les questions sur les offres du lot 2 sont transmises au plus tard le 3 mars 2027.',
      'Les échantillons du lot 2 sont remis avant le 3 mars 2027.',
      'Les offres du lot 2 sont ouvertes le 3 mars 2027.',
    ];
    for (const text of others) assert.deepEqual(days(text), [], text);
  });

  it('are those of the lots that the sentence names, wherever it stands', () => {
    const byLot = (text: string) =>
      open(`# Calendrier\n\n${text}\n`)
        .ask(offres)
        .dates.map(({ kind, iso, lots }) => `${kind} ${iso} ${lots.join('+')}`);
    for (const [text, ...expected] of [
      ['Les offres du lot 2 sont remises avant le 3 mars 2027 à 12 h.', 'offres 2027-03-03 2'],
      ['Les plis du lot n° 2 sont déposés au plus tard le 3 mars 2027.', 'offres 2027-03-03 2'],
      ['Les offres relatives au lot n°3 sont transmises avant le 3 mars 2027 à 12 h 00.', 'offres 2027-03-03 3'],
      ['Les offres (lots 1 et 2) doivent parvenir avant le 3 mars 2027.', 'offres 2027-03-03 1+2'],
      ['Les candidats adressent leurs plis du lot n° 2 au plus tard le 3 mars 2027.', 'offres 2027-03-03 2'],
      ['Les candidatures du lot 1 sont reçues jusqu’au 3 mars 2027.', 'candidatures 2027-03-03 1'],
      [
        'Les offres du lot 1 sont remises avant le 3 mars 2027 et celles du lot 2 avant le 10 mars 2027.',
        'offres 2027-03-03 1',
        'offres 2027-03-10 2',
      ],
      [
        'Remise des offres du lot 2 : 3 mars 2027 ; du lot 1 : 4 mars 2027',
        'offres 2027-03-03 2',
        'offres 2027-03-04 1',
      ],
    ])
      assert.deepEqual(byLot(text as string), expected, text);
  });

  it('stand where the date is written, hour included', () => {
    const piece = open('Les offres sont remises avant le 12 mars 2027 à 12 h 00, sur le profil.');
    const at = piece.ask(offres).limites[0]?.at;
    assert.equal(piece.draft.text.slice(at?.start, at?.end), '12 mars 2027 à 12 h 00');
  });

  it('begin with the notice sent, else the launch, else the publication', () => {
    const piece = open('Publication du marché : 5 mars 2027. L’avis a été envoyé le 3 mars 2027.');
    assert.equal(piece.ask(offres).debut?.iso, '2027-03-03');
  });
});

describe('samples and prototypes', () => {
  const asked = (text: string) =>
    open(text)
      .ask(echantillons)
      .demandes.map((d) => d.lourd);
  it('cost much when they are prototypes or at full scale', () => {
    assert.deepEqual(asked('Chaque candidat joint un prototype à son offre.'), [true]);
    assert.deepEqual(asked('Le candidat installe un échantillon grandeur nature de la façade.'), [true]);
    assert.deepEqual(asked('Le candidat joint trois échantillons de papier A4.'), [false]);
  });
  it('are not asked for when optional, from a catalogue or due by the contractor', () => {
    assert.deepEqual(asked('Les candidats peuvent présenter un prototype.'), []);
    assert.deepEqual(asked('Le candidat fournit un fauteuil de série en échantillon.'), []);
    assert.deepEqual(asked('Le titulaire remet un prototype sous trois mois.'), []);
  });
  it('are paid for by a prime, but not by its refusal', () => {
    assert.equal(open('Une prime de 2 000 € est versée à chaque soumissionnaire.').ask(echantillons).primes.length, 1);
    assert.equal(open('Aucune prime n’est versée aux candidats.').ask(echantillons).primes.length, 0);
  });
});
