import assert from 'node:assert/strict';
import { hasOptional, type TrancheAnnouncement, tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'rc.md'): Piece => open([{ path, text: `${text}\n` }]).pieces[0] as Piece;
/** « 1 ferme + 2 optionnelles, lot 3 » */
const count = ({ ferme, optionnelle, total, lot }: TrancheAnnouncement): string =>
  [
    [
      ferme && `${ferme.value} ferme`,
      optionnelle && `${optionnelle.value} optionnelle`,
      total && `${total.value} en tout`,
    ]
      .filter(Boolean)
      .join(' + '),
    lot && `lot ${lot}`,
  ]
    .filter(Boolean)
    .join(', ');
const announced = (text: string): string[] => piece(text).ask(tranches).announced.map(count);
const announces = (expected: string, ...texts: readonly string[]) => {
  for (const text of texts)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(announced(text), expected ? [expected] : []));
};

describe('a text announces', () => {
  announces(
    '1 ferme + 2 optionnelle',
    'Le marché comporte une tranche ferme et deux tranches optionnelles.',
    'Le marché comprend 1 tranche ferme et 2 tranches conditionnelles.',
    'LE MARCHE EST DECOMPOSE EN UNE TRANCHE FERME ET DEUX TRANCHES OPTIONNELLES.',
    'Le marché se compose d’une tranche ferme et de deux tranches optionnelles.',
    'Les prestations sont réparties en une tranche ferme et deux optionnelles.',
    'Une tranche ferme et deux tranches optionnelles.',
    'Le marché comprend une tranche ferme (TF) et deux tranches optionnelles (TO1 et TO2).',
    'Les relevés sont commandés en 1 TF + 2 TO.',
    'Le marché compte une TF et deux TO.',
    'Reliure des registres ; une tranche ferme, deux tranches optionnelles.',
    'Tranches : une tranche ferme et deux tranches optionnelles',
    'Il est prévu un marché avec une tranche ferme et deux tranches optionnelles.',
    'Le marché comporte :\n\n- une tranche ferme ;\n- deux tranches optionnelles.',
    'Le marché comporte pour les lots une tranche ferme et deux tranches optionnelles.',
    'Le marché est constitué d’une tranche ferme, et de deux tranches optionnelles.',
    'Le marché est formé d’une tranche ferme (étude) et de deux tranches optionnelles.',
    'Tranches : le marché est composé d’une ferme et de deux optionnelles.',
    'Exécution en une tranche ferme et deux tranches optionnelles.',
    'Tranches: une ferme et deux optionnelles',
    'Il y a une tranche ferme et deux tranches optionnelles.',
  );
  announces('1 ferme', 'Le marché comporte une tranche ferme.');
  announces(
    '2 optionnelle',
    'Le marché prévoit deux tranches optionnelles.',
    'Deux tranches optionnelles :',
    '« Deux tranches optionnelles »',
  );
  announces('1 ferme', 'Une tranche ferme.');
  announces('1 optionnelle', 'Le marché prévoit une tranche optionnelle.');
  announces('3 en tout', 'Le marché est divisé en trois tranches.', 'Trois tranches :');
  announces(
    '1 ferme + 2 optionnelle + 3 en tout',
    'Le marché comporte trois tranches : une tranche ferme et deux tranches optionnelles.',
  );
  announces('1 ferme + 1 optionnelle, lot 2', 'Le lot 2 comporte une tranche ferme et une tranche optionnelle.');
  announces(
    '1 ferme + 1 optionnelle, lot 2',
    '# Règlement\n\n## Lot 2\n\nLe marché comporte une tranche ferme et une tranche optionnelle.',
  );
  announces(
    '',
    'Le marché dure un an.',
    'Les deux tranches optionnelles sont affermies par décision.',
    'Le rabais est identique pour les deux tranches optionnelles.',
    'Le prix comprend les trois tranches.',
    'Chacune des trois tranches comprend une réunion.',
    'Le prix comprend l’une des trois tranches.',
    'Le titulaire exécute une tranche optionnelle.',
    'Une tranche optionnelle est affermie par décision.',
    'Une tranche.',
    'Le marché comporte une tranche de travaux.',
    'Le prix comprend le suivi d’une tranche optionnelle.',
    'Le prix se compose de la somme des deux tranches optionnelles.',
    'Le prix est celui de la tranche ferme et de la pose des deux tranches optionnelles.',
    'Le titulaire exécute deux tranches optionnelles.',
    'Le titulaire exécute notamment : deux tranches optionnelles.',
    'Le titulaire exécute une tranche ferme et une tranche optionnelle.',
    'Exécution en deux tranches optionnelles.',
    'Le marché comporte au plus trois tranches optionnelles.',
    'Le marché comprend une tranche horaire.',
    'La remise comprend trois tranches de 10 000 €.',
    '## Le marché comporte une tranche ferme et deux tranches optionnelles',
  );

  it('in words that are underlined, each and all', () => {
    const one = piece('Le marché comporte une tranche ferme et deux tranches optionnelles, soit trois tranches.');
    const [a] = one.ask(tranches).announced;
    assert.ok(a?.ferme && a.optionnelle && a.total);
    assert.deepEqual(
      [a.at, a.ferme.at, a.optionnelle.at, a.total.at].map((at) => one.draft.slice(at)),
      [
        'une tranche ferme et deux tranches optionnelles, soit trois tranches',
        'une tranche ferme',
        'deux tranches optionnelles',
        'trois tranches',
      ],
    );
  });
  it('over two items of one list, in both', () => {
    const one = piece('Le marché comporte :\n\n- une tranche ferme ;\n- deux tranches optionnelles.');
    const [a, ...others] = one.ask(tranches).announced;
    assert.equal(one.draft.slice(a?.at ?? one.draft.end), 'une tranche ferme ;\n- deux tranches optionnelles');
    assert.equal(a?.sentence.folded, 'une tranche ferme ;');
    assert.deepEqual(others, []);
  });
  it('twice, where two sentences do', () => {
    assert.deepEqual(
      announced('Le marché comporte une tranche ferme.\n\nLe marché comporte deux tranches optionnelles.'),
      ['1 ferme', '2 optionnelle'],
    );
    assert.deepEqual(
      announced('Le lot 1 comporte :\n\n- une tranche ferme ;\n\nLe lot 2 comporte :\n\n- deux tranches optionnelles.'),
      ['1 ferme, lot 1', '2 optionnelle, lot 2'],
    );
    assert.deepEqual(
      announced(
        'Le marché comporte :\n\n- une tranche ferme et une tranche optionnelle ;\n- deux tranches optionnelles.',
      ),
      ['1 ferme + 1 optionnelle', '2 optionnelle'],
    );
  });
});

describe('a text says that there are no tranches', () => {
  const none = (text: string): string[] => {
    const one = piece(text);
    return one.ask(tranches).none.map((at) => one.draft.slice(at));
  };
  const says = (text: string, ...expected: string[]) =>
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(none(text), expected));
  says('Le marché ne comporte pas de tranches.', 'ne comporte pas de tranches');
  says('Le marché n’est pas divisé en tranches.', 'n’est pas divisé en tranches');
  says('Le marché ne comprend ni lots ni tranches.', 'ne comprend ni lots ni tranches');
  says('Le marché ne prévoit aucune tranche.', 'ne prévoit aucune tranche');
  says('Marché unique, sans tranche.', 'sans tranche');
  says('Marché sans décomposition en tranches.', 'sans décomposition en tranches');
  says('Marché non fractionné en tranches.', 'non fractionné en tranches');
  says('Tranches : sans objet', 'Tranches : sans objet');
  says('Tranches optionnelles : néant', 'Tranches optionnelles : néant');
  says('Tranche : néant', 'Tranche : néant');
  says('Tranche optionnelle : non', 'Tranche optionnelle : non');
  says('Tranches: sans objet', 'Tranches: sans objet');
  says('## Tranches\n\nAucun', 'Aucun');
  says('## Tranches\n\nLe délai est sans objet.');
  says('## Tranches\n\nSans objet.', 'Sans objet.');
  says('## 3. Décomposition en tranches\n\nNéant', 'Néant');
  says('| Rubrique | Valeur |\n|---|---|\n| Tranches | Non |', 'Non');
  says('## Lots\n\nSans objet.');
  says('| Rubrique | Valeur |\n|---|---|\n| Lots | Non |');
  says('## Tranches\n\nSans objet pour le lot 1.');
  says('Le marché comporte deux tranches.');
  says('La tranche n’est pas affermie : pas de tranche à exécuter.');
  says('Le titulaire ne perçoit pas d’indemnité pour la tranche optionnelle.');
  says('Le prix n’est pas révisable. La tranche ferme dure un an.');
});

describe('a firm tranche is named', () => {
  const firm = (expected: boolean, ...texts: readonly string[]) => {
    for (const text of texts)
      it(`« ${text} »: ${expected}`, () => assert.equal(piece(text).ask(tranches).ferme, expected));
  };
  firm(
    true,
    'La tranche ferme débute en mai.',
    'La partie ferme débute en mai.',
    'La TF débute en mai.',
    'La tranche 1 (ferme) débute en mai.',
    'Le marché comporte une tranche ferme.',
    'Tranches : une ferme et deux optionnelles',
    'Tranche ferme : étude.',
    'La tranche n°1 : ferme débute en mai.',
    'La tranche A-ferme débute en mai.',
    'La tranche 12 ferme débute en mai.',
    'La prestation ferme débute en mai.',
    'La TF1 débute en mai.',
    'La TF 2 débute en mai.',
    '| Tranche | Objet |\n|---|---|\n| Ferme | Étude |',
  );
  firm(
    false,
    'Les prix sont fermes.',
    'La tranche optionnelle débute en mai.',
    'La tranche optionnelle est à prix ferme.',
  );
});

describe('optional tranches are there', () => {
  const optional = (expected: boolean, ...texts: readonly string[]) => {
    for (const text of texts)
      it(`« ${text.replace(/\n+/g, ' ⏎ ')} »: ${expected}`, () =>
        assert.equal(hasOptional(piece(text).ask(tranches)), expected));
  };
  optional(true, 'Le marché comporte une tranche optionnelle.', '- Tranche optionnelle : pose.');
  optional(false, 'Le marché comporte une tranche ferme.', '- Tranche ferme : pose.', 'Le marché dure un an.');
});

describe('a sentence gives the price of a tranche', () => {
  const priced = (text: string, path?: string): string[] => {
    const one = piece(text, path);
    return one
      .ask(tranches)
      .priced.map(({ id, lot, amount }) =>
        [
          id,
          lot && `lot ${lot}`,
          amount.kind,
          amount.value,
          amount.candidate && 'candidat',
          `[${one.draft.slice(amount.at)}]`,
        ]
          .filter(Boolean)
          .join(' '),
      );
  };
  const gives = (text: string, ...expected: string[]) =>
    it(`« ${text} »`, () => assert.deepEqual(priced(text), expected));
  gives('Le prix de la tranche ferme est de 96 000 € HT.', 'ferme:1 precise 96000 [96 000 € HT]');
  gives('Le montant de la tranche optionnelle 2 est à définir.', 'optionnelle:2 open [à définir]');
  gives('La tranche ferme coûte entre 90 000 € et 96 000 €.', 'ferme:1 range [entre 90 000 € et 96 000 €]');
  gives(
    'Le prix est de 20 000 € HT pour la tranche ferme et de 30 000 € HT pour la tranche optionnelle 1.',
    'ferme:1 precise 20000 [20 000 € HT]',
    'optionnelle:1 precise 30000 [30 000 € HT]',
  );
  gives(
    'La tranche ferme est de 20 000 € HT ; la tranche optionnelle 2 de 30 000 € HT.',
    'ferme:1 precise 20000 [20 000 € HT]',
    'optionnelle:2 precise 30000 [30 000 € HT]',
  );
  gives(
    'La TF coûte 20 000 € HT et la TO 1 30 000 € HT.',
    'ferme:1 precise 20000 [20 000 € HT]',
    'optionnelle:1 precise 30000 [30 000 € HT]',
  );
  gives(
    'À l’issue de la tranche ferme, la tranche optionnelle 2 est payée 30 000 € HT.',
    'optionnelle:2 precise 30000 [30 000 € HT]',
  );
  gives(
    'Après la tranche ferme, la tranche optionnelle 2 est payée 30 000 € HT.',
    'optionnelle:2 precise 30000 [30 000 € HT]',
  );
  gives(
    'La tranche ferme est offerte ; la tranche optionnelle 2 coûte 30 000 € HT.',
    'optionnelle:2 precise 30000 [30 000 € HT]',
  );
  gives('Au vu des résultats de la tranche ferme, 30 000 € HT sont versés.');
  gives('Les tranches optionnelles sont de 30 000 € HT.');
  gives('La tranche ferme dure six mois.');
  gives('Le prix est de 96 000 € HT.');
  it('for the lot of its heading', () => {
    assert.deepEqual(priced('# Règlement\n\n## Lot 2\n\nLe prix de la tranche ferme est de 96 000 € HT.'), [
      'ferme:1 lot 2 precise 96000 [96 000 € HT]',
    ]);
  });
  it('which the candidate is to give, in a form or where it says so', () => {
    assert.deepEqual(priced('# Acte d’engagement\n\nLe prix de la tranche ferme est de ______ € HT.', 'ae.md'), [
      'ferme:1 open candidat [______ € HT]',
    ]);
    assert.deepEqual(priced('Le candidat donne le prix de la tranche ferme : ______ € HT.'), [
      'ferme:1 open candidat [______ € HT]',
    ]);
    assert.deepEqual(priced('Le candidat accepte le prix de la tranche ferme, 96 000 € HT.'), [
      'ferme:1 precise 96000 [96 000 € HT]',
    ]);
  });
});

describe('what is shown of tranches', () => {
  const shown = (text: string) => {
    const one = piece(text);
    return JSON.parse(JSON.stringify(tranches.show(one.ask(tranches), one) ?? null));
  };
  it('is nothing where there are none and nothing is said', () => {
    assert.equal(shown('Le marché dure un an.'), null);
  });
  it('is what is announced, listed or denied', () => {
    assert.deepEqual(shown('Le marché prévoit deux tranches optionnelles.'), {
      annoncees: [{ optionnelle: 2 }],
      listees: [],
      aucune: false,
    });
    assert.deepEqual(shown('Le marché comporte une tranche ferme.\n\n- Tranche ferme :\n- Tranche optionnelle :'), {
      annoncees: [{ ferme: 1 }],
      listees: [{ tranche: 'ferme:1' }, { tranche: 'optionnelle:1' }],
      aucune: false,
    });
    assert.deepEqual(shown('Le marché comporte une tranche ferme.\n\n- Tranche ferme : étude'), {
      annoncees: [{ ferme: 1 }],
      listees: [{ tranche: 'ferme:1', objet: 'étude' }],
      aucune: false,
    });
    assert.deepEqual(shown('Le marché ne comporte pas de tranches.'), { annoncees: [], listees: [], aucune: true });
    assert.deepEqual(
      shown(
        'Le lot 2 comporte une tranche ferme et une tranche optionnelle.\n\n- Tranche ferme : étude, 20 000 € HT ;\n- Tranche optionnelle : pose, prix à définir.',
      ),
      {
        annoncees: [{ ferme: 1, optionnelle: 1, lot: '2' }],
        listees: [
          { tranche: 'ferme:1', objet: 'étude', montant: 20000, lot: '2' },
          { tranche: 'optionnelle:1', objet: 'pose', montant: 'open', lot: '2' },
        ],
        aucune: false,
      },
    );
  });
});

describe('a text has no tranche', () => {
  const none = (text: string) => piece(text).ask(tranches).none.length;
  it('where it says so', () => assert.equal(none("Il n'est pas prévu de tranches. La durée est d'un an."), 1));
  it('unless the other option of a form whose boxes are lost stands beside it', () => {
    assert.equal(none("Il n'est pas prévu de tranches.\n\nIl est prévu des tranches."), 0);
    assert.equal(none(' Le marché est divisé en tranches.\n Le marché n’est pas divisé en tranches.'), 0);
    assert.equal(none("Il n'est pas prévu de tranches.\n\nIl n'est prévu aucune tranche."), 2);
  });
});
