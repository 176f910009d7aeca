import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import {
  headingAfter,
  headingAtEnd,
  headingUnderTitle,
  headingWithin,
  lastArticle,
} from '../../rules/kit/numbering.ts';

const last = (draft: Draft) => {
  const found = draft.sections.at(-1);
  assert.ok(found);
  return found;
};
/** The heading of a section « Prix » after the last of a draft. */
const following = (text: string, title = 'Prix'): string => {
  const draft = new Draft(text);
  return headingAfter(draft, last(draft), title);
};

describe('a heading added after another', () => {
  for (const [title, added] of [
    // The word before the number stays as it is typed.
    ['## Article 5 – Objet', '## Article 6 – Prix'],
    ['## Article n° 5 – Objet', '## Article n° 6 – Prix'],
    ['## Article n°5 – Objet', '## Article n°6 – Prix'],
    ['## Article n °\u00a05 – Objet', '## Article n °\u00a06 – Prix'],
    ['## Article\u00a05\u00a0: Objet', '## Article\u00a06\u00a0: Prix'],
    ['## Article\u202f5 : Objet', '## Article\u202f6 : Prix'],
    ['## Art. 5 – Objet', '## Art. 6 – Prix'],
    ['## Section 2 – Objet', '## Section 3 – Prix'],
    ['## Chapitre IV : Objet', '## Chapitre V : Prix'],
    ['## Titre II – Objet', '## Titre III – Prix'],
    ['## Partie 1. Objet', '## Partie 2. Prix'],
    ['## Annexe 3 - Objet', '## Annexe 4 - Prix'],
    ['## § 4 Objet', '## § 5 Prix'],
    ['## §4 Objet', '## §5 Prix'],
    ['##   5. Objet', '##   6. Prix'],
    ['## Lot 2 – Objet', '## Prix'],
    ['## Vie du marché', '## Prix'],

    // Figures.
    ['## 9. Objet', '## 10. Prix'],
    ['## 08. Objet', '## 09. Prix'],
    ['## 5.9 Objet', '## 5.10 Prix'],
    ['## 5.09 Objet', '## 5.10 Prix'],
    ['## 5-3. Objet', '## 5-4. Prix'],
    ['## 1.2.3 Objet', '## 1.2.4 Prix'],
    ['## 100. Objet', '## 101. Prix'],
    ['## Article premier : Objet', '## Article 2 : Prix'],
    ['## ARTICLE PREMIER - Objet', '## ARTICLE 2 - Prix'],
    ['## Article 1er. Objet', '## Article 2. Prix'],
    ['## I. Objet', '## II. Prix'],
    ['## III. Objet', '## IV. Prix'],
    ['## IV. Objet', '## V. Prix'],
    ['## VIII. Objet', '## IX. Prix'],
    ['## IX. Objet', '## X. Prix'],
    ['## XIII. Objet', '## XIV. Prix'],
    ['## XVIII. Objet', '## XIX. Prix'],
    ['## XIX. Objet', '## XX. Prix'],
    ['## II.3. Objet', '## II.4. Prix'],
    ['## II.12. Objet', '## II.13. Prix'],
    ['## IV-2. Objet', '## IV-3. Prix'],
    ['## A. Objet', '## B. Prix'],
    ['## A – Objet', '## B – Prix'],
    ['## C : Objet', '## D : Prix'],
    ['## B) Objet', '## C) Prix'],
    ['## a) Objet', '## b) Prix'],

    // The sign between number and title, and one where none stands.
    ['## 5 – Objet', '## 6 – Prix'],
    ['## 5 — Objet', '## 6 — Prix'],
    ['## 5 -- Objet', '## 6 -- Prix'],
    ['## 5. – Objet', '## 6. – Prix'],
    ['## 5) Objet', '## 6) Prix'],
    ['## 5 ) Objet', '## 6 ) Prix'],
    ['## Article 5 –Objet', '## Article 6 –Prix'],
    ['## Article 5:Objet', '## Article 6:Prix'],
    ['## 5 : Objet', '## 6 : Prix'],
    ['## Article 5', '## Article 6 – Prix'],
    ['## Article 5 :', '## Article 6 : Prix'],
    ['## 5.', '## 6. Prix'],

    // Marks of Markdown, bold lines, lines that have but a number.
    ['# 5. Objet', '# 6. Prix'],
    ['### 5.1 Objet', '### 5.2 Prix'],
    ['## **5. Objet**', '## **6. Prix**'],
    ['Article 5 – Objet\n---', '## Article 6 – Prix'],
    ['Article 5 – Objet\n===', '# Article 6 – Prix'],
    ['**Article 5 – Objet**  \n---', '## **Article 6 – Prix**'],
    ['**5. Objet**', '**6. Prix**'],
    ['__5. Objet__', '__6. Prix__'],
    ['**Article 5 – Objet**', '**Article 6 – Prix**'],
    ['Article 5 – Objet', 'Article 6 – Prix'],
    ['5.1 Objet', '5.2 Prix'],
    ['5. Objet', '6. Prix'],

    // Capitals are those of its neighbour.
    ['## 5. OBJET DU MARCHÉ', '## 6. PRIX'],
    ['## ARTICLE 5 – OBJET', '## ARTICLE 6 – PRIX'],
    ['## ARTICLE 5 – Objet', '## ARTICLE 6 – Prix'],
    ['## 5. RC', '## 6. Prix'],
    ['## 5. Le CCTP', '## 6. Prix'],
    ['## 5. L’ARTICLE 50', '## 6. PRIX'],

    // Without a number there is none to follow; the one that a title goes on after is no model.
    ['## Objet', '## Prix'],
    ['#### Objet', '#### Prix'],
    ['**Objet**', '**Prix**'],
    ['# Objet', '## Prix'],
    ['**5.1 Objet.** Le marché porte sur un parc.', '**Prix**'],
    ['ARTICLE 5 — OBJET. Le marché porte sur un parc.', '**Prix**'],
    ['## RC\n\n**5.1 Objet.** Le marché porte sur un parc.', '## Prix'],
  ] as const)
    it(`is « ${added} » after « ${title} »`, () => {
      assert.equal(following(title), added);
    });

  it('keeps its accents in capitals', () => {
    assert.equal(following('## 5. OBJET', 'Durée'), '## 6. DURÉE');
  });

  it('has no number where one follows, be it after others that have none', () => {
    const draft = new Draft('# RC\n\n## 1. Objet\n\n## Lots\n\n## 2. Durée\n\n## Délais');
    const named = (title: string) => {
      const found = draft.sections.find((s) => s.title === title);
      assert.ok(found);
      return headingAfter(draft, found, 'Prix');
    };
    assert.equal(named('objet'), '## Prix');
    assert.equal(named('lots'), '## Prix');
    assert.equal(named('duree'), '## 3. Prix');
    assert.equal(named('delais'), '## Prix');
  });

  it('has none under the whole draft', () => {
    const draft = new Draft('Un parc.');
    assert.equal(headingAfter(draft, draft.root, 'Prix'), '## Prix');
  });
});

describe('a heading added within a section', () => {
  const within = (text: string): string => {
    const draft = new Draft(text);
    const section = draft.sections[0];
    assert.ok(section);
    return headingWithin(draft, section, 'Prix');
  };
  for (const [text, added] of [
    ['## 5. Objet\n\n### 5.1 Lots\n\n### 5.2 Durée\n', '### 5.3 Prix'],
    ['## 5. Objet\n\n### 5.1 Lots\n\n### Durée\n', '### 5.2 Prix'],
    ['## Article 5 – Objet', '### 5.1 Prix'],
    ['## 5. Objet', '### 5.1 Prix'],
    ['##### 5.2 Objet', '###### 5.2.1 Prix'],
    ['###### 5.2 Objet', '###### 5.2.1 Prix'],
    ['## Article 5 – Objet\n\nUn parc.', '### Prix'],
    ['## 5. Objet\n\n### Lots', '### Prix'],
    ['# 5. Objet\n\n### Lots', '### Prix'],
    ['## IV. Objet', '### Prix'],
    ['## II.3. Objet', '### Prix'],
    ['## A. Objet', '### Prix'],
    ['## Lot 2 – Objet', '### Prix'],
    ['## Objet', '### Prix'],
    ['**5. Objet**', '**Prix**'],
    ['**5. Objet**\n\n**5.1 Lots**', '**5.2 Prix**'],
    ['**5. Objet**\n\n**5.1 Lots.** Un lot par site.', '**Prix**'],
    ['**5. Objet**\n\nUn parc.\n\n## 6. Lots', '## Prix'],
  ] as const)
    it(`is « ${added} » in « ${text.split('\n\n').join(' / ').trim()} »`, () => {
      assert.equal(within(text), added);
    });
});

describe('a heading added to a piece', () => {
  it('follows the last article that has a number', () => {
    const draft = new Draft(
      '# RC\n\n## 1. Objet\n\n### 1.1 Lots\n\n## 2. Délais\n\n## 3. Durée\n\n### 3.1 Reconduction\n\n## Annexes',
    );
    assert.equal(lastArticle(draft)?.title, 'duree');
    assert.equal(headingAtEnd(draft, 'Prix'), '## 4. Prix');
    assert.equal(lastArticle(new Draft('# RC\n\n## Objet')), undefined);
  });

  it('has the highest level below the title where no article has a number', () => {
    assert.equal(headingAtEnd(new Draft('# RC\n\n#### Objet\n\n### Lots'), 'Prix'), '### Prix');
    assert.equal(headingAtEnd(new Draft('# RC\n\n# Objet'), 'Prix'), '## Prix');
    assert.equal(headingAtEnd(new Draft('**RC**\n\n**Objet**'), 'Prix'), '**Prix**');
    assert.equal(headingAtEnd(new Draft(''), 'Prix'), '## Prix');
  });

  it('has under the title the level of the first one below it', () => {
    assert.equal(headingUnderTitle(new Draft('# RC\n\n#### Objet\n\n### Lots'), 'Prix'), '#### Prix');
    assert.equal(headingUnderTitle(new Draft('**RC**\n\n### Objet'), 'Prix'), '### Prix');
    assert.equal(headingUnderTitle(new Draft('# RC\n\n5. Objet\n\nUn parc.'), 'Prix'), '## Prix');
    assert.equal(headingUnderTitle(new Draft('**RC**'), 'Prix'), '**Prix**');
  });
});
