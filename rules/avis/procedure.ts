import { type Avis, avisDe, avisExemple } from '../facts/avis/index.ts';
import { placeName, procedureMatter } from '../facts/dossier/index.ts';
import type { ProcedureName } from '../facts/piece/index.ts';
import { accelereesDe } from '../facts/procedure/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** What a code of BT-105 may be in a piece; a code that is not here tells nothing. */
const MEANT: Readonly<Record<string, readonly ProcedureName[]>> = {
  open: ['appel-offres-ouvert', 'mapa', 'concours'],
  restricted: ['appel-offres-restreint', 'mapa', 'concours'],
  'neg-w-call': ['procedure-avec-negociation', 'mapa', 'partenariat-innovation', 'dialogue-competitif'],
  'comp-tend': ['procedure-avec-negociation', 'mapa', 'partenariat-innovation'],
  'comp-dial': ['dialogue-competitif'],
  innovation: ['partenariat-innovation', 'procedure-avec-negociation'],
  'neg-wo-call': ['negociee-sans-publicite', 'recherche-developpement'],
};

type Message = 'differs' | 'acceleree';

/** The name that the piece gives to the procedure, against that of the notice. */
function named(piece: Piece, avis: Avis): Report<Message> | undefined {
  const field = avis.notice.procedure;
  const meant = field && MEANT[field.value];
  if (!field || !meant) return undefined;
  const said = procedureMatter
    .read(piece)
    .flatMap((s) => (s.value.kind === 'procedure' ? [{ ...s, names: s.value.names }] : []));
  const [first] = said;
  if (!first || said.some(({ names }) => names.some((n) => meant.includes(n)))) return undefined;
  return {
    at: first.at,
    message: 'differs',
    data: { ours: first.shown, theirs: field.shown },
    related: [{ piece: avis.piece, at: field.at, message: `On lit ${placeName(avis.piece)} : ${field.shown}.` }],
  };
}

const FAST = (value: boolean): string => (value ? 'accélérée' : 'non accélérée');

/** Whether the piece shortens the time for offers, where it says so, against what the notice says. */
function accelerated(piece: Piece, avis: Avis): Report<Message> | undefined {
  const field = avis.notice.accelerated;
  const said = field ? accelereesDe(piece) : [];
  const [first] = said;
  if (!field || !first || said.some(({ value }) => value === field.value)) return undefined;
  const theirs = FAST(field.value);
  return {
    at: first.at,
    message: 'acceleree',
    data: { ours: FAST(first.value), theirs },
    related: [{ piece: avis.piece, at: field.at, message: `On lit ${placeName(avis.piece)} : ${theirs}.` }],
  };
}

const avisEn = (procedure: string) => ({ 'avis.xml': avisExemple({ procedure, lots: [{}] }) });
const avisAccelere = (acceleree: boolean) => ({
  'avis.xml': avisExemple({ procedure: 'open', acceleree, lots: [{}] }),
});

export default defineRule<Message>({
  id: 'avis/procedure',
  title: 'Procédure différente dans l’avis publié',
  level: 'error',
  pieces: ['rc', 'reglement-concours'],
  dossier: true,
  why: 'La procédure annoncée lie l’acheteur : délais, négociation et nombre de candidats en dépendent. Deux procédures, l’une dans l’avis et l’autre dans le règlement, rendent les règles de la consultation incertaines.',
  sources: [ccp('R2131-17'), ccp('R2124-1')],
  messages: {
    differs:
      'La procédure est ici {ours}, mais l’avis publié annonce « {theirs} ».\nOn ne sait quelles règles s’appliquent. Reprendre la procédure de l’avis, ou publier un avis rectificatif.',
    acceleree:
      'La procédure est ici {ours}, mais {theirs} dans l’avis publié.\nLe délai laissé aux candidats en dépend : une procédure accélérée se justifie par l’urgence. Dire la même chose, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      {
        text: '## Procédure\n\nLa consultation est passée par appel d’offres ouvert. ⟦La procédure n’est pas accélérée.⟧',
        files: avisAccelere(true),
      },
      {
        text: '## Procédure\n\n⟦En raison de l’urgence, le délai de réception des offres est ramené à quinze jours.⟧',
        files: avisAccelere(false),
      },
      {
        text: '## Procédure\n\nLa consultation est passée par ⟦appel d’offres ouvert⟧.',
        files: avisEn('restricted'),
      },
      {
        text: '## Procédure\n\nLe marché est passé selon une ⟦procédure adaptée⟧ ouverte.',
        files: avisEn('comp-dial'),
      },
    ],
    good: [
      {
        text: '## Procédure\n\nLa consultation est passée par appel d’offres ouvert. La procédure n’est pas accélérée.',
        files: avisAccelere(false),
      },
      // Of something else than the time for offers.
      {
        text: '## Procédure\n\nEn cas d’urgence, le délai d’intervention du titulaire est réduit de moitié.',
        files: avisAccelere(false),
      },
      { text: '## Procédure\n\nLa consultation est passée par appel d’offres ouvert.', files: avisEn('open') },
      { text: '## Procédure\n\nLa consultation est passée par appel d’offres.', files: avisEn('restricted') },
      { text: '## Procédure\n\nLe marché est passé selon une procédure adaptée.', files: avisEn('open') },
      { text: '## Procédure\n\nLa consultation est passée par appel d’offres ouvert.', files: avisEn('oth-single') },
      {
        text: '## Procédure\n\nLa consultation est passée par appel d’offres ouvert.',
        files: { 'avis.xml': avisExemple({ lots: [{}] }) },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const found = [named(piece, avis), accelerated(piece, avis)];
    for (const report of found) if (report) yield report;
  },
});
