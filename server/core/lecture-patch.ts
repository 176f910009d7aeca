import type { Wording } from '../../rules/reading/concept.ts';
import { readConcept } from '../../rules/reading/concept-file.ts';
import anchors from '../../rules/reading/model/anchors.json' with { type: 'json' };
import type { Lecture } from './lectures.ts';

const ANCHORS: Readonly<Record<string, { readonly said: string; readonly unsaid: string } | undefined>> = anchors;

/** A line of a concept's file, as others write it there: the heading and what announces it, where they are known. */
const rowOf = ({ heading, context, text }: Lecture): string =>
  `    - [${[heading, context, text].map((part) => JSON.stringify(part)).join(', ')}]`;

const listOf = (key: string, hand: string, lectures: readonly Lecture[]): string =>
  lectures.length > 0 ? [`${key}:`, `  ${hand}:`, ...lectures.map(rowOf)].join('\n') : `${key}: {}`;

/** Throws where training would not read what is exported as it was meant. */
function proofread(concept: string, hand: string, said: readonly Lecture[], unsaid: readonly Lecture[]): void {
  const head = 'dit-que: "."\npieces: []\nregles: []';
  const read = readConcept(
    concept,
    `${[head, listOf('dit', hand, said), listOf('ne-dit-pas', hand, unsaid)].join('\n')}\n`,
  );
  const shown = (all: readonly (Lecture | Wording)[]) =>
    JSON.stringify(all.map(({ heading, context, text }) => [heading, context, text]));
  if (shown(read.said) !== shown(said) || shown(read.unsaid) !== shown(unsaid))
    throw new Error(`${concept}: what is exported is not what would be read`);
}

/**
 * A unified diff that adds what was said of readings to the files of their concepts, under one hand. It is anchored by
 * the first hand of each list: `git apply` looks for these lines wherever they are.
 */
export function patchOf(lectures: readonly Lecture[], hand: string): string {
  const concepts = [...new Set(lectures.map(({ concept }) => concept))].sort();
  return concepts
    .map((concept) => {
      const anchor = ANCHORS[concept];
      if (!anchor) throw new Error(`${concept}: no anchor`);
      const own = lectures.filter((one) => one.concept === concept);
      const said = own.filter(({ says }) => says);
      const unsaid = own.filter(({ says }) => !says);
      proofread(concept, hand, said, unsaid);
      const path = `rules/concepts/${concept}.yaml`;
      const hunks = [
        ...hunk('dit', anchor.said, hand, said, SAID_AT, 0),
        ...hunk('ne-dit-pas', anchor.unsaid, hand, unsaid, UNSAID_AT, said.length > 0 ? said.length + 1 : 0),
      ];
      return [`diff --git a/${path} b/${path}`, `--- a/${path}`, `+++ b/${path}`, ...hunks, ''].join('\n');
    })
    .join('');
}

/** About where the lists begin: their files grow, and a patch is fitted by its words. */
const SAID_AT = 4;
const UNSAID_AT = 110;

function hunk(
  key: string,
  first: string,
  hand: string,
  lectures: readonly Lecture[],
  at: number,
  shift: number,
): readonly string[] {
  if (lectures.length === 0) return [];
  const added = [`  ${hand}:`, ...lectures.map(rowOf)].map((line) => `+${line}`);
  return [`@@ -${at},2 +${at + shift},${added.length + 2} @@`, ` ${key}:`, ...added, ` ${first}`];
}
