import type { Sentence } from '../../kit/draft.ts';
import type { Tax } from '../../kit/french/amounts.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';

export interface AccordCadrePlace {
  /** Numbers of the lots concerned; empty: the whole contract. */
  readonly lots: readonly string[];
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

export interface AccordCadreMaximum extends AccordCadrePlace {
  /** In euros; undefined for a quantity, a blank or a reference to another piece. */
  readonly value: number | undefined;
  /** Undefined where the text does not say. */
  readonly tax: Tax | undefined;
  readonly kind: 'value' | 'quantity' | 'open';
}
