import type { Draft, Section, Sentence } from '../../kit/draft.ts';
import { dates } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { answering, DEFERRED, isRowLabel, PARTICIPANTS, refersElsewhere } from '../commun/index.ts';

/** What the rules of a hackathon are to say (guide, annex 1), criteria apart: `concours-criteres` reads them. */
export interface ReglementHackathon {
  readonly duree: boolean;
  readonly phases: boolean;
  readonly propriete: boolean;
  readonly confidentialite: boolean;
}

const TIMED_LABEL = fr`combien de temps|durées?|dates?|quand|calendrier|horaires?`;
const EVENT = fr`hackath?ons?|défis?|challenges?|événements?|épreuves?|marathons?|datathons?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|se (?:tien(?:t|dra|nent)|déroule(?:ra|nt)?)|dure(?:ra)?|durée|a lieu|aura lieu|organise|week-end|pendant|du`;
const OTHER_TIME = fr`inscri[a-z]+|confidenti[a-z]+|conserv[a-zé]+|supprim[a-zé]+|détrui[a-z]+|cession|droits|données|protection|paiement|versée?|réclamation|candidatures?|délai`;
const TIME_TITLE = fr`durées?|calendrier|dates?|quand|programme|déroulement|planning|horaires?|phases?|étapes?`;
const PHASES = fr`phases?|étapes?|déroul[a-zé]+|programme de l[ae]s?|temps forts?|séquences?|planning|première journée|deuxième journée|premier jour|second jour|samedi|dimanche|comment cela se passe`;
const PHASES_TITLE = fr`déroul[a-zé]+|phases?|étapes?|programme|calendrier|planning|organisation (?:du|de la|de l')|comment (?:cela|ça) se passe|modalités (?:du|de l')(?:hackathon|événement|défi|challenge)`;
const RIGHTS = fr`ce que (?:vous|chacun|(?:les|vos) (?:équipes|participants)) (?:crée|conçoi|produi|développ|invent)[a-z]*|propriété intellectuelle|propriété industrielle|droits? d'auteurs?|droits? de propriété|droits? d'exploitation|droits? patrimoniaux|droits? (?:moral|moraux)|cessions?|cèd(?:e|ent|era)|licences? (?:libres?|ouvertes?|open|eupl|mit|gpl|cc|creative|etalab|d'exploitation|d'utilisation|non exclusives?)|concèd(?:e|ent)|titulaires? des droits|copyright|droits sur (?:les|leurs?|sa|son|ses)|ses droits|leurs droits|(?:auteurs?|équipes?|participants?|créateurs?|chacune?) (?:en )?(?:reste|demeure)(?:nt)? (?:seule?s? )?(?:titulaires?|propriétaires?|maîtres?)`;
const SECRET = fr`confidentiel(?:le|les|s)?|confidentialité|secrets?|divulgu[a-zé]+|discrétion|non-divulgation|ne (?:pas )?(?:communiquer|révéler)|(?:nul|aucun|chacun|ne)(?: [a-z']+){0,3} (?:tait|taisent|repete|repetent)|(?:n'est|ne sont|ne sera|ne seront)(?: pas| jamais)? (?:répét|rapport)ée?s?|révél[a-zé]+ (?:à|aux|les|aucun)|nda`;

/** One thing, then another. */
const STEPS = /,[^.]*(?:,| et | puis )|[;,] puis|puis |ensuite|;/;

/** Words, ideas, data: what may be kept. */
const KEPT = fr`(?:secret|tai|repet|divulgu|revel|communiqu|confi|dehors|sort|appren|apprend|transm|diffus|publi|partag)[a-z]*`;

const says = (draft: Draft, pattern: RegExp, but?: RegExp): boolean =>
  draft.sentences.some(
    (s) =>
      s.passage !== draft.title &&
      s.has(pattern) &&
      !(but && s.has(but)) &&
      (s.passage.isTitle ? tells(s.section) : !isLater(s)),
  );

/** A title is worth what stands under it. */
const tells = (section: Section): boolean => section.passages.some((p) => !p.isTitle && !p.sentences.every(isLater));

/** What names the matter of a sentence: « Calendrier : deux jours », a row « Combien de temps | 36 heures ». */
const labelOf = (s: Sentence): readonly string[] => {
  const row = s.passage.rowLabel;
  const [, head] = /^[^a-z]*([a-z' ]{4,40}?) ?:/.exec(s.folded) ?? [];
  return [...(row && row !== s.passage ? [row.folded] : []), ...(head === undefined ? [] : [head])];
};
const OWNERSHIP = fr`propriété|droits|à qui`;
/** « Ce que vous créez reste à vous »: that the organiser owns a thing says nothing of the rights of the teams. */
const tellsWhose = (s: Sentence): boolean => !isLater(s) && !s.has(OF_CONTRACTS) && s.has(KEEPS) && s.has(TEAMS);
const OF_CONTRACTS = fr`marchés? (?:cédés?|publics?)`;
const KEEPS = fr`(?:rest|appart|gard|conserv|propriét|dispos|possèd|demeur)[a-zé]*`;
const TEAMS = fr`vous|vôtres?|chacune?|chaque|${PARTICIPANTS}`;

const isLater = (s: Sentence): boolean => s.has(DEFERRED) && !refersElsewhere(s);

const lasts = (s: Sentence): boolean =>
  (durations(s.folded).length > 0 ||
    dates(s.folded).length > 0 ||
    s.has(fr`\d+ ?h|journées?|week-end|\d+ jours`) ||
    /\[a completer/.test(s.folded)) &&
  !isLater(s);

/** What the rules of a hackathon say of its course; read leniently, a mention is enough. */
export const reglementHackathon = defineFact<ReglementHackathon>({
  id: 'hackathon',
  title: 'Règlement du hackathon',
  read(piece) {
    const { draft } = piece;
    const timed = draft.sentences.filter((s) => lasts(s) && !s.has(OTHER_TIME));
    return {
      duree: timed.some(
        (s) => s.has(EVENT) || s.section.under(TIME_TITLE) || labelOf(s).some((l) => has(l, TIMED_LABEL)),
      ),
      phases:
        draft.sections.some((s) => s.heading !== draft.title && has(s.title, PHASES_TITLE) && tells(s)) ||
        says(draft, PHASES, fr`inscri[a-z]+`) ||
        answering(
          piece,
          'concours/deroulement',
          (s, sure) => (sure || STEPS.test(s.folded)) && !isLater(s) && !isRowLabel(s),
        ) !== undefined,
      propriete:
        says(draft, RIGHTS, OF_CONTRACTS) ||
        draft.sentences.some((s) => labelOf(s).some((label) => has(label, OWNERSHIP)) && !isLater(s)) ||
        answering(piece, 'pi/droits-sur-resultats-regles', tellsWhose) !== undefined,
      confidentialite:
        says(draft, SECRET) ||
        answering(
          piece,
          'concours/confidentialite-des-participants',
          (s, sure) => (sure || s.has(KEPT)) && !isLater(s),
        ) !== undefined,
    };
  },
  show: (r, piece) => (piece.kind === 'reglement-concours' ? r : undefined),
});
