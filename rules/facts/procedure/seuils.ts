import type { Sentence } from '../../kit/draft.ts';
import { type AmountItem, amounts } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';

/** What a threshold is for, in the words around it: the first part of its id in the law's data. */
export type SeuilMatiere = 'europeen' | 'dispense' | 'profil-acheteur' | 'publicite' | 'ecrit' | 'donnees' | 'avance';

/** An amount that the text presents as a threshold of the law. */
export interface Seuil {
  /** € as written. */
  readonly value: number;
  /** Empty where only « seuil » is said. */
  readonly matieres: readonly SeuilMatiere[];
  readonly travaux: boolean;
  /** Told as history. */
  readonly past: boolean;
  /** The amount with its currency and tax. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const MATTERS: readonly (readonly [SeuilMatiere, RegExp])[] = [
  [
    'europeen',
    fr`procédures? adaptées?|(?:procédures?|marchés?|consultations?) (?:[a-z'-]+ ){0,3}formalis[ée]e?s?|(?:cette|(?:une )?telle) procédure (?:[a-z'-]+ ){0,2}(?:s'impose|(?:est|devient|sera) (?:[a-z]+ )?(?:obligatoire|requise|imposée|de (?:règle|rigueur|droit)|nécessaire))|(?:oblige|contrain|impose)[a-z]* (?:[a-z'-]+ ){0,3}(?:appel d'offres)|seuils? (?:européens?|communautaires?|de l'union)|journal officiel de l'union|joue|formalisée|(?:tenue?s?|obligée?s?|astreinte?s?) (?:d'|à )organiser un concours|(?:à (?:partir|compter)|au-delà|au-dessus) (?:(?:du|des)quels?|de laquelle) [^.;:]{0,60}(?:appel d'offres|concours|dialogue compétitif)`,
  ],
  [
    'dispense',
    fr`dispens(?:e|é|és|ée|ées) de (?:toute )?(?:publicité|mise en concurrence)|sans (?:aucune )?(?:publicité|mise en concurrence)|(?:publicité|mise en concurrence) (?:[a-z]+ ){0,4}(?:préalable )?(?:n'est|ne sont) pas|se (?:passer|dispenser|affranchir) de (?:toute |la |l'obligation de )?(?:publicité|mise en concurrence|formalités?)|(?:tenu|soumis|astreint)e?s? à (?:aucune |ni )?(?:publicité|mise en concurrence)|(?:aucune|ni) (?:publicité|mise en concurrence)|gré à gré|r\.? ?2122-8|seuil de dispense|hors procédure|(?:s'adresse|s'adresser|traite|traiter|contracte|contracter) (?:directement|librement)|sans formalités?|de son (?:seul )?choix`,
  ],
  ['profil-acheteur', fr`profils? d'acheteur|dématérialisation`],
  ['publicite', fr`boamp|journal d'annonces légales|jal`],
  ['ecrit', fr`(?:par |marché |contrat |forme )écrite?s?`],
  ['donnees', fr`données essentielles`],
  ['avance', fr`avance`],
];
const SEUIL = fr`seuils?`;
/** « 216 000 € HT pour la procédure adaptée »: what stands after a sum that is its bound. */
export const OF_ADAPTED = /^[ ,(]{0,3}(?:h\.?t\.? ?)?(?:pour|en) (?:la |les )?procedures? adaptees?(?![a-z])/;
const BOUND =
  /(?:barre|(?<!dans la )limite|seuils?(?: [a-z'(),°.-]+| \d{1,4}(?:er)?(?! ?\d{3}))*?|inferieure?s?|superieure?s?|egale?s?|egaux|en dessous|au-dessous|en deca|au-dela|au-dessus|a partir|a compter|(?<![a-z])des|moins|plus|sous|jusqu'|(?:attei(?:nt|gnent|gnant)|depass(?:e|ent|ant)|exced(?:e|ent|ant))(?: pas)?)(?: (?:de|du|des|a|la somme de|le seuil de|les|fixe|au seuil de)){0,9}[ :(]{0,9}(?:a|de|d')? ?$/;
const AFTER =
  /^[ ,(]{0,3}(?:(?:qui (?:est|constitue) )?(?:(?:le|un) )?seuil (?![^,;.)]*\b(?:est|soit|sera) (?:depasse|atteint|franchi))|(?:(?:montant|somme|valeur) )?(?:a (?:partir|compter)|au-dela|en deca|au-dessus|au-dessous|en dessous) (?:(?:du|des)quels?|de laquelle)(?![a-z])|(?:h\.?t\.? )?qui (?:commandent|imposent|declenchent|obligent|rendent)(?![a-z])|(?:h\.?t\.? )?(?:a partir d')?ou (?:commence|debute|demarre|s'ouvre|s'impose|s'arrete|finit|bascule|cesse)(?:nt)?(?![a-z]))/;
/** « 216 000 € HT pour les services et de 5 404 000 € HT pour les travaux »: what a bound governs, said twice. */
const AND = /^(?: \(?(?:pour|en)[^;:€]{0,70})?,? (?:et|ou)(?: (?:de|a))? $/;
const PAST = fr`(?:alors|à l'époque) (?:applicables?|en vigueur)|n'(?:a|ont) plus cours|n'(?:est|sont) plus (?:applicables?|en vigueur)|anciens?|était|étaient|ancien seuil|jusqu'(?:au|en|à) (?:[a-z0-9]+ ){0,3}20\d\d|en 20(?:1\d|2[0-5])|de 20(?:1\d|2[0-5]) à 20\d\d|précédents?|auparavant|antérieurement|avant le \d{1,2}(?:er)? [a-z]+ 20\d\d|pour mémoire|a été (?:relevé|abaissé|remplacé|porté)`;
/** Sums of another matter, even near the word « seuil ». */
const OTHER_AMOUNT = fr`chiffres? d'affaires|pénalités?|capital|plafonds? de ressources|sinistres?|franchise`;

interface ThresholdRead {
  readonly item: AmountItem;
  readonly matieres: readonly SeuilMatiere[];
  readonly travaux: boolean;
  readonly past: boolean;
}

const MONEY = /€|eur|\d h/;
function read(phrase: Readable): ThresholdRead[] {
  if (!phrase.has(MONEY)) return [];
  const matieres = MATTERS.filter(([, p]) => phrase.has(p)).map(([m]) => m);
  if (matieres.length === 0 && !phrase.has(SEUIL)) return [];
  if (phrase.has(OTHER_AMOUNT)) return [];
  const { folded } = phrase;
  const past = phrase.has(PAST);
  let end: number | undefined;
  return amounts(folded).flatMap((item) => {
    const before = folded.slice(Math.max(0, item.from - 110), item.from);
    const again = end !== undefined && AND.test(folded.slice(end, item.from));
    const after = folded.slice(item.to);
    const bounds = again || BOUND.test(before) || AFTER.test(after) || OF_ADAPTED.test(after);
    if (item.unit || !bounds) return [];
    end = item.to;
    // What stands between two amounts is said of the first.
    const kind = (again ? '' : before.slice(-60)) + folded.slice(item.to, item.to + 40).replace(/€.*/, '');
    return [{ item, matieres, travaux: has(kind, fr`travaux`), past }];
  });
}

const LABEL = fr`seuils?|plafonds?|limites?|barre`;
/** « Plafond de la procédure adaptée | 216 000 € HT »: what the label of a row says of its sum. */
const inRows = ({ draft }: Piece) =>
  draft.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells: [label, ...cells] }) => {
      const matieres = label?.has(LABEL) ? MATTERS.filter(([, p]) => label.has(p)).map(([m]) => m) : [];
      if (matieres.length === 0) return [];
      const travaux = label?.has(fr`travaux`) === true;
      return cells.flatMap(({ sentences }) =>
        sentences.map((sentence) => {
          const items = read(sentence).length > 0 ? [] : amounts(sentence.folded).filter(({ unit }) => !unit);
          return { sentence, value: items.map((item): ThresholdRead => ({ item, matieres, travaux, past: false })) };
        }),
      );
    }),
  );

/** « 143 000 € HT. » at the end of a sentence: the full stop is not the amount's. */
const trimmed = (item: AmountItem, folded: string) =>
  /[^.]t\.$/.test(folded.slice(item.from, item.to)) ? { from: item.from, to: item.to - 1 } : item;

/** The amounts that a piece presents as thresholds; prices and estimates are none. */
export const seuils = defineFact<readonly Seuil[]>({
  id: 'seuils',
  title: 'Seuils cités',
  read: (piece: Piece) =>
    [...piece.draft.collect(read), ...inRows(piece)].flatMap(({ value, sentence }) =>
      value.map(({ item, ...rest }) => ({
        ...rest,
        value: item.value,
        at: sentence.at(trimmed(item, sentence.folded)),
        sentence,
      })),
    ),
  show: (all) => (all.length > 0 ? all.map(({ value, matieres }) => ({ montant: value, matieres })) : undefined),
});

/** The currency and the tax at the end of a sum as it is written, with the space before; undefined where there are none. */
export const currencyOf = (written: string): string | undefined =>
  /(?<!\s)\s*(?:€|euros?|eur\b).*$/is.exec(written)?.[0];
