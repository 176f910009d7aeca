import type { Passage, Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES, type DateItem, dates, hourIn } from '../../kit/french/dates.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { findAll, has } from '../../kit/text.ts';
import { lotsNamed, rowLots } from '../commun/index.ts';
import { type DateRole, datesIn } from './dates-entendues.ts';
import { CANDIDATURE, OFFRE, REMIS, REMISE } from './mots.ts';

/**
 * What a day is to the procedure.
 * - `envoi`: the notice is sent for publication
 * - `lancement`: the consultation is launched
 * - `publication`: the notice or the dossier is published
 * - `invitation`: the invitation to tender is sent
 * - `offres`, `candidatures`: the deadline by which they must be received
 */
export type OffresDateKind = 'envoi' | 'lancement' | 'publication' | 'invitation' | 'offres' | 'candidatures';

export interface OffresDate {
  readonly kind: OffresDateKind;
  readonly date: DateItem;
  /** `2027-03-05`; undefined when the calendar has no such day. */
  readonly iso: string | undefined;
  /** Final offers, in a procedure with phases. */
  readonly finale: boolean;
  /** Numbers of the lots it is for; empty for all. */
  readonly lots: readonly string[];
  /** The date as written, day of the week and hour included. */
  readonly at: Span;
  readonly sentence: Sentence;
  /** The sense of its sentence says what it is, and no word does. */
  readonly isHeard: boolean;
}

/** « un appel d'offres a été envoyé pour publication »: no offer. */
const OFFRES = `(?:(?<!appels? d')(?:${OFFRE})|projets?|candidatures? et (?:des |les )?offres?|offres? et (?:des |les )?candidatures?)`;
const LIMITE = `(?:dates?|heures?|limites?|delais?|echeances?|cloture|terme|jour) (?:(?:et|,|/|ou|de|d'|la|les|l'|du|des|limites?|heures?|butoirs?|ultimes?|finales?|fixee?s?|pour|previsionnelle|jour) ?){0,6}`;
/** Between a label and its date: nothing that could be another matter. */
const LINK =
  "[ :;,|()/-]*(?:(?:est|sont|a ete|sera|seront|fixee?s?|prevue?s?|arretee?s?|au plus tard|au|le|la|pour le|avant|limite|jusqu'au|jusqu'a|a|du|reportee?|imperativement|avis|date|et|heure)[ :;,|()/-]+){0,7}$";

/** « cessent d'être reçues », « est close », « se ferme »: the end of the time for handing in. */
const ENDS =
  "(?:closes?|clos|cloturee?s?|forclos(?:es?)?|(?:se |est |sera )(?:ferme|fermee|clot)|ferment?|fermera|cessent?|(?:prend|prennent) fin|s'(?:arrete|acheve)(?:nt)?|(?:ne sont|ne seront|n'est|ne sera) plus (?:admis|recus?|acceptes?|recevables?|pris)(?:es?|e)?)";
/** Where what is handed in goes. */
const COUNTER =
  "(?:plate-?forme|profil d'acheteur|registre|guichet|coffre(?:-fort)?|depot)(?! (?:de|pour) maintenance)";
/** What the last day for handing in is called. */
const LAST_DAY =
  "(?:fin|terme|cloture|arret|dernier (?:jour|delai)|limite|echeance) (?:pour |de |du |des |d'|de la )?(?:remettre |deposer |envoyer |remise |depot |reception |envoi )?";
/** By kind, the labels a date may have before it; the one that ends nearest to the date is its own. */
const LABELS: readonly (readonly [OffresDateKind | 'autre', RegExp])[] = [
  // « les questions relatives aux offres sont transmises avant le »
  [
    'autre',
    fr`(?:questions?|renseignements?|precisions?)(?: [a-z'-]+){0,6} (?:aux?|sur|des?|a|pour)(?: (?:les?|la|leurs?|l'|une?))? ?(?:${OFFRES}|${CANDIDATURE})(?: [a-z'",()-]+){0,12} (?:${REMIS})(?: [a-z'",():./-]+){0,22} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour|d'ici|date limite)`,
  ],
  [
    'candidatures',
    fr`(?:${LIMITE})(?:${REMISE}) (?:electronique )?(?:des |de |d'une |de la |de votre |de leur )?(?:${CANDIDATURE})(?! et )`,
  ],
  ['candidatures', new RegExp(`\\b(?:${REMISE}) (?:des |de |de la )(?:${CANDIDATURE})(?! et )${LINK}`)],
  [
    'candidatures',
    fr`(?:${CANDIDATURE})(?! et )(?: (?!sous-|et )[a-z'()-]+){0,12} (?:${REMIS})(?: [a-z'",()-]+){0,16} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour)`,
  ],
  [
    'offres',
    fr`(?:${LIMITE})(?:${REMISE}) (?:electronique |materielle )?(?:des |de |d'une |de l'|de la |de votre |de leur |de leurs )?(?:dossiers? (?:de |des )?|plis? (?:de |des |contenant les )?)?(?:${OFFRES})`,
  ],
  [
    'offres',
    new RegExp(
      `\\b(?:${REMISE}) (?:des |de |de l'|de la |de votre |de leur )(?:${OFFRES})(?: (?:initiales?|finales?|electroniques?))?${LINK}`,
    ),
  ],
  [
    'offres',
    fr`(?:${OFFRES}),?(?: (?!questions?)[a-z'",()-]+){0,12} (?:${REMIS}|(?:est|sont|sera|seront) a (?:remettre|deposer|televerser|transmettre|adresser|envoyer))(?: [a-z'",():./-]+){0,22} ?(?:avant|au plus tard|jusqu'a|jusqu'au|apres|pour|d'ici|date limite)`,
  ],
  [
    'offres',
    fr`(?:remettre|deposer|transmettre|adresser|envoyer|remettent|deposent|transmettent|adressent|remettront|deposeront|transmettront|adresseront|remet|depose|transmet|adresse|presente|presentent|televers[a-z]+|faire parvenir|font parvenir) (?:[a-z'-]+ ){0,4}(?:${OFFRES})(?: [a-z'",()-]+){0,16} ?(?:avant|au plus tard|jusqu'a|jusqu'au|d'ici|pour)`,
  ],
  [
    'candidatures',
    fr`(?:cloture|fin|date limite|echeance|limite) (?:de |des |pour les |pour la |d')(?:${CANDIDATURE})(?! et )`,
  ],
  [
    'offres',
    fr`(?:cloture|fin|date limite|echeance|limite) (?:de |des |pour les |pour la |d'|de la |de l')(?:${OFFRES}|consultation)|cloture (?:du |de la |des )(?:depots?|remise|reception)|(?:depot|remise|reception) (?:des |de )(?:${OFFRES}) (?:se (?:clot|ferme|termine)|est clos|prend fin|cesse|s'acheve|s'arrete)(?:e)?`,
  ],
  // « Dernier jour pour déposer », « Fin de dépôt »
  [
    'offres',
    fr`(?:${LAST_DAY}) (?:les |des |de |d')?(?:${OFFRES})|dernier (?:jour|délai) (?:pour|de|du|de la) (?:déposer|dépôt|remettre|remise|répondre|réponse|envoyer|envoi)(?! (?:des? |les |la )?(?:${CANDIDATURE}|questions?|échantillons?))|(?:fin|terme|arrêt|fermeture) (?:de |du |de la |des )(?:dépôts?|remises?|réception|réponses?)(?! (?:des? |les |la )?(?:${CANDIDATURE}|questions?|échantillons?))|plis (?:clos|attendus)`,
  ],
  ['candidatures', fr`(?:${CANDIDATURE})(?! et ),?(?: (?!offres?)[a-z'",()-]+){0,12} ${ENDS}(?: [a-z'",()-]+){0,6}`],
  [
    'offres',
    fr`(?:${OFFRES}|${COUNTER}),?(?: (?!questions?|maintenance)[a-z'",()-]+){0,8} ${ENDS}(?: (?!maintenance)[a-z'",()-]+){0,6}`,
  ],
  // What goes with an offer is handed in when it is.
  [
    'offres',
    new RegExp(
      `(?<!\\b(?:echantillon|maquette|prototype|attestation)s?\\b[^.;:]{0,60})\\b(?:${REMIS}|remettre|deposer|joindre|transmettre|fournir) avec (?:l'|son |leur |votre )(?:offre|pli)${LINK}`,
    ),
  ],
  ['offres', fr`(?:dlro|dlrp|date limite de reponse|${LIMITE}(?:soumission|reponse|depot))`],
  [
    'invitation',
    fr`lettres? d'invitations?(?= ?[:,|-]? ?(?:le )?$)|(?:lettres? d')?invitations? (?:[a-z'-]+ ){0,8}(?:envoyee?s?|adressee?s?|transmises?|expediee?s?)|(?:date )?d?'?envoi (?:de l'|des |de la lettre d')invitations?`,
  ],
  [
    'envoi',
    fr`(?:avis|annonce|aapc|publicite)(?! (?:de preinformation|d'attribution|rectificatif|d'intention|de periodique))(?: [a-z'",()-]+){0,12} (?:envoyee?|transmise?|adressee?|expediee?|partie?)(?: [a-z'",()-]+){0,12}`,
  ],
  [
    'envoi',
    fr`(?:date )?(?:d')?(?:envoi|expedition) (?:du present avis|de l'avis|de l'annonce|de la publicite|a la publication|a l'organe|au boamp|au joue|au jal|pour publication|de l'aapc)(?! (?:de preinformation|d'attribution))(?: [a-z'",()-]+){0,10}|date d'(?:envoi|expedition)`,
  ],
  [
    'envoi',
    fr`transmission (?:de l'avis (?:de marche|d'appel (?:public )?a la concurrence|a la publication|a l'o[a-z]+|au boamp|au joue)|de l'aapc)(?: [a-z'",()-]+){0,10}`,
  ],
  ['envoi', fr`(?:envoyee?|transmise?|adressee?) (?:a la publication|au boamp|au joue|au journal officiel)`],
  [
    'lancement',
    fr`(?:lancement|ouverture|debut) (?:de la (?:presente )?(?:consultation|procedure)|du (?:present )?marche|de l'appel d'offres|de la mise en concurrence)|(?:consultation|procedure|appel d'offres|mise en concurrence)(?: [a-z'-]+){0,6} (?:lancee?|(?<!appel d'offres )ouverte?|engagee?)`,
  ],
  [
    'publication',
    fr`(?:publication|parution|mise en ligne|diffusion) (?:de l'avis|du present avis|de l'annonce|de la (?:presente )?consultation|du (?:present )?(?:marche|dossier|dce|reglement)|de l'aapc|au boamp|au joue|au jal|sur (?:le|la|son) (?:profil|plateforme))(?! (?:de preinformation|d'attribution))(?: [a-z'-]+){0,6}|date de (?:publication|parution|mise en ligne)|(?:avis|annonce|dce|dossier|consultation|marche)(?! (?:de preinformation|d'attribution|rectificatif))(?: [a-z'",()-]+){0,10} (?:publiee?|parue?|mise? en ligne|diffusee?)|publie (?:un |son |l'|le present )avis(?: [a-z'-]+){0,12}`,
  ],
  [
    'autre',
    fr`questions?|renseignements?|visites?|preinformation|ouverture des (?:plis|offres|candidatures)|seances?|commission|negociations?|auditions?|notification|demarrage|execution|debut d[eu]|commencement|echantillons?|maquettes?|prototypes?|reunions?|rectificatif|attribution|demandes? (?:de(?! participation)|d'|ecrites?)|modifications?|modifie[es]*|loi|decret|arrete (?:du|ministeriel)|ordonnance|directive|reglement \(?(?:ue|n)|version|depuis|fin (?:du|de)|delai de validite|jury|invites?|selection des|reponses? aux (?:questions|demandes|interrogations)|reponses? (?:de |du |d')(?:la |l')?(?:caisse|acheteur|pouvoir|agence|commune|collectivite|etablissement|departement|region|metropole|universite|ville|syndicat|centre|hopital|maitre d'ouvrage|personne publique|organisme|administration)|choix|signature|livraison|mise en service|rentree|fait a|demonstrations?|presentations? orales?|dernieres? reponses?|deliberation|convention|emission|emise?|edition|mise?s? a jour`,
  ],
];
/** Labels that may follow the date. */
const AFTER: readonly (readonly [OffresDateKind | 'autre', RegExp])[] = [
  ['autre', fr`maintenance|indisponib[a-z]+|interruption`],
  // « 22 mars 2027 à midi, la plateforme se ferme », « … aucun pli n'est plus recevable »
  [
    'offres',
    fr`(?:la |le |les |l')?(?:${COUNTER}|(?:${REMISE}) des (?:${OFFRES}))(?: [a-z'-]+){0,4} ${ENDS}|(?:aucune?|nulle?) (?:${OFFRES}) (?:n'|ne )(?:[a-z]+ ){0,3}(?:recevable|accept|admis|reçu|pris)[a-z]*`,
  ],
  [
    'offres',
    fr`(?:pour (?:remettre|deposer|transmettre|adresser|envoyer|presenter|televerser|charger|faire parvenir)|(?:${LIMITE})(?:de )?(?:${REMISE})) (?:[a-z'-]+ ){0,4}(?:${OFFRES})`,
  ],
  [
    'candidatures',
    fr`(?:pour (?:remettre|deposer|transmettre|adresser|envoyer|presenter|televerser|charger|faire parvenir)|(?:${LIMITE})(?:de )?(?:${REMISE})) (?:[a-z'-]+ ){0,4}(?:${CANDIDATURE})`,
  ],
];
/** « la consultation est ouverte du … au … » */
/** « … parviennent le 5 mars 2027 au plus tard » */
const BY_THEN = /^ ?,? ?(?:au plus tard|dernier delai|delai de rigueur|terme de rigueur|inclus)/;
const HANDED = [
  ['candidatures', fr`(?:${CANDIDATURE})(?! et )(?: [a-z'",()-]+){0,12} (?:${REMIS})`],
  ['offres', fr`(?:${OFFRES})(?: [a-z'",()-]+){0,12} (?:${REMIS})`],
] as const;
/** « … est reportée au », « … est reporté du 5 mars 2027 au », the date left out. */
const POSTPONED = /(?:report|prorog|repouss|decal)ee?s? (?:du )? ?(?:jusqu')?au $/;
const OPEN_FROM = fr`(?:consultation|depot|remise|plateforme|reception) (?:[a-z'-]+ ){0,8}(?:ouverte?|possible|lancee?|se deroule|court) ?(?:[a-z'-]+ ){0,4}du`;
const OPENS = new RegExp(`(?:${OPEN_FROM.source}) $`);
/** Titles and labels that say by themselves what the date under them is. */
const TITLE: readonly (readonly [OffresDateKind, RegExp])[] = [
  ['candidatures', fr`(?:${LIMITE}|^ ?)(?:de )?(?:${REMISE}) (?:[a-z']+ )?(?:${CANDIDATURE})(?! et )`],
  ['offres', fr`(?:${REMISE}) (?:[a-z']+ ){0,2}(?:${OFFRES})|(?:${OFFRES})`],
  ['candidatures', fr`${CANDIDATURE}`],
];
const PRONOUN = fr`(?:elles?|ils?|celle-ci|celles-ci|ceux-ci|celui-ci) (?:[a-z]+ ){0,3}(?:${REMIS})`;
/** What a deadline under a title is for: « Les attestations datent du 5 mars 2027 au plus tard » is another matter. */
const HANDING = fr`${REMIS}|${REMISE}|date limite|heures? limites?|echeance|cloture`;
const DEADLINE_WORDS = fr`date limite|dates? et heures? limites?|heure limite|echeance|au plus tard|avant le|cloture`;

/** « du lot 2 », « (lots 1 et 3) », « relatives au lot n° 2 »: says for whom, and stands in the way of what is handed in. */
const OF_LOTS =
  / ?\(?(?:(?:du|des|de|pour les?|(?:relati(?:f|ve)|afferente?|propre|concernant|correspondant)[a-z]* (?:(?:aux?|le|les) )?) ?)?lots? (?:n ?°s? ?)?\d{1,2}(?:(?: ?,| et| ou| a| -)(?: (?:du |le |au )?(?:lot )?(?:n ?° ?)?)?\d{1,2})*\)?,?(?![a-z0-9])/g;
const LOTS_BESIDE = new RegExp(`^,?(?:${OF_LOTS.source})`);
/** « et celles du lot 2 avant le »: as the date before it, for another lot. */
const SAME = new RegExp(`^(?:[ ,;]*(?:et|puis|celles?|ceux|les offres|les plis))*${LINK}`);

interface DateRead {
  readonly item: DateItem;
  /** Numbers of the lots that the sentence says it is for. */
  readonly lots: readonly string[];
  /** Undefined where only the context may tell. */
  readonly kind: OffresDateKind | 'autre' | undefined;
  readonly limit: boolean;
  readonly alone: boolean;
}

const nearest = (words: string, labels: typeof LABELS): OffresDateKind | 'autre' | undefined => {
  let best: { kind: OffresDateKind | 'autre'; to: number } | undefined;
  for (const [kind, pattern] of labels)
    for (const { to } of findAll(words, pattern)) if (!best || to > best.to) best = { kind, to };
  return best?.kind;
};

/** The words after a date that may say for which lots it is; none where those before it do. */
function lotsAfter(before: string, after: string, isOnly: boolean): string {
  if (lotsNamed(before).length > 0) return '';
  return isOnly ? after : (LOTS_BESIDE.exec(after)?.[0] ?? '');
}

/** The dates of a sentence with what stands around each. */
const read = (phrase: Phrase): DateRead[] | undefined => {
  if (!phrase.has(DATE_FIGURES)) return undefined;
  const { folded } = phrase;
  const items = dates(folded);
  const out: DateRead[] = [];
  let start = 0;
  let earlier = '';
  for (const [i, item] of items.entries()) {
    const near = folded.slice(start, item.from);
    const rest = folded.slice(item.to, items[i + 1]?.from);
    const beside = lotsAfter(near, rest, items.length === 1);
    start = item.to + beside.length;
    const lots = [near, beside, folded.slice(0, item.from)].map(lotsNamed).find((l) => l.length > 0) ?? [];
    const before = near.replace(OF_LOTS, '');
    const role = roleOf(before, rest.replace(OF_LOTS, ''), has(folded, OPEN_FROM), items.length === 1);
    const last = out[out.length - 1];
    const same = (before !== near || beside !== '') && SAME.test(before);
    // The new day takes the place of the one put off.
    if (last && POSTPONED.test(earlier + before)) out[out.length - 1] = { ...last, item };
    else out.push({ item, lots, ...role, ...(same && last && { kind: last.kind }) });
    earlier = before;
  }
  return out;
};

/** The way of handing in, behind the day and hour of a deadline. */
const WAY =
  /[ ,(-]+(?:(?:uniquement|exclusivement) )?(?:par (?:la )?voie (?:electronique|dematerialisee)|sur (?:le|la|son|notre) (?:profil d'acheteur|plate-?forme)(?: (?:de dematerialisation|des achats|plateforme))?|en ligne|(?:au|pour le) (?:journal officiel(?: de l'union(?: europeenne)?)?|joue|boamp)|sous (?:forme|format) (?:electronique|dematerialisee?))(?: (?:uniquement|exclusivement))?[ .;)]*$/;

/** « La ville lance le 3 mars 2027 un appel d'offres ouvert » */
const LAUNCHES = /(?<![a-z'])(?:lance|engage|ouvre|publie)(?:nt|ra|ront)?,? (?:le )?$/;
const LAUNCHED = fr`(?:un|une|la|son|sa|ce|cette|l'|le) ?(?:présente? )?(?:appel d'offres|consultation|procédure|mise en concurrence|dialogue compétitif|marché)`;

const BEFORE_IT = /^,? (?:soit |c'est-a-dire )?[a-z0-9-]+ (?:jours?|semaines?|mois)(?: [a-z]+)? avant /;
/** « à compter du 1er octobre 2018, les offres sont transmises en ligne »: from then on, and no last day. */
const sinceThen = (before: string): 'autre' | undefined =>
  /(?<![a-z])(?:a compter|a partir|depuis le|des le)(?: du)? $/.test(before) && DUE.test(before) ? 'autre' : undefined;
const DUE = new RegExp(`\\b(?:${OFFRES}|${CANDIDATURE})\\b`);

/** What the words on either side of a date say of it. `range`: a date before it may have opened a period. */
function roleOf(before: string, after: string, range: boolean, single: boolean): Omit<DateRead, 'item' | 'lots'> {
  // « 5 mars 2027 à 12 h, par voie électronique »: how says nothing of what.
  const alone =
    single &&
    /^(?:le |au |a |avant |au plus tard |jusqu'au |h|heures?|de paris|[^a-z])*$/.test(before + after.replace(WAY, ' '));
  // « Dès le 4 décembre, soit sept semaines avant la date limite »: how long before it.
  if (BEFORE_IT.test(after)) return { kind: undefined, limit: false, alone: false };
  if (LAUNCHES.test(before) && has(after, LAUNCHED)) return { kind: 'lancement', limit: false, alone };
  if (OPENS.test(before) && /^ au $/.test(after)) return { kind: 'lancement', limit: false, alone };
  if (range && /^ au $/.test(before)) return { kind: 'offres', limit: true, alone };
  const byThen = BY_THEN.test(after);
  const kind =
    sinceThen(before) ??
    nearest(before, LABELS) ??
    AFTER.find(([, p]) => has(after, p))?.[0] ??
    (byThen ? HANDED.find(([, p]) => has(before, p))?.[0] : undefined);
  return { kind, limit: byThen || has(before, DEADLINE_WORDS), alone };
}

/** « Avant-projet », « Projet », in a calendar: a phase of the works that are designed, and no bid. */
const DESIGN_PHASE =
  /^[^a-z]*(?:avant-?projets?|projet)(?: (?:sommaire|definitif|detaille|technique))*(?: \([a-z]{2,4}\))?[^a-z]*$/;

const byTitle = (words: string): OffresDateKind | 'autre' | undefined => {
  if (DESIGN_PHASE.test(words)) return undefined;
  // « Date limite de réception des offres » as a whole label, before the looser titles.
  const label = nearest(words, LABELS);
  if (label) return label;
  return TITLE.find(([, p]) => has(words, p))?.[0];
};

/** The label of a date that stands alone: its row, its list's or item's head, the title above. */
function contextOf(passage: Passage): string[] {
  const { table } = passage;
  if (table) {
    const row = table.rowOf(passage);
    // The day first, and what it is for beside it.
    const label = row?.cells[0] === passage && row.index > 0 ? row.cells[1] : row?.cells[0];
    const others = [label, table.headerOf(passage)].filter((p) => p !== passage);
    return others.flatMap((p) => p?.folded ?? []);
  }
  const titles = passage.section.chain.map((s) => s.title).reverse();
  if (passage.list) return passage.lead ? [passage.lead.folded, ...titles] : titles;
  return [...labelAbove(passage), ...titles];
}

/** « Date limite de remise des offres », on a cover, over the day that stands alone under it. */
function labelAbove({ before }: Passage): readonly string[] {
  if (!before || before.cell || before.list) return [];
  const words = before.folded.trim();
  return words.length < 160 && !/[.;]$/.test(words) && !/\d{4}/.test(words) && has(words, HANDING) ? [words] : [];
}

/** « Date limite : 5 mars 2027 »: of what, its title alone may tell. */
const LIMIT_LABEL = /^[^a-z]*(?:clotures?|dates? (?:et heures? )?limites?|echeances?) ?: /;
/** « 4. Clôture », and under it « Elle est fixée au 5 mars 2027 » */
const TAKES_TITLE =
  /^[^a-z]*(?:elles?|ils?|celle-ci|celui-ci) (?:est|sont|sera|seront|a ete|ont ete|intervien|aura lieu|s'entend|tombe)/;
const CLOSING =
  /^[^a-z]*(?:la )?(?:clotures?|dates? (?:et heures? )?limites?|echeances?|heures? limites?|limites?|terme)[^a-z]*$/;
const ofOffers = (kind: DateRead['kind']): OffresDateKind | undefined => (kind === 'autre' ? undefined : kind);

/** `isRules`: in a règlement, a deadline that says no more is that of the offers. */
function kindOf({ kind, alone, limit }: DateRead, sentence: Sentence, isRules: boolean): OffresDateKind | undefined {
  if (kind) return ofOffers(kind);
  const { passage, previous, folded } = sentence;
  const bare = isRules && (LIMIT_LABEL.test(folded) || (!previous && TAKES_TITLE.test(folded)));
  if (!alone && !bare && !(limit && sentence.has(HANDING))) return undefined;
  const takenUp = previous && !passage.table && (alone || sentence.has(PRONOUN)) ? [previous.folded] : [];
  const above = [...takenUp, ...contextOf(passage).map((title) => `${title} `)];
  const said = above.map((words) => (CLOSING.test(words) ? undefined : byTitle(words))).find((found) => found);
  if (said) return ofOffers(said);
  const isClosing = isRules && above.some((words) => CLOSING.test(words));
  return isClosing || (bare && LIMIT_LABEL.test(folded)) ? 'offres' : undefined;
}

const FINALES = fr`offres? (?:[a-z]+ )?finales?`;
/** « Heure limite : 12 h », on the line or in the row under that of the day. */
const HOUR_LABEL =
  /^[^a-z]*heures?(?: (?:limites?|butoirs?))?(?: de (?:remise|depot|reception)(?: des (?:offres|plis))?)? ?:? ?(?=\d|midi|minuit)/;
function hourBelow({ next, passage }: Sentence): DateItem['time'] {
  const { table, after } = passage;
  const row = table?.rowOf(passage);
  const below = table?.rows.find(({ index }) => index - 1 === row?.index);
  const words = row ? below?.cells.map((c) => c.folded.trim()).join(' ') : (next ?? after)?.folded;
  return words && HOUR_LABEL.test(words) ? hourIn(words) : undefined;
}

/** What a day that is surely heard to be so is to the procedure. */
const HEARD: Readonly<Record<DateRole, OffresDateKind | undefined>> = {
  offres: 'offres',
  candidatures: 'candidatures',
  avis: 'lancement',
  invitation: 'invitation',
  autre: undefined,
};

/** « Fin | 31 décembre 2030, 24 heures »: of the contract. */
const OF_TERM =
  /^[^a-z]*(?:dates? (?:de |d'))?(?:fin|terme|(?:prise d')?effet|debut)(?: (?:du|de l'|de la) ?(?:marche|contrat|accord-cadre|garantie)s?)?[^a-z]*$/;

/** « Il expire de plein droit le 31 mars 2031 à minuit » */
const ENDS_CONTRACT =
  /(?<![a-z])(?:expire(?:nt|ra|ront)?|(?:cesse|prend)(?:nt|ra|ront)? (?:ses? |leurs? )?effets?|arrive(?:nt|ra|ront)? a (?:son |leur )?(?:terme|echeance))(?![a-z])/;

/** What the sense of its sentence surely says that a day is to the procedure; undefined where it does not. */
function heardAs({ item }: DateRead, sentence: Sentence): OffresDateKind | undefined {
  if (sentence.passage.rowLabel && OF_TERM.test(sentence.passage.rowLabel.folded)) return undefined;
  if (ENDS_CONTRACT.test(sentence.folded)) return undefined;
  const heard = datesIn(sentence).find(({ from }) => from === item.from);
  return heard?.surety === 'sure' ? HEARD[heard.role] : undefined;
}

/** The days of the procedure that a piece writes, in order. */
export function readDates(piece: Piece): OffresDate[] {
  const isRules = piece.kind === 'rc';
  return piece.draft.collect(read).flatMap(({ value, sentence }) =>
    value.flatMap((found): OffresDate[] => {
      const told = kindOf(found, sentence, isRules);
      // Words that say that it is something else stand.
      const kind = told ?? (found.kind ? undefined : heardAs(found, sentence));
      if (!kind) return [];
      const isHeard = told === undefined;
      const { table } = sentence.passage;
      const label = table?.rowOf(sentence.passage)?.cells[0]?.folded ?? '';
      const head = table?.headerOf(sentence.passage)?.folded ?? '';
      return [
        {
          kind,
          date: { ...found.item, time: found.item.time ?? hourBelow(sentence) },
          iso: found.item.iso,
          finale: [sentence.folded, label].some((w) => has(w, FINALES)),
          lots:
            [found.lots, lotsNamed(label), rowLots(sentence.passage), lotsNamed(head)].find((l) => l.length > 0) ?? [],
          at: sentence.at(found.item),
          sentence,
          isHeard,
        },
      ];
    }),
  );
}
