import type { Sentence } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };

/** True where no order is given, and the sentence says all the same that a name of goods is what is supplied or worked with. */
export const isPutToUse = ({ folded }: Sentence, { from, to }: Stretch): boolean => {
  const [before, name, after] = [folded.slice(0, from), folded.slice(from, to), folded.slice(to)];
  return (
    [IS_SUPPLIED, DONE_WITH, DOES_WITH].some((p) => p.test(before)) ||
    WORKED.test(after) ||
    isWhatEachGets(before, name, folded) ||
    isSpecified(before, name, after)
  );
};

/** « Chaque poste est un… », « sort des usines… », « un autre four que le… est refusé »: what is supplied is what the name says. */
const IS_SUPPLIED =
  /(?<![a-z])(?:(?:est|sont|sera|seront) (?:une?|des|les?|la|l'|d[eu]) ?(?:[a-z-]+ )?|(?:provien|vien|sor)(?:t|nent|tent|dra|dront|tira|tiront) des (?:usines?|ateliers?) |(?:est|sont|sera|seront) (?:prise?s?|achetee?s?|choisie?s?|commandee?s?) (?:chez|dans la (?:gamme|serie) (?:de )?) ?|autres? (?:[a-z'-]+ ){1,4}qu(?:e |')(?:une? |des |les? |la |l')?(?:[a-z-]+ )?|(?:^|[.;] )[^a-z]*(?:ils?|elles?|chacune?|chaque [a-z]+) (?:recoi(?:t|vent)|portent?|embarquent?|integrent?) (?:une?|des|les?|la|deux|trois|quatre) (?:[a-z-]+ ){1,3})$/;
/** « Le lavage est conduit avec des chariots … », « les vues sont filmées depuis un … »: how the work is done. */
const DONE_WITH =
  /(?<![a-z])(?:imprim|tir|edit)ee?s? sur (?:(?:un|du|des|le) )?(?:[a-z-]+ )?$|(?<![a-z])(?:est|sont|sera|seront) (?:[a-z]+ )?(?!(?:equip|dot|muni|heberg|relie|raccord|connect|compatib|interfac|gere|situe|install|present|reparti|suivi|conserv|form|initie|habitu)[a-z]*|[a-z]+(?:elle|ale|aire|able|ible|ique|ive)s? )[a-z]+(?:e|ee|es|ees|i|is|ie|ies|it|its|ite|ites|u|us|ue|ues)(?:,? [a-z']+){0,5}? (?:avec|depuis|sous(?: (?:la )?forme d)?|dans|(?:au moyen|a l'aide|a partir) d(?:es?|u)?) ?(?:'|l'|(?:une?|des|les?|la|deux|trois|quatre) )?(?:[a-z-]+ ){0,3}$/;

/** « Le titulaire établit les maquettes sous Figma »: what he works with. */
const DOES_WITH = new RegExp(
  `(?<![a-z])(?:${parties.titulaire.join('|')}|il|elle) (?:[a-z]+ )?(?:etabli|realis|produi|dessin|redig|construi|modelis|develop|compos|mont|saisi|remet|livr|fourni|rend|transm)[a-z]* [^.;:]{0,80}?(?<![a-z])(?:sous|a l'aide d[eu]|au moyen d[eu]) (?:le |la |l'|un |une )?(?:(?:logiciel|outil|format|progiciel|application) )?$`,
);

/** « Sol du hall : revêtement Taralay Premium, 2 mm »: a product of a range, as the value of a label. */
const isSpecified = (before: string, name: string, after: string): boolean =>
  /[a-z0-9] [a-z0-9]/.test(name) && OF_LABEL.test(before) && /^ ?(?:$|[,;(.])/.test(after);
const OF_LABEL =
  /^[^a-z]*(?!(?:[a-z' ]+ )?(?:editeurs?|constructeurs?|fabricants?|contacts?|interlocuteurs?|logiciels?|progiciels?|versions?|systemes?|serveurs?|titulaires?|prestataires?|parc|outils?|environnements?|bases?|compatib[a-z]+|source|exemples?)(?![a-z]))[a-z][^:.;,]{2,50} ?: ?(?:[a-z-]{4,} ){0,2}$/;
/** « Deux couches de … sont ensuite passées »: what the work is done with, after its name. */
const WORKED =
  /^ ?(?:[a-z0-9-]+ )?(?:est|sont|sera|seront) (?:[a-z]+ )?(?:pass|appliqu|pulveris|epand|repand|etal|pos|coll|marouf|viss|soud|inject|coul|mont|fix|employ|utilis|dilu|dos)(?:e|ee|es|ees)(?![a-z])/;
/** « Chaque borne est protégée par un disjoncteur … 63 »: a model, of what each is to have or the contractor sees to. */
const isWhatEachGets = (before: string, name: string, folded: string): boolean =>
  /[ -][a-z]*\d/.test(name) && GETS.test(before) && (EACH.test(before) || SEES_TO.test(folded));
const GETS =
  /(?<![a-z])(?:est|sont|sera|seront) (?:[a-z]+ )?[a-z]+(?:e|ee|es|ees|i|is|ie|ies|it|its|ite|ites|u|us|ue|ues)(?:,? [a-z']+){0,4}? (?:par|avec|sur|d')(?: ?(?:une?|des|deux|trois|quatre))? ?[a-z-]{4,}(?: [a-z-]{4,})? $/;
const EACH = /(?<![a-z])(?:chaque|chacune?|tou(?:s|tes) les) (?!fois|jour|mois|annee|semaine)/;
const SEES_TO = /(?<![a-z])(?:par le|du) (?:titulaire|prestataire|fournisseur)(?![a-z])/;
