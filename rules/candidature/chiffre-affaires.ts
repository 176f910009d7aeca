import { capacites, isInTimes, periodAt } from '../facts/candidature/index.ts';
import { montantDe } from '../facts/procedure/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { threshold } from '../law/law.ts';

const inEuros = (value: number) => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ' ');
const inWords = (value: number) => (value === 1.5 ? 'une fois et demie' : value === 2 ? 'deux fois' : `${value} fois`);

type Asked = ReturnType<typeof capacites.read>['chiffresAffaires'][number];

export default defineRule({
  id: 'candidature/chiffre-affaires',
  title: "Chiffre d'affaires minimal trop élevé",
  level: 'error',
  pieces: ['rc'],
  why: `Un chiffre d'affaires minimal trop haut écarte les jeunes entreprises avant même que leur offre soit lue. Le code le plafonne par rapport au
montant estimé du marché ou du lot, sauf exigence justifiée, dans les documents de la consultation, par l'objet du marché ou ses conditions d'exécution.`,
  sources: [ccp('R2142-6'), ccp('R2142-7')],
  messages: {
    montant:
      'Chiffre d’affaires demandé trop élevé : {demande} € pour {estime} € estimés.\nIl dépasse {plafond} le montant estimé{objet}, soit {maximum} € au plus (article R2142-7). L’abaisser, ou écrire ici ce qui le justifie.',
    multiple:
      'Le chiffre d’affaires demandé dépasse {plafond} le montant estimé.\nC’est le plafond de l’article R2142-7. L’abaisser, ou écrire ici ce qui le justifie.',
  },
  examples: {
    bad: [
      // The contract is worth the fees, and not the works that it directs.
      {
        text: '# RC\n\nObjet : maîtrise d’œuvre pour la rénovation du gymnase. Le budget que la ville met dans les travaux est de 900 000 € HT. Nous avons estimé les honoraires, toutes missions comprises, à 90 000 € HT : 70 000 € HT pour la tranche ferme et 20 000 € HT pour la tranche optionnelle.\n\nLe candidat réalise un chiffre d’affaires annuel d’au moins ⟦200 000 € HT⟧.\n',
        fixed: { gains: '135 000 € HT' },
      },
      {
        text: '## Lots\n\n| Lot | Objet | Estimation (€ HT) |\n|---|---|---|\n| 1 | Toiture | 200 000 hors option |\n| 2 | Entretien | 90 000 (deux ans) |\n\n## Niveau minimal de chiffre d’affaires\n\n| Lot | Minimum exigé (€ HT) |\n|---|---|\n| 1 | 280 000 |\n| 2 | ⟦180 000⟧ |',
        fixed: { gains: '2 | 135 000 € HT' },
      },
      {
        text: 'Sommes en euros hors taxes :\n\n| Lot | Estimation | Chiffre d’affaires minimal |\n|---|---|---|\n| 1 | 400 000 | ⟦900 000⟧ |\n| 2 | 60 000 | sans |',
        fixed: { gains: '600 000 €' },
      },
      "En 2024, la commune demandait des références. Elle exige cette année un chiffre d'affaires égal au ⟦double de la valeur⟧ du marché.",
      // What the lot is worth is what its tranches are together.
      {
        text: "## Lots\n\n| Lot | Désignation | Tranche ferme, estimation € HT | Tranche optionnelle, estimation € HT | Ensemble € HT |\n|---|---|---|---|---|\n| 1 | Sol | 168 000 | 44 000 | 212 000 |\n| 2 | Éclairage | 71 000 | 25 000 | 96 000 |\n\n## Niveaux demandés\n\nChiffre d'affaires annuel moyen des trois derniers exercices :\n\n- lot 1 : 318 000 € HT ;\n- lot 2 : ⟦150 000 € HT⟧.",
        fixed: { gains: 'lot 2 : 144 000 € HT' },
      },

      {
        text: "Le candidat justifie d'un chiffre d'affaires annuel d'au moins ⟦750 000 € HT⟧.",
        head: { 'montant-estime': 240000 },
        fixed: "Le candidat justifie d'un chiffre d'affaires annuel d'au moins 360 000 € HT.",
      },
      {
        text: '| Capacité | Niveau minimal |\n| --- | --- |\n| Chiffre d’affaires annuel moyen | ⟦1,2 M€⟧ |\n',
        head: { 'montant-estime': 300000 },
        fixed: '| Capacité | Niveau minimal |\n| --- | --- |\n| Chiffre d’affaires annuel moyen | 450 000 € |\n',
      },
      {
        text: "Le chiffre d'affaires minimal exigé est égal à ⟦trois fois⟧ le montant estimé du marché.",
        fixed: "Le chiffre d'affaires minimal exigé est égal à une fois et demie le montant estimé du marché.",
      },
      {
        text: "Le candidat justifie d'un chiffre d'affaires minimal de ⟦930 000 € HT par an⟧.",
        head: { 'montant-estime': 310000 },
        fixed: "Le candidat justifie d'un chiffre d'affaires minimal de 465 000 € HT par an.",
      },
      {
        text: "## Lots\n\n| Lot | Objet | Valeur estimée |\n| --- | --- | --- |\n| 1 | Mobilier | 160 000 € HT |\n| 2 | Matériel audiovisuel | 90 000 € HT |\n\n## Candidature\n\n- pour le lot 1, un chiffre d'affaires annuel de 200 000 € HT au moins ;\n- pour le lot 2, la preuve d'un chiffre d'affaires annuel de ⟦300 000 € HT⟧ ;\n",
        fixed: { gains: "un chiffre d'affaires annuel de 135 000 € HT ;" },
      },
      {
        text: "## Lots\n\n| Lot | Objet | Estimation HT |\n| --- | --- | --- |\n| 1 | Mobilier | 160 000 € |\n| 2 | Machines | 90 000 € |\n\n## Chiffre d'affaires annuel minimal\n\n| Lot | Minimum exigé |\n| --- | --- |\n| 1 | 240 000 € |\n| 2 | ⟦150 000 €⟧ |\n",
        fixed: { gains: '| 2 | 135 000 € |' },
      },
      {
        text: "## Lots\n\n- lot 1 : mobilier, estimé à 160 000 € HT ;\n- lot 2 : machines, estimé à 90 000 € HT.\n\n## Capacités\n\n| N° du lot | Effectif | Chiffre d'affaires minimal |\n| --- | --- | --- |\n| 1 – Mobilier | 4 | 200 000 € |\n| 2 – Machines | 3 | ⟦180 000 €⟧ |\n",
        fixed: { gains: '| 135 000 € |' },
      },
      "Les entreprises dont le chiffre d'affaires est inférieur au ⟦double de la valeur⟧ estimée du lot sont écartées.",
      {
        text: '| Lot | Chiffre d’affaires annuel minimal (€ HT) |\n|---|---|\n| 1 | ⟦240 000⟧ |\n\nLe lot 1 est estimé à 128 000 € HT.\n',
        fixed: { gains: '192 000 €' },
      },
    ],
    good: [
      // The whole, and not its first phase.
      '## Valeur estimée\n\n| Phase | Valeur estimée (€ HT) |\n|---|---|\n| 1 – Recherche | 210 000 |\n| 2 – Développement | 470 000 |\n| 3 – Acquisition | 700 000 |\n| Total | 1 380 000 |\n\n## Capacités\n\nLe candidat justifie d’un chiffre d’affaires annuel d’au moins 900 000 € HT.',
      '# RC\n\nObjet : maîtrise d’œuvre pour la rénovation du gymnase. Nous avons estimé les honoraires à 90 000 € HT : 70 000 € HT pour la tranche ferme et 20 000 € HT pour la tranche optionnelle.\n\nLe candidat réalise un chiffre d’affaires annuel d’au moins 120 000 € HT.\n',
      'Sommes en euros hors taxes :\n\n| Lot | Estimation | Chiffre d’affaires minimal |\n|---|---|---|\n| 1 | 400 000 | 580 000 |\n| 2 | 60 000 | sans |',
      '| Lot | Objet | Estimation HT/an | Estimation HT sur 4 ans |\n|---|---|---|---|\n| 1 | Repas | 300 000 € | 1 200 000 € |\n| 2 | Épicerie | 160 000 € | 640 000 € |\n\n## Capacités\n\nPour le lot 2, un chiffre d’affaires annuel de 900 000 € HT est exigé.',
      '## Lots\n\n- lot 1 : gros œuvre, 320 000 € HT ;\n- lot 2 : peinture, 240 000 € HT.\n\n## Capacités\n\nLe chiffre d’affaires minimal est, pour le lot 1   480 000,00 € HT, pour le lot 2   360 000,00 € HT.\n',
      'Le montant estimé du marché est de 200 000 € HT. Le chiffre d’affaires du service s’établit à 650 000 € HT en 2025.\n',
      '| Lot | Part forfaitaire (€ HT) | Plafond des bons de commande (€ HT) | Total (€ HT) |\n|---|---|---|---|\n| 1 | 84 000 | 8 000 | 92 000 |\n| 2 | 60 000 | 6 000 | 66 000 |\n\nUn chiffre d’affaires annuel minimal de 130 000 € HT est exigé pour le lot 1.',
      '# Règlement de la consultation\n\nLe montant estimé dépasse le seuil des procédures formalisées retenu pour la caisse (140 000 € HT).\n\nLe chiffre d’affaires annuel moyen doit atteindre 500 000 € HT.\n',
      // Asked in another contract, or no more.
      "En 2024, la commune demandait un chiffre d'affaires égal au double de la valeur du marché. Cette exigence est abandonnée.",
      {
        text: "Un chiffre d'affaires annuel d'au moins 700 000 € HT n'est plus exigé.",
        head: { 'montant-estime': 240000 },
      },
      {
        text: "Le candidat justifie d'un chiffre d'affaires annuel d'au moins 700 000 € HT. Ce seuil, trop élevé, a été supprimé par la réponse n° 3.",
        head: { 'montant-estime': 240000 },
      },
      "## Lots\n\n| Lot | Objet | Estimation HT |\n| --- | --- | --- |\n| 1 | Mobilier | 160 000 € |\n| 2 | Machines | 90 000 € |\n\n## Chiffre d'affaires annuel minimal\n\n| Lot | Minimum exigé |\n| --- | --- |\n| 1 | 240 000 € |\n| 2 | 135 000 € |\n",
      "## Chiffre d'affaires minimal\n\n| Lot | Estimation HT | Montant maximum | Minimum exigé |\n| --- | --- | --- | --- |\n| 1 | 160 000 € | 300 000 € | 200 000 € |\n| 2 | 90 000 € | 180 000 € | aucun |\n",
      {
        text: "Le candidat justifie d'un chiffre d'affaires annuel d'au moins 360 000 € HT.",
        head: { 'montant-estime': 240000 },
      },
      {
        text: "Le candidat justifie d'un chiffre d'affaires annuel d'au moins 480 000 € HT.",
        head: { 'montant-estime': 240000, date: '2025-06-01' },
      },
      {
        text: "Le candidat justifie d'un chiffre d'affaires de 700 000 € HT. Ce niveau est justifié par les avances que le titulaire consent aux usagers.",
        head: { 'montant-estime': 240000 },
      },
      {
        text: "Le candidat indique son chiffre d'affaires des trois derniers exercices, à titre d'information. Le marché est estimé à 240 000 € HT.",
        head: { 'montant-estime': 240000 },
      },
      "Le candidat justifie d'un chiffre d'affaires annuel d'au moins 750 000 € HT.",
      {
        text: "Le titulaire verse une redevance de 3 % du chiffre d'affaires, au moins 900 000 €.",
        head: { 'montant-estime': 240000 },
      },
      "Un chiffre d'affaires au moins égal à une fois et demie le montant estimé du lot est exigé.",
      {
        text: '| Lot | Chiffre d’affaires annuel minimal (€ HT) |\n|---|---|\n| 1 | 150 000 |\n\nLe lot 1 est estimé à 128 000 € HT.\n',
      },
    ],
    limits: [
      {
        text: "Le chiffre d'affaires cumulé des trois derniers exercices atteint 3 000 000 € HT au moins.",
        head: { 'montant-estime': 240000 },
      },
    ],
  },
  *check(piece) {
    const cap = threshold('chiffre-affaires', piece.date);
    if (!cap?.verified) return;
    const plafond = inWords(cap.value);
    for (const asked of piece.ask(capacites).chiffresAffaires) {
      const { multiple, justifie, at, doubt } = asked;
      if (justifie) continue;
      if (multiple !== undefined && multiple > cap.value) {
        const data: Record<string, string> = { plafond };
        const fixes = isInTimes(piece, at) ? [replace(piece, at, plafond, `Écrire « ${plafond} »`)] : [];
        yield { at, message: 'multiple', data, doubt, rests: [cap], fixes };
      }
      const over = overCap(piece, asked, cap.value);
      if (over) yield { ...over, message: 'montant', doubt, rests: [cap] };
    }
  },
});

/** What is said of an amount above so many times the estimate; undefined where it is below, or where there is no telling. */
function overCap(piece: Piece, { montant, tax, lot, at }: Asked, times: number) {
  const estime = montantDe(piece, lot)?.ht;
  if (montant === undefined || estime === undefined) return undefined;
  const maximum = estime * times;
  if ((tax === 'ttc' ? montant / 1.2 : montant) <= maximum) return undefined;
  const data: Record<string, string> = {
    demande: inEuros(montant),
    estime: inEuros(estime),
    maximum: inEuros(maximum),
    plafond: inWords(times),
    objet: lot === undefined ? '' : ` du lot ${lot}`,
  };
  const capped = `${inEuros(maximum)} €${tax ? ' HT' : ''}`;
  return { at, data, fixes: [replace(piece, at, capped + periodAt(piece, at), `Ramener à ${capped}`)] };
}
