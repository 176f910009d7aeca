import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeleton } from '../../rules/clauses/skeletons.ts';
import { dceLint, inFolder } from './terminal.ts';

describe('dce-lint new', () => {
  it('prints the skeleton of a piece under a procedure', () =>
    inFolder({}, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['new', 'rc', '--procedure', 'dialogue-competitif']);
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.equal(out, skeleton('rc', 'dialogue-competitif'));
      assert.deepEqual(readdirSync(cwd), []);
    }));

  it('takes the usual procedure of the piece when none is given, and capitals', () =>
    inFolder({}, async (cwd) => {
      assert.equal((await dceLint(cwd, ['new', 'CCTP'])).out, skeleton('cctp', 'mapa'));
      assert.equal((await dceLint(cwd, ['new', 'reglement-concours'])).out, skeleton('reglement-concours', 'concours'));
      assert.equal(
        (await dceLint(cwd, ['new', 'appel-a-projets'])).out,
        skeleton('appel-a-projets', 'appel-a-projets'),
      );
    }));

  it('writes a file, its folder too, that check finds without error', () =>
    inFolder({}, async (cwd) => {
      const { out, code } = await dceLint(cwd, ['new', 'ae', '--output', 'marche/ae.md']);
      assert.equal(code, 0);
      assert.match(out, /^marche\/ae\.md : Acte d'engagement \(AE\), \d+ champs à compléter\n$/);
      assert.equal(readFileSync(join(cwd, 'marche/ae.md'), 'utf8'), skeleton('ae', 'mapa'));
      assert.deepEqual(readdirSync(join(cwd, 'marche')), ['ae.md']);
      assert.equal((await dceLint(cwd, ['check', 'marche'])).code, 0);
    }));

  it('never writes over a file, and leaves nothing behind', () =>
    inFolder({ 'rc.md': 'déjà là\n' }, async (cwd) => {
      const { out, err, code } = await dceLint(cwd, ['new', 'rc', '--output', 'rc.md']);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.equal(err, 'dce-lint : rc.md : ce fichier existe déjà, il n’est pas remplacé\n');
      assert.equal(readFileSync(join(cwd, 'rc.md'), 'utf8'), 'déjà là\n');
      assert.deepEqual(readdirSync(cwd), ['rc.md']);
    }));

  it('says that it cannot write where a folder of the path is a file', () =>
    inFolder({ note: 'x' }, async (cwd) => {
      const { err, code } = await dceLint(cwd, ['new', 'rc', '--output', 'note/rc.md']);
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : note\/rc\.md : écriture impossible \(E\w+\)\n$/);
    }));

  it('names what is nearest to an unknown piece or procedure, and exits 2', () =>
    inFolder({}, async (cwd) => {
      const cases: [string[], RegExp][] = [
        [['new', 'reglement'], /« reglement » n’est pas une pièce\. .* : reglement-concours, /],
        [['new', 'ctp'], /n’est pas une pièce\. Pièces, la plus proche d’abord : cctp, /],
        [['new', 'zzzzzzzzz'], /n’est pas une pièce\. Pièces : /],
        [['new', 'rc', '--procedure', 'dialogue'], /n’est pas une procédure\. .* : dialogue-competitif, /],
        [['new'], /argument manquant/],
      ];
      for (const [args, line] of cases) {
        const { code, out, err } = await dceLint(cwd, args);
        assert.equal(code, 2, args.join(' '));
        assert.equal(out, '');
        assert.match(err, line);
        assert.match(err, /^dce-lint : [^\n]*\n$/);
      }
    }));

  it('says which procedures go with a piece, and which pieces with a procedure', () =>
    inFolder({}, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['new', 'rc', '--procedure', 'concours']);
      assert.equal(code, 2);
      assert.match(err, /rc ne va pas avec la procédure concours\. Procédures de rc : mapa, .*appel-offres-ouvert/);
      assert.match(err, /Pièces de concours : .*reglement-concours/);
    }));
});
