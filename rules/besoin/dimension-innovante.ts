import { expressesInnovation, innovationNotee } from '../facts/criteres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'besoin/dimension-innovante',
  title: 'Innovation notée sans être demandée',
  level: 'warning',
  pieces: ['rc'],
  why: `Noter l'innovation n'a de sens que si le besoin l'appelle : un candidat qui lit un cahier des charges classique n'a aucune raison de
proposer autre chose, et la note attribuée ensuite paraît arbitraire.`,
  sources: [guide('I.E', 11)],
  messages: {
    absente:
      '« {name} » valorise l’innovation, que le besoin n’exprime nulle part.\nLa dimension innovante du besoin n’est pas dans le cahier des charges. La décrire dans le CCTP ou le programme fonctionnel (ce qui est attendu de nouveau, et pour quel gain), ou retirer ce critère.',
  },
  examples: {
    bad: [
      {
        text: '## Critères\n\nPrix : 60 points. ⟦Recours à des procédés qu’aucune ville n’a encore employés⟧ : 10 points. Délai : 30 points.\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire livre dix tables.\n' },
      },
      {
        text: '## Notation des offres\n\nLe prix compte pour 60 points et la méthode pour 30. ⟦Les dix derniers points vont au caractère novateur de l’outil.⟧\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire livre dix tables.\n' },
      },
      {
        text: '## Jugement des offres\n\n- Prix : 60 %\n- Service : 40 %, dont 10 points pour l’⟦inventivité des conseils⟧\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire livre dix tables.\n' },
      },
      {
        text: 'Les offres sont jugées sur le prix (60 %) et les ⟦gains de temps permis par des fonctions nouvelles⟧ (40 %).',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire livre dix tables.\n' },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- ⟦Caractère innovant⟧ : 40 %\n',
        files: {
          'cctp.md': '# CCTP\n\nLes solutions courantes suffisent. Nous ne cherchons aucune façon neuve de faire.\n',
        },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- ⟦Recours à des techniques nouvelles⟧ : 40 %\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire fournit des balises.\n' },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- ⟦Caractère innovant de la solution⟧ : 40 %\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire fournit deux cents balises et les installe.\n' },
      },
      {
        text: 'Les offres sont jugées sur le prix (60 %) et les ⟦gains apportés par la solution innovante⟧ (40 %).',
        files: { 'cctp.md': '# CCTP\n\nLe besoin ne comporte aucune innovation. Le titulaire livre des tables.\n' },
      },
      {
        text: '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Gains de performance permis par des méthodes nouvelles⟧ | 40 % |\n',
        files: { 'programme-fonctionnel.md': '# Programme fonctionnel\n\nF1 : accueillir le visiteur.\n' },
      },
    ],
    good: [
      {
        text: '## Jugement des offres\n\n- Prix : 60 %\n- Caractère innovant : 40 %\n',
        files: {
          'cctp.md':
            '# CCTP\n\nLa ville veut tirer parti des progrès techniques dont aucun atelier n’a encore l’usage.\n',
        },
      },
      {
        text: '## Jugement des offres\n\n- Prix : 60 %\n- Service : 40 %, sans aucun point pour l’originalité\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire livre dix tables.\n' },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Caractère innovant : 40 %\n',
        files: {
          'cctp.md': '# CCTP\n\nLa ville cherche à faire naître un engin que l’offre actuelle ne connaît pas.\n',
        },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Caractère innovant : 40 %\n',
        files: {
          'cctp.md':
            '# CCTP\n\nLes solutions courantes ne suffisent pas : la ville cherche une façon neuve d’éclairer.\n',
        },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Rappel des techniques : 40 %\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire fournit des balises.\n' },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Caractère innovant de la solution : 40 %\n',
        files: {
          'cctp.md': '# CCTP\n\nLa caisse attend une solution innovante, sensiblement meilleure que le tri manuel.\n',
        },
      },
      '## Critères\n\n- Prix : 60 %\n- Caractère innovant de la solution : 40 %\n',
      {
        text: '## Critères\n\n- Prix : 60 %\n- Réduction des délais : 40 %\n',
        files: { 'cctp.md': '# CCTP\n\nLe titulaire fournit des balises.\n' },
      },
      {
        text: '## Critères\n\n- Prix : 60 %\n- Innovation : 40 %\n',
        files: {
          'cctp.md': '# CCTP\n\nLe titulaire fournit des balises.\n',
          'programme-fonctionnel.md': '# Programme fonctionnel\n\nLe besoin appelle des procédés nouveaux.\n',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const needs = piece.consultation.of('cctp', 'programme-fonctionnel');
    if (needs.length === 0 || needs.some((p) => p.ask(expressesInnovation))) return;
    const noted = innovationNotee(piece);
    if (noted) yield { at: noted.at, message: 'absente', data: { name: noted.name } };
  },
});
