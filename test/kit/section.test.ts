import assert from 'node:assert/strict';
import { Draft, type Section } from '../../rules/kit/draft.ts';
import { fr } from '../../rules/kit/french/pattern.ts';

/** What a heading is: level, label and number, title; `…` when its passage goes on after it. */
const summary = ({ heading, level, title, number }: Section): string => {
  const named = [number?.label, number?.key].filter(Boolean).join(' ');
  return `${level} ${named && `${named} `}« ${title} »${heading?.heading?.runIn ? '…' : ''}`;
};
const headings = (text: string): string[] => new Draft(text).sections.map(summary);
/** The path of titles to a section. */
const path = (section: Section): string => section.chain.map((s) => s.title).join(' / ');

const LONG = 'mot '.repeat(31).trim();

describe('a heading', () => {
  for (const [text, read] of [
    ['# RC', '1 « rc »'],
    ['**Lots 2 et 3.** Rien de plus.', '8 « lots 2 et 3 »…'],
    ['**Lots 2 à 4**', '8 « lots 2 a 4 »'],
    ['## Article 5 – Objet du marché', '2 article 5 « objet du marche »'],
    ['### 5.2 Délais', '3 5.2 « delais »'],
    ['Règlement de la consultation\n===', '1 « reglement de la consultation »'],
    // A heading of Markdown is one however long it is and whatever ends it.
    [`## ${LONG}.`, `2 « ${LONG}. »`],

    // Bold lines of converted drafts: below all those of Markdown, by the parts of their number.
    ['**Article 4 – Durée**', '8 article 4 « duree »'],
    ['**4. Durée**', '8 4 « duree »'],
    ['**4.2 Délais**', '9 4.2 « delais »'],
    ['**4.2.1 Délais partiels**', '10 4.2.1 « delais partiels »'],
    ['**Annexe A – Plans**', '8 annexe a « plans »'],
    ['**A.2 Plans**', '9 a.2 « plans »'],
    ['**A.2. Plans**', '9 a.2 « plans »'],
    ['**IV. Objet**', '8 4 « objet »'],
    ['**Objet du marché**', '15 « objet du marche »'],
    ['**Objet du marché :**', '15 « objet du marche : »'],
    ['***Objet du marché***', '15 « objet du marche »'],
    ['_**4.2 Délais**_', '9 4.2 « delais »'],
    ['*Objet du marché*', undefined],
    ['***Objet*** *du marché*', undefined],
    ['**Objet** **du marché**', '15 « objet du marche »'],
    ['**2-1. Objet.** Le marché porte sur un parc.', '9 2.1 « objet. »…'],
    ['**Article 3 : Prix** – Les prix sont fermes.', '8 article 3 « prix »…'],
    ['**4.2 Cœur de l’œuvre** et ses annexes', "9 4.2 « coeur de l'oeuvre »…"],
    ['**4.2 Durée&nbsp;: 12&nbsp;mois** au plus', '9 4.2 « duree : 12 mois »…'],

    ['**Objet du marché**&nbsp;', '15 « objet du marche »'],
    ['**Objet du marché**<br>', '15 « objet du marche »'],
    [`**4.2 ${'a'.repeat(116)}** suite`, `9 4.2 « ${'a'.repeat(116)} »…`],

    // A title in capitals that its clause follows on the line.
    ['ARTICLE 14 — CLAUSE SOCIALE. Le titulaire réserve des heures.', '8 article 14 « clause sociale »…'],
    ['Article 14 : CLAUSE SOCIALE : le titulaire réserve des heures.', '8 article 14 « clause sociale »…'],
    ['ARTICLE  14 : CLAUSE SOCIALE. Le titulaire réserve des heures.', '8 article 14 « clause sociale »…'],
    ['ARTICLE 14. CLAUSE SOCIALE. Le titulaire réserve des heures.', '8 article 14 « clause sociale »…'],
    ['ARTICLE 14:CLAUSE SOCIALE. Le titulaire réserve des heures.', '8 article 14 « clause sociale »…'],
    ['ARTICLE 1er – OBJET. Le marché porte sur un parc.', '8 article 1 « objet »…'],
    ['ARTICLE 4.2 - MAÎTRISE D’ŒUVRE. Elle est confiée à un tiers.', "9 article 4.2 « maitrise d'oeuvre »…"],

    // A line that its number makes a title.
    ['Article 4 – Durée', '8 article 4 « duree »'],
    ['Article 4', '8 article 4 «  »'],
    ['Chapitre II – Exécution', '8 chapitre 2 « execution »'],
    ['4.2 Délais', '9 4.2 « delais »'],
    ['4.2.1 Délais partiels', '10 4.2.1 « delais partiels »'],
    ['4. Durée', '8 4 « duree »'],
    ['ARTICLE 4 - DUREE', '8 article 4 « duree »'],
    [`Article 4 – ${'a'.repeat(108)}`, `8 article 4 « ${'a'.repeat(108)} »`],

    ['ARTICLE 4\nDURÉE DU MARCHÉ', '8 article 4 « duree du marche »'],
    ['Article 4 :\nDurée du marché', '8 article 4 « duree du marche »'],

    // A number and a title of a few words, upon a text.
    [`7 Le classement\n\n${LONG}.`, '8 7 « le classement »'],
    // A line in capitals that stands on something.
    ['CRITÈRES DE JUGEMENT\n\nLes offres sont jugées.', '14 « criteres de jugement »'],
    ['CRITÈRES DE JUGEMENT\n\n- le prix', '14 « criteres de jugement »'],
    ['VI. OBJET DU MARCHÉ\n\nIl porte sur un parc.', '8 6 « objet du marche »'],
    ['6 – OBJET DU MARCHÉ\n\nIl porte sur un parc.', '8 6 « objet du marche »'],
    ['DURÉE DU MARCHÉ\nLe marché est passé pour une durée d’un an.', '14 « duree du marche »'],
    ['PRIX DU MARCHÉ', undefined],
    // A sentence, an address, a day, a count.
    [`7 Le classement est ouvert\n\n${LONG}.`, undefined],
    [`12 Rue Haute\n\n${LONG}.`, undefined],
    [`15 Janvier 2027\n\n${LONG}.`, undefined],
    ['3 Agents, 2 sites\n\n12', undefined],
    ['COMMUNE DE VALMER\n\nMairie de Valmer', undefined],
    ['COMMUNE DE VALMER\n\n106 allée des Blachères', undefined],
    ['COMMUNE DE VALMER\nMairie de Valmer', undefined],
    ['LE MARCHÉ N’EST PAS ALLOTI\n\nIl porte sur un parc.', undefined],
    ['LE PRIX EST FERME\n\nIl porte sur un parc.', undefined],
    ['OBJET DU MARCHÉ :\n\nIl porte sur un parc.', undefined],
    ['LE CCAG-TIC, VERSION 2021,\n\ns’applique au marché, qui porte sur un parc de machines.', undefined],
    ['RC\n\nIl porte sur un parc.', undefined],

    // Look-alikes.
    ['Les prix sont fermes.', undefined],
    ['##', undefined],
    ['Objet du marché', undefined],
    ['Annexe 2', undefined],
    ['12 mois', undefined],
    ['4.2', undefined],
    ['2-1 : 12 mois;', undefined],
    ['4.2 Les délais courent de la notification.', undefined],
    ['4.2 Sont remis :', undefined],
    ['Article 4 – Durée,', undefined],
    ['Article 4 – Durée\nLe marché dure un an', '8 article 4 « duree »'],
    ['Article 4 – Durée\net reconduction', undefined],
    [`Article 4 – ${LONG}`, undefined],
    ['**Les plis sont remis avant midi.**', undefined],
    ['**Attention !**', undefined],
    ['**Important** : les plis sont remis avant midi', undefined],
    ['**A** et **B**', undefined],
    ['**A. Objet** du marché', undefined],
    ['4.2 Sont remis&nbsp;:&nbsp;', undefined],
    [`Article 4 – ${'a'.repeat(109)}`, undefined],
    [`**4.2 ${'a'.repeat(117)}** suite`, undefined],
    ['Le **4.2 Délais** du CCTP', undefined],
    ['**Objet**\n**du marché**', undefined],
    [`**${LONG}**`, undefined],
    [`**4.2 ${LONG}** suite`, undefined],
    ['- **4.2 Délais**', undefined],
    ['- 4.2 Délais', undefined],
    ['Un parc[^1].\n\n[^1]: **4.2 Délais**', undefined],
    ['| **4.2 Délais** | 12 |\n|---|---|', undefined],
    ['> ## Objet', undefined],
    // The article is but named, or all goes on in capitals.
    ['Article 14 : Clause sociale. Le titulaire réserve des heures.', undefined],
    ['ARTICLE 14 — CLAUSE SOCIALE. LE TITULAIRE RÉSERVE DES HEURES.', undefined],
    ['Article 14 — CLAUSE SOCIALE. LE TITULAIRE RÉSERVE DES HEURES.', undefined],
    ['ARTICLE 14 —    . Le titulaire réserve des heures.', undefined],
    ['ARTICLE 14 — CLAUSE SOCIALE. LE CCAG-PI S’Y APPLIQUE, et.', undefined],
    ['Selon l’ARTICLE 14 — CLAUSE SOCIALE. Le titulaire réserve des heures.', undefined],
  ] as const)
    it(`${read ? 'is' : 'is not'} « ${text.slice(0, 60)} »`, () => {
      assert.deepEqual(headings(text), read ? [read] : []);
    });
});

describe('a title that its mark makes one, where a text stands under it', () => {
  const UNDER = 'Le marché dure un an à compter de sa notification au titulaire.';
  for (const [line, read] of [
    ['C – Engagement', '8 c « engagement »'],
    ['B. Le candidat (à remplir par lui)', '8 b « le candidat (a remplir par lui) »'],
    ['B.1.2 Pièces, par ordre d’importance', "10 b.1.2 « pieces, par ordre d'importance »"],
    ['Titre II – De la candidature', '7 titre 2 « de la candidature »'],
    ['Partie A — Clauses techniques', '7 partie a « clauses techniques »'],
    ['Première partie – Clauses administratives', '7 « premiere partie - clauses administratives »'],
    ['Annexe – Bordereau des prix', '8 « annexe - bordereau des prix »'],
    ['§ 4 Essais et admission', '8 § 4 « essais et admission »'],
    ['6. Ce qui est à produire', '8 6 « ce qui est a produire »'],
    ['3. Qui peut répondre ?', '8 3 « qui peut repondre ? »'],
    ['10. Articles du CCAG auxquels il est dérogé', '8 10 « articles du ccag auxquels il est deroge »'],
  ] as const)
    it(`is « ${line} »`, () => assert.deepEqual(headings(`${line}\n\n${UNDER}`), [read]));
  for (const line of [
    'M. Durand',
    'A. Les plis sont ouverts',
    'Lot 2',
    'Lot 2 – Vitrerie',
    'Annexe au marché',
    'Partie adverse',
    'Première partie de la prestation',
    '3. Qui peut répondre est dit ici.',
    'C – Le titulaire doit un rapport',
  ])
    it(`is not « ${line} »`, () => assert.deepEqual(headings(`# Pièce\n\n${line}\n\n${UNDER}`), ['1 « piece »']));
  it('has articles under it', () => {
    const text = `Titre I – Le prix\n\nArticle 3 – Prix\n\n${UNDER}`;
    assert.deepEqual(headings(text), ['7 titre 1 « le prix »', '8 article 3 « prix »']);
    assert.deepEqual(headings(`B. Martin\n\nDirecteur des achats`), []);
  });
});

describe('a title in capitals', () => {
  it('stands on what is not another of its level', () => {
    assert.deepEqual(headings('ACTE D’ENGAGEMENT\n\nBORDEREAU DES PRIX\n\nIl porte sur un parc.'), [
      '14 « bordereau des prix »',
    ]);
    assert.deepEqual(headings('I. OBJET\n\nMONTANT DU MARCHÉ\n\nIl porte sur un parc.'), [
      '8 1 « objet »',
      '14 « montant du marche »',
    ]);
  });

  it('is not that of the piece', () => {
    assert.equal(new Draft('Mairie de Valmer\n\nDÉLAIS D’EXÉCUTION\n\nUn mois.').title?.text, 'Mairie de Valmer');
  });

  it('is one or not after an edit as it would be read anew', () => {
    const text = 'Mairie\n\nDÉLAIS D’EXÉCUTION\n\nUn mois';
    const draft = new Draft(text);
    assert.deepEqual(draft.headings, []);
    assert.equal(draft.edit(`${text} de`) !== undefined, true);
    assert.equal(draft.edit(`${text} de.`), undefined);
    assert.deepEqual(headings(`${text} de.`), ["14 « delais d'execution »"]);
  });
});

describe('the sections of a draft', () => {
  const DRAFT = [
    '# CCAP',
    'Préambule. Il engage.',
    '## Chapitre I – Prix',
    '### Article 3 – Prix',
    'Les prix sont fermes.',
    '#### 3.1 Révision',
    'Aucune révision.',
    '## Annexes',
    '### Plans',
    'Un plan.',
  ].join('\n\n');
  const draft = new Draft(DRAFT);
  const named = (title: string): Section => {
    const found = draft.sections.find((s) => s.title === title && s.children.length < 2);
    assert.ok(found, title);
    return found;
  };

  it('stand in one another by their levels', () => {
    assert.deepEqual(draft.sections.map(path), [
      'ccap',
      'ccap / prix',
      'ccap / prix / prix',
      'ccap / prix / prix / revision',
      'ccap / annexes',
      'ccap / annexes / plans',
    ]);
    assert.deepEqual(path(draft.root), '');
    assert.equal(draft.root.level, 0);
  });

  it('close at a title of their level or above', () => {
    assert.deepEqual(new Draft('### A\n\n## B\n\n## C\n\n**D**\n\n**4. E**\n\n**4.1 F**\n\n# G').sections.map(path), [
      'a',
      'b',
      'c',
      'c / d',
      'c / e',
      'c / e / f',
      'g',
    ]);
  });

  it('hold their own passages, the title first, and those of their parts', () => {
    const texts = (passages: Section['passages']) => passages.map((p) => p.text);
    const chapter = named('annexes');
    assert.deepEqual(texts(chapter.own), ['Annexes']);
    assert.deepEqual(texts(chapter.passages), ['Annexes', 'Plans', 'Un plan.']);
    assert.deepEqual(
      draft.root.sentences.slice(0, 3).map((s) => s.text),
      ['CCAP', 'Préambule.', 'Il engage.'],
    );
  });

  it('hold the words of their parts, and stand under the titles above', () => {
    const revision = named('revision');
    assert.ok(draft.root.has(fr`aucune révision`));
    assert.ok(named('annexes').has(fr`un plan`));
    assert.ok(!named('annexes').has(fr`révision`));
    assert.ok(revision.under(fr`prix`));
    assert.ok(revision.under(fr`révision`));
    assert.ok(!revision.under(fr`annexes?`));
    assert.ok(!revision.under(fr`fermes?`));
    assert.ok(!draft.root.under(fr`ccap`));
  });

  it('go from the marks of their title to their last word', () => {
    const { start, end } = named('annexes').span;
    assert.equal(DRAFT.slice(start, end), '## Annexes\n\n### Plans\n\nUn plan.');
    assert.equal(DRAFT.slice(draft.root.span.start, draft.root.span.end), DRAFT);
  });

  it('leave quotations and notes to the drafter to the whole', () => {
    const noted = new Draft('# RC\n\nUn parc.\n\n> Un avis.\n\nNote au rédacteur : un lot par mot.');
    assert.deepEqual(
      noted.sections[0]?.own.map((p) => p.text),
      ['RC', 'Un parc.'],
    );
    assert.deepEqual(
      [...noted.asides].map((p) => [p.text, p.section === noted.root]),
      [
        ['Un avis.', true],
        ['Note au rédacteur : un lot par mot.', true],
      ],
    );
  });
});

describe('the article of a section', () => {
  /** Title of the article in which each section is. */
  const articles = (text: string) =>
    Object.fromEntries(new Draft(text).sections.map((s) => [s.heading?.text, s.article.heading?.text]));

  it('is the highest numbered one below chapters', () => {
    assert.deepEqual(
      articles('# CCAP\n\n## Chapitre I – Prix\n\n### Article 3 – Forme\n\n#### 3.1 Révision\n\n##### Indices'),
      {
        CCAP: 'CCAP',
        'Chapitre I – Prix': 'Chapitre I – Prix',
        'Article 3 – Forme': 'Article 3 – Forme',
        '3.1 Révision': 'Article 3 – Forme',
        Indices: 'Article 3 – Forme',
      },
    );
    for (const label of ['Titre', 'Partie', 'Volet'])
      assert.equal(articles(`## ${label} 2 – Prix\n\n### 4. Forme`)['4. Forme'], '4. Forme', label);
    assert.equal(articles('## Section 2 – Prix\n\n### 4. Forme')['4. Forme'], 'Section 2 – Prix');
  });

  it('is the numbered one, though one without a number stands above it', () => {
    assert.deepEqual(articles('# CCAP\n\n## Prix\n\n### 4. Forme\n\n#### Indices'), {
      CCAP: 'CCAP',
      Prix: 'Prix',
      '4. Forme': '4. Forme',
      Indices: '4. Forme',
    });
  });

  it('is the one right under the title of the piece where none has a number', () => {
    assert.deepEqual(articles('# RC\n\n## Prix\n\n### Révision\n\n#### Indices'), {
      RC: 'RC',
      Prix: 'Prix',
      Révision: 'Prix',
      Indices: 'Prix',
    });
    assert.deepEqual(articles('## Chapitre I – Prix\n\n### Révision\n\n#### Indices'), {
      'Chapitre I – Prix': 'Chapitre I – Prix',
      Révision: 'Révision',
      Indices: 'Révision',
    });
  });
});
