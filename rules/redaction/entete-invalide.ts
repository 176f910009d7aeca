import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { text } from '../kit/source.ts';

const list = (values: readonly string[]) => values.map((v) => `« ${v} »`).join(', ');

export default defineRule({
  id: 'redaction/entete-invalide',
  title: 'En-tête du brouillon mal rempli',
  level: 'error',
  pieces: '*',
  why: `L'en-tête « dce: » dit à l'outil quelle pièce il lit, sous quelle procédure et à quelle date. Une clé ou une valeur inconnue est
ignorée : les contrôles s'appliquent alors à autre chose que ce que l'acheteur croit.`,
  sources: [text('Documentation de DCE Lint, en-tête des brouillons')],
  messages: {
    key: '« {found} » n’est pas une clé de l’en-tête.\nElle est ignorée. Clés admises, la plus proche d’abord : {allowed}.',
    value:
      'Valeur non admise pour « {key} » : « {found} ».\nElle est ignorée. Valeurs admises, la plus proche d’abord : {allowed}.',
    wanted: '« {found} » ne convient pas pour « {key} ».\nLa valeur est ignorée. Cette clé attend {allowed}.',
    syntax:
      'L’en-tête ne peut pas être lu : ce n’est pas du YAML valide.\nVérifier les deux-points, les guillemets et le retrait des lignes.',
    shape: '« dce » doit contenir des clés, une par ligne et en retrait.\nÉcrire par exemple « piece: rc ».',
  },
  examples: {
    bad: [
      {
        text: '---\ndce:\n  piece: rc\n  ⟦procdure⟧: mapa\n---\n\n# Règlement de la consultation\n',
        fixed: '---\ndce:\n  piece: rc\n  procedure: mapa\n---\n\n# Règlement de la consultation\n',
        skip: { quotation: 'front matter is never in a quotation', 'emoji-heading': 'front matter comes first' },
      },
      {
        text: '---\ndce:\n  piece: ⟦reglement⟧\n  etat: final\n---\n\nLe marché est passé selon une procédure adaptée.\n',
        fixed:
          '---\ndce:\n  piece: reglement-concours\n  etat: final\n---\n\nLe marché est passé selon une procédure adaptée.\n',
        skip: {
          quotation: 'front matter is never in a quotation',
          'emoji-heading': 'front matter comes first',
          capitals: 'keys are in lower case',
        },
      },
      {
        text: '---\ndce:\n  piece: cctp\n  date: ⟦2027-02-30⟧\n  montant-estime: ⟦120 000 €⟧\n---\n\n# CCTP\n',
        skip: { quotation: 'front matter is never in a quotation', 'emoji-heading': 'front matter comes first' },
      },
      {
        text: '---\ndce:\n  ⟦piece: [rc⟧\n---\n\n# RC\n',
        skip: { quotation: 'front matter is never in a quotation', 'emoji-heading': 'front matter comes first' },
      },
      {
        text: '---\n⟦dce⟧: rc\n---\n\n# RC\n',
        skip: { quotation: 'front matter is never in a quotation', 'emoji-heading': 'front matter comes first' },
      },
    ],
    good: [
      '# Sans en-tête\n',
      {
        text: '# RC\n',
        head: { procedure: 'dialogue-competitif', ccag: 'tic-2021', date: '2027-01-15', acheteur: 'etat' },
      },
      '---\ntitle: Autre outil\ntags: [a, b]\n---\n\n# RC\n',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { kind, at, key, found, allowed } of piece.entete.problems) {
      if (kind === 'syntax' || kind === 'shape') yield { at, message: kind };
      else if (kind === 'value' && allowed.length === 1)
        yield { at, message: 'wanted', data: { found, key, allowed: allowed[0] ?? '' } };
      else
        yield {
          at,
          message: kind,
          data: { found, key, allowed: list(allowed.slice(0, 12)) },
          fixes: allowed.slice(0, 3).map((v) => replace(piece, at, v, `Remplacer par « ${v} »`)),
        };
    }
  },
});
