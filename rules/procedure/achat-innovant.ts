import { clause } from '../clauses/clauses.ts';
import { motifs } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { articleGround, threshold } from '../law/law.ts';

export default defineRule({
  id: 'procedure/achat-innovant',
  title: 'Dispense pour achat innovant mal fondée',
  level: 'warning',
  pieces: ['rc', 'cctp', 'ccap'],
  absence: true,
  why: `La dispense de publicité et de mise en concurrence pour achat innovant suppose un achat nouveau ou sensiblement amélioré, et un besoin de
moins de 100 000 € HT. Si l'un des deux manque, le marché devait être mis en concurrence.`,
  sources: [ccp('R2122-9-1'), ccp('L2172-3')],
  messages: {
    motif:
      'La dispense pour achat innovant est invoquée sans dire en quoi il est innovant.\nL’article R2122-9-1 la réserve à un achat nouveau, ou sensiblement amélioré (article L2172-3). Le dire par des faits.',
    montant:
      'La dispense pour achat innovant est invoquée pour un besoin de {montant} € HT.\nElle est réservée aux besoins inférieurs à {seuil} € HT (article R2122-9-1). Mettre le marché en concurrence.',
    deux: 'La dispense pour achat innovant est invoquée pour un besoin de {montant} € HT.\nElle est réservée aux besoins inférieurs à {seuil} € HT (article R2122-9-1), et rien ne dit en quoi l’achat est innovant. Mettre le marché en concurrence.',
  },
  examples: {
    bad: [
      {
        text: '⟦Le marché relève de l’article R. 2122-9-1 : aucun logiciel en vente ne tient compte de la norme parue en 2024.⟧ Il est conclu pour 118 000 € HT.\n',
      },
      {
        text: '⟦Le pavage, inédit, est commandé sous la dispense ouverte aux achats innovants.⟧\n\nPrix forfaitaire : 131 000 € HT.\n',
      },
      {
        text: '⟦Le marché relève de l’article R. 2122-9-1 : aucun produit connu ne rend ce service.⟧\n\n## Prix\n\nLe prix global et forfaitaire est de 118 500 € HT.\n',
      },
      {
        text: '⟦La commande est passée sans publicité ni mise en concurrence sur le fondement de l’article R. 2122-9-1, pour 38 000 € HT.⟧\n',
        fixed: { gains: 'achat est innovant au sens' },
      },
      {
        text: '⟦Le marché, évalué à 118 000 € HT, relève de l’article R. 2122-9-1 : aucun produit connu ne rend ce service.⟧\n',
      },
      { text: '⟦Le marché de 100 000 € HT entre dans la dispense pour achat innovant.⟧\n' },
    ],
    good: [
      'Procédure adaptée, 130 000 € HT. Le cabinet expose à l’office dans quels cas l’article R. 2122-9-1 s’applique, et comment la dispense de l’article R. 2122-9-1 se motive.\n',
      'Le besoin est estimé à 780 000 € HT. La dispense ouverte aux achats innovants de faible montant n’était donc pas envisageable.',
      'Procédure adaptée, 105 000 € HT. Le recours à la dispense de l’article R. 2122-9-1 a été étudié, puis abandonné.\n',
      'Appel d’offres ouvert, 400 000 € HT. La commune n’use pas de la dispense pour achat innovant de l’article R. 2122-9-1.\n',
      'Procédure adaptée, 130 000 € HT. Une sonde avait été achetée à part sous la dispense des achats innovants ; elle n’est pas comprise dans le marché.\n',
      'Le marché, de 80 000 € HT, relève de l’article R. 2122-9-1. L’achat est innovant : aucun logiciel existant ne transcrit la langue des signes.\n',
      'Le marché est conclu pour 95 000 € HT en application de l’article R. 2122-9-1, parce qu’il porte sur un service sensiblement amélioré.\n',
      '| Question | Réponse |\n|---|---|\n| Comment ? | Achat innovant sans publicité, article R. 2122-9-1 |\n| Combien ? | Moins de 96 000 € HT |\n| Où ? | Rouen |\n\n**2. Pourquoi cette procédure.** L’achat est innovant au sens de l’article L. 2172-3 : aucun outil en vente ne repère un décrochage à partir du rythme de consultation des cours.\n',
      'La procédure est adaptée. L’acheteur attend des solutions innovantes.\n',
      'Le marché est estimé à 150 000 € HT. Le critère « caractère innovant » est pondéré à 10 %.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const found = piece.ask(motifs).achatInnovant;
    if (!found) return;
    const seuil = threshold('dispense/innovation', piece.date);
    const tooMuch = seuil !== undefined && found.ht !== undefined && found.ht >= seuil.value;
    if (found.justifie && !tooMuch) return;
    const euros = (n: number) =>
      Math.round(n)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ' ');
    if (tooMuch) {
      const data = { montant: euros(found.ht ?? 0), seuil: euros(seuil.value) };
      yield { at: found.at, message: found.justifie ? 'montant' : 'deux', data, doubt: found.doubt, rests: [seuil] };
      return;
    }
    const sentence =
      clause('achat-innovant-justification').body.match(/L'achat est innovant[^\n]*?\]\./)?.[0] ??
      clause('achat-innovant-justification').body;
    yield {
      at: found.at,
      message: 'motif',
      doubt: found.doubt,
      rests: [articleGround('ccp', 'R2122-9-1'), articleGround('ccp', 'L2172-3')],
      fixes: [insertBlockAfter(piece, found.at, sentence, "Dire en quoi l'achat est innovant")],
    };
  },
});
