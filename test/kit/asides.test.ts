import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

/** True when nothing of a text is said to the candidate. */
const isApart = (text: string): boolean => {
  const draft = new Draft(text);
  assert.equal(draft.passages.length + draft.asides.size, 1, text);
  return draft.asides.size === 1;
};

describe('a text that speaks to the one who drafts', () => {
  for (const text of [
    'Note au rédacteur : un lot par mot.',
    'Notes aux rédacteurs : un lot par mot.',
    'NOTE AU REDACTEUR : un lot par mot.',
    'Nota à l’attention du rédacteur : à adapter.',
    'Consignes à l’attention des rédacteurs : à adapter.',
    'Note à l’acheteur : à adapter.',
    'Note à l’attention de l’acheteur : à adapter.',
    'Note à l’attention des services acheteurs et juridiques : à adapter.',
    'Consigne à destination de l’acheteur : à adapter.',
    'Consignes internes aux rédacteurs : à adapter.',
    'Consigne interne pour le service achat.',
    'Instruction pour les acheteurs : à adapter.',
    'Aide pour l’acheteur : à adapter.',
    'Conseil du service juridique : à adapter.',
    'Remarque du prescripteur : à adapter.',
    'Rappel à destination des rédacteurs : à adapter.',
    'Commentaire de rédaction : à adapter.',
    'Mode d’emploi pour le service rédacteur : à adapter.',
    'Note pour la rédaction : à adapter.',
    'Note au service prescripteur : à adapter.',
    '[Note au rédacteur : à adapter.]',
    '(Note au rédacteur : à adapter.)',
    '((Note au rédacteur : à adapter.))',
    '« Note au rédacteur : à adapter. »',
    '[ Note au rédacteur : à adapter. ]',
    '*Note au rédacteur : à adapter.*',
    '&lt;Note au rédacteur : à adapter&gt;',
    'À supprimer avant publication : le tableau des lots.',
    '[À supprimer avant envoi]',
    'Rédacteur : indiquer le nombre de lots.',
    '(Rédacteur : indiquer le nombre de lots.)',
  ])
    it(`is « ${text} »`, () => {
      assert.ok(isApart(text));
    });

  for (const text of [
    'Note au candidat : un lot par offre.',
    'Note technique du candidat : vingt pages.',
    'Note à l’appui de l’offre : vingt pages.',
    'Note de l’acheteur : elle compte pour un tiers.',
    'Note pour le titulaire : à suivre.',
    'La note au rédacteur est retirée.',
    'Nota : les plis sont remis avant midi.',
    'Les éléments à supprimer avant publication.',
    'Le rédacteur : un expert.',
    'Le conseil du service juridique est requis.',
    'Rédacteurs techniques : trois ans d’expérience.',
  ])
    it(`is not « ${text} »`, () => {
      assert.ok(!isApart(text));
    });
});

describe('a line of contents', () => {
  for (const text of [
    '4.2 Prix ..... 11',
    '4.2 Prix .....11',
    '4.2 Prix ............................... 112',
    '4.2 Prix . . . . . 11',
    '4.2 Prix _____ 11',
    '4.1 Objet ........ 9 4.2 Prix ........ 11',
    '4.2 Prix ........ 11\n4.3 Délais ........ 12',
    'Art. 4   Prix ........ p. 11\nArt. 11  Délais ........ p. 12',
  ])
    it(`is « ${text} »`, () => {
      assert.ok(isApart(text));
    });

  for (const text of [
    'Méthode ........ 20\nDélai ........ 10',
    'Vent ........ 80 km à l’heure\nGel ........ 5 degrés',
    '4.2 Prix .... 11',
    '4.2 Prix ....',
    '4.2 Prix .......... 1100',
    '4.2 Prix . . . . 11',
    '4.2 Prix ____ 11',
    'Rabais : ..... %',
    'Rabais : ..... 5 %',
    'Montant : ..... 500 €',
    'Montant : ..... 5 000 €',
    'Montant : ..... 12,50 €',
    'Montant : ..... 500 euros',
    'Délai : ..... 10 jours',
    'Délai : _____ 12 mois',
    'Durée : ..... 2 ans',
    'Nom : ..........',
    'Code : ..... 12a',
  ])
    it(`is not « ${text} »`, () => {
      assert.ok(!isApart(text));
    });
});

describe('what each page repeats', () => {
  for (const text of [
    'Page 3 sur 20',
    'CCTP – Entretien des parcs    Page 12/20',
    '*page 3 de 20*',
    'Consultation n°: 25-08     Page 4 sur 10',
    '- 12 -',
    '\uf0b7',
  ])
    it(`is « ${text} »`, () => {
      assert.ok(isApart(text));
    });

  for (const text of [
    'Le plan figure page 3 sur le schéma.',
    'Le barème est donné dans l’annexe. Page 3 sur 20',
    'Format : page 3 sur 20',
    'Homepage 3 sur 20',
  ])
    it(`is not « ${text} »`, () => {
      assert.ok(!isApart(text));
    });
});

describe('a quotation', () => {
  it('is apart whatever it holds', () => {
    assert.ok(isApart('> Les variantes sont autorisées.'));
    assert.ok(isApart('> ## Objet'));
    assert.ok(!isApart('« Les variantes sont autorisées. »'));
  });
});

describe('what stands under « Sommaire »', () => {
  const said = (...texts: readonly string[]) => new Draft(texts.join('\n\n')).passages.map((p) => p.text);
  it('says nothing, up to the first of its lines met again', () => {
    assert.deepEqual(said('SOMMAIRE', '1 Objet\n2 Cession des droits', '1 - OBJET', 'Le marché est alloti.'), [
      'SOMMAIRE',
      '1 - OBJET',
      'Le marché est alloti.',
    ]);
    assert.deepEqual(said('**Sommaire**', '1. Objet.......2', '2. Cession.....3', '**1. OBJET**', 'Fin.'), [
      'Sommaire',
      '1. OBJET',
      'Fin.',
    ]);
  });
  it('is over at a title, a new page, a table or a sentence', () => {
    assert.deepEqual(said('## Sommaire', '- Objet\n- Cession', '## Lots', 'Deux lots.'), [
      'Sommaire',
      'Lots',
      'Deux lots.',
    ]);
    assert.deepEqual(said('Sommaire', 'Objet', '\fLots', 'Deux lots.'), ['Sommaire', 'Lots', 'Deux lots.']);
    assert.deepEqual(said('Sommaire', 'Objet', 'Les droits sont cédés.', 'Fin.'), [
      'Sommaire',
      'Les droits sont cédés.',
      'Fin.',
    ]);
    assert.deepEqual(said('Sommaire', '| Lot | Prix |\n|---|---|\n| 1 | 40 |').length, 5);
  });
});
