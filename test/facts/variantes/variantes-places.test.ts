import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import {
  lieu,
  ouverture,
  ouvertureDuDossier,
  parleDeVariantes,
  traiteDesVariantes,
  variantes,
} from '../../../rules/facts/variantes/variantes.ts';

const open = (text: string, others: Readonly<Record<string, string>> = {}) => {
  const files = [{ path: 'rc.md', text: `# RC\n\n${text}\n` }];
  for (const [path, t] of Object.entries(others)) files.push({ path, text: t });
  const [piece] = openConsultation(files, { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
/** « autorisees 2 », and « case » for what stands before a box that nobody ticked. */
const said = (text: string) => {
  const { prises, cases } = open(text).ask(variantes);
  return [...prises.map((p) => [p.position, ...(p.lots ?? [])].join(' ')), ...cases.map(() => 'case')];
};

type Case = readonly [text: string, ...expected: string[]];
const each = (cases: readonly Case[]) => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(said(text), expected));
};

describe('variants under a title, a lead or a sentence', () => {
  each([
    ['## Variantes\n\nCette possibilité n’est pas ouverte.', 'interdites'],
    ['## Variantes\n\nLeur présentation est autorisée.', 'autorisees'],
    ['## Variantes\n\nLes candidats n’y sont pas autorisés.', 'interdites'],
    ['## Variantes\n\nInterdites.', 'interdites'],
    ['## Variantes\n\nPour le lot 2, elles sont autorisées.', 'autorisees 2'],
    ['## Variantes obligatoires\n\nOui.', 'exigees'],
    ['## Variantes à l’initiative de l’acheteur\n\nSans objet.', 'non-exigees'],
    ['## Variantes à l’initiative des candidats\n\nElles sont admises.', 'autorisees'],
    ['Variantes pour le lot 3 :\n\n- autorisées.', 'autorisees 3'],
    ['Les variantes sont traitées ci-après. Elles sont interdites.', 'interdites'],
    ['**Variantes** : interdites', 'interdites'],
    ['**Variantes.** Elles sont interdites.', 'interdites'],
    ['## Variantes exigées\n\nPour le lot 1, les variantes libres sont interdites.', 'interdites 1'],
    [
      'Les variantes, dont le régime est celui du code de la commande publique, qui sont présentées par les entreprises de leur propre initiative et dont le contenu est décrit ci-après avec les conditions de leur remise et de leur examen, sont :\n\n- interdites.',
      'interdites',
    ],
    // another subject
    ['## Variantes\n\nElles sont autorisées.\n\nIl n’y a aucune tranche.', 'autorisees'],
    ['## Variantes\n\nLes travaux sont interdits le dimanche, variante comprise.'],
    ['## Variantes\n\nLes travaux sont interdits le dimanche.'],
    ['Les offres sont examinées. Elles sont interdites.'],
    ['## Durée\n\nInterdites.'],
    ['Les pièces sont :\n\n- interdites ;\n- autorisées.'],
  ]);
});

describe('variants by lot', () => {
  each([
    ['## Lot 2\n\n### Variantes\n\nElles sont admises.', 'autorisees 2'],
    ['## Lots 2 et 3\n\n### Variantes\n\nElles sont admises.', 'autorisees 2 3'],
    ['## Lot 1 : variantes autorisées\n\n## Lot 2 : variantes interdites', 'autorisees 1', 'interdites 2'],
    [
      '| Lot | Objet | Variantes |\n|---|---|---|\n| Lot 1 | Bancs | autorisées |\n| Lot 2 | Tables | interdites |',
      'autorisees 1',
      'interdites 2',
    ],
    [
      '| Rubrique | Lot 1 | Lot 2 |\n|---|---|---|\n| Variantes | autorisées | interdites |',
      'autorisees 1',
      'interdites 2',
    ],
    ['| Lot n° | Variantes |\n|---|---|\n| 12 | Interdites |\n| 3 | Oui |', 'interdites 12', 'autorisees 3'],
    ['| Objet | Variantes |\n|---|---|\n| Lot 4 - Bancs | Interdites |', 'interdites 4'],
    ['| Objet | Variantes |\n|---|---|\n| 120 bancs | Interdites |', 'interdites'],
    ['| Lot | Variantes |\n|---|---|\n| 120 bancs | Interdites |', 'interdites'],
    ['Lots 1 et 2 :\n\n- les variantes sont admises.', 'autorisees 1 2'],
  ]);
});

describe('variants in a table', () => {
  each([
    ['| Variantes autorisées | Non |\n|---|---|\n| PSE | Oui |', 'interdites'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes autorisées | Non |', 'interdites'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes autorisées | Oui |', 'autorisees'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes interdites | Oui |', 'interdites'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes interdites | Non |', 'autorisees'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes exigées | Non |', 'non-exigees'],
    ['| Rubrique | Réponse |\n|---|---|\n| Variantes exigées | Oui |', 'exigees'],
    ['| Rubrique | Réponse |\n|---|---|\n| Les variantes sont interdites | voir article 3 |', 'interdites'],
    ['| Rubrique | Réponse |\n|---|---|\n| Les variantes sont interdites | Elles ne sont pas admises |', 'interdites'],
    [
      '| Rubrique | Réponse |\n|---|---|\n| Variantes autorisées | Non |\n| Variantes exigées | Non |\n| PSE | Oui |',
      'interdites',
      'non-exigees',
    ],
    ['| Rubrique | Réponse |\n|---|---|\n| Options | Oui |'],
  ]);
});

describe('boxes to tick', () => {
  each([
    ['Variantes : ☒ oui ☐ non', 'autorisees'],
    ['Variantes : ☐ oui ☐ non', 'case', 'case'],
    ['Variantes : [x] autorisées [ ] interdites', 'autorisees'],
    ['Variantes : autorisées ☐ interdites ☑', 'interdites', 'case'],
    ['Variantes : ☐oui ✔non', 'interdites'],
    ['☒ Les variantes sont autorisées ☐ Les variantes sont interdites', 'autorisees'],
    ['- [ ] Les variantes sont autorisées\n- [ ] Les variantes sont interdites', 'case', 'case'],
    ['## Variantes\n\n☐ autorisées\n\n☒ interdites', 'interdites', 'case'],
    ['## Variantes autorisées\n\n☐ oui ☐ non', 'case', 'case'],
    ['## Variantes autorisées\n\n## Suite\n\nVariantes : ☐ oui ☐ non', 'autorisees', 'case', 'case'],
    ['Variantes : ☐ oui ☐ non\n\n## Variantes autorisées\n\n## Suite\n\nUn an.', 'autorisees', 'case', 'case'],
    ['## Variantes obligatoires\n\n☒ oui ☐ non', 'exigees'],
    ['La visite : ☒ oui ☐ non'],
  ]);

  it('are shown with the words that they stand before', () => {
    const piece = open('Variantes : ☐ oui ☐ non');
    const { cases } = piece.ask(variantes);
    assert.deepEqual(
      cases.map((at) => piece.draft.slice(at).trim()),
      ['oui', 'non'],
    );
  });
});

describe('a title that takes a side', () => {
  each([
    ['## Variantes autorisées\n\nElles respectent le CCTP.', 'autorisees'],
    ['## Variantes autorisées\n\nLa proposition de variante n’est pas admise.', 'interdites'],
    ['## Variantes non autorisées\n\n## Durée\n\nDeux ans.', 'interdites'],
    ['## Variantes autorisées\n\nDeux ans.\n\n## Autres\n\nLes variantes sont interdites.', 'autorisees', 'interdites'],
  ]);
});

describe('the places of a piece', () => {
  it('are in order, each the sentence that says it', () => {
    const piece = open(
      '## Lot 1 : variantes autorisées\n\n## Suite\n\nDeux ans. Les variantes sont interdites au lot 2.',
    );
    assert.deepEqual(
      piece.ask(variantes).prises.map(({ at }) => piece.draft.slice(at)),
      ['Lot 1 : variantes autorisées', 'Les variantes sont interdites au lot 2.'],
    );
  });

  it('contradict each other for the same lots', () => {
    const contradictions = (text: string) =>
      open(text)
        .ask(variantes)
        .contradictions.map(({ earlier, later, lots }) => [earlier.position, later.position, ...lots].join(' '));
    const open1 = 'Les variantes sont autorisées.';
    assert.deepEqual(contradictions(`${open1} Les variantes sont interdites.`), ['autorisees interdites']);
    assert.deepEqual(contradictions(`Les variantes sont interdites. ${open1}`), ['interdites autorisees']);
    assert.deepEqual(contradictions(`${open1} Les variantes sont admises.`), []);
    assert.deepEqual(contradictions(`${open1} Aucune variante n’est exigée.`), []);
    assert.deepEqual(contradictions('Les variantes sont interdites. Aucune variante n’est exigée.'), []);
    assert.deepEqual(contradictions('Aucune variante n’est exigée. Les variantes sont interdites.'), []);
    assert.deepEqual(contradictions(`${open1} Les variantes sont interdites pour le lot 2.`), []);
    assert.deepEqual(
      contradictions(
        'Les variantes sont admises pour les lots 1 à 3. Les variantes sont interdites pour les lots 2 à 4.',
      ),
      ['autorisees interdites 2 3'],
    );
    assert.deepEqual(contradictions(`${open1} Les variantes sont interdites. Les variantes sont proscrites.`), [
      'autorisees interdites',
      'autorisees interdites',
    ]);
  });

  it('are shown with their words, and the boxes counted', () => {
    const show = (text: string) => {
      const piece = open(text);
      return variantes.show(piece.ask(variantes), piece);
    };
    assert.equal(show('Le marché porte sur des bancs.'), undefined);
    assert.deepEqual(show('Les variantes sont admises pour le lot 2.'), {
      positions: [{ position: 'autorisees', lots: ['2'], texte: 'Les variantes sont admises pour le lot 2.' }],
      casesNonCochees: undefined,
    });
    assert.deepEqual(show('Variantes : ☐ oui ☐ non'), { positions: [], casesNonCochees: 2 });
  });
});

describe('whether variants are open', () => {
  const first = (text: string, others?: Readonly<Record<string, string>>) => {
    const piece = open(text, others);
    const found = ouverture(piece);
    return found && piece.draft.slice(found.at);
  };

  it('is said by the first place that opens or asks for them', () => {
    assert.equal(first('Les variantes sont admises. Les variantes sont permises.'), 'Les variantes sont admises.');
    assert.equal(first('Une variante est exigée.'), 'Une variante est exigée.');
    assert.equal(first('Aucune variante n’est exigée.'), undefined);
    assert.equal(first('Les variantes sont interdites.'), undefined);
  });

  it('is not where another place forbids them for all those lots', () => {
    const ban = (text: string) => ({ 'cctp.md': `# CCTP\n\n${text}\n` });
    const all = 'Les variantes sont admises.';
    const two = 'Les variantes sont admises pour les lots 1 et 2.';
    assert.equal(first(all, ban('Les variantes sont interdites.')), undefined);
    assert.equal(first(all, ban('Les variantes sont interdites pour le lot 2.')), all);
    assert.equal(first(two, ban('Les variantes sont interdites pour le lot 2.')), two);
    assert.equal(first(two, ban('Les variantes sont interdites pour les lots 1 à 3.')), undefined);
    assert.equal(first(two, ban('Les variantes sont interdites.')), two);
    assert.equal(first('Une variante est exigée.', ban('Les variantes sont interdites.')), 'Une variante est exigée.');
  });

  it('is seen from another piece, at its section on variants or its title', () => {
    const seen = (text: string, others: Readonly<Record<string, string>>) => {
      const piece = open(text, others);
      const found = ouvertureDuDossier(piece);
      return found && `${piece.draft.slice(found.at)} ${found.ici ? 'ici' : 'ailleurs'}`;
    };
    const cctp = { 'cctp.md': '# CCTP\n\nLes variantes sont admises.\n' };
    assert.equal(seen('Les variantes sont permises.', cctp), 'Les variantes sont permises. ici');
    assert.equal(seen('## Variantes\n\nVoir le CCTP.', cctp), 'Variantes ailleurs');
    assert.equal(seen('Bancs.', cctp), 'RC ailleurs');
    for (const title of ['CCAP', 'Acte d’engagement', 'Programme fonctionnel'])
      assert.equal(seen('Bancs.', { 'a.md': `# ${title}\n\nLes variantes sont admises.\n` }), 'RC ailleurs', title);
    assert.equal(seen('Bancs.', { ...cctp, 'b/rc.md': '# RC\n\nLes variantes sont admises.\n' }), undefined);
    assert.equal(seen('Bancs.', { 'cctp.md': '# CCTP\n\nBancs.\n' }), undefined);
    assert.equal(
      seen('Bancs.', { 'b/rc.md': '# Règlement de la consultation\n\nLes variantes sont admises.\n' }),
      undefined,
    );
  });

  it('has a place even in an empty piece', () => {
    const [piece] = openConsultation([{ path: 'rc.md', text: '' }], { date: '2026-12-01' }).pieces;
    assert.ok(piece);
    assert.deepEqual([lieu(piece).start, lieu(piece).end], [0, 0]);
  });
});

describe('whether variants are spoken of', () => {
  const spoken = (text: string) =>
    open(text)
      .draft.sentences.filter(parleDeVariantes)
      .map((s) => s.text);

  it('is told by the sentence and what stands around it', () => {
    assert.deepEqual(spoken('Une variante est permise. Elle est chiffrée.'), [
      'Une variante est permise.',
      'Elle est chiffrée.',
    ]);
    assert.deepEqual(spoken('## Variantes\n\nUn mémoire est joint.'), ['Variantes', 'Un mémoire est joint.']);
    assert.deepEqual(spoken('Les variantes comportent :\n\n- un devis :\n  - signé.'), [
      'Les variantes comportent :',
      'un devis :',
      'signé.',
    ]);
    assert.deepEqual(spoken('Les variantes sont admises.\n\nElles sont chiffrées.'), [
      'Les variantes sont admises.',
      'Elles sont chiffrées.',
    ]);
    for (const next of [
      'Celle-ci est chiffrée.',
      'Elle est chiffrée.',
      'Leur prix est ferme.',
      '« Leurs prix sont fermes. »',
    ])
      assert.deepEqual(spoken(`Une variante est permise.\n\n${next}`), ['Une variante est permise.', next]);
    assert.deepEqual(spoken('| Variantes | admises |\n|---|---|\n| PSE | Oui |'), ['Variantes', 'admises']);
  });

  it('is not where another thing is', () => {
    assert.deepEqual(spoken('Les variantes sont admises.\n\nLe marché dure un an.'), ['Les variantes sont admises.']);
    assert.deepEqual(spoken('Les lots sont :\n\n- bancs.'), []);
    assert.deepEqual(spoken('## Durée\n\nDeux ans.'), []);
    assert.deepEqual(spoken('Les offres sont remises.\n\nElles sont chiffrées.'), []);
  });

  it('by a rule on them or a section of their own, makes the piece treat of them', () => {
    const treats = (text: string) => traiteDesVariantes(open(text));
    assert.equal(treats('## Variantes\n\nVoir le CCTP.'), true);
    assert.equal(treats('Les variantes respectent les exigences du CCTP.'), true);
    assert.equal(treats('## Variantes'), false);
    assert.equal(treats('L’acte d’engagement (sauf variantes éventuelles) est présenté.'), false);
    assert.equal(treats('Les variantes sont nombreuses.'), false);
    assert.equal(treats('Les offres respectent les exigences du CCTP.'), false);
  });
});
