import { openConsultation } from '../../rules/consultation/open.ts';
import { replace } from '../../rules/kit/fix.ts';
import { fr } from '../../rules/kit/french/pattern.ts';
import type { Consultation } from '../../rules/kit/piece.ts';
import { defineRule, type Rule } from '../../rules/kit/rule.ts';
import { guide, text } from '../../rules/kit/source.ts';

/** Day of the program in the tests of the server. */
export const TODAY = '2026-12-01';

const base = { pieces: '*', why: 'Pour les tests.', examples: { bad: [], good: [], limits: [] } } as const;

/** Reports every « innovant », as a warning that rests on the guide, with a fix of each grade. */
export const word = defineRule({
  ...base,
  id: 'test/mot',
  title: 'Mot vague',
  level: 'warning',
  sources: [guide('II.A', 11)],
  messages: { word: '« {word} » ne se mesure pas. Écrire ce qui est attendu.' },
  *check(piece) {
    for (const sentence of piece.draft.sentences)
      for (const match of sentence.findAll(fr`innovants?`)) {
        const at = sentence.at(match);
        const fixes = [
          replace(piece, at, 'performant [à compléter : mesure]', 'Nommer la performance attendue'),
          replace(piece, at, 'nouveau', 'Écrire « nouveau »'),
        ];
        yield { at, message: 'word', data: { word: match.text }, fixes };
      }
  },
});

/** Reports every double space as an error with a safe fix. */
export const spaces = defineRule({
  ...base,
  id: 'test/espaces',
  title: 'Espace en double',
  level: 'error',
  sources: [text('Typographie')],
  messages: { twice: 'Deux espaces se suivent. En garder une.' },
  *check(piece) {
    for (const m of piece.draft.text.matchAll(/(?<=\S) {2}(?=\S)/g)) {
      const at = { start: m.index, end: m.index + 2 };
      yield { at, message: 'twice', fixes: [replace(piece, at, ' ', 'Garder une seule espace', 'safe')] };
    }
  },
});

/** Reports an RC whose CCTP says another duration; speaks in the RC, with the place in the CCTP. */
export const durations = defineRule({
  ...base,
  id: 'dossier/duree-de-test',
  title: 'Durées différentes',
  level: 'error',
  pieces: ['rc'],
  sources: [text('Cohérence du dossier')],
  messages: { differs: 'Le CCTP donne une autre durée. Donner la même.' },
  *check(piece) {
    const pattern = fr`durée : \d+ mois`;
    const own = piece.draft.sentences.find((s) => s.has(pattern));
    for (const other of piece.consultation.of('cctp')) {
      const theirs = other.draft.sentences.find((s) => s.has(pattern));
      if (!own || !theirs || own.find(pattern)?.text === theirs.find(pattern)?.text) continue;
      const related = [{ piece: other, at: theirs.at(pattern), message: 'Autre durée.' }];
      yield { at: own.at(pattern), message: 'differs', related };
    }
  },
});

/** Throws on a draft that holds « panne ». */
export const broken = defineRule({
  ...base,
  id: 'test/panne',
  title: 'Panne',
  level: 'error',
  sources: [text('Essai')],
  messages: { never: 'Jamais dit.' },
  *check(piece) {
    if (piece.draft.text.includes('panne')) throw new Error('broken on purpose');
    yield* [];
  },
});

export const testRules: readonly Rule[] = [durations, spaces, word, broken];

/** A consultation of these files, by name. */
export const consult = (files: Readonly<Record<string, string>>): Consultation =>
  openConsultation(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { date: TODAY, files: Object.keys(files) },
  );
