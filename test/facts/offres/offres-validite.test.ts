import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { offres } from '../../../rules/facts/offres/offres.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** « 4 mois », « 60 jour, offres finales » */
const validity = (text: string) =>
  open(text)
    .ask(offres)
    .validites.map(({ duration, finale }) => `${duration.value} ${duration.unit}${finale ? ', offres finales' : ''}`);

describe('the validity of offers', () => {
  const cases: readonly (readonly [string, string, ...string[]])[] = [
    ['a label', 'Délai de validité des offres : quatre mois à compter de la date limite.', '4 mois'],
    ['a label in capitals', 'DELAI DE VALIDITE DES OFFRES : 180 JOURS', '180 jour'],
    ['a long label', 'Durée pendant laquelle le candidat est tenu de maintenir son offre : 4 mois.', '4 mois'],
    ['what may not be withdrawn', 'Les propositions ne peuvent être retirées pendant cinq mois.', '5 mois'],
    ['a label that says no more', 'Le délai de validité est de 120 jours.', '120 jour'],
    ['a verb', 'Les offres engagent leurs auteurs cent vingt jours.', '120 jour'],
    ['a verb in the singular', 'L’offre lie le candidat pendant trois mois.', '3 mois'],
    ['words between commas', 'Les offres, une fois ouvertes, sont irrévocables pendant cent vingt jours.', '120 jour'],
    ['the tenderer bound', 'Les soumissionnaires restent tenus par leur offre pendant 180 jours.', '180 jour'],
    [
      'a condition on the award',
      'Cet engagement ne le lie toutefois que si l’accord-cadre lui est attribué dans les cent vingt jours qui suivent la date limite.',
      '120 jour',
    ],
    [
      'a condition on the author',
      'L’offre n’engage son auteur que si le marché lui est attribué dans un délai de quatre mois.',
      '4 mois',
    ],
    [
      'a release',
      'Le candidat est délié de son offre si le marché ne lui est pas notifié dans les 150 jours.',
      '150 jour',
    ],
    [
      'an end',
      'Cet engagement cesse si le marché n’est pas attribué dans les cent jours de la date limite.',
      '100 jour',
    ],
    ['an offer that holds', 'L’offre tient 120 jours après la date limite.', '120 jour'],
    ['an offer that is worth', 'Votre offre vaut pendant trois mois à compter de la date limite.', '3 mois'],
    ['an offer that stays open', 'Les offres restent ouvertes cent vingt jours.', '120 jour'],
    ['what is past', 'Passé six mois, le candidat n’est plus tenu par son offre.', '6 mois'],
    [
      'prices that bind',
      'Les prix du bordereau lient le candidat 90 jours à partir de la limite de remise des offres.',
      '90 jour',
    ],
    [
      'prices kept',
      'Le candidat maintient ses prix pendant six mois à compter de la date limite de réception des plis.',
      '6 mois',
    ],
    [
      'prices valid',
      'Les tarifs remis par les candidats sont valables 90 jours après la date limite de dépôt des offres.',
      '90 jour',
    ],
    [
      'who is bound by prices',
      'Chaque entreprise est engagée par ses prix 120 jours à dater de la remise des offres.',
      '120 jour',
    ],
    [
      'conditions kept',
      'Les conditions financières du candidat sont maintenues quatre mois à compter de la limite de dépôt des offres.',
      '4 mois',
    ],
    [
      'firm prices',
      'Les prix du candidat sont fermes et valables douze mois à compter de la date limite de remise des offres.',
    ],
    ['prices of the contract', 'Les prix engagent le titulaire pendant un an à compter de la remise des offres.'],
    ['prices of nobody', 'Les prix sont valables douze mois à compter de la date limite de remise des offres.'],
    ['prices of a catalogue', 'Les tarifs lient le candidat un an à compter de la publication du catalogue.'],
    ['a release from secrecy', 'Le titulaire est délié de son engagement de secret après cinq ans.'],
    ['an undertaking of secrecy', 'Passé cinq ans, cet engagement de secret n’engage plus les parties.'],
    ['a pronoun', 'L’offre comprend un devis. Elle est valable cent cinquante jours.', '150 jour'],
    ['a plural pronoun', 'Les offres sont ouvertes. Elles restent valables 120 jours.', '120 jour'],
    ['a pronoun under a title', '## Validité des offres\n\nElle est de 120 jours.', '120 jour'],
    ['the title', '## Validité des offres\n\n120 jours à compter de la date limite.', '120 jour'],
    ['a title that names offers', '## Remise des offres\n\nLe délai de validité est de 120 jours.', '120 jour'],
    ['a list', 'Validité des offres :\n\n- 120 jours', '120 jour'],
    ['a table', '| Rubrique | Valeur |\n|---|---|\n| Validité des offres | 5 mois |', '5 mois'],
    ['a column', '| Validité des offres |\n|---|\n| 120 jours |', '120 jour'],
    [
      'a column per lot',
      '| | Lot 1 | Lot 2 |\n|---|---|---|\n| Validité des offres | 4 mois | 6 mois |',
      '4 mois',
      '6 mois',
    ],
    ['final offers', 'Les offres finales sont valables 60 jours.', '60 jour, offres finales'],
    [
      'words beside a certificate',
      'Le certificat est valable 3 mois et les offres sont valables 120 jours.',
      '120 jour',
    ],
  ];
  for (const [name, text, ...expected] of cases)
    it(`is read from ${name}`, () => assert.deepEqual(validity(text), expected));

  it('is not that of prices, certificates, guarantees or framework agreements', () => {
    for (const text of [
      'Les prix sont valables 12 mois.',
      'Les offres dont le prix est valable 12 mois sont comparées.',
      'Le certificat joint à l’offre est valable trois mois.',
      'La durée de validité de l’accord-cadre est de quatre ans.',
      '## Remise des offres\n\nLe délai de validité de la garantie bancaire est de 120 jours.',
      '## Offres\n\nL’attestation est récente. Elle est valable 120 jours.',
      'Les offres sont examinées. La licence est demandée. Elle est valable 3 ans.',
    ])
      assert.deepEqual(validity(text), [], text);
  });

  it('is not another duration near the word', () => {
    for (const text of [
      '## Durée\n\n120 jours.',
      'Elle est valable 120 jours. L’offre est signée.',
      'Le délai de validité des offres court de la date limite de leur réception jusqu’à la notification du marché, laquelle intervient dans les conditions que fixe le code ; le marché dure ensuite 12 mois.',
      'Les offres sont remises avant midi. Le marché dure 12 mois.',
      'Les offres sont valables. La garantie dure 24 mois.',
      '## Validité des offres\n\nLe candidat joint à son envoi électronique une copie de sauvegarde sur clé USB, que le service conserve ensuite pendant 24 mois.',
      '| Rubrique | Valeur |\n|---|---|\n| Délai d’exécution | 5 mois |\n| Durée du marché | 24 mois |',
      '| 120 jours | Validité des offres |\n|---|---|\n| 4 mois | oui |',
    ])
      assert.deepEqual(validity(text), [], text);
  });

  it('stands where the duration is written', () => {
    const piece = open('Les offres sont valables cent vingt (120) jours à compter du dépôt.');
    const at = piece.ask(offres).validites[0]?.at;
    assert.ok(at);
    assert.equal(piece.draft.slice(at), 'cent vingt (120) jours');
  });
});
