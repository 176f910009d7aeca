import { negociation, procedureDe } from '../facts/procedure/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/negociation-interdite',
  title: "Négociation des exigences minimales ou des critères d'attribution",
  level: 'error',
  pieces: ['rc', 'cctp', 'programme-fonctionnel'],
  why: `Les exigences minimales et les critères d'attribution sont la règle du jeu : les changer pendant la négociation rompt l'égalité avec les
candidats, et avec ceux qui ont renoncé à répondre.`,
  sources: [guide('II.B.2', 15), ccp('R2161-13'), ccp('L3')],
  messages: {
    exigences:
      'La négociation porterait sur les exigences minimales, qui ne se négocient pas.\nLes exclure de la négociation.',
    criteres:
      'La négociation porterait sur les critères d’attribution ou sur leur poids.\nIls ne se négocient pas. Les exclure de la négociation.',
  },
  silencedBy: [{ rule: 'procedure/negociation-appel-offres', where: 'place' }],
  examples: {
    bad: [
      {
        text: 'Procédure avec négociation (article L. 2124-3).\n\n## 7. Négociation\n\n⟦Tout peut y être mis sur la table : le programme, les prix, le partage des points entre les rubriques de l’article 8⟧.',
        fixed: { gains: 'except' },
      },
      {
        text: '## Négociation\n\nLa négociation porte sur les prix. ⟦Elle s’étend aux seuils fixés par les exigences EI-3 et EI-6, que l’Urssaf pourra ramener à un niveau plus accessible⟧.',
        fixed: { gains: 'à l’exception des exigences minimales' },
        head: { procedure: 'mapa' },
      },
      // The weights, by the verbs of a talk.
      {
        text: '## Négociation\n\nLa commune négocie avec trois concurrents.\n\n⟦La discussion embrasse le prix, les délais, ainsi que les coefficients attribués au prix et à la valeur technique⟧.',
        fixed: { gains: "l'exception des exigences minimales" },
        head: { procedure: 'mapa' },
      },
      {
        text: 'La consultation est une procédure avec négociation.\n\n## Négociation\n\nChaque candidat est reçu deux fois. ⟦Au vu de ce premier tour, l’hôpital et les candidats peuvent convenir de répartir autrement les points entre les lignes de l’article 7⟧.\n',
        fixed: { gains: 'except' },
      },

      {
        text: '## Négociation\n\nObjet des discussions :\n\n- prix ;\n- ⟦niveau des exigences minimales de débit⟧ ;\n- calendrier.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\n⟦Les discussions peuvent porter sur le calendrier, le prix et, en cours de séance, sur les poids de la grille de l’article 8⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'except' },
      },
      {
        text: '## Négociation\n\n⟦Le candidat peut proposer un autre barème de notation⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'n' },
      },
      {
        text: '## Négociation\n\n⟦La répartition des points entre le prix et la méthode pourra être réexaminée avec les candidats au cours de la négociation⟧.',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'n' },
      },
      {
        text: '| Point | Négociable ? |\n|---|---|\n| Prix | oui |\n| ⟦Exigences minimales (portée)⟧ | oui |\n| Critères | non |\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\n⟦Un candidat pourra obtenir que l’un des seuils soit abaissé, contre un rabais⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nLes candidats commentent la pondération des critères. ⟦Celle-ci sera revue pendant les échanges⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '## Négociation\n\nProcédure avec négociation. ⟦Sont négociables : le prix, le calendrier, les critères de choix⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\n⟦Tous les points sont susceptibles d’être négociés, y compris le socle d’exigences minimales⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nLe marché est passé selon la procédure avec négociation. ⟦Les exigences minimales pourront être négociées⟧.\n',
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nProcédure adaptée. Les échanges porteront sur le prix ; ⟦ils pourront également amener à revoir la pondération des critères⟧.\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '⟦La négociation porte sur tous les éléments de l’offre, y compris les exigences minimales⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Dialogue\n\n⟦Au cours du dialogue, les critères d’attribution pourront être ajustés⟧.\n',
        head: { procedure: 'dialogue-competitif' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nAucun point du dossier n’est exclu de la discussion. ⟦Sont notamment ouverts à la négociation : les délais, l’architecture et le poids respectif des critères⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nLa négociation pourra porter notamment sur :\n\n- les prix ;\n- ⟦les exigences dites minimales du CCTP⟧ ;\n- les délais.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\n⟦Aucun élément du dossier n’échappe à la négociation, exigences minimales comprises⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\nElle porte sur les prix. ⟦Elle peut aussi conduire l’acheteur à abaisser une exigence minimale du CCTP lorsque son coût se révèle excessif⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\n⟦L’établissement pourra dispenser les candidats de certaines caractéristiques minimales⟧.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'exception des exigences minimales' },
      },
      {
        text: '## Négociation\n\n⟦La négociation conduira, au besoin, à diminuer les seuils minimaux⟧.\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'exception des exigences minimales' },
      },
    ],
    good: [
      {
        text: '## Négociation\n\nLes échanges portent sur toute l’offre, les exigences minimales et les critères en étant exclus.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      '## Négociation\n\nL’acheteur négocie avec tous les candidats. Le barème des pénalités peut être discuté.\n',
      '## Négociation\n\nL’acheteur négocie avec tous les candidats. La répartition des points de collecte peut être revue avec eux.\n',
      '## Négociation\n\nLa commune pourra discuter avec les trois premiers, sur le prix comme sur la technique.\n\nHors champ : les critères, leur poids et les exigences minimales.',
      {
        text: '## Négociation\n\nToute l’offre est négociée, critères et exigences minimales mis à part.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nLa négociation s’étend à toute l’offre, à la seule exception des critères et des exigences minimales.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nUn candidat peut proposer de dépasser les seuils minimaux. Le prix de chaque exigence minimale se discute.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nObjet : prix, délais, contenu technique ; grille de notation hors discussion.',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nLes candidats commentent la grille de notation. Celle-ci n’est pas modifiée pendant les échanges.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nRestent hors des échanges : les seuils planchers et la pondération des critères.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      // The criteria are what tells with whom to negotiate.
      'L’acheteur négocie. Il peut limiter le nombre d’offres à négocier en appliquant les critères d’attribution.\n',
      {
        text: '## Négociation\n\nElle peut conduire le candidat à abaisser ses prix sans toucher aux exigences minimales.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nUne offre qui dépasse les exigences minimales peut voir son prix diminuer.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nElle peut conduire à abaisser le coût d’une exigence minimale.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nL’application des critères conduit à revoir le classement après chaque tour.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nNe sont pas ouverts à la négociation :\n\n- les exigences minimales ;\n- les critères d’attribution.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nSont ouverts à la discussion :\n\n- les prix ;\n- les moyens de satisfaire les exigences minimales ;\n- les critères d’acceptation des livrables.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nAucun point n’est exclu de la discussion, hors exigences minimales et critères d’attribution.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nLa négociation ne peut porter ni sur les exigences minimales, ni sur les critères.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'La négociation porte sur le prix. Les exigences minimales ne sont pas négociables.\n',
        head: { procedure: 'procedure-avec-negociation' },
      },
      {
        text: '## Négociation\n\nLes offres négociées sont classées selon les critères d’attribution.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nElle peut porter sur tous les éléments de l’offre, hors exigences minimales et critères.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '## Négociation\n\nL’offre est appréciée au regard des critères ; les délais pourront être négociés.\n',
        head: { procedure: 'mapa' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const name = procedureDe(piece);
    if (!name || name.startsWith('appel-') || name === 'recherche-developpement') return;
    const what = name === 'dialogue-competitif' ? 'dialogue' : 'negociation';
    for (const { objet, at, line, doubt } of piece.ask(negociation).interdits) {
      const words = `${what === 'dialogue' ? 'le dialogue' : 'la négociation'} peut porter sur tous les éléments de l'offre, à l'exception des exigences minimales et des critères d'attribution`;
      const capital = /^\p{Lu}/u.test(piece.draft.slice(at));
      const text = capital ? words.replace(/^l/, 'L') : words;
      yield {
        at,
        message: objet,
        doubt,
        // A line of a list goes with what introduces it: it is for the buyer to take it out.
        fixes: line ? [] : [replace(piece, at, text, 'Exclure les exigences minimales et les critères')],
      };
    }
  },
});
