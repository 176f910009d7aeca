import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { CcagKind } from './ccag.ts';

/** A matter that clauses give an article for, and where the texts treat it. */
export interface Matter {
  /** French, with its article: « la retenue de garantie ». */
  readonly name: string;
  readonly said: RegExp;
  /** Articles of the CCAG of 2021, the most telling first; left out where a CCAG has none. */
  readonly ccag: Readonly<Partial<Record<CcagKind, readonly string[]>>>;
  /** Taken for another matter only in these: it may be spoken of in any other. */
  readonly against?: Readonly<Partial<Record<CcagKind, readonly string[]>>>;
  /** Articles of the code de la commande publique, and chapters of it, « R2193 »; the most telling first. */
  readonly ccp: readonly string[];
}

type MatterRow = readonly [fcs: string, tic: string, pi: string, travaux: string, moe: string, mi: string];

const CCAGS = ['fcs', 'tic', 'pi', 'travaux', 'moe', 'mi'] as const satisfies readonly CcagKind[];
const byCcag = (row: MatterRow): Matter['ccag'] =>
  Object.fromEntries(row.flatMap((articles, i) => (articles ? [[CCAGS[i], articles.split(' ')]] : [])));

const ENDED = 'resili[a-z]*';

/** Read off the six CCAG of 2021 and the code; the order of the columns is that of `CCAGS`. */
export const matters: readonly Matter[] = [
  {
    name: 'la résiliation pour faute',
    said: fr`${ENDED} (?:[a-z'-]+ ){0,6}(?:pour faute|aux torts|pour manquement)`,
    ccag: byCcag(['41 45 38', '50 54 47', '39 27 36', '50.3 52 49', '30 34 27', '44 48 41']),
    ccp: ['L2195', 'L6'],
  },
  {
    name: 'la résiliation pour motif d’intérêt général',
    said: fr`${ENDED} (?:[a-z'-]+ ){0,6}(?:pour )?(?:un )?motifs? d'intérêt général`,
    ccag: byCcag(['42 38', '51 47', '40 36', '50.4 49', '31 27', '45 41']),
    ccp: ['L2195', 'L6'],
  },
  {
    name: 'le règlement des différends',
    said: fr`différends?|litiges?`,
    ccag: byCcag(['46', '55', '43', '55', '35', '49']),
    ccp: ['L2197', 'R2197'],
  },
  {
    name: 'l’exécution aux frais et risques',
    said: fr`aux frais et risques`,
    ccag: byCcag(['45', '54', '27', '52', '34', '48']),
    ccp: [],
  },
  {
    name: 'les pénalités de retard',
    said: fr`pénalités? (?:de|pour|en cas de) retard`,
    ccag: byCcag(['14', '14', '14', '19', '16', '15']),
    ccp: [],
  },
  {
    name: 'l’avance',
    said: fr`avances?(?! de)`,
    ccag: byCcag(['11 12.2', '11 12.2', '11 12.2', '10', '11 12.2', '12 13.2']),
    ccp: ['R2191-3', 'L2191-2', 'L2191-3', ...range('R2191', 4, 19), ...range('R2193', 17, 21)],
  },
  {
    name: 'l’assurance',
    said: fr`assurances?(?! (?:qualité|de la qualité|maladie|vieillesse|chômage))`,
    ccag: byCcag(['9 18', '9 18', '9 18', '8', '9', '10 20']),
    ccp: [],
  },
  {
    name: 'les prestations supplémentaires ou modificatives',
    said: fr`prestations supplémentaires ou modificatives`,
    ccag: byCcag(['23', '25', '23', '13 14 15 16', '14', '23']),
    ccp: [],
  },
  {
    name: 'la garantie',
    said: fr`(?:durée|délai|période) de (?:la )?garantie(?! décennale)`,
    ccag: byCcag(['33', '36', '30', '44', '', '36']),
    ccp: [],
  },
  {
    name: 'le décompte de résiliation',
    said: fr`décompte de résiliation`,
    ccag: byCcag(['43', '52', '41', '51', '32', '46']),
    ccp: [],
  },
  {
    name: 'le règlement des comptes',
    said: fr`règlement des comptes|décompte général`,
    ccag: { travaux: ['12', '10'] },
    ccp: [],
  },
  {
    name: 'le régime des résultats',
    said: fr`régime des résultats|cession des droits|droits? de propriété intellectuelle (?:[a-z'-]+ ){0,4}cédés?`,
    ccag: byCcag(['37 34 35 36', '46 43 44 45', '35 32 33 34', '48 45 46 47', '24 22 23', '40 37 38 39']),
    ccp: [],
  },
  {
    name: 'la clause de réexamen',
    said: fr`clauses? de réexamen`,
    ccag: byCcag(['25', '27', '25', '54', '26', '25']),
    ccp: ['R2194-1', 'L2194-1'],
  },
  {
    name: 'l’insertion sociale',
    said: fr`clauses? (?:sociale )?d'insertion|insertion sociale`,
    ccag: byCcag(['16', '16', '16', '20', '18', '17']),
    ccp: ['L2112', 'L2113', 'R2113'],
  },
  {
    name: 'la prolongation du délai d’exécution',
    said: fr`prolongations? (?:du|des|de) délais?`,
    ccag: byCcag(['13', '13', '13', '18', '15', '14']),
    ccp: [],
  },
  {
    name: 'la sous-traitance',
    said: fr`sous-trait(?:ance|er|é|és)`,
    ccag: byCcag(['3.6 12', '3.6 12', '3.6 12', '3.6 10 12', '3.6 12', '3.6 13']),
    ccp: ['L2193', 'R2193'],
  },
  {
    name: 'la retenue de garantie',
    said: fr`retenues? de garantie`,
    ccag: {},
    ccp: ['R2191-33', 'L2191-7', ...range('R2191', 32, 42)],
  },
  {
    name: 'le délai de paiement',
    said: fr`délai (?:global |maximum |maximal )?de paiement`,
    ccag: {},
    ccp: ['R2192-10', 'L2192', 'R2192'],
  },
  {
    name: 'les intérêts moratoires',
    said: fr`intérêts moratoires`,
    ccag: {},
    ccp: ['R2192-31', 'L2192', 'R2192'],
  },
  {
    name: 'les variantes',
    said: fr`variantes? (?:[a-z]+ ){0,3}(?:autorisées?|admises?|interdites?|acceptées?)`,
    ccag: {},
    ccp: ['R2151-8', 'L2151', ...range('R2151', 8, 11)],
  },
  {
    name: 'l’allotissement',
    said: fr`allotis?|alloties?|allotissement`,
    ccag: {},
    ccp: ['L2113-10', 'L2113-11', ...range('R2113', 1, 3)],
  },
  {
    name: 'les offres anormalement basses',
    said: fr`offres? anormalement basses?`,
    ccag: {},
    ccp: ['R2152-3', 'L2152-5', 'L2152-6', ...range('R2152', 4, 5), 'R2193-9', 'L2193-8', 'L2193-9'],
  },
  {
    name: 'le groupement d’opérateurs économiques',
    said: fr`groupements? d'(?:opérateurs|entreprises)`,
    ccag: byCcag(['3.5 12', '3.5 12', '3.5 12', '3.5 10 12', '3.5 12', '3.5 13']),
    ccp: ['R2142-20', 'L2141-13', 'L2141-14', 'L1220-1', 'L1220-2', 'L1220-3', ...range('R2142', 19, 27), 'R2151-7'],
  },
  {
    name: 'l’appel d’offres',
    said: fr`(?:pass(?:é|ée|ation)|lanc(?:é|ée)) (?:[a-z]+ ){0,3}(?:par|selon|sous (?:la )?forme d'|d') ?(?:(?:la|une) procédure d')?(?:un )?appels? d'offres`,
    ccag: {},
    ccp: ['L2124-2', 'L2124-1', 'R2124-1', 'R2124-2', ...range('R2161', 1, 11)],
  },
];

/** What is left to say where a sentence says no more. */
const ending: Matter = {
  name: 'la résiliation',
  said: fr`${ENDED}`,
  ccag: byCcag(['38', '47', '36', '49', '27', '41']),
  against: byCcag([
    '31 32 33 34 35 36 37',
    '35 36 37 38 39 42 43 44 45 46',
    '30 31 32 33 34 35',
    '44 45 46 47 48',
    '22 23 24',
    '35 36 37 38 39 40',
  ]),
  ccp: [],
};

function range(family: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${family}-${first + i}`);
}

/** Between a matter and the article that it is given: nothing that could change the matter. */
const LEADS =
  /^(?=.{0,130}$)(?:[a-z' -]|, (?=conformement|en application|dans les conditions|selon|par))*(?:en application|en vertu|sur le fondement|conformement|conforme|au sens|dans les conditions|selon|suivant|prevu[a-z]*|fixe[a-z]*|regi[a-z]*|defini[a-z]*|organise[a-z]*|vise[a-z]*|mentionne[a-z]*|celui|celles?|ceux|par|a|\()[a-z' ]{0,30}(?:l'|les |des |aux )?(?:articles?|art\.?) ?$/;
/** After an article: « relatif aux pénalités de retard », « (pénalités de retard) ». */
const FOLLOWS =
  /^[^.;:,]{0,90}?(?:\((?:relati[a-z]+ |concernant )?|relati[a-z]+ (?:a |aux? )|concernant |portant sur |qui (?:traite|porte) (?:de |sur ))(?:l'|la |les? |un |une |du |des )?$/;

/** The matter that a sentence gives an article for; undefined where it names none, or several. */
export function matterOf(phrase: Phrase, at: Stretch): Matter | undefined {
  const told = matters.filter((m) => phrase.has(m.said));
  const matter = told[0] ?? (phrase.has(ending.said) ? ending : undefined);
  if (!matter || told.length > 1) return undefined;
  const { folded } = phrase;
  const gives = phrase
    .findAll(matter.said)
    .some(
      (m) =>
        (m.to <= at.from && LEADS.test(folded.slice(m.to, at.from))) ||
        (m.from >= at.to && FOLLOWS.test(folded.slice(at.to, m.from))),
    );
  return gives ? matter : undefined;
}
