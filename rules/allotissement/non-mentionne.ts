import { insertClause } from '../clauses/insertion.ts';
import { lots } from '../facts/allotissement/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'allotissement/non-mentionne',
  title: 'Rien sur l’allotissement',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Les marchés sont passés en lots séparés, sauf exception motivée. Un règlement qui n'en dit rien laisse le candidat ignorer s'il peut répondre à une partie du besoin, et l'acheteur sans trace de son choix.`,
  sources: [guide('I.C', 10), ccp('L2113-10'), ccp('L2113-11')],
  messages: {
    missing:
      'Le règlement ne dit pas si le marché est divisé en lots.\nL’indiquer : soit la liste des lots, soit le motif pour lequel il n’est pas alloti.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe marché a pour objet la maintenance du site.',
        fixed: { gains: "Le marché n'est pas alloti, pour le motif suivant" },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe marché a pour objet la fourniture de bancs. Ceux d’une ville voisine, achetés en trois lots en 2021, servent de modèle. Les bancs sont livrés en un lot, prêts à poser.',
        fixed: { gains: '## Allotissement' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe titulaire livre un lot de pièces détachées et trois lots de câbles.',
        fixed: { gains: '## Allotissement' },
      },
    ],
    good: [
      '# Règlement\n\nNous achetons des bancs pour douze parcs, en trois lots.',
      '# Règlement\n\nEn quatre marchés, attribués séparément.\n\n| N° | Langues |\n|---|---|\n| 1 | breton |\n| 2 | gallo |\n| 3 | basque |\n| 4 | corse |',
      '# Règlement\n\nLe marché n’est pas alloti.',
      '# Règlement\n\nLe marché est divisé en trois lots.',
      '# Règlement\n\n| Lot | Objet |\n|---|---|\n| 1 | Mobilier |\n| 2 | Matériel |',
      '# Règlement\n\nLes prestations donnent lieu à un marché global.',
      '# Règlement\n\nL’offre est remise pour chaque lot.',
      '# REGLEMENT\n\nDECOMPOSITION EN LOTS : SANS OBJET',
      '# Règlement\n\nIl n’y a qu’un lot, le noyau et l’application étant indissociables.',
      '# Règlement\n\n**5. Lots.** Un seul marché. Le modèle et l’interface ne font qu’un : un découpage rendrait l’exécution techniquement difficile.',
      '# Règlement\n\nLots : non, objet indivisible. Variantes : non. Tranches : non.',
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(lots).mentioned) return;
    const { title } = piece.draft;
    const fix = (id: string, label: string) => insertClause(piece, id, { title: label });
    yield {
      at: title?.span ?? TOP,
      message: 'missing',
      fixes: [
        fix('allotissement-non-alloti', 'Ajouter un article : marché non alloti'),
        fix('allotissement-lots', 'Ajouter un article : liste des lots'),
      ],
    };
  },
});
