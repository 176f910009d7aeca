import { clause } from '../clauses/clauses.ts';
import { areNamed } from '../facts/commun/index.ts';
import {
  type DossierTranche,
  dossierTranches,
  hasOptional,
  isDecidedByObject,
  sameLot,
  tranches,
  tranchesRegime,
} from '../facts/tranches/index.ts';
import { appendSection, appendToSection } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { type Span, TOP } from '../kit/span.ts';

const { body, heading } = clause('tranches-affermissement');

/** The words that set up the optional tranches of a piece; undefined when they are set up elsewhere. */
function setUp(piece: Piece): { at: Span; section: Piece['draft']['root'] } | undefined {
  const { announced, listed } = piece.ask(tranches);
  const a = announced.find((x) => x.optionnelle);
  if (a) return { at: a.at, section: a.sentence.section };
  const t = listed.find((x) => x.nature === 'optionnelle');
  return t && { at: t.at, section: t.section };
}

/** Where a piece lists the first of those tranches. */
function placeOf(
  left: readonly DossierTranche[],
  piece: Piece,
): { at: Span; section: Piece['draft']['root'] } | undefined {
  const [found] = left.flatMap((t) => t.places.filter((p) => p.piece === piece));
  return found && { at: found.tranche.at, section: found.tranche.section };
}

/** As the piece that lists it first calls it. */
const nameOf = ({ places: [first] }: DossierTranche): string =>
  first ? `« ${first.piece.draft.slice(first.tranche.at).replace(/\s+/g, ' ')} »` : '';

export default defineRule({
  id: 'tranches/affermissement',
  title: 'Affermissement des tranches non réglé',
  level: 'warning',
  pieces: ['rc', 'ccap', 'cctp', 'ae'],
  absence: true,
  dossier: true,
  why: `Une tranche optionnelle ne s'exécute que sur une décision notifiée au titulaire dans les conditions fixées par le marché. Sans délai ni condition, le titulaire reste tenu sans terme, et l'indemnité d'attente ou de dédit n'est due que si le marché la prévoit.`,
  sources: [guide('I.F', 11), ccp('R2113-6')],
  messages: {
    missing:
      'Aucune pièce ne dit quand ni comment les tranches optionnelles sont affermies.\nFixer le délai, la forme de la décision, sa condition et, le cas échéant, les indemnités d’attente et de dédit.',
    others:
      'Aucune pièce ne dit quand ni comment certaines tranches sont affermies.\nL’affermissement d’autres tranches est réglé, non celui-ci : {tranches}. Le fixer aussi pour elles.',
  },
  examples: {
    bad: [
      // What the buyer may order, decide or refuse of something else.
      {
        text: '# Règlement\n\nLe marché comprend ⟦une tranche ferme et une tranche optionnelle⟧.',
        files: {
          'ccap.md':
            '# CCAP\n\nL’acheteur peut commander des échantillons avant le 3 mai 2028. Il fait connaître sa décision sur la réception dans les quinze jours.',
        },
        fixed: { gains: 'Chaque tranche optionnelle est affermie' },
      },
      {
        text: 'Tranche ferme : remise et bureaux (2 100 000 € HT). ⟦Tranche optionnelle⟧ : tour d’entraînement (320 000 € HT). La tour d’entraînement est livrée dans les neuf mois.',
        fixed: { gains: 'Chaque tranche optionnelle est affermie' },
      },
      {
        text: '| Tranche | Objet | Montant HT | Quand |\n|---|---|---|---|\n| Ferme | diagnostic | 28 000 € | avant le 1er mars 2027 |\n| ⟦Optionnelle⟧ | accueil | 90 000 € | avant le 1er mai 2028 |',
        fixed: { gains: 'Chaque tranche optionnelle est affermie' },
      },
      {
        text: 'Le marché comprend ⟦une tranche ferme et deux tranches optionnelles⟧.',
        fixed: { gains: 'Chaque tranche optionnelle est affermie par une décision notifiée au titulaire' },
      },
      {
        text: '# Règlement\n\n## 2. Tranches\n\nLe marché est divisé en ⟦une tranche ferme et une tranche optionnelle⟧.\n\n## 3. Délais\n\nLa livraison de la tranche optionnelle intervient quatre mois après son affermissement.',
        fixed: { gains: 'dans un délai de [à compléter : délai — nombre de mois]' },
      },
      {
        text: '# Règlement\n\nLe marché comprend ⟦une tranche ferme et une tranche optionnelle⟧. Seules les tranches affermies sont payées.',
        fixed: { gains: 'Chaque tranche optionnelle est affermie' },
      },
      {
        text: '# ⟦Règlement⟧\n\nObjet du marché.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle : travaux, 20 000 € HT.",
        },
        fixed: { gains: 'Affermissement' },
      },
      // What is settled for one tranche is not for the others.
      {
        text: '# Règlement\n\n## Tranches\n\n- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle 1 : pose, 20 000 € HT ;\n- ⟦Tranche optionnelle 2⟧ : suivi, 5 000 € HT.\n\nLa tranche optionnelle 1 est affermie par décision notifiée dans les six mois.',
        fixed: { gains: 'Chaque tranche optionnelle est affermie' },
      },
    ],
    good: [
      // The buyer is free to order the rest until some day, or says when he tells.
      {
        text: 'Tranche ferme : dix abris (90 000 € HT). Tranche optionnelle : six abris (52 000 € HT).',
        files: {
          'ccap.md':
            '# CCAP\n\nLa métropole pourra en commander six autres, sous verrière, entre le 1er et le 31 mars 2029.',
        },
      },
      {
        text: 'Tranche ferme : étude des sols (30 000 € HT). Tranche optionnelle : sondages (18 000 € HT).',
        files: {
          'ccap.md':
            '# CCAP\n\n## Ce qui pourra être commandé plus tard\n\n- les forages, 18 000 € HT, avant la fin de 2029.\n',
        },
      },
      '# Règlement\n\nTranche ferme : nef (80 000 € HT). Tranche optionnelle : chœur (40 000 € HT).\n\nNous dirons oui ou non par courrier, dans les dix mois.',
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle, le préau.\n\nCelle-ci sera confirmée, s’il y a lieu, dans l’année.',
      '# Règlement\n\nTranche ferme : le bourg, 60 000 € HT. Tranches optionnelles, à décider chacune avant le 1er mai :\n\n1. le hameau, 20 000 € HT ;\n2. le moulin, 15 000 € HT.',
      'Le marché comprend une tranche ferme et une tranche optionnelle, la serre. Nous affermissons la serre par lettre, dans l’année qui suit la notification.',
      '# Règlement\n\nTF : toiture nord – TO : toiture sud\n\nDate limite pour lever la TO : 30 juin 2028',
      // By what is done in it, and in a column that its heading calls otherwise.
      {
        text: 'Tranche ferme : remise et bureaux (2 100 000 € HT). Tranche optionnelle : tour d’entraînement (320 000 € HT).',
        files: { 'ccap.md': '# CCAP\n\nLa tour d’entraînement est confirmée par ordre de service dans les neuf mois.' },
      },
      '| Tranche | Objet | Montant HT | Quand la ville se prononce |\n|---|---|---|---|\n| Ferme | diagnostic | 28 000 € | – |\n| Optionnelle 1 | accueil | 90 000 € | dans les 60 jours de la remise du diagnostic |\n| Optionnelle 2 | jardin | 40 000 € | dans l’année suivant la réception de l’accueil |',
      '- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle 1 : pose, 20 000 € HT ;\n- Tranche optionnelle 2 : suivi, 5 000 € HT.\n\nLa tranche optionnelle 1 est affermie dans les six mois. La tranche optionnelle 2 est affermie dans les neuf mois.',
      '- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle 1 : pose, 20 000 € HT ;\n- Tranche optionnelle 2 : suivi, 5 000 € HT.\n\nLa tranche optionnelle 1 est affermie dans les six mois, et les suivantes au plus tard un an après elle.',
      'Le marché comprend une tranche ferme et une tranche optionnelle. La tranche optionnelle est affermie par décision notifiée dans les six mois.',
      'Le marché comprend une tranche ferme et une tranche optionnelle. L’acheteur affermit la tranche optionnelle au plus tard le 30 juin 2027.',
      'Le marché comprend une tranche ferme et une tranche optionnelle. Le délai d’affermissement est de douze mois à compter de la notification.',
      {
        text: 'Le marché comprend une tranche ferme et une tranche optionnelle.',
        files: {
          'ccap.md':
            '# CCAP\n\nChaque tranche optionnelle sera affermie par ordre de service, sous réserve de l’obtention des crédits.',
        },
      },
      'Le marché ne comporte pas de tranches optionnelles.',
      {
        text: 'Le marché comprend une tranche ferme et une tranche optionnelle, dont les conditions d’affermissement figurent à l’article 4 du CCAP.',
        files: { 'ccap.md': '# CCAP\n\nLa décision d’affermissement est notifiée dans les huit mois.' },
      },
      'Le marché comprend une tranche ferme et une tranche optionnelle. La tranche optionnelle sera levée par décision écrite de l’acheteur avant le 1er mars 2028.',
    ],
    limits: [],
  },
  *check(piece) {
    const { pieces } = piece.consultation;
    if (!pieces.some((p) => hasOptional(p.ask(tranches)))) return;
    const affirmed = pieces.flatMap((p) => p.ask(tranchesRegime).affirmed);
    const all = dossierTranches(piece.consultation);
    const optional = all.filter(({ id }) => id.startsWith('optionnelle:'));
    const left = optional.filter(
      (t) =>
        !affirmed.some((a) => sameLot(a.lot, t.lot) && areNamed(a.names, 'optionnelle', t.id)) &&
        !isDecidedByObject(piece.consultation, t, all),
    );
    const isSettled = affirmed.length > 0 || left.length < optional.length;
    if (isSettled && left.length === 0) return;
    const place = isSettled ? placeOf(left, piece) : setUp(piece);
    const title = 'Ajouter la clause d’affermissement';
    const inPlace = place && place.section !== piece.draft.root;
    yield {
      at: place?.at ?? piece.draft.title?.span ?? TOP,
      message: isSettled ? 'others' : 'missing',
      data: { tranches: left.map((t) => nameOf(t)).join(', ') },
      fixes: [
        inPlace
          ? appendToSection(piece, place.section, body, title)
          : appendSection(piece, heading ?? 'Affermissement', body, title),
      ],
    };
  },
});
