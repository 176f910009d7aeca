import type { Passage } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { type TrancheName, trancheNames } from '../commun/index.ts';
import { type Entry, entryIn, placed } from './entree.ts';
import { amountIn } from './montants.ts';
import { objectIn } from './objet.ts';

/** « La passerelle du Moulin forme la tranche ferme », « l'étude est l'objet de la tranche optionnelle 1 » */
const IS_ONE =
  /^(?<what>(?:l[ae]s? |l'|celles? |celui |ceux |une? |des |du |d').*?),? (?:forme|constitue|compose|represente|est|sont|releve|fait|font|correspond|tient lieu|tiennent lieu)(?:nt|ra|ront)? (?:(?:a |de )?(?:l'objet |le contenu )?(?:de |d'))?(?:la |une |a la |en |dans la |dans une )?$/;
/** « ; celle du Lavoir, la tranche optionnelle 1 »: the verb has been said. */
const GAPPED = /^(?<what>(?:l[ae]s? |l'|celles? |celui |ceux |une? |des |du |d').*?),? (?:la |une )$/;
/** What stands for something said before, or for the contract itself. */
const NO_THING =
  /^(?:l[ae] |cette |une )?(?:premiere|seconde|deuxieme|derniere|partie|phase|marche|contrat|lot|montant|prix|tout|total|somme|delai)(?: [a-z]+)?$/;
/** « Les offres sont jugées sur l'ensemble constitué de la tranche ferme… »: a clause of its own, and no thing. */
const CLAUSE = /(?<!\bqui |\bque )\b(?:est|sont|sera|seront|peut|peuvent|doit|doivent|ont)\b/;
/** « Tables de pique-nique : tranche optionnelle »: the label is the thing, and the tranche all that is said of it. */
const LABELLED = /^(?<what>[a-z][^:;.|]{2,60}?) ?: (?:la |une )?$/;
const ENDS = /^ ?(?:\([^()]*\) ?)?(?:[.;,]|$)/;
/** Of the contract, or of tranches as such: no thing that is bought. */
const OF_CONTRACT =
  /\b(?:tranches?|marche|contrat|accord|forme|nature|statut|type|options?|delai|duree|montant|prix|lots?|phase|ordre|objet|exemple|total|annee|affermissement|conditions?|indemnite|penalites?)\b/;
const JOINED = /^[\s,;.)]*(?:(?:et|puis|enfin|tandis que|alors que) )?/;

/** What is said to be the tranche, between the one before and its name; its place in the passage. */
function subjectOf(folded: string, from: number, name: TrancheName, isGap: boolean) {
  // « celle des bancs (30 000 € HT) est en tranche optionnelle »: a price between brackets is no part of the thing.
  const lead = folded
    .slice(from, name.from)
    .replace(/\([^()]*\)/g, (text) => (amountIn(text) ? ' '.repeat(text.length) : text));
  const cut = Math.max(...[';', ': ', '. ', ')'].map((stop) => lead.lastIndexOf(stop)), -1) + 1;
  const skip = cut + (JOINED.exec(lead.slice(cut))?.[0].length ?? 0);
  const text = lead.slice(skip);
  const isLabel = ENDS.test(folded.slice(name.to)) && !OF_CONTRACT.test(text);
  const found =
    IS_ONE.exec(text) ?? (isGap ? GAPPED.exec(text) : undefined) ?? (isLabel ? LABELLED.exec(text) : undefined);
  const what = found?.groups?.what?.trimEnd();
  const isThing =
    what && !NO_THING.test(what) && !CLAUSE.test(what) && objectIn(what) && trancheNames(what).length === 0;
  return isThing ? { from: from + skip, to: from + skip + what.length, text: what } : undefined;
}

/** The tranches of a passage that says what they are before it names them; the first of these has its verb. */
export function asPredicates(piece: Piece, passage: Passage): Entry[] {
  const { folded } = passage;
  const names = trancheNames(folded).filter((n) => !n.plural);
  const subjects: ReturnType<typeof subjectOf>[] = [];
  for (const [i, name] of names.entries())
    subjects.push(
      subjectOf(
        folded,
        names[i - 1]?.to ?? 0,
        name,
        subjects.some((s) => s),
      ),
    );
  return names.flatMap((name, i): Entry[] => {
    const subject = subjects[i];
    if (!subject) return [];
    const end = subjects[i + 1]?.from ?? names[i + 1]?.from ?? folded.length;
    const read = amountIn(folded.slice(name.to, end));
    const earlier = read ? undefined : amountIn(folded.slice(subject.from, name.from));
    const whole = { from: subject.from, to: end };
    const entry = entryIn(piece, passage, name, { whole, object: subject, read });
    return [earlier ? { ...entry, amount: placed(piece, passage, earlier, subject.from) } : entry];
  });
}
