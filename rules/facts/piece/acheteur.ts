import type { InPlace, Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { find } from '../../kit/text.ts';
import type { Acheteur, Categorie } from './entete-cles.ts';

/** « Chambre régionale de métiers ». */
export const CHAMBER = "chambre (?:[a-z-]+ ){0,2}?(?:de (?:commerce|metiers)|d'agriculture)";

export interface Objet {
  /** Kind of contract; `fournitures` stands for supplies and ordinary services read from the text. Undefined when nothing tells. */
  readonly categorie: Categorie | undefined;
  /** Undefined when the text names no buyer. */
  readonly acheteur: Acheteur | undefined;
}

const BUYERS: readonly (readonly [Acheteur, RegExp])[] = [
  [
    'organisme-securite-sociale',
    fr`caisses? primaires? d'assurance maladie|cpam|caisses? d'allocations familiales|caf|cnaf|urssaf|carsat|cramif|cgss|cnam|cnav|acoss|ucanss|ugecam|mutualite sociale agricole|c?c?msa|caisses? (?:nationales?|generales?|regionales?|centrales?|de mutualite|d'assurance|de retraite)|organismes? de (?:la )?securite sociale|union de recouvrement|assurance maladie|assurance retraite|caisse commune de securite sociale`,
  ],
  [
    'collectivite',
    fr`communes?|ville de|mairies?|departement|conseil (?:departemental|regional|municipal|communautaire)|collectivite|region (?:[a-z-]+)|communaute (?:de communes|d'agglomeration|urbaine)|metropole|agglomeration|syndicat (?:mixte|intercommunal|departemental|des eaux|d'[a-z]+|de [a-z]+)|ccas|sdis|epci|sivom|sivu|intercommunalite|etablissement public territorial`,
  ],
  [
    'autre',
    fr`chu|chru|centre hospitalier|hopita(?:l|ux)|hospices civils|ght|groupement hospitalier|ehpad|universite|office public de l'habitat|oph|${CHAMBER}|societe publique locale|spl|etablissement public (?:de sante|foncier|d'amenagement)|lycee|college|gip|groupement d'interet public|cnrs|inserm|inrae`,
  ],
  [
    'etat',
    fr`ministere|prefecture|prefet|l'etat(?:,? (?:represente|-|agissant))|directions? (?:inter)?(?:regionales?|departementales?) (?:de l'environnement|de la mer|des finances|des affaires|des territoires|interministerielle|de l'economie)|dreal|drac|dirm|ddtm?|services? de l'etat|secretariat general|direction generale (?:des|de l')|gendarmerie|armee|rectorat|academie de`,
  ],
];
/** A body named for another reason: papers asked of candidates, advance, dues. */
const OF_OTHERS = fr`attestations?|certificats?|cotisations?|regularite|declarations? sociales?|vigilance|publi(?:cations?|cites?|e|ee?s?|er)|tribunal|inscription|agree|recours|avis de`;
const LABEL = fr`(?:acheteurs?|pouvoirs? adjudicateurs?|maitre d'ouvrage|entite adjudicatrice|personne publique|collectivite|organisme|donneur d'ordre|representant)`;
const LABELLED = new RegExp(`${LABEL.source}[ a-z]{0,16}(?::|est |, )`);

/** The kind of body that a text names first; undefined when it names none. */
export function buyerIn(folded: string): Acheteur | undefined {
  let best: { who: Acheteur; from: number } | undefined;
  for (const [who, pattern] of BUYERS) {
    const match = find(folded, pattern);
    if (match && (!best || match.from < best.from)) best = { who, from: match.from };
  }
  return best?.who;
}

/** The buyer that a label names: after it, else in its row or in its column. */
function labelledBuyer(p: Passage): Acheteur | undefined {
  const label = p.find(LABELLED) ?? (p.cell && p.find(LABEL));
  if (!label || p.has(OF_OTHERS) || p.folded.length > 400) return undefined;
  const beside = p.table?.rowOf(p)?.cells ?? [];
  const below = p.table?.rows.flatMap(({ cells }) => cells.filter((c) => p.table?.headerOf(c) === p)) ?? [];
  const after = buyerIn(p.folded.slice(label.to));
  return after ?? buyerIn([...beside, ...below].map((c) => c.folded).join(' ; '));
}

function acheteurOf(piece: Piece): Acheteur | undefined {
  for (const p of piece.draft.passagesWith(LABEL)) {
    const found = labelledBuyer(p);
    if (found) return found;
  }
  for (const p of piece.draft.passages.slice(0, 14)) {
    const found = p.sentences.flatMap((words) => (words.has(OF_OTHERS) ? [] : (buyerIn(words.folded) ?? []))).at(0);
    if (found) return found;
  }
  return mostNamed(piece);
}

/** Where no name stands at the head: the body that speaks in the text. */
function mostNamed(piece: Piece): Acheteur | undefined {
  const naming = (pattern: RegExp) => piece.draft.passagesWith(pattern).filter((p) => !p.has(OF_OTHERS)).length;
  const counts = BUYERS.map(([who, pattern]) => ({ who, count: naming(pattern) })).sort((a, b) => b.count - a.count);
  const [first, second] = counts as [(typeof counts)[0], (typeof counts)[0]];
  return first.count >= 3 && first.count >= 2 * second.count ? first.who : undefined;
}

const WORKS = fr`marches? (?:publics? )?(?:simplifies? )?de travaux|ccag[ -](?:applicable aux )?(?:marches (?:publics )?de )?travaux|entrepreneurs? de travaux|travaux (?:de|d'|du) ?(?:construction|rehabilitation|renovation|refection|amenagement|demolition|extension|restauration|voirie|renouvellement|terrassement|gros oeuvre|requalification|couverture|charpente|isolation|mise aux normes|reprise)|(?:rehabilitation|renovation|reconstruction|demolition|refection|ravalement|surelevation|desamiantage) (?:et [a-z]+ )?(?:partielle |complete |totale |energetique |thermique )?d(?:u|es?|'une?) (?!parcours|processus|site (?:web|internet)|donnees)|€ ht (?:[a-z]+ )?(?:applicable aux|pour les) travaux`;
const OTHERS = fr`marches? (?:publics? )?(?:de )?(?:fournitures?|services?|prestations?)|(?:accord-cadre|consultation|prestations) (?:de|a caractere de) (?:fournitures?|services?)|ccag[ -/]{0,2}(?:tic|fcs|pi|moe|mi)|fournitures courantes|prestations intellectuelles|maitrise d'oeuvre(?! ?:| (?:est|a ete|de l'operation))|nature du marche ?: ?(?:services?|fournitures?)|logiciels?|location|maintenance|etudes?`;
const SPECIFIC = fr`services sociaux et autres services specifiques|(?:services|prestations) (?:sociaux|sociales|specifiques) (?:[a-z-]+ ){0,4}(?:au sens|vises?|mentionnes?|enumeres?|listes?)|(?:3° (?:de l'article )?r\.? ?2123-1|r\.? ?2123-1,? ?\(?3°)`;
const SITE = fr`travaux|chantier`;

/** « Nature : travaux », a row « Type de marché | Fournitures ». */
const KIND_LABEL = fr`(?:nature|type|categorie)(?: d[ue]s? (?:marche|contrat|prestations?|besoin|achat))?`;
const KIND_SAID =
  /^[^a-z]*(?:(?:marche public|marche|prestations?) (?:de |d')?)?(travaux|fournitures?|services?)(?![a-z])/;

/** What a line says after a label of kind: its own, or that of its row. */
function kindSaid(folded: string, label: string | undefined): string | undefined {
  const stop = folded.indexOf(' : ');
  const head = label ?? folded.slice(0, Math.max(0, stop));
  const found = find(head, KIND_LABEL);
  if (!found || found.from >= 6 || head.length >= 40) return undefined;
  return KIND_SAID.exec(label ? folded : folded.slice(stop + 2))?.[1];
}

const KIND: InPlace<string> = {
  signs: fr`travaux|fournitures?|services?`,
  take({ folded, passage }) {
    const row = passage.rowLabel;
    return kindSaid(folded, row && row !== passage ? row.folded : undefined);
  },
  isPlaceless: true,
};
function labelledCategory({ draft }: Piece): Categorie | undefined {
  const [kind] = draft.inPlace(KIND).values();
  return kind === undefined ? undefined : kind === 'travaux' ? 'travaux' : 'fournitures';
}

const CCAG_WORKS = fr`ccag[ -/]{0,2}(?:applicable aux )?(?:marchés (?:publics )?de )?travaux`;
const CCAG_OTHERS = fr`ccag[ -/]{0,2}(?:tic|fcs|pi|moe|mi)|ccag (?:applicable aux |des )?marchés (?:publics )?(?:de )?(?:fournitures|prestations intellectuelles|maîtrise d'œuvre|techniques)`;

/** « Marché public de travaux passé en procédure adaptée », on the cover: said of the contract itself. */
const WORKS_CONTRACT = fr`marchés?(?: publics?)? de travaux`;
const COVER = 8;
const isOnCover = (p: Passage): boolean => p.index < COVER && p.folded.length < 140 && !p.cell;

function categorieOf(piece: Piece): Categorie | undefined {
  const { draft } = piece;
  const naming = (matter: RegExp) => draft.passagesWith(matter);
  if (naming(SPECIFIC).length > 0) return 'services-specifiques';
  const labelled = labelledCategory(piece) ?? (naming(WORKS_CONTRACT).some(isOnCover) ? 'travaux' : undefined);
  if (labelled) return labelled;
  // The CCAG of works, named alone: « maintenance » of buildings is works too.
  if (naming(CCAG_WORKS).length > 1 && naming(CCAG_OTHERS).length === 0) return 'travaux';
  const first = new Set(draft.passages.slice(0, 14));
  const inHead = (p: Passage) => first.has(p) || p.section.under(fr`objet|nature|presentation|description`);
  const [works, others] = [naming(WORKS).filter(inHead).length, naming(OTHERS).filter(inHead).length];
  if (works !== others) return works > others ? 'travaux' : 'fournitures';
  const all = [naming(WORKS).length, naming(OTHERS).length] as const;
  if (all[0] !== all[1]) return all[0] > all[1] ? 'travaux' : 'fournitures';
  return naming(SITE).length > 0 ? undefined : 'fournitures';
}

/** What is bought and by whom, each from the front matter first. */
export const objet = defineFact<Objet>({
  id: 'nature',
  title: 'Nature du marché et acheteur',
  read(piece: Piece) {
    const { values } = piece.entete;
    return {
      categorie: (values.categorie as Categorie | undefined) ?? categorieOf(piece),
      acheteur: (values.acheteur as Acheteur | undefined) ?? acheteurOf(piece),
    };
  },
  show: ({ categorie, acheteur }) => ({ categorie, acheteur }),
});

/** The same for a piece, completed by what the others of the consultation say. */
export function objetDe(piece: Piece): Objet {
  const all = [piece, ...piece.consultation.pieces];
  const declared = <K extends 'categorie' | 'acheteur'>(key: K) =>
    all.map((p) => p.entete.values[key]).find((v) => v !== undefined) as Objet[K] | undefined;
  const read = all.map((p) => p.ask(objet));
  return {
    categorie: declared('categorie') ?? read.find((o) => o.categorie)?.categorie,
    acheteur: declared('acheteur') ?? read.find((o) => o.acheteur)?.acheteur,
  };
}
