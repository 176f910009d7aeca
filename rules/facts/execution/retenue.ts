import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { type HeardShare, hearing, sharesHeard } from '../commun/index.ts';

/** A retention (retenue de garantie), as written. */
export interface Retenue {
  /** Per cent of the amount. */
  readonly percent: number;
  /** Small and medium firms: the clause gives this rate to them too, to them alone, or says nothing of them. */
  readonly pme: 'compris' | 'seules' | 'distinctes' | undefined;
  readonly sentence: Sentence;
  /** The rate alone. */
  readonly at: Span;
  readonly doubt?: Doubt;
}

const SME = fr`pme|petites? (?:et|ou) moyennes? entreprises?|petite ou (?:une )?moyenne entreprise|tpe`;
const ANY = fr`sans (?:que (?:la |sa )?(?:taille|qualité)|(?:[a-z]+ )?(?:distinguer|distinction|égard|considération|tenir compte)) (?:[a-z,'-]+ ){0,6}?(?:tailles?|qualités?|effectifs?|catégories?|entreprises?|titulaires?|pme|chiffres?)|(?:que le|qu'il) (?:[a-z]+ ){0,2}soit ou non|soit ou non|quelle? que soi(?:t|ent)|y compris|meme (?:si|lorsque|pour)|toutes? les? entreprises|sans distinction|ou non|indifferemment|egalement aux?`;
/** « Il n'est pas opéré de retenue supérieure à 5 % » */
const NONE = fr`(?:aucune|pas de|sans|ni|n'est pas|ne sera pas|il n'est) (?:[a-z' ]{0,20})?retenue|n'est (?:pas )?(?:appliqué|opéré|prélevé|pratiqué|prévu|constitué)[a-z]*|aucune somme`;
/** « Retenue de garantie »: what tells a rule of small firms apart from that of an advance. */
const RETENTION = fr`retenues? (?:de |a titre de |pour )?(?:la )?garantie`;
const ADVANCE = fr`avances?`;

/** « Le taux de 8 % retenu au précédent marché »: of a contract that is over. */
const PAST = fr`(?:précédent|ancien|dernier|antérieur)e?s? (?:marché|contrat|cahier|accord-cadre|titulaire)s?|(?:marché|contrat|cahier|accord-cadre)s? (?:précédent|antérieur|passé|échu|sortant|de 20\d\d)s?|n'est (?:pas|plus) (?:repris|reconduit|maintenu|appliqué)e?`;
const isOfPast = (folded: string, { from, to }: Stretch): boolean => {
  const after = folded.slice(to).split(/[;:.,]|(?<![a-z])(?:est|sera) (?:ramene|porte|fixe|remplace)/)[0] ?? '';
  const before =
    folded
      .slice(0, from)
      .split(/[;:.,]/)
      .at(-1) ?? '';
  return (
    has(after, PAST) ||
    /(?:precedent|ancien|dernier)e?s? (?:marche|contrat|cahier|titulaire)s? (?:[a-z']+ ){1,4}$/.test(before)
  );
};

/** Whether a rate of a sentence is that of small firms: « 3 % pour les PME, 5 % pour les autres », up to the comma it is its own. */
function isOfSme({ folded, passage }: Sentence, rate: Stretch, last: Stretch | undefined): boolean {
  const own = folded.slice(last?.to ?? 0, rate.from);
  const led = last ? own.slice(own.search(/[;,]/) + 1) : own;
  const after = folded.slice(rate.to, rate.to + 60).split(/[;,]/)[0] ?? '';
  return has(led.slice(-90), SME) || has(after, SME) || passage.rowLabel?.has(SME) === true;
}

/** What stands near gives small firms a rate of the retention: not of an advance. */
const isSmeNear = ({ section, passage }: Sentence): boolean =>
  passage.table?.rows.some(({ cells }) => cells[0]?.has(SME)) ||
  section.own.some((p) => p.has(SME) && (p.has(RETENTION) || ![p, p.lead].some((said) => said?.has(ADVANCE))));

function smeOf(sentence: Sentence, isOwn: boolean, isOfAnother: boolean): Retenue['pme'] {
  const isAny = sentence.has(ANY);
  const names = sentence.has(SME);
  if (isAny && names) return 'compris';
  if (isOwn) return 'seules';
  return isOfAnother || (!names && !isAny && isSmeNear(sentence)) ? 'distinctes' : undefined;
}

/** Words of keeping back or of guarantee stand there, beside it or over it: without any, « 40 % puis 60 % » pays. */
const isOfRetention = (sentence: Sentence): boolean =>
  [sentence, sentence.previous, sentence.passage.rowLabel, sentence.passage.lead].some((said) => said?.has(KEEPS)) ||
  sentence.section.under(KEEPS);
const KEEPS = fr`reten[a-zé]+|retien[a-z]+|garanties?|gage|cautions?|réserves?|mis(?:e|es)? de côté|gard[a-zé]+|conserv[a-zé]+|immobilis[a-zé]+|bloqu[a-zé]+|prélev[a-zé]+|consign[a-zé]+`;
const OF_ADVANCE = /^ ?(?:de l'|d')avance/;

/** Shares heard to be rates of a retention. */
const ratesIn = (sentence: Sentence, shares: readonly HeardShare[]): HeardShare[] =>
  shares.filter(
    (share) =>
      share.role === 'retenue' &&
      share.unit === 'percent' &&
      (share.surety === 'sure' || isOfRetention(sentence)) &&
      !isOfPast(sentence.folded, share) &&
      !OF_ADVANCE.test(sentence.folded.slice(share.to)),
  );

function retenuesIn(sentence: Sentence, shares: readonly HeardShare[]): Retenue[] {
  if (sentence.has(NONE)) return [];
  const rates = ratesIn(sentence, shares);
  const own = rates.map((rate, i) => isOfSme(sentence, rate, rates[i - 1]));
  return rates.map((rate, i) => ({
    percent: rate.value,
    pme: smeOf(sentence, own[i] === true, own.some(Boolean)),
    sentence,
    at: sentence.at(rate),
    ...(rate.surety === 'probable' && { doubt: hearing({ ...rate, sentence }) }),
  }));
}

/** Retentions that a piece makes on payments; empty when it makes none. */
export const retenues = defineFact<readonly Retenue[]>({
  id: 'retenue-garantie',
  title: 'Retenues de garantie',
  read: ({ draft }: Piece) => [...sharesHeard(draft)].flatMap(([sentence, shares]) => retenuesIn(sentence, shares)),
  show: (list) => (list.length > 0 ? list.map(({ percent, pme }) => ({ taux: percent, pme })) : undefined),
});
