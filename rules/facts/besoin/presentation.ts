import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { saying } from '../commun/index.ts';

/** Where a piece presents the need as a whole. */
export interface Presentation {
  readonly by: 'titre' | 'texte' | 'renvoi';
  readonly at: Span;
}

/** Titles that present, wherever they stand. */
const PRESENTS = fr`qui nous sommes|ce qu(?:e |')(?:(?:la |le |l'|les |cette |notre )[a-z -]{2,30} |(?:l')?on )(?:attend|cherche|achète|construit|veut|souhaite|demande|recherche)(?:nt)?(?: [a-z]+)?|de quoi (?:s'agit-il|il s'agit)|d'où (?:nous partons|(?:l'on|on) part|part [a-z ]+|vient (?:le|ce) (?:projet|besoin|marché))|où nous (?:voulons|souhaitons|allons)(?: aller)?|à quoi (?:sert|servira)[a-z ]*|ce qui (?:nous (?:manque|amène)|ne va pas)|ce que nous (?:cherchons|attendons|voulons|achetons|souhaitons)|(?:notre|nos|votre) (?:besoins?|projet|démarche|ambition|attentes?)|pourquoi ce (?:marché|projet|contrat)|présentation(?: générale)?(?: (?:du|de la|de l'|des) ?(?:besoins?|projet|marché|consultation|opération|contexte|mission|service|prestations?|acheteur|programme|organisme|établissement|collectivité|site|dispositif))?|contexte|préambule|introduction|exposé (?:du|des) (?:besoins?|motifs?)|objets? (?:et [a-z]+ )?(?:du|de la|de l'|des|d'un) ?(?:présente? )?(?:marché|accord|consultation|cctp|cahier|document|prestations?|mission|opération|travaux|programme|étude|achat|contrat|commande|fourniture|entreprise)s?|description (?:générale|sommaire|du besoin|du projet|de l'opération|des travaux|de la mission|du marché)|définition (?:générale )?(?:du besoin|de l'opération|du projet|des prestations|de la mission)|enjeux|finalités?|consistance des travaux|nature (?:du besoin|des prestations|des travaux|de l'opération)|besoins? (?:de l'acheteur|exprimé|à satisfaire|général)|cadre général|vue d'ensemble|pourquoi|le problème|problème (?:à (?:résoudre|traiter)|posé)|problématique|constat (?:initial|de départ)`;
/** Titles that present only at the head of a piece: a chapter on training has its own « Objectifs ». */
const PRESENTS_FIRST =
  /^(?:la |le |l'|les )?(?:objets?|objectifs?|presentation|situation(?: (?:actuelle|presente|de depart|existante))?|etat des lieux|constats?|diagnostic|generalites|le besoin|besoins?|le projet|projet|le marche|(?:notre|nos|votre) [a-z-]+|contexte|dispositions generales|indications generales)(?: (?:generale?s?|generaux))?(?:$|,| -| :| et | (?:du|de la|de l'|des) (?:marche|besoins?|projet|consultation|operation|accord|travaux|prestations?))/;
/** The piece of one lot: the whole is presented in the piece common to all. */
const OF_A_LOT = /(?<![a-z])lot (?:n ?° ?)?(?:\d|[a-h](?![a-z]))/;
const ABOUT =
  "(?:le |la |les |l'|ce |cette |cet )?(?:presente? )?(?:present|marche|accord|consultation|cctp|cahier|document|programme|operation|projet|mission|prestations?|travaux|contrat|achat|appel d'offres|procedure|etude)s?";
const SAYS =
  "(?:a|ont|aura|auront) (?:pour )?(?:objet|but|objectif|finalite|vocation)|porte(?:nt)? sur|concerne(?:nt)?|vise(?:nt)? a|consiste(?:nt)?|defini(?:t|ssent)|decri(?:t|vent)|fix(?:e|ent)|precise(?:nt)?|comprend|comprennent|est relati(?:f|ve)|sont relati(?:f|ve)s|est (?:lance|passe|conclu) (?:pour|afin|en vue)|s'inscri(?:t|vent)|repond";
const OPENING = new RegExp(`(?<![a-z])${ABOUT} (?:[a-z',()°-]+ ){0,12}?(?:${SAYS})(?![a-z])`);
/** « la régie entend rendre la rue aux piétons »: what a buyer means to do, and not « s'il entend contester ». */
const INTENDS =
  "(?<!(?:il|ils|elle|qui|titulaire|entreprise|candidat|soumissionnaire|prestataire|entrepreneur) )(?:(?:entend|compte|ambitionne|projette)(?:nt)?|(?:entend|compt|ambitionn|projet|projett)ons|se proposent?|nous proposons) ?(?:, [^,;.]{3,40}, )?(?:(?:de|se|y|en) |ne pas |[dsl]')*[a-z]{3,}(?:er|ir|re)(?![a-z])";
const WANTS = fr`(?:souhaite|veut|veulent|envisage|projette|a décidé|a besoin)(?:nt)?|(?:l')?(?:objectif|enjeux?|but|besoin|ambition)s? (?:(?:principal|principaux|général|généraux|premier|poursuivi|visé|recherché)s? )*(?:(?:de |du |des |d'|par )(?:l'|la |le |les |cet |cette |ce |notre )?(?!formation|test|essai|contr[oô]le|réunion|visite)[a-z-]{3,}(?: [a-z-]{3,})? )?(?:est|sont|consiste(?:nt)?|vise(?:nt)?)(?! (?:décrit|présenté|exposé|précisé))|cherche(?:nt)? à|est appelée?s? à|${INTENDS}|il s'agit de|dans le cadre d(?:e|u|es)(?! (?:la |l'|les |cette |ces |ce |présente? )*(?:marché|contrat|accord|garantie|maintenance|prestation|intervention|visite|commande|astreinte|exécution|forfait|réunion|contrôle)s?)`;
/** « Le projet est décrit dans la note de présentation »; « l'agent se présente à l'accueil et signe le cahier » sends nowhere. */
const NEED_ELSEWHERE = fr`(?:voir|se reporter|se référer|cf\.?|renvoi|(?<!se )(?:décrite?s?|présentée?s?|exposée?s?|précisée?s?)|figure(?:nt)?|complète|indissociable)[^.;]{0,60}(?:cctp (?:commun|lot|général)|lot n?°? ?0|généralités|règlement de (?:la )?consultation|programme|note de présentation|pièce|document|annexe|cahier (?:des (?:charges|clauses)|commun|général|n ?°))`;

/** How many passages after the title still open the piece. */
const OPENING_PASSAGES = 14;

const isShallow = (p: Passage, title: Passage | undefined): boolean => {
  const chain = p.section.chain.filter((s) => s.heading !== title);
  return chain.length <= 2;
};

/** Prose that stands under the title, before any article. */
const isFirst = ({ section }: Passage): boolean => section.level <= 1 && section.number === undefined;

/** « Objet du marché : six autolaveuses pour les écoles », on a line of its own. */
const LABEL =
  /^ ?(?:objet|contexte|objectifs?|presentation|enjeux|finalite|besoin)s?(?: (?:du|de la|de l'|de ce|des) ?(?:present )?(?:marche|consultation|accord-cadre|contrat|projet|operation|achat|besoin|prestations?|travaux|commande|mission))? ?[.:-]/;

/** « Chantier : réfection des sols », at the head of a piece. */
const NAMED = /^[^a-z]*(?:marche|operation|projet|chantier|mission)s? ?: (?=[a-z']+ [a-z])/;

/** The title that presents, wherever it stands, or at the head. */
function titledIn({ headings, title }: Draft): Passage | undefined {
  const all = headings.filter((h) => h !== title || h.heading?.level !== 1);
  return (
    all.find(
      (h) => h.has(PRESENTS) && (isShallow(h, title) || h.has(fr`objet (?:du|de la) (?:marché|consultation)`)),
    ) ?? all.slice(0, 4).find((h) => PRESENTS_FIRST.test(h.heading?.title ?? '') && isShallow(h, title))
  );
}

/** What an opening sentence presents, or where it sends. */
const presented = (s: Sentence): Presentation | undefined => {
  if (s.has(OPENING) || s.has(WANTS)) return { by: 'texte', at: s.span };
  return s.has(NEED_ELSEWHERE) ? { by: 'renvoi', at: s.span } : undefined;
};

/** « Objet | Réfection des sols », in a table at the head. */
const ROW_LABEL =
  /^[^a-z]*(?:objet|objectifs?|contexte|projet|operation|besoin|travaux|prestations?)(?: [a-z' ]{2,40})?[^a-z]*$/;
const inRow = (open: readonly Passage[]): Passage | undefined =>
  open.find(
    (p) => p.rowLabel !== p && ROW_LABEL.test(p.rowLabel?.folded ?? '') && p.folded.trim().split(' ').length > 2,
  );

/** The presentation of the need; undefined when the piece begins with its prescriptions and never presents it. */
export const presentation = defineFact<Presentation | undefined>({
  id: 'presentation',
  title: 'Présentation du besoin',
  read(piece) {
    const { draft } = piece;
    const { title } = draft;
    const titled = titledIn(draft);
    if (titled) return { by: 'titre', at: titled.span };
    const head = draft.passages
      .slice(0, 4)
      .find((p) => p.folded.length < 400 && (p === title || !p.section.number) && OF_A_LOT.test(p.folded));
    if (head) return { by: 'renvoi', at: head.span };
    const open = draft.passages.slice(0, OPENING_PASSAGES).filter((p) => !p.isTitle && !p.cell);
    const told = open.flatMap((p) => p.sentences.flatMap((sentence) => presented(sentence) ?? []))[0];
    if (told) return told;
    const heard = saying(piece, 'besoin/presentation').find(
      ({ surety, sentence: { passage, folded } }) =>
        folded.split(' ').length > 6 &&
        /[.!?:] ?$/.test(folded) &&
        open.includes(passage) &&
        (surety === 'sure' || (!passage.list && isShallow(passage, title) && isFirst(passage))),
    );
    if (heard) return { by: 'texte', at: heard.sentence.span };
    const labelled =
      draft.sentencesWith(LABEL)[0] ??
      open.find((p) => NAMED.test(p.folded)) ??
      inRow(draft.passages.slice(0, OPENING_PASSAGES));
    return labelled && { by: 'texte', at: labelled.span };
  },
  show: (p) => (p ? { par: p.by } : undefined),
});

/** The title of an annex of a piece, which presents the need for it. */
const OF_ANNEX =
  /^[^a-z]*annexes?(?![a-z]).{0,12}(?<![a-z])(?:au|du|a l'|de l') ?(?:present )?(?:cctp|cahier|programme|ccp)(?![a-z])/;

/** True when a title is that of an annex of a piece. */
export const isOfAnnex = (title: Passage): boolean => OF_ANNEX.test(title.folded);
