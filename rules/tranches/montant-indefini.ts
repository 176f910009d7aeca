import { chiffrage, trancheId } from '../facts/bordereau/index.ts';
import {
  byId,
  type DossierTranche,
  dossierTranches,
  isNamedInPassing,
  namesAbsent,
  sameLot,
  type Tranche,
  tranches,
} from '../facts/tranches/index.ts';
import { appendToSection, field, fillCell, insertAfter } from '../kit/fix.ts';
import type { Consultation, Piece, PieceKind } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const PIECES: readonly PieceKind[] = ['rc', 'cctp', 'ccap', 'ae'];
const AMOUNT = `${field('montant')} € HT`;

/** A field for the sum, at the end of what lists the tranche. */
function addAmount(piece: Piece, { passage, whole, object, at, container }: Tranche): Fix {
  const title = 'Ajouter le montant de la tranche';
  if (passage.isTitle && container !== passage.section)
    return appendToSection(piece, passage.section, `Montant de la tranche : ${AMOUNT}.`, title);
  const isAlone = piece.ask(tranches).listed.filter((l) => l.passage === passage).length === 1;
  const place = passage.cell && isAlone ? passage.span : whole;
  const said = piece.draft.slice({ start: at.end, end: place.end });
  return insertAfter(piece, place, `${object && /: |\(/.test(said) ? ', ' : ' : '}${AMOUNT}`, title);
}

const LIGNES = 'N°;Désignation;Unité;Prix unitaire HT\n1;Étude;U;\n2;Pose;U;\n';

export default defineRule({
  id: 'tranches/montant-indefini',
  title: 'Tranche sans montant précis',
  level: 'error',
  pieces: PIECES,
  dossier: true,
  why: `Le marché définit, pour chaque tranche, son prix ou la manière de le déterminer. Une tranche sans montant, « à définir », « selon devis » ou en fourchette ne peut être ni jugée ni affermie : l'affermir reviendrait à conclure un nouveau contrat sans mise en concurrence.`,
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    none: 'Aucune pièce ne donne le montant de la {tranche}.\nUne tranche sans prix ne peut être ni comparée ni affermie. Indiquer son montant.',
    range:
      'Montant de la {tranche} : une fourchette ou une borne, « {words} ».\nChaque tranche a un montant précis. L’arrêter, ou laisser le candidat l’inscrire dans l’acte d’engagement.',
    open: 'Le montant de la {tranche} reste ouvert : « {words} ».\nUne tranche sans prix ne peut être ni comparée ni affermie. L’arrêter, ou laisser le candidat l’inscrire dans l’acte d’engagement.',
  },
  examples: {
    bad: [
      // The last column is set on the right.
      'Les travaux sont divisés en une tranche ferme et deux tranches optionnelles :\n\n   Tranche                     Consistance                                    Montant estimé\n                                                                                   (HT)\n\n   Tranche ferme               Rue des Tanneurs et place du Foirail             612 000,00 €\n                               (voirie, pluvial)\n\n   Tranche optionnelle 1       Avenue du Général-Leclerc                        238 000,00 €\n\n   Tranche optionnelle 2       Parvis de l’ancienne gare               ⟦non chiffrée⟧ à ce jour',
      // A list below what announces its tranches.
      {
        text: 'Tranche ferme : le bourg, 65 000 € HT. Tranches optionnelles, à décider chacune avant le 1er mai :\n\n1. ⟦le hameau, 2029⟧ ;\n2. le moulin, 18 000 € HT.',
        fixed: { gains: '[à compléter : montant] € HT' },
      },
      // The buyer's own words in a form leave nothing to write, and each lot has tranches of its own.
      {
        text: '| Lot | Tranche | Contenu | Estimation (€ HT) |\n|---|---|---|---|\n| 1 | Ferme | Chaudière du gymnase | 40 000 |\n| 1 | Optionnelle 1 | Chaudière du stade | ⟦contre devis du chauffagiste⟧ |\n| 2 | Ferme | Vitrages | 30 000 |\n| 2 | Optionnelle 1 | Stores | 9 000 |',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Lot | Tranche | Montant HT |\n|---|---|---|\n| 1 | Ferme | …… € |\n| 2 | Ferme | …… € |\n| 2 | Optionnelle 1 | …… € |\n\nLot 1, tranche optionnelle 1 : pas encore chiffrée, un devis sera sollicité.",
        },
      },
      // The sum of the whole, which leaves the tranche out.
      'La tranche ferme porte sur l’étude, pour 60 000 € HT. La tranche optionnelle porte sur la pose ; son prix sera arrêté ⟦sur devis du titulaire⟧.\n\nLe syndicat estime le marché à 90 000 € HT, tranche optionnelle non comprise.',
      '**Tranche ferme – À la Butte.** Vous réalisez un démonstrateur. Son montant est celui que vous avez écrit dans le cadre de prix.\n\n**Tranche optionnelle – À Port-Sec.** Vous reprenez l’essai, réglé ⟦d’après un devis que vous établirez alors⟧.',
      {
        text: `Le marché comprend une tranche ferme et une tranche optionnelle :\n\n- Tranche ferme : refonte du site, 80 000 € HT ;\n- ⟦Tranche optionnelle : application mobile⟧.`,
        fixed: `Le marché comprend une tranche ferme et une tranche optionnelle :\n\n- Tranche ferme : refonte du site, 80 000 € HT ;\n- Tranche optionnelle : application mobile, [à compléter : montant] € HT.`,
      },
      '- Tranche ferme : études, 40 000 € HT ;\n- Tranche optionnelle 1 : travaux, ⟦entre 90 000 et 140 000 € HT⟧.',
      '- première tranche optionnelle, reprise des archives : ⟦montant à définir au vu des résultats de la tranche ferme⟧ ;\n- tranche ferme, numérisation : 61 000 € HT.',
      '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Équipement de neuf collèges | 480 000 € |\n| Optionnelle 1 | Équipement de cinq collèges | ⟦selon devis⟧ |',
      {
        text: 'La tranche ferme porte sur la pose des capteurs pour 30 000 € HT. La ⟦tranche optionnelle n° 1 porte sur leur maintenance⟧.',
        fixed:
          'La tranche ferme porte sur la pose des capteurs pour 30 000 € HT. La tranche optionnelle n° 1 porte sur leur maintenance : [à compléter : montant] € HT.',
      },
      {
        text: '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n| Optionnelle 1 | Travaux ⟦| |⟧',
        fixed:
          '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n| Optionnelle 1 | Travaux | [à compléter : montant] € HT |',
      },
      {
        text: '| Forme | Prix |\n|---|---|\n| Le marché comprend une ⟦tranche ferme (étude)⟧ et une ⟦tranche optionnelle (travaux)⟧. | Forfait |',
        fixed:
          '| Forme | Prix |\n|---|---|\n| Le marché comprend une tranche ferme (étude), [à compléter : montant] € HT et une tranche optionnelle (travaux), [à compléter : montant] € HT. | Forfait |',
      },
      '- TF : conception, 25 000 € ;\n- TO 1 : déploiement, ⟦40 000 – 60 000 € HT⟧ ;\n- TO 2 : formation, ⟦… € HT⟧.',
      {
        text: '## Tranche ferme – Études\n\nMontant : 20 000 € HT.\n\n## ⟦Tranche optionnelle 1 – Travaux⟧\n\nLe titulaire réalise les travaux décrits au cahier des charges.',
        fixed: { gains: 'Montant de la tranche : [à compléter : montant] € HT.' },
      },
      {
        text: '- Tranche ferme : étude de site ;\n- Tranche optionnelle : travaux, montant ⟦inférieur à 50 000 € HT⟧.',
        files: { 'ae.md': "# Acte d'engagement\n\nLe prix de la tranche ferme est de 12 000 € HT." },
      },
      // The field of one tranche is no field of the others.
      {
        text: '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n| Optionnelle 1 | Pose | ⟦à définir ultérieurement⟧ |\n| Optionnelle 2 | Suivi ⟦| |⟧',
        files: { 'ae.md': "# Acte d'engagement\n\nMontant de la tranche ferme : …………… € HT" },
        fixed: { gains: '[à compléter : montant] € HT' },
      },
      {
        text: '- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose, prix à définir ;\n- Tranche optionnelle 2 : suivi, ⟦prix à définir⟧.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Tranches ferme et optionnelle 1\n\nPrix de la tranche ferme : …………… € HT\n\nPrix de la tranche optionnelle n° 1 : …………… € HT",
        },
      },
      {
        text: '- Tranche ferme : étude, 40 000 € HT ;\n- ⟦Tranche optionnelle : pose⟧.',
        files: { 'ae.md': "# Acte d'engagement\n\nDélai proposé pour chaque tranche : …………… semaines" },
        fixed: { gains: '[à compléter : montant] € HT' },
      },
      'Le montant de la tranche ferme est de 60 000 € HT ; celui de la tranche optionnelle est compris ⟦entre 20 000 et 30 000 € HT⟧.',
      // A schedule of another lot.
      {
        text: '## Tranches du lot 1\n\n- Tranche ferme : étude, 40 000 € HT ;\n- ⟦Tranche optionnelle 1 : pose⟧.',
        files: { 'bpu lot 2.csv': LIGNES },
        fixed: { gains: '[à compléter : montant] € HT' },
      },
    ],
    good: [
      // Works that the holder directs are no part of his price.
      '# CCAP\n\nLe marché comprend une tranche ferme, les études du pont (30 000 € HT), et une tranche optionnelle, le suivi du chantier (12 000 € HT). Le seuil de tolérance est de 4 %.\n\n## Coût prévisionnel des travaux\n\nPour la tranche optionnelle, le coût n’est pas connu.',
      '## Tranches\n\nLa tranche ferme porte sur l’étude, la tranche optionnelle, dont la levée dépend du vote, sur le suivi.\n\n## Budget\n\nLa ville y consacre respectivement quarante mille et douze mille euros hors taxes.',
      '- Tranche ferme : étude, 60 000 € HT ;\n- Tranche optionnelle : pose, 20 000 € HT.\n\nLe marché est estimé à 60 000 € HT hors tranche optionnelle.',
      '**Tranche ferme – À la Butte.** Vous réalisez un démonstrateur. Son montant est celui que vous avez écrit dans le cadre de prix.\n\n**Tranche optionnelle – À Port-Sec.** Vous reprenez l’essai, au prix proposé dans votre offre.',
      // A schedule has its lines, or is for all of them.
      {
        text: 'Le marché comprend deux tranches :\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose, prix à définir.',
        files: { 'dpgf.csv': `Tranche ferme;;;\n${LIGNES}Tranche optionnelle 1;;;\n${LIGNES}` },
      },
      {
        text: 'Le marché comprend deux tranches :\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose.',
        files: { 'bpu.csv': LIGNES },
      },
      // An annex that the candidate fills.
      {
        text: 'Le marché comprend deux tranches :\n\n- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose.',
        files: {
          'annexe.md':
            '# Annexe 2 au CCTP – Cadre de réponse technique\n\n| Tranche | Moyens | Montant HT |\n|---|---|---|\n| Tranche ferme | | |\n| Tranche optionnelle 1 | | |',
        },
      },
      '## Tranches\n\nTranche ferme : audit. Tranche optionnelle : appui.\n\n## Cadre de prix, à compléter par le candidat\n\n| Tranche | Montant HT |\n|---|---|\n| Tranche ferme | …… |\n| Tranche optionnelle | …… |',
      '## Annexe – Prix (à renseigner par chaque soumissionnaire)\n\n| Poste | Tranche | Montant HT |\n|---|---|---|\n| Pose | Ferme | |\n| Suivi | Optionnelle 1 | |',
      'Tranche ferme : tri des fonds. Tranche optionnelle : reliure.\n\nEstimations respectives : 40 000 et 12 000 euros HT.',
      'Délais :\n\n- tranche ferme : 6 mois ;\n- tranche optionnelle : 3 mois.',
      'Pénalités :\n\n- tranche ferme : 100 € par jour de retard ;\n- tranche optionnelle : 150 € par jour de retard.',
      '- Tranche ferme : refonte du site, 80 000 € HT ;\n- Tranche optionnelle : application mobile, estimée à 30 000 € HT.',
      {
        text: '- Tranche ferme : étude ;\n- Tranche optionnelle 1 : travaux.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Montant HT |\n|---|---|\n| Tranche ferme | 12 000 € |\n| Tranche optionnelle 1 | 40 000 € |",
        },
      },
      {
        text: '- Tranche ferme : étude ;\n- Tranche optionnelle 1 : travaux.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Tranche | Prix HT (à compléter par le candidat) |\n|---|---|\n| Tranche ferme | |\n| Tranche optionnelle 1 | |",
        },
      },
      {
        text: 'Le marché comprend une tranche ferme (étude) et une tranche optionnelle (travaux).',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nPrix de la tranche ferme : …………… € HT\n\nPrix de la tranche optionnelle : …………… € HT",
        },
      },
      {
        text: '- Tranche ferme : simulateur ;\n- Tranche optionnelle : messagerie.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| | A – Tranche ferme | B – Tranche optionnelle |\n|---|---|---|\n| Montant HT | ………… € | ………… € |",
        },
      },
      {
        text: '- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose, prix à définir ;\n- Tranche optionnelle 2 : suivi, prix à définir.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nMontant de la tranche ferme : …………… € HT\n\nMontant des tranches optionnelles, l'une après l'autre : ……………",
        },
      },
      {
        text: '- Tranche ferme : étude ;\n- Tranche optionnelle 1 : pose ;\n- Tranche optionnelle 2 : suivi.',
        files: {
          'ae.md': "# Acte d'engagement\n\nPour chaque tranche, le candidat s'engage sur le prix de …………… € HT.",
        },
      },
      '| N° | Fonction | Niveau | Contrôle | Tranche |\n|---|---|---|---|---|\n| F1 | Simuler | 1 € près | jeu d’essai | TF |\n| F2 | Déposer | 20 min | test | TF |\n| F3 | Échanger | 10 s | banc | TO1 |',
      'Les prestations sont facturées par tranche de 10 000 €. Une tranche horaire de deux heures est prévue.',
      'Le marché ne comporte pas de tranches.',
      '- Tranche ferme : étude ;\n- Tranche optionnelle : travaux.\n\nLes montants des tranches figurent à l’acte d’engagement.',
      'L’affermissement de la tranche optionnelle est notifié au titulaire. La tranche ferme dure six mois.',
      '| | Tranche ferme | Tranche optionnelle 1 |\n|---|---|---|\n| Installation | 12 000 € | 8 000 € |\n| Maintenance | 3 000 € | 2 000 € |',
      'Le marché comprend une tranche ferme (étude) et une tranche optionnelle (travaux). Leurs prix sont de 12 000 € HT pour la tranche ferme et de 30 000 € HT pour la tranche optionnelle.',
    ],
    limits: ['Le marché comprend une tranche ferme et deux tranches optionnelles.'],
  },
  *check(piece) {
    const { consultation } = piece;
    const all = dossierTranches(consultation);
    const noneIsPriced = all.every((t) => t.amount?.kind !== 'precise');
    const isElsewhere = mayBePricedElsewhere(consultation, noneIsPriced);
    const pricedHere = pricedIn(piece);
    for (const one of all) {
      const { lot, amount } = one;
      const first = firstTelling(one.places);
      if (amount?.kind === 'precise' || one.field || first?.piece !== piece) continue;
      if (noneIsPriced && !amount && isNamedInPassing(piece, first.tranche)) continue;
      const schedule = chiffrage(consultation, trancheId(first.tranche), lot);
      if (schedule === 'propre') continue;
      const stated = statedIn(piece, one, pricedHere);
      const tranche = nameOf(piece, first.tranche);
      if (stated) yield ofStated(piece, stated, tranche);
      else if (!schedule && !isElsewhere)
        yield {
          at: first.tranche.whole,
          message: 'none',
          data: { tranche, words: '' },
          fixes: [addAmount(piece, first.tranche)],
        };
    }
    yield* pricedOnly(piece);
  },
});

/** A piece that is named and absent may give the sums. */
const mayBePricedElsewhere = (consultation: Consultation, noneIsPriced: boolean): boolean =>
  (noneIsPriced && namesAbsent(consultation, ['ae', 'ccap', 'prix'])) ||
  namesAbsent(consultation, ['ae', 'ccap', 'cctp', 'prix'], true);

const pricedIn = (piece: Piece) => byId(piece.ask(tranches).priced);

/** What a piece says of the price of a tranche: where it lists it, else apart. */
const statedIn = (
  piece: Piece,
  { id, lot, places }: DossierTranche,
  priced: ReturnType<typeof pricedIn>,
): Tranche['amount'] =>
  places.find((p) => p.piece === piece && p.tranche.amount)?.tranche.amount ??
  priced(id).find((p) => sameLot(p.lot, lot))?.amount;

/** The piece where a tranche is first listed, among those that are to give its sum. */
const firstTelling = <T extends { readonly piece: Piece }>(places: readonly T[]): T | undefined =>
  places.find((p) => p.piece.kinds.some((kind) => PIECES.includes(kind)));

function nameOf(piece: Piece, { at }: Tranche): string {
  const name = piece.draft.slice(at).toLowerCase().replace(/\s+/g, ' ');
  return name.includes('tranche') ? name : `tranche ${name}`;
}

/** An amount that is given, and is none. */
function ofStated(
  piece: Piece,
  { at, kind }: NonNullable<Tranche['amount']>,
  tranche: string,
): Report<'range' | 'open'> {
  const words = piece.draft.slice(at).replace(/\s+/g, ' ').trim() || '…';
  const cell = piece.draft.passageAt(at.start + 1);
  const fix = cell?.cell && fillCell(piece, cell, AMOUNT, 'Ajouter le montant de la tranche');
  return { at, message: kind === 'range' ? 'range' : 'open', data: { tranche, words }, fixes: fix ? [fix] : [] };
}

/** « Le prix de la tranche optionnelle est compris entre… »: an open price for a tranche that no piece lists. */
function* pricedOnly(piece: Piece): Generator<Report<'range' | 'open'>> {
  const { consultation } = piece;
  const listed = byId(dossierTranches(consultation));
  const all = consultation
    .of(...PIECES)
    .flatMap((p) => p.ask(tranches).priced.map((price) => ({ id: price.id, owner: p, price })));
  const priced = byId(all);
  const seen = new Set<string>();
  for (const { owner, price } of all) {
    const { id, lot, amount } = price;
    const known =
      listed(id).some((t) => sameLot(t.lot, lot)) ||
      priced(id).some(
        (o) => sameLot(o.price.lot, lot) && (o.price.amount.kind === 'precise' || o.price.amount.candidate),
      );
    if (known || amount.kind === 'precise' || seen.has(id)) continue;
    seen.add(id);
    if (owner !== piece) continue;
    const words = piece.draft.slice(amount.at).replace(/\s+/g, ' ').trim();
    const [nature, number] = id.split(':');
    yield {
      at: amount.at,
      message: amount.kind,
      data: { tranche: `tranche ${nature}${number === '1' ? '' : ` ${number}`}`, words },
    };
  }
}
