import { setFlagsFromString } from 'node:v8';

/**
 * Has patterns compiled once, to machine code, when they first run. V8 by itself interprets them that time and compiles
 * them again the next: a first check, which runs most patterns of the program for the first time, goes for a good part
 * in doing both. An engine that does not know the flag leaves all as it is.
 */
export const compilePatternsAtOnce = (): void => setFlagsFromString('--no-regexp-tier-up');
