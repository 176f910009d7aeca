import { amounts } from '../../kit/french/amounts.ts';
import { durations } from '../../kit/french/durations.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { holes } from '../commun/index.ts';

/** Words that say how much, when or how, and not what. */
const NO_OBJECT = new Set(
  (
    'tranche tranches lot lots ferme fermes optionnelle optionnelles conditionnelle conditionnelles montant montants prix cout couts estime estimee estimes ' +
    'estimation valeur forfait forfaitaire forfaitaires global globale unitaire unitaires budget hors taxe taxes toutes comprises euros euro soit environ plafond maximum ' +
    'minimum maximal minimal duree delai delais mois jours jour semaines annee annees definir preciser determiner completer ulterieurement selon devis dont pour avec ' +
    'sans sont sera seront objet contenu intitule designation numero candidat compter partir notification affermissement affermie affermies execution ferme fermee ' +
    'nature perimetre consistance les des une par sur aux est que qui ans ttc eur tva ces son ses leur lui non oui cette chaque aussi total totale ensemble sous oui non neant dans entre tout reste restant renseigner chiffrer connu pas fixe arrete deux trois quatre taux meme memes tva sus comprise compris'
  ).split(' '),
);
const PRICED =
  /^(?:(?:non|pas|point)(?: encore)? |jamais )?(?:chiffre|evalue|valorise|tarife)e?s?(?![a-z])|^(?:le |un |pour un |d'un )?(?:montant|prix|cout|estim|valeur|forfait|budget|enveloppe|remuneration|duree|delai|indemnite|date|devis|chiffrage)/;
/** « La tranche ferme refait le plancher »: the verb of what is done. */
export const ACTS =
  "(?:(?:re)?(?:fait|fera)|traite|equipe|renove|restaure|amenage|etend|prolonge|realise|construit|remplace|fournit|acheve|complete|ajoute|installe|pose|livre|etudie|concoit|developpe|numerise|depose|repare|nettoie|plante)(?:ra)? (?=(?:l[ae]s? |l'|une? |des |du |deux |trois |quatre |\\d)(?!tranche|objet|suite|contrat|marche))";
/** Links between the name and the object. */
const LINK =
  /^(?:porte(?:nt|ra|ront)? sur|portant sur|comprend|comprenant|comporte|dediee? (?:a|aux?)|relati(?:f|ve) (?:a|aux?)|consacree? (?:a|aux?)|concerne|concernant|correspond (?:a|aux?)|correspondant (?:a|aux?)|a pour objet|ayant pour objet|dont l'objet est|consiste (?:en|a)|consistant (?:en|a)|couvre|couvrant|vise|prevoit|inclut|regroupe|est (?:dediee?|relative|consacree?) (?:a|aux?)|pour) (?:la |le |les |l')?/;
/** What is done with a tranche, or to it. */
const PREDICATE =
  /^(?:(?:elle|il|celle-ci|cette tranche|la tranche) )?(?:est|sont|sera|seront|serait|seraient|peut|pourra|pourrait|doit|devra|fait|donne|n'est|ne|s'execute|s'eleve|s'elevera|s'eleverait|coute|coutera|vaut|debute|commence|demarre|prend|intervient|affermie?)\b|^(?:obligatoire|certaine|acquise|due|commandee|engagee|executee|assuree|notifiee|irrevocable)(?: (?:des|a|par|d'office|d'emblee|immediatement|avec|lors)\b| ?[.;]?$)|^(?:ce qu'elle|son (?:objet|contenu|perimetre)|(?:l')?objet|(?:le )?contenu|dont (?:l'objet|le contenu))\b.*\b(?:arret|defin|precis|fix|determin|connu)|^(?:sinon|a defaut|autrement|faute de quoi|dans ce cas)(?![a-z])/;
/** « la tranche optionnelle du lot 1 est affermie par écrit, notifiée sous un an », « le titulaire la propose quand… »: how it is decided and what else happens, to the end of the sentence. */
const DECIDED =
  /^(?:(?:(?:la |cette |chaque )?tranche(?: (?:ferme|optionnelle|conditionnelle))?(?: (?:n ?° ?)?\d)?(?: (?:du|de ce) lot(?: (?:n ?° ?)?\d{1,2})?)?|elle|celle-ci) (?:est|sera|peut|pourra|ne|n')|(?:le |la |l'|les |nous |on )(?:[a-z]+ )?(?:la |l'|ne la |ne l')(?:propos|chiffr|affermi|notifi|decid|lev|command|confirm|activ)|(?:passe|au-dela de) (?:ce|cette|le) |(?:a |par )?defaut d|faute d[e']|en cas d[e']|aucune? indemnite)/;
/** « prix ferme, actualisable si… »: how its price goes, and all that follows. */
const PRICE_GOES =
  /^(?:l[ae] |les |un |a )?prix (?:(?:est|sont|sera|seront|reste|restent) )?(?:(?:unitaires?|forfaitaires?|globa(?:l|ux)) )*(?:fermes?|revis|actualis|definitifs?|provisoires?|ajust)/;
/** « s'il y a lieu », between commas. */
const ASIDE =
  /^(?:dont (?:la |le |l'|les )?(?:levee|affermissement|decision|commande|confirmation|activation|declenchement|execution|notification)\b|(?:(?:la |sa )?decision|(?:sa )?levee|(?:a|pour|reste a) (?:la )?(?:lever|confirmer|affermir|decider|activer|commander)|(?:l')?affermissement|confirmation|activation)\b(?! de (?:doutes?|corps|terrain|plans?|reserves?|donnees|comptes?|alertes?))|s'il y a lieu|le cas echeant|si (?:besoin|necessaire)(?: est)?|eventuellement|en option|(?:(?:y compris|dont|avec) +)?(?:de |(?:la |une )?periode de )preparation|(?:y compris|dont|avec) +d'etudes)\b/;
/** « nous en parlerons le moment venu », « son contenu sera fixé plus tard », « dont l'objet est à compléter »: an object put off. */
const PUT_OFF =
  /^(?:neant|sans objet|inconnue?)\b|^(?:dont |a un (?=objet|contenu))?(?:(?:elles?|ils?|les?|la|son|sa|ses|objets?|contenus?|perimetres?|natures?|consistances?|prestations?|cela|ceci|nous|on|en|ce|qui|point|rien|encore|pas|non) |l'|n')*(?:(?:sera|seront|reste(?:nt)?|est|sont) (?:[a-z]+ ){0,2}(?:arrete|defini|precise|fixe|determine|decide|convenu|choisi|communique|detaille|discute)e?s?\b|(?:(?:est|sont|sera|seront|reste|restent) )?a (?:definir|preciser|determiner|fixer|arreter|convenir|decider|discuter|completer|renseigner|venir)\b|(?:parl|dir|verr|decid|precis|choisi|defini|avis|reparl)[a-z]*ons\b|(?:le|au) moment venu\b|ulterieurement\b|plus tard\b|(?:selon|suivant|en fonction d[eu]s?) (?:(?:les |nos |ses |leurs |l'|d')?(?:besoins?|necessites?|opportunites?|avancement|credits?|demandes?|moyens|circonstances))(?: [a-z']+){0,4}[ .]*$|en temps (?:utile|voulu)\b)/;
export const isPutOff = (folded: string): boolean => PUT_OFF.test(folded.trim());
const CUT = /[:;(),|]| - |\. |\.$|\n/g;

const hasContent = (text: string): boolean => (text.match(/[a-z]{3,}/g) ?? []).some((w) => !NO_OBJECT.has(w));

/** Takes out what is no object: sums, durations, fields to fill. */
function words(text: string): string {
  let rest = text;
  for (const { from, to } of [...amounts(text), ...durations(text), ...holes(text)])
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  return rest;
}

/** « (refonte du portail) et une tranche… »: what stands between the brackets, unless « : » goes on after them. */
function bracketed(folded: string): Stretch | undefined {
  const inside = /^ ?\([^()]{3,200}\)( ?[:=-])?/.exec(folded);
  if (!inside) return undefined;
  const open = folded.indexOf('(') + 1;
  const close = folded.indexOf(')');
  const after = inside[1] ? further(folded, close + 1) : undefined;
  const within = further(folded.slice(0, close), open);
  // « (relevés) : 120 000 € TTC, révisables »: words that come after a sum tell of it.
  const aside = after && within && amounts(folded.slice(close, after.from)).length > 0;
  return (aside ? undefined : after) ?? within;
}

const isNoObject = (text: string): boolean =>
  [PREDICATE, ASIDE, PUT_OFF, PRICED].some((r) => r.test(text)) || !hasContent(text);

/** The object with one more part of the text; undefined where the part is no object, nor goes on with one. */
function joined(folded: string, bare: string, object: Stretch | undefined, at: Stretch): Stretch | undefined {
  const lead = at.from + afterDuration(folded.slice(at.from, at.to));
  const start = lead + (LINK.exec(folded.slice(lead, at.to))?.[0].length ?? 0);
  const [sum] = amounts(folded.slice(start, at.to));
  if (sum && (object || !hasContent(bare.slice(start, start + sum.from)))) return undefined;
  if (isNoObject(bare.slice(start, at.to).trimStart())) return undefined;
  return { from: object?.from ?? start, to: at.to };
}

/** A part of the text without its marks; undefined where nothing else stands in it. */
function partAt(folded: string, from: number, to: number): Stretch | undefined {
  const part = folded.slice(from, to).replace(/[\s,;:.(-]+$/, '');
  const first = part.search(/[a-z0-9"]|$/);
  return first < part.length ? { from: from + first, to: from + part.length } : undefined;
}

/** The parts of a text between its marks, with the marks that stand before each; those without words left out. */
function* partsOf(folded: string): Generator<Stretch & { readonly marks: string }> {
  let start = 0;
  let marks = '';
  for (const m of `${folded};`.matchAll(CUT)) {
    const part = partAt(folded, start, m.index);
    start = m.index + m[0].length;
    if (part) yield { ...part, marks };
    marks = part ? m[0] : marks + m[0];
  }
}

/** The first parts of the text that make an object. */
function leadingParts(folded: string): Stretch | undefined {
  const bare = words(folded);
  let object: Stretch | undefined;
  let decided = false;
  for (const part of partsOf(folded)) {
    if (object && part.marks.includes('. ')) return object;
    const said = folded.slice(part.from, part.to);
    if (PRICE_GOES.test(said)) return object;
    decided = (decided && !/[.;]/.test(part.marks)) || DECIDED.test(said);
    const more = decided ? undefined : joined(folded, bare, object, part);
    if (object && !more) return object;
    object = more;
  }
  return object;
}

/** Without the sum that follows the words and no comma: it is none of the object. */
function withoutSum(folded: string, { from, to }: Stretch): Stretch {
  const [sum] = amounts(folded.slice(from, to));
  if (!sum || /[a-z]{4,}/.test(folded.slice(from + sum.to, to))) return { from, to };
  const said = folded.slice(from, from + sum.from);
  return { from, to: from + said.replace(/(?:\b(?:de|a|pour|soit|estimee?s?|montant|un)\b|[\s,:-])*$/, '').length };
}

/** With the bracket that closes the one open in it. */
function closed(folded: string, { from, to }: Stretch): Stretch {
  const said = folded.slice(from, to);
  const isOpen = said.includes('(') && !said.includes(')');
  return { from, to: isOpen && folded[to] === ')' ? to + 1 : to };
}

/**
 * The object in the folded text that follows a lot's or tranche's name: « : maintenance du site, 12 000 € » gives
 * « maintenance du site ». Undefined when there are only sums, delays, blanks, or what is done with it.
 */
export function objectIn(folded: string): Stretch | undefined {
  const inside = bracketed(folded);
  if (inside) return inside;
  const object = leadingParts(folded);
  return object && closed(folded, withoutSum(folded, object));
}

/** Length of « d'une durée de six mois » at the head of a text. */
function afterDuration(text: string): number {
  const [found] = durations(text);
  return found && /^(?:d'une duree )?(?:de |d')$/.test(text.slice(0, found.from)) && text[found.to] === ' '
    ? found.to + 1
    : 0;
}

/** The object in what stands from an index on. */
function further(folded: string, from: number): Stretch | undefined {
  const found = objectIn(folded.slice(from));
  return found && { from: found.from + from, to: found.to + from };
}

/** True when what stands in the place of an object is to be filled: a field, dots, « à préciser ». */
export const isObjectToFill = (written: string): boolean =>
  /\[|…|__|xx|à (?:préciser|définir|compléter)/i.test(written);
