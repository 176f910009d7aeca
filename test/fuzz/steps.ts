/** What an editor may send to the server, in any order. */
import fc from 'fast-check';
import { drafts, strokes } from '../drafts.ts';

export const FOLDER = 'file:///dossier%20%C3%A9t%C3%A9';
const NAMES = ['rc.md', 'cctp.md', 'ccap.md', 'notes (1)+.md', 'untitled'];

const position = fc.record({
  line: fc.oneof(fc.nat(20), fc.constantFrom(-1, 1e6, 2 ** 31 - 1)),
  character: fc.oneof(fc.nat(60), fc.constantFrom(-1, 1e6, 2 ** 31 - 1)),
});
const name = fc.constantFrom(...NAMES);

/** Questions that an editor puts about a document. */
const QUESTIONS = [
  'hover',
  'codeAction',
  'completion',
  'definition',
  'references',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'inlayHint',
  'inlineCompletion',
  'diagnostic',
]; // prettier-ignore
/** Our own, and what they may be sent by a careless client. */
const OWN = [
  'explain',
  'ignore',
  'conformite',
  'fix',
  'fichePage',
  'settings',
  'fiche',
  'setState',
  'clauses',
  'insertClause',
  'turnOff',
  'misread',
  'refuse',
]; // prettier-ignore

const CONFIGURATIONS = [
  '',
  'extends: essentiel\n',
  'rules:\n  test/mot: off\n',
  'rules: [',
  'date: 2027-',
  '\u0000',
  'a: &a [*a]\n',
];
const SETTINGS = [{}, null, [], 'x', { levels: { 'test/mot': 'error' } }, { levels: 3, date: {}, preset: [] }];

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), name, text: drafts }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), name, strokes, odd: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), name, to: name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const), name, text: fc.option(drafts) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('configure' as const), text: fc.constantFrom(...CONFIGURATIONS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), value: fc.constantFrom(...SETTINGS) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      name,
      what: fc.constantFrom(...QUESTIONS),
      from: position,
      to: position,
      cancel: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('own' as const),
      method: fc.constantFrom(...OWN),
      params: fc.oneof(
        fc.constantFrom(null, {}, [], 'x', { uri: 3 }, { id: {} }),
        fc.record({ uri: name.map(addressOf), id: fc.string(), finding: fc.string(), position }),
      ),
    }),
  },
);

export interface Session {
  readonly steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[];
  /** The rules of the tests, or all of them. */
  readonly everyRule: boolean;
}

export const sessions: fc.Arbitrary<Session> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
  everyRule: fc.nat(9).map((n) => n === 0),
});

/** The address of a text by its name. */
export function addressOf(of: string): string {
  return of === 'untitled' ? 'untitled:Untitled-1' : `${FOLDER}/${encodeURIComponent(of)}`;
}
