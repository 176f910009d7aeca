import { type OffresDate, offres } from '../facts/offres/index.ts';
import { wrongDates } from '../facts/redaction/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { overlaps, type Span } from '../kit/span.ts';

/** The deadlines of a piece that are before the day of the consultation, in order. */
function past(piece: Piece): OffresDate[] {
  const { limites, limitesCandidatures } = piece.ask(offres);
  // Where nothing says when, a day that only the sense of its sentence tells proves little.
  const isTold = ({ isHeard }: OffresDate) => !isHeard || piece.knownDate !== undefined;
  return [...limites, ...limitesCandidatures]
    .filter((day) => day.iso !== undefined && day.iso < piece.date && isTold(day))
    .sort((a, b) => a.at.start - b.at.start);
}

const day = (iso: string) => iso.split('-').reverse().join('/');

export default defineRule({
  id: 'redaction/date-passee',
  title: 'Date dépassée ou impossible',
  level: 'warning',
  pieces: '*',
  why: `Une date limite déjà passée, ou un jour qui n'existe pas, oblige à rectifier le dossier en cours de consultation et à reporter la remise des
offres. Une date limite ambiguë profite au candidat arrivé en retard.`,
  sources: [ccp('R2151-1'), ccp('R2151-5')],
  messages: {
    passee:
      'Cette date limite est antérieure à la date de la consultation ({jour}).\nPersonne ne pourrait remettre d’offre. Fixer une date à venir.',
    inconnue:
      'Cette date limite est passée au {jour}.\nRien ne dit quand la consultation est lancée. Si elle ne l’est pas, fixer une date à venir ; si elle l’est, écrire ce jour (« date » de l’en-tête) : son droit s’appliquera.',
    impossible: 'Cette date n’existe pas au calendrier.\nÉcrire le jour voulu.',
    jour: 'Le {date} est un {reel}, non un {ecrit}.\nCorriger le jour ou la date.',
  },
  examples: {
    bad: [
      {
        text: 'Date limite de réception des offres : ⟦lundi 15 juin 2026 à 12 heures⟧.',
        head: { date: '2026-09-01' },
      },
      { text: 'Les candidatures sont reçues au plus tard le ⟦4 janvier 2027⟧.', head: { date: '2027-02-01' } },
      // Nothing says when: it is said once.
      'Les offres sont remises avant le ⟦5 mars 2024 à 12 heures⟧.\n\nLes offres finales sont remises avant le 5 avril 2024 à 12 heures.',
      { text: 'Le prototype est livré le ⟦31 février 2027⟧.' },
      { text: 'La visite a lieu le ⟦jeudi 12 mars 2027⟧.' },
      { text: 'Les offres sont remises avant le ⟦30/02/2027 à 16h00⟧.' },
    ],
    good: [
      {
        text: 'Date limite de réception des offres : vendredi 26 février 2027 à 12 heures.',
        head: { date: '2027-01-15' },
      },
      {
        text: "Date d'envoi de l'avis à la publication : 4 mai 2026.\n\nDate limite de réception des offres : lundi 15 juin 2026 à 12 heures.",
      },
      { text: "## Remise des offres\n\nDate d'émission : 4 mai 2026.", head: { date: '2026-09-01' } },
      { text: "L'avis de préinformation a été publié le 3 mars 2026.", head: { date: '2027-01-15' } },
      { text: 'Le marché en cours prend fin le 31 mars 2026.', head: { date: '2027-01-15' } },
      'La visite a lieu le vendredi 12 mars 2027.',
      'Le dossier porte le numéro 99/13/2027.',
      'Les samedi et dimanche 12 mars sont chômés.',
    ],
    limits: ['La visite a lieu le jeudi 12 mars.'],
  },
  *check(piece: Piece): Iterable<Report<'passee' | 'inconnue' | 'impossible' | 'jour'>> {
    const seen: Span[] = [];
    for (const { value, sentence } of wrongDates(piece))
      for (const d of value) {
        const at = sentence.at(d);
        seen.push(at);
        if (d.problem === 'impossible' || !d.iso) yield { at, message: 'impossible' };
        else
          yield {
            at,
            message: 'jour',
            data: { date: day(d.iso), reel: d.actualWeekday ?? '', ecrit: d.weekday ?? '' },
          };
      }
    const late = past(piece).filter(({ at }) => !seen.some((s) => overlaps(s, at)));
    const data = { jour: day(piece.date) };
    if (piece.knownDate !== undefined) for (const { at } of late) yield { at, message: 'passee', data };
    else if (late[0] && piece.consultation.pieces.find((p) => past(p).length > 0) === piece)
      yield { at: late[0].at, message: 'inconnue', data };
  },
});
