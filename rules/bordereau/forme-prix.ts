import { type FormeDite, formesPrix, type Place, tableauxDe } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import type { Piece, PieceKind } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const BPU = 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n2;Taille;ml;\n';
const DPGF = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;Chaises;U;24;;\n';

type Forme = 'unitaires' | 'forfaitaire';
type Message = Forme | `${Forme}Lot`;

/** What schedules are for; undefined where they are of both forms, or none stands there. */
function formOf(all: readonly Place[]): Forme | undefined {
  // Beside a table whose title says what it is, one without (provisions, an option) says nothing of the form.
  const told = all.filter(({ tableau }) => tableau.told);
  const places = told.length > 0 ? told : all;
  const lump = places.filter(({ tableau }) => tableau.kind === 'dpgf');
  if (lump.length === 0) return places.some(({ tableau }) => tableau.kind === 'bpu') ? 'unitaires' : undefined;
  return lump.length === places.length ? 'forfaitaire' : undefined;
}

/** The schedules of a lot, and those that are of none; all of them where no lot is given. */
const ofLot = (places: readonly Place[], lot: string | undefined): readonly Place[] =>
  places.filter(({ tableau }) => lot === undefined || tableau.lignes.some((l) => !l.lot || l.lot.id === lot));

/** The pieces that say how the contract is priced, the one that rules first. */
const KINDS: readonly PieceKind[] = ['ae', 'ccap', 'rc'];

/** The form that some words give to the prices of a lot; undefined where they give several, or none. */
function onlyForm(all: readonly FormeDite[]): Forme | undefined {
  const [form, other] = new Set(all.map((f) => f.forme));
  return other === undefined && form !== 'mixtes' ? form : undefined;
}

/** What the pieces of the contract say of their prices; of those of a lot alone where one is given. */
const saidIn = (pieces: readonly Piece[], lot: string | undefined): readonly FormeDite[] =>
  pieces.flatMap((p) => p.ask(formesPrix)).filter((f) => lot === undefined || f.lots.includes(lot));

/** The form that a piece gives to the prices of a lot, or of the whole contract where all pieces agree on it. */
function formSaid(piece: Piece, lot: string | undefined): Forme | undefined {
  const all = saidIn(piece.consultation.of(...KINDS), lot);
  if (lot === undefined) return onlyForm(all);
  return all.some((f) => f.forme === 'mixtes') ? undefined : onlyForm(saidIn([piece], lot));
}

export default defineRule<Message>({
  id: 'bordereau/forme-prix',
  title: 'Prix unitaires dans une pièce, prix forfaitaire dans une autre',
  level: 'warning',
  pieces: KINDS,
  dossier: true,
  why: 'À prix unitaires, on paie ce qui est exécuté ; à prix forfaitaire, la somme convenue quelles que soient les quantités. Si les pièces ne disent pas la même chose, le premier écart de quantité devient un litige.',
  sources: [ccp('R2112-6')],
  messages: {
    unitaires:
      'Prix unitaires ici, mais le seul cadre de prix décompose un prix forfaitaire.\nC’est {file}. Fournir un bordereau des prix unitaires, ou dire le prix forfaitaire.',
    unitairesLot:
      'Prix unitaires ici, mais le cadre de prix du lot {lot} décompose un prix forfaitaire.\nC’est {file}. Fournir un bordereau des prix unitaires, ou dire le prix forfaitaire.',
    forfaitaireLot:
      'Prix forfaitaire ici, mais le cadre de prix du lot {lot} est de prix unitaires.\nC’est {file}. Fournir une décomposition du prix, ou dire les prix unitaires.',
    forfaitaire:
      'Prix forfaitaire ici, mais le seul cadre de prix est un bordereau de prix unitaires.\nC’est {file}. Fournir une décomposition du prix, ou dire les prix unitaires.',
  },
  examples: {
    bad: [
      // Provisions of the buyer beside the breakdown say nothing of the form; one finding, where the contract says it.
      {
        head: { piece: 'ccap' },
        text: '## Prix\n\n- ⟦Lot 1 : prix unitaires appliqués aux quantités livrées.⟧\n- Lot 2 : prix unitaires du bordereau.',
        files: {
          'rc.md': '# RC\n\n## Prix\n\n- Lot 1 : les prix sont unitaires.\n- Lot 2 : les prix sont unitaires.',
          'BPU-DQE-DPGF.csv': `Lot 1 : décomposition du prix global et forfaitaire;;;;;\n${DPGF}`,
          'BPU-DQE-DPGF provisions.csv':
            'Lot 1 : provisions fixées par la ville;;;;\nN°;Désignation;Unité;Quantité;Prix unitaire HT\nP1;Pièces;U;1;300\n',
          'bpu lot 2.csv': BPU,
        },
      },
      { text: '## Prix\n\n⟦Le marché est conclu à prix unitaires.⟧', files: { 'dpgf.csv': DPGF } },
      {
        text: '## Prix\n\n⟦Les prestations sont rémunérées par un prix global et forfaitaire.⟧',
        files: { 'bpu.csv': BPU },
      },
      // Lot by lot, whatever the others are priced by.
      {
        text: '## Prix\n\n- ⟦Lot 1 : les fournitures sont réglées par application de prix unitaires.⟧\n- Lot 2 : prix unitaires du bordereau.',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
      {
        text: '# RC\n\n## Prix\n\n| Lot | Forme des prix |\n|---|---|\n| 1 | Prix global et forfaitaire |\n| 2 | ⟦Prix global et forfaitaire⟧ |',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
      {
        text: '## Prix\n\n⟦Le lot 1 est traité à prix unitaires, le lot 2 à prix global et forfaitaire.⟧',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
    ],
    good: [
      {
        text: '## Prix\n\nLe lot 1 est traité à prix global et forfaitaire, le lot 2 à prix unitaires.',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
      {
        text: '# RC\n\n## Prix\n\n| Lot | Forme des prix |\n|---|---|\n| 1 | Prix global et forfaitaire |\n| 2 | Prix unitaires |',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
      {
        text: '# RC\n\n## Prix\n\n- Lot 1 : prix mixtes, un forfait et des prix unitaires.\n- Lot 2 : les prix sont unitaires.',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
      { text: '## Prix\n\nLe marché est conclu à prix unitaires.', files: { 'bpu.csv': BPU } },
      {
        text: '## Prix\n\nLes prestations sont rémunérées par un prix global et forfaitaire.',
        files: { 'dpgf.csv': DPGF },
      },
      {
        text: '## Prix\n\nLe marché est à prix mixtes : une part forfaitaire et des prix unitaires.',
        files: { 'dpgf.csv': DPGF },
      },
      { text: '## Prix\n\nLe marché est conclu à prix unitaires.', files: { 'bpu.csv': BPU, 'dpgf.csv': DPGF } },
      { text: '## Pénalités\n\nUne pénalité forfaitaire de 100 € est appliquée.', files: { 'bpu.csv': BPU } },
    ],
    limits: [],
  },
  *check(piece): Generator<Report<Message>> {
    const { consultation } = piece;
    if (consultation.companions.length === 0) return;
    const all = tableauxDe(consultation);
    const own = piece.ask(formesPrix);
    const met = new Set<number>();
    for (const lot of [undefined, ...new Set(own.flatMap((f) => f.lots))]) {
      const places = ofLot(all, lot);
      const form = formOf(places);
      const said = form && formSaid(piece, lot);
      const first = own.find((f) => lot === undefined || f.lots.includes(lot));
      const [place] = places;
      if (!form || !said || said === form || !first || met.has(first.at.start) || !place) continue;
      met.add(first.at.start);
      // One difference with the schedule is told once, in the first piece that has it.
      const alike = KINDS.flatMap((kind) => consultation.of(kind)).filter((p) => formSaid(p, lot) === said);
      if (alike[0] !== piece) continue;
      yield {
        at: first.at,
        message: lot === undefined ? said : `${said}Lot`,
        data: { lot: lot ?? '', file: place.piece.path },
        related: [
          {
            piece: place.piece,
            at: [...place.tableau.columns.values()][0]?.at ?? { start: 0, end: 0 },
            message: `Cadre de prix ${placeName(place.piece)}.`,
          },
          ...alike.slice(1).flatMap((other) => {
            const same = saidIn([other], lot)[0];
            return same ? [{ piece: other, at: same.at, message: `Même forme de prix ${placeName(other)}.` }] : [];
          }),
        ],
      };
    }
  },
});
