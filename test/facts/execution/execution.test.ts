import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { covers, derogations } from '../../../rules/facts/droit/derogations.ts';
import { conditionsExecution } from '../../../rules/facts/execution/conditions.ts';
import { donneesPersonnelles } from '../../../rules/facts/execution/donnees.ts';
import { delaisPaiement } from '../../../rules/facts/execution/paiement.ts';
import { revisionPrix } from '../../../rules/facts/execution/prix.ts';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { sousTraitanceInterdite } from '../../../rules/facts/execution/soustraitance.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece => {
  const [piece] = openConsultation([{ path: 'ccap.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};

describe('sub-contracting', () => {
  const FORBIDDEN = [
    'La sous-traitance n’est pas autorisée.',
    'Il ne peut être fait appel à la sous-traitance.',
    "L'attributaire n'est pas autorisé à recourir à des sous-traitants.",
    'Toute sous-traitance est exclue.',
    'Le titulaire ne pourra sous-traiter aucune des prestations.',
    'Le recours à la sous-traitance est strictement interdit.',
    'LA SOUS-TRAITANCE EST INTERDITE',
    "Aucun sous-traitant n'est admis.",
    'Le titulaire exécute les prestations par ses propres moyens, sans recourir à la sous-traitance.',
    'Il est interdit de sous-traiter tout ou partie du marché.',
  ];
  const FREE = [
    'Le titulaire ne peut sous-traiter la totalité de son marché.',
    'Le titulaire ne peut sous-traiter sans y avoir été autorisé.',
    "Aucun sous-traitant ne peut intervenir avant d'avoir été accepté.",
    'Le sous-traitant ne peut être payé directement si le montant est inférieur à 600 €.',
    'La sous-traitance est autorisée.',
    'La sous-traitance en cascade n’est pas admise.',
    'La sous-traitance n’est pas limitée.',
    "Le titulaire ne peut confier à un sous-traitant l'encadrement, qui est une tâche essentielle.",
    'En cas de sous-traitance non déclarée, le marché peut être résilié ; elle est interdite.',
    'Le sous-traitant ne peut communiquer les données à un tiers.',
    "L'acheteur peut refuser un sous-traitant.",
    "La sous-traitance de l'encadrement du chantier est interdite.",
  ];
  FREE.push(
    'Les prestations de levage (chapitre 3) et de dépose (chapitre 4) ne pourront pas être sous-traitées.',
    'Attribué à une entreprise avec sous-traitance éventuelle, il est interdit aux candidats de présenter plusieurs offres.',
  );
  FORBIDDEN.push('Le marché est exécuté sur site (la sous-traitance est interdite).');
  for (const text of FORBIDDEN)
    it(`is forbidden: ${text}`, () => assert.equal(open(text).ask(sousTraitanceInterdite).length, 1));
  for (const text of FREE)
    it(`is not forbidden: ${text}`, () => assert.equal(open(text).ask(sousTraitanceInterdite).length, 0));
});

describe('time of payment', () => {
  const TIMES: readonly (readonly [string, number | undefined])[] = [
    ['Le délai global de paiement ne peut excéder 45 jours.', 45],
    ['Les sommes dues au titulaire seront payées dans un délai global de 60 (soixante) jours.', 60],
    ['Paiement à 45 jours fin de mois par virement bancaire.', 45],
    ["L'acheteur se libère des sommes dues par mandatement à soixante jours.", 60],
    ['Le règlement interviendra sous quarante-cinq jours à réception de facture.', 45],
    ['## Délai de paiement\n\nIl est fixé à 60 jours.', 60],
    ['Les factures sont payées par mandat administratif, à 30 jours.', 30],
    ['Les prestations sont vérifiées dans les soixante jours.', undefined],
    ["L'avance est remboursée en soixante jours.", undefined],
    ['Le titulaire dispose de 45 jours pour contester le décompte.', undefined],
    ['Le prix est révisé tous les douze mois puis payé.', undefined],
    ['La garantie à première demande est libérée dans un délai de 60 jours.', undefined],
    ['À défaut de paiement, les intérêts moratoires courent au-delà de 45 jours.', undefined],
    ['Le paiement est effectué mensuellement, pour une durée de douze mois.', undefined],
  ];
  for (const [text, days] of TIMES)
    it(`${days ?? 'none'}: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.deepEqual(
        open(text)
          .ask(delaisPaiement)
          .map((d) => d.days),
        days === undefined ? [] : [days],
      ));
});

describe('retention', () => {
  const RATES: readonly (readonly [string, readonly number[]])[] = [
    ['Une retenue de garantie égale à 10 % du montant initial est pratiquée.', [10]],
    ['La retenue de garantie est fixée à sept pour cent.', [7]],
    ['Il sera prélevé 8 % sur chaque acompte à titre de garantie.', [8]],
    ['RETENUE DE GARANTIE : 6 %', [6]],
    ['Le taux de la retenue de garantie est porté à 5,5 %.', [5.5]],
    ['Aucune retenue de garantie ne sera appliquée. L’avance est de 30 %.', []],
    ['Il n’est pas prévu de retenue de garantie.', []],
    ['La pénalité est de 8 % du montant.', []],
    ['Une avance de 20 % est versée au titulaire.', []],
  ];
  for (const [text, rates] of RATES)
    it(`${rates.join() || 'none'}: ${text}`, () =>
      assert.deepEqual(
        open(text)
          .ask(retenues)
          .map((r) => r.percent),
        rates,
      ));
});

describe('price revision', () => {
  const REVISED: readonly (readonly [string, string | undefined])[] = [
    ['Les prix du marché sont révisables annuellement.', 'periode'],
    ['Le marché est conclu à prix révisables. La révision suit l’indice Syntec.', 'formule'],
    [
      'Les tarifs du BPU sont révisés à chaque reconduction, par référence au barème public du fournisseur.',
      'formule,periode',
    ],
    [
      'Les prix sont réputés établis sur la base des conditions économiques du mois M0 et révisés tous les ans par la formule Pn = P0 × In/I0.',
      'date,formule,periode',
    ],
    ['Prix fermes, non révisables.', undefined],
    ['Les prix sont fermes.', undefined],
    ['Le prix ne fait l’objet d’aucune révision.', undefined],
    ['Le prix est ferme, actualisable, et ne peut être révisé.', undefined],
    ['Le plan de charge est révisé chaque mois.', undefined],
  ];
  for (const [text, parts] of REVISED)
    it(`${parts ?? 'firm'}: ${text}`, () => {
      const found = open(text).ask(revisionPrix);
      assert.equal(found && [...found.parts].sort().join(), parts);
    });
});

describe('conditions of execution', () => {
  const GREEN = [
    'Le titulaire s’engage à réduire son empreinte carbone.',
    "Les produits d'entretien doivent être écologiques ; le titulaire utilise des produits d'entretien écologiques.",
    'Le prestataire assure la collecte et le recyclage des cartouches.',
    'Les véhicules employés par le titulaire sont à faibles émissions.',
    '## Clause environnementale\n\nLes déplacements se font en train.',
    '| Exigence |\n|---|\n| Le matériel doit être réparable pendant sept ans |',
  ];
  const GREY = [
    'Le titulaire s’adapte à l’environnement technique existant.',
    'Les candidats décrivent leur démarche de développement durable.',
    "Aucune clause environnementale n'est prévue au marché du titulaire.",
    'Le critère performance environnementale est noté sur 10 ; le titulaire le sait.',
    '## Environnement de travail\n\nLe titulaire dispose de deux bureaux.',
  ];
  for (const text of GREEN)
    it(`environmental: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.ok(open(text).ask(conditionsExecution).environnement.length > 0));
  for (const text of GREY)
    it(`not environmental: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.equal(open(text).ask(conditionsExecution).environnement.length, 0));
  it('social: hours for people far from employment, an apprentice, a sheltered workshop', () => {
    for (const text of [
      "Le titulaire réserve 350 heures à l'insertion de demandeurs d'emploi.",
      'L’entreprise accueille un alternant.',
      "Le titulaire s'engage à faire appel à une entreprise adaptée.",
    ])
      assert.ok(open(text).ask(conditionsExecution).social.length > 0, text);
  });
  it('not social: social dues, tickets, the people the service is for', () => {
    for (const text of [
      'Le titulaire fournit son attestation de cotisations sociales.',
      "L'appareil tolère dix mille insertions de tickets.",
      "L'application du titulaire instruit les demandes des bénéficiaires du RSA.",
    ])
      assert.equal(open(text).ask(conditionsExecution).social.length, 0, text);
  });
});

describe('personal data', () => {
  const PROCESSED = [
    'Le titulaire agit en qualité de sous-traitant au sens du RGPD et traite les données à caractère personnel des usagers.',
    "L'hébergeur conserve les données de santé des patients.",
    'Dans le cadre du marché, le prestataire est amené à traiter des données personnelles.',
    'La solution collecte les coordonnées des allocataires.',
  ];
  const NOT = [
    'Le titulaire respecte la réglementation relative aux données personnelles.',
    "Le titulaire n'a accès à aucune donnée personnelle.",
    "Les données personnelles des candidats sont conservées par l'acheteur.",
    'Les essais portent sur des données nominatives fictives que le titulaire traite.',
  ];
  for (const text of PROCESSED)
    it(`processed: ${text}`, () => assert.ok(open(text).ask(donneesPersonnelles).processing));
  for (const text of NOT)
    it(`not processed: ${text}`, () => assert.equal(open(text).ask(donneesPersonnelles).processing, undefined));
});

describe('derogations', () => {
  const MADE: readonly (readonly [string, string])[] = [
    ['Par dérogation aux articles 14.1 et 14.3 du CCAG-TIC, la pénalité est de 100 €.', '14.1,14.3'],
    ["Il est dérogé à l'article 11.4 du CCAG.", '11.4'],
    [
      "En dérogation des dispositions contraires, et par dérogation à l'article 20.4 du cahier des clauses administratives générales, le délai court.",
      '20.4',
    ],
    ["Cette clause déroge à l'article 5.2.3 du CCAG-FCS.", '5.2.3'],
    ["Contrairement à l'article 32 du CCAG-PI, les résultats restent au titulaire.", '32'],
    ["Conformément à l'article 14.1 du CCAG-TIC, le retard est pénalisé.", ''],
    ["Il n'est pas dérogé à l'article 14 du CCAG.", ''],
    ["Par dérogation à l'article L. 2191-3 du code de la commande publique, aucune avance n'est versée.", ''],
  ];
  for (const [text, articles] of MADE)
    it(`${articles || 'none'}: ${text}`, () =>
      assert.equal(
        open(text)
          .ask(derogations)
          .made.flatMap((m) => m.articles)
          .join(),
        articles,
      ));
  const LISTS: readonly (readonly [string, string])[] = [
    ['| CCAG | CCAP |\n|---|---|\n| 14.1 | 8 |\n| 20 | 9.2 |', '14.1,20'],
    [
      "- Article 8 du CCAP : dérogation à l'article 14.1 du CCAG-TIC\n- Article 9 du CCAP : dérogation à l'article 20 du CCAG-TIC",
      '14.1,20',
    ],
    ["L'article 8 déroge à l'article 14.1 du CCAG-TIC.\n\nL'article 9 déroge à l'article 20 du CCAG-TIC.", '14.1,20'],
    ['Les articles 8 et 9 dérogent aux articles 14.1 et 20 du CCAG.', '14.1,20'],
    ['- CCAP 8 : CCAG-TIC 14.1\n- CCAP 9 : CCAG-TIC 20', '14.1,20'],
    ['Néant.', ''],
  ];
  for (const [text, articles] of LISTS)
    it(`list ${articles || 'empty'}: ${text.replace(/\n+/g, ' ')}`, () =>
      assert.equal(
        open(`## 15. Dérogations au CCAG\n\n${text}`)
          .ask(derogations)
          .listed.flatMap((l) => l.articles)
          .join(),
        articles,
      ));
  it('an article covers its own parts and no other', () => {
    assert.ok(covers('14', '14.1') && covers('14.1', '14'));
    assert.ok(!covers('14.1', '14.2') && !covers('1', '14'));
  });
});
