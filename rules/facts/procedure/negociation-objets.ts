import { fr } from '../../kit/french/pattern.ts';
import { find, findAll, has } from '../../kit/text.ts';

/** What the law keeps out of a negotiation. */
export type Interdit = 'exigences' | 'criteres';

export const MINIMUM = fr`exigences? (?:[a-z]+ ){0,2}(?:minimales?|intangibles?|imperatives?)|(?:caracteristiques|conditions|specifications|performances|prescriptions) minimales?|(?:niveaux?|seuils?) (?:minim(?:al|aux|um)|planchers?|intangibles?)|planchers?|minima|minimums(?= |$)`;
export const CRITERIA = fr`criteres?(?: (?:d'attribution|de (?:choix|jugement|selection|notation|ponderation)|d'evaluation|de jugement des offres))?|ponderations?|(?:repartition|ventilation|distribution|partage) (?:des|de ces|de) (?:points|notes|coefficients|poids)(?! (?:de |d')(?!la |l'|ce |cette |notation|jugement|chaque)[a-z])|(?:poids|coefficients?|points) (?:de |dans )(?:la |cette )?(?:grille|notation)|(?:coefficients?|poids|points) (?:attribue|affecte|donne|accorde|alloue|attache|devolu)e?s? (?:au prix|aux? criteres?|a chaque critere|a la (?:valeur|note|qualite)|a l'(?:environnement|offre))|poids (?:relatifs? )?(?:des|de chaque|de ces) criteres?|poids (?:relatifs? )?des (?:elements?|lignes?|postes?|rubriques?) (?:du tableau|de la grille|de notation|d'appreciation|de jugement)|(?:grille|bareme) (?:de (?:notation|jugement)|d'(?:evaluation|analyse))`;

/** A list of what is negotiated begins: « Sont ouverts à la négociation : », « Points en discussion : ». */
const OPENS = fr`(?:ouverte?s?|soumis(?:es?)?|sujette?s?|livree?s?) (?:a|aux) (?:la |l'|une |des )?(?:negociations?|discussions?|pourparlers|echanges?)|negociables?|(?:negociations?|discussions?|dialogue|pourparlers)(?: [a-z']+){0,4} (?:porte(?:r|ra|nt|ront)?|concerne(?:r|ra|nt|ront)?)(?: [a-z]+){0,3}|(?:points?|elements?|objets?|themes?|sujets?) (?:de (?:la )?negociation|de (?:la )?discussion|a negocier|en (?:discussion|negociation)|negocie[a-z]*)|(?:sont|seront|peuvent|pourront|peut|pourra)(?: [a-z]+){0,2} (?:negocie|discute|debattu)[a-z]*|(?:entrent|entreront) dans (?:le champ de )?la (?:negociation|discussion)`;
/** « Aucun point n'est exclu de la discussion », « rien n'est intangible »: two negations, everything is open. */
const ALL_OPEN = fr`(?:rien |aucune? (?:[a-z']+ ){1,6})(?:n'|ne )(?:est|sont|sera|seront|echappe[a-z]*|reste|demeure)(?: [a-z]+){0,2} (?:exclue?s?|soustraite?s?|intangibles?|a (?:la |l')(?:negociation|discussion))`;
/** Words that deny what a clause says, or leave it out. */
export const SHUT =
  /(?:^|[ ,(])(?:ne|ni|hors|sauf|excepte|aucune?|sans|non|pas|jamais) |n'|a (?:l'|la seule |l'unique )(?:exception|exclusion)|reserve faite|mis(?:es?)? a part|exceptee?s?(?![a-z])|non compris|exclu|intangible|interdit/;
/** What may stand between the mark of an item and the thing it names: an article, the weight, the level. */
const BEFORE =
  /(?:^|[-:,;(*] ?| et | ou | ainsi que | y compris | jusqu'a | jusqu'aux )(?:(?:les?|la|aux?|des?|du|leurs?|certaines?|toutes?|y compris|meme|poids|ponderation|niveau|contenu|liste|socle|respectifs?|relatifs?|respective|valeur|seuils?|coefficients?|modification|revision|adaptation|assouplissement|hierarchie) |[ld]'){0,6}$/;
/** After a bare « critères »: those of the award, and not « critères d'accessibilité » or « critères techniques ». */
const OF_AWARD =
  /^(?: ?$| ?[.,;:)]| -| et | ou | (?:du|de l'article|de la consultation|de ce|fixes|annonces|prevus|indiques|enonces)(?![a-z]))/;

/** The things that may not be negotiated and that begin an item of a text. */
function namedIn(folded: string): Interdit[] {
  const out: Interdit[] = [];
  const begins = (from: number) => BEFORE.test(folded.slice(Math.max(0, from - 90), from));
  if (findAll(folded, MINIMUM).some((m) => begins(m.from))) out.push('exigences');
  const criteria = findAll(folded, CRITERIA).filter((m) => begins(m.from));
  if (
    criteria.some(({ from, to, text }) => {
      const weighed = /(?:poids|ponderation|coefficients?) [a-z' ]{0,24}$/.test(
        folded.slice(Math.max(0, from - 40), from),
      );
      return weighed || !/^criteres?$/.test(text) || OF_AWARD.test(folded.slice(to));
    })
  )
    out.push('criteres');
  return out;
}

/** True when what stands before a list shuts its items out of the negotiation. */
export const shutsList = (folded: string): boolean => SHUT.test(folded.replace(ALL_OPEN, 'tout'));

/** True when what stands before a list says that its items are negotiated. */
export function opensList(folded: string): boolean {
  const text = folded.replace(ALL_OPEN, 'tout');
  const last = findAll(text, OPENS).at(-1);
  if (!last) return false;
  const sentence = text.slice(text.slice(0, last.from).search(/[^.;]*$/));
  return /^[^.;]{0,80}: ?$/.test(text.slice(last.to)) && !SHUT.test(sentence);
}

/** What a sentence that says what is negotiated, and lists it, names among it. */
export function listedIn(folded: string): Interdit[] {
  const open = find(folded, OPENS);
  if (!open) return [];
  const colon = folded.indexOf(':', open.to);
  if (colon < 0 || !opensList(folded.slice(0, colon + 1))) return [];
  const list = folded.slice(colon + 1);
  return SHUT.test(list) ? [] : namedIn(list);
}

/** What a line of such a list names. */
export const lineOf = (folded: string): Interdit[] => (folded.length > 160 || SHUT.test(folded) ? [] : namedIn(folded));

/** « Aucun point n'est exclu de la discussion, exigences minimales comprises. » */
export function openedIn(folded: string): Interdit[] {
  const all = find(folded, ALL_OPEN);
  if (!all) return [];
  const rest = folded.slice(all.to).replace(/(?:pas|ni) meme /g, 'meme ');
  if (SHUT.test(rest) || !has(folded, fr`negoci[a-z]*|discut[a-z]*|discussions?|dialogue`)) return [];
  return /compris|inclus|meme|jusqu'a|notamment/.test(rest) ? namedIn(rest) : [];
}
