import { dequal } from 'dequal';
import type { InPlace, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny, type Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { labelIn, makerIn } from './references-colonnes.ts';
import { type NameSaid, namesSaid } from './references-entendues.ts';
import { acceptsEquivalents, isCoveredAround, opensToEquivalent } from './references-equivalence.ts';
import { GOODS_WORDS, goodsNames } from './references-marques.ts';
import { AMBIGUOUS, type GoodsName, SURE, VERSIONED } from './references-noms.ts';
import { STANDARD_WORDS, type StandardName, standardNames } from './references-normes.ts';
import { GOODS_PLACE } from './references-places.ts';
import {
  comesInstead,
  isOrder,
  isStandard,
  isToSupply,
  type Named,
  type ReferenceKind,
  type ReferenceRole,
  rolesIn,
} from './references-roles.ts';
import { isLoud, typed } from './references-typees.ts';

const CERTIFIED =
  /(?<=(?<![a-z])(?:certifi|labellis|homologu|estampill)ee?s? "?)(?!onu|ece|cee|france|route|quel|comment|combien|pourquoi)[a-z][a-z0-9-]{2,24}(?: [a-z][a-z0-9-]{2,24})?/;
const EVERY_CERTIFIED = new RegExp(CERTIFIED.source, 'g');
/** « certifiées Eurovent »: a name that no list holds, and that its capital tells. */
const certifiedNames = (folded: string, original: () => string): StandardName[] =>
  [...folded.matchAll(EVERY_CERTIFIED)].flatMap(({ 0: text, index }) => {
    const typed = original().slice(index, index + text.length);
    if (!/^\p{Lu}/u.test(typed)) return [];
    const [first = ''] = text.split(' ');
    const length = / \p{Lu}/u.test(typed) ? text.length : first.length;
    return [{ from: index, to: index + length, kind: 'certification' as const, initials: false }];
  });

/** What a sentence names by its words. */
const named = (phrase: Phrase): readonly Named[] => {
  const goodsMay = [GOODS_WORDS, SURE, AMBIGUOUS, GOODS_PLACE, VERSIONED].some((p) => phrase.has(p));
  if (!goodsMay && !phrase.has(STANDARD_WORDS)) return [];
  const { folded } = phrase;
  const standards = standardNames(folded);
  if (!goodsMay && standards.length === 0 && !CERTIFIED.test(folded)) return [];
  const { prose } = phrase;
  const loud = isLoud(prose);
  const original = () => typed(phrase);
  const kept = standards.filter(
    (s) =>
      !s.initials ||
      (!loud && /^\p{Lu}{2}|^pr\p{Lu}/u.test(original().slice(s.from, s.to))) ||
      (loud && /norme/.test(folded)),
  );
  if (!loud) kept.push(...certifiedNames(folded, original).filter((c) => !overlapsAny(c, kept)));
  const goods = goodsMay ? goodsNames(folded, original(), loud) : [];
  return [...kept, ...goods.filter((g) => !overlapsAny(g, kept))].sort((a, b) => a.from - b.from);
};

/** « Teams »: a word that is a product's name too. */
const isOrdinary = ({ folded }: Sentence, { from, to }: Stretch): boolean => IS_AMBIGUOUS.test(folded.slice(from, to));
const IS_AMBIGUOUS = new RegExp(`^${AMBIGUOUS.source}$`);

/** The names that a sentence makes products to be supplied, by its sense: where `surely`, those of which there is no doubt. */
const heardOf = (sentence: Sentence, names: readonly NameSaid[], surely: boolean): readonly GoodsName[] =>
  names.flatMap(({ from, to, surety }): GoodsName[] => {
    const isLeft = !surety || (surety === 'probable' && (surely || isOrdinary(sentence, { from, to })));
    return isLeft ? [] : [{ from, to, kind: 'marque', by: 'sens', doubtful: true, surety }];
  });

/** What is told by words or by the heads of columns, with what is heard. */
function together(told: readonly Named[], heard: readonly GoodsName[]): readonly Named[] {
  const known = told.map((name) => {
    const same = 'by' in name ? heard.find((h) => overlapsAny(h, [name])) : undefined;
    if (!same) return name;
    // « un Rational iCombi Pro »: a list has the range alone.
    const { from, to } = 'by' in name && name.by === 'liste' ? same : name;
    return { ...name, surety: same.surety, from: Math.min(name.from, from), to: Math.max(name.to, to) };
  });
  const fresh = heard.filter((h) => !overlapsAny(h, known));
  return [...known, ...fresh].sort((a, b) => a.from - b.from);
}

const JUSTIFIED = fr`justifi(?:ée?s?|ant|é) (?:par|en raison|eu égard)|(?:ce|ces|cette|cet) (?:choix|exigence|marque|prescription|référence|imposition)s? [^.;]{0,60}(?:justifi|s'expliqu|motiv|raison|compatib|impos)[a-z]*|en raison d(?:e|u|es)?|(?:pour des raisons?|par souci|par mesure|pour raison) d(?:e|u|es)?|compte tenu d(?:e|u|es)?|afin (?:de|d') ?(?:assurer|garantir|conserver|maintenir|rester|préserver|permettre)[^.;]{0,60}(?:compatib|homog|uniform|interchang|continuité|interop|garantie)[a-z]*|pour (?:être |rester )?compatib[a-z]+|seule?s? (?:[a-z]+ )?compatib[a-z]+|à l'identique|identiques? (?:à|aux?) |uniformité|homogénéité|interchangeab[a-z]+|droits? d'exclusivité|objet du marché l'(?:exige|impose)|n'accept(?:e|ent|ant) que|pièces? (?:détachées?|de rechange)|consommables?|\(justification|nécessaire à l'interop[a-z]+`;
/** « Elles se posent sur les prises NF… »: what is supplied goes with it. */
const MOUNTED = fr`(?:se |s')(?:mont|fix|branch|pos|attel|adapt|accroch|emboît|raccord)[a-z]* (?:sur|à|aux?|dans)`;

/** A reference by what stands in its sentence and around it. */
export interface Said extends Stretch {
  readonly kind: ReferenceKind;
  /** As printed. */
  readonly name: string;
  readonly role: ReferenceRole;
  /** Spoken of alone, where rules of a consultation say it. */
  readonly citedInRules: boolean;
  readonly equivalence: 'mention' | 'voisinage' | undefined;
  readonly doubtful: boolean;
  /** Its sense alone tells that it names a product. */
  readonly heard: boolean;
  readonly justified: boolean;
  /** It may have been said before to be there already. */
  readonly mayStay: boolean;
}

/** The references of a sentence. */
export interface SaidHere {
  readonly all: readonly Said[];
  /** Those that are left where the section is an inventory. */
  readonly inInventory: readonly Said[];
  /** How many names it holds, of whatever. */
  readonly names: number;
}

function say(sentence: Sentence, names: readonly Named[]): readonly Said[] {
  const roles = rolesIn(sentence);
  const isOpen = opensToEquivalent(sentence.folded) || acceptsEquivalents(sentence.folded);
  const justified = sentence.has(JUSTIFIED) || (sentence.next?.has(JUSTIFIED) ?? false);
  return names.map((name): Said => {
    const { kind, from, to } = name;
    return {
      kind,
      from,
      to,
      name: sentence.passage.draft.slice(sentence.at({ from, to })),
      role: roles.of(name),
      citedInRules: roles.citedInRules,
      equivalence: isOpen ? 'mention' : isCoveredAround(sentence, isStandard(name)) ? 'voisinage' : undefined,
      doubtful: 'doubtful' in name,
      heard: 'by' in name && name.by === 'sens',
      justified,
      mayStay: (!isStandard(name) || sentence.has(MOUNTED)) && !comesInstead(sentence, from) && !isToSupply(sentence),
    };
  });
}

/** What each sentence names, and what it makes of it. */
export const REFERENCES: InPlace<SaidHere> = {
  take(sentence) {
    const told = [...named(sentence.phrase), labelIn(sentence) ?? [], makerIn(sentence) ?? []].flat();
    const names = namesSaid(sentence);
    if (told.length + names.length === 0) return undefined;
    const all = together(told, heardOf(sentence, names, false));
    const sure = isOrder(sentence) ? all : together(told, heardOf(sentence, names, true));
    const said = all.length > 0 ? say(sentence, all) : [];
    return { all: said, inInventory: dequal(all, sure) ? said : say(sentence, sure), names: names.length };
  },
};
