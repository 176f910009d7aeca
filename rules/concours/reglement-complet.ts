import { clauseText } from '../clauses/clauses.ts';
import { concours, reglementHackathon } from '../facts/concours/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

const SUBJECTS = [
  ['duree', 'la durée', 'Durée'],
  ['phases', 'le déroulement des phases', 'Déroulement'],
  ['propriete', 'la propriété intellectuelle', 'Propriété intellectuelle'],
  ['confidentialite', 'la confidentialité', 'Confidentialité'],
] as const;

/** The paragraphs of the model rules that begin with these titles. */
const paragraphs = (titles: readonly string[]): string =>
  clauseText('hackathon-reglement')
    .split(/\n\n+/)
    .filter((p) => titles.some((t) => p.startsWith(`**${t}.**`)))
    .join('\n\n');

export default defineRule({
  id: 'concours/reglement-complet',
  title: 'Règlement de hackathon incomplet',
  level: 'warning',
  pieces: ['reglement-concours'],
  absence: true,
  why: `Le règlement est le seul contrat entre l'organisateur et les équipes. Ce qu'il tait (à qui sont les droits, ce qui reste
confidentiel, quand et comment on travaille) se règle ensuite dans le conflit.`,
  sources: [guide('III.B', 26), guide('annexe 1', 34)],
  messages: {
    incomplet:
      'Le règlement du hackathon est incomplet.\nIl ne dit rien sur : {manque}. Compléter avant d’ouvrir les inscriptions.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦Règlement du hackathon⟧\n\nAucune prime n’est versée. Le hackathon dure 48 heures.\n\n## Déroulement\n\nLes équipes travaillent puis présentent leur projet.\n',
        fixed: { gains: '**Propriété intellectuelle.**' },
      },
      {
        text: '# ⟦Règlement du hackathon⟧\n\nAucune prime n’est versée. Chaque équipe conserve ses droits d’auteur ; les échanges sont confidentiels.\n',
        fixed: { gains: '**Durée.**' },
      },
      {
        text: '# ⟦Hack’Âge, 48 h pour les aînés⟧\n\n## Règlement du hackathon\n\nIl ne s’agit ni d’un concours au sens du code ni d’un marché. L’événement se tient du 5 au 7 mars 2027, en trois phases. Chaque équipe conserve ses droits d’auteur. Aucune prime n’est versée.\n',
        fixed: { gains: '**Confidentialité.**' },
      },
      {
        text: '# ⟦Règlement du défi numérique⟧\n\nLe défi se tient du 5 au 7 mars 2027, en trois phases. Chaque équipe conserve ses droits d’auteur. Aucune prime n’est versée.\n',
        fixed: { gains: '**Confidentialité.**' },
      },
      {
        text: '# ⟦Règlement du datathon⟧\n\nLa durée du datathon sera précisée ultérieurement. Les phases sont l’idéation puis la restitution. Les productions restent confidentielles et les équipes gardent leurs droits de propriété intellectuelle.\n',
        fixed: { gains: '**Durée.**' },
      },
    ],
    good: [
      '# Règlement du hackathon\n\nAucune prime n’est versée. Nous vous accueillons trente heures, à compter du 12 décembre 2026 à 9 heures : accueil, puis ateliers, enfin démonstrations. Ce que vous créez reste à vous. Les équipes gardent pour elles ce qu’elles apprennent de nos fichiers.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée.\n\n| Sujet | Contenu |\n|---|---|\n| Combien de temps | 30 heures |\n| Déroulement | accueil, ateliers, restitution |\n| Droits | chacun garde ses droits d’auteur |\n| Réserve | nul ne répète ce qu’il apprend des autres |\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Le hackathon dure 48 heures, en quatre phases. Chaque équipe garde ses droits de propriété intellectuelle. Les informations désignées comme telles restent confidentielles.\n',
      '# Règlement du concours\n\nLe concours est ouvert. Le jury compte cinq membres.\n',
      '# Règlement du hackathon\n\n## Dates\n\nDu vendredi 9 avril 2027 à 18 h au dimanche 11 avril 2027 à 18 h.\n\n## Programme\n\nIdéation, puis prototypage.\n\n## Droits d’auteur\n\nLes équipes les conservent.\n\n## Discrétion\n\nNul ne divulgue les données remises.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { kind, event } = piece.ask(concours);
    if (!kind || !event) return;
    const said = piece.ask(reglementHackathon);
    const missing = SUBJECTS.filter(([key]) => !said[key]);
    if (missing.length === 0) return;
    const text = paragraphs(missing.map(([, , title]) => title));
    yield {
      at: piece.draft.title?.span ?? TOP,
      message: 'incomplet',
      data: { manque: missing.map(([, name]) => name).join(', ') },
      fixes: [insertBlockAfter(piece, piece.draft.end, text, 'Compléter le règlement du hackathon')],
    };
  },
});
