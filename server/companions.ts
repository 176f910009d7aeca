import { plain } from '../rules/kit/french/fold.ts';
import type { PieceData } from '../rules/kit/piece.ts';
import { MOST_ROWS } from '../rules/kit/workbook.ts';
import { LARGEST } from './core/decode.ts';
import { formOf } from './forms.ts';

/** What becomes of a file that may be a price schedule or a notice. */
export type Companion =
  | { readonly is: 'read'; readonly text: string; readonly data: PieceData }
  /** `why` and `remedy`: French sentences; `grave`: it is surely a piece, so that the check is not whole without it. */
  | { readonly is: 'refused'; readonly why: string; readonly remedy: string; readonly grave: boolean }
  | { readonly is: 'other' };

/** Names that say what a file is. */
const TOLD =
  /\b(?:bpu|dpgf|dqe|bordereaux?|decomposition|detail (?:quantitatif|estimatif)|devis quantitatif|avis|aapc|boamp|joue|eforms|notice|annonce)/;
/** True when the name of a file says that it is a schedule or a notice. */
export const isTold = (name: string): boolean =>
  TOLD.test(plain(name.split('/').pop() ?? '').replace(/[^a-z0-9]+/g, ' '));

/** More of them in a folder are no schedules: those beyond, by name, are read only when they are asked for. */
export const MOST_COMPANIONS = 40;
/** A list without a telling name is looked at only when it is no larger, in bytes. */
const LARGEST_UNTOLD = 1024 * 1024;

/** Whether a file is to be looked at though nobody names it. */
export function isLookedAt(name: string): boolean {
  const form = formOf(name);
  if (form === 'spreadsheet') return !/\.xls$/i.test(name) || isTold(name);
  return form === 'csv' || (form === 'notice' && (/\.xml$/i.test(name) || isTold(name)));
}

const DOWNLOAD = 'Télécharger l’avis au format XML (eForms).';
const NO_NOTICE: Companion = {
  is: 'refused',
  why: 'ce n’est pas un avis au format eForms, ni une annonce du BOAMP : il n’est comparé à rien.',
  remedy: DOWNLOAD,
  grave: false,
};

/** A notice as portals print it, in texts of no stable shape. */
const PRINTED = /(?:txt|html?|mht|pdf)$/;
const NOTICE =
  /\b(?:aapc|boamp|joue|eforms)\b|\bavis (?:d |de )?(?:marche|publicite|concession|concours|appel|rectificatif|initial|publie)|^[\d ]*avis[\d ]* [a-z]+$/;

/** Why the printed form of a notice is compared with nothing, and what to do; undefined for any other file. */
export function printedNotice(name: string): { readonly why: string; readonly remedy: string } | undefined {
  const words = plain(name.split('/').pop() ?? '').replace(/[^a-z0-9]+/g, ' ');
  return PRINTED.test(words) && NOTICE.test(words)
    ? { why: 'avis imprimé ou copié en texte, que DCE Lint ne lit pas : il n’est comparé à rien.', remedy: DOWNLOAD }
    : undefined;
}

/** What is not read of a schedule that has too many rows: why, and what to do, in French; undefined where all is. */
export const unreadOf = (data: PieceData): { readonly why: string; readonly remedy: string } | undefined =>
  data.form === 'classeur' && data.isCut
    ? {
        why: `les lignes qui suivent la ${MOST_ROWS.toLocaleString('fr-FR')}ᵉ ne sont pas lues.`,
        remedy: 'Partager ce fichier, ou en ôter ce que les candidats ne remplissent pas.',
      }
    : undefined;

/** Reads a file as a schedule or a notice. The readers are loaded when the first is met. */
export async function readAsCompanion(bytes: Uint8Array, name: string): Promise<Companion> {
  const isTable = formOf(name) === 'spreadsheet';
  const grave = isTable || isTold(name);
  if (bytes.length > LARGEST)
    return {
      is: 'refused',
      why: 'fichier trop gros (plus de 8 Mo).',
      remedy: 'Le réduire à ce que les candidats remplissent, ou l’ôter du dossier.',
      grave,
    };
  if (bytes.length > LARGEST_UNTOLD && !grave) return { is: 'other' };
  const { readCompanion } = await import('../rules/formats/index.ts');
  const read = await readCompanion(bytes, name);
  if (!read) return isTold(name) ? NO_NOTICE : { is: 'other' };
  if (read.ok) return { is: 'read', text: read.text, data: read.data };
  return { is: 'refused', why: read.why, remedy: read.remedy, grave };
}
