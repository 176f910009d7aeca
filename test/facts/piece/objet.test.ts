import assert from 'node:assert/strict';
import { objet } from '../../../rules/facts/piece/objet.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string) => {
  const [piece] = open([{ path: 'ccap.md', text }]).pieces;
  assert.ok(piece);
  return piece;
};
/** What the contract is for, as written. */
const read = (body: string, head = '# CCAP') =>
  pieceOf(`${head}\n\n${body}\n`)
    .ask(objet)
    .map((o) => o.text);

describe('the object of a contract', () => {
  const SAID: readonly (readonly [string, string])[] = [
    // A sentence says what the contract is for.
    ['Le présent marché a pour objet la fourniture de compteurs.', 'la fourniture de compteurs'],
    ['LA CONSULTATION PORTE SUR L’ENTRETIEN DES HAIES.', 'L’ENTRETIEN DES HAIES'],
    ['Le marché (référence 2026) a pour objet le nettoyage des vitres.', 'le nettoyage des vitres'],
    ['Le marché n° 2026-12/B, a pour objet le nettoyage des vitres.', 'le nettoyage des vitres'],
    ['Les prestations consistent en la tonte des pelouses.', 'la tonte des pelouses'],
    ['Ce marché public de services est relatif au gardiennage du musée.', 'gardiennage du musée'],
    ['Le marché est conclu pour la fourniture de compteurs.', 'la fourniture de compteurs'],
    ['L’accord-cadre est passé en vue de l’entretien des haies.', 'l’entretien des haies'],
    ['La consultation vise à la réalisation d’une étude de sol.', 'la réalisation d’une étude de sol'],
    ['Le contrat vise l’exploitation du parking.', 'l’exploitation du parking'],
    // The object is named.
    ['L’objet du marché est la location de photocopieurs.', 'la location de photocopieurs'],
    ['L’objet de l’accord-cadre consiste en la pose de bancs.', 'la pose de bancs'],
    ['Objet : location de photocopieurs', 'location de photocopieurs'],
    ['1. Objet de la consultation : la consultation porte sur la pose de bancs.', 'la pose de bancs'],
    // A piece tells it by the way.
    ['Le présent CCTP définit les prestations relatives à la location de bennes.', 'la location de bennes'],
    [
      'Le cahier des charges fixe les conditions du marché de maintenance des chaudières.',
      'maintenance des chaudières',
    ],
    // The piece says what it rules, under the title on the object.
    [
      '## Article 1 : Objet du marché\n\nLes dispositions du présent CCAP concernent l’organisation de sessions de formation.',
      'l’organisation de sessions de formation',
    ],
    [
      '## Objet\n\nLe présent cahier des clauses administratives particulières (CCAP) s’applique à la location de bennes.',
      'la location de bennes',
    ],
    ['## Objet\n\nLes stipulations du présent document régissent l’entretien des haies.', 'l’entretien des haies'],
    // A wish, under the title on the object.
    ['## Objet\n\nLa Ville souhaite confier à un opérateur la collecte des cartons.', 'la collecte des cartons'],
    ['## Objet du marché\n\nLe CHU entend acquérir des lits médicalisés.', 'des lits médicalisés'],
    // A noun, under its title or beside its label.
    ['## Objet\n\nFourniture et pose de compteurs.', 'Fourniture et pose de compteurs'],
    ['## Objet et forme\n\nEntretien des haies.', 'Entretien des haies'],
    ['## Objet du marché\n\n- Mission de conseil en énergie.', 'Mission de conseil en énergie'],
    ['| Rubrique | Contenu |\n|---|---|\n| Objet du marché | Fourniture de compteurs |', 'Fourniture de compteurs'],
    [
      '| Rubrique | Contenu |\n|---|---|\n| Intitulé de la consultation : | Travaux de peinture |',
      'Travaux de peinture',
    ],
    // Where it ends.
    ['Le marché a pour objet la pose de bancs, ci-après « les bancs ».', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs pour le compte de la Ville.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs au profit des écoles.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs tels que décrits au CCTP.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs décrite au CCTP.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs définis à l’annexe.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs, pour une durée de deux ans.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs ; il est conclu en mars.', 'la pose de bancs'],
    ['Le marché a pour objet la pose de bancs, de tables et de mâts.', 'la pose de bancs, de tables et de mâts'],
  ];
  for (const [body, wanted] of SAID)
    it(`is « ${wanted} »: ${body.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(read(body), [wanted]);
    });

  const SILENT: readonly string[] = [
    'Le marché est conclu pour la durée des travaux.',
    'Le marché est conclu pour deux ans.',
    'Le règlement fixe les règles prévues pour la remise des offres.',
    'Le marché a pour objet les prestations décrites ci-dessous.',
    'Le marché a pour objet de définir les clauses du contrat.',
    'Le présent document a pour objet de fixer les conditions du marché de travaux.',
    'La consultation porte sur plusieurs lots.',
    'La consultation porte sur les 3 lots.',
    'La consultation porte sur l’ensemble des prestations.',
    'Le marché concerne le lot 2.',
    'Si le marché porte sur le papier, un échantillon est joint.',
    'Lorsque la consultation concerne la maintenance, une visite est prévue.',
    'La facture ne dit pas que le marché porte sur le papier.',
    'Lot 2 : le marché a pour objet la pose de bancs.',
    '## Lot 2\n\nLe marché a pour objet la pose de bancs.',
    '## Lot 2\n\n### Contenu\n\nLe marché a pour objet la pose de bancs.',
    '## Le marché a pour objet la pose de bancs\n\nTexte.',
    'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## Lot 2\n\n### Contenu\n\nLe marché a pour objet la pose de bancs.',
    'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## Lot 2 : bancs\n\nLe marché a pour objet la pose de bancs.',
    '## Contexte\n\nLa Ville souhaite confier à un opérateur la collecte des cartons.',
    '## Présentation\n\nFourniture et pose de compteurs.',
    '## Objet\n\nVoir le code.\n\nFourniture et pose de compteurs.',
    '## Objets trouvés\n\nFourniture et pose de compteurs.',
    '| Rubrique | Contenu |\n|---|---|\n| Lieu | Travaux en mairie |',
    '| Objet du marché | Lieu |\n|---|---|\n| Bancs | Travaux en mairie |',
    'Le marché est notifié en mars.',
    'Le sous-marché a lieu en mars.',
  ];
  for (const body of SILENT)
    it(`is not told: ${body.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(read(body), []);
    });

  it('is not that of the piece of one lot', () => {
    const said = 'Le marché a pour objet la pose de bancs.';
    assert.deepEqual(read(said, '# CCTP – Lot 2'), []);
    assert.deepEqual(read(said, '# CCTP\n\n**Lot 2 : bancs**'), []);
    assert.deepEqual(read(`${said}\n\nLe lot 2 est réservé.`), ['la pose de bancs']);
  });

  it('is not looked for far down, save under a title that presents it', () => {
    const far = Array.from({ length: 45 }, (_, i) => `Le paragraphe ${i} parle d’autre chose.`).join('\n\n');
    const said = 'L’opération concerne le curage du puits.';
    assert.deepEqual(read(`${said}\n\n${far}`), ['le curage du puits']);
    assert.deepEqual(read(`${far}\n\n## Contrôle\n\n${said}`), []);
    assert.deepEqual(read(`${far}\n\n## Description du besoin\n\n${said}`), ['le curage du puits']);
    assert.deepEqual(read(`${far}\n\n## Contrôle\n\nL’objet du marché est le curage du puits.`), [
      'le curage du puits',
    ]);
  });

  it('is told first by the article on it', () => {
    const text = 'Le marché concerne le curage.\n\n## Objet\n\nLe marché a pour objet la pose de bancs.';
    assert.deepEqual(read(text), ['la pose de bancs', 'le curage']);
  });

  it('is pointed at, alone and in its sentence', () => {
    for (const [body, sentence, words, folded] of [
      [
        'Le marché est public. Le marché a pour\nobjet la pose\nde bancs.',
        'Le marché a pour\nobjet la pose\nde bancs.',
        'la pose\nde bancs',
        'la pose de bancs',
      ],
      ['## Objet\n\nLe CHU souhaite acquérir des lits.', 'Le CHU souhaite acquérir des lits.', 'des lits', 'des lits'],
    ] as const) {
      const piece = pieceOf(`# CCAP\n\n${body}\n`);
      const [o] = piece.ask(objet);
      assert.ok(o);
      assert.deepEqual(
        [piece.draft.slice(o.at), piece.draft.slice(o.words).trim(), o.folded, o.sentence.span.start],
        [sentence, words, folded, o.at.start],
      );
    }
  });

  it('is shown as written, or not at all', () => {
    const shown = (body: string) => {
      const piece = pieceOf(`# CCAP\n\n${body}\n`);
      return objet.show?.(piece.ask(objet), piece);
    };
    assert.deepEqual(shown('Le marché a pour objet la pose de bancs.'), ['la pose de bancs']);
    assert.equal(shown('Le marché est notifié en mars.'), undefined);
  });
});
