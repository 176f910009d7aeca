import { insertClause } from '../clauses/insertion.ts';
import { isUnder2021, regimes, saidInDossier, softwareMade } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/code-source',
  title: 'Livraison du code source non prévue',
  level: 'warning',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Sans le code source et sa documentation, les droits de modifier, de corriger ou de faire maintenir le logiciel restent lettre morte :
l'acheteur dépend du titulaire pour toute évolution.`,
  sources: [guide('III.C.3', 30), guide('III.C.3', 33), ccag('tic', '46.4.1')],
  messages: {
    absent:
      'Un logiciel est développé pour l’acheteur sans que son code source soit à livrer.\nSans ce code et sa documentation, livrés avec le code objet, il ne pourra ni le modifier, ni le faire maintenir. Prévoir la livraison, à chaque version.',
  },
  silencedBy: [{ rule: 'pi/clause-absente', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '# ⟦CCAP⟧\n\nLe moteur de réservation est codé sur mesure. L’éditeur garde les fichiers et n’a pas à les remettre.',
        fixed: { gains: 'Code source' },
      },
      {
        text: "# ⟦Clauses particulières⟧\n\nLe marché a pour objet le développement d'une application de suivi des stocks. Le titulaire livre l'application installée.",
        fixed: { gains: 'le code source correspondant' },
      },
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire conçoit et développe un portail pour les usagers. Les codes sources ne sont pas livrés.',
        fixed: { gains: 'Code source' },
      },
      {
        text: '# ⟦CCAP⟧\n\nLe titulaire développe une application statistique. Les sources sont citées en bas de page ; les données sont livrées avec elle.',
        fixed: { gains: 'Code source' },
      },
    ],
    good: [
      'Le relevé des arbres sera intégré à la base de données de la ville, qui pourra le compléter.',
      // A site is a place and a programme is a plan, but for a word of what is digital.
      'Passage : réalisation de toutes les tâches d’une fiche sur un site, en une fois.',
      'Grille de repérage : papier et tableur ; pas de logiciel développé au titre du contrat.',
      'Le titulaire développe une application de réservation. Sources : remises à chaque version.',
      'Le titulaire développe une application de réservation. Il livre le programme, le guide et ses sources.',
      "Le marché a pour objet le développement d'une application.\n\n| Remise | Quand |\n|---|---|\n| programmes sources | à chaque version |",
      "Le marché a pour objet le développement d'une application. Sont remis à chaque version :\n\n- le code source ;\n- la notice.",
      'Les livraisons sont groupées par site, à raison d’une tournée par semaine au plus.',
      "Le marché a pour objet le développement d'une application. Le titulaire remet le code source et la documentation à chaque version.",
      "Le marché a pour objet le développement d'une application. Le marché se réfère au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      {
        text: 'Le marché a pour objet la refonte du portail.',
        files: {
          'cctp.md':
            '# CCTP\n\nÀ chaque livraison, les sources sont déposées sur la forge de la caisse : codes sources, scripts et documentation.',
        },
      },
      'Le logiciel est un produit du commerce ; aucun développement spécifique n’est demandé.',
      "Le marché a pour objet le développement d'une application. Les sources sont remises avec les exécutables et la documentation.",
      'Le marché concourt au développement durable du territoire.',
    ],
    limits: [],
  },
  *check(piece) {
    const software = softwareMade(piece);
    if (!software || saidInDossier(piece, 'code-source')) return;
    const derogates = piece.consultation.pieces.some((p) => p.ask(regimes).some((r) => r.derogation));
    if (isUnder2021(piece, ['tic']) && !derogates) return;
    const at = piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'absent',
      doubt: software.doubt,
      fixes: [insertClause(piece, 'pi-code-source', { title: 'Prévoir la livraison du code source' })],
    };
  },
});
