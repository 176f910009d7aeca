import { type CcagKind, ccagOf, ccagReference } from '../facts/droit/index.ts';
import type { Section, Sentence } from '../kit/draft.ts';
import { replace } from '../kit/fix.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { ccag, text } from '../kit/source.ts';
import { has, type Match } from '../kit/text.ts';
import { ccagGround, datedRules } from '../law/law.ts';

/** From this day a contract can only refer to the CCAG of 2021. */
const ONLY_2021 = datedRules.ccag2009Repealed;
const CCAG = 'c\\.?c\\.?a\\.?g\\.?(?:[ -/]{0,2}(?:tic|pi))?|cahier des clauses administratives generales';
const IP = fr`propriété intellectuelle|résultats?|connaissances antérieures|droits? d'(?:utilisation|auteur|exploitation|utiliser)|concède|concession|cède|cession|codes? sources?|utilisation des résultats|tiers désignés`;
/** « Option A » of the advance, of a price or of a meal is another matter. */
const OTHER_OPTION = fr`avances?|article (?:11|5\.2|10)(?:\.\d)?|prix|révision|repas|tarif|prestations? supplémentaires?|pse|variante|reconduction|retenue de garantie|garantie à première demande`;
const OPTION = fr`(?:à l'|de l'|l'|des |les |aux )?options? [ab](?: (?:et|ou|ou l'option|et l'option|et b|et l') ?b?)?(?: (?:de l'|à l')?(?:article|art\.) \d{2}(?:\.\d+)*)?(?: (?:du |des )?(?:${CCAG}))?`;
const LETTERED = fr`(?:articles? |art\. )?[ab]\. ?(?:38|25)(?:\.\d+)*`;
const THIRD = fr`tiers désignés (?:dans|par|au) (?:le |la |ce )?(?:présente? )?(?:marché|contrat|accord-cadre|documents? particuliers?)`;
/** Articles of 2009 on intellectual property, by CCAG. */
const OLD_ARTICLES: Partial<Record<CcagKind, RegExp>> = {
  tic: fr`articles? (?:35|36|37|38)(?:\.\d+)*(?: (?:à|et|,) (?:36|37|38))? du (?:${CCAG})`,
  pi: fr`articles? (?:23|24|25)(?:\.\d+)*(?: (?:à|et|,) (?:24|25))? du (?:${CCAG})`,
};
/** The article of the CCAG-TIC of 2009 on maintenance that the contract does not foresee. */
const OLD_MAINTENANCE = fr`articles? 32(?:\.1)? du (?:${CCAG})`;
const NEW_ARTICLE: Partial<Record<CcagKind, string>> = { tic: '46', pi: '35' };
/** Subjects that the same articles have since 2021. */
const OTHER_MATTER = fr`maintenance|admission|réception|vérifications?|garantie technique|ajournement`;
const PAST = fr`anciens?|ancienne|abrogée?s?|précédents?|précédente|était|étaient|avait|n'existe(?:nt)? plus|supprimée?s?|ne prévoi(?:t|ent) plus|pour mémoire|remplacée?s?|plus d'options?|renvoyait|signé en 20[01]\d|conclu en 20(?:0\d|1\d|20)`;

/** What a sentence must hold to be looked at. */
const OLD = [OPTION, LETTERED, ...Object.values(OLD_ARTICLES), OLD_MAINTENANCE, THIRD];
const mayBeOld = (folded: string): boolean => OLD.some((pattern) => has(folded, pattern));

type Kind = 'version' | 'option' | 'article' | 'tiers' | 'maintenance';

interface Found {
  readonly message: Kind;
  readonly sentence: Sentence;
  readonly at: Match | undefined;
  readonly fixes: readonly Fix[];
}

const DATES = fr`(?:16|19) (?:septembre|janvier) 2009|8 septembre 2009|(?:16|19|08)/0[19]/2009|2009`;

/** « l'arrêté du 16 septembre 2009 » : the day alone is replaced. */
function versionFix(piece: Piece, sentence: Sentence): readonly Fix[] {
  const old = sentence.findAll(DATES);
  const [one] = old;
  if (!one || old.length > 1) return [];
  const day = /^\d{1,2} /.test(one.text) ? '30 mars 2021' : one.text.includes('/') ? '30/03/2021' : '2021';
  const at = sentence.at(one);
  return [replace(piece, at, day, `Viser le CCAG de 2021 : « ${day} » au lieu de « ${piece.draft.slice(at)} »`)];
}

function optionFix(piece: Piece, sentence: Sentence, m: Match, kind: CcagKind | undefined): readonly Fix[] {
  const article = kind && NEW_ARTICLE[kind];
  if (!kind || !article || !/^(?:a l'|de l'|l')option [ab](?! et| ou)/.test(m.text)) return [];
  const written = piece.draft.slice(sentence.at(m));
  const word = m.text.startsWith('a ') ? 'au régime' : m.text.startsWith('de') ? 'du régime' : 'le régime';
  const first = /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return [
    replace(
      piece,
      sentence.at(m),
      `${first} de l'article ${article} du CCAG-${kind.toUpperCase()}`,
      `Viser l'article ${article} du CCAG de 2021`,
    ),
  ];
}

function findIn(
  piece: Piece,
  sentence: Sentence,
  kinds: readonly CcagKind[],
  kind: CcagKind | undefined,
): Found | undefined {
  if (sentence.has(PAST)) return undefined;
  const inIp = sentence.has(IP) || sentence.section.under(IP);
  const tic = kinds.includes('tic') || kinds.includes('pi');
  const option = sentence.find(OPTION);
  if (
    option &&
    tic &&
    !sentence.has(OTHER_OPTION) &&
    (inIp || /ccag|25|38/.test(option.text)) &&
    !sentence.section.under(OTHER_OPTION)
  )
    return { message: 'option', sentence, at: option, fixes: optionFix(piece, sentence, option, kind) };
  const lettered = tic ? sentence.find(LETTERED) : undefined;
  if (lettered) return { message: 'article', sentence, at: lettered, fixes: [] };
  for (const k of kinds) {
    const pattern = OLD_ARTICLES[k];
    const m = pattern && inIp && !sentence.has(OTHER_MATTER) ? sentence.find(pattern) : undefined;
    if (m) return { message: 'article', sentence, at: m, fixes: [] };
  }
  const maintenance =
    kinds.includes('tic') && sentence.has(fr`maintenance`) ? sentence.find(OLD_MAINTENANCE) : undefined;
  if (maintenance) return { message: 'maintenance', sentence, at: maintenance, fixes: [] };
  const third = tic && inIp ? sentence.find(THIRD) : undefined;
  return third && { message: 'tiers', sentence, at: third, fixes: [] };
}

export default defineRule({
  id: 'droit/ccag-perime',
  title: 'CCAG de 2009, ou ce qui n’existe qu’en lui',
  level: 'error',
  pieces: '*',
  why: `Les CCAG de 2021 remplacent ceux de 2009. Une clause qui renvoie à l'ancien texte, ou aux options A et B qu'il était seul à offrir, ne renvoie plus
à rien : les droits de l'acheteur sur les résultats ne sont alors pas définis.`,
  sources: [text('Arrêtés du 30 mars 2021 portant approbation des CCAG'), ccag('tic', '46'), ccag('pi', '35')],
  messages: {
    version:
      'Le CCAG de 2009 ne peut plus être choisi pour une consultation de cette date.\nViser celui qu’approuve l’arrêté du 30 mars 2021, et revoir les articles cités.',
    option:
      'Les options A et B de propriété intellectuelle n’existent qu’au CCAG de 2009.\nCelui de 2021 a un régime unique ({article}), non exclusif : écrire les besoins, les finalités et, si elle est voulue, l’exclusivité.',
    article:
      'Ces articles de propriété intellectuelle sont ceux du CCAG de 2009.\nLa matière est aujourd’hui à {article}. Viser l’article en vigueur et compléter la clause.',
    maintenance:
      'L’article 32.1 du CCAG-TIC, sur la maintenance non prévue, est celui de 2009.\nCette règle est à l’article 39.1 du CCAG-TIC de 2021. La maintenance par un tiers des logiciels qui sont des résultats y est permise sans dérogation (article 46.1).',
    tiers:
      'Les « tiers désignés » sont une notion du CCAG de 2009.\nCelui de 2021 ne l’a plus : nommer dans la clause les personnes qui pourront utiliser les résultats.',
  },
  examples: {
    bad: [
      {
        text: 'L’entreprise déclare connaître les ⟦clauses générales approuvées par l’arrêté du 8 septembre 2009⟧.',
        fixed: { gains: '30 mars 2021' },
      },
      {
        text: "Le marché est soumis au ⟦CCAG⟧-TIC approuvé par l'arrêté du 16 septembre 2009.",
        fixed: "Le marché est soumis au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      },
      {
        text: 'Le CCAG-TIC de 2021 est applicable.\n\n## Article 9 – Résultats\n\n⟦L’option B du CCAG-TIC⟧ s’applique.',
        fixed: { gains: 'e régime de l’article 46 du CCAG-TIC' },
      },
      {
        text: "Le CCAG-PI approuvé par l'arrêté du 30 mars 2021 s'applique, dont ⟦l'option B de l'article 25⟧ est retenue.",
        fixed: { gains: "le régime de l'article 35 du CCAG-PI" },
      },
      'Le CCAG-TIC de 2021 est applicable. Le titulaire concède ses droits dans les conditions des ⟦articles 35 à 38 du CCAG-TIC⟧.',
      'Le CCAG-TIC de 2021 est applicable. Le titulaire cède les résultats selon l’⟦article B.38.2⟧.',
      "Le CCAG-TIC de 2021 est applicable. Par dérogation à l'⟦article 32.1 du CCAG-TIC⟧, la maintenance est confiée à un tiers.",
      'Le CCAG-TIC de 2021 est applicable. Les résultats sont utilisables par les ⟦tiers désignés dans le marché⟧.',
    ],
    good: [
      "Le marché est soumis au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      "L'option A de l'article 11.1 du CCAG-TIC s'applique. L'avance est fixée à 20 %.",
      'Le CCAG-TIC de 2021 est applicable. Les options A et B du CCAG de 2009 n’existent plus.',
      'Le marché précédent était soumis au CCAG-TIC de 2009.',
      'Deux repas sont proposés : option A et option B.',
      { text: 'Le CCAG-TIC de 2009 est applicable.', head: { date: '2019-05-01' } },
      'Le CCAG-TIC de 2021 est applicable. La maintenance suit l’article 38 du CCAG-TIC.',
      'L’applicatif a été acquis par un marché de 2018 passé sous le CCAG-TIC de 2009.',
      '## Historique\n\nLe contrat renvoyait au CCAG-TIC de 2009.',
    ],
    limits: ['Le titulaire retient le régime de concession de l’ancien cahier général.'],
  },
  *check(piece: Piece): Iterable<Report<Kind>> {
    if (piece.date < ONLY_2021.date) return;
    const seen = new Set<Section>();
    const reference = piece.ask(ccagReference);
    const { kinds } = ccagOf(piece.consultation);
    const kind = kinds.find((k) => NEW_ARTICLE[k] !== undefined);
    const article = kind ? `l'article ${NEW_ARTICLE[kind]} du CCAG-${kind.toUpperCase()}` : 'un autre article';
    const today = ccagGround(kind ?? 'tic', (kind && NEW_ARTICLE[kind]) ?? '46');
    const once = (sentence: Sentence) => {
      const section = sentence.section.article;
      const first = !seen.has(section);
      seen.add(section);
      return first;
    };
    for (const m of reference.mentions)
      if (m.year === 2009 && !m.past && !m.sentence.has(PAST) && once(m.sentence))
        yield { at: m.at, message: 'version', rests: [ONLY_2021], fixes: versionFix(piece, m.sentence) };
    for (const sentence of piece.draft.sentencesWith(mayBeOld)) {
      const found = findIn(piece, sentence, kinds, kind);
      if (!found || !once(sentence)) continue;
      const data = found.message === 'tiers' || found.message === 'maintenance' ? {} : { data: { article } };
      const rests = [found.message === 'maintenance' ? ccagGround('tic', '39.1') : today];
      yield { at: sentence.at(found.at), message: found.message, ...data, rests, fixes: found.fixes };
    }
  },
});
