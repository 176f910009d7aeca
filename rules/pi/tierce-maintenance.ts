import { insertClause } from '../clauses/insertion.ts';
import { isUnder2021, regimes, saidInDossier, softwareMade } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, cpi, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/tierce-maintenance',
  title: 'Maintenance par un tiers non prévue',
  level: 'info',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `L'auteur d'un logiciel peut se réserver le droit d'en corriger les erreurs (article L122-6-1 du code de la propriété intellectuelle). Si le marché ne dit pas que
l'acheteur peut confier la maintenance à un tiers, il risque de devoir rester chez le même titulaire.`,
  sources: [guide('III.C.3', 30), guide('III.C.4', 33), ccag('tic', '46.1'), cpi('L122-6-1')],
  messages: {
    absente:
      'Rien ne prévoit que l’acheteur puisse faire maintenir le logiciel par un tiers.\nCe logiciel est développé pour lui. Prévoir qu’il puisse en confier la maintenance à un tiers de son choix évite de dépendre du titulaire après le marché.',
  },
  silencedBy: [{ rule: 'pi/clause-absente', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire développe un logiciel de paie. Les corrections sont réservées au titulaire, sans que quiconque puisse intervenir.',
        fixed: { gains: 'Maintenance par un tiers' },
      },
      {
        text: "# ⟦Clauses particulières⟧\n\nLe marché a pour objet le développement d'une application de suivi des stocks.",
        fixed: { gains: "L'acheteur peut confier à tout tiers de son choix" },
      },
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire développe un logiciel de paie et en assure la maintenance pendant deux ans.',
        fixed: { gains: 'Maintenance par un tiers' },
      },
    ],
    good: [
      'Le titulaire développe un logiciel. La ville est libre de le faire réparer et progresser par un atelier différent.',
      "Le marché a pour objet le développement d'une application. La ville peut confier la maintenance de l'application à une entreprise tierce de son choix.",
      "Le marché a pour objet le développement d'une application. L'article 46 du CCAG-TIC de 2021 s'applique, sans dérogation, aux droits sur les résultats.",
      'Le titulaire développe un logiciel. La ville utilise les résultats pour ses besoins, y compris en les faisant maintenir par un tiers.',
      'Le titulaire développe une application, publiée à la fin sous licence libre avec ses sources.',
      'Le titulaire développe une application. À l’échéance, il passe le relais au prestataire suivant et l’aide dans ses premières livraisons correctives.',
      "Le marché a pour objet le développement d'une application. L'acheteur peut confier la maintenance à un prestataire de son choix.",
      "Le titulaire développe un logiciel. La tierce maintenance applicative fera l'objet d'un autre marché.",
      "Le marché a pour objet le développement d'une application et se réfère au CCAG-TIC de 2021.",
      'Le logiciel est un produit du commerce.',
      "Le titulaire développe une application ; l'acheteur peut la faire maintenir par un tiers.",
    ],
    limits: [],
  },
  *check(piece) {
    const software = softwareMade(piece);
    if (!software || saidInDossier(piece, 'tierce-maintenance')) return;
    const derogates = piece.consultation.pieces.some((p) => p.ask(regimes).some((r) => r.derogation));
    if (isUnder2021(piece, ['tic']) && !derogates) return;
    const at = piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'absente',
      doubt: software.doubt,
      fixes: [insertClause(piece, 'pi-tierce-maintenance', { title: 'Autoriser la maintenance par un tiers' })],
    };
  },
});
