/** Puts in place, the first time, the programs that the measures compare with. */
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../installed.mjs';

ensureInstalled(fileURLToPath(new URL('.', import.meta.url)));
