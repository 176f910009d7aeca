import { FORMALISEES, PROCEDURE_NAMES, type ProcedureEvidence, procedure } from '../facts/procedure/index.ts';
import { lotsIn } from '../facts/variantes/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/mapa-procedure-formalisee',
  title: 'Procédure adaptée qui se réfère à une procédure formalisée',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `L'acheteur qui, en procédure adaptée, se réfère expressément à une procédure formalisée doit en appliquer toutes les règles : délais,
publicité, absence de négociation. Il perd la souplesse qu'il croyait avoir.`,
  sources: [ccp('R2123-6')],
  messages: {
    formalisee:
      'Ce passage d’une procédure adaptée dit suivre {procedure}.\nL’acheteur est alors tenu d’en appliquer toutes les règles (article R2123-6 du code de la commande publique). Décrire les modalités sans nommer de procédure formalisée, ou choisir celle-ci.',
  },
  examples: {
    bad: [
      'Procédure adaptée (R. 2123-1, 1°), selon les modalités de l’⟦AO restreint⟧.',
      'La procédure est adaptée. Les plis sont reçus et jugés suivant les dispositions applicables à l’⟦appel d’offres ouvert⟧.\n',
      '**Type de procédure :** procédure adaptée\n\n**Références :** art. ⟦R. 2161-2⟧ à R. 2161-5 du code\n',
      'Comme le montant reste sous le seuil européen, nous suivons une procédure adaptée. Le présent ⟦appel d’offres ouvert⟧ compte une seule étape.\n',
      'Mode de passation : MAPA. Le marché, qui ne comporte pas de lots, est passé selon l’⟦appel d’offres ouvert⟧.\n',
      'Mode de passation : MAPA. Pour le déroulement, la ville suit les articles ⟦R. 2161-2⟧ à R. 2161-5.\n',
      '# Règlement de la consultation – Lot 2\n\nLa procédure est adaptée. Le lot 2 est passé selon l’⟦appel d’offres ouvert⟧.\n',
      'Le marché est passé selon une procédure adaptée. La procédure suivie est celle de ⟦l’appel d’offres ouvert⟧.\n'.replace(
        '⟦l’appel',
        'l’⟦appel',
      ),
      {
        text: 'La consultation est organisée sous la forme d’un ⟦dialogue compétitif⟧.\n',
        head: { procedure: 'mapa' },
      },
      '1/ Acheteur : MSA. 2/ Mode de passation : procédure adaptée ouverte, soumise aux règles de l’⟦appel d’offres ouvert⟧.\n',
      '## Procédure\n\nProcédure adaptée ouverte.\n\nLe marché est conclu selon la ⟦procédure avec négociation⟧.\n',
    ],
    good: [
      'La procédure est adaptée.\n\nComment le marché précédent avait-il été passé ? En 2022, par appel d’offres ouvert.\n',
      'Procédure adaptée. Le besoin reste sous les 216 000 € HT à partir desquels un appel d’offres aurait été nécessaire.\n',
      'Procédure adaptée. L’estimation reste en dessous du seuil à partir duquel la ville aurait dû lancer un appel d’offres.',
      'Procédure adaptée. Les mots « appel d’offres » qui figurent dans l’adresse de la plateforme tiennent à son éditeur.',
      'Procédure adaptée. Un appel d’offres ouvert avait un temps été étudié.\n',
      '**Type de procédure :** procédure adaptée\n\n**Références :** trois chantiers passés par appel d’offres ouvert\n',
      'La procédure est adaptée. Le marché en cours, attribué après appel d’offres ouvert, prend fin en mars.\n',
      'Procédure adaptée. Absence d’appel d’offres, de concours et de dialogue compétitif.',
      { text: 'Procédure adaptée. Règles de l’appel d’offres : non applicables.', head: { procedure: 'mapa' } },
      'Mode de passation : procédure adaptée. La ville ne se soumet pas aux règles de l’appel d’offres ouvert.\n',
      'Mode de passation : procédure adaptée, menée sans reprendre les règles de l’appel d’offres ouvert.\n',
      'La procédure est adaptée ; aucune des règles de l’appel d’offres ouvert n’est suivie.\n',
      'La procédure est adaptée. Le marché en cours, conclu en 2023 à la suite d’un appel d’offres ouvert, prend fin en mars.\n',
      '# Règlement de la consultation – Lot 2\n\nLa procédure est adaptée. Le lot 3 est passé selon l’appel d’offres ouvert.\n',
      'La procédure est adaptée. S’inspirer des règles de l’appel d’offres ne vaut pas soumission à cette procédure.\n',
      'Le marché est passé selon une procédure adaptée ouverte, avec négociation possible.\n',
      'Procédure adaptée. Le montant est inférieur au seuil des procédures formalisées et de l’appel d’offres.\n',
      'La procédure est adaptée. Le précédent marché avait été passé par appel d’offres ouvert.\n',
      'Lot 1 : appel d’offres ouvert. Pour le lot 2, le marché est passé selon une procédure adaptée.\n',
      'La consultation est un appel d’offres ouvert.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { name, evidence, heard, grounds } = piece.ask(procedure);
    if (name !== 'mapa' || grounds.some((g) => g.ground === 'petits-lots')) return;
    // The règlement of one lot speaks of itself where it names that lot.
    const own = lotsIn(piece.draft.title?.folded ?? '');
    const isOwn = (folded: string) => lotsIn(folded).every((lot) => own.includes(lot));
    const isOther = (e: ProcedureEvidence) => FORMALISEES.includes(e.name) && isOwn(e.sentence.folded);
    const named = heard.find((e) => e.named && e.doubt.surety === 'sure' && isOther(e));
    const other = evidence.find(isOther) ?? named;
    if (!other) return;
    const doubt = other === named ? named.doubt : undefined;
    yield { at: other.at, message: 'formalisee', data: { procedure: PROCEDURE_NAMES[other.name] }, doubt };
  },
});
