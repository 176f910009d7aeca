import { clauseText } from '../clauses/clauses.ts';
import { negociation, procedureDe } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/dialogue-phases',
  title: 'Phases éliminatoires du dialogue sans critères',
  level: 'error',
  pieces: ['rc', 'programme-fonctionnel'],
  why: `Réduire le nombre de solutions au fil du dialogue n'est permis que par application des critères annoncés. Une élimination « au mieux »
ne peut être ni comprise ni défendue.`,
  sources: [guide('II.B.3', 16), ccp('R2161-28')],
  messages: {
    absents:
      'Des candidats sont éliminés au fil du dialogue sans critères indiqués à chaque phase.\nDire, pour chaque phase, les critères appliqués et le nombre de solutions gardées.',
  },
  examples: {
    bad: [
      {
        text: '# Règlement – Dialogue\n\n| Phase | Objet | Candidats restants |\n|---|---|---|\n| 1 | croquis | 6 puis 4 |\n| 2 | avant-projet | ⟦4 puis 2⟧ |\n| 3 | offre finale | 2 |\n\nCritères d’attribution, pour les seules offres finales : coût global (60 %), service (40 %).\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Déroulement\n\n- Tour 1 : cinq équipes\n- ⟦Tour 2 : trois équipes⟧\n- Offre finale\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Dialogue\n\n⟦Après chaque rencontre, la direction nomme les équipes invitées à poursuivre ; les autres quittent les échanges.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Dialogue\n\n⟦Le champ des participants sera restreint au fil des séances.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Sessions\n\n⟦Au sortir de S1, le comité technique remercie l’un des participants ; au sortir de S2, il en remercie un second, de sorte que deux équipes seulement abordent S3.⟧ Ni les critères d’attribution ni leur poids ne sont ouverts à la discussion.',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'ssion.' },
      },
      {
        text: '## Dialogue\n\n| Étape | Matière | Participants admis |\n|---|---|---|\n| A | Tracé | 5 |\n| B | Cabines | ⟦3⟧ |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\n| Tour | Équipes | Critères |\n|---|---|---|\n| 1 | 5 vers 3 | coût (60), délai (40) |\n| 2 | 3 vers 2 | ⟦sans objet⟧ |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Calendrier\n\nLe dialogue se déroule ainsi :\n\n- janvier : cinq équipes ;\n- ⟦mars : trois équipes ;⟧\n- mai : deux équipes.\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Dialogue\n\n⟦À la fin de chaque ronde, l’acheteur ne garde que les solutions les plus prometteuses.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Dialogue\n\nTrois phases se succèdent. ⟦Au terme de chacune, l’acheteur écarte les solutions les moins intéressantes.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Dialogue\n\nLe dialogue compte deux phases. ⟦Au terme de la première, deux candidats seulement poursuivent.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: '## Déroulement du dialogue\n\n⟦À l’issue de la première phase, seuls trois participants seront admis à poursuivre le dialogue.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'Critères appliqués' },
      },
      {
        text: 'La consultation est un dialogue compétitif. ⟦Le dialogue se déroule en phases successives de manière à réduire le nombre de solutions.⟧\n',
        fixed: { gains: 'Critères appliqués' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
    ],
    good: [
      {
        text: '## Déroulement\n\n- Tour 1 : cinq équipes\n- Tour 2 : trois équipes, selon les critères de l’article 6\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nAprès chaque séance, tous les participants sont invités à poursuivre.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nLes séances éliminatoires ramènent de cinq à deux le nombre des projets. Les critères d’attribution servent à chaque séance.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Dialogue compétitif. Tout participant a la faculté de déposer une seconde proposition, qui s’écarte du programme.',
        head: { piece: 'rc' },
      },
      {
        text: '## Dialogue\n\nÀ la fin du premier tour, nous gardons deux solutions, celles qui ont le plus de points : durée de vie (60 points), bruit (40 points).\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nLe dialogue se tient en deux phases successives, au fil desquelles aucun d’eux n’est écarté. Un participant peut-il être éliminé entre deux phases ? Non.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\n| Étape | Participants admis | Critères |\n|---|---|---|\n| A | 5 | coût (60), délai (40) |\n| B | 3 | coût (60), délai (40) |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\n| Tour | Équipes | Critères |\n|---|---|---|\n| 1 | 5 vers 3 | coût (60), délai (40) |\n| 2 | 3 | sans objet |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nÀ l’issue de chaque phase, les solutions sont éliminées par application des critères d’attribution pondérés.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nÀ l’issue de la phase 1, trois solutions au plus sont retenues, les autres sont écartées.\n\n| Phase | Critères |\n| --- | --- |\n| 1 | Performance (60 %) |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Dialogue\n\nLe dialogue se déroule en trois phases, avec tous les participants.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Négociation\n\nÀ l’issue de la première phase, l’acheteur écarte les offres les moins bien classées.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Candidatures\n\nLes candidatures tardives sont éliminées à l’issue de la première phase.\n',
        head: { procedure: 'dialogue-competitif' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (procedureDe(piece) !== 'dialogue-competitif') return;
    const phase = piece.ask(negociation).phases.find((p) => !p.criteres);
    if (!phase) return;
    const text = clauseText('dialogue-criteres-phases');
    yield {
      at: phase.at,
      message: 'absents',
      doubt: phase.doubt,
      // A cell is for the buyer to fill.
      fixes: phase.cell ? [] : [insertBlockAfter(piece, phase.at, text, 'Ajouter les critères de chaque phase')],
    };
  },
});
