/** A long CCTP, out of those of the sample consultations: the same articles again and again, each time about another module. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const sample = (name) => readFileSync(join(root, 'examples', name, 'cctp.md'), 'utf8');

/**
 * @param {number} size bytes, at least
 * @returns {string}
 */
export function longCctp(size) {
  const faulty = sample('consultation-fautive');
  const articles = [faulty, sample('consultation-conforme')]
    .flatMap((text) => text.split(/^## Article \d+ – /m).slice(1))
    // Some things are said once in a CCTP.
    .filter((article) => !/### 2.1 Tranche|### 1.6 Références|ISO/.test(article));
  let draft = faulty.slice(0, faulty.indexOf('## Article 1 '));
  for (let count = 0; Buffer.byteLength(draft) < size; count += 1) {
    const module = Math.floor(count / articles.length) + 1;
    draft += `## Article ${count + 1} – ${about(articles[count % articles.length], module)}`;
  }
  return draft;
}

/** Each heading, paragraph and row names the module, and each accessibility clause has a fault: no two passes are alike. */
const about = (article, module) =>
  `${article.trim()}\n\n`
    .replace(/touches/, `$& selon l'article ${50 + module} du code des marchés publics`)
    .replace(/^(.*)$/m, `$1, module ${module}`)
    .replaceAll(/\.$/gm, ` pour le module ${module}.`)
    .replaceAll(/^\| (?!.*\| Délai)([^-|][^|]*) \|/gm, `| $1 (module ${module}) |`);
