import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { has, type Match } from '../../kit/text.ts';
import { answering, hearing, PARTICIPANTS, refersElsewhere, speaksOf, telling } from '../commun/index.ts';

export interface Jury {
  /** Where a jury (or a committee that judges the projects) is first spoken of, its composition for choice. */
  readonly sentence: Sentence | undefined;
  /** Where the text says that there is none. */
  readonly refused: Sentence | undefined;
  /** True when its members are all said to be independent of those who compete, here or by reference. */
  readonly independent: boolean;
  /** Where the text seats someone who is bound to those who compete, or waives independence. */
  readonly breach: Sentence | undefined;
  /** Where independence is promised of a part of the members only. */
  readonly partial: Sentence | undefined;
  /** How `breach` was heard. */
  readonly doubt?: Doubt;
}

export const JURY =
  "(?:jurys?|jures?|comites? (?:de selection|d'evaluation|d'experts|de jugement)|commissions? (?:de selection|d'evaluation|d'examen des projets|de jugement)|personnes? (?:chargee?s?|appelee?s?) (?:a |de |d')(?:juger|noter|evaluer|apprecier|examiner|classer|departager))";
const NO_JURY = fr`(?:aucun|sans|pas de|ni|pas d'|pas constitué de) (?:[a-z]+ )?jury|jury (?:n'est|ne sera|n'a) (?:pas|ni)(?: [a-z]+){0,2} (?:constitué|réuni|prévu|désigné|nommé|institué)|dispense de jury`;
const INDEPENDENT = fr`indépendante?s?`;
const OF_THEM = fr`indépendante?s?(?: [a-z]+){0,3} (?:(?:de|à l'égard|vis-à-vis) ?(?:de |des? )?(?:tou(?:te?s?|s) )?(?:les )?|des? |d')(?:${PARTICIPANTS}|sociétés|entreprises|personnes (?:qui|admises))`;
/** « étrangers aux équipes », said of all. */
const OUTSIDE = fr`(?:extérieure?s?|étrang(?:er|ère)s?) (?:à |aux )(?:[a-z]+ ){0,2}?(?:${PARTICIPANTS})`;
const NONE_BUT = fr`ne (?:comprend|compte|comporte|réunit|rassemble|siège)(?:nt|ra)? (?:[a-z]+ )?que`;
/** « indépendants de la caisse »: of somebody else. */
const OF_OTHERS = fr`indépendante?s? (?:de |du |des |d'|vis-à-vis d)(?!(?:tou(?:te?s?|s) )?(?:les )?(?:${PARTICIPANTS}|ceux|celles|celui|l'ensemble des ${PARTICIPANTS}))[a-z']+`;
const ALL = fr`tou(?:s|tes)|exclusivement|uniquement|chacun[e]?|aucun membre|seules?|entièrement|totalement|garanti[a-z]*|assurée?|(?:personnes|personnalités|membres|experts)(?: (?:physiques|qualifiées?|qualifiés|extérieure?s))? (?:et )?indépendante?s|indépendance d(?:u jury|es membres)|jury (?:est |sera )?indépendant|sont (?:[a-z]+ )?indépendant|d'indépendance`;
const PARTIAL = fr`(?:majorité|majoritairement|moitié|un tiers|deux tiers|certains?|plupart|dont (?:au moins )?(?:un|une|deux|trois|quatre|la moitié|le tiers)|au moins (?:un|une|deux|trois|quatre|la moitié)|présidée? par|en partie|pour partie|dans la mesure du possible|si possible|de préférence),?(?: [a-z',-]+){0,10} indépendante?s?|(?:sauf|à l'exception|excepté|hormis),?(?: [a-z',-]+){0,8} (?:mentors?|sponsors?|partenaires?|membre|coachs?)|indépendante?s?,?(?: [a-z',-]+){0,5} (?:dans la mesure du possible|si possible|en majorité)`;
/** « n'est composé que de personnes indépendantes » is no denial. */
const NOT_REQUIRED = fr`(?:n'est|ne sont|ne sera|sans (?:condition|exigence) d'|n'ont),?(?: (?!qu[e'])[a-z',-]+){0,6} (?!qu'|que )(?:[dl]')?indépendan(?:ce|te?s?)|indépendance,?(?: [a-z',-]+){0,6} (?:n'est|ne sera|ne fait) (?:pas|ni|l'objet)(?: [a-z]+){0,3}`;
const NO_TIES = fr`(?:aucun|ni|sans|n'ont|n'a|n'entretien[a-z]+|ne (?:doi[a-z]+|peu[a-z]+|pourr[a-z]+|saur[a-z]+)|absence d[e']|pas),?(?: [a-z',()-]+){0,14} (?:[dl]')?(?:liens?|intérêts?|conflits? d'intérêts?|relations?|parenté|attaches?|lié|liée?s)|(?:récus[a-zé]+|dépor[a-zé]+|se retir[a-zé]+|abst[a-zé]+|remplac[a-zé]+),?(?: [a-z',-]+){0,16} (?:[dl]')?(?:liens?|intérêts?|lié|participants?|candidats?|équipes?)|(?:liens?|intérêts?|lié),?(?: [a-z',-]+){0,22} (?:récus[a-zé]+|dépor[a-zé]+|se retir[a-zé]+|abst[a-zé]+|remplac[a-zé]+|ne (?:siège|peut|participe|prend)[a-z]* )|incompatib[a-z]+,?(?: [a-z',-]+){0,8} (?:${PARTICIPANTS})`;
/** Members who may not compete, or who belong to no team. */
const NOT_COMPETING = fr`(?:nul )?ne (?:peu(?:t|vent)|saurai(?:t|ent)|doi(?:t|vent)) (?:en faire partie|y siéger|siéger|en être)[^.;]{0,40} (?:particip[a-z]+|concour[a-z]+|candidat[a-z]*|${PARTICIPANTS})|(?:membres? d[ue] jury|jurés|jury),?(?: [a-z',()-]+){0,22} (?:ne (?:peu(?:t|vent)|pourr(?:a|ont)|participe(?:nt)?|concour(?:t|ent)|doi(?:t|vent)|fait|font|peu)|n'appart[a-z]+|n'est|n'accompagne),?(?: [a-z',-]+){0,8} (?:[dl]')?(?:concour[a-z]+|concours|particip[a-z]+|candidats?|équipes?|concurrents?|associée?s?)|(?:ne (?:peu(?:t|vent)|pourr(?:a|ont))|exclue?s?|interdite?),?(?: [a-z',:;()-]+){0,16} (?:membres? d[ue] jury|jurés)|nul ne peut,?(?: [a-z',-]+){0,8} (?:jury),?(?: [a-z',-]+){0,12} (?:${PARTICIPANTS})`;
const BOUND =
  "(?:[dl]')?(?:mentors?|coachs?|coaches|tuteurs?|tutrices?|encadrants?|accompagnateurs?|accompagnatrices?|sponsors?|parrains?|marraines?)";
const SITS = fr`jury|siège(?:nt|ra|ront)?|membres?|compos(?:é|ée|ent)|compren(?:d|nent)|réunit`;
const BREACH = fr`(?:${BOUND}),?(?: [a-z',-]+){0,12} (?:siège(?:nt|ront)?|(?:membres?|partie) d[ue] jury|au jury|composent|votent)|(?:compos[a-zé]+|compren[a-z]+|réuni[a-z]*|compte(?:nt)?|constitué|formé|rassemble|siège(?:nt|ront)?|personnes? ?:|membres ?:),?(?: [a-z0-9',:;-]+){0,32} (?:${BOUND})|(?:représentants?|salariés?|dirigeants?|associés?|directeurs?|conseils?|proches|employeurs?) (?:de chaque|de chacune?|des?|d'une?|d'un) (?:des )?(?:${PARTICIPANTS}|sociétés candidates)|(?:issue?s?|salariée?s?|membres?|proches?) d(?:es|'une?|e l'une?) (?:des )?(?:équipes?|entreprises candidates|entreprises participantes|sociétés candidates|candidats?|participants?)|(?:peu(?:t|vent)|pourr(?:a|ont)) (?:aussi |également )?(?:[a-z]+ ){0,4}?(?:liée?s?|liens?|intérêts?|membre d'une équipe|conseiller (?:une|les|des) équipes?|accompagner (?:une|les|des) équipes?)`;
const BREACH_DENIED = fr`(?:ne |n')(?:s')?(?:[a-z]+ ){1,2}(?:pas|jamais|point|plus)|ne (?:siège|peu|pourr|fait|font|participe|sont|prend|délibère|vote|doi)[a-z]*|n'(?:a|ont|est|appart[a-z]+|entretien[a-z]+|y siège[a-z]*)|aucune?|ni|sans|se retir[a-z]+|dépor[a-z]+|récus[a-z]+|exclue?s?|autres? que|distincte?s?|interdit|incompatible`;

interface Mention {
  readonly jury: boolean;
  /** It tells who sits there. */
  readonly composes: boolean;
  readonly namesMembers: boolean;
  readonly refused: boolean;
  readonly independent: boolean;
  readonly partial: boolean;
  readonly breach: boolean;
  /** Says so of the members only when the neighbourhood speaks of a jury. */
  readonly bare: boolean;
}

const COMPOSES = fr`compos[a-zé]+|compren[a-z]+|compte(?:nt|ra)?|réuni[a-z]*|constitu[a-zé]+|form[ée]+|rassemble(?:nt|ra)?|présidé`;
const MEMBERS = fr`membres?`;

/** « Une réunion des membres du jury et des équipes »: the dialogue that may follow the ranking. */
const MEETING = fr`dialogue|réunions? en présence|auditions?|échanges? (?:avec|entre)|questions? (?:du|des)`;

const read = (phrase: Phrase): Mention | undefined => {
  const jury = phrase.has(fr`${JURY}`);
  const refused = jury && phrase.has(NO_JURY);
  const word = phrase.find(INDEPENDENT);
  const partial = word !== undefined && phrase.has(PARTIAL) && !phrase.has(fr`(?:tous|toutes) indépendante?s`);
  const waived = phrase.has(NOT_REQUIRED) && (jury || phrase.has(fr`membres?`));
  const independent =
    !waived &&
    !partial &&
    (isIndependence(phrase.folded, word) ||
      (phrase.has(OUTSIDE) && (phrase.has(ALL) || phrase.has(NONE_BUT))) ||
      phrase.has(NO_TIES) ||
      phrase.has(NOT_COMPETING) ||
      phrase.has(fr`indépendance`));
  const breach =
    waived ||
    (phrase.has(BREACH) &&
      phrase.has(SITS) &&
      !phrase.has(BREACH_DENIED) &&
      !phrase.has(MEETING) &&
      !phrase.has(fr`présente|répon[a-z]+|accueil|appui (?:de|d')`));
  if (!jury && !independent && !partial && !breach) return undefined;
  return {
    jury,
    composes: jury && phrase.has(COMPOSES),
    namesMembers: jury && phrase.has(MEMBERS),
    refused,
    independent,
    partial,
    breach,
    bare: !jury,
  };
};

/** « III.2 Il se compose de… », after a paragraph on the jury. */
const LEANS =
  /^[^a-z]*(?:[ivx]{1,4}[ .)-][^a-z]*)?(?:il|ils|celui-ci|ceux-ci|ses membres|tous ses membres|chacun de ses membres) /;
/** The paragraph before. */
const above = ({ passage }: Sentence): Passage | undefined => {
  const all = passage.draft.passages;
  return all[all.indexOf(passage) - 1];
};

const isIndependence = (folded: string, word: Match | undefined): boolean => {
  if (!word) return false;
  if (has(folded, OF_THEM)) return true;
  return !has(folded, OF_OTHERS) && has(folded, ALL);
};

/** What one may share with those who compete. */
const TIES = fr`(?:lien|lie|interet|independan|etrang|particip|concour|conflit|retir|recus|deport|parent|rapport)[a-z]*`;
const BOUND_TO = fr`(?:associ|lie|salari|conseil|proche|mentor|coach|parent|employ|dirigeant|collabor|partenair|sponsor|actionnair)[a-z]*`;

/** The jury: whether there is one, and whether it owes nothing to those who compete. */
export const jury = defineFact<Jury>({
  id: 'jury',
  title: 'Jury',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read);
    const inTable = ({ passage: { table } }: Sentence) => table?.rows.some((r) => r.cells[0]?.has(fr`${JURY}`));
    const near = (s: Sentence) =>
      inTable(s) || speaksOf(s, fr`${JURY}|qui juge`) || (LEANS.test(s.folded) && above(s)?.has(fr`${JURY}`) === true);
    const own = found.filter(({ value, sentence }) => !value.bare || near(sentence));
    const first = (wanted: (m: Mention) => boolean) => own.find((f) => wanted(f.value))?.sentence;
    const spoken = own.filter((f) => f.value.jury && !f.value.refused);
    const body = spoken.filter((f) => !f.sentence.passage.isTitle);
    // A cell of a programme names the jury, and tells nothing of it.
    const prose = body.filter((f) => !f.sentence.passage.cell);
    const fullest = body.find((f) => f.value.composes) ?? prose.find((f) => f.value.namesMembers) ?? prose[0];
    const sentence = (fullest ?? body[0] ?? spoken[0])?.sentence;
    const referred = draft.sentences.some(
      (s) => near(s) && s.has(fr`jury|membres|composition`) && s.has(fr`charte|déontologie|règlement intérieur`),
    );
    const partial = first((m) => m.partial);
    const told = answering(
      piece,
      'concours/jury-independant',
      (s, sure) =>
        (near(s) || (sure && s.has(fr`membres?`))) &&
        s.has(TIES) &&
        !refersElsewhere(s) &&
        s !== partial &&
        !own.some((f) => f.sentence === s && f.value.breach),
    );
    const bound = telling(piece, 'concours/jury-lie-aux-participants').find(
      ({ sentence: s }) => s.has(BOUND_TO) && !s.has(BREACH_DENIED) && !s.has(INDEPENDENT) && !s.has(MEETING),
    );
    const breach = first((m) => m.breach);
    return {
      sentence,
      refused: first((m) => m.refused),
      independent:
        referred ||
        told !== undefined ||
        own.some((f) => f.value.independent && !(f.value.bare && refersElsewhere(f.sentence))),
      breach: breach ?? bound?.sentence,
      doubt: breach || !bound ? undefined : hearing(bound),
      partial,
    };
  },
  show: ({ sentence, refused, independent, breach, partial }) =>
    sentence || refused
      ? {
          jury: sentence !== undefined,
          independant: independent,
          ...(partial && { enPartie: true }),
          ...(breach && { lien: true }),
        }
      : undefined,
});
