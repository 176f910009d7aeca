import { rules } from '../rules/index.ts';
import { preferredFix } from '../server/core/fix.ts';
import { assertSettles, findingsIn, openTexts, type Texts } from './fuzz/examine.ts';
import { SAMPLES } from './fuzz/inputs.ts';
import { asExample, filesOf, unmark } from './rules/tester.ts';

/** The sample consultations, by folder. */
function consultations(): Map<string, Texts> {
  const folders = new Map<string, Texts>();
  for (const [path, text] of Object.entries(SAMPLES)) {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    folders.set(folder, { ...folders.get(folder), [name]: text });
  }
  return folders;
}

/** All rules speak, as in the editor; the rule tester runs each alone and makes all its fixes at once. */
describe('Fixes made one after the other come to an end and leave nothing to fix', () => {
  for (const rule of rules)
    it(`of ${rule.id}, in its examples`, () => {
      for (const example of rule.examples.bad.map(asExample))
        assertSettles(Object.fromEntries(filesOf(rule, example).map((f) => [f.path, unmark(f.marked).text])), rule.id);
    }).timeout(0);

  for (const [folder, texts] of consultations())
    it(`of every rule, in ${folder}`, () => {
      const fixable = findingsIn(openTexts(texts)).filter(preferredFix);
      for (const id of new Set(fixable.map((f) => f.rule.id))) assertSettles(texts, id);
    }).timeout(0);
});
