import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dceLint, inFolder } from './terminal.ts';

const AE = '---\ndce:\n  piece: ae\n---\n\n# Acte d’engagement\n';
const FAULTY = AE.replace('piece: ae', 'piece: ae\n  procdure: mapa');

/** A watch under way: what it has written, and a wait for what it has yet to write. */
function watching(cwd: string, args: readonly string[] = []) {
  const end = new AbortController();
  let said = '';
  let heard = () => {};
  const hear = (s: string) => {
    said += s;
    heard();
  };
  const done = dceLint(cwd, ['check', '--watch', ...args], { out: hear, err: hear, signal: end.signal });
  return {
    /** Waits until a text has been written that answers a pattern, and forgets what came before. */
    async until(pattern: RegExp) {
      const deadline = new Promise<never>((_, fail) => {
        setTimeout(() => fail(new Error(`${pattern} never came; said: ${said}`)), 15_000).unref();
      });
      const seen = new Promise<void>((go) => {
        heard = () => pattern.test(said) && go();
        heard();
      });
      await Promise.race([seen, deadline, done]);
      assert.match(said, pattern);
      said = '';
    },
    async end() {
      end.abort();
      return (await done).code;
    },
  };
}

describe('dce-lint check --watch', () => {
  it('checks at once, then at each change, new file and removal, and ends with 0', () =>
    inFolder({ 'ae.md': AE }, async (cwd) => {
      const watch = watching(cwd);
      await watch.until(/1 pièce vérifiée : 0 erreur.*en attente de changements/s);
      writeFileSync(join(cwd, 'ae.md'), FAULTY);
      await watch.until(/redaction\/entete-invalide.*en attente/s);
      writeFileSync(join(cwd, 'ccap.md'), '# CCAP\n');
      await watch.until(/2 pièces vérifiées.*en attente/s);
      rmSync(join(cwd, 'ccap.md'));
      await watch.until(/1 pièce vérifiée.*en attente/s);
      assert.equal(await watch.end(), 0);
    })).timeout(60_000);

  it('follows the configuration, and goes on after a mistake in a file it writes to', () =>
    inFolder({ 'ae.md': FAULTY }, async (cwd) => {
      const watch = watching(cwd);
      await watch.until(/entete-invalide.*en attente/s);
      writeFileSync(join(cwd, '.dce-lint.yaml'), 'rules:\n  redaction/entete-invalide: off\n');
      await watch.until(/0 erreur.*en attente/s);
      rmSync(join(cwd, 'ae.md'));
      await watch.until(/rien n’a été vérifié.*en attente/s);
      writeFileSync(join(cwd, 'ae.md'), AE);
      await watch.until(/1 pièce vérifiée.*en attente/s);
      assert.equal(await watch.end(), 0);
    })).timeout(60_000);
});
