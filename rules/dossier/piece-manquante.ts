import { piecesManquantes } from '../facts/piece/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** More than that, and the folder is but a part of the dossier: one remark says them all. */
const FEW = 3;

export default defineRule({
  id: 'dossier/piece-manquante',
  title: 'Pièce de la consultation absente du dossier',
  level: 'warning',
  pieces: ['rc'],
  dossier: true,
  why: 'Les documents de la consultation sont offerts à tous dès la publication de l’avis. Une pièce annoncée et non jointe prive les candidats d’une information, et oblige à la publier ensuite et à prolonger le délai.',
  sources: [ccp('R2132-1'), ccp('R2132-2')],
  messages: {
    missing:
      'Pièce annoncée et absente du dossier : {names}.\nLe règlement l’annonce parmi les documents de la consultation, mais le dossier ne contient aucun fichier qui y réponde. Joindre la pièce ou la retirer de la liste.',
    several:
      'Le règlement annonce {count} documents que le dossier ne contient pas.\nDocuments de la consultation absents : {names}. Les joindre ou les retirer de la liste.',
  },
  silencedBy: [{ rule: 'redaction/renvoi-casse', where: 'place' }],
  examples: {
    bad: [
      {
        text: 'Un.\n\n                                   Page 1 sur 3\n\fVille de Rive                    Règlement de la consultation\n\nDossier de consultation\n\nLe dossier de consultation, mis en ligne en application de l’article R. 2132-2, comprend :\n\n- le présent règlement ;\n\n                                   Page 2 sur 3\n\fVille de Rive                    Règlement de la consultation\n\n- ⟦le CCTP⟧.\n\n                                   Page 3 sur 3\n\fVille de Rive                    Règlement de la consultation\n\nDeux.\n',
      },
      {
        text: '## Dossier de consultation\n\nLe dossier comprend :\n\n- le CCTP ;\n- ⟦la décomposition du prix⟧.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## 3. Dossier\n\n### 3.1 Liste des pièces remises aux opérateurs\n\n- le règlement ;\n- le CCTP ;\n- ⟦la notice de sécurité du barrage⟧.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Article 4 – Ce que contient le dossier\n\n1. le règlement ;\n2. ⟦le relevé des sources⟧ ;\n3. le CCTP.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Dossier de consultation\n\nLe dossier de consultation comprend :\n\n- le présent règlement ;\n- ⟦le cahier des clauses administratives particulières (CCAP)⟧ ;\n- le CCTP.',
        files: { 'cctp.md': '# CCTP\n\nLe marché porte sur des capteurs.' },
      },
      {
        text: '## Article 2 – Contenu du dossier\n\nIl est composé des documents suivants :\n\n1. règlement de la consultation ;\n2. cahier des clauses techniques particulières (CCTP) ;\n3. ⟦bordereau des prix unitaires (BPU) de la maintenance⟧ ;\n4. ⟦le plan du réseau au 1/25 000⟧.',
        files: { 'cctp.md': '# CCTP\n\nLe marché porte sur des capteurs.' },
      },
      // One finding, that lists all that lacks.
      {
        text: '## Article 2 – Contenu du dossier\n\nIl est composé des documents suivants :\n\n1. cahier des clauses techniques particulières (CCTP) ;\n2. ⟦bordereau des prix unitaires (BPU) de la maintenance⟧ ;\n3. le plan du réseau au 1/25 000 ;\n4. l’acte d’engagement ;\n5. le cadre du mémoire technique.',
        files: { 'cctp.md': '# CCTP\n\nLe marché porte sur des capteurs.' },
      },
      {
        text: '## Documents\n\nLe dossier de consultation est constitué du présent règlement, du CCTP et de l’⟦acte d’engagement⟧.',
        files: { '02 - CCTP.md': '# CCTP\n\nLe marché porte sur des capteurs.' },
      },
      {
        text: '2.6. **Dossier.** Sont remis aux candidats :\n\n- le présent règlement ;\n- le CCTP ;\n- ⟦la carte des forages⟧.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '### 5.3 Dossier\n\nLe dossier réunit le présent règlement, le ⟦CCAP⟧ et le CCTP.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Documents de la consultation\n\n| N° | Pièce |\n|---|---|\n| 1 | CCTP |\n| 2 | ⟦Annexe 1 au CCTP : inventaire des bornes⟧ |',
        files: { 'cctp.md': '# CCTP\n\nLe marché porte sur des bornes.' },
      },
    ],
    good: [
      {
        text: '## 4. Dossier de consultation\n\n### 4.1 Contenu\n\n- le présent règlement ;\n- le cahier des clauses particulières (C.C.P.) et ses deux annexes.\n',
        files: { 'ccp.md': '# CCP' },
      },
      // One file, and what it holds.
      {
        text: '## Dossier de consultation\n\nLe dossier comprend :\n\n- le CCTP ;\n- l’acte d’engagement, avec la décomposition du prix.',
        files: { 'cctp.md': '# CCTP', 'ae.md': '# Acte d’engagement' },
      },
      {
        text: '## Dossier de consultation\n\nIl comprend :\n\n- le présent règlement ;\n- le CCAP et son annexe (bordereau des prix).',
        files: { 'ccap.md': '# CCAP\n\nPrix unitaires.' },
      },
      {
        text: '## Dossier de consultation\n\nLe dossier est téléchargé sur le profil d’acheteur.\n\n| Étape | Date |\n|---|---|\n| Mise en ligne | 7 décembre 2026 |\n| Dernière réponse | 8 janvier 2027 |',
      },
      {
        text: '## Dossier mis à disposition\n\nIl réunit :\n\n- le règlement et son annexe B (cadre de réponse) ;\n- le CCTP.\n\nANNEXE B - CADRE DE RÉPONSE\n(douze pages au plus)',
        files: { 'cctp.md': '# CCTP' },
      },
      '## Article 5 – Candidatures\n\n### 5.1 Contenu\n\nLe dossier, rédigé en français, comporte :\n\n- la liste des travaux récents ;\n- la déclaration d’effectifs.',
      {
        text: 'Le dossier comprend :\n\n- le CCAP, avec son annexe A (modèle d’acte d’engagement) ;\n- le présent règlement.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Article 1 – Objet\n\nService.\n\n## Annexe A – Acte d’engagement\n\nLe titulaire signe.\n',
        },
      },
      {
        text: '## Dossier\n\nLe dossier de consultation comprend :\n\n- le projet de contrat comprenant :\n- le CCTP ;\n- la notice des sols, à retirer auprès du service des eaux ;\n- l’acte d’engagement [le BPU si les prix sont unitaires].',
        files: { 'cctp.md': '# CCTP', 'ae.md': "# Acte d'engagement" },
      },
      {
        text: '## Dossier de consultation\n\nLe dossier comprend :\n\n- le présent règlement et ses annexes ;\n- le CCTP ;\n- l’acte d’engagement (AE), qui contient la décomposition du prix ;\n- le plan du réseau ;\n- le cadre de réponse technique.',
        files: {
          'cctp.md': '# CCTP',
          'ae.md': "# Acte d'engagement",
          'Plan_reseau.pdf': '',
          'CRT.xlsx': '',
        },
      },
      '## Pièces constitutives du marché\n\nLe marché est constitué des pièces suivantes :\n\n- l’acte d’engagement ;\n- le CCAP ;\n- le CCAG-TIC.',
      '## Réception\n\nLe dossier des ouvrages exécutés comprend :\n\n- les plans de récolement ;\n- les notices.\n\nLe dossier technique comprend le CCTP signé.',
      '## Dossier de candidature\n\nLe dossier de candidature comprend :\n\n- une lettre de candidature ;\n- l’acte d’engagement.',
      {
        text: '## Dossier de consultation\n\nLe dossier de consultation comprend :\n\n- l’avis de marché ;\n- le CCTP ;\n- le CCAG-PI ;\n- les formulaires DC1 et DC2 ;\n- les plans, consultables sur place.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Dossier de consultation\n\nLe dossier de consultation comprend :\n\n- le CCTP ;\n- annexe 1 : charte informatique.\n\n## Annexe 1\n\nLa charte informatique est la suivante.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Dossier de consultation\n\nLe dossier comprend le présent règlement et le cahier des clauses techniques particulières (CCTP). Il est gratuit.',
        files: { 'cctp.md': '# CCTP' },
      },
      {
        text: '## Documents\n\nLe dossier comprend le présent règlement et le CCAP valant cahier des clauses techniques.',
        files: { 'ccap.md': '# CCAP' },
      },
      '## Article 6 – Candidature\n\n### 6.2 Contenu du dossier\n\n1. La lettre de candidature.\n2. Les titres d’études des cadres.\n3. Le bilan du dernier exercice.',
    ],
    limits: [
      {
        text: '## Dossier de consultation\n\nLe dossier comprend le CCTP et le plan des locaux.',
        files: { 'cctp.md': '# CCTP' },
      },
    ],
  },
  *check(piece) {
    // An annex that a reference also misses is the reference's: it goes after the others.
    const named = piecesManquantes(piece)
      .toSorted((a, b) => Number(a.annexe !== undefined) - Number(b.annexe !== undefined))
      .map(({ at }) => ({ at, name: `« ${piece.draft.slice(at).replace(/\s+/g, ' ')} »` }));
    for (const [first, ...others] of named.length > FEW ? [named] : named.map((one) => [one])) {
      if (!first) continue;
      yield {
        at: first.at,
        message: others.length > 0 ? 'several' : 'missing',
        data: { count: named.length, names: [first, ...others].map(({ name }) => name).join(', ') },
        related: others.map(({ at, name }) => ({ piece, at, message: `Absente aussi du dossier : ${name}` })),
      };
    }
  },
});
