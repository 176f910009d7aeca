import { plain } from '../../kit/french/fold.ts';
import { fr, oneOf } from '../../kit/french/pattern.ts';
import { before, ordered, type Stretch } from '../../kit/french/scan.ts';
import { findAll, type Match } from '../../kit/text.ts';
import labels from '../words/labels.json' with { type: 'json' };
import normes from '../words/normes.json' with { type: 'json' };

export type StandardKind = 'norme' | 'label' | 'certification' | 'qualification' | 'agrement';

/** A standard, label, certification, qualification or technical approval named in folded text, without the words around. */
export interface StandardName extends Stretch {
  readonly kind: StandardKind;
  /** Initials that are also French words (« en », « ts »): their capitals must be seen in the text. */
  readonly initials: boolean;
}

const BODY = `(?:${normes.organismes.map((s) => s.toLowerCase()).join('|')}|dtu|iso/iec)`;
const EDITION = '(?: ?: ?(?:19|20)\\d\\d| ?\\((?:19|20)\\d\\d\\)| (?:version|edition|ed\\.) (?:de )?(?:19|20)\\d\\d)?';
const NUMBER = `(?:n ?° ?)?(?:[a-z][ .]?)?\\d{1,6}(?:(?:[ .-]|, ?(?=\\d+-))\\d{1,4}(?!\\d| ?[%€])(?! (?:ans|mois|jours|heures|fois|mm|cm|m|kg)\\b)){0,4}(?:[a-z]{1,2}(?![a-z]))?${EDITION}`;
const STANDARD = new RegExp(
  `(?<![a-z0-9-])${BODY}(?:(?: |/| ?- ?|\\.|)${BODY}){0,4}(?: |-|/|\\.)?${NUMBER}(?![a-z0-9])`,
  'g',
);
const DTU = /(?<![a-z0-9])(?:nf )?d\.?t\.?u\.? ?(?:n ?°? ?)?\d{1,3}(?:[.-]\d{1,3}){0,3}(?: ?p\d(?:-\d)?)?(?![a-z0-9])/g;
const EUROCODE = fr`eurocodes? ?\d(?:-\d)*`;
/** NF, AFNOR, Keymark as a mark: the noun stands before. */
const MARK =
  /(?<=(?:marque|marquage|estampille|estampilles|label|labels|certification|certificat|certifie|certifiee|certifies|certifiees|normes?|labellise|labellisee|labellises|estampillee?s?) (?:de (?:qualite|conformite) |francaises? |- |: |")?)(?:nf|afnor|keymark|cstb)(?![a-z0-9])(?![ .]?[a-z]?[ .]?\d|[ .](?:en|iso|dtu)[ .])/g;
const APPROVAL: readonly RegExp[] = [
  fr`avis techniques? (?:favorables? )?(?:du cstb|n ?° ?\d+(?:[/.+-]\d+)*|\d+[/.+-]\d+(?:[^ ,;)]*[^ ,;).])?)`,
  fr`(?<=(?:sous|titulaires? d'un|titulaires? d'|bénéficiant d'un|bénéficiant d'|bénéficient d'un|bénéficier d'un|objet d'un|pourvus? d'un|munis? d'un|disposer d'un|disposant d'un|conformes? (?:à un|à l'|aux?)) ?)(?:avis techniques?|agréments? techniques?(?: européens?)?|atec|document technique d'application)`,
  fr`agréments? techniques? européens?`,
];
/** « La publication S-57 de l'OHI », « le guide technique B12 du CEREMA »: a text of an organisation, by its number. */
const PUBLICATION = fr`(?<=(?:publications?|spécifications?|référentiels?|standards?|guides? techniques?|cahiers? techniques?) (?:n ?° ?)?)[a-z]{1,4}[ -]?\d{1,4}(?:[.-]\d{1,3})? (?:de l'|du |de la )(?!marché|cctp|ccap|titulaire|acheteur|lot|présent)[a-z]{2,12}`;
const NORM_BEFORE =
  /(?:normes?|normatif|normatifs|certifi[a-z]*|conform[a-z]*|selon|suivant|label[a-z]*|a l'|standards?|referentiel|de la|marquage)(?: [a-z'"(:/-]{1,14}){0,3} ?[("]?$/;
const ANCHOR =
  /(?:label|certifi|labell|agre|qualifi|norme|conforme|accredit|referentiel|heberg|demarche|mention|marque|marquage|visa|class|liste)[a-z]*(?:[^.;]{0,40})$/;

const known = labels.labels.map((l) => ({ ...l, key: plain(l.nom) }));
const kindOf = new Map(known.map((l) => [l.key, l]));
const LABEL = fr`(?:${oneOf(known.map((l) => l.key))})(?: (?:(?:lot )?\d{4}|[a-z]{1,3}\d{1,3})(?![a-z0-9]))?`;
/** « label TCO », « hébergeur HDS »: a name with other senses counts only beside such words. */
const isAnchored = (folded: string, m: Match) => ANCHOR.test(before(folded, m.from, 60));
const labelOf = (text: string) =>
  kindOf.get(text.replace(/ (?:(?:lot )?\d{4}|[a-z]{1,3}\d{1,3})$/, '')) ?? kindOf.get(text);

/** « MSC », alone in a cell: the label that it names, undefined for anything else. */
export function labelAlone(folded: string): StandardName | undefined {
  const text = folded.replace(/[ .;]+$/, '');
  const label = labelOf(text.trim());
  const from = folded.search(/[^ ]/);
  return label && { from, to: text.length, kind: label.genre as StandardKind, initials: false };
}

const FORMATS = new Set(normes.formats);

/** Initials and a number name a standard: by a noun before them, or by themselves where nothing else is so written. */
function isNorm(folded: string, { from, text }: Match): boolean {
  const number = /(?<![a-z])\d+/.exec(text.replace(/^[a-z/ -]+/, ''))?.[0] ?? '';
  if (FORMATS.has(number) && /^(?:nf |en |iso|iec|[/ -])+/.test(text)) return false;
  // « 42270 SAINT PRIEST EN 42023 SAINT ETIENNE »: the end of a town's name and a postcode.
  if (/^en \d{5}$/.test(text) && POSTCODE.test(before(folded, from, 40))) return false;
  if (NORM_BEFORE.test(before(folded, from, 60))) return true;
  if (number.length < 3 && !/^nf|dtu/.test(text)) return false;
  if (number.length < 4 && /^iso/.test(text)) return false;
  return !/^(?:ts|tr|fd|xp|hd|bs|sia)[ -]?/.test(text);
}

function* standards(folded: string): Generator<StandardName> {
  for (const m of [...findAll(folded, DTU), ...findAll(folded, EUROCODE)])
    yield { from: m.from, to: m.to, kind: 'norme', initials: false };
  for (const m of findAll(folded, STANDARD).filter((found) => isNorm(folded, found))) {
    // « en 2024 », « ts 12 » are words unless their capitals or a noun tell.
    const initials = !/^(?:nf|iso|iec|cei|ieee|dtu|ansi|astm|etsi|din)/.test(m.text);
    yield { from: m.from, to: m.to, kind: 'norme', initials };
  }
}

/** Names that stand alone: the others want a figure, or one of the words below, beside them. */
const ALONE = fr`${oneOf(known.filter((l) => !l.ancre).map((l) => l.key))}`;
/** What a sentence has to hold for one of them to be named. */
export const STANDARD_WORDS = new RegExp(
  `${STANDARD.source}|${DTU.source}|label|certifi|agre|qualifi|norme|conforme|accredit|referentiel|heberg|demarche|mention|marqu|estampille|visa|class|liste|homologu|eurocode|avis tech|atec|document tech|${PUBLICATION.source}|${ALONE.source}`,
);

/** Labels whose initials are words of every day: « pris en application ». */
const ORDINARY: ReadonlySet<string> = new Set(['pris', 'cri', 'gut', 'ab', 'ul']);
const POSTCODE = /(?<!\d)\d{5} [a-z' -]{2,30}$/;

/** Every standard, label, certification or technical approval named in a folded sentence, in order. */
export function standardNames(folded: string): StandardName[] {
  const found: StandardName[] = [...standards(folded)];
  for (const m of findAll(folded, LABEL)) {
    const label = labelOf(m.text);
    if (label && (!label.ancre || isAnchored(folded, m)))
      found.push({ from: m.from, to: m.to, kind: label.genre as StandardKind, initials: ORDINARY.has(m.text) });
  }
  for (const m of findAll(folded, MARK))
    found.push({ from: m.from, to: m.to, kind: m.text === 'afnor' ? 'norme' : 'label', initials: false });
  for (const m of findAll(folded, PUBLICATION)) found.push({ from: m.from, to: m.to, kind: 'norme', initials: false });
  for (const p of APPROVAL)
    for (const m of findAll(folded, p)) found.push({ from: m.from, to: m.to, kind: 'agrement', initials: false });
  return ordered(found);
}
