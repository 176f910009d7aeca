import assert from 'node:assert/strict';
import { moyens } from '../../../rules/facts/besoin/exigences-moyens.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'cctp.md', text: `# CCTP\n\n${text}\n` }]).pieces[0] as Piece;
/** « réalisés exclusivement en acier », with « loi » or « existant » for a reason and « ouvert » where another is admitted. */
const read = (text: string): string[] => {
  const p = piece(text);
  return p.ask(moyens).map((m) => {
    assert.equal(p.draft.slice(m.at), m.sentence.text);
    return [m.words, ...(m.reason ? [m.reason] : []), ...(m.open ? ['ouvert'] : [])].join(' ; ');
  });
};
const cases = (list: readonly (readonly [text: string, ...expected: string[]])[]) => {
  for (const [text, ...expected] of list)
    it(`${expected.join(' + ') || 'none'}: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(read(text), expected));
};

describe('a means imposed to the exclusion of others', () => {
  cases([
    ['Les bancs sont réalisés exclusivement en acier.', 'réalisés exclusivement en acier'],
    ['Les bancs sont réalisés en acier, exclusivement.', 'Les bancs sont réalisés en acier, exclusivement.'],
    ['LES BANCS SONT REALISES UNIQUEMENT EN ACIER.', 'REALISES UNIQUEMENT EN ACIER'],
    ['Les bancs sont exclusivement réalisés en bois massif de chêne.', 'exclusivement réalisés en bois massif'],
    ['Les bancs doivent impérativement être posés avec des chevilles.', 'impérativement être posés avec des chevilles'],
    ['Les sols sont lavés exclusivement à la vapeur.', 'lavés exclusivement à la vapeur'],
    ['Les sols sont exclusivement lavés au jet.', 'exclusivement lavés au jet'],
    ['La structure est exclusivement en acier.', 'est exclusivement en acier'],
    ['Le titulaire utilise exclusivement des peintures acryliques.', 'utilise exclusivement des peintures acryliques'],
    ["Les façades sont blanches, à l'exclusion de tout autre procédé.", "à l'exclusion de tout autre procédé"],
    [
      "Les façades sont blanches, à l'exclusion de toute technique différente.",
      "à l'exclusion de toute technique différente",
    ],
    [
      "Les façades sont peintes à la chaux, à l'exclusion de tout autre.",
      "peintes à la chaux, à l'exclusion de tout autre",
    ],
    [
      "Le logiciel est écrit en langage Java, à l'exclusion de tout autre.",
      "écrit en langage Java, à l'exclusion de tout autre",
    ],
    ['Seule la pose par collage est admise.', 'Seule la pose par collage est admise'],
    ['Le seul procédé admis est le collage.', 'Le seul procédé admis est le collage'],
    ['Le collage est le seul procédé autorisé.', 'est le seul procédé autorisé'],
    ['Tous les matériaux autres que le bois sont interdits.', 'Tous les matériaux autres que le bois sont interdits'],
    ["Aucun autre langage n'est accepté.", "Aucun autre langage n'est accepté"],
    ['Le procédé par collage est imposé.', 'Le procédé par collage est imposé'],
    ['Les bancs sont réalisés exclusivement\nen acier.', 'réalisés exclusivement en acier'],
    [
      'Les bancs sont réalisés exclusivement en acier ; les tables sont faites uniquement en bois.',
      'réalisés exclusivement en acier',
    ],
  ]);

  it('is none where persons, places, times, channels or tongues are', () => {
    for (const text of [
      'La formation est exclusivement en ligne.',
      'Le titulaire utilise exclusivement le français.',
      "Le rapport est écrit en français, à l'exclusion de tout autre.",
      "Le banc est livré par voie postale, à l'exclusion de tout autre.",
      'Les plis sont déposés uniquement par voie électronique.',
      'Les interventions sont réalisées uniquement par un électricien habilité.',
      'Les travaux sont réalisés exclusivement en journée.',
      'Seuls les véhicules électriques sont admis.',
      'Seules les variantes sont admises.',
      'Les bancs sont réalisés en acier.',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('is none by anyone, anywhere, at any time, through any channel', () => {
    const ONE = (
      'l’agent, un personnel, l’ouvrier, une entreprise, une société, un technicien, un électricien, une personne, un opérateur, ' +
      'un intervenant, son équipe, un formateur, un médecin, un professionnel, un salarié, un chauffeur, un conducteur, ' +
      'un laboratoire, un organisme, un avocat, un traducteur, un enseignant, un soudeur agréé, un bon de commande, ' +
      'un ordre de service, un courrier, une fiche, un formulaire, un bordereau, le service, l’acheteur, le titulaire, un géomètre, ' +
      'un quai, un escalier, un couloir, un ascenseur, une entrée, la porte d’honneur, un jour ouvré, un horaire fixe, une heure fixe, un euro'
    ).split(', ');
    const MANY = (
      'des agents, des personnels, des ouvriers, des entreprises, des sociétés, des techniciens, des électriciens, des personnes, ' +
      'des opérateurs, des intervenants, ses équipes, des formateurs, des médecins, des professionnels, des salariés, des chauffeurs, ' +
      'des conducteurs, des laboratoires, des organismes, des avocats, des traducteurs, des enseignants, des soudeurs qualifiés, ' +
      'des bons de commande, des ordres de service, des courriers, des fiches, des formulaires, les services, ' +
      'les quais, les escaliers, les couloirs, les ascenseurs, les entrées, les portes d’honneur, des jours ouvrés, des horaires fixes, des heures fixes, des euros'
    ).split(', ');
    for (const by of [...ONE, ...MANY]) assert.deepEqual(read(`L’envoi est effectué exclusivement par ${by}.`), [], by);
    for (const by of ['l’agenda', 'le collage', 'des vis', 'un robot', 'du sablage', 'leur machine'])
      assert.equal(read(`L’envoi est effectué exclusivement par ${by}.`).length, 1, by);
  });

  it('is none for a single person or offer, and is for a single way, whatever its gender', () => {
    for (const text of [
      'Seul le collage est admis.',
      'Seule une pose par vis est admise.',
      'Seules les vis sont autorisées.',
      'Seuls les joints souples seront tolérés.',
      'Seule l’énergie du soleil sera retenue.',
    ])
      assert.equal(read(text).length, 1, text);
    for (const text of [
      'Seul le candidat est admis.',
      'Seules les offres complètes sont retenues.',
      'Esseulé, le collage est admis.',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('is not looked for in a page without full stops', () => {
    assert.deepEqual(read(`Les bancs sont réalisés exclusivement en acier, ${'vert et blanc, '.repeat(40)}mat.`), []);
  });
});

describe('why a means is imposed', () => {
  cases([
    [
      "Les bancs sont réalisés exclusivement en acier, conformément à l'arrêté du maire.",
      'réalisés exclusivement en acier ; loi',
    ],
    [
      'Les bancs sont réalisés exclusivement en acier, pour des raisons de compatibilité.',
      'réalisés exclusivement en acier ; existant',
    ],
    [
      "Les bancs sont réalisés exclusivement en acier. Ce choix s'explique en raison du bord de mer.",
      'réalisés exclusivement en acier ; existant',
    ],
    ['Les bancs sont réalisés exclusivement en acier. Ils sont verts.', 'réalisés exclusivement en acier'],
    ['## Existant\n\nLes bancs sont réalisés exclusivement en acier.', 'réalisés exclusivement en acier ; existant'],
    ['Actuellement, les bancs sont réalisés exclusivement en acier.', 'réalisés exclusivement en acier ; existant'],
  ]);
});

describe('another means is admitted', () => {
  cases([
    ['Les bancs sont réalisés exclusivement en acier ou équivalent.', 'réalisés exclusivement en acier ; ouvert'],
    [
      'Les bancs sont réalisés exclusivement en acier, sauf accord du service.',
      'réalisés exclusivement en acier ; ouvert',
    ],
    [
      'Les bancs sont réalisés exclusivement en acier. Une solution de mêmes performances est admise.',
      'réalisés exclusivement en acier ; ouvert',
    ],
  ]);

  it('is shown with the words and the reason', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return moyens.show(p.ask(moyens), p);
    };
    assert.deepEqual(shown('Les bancs sont réalisés exclusivement en acier ou équivalent.'), [
      { mots: 'réalisés exclusivement en acier', raison: 'aucune', ouvert: true },
    ]);
    assert.deepEqual(shown("Les bancs sont réalisés exclusivement en acier, selon l'arrêté."), [
      { mots: 'réalisés exclusivement en acier', raison: 'loi', ouvert: false },
    ]);
    assert.equal(shown('Rien.'), undefined);
  });
});
