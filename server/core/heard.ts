import type { Hearing } from '../../rules/kit/rule.ts';
import { SURETIES, theModel } from '../../rules/reading/hear.ts';
import type { KnownConcept as Concept } from '../../rules/reading/model.ts';
import { nearestTo } from '../../rules/reading/why.ts';
import { FRENCH, type Phrasebook } from './phrasebook.ts';

/** What a statement was taken for: the known wording that is the nearest to it, and how sure that is. */
export async function readAs(heard: Hearing, say: Phrasebook['say'] = FRENCH.say): Promise<string> {
  const [near] = heard.added ? [] : await nearestTo(heard.text, heard.concept, 1);
  const words = near?.text ?? theModel()?.concepts.find(({ id }) => id === heard.concept)?.says ?? heard.concept;
  if (heard.added) return say(`Lu comme : « ${words} » (tournure ajoutée).`);
  return say(`Lu comme : « ${words} » (${SURETIES[heard.surety]}).`);
}

/** The concepts that a rule rests on. */
export const conceptsOf = (rule: string): readonly Concept[] =>
  theModel()?.concepts.filter(({ rules }) => rules.includes(rule)) ?? [];
