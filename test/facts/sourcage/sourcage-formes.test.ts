import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { sourcage } from '../../../rules/facts/sourcage/sourcage.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const read = (text: string) => open(text).ask(sourcage);
/** « echange 2 ; participation »: what was done, and with how many where it is said. */
const done = (text: string) =>
  read(text)
    .prealables.map(({ kind, nombre }) => [kind, ...(nombre === undefined ? [] : [nombre])].join(' '))
    .join(' ; ');
const reads = (expected: string, ...texts: string[]) => {
  for (const text of texts) it(`${expected || 'nothing'}: « ${text} »`, () => assert.equal(done(text), expected));
};

describe('exchanges before a consultation', () => {
  reads(
    'echange',
    'Un sourçage a été réalisé avant la consultation.',
    'L’acheteur a mené un sourcing.',
    'Des échanges préalables ont été organisés avec des éditeurs.',
    'Le présent marché fait suite à une étude de marché.',
    'À la suite d’un RFI, le besoin a été précisé.',
    'Des entretiens, au printemps, ont eu lieu avec plusieurs fabricants.',
    'Les fournisseurs ont été consultés en amont.',
    'LES INDUSTRIELS ONT ETE RENCONTRES AVANT LE LANCEMENT DE LA PROCEDURE.',
    'Le service a visité des constructeurs en 2026.',
    'Un sourçage a été mené auprès de la société Alpha et de plusieurs éditeurs.',
    'Un sourçage a été mené auprès de plusieurs PME, dont la société Alpha.',
    'L’acheteur s’est entretenu avec des prestataires ; les entreprises ont été reçues en mars.',
  );
  reads('echange 3', 'Trois fabricants ont été reçus en amont.', 'Un sourçage a été mené auprès de 3 éditeurs.');
  reads(
    'echange 2',
    'Lors du sourçage, la société Alpha et la société Bêta ont été reçues.',
    'Lors du sourçage, la société Alpha et un autre éditeur ont été reçus.',
    'Le sourçage a été mené auprès de l’entreprise Alpha puis d’une autre entreprise.',
  );
  reads(
    'echange 1',
    'Un sourçage a été mené auprès d’un seul éditeur.',
    'Un sourçage a été mené avec un unique fabricant.',
    'Un sourçage a été mené auprès de 1 fabricant.',
    'Le sourçage, mené en mars, n’a touché qu’une société.',
    'Le service a rencontré un éditeur en amont.',
    'Avant la consultation, la société Alpha a été reçue.',
    'Le sourçage a été conduit auprès de l’éditeur Nox.',
    'Le sourçage a été mené auprès de plusieurs éditeurs ; un seul a répondu.',
    'Le sourçage a été mené ; la commune a reçu uniquement la société Alpha.',
    'Quatre éditeurs ont été sollicités en amont ; trois n’ont pas répondu et un échange a eu lieu avec le dernier.',
    'Lors du sourçage, trois fabricants ont été contactés ; l’un d’eux a été reçu, les deux autres ont décliné.',
    'Le sourçage a été mené auprès de cinq éditeurs ; un seul a été entendu, les autres se sont désistés.',
    'Trois entreprises ont été sollicitées avant la consultation ; l’entretien s’est tenu avec l’entreprise restante.',
  );
  reads(
    'echange 4',
    'Quatre éditeurs ont été sollicités en amont ; deux n’ont pas répondu et un échange a eu lieu avec les autres.',
    'Quatre éditeurs ont été reçus en amont ; l’un d’eux a été rencontré deux fois, les autres à distance.',
    'Quatre organismes de formation ont été entendus lors du sourçage.',
  );
  reads(
    '',
    'Le sourçage est recommandé.',
    'Il convient de mener un sourçage auprès des éditeurs.',
    'Un sourçage sera mené.',
    'Le sourçage a été mené avec le titulaire.',
    'L’étude de marché du titulaire a été réalisée en mars.',
    'Une consultation préalable du comité social a été menée.',
    'Une concertation préalable des riverains a été menée.',
    'Les candidats retenus ont été rencontrés en amont de la consultation.',
    'Le jury a entendu les entreprises avant la procédure.',
    'Les entreprises ont été reçues dans les locaux.',
    'Les habitants ont été consultés en amont du projet.',
    '# Sourçage mené en 2026\n\nSans objet.',
    '## Questions\n\nUn sourçage a été mené en 2026.',
    '## Visite du site\n\nUn sourçage a été mené en 2026.',
  );
  it('stand in a row whose first cell names them', () => {
    const row = (a: string, b: string) => `| Étape | Contenu |\n|---|---|\n| ${a} | ${b} |`;
    assert.equal(done(row('Sourçage', 'entretien avec la société Alpha, unique opérateur')), 'echange 1');
    assert.equal(done(row('Sourçage', 'trois éditeurs')), 'echange 3');
    assert.equal(done(row('Sourçage', 'juin 2026')), '');
    assert.equal(done(row('Sourçage', 'le titulaire et ses fournisseurs')), '');
    assert.equal(done(row('Sourçage', 'recommandé auprès des éditeurs')), '');
    assert.equal(done(row('Visite', 'deux éditeurs')), '');
    assert.equal(done(`## Questions\n\n${row('Sourçage', 'trois éditeurs')}`), '');
    assert.equal(done(row('Sourçage', 'un sourçage a été mené auprès de trois éditeurs')), 'echange 3');
  });
  it('are in the order of the text', () => {
    const text =
      'Un sourçage a été mené en 2026.\n\n| Étape | Contenu |\n|---|---|\n| Rencontres préalables | deux éditeurs |\n\nUne association a relu le cahier des charges.';
    assert.equal(done(text), 'echange ; echange 2 ; participation');
    const piece = open(text);
    assert.deepEqual(
      piece.ask(sourcage).prealables.map((p) => piece.draft.slice(p.at)),
      ['Un sourçage a été mené en 2026.', 'deux éditeurs', 'Une association a relu le cahier des charges.'],
    );
  });
});

describe('a part in the preparation', () => {
  reads(
    'participation',
    'L’étude de faisabilité a été confiée au cabinet Délos.',
    'La commune a fait réaliser un audit par la société Nox.',
    'La commune a bénéficié d’une assistance à maîtrise d’ouvrage.',
    'La société Nox a participé à la rédaction du cahier des charges.',
    'L’acheteur a été accompagné par Nox pour la définition du besoin.',
    'Le cabinet Délos a mené l’étude préalable.',
    'Le CCTP a été rédigé avec l’aide de la société Nox.',
    'L’acheteur s’est entouré d’un bureau d’études.',
    'Le diagnostic, réalisé par la société Nox, est joint.',
  );
  reads(
    '',
    'Le maître d’œuvre a participé à la rédaction du CCTP.',
    'Les services techniques ont rédigé le CCTP.',
    'L’étude géotechnique a été confiée au bureau Sol.',
    'Si un candidat a participé à la préparation du marché, il le dit.',
    'Tout opérateur ayant participé à la rédaction du CCTP le signale.',
    'Le titulaire a rédigé le dossier.',
    'Les usagers ont participé à la définition du besoin.',
  );
});

describe('the only operator met', () => {
  const alone = (text: string) => read(text).seul !== undefined;
  it('is said to be, by one sentence alone', () => {
    const one = 'Un sourçage a été mené auprès d’un seul éditeur.';
    assert.equal(alone(one), true);
    assert.equal(alone(`${one} Deux fabricants ont été reçus en amont.`), false);
    assert.equal(alone(`${one}\n\nLa société Nox a été reçue en amont de la consultation.`), false);
    assert.equal(alone(`${one} D’autres éditeurs n’ont pas répondu.`), false);
    assert.equal(alone(`${one} Elle a ensuite rencontré Nox.`), false);
    assert.equal(alone(`${one} Le besoin a été précisé.`), true);
    assert.equal(alone(`Le besoin tient à un sourçage mené en 2026. ${one}`), true);
    assert.equal(alone(`${one}\n\nD’autres éditeurs existent.`), true);
    assert.equal(alone('La société Nox a participé à la rédaction du CCTP.'), false);
    assert.equal(alone('Un sourçage a été mené en 2026.'), false);
  });
});

describe('the sharing of what was exchanged', () => {
  const MET = 'Un sourçage a été mené auprès de deux sociétés.';
  /** « », « sensible », « sensible, réservé »: one entry a sharing. */
  const shared = (text: string) =>
    read(text).partages.map(({ sensible, reserve }) =>
      [...(sensible ? ['sensible'] : []), ...(reserve ? ['réservé'] : [])].join(', '),
    );
  const sharedThen = (text: string) => shared(`${MET} ${text}`);
  for (const text of [
    'Le compte rendu est joint au dossier de consultation.',
    'Le compte rendu est joint au dossier ; il n’est pas signé.',
    'La synthèse est en annexe du présent règlement.',
    'Les éléments recueillis sont mis à disposition de tous les candidats.',
    'Les réponses sont téléchargeables sur la plateforme.',
    'Chaque soumissionnaire reçoit les mêmes informations.',
    'Le rapport est transmis à l’ensemble des candidats.',
  ])
    it(`is told: « ${text} »`, () => assert.deepEqual(sharedThen(text), ['']));
  for (const text of [
    'Le compte rendu n’est pas joint au dossier.',
    'Aucun compte rendu n’est communiqué aux candidats.',
    'Le compte rendu est conservé par l’acheteur.',
    'Le compte rendu est transmis au maire.',
    'Le règlement est joint au dossier, sans compte rendu.',
    'Les échanges ont porté sur le profil d’acheteur.',
    'Le règlement est mis en ligne sur la plateforme.',
    'Aucune synthèse jointe au dossier.',
    'Les réponses aux questions posées par les candidats sont publiées sur la plateforme.',
  ])
    it(`is none: « ${text} »`, () => assert.deepEqual(sharedThen(text), []));
  it('stands in the article that speaks of the exchanges, or names them', () => {
    const given = 'Le compte rendu est joint au dossier de consultation.';
    assert.deepEqual(shared(given), []);
    assert.deepEqual(shared(`${MET}\n\n${given}`), []);
    assert.deepEqual(shared(`# RC\n\n## Contexte\n\n${MET}\n\n${given}`), ['']);
    assert.deepEqual(shared(`# RC\n\n## Contexte\n\n${MET}\n\n## Pièces\n\n${given}`), []);
    assert.deepEqual(shared('Le compte rendu du sourçage est joint au dossier de consultation.'), ['']);
    assert.deepEqual(shared(`${MET.slice(0, -1)}, dont le compte rendu est en annexe 1.`), ['']);
  });
  it('is told by a list of the papers of the dossier', () => {
    const list = (lead: string, item: string) => `# RC\n\n${lead}\n\n- le règlement ;\n- ${item}.`;
    assert.deepEqual(shared(list('Le dossier comprend :', 'la synthèse du sourçage')), ['']);
    assert.deepEqual(shared(list('Le dossier comprend :', 'l’étude de faisabilité')), ['']);
    assert.deepEqual(shared(list('Le dossier comprend :', 'la synthèse du sourçage (non jointe)')), []);
    assert.deepEqual(shared(list('L’acheteur a fait :', 'un sourçage')), []);
    assert.deepEqual(shared('# RC\n\n## Contenu du dossier\n\n| Pièce |\n|---|\n| Synthèse du sourçage |'), ['']);
    assert.deepEqual(shared('# RC\n\n## Contenu du dossier\n\nLe sourçage suit.'), []);
  });
  for (const text of [
    'Les offres reçues sont annexées au dossier.',
    'Les devis sont communiqués à tous les candidats.',
    'L’intégralité des réponses est publiée sur la plateforme.',
    'Tous les échanges sont joints au dossier.',
    'Les réponses sont publiées sur la plateforme, y compris le savoir-faire.',
    'Les réponses sont publiées en totalité sur la plateforme, sans occultation.',
  ])
    it(`may give secrets: « ${text} »`, () => assert.deepEqual(sharedThen(text), ['sensible']));
  for (const text of [
    'L’intégralité des réponses est publiée sur la plateforme, sauf secrets d’affaires.',
    'L’intégralité des réponses est publiée sur la plateforme. Les informations confidentielles sont occultées.',
    'L’intégralité des réponses est publiée sur la plateforme. Le secret des affaires est sauf.',
    'L’intégralité des réponses est publiée sur la plateforme. Elle est consultable. Les données protégées sont retirées.',
  ])
    it(`keeps secrets: « ${text} »`, () => assert.equal(sharedThen(text)[0], 'sensible, réservé'));
  it('keeps secrets by another paragraph, wherever its sense is heard; not by what is said of others', () => {
    const given = `# RC\n\n## Contexte\n\n${MET}\n\nL’intégralité des réponses est publiée sur la plateforme.`;
    assert.deepEqual(shared(`${given}\n\nLes secrets d’affaires sont occultés.`), ['sensible, réservé']);
    assert.deepEqual(shared(`${given}\n\nLes données personnelles sont retirées.`), ['sensible']);
    assert.deepEqual(shared(`${given}\n\nLe procédé est simple.`), ['sensible']);
    assert.deepEqual(shared(`${given} Les plis sont reçus sauf le dimanche.`), ['sensible']);
    assert.deepEqual(shared(`${given} Aucune donnée n’est occultée.`), ['sensible']);
    assert.deepEqual(shared(`${given}\n\n## Secret\n\nLes secrets d’affaires sont occultés.`), ['sensible, réservé']);
    assert.deepEqual(shared(`${given}\n\n## Exécution\n\nLe titulaire garde le secret.`), ['sensible']);
  });
  it('gives no secret with the buyer’s own documents', () => {
    assert.deepEqual(sharedThen('L’intégralité des documents remis aux entreprises est annexée au dossier.'), ['']);
  });
});

describe('the exclusion of one who took part', () => {
  const PART = 'La société Nox a relu le CCTP.';
  const heard = (text: string) => read(text).exclusions.map((e) => (e.contradictoire ? 'entendue' : 'sans l’entendre'));
  for (const text of [
    'Elle est exclue de la procédure.',
    'Elle ne peut soumissionner.',
    'Elle ne sera pas admise à présenter une offre.',
    'Cette participation entraîne l’exclusion de la société.',
    'L’offre de cette société sera rejetée.',
    'L’acheteur écarte la société de la consultation.',
    'Elle se voit interdire le dépôt d’une offre.',
    'Elle est exclue sans être entendue.',
    'Cette participation est incompatible avec la candidature de l’entreprise.',
    'Elle n’a pas le droit de concourir.',
    'Elle est exclue de la procédure. Les candidats sont invités à visiter le site.',
  ])
    it(`is outright: « ${text} »`, () => assert.deepEqual(heard(`${PART} ${text}`), ['sans l’entendre']));
  for (const text of [
    'Elle n’est exclue qu’après avoir présenté ses observations.',
    'Elle est exclue, sauf à démontrer que l’égalité est sauve.',
    'Elle est exclue si elle n’a pas justifié de l’absence d’avantage, après avoir été mise en mesure de le faire.',
    'Elle est exclue si aucune autre mesure ne suffit.',
    'Elle est invitée à présenter ses observations. Elle est exclue à défaut.',
    'Elle est exclue. Cette décision suit ses observations.',
  ])
    it(`comes after a hearing: « ${text} »`, () => assert.deepEqual(heard(`${PART} ${text}`), ['entendue']));
  for (const text of [
    'Elle n’est pas exclue.',
    'Elle peut soumissionner.',
    'Elle ne sera pas écartée pour ce motif.',
    'Toute offre hors délai est rejetée.',
    'Sa candidature incomplète est rejetée.',
    'Le lot 3 est exclu.',
    'Il est interdit à un architecte associé de remettre plusieurs candidatures à la fois.',
    'Un bureau d’études ne figure que dans une seule équipe. Dans le cas contraire, les candidatures concernées seront rejetées.',
  ])
    it(`is none: « ${text} »`, () => assert.deepEqual(heard(`${PART} ${text}`), []));
  it('is told next to the participation, in its article, or with it', () => {
    const out = 'La société concernée est exclue.';
    assert.deepEqual(heard(out), []);
    assert.deepEqual(heard(`${PART}\n\n${out}`), []);
    assert.deepEqual(heard(`# RC\n\n## Contexte\n\n${PART}\n\n${out}`), ['sans l’entendre']);
    assert.deepEqual(heard(`# RC\n\n## Contexte\n\n${PART}\n\n## Offres\n\n${out}`), []);
    assert.deepEqual(heard('L’entreprise qui a participé à la préparation du marché est exclue.'), ['sans l’entendre']);
    assert.deepEqual(heard('L’entreprise qui a participé à la réunion est exclue.'), []);
  });
  it('points at its sentence', () => {
    const piece = open(`${PART} Elle est exclue de la procédure. Suite.`);
    assert.deepEqual(
      piece.ask(sourcage).exclusions.map((e) => piece.draft.slice(e.at)),
      ['Elle est exclue de la procédure.'],
    );
  });
});

describe('the time that candidates have', () => {
  const delai = (text: string) => read(`# RC\n\n## Contexte\n\nUn sourçage a été mené en 2026.\n\n${text}`).delai;
  for (const text of [
    'La date limite de remise des offres est le 12 mars 2027 à 12 heures.',
    'La date limite de réception des candidatures est le 12 mars 2027 à 12 heures.',
    'La date limite de remise des offres est indiquée dans l’avis de marché.',
    'Les dates et heures limites sont fixées en page de garde.',
    'L’avis fixe la date limite de remise.',
    'Les candidats disposent d’au moins 30 jours pour en prendre connaissance.',
  ])
    it(`is given: « ${text} »`, () => assert.equal(delai(text), true));
  for (const text of [
    'La date de notification est fixée par le conseil.',
    'Les candidats disposent d’un délai suffisant.',
    'Le titulaire dispose d’au moins 30 jours.',
    'Les candidats restent engagés 30 jours.',
    '## Suite\n\nLes candidats disposent d’au moins 30 jours pour en prendre connaissance.',
  ])
    it(`is not: « ${text} »`, () => assert.equal(delai(text), false));
});

it('what was done before the consultation is shown in its words, or not at all', () => {
  const show = (text: string) => sourcage.show(read(text), open(text));
  assert.deepEqual(
    show('La société Nox a relu le CCTP. Elle est exclue de la procédure. L’étude est jointe au dossier.'),
    {
      prealables: [{ nature: 'participation', nombre: undefined, texte: 'La société Nox a relu le CCTP.' }],
      partages: [{ sensible: false, reserve: false, texte: 'L’étude est jointe au dossier.' }],
      exclusions: [{ contradictoire: false, texte: 'Elle est exclue de la procédure.' }],
      delai: false,
    },
  );
  assert.deepEqual(show('Toute entreprise ayant participé à la préparation du marché est exclue.'), {
    prealables: [],
    partages: [],
    exclusions: [
      { contradictoire: false, texte: 'Toute entreprise ayant participé à la préparation du marché est exclue.' },
    ],
    delai: false,
  });
  assert.deepEqual(show('Un sourçage a été mené en 2026.'), {
    prealables: [{ nature: 'echange', nombre: undefined, texte: 'Un sourçage a été mené en 2026.' }],
    partages: [],
    exclusions: [],
    delai: false,
  });
  assert.equal(show('Le marché porte sur des balances.'), undefined);
});

describe('an operator that took part', () => {
  reads(
    'participation',
    'Le cabinet Norval a participé à la rédaction du cahier des charges, qu’il a remis et que la ville ouvre à tous les candidats.',
    'Un consultant, la société Melis, a écrit le programme du marché avec le service.',
    '- Assistant à maîtrise d’ouvrage : cabinet Norval, auteur du programme du marché',
  );
  reads(
    '',
    'Tous les candidats ayant participé à la rédaction du cahier des charges le déclarent.',
    '- AMO : cabinet Norval',
  );
  it('leaves a time that a label tells by the notice', () => {
    const delai = (line: string) => read(`L’étude préalable a été confiée au cabinet Norval.\n\n- ${line}\n`).delai;
    assert.equal(delai('Échéance : voir l’avis de publicité'), true);
    assert.equal(delai('Échéance : à préciser'), false);
    assert.equal(
      read('L’étude préalable a été confiée au cabinet Norval.\n\n## Quand déposer un pli\n\nAvant le 3 mai 2027.')
        .delai,
      true,
    );
    assert.equal(
      read('L’étude préalable a été confiée au cabinet Norval.\n\n## Visites\n\nAvant le 3 mai 2027.').delai,
      false,
    );
  });
});
