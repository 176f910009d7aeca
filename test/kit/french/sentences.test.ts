import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clauses, sentences } from '../../../rules/kit/french/sentences.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const cut = (text: string) => sentences(text).map((s) => text.slice(s.from, s.to));
const parts = (text: string) => clauses(text).map((s) => text.slice(s.from, s.to));

describe('sentences', () => {
  it('cuts legal prose where a lawyer would', () => {
    const groups: string[][] = [
      ['Les variantes sont autorisées.', 'Elles respectent les exigences minimales.'],
      [
        'La consultation ne fait pas l’objet d’une décomposition en lots.',
        'Les prestations donneront lieu à un accord-cadre unique.',
        'Les raisons sont les suivantes : une, deux ; trois.',
      ],
      ['Le projet présente-t-il des éléments innovants ?', 'Oui !', 'Et d’autres…', 'Voilà.'],
      ['Il a dit « Les offres sont closes. »', 'La séance est levée.'],
      ['Les offres sont remises avant 12 h.', 'Les plis tardifs sont rejetés.'],
      ['Elle aura une durée maximale de 2 mois.', '☐ Oui'],
      ['La prime est versée.', '15 jours plus tard, le marché est signé.'],
      ['Le marché est signé en 2027.', 'Le titulaire commence.'],
      ['Cela concerne le lot A.', 'Le lot B est sans objet.'],
      ['Ordinateurs, écrans, etc.', 'Le titulaire les livre.'],
      ['Le montant est de 12 500 € H.T.', 'Le paiement suit.'],
      ['Voir le fichier cctp.pdf.', 'Écrire à marches@ville.fr.', 'Voir www.ville.fr/dce.', 'Fin.'],
      ['Le prix pèse 60.0 % et le reste 40.0 %.', 'Rien d’autre.'],
      ['(Sans objet.)', 'Le dossier est complet.'],
      ['Le titulaire est considéré comme tel.', 'Il agit seul.'],
    ];
    for (const group of groups) assert.deepEqual(cut(group.join(' ')), group);
  });

  it('never cuts after an abbreviation, an initial, an article or a numbering', () => {
    for (const text of [
      'Elles sont classées ainsi : 1. Prix ; 2. Méthode ; 3. Énergie.',
      'Vu l’art. 12 du code et les art. L. 2113-10 et R. 2152-7 du code.',
      'Les articles L. 2141-1 à L. 2141-11, R. 2113-4 et D. 2131-1 s’appliquent.',
      'Représentée par M. Durand, Mme. Petit, MM. Le Goff et J. Martin.',
      'Le n° 12, nos. 13 et 14, p. 12, al. 2, cf. Annexe 3, p. ex. Word.',
      'Des Ets. Bezault, réf. X200, tél. 01 23 45 67 89, St. Euzéby.',
      '1. Objet du marché',
      '4.2. Variantes',
      '2-4. TRANCHES',
      'IV. Jury',
      'Article 5. Délais',
      '1° Les offres ; 2° Les candidatures.',
      'Le matériel (écrans, souris, etc.) est fourni.',
      'Écrans, souris, etc. sont fournis.',
      'Le montant est de 12 500 € H.T. par an.',
      'Le marché pourra être reconduit ..... 3 fois.',
      'Accord-cadre n° ……………………………………… 1',
      'Les critères sont :\n- le prix ;\n- la valeur technique ;\n- le délai.',
      'La phrase continue\nsur la ligne suivante.',
      'La norme NF C15.100 et le site http://ville.fr/a.b s’appliquent.',
    ])
      assert.deepEqual(cut(text), [text]);
  });

  it('cuts after a field where the next line begins as a sentence does', () => {
    for (const group of [
      ['Procédure : adaptée', 'Variantes : oui', 'Les bois sont secs.'],
      ['Variantes : non', 'L’atelier est clos.'],
      ['Visite : facultative', 'Contenu du mémoire :'],
    ])
      assert.deepEqual(cut(group.join('\n')), group);
    for (const text of ['Objet : réfection du gymnase de\nBeaulieu', 'Il est rappelé que :\nles plis sont clos.'])
      assert.deepEqual(cut(text), [text]);
  });

  it('cuts after a short line of capitals', () => {
    const group = ['VARIANTES INTERDITES', "APPEL D'OFFRES OUVERT", 'Le circuit est libre.'];
    assert.deepEqual(cut(group.join('\n')), group);
    for (const text of [
      'TRAVAUX DE VOIRIE\nET RÉSEAUX',
      'LE TITULAIRE CÈDE À LA VILLE TOUS LES DROITS ATTACHÉS AUX\nRÉSULTATS.',
    ])
      assert.deepEqual(cut(text), [text]);
  });

  it('trims white space, cuts at an empty line and keeps a last sentence without a dot', () => {
    assert.deepEqual(cut('  Un.  Deux \n\n Trois'), ['Un.', 'Deux', 'Trois']);
    assert.deepEqual(cut(' \n '), []);
  });

  it('covers every character that is not white space', () => {
    const piece = fc.constantFrom(
      'Le lot A',
      '.',
      ' ',
      ' Le',
      ' art',
      '…',
      '\n',
      '\n\n',
      ' 12',
      '»',
      ' «',
      '!',
      ' H.T',
      ' M',
      'etc',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (list) => {
        const text = list.join('');
        const kept = cut(text).join('').replace(/\s/gu, '');
        assert.equal(kept, text.replace(/\s/gu, ''));
      }),
    );
  });

  it('cuts a sentence into clauses', () => {
    assert.deepEqual(
      parts("les variantes sont interdites, mais la pse est admise ; le prix : ferme (voir l'annexe 2) et net"),
      ['les variantes sont interdites', 'mais la pse est admise', 'le prix', 'ferme', "voir l'annexe 2", 'et net'],
    );
    assert.deepEqual(parts('un delai de deux (2) ans, toutefois reconductible, sauf le(s) lot(s) 3'), [
      'un delai de deux (2) ans',
      'toutefois reconductible',
      'sauf le(s) lot(s) 3',
    ]);
    assert.deepEqual(parts('a 16:30, en revanche'), ['a 16:30', 'en revanche']);
    assert.deepEqual(parts(''), []);
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = ['Le', '. ', '… ', ' art. ', 'M. ', '(', ')', ', mais ', ' ; ', ' : ', '[', 'R. 2', '\n\n'];
    assertOrderedOnAnything(sentences, pieces);
    assertOrderedOnAnything(clauses, pieces);
    for (const unit of ['. ', '.', '… ', 'a. ', ' ', '\n', '\n ', 'M. A', '»', '" ', 'H.T. ', '" »'])
      assertLinear(sentences, unit);
    for (const unit of ['(', ')', '()', ', mais ', ' ', ';', ': ', '(a b']) assertLinear(clauses, unit);
  });
});
