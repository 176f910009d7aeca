import type { Passage } from '../../kit/draft.ts';
import { before, matchesIn, ordered } from '../../kit/french/scan.ts';
import { beginsLine, type TrancheName, trancheNames } from '../commun/index.ts';

/** « Ferme », « la ferme », « optionnelle n° 2 », « l'autre, optionnelle »: a nature without the noun. */
const BARE =
  /(?<![a-z0-9'-])(?<nature>ferme|optionnelle|conditionnelle)(?: (?:n ?° ?)?(?<number>\d{1,2})(?![\d.,]*\d| ?(?:%|€|euros?|mois|jours|ans?|semaines)))?(?![a-z0-9])/g;
export const BARE_ONCE = new RegExp(BARE.source);
/** It begins a clause: « ; la ferme », « puis une optionnelle ». */
const BEGINS = /(?:^|[.;:•] |, |\n|- |\bet |\bpuis )[^a-z0-9]*(?:la |l'|une |d'une )?$/;
/** « L'une, ferme », « la seconde, optionnelle », « l'autre est optionnelle ». */
const OF_ONE =
  /\b(?:l'une|l'autre|une autre|la (?:premiere|seconde|deuxieme|troisieme|quatrieme|derniere|suivante)),? (?:(?:est |reste |dite )?)$/;
/** A colon, a bracket or a verb goes on with what it holds. */
const GOES_ON =
  /^ ?(?:\([^()]{2,80}\) ?[:=]|[:=] ?|- |(?:porte|couvre|comprend|comporte|concerne|englobe|recouvre|regroupe|inclut|vise|a pour objet|est (?:relative|consacree|dediee) a)(?:nt|ra)? ?)/;
const AFTER_ONE = /^ ?[,(:]/;

const ABOUT = /\btranches\b|\bfractionn|\ben tranche/;

/** A title, a lead or the passage itself speaks of tranches. */
const isAboutTranches = (passage: Passage): boolean =>
  passage.has(ABOUT) || passage.lead?.has(ABOUT) === true || passage.section.under(/\btranches?\b|\bfraction/);

/** Natures that stand for tranches where the text is about these: « Ferme : le hall. Optionnelle : la cour. » */
function bareNames(passage: Passage): TrancheName[] {
  if (!passage.has(BARE_ONCE) || !isAboutTranches(passage)) return [];
  const { folded } = passage;
  return matchesIn(BARE, folded).flatMap((m): TrancheName[] => {
    const [from, to] = [m.index, m.index + m[0].length];
    const [lead, after] = [before(folded, from, 40), folded.slice(to, to + 100)];
    const isFirst = (BEGINS.test(lead) || beginsLine(passage, from)) && GOES_ON.test(after);
    if (!isFirst && !(OF_ONE.test(lead) && AFTER_ONE.test(after))) return [];
    const { nature, number } = m.groups ?? {};
    return [
      {
        from,
        to,
        nature: nature === 'ferme' ? 'ferme' : 'optionnelle',
        ...(number && { number: String(Number(number)) }),
        plural: false,
      },
    ];
  });
}

/** « l'autre, optionnelle, … »: it is set out as one of them, whatever goes on. */
export const isOneOfThem = (folded: string, { from, to }: TrancheName): boolean =>
  OF_ONE.test(before(folded, from, 40)) && AFTER_ONE.test(folded.slice(to));

/** All the tranches that a passage names, by their noun, their initials or, where it is about them, their nature alone. */
export function namesIn(passage: Passage): TrancheName[] {
  const full = passage.read(trancheNames);
  const bare = bareNames(passage).filter((b) => !full.some((n) => b.from < n.to && n.from < b.to));
  return bare.length === 0 ? [...full] : ordered([...full, ...bare]);
}
