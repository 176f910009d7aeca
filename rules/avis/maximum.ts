import { type AccordCadreMaximum, accordCadre, netOfWhole } from '../facts/accord-cadre/index.ts';
import {
  type Avis,
  avisDe,
  avisExemple,
  type Dit,
  ditesDans,
  ditParLot,
  ecartsDe,
  placesDe,
} from '../facts/avis/index.ts';
import { compare, type Decimal, decimal, inFrench, plus, ZERO } from '../kit/decimal.ts';
import type { Piece, PieceKind } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const avisAvec = (...maximums: number[]) => ({
  'avis.xml': avisExemple({ lots: maximums.map((maximum) => ({ maximum })) }),
});
const MAXIMUM = '## Forme du marché\n\nLe marché est un accord-cadre à bons de commande, ';

/** The maximums of the notice that a maximum of a piece is to be found among. */
function meant({ lots }: AccordCadreMaximum, { notice }: Avis): readonly Dit<Decimal>[] {
  const own = ditParLot({ notice } as Avis, (lot) => lot.maximum);
  if (lots.length > 0) return own.filter((d) => lots.includes(d.lot));
  const { maximum } = notice;
  const whole = maximum ? [{ lot: '', ...maximum }] : [];
  // The whole is the sum of the lots where each has its own.
  const complete = own.length > 1 && own.length === notice.lots.length;
  const sum = own.reduce((t, d) => plus(t, d.value), ZERO);
  const total =
    complete && own[0] ? [{ lot: '', value: sum, shown: `${inFrench(sum)} € (somme des lots)`, at: own[0].at }] : [];
  return [...whole, ...total, ...(notice.lots.length <= 1 ? own : [])];
}

/** A maximum of a piece as the notice may give it; nothing where they are not of the same thing. */
function parole(maximum: AccordCadreMaximum, avis: Avis) {
  const net = netOfWhole(maximum);
  const ours = net === undefined ? undefined : decimal(net);
  if (!ours) return [];
  const dits = meant(maximum, avis);
  const isSame = dits.some((d) => compare(d.value, ours) === 0);
  return [{ ...maximum, shown: `${inFrench(ours)} €`, dits, agrees: () => isSame }];
}

/** The pieces that may say it, the one that rules first. */
const KINDS: readonly PieceKind[] = ['rc', 'ae', 'ccap', 'cctp'];

export default defineRule({
  id: 'avis/maximum',
  title: 'Maximum de l’accord-cadre différent dans l’avis publié',
  level: 'error',
  pieces: KINDS,
  dossier: true,
  why: 'Le maximum publié borne l’accord-cadre : une fois atteint, il prend fin. Une pièce qui en donne un plus élevé laisse commander au-delà de ce qui a été mis en concurrence.',
  sources: [ccp('R2162-4'), ccp('R2121-8'), ccp('R2131-17')],
  messages: {
    differs:
      'L’avis publié donne un autre maximum de l’accord-cadre.\nIci {ours}, dans l’avis {theirs} : les commandes seraient bornées à deux montants. Reprendre celui de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      // What is of a year stands beside the whole.
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ de 480 000 € HT pour toute sa durée, ce qui représente 120 000 € HT par an.`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ annuel de 120 000 € HT, soit 480 000 € HT sur la durée totale.`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ de 480 000 € TTC, soit 400 000 € HT.`,
        files: avisAvec(480000),
      },
      {
        text: '## Maximum\n\nAccord-cadre à bons de commande.\n\n| Lot | Maximum HT |\n|---|---|\n| 1 | ⟦Maximum⟧ : 500 000 € HT |\n| 2 | Maximum : 200 000 € HT |',
        files: avisAvec(400000, 200000),
      },
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ de 250 000 € HT.\n\nLe précédent accord-cadre, passé en 2022, avait un maximum de 400 000 € HT.`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ de 500 000 € HT, reconductions comprises.`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un ⟦maximum⟧ de 500 000 € HT.`,
        files: avisAvec(400000, 200000),
      },
    ],
    good: [
      // A length of time bounds no orders.
      {
        text: `${MAXIMUM}avec un maximum.\n\n| Lot | Période initiale | Durée maximale |\n|---|---|---|\n| 1 | 1 an | 4 ans |`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un maximum.\n\n| Lot | Reconductions au plus | Nombre maximum de reconductions |\n|---|---|---|\n| 1 | Trois | 3 |`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un maximum.\n\n| Lot | Maximum |\n|---|---|\n| 1 | Sur 4 ans |`,
        files: avisAvec(400000),
      },
      {
        text: `${MAXIMUM}avec un maximum de 400 000 € HT pour toute sa durée, ce qui représente 100 000 € HT par an.`,
        files: avisAvec(400000),
      },
      // Of a year, as the head of its column says.
      {
        text: `${MAXIMUM}avec un maximum.\n\n| Lot | Maximum annuel HT |\n|---|---|\n| 1 | 100 000 € |`,
        files: avisAvec(400000),
      },
      { text: `${MAXIMUM}avec un maximum de 480 000 € TTC, soit 400 000 € HT.`, files: avisAvec(400000) },
      {
        text: `${MAXIMUM}avec un maximum de 400 000 € HT.\n\nLe précédent accord-cadre, passé en 2022, avait un maximum de 250 000 € HT.`,
        files: avisAvec(400000),
      },
      { text: `${MAXIMUM}avec un maximum de 400 000 € HT.`, files: avisAvec(400000) },
      { text: `${MAXIMUM}avec un maximum de 600 000 € HT.`, files: avisAvec(400000, 200000) },
      { text: `${MAXIMUM}avec un maximum de 100 000 € HT par an.`, files: avisAvec(400000) },
      { text: `${MAXIMUM}avec un maximum de 480 000 € TTC.`, files: avisAvec(400000) },
      { text: `${MAXIMUM}avec un maximum de 500 000 € HT.`, files: { 'avis.xml': avisExemple({ lots: [{}] }) } },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const read = (p: Piece) => p.ask(accordCadre).maximums.flatMap((maximum) => parole(maximum, avis));
    const matter = { kinds: KINDS, read, entrePieces: false };
    for (const ecart of ecartsDe(
      piece,
      matter,
      ditParLot(avis, (lot) => lot.maximum),
    )) {
      const { at, shown, doubt } = ecart.ici;
      yield {
        at,
        message: 'differs',
        data: { ours: shown, theirs: ditesDans(ecart.dits, 0) },
        related: placesDe(avis, ecart),
        doubt,
      };
    }
  },
});
