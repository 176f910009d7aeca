/** Drafts of another make than `drafts.ts`: sentences of published documents, the same seed giving the same text. */
import { readHard, readOrdinary } from '../train/concepts.ts';
import { randomOf } from './drafts.ts';

const HEAD = `---
dce:
  piece: rc
  procedure: appel-offres-ouvert
  date: 2026-10-01
  ccag: tic
  montant: 450000
  lots: 3
---

# Règlement de la consultation
`;

/** An RC of about so many UTF-8 bytes: numbered articles, paragraphs, lists within lists, tables, quotations, notes. */
export function proseOf(bytes: number, seed = 1): string {
  const random = randomOf(seed);
  const sentences = [...readOrdinary(), ...readHard()].map(({ text }) => text);
  // Repeated, a sentence is seldom the same to the letter.
  const sentence = () =>
    (sentences[Math.floor(random() * sentences.length)] as string).replace(/\d/g, () =>
      String(Math.floor(random() * 10)),
    );
  const some = (from: number, to: number, make: (i: number) => string) =>
    Array.from({ length: from + Math.floor(random() * (to - from + 1)) }, (_, i) => make(i));
  const cell = () => sentence().replaceAll('|', '/').slice(0, 60).trim();
  const block = (n: number): string => {
    const kind = random();
    if (kind < 0.55) return some(1, 6, sentence).join(' ');
    if (kind < 0.75)
      return `${sentence()}\n\n${some(2, 6, (i) => `${i % 3 === 2 ? '    * ' : '* '}${sentence()}`).join('\n')}`;
    if (kind < 0.85) return some(2, 5, (i) => `${i + 1}. ${sentence()}`).join('\n');
    if (kind < 0.93)
      return [
        '| Objet | Règle | Observation |',
        '|:--|:-:|--:|',
        ...some(2, 9, () => `| ${cell()} | ${cell()} | ${cell()} |`),
      ].join('\n');
    if (kind < 0.97) return `> ${sentence()}\n> ${sentence()}`;
    return `${sentence()}[^n${n}]\n\n[^n${n}]: ${sentence()}`;
  };
  const parts = [HEAD];
  let size = 0;
  for (let article = 1; size < bytes; article++) {
    const own = [
      `## ${article} ${cell()}`,
      ...some(3, 12, (i) => (i % 5 === 4 ? `### ${article}.${i} ${cell()}` : block(article * 100 + i))),
    ];
    parts.push(...own);
    for (const part of own) size += Buffer.byteLength(part) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
