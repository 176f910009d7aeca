import type { Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { parts, type ShareItem, shares } from '../../kit/french/shares.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import { hearing, labelled, saying } from '../commun/index.ts';
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

const RETENTION = fr`retenues? (?:de |a titre de |pour )?(?:la )?garantie|retenues? (?:[a-z]+ ){0,2}(?:de|egale a)(?= (?:\d|[a-z]+ (?:pour ?cent|%)))|(?:retenu|retient|retiendra|preleve|prelevee?|prelevement|retenir|retenue?s?) (?:[a-z0-9,'%-]+ ){0,12}(?:a titre de|en|pour|de) (?:la )?garantie|(?:a titre de|en) garantie,? (?:[a-z,'-]+ ){0,10}(?:retenu|retient|preleve|retenue)[a-z]*|garantie (?:[a-z]+ ){0,4}(?:retenue|prelevee) sur`;
const PAYMENTS = fr`acomptes?|situations?|décomptes?|paiements?|règlements?|factures?|versements?|mandats?|sommes? (?:due|facturée|à payer)s?`;
/** A retention that does not say its name: « la commune garde par-devers elle huit pour cent de chaque acompte ». */
const KEPT_BACK = fr`(?:demeure|reste)(?:nt|ra|ront)? (?:[a-z]+ )?(?:entre les mains|en (?:dépôt|réserve|garantie)|aux mains|chez l|dans (?:les caisses|la caisse)|gardé|conservé|immobilisé|bloqué|consigné|retenu)(?:e|s|es)?|(?:garde|conserve|immobilise|bloque|prélève|consigne)(?:nt|ra|ront)?|(?:gard|conserv|immobilis|bloqu|prélev|consign)(?:ons|erons|ions)|(?:retient|retiennent|retiendra|retiendront|retenons|retiendrons)|met(?:tent|tra|tront)? de côté|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:gardé|conservé|immobilisé|bloqué|prélevé|consigné|retenu|mis de côté)(?:e|s|es)?`;
/** What the holder, or the head of a group, keeps is no retention of the buyer. */
const BY_OTHERS = fr`(?:titulaire|mandataire|cotraitants?|sous-traitants?|entrepreneur|entreprise|fournisseur|prestataire)s?,? (?:[a-z']+ ){0,3}?(?:en |y )?(?:garde|conserve|immobilise|bloque|prélève|consigne|retient|met de côté)[a-z]*`;
const BY_HIM = fr`par-devers (?:elle|lui|soi|eux)`;
/** Given back when the work has proved sound, or replaced by a guarantee. */
const RELEASED = fr`(?:libère|libéré|rend|rendu|restitue|restitué|rembourse|remboursé|reverse|reversé|débloque|débloqué|verse|versé|paie|payé|lève|levé)(?:e|s|es|nt|ra|ront)? (?:[a-z0-9,'-]+ ){0,10}?(?:réception|réserves?|parfait achèvement|garanties?|admission|vérification)s?`;
const UNTIL = fr`jusqu'(?:à|au|aux) (?:[a-z']+ ){0,5}?(?:réception|levée|parfait achèvement|délai de garantie|fin de la garantie)`;
/** What it is kept for: the faults that may show. */
const FOR_FAULTS = fr`(?:couvr|répond|gag|réparer|garanti|(?:au|pour le) cas où|face aux?|(?:en )?prévision|en cas)[a-z]* (?:[a-z,'-]+ ){0,6}?(?:défauts?|défaillances?|désordres?|malfaçons?|réserves?|vices)`;
const REPLACED = fr`(?:donner|fournir|apporter|remettre|présenter|produire|constituer) (?:à la place|au lieu|en (?:échange|lieu))[a-z' ]* (?:garantie à première demande|caution)|(?:substitu|remplac)[a-z]* (?:[a-z,'-]+ ){0,8}?(?:garantie à première demande|caution)|(?:garantie à première demande|caution)[a-z ,]* (?:[a-z']+ ){0,6}(?:substitu|remplac)[a-z]*`;
const OTHER_RETENTION = fr`avances?|penalites?|indemnites?|redevances?|tva|cautions? bancaires? de|assurances?|critere|source|actualis[a-z]*|revis[a-z]*`;
const SME = fr`pme|petites? (?:et|ou) moyennes? entreprises?|petite ou (?:une )?moyenne entreprise|tpe`;
const ANY = fr`sans (?:que (?:la |sa )?(?:taille|qualité)|(?:[a-z]+ )?(?:distinguer|distinction|égard|considération|tenir compte)) (?:[a-z,'-]+ ){0,6}?(?:tailles?|qualités?|effectifs?|catégories?|entreprises?|titulaires?|pme|chiffres?)|(?:que le|qu'il) (?:[a-z]+ ){0,2}soit ou non|soit ou non|quelle? que soi(?:t|ent)|y compris|meme (?:si|lorsque|pour)|toutes? les? entreprises|sans distinction|ou non|indifferemment|egalement aux?`;

interface Rate {
  readonly item: ShareItem;
  readonly sme: boolean;
}

const NONE = fr`(?:aucune|pas de|sans|ni|n'est pas|ne sera pas|il n'est) (?:[a-z' ]{0,20})?retenue|n'est (?:pas )?(?:appliqué|opéré|prélevé|pratiqué|prévu|constitué)[a-z]*|aucune somme`;
const GUARANTEE = fr`garantie`;
const PENALTY = fr`pénalités?|réfaction|à la source`;
/** The price of what is not done yet, left unpaid meanwhile: « elle correspond au prix des prestations non faites ». */
const UNDONE = fr`(?:non (?:faite|exécutée|réalisée|achevée|livrée|terminée|levée|conforme)|inachevée|restant à (?:faire|exécuter|livrer|réaliser)|qui (?:reste|manque)nt? à (?:faire|exécuter|livrer|réaliser)|mal (?:faite|exécutée))s?`;
const OF_ADVANCE = fr`^ ?(?:de l'avance|par jour|d'avance)`;
const RATE_OF = fr`(?:elle|son (?:montant|taux)|le taux|la retenue|taux)`;

interface RetentionRead {
  readonly rates: readonly Rate[];
  readonly any: boolean;
  /** Kept back on payments, under no name: what is given back, and when, tells it from another deduction. */
  readonly unnamed: boolean;
}

const read = (phrase: Readable): RetentionRead | undefined => {
  const unnamed = !phrase.has(RETENTION);
  if (unnamed && !(phrase.has(KEPT_BACK) && phrase.has(PAYMENTS) && !phrase.has(BY_OTHERS))) return undefined;
  if (phrase.has(NONE) || (phrase.has(PENALTY) && !phrase.has(GUARANTEE))) return undefined;
  const rates = ratesIn(phrase);
  return rates.length > 0 ? { rates, any: phrase.has(ANY), unnamed } : undefined;
};

/** « Le taux de 8 % retenu au précédent marché »: of a contract that is over. */
const PAST = fr`(?:précédent|ancien|dernier|antérieur)e?s? (?:marché|contrat|cahier|accord-cadre|titulaire)s?|(?:marché|contrat|cahier|accord-cadre)s? (?:précédent|antérieur|passé|échu|sortant|de 20\d\d)s?|n'est (?:pas|plus) (?:repris|reconduit|maintenu|appliqué)e?`;
const isOfPast = (folded: string, { from, to }: ShareItem): boolean => {
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

/** After a semicolon, what still speaks of the retention: a pronoun, its rate, a figure, whom it is for. */
const GOES_ON =
  /^ *(?:$|\d|elle|il |son |sa |ce taux|le taux|celui-ci|celle-ci|taux|pour |de |dans |au |a |soit |limite|ramene|porte|fixe)/;

/** A rate between `own` and `after` is of the advance, or of what is told since the last semicolon. */
function isNotOfIt(own: string, after: string): boolean {
  if (has(after, OF_ADVANCE)) return true;
  const near = own.slice(own.lastIndexOf(';') + 1);
  if (has(near, RETENTION)) return false;
  return has(near.slice(-60), OTHER_RETENTION) || (near !== own && !GOES_ON.test(near));
}

/** Percentages that are not of another matter. */
function ratesIn(phrase: Readable): Rate[] {
  const rates: Rate[] = [];
  let from = 0;
  for (const item of [...shares(phrase.folded), ...parts(phrase.folded)]) {
    if (item.unit !== 'percent' || isOfPast(phrase.folded, item)) continue;
    const own = phrase.folded.slice(from, item.from);
    const after = phrase.folded.slice(item.to, item.to + 60);
    from = item.to;
    if (isNotOfIt(own, after)) continue;
    // « 3 % pour les PME, 5 % pour les autres »: what follows a rate up to the comma is its own.
    const led = rates.length > 0 ? own.slice(own.search(/[;,]/) + 1) : own;
    const sme = has(led.slice(-90), SME) || has(after.split(/[;,]/)[0] ?? '', SME);
    rates.push({ item, sme });
  }
  return rates;
}

const bare = (phrase: Readable): Rate[] | undefined => {
  const rates = phrase.has(RATE_OF) ? ratesIn(phrase) : [];
  return rates.length > 0 ? rates : undefined;
};

const FIRM = fr`entreprises?|titulaires?|sociétés?`;
/** « 5 % », alone in its cell. */
const isRateAlone = ({ folded }: Sentence): boolean => /^[^a-z]*\d[^a-z]*$/.test(folded) && shares(folded).length === 1;

/** « Son taux est de 10 % », after a sentence on the advance. */
const goesOnWithOther = ({ folded, previous }: Sentence): boolean =>
  /^(?:elle|il|son|sa|ce(?:tte)?|le taux)(?![a-z])/.test(folded) &&
  (previous?.has(OTHER_RETENTION) ?? false) &&
  !previous?.has(RETENTION);

const isGivenBack = (sentence: Sentence): boolean => {
  if (sentence.has(OTHER_RETENTION) || sentence.has(UNDONE)) return false;
  const { next } = sentence;
  const said = [sentence, ...(next?.passage === sentence.passage ? [next] : [])];
  return (
    sentence.has(BY_HIM) || said.some((s) => s.has(RELEASED) || s.has(REPLACED) || s.has(UNTIL) || s.has(FOR_FAULTS))
  );
};

/** What stands near gives small firms a rate of the retention: not of an advance. */
const isSmeNear = (sentence: Sentence): boolean =>
  sentence.section.own.some(
    (p) => p.has(SME) && (p.has(RETENTION) || ![p, p.lead].some((said) => said?.has(fr`avances?`))),
  );

/** « Une retenue de garantie de 5 % est prélevée »: the name and the rate in one sentence. */
const stated = (piece: Piece): Retenue[] =>
  piece.draft
    .collect(read)
    .filter(({ value, sentence }) => !value.unnamed || isGivenBack(sentence))
    .flatMap(({ value: { rates }, sentence }) =>
      rates.map((rate) => ({
        percent: rate.item.value,
        pme: smeOf(rate, rates, sentence),
        sentence,
        at: sentence.at(rate.item),
      })),
    );

/** What a rate of a sentence is to small firms. */
function smeOf({ sme }: Rate, rates: readonly Rate[], sentence: Sentence): Retenue['pme'] {
  const any = sentence.has(ANY);
  const isOfSme = sentence.has(SME);
  if (any && isOfSme) return 'compris';
  if (sme) return 'seules';
  const several = rates.some((r) => r.sme);
  return several || (!isOfSme && !any && isSmeNear(sentence)) ? 'distinctes' : undefined;
}

/** « Retenue de garantie | 5 % » */
const besideLabels = (piece: Piece): Retenue[] =>
  labelled(piece.draft).flatMap(({ sentence, label, said, from }) => {
    const value = label.has(RETENTION) && !label.has(OTHER_RETENTION) ? read(said) : undefined;
    const own = value?.rates.filter(({ item }) => item.from >= from) ?? [];
    return own.map(({ item, sme }) => ({
      percent: item.value,
      pme: value?.any && said.has(SME) ? 'compris' : sme ? 'seules' : undefined,
      sentence,
      at: sentence.passage.at({ from: item.from - from, to: item.to - from }),
    }));
  });

/** Rows of firms and rates, under the title of the retention. */
const inTables = (piece: Piece): Retenue[] =>
  piece.draft.tables
    .filter(({ section }) => section.under(RETENTION))
    .flatMap((table) => {
      const rows = table.rows.map((r) => ({ label: r.cells[0], rate: r.cells[1]?.sentences.find(isRateAlone) }));
      const split = rows.some(({ label }) => label?.has(SME));
      return rows.flatMap(({ label, rate }): Retenue[] => {
        const item = rate && shares(rate.folded)[0];
        if (!item || !label || !(label.has(SME) || label.has(FIRM))) return [];
        const pme = label.has(SME) ? 'seules' : split ? 'distinctes' : undefined;
        return [{ percent: item.value, pme, sentence: rate, at: rate.at(item) }];
      });
    });

/** What is heard of a retention in sentences of which nothing is known. */
const heard = (piece: Piece, known: ReadonlySet<Sentence>): Retenue[] =>
  saying(piece, 'execution/retenue-de-garantie')
    .filter(({ sentence }) => !known.has(sentence) && !goesOnWithOther(sentence) && !isOfOther(sentence))
    .filter(({ sentence }) => isOfRetention(sentence))
    .flatMap((one) => {
      const { sentence } = one;
      return ratesIn(sentence).map(({ item, sme }) => ({
        percent: item.value,
        pme: sme ? 'seules' : isSmeNear(sentence) ? 'distinctes' : undefined,
        sentence,
        at: sentence.at(item),
        doubt: hearing(one),
      }));
    });

/** Words of keeping back or of guarantee stand there, beside it or over it: without any, « 40 % puis 60 % » pays. */
const isOfRetention = (sentence: Sentence): boolean => {
  const { passage, previous, section } = sentence;
  const beside = [sentence, previous, passage.rowLabel, passage.lead].some((said) => said?.has(KEEPS));
  return beside || section.under(GUARANTEE) || section.under(RETENTION);
};
const KEEPS = fr`reten[a-zé]+|retien[a-z]+|garanties?|gage|cautions?|par-devers|${KEPT_BACK}`;

/** The sentence, or the label of its row, is of another matter. */
const isOfOther = (sentence: Sentence): boolean =>
  [NONE, PENALTY, UNDONE, OTHER_RETENTION, BY_OTHERS].some((p) => sentence.has(p) || sentence.passage.rowLabel?.has(p));

/** « Taux : 4 % si l'admission est prononcée avec réserves » */
const OF_MONEY = fr`acomptes?|décomptes?|solde|cautions?|garantie|(?:admission|réception)[^.;]{0,40} réserves?|montants? (?:initial|du marché|des prestations|ttc|ht)`;
/** « Retenue de garantie », or « Retenue » over what it is kept for. */
const isTitled = ({ heading, own }: Section): boolean =>
  heading !== undefined &&
  (heading.has(fr`retenues? de garantie`) ||
    (RETENUE.test(heading.folded) &&
      own.some((p) => p !== heading && [FOR_FAULTS, RELEASED, UNTIL, REPLACED, OF_MONEY].some((of) => p.has(of)))));
const RETENUE =
  /^[^a-z]*(?:article [0-9. ]+)?[^a-z]*retenues?(?: (?:sur|a) (?:les |la |l')?(?:acompte|situation|paiement|facture|reception)s?)?[^a-z]*$/;

/** « Elle est de 7 % » under its own title, but for what is known at these places. */
const underTitle = (piece: Piece, seen: ReadonlySet<number>): Retenue[] =>
  piece.draft.collect(bare).flatMap(({ value, sentence }): Retenue[] => {
    if (goesOnWithOther(sentence) || sentence.has(OTHER_RETENTION) || !isTitled(sentence.section)) return [];
    return value.flatMap((rate) => {
      const at = sentence.at(rate.item);
      return seen.has(at.start) ? [] : [{ percent: rate.item.value, pme: smeOf(rate, value, sentence), sentence, at }];
    });
  });

/** Retentions that a piece makes on payments; empty when it makes none. */
export const retenues = defineFact<readonly Retenue[]>({
  id: 'retenue-garantie',
  title: 'Retenues de garantie',
  read(piece: Piece) {
    const out = [...stated(piece), ...besideLabels(piece), ...inTables(piece)];
    out.push(...heard(piece, new Set(out.map((r) => r.sentence))));
    out.push(...underTitle(piece, new Set(out.map((r) => r.at.start))));
    return out.sort((a, b) => a.at.start - b.at.start);
  },
  show: (list) => (list.length > 0 ? list.map(({ percent, pme }) => ({ taux: percent, pme })) : undefined),
});
