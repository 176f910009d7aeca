import {
  addUp,
  type Critere,
  countsInHundredths,
  criteres,
  french,
  type Grille,
  isAbout,
  isPartlyRead,
  isRanged,
  near,
  scaleTold,
  TOLERANCE,
  unitOf,
  walk,
  wanted,
  weightOf,
} from '../facts/criteres/index.ts';
import type { Draft, Table } from '../kit/draft.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { contains, cover, overlaps, type Span } from '../kit/span.ts';

const lowest = (list: readonly Critere[]): number => addUp(list);
const highest = (list: readonly Critere[]): number =>
  list.reduce((t, c) => t + (c.weight?.upper ?? weightOf(c) ?? 0), 0);
const listing = (list: readonly Critere[]): string => list.map((c) => french(weightOf(c) ?? 0)).join(' + ');

/** The head of a table, with what announces it right above: « notée ainsi : », « Grille B ». A heading is of its whole section. */
function headOf(draft: Draft, { header, rows, lead: over, section }: Table): Span {
  // Columns of blanks may have no head, or one apart from them: « Critère    Points », over a blank line.
  const isHeaded = header.cells.some((c) => c.folded);
  const { span: head } = isHeaded ? header : (rows[0] ?? header);
  const lead = over?.table ? over.table.lead : over;
  const announcing = lead?.section === section ? lead.sentences.at(-1) : undefined;
  const isAnnounced =
    announcing !== undefined && lead?.kind !== 'heading' && (lead?.isTitle || /: ?$/.test(announcing.folded));
  if (!isAnnounced) return head;
  const isBarred = draft.slice(head).trimStart().startsWith('|');
  return isHeaded && (isBarred || !/\n\s*\n/.test(draft.slice({ start: announcing.span.end, end: head.start })))
    ? cover(announcing.span, head)
    : announcing.span;
}

/** The head of the table, the first line of the list: all that is counted stands under it. In a sentence, the weight written last. */
const placeOf = (draft: Draft, { table, criteria, at }: Grille): Span => {
  if (table) return headOf(draft, table);
  const [first, second] = criteria;
  const isList = first && second && draft.slice({ start: first.line.start, end: second.line.start }).includes('\n');
  return isList ? first.line : (lastWeight(criteria) ?? at);
};

const lastWeight = (list: readonly Critere[]): Span | undefined =>
  list
    .flatMap(walk)
    .flatMap((c) => c.weight?.at ?? [])
    .reduce<Span | undefined>((last, at) => (last && last.start > at.start ? last : at), undefined);

type Reported = Report<'criteres' | 'fourchettes' | 'sous-criteres'>;

function* total(draft: Draft, grille: Grille): Iterable<Reported> {
  const { criteria } = grille;
  const target = wanted(grille);
  if (target === undefined || criteria.length < 2) return;
  const complete = criteria.every((c) => weightOf(c) !== undefined);
  const sum = addUp(criteria);
  const at = placeOf(draft, grille);
  const data = {
    sum: french(sum),
    target: french(target),
    unit: unitOf(criteria) === 'percent' ? ' %' : ' points',
    list: listing(criteria),
  };
  if (isRanged(criteria)) {
    const impossible = lowest(criteria) > target + TOLERANCE || (complete && highest(criteria) < target - TOLERANCE);
    if (impossible) yield { at, message: 'fourchettes', data: { ...data, high: french(highest(criteria)) } };
    return;
  }
  if (complete ? near(sum, target) || isForeign(sum, target) : sum <= target + TOLERANCE) return;
  if (sum < target && isPartlyRead(draft, grille)) return;
  const gap = sum - target;
  yield {
    at,
    message: 'criteres',
    data: { ...data, gap: `${french(Math.abs(gap))} de ${gap > 0 ? 'trop' : 'moins'}` },
  };
}

/** So far from what they are to make, figures are no weights of it: they were taken from something else. */
const isForeign = (sum: number, target: number): boolean => sum < target * 0.4 || sum > target * 1.75;

/** Totals that relative sub-criteria may make, whatever their criterion weighs. */
const RELATIVE = [100, 1];
/** Scales of notes, when sub-criteria are counted in points and their criterion in percent. */
const SCALES = [10, 20, 50, 100];

/** The sentence that gives the parts of a criterion apart from it, with all that is counted, or their list: undefined where they stand by it. */
function saidApart(draft: Draft, { line, children }: Critere): Span | undefined {
  const [first] = children;
  const passage = first && draft.passageAt(first.line.start);
  if (passage?.list && overlaps(passage.span, line)) return undefined;
  const sentence = passage?.sentences.find((s) => children.every((x) => contains(s.span, x.line)));
  if (passage && sentence && !passage.cell && !overlaps(passage.span, line)) return sentence.span;
  const lead = passage?.list && passage.lead;
  if (lead && !overlaps(lead.span, line) && children.every((x) => draft.passageAt(x.line.start)?.lead === lead))
    return lead.sentences.at(-1)?.span;
  const { table } = passage ?? {};
  if (table && !contains(table.span, line) && children.every((x) => contains(table.span, x.line)))
    return headOf(draft, table);
  return undefined;
}

type Unit = NonNullable<Critere['weight']>['unit'];

/** A bare number may be of any unit. */
const areMixed = (one: Unit, other: Unit): boolean => one !== other && one !== 'bare' && other !== 'bare';

/** The unit of parts that are to make up the weight of their criterion; undefined where they are to make none. */
function unitOfParts({ children, weight }: Critere): Unit | undefined {
  if (!weight || weight.upper !== undefined || children.length < 2 || isRanged(children)) return undefined;
  const unit = unitOf(children);
  return unit === 'coefficient' || weight.unit === 'coefficient' ? undefined : unit;
}

/** Parts that make one of the totals, or that are too far from them all to be weights; those that lack one may make less. */
function isLawful(children: readonly Critere[], weight: number, targets: readonly number[]): boolean {
  const sum = addUp(children);
  if (children.some((x) => weightOf(x) === undefined)) return sum <= Math.max(...targets) + TOLERANCE;
  return targets.some((t) => near(sum, t)) || (isForeign(sum, weight) && !targets.some((t) => isAbout(sum, t)));
}

function* parts(draft: Draft, c: Critere, hundredths: boolean): Iterable<Reported> {
  for (const child of c.children) yield* parts(draft, child, hundredths);
  const { children, weight } = c;
  const unit = unitOfParts(c);
  if (!weight || !unit) return;
  const mixed = areMixed(weight.unit, unit);
  // « Le détail, sur 50 points : » says what they are to make.
  const scale = scaleTold(draft, c);
  const scales = mixed ? SCALES : [];
  if (isLawful(children, weight.value, scale ? [scale] : [weight.value, ...RELATIVE, ...scales])) return;
  // Points under a percentage may follow a scale that is said elsewhere.
  if (mixed && unit !== 'percent' && !hundredths && !scale) return;
  const sum = addUp(children);
  // Parts that are about a hundred were told out of it.
  const outOf = isAbout(sum, 100) && !isAbout(sum, weight.value) ? 100 : weight.value;
  const target = scale ?? outOf;
  const gap = sum - target;
  yield {
    at: saidApart(draft, c) ?? weight.at,
    message: 'sous-criteres',
    data: {
      name: c.name,
      sum: french(sum),
      target: french(target),
      list: listing(children),
      gap: `${french(Math.abs(gap))} de ${gap > 0 ? 'trop' : 'moins'}`,
    },
  };
}

export default defineRule({
  id: 'criteres/ponderation-somme',
  title: 'Pondérations dont la somme est fausse',
  level: 'error',
  pieces: ['rc'],
  why: `Si les poids ne font pas le total annoncé, la note ne peut pas être calculée comme le règlement le dit : l'acheteur devra choisir une
règle après coup, ce qu'un concurrent évincé lui reprochera.`,
  sources: [guide('I.E', 10), ccp('R2152-11'), ccp('R2152-12')],
  messages: {
    criteres:
      'Les poids des critères font {sum}{unit} au lieu de {target} : {gap}.\nPoids lus : {list}. Corriger les pondérations.',
    fourchettes:
      'Les fourchettes de poids vont de {sum} à {high}{unit} au total.\nElles ne peuvent pas faire {target}. Corriger les bornes.',
    'sous-criteres':
      'Les sous-critères de « {name} » font {sum} au lieu de {target} : {gap}.\nPoids lus : {list}, pour {target} à répartir. Corriger, ou les exprimer sur 100.',
  },
  examples: {
    bad: [
      '## 8. Jugement des offres\n\n### 8.1 Points\n\n| Repère | Critère | Points |\n|---|---|---|\n| A | Réponse au besoin | 50 |\n| B | Accompagnement | 20 |\n| C | Prix | 30 |\n\n### 8.2 Détail\n\n- **⟦B (20 points)** : conduite du changement, 8 points ; formation, 6 points ; assistance, 4 points.⟧',
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Programme de recherche | 30 % |\n| Prix | 70 % |\n\n⟦Le premier critère réunit la rigueur du protocole (12 %), le réalisme du calendrier (8 %) et les ingénieurs affectés (12 %).⟧',
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Pertinence du parcours | 40 % |\n| Prix | 60 % |\n\n⟦Le premier critère se divise ainsi :⟧\n\n- repérage : 15 % ;\n- accueil : 10 % ;\n- continuité : 10 %.',
      '## Critères\n\n| Critère | Points | Sous-critères |\n|---|---|---|\n| Prix | 60 | total du devis |\n| Valeur technique | ⟦40⟧ | débit et pression (15), vibrations en m/s² (10), garantie (7) |',
      '## Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 50 % | 60 % |\n| Valeur technique | 50 % | 40 % |\n\n**Valeur technique, lot 1.** Deux sous-critères :\n\n- fraîcheur des produits (30 %) ;\n- livraison le dimanche (20 %).\n\n**Valeur technique, lot 2.** ⟦Deux sous-critères :⟧\n\n- fraîcheur des produits (25 %) ;\n- livraison le dimanche (25 %).\n',
      // Columns of blanks, their head over a blank line.
      '## 7. Jugement\n\n⟦Les propositions sont notées sur 100 points :⟧\n\n  Rubrique                                 Points\n\n  A. Pertinence des travaux                   40\n  B. Plan de travail, au vu du dossier        30\n  C. Prix                                     20\n',
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Qualité | 60 % |\n| Prix | 40 % |\n\n## Qualité\n\nLes soixante points de la qualité se partagent ainsi.\n\n⟦| Sous-critère | Points |⟧\n|---|---|\n| Tenue dans le temps | 25 |\n| Confort | 20 |\n| Entretien | 10 |\n',
      '## Jugement des offres\n\nLe prix compte pour 35 %. La qualité des contenus compte pour ⟦50 %⟧, à savoir :\n\n- tenue de la langue : 25 % ;\n- variété des lectures : 20 %.\n\nLe calendrier compte pour 15 %.\n',
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Prix | 45 |\n| Qualité du service rendu | 40 |\n| Incidence sur l’environnement | 15 |\n\n### Qualité (40 points)\n\n⟦Les quarante points se répartissent comme suit :⟧\n\n- organisation de l’accueil : 20 points ;\n- suivi des demandes : 15 points.\n',
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Valeur fonctionnelle de la solution | 45 |\n| Coût global | 40 |\n| Délai | 15 |\n\n### Valeur fonctionnelle\n\n⟦Les 45 points de la valeur fonctionnelle se partagent entre deux éléments :⟧\n\n- couverture des fonctions du programme : 25 points ;\n- fiabilité mesurée lors des essais : 15 points.\n',
      '## Jugement des offres\n\nCritères et sous-critères                  Pondération\n\n  1 - Prix des prestations                  55 points\n      1.1  Forfait                  30 points\n      1.2  Prix unitaires                  25 points\n\n  2 - Valeur technique                      ⟦45 points⟧\n      2.1  Organisation de la maintenance, site par site, et moyens de secours        20 points\n      2.2  Délais d’intervention proposés, jours ouvrés et jours fériés            15 points\n      2.3  Qualification des techniciens qui seront affectés au contrat         15 points',
      '## Critères\n\n- Prix : 60 points\n- Accueil : 40 points\n\n⟦Dans l’accueil, noté sur 100, la rapidité compte pour 55 et la clarté pour 35.⟧',
      '## Critères\n\n| N° | Critère | Poids |\n|---|---|---|\n| 1 | Prix | 75 points |\n| 2 | Réponse au CCTP | 25 points |\n\n**⟦Critère 2 (25 points)** — Couverture : 12 points ; performances annoncées : 6 points ; confort d’usage : 5 points.⟧',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Valeur technique : plan de tournées (15) ; entretien des engins (10) ; suivi (10) | ⟦40⟧ |',
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Méthode | 40 |\n\n⟦La méthode se décompose ainsi :⟧\n\n- repérage des ménages : 20 points, selon leur nombre ;\n- suivi des dossiers : 15 points, selon les délais.\n',
      '## Jugement des offres\n\n| Réf. | Critère | Points |\n|---|---|---|\n| C1 | Prix | 60 |\n| C2 | Performances du système | 40 |\n\n⟦C2, 40 points dont : taux de captage 20, pureté 10, bruit (à un mètre) 5.⟧\n',
      '## Comment nous choisissons\n\n| Critère | Poids |\n|---|---|\n| Prix | 50 % |\n| Valeur technique | 50 % |\n\n### La valeur technique (50 %)\n\n⟦Le détail, sur 50 points :⟧\n\n- **Démarche : 18 points.** Progression des modules.\n- **Équipe affectée : 20 points.** Formation des personnes.\n- **Planning : 10 points.** Jalons.\n',

      '| Critère | Points | Éléments appréciés |\n|---|---|---|\n| Prix | 60 | Montant total |\n| Technique | ⟦40⟧ | Disponibilité et supervision (20) ; sécurité (10) ; réversibilité (8) |',
      '| Critère | Points | Éléments appréciés |\n|---|---|---|\n| Prix | 60 | Montant total |\n| Technique | ⟦40⟧ | disponibilité : 20, sécurité : 15, réversibilité : 10 |',
      '| Critère | Poids | Éléments |\n|---|---|---|\n| Performance | ⟦35 %⟧ | délai de bout en bout (15) ; taux de détection (12) ; fausses alertes (6) |\n| Prix | 65 % | |\n',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Valeur technique | 40 |\n\n⟦La valeur technique, sur 40 points, résulte des sous-critères suivants :⟧\n\n- organisation : 15 points ;\n- équipe : 10 points ;\n- planning : 20 points.',
      '## Jugement des offres\n\nLa grille est :\n\n1. Prix ........ 60 points\n2. Qualité ........ ⟦40 points⟧\n   2.1 Tri ........ 20 points\n   2.2 Soin ........ 15 points\n',
      '| Critère | Pondération |\n|---|---|\n| Mesure | 40 % |\n| Prix | 60 % |\n\n⟦Le premier critère se décompose ainsi : autonomie, 15 points ; stabilité, 20 points.⟧ Le second est noté selon la formule 60 × (prix le plus bas / prix de l’offre).',
      '## Critères\n\n1. Prix : 60 points\n2. Qualité : 40 points\n\n⟦Pour le deuxième critère : méthode, 20 points ; équipe, 15 points.⟧',
      '## Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 40 % |\n| Valeur technique | 40 % | 60 % |\n\n⟦La valeur technique s’apprécie, pour le lot 1, au regard de la méthode (25 %) et de l’équipe (15 %) et, pour le lot 2, au regard de la méthode (30 %) et de l’équipe (20 %).⟧',
      '## Comment nous choisissons\n\n- Prix : 40 points\n- Accueil des enfants : ⟦50 points⟧\n  - jeux : 30 points\n  - encadrement : 10 points\n- Trajets : 10 points\n',
      '⟦| Critère | Pondération |⟧\n| --- | --- |\n| Prix | 40 % |\n| Valeur technique | 30 % |\n| Délai | 35 % |\n',
      'Les offres sont jugées sur le prix (50 %) et la valeur technique (⟦40 %⟧).',
      '## Critères\n\nLes offres sont notées sur 50 points :\n\n- ⟦Prix : 20 points⟧\n- Qualité : 25 points\n',
      '| Critère | Pondération |\n|---|---|\n| Prix | 55 % |\n| Valeur technique, dont : fonctionnalité (20 %), durabilité (15 %), finitions (15 %) | ⟦45 %⟧ |\n',
      '⟦| Critère | Points |⟧\n|---|---|\n| Prix | 60 |\n| Qualité | 50 |\n| **Total** | **100** |\n',
      '## Critères\n\n- Valeur technique : ⟦60 %⟧\n  - méthode : 30 %\n  - moyens : 20 %\n- Prix : 40 %\n',
      '## Critères\n\n- ⟦Prix (pondération comprise entre 70 et 80 %)⟧\n- Qualité (pondération comprise entre 40 et 50 %)\n',
      '| Critère | Sous-critère | Poids |\n|---|---|---|\n| A. Prix | total du devis | 40 % |\n| B. Qualité | | ⟦60 %⟧ |\n| | B1 – méthode | 35 % |\n| | B2 – équipe | 20 % |\n',
      '## Jugement des offres\n\n⟦| Niveau d’exigence | Part de la note |⟧\n|---|---|\n| Qualité | 50 % |\n| Délai | 30 % |\n| Environnement | 10 % |\n',
      '## Critères\n\n<table>\n<tr><th>⟦Critère</th><th>Pondération⟧</th></tr>\n<tr><td>Prix</td><td>70&nbsp;%</td></tr>\n<tr><td>Valeur technique<br>de l’offre</td><td>50 %</td></tr>\n</table>\n',
      '## Jugement des offres\n\n    Les offres sont jugées sur la base\n    des critères suivants :\n\n    - ⟦Prix : 60 %⟧\n    - Valeur technique : 50 %\n',
      '| Critère | Poids (sur 100) | Éléments appréciés |\n|---|---|---|\n| 1. Prix | 60 | Montant total |\n| 2. Technique | ⟦40⟧ | 2.1 Couverture des fonctions : 15<br>2.2 Sécurité : 12<br>2.3 Reprise : 8 |',
    ],
    good: [
      // Bullets under a number: parts of that criterion, and no list beside.
      '## Jugement des offres\n\nLes critères sont :\n\n1. Qualité, notée sur 45 points\n   • étendue : 20 points\n   • montants : 25 points\n2. Prix : 55 points',
      // Each lot shares the weight in its own way.
      '## Critères\n\n- Prix : 60 points\n- Valeur technique : 40 points\n  - lot 1 : équipes (15 points), méthodes (15 points), contrôle (10 points) ;\n  - lot 2 : accès en hauteur (20 points), méthodes (20 points).',
      '## Critères\n\nLes offres sont jugées ainsi :\n\n   Critères                                   Points\n   1 - Prix                                     60\n   2 - Méthode                                  25\n\n\nVILLE – R.C.                                            Page 1 / 3\n\fVille de Rive                         Règlement de la consultation\n\n   3 - Délai                                    15\n\nC’est tout.\n\nVILLE – R.C.                                            Page 2 / 3\n\fVille de Rive                         Règlement de la consultation\n\nFin.\n',
      // Parts of criteria by their numbers, read among them.
      'Les critères sont :\nCritère n°2 : Valeur technique (60)\n\nSous-critère 2.1 : Profils (40%)\n\nSous-critère 2.1.1 : Cohérence (25%)\n\nSous-critère 2.1.2 : Renouvellement (15%)\n\nSous-critère 2.2 : Suivi (20%)\n',
      // The last item fell out of its list, number and text apart.
      'Les critères retenus pour le jugement des offres sont :\n1. Prix : sur 60 points\n2. Délais de livraison : sur 30 points\n3.\n\nEmballages repris (voir le CCTP) : sur 10 points.\n',
      // A figure in brackets after another figure.
      '## Critères\n\n| Critère | Points | Sous-critères |\n|---|---|---|\n| Prix | 60 | total du devis |\n| Valeur technique | 40 | débit des pompes en m³/h et pression (15), bruit en dB(A) et vibrations en m/s² (10), émissions de CO2 (8), garantie (7) |',
      // What is told of one lot's criterion is not held against the other's.
      '## Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 50 % | 60 % |\n| Valeur technique | 50 % | 40 % |\n\n**Valeur technique, lot 1.** Deux sous-critères :\n\n- fraîcheur des produits (30 %) ;\n- livraison le dimanche (20 %).\n\n**Valeur technique, lot 2.** Deux sous-critères :\n\n- fraîcheur des produits (25 %) ;\n- livraison le dimanche (15 %).\n',
      '## Critères\n\n| Critère | Poids | Éléments d’appréciation |\n|---|---|---|\n| Prix | 60 % | Total |\n| Qualité | 40 % | Fiabilité des mesures (50 % du critère) ; clarté des plans (30 %) ; suivi du chantier (20 %) |',
      // A schedule of prices, by which offers are compared.
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Prix | 40 |\n| Qualité | 60 |\n\n## Cadre de prix\n\nLes quantités servent à comparer les offres :\n\n| Prestation | Quantité | Prix unitaire HT |\n|---|---|---|\n| Affiche | 40 | |\n| Prix d’un film | 30 | |\n| Reportage | 5 | |',
      // A share of the sentence was not read as a weight.
      '## Jugement des offres\n\nLe prix entre pour 40 % dans la note, la pédagogie pour 35 % ; quinze pour cent vont aux délais et le dernier dixième aux trajets évités.',
      '## Jugement des offres\n\n   Critères                               Pondération\n   1. Prix, d’après les quantités\n      relevées l’an dernier                   45,0 %\n   2. Valeur technique                        55,0 %\n      2.1 Circuit du linge                    30,0 %\n      2.2 Contrôles                           25,0 %\n',
      '## Critères\n\n- Prix : 60 points\n- Accueil : 40 points\n\nDans l’accueil, noté sur 100, la rapidité compte pour 55 et la clarté pour 45.',
      '## Critères\n\n| Critère | Points | Élément d’appréciation |\n|---|---|---|\n| Prix | 90 | Total |\n| Ancrage | 10 | Intervention en deux heures : 10 points ; en quatre heures : 5 points ; au-delà : 0 point |',
      '## Jugement des offres\n\n| Réf. | Critère | Points |\n|---|---|---|\n| C1 | Prix | 60 |\n| C2 | Performances du système | 40 |\n\nC2, 40 points dont : taux de captage 20, pureté 12, bruit (à un mètre) 8.\n',
      // The scale is of the criteria, and the parts stand in their table.
      {
        text: "## Critères d'attribution\n\nLes critères sont notés sur un total de 100 points.\n\n| Critère ou sous-critère | Poids |\n|---|---|\n| Prix | 40 points |\n| Valeur technique | 35 points |\n| – dont matériels | 20 points |\n| – dont livraison | 15 points |\n| Environnement | 25 points |\n| – dont durabilité | 15 points |\n| – dont transport | 10 points |",
      },
      '## Comment nous choisissons\n\n| Critère | Poids |\n|---|---|\n| Prix | 70 % |\n| Valeur technique | 30 % |\n\n### La valeur technique (30 %)\n\nLe détail, sur 50 points :\n\n- **Démarche : 30 points.** Progression des modules.\n- **Planning : 20 points.** Jalons.\n',
      '## Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Valeur technique | 40 % | 50 % |\n\n### Valeur technique\n\n| Sous-critère (en part du critère) | Tous lots |\n|---|---|\n| Collecte | 40 % |\n| Traçabilité | 60 % |\n',

      '| Critère | Points | Éléments appréciés |\n|---|---|---|\n| Prix | 60 | Montant total |\n| Technique | 40 | Disponibilité et supervision (20) ; sécurité (12) ; réversibilité (8) |',
      '| Critère | Points | Rubriques du mémoire |\n|---|---|---|\n| Prix | 60 | Montant total |\n| Technique | 40 | Disponibilité (1) ; sécurité (2) ; réversibilité (3) |',
      '| Critère | Points | Éléments appréciés |\n|---|---|---|\n| Prix | 60 | Montant total |\n| Technique | 40 | Serveurs (3) ; écrans 24 pouces ; postes (35) et leurs délais |',
      '| Critère | Poids | Éléments |\n|---|---|---|\n| Performance | 35 % | délai de bout en bout (15), taux de détection (12) et fausses alertes (8) |\n| Moyens | 5 % | mémoire (1) ; planning (2) |\n| Équipe | 20 % | chef de projet (1), techniciens (4) |\n| Prix | 40 % | |\n',
      '## Critères\n\n**Critère 1 – Prix : 60 points**\n\n**Critère 2 – Qualité : 40 points**\n\nLes entreprises sises à moins de 30 km voient leur note relevée de 3 points.',
      '## Critères\n\nPrix : 60 points\n\nQualité : 40 points\n\nUne offre sans planning perd 5 points.',
      '## Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Valeur technique | 40 % | 50 % |\n\nLa valeur technique s’apprécie, pour le lot 1, au regard de la méthode (25 points) et de l’équipe (15 points) et, pour le lot 2, au regard de la méthode (30 points) et de l’équipe (20 points).',
      '| Critère | Pondération |\n|---|---|\n| Mesure | 40 % |\n| Prix | 60 % |\n\nLe premier critère se décompose ainsi : autonomie, 15 points ; stabilité, 20 points. Le second est noté selon la formule 10 × (prix le plus bas / prix de l’offre).',
      'Les critères sont, pour le lot 1 : prix (60 %) et qualité (40 %) ; pour le lot 2 : prix (50 %) et qualité (50 %).',
      '## Répartition des dépenses\n\n- Prix des billets : 40 %\n- Salle : 50 %\n  - location : 30 %\n  - chauffage : 10 %\n- Affiches : 10 %\n',
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Prix | 45/100 |\n| Valeur technique au regard des points suivants :<br>- Méthode (risques, étapes) : 15 pts<br>- Moyens (agents) : 20 pts<br>- Planning (phases) : 20 pts | 55/100 |\n',
      '## Jugement des offres\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nLe tableur calcule ainsi :\n\n    =60*prix_bas/prix + 50*technique\n',
      'Les offres sont jugées sur le prix (60 %) et la valeur technique (40 %).',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Valeur technique | 40 % |\n| – dont méthode | 13,33 % |\n| – dont moyens | 13,33 % |\n| – dont suivi | 13,33 % |\n',
      '## Critères\n\n- Prix : 30 points\n- Qualité : 20 points\n',
      '## Critères\n\n- Valeur technique : 60 %\n  - méthode : 70 %\n  - moyens : 30 %\n- Prix : 40 %\n',
      '| Critère | Coefficient |\n|---|---|\n| Prix | 3 |\n| Qualité | 2 |\n',
      '## Critères\n\n- Prix (pondération comprise entre 50 et 80 %)\n- Qualité (pondération comprise entre 20 et 50 %)\n',
      '| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Valeur technique | 40 % | 50 % |\n',
      '| Critère | Points |\n|---|---|\n| Prix | 12 |\n| Qualité | 8 |\n| Total | 20 |\n',
      '## Critères\n\n- Prix : 60 %\n- Qualité : 40 %\n\nLe prix (60 %) est noté ainsi : note = 60 × prix le plus bas / prix proposé. Une pénalité de 5 % est appliquée en cas de retard.\n',
      '## Sélection des candidatures\n\n- Moyens : 60 %\n- Références : 60 %\n',
      '## Jugement\n\n- Prix : 40 %\n- Qualité : 60 %\n\nPrix : 40 × prix le plus bas / prix proposé. La qualité est notée de 0 à 3 ainsi :\n\n| Note | Ce que vaut la réponse |\n|---|---|\n| 0 | absente |\n| 1 | partielle |\n| 2 | complète |\n| 3 | complète et précise |\n',
      '## Jugement\n\n- Prix : 40 %\n- Qualité : 60 %\n\nBarème de la qualité :\n\n| Niveau | Points |\n|---|---|\n| très satisfaisant | 10 |\n| satisfaisant | 7 |\n| insuffisant | 2 |\n',
      '## Jugement\n\n- Prix : 40 %\n- Qualité : 60 %\n\n| Critère d’appréciation de la qualité | Points |\n|---|---|\n| réponse absente | 0 |\n| réponse partielle | 5 |\n| réponse complète | 10 |\n',
      '| Critère | Sous-critère | Poids |\n|---|---|---|\n| A. Prix | total du devis | 40 % |\n| B. Qualité | | 60 % |\n| | B1 – méthode | 35 % |\n| | B2 – équipe | 25 % |\n',
      '<table>\n<tr><th colspan="3">Critères de jugement des offres</th></tr>\n<tr><th>Critère</th><th>Sous-critère</th><th>Poids</th></tr>\n<tr><td>Prix</td><td>total du devis</td><td>40 %</td></tr>\n<tr><td rowspan="2">Qualité</td><td>méthode</td><td>35 %</td></tr>\n<tr><td>équipe</td><td>25 %</td></tr>\n</table>\n',
      '## Jugement\n\n- Prix : 40 %\n- Qualité : 60 %\n\nLa qualité est notée ainsi :\n\n<table>\n<tr><th>Note</th><th>Signification</th></tr>\n<tr><td>0</td><td>non traité</td></tr>\n<tr><td>2</td><td>partiel</td></tr>\n<tr><td>4</td><td>complet</td></tr>\n</table>\n',
      '## Évaluation annuelle du titulaire\n\n<table>\n<tr><th>Critère</th><th>Points</th></tr>\n<tr><td>Réactivité</td><td>60</td></tr>\n<tr><td>Qualité des rapports</td><td>60</td></tr>\n</table>\n',
      '## Inventaire\n\n<table>\n<tr><th>Matériel</th><th>Part</th></tr>\n<tr><td rowspan="2">Postes</td><td>60 %</td></tr>\n<tr><td>60 %</td></tr>\n</table>\n\n## Pénalités\n\n<table>\n<tr><th>Critère</th><th>Taux</th></tr>\n<tr><td>Retard</td><td>60 %</td></tr>\n<tr><td>Absence</td><td>60 %</td></tr>\n</table>\n',
      '| Critère | Poids (sur 100) | Éléments appréciés |\n|---|---|---|\n| 1. Prix | 60 | Montant total |\n| 2. Technique | 40 | 2.1 Couverture des fonctions : 20<br>2.2 Sécurité : 12<br>2.3 Reprise : 8 |',
    ],
    limits: [],
  },
  *check(piece) {
    for (const grille of piece.ask(criteres).grilles) {
      if (!grille.partial) yield* total(piece.draft, grille);
      const hundredths = countsInHundredths(grille);
      for (const c of grille.criteria) yield* parts(piece.draft, c, hundredths);
    }
  },
});
