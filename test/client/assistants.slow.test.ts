import assert from 'node:assert/strict';
import { join } from 'node:path';
import { CommandLine } from '../../client/assistants/program.ts';
import { BUILT, dceLint, inFolder } from '../cli/terminal.ts';

const DAY = '2026-11-02';
const draft = '# Règlement de la consultation\n\nDurée : [à compléter].\n';

describe('The command line, behind the tools of the editor,', function () {
  this.timeout(120_000);

  it('answers as it does at a terminal, sees what is not saved, and reads nothing where no folder is open', () =>
    inFolder({ 'rc.md': draft }, async (cwd) => {
      const program = new CommandLine(BUILT, []);
      try {
        const input = { path: 'rc.md', date: DAY };
        const call = { name: 'check', input, folders: [cwd], unsaved: {}, language: 'fr' as const };
        const same = async (language: 'fr' | 'en') => {
          const args = ['check', 'rc.md', '--format', 'json', '--date', DAY, '--lang', language];
          assert.deepEqual(await program.call({ ...call, language }), { text: (await dceLint(cwd, args)).out });
        };
        await same('fr');
        await same('en');
        const unsaved = { [join(cwd, 'rc.md')]: draft.replace('[à compléter]', 'trente jours') };
        const written = await program.call({ ...call, unsaved });
        assert.ok('text' in written && !written.text.includes('champ-a-completer'));
        const nowhere = await program.call({ ...call, folders: [] });
        assert.ok('refused' in nowhere && /Aucun dossier n’est ouvert/.test(nowhere.refused));
        const text = await program.call({ ...call, folders: [], input: { text: draft, piece: 'rc' } });
        assert.ok('text' in text && text.text.includes('champ-a-completer'));
        const odd = await program.call({ ...call, input: { path: 'rc.md', run: 'rm' } });
        assert.ok('refused' in odd && /Clé non reconnue/.test(odd.refused));
      } finally {
        program.dispose();
      }
    }));

  it('fails a call, and no other, when it cannot be started', async () => {
    const program = new CommandLine(join(BUILT, 'nowhere.cjs'), []);
    const call = { name: 'check', input: {}, folders: [], unsaved: {}, language: 'fr' as const };
    await assert.rejects(program.call(call));
    await assert.rejects(program.call(call));
  });
});
