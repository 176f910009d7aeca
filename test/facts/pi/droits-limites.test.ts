import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { assignments, droits, limitsOf } from '../../../rules/facts/pi/droits.ts';
import { enumerate, LIMIT_NAMES, LIMITS } from '../../../rules/facts/pi/libelles.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const piece = (text: string): Piece =>
  openConsultation([{ path: 'ccap.md', text: `# CCAP\n\n## Article 8 – Dispositions\n\n${text}\n` }], {
    date: '2026-12-01',
  }).pieces[0] as Piece;
const one = (line: string) => line.replace(/\n+/g, ' ');
const GIVES = "Le titulaire cède à la ville ses droits d'auteur";

/** The limits of each clause, with the words that state them: « duree : dix ans, lieu : France ». */
const limits = (text: string): string[] => {
  const p = piece(text);
  return p.ask(droits).map((c) =>
    [...c.bounds]
      .map(([element, at]) => `${element} : ${p.draft.slice(at)}`)
      .sort()
      .join(', '),
  );
};
const rights = (text: string): string[] =>
  piece(text)
    .ask(droits)
    .map((c) => [...c.rights].sort().join(', '));
const supplied = (text: string) =>
  piece(text)
    .ask(droits)
    .map((c) => c.suppliedBy);

describe('the limits of rights, in words', () => {
  const CASES: readonly (readonly [text: string, expected: string])[] = [
    [`${GIVES}, pour dix ans.`, 'duree : dix ans'],
    [`${GIVES}, pour la durée légale de protection.`, 'duree : durée légale'],
    [`${GIVES}, pour toute la durée des droits.`, 'duree : toute la durée'],
    [`${GIVES} sans que la confidentialité, due cinq ans, en souffre.`, ''],
    [`${GIVES}, pour cent vingt mois.`, 'duree : cent vingt mois'],
    [`${GIVES}, et les livre sous quinze jours.`, ''],
    [`${GIVES}, en France.`, 'lieu : France'],
    [`${GIVES}, pour le monde entier.`, 'lieu : monde entier'],
    [`${GIVES}, à des fins de communication.`, 'destination : à des fins'],
    [`${GIVES}, pour informer les habitants.`, 'destination : pour informer'],
    [`${GIVES}, sur support papier.`, 'etendue : support papier, modes : support papier'],
    [`${GIVES}, qu'elle pourra afficher.`, 'modes : afficher'],
    [`${GIVES}, selon le mode d'exploitation choisi.`, "modes : mode d'exploitation"],
    [`${GIVES}, à titre gratuit.`, 'prix : à titre gratuit'],
    [`${GIVES}, y compris celui de les remettre à des tiers à titre gratuit.`, ''],
    [`${GIVES} pour la somme de 500 €.`, 'prix : pour la somme'],
    [`${GIVES}.`, ''],
  ];
  for (const [text, expected] of CASES)
    it(`${expected || 'none'}: ${text}`, () => assert.deepEqual(limits(text), [expected]));

  it('are the labels of lines, cells and headings', () => {
    const under = (lines: string) => limits(`### Droits d'auteur\n\n${GIVES}.\n\n${lines}`);
    assert.deepEqual(under('- Durée : celle de la convention'), ['duree : Durée']);
    assert.deepEqual(under('- Lieu - selon la convention'), ['lieu : Lieu']);
    assert.deepEqual(under('- Prix : voir la convention'), ['prix : Prix']);
    assert.deepEqual(under('- Étendue et modes : voir la convention'), ['etendue : Étendue, modes : modes']);
    assert.deepEqual(under('- Supports : voir la convention'), ['etendue : Supports, modes : Supports']);
    assert.deepEqual(under('- Finalités : voir la convention'), ['destination : Finalités']);
    assert.deepEqual(under('| Territoire | voir la convention |\n|---|---|\n| Rémunération | voir |'), [
      'lieu : Territoire, prix : Rémunération',
    ]);
    assert.deepEqual(under('Le prix est dit dans la convention.'), ['']);
    assert.deepEqual(
      under('| Il y a dans ce marché un prix, et bien d’autres choses dont le cahier ne parle pas |\n|---|'),
      [''],
    );
  });
});

describe('the rights that are given', () => {
  const CASES: readonly (readonly [text: string, expected: string])[] = [
    ['Le titulaire cède à la ville le droit de reproduire et de traduire les plans.', 'reproduction, traduction'],
    ["LE TITULAIRE CEDE A LA VILLE LES DROITS DE REPRODUCTION ET D'ADAPTATION.", 'adaptation, reproduction'],
    [
      "Le titulaire cède à la ville le droit de reproduction et le droit d'adaptation, à l'exclusion du droit de traduction.",
      'adaptation, reproduction',
    ],
    ["Le titulaire cède à la ville les droits de reproduction, à l'exclusion de tout tiers.", 'reproduction'],
    [`${GIVES}. Les droits de reproduction ne peuvent être exercés par un tiers.`, ''],
    [`${GIVES}. Le droit moral de représentation reste à l'auteur.`, ''],
    [`${GIVES}. Les droits patrimoniaux, et non moraux, de représentation suivent.`, 'représentation'],
    [`${GIVES}. La reproduction des plans est soignée.`, ''],
    [
      `${GIVES} :\n\n- reproduction ;\n- l'adaptation ;\n- les ateliers qui suivront, et leur représentation.`,
      'adaptation, reproduction',
    ],
  ];
  for (const [text, expected] of CASES)
    it(`${expected || 'none'}: ${one(text)}`, () => assert.deepEqual(rights(text), [expected]));
});

describe('where the limits of a clause are looked for', () => {
  it('in the paragraphs of its article that speak of rights', () => {
    assert.deepEqual(limits(`${GIVES}.\n\nLa cession vaut pour dix ans.`), ['duree : dix ans']);
    assert.deepEqual(limits(`${GIVES}.\n\nLes droits d'auteur sont utiles. Tout vaut en France.`), ['lieu : France']);
    assert.deepEqual(limits(`${GIVES}.\n\nLes droits d'auteur :\n\n- en France.`), ['lieu : France']);
    assert.deepEqual(limits(`${GIVES}.\n\nLes travaux :\n\n- en France.`), ['']);
    assert.deepEqual(limits(`${GIVES}.\n\n### 8.2 Suite\n\nLa cession vaut en France.`), ['lieu : France']);
    assert.deepEqual(limits(`${GIVES}.\n\n### 8.2 Livraison\n\nLa livraison se fait en France.`), ['']);
    assert.deepEqual(limits(`${GIVES}.\n\n## Article 9 – Suite\n\nLa cession vaut en France.`), ['']);
  });

  it('in every paragraph of a section on rights', () => {
    const place = '\n\nEn France.';
    assert.deepEqual(limits(`### Propriété intellectuelle\n\n${GIVES}.${place}`), ['lieu : France']);
    assert.deepEqual(limits(`### Dispositions\n\n${GIVES}.${place}`), ['']);
    assert.deepEqual(limits(`### Propriété intellectuelle\n\n${GIVES}.\n\n### Suite${place}`), ['']);
  });

  it('not in what the holder may do, but in the very paragraph that grants', () => {
    const may = 'Le titulaire peut exploiter les résultats en France.';
    assert.deepEqual(limits(`${GIVES}.\n\n${may}`), ['']);
    assert.deepEqual(limits(`${GIVES}. ${may}`), ['lieu : France']);
  });

  it('not in the paragraphs nor the sections of another clause', () => {
    const licence = "La ville reçoit une licence d'utilisation du progiciel";
    assert.deepEqual(limits(`${GIVES}.\n\n${licence}, en France.`), ['', 'lieu : France']);
    assert.deepEqual(limits(`${GIVES}.\n\n${licence} :\n\n- licence en France.`), ['', 'lieu : France']);
    assert.deepEqual(limits(`### 8.1 Un\n\n${GIVES}.\n\n### 8.2 Deux\n\n${licence}.\n\nLes droits valent en France.`), [
      '',
      'lieu : France',
    ]);
  });

  it('in an article that it refers to, with its parts, and in no other', () => {
    const text = (reference: string) =>
      `${GIVES} dans les limites de ${reference}.\n\n## Article 9 – Limites\n\nEn France.\n\n### 9.1 Suite\n\nTout vaut dix ans.\n\n## Article 10 – Autres\n\nSur papier.`;
    assert.deepEqual(limits(text("l'article 9")), ['duree : dix ans, lieu : France']);
    assert.deepEqual(limits(text("l'article 9.1")), ['duree : dix ans']);
    assert.deepEqual(limits(text("l'article 9 du code")), ['']);
    assert.deepEqual(limits(text("l'article 8")), ['']);
    assert.deepEqual(limits(text('la loi')), ['']);
  });

  it('where they are first said', () => {
    assert.deepEqual(limits(`${GIVES}, en France. La cession vaut pour le monde entier.`), ['lieu : France']);
  });
});

describe('what else fixes the limits of a clause', () => {
  it('is another clause, « dans les mêmes conditions »', () => {
    const first = 'Le titulaire cède à la ville ses droits sur les plans, pour dix ans.';
    assert.deepEqual(
      supplied(`${first} Il cède à la ville, dans les mêmes conditions, ses droits sur les logiciels.`),
      [undefined, 'autre-clause'],
    );
    assert.deepEqual(
      supplied(`${first} La ville reçoit une licence sur les connaissances antérieures. Les mêmes droits valent.`),
      [undefined, 'autre-clause'],
    );
    assert.deepEqual(supplied(`${first} Les mêmes droits valent.`), [undefined]);
  });

  it('is the CCAG of 2021 that its article invokes', () => {
    const ccag = "Pour les résultats, l'article 46 du CCAG-TIC s'applique.";
    assert.deepEqual(supplied(`${GIVES}. ${ccag}`), ['ccag-2021']);
    assert.deepEqual(supplied(`${GIVES}.\n\n## Article 9\n\n${ccag}`), [undefined]);
    assert.deepEqual(supplied(`${GIVES}. Pour les résultats, l'article 38 du CCAG-TIC s'applique.`), [undefined]);
    assert.deepEqual(supplied(`${GIVES}. Pour les résultats, il est dérogé à l'article 46 du CCAG-TIC.`), [undefined]);
  });

  it('is another document that the grant refers to', () => {
    assert.deepEqual(supplied(`${GIVES}, dans les conditions de l'annexe 2.`), ['renvoi']);
    assert.deepEqual(supplied(`${GIVES}, dans les conditions de l'annexe 2. La cession est écrite.`), ['renvoi']);
    assert.deepEqual(supplied(`${GIVES}. La cession des droits suit les conditions de l'annexe 2.`), [undefined]);
  });

  it('is said beside an option of the CCAG of 2009', () => {
    const option = (text: string) =>
      piece(text)
        .ask(droits)
        .map((c) => c.option2009);
    const words = "L'option A du CCAG-TIC s'applique aux résultats.";
    assert.deepEqual(option(`${GIVES}. ${words}`), [true]);
    assert.deepEqual(option(`${GIVES}. ${words} Pour les résultats, l'article 46 du CCAG-TIC s'applique.`), [true]);
    assert.deepEqual(option(`${GIVES}. Pour les résultats, l'article 46 du CCAG-TIC s'applique.`), [false]);
    assert.deepEqual(option(`${GIVES}.\n\n## Article 9\n\n${words}`), [false]);
  });
});

describe('the assignments of what the contract makes', () => {
  const made = (text: string) => assignments(piece(text)).length;
  it('leave out licences, prior knowledge, products of the trade, works to come and terms that stand elsewhere', () => {
    assert.equal(made(`${GIVES}.`), 1);
    assert.equal(made("La ville reçoit une licence d'utilisation du logiciel."), 0);
    assert.equal(made('Le titulaire cède à la ville ses droits sur ses connaissances antérieures.'), 0);
    assert.equal(made('Le titulaire cède à la ville ses droits sur un progiciel du commerce.'), 0);
    assert.equal(made('Le titulaire cède à la ville ses droits sur ses œuvres futures.'), 0);
    assert.equal(made(`${GIVES}, dans les conditions de l'annexe 2.`), 0);
  });
});

describe('the limits of a section', () => {
  const of = (text: string, title: string) => {
    const p = piece(text);
    const section = p.draft.sections.find((s) => s.title.includes(title));
    assert.ok(section);
    return [...limitsOf(p, section)].sort().join(', ');
  };
  it('are those of the clauses that grant in it', () => {
    assert.equal(of(`### Un\n\n${GIVES}, en France.\n\n### Deux\n\nLa cession vaut dix ans.`, 'un'), 'duree, lieu');
    assert.equal(
      of('### Un\n\nLe titulaire cède à la ville ses droits sur ses connaissances antérieures, en France.', 'un'),
      '',
    );
  });

  it('are else its own, and those of its article that are on rights', () => {
    assert.equal(of('### Un\n\nTout vaut en France.\n\n### Deux\n\nTout vaut dix ans.', 'un'), 'lieu');
    assert.equal(of('### Un\n\nTout vaut en France.\n\n### Deux\n\nLes droits valent dix ans.', 'un'), 'duree, lieu');
    assert.equal(of(`### Un\n\nTout vaut en France.\n\n### Deux\n\n${GIVES}, pour dix ans.`, 'un'), 'lieu');
    assert.equal(of('### Un\n\nTout vaut en France.\n\n## Article 9\n\nLes droits valent dix ans.', 'un'), 'lieu');
    assert.equal(of('### Un\n\nEn France, comme prévu au CCAG.', 'un'), '');
  });
});

describe('the names of the limits', () => {
  it('are said with their article, in a row', () => {
    assert.deepEqual(
      LIMITS.map((l) => LIMIT_NAMES[l]),
      ["l'étendue (supports, quantité)", 'la destination (finalités)', 'le lieu (territoire)', 'la durée'],
    );
    assert.equal(enumerate([]), '');
    assert.equal(enumerate(['a']), 'a');
    assert.equal(enumerate(['a', 'b']), 'a et b');
    assert.equal(enumerate(['a', 'b', 'c'], 'ou'), 'a, b ou c');
  });
});
