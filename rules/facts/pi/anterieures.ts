import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

const EXPLAINED = fr`parce qu[a-z']*|pourquoi|raisons?|car|en raison|afin|dès lors|motifs?|justifi(?:e|ée?|és)|puisqu[a-z']*|compte tenu|s'expliqu(?:e|ent)|standards?|étant donné|du fait|suffi(?:t|sent|ra)|empêch[a-z]+|n'(?:a|ont|ayant) pas (?:l'usage|besoin|l'utilité)|sans (?:utilité|intérêt)`;

/** True when what is said of prior knowledge tells why its regime is another, or that it is the same. */
export const isExplained = ({ passage, section }: Sentence): boolean =>
  passage.has(EXPLAINED) || section.own.some((x) => x.has(fr`mêmes? (?:droits|régime)`));
