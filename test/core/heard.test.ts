import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { defineRule, type Rule, type Surety } from '../../rules/kit/rule.ts';
import { readConcept } from '../../rules/reading/concept-file.ts';
import { explain } from '../../server/core/explain.ts';
import { conceptsOf, readAs } from '../../server/core/heard.ts';
import { lint } from '../../server/core/lint.ts';
import { phrasebookOf } from '../../server/english.ts';

const CONCEPT = 'offres/tardives-acceptees';
const [known = ''] = readConcept(
  CONCEPT,
  readFileSync(new URL(`../../rules/concepts/${CONCEPT}.yaml`, import.meta.url), 'utf8'),
).said.map(({ text }) => text);

const hearing = (surety: Surety): Rule =>
  defineRule({
    ...(rules.find(({ id }) => id === 'offres/hors-delai') as Rule),
    absence: false,
    messages: { tard: 'Pli tardif.' },
    *check({ draft }) {
      const [sentence] = draft.sentences.slice(-1);
      if (sentence)
        yield { at: sentence.span, message: 'tard', doubt: { concept: CONCEPT, surety, text: sentence.text } };
    },
  });

const found = (surety: Surety) => {
  const text = '---\ndce:\n  piece: rc\n---\n\n# Règlement de la consultation\n\nUn pli tardif est admis.\n';
  const consultation = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' });
  return lint(consultation, { rules: [hearing(surety)], rethrow: true }).findings[0];
};

describe('a finding that was heard', () => {
  it('says so: at its own level where the reading is sure, lower and to be read again where it is but probable', () => {
    const heard = { concept: CONCEPT, text: 'Un pli tardif est admis.' };
    const sure = found('sure');
    assert.deepEqual(sure?.heard, { ...heard, surety: 'sure' });
    assert.equal(sure?.level, 'error');
    assert.equal(sure?.message, 'Pli tardif.');
    const probable = found('probable');
    assert.deepEqual(probable?.heard, { ...heard, surety: 'probable' });
    assert.equal(probable?.level, 'warning');
    assert.match(probable?.message ?? '', /^Pli tardif\.\nLecture probable : .* À relire\.$/);
  });

  it('is told by the nearest known wording, in French and in English', async () => {
    const heard = { concept: CONCEPT, surety: 'probable', text: `${known} ` } as const;
    assert.equal(await readAs(heard), `Lu comme : « ${known} » (probable).`);
    const { say } = await phrasebookOf('en');
    assert.equal(await readAs({ ...heard, surety: 'sure' }, say), `Read as: “${known}” (sure).`);
  });

  it('is told by its concept where no wording is known', async () => {
    const heard = { concept: 'offres/nulle', surety: 'sure', text: 'Rien.' } as const;
    assert.equal(await readAs(heard), 'Lu comme : « offres/nulle » (sûr).');
  });

  it('has its concept on the page of its rule', async () => {
    const rule = rules.find(({ id }) => id === 'offres/hors-delai') as Rule;
    const concepts = await conceptsOf(rule.id);
    assert.ok(concepts.some(({ id }) => id === CONCEPT));
    assert.match(
      explain(rule, '2026-12-01', concepts),
      /entendu par son sens\n\n- .*`dce-lint concepts offres\/tardives/,
    );
    assert.deepEqual(await conceptsOf('lots/aucune'), []);
  });
});
