import {
  hasAnnexe,
  hasAnnexeSansNumero,
  lacksAnnexe,
  numeros,
  piecesOf,
  type Renvoi,
  renvois,
} from '../facts/redaction/index.ts';
import type { Section } from '../kit/draft.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** Headings with the number nearest to the one that is missing, at most three. */
function nearest(target: Piece, key: string) {
  const wanted = key.split('.').map(Number);
  const cost = (other: string) =>
    other
      .split('.')
      .map(Number)
      .reduce((sum, n, i) => sum + Math.abs(n - (wanted[i] ?? 0)) / 10 ** (2 * i), 0) +
    (other.split('.').length === wanted.length ? 0 : 0.5);
  return target.draft.sections
    .filter((s) => s.number && !['annexe', 'lot'].includes(s.number.label ?? '') && /^[\d.]+$/.test(s.number.key))
    .sort((a, b) => cost(a.number?.key ?? '') - cost(b.number?.key ?? ''))
    .slice(0, 3);
}

/** Which references lead to no annex. A dossier of which none is known, by number or by letter, may hold them elsewhere. */
function missingAnnexes(piece: Piece): (renvoi: Renvoi) => boolean {
  const [numbered, lettered] = ['123456', 'abcdef'].map((keys) => [...keys].some((key) => hasAnnexe(piece, key)));
  // « L'annexe 1 du présent CCTP »: beside pieces of other kinds, its own would be there. Candidates fill in those of the acte d'engagement.
  const isBesideOthers = !piece.kinds.includes('ae') && piece.consultation.pieces.some((p) => p.kind !== piece.kind);
  return ({ key, own }) => {
    const isKnown = /^[a-h]$/.test(key) ? lettered : numbered || (own && lettered);
    const isOwnOfDossier = own && isBesideOthers && !hasAnnexeSansNumero(piece);
    return ((isKnown || isOwnOfDossier) && !hasAnnexe(piece, key)) || (own && lacksAnnexe(piece, key));
  };
}

/** The heading as it is written, on one line. */
const titleOf = (s: Section) => s.heading?.text.replace(/\s+/g, ' ').trim().slice(0, 80) ?? '';

export default defineRule({
  id: 'redaction/renvoi-casse',
  title: 'Renvoi à une partie qui n’existe pas',
  level: 'error',
  pieces: '*',
  why: `Un renvoi qui ne mène nulle part rend la clause inapplicable, ou laisse chacun choisir l'article auquel elle voulait renvoyer. C'est la trace
habituelle d'un modèle recopié.`,
  sources: [ccp('R2132-1')],
  messages: {
    article:
      'Ce renvoi ne mène à rien : {piece} n’a pas de partie numérotée {numero}.\nCorriger le numéro ou supprimer le renvoi.',
    annexe:
      'L’annexe {numero} n’est ni dans les pièces ni parmi les fichiers du dossier.\nLa joindre ou corriger le renvoi.',
  },
  examples: {
    bad: [
      // The same article speaks of another part of the CCAG.
      {
        text: '## 1. Objet\n\nUn.\n\n## 2. Droits\n\nL’article 35 du CCAG-PI s’applique. Les plans sont remis signés (⟦article 34.2⟧).\n',
        fixed: { gains: '(article ' },
      },
      {
        text: '## 3. Primes\n\n3.1 Elles sont versées sous trente jours.\n\n3.2 Le jury peut les réduire.\n\n## 4. Suite\n\n4.1 Le lauréat garde la sienne, réduite comme il est dit à l’⟦article 3.7⟧.\n',
        fixed: { gains: 'article 3.' },
      },
      {
        text: '## 4. Essais\n\n4.1. Les essais ont lieu sur place.\n\n4.2. La gêne est classée suivant l’échelle du ⟦§ 4.5⟧.\n\n## 5. Prix\n\nLe prix est ferme.\n',
        fixed: { gains: 'échelle du § 4.' },
      },
      {
        text: '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Bruit\n\nLa gêne est classée suivant l’échelle du ⟦§ 1.5⟧.\n',
        fixed: { gains: 'échelle du § 1.2' },
      },
      {
        text: '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Primes\n\nDouze mille euros.\n\n## 3. Fin\n\nDegrés de gêne : repris du barème de l’⟦article 1.5⟧.\n',
        fixed: { gains: 'barème de l’article 1.2' },
      },
      {
        text: '## 1. Objet\n\nLes mesures de sûreté sont à l’⟦annexe 1⟧ au présent cahier.\n',
        head: { piece: 'cctp' },
        files: { 'ae.md': '# AE\n\nLe titulaire signe.\n' },
      },
      '## 1. Visite\n\nLe tracé est à l’⟦annexe D⟧.\n\n## Annexe A – Plan d’accès\n\nEntrée rue Haute.\n',
      {
        text: '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Primes\n\nDouze mille euros.\n\n## 3. Fin\n\nLes primes sont versées dans les conditions fixées à l’⟦article 2.4⟧.\n',
        fixed: { gains: 'fixées à l’article 2.' },
      },
      {
        text: '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Primes\n\nElles sont versées conformément à l’⟦article 1.7⟧.\n',
        fixed: { gains: 'conformément à l’article' },
      },
      {
        text: '## 1. Visite\n\nLe bon de visite est à l’⟦annexe 2⟧ du présent règlement.\n\n## Annexe 1 – Plan d’accès\n\nEntrée rue Haute.\n',
        files: { 'ae.md': '# AE\n\n## Annexe 2 – Prix\n\nUn.\n' },
      },
      {
        text: "## Article 1 – Objet\n\nVoir l'⟦article 6.2 du présent règlement⟧.\n\n## Article 2 – Durée\n\nUn an.\n",
        fixed: { gains: "l'article 2 du présent" },
      },
      {
        text: "Les pénalités figurent à l'⟦article 14 du CCTP⟧.",
        files: { 'cctp.md': '# CCTP\n\n## Article 1 – Objet\n\nUn.\n\n## Article 2 – Pénalités\n\nDeux.\n' },
        fixed: { gains: "l'article 2 du CCTP" },
      },
      {
        text: '## 9. Lots\n\nUn.\n\n## 10. Prix\n\nLe prix est ferme (⟦cf. § 12⟧).\n\n',
        fixed: { gains: 'cf. § 10)' },
      },
      {
        text: "## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLes articles 1 et ⟦14⟧ du présent règlement s'appliquent.\n",
        fixed: { gains: 'articles 1 et 2 du présent' },
      },
      "## Annexe 1 – Plan\n\nUn plan.\n\n## Suite\n\nLe détail est à l'⟦annexe 4⟧.\n",
      {
        text: '## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLes conditions du report (⟦chapitre 4.2.1⟧) restent les mêmes.\n',
        fixed: { gains: '(chapitre' },
      },
      {
        text: '## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLe titulaire dépose les attestations demandées au ⟦7.8⟧ sur la plateforme.\n',
        fixed: { gains: 'demandées au 2' },
      },
      {
        text: '## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLa remise suit l’⟦article [6.3 Suivi des remises]⟧.\n',
        fixed: { gains: 'article [' },
      },
      {
        text: 'Le titulaire connaît le CCAP et, en particulier, son ⟦article 14⟧.',
        files: { 'ccap.md': '# CCAP\n\n## Article 1 – Objet\n\nUn.\n\n## Article 2 – Pénalités\n\nDeux.\n' },
        fixed: { gains: 'son article 2' },
      },
      {
        text: "Les délais sont ceux de l'⟦article 22 du CCP⟧.",
        files: { 'ccp.md': '# CCP\n\n## Article 1 – Objet\n\nUn.\n\n## Article 2 – Délais\n\nDeux.\n' },
        fixed: { gains: "l'article 2 du CCP" },
      },
    ],
    good: [
      '## 1. Résiliation\n\nElle suit l’article 45 du CCAG-FCS. Elle obéit aux articles 38 à 44 du même document.\n\n## 2. Prix\n\nIl est ferme.\n',
      {
        text: '# RC – phase offres\n\n## 1. Objet\n\nLe cas de recours est à l’article 1.3 du RC – phase candidatures.\n\n## 2. Prix\n\nIl est ferme.\n',
        head: { piece: 'rc' },
        files: {
          'rc-candidatures.md':
            '# RC – phase candidatures\n\n## 1. Objet\n\n### 1.3 Procédure\n\nUn.\n\n## 2. Lots\n\nDeux.\n',
        },
      },
      'Les sites sont listés à l’annexe 4 du même cahier des charges.',
      // Of the CCAG that the same article speaks of.
      '## 1. Objet\n\nUn.\n\n## 2. Droits\n\n### 2.1 Plans\n\nLes plans appartiennent à la commune (article 35.2.1).\n\n### 2.2 Cession\n\nL’article 35 du CCAG-PI s’applique.\n',
      '# CCAP\n\n## 1. Objet\n\nLes connaissances sont énumérées conformément à l’article 44 du CCAG-TIC ; elles suivent le sort que leur donne l’article 45.1 du même cahier.\n',
      '## 1. Visite\n\nLe tracé est à l’annexe B, mis en annexe à chaque plan ; en annexe d’un devis.\n\n## Annexe B – Plan\n\nEntrée.\n',
      '## 1. Visite\n\nLe tracé est à l’annexe C.\n\n## Annexe 1 – Plan\n\nEntrée.\n',
      '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Pénalités\n\nLe CCAG-PI s’applique. Les pénalités sont celles prévues à l’article 2.4.\n',
      '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Pénalités\n\nElles sont prévues à l’article 14.1.\n',
      '## 1. Objet\n\n### 1.1 Lieu\n\nUn.\n\n### 1.2 Besoin\n\nDeux.\n\n## 2. Fin\n\nLe lieu est celui indiqué à l’article 1.1.\n',
      {
        text: '## 1. Prix\n\nLes prix sont à l’annexe 2 de l’acte d’engagement.\n\n## Annexe 1 – Plan d’accès\n\nEntrée rue Haute.\n',
        files: { 'ae.md': '# AE\n\n## Annexe 2 – Prix\n\nUn.\n' },
      },
      {
        text: '# Acte d’engagement\n\nLes sous-traitants sont déclarés à l’annexe 1 au présent acte d’engagement.\n',
        head: { piece: 'ae' },
        files: { 'cctp.md': '# CCTP\n\nUn banc.\n' },
      },
      // A piece alone, or an annex that is a file: nothing lacks.
      "## 1. Visite\n\nLe tracé est à l'annexe 1 du présent règlement.\n",
      {
        text: '## 1. Objet\n\nLes mesures de sûreté sont à l’annexe 1 du présent cahier.\n',
        head: { piece: 'cctp' },
        files: { 'ae.md': '# AE\n\nLe titulaire signe.\n', 'Annexe 1 - Sureté.pdf': '' },
      },
      {
        text: '## 1. Objet\n\nLes mesures de sûreté sont à l’annexe 1 du présent cahier.\n',
        head: { piece: 'cctp' },
        files: { 'ae.md': '# AE\n\nLe titulaire signe.\n', 'Annexe sûreté.pdf': '' },
      },
      // A page cuts a number from the title under it.
      {
        text: '## 1. Objet\n\nLe bien est reçu (cf. article 4 du CCP).\n',
        files: {
          'ccp.md':
            '# CCP\n\n1. DURÉE DU MARCHÉ\nElle est d’un an.\n2. PRIX DU MARCHÉ\nIl est ferme.\n4.\n\nRÉCEPTION DU BIEN\n\nElle est prononcée en six jours.\n',
        },
      },
      // The part of a piece named right before it is that piece's.
      {
        text: '## 1. Objet\n\nUn.\n\n## 2. Suivi\n\nLa réunion de suivi prévue au CCTP (cf. article 4.2) est mensuelle.\n',
        files: { 'cctp.md': '# CCTP\n\n## 4. Suivi\n\n### 4.2 Réunions\n\nUn.\n\n## 5. Fin\n\nDeux.\n' },
      },
      '## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLe taux est fixé au 2.5 % du montant, indiqué au 4.1 de la notice ; le titulaire respecte le code du travail (article 3).\n',
      '## 1. Objet\n\nUn.\n\n## 2. Portes\n\nPorte CF 3 h, bloc-porte CF 5/2 h.\n',
      "## Article 1 – Objet\n\nVoir l'article 2 du présent règlement.\n\n## Article 2 – Durée\n\nUn an.\n",
      "Les pénalités figurent à l'article 14 du CCTP.",
      "## 1. Objet\n\nUn.\n\n## 2. Prix\n\nPar dérogation à l'article 14.1 du CCAG-TIC, le prix est ferme.\n",
      '## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLe RGPD, à son article 28, régit la sous-traitance.\n',
      "## Annexe 1 – Plan\n\nVoir l'annexe 1.\n",
      "**13. Pénalités.** Une pénalité est due.\n\n**14. Prix.** L'article 13 du présent cahier s'applique.\n",
      {
        text: "## 1. Objet\n\nUn.\n\n## 2. Prix\n\nLes exigences sont à l'article 6.3 du règlement de la consultation, les gains aux articles 6.2 et 6.4 du même règlement.\n",
        head: { piece: 'cctp' },
      },
      "Voir l'article 3 du présent règlement.",
    ],
    limits: ["## 1. Objet\n\nUn.\n\n## 2. Prix\n\nL'article 6.1 s'applique.\n"],
  },
  *check(piece: Piece): Iterable<Report<'article' | 'annexe'>> {
    const missing = missingAnnexes(piece);
    for (const renvoi of piece.ask(renvois)) {
      const { sort, key, at, numberAt } = renvoi;
      if (sort === 'annexe') {
        if (missing(renvoi)) yield { at, message: 'annexe', data: { numero: key.toUpperCase() } };
        continue;
      }
      const held = piecesOf(piece, renvoi);
      const numbered = held.length > 0 && held.every((p) => p.draft.sections.filter((s) => s.number).length >= 2);
      const [target] = held;
      if (!target || !numbered || held.some((p) => p.ask(numeros).has(key))) continue;
      const name = target === piece ? 'cette pièce' : `la pièce « ${target.path} »`;
      const near = nearest(target, key);
      yield {
        at,
        message: 'article',
        data: { piece: name, numero: key },
        related: near.map((s) => ({
          piece: target,
          at: s.heading?.span ?? s.span,
          message: `Partie proche : ${titleOf(s)}.`,
        })),
        fixes: near.map((s) => replace(piece, numberAt, s.number?.key ?? key, `Renvoyer à « ${titleOf(s)} »`)),
      };
    }
  },
});
