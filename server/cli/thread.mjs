/** Run from the sources, a thread does not know TypeScript by itself: this file is what it runs in place of the program. */
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
