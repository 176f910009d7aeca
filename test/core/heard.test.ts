import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { defineRule, type Hearing, type Rule } from '../../rules/kit/rule.ts';
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

const hearing = (how: Omit<Hearing, 'concept' | 'text'>, absence = false): Rule =>
  defineRule({
    ...(rules.find(({ id }) => id === 'offres/hors-delai') as Rule),
    absence,
    messages: { tard: 'Pli tardif.' },
    *check({ draft }) {
      const [sentence] = draft.sentences.slice(-1);
      if (sentence)
        yield { at: sentence.span, message: 'tard', doubt: { concept: CONCEPT, text: sentence.text, ...how } };
    },
  });

const found = (...how: Parameters<typeof hearing>) => {
  const text = '---\ndce:\n  piece: rc\n---\n\n# Règlement de la consultation\n\nUn pli tardif est admis.\n';
  const consultation = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' });
  return lint(consultation, { rules: [hearing(...how)], rethrow: true }).findings[0];
};

describe('a finding that was heard', () => {
  it('says so: at its own level where the reading is sure, lower and to be read again where it is but probable', () => {
    const heard = { concept: CONCEPT, text: 'Un pli tardif est admis.' };
    const sure = found({ surety: 'sure' });
    assert.deepEqual(sure?.heard, { ...heard, surety: 'sure' });
    assert.equal(sure?.level, 'error');
    assert.equal(sure?.message, 'Pli tardif.');
    const probable = found({ surety: 'probable' });
    assert.deepEqual(probable?.heard, { ...heard, surety: 'probable' });
    assert.equal(probable?.level, 'warning');
    assert.match(probable?.message ?? '', /^Pli tardif\.\nLecture probable : .* À relire\.$/);
  });

  it('is not told where the sense of the whole denies the words, nor an absence that a probable reading alone wakes', () => {
    assert.equal(found({ surety: 'probable', contradicted: true }), undefined);
    assert.equal(found({ surety: 'probable' }, true), undefined);
    assert.equal(found({ surety: 'sure' }, true)?.level, 'error');
    assert.equal(found({ surety: 'probable', added: true }, true)?.level, 'warning');
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
