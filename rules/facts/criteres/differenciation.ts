import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { type Readable, wordsOf } from '../../kit/words.ts';
import { isSure, saying, whole, withHeard } from '../commun/index.ts';
import { walk } from './arbre.ts';
import { CANDIDATURE, zoneOf } from './contexte.ts';
import { criteres } from './criteres.ts';

const PLACED =
  "(?:situe|implante|installe|etabli|localise|domicilie|base)(?:e|s|es)? (?:dans|sur|en|a|au)|dont (?:l'|le |la |les |un |une )?(?:siege|atelier|agence|etablissement|bureau|depot|laboratoire|entrepot|implantation)[a-z]*|(?:creee?s? depuis|de) (?:plus|moins) de [a-z0-9]+ ans|ayant (?:leur|son|un) (?:siege|etablissement)|(?:locale?s?|locaux|regionale?s?|regionaux|departementale?s?|etranger(?:e?s)?|nationale?s?|francaise?s?|europeen(?:ne)?s?|du territoire)";
const FIRMS =
  'entreprises?|societes?|operateurs?|prestataires?|candidats?|soumissionnaires?|concurrents?|fournisseurs?|celui|celle';
const CATEGORY = fr`pme|tpe|pme-tpe|eti|pmi|petites et moyennes entreprises|(?:très )?petites entreprises|petites structures|moyennes entreprises|grandes? (?:entreprises?|groupes?)|start-?ups?|start ups?|jeunes? (?:pousses?|entreprises?(?: innovantes?)?)|jei|entreprises? (?:innovantes?|nouvelles?|récentes?|artisanales?|nouvellement créées?|créées depuis)|artisans?|(?:titulaires?|prestataires?|attributaires?|fournisseurs?|exploitants?) (?:sortants?|actuels?|en place|précédents?|du (?:précédent marché|marché (?:actuel|en cours|précédent)))|sortants?|coopératives?|(?:entreprises?|fournisseurs?|opérateurs?|prestataires?|sociétés?) (?:de la région|du département|de la commune|du secteur|du pays|de proximité)|(?:entreprises?|candidats?|sociétés?|soumissionnaires?|fournisseurs?|prestataires?|opérateurs?|concurrents?|groupements?)(?: (?:qui sont|étant))? (?:${PLACED})|(?:selon|suivant|en fonction de) (?:la taille|le statut|l'implantation|la nationalité|l'ancienneté|la catégorie|l'origine)(?: [a-z']+){0,2} (?:entreprises?|candidats?|sociétés?|soumissionnaires?)|(?:taille|implantation|ancienneté|statut) (?:de l'entreprise|du candidat|des candidats|des entreprises|du soumissionnaire)|(?:entreprises?|sociétés?|opérateurs?|prestataires?|éditeurs?|candidats?|fournisseurs?|celui|celle) (?:qui|ayant|dont) (?:[a-z']+ ){0,2}?(?:exploit|assur|exécut|fourni|gèr|détien|tien|maintien|héberg|réalis|entretien|livr)[a-z]*,? (?:[a-z'-]+ ){0,5}?(?:actuel(?:le)?s?|actuellement|en place|en cours|existante?s?|aujourd'hui)|(?:${FIRMS}) (?:qui|ayant|dont) [^.;]{0,60}(?:marchés?|contrats?|accords?-cadres?|lots?|prestations?|services?)(?: [^.;]{0,60})? (?:(?:qu[ei'] ?[^.;]{0,40}|auxquels? [^.;]{0,60}|(?:est|sont) )(?:succèd[a-z]*|succéder|remplac(?:e|é|és|era|er))|arriv[a-z]* à (?:échéance|son terme|leur terme)|précédente?s?|qui (?:s'achèv[a-z]*|prend fin|expire))|(?:entreprises?|sociétés?|ateliers?|structures?|candidats?|soumissionnaires?|cabinets?|exploitations?|maisons?|opérateurs?|concurrents?|fournisseurs?)(?: qui)? (?:emploi(?:e|ent)|employant|compte(?:nt)?|comptant|occupe(?:nt)?|occupant|a|ont|ayant|de) (?:[a-z]+ )?(?:moins|plus) de [a-z0-9-]+ (?:salariés?|personnes|employés|agents|collaborateurs|emplois)|(?:groupements?|candidats? (?:seuls?|isolés?|individuels?|groupés?)|(?:équipes?|entreprises?|candidats?|concurrents?|sociétés?|ceux|celles) (?:(?:qui )?(?:se présent|répond|soumissionn|concour)[a-z]+|réunie?s|groupée?s|associée?s)(?: (?:à plusieurs|seuls?|seules?|ensemble|en groupement|en équipe))?)|associations?|scop|entreprises? (?:adaptées?|d'insertion|sociales?|de l'économie sociale)`;
/** Words by which offers are judged. */
export const JUDGED = fr`(?:à|en cas d') ?égalité|sur le prix|(?:sous[- ])?critères?|notes?|notations?|notées?|notés?|pondérations?|pondérées?|poids|points?|barèmes?|coefficients?|bonus|bonifications?|malus|majorations?|évaluées?|évalués?|jugées?|jugés?|(?:prix|coût|valeur technique|technique|qualité|délais?|environnement(?:ale)?) (?:ne )?(?:compt|pès|pes|vau|représent|intervien|interviendr)[a-zé]*`;
const CHANGED = fr`(?:préférence|priorité|avantage(?: de \d+ ?%)?)(?: [a-z0-9%']+){0,4} (?:donnée?|accordée?|consentie?|réservée?|reconnue?)|(?:donne|accorde|accordera|donnera)[a-z]* (?:la )?(?:préférence|priorité)|(?:préférée?|retenue?|classée?)s? (?:de )?préfér[a-z]+|major[a-zé]+|minor[a-zé]+|bonus|malus|bonifi[a-zé]+|ramen[a-zé]+|port[ée]e?s? à|portera|rédui[a-zé]+|augment[a-zé]+|relev[a-zé]+ (?:à|de)|abaiss[a-zé]+|allég[a-zé]+|assoupli[a-zé]*|neutralis[a-zé]+|doubl[a-zé]+|abattement|(?:n'est|ne (?:sera|sont|seront)|n'est donc) pas (?:appliqu|not|exig|pris|retenu|évalu|jug|demand|examin|regard|vérifi)[a-zé]*(?: en compte)?|ne s'appliqu(?:e|ent|era|eront) (?:pas|qu)|dispens[a-zé]+|exempt[a-zé]+|exonér[a-zé]+|(?:perd|gagn|retir|déduit|dédui|ajout|enlev|ôt)[a-zé]* (?:[a-z]+ )?(?:\d+|un|deux|trois|quatre|cinq|dix) points?|points? (?:(?:s'ajoutent|sont ajoutés|sont attribués|sont accordés) (?:à|au|aux)|supplémentaires?|de plus|en plus|additionnels?|de bonus)|(?:reçoi(?:t|vent)|recevr[a-z]+|obtien[a-z]+) (?:[a-z]+ )?(?:\d+|un|deux|trois|quatre|cinq|six|dix) points?|(?:se voi(?:t|ent)|se verr(?:a|ont)) (?:attribuer|appliquer|accorder)|bénéfici[a-zé]+|note (?:maximale|forfaitaire|minimale|plancher|automatique)|plus (?:favorable|souple|sévère|strict)[a-zé]*(?:ment)?|multipli[a-zé]+ par|(?:affect|pondér|assorti|corrig)[a-zé]* (?:[a-z]+ ){0,2}(?:par |d')?(?:un |une )?(?:coefficient|facteur)|(?:coefficient|facteur) (?:[a-z]+ ){0,2}(?:favorable|correcteur|multiplicateur|minorateur|majorateur)|ne (?:compt|pès|pes|vau|représent)[a-zé]+ (?:plus )?(?:qu|pas|que)|(?:compt|pès|pes|vau|représent)[a-zé]+ (?:pour )?(?:double|davantage|moins)|(?:pour l|pour un|lorsqu|si l|s'agissant d|quand l|dans le cas)[^.;]{0,80},[^.;]{0,60}(?:compt|pès|pes|vau|représent)[a-zé]+ (?:pour )?\d+(?:,\d+)? ?(?:%|points?)|différ(?:e|ent|ente|ents|entes|enciée?s?|emment)|vari(?:e|ent|era)|réservée?s? aux|(?:d'office|automatiquement)|(?:est|sera|sont|seront|compte pour|passe à|fixée? à|de) (?:de )?\d+(?:,\d+)? ?(?:%|points)[^.;]{0,30}pour l(?:es|a|e)`;
/** What tells that all are treated alike, or that something else is meant. */
export const ALIKE = fr`quel(?:le)?s? que soi(?:t|ent)|indépendamment d[eu][a-z]*|peu importe|n'importe|aucun(?:e)? (?:bonus|bonification|majoration|avantage|point|pondération|critère|préférence|différence|distinction|note)|comme les autres|au même titre|sans (?:bonus|bonification|majoration|avantage|distinction|différence|égard|considération|discrimination)|dans les mêmes conditions|de la même (?:manière|façon)|identiques? (?:pour|quel|à)|mêmes? (?:critères?|pondérations?|notes?|barèmes?|conditions)|n'est (?:ni|pas) (?:major|minor|modifi|bonifi|avantag)[a-zé]*|ne (?:sont|seront|sera|bénéficient|donne|donnent) (?:ni|pas|d'aucun|lieu à aucun)|ne tient pas compte|ne tiennent pas compte|(?:est|sont|reste(?:nt)?|demeure(?:nt)?) (?:[a-z]+ )?(?:indifférente?s?|sans (?:effet|incidence|influence|conséquence)|étrang(?:er|ère)s?)|n(?:e |')(?:[a-z]+ )?(?:entre(?:nt)?|influ(?:e|ent)|import(?:e|ent)|rapport(?:e|ent)|intervien(?:t|nent)|pès(?:e|ent)|chang(?:e|ent)) (?:ni|pas|point|en rien|rien|aucun)|égalité de traitement|(?:trait|jug|plac|mis|examin|considér|pondér|compt)[a-zé]* (?:[a-z]+ )?à égalité|pied d'égalité`;
/** A share of the contract given to others, a payment, a proof of capacity: no judging of offers. */
const SHARE = fr`confi(?:é|ée|és|ées|er|ent|era)|sous-trait[a-zé]*|part (?:du marché|des prestations|d'exécution|minimale)`;
const OTHER_SHARE = fr`${SHARE.source}|avances?|acomptes?|retenue de garantie|chiffre d'affaires|capacités?|candidatures?|cautions?|délais? de paiement|lots? réservés?|marchés? réservés?|pénalités?`;

/** A place where offers are judged by other rules for a category of candidates. */
export interface Differenciation {
  readonly at: Span;
  readonly doubt?: Doubt;
}

/** Criteria applied or weighted differently by category of candidates; empty when all are judged alike. */
export const differenciations = defineFact<readonly Differenciation[]>({
  id: 'criteres-differencies',
  title: 'Critères appliqués différemment selon les candidats',
  read(piece: Piece) {
    const { draft } = piece;
    const said = draft
      .collect(differs)
      .filter(({ sentence }) => zoneOf(sentence.section) !== 'candidature' || /offres?/.test(sentence.folded))
      .map(({ sentence }) => whole(sentence, undefined));
    // A criterion on the firm is one for all of them, where it is heard more surely or changes nothing for some.
    const ofCandidate = new Set(
      saying(piece, 'criteres/lie-au-candidat').flatMap((h) => (h.surety === 'sure' ? [h.sentence] : [])),
    );
    // One of the criteria, with its weight, is one for all.
    const lines = piece
      .ask(criteres)
      .grilles.flatMap((g) => g.criteria.flatMap(walk))
      .filter((c) => c.weight);
    const onLine = ({ span }: Sentence) => lines.some(({ line }) => overlaps(line, span));
    const heard = withHeard(piece, 'criteres/critere-selon-le-candidat', said, (sentence, doubt) =>
      (!isSure(doubt) && (sentence.has(ALIKE) || sentence.has(OTHER_SHARE))) ||
      (ofCandidate.has(sentence) && (!isSure(doubt) || !(sentence.has(CATEGORY) || sentence.has(CHANGED)))) ||
      sentence.has(SHARE) ||
      sentence.has(DENIED) ||
      sentence.has(OF_RESULT) ||
      (onLine(sentence) && !(sentence.has(CATEGORY) && sentence.has(CHANGED))) ||
      zoneOf(sentence.section) === 'candidature'
        ? undefined
        : whole(sentence, doubt),
    );
    const tables = draft.tables
      .filter((t) => t.column(fr`critères?`) >= 0 && zoneOf(t.section) !== 'candidature')
      .filter((t) => t.header.cells.filter((c) => c.has(CATEGORY)).length > 0 && t.header.cells.length > 2)
      .map((t) => ({ at: t.header.span }));
    return [...heard, ...tables];
  },
  show: (list, piece) => (list.length > 0 ? list.map(({ at }) => piece.draft.slice(at)) : undefined),
});

/** What is told to those who were not chosen, once all is judged: « informés du rejet, avec leur note ». */
export const OF_RESULT = fr`(?:inform|averti|avis|notifi|préven|communiqu|tenu[a-z]* au courant)[a-zé]*[^.;]{0,90}(?:rejet|retenue?s?|évincée?s?|motifs?|attributaires?|notes? obtenues?|classement)|(?:rejet|non[- ]retenue?s?|évincée?s?|motifs? du (?:rejet|choix))[^.;]{0,90}(?:inform|averti|avis|notifi|préven|communiqu)[a-zé]*`;

/** « La présence locale n'en est pas un » */
const DENIED = fr`n'en est (?:pas|aucun)|n'est (?:pas|en rien) (?:un|une|le|la) (?:critère|avantage|condition)|(?:aucun|nul)(?:e)? (?:avantage|préférence|bonification|majoration|différence)`;
/** All are judged alike, or something else than the notes is given to some. */
const isElsewhere = (phrase: Readable): boolean =>
  phrase.has(ALIKE) || phrase.has(OTHER_SHARE) || phrase.has(CANDIDATURE);

/** The same of folded words. */
export const differsIn = (folded: string): boolean => differs(wordsOf(folded)) === true;

/** True for a sentence that changes criteria or notes for a category of candidates; undefined for the rest. */
export const differs = (phrase: Readable): true | undefined => {
  if (!phrase.has(CATEGORY) || !phrase.has(JUDGED) || !phrase.has(CHANGED)) return undefined;
  if (isElsewhere(phrase)) return undefined;
  return true;
};
