import {
  type Bareme,
  criteresMatter,
  dissents,
  type Gap,
  gaps,
  placeName,
  placeOf,
  type Said,
  weightEdits,
} from '../facts/dossier/index.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const percent = (share: number | undefined): string =>
  share === undefined ? 'sans poids' : `${String(Math.round(share * 10) / 10).replace('.', ',')} %`;

/** « « Valeur technique » : 50 % ici, 55 % au CCTP » */
function line({ here, there }: Gap, other: string): string {
  const name = here?.critere.name ?? there?.critere.name ?? '';
  if (!there) return `« ${name} » (${percent(here?.share)}) n’est pas repris ${other}`;
  if (!here) return `« ${name} » (${percent(there.share)}) ne figure que ${other}`;
  return `« ${name} » : ${percent(here.share)} ici, ${percent(there.share)} ${other}`;
}

/** Weights of `model` written in `said`. */
function align(said: Said<Bareme>, model: Said<Bareme>): Fix | undefined {
  const edits = weightEdits(said.piece, gaps(said.value, model.value), model.piece);
  const title = `Reprendre ${placeName(said.piece)} les poids donnés ${placeName(model.piece)}`;
  return edits && { title, grade: 'review', edits };
}

const PAR_LOT =
  '## Critères\n\nLes offres sont jugées selon les critères suivants :\n\n| Critères | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 40 % | 55 % |\n';

export default defineRule({
  id: 'dossier/criteres',
  title: 'Critères d’attribution différents d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Les offres sont jugées sur les critères et les poids annoncés. S’ils changent d’une pièce à l’autre, tout classement peut être contesté, quel que soit le jeu de critères appliqué.',
  sources: [ccp('R2152-7'), ccp('R2152-11'), ccp('R2152-12')],
  messages: {
    differs:
      'Les critères d’attribution ne sont pas les mêmes que dans une autre pièce.\n{list}. Donner les critères et leurs poids dans une seule pièce, ou les reprendre à l’identique.',
  },
  examples: {
    bad: [
      // In a note, of the lot that it speaks of, under the name that its own grid gives.
      {
        text: '## Critères du lot 1\n\n| Critère | Poids |\n|---|---|\n| Prix du lot 1 | 65 % |\n⟦| Valeur technique du lot 1 | 35 % |⟧\n\n## Critères du lot 2\n\n| Critère | Poids |\n|---|---|\n| Prix du lot 2 | 60 % |\n| Valeur technique du lot 2 | 40 % |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Planning\n\nLe titulaire remet un planning annuel[^1].\n\n[^1]: ⟦Ce planning est jugé dès l’offre : au lot 1, il relève du critère de la valeur technique, qui compte pour 40 % de la note finale.⟧',
        },
        fixed: { gains: 'qui compte pour 35 % de la note' },
      },
      // In a form, one criterion lot by lot, whose name stands over the weights or before them.
      {
        text: `${PAR_LOT}⟦| Valeur technique | 60 % | 45 % |⟧`,
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\n## Rappel\n\n| Lot | Poids de la valeur technique |\n|---|---|\n| Lot 1 | 60 % |\n| Lot 2 | ⟦50 %⟧ |',
        },
        fixed: { gains: '| Lot 2 | 45 % |' },
      },
      {
        text: `${PAR_LOT}⟦| Valeur technique | 60 % | 45 % |⟧`,
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\n## Rappel\n\nPoids de la valeur technique :\n\n- lot 1 : 60 % ;\n- ⟦lot 2 : 50 %.⟧',
        },
        fixed: { gains: '- lot 2 : 45 %.' },
      },
      {
        text: `${PAR_LOT}⟦| Valeur technique | 60 % | 45 % |⟧`,
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\n## Lot 2\n\n### ⟦Valeur technique (50 %)⟧\n\nLe candidat décrit son équipe.',
        },
        fixed: { gains: '### Valeur technique (45 %)' },
      },
      // Recalled of one lot.
      {
        text: '## Critères – lot 2\n\nLes offres du lot 2 sont jugées selon les critères suivants :\n\n- Prix : 60 %\n- ⟦Valeur technique : 40 %⟧\n\n## Critères – lot 3\n\nLes offres du lot 3 sont jugées selon les critères suivants :\n\n- Prix : 70 %\n- Valeur technique : 30 %',
        files: {
          'cadre.md':
            '# Annexe 3 au RC – Questionnaire technique du lot 2\n\n⟦La valeur technique compte pour 30 % dans le jugement des offres.⟧',
        },
        fixed: { gains: 'La valeur technique compte pour 40 % dans' },
      },
      // A form annexed to a piece recalls the weights of one lot.
      {
        text: '## Critères – lot 2\n\nLes offres du lot 2 sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- ⟦Valeur technique : 45 %⟧\n- Environnement : 15 %',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de réponse technique\n\n## Lot 2\n\nRappel des critères du lot 2 : prix 40 %, ⟦valeur technique 40 %⟧, environnement 20 %.',
        },
        fixed: { gains: 'valeur technique 45 %, environnement 15 %.' },
      },
      {
        text: '## Jugement des offres\n\n| Critère | Pondération |\n|---|---|\n⟦| Valeur technique | 50 % |⟧\n| Prix | 35 % |\n| Environnement | 15 % |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Mémoire\n\nIl est rappelé que ⟦la valeur technique compte pour 55 % dans le jugement des offres.⟧',
        },
        fixed: { gains: 'la valeur technique compte pour 50 % dans' },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- ⟦Prix : 40 %⟧\n- Valeur technique : 60 %',
        files: {
          'ccap.md':
            '# CCAP\n\n## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- ⟦Prix des prestations : 60 %⟧\n- Valeur technique : 40 %',
        },
        fixed: { gains: '- Prix des prestations : 40 %\n- Valeur technique : 60 %' },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- ⟦Valeur technique : 60 %⟧',
        files: {
          'cctp.md':
            '# CCTP\n\n## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 points\n- ⟦Valeur technique : 40 points⟧\n- Délai de livraison : 20 points',
        },
      },
    ],
    good: [
      // « Critères » is one thing that is studied among others.
      {
        text: '# RC\n\n## Critères\n\n| Critère | Poids |\n|---|---|\n| Prix | 40 % |\n| Méthode | 60 % |\n',
        files: {
          'ccap.md':
            '# CCAP et CCTP\n\nL’audit porte sur les bourses de la Région : critères, montants, suivi, effets.',
        },
      },
      {
        text: '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Qualité | 40 |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Factures\n\nMentions : numéro du bon, quantités, prix, TVA.\n\nLes échéances :\n\n| Lot | Échéance | Part du prix |\n|---|---|---|\n| 1 | à l’admission | 30 % |\n| 1 | à la fin | 70 % |',
        },
      },
      {
        text: '## Critères\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'ccap.md':
            '# CCAP\n\nLes candidatures ont été triées selon les moyens humains (70 %) et les capacités financières (30 %), puis les offres selon le règlement.',
        },
      },
      {
        text: '## Critères du lot 1\n\n| Critère | Poids |\n|---|---|\n| Prix du lot 1 | 65 % |\n| Valeur technique du lot 1 | 35 % |\n\n## Critères du lot 2\n\n| Critère | Poids |\n|---|---|\n| Prix du lot 2 | 60 % |\n| Valeur technique du lot 2 | 40 % |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Planning\n\nLe titulaire remet un planning annuel[^1].\n\n[^1]: Ce planning est jugé dès l’offre : au lot 2, il relève du critère de la valeur technique, qui compte pour 40 % de la note finale.',
        },
      },
      // The weights of the same lots; a threshold, and the parts of a criterion.
      {
        text: `${PAR_LOT}| Valeur technique | 60 % | 45 % |`,
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\n## Rappel\n\n| Lot | Poids de la valeur technique |\n|---|---|\n| Lot 1 | 60 % |\n| Lot 2 | 45 % |\n\n## Seuil\n\n| Lot | Note minimale de la valeur technique |\n|---|---|\n| Lot 1 | 50 % |\n| Lot 2 | 50 % |\n\n## Sous-critères\n\n| Sous-critère | Part de la note de la valeur technique |\n|---|---|\n| Équipe | 40 % |\n| Méthode | 60 % |',
        },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Qualité : 40 %',
        files: {
          'ccap.md':
            '# CCAP\n\n## Article 2 – Les documents\n\nDans l’ordre où ils l’emportent les uns sur les autres : ce CCAP, une fois signé, votre cadre de prix, votre mémoire.',
        },
      },
      {
        text: '## Critères – lot 2\n\nLes offres du lot 2 sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 45 %\n- Environnement : 15 %',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de réponse technique\n\n## Lot 2\n\nRappel des critères du lot 2 : prix 40 points, valeur technique 45 points, environnement 15 points, sur 100.\n\n## Lot 3\n\nRappel des critères du lot 3 : prix 60 %, valeur technique 40 %.',
        },
      },
      // Notes of a meeting are annexed to nothing.
      {
        text: '## Critères\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'notes.md':
            '# Questionnaire de préparation\n\nPiste : critères du marché : prix 50 %, valeur technique 50 %.',
        },
      },
      // The contractor's work is judged too, each year, by criteria of its own.
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'ccap.md':
            '# CCAP\n\n## Évaluation annuelle du titulaire\n\nElle porte sur les critères suivants :\n\n- Respect des délais,\n- Qualité des livrables,\n- Fiabilité des prix.',
        },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'cctp.md':
            '# CCTP\n\n## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Valeur technique de l’offre : 60 points\n- Prix des prestations : 40 points',
        },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'cctp.md': '# CCTP\n\n## Essais\n\n| Critère de recette | Seuil |\n|---|---|\n| Disponibilité | 99 % |',
        },
      },
      {
        text: '## Critères d’attribution\n\nPour le lot 1 :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'cctp.md':
            '# CCTP\n\n## Critères d’attribution du lot 2\n\nLes offres du lot 2 sont jugées selon les critères suivants :\n\n- Prix : 70 %\n- Délai : 30 %',
        },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: { 'ccap.md': '# CCAP\n\n## Pénalités\n\nLes pénalités sont plafonnées à 10 % du prix.' },
      },
      {
        text: '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: {
          'cctp.md':
            '# CCTP\n\n## Rappel\n\nIl est rappelé que la valeur technique compte pour 60 % dans le jugement des offres.',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    for (const { ours, theirs } of dissents(piece.consultation, criteresMatter)) {
      if (ours.piece !== piece) continue;
      const found = theirs.map((other) => ({ other, gaps: gaps(ours.value, other.value) }));
      const [main] = found;
      if (!main) continue;
      const { other } = main;
      // Both places offer the same fix first: the later piece follows the earlier.
      const order = [...piece.consultation.of('rc', 'ccap', 'cctp', 'ae', 'programme-fonctionnel', 'autre')];
      const first = order.indexOf(ours.piece) < order.indexOf(other.piece);
      const ways = first ? [align(other, ours), align(ours, other)] : [align(ours, other), align(other, ours)];
      const fixes = theirs.length === 1 ? ways.filter((f) => f !== undefined) : [];
      const all = found.flatMap((f) => f.gaps);
      yield {
        at: placeOf(ours, all),
        message: 'differs',
        data: {
          list: found.flatMap((f) => f.gaps.map((g) => line(g, placeName(f.other.piece)))).join(' ; '),
        },
        related: theirs.map((t) => ({
          piece: t.piece,
          at: placeOf(t, gaps(t.value, ours.value)),
          message: `Critères donnés ${placeName(t.piece)}.`,
        })),
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
});
