import { clauseText } from '../clauses/clauses.ts';
import { criteres } from '../facts/criteres/index.ts';
import { sisters } from '../facts/piece/index.ts';
import { firmAlone, hasOptional, judgingHeading, tranches, tranchesRegime } from '../facts/tranches/index.ts';
import { appendSection, appendToSection } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

const CLAUSE = clauseText('tranches-jugement');

const concerns = (piece: Piece): boolean => hasOptional(piece.ask(tranches)) || piece.ask(criteres).grilles.length > 0;

export default defineRule({
  id: 'tranches/jugement-offres',
  title: 'Jugement des offres muet sur les tranches',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Les offres se jugent sur la tranche ferme et sur toutes les tranches optionnelles, qu'elles soient affermies ou non. Si le règlement ne le dit pas, un candidat peut casser le prix de la tranche ferme et se rattraper sur les autres.`,
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    missing:
      'Le règlement ne dit pas que les offres sont jugées sur toutes les tranches.\nLe marché comporte des tranches optionnelles : écrire que les offres sont jugées sur la tranche ferme et toutes les tranches optionnelles.',
  },
  examples: {
    bad: [
      // The sum of two marks judges no tranche.
      {
        text: '# ⟦Règlement⟧\n\nLe marché comprend une tranche ferme et une tranche optionnelle. Le total des deux notes donne le classement.',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      {
        text: '# ⟦Règlement⟧\n\nLa tranche ferme est celle du quai (55 000 € HT), la tranche optionnelle celle de la cale (23 000 € HT). Le prix est celui du quai seul.',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      // A total of estimates judges nothing.
      {
        text: '# Règlement\n\n## Tranches\n\n| Tranche | Estimation HT |\n|---|---|\n| Tranche ferme | 40 000 € |\n| Tranche optionnelle 1 | 60 000 € |\n| Total TF + TO 1 | 100 000 € |\n\n## ⟦Jugement des offres⟧\n\nLe prix compte pour 60 %.',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      {
        text: '# ⟦Règlement⟧\n\nLa première saison (TF, 70 000 € HT) est commandée d’emblée ; la seconde (TO, 65 000 € HT) l’est avant le 31 mai 2028.',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      {
        text: '# ⟦Règlement⟧\n\n| Rubrique | Contenu |\n|---|---|\n| Tranches | 1 ferme (1850-1900), 2 optionnelles (1901-1920 ; 1921-1940) |',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe marché comprend une tranche ferme et deux tranches optionnelles.',
        fixed: {
          gains:
            "Les offres sont jugées sur l'ensemble formé par la tranche ferme et toutes les tranches optionnelles.",
        },
      },
      {
        text: '# Règlement\n\n## 2. Tranches\n\nLe marché comprend une tranche ferme et une tranche optionnelle.\n\n## ⟦5. Critères de jugement des offres⟧\n\nPrix : 60 %. Valeur technique : 40 %.',
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
      {
        text: '# Règlement\n\n## Objet\n\nLa valeur estimée du besoin, tranches optionnelles comprises, est de 120 000 € HT.\n\n## ⟦Jugement des offres⟧\n\nPrix : 60 %.',
        files: { 'cctp.md': '# CCTP\n\nLe marché est divisé en une tranche ferme et deux tranches optionnelles.' },
        fixed: { gains: 'toutes les tranches optionnelles' },
      },
    ],
    good: [
      '# Règlement\n\nÉtudes (tranche ferme, 30 000 € HT) ; suivi (tranche optionnelle, 20 000 € HT). Les honoraires des deux temps, cumulés, comptent pour 40 ; la méthode pour 60.',
      '# Règlement\n\nLa tranche ferme concerne les 40 bancs (42 000 € HT). La tranche optionnelle concerne les 15 tables (16 000 € HT). Les offres sont comparées pour les 55 meubles.',
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle. Nous vous noterons sur les deux levés réunis.',
      '# Règlement\n\nLe site comprend une ferme, deux granges et des options de visite.',
      // Two rules for one contract: one has to say it.
      {
        text: '# Règlement de dépôt\n\nLes plis sont déposés en ligne.',
        files: {
          'rc-2.md':
            '# Règlement de la consultation\n\nLe marché comprend une tranche ferme et une tranche optionnelle. Les offres sont jugées toutes tranches confondues.',
        },
      },
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle.\n\nLes offres sont jugées sur l’ensemble formé par la tranche ferme et la tranche optionnelle.',
      '# Règlement\n\nLe marché comprend une tranche ferme et deux tranches optionnelles.\n\n## Critères\n\nPrix : montant total, toutes tranches confondues, 60 %.',
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle. Les offres sont jugées sur le montant de la tranche ferme augmenté de celui de la tranche optionnelle.',
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle.\n\n## Analyse des offres\n\nLe jugement prend en compte la tranche ferme et la totalité des tranches optionnelles.',
      '# Règlement\n\nLe marché ne comporte pas de tranches.',
      '# Règlement\n\nLe prix est apprécié sur la somme des montants de la tranche ferme et des tranches optionnelles. Le marché comporte une tranche ferme et une tranche optionnelle.',
    ],
    limits: [
      '# Règlement\n\nLe marché comprend une tranche ferme et une tranche optionnelle. Le critère prix porte sur la seule tranche ferme et non sur la tranche ferme et la tranche optionnelle.',
    ],
  },
  *check(piece) {
    if (!piece.consultation.pieces.some((p) => hasOptional(p.ask(tranches)))) return;
    if ([piece, ...sisters(piece)].some((p) => p.ask(tranchesRegime).judged.length > 0)) return;
    // Of several rules for one contract, those that judge offers, or set tranches up, have to say it.
    if (!concerns(piece) && sisters(piece).some(concerns)) return;
    const title = 'Ajouter la règle de jugement des tranches';
    const heading = judgingHeading(piece);
    const place = heading ?? piece.draft.title;
    const fixes = heading
      ? [appendToSection(piece, heading.section, CLAUSE, title)]
      : [appendSection(piece, 'Jugement des offres', CLAUSE, title)];
    const firm = firmAlone(piece);
    yield { at: firm?.span ?? place?.span ?? TOP, message: 'missing', fixes };
  },
});
