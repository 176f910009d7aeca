import { clauseText } from '../clauses/clauses.ts';
import {
  type AccordCadrePlace,
  accordCadre,
  beginsWithout,
  isPartlyOrdinary,
  meets,
} from '../facts/accord-cadre/index.ts';
import { lots } from '../facts/allotissement/index.ts';
import { isResearch } from '../facts/procedure/index.ts';
import { namesAbsent } from '../facts/tranches/index.ts';
import { field, insertBlockAfter, replace } from '../kit/fix.ts';
import type { Consultation, Piece, PieceKind } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { datedRules } from '../law/law.ts';

type Message = 'unlimited' | 'answered' | 'lots' | 'missing';

const PIECES: readonly PieceKind[] = ['rc', 'ccap', 'ae'];
/** The day the maximum became due. */
const DUE = datedRules.frameworkMaximum;
const CEILING = `avec un montant maximum de ${field('maximum, en euros, pour toute la durée')} € HT`;

export default defineRule({
  id: 'accord-cadre/maximum',
  title: 'Accord-cadre sans maximum',
  level: 'error',
  pieces: PIECES,
  dossier: true,
  why: `Un accord-cadre a toujours un maximum, en valeur ou en quantité : sans lui, les candidats ne savent pas jusqu'où ils peuvent être engagés et les commandes n'ont pas de limite de mise en concurrence.`,
  sources: [ccp('R2162-4'), ccp('R2121-8')],
  messages: {
    unlimited:
      'L’accord-cadre est dit « {words} ».\nUn maximum en valeur ou en quantité est obligatoire. Le fixer pour toute la durée, reconductions comprises.',
    answered:
      'Le maximum de l’accord-cadre est dit « {words} ».\nUn maximum en valeur ou en quantité est obligatoire. Le fixer pour toute la durée, reconductions comprises.',
    missing:
      'Aucune pièce ne fixe le maximum de l’accord-cadre, en valeur ou en quantité.\nIl est obligatoire : l’indiquer pour toute la durée, reconductions comprises.',
    lots: 'Aucune pièce ne fixe le maximum de l’accord-cadre pour certains lots : lot {lots}.\nD’autres lots en ont un. Il en faut un pour chaque lot, en valeur ou en quantité, pour toute la durée, reconductions comprises.',
  },
  examples: {
    bad: [
      {
        text: '⟦L’accord-cadre⟧ à bons de commande est conclu pour deux ans.',
        fixed: { gains: 'avec un montant maximum de' },
        files: { 'cctp.md': '# CCTP\n\nLe colis ne dépasse pas 12 kg.' },
      },
      {
        text: '## Lots\n\nChaque lot est un accord-cadre à bons de commande.\n\n| Lot | Objet | Minimum sur la durée totale | Maximum sur la durée totale |\n|---|---|---|---|\n| 1 | Ordures ménagères | 4 000 000 € HT | 9 500 000 € HT |\n| 2 | Verre | 600 000 € HT | ⟦sans plafond⟧ |',
        fixed: { gains: 'avec un montant maximum de' },
      },
      {
        text: 'Accord-cadre à bons de commande.\n\n| Lot | Objet | Maximum (€ HT) |\n|---|---|---|\n| 1 | Cordes | 200 000 |\n| 2 | Archets | ⟦selon les besoins des écoles⟧ |',
        head: { piece: 'rc' },
      },
      {
        text: '## Parts\n\nLe contrat réunit deux parts. La première est payée au forfait. Nous ⟦achetons la seconde par bons de commande⟧, au rythme des besoins.',
        fixed: { gains: 'maximum' },
      },
      {
        text: 'Accord-cadre à bons de commande.\n\n| Lot | Minimum | Maximum |\n|---|---|---|\n| 1 | 10 000 € HT | 200 000 € HT |\n| 2 | 5 000 € HT | ⟦aucun⟧, selon les commandes |',
        head: { piece: 'rc' },
      },
      '## 2. Lots\n\n2.1. Le lot 1 porte sur des services de recherche et développement exclus du code (article L. 2512-5, 2°).\n\n2.2. Le lot 2 est passé selon la procédure de l’appel d’offres ouvert. Il donne lieu à un accord-cadre à bons de commande.\n\n## 3. Étendue du lot 2\n\n⟦Les commandes du lot 2 ne connaissent pas de plafond.⟧',
      'La ville commande selon ses besoins, par bons successifs, pendant deux ans. Elle s’engage à commander au moins 40 000 € HT. Au-delà, les ⟦quantités ne sont pas limitées⟧.',
      {
        text: 'Les pénalités sont journalières. L’accord-cadre à bons de commande est conclu ⟦sans maximum⟧.',
        fixed: { gains: 'conclu avec un montant maximum de' },
      },
      {
        text: 'Les prestations, qui n’entrent dans aucun autre marché, ⟦font l’objet d’un accord-cadre⟧ à bons de commande.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      // What bounds one order, or a delay, bounds no accord-cadre.
      {
        text: 'Le ⟦présent accord-cadre⟧ est à bons de commande. Chaque bon ne peut excéder 5 000 € HT.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      {
        text: 'Le ⟦présent accord-cadre⟧ est à bons de commande.\n\n| Prestation | Délai d’exécution, au plus |\n|---|---|\n| Reliure | 12 jours |',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      'Le marché est un accord-cadre. Les commandes suivent les besoins des lycées, pour lesquels ⟦il n’est prévu aucun plafond⟧.',
      'Le marché est un accord-cadre à bons de commande. ⟦Aucune borne ne restreint le volume total des commandes.⟧',
      'Le contrat est un accord-cadre. Il prend effet le 1er mars 2027 pour une année. ⟦Les commandes suivent les besoins, sans que la ville s’engage sur un montant plancher ni sur un plafond.⟧',
      '| Lot | Objet | Forme | Estimation ou maximum |\n|---|---|---|---|\n| 1 | Études | Marché ordinaire | voir article 5.1 |\n| 2 | Reportages | Accord-cadre à bons de commande | estimation de 90 000 € HT |\n\nPour le lot 2, les commandes suivent les saisons ; leur ⟦cumul n’est pas plafonné⟧.',
      {
        text: 'Le ⟦présent accord-cadre⟧ est à bons de commande. Les bons émis avant son terme s’exécutent dans la limite de trois mois.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      {
        text: 'Il s’agit d’un accord-cadre à bons de commande. Il est conclu ⟦sans minimum ni maximum⟧.',
        fixed: {
          gains: 'conclu avec un montant maximum de [à compléter : maximum, en euros, pour toute la durée] € HT.',
        },
      },
      {
        text: 'Le lot 3 donne lieu à un accord-cadre avec un montant minimum annuel de 4 000 € HT et ⟦sans montant maximum⟧.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      {
        text: 'Le ⟦présent accord-cadre⟧ est exécuté par bons de commande. Le montant minimum est de 10 000 € HT.',
        fixed: { gains: "L'accord-cadre est conclu sans montant minimum et avec un montant maximum de" },
      },
      'L’accord-cadre ne comporte ⟦aucun maximum⟧.',
      {
        text: 'L’accord-cadre est conclu ⟦sans montant minimum et sans plafond⟧, les volumes n’étant pas connus.',
        fixed: { gains: 'conclu avec un montant maximum de' },
      },
      'Le contrat est un accord-cadre. Le ⟦montant maximum n’est pas fixé⟧.',
      'L’accord-cadre est à bons de commande. Il a un minimum seul, de 60 000 € HT par an ; les ⟦commandes ne sont pas plafonnées⟧.',
      'L’accord-cadre est à bons de commande. Il comporte ⟦un minimum seul⟧, de 60 000 € HT par an.',
      'Le présent ⟦accord-cadre n’est pas plafonné⟧ ; le minimum est de 5 000 € HT.',
      'L’accord-cadre a un minimum de 20 000 € HT ; les ⟦commandes ne font l’objet d’aucun plafond⟧.',
      // A word says it of one lot, in its column, in its row or after its name.
      'L’accord-cadre est à bons de commande.\n\n| Lot | Objet | Minimum (€ HT) | Maximum (€ HT) |\n|---|---|---|---|\n| 1 | Reliure | 30 000 | 240 000 |\n| 2 | Dorure | 15 000 | ⟦non plafonné⟧ |',
      'L’accord-cadre est à bons de commande.\n\n| | Lot 1 | Lot 2 |\n|---|---|---|\n| Minimum HT | 10 000 € | 20 000 € |\n| Maximum HT | 90 000 € | ⟦illimité⟧ |',
      'L’accord-cadre est à bons de commande. Montants, reconductions comprises :\n\n- Lot 1 : 75 000 € HT au plus.\n- Lot 3 : ⟦pas de plafond⟧, selon les besoins.',
      {
        text: 'L’accord-cadre est à bons de commande.\n\n## Montant des commandes\n\n- Lot n° 3 (accueil) : ⟦sans limite⟧\n- Lot n° 1 : 90 000 € HT au maximum',
        fixed: { gains: 'avec un montant maximum de' },
      },
      // The maximum of one lot is no maximum of the others.
      {
        text: 'Le ⟦présent accord-cadre⟧ est à bons de commande. Il comprend deux lots :\n\n- Lot 1 : balises, avec un maximum de 90 000 € HT ;\n- Lot 2 : supervision, sans minimum.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      {
        text: '| Lot | Objet | Forme |\n|---|---|---|\n| Lot n° 01 | Sel | ⟦Accord-cadre à bons de commande⟧ |\n| Lot n° 02 | Sable | Accord-cadre à bons de commande |\n\nLe lot n° 2 a un maximum de 90 000 € HT.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
      {
        text: 'Les lots 1 et 2 ⟦sont des accords-cadres⟧ ; le lot 3 est un marché ordinaire. Le lot 1 a un maximum de 90 000 € HT.',
        fixed: { gains: 'et avec un montant maximum de' },
      },
    ],
    good: [
      'Marché ordinaire, à prix global. Ne relève pas de la présente procédure : un accord-cadre de transport passé en 2025, qui court jusqu’en 2029.',
      {
        text: 'Accord-cadre à bons de commande. Les commandes sont plafonnées à 300 000 € HT.\n\n| Lot | Objet | Quantité estimée |\n|---|---|---|\n| 1 | Cordes | 200 |\n| 2 | Archets | selon les besoins des écoles |',
        head: { piece: 'rc' },
      },
      // A part of a maximum tells that there is one.
      'L’accord-cadre est à bons de commande, pour un maximum de 90 000 € HT.\n\nLa régie peut acheter ailleurs tant que ces achats ne passent pas 10 % du montant maximum.',
      // A form lists the techniques of the code, and chooses none.
      'Ce formulaire sert à tous les contrats, quelle que soit la technique d’achat (accords-cadres à bons de commande, concours, systèmes d’acquisition dynamiques, enchères électroniques).',
      'L’accord-cadre est à bons de commande. Les achats ne peuvent aller au-delà de neuf mille litres.',
      '| Rubrique | Contenu |\n|---|---|\n| Nature | Marché de services, ☐ accord-cadre ☒ marché ordinaire |',
      'Le marché est ordinaire. Les quantités ne sont pas limitées par véhicule. Les palettes sont reçues contre bons de livraison.',
      // Of another contract, or of another sum.
      'Le marché est ordinaire, à prix forfaitaire. Montant minimum et maximum : sans objet. Les petites fournitures relèvent d’un autre contrat, déjà passé sous forme d’accord-cadre.',
      'Marché ordinaire. Les vêtements sont achetés par un marché distinct, qui est un accord-cadre à bons de commande.',
      'L’accord-cadre a un maximum de 90 000 € HT. Le retard coûte 50 € par jour ; les pénalités sont sans maximum.',
      'L’accord-cadre a un maximum de 90 000 € HT.\n\n## Pénalités\n\nChaque jour de retard coûte 50 €. Elles sont dues sans maximum.',
      '| Lot | Objet | Forme | Estimation ou maximum |\n|---|---|---|---|\n| 1 | Études | Marché ordinaire | voir article 5.1 |\n| 2 | Reportages | Accord-cadre à bons de commande | maximum de 90 000 € HT |',
      'L’accord-cadre est à bons de commande, dans la limite de trois cents interventions. Les pénalités suivent les commandes ; leur cumul n’est pas plafonné.',
      'L’accord-cadre a un maximum de 90 000 € HT.\n\n| Lot | Nombre maximum d’utilisateurs |\n|---|---|\n| 1 | illimité |\n| 2 | 40 |',
      'L’accord-cadre a un maximum de 90 000 € HT.\n\n## Pénalités\n\n- Lot 1 : plafonnées à 10 %\n- Lot 2 : pas de plafond',
      'L’accord-cadre a un maximum de 90 000 € HT. Pages du mémoire :\n\n- lot 1 : 20 ;\n- lot 2 : sans limite.',
      'L’accord-cadre est à bons de commande. Montants, reconductions comprises :\n\n- Lot 1 : 75 000 € HT au plus.\n- Lot 2 : 45 000 € HT au plus.',
      // The orders are bounded under any of these heads, in whatever unit.
      'Accord-cadre à bons de commande.\n\n| Site | Interventions par an, au moins | Interventions par an, au plus |\n|---|---|---|\n| Piscine | 20 | 45 |\n| Stade | 5 | 12 |',
      'Accord-cadre à bons de commande.\n\n| Lot | Intitulé | Le total ne dépassera pas (€ HT) |\n|---|---|---|\n| 1 | Reliure | 30 000 |\n| 2 | Massicot | 12 000 |',
      'L’accord-cadre prend fin quand le total des commandes atteint 82 000 € HT, montant qui ne peut être dépassé.',
      'Le marché est ordinaire, sans minimum ni maximum. Les géomètres sont titulaires d’accords-cadres étrangers à la présente consultation.',
      '| Lot | Objet | Forme |\n|---|---|---|\n| Lot n° 01 | Sel de déneigement | Accord-cadre à bons de commande |\n| Lot n° 02 | Saleuse | Marché ordinaire |\n\nLe lot n° 1 a un maximum de 90 000 € HT.',
      'L’accord-cadre a un maximum de 90 000 € HT. Les pénalités sont journalières et il n’est prévu aucun plafond.',
      'Le marché est un accord-cadre à bons de commande, de 40 000 € HT au plus. Aucune borne ne restreint le nombre de visites du site.',
      'Le présent accord-cadre est à bons de commande. Il comprend deux lots :\n\n- Lot 1 : balises, avec un maximum de 90 000 € HT ;\n- Lot 2 : supervision, au prix global et forfaitaire.',
      'Les lots 1 et 2 sont des accords-cadres. Le maximum du lot 1 est de 90 000 € HT, celui du lot 2 de 30 000 € HT.',
      { text: 'L’accord-cadre est conclu sans minimum ni maximum.', head: { date: '2021-08-25' } },
      'L’accord-cadre est conclu sans minimum et avec un maximum de 180 000 € HT.',
      'L’accord-cadre est plafonné à 90 000 € HT. Les pénalités sont dues sans plafond.',
      'L’accord-cadre a un montant maximum de 90 000 € HT. Les frais sont remboursés sans plafond.',
      'L’accord-cadre est conclu pour quatre ans. Le montant total des commandes ne peut excéder 200 000 € HT.',
      'Il s’agit d’un accord-cadre à bons de commande. Quantité maximale : 1 200 repas par an.',
      {
        text: 'Il s’agit d’un accord-cadre à bons de commande.',
        files: { 'ae.md': "# Acte d'engagement\n\nMontant maximum annuel : 40 000 € HT." },
      },
      'L’accord-cadre a un maximum de 90 000 € HT ; le minimum seul engage l’acheteur.',
      'L’accord-cadre a un maximum de 90 000 € HT. Les pénalités ne sont pas plafonnées.',
      'L’accord-cadre a un maximum de 90 000 € HT. Les commandes de pièces ne sont pas limitées en quantité.',
      'L’accord-cadre est plafonné à 90 000 € HT. Le nombre de bons de commande n’est pas plafonné par période.',
      'Il s’agit d’un accord-cadre. Les montants maximums sont fixés à l’acte d’engagement.',
      '| Lot | Objet | Minimum HT | Maximum HT |\n|---|---|---|---|\n| 1 | Accord-cadre de fournitures | 0 € | 90 000 € |',
      'Le marché est ordinaire ; il n’est pas un accord-cadre.',
      'Les prestations actuelles relèvent de l’accord-cadre de l’UGAP.',
      {
        text: 'Il s’agit d’un accord-cadre conclu sans minimum ni maximum.',
        head: { procedure: 'recherche-developpement' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.date < DUE.date) return;
    const { consultation } = piece;
    const { pieces } = consultation;
    const told = consultation.of(...PIECES);
    const declared = pieces
      .flatMap((p) => p.ask(accordCadre).declared)
      .filter((d) => !isResearch(piece.consultation, d.lots));
    if (declared.length === 0) return;
    const unlimited = told.flatMap((p) => p.ask(accordCadre).unlimited.map((place) => ({ piece: p, place })));
    for (const [i, { piece: owner, place }] of unlimited.entries()) {
      const twice = unlimited.slice(0, i).some((u) => u.piece !== owner && meets(u.place.lots, place.lots));
      if (owner !== piece || twice || !declared.some((d) => meets(d.lots, place.lots))) continue;
      yield ofUnlimited(piece, place);
    }
    if (unlimited.length > 0 || namesAbsent(consultation, ['ae', 'ccap', 'rc'])) return;
    const maximums = pieces.flatMap((p) => p.ask(accordCadre).maximums);
    const all = lotsOf(consultation, declared);
    const without = all.filter((lot) => !maximums.some((m) => meets(m.lots, [lot])));
    const some = without.length < all.length ? without : [];
    const lacking = (d: AccordCadrePlace) =>
      !maximums.some((m) => meets(m.lots, d.lots)) || some.some((lot) => meets(d.lots, [lot]));
    const teller = told.find((p) => p.ask(accordCadre).declared.some(lacking));
    const first = piece === teller && piece.ask(accordCadre).declared.find(lacking);
    if (first) yield ofMissing(piece, first, some);
  },
});

function ofUnlimited(piece: Piece, { at, sentence, doubt }: AccordCadrePlace): Report<Message> {
  const words = piece.draft.slice(at).replace(/\s+/g, ' ');
  const fixes = beginsWithout(words) ? [replace(piece, at, CEILING, 'Fixer un maximum')] : [];
  // « Aucun », « non plafonné »: what a cell answers to the head of its column is said of the maximum.
  const message = sentence.passage.cell ? 'answered' : 'unlimited';
  return { at, message, data: { words, lots: '' }, rests: [DUE], doubt, fixes };
}

/** `some`: the lots that have no maximum, where others have one. */
function ofMissing(
  piece: Piece,
  { at, lots: own, sentence }: AccordCadrePlace,
  some: readonly string[],
): Report<Message> {
  const theirs = some.filter((lot) => meets(own, [lot]));
  const text = clauseText('accord-cadre-maximum');
  return {
    at,
    message: theirs.length > 0 ? 'lots' : 'missing',
    data: { words: '', lots: theirs.map((lot) => lot.toUpperCase()).join(', ') },
    rests: [DUE],
    fixes: [insertBlockAfter(piece, sentence.passage.node, text, 'Ajouter le maximum')],
  };
}

/** The lots that are an accord-cadre by what declares them; where only the whole is declared, those that the pieces list. */
function lotsOf({ pieces }: Consultation, declared: readonly AccordCadrePlace[]): string[] {
  const named = declared.flatMap((d) => d.lots);
  const listed = pieces.flatMap((p) => p.ask(lots).list?.lots ?? []);
  const mixed = () => pieces.some(isPartlyOrdinary);
  return [...new Set(named.length > 0 ? named : mixed() ? [] : listed.map((l) => l.number))];
}
