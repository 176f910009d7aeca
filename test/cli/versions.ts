/** Two long versions of a draft, to tell a whole file from a part of one. */
export const versions: readonly string[] = ['innovant', 'nouveau'].map(
  (word) => `# RC\n\n${`Un service ${word}.\n\n`.repeat(60_000)}Fin.\n`,
);
