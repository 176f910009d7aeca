import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { type ShareItem, shares } from '../../kit/french/shares.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { type HeardShare, hearing, measured, PARTS, sharesIn } from '../commun/index.ts';

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
const NONE = fr`(?:aucune|pas de|sans|ni|n'est pas|ne sera pas|il n'est) (?:[a-z' ]{0,20})?retenue|n'est (?:pas )?(?:appliqué|opéré|prélevé|pratiqué|prévu|constitué)[a-z]*|aucune somme|à la source|salaires?|traitements?|pensions?`;
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

/** Whether a rate of a sentence is that of small firms: « 3 % pour les PME, 5 % pour les autres », « 5 % (3 % PME) », up to the comma or the next rate it is its own. */
function isOfSme({ folded, passage }: Sentence, rate: Stretch, last: Stretch | undefined): boolean {
  const own = folded.slice(last?.to ?? 0, rate.from);
  const led = last ? own.slice(own.search(/[;,]/) + 1) : own;
  const after = folded.slice(rate.to, rate.to + 60).split(/[;,]|\d ?%/)[0] ?? '';
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
const OF_ADVANCE = /^ ?(?:de l'avance|d'avance|par (?:jour|semaine))/;

/** « Son taux est de 6 % », under « Retenue de garantie »: nothing but the title says of what. */
const isTitled = ({ folded, previous, section: { heading, own } }: Sentence): boolean =>
  RATE_OF.test(folded) &&
  !previous?.has(ADVANCE) &&
  heading?.has(RETENUE) === true &&
  (heading.has(RETENTION) ||
    own.some((p) => p !== heading && [OF_MONEY, FOR_FAULTS, RELEASED, UNTIL].some((sign) => p.has(sign))));
const RATE_OF = /^[^a-z]*(?:elle|(?:son |le )?taux)(?![a-z])(?!.*(?<![a-z])(?:tva|avance|penalite)s?(?![a-z]))/;
const RETENUE = fr`retenue`;
const OF_MONEY = fr`acomptes?|décomptes?|solde|cautions?|garantie|(?:admission|réception)[^.;]{0,40} réserves?|montants? (?:initial|du marché|des prestations|ttc|ht)`;

/** « De chaque situation, un dixième est mis de côté afin de réparer les malfaçons » */
const isKept = (sentence: Sentence): boolean =>
  sentence.has(AS_GUARANTEE) ||
  (sentence.has(PAYMENTS) &&
    sentence.has(KEPT_BACK) &&
    [FOR_FAULTS, BY_HIM, RELEASED, UNTIL, REPLACED].some((sign) => sentence.has(sign)));
const AS_GUARANTEE = fr`(?:retenu|retient|retiendra|prélève|prélevée?|conserve|garde)[a-z]* (?:[a-z0-9,'%-]+ ){0,12}(?:à titre de|en) (?:la )?garantie|^[^a-z]*une retenue de [0-9,.]+ ?% est (?:opérée|pratiquée|prélevée|faite|effectuée)(?= ?\.?$)`;
/** What the holder, or the head of a group, keeps is no retention of the buyer; « somme due au titulaire, la caisse conserve » is one. */
const BY_OTHERS = fr`(?:titulaire|mandataire|cotraitants?|sous-traitants?|entrepreneur|entreprise|fournisseur|prestataire)s?(?:,(?= (?:qui|lui|à|pour|en) ))? (?:[a-z']+ ){0,3}?(?:en |y )?(?:garde|conserve|immobilise|bloque|prélève|consigne|retient|met de côté)[a-z]*`;
const PAYMENTS = fr`acomptes?|situations?|décomptes?|paiements?|règlements?|factures?|versements?|mandats?|sommes? (?:due|facturée|à payer)s?`;
/** A retention that does not say its name: « la commune garde par-devers elle huit pour cent de chaque acompte ». */
const KEPT_BACK = fr`(?:demeure|reste)(?:nt|ra|ront)? (?:[a-z]+ )?(?:entre les mains|en (?:dépôt|réserve|garantie)|aux mains|chez l|dans (?:les caisses|la caisse)|gardé|conservé|immobilisé|bloqué|consigné|retenu)(?:e|s|es)?|(?:garde|conserve|immobilise|bloque|prélève|consigne)(?:nt|ra|ront)?|(?:gard|conserv|immobilis|bloqu|prélev|consign)(?:ons|erons|ions)|(?:retient|retiennent|retiendra|retiendront|retenons|retiendrons)|met(?:tent|tra|tront)? de côté|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:gardé|conservé|immobilisé|bloqué|prélevé|consigné|retenu|mis de côté)(?:e|s|es)?`;
/** What it is kept for: the faults that may show. */
const FOR_FAULTS = fr`(?:couvr|répond|gag|réparer|garanti|(?:au|pour le) cas où|face aux?|(?:en )?prévision|en cas)[a-z]* (?:[a-z,'-]+ ){0,6}?(?:défauts?|défaillances?|désordres?|malfaçons?|réserves?|vices)`;
const BY_HIM = fr`par-devers (?:elle|lui|soi|eux)`;
const REPLACED = fr`(?:donner|fournir|apporter|remettre|présenter|produire|constituer) (?:à la place|au lieu|en (?:échange|lieu))[a-z' ]* (?:garantie à première demande|caution)|(?:substitu|remplac)[a-z]* (?:[a-z,'-]+ ){0,8}?(?:garantie à première demande|caution)|(?:garantie à première demande|caution)[a-z ,]* (?:[a-z']+ ){0,6}(?:substitu|remplac)[a-z]*`;
/** Given back when the work has proved sound. */
const RELEASED = fr`(?:libère|libéré|rend|rendu|restitue|restitué|rembourse|remboursé|reverse|reversé|débloque|débloqué|verse|versé|paie|payé|lève|levé)(?:e|s|es|nt|ra|ront)? (?:[a-z0-9,'-]+ ){0,10}?(?:réception|réserves?|parfait achèvement|garanties?|admission|vérification)s?`;
const UNTIL = fr`jusqu'(?:à|au|aux) (?:[a-z']+ ){0,5}?(?:réception|levée|parfait achèvement|délai de garantie|fin de la garantie)`;

/** « 57 % des acheteurs »: nobody keeps so much. */
const MOST_KEPT = 30;

/** A rate, with how it was heard; by words that are known alone where it was not. */
type Rate = ShareItem & { readonly heard?: HeardShare };

/** The rates of a retention: heard to be, or in words that are known to make one where nothing else is heard. */
function ratesIn(sentence: Sentence, heard: readonly HeardShare[]): Rate[] {
  const isSaid = isTitled(sentence) || isKept(sentence);
  return PARTS.find(sentence.folded).flatMap((item): Rate[] => {
    const own = heard.find(({ from }) => from === item.from);
    if (item.unit !== 'percent' || item.value > MOST_KEPT || isOfPast(sentence.folded, item)) return [];
    if (OF_ADVANCE.test(sentence.folded.slice(item.to))) return [];
    if (own?.role === 'retenue' && (own.surety === 'sure' || isOfRetention(sentence))) return [{ ...item, heard: own }];
    const isOfOther = own && own.role !== 'autre' && own.surety === 'sure';
    return isSaid && !isOfOther ? [item] : [];
  });
}

function retenuesIn(sentence: Sentence, heard: readonly HeardShare[]): Retenue[] {
  if (sentence.has(NONE) || (sentence.has(BY_OTHERS) && !sentence.has(RETENTION))) return [];
  const rates = ratesIn(sentence, heard);
  const own = rates.map((rate, i) => isOfSme(sentence, rate, rates[i - 1]));
  return rates.map((rate, i) => ({
    percent: rate.value,
    pme: smeOf(sentence, own[i] === true, own.some(Boolean)),
    sentence,
    at: sentence.at(rate),
    ...(rate.heard?.surety === 'probable' && { doubt: hearing({ ...rate.heard, sentence }) }),
  }));
}

/** « Retenue de garantie | 8 | % », « Retenue de garantie | 8 » under « Taux, en % »: the figure has its unit elsewhere. */
const retenuesInRows = ({ draft }: Piece): Retenue[] =>
  [...measured(draft)].flatMap(([sentence, said]) => {
    const { passage: cell } = sentence;
    const [rate] = cell.rowLabel?.has(RETENTION) ? shares(said) : [];
    const row = cell.table?.rowOf(cell)?.cells ?? [];
    if (rate?.unit !== 'percent' || rate.value === 0 || row.some((c) => c.has(NONE))) return [];
    return [
      { percent: rate.value, pme: smeOf(sentence, isOfSme(sentence, rate, undefined), false), sentence, at: cell.span },
    ];
  });

/** Retentions that a piece makes on payments; empty when it makes none. */
export const retenues = defineFact<readonly Retenue[]>({
  id: 'retenue-garantie',
  title: 'Retenues de garantie',
  read: (piece: Piece) => [
    ...piece.draft.sentencesWith(PARTS.signs).flatMap((sentence) => retenuesIn(sentence, sharesIn(sentence))),
    ...retenuesInRows(piece),
  ],
  show: (list) => (list.length > 0 ? list.map(({ percent, pme }) => ({ taux: percent, pme })) : undefined),
});
