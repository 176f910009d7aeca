import type { Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { CHAMBER, objetDe } from './acheteur.ts';

/** `public`: a body of public law; `prive`: one of private law. */
export type Statut = 'public' | 'prive';

const PRIVATE_FUND = fr`caisses? primaires? d'assurance maladie|cpam|caisses? d'allocations familiales|caf|urssaf|carsat|cramif|cgss|ucanss|ugecam|msa|mutualité sociale agricole|caisses? (?:générale|régionale|commune|de mutualité|d'assurance|de retraite)[a-z ']*|union de recouvrement`;
const NATIONAL_FUND = fr`caisses? nationales?|cnam|cnamts|cnaf|cnav|acoss|agence centrale des organismes|urssaf caisse nationale`;
/** Other bodies whose very name is that of a body of public law. */
const PUBLIC_BODY = fr`chr?u|centres? hospitaliers?|hospices civils|universite|etablissements? publics?|office public de l'habitat|${CHAMBER}|groupement d'interet public|cnrs|inserm|inrae`;
const PRIVATE_BODY = fr`prives?|privees?|association|fondation|mutualistes?|mutuelle|société|sem|spl`;

/** « Une étude de la société Lanvert », « l'association gestionnaire »: further down than the cover, a body that is not said to be the buyer is another. */
const OF_BUYER = fr`acheteurs?|pouvoirs? adjudicateurs?|maîtres? d'ouvrage|(?:est|sommes) (?:une? |l'une )`;
const COVER = 5;
const isOfBuyer = (p: Passage): boolean => p.index < COVER || p.isTitle || p.has(OF_BUYER);

/** The status of a social security body: that of the first named, or of the only ones named. */
function ofFund(piece: Piece): Statut | undefined {
  const all = [piece, ...piece.consultation.pieces.filter((p) => p !== piece)];
  for (const { draft } of all)
    for (const p of draft.passages.slice(0, 16)) {
      const found = p.find(PRIVATE_FUND);
      const national = p.find(NATIONAL_FUND);
      if (national && (!found || national.from <= found.from)) return 'public';
      if (found) return 'prive';
    }
  const named = (body: RegExp) => all.some(({ draft }) => draft.passages.some((p) => p.has(body)));
  if (named(PRIVATE_FUND) === named(NATIONAL_FUND)) return undefined;
  return named(PRIVATE_FUND) ? 'prive' : 'public';
}

/** The status of the buyer of a piece; undefined when nothing tells it for sure. */
export function statutDe(piece: Piece): Statut | undefined {
  const { acheteur } = objetDe(piece);
  if (acheteur === 'etat' || acheteur === 'collectivite') return 'public';
  if (acheteur === 'organisme-securite-sociale') return ofFund(piece);
  if (acheteur !== 'autre') return undefined;
  const heads = piece.consultation.pieces.flatMap(({ draft }) => draft.passages.slice(0, 16));
  return heads.some((p) => p.has(PUBLIC_BODY)) && !heads.some((p) => p.has(PRIVATE_BODY) && isOfBuyer(p))
    ? 'public'
    : undefined;
}
