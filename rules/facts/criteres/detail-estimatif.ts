import type { Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Consultation, Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

const DQE = fr`d\.?q\.?e|détails? (?:quantitatifs? )?(?:et )?estimatifs?|devis quantitatifs?(?: estimatifs?)?|scénarios? (?:de commandes?|de consommation|d'achat|type)|simulations? de commandes?|commandes? types?|panier (?:type|moyen)`;
const JUDGED = fr`prix|critères?|not(?:e|es|ée|é|és|ées|ation)|jug(?:é|ée|és|ées|ement)|appréci(?:é|ée|és|ées)|analys(?:e|é|ée|és|ées)|compar(?:é|ée|és|ées|aison)|évalu(?:é|ée|és|ées|ation)`;
const SECRET = fr`(?:non|pas) (?:communiquée?s?|transmise?s?|remise?s?|fournie?s?|portée?s? à la connaissance|joint[a-z]*|publiée?s?|diffusée?s?)|masquée?s?|cachée?s?|secr(?:et|ets|ète|ètes)|confidentiel(?:s|le|les)?|(?:tirée?s?|tirage) au sort|scellée?s?|établie?s? par (?:le pouvoir adjudicateur|l'acheteur)|élaborée?s? par (?:le pouvoir adjudicateur|l'acheteur)|(?:remplie?s?|établie?s?|fournie?s?|produit[a-z]*) par (?:le|les|chaque) (?:candidats?|soumissionnaires?)`;

const NAMED =
  /\bd\.?q\.?e\b|\bdetails? (?:quantitatifs? )?(?:et )?estimatifs?|\bdevis quantitatifs?|\bscenarios?\b|\bsimulations?\b|\bpaniers?\b|\bcommandes? types?\b/;

/** True when a file or a part of a piece is the estimate on which prices are judged. */
export function hasEstimate(consultation: Consultation): boolean {
  if (consultation.of('dqe').length > 0) return true;
  const titles = consultation.pieces.flatMap((p: Piece) => p.draft.headings.map((h) => h.folded));
  const names = [...consultation.files, ...consultation.companions.map((p) => p.path)].map((f) =>
    plain(f).replace(/[^a-z0-9]+/g, ' '),
  );
  return [...titles, ...names].some((t) => NAMED.test(t));
}

/** Prices judged on an estimate. */
export interface JudgedOnEstimate {
  readonly sentence: Sentence;
  /** The words for the estimate. */
  readonly named: Span | undefined;
  /** The estimate is kept from the candidates, or made by them. */
  readonly secret: boolean;
}

/** The first sentence by which a piece judges prices on an estimate; undefined where none does. */
export function judgedOnEstimate({ draft }: Piece): JudgedOnEstimate | undefined {
  const [sentence] = draft.sentencesWith(DQE).filter((s) => s.has(JUDGED) && !s.passage.heading);
  if (!sentence) return undefined;
  const around = [sentence, sentence.previous, ...sentence.passage.sentences];
  const secret = around.some((s) => s?.has(SECRET)) || sentence.section.under(SECRET);
  const words = sentence.find(DQE);
  return { sentence, named: words && sentence.at(words), secret };
}
