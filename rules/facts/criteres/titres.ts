import type { Draft, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { shares } from '../../kit/french/shares.ts';
import { linesOf } from '../commun/index.ts';
import { critereAt, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import { announcesCriteria, headingWords, isRanked, isSubsequent, lotsOf, zoneOf } from './contexte.ts';
import { readLine } from './ligne.ts';
import { bulleted } from './puces.ts';

export const CRITERION_HEADING =
  /^(?:- )?(?:\d+(?:\.\d+)*[ .)-]*)?(?:sous-?)?criteres? (?:n ?° ?)?(?:\d|[ivx]+\b|:|-|"|prix|technique|financier|environnement|relatif)|^(?:- )?(?:\d+(?:\.\d+)*[ .)-]*)?critere (?!(?:de|du|des|unique|non)\b|d')[a-z]/;
/** « Ce critère sera noté sur 40 points », « pondération : 40 % ». */
const OWN_WEIGHT = fr`(?:ce |le |cette )?(?:critère|note|item|pondération|poids|coefficient|il|elle)s?[^.;]{0,60}`;

/** Gives a criterion without weight the one that a passage says is its own. */
export function takeWeight(c: OpenCritere, p: Passage | Sentence) {
  const m = (c.weight ?? c.maybe) ? undefined : p.find(OWN_WEIGHT);
  const share = m && shares(p.folded).find((s) => s.from >= m.from && s.from <= m.to + 2);
  if (!share) return;
  const weight = {
    value: share.value,
    unit: share.unit === 'percent' ? ('percent' as const) : ('points' as const),
    at: p.at(share),
  };
  if (share.unit === 'sur') c.maybe = weight;
  else c.weight = weight;
}

/** Headings (or numbered articles) that each give one criterion. */
export function readHeadings(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  for (const parent of [draft.root, ...draft.sections]) {
    const zone = zoneOf(parent);
    if (zone === 'candidature') continue;
    const found: { section: Section; critere: OpenCritere }[] = [];
    for (const section of parent.children) {
      const critere = headingCriterion(section, zone === 'award');
      if (critere) found.push({ section, critere });
    }
    const criteria = found.map((f) => f.critere);
    const weighted = criteria.filter((c) => c.weight ?? c.maybe ?? c.hole).length;
    if (criteria.length < 2 || weighted < 2) continue;
    const first = found[0]?.section as Section;
    const own = parent.own.filter((p) => p !== parent.heading);
    const words = own.map((p) => p.folded).join(' ');
    out.push(
      openGrille('headings', criteria, {
        announce: own.find((p) => announcesCriteria(p.folded))?.span ?? parent.heading?.span,
        lots: lotsOf(first, headingWords(parent)),
        ranked: isRanked(words),
        subsequent: isSubsequent(parent, words),
        words,
        bodies: found.map((f) => f.section.span),
      }),
    );
  }
  return out;
}

/** Titles of what is said of offers, and of no criterion. */
const NO_CRITERION =
  /^(?:lots?\b|jugement|choix|criteres?$|negociation|recours|notation|attribution|methode|note\b|formule|classement|modalites)/;

/** Where the title of a heading ends: a run-in heading goes on with its paragraph. */
const endOfTitle = ({ heading, folded, sentences }: Passage): number =>
  heading?.runIn ? Math.min(folded.length, sentences[0]?.folded.length ?? 120) : folded.length;

/** The weighted parts of a criterion that a passage under its heading gives. */
function partsIn(p: Passage): OpenCritere[] {
  if (p.list?.depth === 1) {
    const item = readLine(p.folded);
    return item?.weight ? [critereAt(p, item)] : [];
  }
  return p.kind === 'paragraph' && !p.list ? linesOf(p).flatMap((line) => bulleted(p, line) ?? []) : [];
}

/** Takes what a heading and the passages under it say of its criterion. */
function takeSaid(c: OpenCritere, heading: Passage, body: readonly Passage[]) {
  for (const p of body) c.definition.push({ folded: p.folded.trim(), at: p.span });
  if (heading.heading?.runIn) {
    c.definition.push({ folded: heading.folded.slice(endOfTitle(heading)), at: heading.span });
    takeWeight(c, heading);
  }
  for (const p of body.slice(0, 4)) takeWeight(c, p);
}

function headingCriterion(section: Section, award: boolean): OpenCritere | undefined {
  const { heading } = section;
  if (!heading) return undefined;
  const declared = heading.has(CRITERION_HEADING);
  if (!declared && !award) return undefined;
  const line = readLine(heading.folded, 0, endOfTitle(heading));
  const c = line && critereAt(heading, line);
  if (!c || (!declared && NO_CRITERION.test(c.folded))) return undefined;
  const body = section.passages.filter((p) => p !== heading);
  takeSaid(c, heading, body);
  if (!declared && !(c.weight ?? c.maybe ?? c.hole)) return undefined;
  c.children.push(...body.flatMap(partsIn));
  return c;
}
