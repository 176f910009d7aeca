import { type Clause, clause, clauses, clauseText } from '../clauses/clauses.ts';
import { fieldOf, filled } from '../clauses/insertion.ts';
import { openConsultation } from '../consultation/open.ts';
import { enumerate } from '../facts/pi/index.ts';
import { clausesMarquees, type MarkedClause, type Point, pointsOf } from '../facts/redaction/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';
import { between, endOf, type Span, startOf, TOP } from '../kit/span.ts';

const EXCLUSIVE = `## Cession des droits\n\n<!-- clause: pi-cession-exclusive -->\n\n${clauseText('pi-cession-exclusive')}`;
const ROYALTY = `## Exploitation\n\n<!-- clause: pi-exploitation-commerciale -->\n\n${clauseText('pi-exploitation-commerciale')}`;
const marked = (text: string) => text.replace(/(Par dérogation[^:]*? :|L'acheteur peut exploiter[^:]* :)/, '⟦$1⟧');

export default defineRule({
  id: 'pi/clause-alteree',
  title: 'Clause de la bibliothèque modifiée sur un point protégé',
  level: 'info',
  pieces: ['ccap', 'cctp', 'ae', 'rc', 'reglement-concours'],
  why: `Une clause de la bibliothèque dit tout ce que la loi ou le CCAG demandent. La reformuler est sans risque ; en retirer un droit, la durée
ou le prix peut la rendre nulle, ou en changer l'effet. Le commentaire « clause: … » placé au-dessus du texte, invisible à l'impression, dit d'où il
vient : la règle compare ce que disent le modèle et le texte, non leurs mots. Retirer ce commentaire, c'est faire sienne la rédaction.`,
  sources: [guide('III.A', 25), cpi('L131-3')],
  messages: {
    alteree:
      'Cette clause ne dit plus tout ce que dit son modèle, « {clause} ».\nElle ne dit plus {manque}. Le modèle dit : {modele}. Rétablir ce point, ou retirer le commentaire « clause: {id} » si le changement est voulu.',
    videe:
      'Tirée du modèle « {clause} », cette clause n’accorde plus aucun droit à l’acheteur.\nLe modèle dit : {modele}. Rétablir la clause, ou retirer le commentaire « clause: {id} » si le changement est voulu.',
  },
  examples: {
    bad: [
      { text: marked(EXCLUSIVE.replace(/^\| Durée.*\n/m, '')), fixed: EXCLUSIVE },
      { text: marked(EXCLUSIVE.replace(' de traduction et', '')), fixed: EXCLUSIVE },
      {
        text: marked(
          EXCLUSIVE.replace(/^\| Prix.*\n/m, '').replace(/\[à compléter : lieu[^\]]*\]/, "la France et l'Espagne"),
        ),
        fixed: { gains: "| Lieu | la France et l'Espagne |" },
      },
      {
        text: marked(ROYALTY.replace(/^- durée.*\n/m, '')),
        fixed: ROYALTY,
      },
      {
        text: '## Droits\n\n<!-- clause: pi-prix-forfaitaire -->\n\n⟦Les parties se rapprochent pour en convenir.⟧',
        fixed: { gains: clauseText('pi-prix-forfaitaire') },
      },
      {
        text: '## Droits sur les résultats\n\n<!-- clause: pi-cession-sans-ccag -->\n\n⟦Les droits restent à son auteur.⟧',
        fixed: { gains: 'le titulaire cède' },
      },
    ],
    good: [
      EXCLUSIVE,
      ROYALTY,
      // Reworded, and in another form.
      "## Droits sur les résultats\n\n<!-- clause: pi-cession-exclusive -->\n\nEn dérogeant à l'article 46.2.1 du CCAG-TIC, le prestataire transfère exclusivement à la Ville, qui en est seule bénéficiaire, les droits de reproduire, de représenter, d'adapter, de traduire et de distribuer les résultats.\n\n- Étendue : tout support, tout procédé, en ligne ou non ;\n- Usage : besoins des services ;\n- Territoire : France ;\n- Pendant quinze ans ;\n- Le prix du marché comprend cette cession.",
      // A point moved to another part of the article.
      `## 5. Cession des droits\n\n### 5.1 Droits\n\n<!-- clause: pi-cession-exclusive -->\n\n${clauseText('pi-cession-exclusive').replace(/^\| Durée.*\n/m, '')}\n\n### 5.2 Durée\n\nLes droits sont cédés pour vingt ans.`,
      // The same change without the mark: the writer's own text, which other rules judge.
      ROYALTY.replace(/<!--.*-->\n\n/, '').replace(/^- durée.*\n/m, ''),
      // A mark whose text is gone, and one that the library does not have.
      '## Droits\n\n<!-- clause: pi-cession-exclusive -->\n\n## Prix\n\nLe prix est ferme.',
      '## Droits\n\n<!-- clause: maison-12 -->\n\nLe prix est ferme.',
    ],
    limits: [
      // What is said of prior knowledge still gives a purpose.
      EXCLUSIVE.replace(/^\| Destination.*\n/m, ''),
    ],
  },
  *check(piece) {
    for (const text of piece.ask(clausesMarquees)) {
      const model = clauses.find((c) => c.id === text.id);
      if (!model) continue;
      const { points, quote } = reading(model.id);
      const said = new Set(
        [...pointsOf(piece, text.passages), ...pointsOf(piece, text.section.article.passages)].map(([p]) => p),
      );
      const lost = points.filter((p) => !said.has(p));
      if (lost.length === 0) continue;
      const at = (text.passages[0]?.sentences[0] ?? text).span;
      const emptied = lost.includes('cession');
      yield {
        at,
        message: emptied ? 'videe' : 'alteree',
        data: {
          clause: model.titre,
          id: model.id,
          manque: enumerate(
            lost.map((p) => NAMES[p] ?? p),
            'ni',
          ),
          modele: [...new Set(lost.map(quote))].slice(0, 3).join(' ; '),
        },
        fixes: [restoring(model, piece, text, at)],
      };
    }
  },
});

/** The points that read what `protege` names in the library, where the names differ. */
const PROTECTED: Readonly<Record<string, Point>> = {
  representation: 'représentation',
  territoire: 'lieu',
  taux: 'prix',
  'droits-consentis': 'cession',
  'liste-des-resultats': 'resultats',
  'connaissances-anterieures': 'anterieures',
  'liste-titulaire': 'anterieures-listees',
  'choix-du-tiers': 'tierce-maintenance',
  'jouissance-paisible': 'garantie',
  'accord-prealable': 'usage-titulaire-conditionne',
  inalienabilite: 'moral-rappele',
};

/** French names of the points, as they are missed. */
const NAMES: Readonly<Partial<Record<Point, string>>> = {
  reproduction: 'le droit de reproduction',
  représentation: 'le droit de représentation',
  adaptation: "le droit d'adaptation",
  traduction: 'le droit de traduction',
  distribution: 'le droit de distribution',
  etendue: "l'étendue",
  modes: "les modes d'exploitation",
  destination: 'la destination',
  lieu: 'le lieu',
  duree: 'la durée',
  prix: 'le prix',
  beneficiaires: 'les bénéficiaires',
  exclusivite: "l'exclusivité",
  derogation: 'la dérogation au CCAG',
  redevance: 'la redevance',
  cession: 'la cession des droits',
  resultats: 'ce que sont les résultats',
  anterieures: 'le sort des connaissances antérieures',
  'anterieures-listees': 'la liste des connaissances antérieures',
  'code-source': 'la livraison du code source',
  'tierce-maintenance': 'la maintenance par un tiers',
  garantie: 'la garantie de jouissance paisible',
  'moral-rappele': 'le respect des droits moraux',
  'usage-titulaire-conditionne': "les conditions d'usage par le titulaire",
  'commerce-acheteur': "l'exploitation commerciale par l'acheteur",
};

interface AlteredRead {
  readonly points: readonly Point[];
  /** The words of the model that make a point, in French quotation marks. */
  readonly quote: (point: Point) => string;
}

/** Readings of models: they depend on the library alone. */
const readings = new Map<string, AlteredRead>();

/** The protected points that a model makes by its own words: with its fields left, and whatever they are filled with. */
function reading(id: string): AlteredRead {
  const known = readings.get(id);
  if (known) return known;
  const model = clause(id);
  const read = (values: Readonly<Record<string, string>>) => {
    const text = `## ${model.heading ?? 'Clause'}\n\n${filled(model, values)}\n`;
    const [piece] = openConsultation([{ path: 'modele.md', text }], { date: model.date }).pieces as [Piece];
    return { piece, points: pointsOf(piece, piece.draft.passages) };
  };
  const { piece, points } = read({});
  const examples = read(Object.fromEntries(model.variables.map((v) => [v.nom, v.exemple]))).points;
  const quote = (point: Point) => {
    const at = points.get(point) ?? TOP;
    const p = piece.draft.passages.find((x) => x.node.start <= at.start && at.end <= x.node.end);
    const row = p?.table?.rows.find((r) => p.cell && r.index === p.cell.row);
    const words = (row ? row.cells.map((c) => c.text.trim()).join(' : ') : (p?.text ?? '')).replace(/\s+/g, ' ').trim();
    return `« ${words.length > 200 ? `${words.slice(0, 200).trimEnd()}…` : words} »`;
  };
  const kept = new Set(['cession', ...model.protege.map((name) => PROTECTED[name] ?? name)]);
  const found = { points: [...points.keys()].filter((p) => kept.has(p) && examples.has(p)), quote };
  readings.set(id, found);
  return found;
}

const literal = (s: string) =>
  s
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/'/g, "['’]")
    .replace(/ /g, '[ \\u00a0\\u202f]+');

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Advice only where it would take away other words of the buyer's than those at `at`. */
function restoring(model: Clause, piece: Piece, text: MarkedClause, at: Span): Fix {
  const made = restored(model, piece, text);
  const kept = new Set(wordsOf(made));
  const rest = [between(startOf(text.span), startOf(at)), between(endOf(at), endOf(text.span))];
  const lost = rest.flatMap((s) => wordsOf(piece.draft.slice(s))).some((w) => !kept.has(w));
  const title = 'Rétablir le texte du modèle, valeurs saisies gardées';
  return replace(piece, text.span, made, title, lost ? 'show' : 'review');
}

/** What is written in a field: with no end to it, or spaces on either side, a long line would take the square of its length. */
const VALUE = '(\\S(?:.{0,1000}?\\S)?)';

/** The model with the values that the text has at the places of its fields: in the lines that are otherwise the model's. */
function restored(model: Clause, piece: Piece, { span }: MarkedClause): string {
  const lines = piece.draft.slice(span).split(/\r?\n/);
  const values: Record<string, string> = {};
  for (const line of model.body.split('\n')) {
    const fields = model.variables.filter((v) => line.includes(fieldOf(v)));
    if (fields.length === 0) continue;
    const pattern = fields.reduce((source, v) => source.replace(literal(fieldOf(v)), () => VALUE), literal(line));
    const m = lines.map((l) => new RegExp(`^${pattern}\\s*$`).exec(l)).find(Boolean);
    for (const [i, v] of fields.entries()) if (m?.[i + 1]) values[v.nom] = (m[i + 1] as string).replace(/\\\|/g, '|');
  }
  return filled(model, values);
}
