import { exigences } from '../../rules/facts/besoin/index.ts';
import { capacites } from '../../rules/facts/candidature/index.ts';
import { exigencesMinimales } from '../../rules/facts/procedure/index.ts';
import { conditionsVariantes } from '../../rules/facts/variantes/index.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { type Fiche, type FicheCritere, type FicheGrille, ficheOf } from './fiche.ts';
import { Lines } from './lines.ts';

/** Where a version says something. */
export interface StatementPlace {
  /** From the consultation's folder. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** One thing that one version of a dossier says: « Durée : trente mois ». */
export interface Statement {
  /** `objet`, `criteres`, `exigences`… */
  readonly matter: string;
  readonly title: string;
  /** With the matter, what tells it from the others. */
  readonly label: string;
  /** Several where pieces say it in several ways. */
  readonly values: readonly { readonly text: string; readonly places: readonly StatementPlace[] }[];
  /** What it comes to where later is more room for bidders: a day, a number of days. */
  readonly room?: number;
}

/** Told line by line below, or of no interest to bidders. */
const LEFT_OUT = ['criteres', 'etat'];

/** All that a version of a dossier says, in the order in which the fiche is read. */
export function statementsOf(consultation: Consultation): readonly Statement[] {
  const fiche = ficheOf(consultation);
  return [...ofMatters(fiche), ...ofTime(fiche), ...fiche.grilles.flatMap(ofGrille), ...ofRequirements(consultation)];
}

function ofMatters({ matters, dates }: Fiche): Statement[] {
  return matters
    .filter((m) => !LEFT_OUT.includes(m.id))
    .flatMap(({ id, title, entries }) =>
      entries.map(({ label, values }): Statement => {
        const limits = dates.filter((d) => d.label === label && (d.kind === 'offres' || d.kind === 'candidatures'));
        const room = Math.min(...limits.map((d) => Date.parse(`${d.day}T${d.time ?? '00:00'}Z`)));
        return { matter: id, title, label, values, ...(limits.length > 0 && { room }) };
      }),
    );
}

const DAY = 86_400_000;

/** Days between the start of the procedure and the limit, when both are given once. */
function ofTime({ dates }: Fiche): Statement[] {
  const start = dates.filter((d) => ['envoi', 'publication', 'lancement'].includes(d.kind))[0];
  const limits = dates.filter((d) => d.kind === 'offres');
  const [limit] = limits;
  if (!start || !limit || limits.length > 1) return [];
  const days = Math.round((Date.parse(limit.day) - Date.parse(start.day)) / DAY);
  return [
    {
      matter: 'delai',
      title: 'Remise et validité des offres',
      label: 'Temps laissé pour remettre une offre',
      values: [{ text: `${days} jours`, places: limit.places }],
      room: days,
    },
  ];
}

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;

/** Each criterion of a grid, its parts after it. */
function ofGrille({ lots, subsequent, criteres }: FicheGrille): Statement[] {
  const of = [...(lots.length > 0 ? [`lot ${lots.join(', ')}`] : []), ...(subsequent ? ['marchés subséquents'] : [])];
  const suffix = of.length > 0 ? ` (${of.join(', ')})` : '';
  const rows = (list: readonly FicheCritere[], above: string): Statement[] =>
    list.flatMap(({ name, weight, unit, place, children }, i) => {
      const label = above ? `${above} › ${name}` : name;
      const text = weight === undefined ? `sans poids, rang ${i + 1}` : `${weight}${UNITS[unit ?? 'bare']}`;
      const own = { matter: 'criteres', title: 'Critères d’attribution', label: `${label}${suffix}` };
      return [{ ...own, values: [{ text, places: [place] }] }, ...rows(children, label)];
    });
  return rows(criteres, '');
}

/** What bidders or variants must reach at least. */
function ofRequirements({ pieces }: Consultation): Statement[] {
  return pieces.flatMap((piece) => {
    const lines = new Lines(piece.draft.text);
    const statement = (matter: string, title: string, label: string, at: Span, text: string): Statement => {
      const place = { path: piece.path, line: lines.positionAt(at.start).line + 1 };
      return { matter, title, label, values: [{ text, places: [place] }] };
    };
    const { enoncees } = piece.ask(exigencesMinimales);
    const { exigences: ofVariants } = piece.ask(conditionsVariantes);
    const { chiffresAffaires, referencesEliminatoires } = piece.ask(capacites);
    return [
      ...piece.ask(exigences).fonctions.map((f) => {
        const text = [f.passage, ...f.body].map((p) => p.text.replace(/\s+/g, ' ').trim()).join(' ');
        return statement('exigences', 'Exigences', f.id.toUpperCase(), f.at, text);
      }),
      ...(enoncees
        ? [statement('exigences', 'Exigences', 'Exigences minimales', enoncees, passageAt(piece, enoncees))]
        : []),
      ...(ofVariants
        ? [statement('exigences', 'Exigences', 'Exigences des variantes', ofVariants, passageAt(piece, ofVariants))]
        : []),
      ...chiffresAffaires.map(({ lot, at, sentence }) =>
        statement(
          'capacites',
          'Capacités',
          `Chiffre d’affaires${lot ? ` (lot ${lot})` : ''}`,
          at,
          sentence.text.trim(),
        ),
      ),
      ...referencesEliminatoires.map(({ sentence }) =>
        statement('capacites', 'Capacités', 'Références exigées', sentence.span, sentence.text.trim()),
      ),
    ];
  });
}

const passageAt = ({ draft }: Piece, at: Span): string =>
  (draft.passageAt(at.start)?.text ?? draft.slice(at)).replace(/\s+/g, ' ').trim();
