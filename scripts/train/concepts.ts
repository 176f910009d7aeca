import { readdirSync, readFileSync } from 'node:fs';
import type { Concept } from '../../rules/reading/concept.ts';
import { readConcept } from '../../rules/reading/concept-file.ts';

const FOLDER = new URL('../../rules/concepts/', import.meta.url);

/** Every concept, in the order of their ids. */
export const readConcepts = (): Concept[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) =>
      readConcept(path.replaceAll('\\', '/').replace(/\.yaml$/, ''), readFileSync(new URL(path, FOLDER), 'utf8')),
    );

/** A sentence of real text that says no concept, as far as is known. */
export interface Ordinary {
  /** The document it is of: documents are held out whole. */
  readonly document: string;
  readonly context: string;
  readonly text: string;
}

const sentencesOf = (file: string): Ordinary[] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [document = '', context = '', text = ''] = line.split('\t');
      return { document, context, text };
    });

/** Sentences drawn from published documents under an open licence, which `ordinaire-sources.tsv` names. */
export const readOrdinary = (): Ordinary[] => sentencesOf('ordinaire.tsv');

/** Those that earlier models came nearest to hearing wrongly, of some 1.8 million words; most were read by a person. */
export const readHard = (): Ordinary[] => sentencesOf('ordinaire-difficile.tsv');

/** A piece of a consultation that a hand wrote sound. */
export interface SoundPiece {
  readonly hand: string;
  readonly text: string;
}

/** Whole consultations in which nothing is wrong, a folder for each hand. */
export function readSound(): SoundPiece[] {
  const folder = new URL('dossiers-sains/', FOLDER);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && path.includes('/'))
    .sort()
    .map((path) => ({ hand: path.slice(0, path.indexOf('/')), text: readFileSync(new URL(path, folder), 'utf8') }));
}

/**
 * Which concepts ordinary sentences do say, by their text: a person read them so. They do not teach against these, nor
 * count against them.
 */
export const readSaying = (): ReadonlyMap<string, readonly string[]> => {
  const out = new Map<string, string[]>();
  for (const line of readFileSync(new URL('ordinaire-dit.tsv', FOLDER), 'utf8').split('\n').filter(Boolean)) {
    const [concept = '', text = ''] = line.split('\t');
    out.set(text, [...(out.get(text) ?? []), concept]);
  }
  return out;
};
