import assert from 'node:assert/strict';
import { duree } from '../../../rules/facts/piece/duree.ts';
import type { Duree } from '../../../rules/facts/piece/duree-dite.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(duree) };
};

/** « lot 1 : 12 + 3 × 12 = 48 »: months of the first period, renewals, whole; « dit » where the text states the whole. */
const summary = ({ lots, months, reconduction: r, total, statedTotal }: Duree): string =>
  [
    ...(lots.length > 0 ? [`lot ${lots.join(', ')} :`] : []),
    ...(months === undefined ? [] : [months]),
    ...(r ? [`+ ${r.times ?? '?'} × ${r.months ?? '?'}`] : []),
    ...(r || statedTotal !== undefined ? [`= ${total ?? '?'}`] : []),
    ...(statedTotal === undefined ? [] : ['dit']),
  ].join(' ');

const reads = (...cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(read(text).fact.map(summary), expected));
};

describe('how long a contract lasts', () => {
  describe('is said at the head of a column over one row', () => {
    reads(
      ['| Départ | Durée du marché, en mois | Suite |\n|---|---|---|\n| notification | 27 | – |', '27'],
      [
        '| Tranche ferme | Tranche optionnelle 1 | Durée du marché |\n|---|---|---|\n| 9 mois | 5 mois | 14 mois |',
        '14',
      ],
      [
        '| Durée initiale, en mois | Nombre de reconductions | Durée totale, en mois |\n|---|---|---|\n| 12 | 2 | 36 |',
        '12 + 2 × ? = 36 dit',
      ],
      ['| Étude | Durée |\n|---|---|\n| bruit | 27 mois |'],
      ['| Poste | Durée de garantie, en mois |\n|---|---|\n| pompe | 27 |'],
    );
  });
  describe('is said of the contract, by its own name or another', () => {
    reads(
      ['Le marché est conclu pour une durée de vingt-quatre mois.', '24'],
      ['LE MARCHE EST CONCLU POUR UNE DUREE DE VINGT-QUATRE MOIS.', '24'],
      ['La durée du marché est de trois ans.', '36'],
      ['La durée d’exécution du présent marché est de 18 mois.', '18'],
      ['La durée totale de l’accord-cadre est de quatre ans.', '48'],
      ['Durée du contrat : 2 ans.', '24'],
      ['La durée de chaque contrat est fixée à un an.', '12'],
      ['L’accord-cadre prend effet à sa notification pour une période d’un an et demi.', '18'],
      ['Les marchés sont passés pour douze mois.', '12'],
      ['Les marchés durent 12 mois.', '12'],
      ['Le partenariat court jusqu’à la réception ; sa durée est de cinq ans.', '60'],
      ['La convention est signée pour 36 mois.', '36'],
      ['Il est conclu pour une durée de six mois.', '6'],
      ['Celui-ci prend effet à la notification et dure deux ans.', '24'],
      ['La période initiale est de douze mois.', '12'],
      ['Conclu pour deux (2) ans à compter de sa notification.', '24'],
      ['Leur durée est d’un an.', '12'],
      // From when on prices are brought up to date.
      ['## 4. Prix\n\nIls sont fermes ; si le démarrage survient plus de quatre mois après, ils sont actualisés.'],
      ['Le marché dure neuf mois ; si le démarrage survient plus de quatre mois après, les prix sont actualisés.', '9'],
      ['Le marché s’exécute pendant trente mois.', '30'],
      ['L’accord-cadre produit ses effets durant vingt-quatre mois.', '24'],
      ['Le contrat reste en vigueur deux ans.', '24'],
      ['L’accord-cadre a effet pendant 24 mois à dater de sa notification.', '24'],
      ['La convention est valable pour 36 mois.', '36'],
      ['Le marché est en vigueur pendant trois ans, renouvelable à deux reprises pour un an.', '36 + 2 × 12 = 60'],
      ['| Rubrique | Contenu |\n|---|---|\n| Durée du partenariat | quarante-huit mois |', '48'],
      ['La garantie produit ses effets pendant deux ans.'],
      ['Les prix du marché restent en vigueur douze mois.'],
    );
  });

  describe('is said of its end, or of who is bound', () => {
    reads(
      ['Le contrat prend fin douze mois après sa notification.', '12'],
      ['L’accord-cadre expire 48 mois après la date de notification.', '48'],
      ['- Le lot 1 (affiches) s’achève douze mois après sa notification ;', 'lot 1 : 12'],
      ['Nous nous engageons envers la commune pour douze mois à dater de la notification.', '12'],
      ['Le titulaire est lié pour trente-six mois à compter de la notification.', '36'],
      ['Le contrat débute le 1er mars. Il nous accompagne pendant trois années pleines, puis s’arrête.', '36'],
      [
        '| Lot | Objet | Fin du marché |\n|---|---|---|\n| 1 | Affiches | 12 mois après la notification |',
        'lot 1 : 12',
      ],
      [
        '| Rubrique | Prévu |\n|---|---|\n| Période initiale | un an |\n| Reconductions | trois fois un an, tacites |',
        '12 + 3 × 12 = 48',
      ],
      // The end of something else, or from another day.
      ['Le contrat prend fin un mois après la notification de la résiliation.'],
      ['La garantie du contrat expire douze mois après la notification.'],
      ['Le titulaire est lié par cette clause de secret pour trois ans à compter de la fin du marché.'],
      ['Nous nous engageons à maintenir nos prix pour douze mois à dater de la notification.'],
      ['La pompe est neuve. Il faut la laisser tourner pendant six mois, puis elle s’arrête.'],
      ['| Rubrique | Prévu |\n|---|---|\n| Période initiale | un an |\n| Livraisons | le lundi |', '12'],
      ['| Étape | Fin |\n|---|---|\n| Rapport | deux mois après la notification |'],
    );
  });

  describe('stands under a title, after a label or in a table', () => {
    reads(
      ['## Durée du marché\n\nVingt-quatre mois à compter de la notification.', '24'],
      ['## Article 4 – Durée\n\n24 mois.', '24'],
      ['## Durée\n\nDurée totale : deux (2) ans.', '24'],
      ['Durée : 4 ans.', '48'],
      ['Durée de l’accord-cadre : quatre ans.', '48'],
      ['Durée: 4 ans.', '48'],
      ['☒ Durée : 2 ans', '24'],
      ['La durée initiale : 12(douze) mois.', '12'],
      ['## Durée\n\n☒ deux années', '24'],
      ['## Durée\n\nUne année.', '12'],
      ['## 4) Durée\n\n24 mois.', '24'],
      ['| Objet | Nettoyage |\n|---|---|\n| Durée du marché | 24 mois |', '24'],
      ['| Durée | 24 mois |\n|---|---|\n| Lieu | Lille |', '24'],
      ['| Rubrique | Contenu |\n|---|---|\n| Durée de l’accord-cadre | 4 ans |', '48'],
    );
  });

  describe('is not that of a guarantee, of offers, of a delay or of a part', () => {
    reads(
      ['## Durée et délais\n\n| Lot | Plans | Dépose achevée |\n|---|---|---|\n| 1 | 6 semaines | 9 mois |'],
      ['Le titulaire cède au musée le droit de reproduire les fiches. Lieu : Europe. Durée : vingt ans.'],
      ['La durée de validité des offres est de quatre mois.'],
      ['La cession est délimitée ainsi :\n\n- lieu : France ;\n- durée : dix ans à compter de chaque remise.'],
      [
        'Le titulaire cède ses droits dans ces limites :\n\n| Point | Règle |\n|---|---|\n| Durée | dix ans à compter de l’admission |',
      ],
      [
        'Phase 1 – Recherche\n\n- étude du principe ;\n- durée : huit mois.\n\nLa durée du marché est de dix-huit mois.',
        '18',
      ],
      ['Le délai de garantie est de douze mois.'],
      ['Le marché est conclu pour deux ans ; la garantie est de douze mois.', '24'],
      ['Le marché prévoit un préavis de trois mois.'],
      ['Le marché comporte une tranche ferme de douze mois.'],
      ['Le titulaire garantit les matériels pendant deux ans.'],
      ['Le lot 1 est livré en deux mois ; le lot 2 est livré en trois mois.'],
      ['Le délai de livraison est de deux mois pour le lot 1 et de trois mois pour le lot 2.'],
      ['## Durée de validité des offres\n\nQuatre mois.'],
      ['## Durée de garantie\n\n24 mois.'],
      ['| Rubrique | Contenu |\n|---|---|\n| Durée de la garantie | 4 ans |'],
      ['## Le marché est conclu pour un an\n\nRien d’autre.'],
      ['Le candidat présente ses références des trois dernières années.'],
      ['La durée du marché est fixée à l’acte d’engagement.'],
      ['Le marché prévoit des garanties de deux ans et sa durée est de trois ans.', '36'],
      ['Le marché, dont les offres sont valables trois mois, est conclu pour un an.', '12'],
      ['Le marché est conclu dans les 15 jours pour une durée d’un an.', '12'],
      ['Le marché prévoit deux mois d’essai ; les prestations s’achèvent en un an.'],
      [
        'Le marché dure un an. Les bons de commande émis avant la fin du contrat s’exécutent dans la limite de trois mois.',
        '12',
      ],
      [
        'Le marché dure un an. L’exécution des commandes en cours au terme du contrat se poursuit six mois au plus.',
        '12',
      ],
      [
        'Le marché dure un an. La durée d’exécution des bons de commande court au-delà du marché pendant deux mois.',
        '12',
      ],
      ['Le marché dure un an. Chaque marché subséquent est conclu pour deux mois.', '12'],
      ['L’accord-cadre à bons de commande a une durée de quatre ans.', '48'],
      ['L’accord-cadre à bons de commande d’une durée de quatre ans n’est pas alloti.', '48'],
      ['Dans le marché, le délai d’exécution des bons de commande d’une durée de deux mois court à leur date.'],
      ['Le titulaire du marché recrute un apprenti pour une durée de 24 mois.'],
      ['Le marché peut être prolongé pour une durée de six mois.'],
      ['La garantie est régie par le CCAG ; la durée du marché est de deux ans.', '24'],
      ['Le marché fixe le délai d’exécution d’une commande à deux mois pour une durée d’un an.', '12'],
      ['Le marché fixe les délais d’exécution d’une commande à deux mois pour une durée d’un an.', '12'],
      ['Le marché cède un droit de reproduction de deux ans et sa durée est d’un an.', '12'],
      ['Le marché cède les droits de reproduction pour deux ans et sa durée est d’un an.', '12'],
      ['Le marché prévoit des bons de commande d’un mois et sa durée est d’un an.', '12'],
      [
        'Le marché est conclu pour un an. Il est reconductible. Le rapport est remis sous six mois au plus.',
        '12 + ? × ? = ?',
      ],
      ['## Durée des garanties\n\n24 mois.'],
      ['## Durée des interventions\n\n2 mois.'],
      ['## Modalités\n\nUn an.'],
      ['## Reprise de la durée\n\nUn an.'],
      ['| Rubrique | Contenu |\n|---|---|\n| Prolongation de la durée | 4 ans |'],
      ['Le titulaire remet un bilan pour chaque durée de deux ans.'],
    );
  });
});

describe('renewals', () => {
  describe('are counted, with the length of each', () => {
    reads(
      ['Le marché est conclu pour un an, reconductible trois fois par périodes de douze mois.', '12 + 3 × 12 = 48'],
      ['Le marché est conclu pour un an, renouvelable tacitement deux fois pour la même durée.', '12 + 2 × 12 = 36'],
      ['Le marché est conclu pour 24 mois, reconductible une fois pour une période de 12 mois.', '24 + 1 × 12 = 36'],
      ['Le marché est conclu pour six mois, puis renouvelable annuellement trois fois.', '6 + 3 × 12 = 42'],
      ['Le marché est conclu pour deux ans, puis reconduit d’année en année, deux fois.', '24 + 2 × 12 = 48'],
      ['Le marché est conclu pour deux ans. Il comporte 2 reconductions annuelles.', '24 + 2 × 12 = 48'],
      [
        'Le marché est conclu pour deux ans. Il est reconductible pour deux nouvelles périodes d’un an.',
        '24 + 2 × 12 = 48',
      ],
      ['Le marché est conclu pour deux ans, reconductible deux (2) fois un an.', '24 + 2 × 12 = 48'],
      ['Le marché est conclu pour un an, reconductible pour 3 (trois) nouvelles périodes d’un an.', '12 + 3 × 12 = 48'],
      ['Le marché est conclu pour un an, reconductible 3 (trois) fois un an.', '12 + 3 × 12 = 48'],
      ['Le marché est conclu pour un an, reconductible pour trois(3) autres périodes d’un an.', '12 + 3 × 12 = 48'],
      ['Le marché est conclu pour trois périodes d’un an, reconductible.', '12 + ? × ? = ?'],
      ['Le marché est conclu pour deux ans. Il se poursuit ensuite par trois périodes d’un an.', '24 + 3 × 12 = 60'],
      ['Le marché est conclu pour deux ans. Trois périodes d’un an s’y ajoutent, sauf refus.', '24 + 3 × 12 = 60'],
      ['Le marché est conclu pour deux ans. Il comporte une reconduction d’un an.', '24 + 1 × 12 = 36'],
      ['Le marché est conclu pour deux ans, avec deux(2) renouvellements d’un an.', '24 + 2 × 12 = 48'],
      ['Le marché est conclu pour six mois, avec un renouvellement annuel.', '6 + 1 × 12 = 18'],
      ['Le marché est conclu pour deux ans, renouvelable chaque année, deux fois.', '24 + 2 × 12 = 48'],
      ['Le marché est conclu pour deux ans, reconductible pour trois périodes d’un an.', '24 + 3 × 12 = 60'],
      ['Le marché est conclu pour une période d’un an, reconductible par période d’un an.', '12 + ? × 12 = ?'],
      ['Le marché est conclu pour deux périodes d’un an. Il est reconductible.', '12 + ? × ? = ?'],
      [
        'Le marché est conclu pour un an, dont deux mois de préparation, et reconductible trois fois.',
        '12 + 3 × ? = 48',
      ],
      [
        'Le marché est conclu pour deux ans, reconductible une fois pour un an, sous réserve d’un avis donné deux mois avant.',
        '24 + 1 × 12 = 36',
      ],
    );
  });

  describe('last as long as the first period where nothing else is said', () => {
    reads(
      ['Le marché est conclu pour une durée d’un an. Il peut être reconduit deux fois.', '12 + 2 × ? = 36'],
      ['Le marché est conclu pour un an. Il est renouvelable une seule fois.', '12 + 1 × ? = 24'],
      [
        'Le marché est conclu pour un an. Il est reconductible trois fois, pour une durée identique.',
        '12 + 3 × 12 = 48',
      ],
    );
  });

  describe('may be of a number not said, or none', () => {
    reads(
      ['Le marché est conclu pour un an. Il est reconductible.', '12 + ? × ? = ?'],
      ['Le marché est conclu pour un an. Le marché n’est pas reconductible.', '12 + 0 × ? = 12'],
      ['Le marché est conclu pour deux ans, non renouvelable.', '24 + 0 × ? = 24'],
      ['Le marché est conclu pour deux ans sans possibilité de reconduction.', '24 + 0 × ? = 24'],
      ['Le marché est conclu pour un an. Aucune reconduction n’est prévue.', '12 + 0 × ? = 12'],
    );
  });

  describe('are those of the duration above, in its section', () => {
    reads(
      ['## Durée\n\nUn an.\n\n## Prix\n\nLe marché est reconductible une fois.', '12'],
      ['## Durée\n\nUn an.\n\n## Reconduction\n\nLe marché est reconductible une fois.', '12 + 1 × ? = 24'],
      [
        '## Durée\n\nL’accord-cadre est conclu pour un an.\n\n## Reconduction\n\nIl est reconduit tacitement, par périodes d’un an, trois fois au plus.',
        '12 + 3 × 12 = 48',
      ],
    );
  });

  describe('make a whole, which the text may state', () => {
    reads(
      ['Le marché dure 36 mois dont 12 fermes.', '12 = 36 dit'],
      [
        '## Durée\n\nPremière période : douze mois.\nSuites : trois périodes de douze mois, par tacite renouvellement.',
        '12 + 3 × 12 = 48',
      ],
      ['La durée est de quatre ans, dont deux ans fermes.', '24 = 48 dit'],
      ['Le marché dure quatre ans : deux ans fermes, puis deux reconductions d’un an.', '24 + 2 × 12 = 48 dit'],
      [
        'Le marché est conclu pour un an. Il se poursuit par reconductions tacites d’un an, au nombre de trois.',
        '12 + 3 × 12 = 48',
      ],
      [
        'Le marché est conclu pour un an, reconductible. Le nombre de reconductions est limité à deux.',
        '12 + 2 × ? = 36',
      ],
      ['Le marché est conclu pour un an, avec un nombre maximal de reconductions de trois.', '12 + 3 × ? = 48'],
      [
        'Le marché est conclu pour un an, reconductible trois fois, sans que l’ensemble dépasse quatre ans.',
        '12 + 3 × ? = 48 dit',
      ],
      [
        'Le marché dure un an, reconductible. Sa durée, reconductions comprises, n’excède pas trois ans.',
        '12 + ? × ? = 36 dit',
      ],
      [
        'Le marché est conclu pour un an, reconductible trois fois, sans que sa durée totale puisse excéder quatre ans.',
        '12 + 3 × ? = 48 dit',
      ],
      ['Le marché est conclu pour un an, reconductible, dans la limite de quatre ans.', '12 + ? × ? = 48 dit'],
      [
        'Le marché est conclu pour un an, reconductible trois fois, soit une durée maximale de quatre ans.',
        '12 + 3 × ? = 48 dit',
      ],
      [
        'Le marché est conclu pour un an, reconductible trois fois ; sa durée ne peut excéder 4 ans, reconductions comprises.',
        '12 + 3 × ? = 48 dit',
      ],
      ['La durée maximale du marché est de quatre ans, toutes reconductions comprises.', '+ ? × ? = 48 dit'],
      ['La durée du marché est de quatre ans, périodes de reconduction comprises.', '+ ? × ? = 48 dit'],
      [
        'Le marché est conclu pour un an. Il est reconductible trois fois. La durée totale du marché ne peut dépasser quatre ans.',
        '12 + 3 × ? = 48 dit',
      ],
      [
        'Le marché est conclu pour un an. Il est reconductible. La durée totale ne peut dépasser quatre ans.',
        '12 + ? × ? = 48 dit',
      ],
      [
        'Le marché est conclu pour un an. La durée maximale du marché, reconductions comprises, est de 4 ans.',
        '12 + ? × ? = 48 dit',
      ],
      ['Le marché est conclu pour un an, reconductible trois fois, sans excéder quatre ans.', '12 + 3 × ? = 48 dit'],
      ['Le marché est conclu pour un an, reconductible trois fois, soit quatre ans.', '12 + 3 × ? = 48 dit'],
      ['Le marché est conclu pour un an, reconductible trois fois, quatre ans au total.', '12 + 3 × ? = 48 dit'],
      ['Le marché est conclu pour 4 ans, reconduction incluse.', '+ ? × ? = 48 dit'],
      ['Le marché est conclu pour 4 ans, les reconductions éventuelles étant comprises.', '+ ? × ? = 48 dit'],
      ['Le marché est conclu pour 4 ans reconductions éventuelles comprises.', '+ ? × ? = 48 dit'],
      ['Le marché est conclu pour 4 ans,renouvellement compris.', '+ ? × ? = 48 dit'],
      ['La durée du marché est de quatre ans, toute reconduction comprise.', '+ ? × ? = 48 dit'],
      ['La durée du marché est de quatre ans, période de reconduction comprise.', '+ ? × ? = 48 dit'],
      ['La durée maximale du marché est de 4 ans, y compris trois reconductions de même durée.', '+ 3 × ? = 48 dit'],
      ['La durée du marché, reconduction éventuelle incluse, est de 4 ans.', '+ ? × ? = 48 dit'],
      ['La durée du marché, périodes de reconduction confondues, est de 4 ans.', '+ ? × ? = 48 dit'],
      ['Le marché dure au plus deux ans.', '24'],
      // Without renewals, that is another duration.
      ['Le marché est conclu pour un an. La durée globale du marché est de 18 mois.', '12', '18'],
    );
  });
});

describe('the lots that a duration is of', () => {
  reads(
    ['Lot 1 : trois ans ; lot 2 : quatre ans.', 'lot 1 : 36', 'lot 2 : 48'],
    ['Pour le lot 1 : un an ; pour le lot 2 : deux ans.', 'lot 1 : 12', 'lot 2 : 24'],
    ['Durée : lot 1 : un an ; lot 2 : deux ans.', 'lot 1 : 12', 'lot 2 : 24'],
    ['Lot 1, nettoyage : trois ans ; lot 2, vitrerie : deux ans.', 'lot 1 : 36', 'lot 2 : 24'],
    ['- Lot n° 1 : 12 mois\n- Lot n° 2 : 24 mois', 'lot 1 : 12', 'lot 2 : 24'],
    ['Le lot n° 2 a une durée de 3 ans.', 'lot 2 : 36'],
    ['Les lots 1 et 2 ont une durée de quatre ans.', 'lot 1, 2 : 48'],
    ['Les lots 1 et 2 sont conclus pour un an, les lots 3 et 4 pour deux ans.', 'lot 1, 2 : 12', 'lot 3, 4 : 24'],
    [
      'Le lot 1 est conclu pour un an, reconductible une fois ; le lot 2 est conclu pour deux ans.',
      'lot 1 : 12 + 1 × ? = 24',
      'lot 2 : 24',
    ],
    ['La durée du marché est de deux ans pour le lot 1, de trois ans pour le lot 2.', 'lot 1 : 24', 'lot 2 : 36'],
    [
      'La durée des marchés est de 24 mois (lot n° 1) et de 36 mois (lots n° 2 et 3), non reconductible.',
      'lot 1 : 24',
      'lot 2, 3 : 36 + 0 × ? = 36',
    ],
    ['Lot 1 (nettoyage) : deux ans,lot 2 (vitrerie) : trois ans.', 'lot 1 : 24', 'lot 2 : 36'],
    ['Lot 1- deux ans ; lot 2- trois ans.', 'lot 1 : 24', 'lot 2 : 36'],
    ['La durée du marché est d’un an pour le lot 1, et le lot 2 est attribué.', 'lot 1 : 12'],
    ['La durée du marché est de deux ans pour le lot 1.', 'lot 1 : 24'],
    ['La durée du marché est de deux ans ; le lot 1 débute en mars.', '24'],
    ['Le marché est conclu pour un an. Le lot 2 est reconductible une fois.', '12'],
    ['Lot 1 : un an ; lot 2 : deux ans. Le lot 1 est reconductible une fois.', 'lot 1 : 12 + 1 × ? = 24', 'lot 2 : 24'],
    ['Le lot 1 est livré en deux mois ; le lot 2 est livré en trois mois : voir l’annexe.'],
    ['Les prestations du lot 1 : deux mois ; celles du lot 2 : trois mois.'],
    ['Le marché est conclu pour un an (lot 1) et pour deux ans (lot 2).', 'lot 1 : 12', 'lot 2 : 24'],
    ['Le marché est conclu pour deux ans (lots 1, 2 et 3).', 'lot 1, 2, 3 : 24'],
    ['## Lot 3 – Nettoyage\n\nLe marché est conclu pour trois ans.', 'lot 3 : 36'],
    [
      'Le marché est conclu pour un an.\n\nLa durée totale du lot 2, reconductions comprises, est de 4 ans.',
      '12',
      'lot 2 : + ? × ? = 48 dit',
    ],
  );
});

describe('the words of a duration', () => {
  const words = (text: string) => {
    const { piece, fact } = read(text);
    return fact.map((d) => [d.at, d.reconduction?.at, d.totalAt].map((at) => at && piece.draft.slice(at)));
  };

  it('are those of the first period, of the renewal and of the whole', () => {
    assert.deepEqual(
      words('Le marché est conclu pour un an, reconductible trois fois, soit une durée totale de quatre ans.'),
      [['un an', 'reconductible', 'quatre ans']],
    );
    assert.deepEqual(
      words(
        'Le marché est conclu pour **douze mois**. Il est *tacitement* reconductible. La durée totale ne peut dépasser 4 ans.',
      ),
      [['douze mois', 'reconductible', '4 ans']],
    );
    assert.deepEqual(words('La durée du marché est de quatre ans, reconductions comprises.'), [
      ['quatre ans', 'reconductions', 'quatre ans'],
    ]);
    assert.deepEqual(
      words('Lot 1 : un an, reconductible deux fois ; lot 2 : six mois, reconductible, au plus 2 ans.'),
      [
        ['un an', 'reconductible', undefined],
        ['six mois', 'reconductible', '2 ans'],
      ],
    );
  });

  it('are shown with the lots, or not at all', () => {
    const shown = (text: string) => {
      const { piece, fact } = read(text);
      return duree.show(fact, piece);
    };
    assert.deepEqual(shown('Le lot 2 est conclu pour un an, reconductible une fois.'), [
      { lots: ['2'], mois: 12, total: 24, reconductions: 1 },
    ]);
    assert.equal(shown('Le marché porte sur le nettoyage.'), undefined);
  });
});

describe('renewals in other words', () => {
  reads(
    [
      'Le contrat dure deux ans. À leur terme, l’office peut, trois fois de suite, le relancer pour une année.',
      '24 + 3 × 12 = 60',
    ],
    ['Le contrat court un an. Il peut être prolongé à deux reprises, pour un an à chaque fois.', '12 + 2 × 12 = 36'],
    ['Lots n° 1 et n° 2. L’accord-cadre est conclu pour un an.', 'lot 1, 2 : 12'],
    [
      '**Lots 1 et 2.** L’accord-cadre est conclu pour un an.\n\n**Lot 3.** Il est conclu pour deux ans.',
      'lot 1, 2 : 12',
      'lot 3 : 24',
    ],
    [
      'Le marché est conclu pour cinq ans, reconductions comprises : il dépasse quatre ans parce que le matériel s’amortit.',
      '+ ? × ? = 60 dit',
    ],
  );
});

describe('how long a contract lasts, from one day to another', () => {
  reads(
    ['## Durée\n\nLe marché va du 1er septembre 2027 au 31 août 2031. Il n’est pas renouvelé.', '48 + 0 × ? = 48'],
    ['Les inscriptions sont ouvertes du 1er janvier 2027 au 31 décembre 2027.'],
  );
});

describe('how long a contract probably lasts', () => {
  const doubts = (text: string) =>
    read(text).fact.map((d) => [summary(d), d.doubt?.surety, d.reconduction?.doubt?.surety]);
  it('is told beside what is sure of its renewals', () =>
    assert.deepEqual(
      doubts(
        '## Durée et reconduction\n\nLe lot 3 court deux ans à compter de sa notification ; sauf refus écrit de l’établissement, il se prolonge ensuite par deux périodes successives de dix-huit mois chacune.',
      ),
      [['lot 3 : 24 + 2 × 18 = 60', undefined, undefined]],
    ));
  it('gives way to what is sure', () =>
    assert.deepEqual(
      doubts('Le marché est conclu pour un an. Nous restons ensemble trois ans.').map(([said]) => said),
      ['12'],
    ));
  it('supposes no length for renewals', () => {
    for (const [said, surety] of doubts(
      'Les trente-six autres mois dépendent de trois décisions successives du Département.',
    ))
      assert.ok(surety === undefined || !/= \d/.test(String(said)), String(said));
  });
});
