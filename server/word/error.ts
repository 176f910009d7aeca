/** Why a Word document cannot be read or written: one French clause for the user, without a full stop. */
export class WordError extends Error {}
