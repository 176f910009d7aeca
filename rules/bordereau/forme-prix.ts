import { lots } from '../facts/allotissement/index.ts';
import { type FormeDite, formesPrix, type Place, tableauxDe } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import { lotsDe } from '../facts/piece/index.ts';
import type { Consultation, Piece, PieceKind } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import type { Span } from '../kit/span.ts';

const BPU = 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n2;Taille;ml;\n';
const DPGF = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;Chaises;U;24;;\n';

type Forme = 'unitaires' | 'forfaitaire';
type Message = Forme | `${Forme}Lot` | 'pieces' | 'piecesLot';

/** What schedules are for; undefined where they are of both forms, or none stands there. */
function formOf(all: readonly Place[]): Forme | undefined {
  // Beside a table whose title says what it is, one without (provisions, an option) says nothing of the form.
  const told = all.filter(({ tableau }) => tableau.told);
  const places = told.length > 0 ? told : all;
  const lump = places.filter(({ tableau }) => tableau.kind === 'dpgf');
  if (lump.length === 0) return places.some(({ tableau }) => tableau.kind === 'bpu') ? 'unitaires' : undefined;
  return lump.length === places.length ? 'forfaitaire' : undefined;
}

/** True where schedules hold both forms. */
const isMixed = (all: readonly Place[]): boolean =>
  all.some(({ tableau }) => tableau.kind === 'dpgf') && all.some(({ tableau }) => tableau.kind !== 'dpgf');

/** The schedules of a lot, and those that are of none; all of them where no lot is given. */
const ofLot = (places: readonly Place[], lot: string | undefined): readonly Place[] =>
  places.filter(({ tableau }) => lot === undefined || tableau.lignes.some((l) => !l.lot || l.lot.id === lot));

/** The pieces that say how the contract is priced, the one that rules first. */
const KINDS: readonly PieceKind[] = ['ae', 'ccap', 'rc', 'cctp'];
/** Between drafts alone, the one that is taken for right where they are as many. */
const REFERENCE: readonly PieceKind[] = ['rc', 'ccap', 'ae', 'cctp'];

/** The form that some words give to the prices of a lot; undefined where they give several, or none. */
function onlyForm(all: readonly FormeDite[]): Forme | undefined {
  const [form, other] = new Set(all.map((f) => f.forme));
  return other === undefined && form !== 'mixtes' ? form : undefined;
}

/** What a piece says of the prices of a lot, or of the whole contract. */
interface Voix {
  readonly piece: Piece;
  readonly forme: Forme;
  readonly at: Span;
}

const isDivided = (consultation: Consultation): boolean =>
  consultation.pieces.some((p) => {
    const { announced, list } = p.ask(lots);
    return lotsDe(p).size > 0 || list !== undefined || announced.some((a) => a.value > 1);
  });

/** What each piece says of a lot, or of the whole contract; empty where one of them says that prices are mixed. */
function voicesOf(consultation: Consultation, lot: string | undefined): readonly Voix[] {
  const pieces = [...new Set(KINDS.flatMap((kind) => consultation.of(kind)))];
  const said = pieces.map((piece) => {
    const own = piece.ask(formesPrix).filter((f) => lot === undefined || f.lots.includes(lot));
    return { piece, own, whole: own.filter((f) => f.whole && f.lots.length === 0) };
  });
  const all = said.flatMap(({ own }) => own);
  if (all.some((f) => f.forme === 'mixtes')) return [];
  // What is said of a part of a contract is told from what is said of the whole where pieces differ.
  const ofWhole = lot === undefined && onlyForm(all) === undefined;
  if (ofWhole && isDivided(consultation)) return [];
  return said.flatMap(({ piece, own, whole }) => {
    const words = ofWhole ? whole : own;
    const forme = onlyForm(words);
    const [first] = words;
    return forme && first ? [{ piece, forme, at: first.at }] : [];
  });
}

/** The form that most of the pieces give; of two, that of the piece that is taken for right. */
function mostSaid(voices: readonly Voix[]): Forme | undefined {
  const of = (forme: Forme) => voices.filter((v) => v.forme === forme).length;
  const [unit, lump] = [of('unitaires'), of('forfaitaire')];
  if (unit === 0 || lump === 0) return undefined;
  if (unit !== lump) return unit > lump ? 'unitaires' : 'forfaitaire';
  const rank = ({ piece }: Voix) => REFERENCE.findIndex((kind) => piece.kinds.includes(kind));
  return [...voices].sort((a, b) => rank(a) - rank(b))[0]?.forme;
}

const headOf = ({ tableau }: Place): Span => [...tableau.columns.values()][0]?.at ?? { start: 0, end: 0 };

const againstSchedule = ({ forme }: Voix, lot: string | undefined, { piece }: Place) => ({
  message: lot === undefined ? forme : (`${forme}Lot` as const),
  data: { lot: lot ?? '', file: piece.path },
});

/** What says the other form: the schedule, or a draft. */
function counterparts(place: Place | undefined, right: Voix | undefined) {
  if (place) return [{ piece: place.piece, at: headOf(place), words: 'Cadre de prix' }];
  return right ? [{ ...right, words: 'Autre forme de prix' }] : [];
}

const againstDraft = ({ forme }: Voix, lot: string | undefined, right: Voix | undefined) => ({
  message: lot === undefined ? ('pieces' as const) : ('piecesLot' as const),
  data: {
    lot: lot ?? '',
    ours: NAMES[forme],
    theirs: right ? NAMES[right.forme] : '',
    where: right ? placeName(right.piece) : '',
  },
});

const NAMES: Readonly<Record<Forme, string>> = { unitaires: 'prix unitaires', forfaitaire: 'prix forfaitaire' };

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
    pieces:
      'Ici {ours}, mais {theirs} {where}.\nLe premier écart de quantité deviendrait un litige. Dire la même forme de prix dans toutes les pièces.',
    piecesLot:
      'Lot {lot} : ici {ours}, mais {theirs} {where}.\nLe premier écart de quantité deviendrait un litige. Dire la même forme de prix dans toutes les pièces.',
  },
  examples: {
    bad: [
      // Drafts that differ, whatever the schedules: the one that is alone, else that of the less weight.
      {
        head: { piece: 'rc' },
        text: '## Prix\n\nLe marché est conclu à prix unitaires.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Rémunération\n\n⟦Les prestations sont rémunérées par un prix global et forfaitaire.⟧',
        },
      },
      {
        head: { piece: 'rc' },
        text: '## Prix\n\n- Lot 1 : prix unitaires du bordereau.\n- Lot 2 : prix global et forfaitaire.',
        files: {
          'ccap.md': '# CCAP\n\n## Prix\n\nLes prestations du lot 1 sont réglées par application de prix unitaires.',
          'cctp.md': '# CCTP\n\n## Lot 1\n\n⟦Le titulaire est rémunéré par un forfait mensuel.⟧',
        },
      },
      // A line for each lot: the form is that of its own.
      {
        head: { piece: 'ccap' },
        text: '## Prix\n\nLes prestations du lot 2 sont réglées par application de prix unitaires.',
        files: {
          'ae.md':
            '# Acte d’engagement\n\nC. PRIX\n\n⟦Lot 1   Part de la ville, étape 1    ______ € HT\n        Part de la ville, étape 2    ______ € HT\nLot 2   Prix forfaitaire             ______ € HT⟧',
        },
      },
      // By a label, or under a title.
      { text: '- Objet : tonte\n- ⟦Nature des prix : forfaitaires⟧', files: { 'bpu.csv': BPU } },
      {
        head: { piece: 'rc' },
        text: '| Durée | Forme des prix |\n|---|---|\n| 2 ans | Unitaires |',
        files: { 'ccap.md': '# CCAP\n\n## 5. Prix\n\n⟦Prix global et forfaitaire.⟧' },
      },
      {
        head: { piece: 'ccap' },
        text: '## Prix\n\nLe marché est à prix unitaires, à l’exclusion de tout forfait.',
        files: { 'ae.md': '# Acte d’engagement\n\n⟦Je m’engage pour un prix global et forfaitaire de … € HT.⟧' },
      },
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
        head: { piece: 'ccap' },
        text: '## Prix\n\nLes fournitures du lot 1 sont réglées par application de prix unitaires.',
        files: {
          'ae.md':
            '# Acte d’engagement\n\nC. PRIX\n\nLot 1   Part de la ville, étape 1    ______ € HT\n        Part de la ville, étape 2    ______ € HT\nLot 2   Prix forfaitaire             ______ € HT',
        },
      },
      // A part of what is bought, and a word that denies.
      {
        text: '## Prix\n\nLe marché est conclu à prix unitaires.',
        files: { 'cctp.md': '# CCTP\n\n## Formation\n\nLa formation est rémunérée par un prix forfaitaire.' },
      },
      {
        text: '## Prix\n\nLe marché est conclu à prix unitaires.',
        files: { 'cctp.md': '# CCTP\n\n## Visites\n\nLe titulaire est payé au forfait pour la visite annuelle.' },
      },
      {
        text: '## Prix du lot 1\n\nLa rémunération du lot 1 est forfaitaire : aucun prix unitaire ne s’applique.',
        files: { 'dpgf lot 1.csv': DPGF, 'bpu lot 2.csv': BPU },
      },
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
    const all = tableauxDe(consultation);
    const met = new Set<number>();
    for (const lot of [undefined, ...new Set(piece.ask(formesPrix).flatMap((f) => f.lots))]) {
      const voices = voicesOf(consultation, lot);
      const places = ofLot(all, lot);
      const form = formOf(places) ?? (isMixed(places) ? undefined : mostSaid(voices));
      const alike = voices.filter((v) => form && v.forme !== form);
      const first = alike.find((v) => v.piece === piece);
      // One difference is told once, in the first piece that has it.
      if (!form || !first || alike[0] !== first || met.has(first.at.start)) continue;
      met.add(first.at.start);
      const others = alike.slice(1).map((v) => ({ ...v, words: 'Même forme de prix' }));
      const [place] = formOf(places) ? places : [];
      const right = voices.find((v) => v.forme === form);
      yield {
        at: first.at,
        ...(place ? againstSchedule(first, lot, place) : againstDraft(first, lot, right)),
        related: [...counterparts(place, right), ...others].map((r) => ({
          piece: r.piece,
          at: r.at,
          message: `${r.words} ${placeName(r.piece)}.`,
        })),
      };
    }
  },
});
