import type { Passage } from '../../kit/draft.ts';

const TERM =
  "(?:s'acheve|prend fin|prennent fin|expire|s'eteint|se termine|cesse|s'arrete|arrive a (?:son )?(?:terme|echeance))[a-z]*";
const UNIT = '(?:mois|ans?|annees?)';
/** The day from which a contract runs, and not that of a decision. */
const BEGINNING =
  "(?:apres|suivant|a (?:compter|dater|partir) de|des) (?:la |sa |le |son |leur )?(?:(?:date|jour) de (?:la |sa |son )?)?(?:notification(?! (?:de |d'|du )(?:la |l'|une? )?(?:resili|decision|refus|mise en|fin|ordre|bon|avenant))|prise d'effet|debut|demarrage|commencement|entree en vigueur|sienne|signature)";
const BOUND =
  "(?:nous nous engageons|(?:je m'|s')engage(?:nt|ons)?|(?:est|sont|sera|seront|reste|sommes|suis) (?:lie|engage|tenu)e?s?)";

/** « Le contrat prend fin douze mois après sa notification », « nous nous engageons pour douze mois à dater de … »: in the words of what ends, and of who is bound. */
export const endingOf = (contract: string): readonly string[] => [
  `(?:^|[^a-z])(?:le |(?<!de )l'|la |ce |cet |cette |chaque )(?:presente? )?${contract}\\b(?: \\([^)]*\\))?[^.;]{0,40}\\b${TERM} [^.;]{0,30}\\b${UNIT} ${BEGINNING}\\b`,
  `\\b${BOUND}(?: (?:envers|avec|aupres|a l'egard|vis-a-vis)\\b[^.;,]{0,50}?)? (?:pour|pendant|durant) (?:une (?:duree|periode) de )?(?:[a-z0-9-]+ ){1,3}(?:\\(\\d+\\) )?${UNIT},? ${BEGINNING}\\b`,
];

/** « Il accompagne nos conseillers pendant trois ans, puis s'arrête »: said of what the sentence before names. */
export const STOPS = new RegExp(
  `^[^a-z]*(?:il|celui-ci|ce dernier) [^.;]{0,80}\\b(?:pendant|durant|pour) [^.;,]{0,40}\\b${UNIT}\\b[^.;,]{0,12},? (?:puis|et|apres quoi|avant de?) ?(?:il )?(?:${TERM}|s'(?:achever|eteindre|arreter)|prendre fin|cesser|expirer)`,
);

const END =
  /^[^a-z]*(?:fin|terme|echeance|expiration|achevement)(?: (?:du |de l'|de la |des |de chaque )(?:marche|contrat|accord-cadre|convention|lot)s?)?[^a-z]*$/;
const AFTER = new RegExp(`\\b${UNIT} ${BEGINNING}\\b`);
/** « Fin du marché » beside or over « 12 mois après la notification ». */
export const isEndLabel = (label: Passage | undefined, cell: Passage): boolean =>
  label !== undefined && END.test(label.folded) && AFTER.test(cell.folded);
