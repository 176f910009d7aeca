import { clauseText } from '../clauses/clauses.ts';
import { meets } from '../facts/accord-cadre/index.ts';
import { lots } from '../facts/allotissement/index.ts';
import { conditionsVariantes, ouvertureDuDossier, variantes } from '../facts/variantes/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/exigences-minimales',
  title: 'Variantes ouvertes sans exigence minimale',
  level: 'error',
  pieces: ['rc', 'cctp'],
  absence: true,
  dossier: true,
  why: `Une variante s'écarte du cahier des charges : sans exigences minimales, rien ne dit jusqu'où elle peut s'en écarter, et
l'acheteur ne peut ni l'écarter ni la retenir sans risque. Le code lui impose de les écrire dès qu'il autorise ou exige des variantes.`,
  sources: [guide('I.D', 10), ccp('R2151-10')],
  messages: {
    absentes:
      'Les variantes sont ouvertes sans aucune exigence minimale à respecter.\nL’article R2151-10 du code de la commande publique la demande. Écrire ici la liste de ces exigences, ou renvoyer à l’article d’une autre pièce qui les énonce.',
    lots: 'Les variantes n’ont pas d’exigences minimales pour certains lots : lot {lots}.\nElles sont ouvertes, et ces exigences ne sont énoncées que pour d’autres lots (article R2151-10 du code de la commande publique). Les écrire aussi pour lui.',
  },
  silencedBy: [{ rule: 'variantes/non-mentionnees', where: 'consultation' }],
  examples: {
    bad: [
      // How they are judged asks nothing of them.
      {
        text: '## Variantes\n\n⟦Les candidats peuvent proposer une variante par lot.⟧ Les offres de base et les variantes sont classées ensemble, d’après les critères de l’article 6.',
        fixed: { gains: 'sous peine de rejet' },
      },
      {
        text: '## Variantes\n\n⟦Les candidats peuvent proposer des variantes sur la structure des chaussées.⟧\n\n## Offre\n\nL’offre contient un mémoire technique de 25 pages au plus : 1. méthode ; 2. moyens ; 3. le cas échéant, exposé de la variante.',
        fixed: { gains: 'sous peine de rejet' },
      },
      {
        text: '⟦Les variantes sont admises sous les réserves suivantes :⟧\n\n- un dossier à part ;\n- deux variantes au plus par candidat.\n',
        fixed: { gains: 'exigences minimales' },
      },
      // What the team must have is no requirement of variants.
      {
        text: '⟦Les variantes sont admises.⟧\n\n## Exigences minimales\n\nLe chef de chantier justifie de dix ans d’expérience.\n',
        fixed: { gains: 'exigences minimales' },
      },

      {
        text: '⟦Les variantes sont admises dans les limites fixées à l’article 9 du CCTP.⟧\n',
        files: {
          'cctp.md': '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Matériel\n\nCharge ; hauteur ; couleur.\n',
        },
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: '⟦Les variantes sont admises.⟧ Certains points du cahier des charges resteront intangibles.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Dérogations au CCAG\n\nCharge ; hauteur ; couleur.\n',
        },
        fixed: { gains: 'exigences minimales' },
      },
      // An answer that sends to the article on variants requires nothing of them.
      {
        text: '- **⟦Variantes :** oui, avec plaisir (voir l’article 5)⟧\n\n## 5. Les variantes\n\nOui, en plus de l’offre de base, une au plus par candidat.\n',
        fixed: { gains: 'exigences minimales' },
      },

      {
        text: '⟦Les variantes sont les bienvenues, deux au plus par candidat.⟧\n',
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: '⟦Outre la réponse demandée, vous pouvez défendre une seconde réponse, plus sobre.⟧\n',
        fixed: { gains: 'exigences minimales' },
      },
      // How many variants is no requirement of them.
      {
        text: '⟦Les variantes sont autorisées, deux variantes au plus par candidat.⟧\n',
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: 'Le besoin est décrit au programme.\n\n⟦Les variantes à l’initiative des candidats sont autorisées.⟧\n',
        fixed: { gains: 'les exigences minimales suivantes :' },
      },
      {
        text: '⟦Les soumissionnaires ont toute latitude pour proposer, dans un document séparé, des solutions qui s’écartent des spécifications ; ces variantes seront examinées.⟧\n',
        fixed: { gains: 'Toute variante respecte' },
      },
      {
        text: '⟦Chaque candidat peut présenter deux variantes au plus.⟧\n',
        fixed: { gains: 'Toute variante respecte' },
      },
      {
        text: '⟦Les candidats sont, toutefois, autorisés à présenter des variantes à condition qu’elles représentent un avantage réel pour l’établissement.⟧\n',
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: '⟦Variantes admises pour les lots 1 et 3.⟧ Elles respectent les exigences minimales.\n',
        fixed: { gains: 'exigences minimales suivantes' },
      },
      {
        text: '## Article 4 : Variantes\n\n⟦Elles sont recevables, dans la limite d’une par candidat.⟧\n',
        fixed: { gains: 'exigences minimales' },
      },
      { text: '⟦Une variante avec volets roulants devra être proposée.⟧\n', fixed: { gains: 'exigences minimales' } },
      {
        text: '⟦Les variantes sont autorisées.⟧ Elles respectent les exigences minimales de l’article 9 du CCTP.\n',
        files: { 'cctp.md': '# CCTP\n\n## Article 1 - Objet\n\nPose de bancs.\n' },
        fixed: { gains: 'exigences minimales suivantes' },
      },
      {
        text: '⟦Les entreprises ont la possibilité de proposer des solutions différentes dans leur offre.⟧\n',
        head: { piece: 'cctp' },
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: '### 1.4 Variantes\n\n⟦Lot 1. Vous pouvez proposer une solution autre que celle du CCTP, en plus de votre offre de base.⟧ Chaque variante est accompagnée d’une note qui chiffre les gains.\n\nLot 2. Pas de variante.\n',
        files: { 'cctp.md': '# CCTP\n\n## Article 1 - Objet\n\nPose de bancs.\n' },
        fixed: { gains: 'exigences minimales' },
      },
      {
        text: '⟦Les soumissionnaires sont admis à proposer, sur les modalités de visite, une solution différente de celle que décrit le CCTP.⟧\n',
        files: { 'cctp.md': '# CCTP\n\n## Article 1 - Objet\n\nPose de bancs.\n' },
        fixed: { gains: 'exigences minimales' },
      },
      // The requirements of one lot are no requirements of another.
      {
        text: '⟦Pour les lots 1 et 2, les variantes sont autorisées.⟧ Pour le lot 1, elles respectent au minimum : une autonomie de trois heures ; un bruit de 60 dB au plus.\n',
        fixed: { gains: 'exigences minimales suivantes' },
      },
    ],
    good: [
      // Titles that nothing makes so.
      '4.6 Variantes\n4.6.1\n\nVariantes obligatoires\n\nL’acheteur n’exige pas de variantes obligatoires.\n4.6.2\n\nVariantes facultatives\n\nElles ne sont pas autorisées.\n',
      'Les variantes sont admises sous les réserves suivantes :\n\n- un dossier à part ;\n- une tenue au vent équivalente.\n',
      'La ville n’ouvre pas ce marché aux variantes, que ce soit à l’initiative des candidats ou à sa demande.',
      'Les variantes sont admises, à débit égal.\n',
      'Les variantes sont admises, toutes les portes restant accessibles.\n',
      '| Variante | Seuil à respecter |\n| --- | --- |\n| Autre moteur, admis | 60 dB |\n',
      'Variantes : oui – portail – hauteur ≥ 2 m\n',

      // How far they may go is said in an article that is there, or under a title that says so.
      {
        text: 'Le candidat peut présenter une proposition alternative, dans le cadre que trace l’article 3 du CCTP.\n',
        files: {
          'cctp.md': '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Matériel\n\nCharge ; hauteur ; couleur.\n',
        },
      },
      {
        text: 'Les variantes sont admises dans les limites fixées à l’article 3 du CCTP.\n',
        files: {
          'cctp.md': '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Matériel\n\nCharge ; hauteur ; couleur.\n',
        },
      },
      {
        text: 'Les variantes sont admises.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Ce à quoi nulle offre ne peut déroger\n\nCharge ; hauteur ; couleur.\n',
        },
      },
      {
        text: 'Les variantes sont admises.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## 1. Objet\n\nPose de bancs.\n\n## 3. Socle intangible\n\nCharge ; hauteur ; couleur.\n',
        },
      },
      'Les variantes sont admises. Le gabarit de la porte et la hauteur libre forment un socle intangible.\n',
      'Les variantes sont admises. La pente de la rampe, elle, demeure intangible.\n',
      'Les variantes sont les bienvenues, deux au plus par candidat ; leur débit est de 30 m³/h au moins.\n',
      'Les variantes sont admises. Aucune ne descend sous un rendement de 85 %.\n',
      'Les variantes sont admises ; leur poids n’excède pas 40 kg.\n',
      'Pour les lots 1 et 2, les variantes sont autorisées. Pour le lot 1, elles respectent au minimum : une autonomie de trois heures. Pour le lot 2, elles respectent au minimum : un bruit de 60 dB au plus.\n',
      'Le marché comprend deux lots :\n\n- Lot 1 : balises ;\n- Lot 2 : mobilier.\n\nLes variantes sont autorisées. Les variantes ne sont pas autorisées pour le lot 2. Pour le lot 1, les variantes respectent au minimum une autonomie de trois heures.\n',
      'Pour le lot 1, les variantes sont autorisées. Elles respectent au minimum : une autonomie de trois heures ; un bruit de 60 dB au plus.\n',
      'Vous pouvez proposer une solution autre que celle du CCTP. Cette variante respecte au minimum : une autonomie de trois heures ; un bruit de 60 dB au plus.\n',
      'Vous ne pouvez pas proposer de solution autre que celle du CCTP.\n',
      'Vous pouvez présenter une offre par lot, mais aucune variante.\n',
      'Les variantes sont admises. Elles doivent au minimum offrir deux clés par meuble.\n',
      '| Point | Réponse |\n| --- | --- |\n| Variantes interdites | Oui |\n',
      'Les variantes sont admises. Une variante respecte au minimum le RGAA et la charte graphique.\n',
      'Les variantes ne sont pas autorisées.\n',
      'Les candidats ne peuvent proposer de solutions qui s’écartent du CCTP ; ces variantes seraient écartées.\n',
      'Les candidats ont toute latitude pour organiser leurs équipes. Une offre qui s’écarte des spécifications est irrégulière.\n',
      'Les variantes sont autorisées. Toute variante respecte au minimum : une autonomie de dix heures ; un poids de 3 kg au plus.\n',
      'Les variantes sont admises.\n\nElles respectent les exigences minimales suivantes :\n\n- charge de 200 kg ;\n- garantie de cinq ans.\n',
      {
        text: 'Les variantes sont autorisées. Elles respectent les exigences minimales de l’article 2 du CCTP.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## Article 1 - Objet\n\nBancs.\n\n## Article 2 - Exigences minimales\n\nCharge de 200 kg.\n',
        },
      },
      {
        text: 'Les variantes sont autorisées.\n',
        files: {
          'cctp.md': '# CCTP\n\n## Variantes\n\nToute variante devra conserver, a minima, la capacité de 40 places.\n',
        },
      },
      'Les variantes sont autorisées. Le CCTP, non joint, en dit les limites.\n',
      'Les prestations supplémentaires éventuelles sont autorisées.\n',
      'L’entrepreneur peut proposer des variantes, si le règlement de la consultation l’autorise.\n',
      '| Offre retenue | à la variante suivante : |\n| --- | --- |\n',
    ],
    limits: [],
  },
  *check(piece) {
    const opening = ouvertureDuDossier(piece);
    if (!opening) return;
    const stated = piece.consultation.pieces.flatMap((p) => p.ask(conditionsVariantes).exigencesLots);
    const { pieces } = piece.consultation;
    const banned = pieces.flatMap((p) =>
      p.ask(variantes).prises.flatMap((x) => (x.position === 'interdites' ? (x.lots ?? []) : [])),
    );
    const open = opening.lots ?? pieces.flatMap((p) => p.ask(lots).list?.lots.map((l) => l.number) ?? []);
    const left = [...new Set(open)].filter((lot) => !banned.includes(lot) && !stated.some((of) => meets(of, [lot])));
    if (stated.length > 0 && left.length === 0) return;
    const text = clauseText('variantes-exigences-minimales');
    yield {
      at: opening.at,
      message: stated.length > 0 ? 'lots' : 'absentes',
      data: { lots: left.join(', ').toUpperCase() },
      doubt: opening.doubt,
      fixes: [insertBlockAfter(piece, opening.at, text, 'Ajouter la liste des exigences minimales')],
    };
  },
});
