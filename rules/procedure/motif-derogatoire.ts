import { clause } from '../clauses/clauses.ts';
import { accordCadre } from '../facts/accord-cadre/index.ts';
import { motifs, procedure } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

const model = clause('procedure-motif-negociation');
const cases = model.variables.find((v) => v.nom === 'cas')?.valeurs ?? [];

/** The model clause for one procedure and one of the legal cases; the circumstances are left to the buyer. */
const written = (name: 'dialogue-competitif' | 'procedure-avec-negociation', legalCase: string): string => {
  const dialogue = name === 'dialogue-competitif';
  const values: Readonly<Record<string, string>> = {
    procédure: dialogue ? 'au dialogue compétitif' : 'à la procédure avec négociation',
    article: dialogue ? "l'article R. 2124-5" : "l'article R. 2124-3",
    cas: legalCase,
  };
  return model.body
    .replace(/à \[à compléter : procédure[^\]]*\]/, values.procédure ?? '')
    .replace(/\[à compléter : (article|cas)[^\]]*\]/g, (all, key: string) => values[key] ?? all);
};

export default defineRule({
  id: 'procedure/motif-derogatoire',
  title: 'Procédure avec négociation ou dialogue sans motif',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `La procédure avec négociation et le dialogue compétitif ne s'ouvrent que dans six cas. Celui qui est invoqué doit pouvoir se lire : s'il
manque ou ne tient pas, le choix même de la procédure est contestable.`,
  sources: [guide('II.B.2', 15), guide('II.B.3', 16), ccp('R2124-3'), ccp('R2124-5')],
  messages: {
    absent:
      'Le règlement choisit {procedure} sans énoncer le cas qui l’ouvre.\nLes cas sont ceux de l’article {article} du code de la commande publique : adaptation de solutions disponibles, solution innovante, conception, complexité ou risques, spécifications impossibles à définir, appel d’offres resté sans offre régulière ou acceptable. Énoncer ce cas et les circonstances qui le remplissent.',
  },
  silencedBy: [{ rule: 'partenariat/besoin-non-couvert', where: 'piece' }],
  examples: {
    bad: [
      {
        text: '- ⟦Procédure : avec négociation⟧\n- Objet : carburant\n',
        fixed: { gains: 'R. 2124-3 du code' },
      },
      {
        text: '- Acheteur : lycée\n- ⟦Passation : article L. 2124-3 du code⟧\n',
        fixed: { gains: 'R. 2124-3 du code' },
      },
      {
        text: '⟦Le marché est passé selon la procédure avec négociation.⟧\n',
        fixed: { gains: 'R. 2124-3 du code' },
      },
      {
        text: '⟦La consultation prend la forme d’un dialogue compétitif (articles L. 2124-4 et R. 2161-24 à R. 2161-31).⟧\n',
        fixed: { gains: 'R. 2124-5 du code' },
      },
      {
        text: '## Procédure\n\n⟦Procédure avec négociation, en application de l’article R. 2124-3 du code de la commande publique.⟧\n\n## Objet\n\nBalises innovantes.\n',
        fixed: { gains: 'est ouvert par le cas suivant' },
      },
    ],
    good: [
      'Procédure avec négociation, passée par une entité adjudicatrice pour son réseau d’eau.\n',
      'Procédure avec négociation. Ce qui se vend ne nous convient pas : il faudra retailler le logiciel pour trois langues.\n',
      'Dialogue compétitif. Nous ne savons pas décrire seuls la machine qu’il nous faut.\n',
      '- Procédure : adaptée, avec négociation\n- Objet : carburant\n',
      'Procédure avec négociation. Rien de ce qui se vend ne convient en l’état : les coffrets du commerce devront être repris.\n',
      'Procédure avec négociation. L’appel d’offres publié le 2 juin 2026 n’a reçu que deux offres, supérieures aux crédits et donc inacceptables.\n',
      'Procédure adaptée.\n\nLe dialogue compétitif a-t-il été envisagé ? Oui, puis il a été écarté, le besoin étant simple.\n',
      'Marché de services à procédure adaptée : assistance à la conduite d’un dialogue compétitif.\n',
      'Procédure avec négociation. Nous y recourons parce que tout produit du commerce devrait être adapté à nos machines.\n',
      'Le marché est passé selon la procédure avec négociation, le besoin consistant en une solution innovante (R. 2124-3, 2°).\n',
      'La consultation est un dialogue compétitif. Le recours au dialogue est justifié par la complexité du montage juridique et financier.\n',
      '## Procédure\n\nLe marché est passé selon la procédure avec négociation. Le besoin ne peut être satisfait sans adapter des solutions immédiatement disponibles.\n',
      'Procédure avec négociation : l’acheteur n’est pas en mesure de définir les spécifications techniques avec une précision suffisante.\n',
      'Le marché est passé en procédure avec négociation à la suite d’un appel d’offres infructueux.\n',
      'La consultation est passée selon une procédure adaptée, avec négociation.\n',
      'La consultation tend à la conclusion d’un partenariat d’innovation.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { name, evidence } = piece.ask(procedure);
    if (name !== 'procedure-avec-negociation' && name !== 'dialogue-competitif') return;
    // The rules of another phase of the same procedure may give it.
    if ([piece, ...piece.consultation.of('rc')].some((p) => p.ask(motifs).cas)) return;
    // Both are open to them without a case (articles R2124-4 and R2124-6).
    if (piece.consultation.pieces.some((p) => p.ask(accordCadre).entiteAdjudicatrice)) return;
    const dialogue = name === 'dialogue-competitif';
    const said = evidence.find((e) => e.name === name)?.sentence;
    const at = said?.at() ?? piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'absent',
      data: {
        procedure: dialogue ? 'le dialogue compétitif' : 'la procédure avec négociation',
        article: dialogue ? 'R2124-5' : 'R2124-3',
      },
      fixes: cases.map((c) => insertBlockAfter(piece, at, written(name, c), `Énoncer le cas : ${c}`)),
    };
  },
});
