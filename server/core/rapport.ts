import { designation, objetDe, PROCEDURE_VALUES } from '../../rules/facts/piece/index.ts';
import { procedure } from '../../rules/facts/procedure/index.ts';
import type { Consultation, Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import { cite } from '../../rules/law/law.ts';
import { AXES, type Axe, axeOf } from './axes.ts';
import type { CheckResult } from './check.ts';
import { conformiteOf, etatsOf, type Recommandation } from './conformite.ts';
import type { Dce } from './dce.ts';
import { excerptOf } from './excerpt.ts';
import { pieceName } from './explain.ts';
import { ficheOf } from './fiche.ts';
import { preferredFix } from './fix.ts';
import { articleUrl } from './law-links.ts';
import { Lines } from './lines.ts';
import type { Finding } from './lint.ts';
import { notRunIn } from './not-run.ts';
import type { Phrasebook } from './phrasebook.ts';
import type {
  Author,
  Contribution,
  Counts,
  RapportAxe,
  RapportConstat,
  RapportDetail,
  RapportIdentite,
  RapportIgnore,
  RapportPiece,
  RapportPlace,
  RapportRecommandation,
  RapportWording,
} from './rapport-types.ts';
import type { Settings } from './settings.ts';
import type { Suppressed } from './suppress.ts';
import { unmarked } from './unmarked.ts';
import { landmarkAt, landmarkShown } from './where.ts';
import { type Wording, wordingsOf } from './wording.ts';

export type * from './rapport-types.ts';

/** A piece that was asked for, with what is to be shown of it. */
export interface DossierFile {
  /** As shown to the user. */
  readonly path: string;
  readonly piece: Piece;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Findings that the baseline knows, which are not shown. */
  readonly known: number;
  /** Of the bytes read, in hexadecimal. */
  readonly sha256?: string;
}

/** A consultation that was checked, whole or in part. */
export interface Dossier {
  /** Folder, as shown to the user. */
  readonly path: string;
  readonly files: readonly DossierFile[];
  readonly consultation: Consultation;
  readonly result: CheckResult;
  readonly settings: Settings;
  /** Its `dce.yaml`. */
  readonly described?: { readonly text: string; readonly dce: Dce } | undefined;
}

/** What the report of a consultation takes from outside of it. */
export interface Surroundings {
  /** Rules in French, as they run. */
  readonly rules: readonly Rule[];
  readonly phrasebook: Phrasebook;
  /** Path as shown to the user. */
  readonly pathOf: (piece: Piece) => string;
  readonly authorOf: (suppressed: Suppressed) => Author | undefined;
}

/** Findings by level. */
export function countsOf(findings: readonly { readonly level: keyof Counts }[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

/** What one consultation brings to a report on many. `rules`: every rule there is. */
export function contributionOf(dossier: Dossier, rules: readonly Rule[]): Contribution {
  const { files, consultation, settings, result } = dossier;
  const [acheteur] = consultation.pieces.flatMap((p) => objetDe(p).acheteur ?? []);
  return {
    resume: resumeOf(dossier),
    ...(acheteur && { acheteur }),
    notRun: notRunIn(consultation, rules, settings, result.failures),
    files: files.map(({ path, findings, suppressed }) => ({
      path,
      findings: findings.map(({ rule, level, message }) => ({ rule: rule.id, level, message })),
      ignored: suppressed.map((s) => s.finding.rule.id),
    })),
  };
}

const resumeOf = ({ path, files }: Dossier): Contribution['resume'] => ({
  path,
  pieces: files.map(pieceOf),
  counts: countsOf(files.flatMap((f) => f.findings)),
  ignored: files.reduce((n, f) => n + f.suppressed.length, 0),
  known: files.reduce((n, f) => n + f.known, 0),
});

function pieceOf({ path, piece, findings, sha256 }: DossierFile): RapportPiece {
  const { name: read } = piece.ask(procedure);
  const name = read && (PROCEDURE_VALUES.find((v) => v.value === read)?.label ?? read);
  return {
    path,
    name: pieceName(piece),
    ...(name && { procedure: name }),
    ...(piece.state && { state: piece.state }),
    date: piece.date,
    counts: countsOf(findings),
    ...(sha256 && { sha256 }),
  };
}

/** All that is said of a consultation. The guide and the facts are those of all its pieces, asked for or not. */
export function detailOf(dossier: Dossier, around: Surroundings): RapportDetail {
  const { files, consultation, result, settings, described } = dossier;
  const place = placer(around);
  const etats = etatsOf(consultation, { ...result, rules: around.rules, settings });
  const { chapitres, totals } = conformiteOf(consultation, etats);
  const findings = files.flatMap((f) => f.findings);
  return {
    conformite: {
      totals,
      chapitres: chapitres.map(({ code, title, parties }) => ({
        code,
        title,
        parties: parties.map((p) => ({ ...p, recommandations: p.recommandations.map((r) => told(r, around)) })),
      })),
    },
    identite: identiteOf(consultation),
    axes: axesOf(etats, findings, around),
    constats: findings.map((finding) => constatOf(finding, place)),
    fiche: ficheOf(consultation, described, around.phrasebook),
    ignores: files.flatMap((f) => f.suppressed.map((s) => ignoreOf(s, place, around))),
  };
}

const told = (
  { rule, etat, label, detail, page }: Recommandation & { readonly page: number },
  { phrasebook }: Surroundings,
): RapportRecommandation => ({ rule: rule.id, title: phrasebook.rule(rule).title, etat, label, detail, page });

type PlaceOf = (piece: Piece, at: Span) => RapportPlace;

function placer({ pathOf }: Surroundings): PlaceOf {
  const lines = new Map<Piece, Lines>();
  return (piece, at) => {
    const own = lines.get(piece) ?? new Lines(piece.draft.text);
    lines.set(piece, own);
    const landmark = landmarkAt(piece, at);
    const article = articleAt(piece, at);
    return {
      path: pathOf(piece),
      pieceName: pieceName(piece),
      line: own.positionAt(at.start).line + 1,
      ...(landmark && { where: landmarkShown(landmark) }),
      ...(article && { article }),
    };
  };
}

/** Units after which a title is a paragraph that begins with one. */
const LONGEST_TITLE = 110;

/** Title of the article that a place stands in; nothing before the first. */
function articleAt({ draft }: Piece, at: Span): string | undefined {
  const { heading } = draft.sectionAt(at.start);
  if (!heading || heading === draft.title) return undefined;
  const words = heading.heading?.runIn ? (heading.every[0]?.text ?? '') : heading.text;
  const title = unmarked(words).trim();
  return title.length <= LONGEST_TITLE ? title : undefined;
}

/** The name that the first piece to give one gives. */
function identiteOf(consultation: Consultation): RapportIdentite {
  const names = [
    ...consultation.of('rc', 'reglement-concours', 'appel-a-projets', 'ccap', 'ae'),
    ...consultation.pieces,
  ].map((p) => p.ask(designation));
  const acheteur = names.find((n) => n.acheteur)?.acheteur?.text;
  const numero = names.find((n) => n.numero)?.numero?.text;
  return { ...(acheteur && { acheteur }), ...(numero && { numero }) };
}

/** The findings by axis. Those of the program's own notices have no state. */
function axesOf(
  etats: readonly Recommandation[],
  findings: readonly Finding[],
  { phrasebook }: Surroundings,
): RapportAxe[] {
  return (Object.keys(AXES) as Axe[]).map((axe) => ({
    axe,
    counts: countsOf(findings.filter((f) => axeOf(f.rule) === axe)),
    rules: etats
      .filter(({ rule }) => axeOf(rule) === axe)
      .map(({ rule, etat, label, detail }) => {
        const found = findings.filter((f) => f.rule.id === rule.id).length;
        return { rule: rule.id, title: phrasebook.rule(rule).title, etat, label, detail, found };
      }),
  }));
}

function constatOf(finding: Finding, place: PlaceOf): RapportConstat {
  const { rule, piece, at, level, message, related } = finding;
  const fix = preferredFix(finding);
  return {
    ...place(piece, at),
    rule: rule.id,
    title: rule.title,
    level,
    message,
    excerpt: excerptOf(piece, at),
    sources: rule.sources.map((s) => {
      const { label, url: whole } = cite(s, piece.date);
      const own = s.kind === 'code' ? articleUrl(s.code, s.article, piece.date) : undefined;
      const url = own?.url ?? whole;
      return { label, ...(url && { url }) };
    }),
    ...(fix && { fix: { title: fix.title, wordings: wordingsOf(fix, piece).map((w) => wordingOf(w, place)) } }),
    related: related.map((r) => ({ ...place(r.piece, r.at), message: r.message })),
  };
}

const wordingOf = ({ piece, offset, ...wording }: Wording, place: PlaceOf): RapportWording => ({
  ...place(piece, { start: offset, end: offset }),
  ...wording,
});

function ignoreOf(suppressed: Suppressed, place: PlaceOf, { authorOf }: Surroundings): RapportIgnore {
  const { finding, reason, at } = suppressed;
  const { rule, piece, message } = finding;
  const author = authorOf(suppressed);
  return { ...place(piece, at), rule: rule.id, title: rule.title, message, reason, ...(author && { author }) };
}
