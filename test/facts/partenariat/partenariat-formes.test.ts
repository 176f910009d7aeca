import assert from 'node:assert/strict';
import {
  dealsWithRights,
  followsPartenariat,
  partenariat,
  partenariatPlace,
  saidOfPartenariat,
} from '../../../rules/facts/partenariat/partenariat.ts';
import { partenariatPhases } from '../../../rules/facts/partenariat/phases.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, ...others: string[]): Piece => {
  const [piece] = open(
    [text, ...others].map((t, i) => ({ path: ['rc.md', 'ccap.md', 'cctp.md'][i] as string, text: t })),
  ).pieces;
  assert.ok(piece);
  return piece;
};
const NAMED = 'La consultation est passée selon la procédure du partenariat d’innovation.';

describe('what an innovation partnership says', () => {
  const told = (text: string) =>
    pieceOf(text)
      .ask(partenariat)
      .flatMap((f) => f.signals)
      .join(', ');
  const TABLE: readonly (readonly [string, string])[] = [
    // One partner, or several.
    ['LE PARTENARIAT EST CONCLU AVEC UN PARTENAIRE UNIQUE.', 'nombre'],
    ['Le contrat est mono-attributaire.', 'nombre'],
    ['Deux partenaires travaillent en parallèle.', 'nombre'],
    ['Les partenaires exécutent chacun leur phase.', 'nombre'],
    ['Trois entreprises seront partenaires.', 'nombre'],
    ['Le partenariat est conclu avec un opérateur.', 'nombre'],
    ['Le partenariat est conclu avec plusieurs opérateurs.', 'nombre'],
    ['Le contrat est conclu avec trois entreprises.', ''],
    ['Le partenariat est conclu en mars.', ''],
    ['Plusieurs lots sont prévus.', ''],
    ['Le partenariat, mono-partenaire ou non, est conclu avec un ou plusieurs opérateurs.', ''],
    ['Un partenaire remet un rapport.', ''],
    ['Le partenariat d’innovation est mené en un an.', ''],
    // A target.
    ['Un jalon clôt la période.', 'objectif'],
    ['Au mois 9, le taux atteint 85 %.', 'objectif'],
    ['Au mois 9, le partenaire remet un rapport.', ''],
    ['Le taux atteint 85 %.', ''],
    ['Au mois 9, le paiement atteint 85 % du prix.', ''],
    // The end.
    ['L’acheteur met fin au partenariat si le taux reste inférieur à l’objectif.', 'fin'],
    ['L’acheteur résilie le contrat en cas d’échec.', 'fin'],
    ['L’acheteur résilie le contrat à défaut de réponse après mise en demeure.', ''],
    ['À l’issue de la phase, l’acheteur résilie pour faute un contrat insuffisant.', 'fin'],
    ['En cas d’échec, après mise en demeure, l’acheteur met fin au contrat si le jalon est manqué.', 'objectif, fin'],
    ['L’acheteur résilie le contrat.', ''],
    ['En cas d’échec, un rapport est remis.', ''],
    ['Faute de quoi, si le débit visé n’est pas atteint, l’acheteur se sépare du partenaire.', 'fin'],
    ['Conséquences d’un jalon manqué : aucune, le contrat est arrêté à son terme.', 'objectif'],
    ['Aucun jalon n’est fixé.', ''],
    ['À défaut, le partenariat ne peut être résilié.', ''],
    ['À défaut, le partenariat ne peut être résilié qu’au terme de la phase.', 'fin'],
    // The need.
    ['Personne ne vend de vanne qui tienne à ce froid.', 'besoin'],
    ['| Usage | Produits connus | Avis |\n|---|---|---|\n| Tri | trois robots | aucun ne suffit |', 'besoin'],
    ['| Usage | Produits connus | Avis |\n|---|---|---|\n| Tri | trois robots | tous conviennent |', ''],
    ['| Usage | Locaux existants | Avis |\n|---|---|---|\n| Tri | trois salles | aucun danger |', ''],
    ['Aucune solution disponible ne répond à ce besoin.', 'besoin'],
    ['Il s’agit d’un besoin non couvert.', 'besoin'],
    ['Aucune solution n’est admise par la ville.', ''],
    ['Aucune solution de remplacement n’est disponible.', ''],
    ['Les solutions sont disponibles.', ''],
    // The rights.
    ['Les résultats appartiennent au partenaire.', 'droits'],
    ['Le partenaire concède une licence à la ville.', 'droits'],
    ['Les résultats sont remis en mars.', ''],
    ['Le partage des droits sur les résultats n’est pas réglé par ce contrat.', ''],
    ['Le partage des droits sur les résultats sera réglé par l’article 9.', 'droits'],
    ['La propriété intellectuelle des résultats sera négociée, et répartie, plus tard.', ''],
    ['Le partenaire conserve ses véhicules.', ''],
    ['Les résultats confidentiels restent à la disposition du partenaire.', ''],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${text}`, () => {
      assert.equal(told(text), wanted);
    });
});

describe('a consultation that follows an innovation partnership', () => {
  it('is known by the piece itself, failing that by another', () => {
    const rc = `# RC\n\n${NAMED}`;
    assert.ok(followsPartenariat(pieceOf(rc)));
    assert.ok(followsPartenariat(pieceOf('# RC\n\nLes plis sont remis en ligne.', `# CCAP\n\n${NAMED}`)));
    assert.ok(!followsPartenariat(pieceOf('# RC\n\nLa procédure est l’appel d’offres ouvert.', `# CCAP\n\n${NAMED}`)));
    assert.ok(!followsPartenariat(pieceOf('# RC\n\nLes plis sont remis en ligne.', '# CCAP\n\nTexte.')));
  });
  it('is shown with what it says, each thing once', () => {
    const shown = (text: string) => {
      const piece = pieceOf(text);
      return partenariat.show?.(piece.ask(partenariat), piece);
    };
    assert.deepEqual(
      shown(`${NAMED} Un jalon clôt la phase. Un autre jalon suit. Les brevets restent au partenaire.`),
      {
        dit: ['objectif', 'droits'],
      },
    );
    assert.equal(shown('La procédure est l’appel d’offres ouvert. Un jalon clôt la phase.'), undefined);
  });
  it('is told by the first sentence of any piece, and by no title', () => {
    const said = (...texts: [string, ...string[]]) => {
      const s = saidOfPartenariat(pieceOf(...texts), 'objectif');
      return s?.folded.trim();
    };
    assert.equal(
      said('# RC\n\nTexte.', '# CCAP\n\n## Jalons\n\nUn jalon clôt la phase. Deux jalons.'),
      'un jalon clot la phase.',
    );
    assert.equal(said('# RC\n\n## Jalons\n\nTexte.'), undefined);
    assert.equal(said('# RC\n\nLes brevets restent au partenaire.'), undefined);
  });
  it('is told by what is surely heard, in whatever words', () => {
    const target = 'Le liant doit supporter 300 °C à la fin de la première phase et 450 °C à la fin de la deuxième.';
    assert.ok(saidOfPartenariat(pieceOf('# RC\n\nTexte.', `# CCAP\n\n## Seuils\n\n${target}`), 'objectif'));
  });
  it('deals with rights by a clause, or by a regime of the CCAG', () => {
    const deals = (...texts: [string, ...string[]]) => dealsWithRights(pieceOf(...texts));
    assert.ok(deals('# RC\n\nTexte.', '# CCAP\n\nLes brevets restent au partenaire.'));
    assert.ok(deals('# RC\n\nTexte.', '# CCAP\n\nLe titulaire cède à l’acheteur ses droits d’auteur sur les plans.'));
    assert.ok(
      deals('# RC\n\nTexte.', '# CCAP\n\nL’option A du CCAG-PI s’applique aux droits de propriété intellectuelle.'),
    );
    assert.ok(!deals('# RC\n\nTexte.', '# CCAP\n\nLe titulaire remet un rapport.'));
  });
  it('is pointed at where it is named, else by the title of the piece', () => {
    const at = (text: string) => {
      const piece = pieceOf(text);
      return piece.draft.slice(partenariatPlace(piece)).replace(/^# /, '');
    };
    assert.equal(at(`# RC\n\nTexte. ${NAMED}`), NAMED);
    assert.equal(at('# RC\n\nLa procédure est l’appel d’offres ouvert.'), 'RC');
  });
});

describe('the phases of an innovation partnership, in any form', () => {
  const told = (text: string): string => {
    const p = pieceOf(text).ask(partenariatPhases);
    return [p.research && 'recherche', p.acquisition && 'acquisition', p.lone && 'une seule']
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['LA PHASE 1 EST UNE PHASE D’ETUDE.', 'recherche'],
    ['Après la phase de conception vient la phase de livraison.', 'recherche, acquisition'],
    ['Une phase d’étude de dix mois ; la livraison des plis a lieu en ligne.', 'recherche'],
    ['Une phase de préparation. La livraison a lieu en mars.', ''],
    ['Une phase d’analyse des études.', ''],
    ['La ville procède à l’acquisition des capteurs.', 'acquisition'],
    ['Le contrat commence par la recherche, puis l’achat des capteurs.', 'recherche, acquisition'],
    ['Le contrat commence par la recherche.', ''],
    ['Le contrat commence en mars, puis vient l’achat.', ''],
    ['Une seule phase d’étude est prévue.', 'recherche, une seule'],
    ['Une seule phase de négociation est prévue.', ''],
    ['Les étapes :\n\n- études ;\n- livraison.', 'recherche, acquisition'],
    ['Les étapes de l’analyse des offres :\n\n- études ;\n- livraison.', ''],
    ['Les pièces :\n\n- études ;\n- livraison.', ''],
    ['Les étapes :\n\n- phase d’analyse des études ;\n- livraison.', 'acquisition'],
    ['| Phase | Objet |\n|---|---|\n| 1 | Études |\n| 2 | Divers |', 'recherche'],
    ['Les phases sont :\n\n| N° | Objet |\n|---|---|\n| 1 | Études |\n| 2 | Livraison |', 'recherche, acquisition'],
    ['| Étape de la consultation | Objet |\n|---|---|\n| 1 | Études |', ''],
    ['| Pièce | Objet |\n|---|---|\n| 1 | Études |', ''],
    ['| Phase d’étude | Prix |\n|---|---|\n| 1 | Divers |', 'recherche'],
    ['Le contrat dure un an.', ''],
    [
      'Premier temps : l’équipe cherche un alliage et le prouve. Second temps : la ville achète les pompes qui en sortent.',
      'recherche, acquisition',
    ],
    ['En 2031, la ville achète quarante pales issues de ces travaux.', 'acquisition'],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${text.replaceAll('\n', ' ')}`, () => {
      assert.equal(told(text), wanted);
    });
  it('are first spoken of in the text, and shown from there', () => {
    const first = (text: string) => {
      const piece = pieceOf(text);
      const read = piece.ask(partenariatPhases);
      return [read.first && piece.draft.slice(read.first.span), partenariatPhases.show?.(read, piece)];
    };
    assert.deepEqual(first('## Phases\n\nLe contrat a une phase d’étude. Une phase suit.'), [
      'Le contrat a une phase d’étude.',
      { recherche: true, acquisition: false },
    ]);
    assert.deepEqual(first('La ville procède à l’acquisition des capteurs.'), [undefined, undefined]);
  });
});
