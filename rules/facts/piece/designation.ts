import type { Passage } from '../../kit/draft.ts';
import { fold } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { buyerIn } from './acheteur.ts';

/** Words of a draft that name something. */
export interface Nom {
  /** As written, without marks. */
  readonly text: string;
  /** The passage that they stand in. */
  readonly at: Span;
}

/** What a consultation is called by, on a cover or in the article on the buyer. */
export interface Designation {
  /** The buyer. */
  readonly acheteur?: Nom;
  /** Number of the consultation or of the contract. */
  readonly numero?: Nom;
}

/** Passages that a cover may hold. */
const COVER = 14;
/** UTF-16 units after which a name is a sentence. */
const LONGEST = 120;
const NUMBER = new RegExp(
  `${fr`(?:consultations?|marché|accord-cadre|procédure|dossier|contrat|appel d'offres|mapa)(?: public)?`.source} ?(?:n ?°|numero|reference) ?:? ?(?<number>(?=[a-z_./-]*\\d)[a-z0-9][a-z0-9_./-]*[a-z0-9])`,
);
/** A lot, or the contract that is ending. */
const OTHER_CONTRACT = fr`(?:marchés?|contrat) (?:précédent|actuel|en cours|antérieur)|précédente?s? (?:marché|consultation)`;
const LABEL = fr`(?:acheteur|pouvoir adjudicateur|entité adjudicatrice|maître d'ouvrage|personne publique)(?: public)?`;
const LABELLED = new RegExp(`^[^a-z]*(?:l'|le |la |nom (?:de l'|du ))?${LABEL.source} ?: ?`);
const TITLED = new RegExp(
  `^(?:l'|le |la )?(?:(?:identification|designation|presentation|nom) (?:de l'|du ))?${LABEL.source}$`,
);
/** Where a name ends. */
const END = /\s*(?:[,;:]|\s[–—-]\s|\.(?=\s|$)|\(ci-apr|$)/u;
const ARTICLE = /^(?:le |la |les |l['’])/i;
/** It says something of a body, and is no name. */
const SPEAKS = fr`sont|consulte|souhaite|publie|passe|lance|peut|doit|chargée?s?|au titre|auprès|selon|conformément|règlement|cahier`;
const SENTENCE = /[.;:]\s*$/;
/** Other words than a name begin so. */
const BEGINS_ELSE = /^(?:d'|(?:dans|entre|pour|par|avec|sur|de|du|des|une?|agents?|a|aux?|chez)\b)/;

/** The body named by the first words; `sure`: a label says that they name one. A sentence names none by itself. */
function nameIn(words: string, sure: boolean): string | undefined {
  if (!sure && SENTENCE.test(words)) return undefined;
  const name = words.slice(0, END.exec(words)?.index).replace(/\s+/g, ' ').trim().replace(ARTICLE, '');
  const folded = fold(name).text;
  if (name.length < 3 || name.length > LONGEST || SPEAKS.test(folded) || BEGINS_ELSE.test(folded)) return undefined;
  const whole = buyerIn(sure ? folded : folded.split(' ').slice(0, 4).join(' '));
  return whole && name.charAt(0).toUpperCase() + name.slice(1);
}

const named = (passage: Passage, text: string | undefined): Nom | undefined =>
  text === undefined ? undefined : { text, at: passage.span };

function acheteurOf(passages: readonly Passage[], titled: readonly Passage[]): Nom | undefined {
  for (const passage of titled) {
    const found = named(passage, nameIn(passage.text.split('\n')[0] ?? '', true));
    if (found) return found;
  }
  for (const passage of passages) {
    const label = LABELLED.exec(passage.folded)?.[0].length;
    const text = label ? passage.text.slice(passage.text.indexOf(':') + 1).trim() : passage.text;
    for (const line of text.split('\n')) {
      const found = named(passage, nameIn(line, label !== undefined));
      if (found) return found;
    }
  }
  return undefined;
}

function numeroOf(passages: readonly Passage[]): Nom | undefined {
  for (const passage of passages) {
    const match = passage.find(NUMBER);
    if (!match || passage.has(OTHER_CONTRACT)) continue;
    const { length } = match.groups.number as string;
    return { text: passage.draft.slice(passage.at({ from: match.to - length, to: match.to })), at: passage.span };
  }
  return undefined;
}

/** What a piece calls the consultation and its buyer by. Empty where it does not say in so many words. */
export const designation = defineFact<Designation>({
  id: 'designation',
  title: 'Acheteur et numéro',
  read({ draft }) {
    const cover = draft.passages.slice(0, COVER);
    const titled = draft.sections
      .filter((s) => s.heading && TITLED.test(s.title))
      .flatMap((s) => s.own.filter((p) => p !== s.heading).slice(0, 1));
    const acheteur = acheteurOf(cover, titled);
    const numero = numeroOf(cover);
    return { ...(acheteur && { acheteur }), ...(numero && { numero }) };
  },
  show({ acheteur, numero }) {
    const said = [acheteur?.text, numero && `n° ${numero.text}`].filter(Boolean);
    return said.length > 0 ? said.join(', ') : undefined;
  },
});
