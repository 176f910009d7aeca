import { completeCession } from '../clauses/cession.ts';
import { markedBody } from '../clauses/insertion.ts';
import { droitsDuDossier, isUnder2009, isUnder2021, isUnderBoth, saidInDossier } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'pi/garantie',
  title: 'Droits accordés sans garantie de jouissance paisible',
  level: 'info',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  absence: true,
  why: `Le titulaire peut avoir employé, sans le dire, l'œuvre d'un autre. Sans garantie, l'acheteur supporte le procès et les dommages et
intérêts ; avec elle, le titulaire les prend à sa charge. Un CCAG de 2021 en vigueur contient cette garantie.`,
  sources: [guide('III.C.3', 30), ccag('tic', '46.4.2'), ccag('pi', '35.4.2')],
  messages: {
    absente:
      'Rien ne garantit à l’acheteur la jouissance paisible des droits accordés.\nIl n’y a ni CCAG, ni clause par laquelle le titulaire la garantisse : une réclamation d’un tiers resterait à la charge de l’acheteur. Ajouter une garantie.',
  },
  silencedBy: [{ rule: 'pi/clause-absente', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '⟦Une autorisation d’exploitation non exclusive est donnée au musée, pour vingt ans, sur les photographies.⟧',
        fixed: { gains: 'la jouissance paisible des droits' },
      },
      {
        text: '## 9. Droits\n\nHors CCAG.\n\n⟦La région peut reproduire, montrer et recadrer les photos, sur tous ses supports.⟧',
        fixed: { gains: 'la jouissance paisible des droits' },
      },
      {
        text: "## 9. Droits\n\n⟦Une licence non exclusive d'utilisation, de copie et de modification des études est accordée à la commune.⟧",
        fixed: { gains: 'la jouissance paisible des droits' },
      },
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction des études.⟧",
        fixed: { gains: 'la jouissance paisible des droits' },
      },
      {
        text: "## 9. Droits\n\n⟦L'acheteur bénéficie d'une licence d'utilisation du logiciel développé.⟧ Le titulaire garantit le matériel deux ans.",
        fixed: { gains: 'prend à sa charge la défense' },
      },
    ],
    good: [
      // Its article 48.4.2 gives the guarantee.
      '## Études\n\nLe marché se réfère au CCAG-Travaux approuvé par l’arrêté du 30 mars 2021. Le titulaire cède à la commune, à titre non exclusif, les droits de reproduction et d’adaptation des plans.',
      'L’autorisation d’exploitation de la carrière est délivrée par le préfet.',
      {
        text: "Le CCAG-PI approuvé par l'arrêté du 30 mars 2021 s'applique. Le titulaire cède à l'acheteur ses droits sur les plans.",
        files: {
          'ae.md': "# AE\n\nLe candidat s'engage aux conditions du CCAG-PI approuvé par l'arrêté du 16 septembre 2009.",
        },
      },
      "Le titulaire cède à l'acheteur ses droits sur les plans. Il le garantit contre l'éviction.",
      "Le titulaire cède à l'acheteur ses droits sur les plans et garantit l'exercice paisible de ces droits.",
      {
        text: "Le titulaire cède à l'acheteur ses droits de reproduction sur les plans.",
        head: { date: '2019-06-03', ccag: 'pi-2009' },
      },
      "Le titulaire cède à l'acheteur les droits de reproduction des études. Il en garantit la jouissance paisible.",
      "Le titulaire cède à l'acheteur ses droits sur les plans. Il le garantit contre toute revendication d'un tiers.",
      "Le marché se réfère au CCAG-PI approuvé par l'arrêté du 30 mars 2021. Le titulaire cède à l'acheteur ses droits sur les plans.",
      'Aucun droit de propriété intellectuelle n’est cédé.',
      "L'acheteur bénéficie d'une licence d'utilisation du progiciel standard.",
    ],
    limits: [],
  },
  *check(piece) {
    const granted = droitsDuDossier(piece).filter(({ clause: c }) => !c.standard && c.acts.some((a) => a.value.strong));
    if (
      granted.length === 0 ||
      saidInDossier(piece, 'garantie') ||
      isUnder2021(piece) ||
      isUnder2009(piece, ['tic', 'pi']) ||
      // Each version warrants what it grants.
      isUnderBoth(piece, ['tic', 'pi'])
    )
      return;
    const own = granted.find((g) => g.piece === piece);
    const at = own?.clause.sentence.span ?? piece.draft.title?.span ?? TOP;
    yield {
      at,
      message: 'absente',
      doubt: (own ?? granted[0])?.clause.doubt,
      fixes: [completeCession(piece, at, 'garantie', markedBody('pi-garantie'), 'Ajouter une garantie')],
    };
  },
});
