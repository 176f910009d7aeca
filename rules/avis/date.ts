import {
  avisDe,
  avisExemple,
  type Dit,
  ditesDans,
  ditParLot,
  ecartsDe,
  editsComme,
  heureDite,
  heuresLocales,
  placesDe,
} from '../facts/avis/index.ts';
import { wordsAt } from '../facts/commun/index.ts';
import { type OffresDate, offres } from '../facts/offres/index.ts';
import { weekdayOf } from '../kit/calendar.ts';
import type { Moment } from '../kit/notice.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LIMITE = '## Remise des offres\n\nLes offres sont remises au plus tard le ';
const avisAu = (...limites: string[]) => ({ 'avis.xml': avisExemple({ lots: limites.map((limite) => ({ limite })) }) });

/** Whether the notice may say the same day, and hour where both give one. */
function agreeing({ iso, date: { time } }: OffresDate): (dit: Dit<Moment>) => boolean {
  const clock = time && `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  return ({ value }) =>
    heuresLocales(value).some(({ day, hour }) => day === iso && (!hour || !clock || hour === clock));
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** A day and an hour written as the date that they replace is. */
function written(day: string, hour: string | undefined, { date }: OffresDate): string {
  const [year, month, date_] = day.split('-').map(Number) as [number, number, number];
  const weekday = date.weekday ? `${weekdayOf(day)} ` : '';
  const clock = date.time && hour ? ` à ${hour.replace(/^0/, '').replace(':', ' h ').replace(/ 00$/, ' 00')}` : '';
  return `${weekday}${date_ === 1 ? '1er' : date_} ${MONTHS[month - 1]} ${year}${clock}`;
}

/** A notice, and the one that puts its date off. */
const RECTIFIE = {
  ...avisAu('2027-03-05T12:00:00+01:00'),
  'rectificatif.xml': avisExemple({
    id: 'avis-2',
    modifie: 'avis-1-01',
    emis: '2027-02-01',
    lots: [{ limite: '2027-03-19T12:00:00+01:00' }],
  }),
};

export default defineRule({
  id: 'avis/date',
  title: 'Date limite différente dans l’avis publié',
  level: 'error',
  pieces: ['rc', 'reglement-concours'],
  dossier: true,
  why: 'L’avis publié et le règlement donnent chacun la date limite. Si elles diffèrent, un candidat qui suit l’une peut être éliminé par l’autre, et la procédure est exposée à l’annulation. L’heure de l’avis porte un fuseau : 12 h en temps universel est 13 h ou 14 h à Paris.',
  sources: [ccp('R2131-17'), ccp('R2151-1'), ccp('R2151-5')],
  messages: {
    offres:
      'L’avis publié donne une autre date limite de remise des offres.\nIci {ours}, dans l’avis {theirs} : un candidat peut se croire dans les temps et être éliminé. Écrire la date de l’avis qui compte, ou publier un avis rectificatif.',
    candidatures:
      'L’avis publié donne une autre date limite de remise des candidatures.\nIci {ours}, dans l’avis {theirs} : un candidat peut se croire dans les temps et être éliminé. Écrire la date de l’avis qui compte, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      // One lot of the notice is enough.
      {
        text: `${LIMITE}⟦5 mars 2027 à 12 h⟧.`,
        files: avisAu('2027-03-05T12:00:00+01:00', '2027-03-12T12:00:00+01:00'),
      },
      {
        text: '## Remise des offres\n\n| Lot | Date limite de remise des offres |\n|---|---|\n| 1 | 5 mars 2027 à 12 h 00 |\n| 2 | ⟦5 mars 2027 à 12 h 00⟧ |',
        files: avisAu('2027-03-05T12:00:00+01:00', '2027-03-12T12:00:00+01:00'),
        fixed: { gains: '| 2 | 12 mars 2027 à 12 h 00 |' },
      },
      {
        text: `${LIMITE}⟦vendredi 5 mars 2027 à 12 heures⟧.`,
        files: avisAu('2027-03-12T12:00:00+01:00'),
        fixed: `${LIMITE}vendredi 12 mars 2027 à 12 h 00.`,
      },
      {
        text: `${LIMITE}⟦5 mars 2027 à 12 h 00⟧.`,
        files: avisAu('2027-03-05T12:00:00Z'),
        fixed: `${LIMITE}5 mars 2027 à 13 h 00.`,
      },
      {
        text: `${LIMITE}⟦5 mars 2027⟧.`,
        files: RECTIFIE,
        fixed: `${LIMITE}19 mars 2027.`,
      },
      {
        text: '## Candidatures\n\nLa date limite de remise des candidatures est le ⟦5 mars 2027 à 12 heures⟧.',
        files: { 'avis.xml': avisExemple({ lots: [{ demandes: '2027-03-04T17:00:00+01:00' }] }) },
        fixed: { gains: 'candidatures est le 4 mars 2027 à 17 h 00.' },
      },
    ],
    good: [
      {
        text: '## Remise des offres\n\n| Lot | Date limite de remise des offres |\n|---|---|\n| 1 | 5 mars 2027 à 12 h 00 |\n| 2 | 12 mars 2027 à 12 h 00 |',
        files: avisAu('2027-03-05T12:00:00+01:00', '2027-03-12T12:00:00+01:00'),
      },
      {
        text: `${LIMITE}5 mars 2027 à 12 h, et pour le lot 2 au plus tard le 12 mars 2027 à 12 h.`,
        files: avisAu('2027-03-05T12:00:00+01:00', '2027-03-12T12:00:00+01:00'),
      },
      {
        text: '## Candidatures\n\nLa date limite de remise des candidatures est le 5 mars 2027 à 12 heures.',
        files: { 'avis.xml': avisExemple({ lots: [{ demandes: '2027-03-05T12:00:00+01:00' }] }) },
      },
      { text: `${LIMITE}5 mars 2027 à 12 heures.`, files: avisAu('2027-03-05T11:00:00Z') },
      { text: `${LIMITE}5 mars 2027.`, files: avisAu('2027-03-05T12:00:00+01:00') },
      { text: `${LIMITE}5 juillet 2027 à 12 h.`, files: avisAu('2027-07-05T12:00:00+02:00') },
      // A buyer in La Réunion writes its own hour.
      { text: `${LIMITE}5 mars 2027 à 12 heures.`, files: avisAu('2027-03-05T12:00:00+04:00') },
      { text: `${LIMITE}5 mars 2027 à 12 heures.`, files: { 'avis.xml': avisExemple({ lots: [{}] }) } },
      {
        text: `${LIMITE}19 mars 2027.`,
        files: RECTIFIE,
      },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const { deadline, lots } = avis.notice;
    const { limitesCandidatures } = piece.ask(offres);
    const whole = deadline ? [{ lot: '', ...deadline }] : [];
    const of = {
      offres: [...ditParLot(avis, (l) => l.offers), ...(limitesCandidatures.length === 0 ? whole : [])],
      candidatures: [...ditParLot(avis, (l) => l.requests), ...(limitesCandidatures.length > 0 ? whole : [])],
    };
    for (const [message, dates] of [
      ['offres', (p: Piece) => p.ask(offres).limites],
      ['candidatures', (p: Piece) => p.ask(offres).limitesCandidatures],
    ] as const) {
      const read = (p: Piece) => dates(p).flatMap((d) => (d.iso && !d.finale ? [{ ...d, agrees: agreeing(d) }] : []));
      for (const ecart of ecartsDe(
        piece,
        { kinds: ['rc', 'reglement-concours'], read, entrePieces: true },
        of[message],
      )) {
        const { ici, dits, seul } = ecart;
        const [local] = seul ? heuresLocales(seul.value) : [];
        const comme = (d: OffresDate) => local && written(local.day, local.hour, d);
        const text = comme(ici);
        yield {
          at: ici.at,
          message,
          data: {
            ours: `« ${wordsAt(piece.draft, ici.at)} »`,
            theirs: ditesDans(
              dits.map((d) => ({ ...d, shown: heureDite(d) })),
              lots.length,
            ),
          },
          related: placesDe(avis, ecart),
          ...(text && {
            fixes: [
              { title: `Écrire « ${text} », comme l’avis`, grade: 'review', edits: editsComme(ecart, comme) },
            ] as const,
          }),
        };
      }
    }
  },
});
