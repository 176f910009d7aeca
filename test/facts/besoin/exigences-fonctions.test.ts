import assert from 'node:assert/strict';
import { exigences } from '../../../rules/facts/besoin/exigences.ts';
import { identified } from '../../../rules/facts/besoin/exigences-fonctions.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'cctp.md', text: `# CCTP\n\n${text}\n` }]).pieces[0] as Piece;
const one = (text: string) => text.replace(/\n+/g, ' ');
type Case = readonly (readonly [text: string, ...expected: string[]])[];
const cases = (read: (text: string) => string[], list: Case) => {
  for (const [text, ...expected] of list)
    it(`${expected.join(' + ') || 'none'}: ${one(text)}`, () => assert.deepEqual(read(text), expected));
};

/** « f1 fonction : mesurer » */
const named = (text: string) =>
  identified(piece(text).draft).map(
    (f) => `${f.id || '-'} ${f.kind} : ${f.name.trim().replace(/^[" -]+|[" ]+$/g, '')}`,
  );
/** « titre F1 Mesurer | ce qui suit ; et ce qui suit » */
const placed = (text: string) => {
  const { draft } = piece(text);
  return identified(draft).map((f) => {
    const said = [...(f.rest.trim() ? [f.rest.trim()] : []), ...f.body.map((p) => p.text)];
    return `${f.shape} ${one(draft.slice(f.at))}${said.length > 0 ? ` => ${said.join(' ; ')}` : ''}`;
  });
};

describe('the identifier of a function or requirement', () => {
  cases(named, [
    ['- F1 : mesurer le bruit.', 'f1 fonction : mesurer le bruit'],
    ['- FP02 – alerter.', 'fp2 fonction : alerter'],
    ['- FP 3 : se lever.', 'fp3 fonction : se lever'],
    ["- FC-4 : s'éteindre.", "fc4 fonction : s'eteindre"],
    ['- F1.2 : ne pas vibrer.', 'f1-2 fonction : ne pas vibrer'],
    ['- Fonction 3 : le bruit.', 'f3 fonction : le bruit'],
    ['- Fonction principale n° 2 : le bruit.', 'f2 fonction : le bruit'],
    ['- Fonctions 3 : le bruit.', 'f3 fonction : le bruit'],
    ['- Exigence fonctionnelle n° 5 : le débit.', 'e5 exigence : le debit'],
    ['- Besoin B-7 : le débit.', 'besoin-b7 exigence : le debit'],
    ['- EX-04 : le débit.', 'ex4 exigence : le debit'],
    ['- EXI-SEC-010 : le débit.', 'exi-sec10 exigence : le debit'],
    ['- REQ_12 : le débit.', 'req12 exigence : le debit'],

    ['- F1 : le bruit.'],
    ['- F1 : voir le plan.'],
    ['- F1 de 28 m² ;'],
    ['- EF-04 : le débit.', 'ef4 exigence : le debit'],
    ['- RQ 04 : le débit.'],
    ['- BF4 : le débit.'],
    ['- FX4 : mesurer.'],
    ['- La F1 : mesurer.'],
    ['- F1er : mesurer.'],
    ['## Fonctions\n\n- F1 : le bruit.', 'f1 fonction : le bruit'],
    ['## Besoins\n\n- BF4 : le débit.', 'bf4 exigence : le debit'],
    ['## Exigences\n\n- E4 : le débit.', 'e4 exigence : le debit'],
    ['## Panneaux\n\n- E1 : le hêtre.'],
    ['Les fonctions sont :\n\n- F1 : le bruit.', 'f1 fonction : le bruit'],
    ['Les pièces sont :\n\n- F1 : le bruit.'],
    ['| Fonction | Niveau |\n|---|---|\n| F1 | le bruit |', 'f1 fonction : le bruit'],
    ['| Pièce | Niveau |\n|---|---|\n| F1 | le bruit |'],
    ['## Fonction principale : peser\n\nTexte.', '- fonction : peser'],
    ['## Exigence technique « peser »\n\nTexte.', '- exigence : peser'],
    ['## Fonction de peser\n\nTexte.'],
    ['## La fonction : peser\n\nTexte.'],
    ['- Fonction : peser.'],
    ['## Fonction publique\n\nTexte.'],
  ]);
});

describe('where a function is named, and what is said of it', () => {
  cases(placed, [
    [
      '## F1 Peser\n\nTexte.\n\n### Détail\n\nSuite.\n\n## Autre\n\nRien.',
      'titre F1 Peser => Texte. ; Détail ; Suite.',
    ],
    [
      '## F1 Peser\n\n### F1.1 Lire\n\nUn.\n\n### F1.2 Dire\n\nDeux.',
      'titre F1.1 Lire => Un.',
      'titre F1.2 Dire => Deux.',
    ],
    ['## Fonction principale : peser\n\n- F1 : lire.', 'element F1 : lire'],
    ['## F1 Peser\n\n- F2 : lire.', 'titre F1 Peser => F2 : lire.', 'element F2 : lire'],
    ['**F1 – Peser** Une masse.', 'paragraphe F1 – Peser => une masse.'],

    ['F1 – Peser. Une masse est lue.', 'paragraphe F1 – Peser => une masse est lue.'],
    ['F1 – Peser : une masse est lue.', 'paragraphe F1 – Peser => : une masse est lue.'],
    [
      'F1 – Peser\n\nUne masse.\n\nDeux masses.\n\nF2 – Trier\n\nUn tri.\n\n## Autre\n\nRien.',
      'paragraphe F1 – Peser => Une masse. ; Deux masses.',
      'paragraphe F2 – Trier => Un tri.',
    ],
    // A line each, in one paragraph.
    [
      'F1  Peser les bennes\nRésultat : une masse juste.\nF2  Trier\nF3  Lire à 20 m\nde nuit.',
      'paragraphe F1  Peser les bennes => resultat : une masse juste.',
      'paragraphe F2  Trier',
      'paragraphe F3  Lire à 20 m => de nuit.',
    ],
    ['F1  Peser les bennes\ndu quai, à 40 t.', 'paragraphe F1  Peser les bennes du quai, à 40 t'],
    ['F1 – Peser\n\nUne masse.\n\n**4.2. Divers.** Rien.', 'paragraphe F1 – Peser => Une masse.'],
    ['F1 – Peser\n\n- 4.2 kg ;\n- vite.', 'paragraphe F1 – Peser => 4.2 kg ; ; vite.'],
    ['F1 – Peser : ici.\n\nUne masse.', 'paragraphe F1 – Peser => : ici.'],
    ['F1 – Peser :\n\n- vite ;\n- bien.', 'paragraphe F1 – Peser => vite ; ; bien.'],
    [
      '- F1 : peser :\n  - vite ;\n  - bien.\n- F2 : trier.',
      'element F1 : peser => vite ; ; bien.',
      'element F2 : trier',
    ],
    ['| Fonction | Niveau |\n|---|---|\n| F1 Peser | 40 t |', 'ligne F1 Peser => 40 t'],
    ['| Fonction | Nom | Niveau |\n|---|---|---|\n| F1 | Peser | 40 t |', 'ligne F1 | Peser => 40 t'],
    ['| Fonction |\n|---|\n| F1 |', 'ligne F1'],
    ['| F1 Peser | 40 t |\n|---|---|\n| a | b |'],
    ['| Nom | Fonction |\n|---|---|\n| Peser | F1 Peser |'],
    ['| Fonction | Niveau |\n|---|---|\n| Fonction : peser | 40 t |'],
  ]);
});

/** « fp1 niveau » */
const stated = (text: string) =>
  piece(text)
    .ask(exigences)
    .fonctions.map((f) => `${f.id || '-'} ${f.states}`);

describe('what a function states', () => {
  const under = (text: string) => stated(`### FP1 – Peser\n\n${text}`).map((s) => s.replace('fp1 ', ''));
  cases(under, [
    ['De 0 à 40 t.', 'niveau'],
    ['La balance est en bois. Elle pèse 40 t.', 'niveau'],
    ['La balance affiche la masse.', 'resultat'],
    ['Une alerte est envoyée.', 'resultat'],
    ['La pesée est rapide et simple.', 'vague'],
    ['La balance doit être rapide.', 'vague'],
    ['La balance doit être rapide. La balance affiche la masse.', 'resultat'],
    ['Les agents consultent la balance.', 'rien'],
    ['Cette fonction est importante.', 'rien'],
    ['Cette fonction est importante : elle doit peser juste.', 'resultat'],
    ['Cette fonction est importante : elle affiche la masse.', 'rien'],
    ['Une balance en bois.', 'rien'],
    ['Une longue description, en bois clair pour le corps, et en pierre grise pour le socle.', 'resultat'],
    ['Les agents du quai, qui sont nombreux, viennent le matin avec leurs camions et leurs remorques.', 'rien'],
    ['Le service est aujourd’hui rendu par une balance en bois clair, avec son socle de pierre grise.', 'rien'],
    ['- la balance ;\n- le socle.', 'resultat'],
    ['- la balance.', 'rien'],
    ['Obligatoire', 'rien'],
    ['P1', 'rien'],
    ['#### Détail à 40 t\n\nUne balance.', 'rien'],
    ['| Objet | Note |\n|---|---|\n| balance | bois |', 'resultat'],
    ['| Objet | Niveau |\n|---|---|\n| balance | bois |', 'niveau'],
  ]);
  cases(stated, [
    ['### FP1 – Peser en 4 h\n\nTexte.', 'fp1 niveau'],
    ['## Fonctions\n\n### FP1 – Le logiciel pèse\n\nTexte.', 'fp1 resultat'],
    ['## Fonctions\n\n### FP1 – Les camions sont pesés\n\nTexte.', 'fp1 resultat'],
    ['## Fonctions\n\n### FP1 – Les camions sont rapides\n\nTexte.', 'fp1 vague'],
    ['## Fonctions\n\n### FP1 – Pesée rapide\n\nTexte.', 'fp1 vague'],
    ['- FP1 : peser : la balance affiche la masse.', 'fp1 resultat'],
    ['## Exigences\n\nE1  Alerter\nE2  Peser\nen moins de 2 s\nE3  Trier', 'e1 rien', 'e2 niveau', 'e3 rien'],
    // A sentence printed under the name, in its cell.
    [
      '| Réf. | Exigence |\n|---|---|\n| E1 | Alerte visuelle Le module affiche un voyant. |\n| E2 | Alerte du module |',
      'e1 resultat',
      'e2 rien',
    ],
  ]);

  const COLUMNS = '| Réf. | Exigence | Critère |\n|---|---|---|\n';
  cases(stated, [
    [`${COLUMNS}| EXI-1 | Peser | bois massif |`, 'exi1 niveau'],
    [`${COLUMNS}| EXI-1 | Peser | oui |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | P2 |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | priorité 1 |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | à compléter |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | – |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | |`, 'exi1 rien'],
    [`${COLUMNS}| EXI-1 | Peser | grande robustesse |`, 'exi1 vague'],
    ['| Réf. | Exigence | Remarque |\n|---|---|---|\n| EXI-1 | Peser | bois massif |', 'exi1 rien'],
  ]);

  it('is nothing for a rank', () => {
    const RANKS =
      'P1, P 2, F0, 0, 3, a, non, obligatoire, optionnel, optionnelle, facultatif, facultative, impératif, impérative, souhaitable, ' +
      'haut, haute, moyen, moyenne, bas, basse, fort, forte, faible, indispensable, must, should, could, W, priorité 2, priorité : A, ' +
      'sans objet, néant, ---, ..., à compléter, à définir, à préciser';
    for (const rank of RANKS.split(', '))
      assert.deepEqual(stated(`${COLUMNS}| EXI-1 | Peser | ${rank} |`), ['exi1 rien'], rank);
    for (const level of ['P1 et bois', 'non feu', 'haut de forme', 'bois', 'deux', 'sans objet métallique'])
      assert.deepEqual(stated(`${COLUMNS}| EXI-1 | Peser | ${level} |`), ['exi1 niveau'], level);
  });

  it('is nothing for what is owed, however well', () => {
    const OWED =
      'à prévoir, à prévoir dans la prestation, à prendre en charge par le titulaire, à prendre en compte dans le prix, est à inclure, ' +
      'compris dans le forfait., incluse dans l’offre, à la charge du prestataire, selon les besoins';
    for (const owed of OWED.split(', '))
      assert.deepEqual(stated(`${COLUMNS}| EXI-1 | Peser | ${owed} |`), ['exi1 rien'], owed);
    for (const level of [
      'à prévoir sans débrocher',
      'compris dans une marge de 2 %',
      'à prévoir dans la prestation, au gramme',
    ])
      assert.deepEqual(stated(`${COLUMNS}| EXI-1 | Peser | ${level} |`), ['exi1 niveau'], level);
  });

  it('is nothing for a long sentence on who comes', () => {
    const COME = 'viennent le matin avec leurs camions bleus et leurs longues remorques grises';
    const WHO =
      'Les agents, L’agent, Les usagers, L’usager, Les utilisateurs, L’utilisateur, Les services, Le service, Les équipes, L’équipe, ' +
      'Les directions, La direction, Les visiteurs, Le visiteur, Les médecins, Le médecin, Les soignants, Le soignant, Les élèves, ' +
      'L’élève, Les chefs, Le chef, Les gestionnaires, Le gestionnaire, Les laboratoires, Le laboratoire, Les communes, La commune, ' +
      'Les organismes, L’organisme, Les populations, La population, Les candidats, Le candidat, Les citoyens, Le citoyen, Les habitants, ' +
      'L’habitant, Agents, Deux directions, Plusieurs jeunes agents, Des agents, Les bons vieux agents';
    for (const who of WHO.split(', '))
      assert.deepEqual(stated(`### FP1 – Peser\n\n${who} ${COME}.`), ['fp1 rien'], who);
    for (const what of ['Les chevaux', 'Les agentes', 'Les trois beaux et grands agents', 'Ici, les agents'])
      assert.deepEqual(stated(`### FP1 – Peser\n\n${what} ${COME}.`), ['fp1 resultat'], what);
  });

  it('is what the richest of its places says, and the chapter counts before the list', () => {
    assert.deepEqual(stated('## Fonctions\n\n- F1 : peser.\n\n### F1 – Peser\n\n40 t.'), ['f1 niveau']);
    assert.deepEqual(stated('## Fonctions\n\n- F1 : peser à 40 t.\n\n### F1 – Peser\n\nTexte.'), ['f1 niveau']);
    assert.deepEqual(stated('## Fonctions\n\n- F1 : pesée rapide.\n\n### F1 – Peser\n\nTexte.'), ['f1 vague']);
    assert.deepEqual(stated('## Fonctions\n\n- F1 : pesée rapide.\n\n### F1 – Peser\n\nLa balance affiche la masse.'), [
      'f1 resultat',
    ]);
    const shape = (text: string) =>
      piece(text)
        .ask(exigences)
        .fonctions.map((f) => f.shape);
    assert.deepEqual(shape('## Fonctions\n\n- F1 : peser.\n\n### F1 – Peser\n\nTexte.'), ['titre']);
    assert.deepEqual(shape('- F1 : peser.\n- F1 : peser.'), ['element']);
    assert.deepEqual(stated('- F1.1 : peser.\n- F11 : trier.'), ['f1-1 rien', 'f11 rien']);
    assert.deepEqual(stated('## Fonction : peser\n\n40 t.\n\n## Fonction : trier\n\nTexte.'), ['- niveau', '- rien']);
  });
});

describe('where the measure of a vague requirement is looked for', () => {
  /** « robuste mesurée (exi1) » */
  const read = (text: string) =>
    piece(text)
      .ask(exigences)
      .modales.map((m) => `${m.vague[0]?.words}${m.measured ? ' mesurée' : ''}${m.of ? ` (${m.of.id})` : ''}`);
  const MUST = 'La borne doit être robuste.';
  const HEADER = '| N° | Exigence | Note |\n|---|---|---|\n';
  cases(read, [
    [MUST, 'robuste'],
    ['La borne doit être robuste pendant 4 h.', 'robuste mesurée'],
    [`${MUST} Elle pèse 12 kg.`, 'robuste mesurée'],
    [`Elle pèse 12 kg. ${MUST}`, 'robuste'],
    [`${MUST}\n\nCe critère se mesure par un essai.`, 'robuste mesurée'],
    [`${MUST}\n\nÀ ce titre, elle pèse 12 kg.`, 'robuste mesurée'],
    [`${MUST}\n\nCe critère est retenu.`, 'robuste'],
    [`${MUST}\n\nLe sol est lavé par un essai.`, 'robuste'],
    [`${MUST}\n\n## Cet essai`, 'robuste'],
    [`${MUST}\n\n| Ce critère se mesure par un essai |\n|---|\n| a |`, 'robuste'],
    ['La borne doit être robuste :\n\n- vite ;\n- 12 kg.', 'robuste mesurée'],
    ['La borne doit être robuste :\n\n- vite ;\n- bien.', 'robuste'],
    [`- ${MUST}\n- Cette borne pèse 12 kg.`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | 12 |`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | EX 12 |`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | AB 12 |`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | AB12 |`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | au plus 40 |`, 'robuste mesurée'],
    [`${HEADER}| 12 kg | ${MUST} | vert |`, 'robuste'],
    [`${HEADER}| 1 | ${MUST} | 12 mm |`, 'robuste mesurée'],
    [`| N° | Exigence | Niveau |\n|---|---|---|\n| 1 | ${MUST} | en acier |`, 'robuste mesurée'],
    [`### EXI-1 Solidité\n\n${MUST}\n\nElle pèse 12 kg.`, 'robuste mesurée (exi1)'],
    [`### EXI-1 Solidité\n\n${MUST}`, 'robuste (exi1)'],
    [`- EXI-1 : solidité : la borne doit être robuste.`, 'robuste (exi1)'],
    [`| Réf. | Exigence |\n|---|---|\n| EXI-1 | ${MUST} |\n| EXI-2 | Le banc doit être beau. |`, 'robuste (exi1)'],
    [`| Réf. | Exigence | Suite |\n|---|---|---|\n| EXI-1 | Borne | ${MUST} |`, 'robuste (exi1)'],
  ]);
  cases(read, [
    ['La borne est robuste.'],
    ['La borne sera robuste.', 'robuste'],
    ['Le titulaire intervient rapidement.', 'rapidement'],
    ['Le maire intervient rapidement.'],
    ["L'acheteur doit être rapide."],
    ['Le mémoire technique doit être clair.'],
    ['La borne doit être en acier.'],
  ]);

  it('is shown, with functions', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return exigences.show(p.ask(exigences), p);
    };
    assert.deepEqual(shown(`### EXI-1 Solidité\n\n${MUST}`), {
      fonctions: [{ repere: 'exi1', nom: 'Solidité', enonce: 'vague' }],
      vagues: [{ mots: ['robuste', 'robuste'], mesuree: false }],
    });
    assert.deepEqual(shown('Le titulaire intervient rapidement, en 4 h.'), {
      fonctions: [],
      vagues: [{ mots: ['rapidement'], mesuree: true }],
    });
    assert.equal(shown('Rien.'), undefined);
  });
});

describe('functions in columns of blanks, under a head that a blank line parts from them', () => {
  cases(placed, [
    [
      '## Fonctions\n\nRéf.  Fonction                Résultat                   Type\n\nF1    Peser la benne          20 kg près, en 5 secondes    M\nF2    Lire la plaque          99 lectures sur 100          M\nF3    Tenir un journal        à l’usage des agents         N',
      'ligne F1    Peser la benne => 20 kg près, en 5 secondes ; M',
      'ligne F2    Lire la plaque => 99 lectures sur 100 ; M',
      'ligne F3    Tenir un journal => à l’usage des agents ; N',
    ],
  ]);
  const states = (text: string) =>
    piece(text)
      .ask(exigences)
      .fonctions.map((f) => f.states);
  cases(states, [
    ['| Fonction | Résultat |\n|---|---|\n| F1 Journal | à l’usage des agents de la paie |', 'rien'],
    ['| Fonction | Résultat |\n|---|---|\n| F1 Journal | pour les agents, en moins de 5 secondes |', 'niveau'],
  ]);
});
