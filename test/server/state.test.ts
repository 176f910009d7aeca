import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { Draft } from '../../rules/kit/draft.ts';
import { headerEdit } from '../../server/core/header.ts';
import { applyEdits } from '../../server/core/lint.ts';
import { Dialogue } from './dialogue.ts';

/** The text once the state is written; undefined when it is not. */
const written = (text: string, etat = 'final'): string | undefined => {
  const edit = headerEdit(new Draft(text), 'etat', etat);
  return edit && applyEdits(text, [edit]);
};

describe('a value written in the front matter', () => {
  const body = '\n# RC\n';
  it('makes the front matter, or the part of it, that is not there', () => {
    assert.equal(written('# RC\n'), '---\ndce:\n  etat: final\n---\n\n# RC\n');
    assert.equal(written('\uFEFF# RC\r\n'), '\uFEFF---\r\ndce:\r\n  etat: final\r\n---\r\n\r\n# RC\r\n');
    assert.equal(written(`---\ntitre: x\n---\n${body}`), `---\ndce:\n  etat: final\ntitre: x\n---\n${body}`);
    assert.equal(written(`---\ndce:\n---\n${body}`), `---\ndce:\n  etat: final\n---\n${body}`);
    assert.equal(written(''), '---\ndce:\n  etat: final\n---\n\n');
  });

  it('leaves the other keys, their indent and their comments as they are', () => {
    assert.equal(
      written(`---\ndce:\n    piece: rc # le RC\n    date: 2027-01-15\n---\n${body}`),
      `---\ndce:\n    etat: final\n    piece: rc # le RC\n    date: 2027-01-15\n---\n${body}`,
    );
    assert.equal(
      written(`---\r\ndce:\r\n  piece: rc\r\n  etat: brouillon # à relire\r\n---\r\n${body}`),
      `---\r\ndce:\r\n  piece: rc\r\n  etat: final # à relire\r\n---\r\n${body}`,
    );
    assert.equal(
      written(`---\ndce: { piece: rc }\n---\n${body}`),
      `---\ndce: { etat: final, piece: rc }\n---\n${body}`,
    );
    assert.equal(written(`---\ndce: {}\n---\n${body}`), `---\ndce: {etat: final}\n---\n${body}`);
    assert.equal(written(`---\ndce:\n  etat:\n---\n${body}`), `---\ndce:\n  etat: final\n---\n${body}`);
    assert.equal(written(`---\ndce:\n  etat: fini\n---\n${body}`), `---\ndce:\n  etat: final\n---\n${body}`);
  });

  it('is not written over what cannot be read, nor again', () => {
    assert.equal(written(`---\ndce: [rc\n---\n${body}`), undefined);
    assert.equal(written(`---\ndce: rc\n---\n${body}`), undefined);
    assert.equal(written(`---\n- rc\n---\n${body}`), undefined);
    assert.equal(written(`---\ndce:\n  etat: final\n---\n${body}`), undefined);
  });

  it('is read again as it was written', () => {
    for (const text of ['# RC\n', '---\ndce:\n  piece: rc\n---\n\n# RC\n', '---\ndce: { piece: rc }\n---\n']) {
      const once = written(text, 'relecture') ?? '';
      assert.equal(written(once, 'relecture'), undefined);
    }
  });
});

describe('the state of a draft, in dialogue', () => {
  const FOLDER = 'file:///marches/2027';
  const RC = `${FOLDER}/rc.md`;
  const TEXT =
    '# RC\n\n## Variantes\n\nLes variantes sont autorisées.\n\n## Lieu\n\nLe lieu est [à compléter : ville].\n';
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());
  const set = async (etat: string, uri = RC) => {
    const { applied } = await dialogue.request<{ applied: boolean }>('dce-lint/setState', { uri, etat });
    return { applied };
  };
  /** Levels of two rules: one of an absence, one of a field left to fill. */
  const levels = async () => {
    const report = await dialogue.pull(RC);
    assert.ok(report.kind === 'full');
    const of = (code: string) => report.items.find((i) => i.code === code)?.severity;
    return { absence: of('variantes/exigences-minimales'), field: of('redaction/champ-a-completer') };
  };
  const apply = async () => {
    const edit = dialogue.applied.at(-1)?.edit;
    const text = dialogue.after(RC, edit);
    await dialogue.type(RC, dialogue.textOf(RC).getText(), text);
  };

  it('is written for the version at hand, and changes the levels as it says', async () => {
    dialogue = await Dialogue.start({ rules });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await levels(), { absence: 1, field: 2 });
    for (const [etat, expected] of [
      ['brouillon', { absence: 2, field: 2 }],
      ['relecture', { absence: 1, field: 2 }],
      ['final', { absence: 1, field: 1 }],
    ] as const) {
      assert.deepEqual(await set(etat), { applied: true });
      await apply();
      assert.deepEqual(await levels(), expected);
      await dialogue.next('dce-lint/status', (s: { etat?: string }) => s.etat === etat);
    }
    const [, , edit] = dialogue.applied;
    assert.deepEqual(
      edit?.edit.documentChanges?.map((c) => 'textDocument' in c && c.textDocument),
      [{ uri: RC, version: 3 }],
    );
  });

  it('given by dce.yaml holds for every piece, and that of a piece prevails', async () => {
    dialogue = await Dialogue.start({ rules, files: { [`${FOLDER}/dce.yaml`]: 'etat: final\n' } });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await levels(), { absence: 1, field: 1 });
    assert.deepEqual(await set('brouillon'), { applied: true });
    await apply();
    assert.deepEqual(await levels(), { absence: 2, field: 2 });
  });

  it('is written in every piece of the consultation that has another, open or not, in one edit', async () => {
    const [CCAP, CCTP] = [`${FOLDER}/ccap.md`, `${FOLDER}/cctp.md`];
    const final = '---\ndce:\n  etat: final\n---\n\n# CCTP\n';
    dialogue = await Dialogue.start({ rules, files: { [CCAP]: '# CCAP\n', [CCTP]: final } });
    await dialogue.open(RC, TEXT);
    const asked = { uri: RC, etat: 'final', portee: 'dossier' };
    const given = await dialogue.request('dce-lint/setState', asked);
    assert.deepEqual(given, { applied: true, written: [CCAP, RC] });
    const changes = dialogue.applied.map(({ edit }) => edit.documentChanges ?? []);
    assert.deepEqual(
      changes.map((all) => all.map((c) => 'textDocument' in c && c.textDocument)),
      [
        [
          { uri: CCAP, version: null },
          { uri: RC, version: 1 },
        ],
      ],
    );
  });

  it('is written in no piece where one front matter cannot be read', async () => {
    dialogue = await Dialogue.start({ rules, files: { [`${FOLDER}/ccap.md`]: '---\ndce: [rc\n---\n\n# CCAP\n' } });
    await dialogue.open(RC, TEXT);
    const given = await dialogue.request('dce-lint/setState', { uri: RC, etat: 'final', portee: 'dossier' });
    assert.deepEqual([given, dialogue.applied], [{ applied: false, written: [] }, []]);
  });

  it('is refused for another word, another file, or a front matter that cannot be read', async () => {
    dialogue = await Dialogue.start({ rules });
    await dialogue.open(RC, '---\ndce: [rc\n---\n\n# RC\n');
    assert.deepEqual(await set('final'), { applied: false });
    await assert.rejects(set('fini'), /paramètre « etat »/);
    assert.deepEqual(await set('final', `${FOLDER}/rien.md`), { applied: false });
    assert.equal(dialogue.applied.length, 0);
  });
});
