import type { Section, Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { designation } from '../piece/index.ts';
import { REFERENCES, type Said } from './references-dites.ts';
import { type Clausula, generalClause, heardEquivalents } from './references-equivalence.ts';
import { isStandard, type ReferenceKind, type ReferenceRole } from './references-roles.ts';

/** What admits an equivalent: its own sentence, words near it, or a clause of the piece. */
export type Equivalence = 'mention' | 'voisinage' | 'clause';

/** A standard, label, certification, approval, brand, type, patent or origin that a piece names. */
export interface Reference extends Stretch {
  readonly kind: ReferenceKind;
  /** As printed. */
  readonly name: string;
  /** The name alone, without « norme » or « de marque ». */
  readonly at: Span;
  readonly sentence: Sentence;
  readonly role: ReferenceRole;
  readonly equivalence: Equivalence | undefined;
  /** Not surely the name of goods that are imposed. */
  readonly doubtful: boolean;
  /** A reason for the brand stands in the sentence or the next. */
  readonly justified: boolean;
}

/** So many names in a section tell of what is there, unless an order is given. */
const INVENTORY = 5;

/** What sentences say of the references that they name, the buyer's own name left out. In the order of the text. */
function saidIn(piece: Piece): readonly (readonly [Sentence, Said])[] {
  const all = [...piece.draft.inPlace(REFERENCES)];
  const buyer = plain(piece.ask(designation).acheteur?.text ?? '');
  const isBuyer = ({ folded }: Sentence, { heard, from, to }: Said) => heard && buyer.includes(folded.slice(from, to));
  const count = new Map<Section, number>();
  for (const [{ section }, { names }] of all) count.set(section, (count.get(section) ?? 0) + names);
  return all.flatMap(([sentence, said]) => {
    const isInventory = (count.get(sentence.section) as number) >= INVENTORY;
    const own = isInventory ? said.inInventory : said.all;
    return own.flatMap((one) => (isBuyer(sentence, one) ? [] : [[sentence, one] as const]));
  });
}

/** What is bought now, though some of it is there. */
const ACQUIRED = fr`(?:fourni|livr|acqu|achat|achet|licen|abonn|install|équip|déploi|remplac)[a-zé]*`;
/** « …équipés de la suite Adobe. L'assistance aux outils Adobe… »: what the section has said to be there is still there. */
const isToldBefore = (r: Reference, all: readonly Reference[]): boolean =>
  all.some(
    (o) =>
      o.role === 'existant' &&
      o.name.toLowerCase() === r.name.toLowerCase() &&
      o.at.start < r.at.start &&
      (isStandard(r) || o.sentence.section === r.sentence.section || !r.sentence.has(ACQUIRED)),
  );

/** What a piece says of all its references. */
interface Around {
  readonly clause: Clausula;
  /** Sentences heard to admit an equivalent. */
  readonly opened: ReadonlySet<Sentence>;
  /** It is made of rules of a consultation alone. */
  readonly isRules: boolean;
}

function referenceOf(sentence: Sentence, said: Said, { clause, opened, isRules }: Around): Reference {
  const { kind, from, to, name, doubtful, justified } = said;
  const role = isRules && said.citedInRules ? 'citee' : said.role;
  const general = (isStandard(said) ? clause.standards : clause.goods) ? 'clause' : undefined;
  const equivalence = opened.has(sentence) ? 'mention' : (said.equivalence ?? general);
  return { kind, from, to, name, doubtful, justified, role, equivalence, sentence, at: sentence.at(said) };
}

/** Every reference that a piece names, in order, whatever it makes of them. */
export const references = defineFact<readonly Reference[]>({
  id: 'references',
  title: 'Normes, labels, marques et origines',
  read(piece) {
    const said = saidIn(piece);
    if (said.length === 0) return [];
    const around: Around = {
      clause: generalClause(piece),
      opened: heardEquivalents(piece),
      isRules: piece.kind === 'rc' && !piece.kinds.includes('cctp'),
    };
    const all = said.map(([sentence, one]) => ({ one, reference: referenceOf(sentence, one, around) }));
    const references = all.map(({ reference }) => reference);
    return all.map(({ one, reference }) =>
      one.mayStay && reference.role === 'exigee' && isToldBefore(reference, references)
        ? { ...reference, role: 'existant' }
        : reference,
    );
  },
  show: (all) =>
    all.length === 0
      ? undefined
      : all.map(({ kind, name, role, equivalence, justified }) => ({
          genre: kind,
          nom: name,
          role,
          equivalence: equivalence ?? 'non',
          ...(justified && { justifiee: true }),
        })),
});
