import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { INFINITIVE } from './exigences-fonctions.ts';
import { isMeasured } from './exigences-mesure.ts';
import { isVagueAlone, type Vague, vagueDuty, vagueIn } from './exigences-vague.ts';
import { standsInDescription } from './references-existant.ts';

/** What a list, a table or a label makes of words that state no obligation by themselves. */
export interface Announced {
  /** Relative to the sentence. */
  readonly vague: readonly Vague[];
  /** What announces it gives the measure: « pour 95 % des requêtes, le portail doit être : ». */
  readonly measured: boolean;
}

/** Words between an obligation and what it asks. */
const BESIDE =
  '(?:,? (?:ainsi|notamment|egalement|imperativement|obligatoirement|en particulier|en outre|aussi|au minimum|a minima|par ailleurs))';
/** « Le titulaire devra : », « Les balises doivent notamment être : »: each item ends the sentence. */
const CONTRACTOR =
  "(?:le|la|l') ?(?:titulaire|prestataire|attributaire|fournisseur|entrepreneur|entreprise|mainteneur|hebergeur|integrateur)";
const OPEN = new RegExp(
  `(?<![a-z])(?:doit|doivent|devra|devront|(?:est|sont|sera|seront) tenue?s? (?:de|d')|(?:s'engage|s'engagent|s'engagera) a|(?:veille|veillera) a|se doit de|(?:est|sera) chargee? d(?:e|')|(?:a|aura) pour (?:mission|obligation|tache)s? d(?:e|')|il convient de|(?:assure|garanti|presente|offri|fourni)(?:ra|ront)|${CONTRACTOR}(?: (?:assure|garantit|fournit))?)${BESIDE}*,?(?: (?:etre|rester|demeurer|avoir|presenter|offrir|assurer|garantir|posseder|comporter|proposer|fournir|permettre|disposer))?(?: (?:de|d'|a|une?|des))? ?$`,
);
/** « Exigences applicables : », « Qualités attendues », « répondre aux caractéristiques suivantes : »: each item is one. */
const REQUIRED =
  '(?:exigences?|besoins?|specifications?|prescriptions?|contraintes?|(?:qualites?|caracteristiques?|performances?|criteres de qualite) (?:[a-z]+ ){0,2}?(?:attendue?s?|requise?s?|exigee?s?|demandee?s?|suivante?s?|a respecter))';
const ANNOUNCES = new RegExp(
  `(?<![a-z])${REQUIRED}(?: (?:minimales?|generales?|applicables?|attendues?|requises?|suivantes?|essentielles?|fonctionnelles?|techniques?|principales?|particulieres?|ergonomiques?|d'ergonomie|du (?:besoin|marche|systeme|logiciel|produit|service)|de (?:qualite|service|performance|la solution)|a (?:respecter|satisfaire|couvrir)|(?:sont|seront) les))* ?$`,
);
/** « Nous voulons un lit dont : », « Il est demandé : »: each item says what is wanted. */
const WANTS =
  /(?<![a-z])(?:(?:nous|on) (?:demand|souhait|attend|exig|command|achet|voul|recherch)[a-z]+|il est (?:exige|demande|attendu|requis|souhaite)e?|(?:le|la|l'|les) ?[a-z-]+ (?:demand|souhait|exig|attend)(?:e|ent)?)(?![a-z])[^:]{0,90}$/;
/** « Pour les comptes rendus : », before items in the infinitive. */
const FOR_THAT = /^[^a-z]*(?:pour|lors d|a propos d|concernant|s'agissant d)(?![a-z]+(?:er|ir|re) )[a-z' -]{3,60}$/;
/** Who judges, who answers and what is there today owe nothing. */
const OTHERS = fr`candidats?|soumissionnaires?|offres?|mémoire|critères? (?:d'attribution|de jugement|de choix)|acheteur|pouvoir adjudicateur|maître d'ouvrage|maîtrise d'ouvrage|l'administration|commune|collectivité|existante?s?|actuel(?:le)?s?|aujourd'hui`;
const HEADER =
  /^ ?(?:l')?(?:exigences?|besoins?|specifications?|prescriptions?|caracteristiques? (?:attendue|requise|exigee|demandee)s?)(?: [a-z]+){0,2} ?$/;

/** The clause that a lead leaves open, without its colon; undefined where it announces nothing. */
function clauseOf(lead: Passage): string | undefined {
  const last = lead.sentences.at(-1);
  if (!last || (!lead.heading && !/: ?$/.test(last.folded))) return undefined;
  return last.folded.replace(/ ?: ?$/, '');
}

/** What announces an item: of an item that only parts what is owed, « Suivre les incidents : », what announces that one. */
function openingOf(lead: Passage): Passage {
  let at = lead;
  while (at.list && at.lead && /: ?$/.test(at.folded) && !OPEN.test(clauseOf(at) ?? '')) at = at.lead;
  return at;
}

const bare = (folded: string): string => folded.replace(/[ ;.,]+$/, '');
/** « Ergonomie : », before what is asked; the box of an option. */
const KEY = /^[^a-z]*(?:[^:.;]{2,40} : ?)?/;

/** What stands in a sentence whose obligation is said by the lead of its list, or by the header of its column. */
export function announced(sentence: Sentence): Announced | undefined {
  const { passage } = sentence;
  if (passage.section.under(OTHERS) || standsInDescription(sentence)) return undefined;
  const folded = bare(sentence.folded);
  const { table, list, section } = passage;
  if (passage.cell) {
    const header = table?.headerOf(passage);
    return header && header !== passage && HEADER.test(header.folded) ? label(folded, '') : undefined;
  }
  if (sentence.index > 0) return undefined;
  // « Ergonomie : interface intuitive » under the title « Exigences ».
  if (!list)
    return section.heading && ANNOUNCES.test(section.title) && / : /.test(folded) ? label(folded, '') : undefined;
  return announcedBy(passage.lead, folded);
}

function announcedBy(lead: Passage | undefined, folded: string): Announced | undefined {
  const above = lead && openingOf(lead);
  const clause = above && clauseOf(above);
  if (!clause || [above, lead].some((p) => p.has(OTHERS))) return undefined;
  if (!above.heading && FOR_THAT.test(clause) && INFINITIVE.test(folded))
    return { vague: vagueDuty(folded), measured: isMeasured(clause) };
  const said = bare(clause.replace(/(?:suivante?s?|ci-apres|ci-dessous)$/, ''));
  if (!above.heading && OPEN.test(clause)) return { vague: vagueAfter(clause, folded), measured: isMeasured(said) };
  return ANNOUNCES.test(clause) || (!above.heading && WANTS.test(clause)) ? label(folded, said) : undefined;
}

/** What is vague in an item, read as the end of the clause that announces it. */
function vagueAfter(clause: string, folded: string): readonly Vague[] {
  const whole = `${clause.replace(new RegExp(BESIDE, 'g'), '').trimEnd()} ${folded.trimStart()}`;
  const by = whole.length - folded.length;
  return vagueDuty(whole).flatMap((v) => (v.to <= by ? [] : { ...v, from: Math.max(0, v.from - by), to: v.to - by }));
}

/** « Une haute disponibilité », beside « un taux de disponibilité de 97 % »: another item of the list measures the same thing. */
export const isMeasuredBeside = ({ passage }: Sentence, vague: readonly Vague[]): boolean => {
  const things = vague.flatMap(({ words }) => words.match(/[a-z]{6,}/g) ?? []).map((word) => word.slice(0, 7));
  const items = (passage.list && passage.lead?.items) ?? [];
  return items.some((p) => p !== passage && things.some((thing) => p.folded.includes(thing)) && isMeasured(p.folded));
};

function label(folded: string, lead: string): Announced {
  const from = KEY.exec(folded)?.[0].length ?? 0;
  const words = folded.slice(from);
  return {
    vague: isVagueAlone(words) ? [{ from, to: folded.length, words }] : vagueIn(folded),
    measured: isMeasured(lead),
  };
}
