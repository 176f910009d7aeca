import assert from 'node:assert/strict';
import { champs } from '../../../rules/facts/redaction/champs.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, path: string) => open([{ path, text }]).pieces[0] as Piece;
const fields = (text: string, path = 'rc.md') => pieceOf(text, path).ask(champs);
/** Whose each field is. */
const whose = (text: string, path?: string) => fields(text, path).map((c) => (c.candidate ? 'candidat' : 'acheteur'));
/** « Surface: 3 m² » as « cell Surface ». */
const told = (text: string, path?: string) =>
  fields(text, path).map((c) => [c.kind, c.label, c.text].filter(Boolean).join(' '));

describe('a field', () => {
  const CASES: readonly (readonly [text: string, whose: readonly string[], path?: string])[] = [
    // What a candidate fills: a form, an act he signs, what is asked of him.
    ['# Acte d’engagement\n\nSIRET : ………………', ['candidat'], 'ae.md'],
    ['# Bordereau des prix\n\nMontant : ………………… €', ['candidat'], 'bpu.md'],
    ['## Bulletin d’inscription\n\nNombre de personnes : …………', ['candidat']],
    ['## Identification du contractant\n\nNombre de salariés : …………', ['candidat']],
    ['Formulaire :\n\n- effectif : …………\n- âge : ………', ['candidat', 'candidat']],
    ['Fait à ……………, le ……………', ['candidat', 'candidat']],
    ['Fait en un seul exemplaire, à …………', ['candidat']],
    ['Signature : …………', ['candidat']],
    ['Le candidat indique son délai : …… jours.', ['candidat']],
    ['Délai proposé par le soumissionnaire : [à compléter]', ['candidat']],
    ['Nous soussignés ………… déclarons la sincérité des comptes.', ['candidat']],
    ['Délai renseigné par le titulaire : …… jours.', ['candidat']],
    ['À indiquer dans son offre : [durée].', ['candidat']],
    ['Réponse du candidat :\n\n- délai : …… jours', ['candidat']],
    ['## Partie à remplir par l’entreprise\n\nDélai : [à compléter]', ['candidat']],
    ['Raison sociale : …………', ['candidat']],
    ['Reçu l’avis le JJ/MM/AAAA', ['candidat']],
    ['Fait à Metz. Le …………', ['candidat']],
    ['Tarif : ............ €', ['candidat']],
    ['Tarif : ............€', ['candidat']],
    ['Tarif de A : ............ €', ['candidat']],
    ['Un lot : …..€, deux lots : …..€, trois lots : …..€', ['candidat', 'candidat', 'candidat']],
    ['# Acte d’engagement\n\nDurée proposée : …………', ['candidat'], 'ae.md'],
    ['# Acte d’engagement\n\nDélai d’exécution proposé : à compléter', ['candidat'], 'ae.md'],
    ['Tarif : ……………………… €', ['candidat']],
    ['Un lot : ….. €, deux lots : ….. €, trois lots : ….. €', ['candidat', 'candidat', 'candidat']],
    ['| Poste | Réponse du candidat |\n|---|---|\n| Délai | [à compléter] |\n', ['candidat']],
    ['| Rubrique | Signature |\n|---|---|\n| Cadre | ………… |\n', ['candidat']],
    ['# Acte d’engagement\n\nEffectif : [à compléter]', ['candidat'], 'ae.md'],
    ['# Acte d’engagement\n\nEffectif : à préciser', ['candidat'], 'ae.md'],
    // His turnover, be it told under the box; his envelope; his side of the signatures.
    ['Euros\n\n.............. H.T\nChiffre d’affaires de l’exercice\n\n.............. H.T', ['candidat', 'candidat']],
    ['COPIE DE SAUVEGARDE – voirie 2027\n\nLot n° : ………\n\nSociété : ………\n\nNE PAS OUVRIR', ['candidat', 'candidat']],
    ['| Pour le titulaire | Pour la ville |\n|---|---|\n| [Nom, qualité] | [Nom, qualité] |', ['candidat', 'acheteur']],
    ['Pour la ville       Pour le titulaire\n[Nom, qualité]      [Nom, qualité]', ['acheteur', 'candidat']],
    ['Pour l’entreprise : [Nom]\n\nPour la commune : [Nom]', ['candidat', 'acheteur']],
    // What the buyer fills.
    ['Chiffre d’affaires minimal exigé : ……… €', ['acheteur']],
    ['L’enveloppe porte les mentions :\n\nObjet : …………\n\nNE PAS OUVRIR', ['acheteur']],
    ['# Acte d’engagement\n\nPrix [fermes / révisables], marché [ou accord-cadre]', ['acheteur', 'acheteur'], 'ae.md'],
    ['# Acte d’engagement\n\nLe signataire [accepte / refuse] l’avance.', ['candidat'], 'ae.md'],
    ['Durée : `[À COMPLÉTER : mois]`, selon `reception`.', ['acheteur']],
    ['Les champs `[à compléter]` sont à renseigner. Appel de `[0-9]`.', []],
    ['Le titulaire remet un rapport tous les XX mois.', ['acheteur']],
    ['Une pénalité de ____ € par jour est due par le titulaire.', ['acheteur']],
    ['# Acte d’engagement\n\nMarché n° [à compléter]', ['acheteur'], 'ae.md'],
    ['# Acte d’engagement\n\nDurée : XX mois', ['acheteur'], 'ae.md'],
    ['# Acte d’engagement\n\nMaître d’ouvrage : [nom]', ['acheteur'], 'ae.md'],
    ['Délai : [à compléter]', ['acheteur']],
    ['Le candidat est informé. Le délai est de …… jours.', ['acheteur']],
    ['Le candidat indique son âge. Le délai est de …… jours. Le candidat indique son nom.', ['acheteur']],
    ['Tarif : ............ (en €)', ['acheteur']],
    ['Tarif : [à compléter] €', ['acheteur']],
    ['| Poste | Valeur |\n|---|---|\n| Délai | ………… |\n', ['acheteur']],
    ['Le [date] à [heure], salle [nom]', ['acheteur', 'acheteur', 'acheteur']],
    ['Un : XX €, deux : XX €, trois : XX €', ['acheteur', 'acheteur', 'acheteur']],
    ['Un : ….. m à 3 €, deux : ….. m à 3 €, trois : ….. m à 3 €', ['acheteur', 'acheteur', 'acheteur']],
    ['Raison sociale : [à compléter]', ['acheteur']],
    ['Signature : [à compléter]', ['acheteur']],
    ['Une retenue de ……………………… € est faite.', ['acheteur']],
    ['Un lot : ….. €, deux lots : ….. €', ['acheteur', 'acheteur']],
    ['## Bulletin d’inscription\n\nNombre de personnes : [nombre]', ['acheteur']],
    ['| Poste | Valeur |\n|---|---|\n| Délai | [à compléter] |\n', ['acheteur']],
    ['Le délai est de …… jours et le candidat s’engage à le tenir.', ['candidat']],
    ['Texte sans champ.', []],
    // A table of contents, dots and page numbers.
    ['Article 1 ............ 3', []],
    ['Objet : ........ 3', []],
    ['Objet : ........ 12', []],
    ['Objet : ........3', []],
    ['Objet : ........ 3, [à compléter]', ['acheteur']],
    ['Taux : ........ 20 %', ['acheteur']],
    ['Taux : ........ 20%', ['acheteur']],
    ['1 Objet …………… 3\n\nContact : ………… 12 %', ['acheteur']],
  ];
  for (const [text, expected, path] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is for ${expected.join(', ') || 'nobody'}`, () =>
      assert.deepEqual(whose(text, path), expected));

  it('has the label before it', () => {
    assert.deepEqual(told('Contact : [à compléter]'), ['bracket Contact [à compléter]']);
    assert.deepEqual(told('Date de remise = XX mois'), ['letters Date de remise XX']);
    assert.deepEqual(told('Contact: [nom]'), ['bracket Contact [nom]']);
    assert.deepEqual(told('Contact :[nom]'), ['bracket Contact [nom]']);
    assert.deepEqual(told('Contact : M. [nom]'), ['bracket [nom]']);
    assert.deepEqual(told('Le délai est de …… jours'), ['line ……']);
    assert.deepEqual(told('A : [nom]'), ['bracket [nom]']);
  });

  it('is one with the marks that punctuation alone parts, and spans lines', () => {
    assert.deepEqual(told('avant le JJ/MM/20XX – XX h 00'), ['date JJ/MM/20XX – XX']);
    assert.deepEqual(told('le [date], [heure]'), ['bracket [date]', 'bracket [heure]']);
    assert.deepEqual(told('le [date], XX h'), ['bracket [date]', 'letters XX']);
    assert.deepEqual(told('XX h, [lieu]'), ['letters XX', 'bracket [lieu]']);
    assert.deepEqual(told('du …… au …… inclus'), ['line ……', 'line ……']);
    assert.deepEqual(told('le [date à  \n  compléter]'), ['bracket [date à compléter]']);
  });
});

describe('an empty cell', () => {
  const HEAD = '| Site | Adresse | Surface |\n|---|---|---|\n';
  const CASES: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
    ['among filled ones', `${HEAD}| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | 3 rue | 4 m² |`, 'cell Adresse'],
    ['of two columns', '| Poste | Prix |\n|---|---|\n| A | 2 |\n| B | |\n| C | 3 |', 'cell Prix'],
    ['of a hard space', `${HEAD}| A | 1 rue | 2 m² |\n| B | &nbsp; | 3 m² |\n| C | 3 rue | 4 m² |`, 'cell Adresse'],
    [
      'among words that end or begin as marks do',
      '| Site | Mode | Lieu |\n|---|---|---|\n| A | choix | 1 |\n| B | | 2 |\n| C | ouate | 3 |',
      'cell Mode',
    ],
    [
      'among a yes and a value',
      '| Site | Mode | Lieu |\n|---|---|---|\n| A | oui | 1 |\n| B | | 2 |\n| C | en été | 3 |',
      'cell Mode',
    ],
    ['among « n/a » and « na »', '| Site | Mode | Lieu |\n|---|---|---|\n| A | n/a | 1 |\n| B | | 2 |\n| C | na | 3 |'],
    [
      'among hours and « fermé »',
      '| Jour | Matin | Soir |\n|---|---|---|\n| Lundi | 9h | 14h |\n| Mardi | 9h | |\n| Jeudi | 9h | fermé |',
      'cell Soir',
    ],
    [
      'of a row whose name is merged above, with other values',
      '| Site | Lieu | Largeur | Hauteur |\n|---|---|---|---|\n| A | 1 | 2 | 3 |\n| | | 4 | 5 |\n| C | 6 | 7 | 8 |',
    ],
    ['in the last row', `${HEAD}| A | 1 rue | 2 m² |\n| B | 2 rue | |`, 'cell Surface'],
    [
      'twice in a column',
      `${HEAD}| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | | 4 m² |\n| D | 4 rue | 5 m² |`,
      'cell Adresse',
      'cell Adresse',
    ],
    [
      'with a space that nobody sees',
      `${HEAD}| A | 1 rue | 2 m² |\n| B | \u200b | 3 m² |\n| C | 3 rue | 4 m² |`,
      'cell Adresse',
    ],
    ['in a column that is mostly empty', `${HEAD}| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | | 4 m² |`],
    ['in an empty column', `${HEAD}| A | | 2 m² |\n| B | | 3 m² |`],
    ['of the first column', `${HEAD}| A | 1 rue | 2 m² |\n| | 2 rue | 3 m² |\n| C | 3 rue | 4 m² |`],
    ['of a row whose name is merged above', `${HEAD}| A | 1 rue | 2 m² |\n| | | 3 m² |\n| C | 3 rue | 4 m² |`],
    [
      'that another runs over, as Word says it',
      `${HEAD}| A | 1 rue | 2 m² |\n| B | <!-- ↑ --> | 3 m² |\n| C | 3 rue | 4 m² |`,
    ],
    [
      'that holds a comment alone',
      `${HEAD}| A | 1 rue | 2 m² |\n| B | <!-- à voir --> | 3 m² |\n| C | 3 rue | 4 m² |`,
      'cell Adresse',
    ],
    ['of a title across the row', `${HEAD}| **Nord** | | |\n| A | 1 rue | 2 m² |\n| B | 2 rue | 4 m² |`],
    ['of a total', '| Poste | Objet | Prix |\n|---|---|---|\n| 1 | A | 2 |\n| 2 | B | 3 |\n| Total | | 5 |'],
    [
      'of a total that stands to the right',
      '| Poste | Objet | Prix |\n|---|---|---|\n| 1 | A | 2 |\n| 2 | B | 3 |\n| | Sous-total | |',
    ],
    [
      'of a timetable',
      '| Jour | Matin | Soir |\n|---|---|---|\n| Lundi | 9h-12h | 14h-17h |\n| Mardi | 9h-12h | |\n| Jeudi | 9h-12h | 14h-17h |',
    ],
    ['among ticks', '| Poste | Lot 1 | Lot 2 |\n|---|---|---|\n| A | X | X |\n| B | | X |\n| C | X | |'],
    [
      'among marks of yes and no',
      '| Poste | Lot 1 | Lot 2 |\n|---|---|---|\n| A | oui | 2 |\n| B | | 3 |\n| C | non | 4 |',
    ],
    [
      'of a column without a name',
      '| Site | | Surface |\n|---|---|---|\n| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | 3 rue | 4 m² |',
    ],
    [
      'of a column of remarks',
      '| Site | Observations | Surface |\n|---|---|---|\n| A | sale | 2 m² |\n| B | | 3 m² |\n| C | vide | 4 m² |',
    ],
    [
      'of a column that is for the candidate',
      '| Site | À compléter par vos soins | Surface |\n|---|---|---|\n| A | oui da | 2 m² |\n| B | | 3 m² |\n| C | vide | 4 m² |',
    ],
  ];
  for (const [name, text, ...expected] of CASES)
    it(`${name} is ${expected.join(', ') || 'none'}`, () => assert.deepEqual(told(text), expected));

  const TABLE = `${HEAD}| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | 3 rue | 4 m² |\n`;
  it('is the candidate’s in a form, or below what says so', () => {
    assert.deepEqual(whose(TABLE), ['acheteur']);
    assert.deepEqual(whose(TABLE, 'bpu.md'), ['candidat']);
    assert.deepEqual(whose(`Le candidat complète le tableau :\n\n${TABLE}`), ['candidat']);
    assert.deepEqual(whose(`## Bordereau des prix\n\n${TABLE}`), ['candidat']);
  });
  it('stands in order among the other fields', () =>
    assert.deepEqual(told(`Contact : [nom]\n\n${TABLE}\nDélai : XX jours\n`), [
      'bracket Contact [nom]',
      'cell Adresse',
      'letters Délai XX',
    ]));
});

describe('what `dce-lint facts` tells of fields', () => {
  const shown = (text: string) => champs.show(fields(text), pieceOf(text, 'rc.md'));
  it('is their text, their label and whose they are', () => {
    assert.deepEqual(shown('Contact : [nom]'), [{ texte: '[nom]', libelle: 'Contact', candidat: false }]);
    assert.equal(shown('Texte.'), undefined);
  });
});
