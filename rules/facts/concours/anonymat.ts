import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { answering, hearing, PARTICIPANTS, PROJETS, refersElsewhere, telling } from '../commun/index.ts';

export interface Anonymat {
  /** Where the projects are said to be examined without knowing their authors; undefined when they are not. */
  readonly sentence: Sentence | undefined;
  /** Where anonymity is refused, or lifted before the jury has given its opinion. */
  readonly breach: Sentence | undefined;
  /** What the breach is. */
  readonly kind: 'refuse' | 'leve' | 'presentation' | undefined;
  readonly doubt?: Doubt;
}

const ANONYMOUS = fr`anonym[a-zé]*`;
/** Data, votes, patients: not the projects. */
const OTHER_ANONYMITY = fr`(?:données?|vote|votes|scrutin|bulletins?|questionnaires?|statistiques?|enquête|témoignages?|patients?|usagers?|assurés|allocataires|personnes|jeux?|corpus|images),?(?: [a-z',-]+){0,7}? anonym[a-zé]*|anonymis(?:ation|er)(?: [a-z']+){0,3} (?:données|jeux)|anonymat (?:des|de l'|du) (?:données|usagers?|personnes|patients?|assurés?|vote|répondants|agents|voyageurs|allocataires)`;
const OURS = fr`${PROJETS}|${PARTICIPANTS}|jury|plis?|examin[a-zé]+|examen|levée?|lève(?:nt|ra)?`;
const UNKNOWN_AUTHORS = fr`(?:sans|ne),?(?: [a-z',-]+){0,6} (?:connaî[a-z]+|connaitre|identifi[a-z]+|savoir|reconnaî[a-z]+|révél[a-z]+|distinctifs?|permett[a-z]+),?(?: [a-z',-]+){0,9} (?:[dl]')?(?:auteurs?|équipes?|candidats?|identité|concepteurs?|concurrents?|provenance|noms?|participants?)|identité,?(?: [a-z',-]+){0,8} (?:n'est|reste|demeure|ne sera),?(?: [a-z',-]+){0,4} (?:révélée|dévoilée|connue|communiquée|inconnue|cachée|masquée)|(?:aucun|ni)(?: [a-z]+)? (?:nom|signe|logo|signature|mention|élément),?(?: [a-z',-]+){0,12} (?:[dl]')?(?:identifi[a-z]+|distinctif|reconnaî[a-z]+|auteurs?)|à l'aveugle|sous (?:un |le )?(?:numéro|code|pseudonyme),?(?: [a-z',-]+){0,5}|codée?s? par (?:un|le|une)`;
const BEFORE =
  "(?:avant|prealablement|des|des l'|a l'ouverture|lors de l'ouverture|lors de la remise|au moment|au debut|en debut|pour (?:l'audition|permettre|les auditions|la presentation|la soutenance)|jusqu'a (?:la remise|l'ouverture|l'audition|la presentation|la soutenance|la reunion))";
const LIFTED = fr`(?:anonymat|identité|noms?),?(?: [a-z',-]+){0,10}? (?:levée?s?|dévoilée?s?|révélée?s?|communiquée?s?|porté[a-zé]* à la connaissance),?(?: [a-z',-]+){0,6}? ${BEFORE}|(?:lève(?:ra)?|levée) (?:de )?(?:l')?anonymat,?(?: [a-z',-]+){0,6}? ${BEFORE}|(?:avant|dès|à|lors de) (?:[a-z',-]+ ){0,10}?(?:l')?anonymat (?:est|sera) levé|anonymat,?(?: [a-z',-]+){0,9} jusqu'à (?:la remise|l'ouverture|l'audition|la présentation|la soutenance|la réunion|le dépôt)`;
const LIFTED_AFTER = fr`(?:n'(?:est|intervient)|ne sera),?(?: [a-z',-]+){0,3}? (?:levée?|rompu|révélée?|dévoilée?),?(?: [a-z',-]+){0,3}? (?:qu'|que)|(?:après|une fois|à l'issue|postérieurement|qu'après|jusqu'à),?(?: [a-z',-]+){0,12} (?:[dl]')?(?:avis|classement|délibér[a-zé]+|vote|procès-verbal|choix|désignation|décision)`;
/** « L'anonymat est ensuite levé »: after what stands above. */
const LIFTED_THEN = fr`anonymat (?:est|sera) (?:ensuite|alors|enfin) levé`;
const OPINION = fr`avis|class[a-zé]+|délib[a-zé]+|votes?`;
const isLiftedThen = (s: Sentence): boolean =>
  s.has(LIFTED_THEN) && (s.section.heading?.has(OPINION) || s.previous?.has(OPINION)) === true;
const REFUSED = fr`anonym[a-zé]*,?(?: [a-z',-]+){0,5} (?:n'est|ne sont|ne sera|ne s'appliqu[a-z]+|ne s'impose|n'a)(?: [a-z]+){0,2}|(?:ne (?:sont|sera|seront|font|fait)|n'est|sans|aucun|pas d'|ni),?(?: [a-z',-]+){0,7}? (?:[dl]')?(?:anonym[a-zé]*)|levée totale de l'anonymat|(?:non|pas) anonym[a-zé]*|renonc[a-zé]+ à l'anonymat`;
const NOT_REFUSED = fr`(?:ne peu[a-z]+|ne doi[a-z]+|n'est (?:levée?|rompu)|ne sera (?:levé|rompu)|non[- ]respect|rupture|manquement|n'est (?:pas )?respecté|n'est (?:pas )?levé)`;
const NAMED = fr`sous (?:son|leur|leurs) noms?|pren(?:d|nent|dra) connaissance(?: [a-z]+){0,2} (?:des noms?|du nom|de l'identité)|nominati(?:f|ve)(?:s|ment)?|(?:mention|indication|porte(?:nt|ra|ront)?|comporte(?:nt|ra|ront)?|indique(?:nt|ra)?),?(?: [a-z',-]+){0,4} (?:le nom|les noms|l'identité|le logo|leur nom|leur logo|le cartouche|la signature|le tampon|l'en-tête) (?:et [a-z]+ )?(?:d[eu] |des )?(?:la |l'|son |ses |leurs? )?(?:${PARTICIPANTS}|auteurs?|agences?|cabinets?|ateliers?|sociétés?)`;
const PRESENTS = fr`(?:${PARTICIPANTS}),?(?: [a-z',-]+){0,14}? (?:présente(?:nt|ra|ront)?|se présentent|présenteront|monte(?:nt|ront)|soutien(?:t|nent|dra|dront)|défend(?:ent|ra|ront)?|sont (?:reçue?s?|entendue?s?|auditionnée?s?)|seront (?:reçue?s?|entendue?s?|auditionnée?s?)|est (?:reçue?|entendue?|auditionnée?)|pitche(?:nt|ront)?|comment(?:e|ent|era|eront)|(?:vien(?:t|nent|dra|dront)|invitée?s? à),?(?: [a-z',-]+){0,6}? (?:présenter|exposer|commenter|défendre|soutenir)|expose(?:nt|ront|ra)?|démonstration)|(?:le )?jury (?:auditionne(?:ra)?|entend(?:ra)?|reçoi(?:t|vra)|rencontre(?:ra)?),?(?: [a-z',-]+){0,5} (?:${PARTICIPANTS})|(?:auditions?|soutenances?|pitchs?|présentations? orales?|oral),?(?: [a-z',-]+){0,10} (?:${PARTICIPANTS}|jury)`;
const THEN_JUDGES = fr`(?:puis|avant (?:de|que|la|son|d')|ensuite|aussitôt|à l'issue|à la suite|qui se prononce|se retire|après (?:quoi|les auditions|les présentations|avoir entendu)|lequel),?(?: [a-z',-]+){0,12}? (?:[dl]')?(?:délib[a-zé]+|prononc[a-z]+|class[a-zé]+|vot[a-z]+|not[ae][a-z]*|choisi[a-zt]*|désigne[a-z]*|avis|jury|retire|départag[a-z]+)|se prononce|délibère`;
const AFTER_OPINION = fr`(?:après(?! quoi)|une fois|à l'issue|postérieurement),?(?: [a-z',-]+){0,9} (?:[dl]')?(?:avis|classement|levée|procès-verbal|délibération|lauréats?)|levée de l'anonymat|ne modifie(?:nt)? (?:pas|ni)|éclaircissements?|consignées?|(?:une fois|après que),?(?: [a-z',-]+){0,4} (?:l')?anonymat|sans modifier|cérémonie|remise des prix|candidatures?`;

/** « …, après quoi le jury arrête son classement » */
const THEN_RANKED = fr`(?:puis|après quoi|ensuite|avant (?:que|de|d'|l'|son|le)),?(?: [a-z',-]+){0,8}? (?:[dl]')?(?:classe(?:r|nt|ment)?|avis)`;

interface Mention {
  readonly said: boolean;
  readonly breach?: 'refuse' | 'leve';
  readonly presents?: boolean;
  readonly judged?: boolean;
  readonly after?: boolean;
}

const read = (phrase: Phrase): Mention | undefined => {
  const word = phrase.find(ANONYMOUS);
  const ours = word !== undefined && (phrase.has(fr`anonymat`) || phrase.has(OURS)) && !phrase.has(OTHER_ANONYMITY);
  const hidden = phrase.has(UNKNOWN_AUTHORS) && phrase.has(fr`${PROJETS}|jury`);
  const refused = ours && phrase.has(REFUSED) && !phrase.has(NOT_REFUSED) && !phrase.has(LIFTED_AFTER);
  const lifted = (ours || hidden) && phrase.has(LIFTED) && !phrase.has(LIFTED_AFTER);
  const presents = phrase.has(PRESENTS) && !phrase.has(AFTER_OPINION);
  const named =
    phrase.has(NAMED) && phrase.has(fr`${PROJETS}|jury`) && !phrase.has(fr`ne|ni|aucun|sans|enveloppe|candidatures?`);
  if (refused || named) return { said: false, breach: 'refuse' };
  if (lifted) return { said: true, breach: 'leve' };
  if (ours || hidden) return { said: true, after: phrase.has(LIFTED_AFTER), presents, judged: phrase.has(THEN_JUDGES) };
  return presents ? { said: false, presents, judged: phrase.has(THEN_JUDGES) } : undefined;
};

/** Whether the jury judges the projects without knowing whose they are. */
export const anonymat = defineFact<Anonymat>({
  id: 'concours-anonymat',
  title: 'Anonymat des projets',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read);
    const said = found.find((f) => f.value.said && !f.sentence.passage.isTitle) ?? found.find((f) => f.value.said);
    const breach = found.find((f) => f.value.breach);
    const kept = found.some((f) => f.value.after || isLiftedThen(f.sentence));
    const shown = found.find(
      ({ value, sentence }) => value.presents && (value.judged || sentence.next?.has(THEN_JUDGES)),
    );
    // What comes before the ranking in one sentence is seen before it, whenever the names are told.
    const presented = kept && !shown?.sentence.has(THEN_RANKED) ? undefined : shown;
    const referred = draft.sentencesWith(ANONYMOUS).find((s) => refersElsewhere(s) && !s.has(OTHER_ANONYMITY));
    const sure = breach?.sentence ?? presented?.sentence;
    const isKept = (s: Sentence) =>
      s.has(OTHER_ANONYMITY) ||
      s.has(AFTER_OPINION) ||
      s.previous?.has(AFTER_OPINION) ||
      found.some((f) => f.sentence === s && f.value.said);
    const broken = telling(piece, 'concours/anonymat-rompu').filter(({ sentence }) => !isKept(sentence));
    const heard = sure || kept ? undefined : (broken.find(({ surety }) => surety === 'sure') ?? broken[0]);
    const answered = answering(piece, 'concours/anonymat-garanti', (s) => !s.has(OTHER_ANONYMITY) && s.has(OURS));
    return {
      sentence: said?.sentence ?? referred ?? (sure ? undefined : answered),
      breach: sure ?? heard?.sentence,
      kind: breach?.value.breach ?? (presented ? 'presentation' : heard && 'refuse'),
      doubt: heard && hearing(heard),
    };
  },
  show: ({ sentence, kind }) => ({ prevu: sentence !== undefined, ...(kind && { ecart: kind }) }),
});
