import { offres } from '../facts/offres.ts';
import { DATE_FIGURES, type DateItem, dates } from '../kit/french/dates.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { overlaps, type Span } from '../kit/span.ts';

/** Dates that no calendar has, or that have another day of the week. */
const wrong = (phrase: Phrase): DateItem[] =>
  phrase.has(DATE_FIGURES)
    ? dates(phrase.folded).filter((d) => d.problem && d.month >= 1 && d.month <= 12 && d.day <= 39)
    : [];

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
      "Cette date limite est antérieure à la date de la consultation ({jour}) : personne ne pourrait remettre d'offre. Fixer une date à venir.",
    impossible: "Cette date n'existe pas au calendrier : écrire le jour voulu.",
    jour: 'Le {date} est un {reel}, non un {ecrit} : corriger le jour ou la date.',
  },
  examples: {
    bad: [
      {
        text: 'Date limite de réception des offres : ⟦lundi 15 juin 2026 à 12 heures⟧.',
        head: { date: '2026-09-01' },
      },
      { text: 'Les candidatures sont reçues au plus tard le ⟦4 janvier 2027⟧.', head: { date: '2027-02-01' } },
      { text: 'Le prototype est livré le ⟦31 février 2027⟧.' },
      { text: 'La visite a lieu le ⟦jeudi 12 mars 2027⟧.' },
      { text: 'Les offres sont remises avant le ⟦30/02/2027 à 16h00⟧.' },
    ],
    good: [
      {
        text: 'Date limite de réception des offres : vendredi 26 février 2027 à 12 heures.',
        head: { date: '2027-01-15' },
      },
      { text: "L'avis de préinformation a été publié le 3 mars 2026.", head: { date: '2027-01-15' } },
      { text: 'Le marché en cours prend fin le 31 mars 2026.', head: { date: '2027-01-15' } },
      'La visite a lieu le vendredi 12 mars 2027.',
      'Le dossier porte le numéro 99/13/2027.',
      'Les samedi et dimanche 12 mars sont chômés.',
    ],
    limits: ['La visite a lieu le jeudi 12 mars.'],
  },
  *check(piece: Piece): Iterable<Report<'passee' | 'impossible' | 'jour'>> {
    const seen: Span[] = [];
    for (const { value, sentence } of piece.draft.collect(wrong))
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
    const { limites, limitesCandidatures } = piece.ask(offres);
    for (const { iso, at } of [...limites, ...limitesCandidatures])
      if (iso && iso < piece.date && !seen.some((s) => overlaps(s, at)))
        yield { at, message: 'passee', data: { jour: day(piece.date) } };
  },
});
