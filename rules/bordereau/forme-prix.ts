import { formesPrix, type Place, tableauxDe } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import type { Consultation } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const BPU = 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n2;Taille;ml;\n';
const DPGF = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;Chaises;U;24;;\n';

type Message = 'unitaires' | 'forfaitaire';

/** What all the schedules of a consultation are for; undefined where they are of both forms, or none stands there. */
function formOf(places: readonly Place[]): 'unitaires' | 'forfaitaire' | undefined {
  const lump = places.filter(({ tableau }) => tableau.kind === 'dpgf');
  if (lump.length === 0) return places.some(({ tableau }) => tableau.kind === 'bpu') ? 'unitaires' : undefined;
  return lump.length === places.length ? 'forfaitaire' : undefined;
}

/** The only form that the pieces of the contract give to its prices. */
function saidIn(consultation: Consultation): Message | undefined {
  const all = new Set(consultation.of('ae', 'ccap', 'rc').flatMap((p) => p.ask(formesPrix).map((f) => f.forme)));
  const [form] = all;
  return all.size === 1 && form !== 'mixtes' ? form : undefined;
}

export default defineRule<Message>({
  id: 'bordereau/forme-prix',
  title: 'Prix unitaires dans une pièce, prix forfaitaire dans une autre',
  level: 'warning',
  pieces: ['ae', 'ccap', 'rc'],
  dossier: true,
  why: 'À prix unitaires, on paie ce qui est exécuté ; à prix forfaitaire, la somme convenue quelles que soient les quantités. Si les pièces ne disent pas la même chose, le premier écart de quantité devient un litige.',
  sources: [ccp('R2112-6')],
  messages: {
    unitaires:
      'Prix unitaires ici, mais le seul cadre de prix décompose un prix forfaitaire.\nC’est {file}. Fournir un bordereau des prix unitaires, ou dire le prix forfaitaire.',
    forfaitaire:
      'Prix forfaitaire ici, mais le seul cadre de prix est un bordereau de prix unitaires.\nC’est {file}. Fournir une décomposition du prix, ou dire les prix unitaires.',
  },
  examples: {
    bad: [
      { text: '## Prix\n\n⟦Le marché est conclu à prix unitaires.⟧', files: { 'dpgf.csv': DPGF } },
      {
        text: '## Prix\n\n⟦Les prestations sont rémunérées par un prix global et forfaitaire.⟧',
        files: { 'bpu.csv': BPU },
      },
    ],
    good: [
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
    const places = tableauxDe(consultation);
    const form = formOf(places);
    const said = form && saidIn(consultation);
    const [first] = piece.ask(formesPrix);
    const [place] = places;
    if (!form || !said || said === form || !first || !place) return;
    yield {
      at: first.at,
      message: said,
      data: { file: place.piece.path },
      related: [
        {
          piece: place.piece,
          at: [...place.tableau.columns.values()][0]?.at ?? { start: 0, end: 0 },
          message: `Cadre de prix ${placeName(place.piece)}.`,
        },
      ],
    };
  },
});
