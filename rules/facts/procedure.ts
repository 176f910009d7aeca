import { fr } from '../kit/french/pattern.ts';
import { defineFact, type Piece } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import type { ProcedureName } from './entete.ts';
import { enteteOf } from './piece.ts';

export interface ProcedureEvidence {
  readonly name: ProcedureName;
  readonly at: Span;
}

export interface Procedure {
  /** Undefined when the piece names none. */
  readonly name: ProcedureName | undefined;
  readonly from: 'front-matter' | 'text' | undefined;
  /** Where the text names a procedure as its own, in order. */
  readonly evidence: readonly ProcedureEvidence[];
}

/** Procedures whose weights, publicity and deadlines the code fixes. */
export const FORMALISEES: readonly ProcedureName[] = [
  'appel-offres-ouvert',
  'appel-offres-restreint',
  'procedure-avec-negociation',
  'dialogue-competitif',
  'concours',
  'partenariat-innovation',
];

const NAMES: readonly (readonly [ProcedureName, RegExp])[] = [
  ['appel-offres-restreint', fr`appels? d'offres restreints?`],
  ['appel-offres-ouvert', fr`appels? d'offres(?: ouverts?)?`],
  ['procedure-avec-negociation', fr`procédure (?:concurrentielle )?avec négociation`],
  ['dialogue-competitif', fr`dialogue compétitif`],
  ['partenariat-innovation', fr`partenariat d'innovation`],
  [
    'concours',
    fr`concours (?:ouvert|restreint|de maîtrise d'oeuvre|d'architecture)|(?:la|une) (?:technique|procédure) (?:d'achat )?(?:du|de) concours`,
  ],
  [
    'negociee-sans-publicite',
    fr`(?:procédure négociée|marché négocié|passé|attribué|conclu) sans publicité(?: (?:préalable )?ni mise en concurrence(?: préalables?)?)?`,
  ],
  ['mapa', fr`procédure adaptée|mapa|marché (?:à|a) procédure adaptée`],
];

/** The procedure that a piece says it follows: front matter, else the first one its text names. */
export const procedure = defineFact<Procedure>({
  id: 'procedure',
  title: 'Procédure',
  read(piece: Piece) {
    const evidence = piece.draft.collect(named).map(({ value, sentence }) => ({
      name: value.name,
      at: sentence.at(value.match),
    }));
    const declared = enteteOf(piece).values.procedure as ProcedureName | undefined;
    if (declared) return { name: declared, from: 'front-matter', evidence };
    const first = evidence[0];
    return { name: first?.name, from: first ? 'text' : undefined, evidence };
  },
  show: ({ name, from }) => (name ? { nom: name, source: from } : undefined),
});

const named = (phrase: Parameters<Parameters<Piece['draft']['collect']>[0]>[0]) => {
  for (const [name, pattern] of NAMES) {
    const match = phrase.find(pattern);
    if (match) return { name, match };
  }
  return undefined;
};
