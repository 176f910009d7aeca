import { avisDe, avisExemple } from '../facts/avis/index.ts';
import { placeName, procedureMatter } from '../facts/dossier/index.ts';
import type { ProcedureName } from '../facts/piece/index.ts';
import { defineRule } from '../kit/rule.ts';
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

const avisEn = (procedure: string) => ({ 'avis.xml': avisExemple({ procedure, lots: [{}] }) });

export default defineRule({
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
  },
  examples: {
    bad: [
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
    const field = avis?.notice.procedure;
    const meant = field && MEANT[field.value];
    if (!avis || !field || !meant) return;
    const said = procedureMatter
      .read(piece)
      .flatMap((s) => (s.value.kind === 'procedure' ? [{ ...s, names: s.value.names }] : []));
    if (said.length === 0 || said.some(({ names }) => names.some((n) => meant.includes(n)))) return;
    const [first] = said;
    if (!first) return;
    yield {
      at: first.at,
      message: 'differs',
      data: { ours: first.shown, theirs: field.shown },
      related: [{ piece: avis.piece, at: field.at, message: `On lit ${placeName(avis.piece)} : ${field.shown}.` }],
    };
  },
});
