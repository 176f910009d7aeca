import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { isOfPastContract, lotNames } from '../commun/index.ts';
import { contentOf } from './sens.ts';

/** A place that says what the contract is for. */
export interface Objet {
  /** The object itself, folded: « fourniture et pose de compteurs ». */
  readonly folded: string;
  /** As written, white space apart. */
  readonly text: string;
  /** The sentence, item or cell. */
  readonly at: Span;
  /** Just the object. */
  readonly words: Span;
  readonly sentence: Sentence;
}

const CONTRACT = `(?:(?:le |la |l'|ce |cette |du |de la |de l'|les )?(?:present |presente |presents |presentes )?(?:marches?(?: publics?)?(?: de (?:services|travaux|fournitures))?|accords?-cadres?|consultation|contrat|partenariat(?: d'innovation)?|appel d'offres|mise en concurrence|commande|prestations?|procedure|operation))`;
/** What is bought, by its first word. */
const BOUGHT =
  "(?:fournitures?|acquisitions?|achats?|realisation|conception|developpement|maintenance|prestations?|services?|travaux|missions?|etudes?|location|nettoyage|entretien|gardiennage|formations?|refonte|mise en (?:place|oeuvre|service)|installation|construction|renovation|rehabilitation|exploitation|organisation|assistance|accompagnement|hebergement|transports?|maitrise d'oeuvre|creation|amenagement|deploiement|elaboration|audits?|numerisation|collecte|impression|restauration|surveillance|sessions?)";
const THUS = '(?:(?:donc|ainsi|principalement|essentiellement|exclusivement) )?';
const SAYS = `(?:(?:a|ont|aura|auront) ${THUS}pour objet(?: principal)? ?:?|porte(?:nt|ra)? ${THUS}sur|concerne(?:nt)?(?: (?:donc|ainsi))?|(?:a|ont) ${THUS}trait (?:a|aux?)|se rapporte(?:nt)? (?:a|aux?)|tend(?:ent)? a|est ${THUS}relati(?:f|ve) (?:a|aux?)|(?:est ${THUS}(?:conclue?|passee?|lancee?) (?:pour|en vue de)|vise(?: (?:donc|ainsi))?(?: a)?)(?= (?:la |le |les |l')${BOUGHT}\\b)|consiste(?:nt)? en)`;
/** « Le marché a pour objet … », with at most a name, a number, a bracket or an aside between. */
const STATES = new RegExp(
  `(?<![a-z0-9])${CONTRACT}(?: ?\\([^)]{0,60}\\))?(?: n ?° ?[a-z0-9/_-]+)?(?:, [^,.;:]{1,80})?,? ${SAYS} ?:? `,
);
/** « L'objet du marché est … », « Objet : … », « Objet du marché : … ». */
const NAMES = new RegExp(
  `^[^a-z]*(?:l')?(?:objet|intitule|identification|designation(?= (?:du|de la|de l')))(?:(?<=n) (?=d)| )(?:(?:du|de la|de l'|des) ?)?(?:${CONTRACT} ?)?(?:est |consiste (?:en|a) |porte sur |: ?)(?:la consultation (?:porte sur|concerne) )?`,
);
/** « Le présent cahier définit les conditions d'exécution des prestations de … » */
const PIECE = fr`(?:présente? )?(?:cctp|ccap|cahier[a-z' ]{0,60}|document|acte d'engagement|règlement[a-z' ]{0,30}) (?:a pour objet|définit|fixe|décrit|précise|concerne|correspond|porte sur|régit) (?:[a-z',()-]+ ){0,12}?(?:relatifs? à|relatives? à|relatifs? aux?|relatives? aux?|(?:du|au) marché de|du marché relatif à|prestations de|travaux de|de l'accord-cadre de)`;
/** « Les dispositions du présent CCAP concernent … », « Le présent cahier s'applique à … »: what is bought follows at once. */
const RULES = fr`(?:(?:dispositions|stipulations|clauses|prescriptions|conditions|règles) (?:du |de ce |de cette |de la |de l')(?:présente? )?|(?:le |la )?présente? )(?:cctp|ccap|ccp|cahier(?: des)?(?: [a-z]+){0,4}|document|règlement(?: [a-z']+){0,3}|marché(?: public)?|accord-cadre|contrat|acte d'engagement)(?: ?[(][^()]{0,40}[)])? (?:concerne(?:nt)?|porte(?:nt)? sur|régi(?:t|ssent)|s'applique(?:nt)? (?:à|aux?)|(?:est|sont) (?:relati(?:fs?|ves?)|applicables?) (?:à|aux?)|vise(?:nt)?)`;
/** Part of a contract, or those who sign it: not what is bought. */
const PART = fr`lots?|tranches?|variantes?|titulaires?|bons? de commande|parties|phases?|article|ccag|annexes?`;
/** « Le Département souhaite confier à un opérateur … », under a title on the object. */
const WANTS = fr`(?:souhaite|se propose|envisage|entend|a décidé|décide|projette|consulte|recherche|lance une consultation|lance un marché)(?:nt)? (?:de |d'|à |en vue (?:de |d')|pour |afin (?:de |d'))?(?:lancer (?:une consultation|un marché) (?:pour|en vue de) )?(?:(?:confier|attribuer)(?: à (?:une? |des |l')?[a-z]+)?|acquérir|acheter|se procurer|se doter (?:de |d')|s'équiper (?:de |d')|faire (?:réaliser|procéder à|appel à)|réaliser|renouveler)?`;
const LABEL =
  /^[^a-z]*(?:(?:objet|intitule|nature des prestations|prestations (?:attendues|demandees|achetees|a realiser)|ce que nous achetons|besoin)|(?:identification|designation)(?= d))(?: (?:du|de la|de l') ?(?:presente? )?(?:marche|consultation|accord-cadre|contrat|prestations?))?(?: public)? ?:? ?$/;
/** Other titles under which the object stands: « De quoi il s'agit », « Étude à mener », « Le marché ». */
const TELLS_OBJECT =
  /^(?:de quoi il s'agit|ce que (?:nous|l'acheteur|la [a-z]+) (?:ach|cherch|recherch|confi|command)[a-z]+|(?:etudes?|missions?|prestations?|travaux|fournitures?|besoin|achat) (?:a (?:mener|realiser|fournir|conduire|confier)|demandee?s?|attendue?s?)|(?:le |nature du |votre |notre )?(?:marche|contrat|accord-cadre)|contenu d(?:e la mission|u marche)|la mission)$/;
const TITLED =
  /^(?:objet|l'objet)(?: (?:et|,) [a-z' ]+| (?:du|de la|de l'|des) ?(?:presente? )?(?:marche|consultation|accord-cadre|contrat|prestations?)[a-z' -]*)?$/;
/** A nominal phrase: what is bought, with no verb. */
const NOMINAL = new RegExp(
  `^[^a-z]*(?:(?:la|le|les|l'|des|prestations? de|services? de|travaux de|mission d[e']) ?)?${BOUGHT}\\b`,
);

/** « la conclusion, par la Ville, d'un marché de services portant sur … »: the contract before what it is for. */
const CONCLUDED =
  /^(?:la )?(?:conclusion|passation|attribution|souscription)(?:,? par [^.;:]{2,90}?,?)? (?:d'un|d'une|de l'|du) ?(?:marche|accord-cadre|contrat|partenariat)(?: [a-z']+){0,5}? (?:portant sur|relati(?:f|ve) (?:a|aux?)|ayant pour objet|concernant|pour) /;

/** Where the object ends: what it is called, for whom, on what terms. */
const END =
  /(?:[.;:](?: |$)|, (?:ci-apres|denomme|dit|appele|designe|pour le compte|au profit|dans le cadre|conformement|selon|telle?s? que|decrite?s?|definie?s?|pour un(?:e)? (?:prix|duree|montant)|a compter|afin)| \(?ci-apres| pour le compte d| au (?:profit|benefice) d| tel(?:le)?s? que| conformement | decrite?s? (?:au|dans|a l')| definie?s? (?:au|dans|a l'))/;
/** It says where the object is told, and not what it is. */
const OBJECT_ELSEWHERE =
  /^(?:[a-z']+ ){0,4}(?:decrit|defini|enumere|mentionne|suivant|ci-dessous|ci-apres|prevu|detaille)[a-z]*\b|\b(?:clauses|conditions|modalites|dispositions|stipulations|prescriptions|regles|obligations) |^(?:de |la |le |d')*(?:definir|fixer|preciser|decrire|definition)\b|^(?:les|la totalite|l'ensemble|le|un|plusieurs)\b[^a-z]*(?:des? )?(?:lots?|prix|delais?|tranches?)/;

interface ObjectRead {
  readonly from: number;
  readonly to: number;
  /** How sure the form is: only nominal lines need a title or label about the object. */
  readonly form: 'states' | 'names' | 'piece' | 'rules' | 'wants' | 'nominal';
}

const read = (phrase: Phrase): ObjectRead | undefined => {
  const cut = (opens: number, form: ObjectRead['form']): ObjectRead | undefined => {
    const start = opens + (CONCLUDED.exec(phrase.folded.slice(opens))?.[0].length ?? 0);
    const rest = phrase.folded.slice(start);
    const stop = rest.search(END);
    const to = start + (stop < 0 ? rest.length : stop);
    const text = phrase.folded.slice(start, to);
    return OBJECT_ELSEWHERE.test(text) || contentOf(text).size === 0 ? undefined : { from: start, to, form };
  };
  const names = phrase.find(NAMES);
  if (names) return cut(names.to, 'names');
  const states = phrase.find(STATES);
  if (states && !/\b(?:ne|n'|si|lorsque|quand)\b/.test(phrase.folded.slice(0, states.from)))
    return cut(states.to, 'states');
  const piece = phrase.find(PIECE);
  if (piece) return cut(piece.to + 1, 'piece');
  const rules = phrase.find(RULES);
  if (rules) {
    const found = cut(rules.to + 1, 'rules');
    const text = found && phrase.folded.slice(found.from, found.to);
    return text && NOMINAL.test(text) && !has(text, PART) ? found : undefined;
  }
  const wants = phrase.find(WANTS);
  if (wants) return cut(wants.to, 'wants');
  return phrase.has(NOMINAL) && phrase.folded.length < 320 ? cut(0, 'nominal') : undefined;
};

const isTitled = (passage: Passage): boolean => {
  const title = passage.section.title.replace(/[^a-z' -]+$/, '').trim();
  return (TITLED.test(title) || TELLS_OBJECT.test(title)) && passage.section.own[1] === passage;
};

/** « Objet du marché | Fourniture de … » */
const isLabelled = (passage: Passage): boolean => {
  const first = passage.rowLabel;
  return first !== undefined && first !== passage && first.has(LABEL);
};

const ABOUT =
  /\bobjet\b|\bpresentation\b|\bcontexte\b|\bpreambule\b|\bdescription\b|\bbesoin\b|\bgeneral|\bcaracteristiques\b/;

/** Whether a statement of this form is on the contract, where it stands. */
function isFormAtPlace(form: ObjectRead['form'], passage: Passage): boolean {
  if (passage.isTitle) return false;
  if (form === 'nominal') return isTitled(passage) || isLabelled(passage);
  if (form === 'wants' || form === 'rules')
    return /^(?:l')?objet\b/.test(passage.section.title) || (form === 'wants' && isTitled(passage));
  // « La négociation », « le contrôle » may also bear on a thing: further down a text, only under a title that presents.
  return form !== 'states' || passage.index < 40 || passage.section.under(ABOUT);
}

/** The words before it or the headings above name a lot. */
const isOfLot = ({ from }: ObjectRead, { folded, section }: Sentence): boolean =>
  lotNames(folded.slice(0, from)).length > 0 ||
  section.chain.some((s) => s.heading && lotNames(s.heading.folded).length > 0);

/** Statements of the object of the contract, in order; empty when there is none, or in the piece of one lot. */
export const objet = defineFact<readonly Objet[]>({
  id: 'objet',
  title: 'Objet du contrat',
  read({ draft }) {
    const heads = draft.passages.slice(0, 4).filter((p) => p.heading || p.content.bold > 0);
    if (heads.some((p) => lotNames(p.folded).length > 0)) return [];
    const out: Objet[] = [];
    for (const { value, sentence } of draft.collect(read)) {
      if (!isFormAtPlace(value.form, sentence.passage) || isOfLot(value, sentence) || isOfPastContract(sentence))
        continue;
      const words = sentence.at(value);
      out.push({
        folded: sentence.folded.slice(value.from, value.to).trim(),
        text: draft.slice(words).replace(/\s+/g, ' ').trim(),
        at: sentence.at(),
        words,
        sentence,
      });
    }
    // The article on the object speaks before any other.
    const titled = (o: Objet) => /\bobjet\b/.test(o.sentence.section.title) || isLabelled(o.sentence.passage);
    return [...out.filter(titled), ...out.filter((o) => !titled(o))];
  },
  show: (all) => (all.length === 0 ? undefined : all.map((o) => o.text)),
});
