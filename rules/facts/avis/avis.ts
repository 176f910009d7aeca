import type { Notice } from '../../kit/notice.ts';
import { type Consultation, defineFact, type Piece } from '../../kit/piece.ts';

/** The notice that counts, with its file. */
export interface Avis {
  readonly piece: Piece;
  readonly notice: Notice;
}

/** What a notice says, as `dce-lint facts` shows it: `piece.ask(avis)`. Undefined for any other piece. */
export const avis = defineFact<Notice | undefined>({
  id: 'avis',
  title: 'Avis de marché',
  read: ({ data }) => (data?.form === 'avis' ? data : undefined),
  show(notice, piece) {
    if (!notice) return undefined;
    const { procedure, accelerated, maximum, lots, lotsSubmitted, lotsAwarded, deadline, unpublished } = notice;
    return {
      format: notice.format,
      ...(avisDe(piece.consultation)?.piece !== piece && { sans_effet: 'un autre avis le remplace' }),
      ...(notice.changes && { modifie: notice.changes }),
      procedure: procedure?.shown ?? UNREAD,
      ...(accelerated && { acceleree: accelerated.shown }),
      ...(lotsSubmitted && { lots_a_soumissionner: lotsSubmitted.value }),
      ...(lotsAwarded && { lots_a_attribuer: lotsAwarded.value }),
      ...(deadline && { date_limite: deadline.shown }),
      ...(maximum && { maximum: maximum.shown }),
      lots: lots.map((lot) => ({
        lot: lot.number,
        intitule: lot.title?.value ?? UNREAD,
        date_limite: (lot.offers ?? lot.requests)?.shown ?? UNREAD,
        criteres:
          lot.criteria.length === 0
            ? UNREAD
            : lot.criteria.map(({ name, weight }) => `${name ?? UNREAD} : ${weight ? weight.value : UNREAD}`),
        variantes: lot.variants?.shown ?? UNREAD,
        duree: lot.duration?.shown ?? UNREAD,
        reconductions: lot.renewals?.shown ?? UNREAD,
        maximum: lot.maximum?.shown ?? UNREAD,
        validite: lot.validity?.shown ?? UNREAD,
        langues: lot.languages.length > 0 ? lot.languages.map((l) => l.value) : UNREAD,
      })),
      non_publie: unpublished,
      non_compare: NOT_COMPARED,
    };
  },
});

const UNREAD = 'non lu';

/** What a notice may say and no rule compares with the drafts: nobody is to believe that it was. */
const NOT_COMPARED: readonly string[] = [
  'descriptions et identifiants internes des lots (BT-24, BT-22)',
  'dates de début et de fin, hors le temps qui les sépare (BT-536, BT-537)',
  'valeur estimée (BT-27)',
  'technique d’achat et nombre de participants de l’accord-cadre (BT-765, BT-113)',
  'adresses des documents et du dépôt (BT-15, BT-615, BT-18)',
  'motifs d’exclusion et critères de sélection (BT-67, BT-747 à BT-750)',
  'facture, commande et paiement électroniques (BT-743, BT-92, BT-93)',
  'ouverture aux PME (BT-726)',
];

const noticesOf = (consultation: Consultation): Avis[] =>
  consultation.of('avis').flatMap((piece) => (piece.data?.form === 'avis' ? [{ piece, notice: piece.data }] : []));

/**
 * The notice that counts: of those that call for competition, the latest (a change replaces what it changes). Undefined when
 * there is none, or when notices of several procedures stand side by side.
 */
export function avisDe(consultation: Consultation): Avis | undefined {
  if (consultation.companions.length === 0) return undefined;
  const calls = noticesOf(consultation).filter(({ notice }) => notice.calls);
  const full = calls.filter(({ notice }) => notice.format === 'eForms');
  const all = full.length > 0 ? full : calls;
  const folders = new Set(all.map(({ notice }) => notice.folder ?? notice.id));
  if (folders.size > 1) return undefined;
  const changed = new Set(all.flatMap(({ notice }) => notice.changes?.replace(/-\d\d$/, '') ?? []));
  const live = all.filter(({ notice }) => notice.changes || !notice.id || !changed.has(notice.id));
  const last = (live.length > 0 ? live : all).toSorted((a, b) => (a.notice.issued < b.notice.issued ? -1 : 1));
  return last.at(-1);
}
