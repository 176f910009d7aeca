import { readFileSync } from 'node:fs';

const RULER = '='.repeat(80);
const GRANT = 'Permission is hereby granted, free of charge';

const INTRODUCTION = `DCE Lint contient des parties des logiciels libres ci-dessous. Chaque licence est donnée en
entier, dans sa langue, avec les mentions que son auteur demande de transmettre.`;

const ours = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8');
/** The conditions of the MIT licence, the same words for all. */
const mit = ours.slice(ours.indexOf(GRANT)).trim();

/**
 * The text that goes with the bundles: each package with its licence and its notices, those that say the same put together.
 * Throws for a package that gives no text.
 * @param {ReturnType<typeof import('./bundled.mjs').bundledPackages>} packages
 */
export function notices(packages) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, version, licence, texts } of packages) {
    if (texts.length === 0) throw new Error(`${name} ${version} (${licence}): no licence text is found`);
    // Some packages only name the licence.
    const whole = licence === 'MIT' && !/Permission is hereby\s+granted/.test(texts.join()) ? [...texts, mit] : texts;
    const text = whole.join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...byText].map(([text, heads]) => `${RULER}\n${heads.join('\n')}\n${RULER}\n\n${text}\n`);
  return [`${INTRODUCTION}\n`, ...parts].join('\n');
}
