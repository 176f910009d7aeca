import assert from 'node:assert/strict';
import { lonePhases } from '../../../rules/facts/recherche/phases.ts';
import {
  type RechercheSignal,
  recherche,
  reliesOnExclusion,
  rightlyExcluded,
  saidOfRecherche,
  signaled,
} from '../../../rules/facts/recherche/recherche.ts';
import { suites } from '../../../rules/facts/recherche/suites.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, ...others: string[]): Piece => {
  const [piece] = open(
    [text, ...others].map((t, i) => ({ path: ['cctp.md', 'ccap.md', 'rc.md'][i] as string, text: t })),
  ).pieces;
  assert.ok(piece);
  return piece;
};

describe('what is said of a contract of research', () => {
  const told = (text: string) =>
    pieceOf(text)
      .ask(recherche)
      .found.map((f) => f.signal)
      .join(', ');
  const TABLE: readonly (readonly [string, string])[] = [
    ['LE CONTRAT RELEVE DU 2° DE L’ARTICLE L. 2512-5.', 'exclusion'],
    ['Le contrat est conclu au titre de l’article 14, 3° de l’ordonnance n° 2015-899.', 'exclusion'],
    ['Les pièces sont celles de l’article 14, 3° du règlement intérieur.', ''],
    ['Le marché de R&D relève de l’article L. 2512-5.', 'exclusion'],
    ['Les services de recherche et développement sont exclus du champ de la commande publique.', 'exclusion'],
    ['Les services de recherche et développement sont exclus de la garantie.', ''],
    ['Les services de nettoyage sont exclus du champ de la commande publique.', ''],
    ['L’exclusion de l’article L. 2512-5, 2° est inapplicable.', ''],
    ['Le contrat n’est pas un marché de recherche exclu du code de la commande publique.', ''],
    // Who pays.
    ['La caisse finance la totalité du programme.', 'finance-tout'],
    ['La caisse finance en partie le programme.', 'finance-partie'],
    ['La caisse ne finance pas la totalité du programme.', 'finance-partie'],
    ['La caisse paie la totalité de la facture.', ''],
    ['La caisse finance 60 % du budget du programme.', 'finance-partie'],
    ['La caisse paie 60 % du budget du programme.', 'finance-partie'],
    ['Lorsque l’acheteur finance la totalité du programme, un avis de marché est publié.', 'concurrence'],
    ['La caisse finance 100 % du budget du programme.', 'finance-tout'],
    ['La caisse finance 4 % du budget du programme.', ''],
    ['La caisse finance 60 jours du programme.', ''],
    ['Une avance de 30 % du budget est payée par la caisse.', ''],
    ['Le prix compte pour 60 % des dépenses du programme.', ''],
    ['La caisse paie 60 % de la note.', ''],
    ['Le droit suppose que l’acheteur finance la totalité du programme, à condition que le contrat le dise.', ''],
    // Who owns the results.
    ['Les résultats sont la propriété exclusive de la caisse.', 'resultats-acheteur'],
    ['Les brevets appartiennent à la caisse.', 'resultats-acheteur'],
    ['Le logo est la propriété exclusive de la caisse.', ''],
    ['Les brevets portent le nom et sont la propriété exclusive de la caisse.', ''],
    ['Le véhicule est la propriété exclusive de la caisse.', ''],
    ['Les résultats sont nombreux ; la caisse en est seule propriétaire.', 'resultats-acheteur'],
    ['La caisse en devient seule propriétaire.', 'resultats-acheteur'],
    [
      'Les résultats sont détenus en copropriété, la caisse étant seule propriétaire des brevets.',
      'resultats-partages',
    ],
    ['Les résultats appartiennent au titulaire.', 'resultats-partages'],
    // What is industrial.
    ['Le titulaire livre des prototypes de préproduction.', 'industriel'],
    ['Le titulaire réalise l’outillage.', 'industriel'],
    ['Le titulaire livre des prototypes, à l’exclusion de toute préproduction.', ''],
    ['Les chaînes de production sont décrites, sans délai.', 'industriel'],
    // Competition.
    ['Le contrat est conclu de gré à gré.', 'sans-concurrence'],
    ['Le contrat n’est pas conclu de gré à gré.', ''],
    ['Il est interdit de traiter de gré à gré.', ''],
    ['Un avis de marché est publié.', 'concurrence'],
    ['Cinq laboratoires ont été consultés.', 'concurrence'],
    ['Le laboratoire a été retenu sans consulter d’autres équipes.', 'sans-concurrence'],
    // Pre-commercial procurement.
    ['Il s’agit d’un achat public avant commercialisation.', 'apac'],
    ['La procédure n’est pas un achat public avant commercialisation.', ''],
    ['Le contrat ne constitue pas un achat public avant commercialisation.', ''],
    ['Les risques sont partagés entre les parties.', 'risques-partages'],
    ['Le titulaire verse une redevance.', 'risques-partages'],
    ['Le prix est fixé et tient compte de l’exploitation future des brevets.', 'risques-partages'],
    ['Aucune redevance n’est due.', ''],
    ['Le titulaire remet un rapport.', ''],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${text}`, () => {
      assert.equal(told(text), wanted);
    });

  it('is pointed at in its clause', () => {
    const at = (text: string) => {
      const piece = pieceOf(text);
      return piece.ask(recherche).found.map((f) => [f.signal, piece.draft.slice(f.sentence.at(f))]);
    };
    assert.deepEqual(
      at(
        'Les travaux durent un an ; la caisse finance la totalité du programme ; les résultats appartiennent à la caisse.',
      ),
      [
        ['finance-tout', 'finance la totalité'],
        ['resultats-acheteur', 'résultats appartiennent à'],
      ],
    );
    assert.deepEqual(at('Les travaux durent un an ; la caisse finance 60 % du programme.'), [
      ['finance-partie', '60 %'],
    ]);
    assert.deepEqual(at('Les travaux durent un an ; le titulaire livre des outillages industriels.'), [
      ['industriel', 'livre des outillages'],
    ]);
  });

  it('is shown when the contract is one of research', () => {
    const shown = (text: string) => {
      const piece = pieceOf(text);
      return recherche.show?.(piece.ask(recherche), piece);
    };
    const relied = 'Le contrat relève du 2° de l’article L. 2512-5.';
    assert.deepEqual(shown(`${relied} ${relied} La caisse finance la totalité du programme.`), {
      signaux: ['exclusion', 'finance-tout'],
    });
    assert.deepEqual(shown('Il s’agit d’un achat public avant commercialisation.'), { signaux: ['apac'] });
    assert.equal(shown('La caisse finance la totalité du programme.'), undefined);
  });

  it('holds for the whole consultation', () => {
    const piece = pieceOf('# CCTP\n\nTexte.', '# CCAP\n\nLe contrat relève du 2° de l’article L. 2512-5.');
    const said = (signal: RechercheSignal) => [saidOfRecherche(piece, signal), signaled(piece, signal).length];
    assert.deepEqual(said('exclusion'), [true, 0]);
    assert.deepEqual(said('apac'), [false, 0]);
    assert.ok(reliesOnExclusion(piece));
    const head = '---\ndce:\n  procedure: recherche-developpement\n---\n\n# CCTP\n\nTexte.';
    assert.ok(reliesOnExclusion(pieceOf(head)));
    assert.ok(reliesOnExclusion(pieceOf('# CCTP\n\nTexte.', head.replace('CCTP', 'CCAP'))));
    assert.ok(!reliesOnExclusion(pieceOf('---\ndce:\n  procedure: mapa\n---\n\n# CCTP\n\nTexte.')));
  });

  it('is wrongly excluded only when the buyer pays all and owns all', () => {
    const relied = '# CCTP\n\nLe contrat relève du 2° de l’article L. 2512-5.';
    const pays = 'La caisse finance la totalité du programme.';
    const owns = 'Les résultats sont la propriété exclusive de la caisse.';
    const keeps = 'Les brevets appartiennent au titulaire.';
    assert.ok(!rightlyExcluded(pieceOf(relied, `# CCAP\n\n${pays} ${owns}`)));
    assert.ok(rightlyExcluded(pieceOf(relied, `# CCAP\n\n${owns}`)));
    assert.ok(rightlyExcluded(pieceOf(relied, `# CCAP\n\n${pays}`)));
    assert.ok(rightlyExcluded(pieceOf(relied, `# CCAP\n\n${pays} ${owns} ${keeps}`)));
    assert.ok(!rightlyExcluded(pieceOf(`${relied} ${keeps}`, `# CCAP\n\n${pays} ${owns}`)));
    assert.ok(rightlyExcluded(pieceOf(relied, `# CCAP\n\n${pays} ${owns} Le titulaire finance 40 % du programme.`)));
  });
});

describe('a phase kept to one firm', () => {
  const lone = (text: string) => {
    const piece = pieceOf(text);
    return piece.ask(lonePhases).map((p) => piece.draft.slice(p.at));
  };
  const ONE: readonly (readonly [string, readonly string[]])[] = [
    ['UNE SEULE EQUIPE EST RETENUE POUR LA PHASE 3.', ['UNE SEULE EQUIPE EST RETENUE POUR LA PHASE 3.']],
    ['Le lauréat poursuit seul le programme.', ['Le lauréat poursuit seul le programme.']],
    ['Celle qui reste en lice mène seule les essais.', ['Celle qui reste en lice mène seule les essais.']],
    ['- Phase 1 : trois entreprises ;\n- Phase 2 : 1 entreprise.', ['Phase 2 : 1 entreprise.']],
    ['- Première phase : deux équipes ;\n- Dernière phase : une équipe, un laboratoire.', []],
    ['- Dernière phase : 1 laboratoire, 2 équipes.', []],
    ['- Dernière phase : 1 laboratoire.', ['Dernière phase : 1 laboratoire.']],
    ['- Phase 2 : au moins 1 entreprise.', []],
    ['- Phase 2 : 1 entreprise par lot.', []],
    ['- Phase 2 : trois mois.', []],
    ['- Annexe 2 : 1 entreprise.', []],
    ['Phase 2 : 1 entreprise.', []],
    [
      '| Phase | Nombre d’entreprises |\n|---|---|\n| 1 | 3 |\n| 2 | Une seule |\n| 3 | 1 (une) |\n| 4 | 1 |\n| 5 | 1 à 2 |\n| 6 | 01 |\n| 7 | 1 seule équipe |\n| 8 | 11 |\n| 9 | une (1) |',
      ['Une seule', '1 (une)', '1', '01', '1 seule équipe', 'une (1)'],
    ],
    ['| Étape | Titulaires retenus | Délai |\n|---|---|---|\n| 1 | 1 | 1 |', ['1']],
    ['| Lot | Nombre d’entreprises |\n|---|---|\n| 1 | 1 |', []],
    ['| Phase | Délai |\n|---|---|\n| 1 | 1 |', []],
    ['## Une seule équipe est retenue pour la phase 3\n\nTexte.', []],
    ['Une seule équipe est retenue.', []],
    ['Une seule équipe est citée au programme.', []],
    ['Une seule phase est retenue par l’équipe.', []],
    ['Un agent seul réalise seul la suite.', []],
    ['Une seule équipe est retenue par lot pour la phase 3.', []],
    ['Une seule offre est retenue par équipe pour la phase 3 : une seule équipe par offre.', []],
  ];
  for (const [text, wanted] of ONE)
    it(`${wanted.length}: ${text.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(lone(text), wanted);
    });
  it('is given once, in the order of the text', () => {
    assert.deepEqual(
      lone(
        '| Phase | Équipes |\n|---|---|\n| 1 | 1 |\n\nUne seule équipe est retenue pour la phase 2.\n\n- Phase 3 : une seule équipe est retenue.',
      ),
      ['1', 'Une seule équipe est retenue pour la phase 2.', 'Phase 3 : une seule équipe est retenue.'],
    );
  });
  it('is shown by its number', () => {
    const shown = (text: string) => {
      const piece = pieceOf(text);
      return lonePhases.show?.(piece.ask(lonePhases), piece);
    };
    assert.equal(shown('Une seule équipe est retenue pour la phase 2.'), 1);
    assert.equal(shown('Deux équipes sont retenues pour la phase 2.'), undefined);
  });
});

describe('the finished product promised to the firm that did the research', () => {
  const PROMISED: readonly string[] = [
    'LA CAISSE S’ENGAGE A COMMANDER AU TITULAIRE 300 UNITES.',
    'Le titulaire a un droit de priorité au marché de fourniture.',
    'À l’issue du programme, le marché de fourniture est attribué au titulaire.',
    'À l’issue du programme, la caisse garantit au titulaire l’acquisition de ses capteurs.',
    'Le titulaire deviendra le fournisseur de la caisse.',
    'Le titulaire fabrique ensuite 200 capteurs, sans nouvelle mise en concurrence.',
    'Au terme du programme, le déploiement est confié de gré à gré.',
    'Le titulaire se verra confier la série, en plus des prototypes.',
  ];
  for (const text of PROMISED)
    it(`is promised: ${text}`, () => {
      const piece = pieceOf(text);
      assert.deepEqual(
        piece.ask(suites).map((s) => piece.draft.slice(s.at)),
        [text],
      );
    });
  const FREE: readonly string[] = [
    'La caisse ne garantit au titulaire aucune commande.',
    'Jamais le marché de fourniture n’est confié au titulaire sans nouvelle mise en concurrence, à l’issue du programme.',
    'La caisse attribue au titulaire le marché de fourniture.',
    'À l’issue du programme, la caisse attribue le marché de fourniture.',
    'À l’issue de la phase 1, la commande de prototypes est attribuée au titulaire.',
    'La caisse s’engage à commander au titulaire une série de tests.',
    'Le titulaire fabrique ensuite 200 prototypes, sans nouvelle mise en concurrence.',
    'Le titulaire fabrique 200 capteurs, sans nouvelle mise en concurrence.',
    'Le titulaire fabrique ensuite 200 capteurs.',
    'Le titulaire fabrique ensuite 200 capteurs automatiquement.',
    'Le titulaire se repose ensuite, sans nouvelle mise en concurrence.',
    '## La caisse s’engage à commander au titulaire 300 unités\n\nTexte.',
    'La caisse remet ensuite son avis au titulaire.',
  ];
  for (const text of FREE)
    it(`is not promised: ${text.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(pieceOf(text).ask(suites), []);
    });
  it('is shown by its number', () => {
    const shown = (text: string) => {
      const piece = pieceOf(text);
      return suites.show?.(piece.ask(suites), piece);
    };
    assert.equal(shown(PROMISED[0] as string), 1);
    assert.equal(shown('Le titulaire remet un rapport.'), undefined);
  });
});
