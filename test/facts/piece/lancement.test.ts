import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';

/** The day that the cover of a règlement gives. */
const day = (line: string) =>
  openConsultation(
    [
      {
        path: 'rc.md',
        text: `RÈGLEMENT DE LA CONSULTATION\n\nFourniture de bancs\n\n${line}\n\n1. OBJET\n\nDes bancs.\n`,
      },
    ],
    {
      date: '2026-12-01',
    },
  ).pieces[0]?.knownDate;

describe('the day of a consultation, on its cover or at the foot of its first page', () => {
  const CASES: readonly (readonly [line: string, day: string | undefined])[] = [
    ['Mars 2025', '2025-03-01'],
    ['Version 1.2 – 12 mars 2025', '2025-03-12'],
    ['V3 – 12/03/2025', '2025-03-12'],
    ['LOT 4 - DCE C - 12 Mars 2025', '2025-03-12'],
    ['DOSSIER PRO/DCE – INDICE B – MARS 2025', '2025-03-01'],
    ['3\nVille de Redon – Consultation mars 2025', '2025-03-01'],
    ['Date de la consultation : mars 2025', '2025-03-01'],
    ['Rév. 2 du 12/03/2025', '2025-03-12'],
    ['Date limite de réception des offres :\n\n12 mars 2025', undefined],
    ['Date limite de remise des offres de la consultation : 12 mars 2025', undefined],
    ['Fin de la consultation : mars 2025', undefined],
    ['Relance de la consultation de mars 2025', undefined],
    ['CCAG-FCS – version du 30 mars 2021', undefined],
    ['Modèle de lettre, version du 1er avril 2019', undefined],
    ['Marché en cours du 12 mars 2022 au 11 mars 2025', undefined],
  ];
  for (const [line, expected] of CASES) it(line.replace(/\n+/g, ' ⏎ '), () => assert.equal(day(line), expected));
});
