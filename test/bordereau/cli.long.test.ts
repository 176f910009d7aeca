import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { avisExemple } from '../../rules/facts/avis/exemple.ts';
import { REPORTERS } from '../../server/cli/reporters/index.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';
import { FAULTY, HEADER, xlsx } from './workbooks.ts';

const RC =
  '# Règlement de la consultation\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n## Remise\n\nLes offres sont remises au plus tard le 5 mars 2027 à 12 heures.\n';
const AVIS = avisExemple({ lots: [{ limite: '2027-03-12T12:00:00+01:00' }, { limite: '2027-03-12T12:00:00+01:00' }] });
const OWN = /^(?:bordereau|avis)\//;

interface Report {
  files: { path: string; piece: string; findings: { rule: string; line: number; related?: { path: string }[] }[] }[];
  notChecked: { what: string; why: string; blocking: boolean }[];
}
const check = async (cwd: string, ...args: string[]) => {
  const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json', ...args]);
  const { files } = JSON.parse(out) as Report;
  const found = files.flatMap((f) => f.findings.filter((x) => OWN.test(x.rule)).map((x) => `${f.path} ${x.rule}`));
  return { files, found: found.sort(), err, code };
};

describe('price schedules and notices on the command line', () => {
  it('are compared with the drafts beside them, and are never written', async () =>
    inFolder({ 'rc.md': RC, 'dpgf.xlsx': await xlsx(FAULTY), 'avis.xml': AVIS }, async (cwd) => {
      const hash = () =>
        createHash('sha256')
          .update(readFileSync(join(cwd, 'dpgf.xlsx')))
          .digest('hex');
      const before = hash();
      const { files, found, code } = await check(cwd, '--fix');
      assert.deepEqual(found, ['dpgf.xlsx bordereau/total', 'rc.md avis/date', 'rc.md bordereau/lots']);
      assert.deepEqual(
        files.map((f) => [f.path, f.piece]),
        [
          ['avis.xml', 'avis'],
          ['dpgf.xlsx', 'dpgf'],
          ['rc.md', 'rc'],
        ],
      );
      assert.equal(code, 1);
      assert.equal(hash(), before);
    }));

  it('give the same in every format, by threads and from the cache', async () =>
    inFolder({ 'a/rc.md': RC, 'a/dpgf.xlsx': await xlsx(FAULTY), 'a/avis.xml': AVIS, 'b/rc.md': RC }, async (cwd) => {
      const alone = await check(cwd);
      for (const args of [['--jobs', '2'], ['--cache'], ['--cache']]) {
        const { found } = await check(cwd, ...args);
        assert.deepEqual(found, alone.found, args.join(' '));
      }
      for (const format of ['text', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html', 'part']) {
        const { out, code } = await dceLint(cwd, ['check', '--format', format, 'a']);
        assert.equal(code, 1, format);
        assert.match(out, /dpgf\.xlsx/, format);
      }
    }));

  it('can be named alone, and are then judged with their dossier', async () =>
    inFolder({ 'rc.md': RC, 'dpgf.xlsx': await xlsx(FAULTY) }, async (cwd) => {
      const { files, found } = await check(cwd, 'dpgf.xlsx');
      assert.deepEqual([files.map((f) => f.path), found], [['dpgf.xlsx'], ['dpgf.xlsx bordereau/total']]);
    }));

  it('are what dce.yaml says, whatever their names', async () => {
    const table = await xlsx({
      Feuil1: [HEADER, [1, 'Bureaux', 'U', 2, 15, null], [2, 'Chaises', 'U', 4, null, null]],
    });
    const dce = 'pieces:\n  - rc.md\n  - fichier: prix/annexe 3.xlsx\n    piece: dpgf\n';
    await inFolder({ 'dce.yaml': dce, 'rc.md': RC, 'prix/annexe 3.xlsx': table, 'autre.xlsx': table }, async (cwd) => {
      const { files, found } = await check(cwd);
      assert.deepEqual(
        files.map((f) => [f.path, f.piece]),
        [
          ['rc.md', 'rc'],
          ['prix/annexe 3.xlsx', 'dpgf'],
        ],
      );
      assert.deepEqual(found, ['prix/annexe 3.xlsx bordereau/prix-prerempli']);
    });
  });

  it('say in one line what cannot be read, and exit 2', async () => {
    const large = new Uint8Array(20 * 1024 * 1024);
    const broken = (await xlsx(FAULTY)).slice(0, -60);
    await inFolder(
      { 'rc.md': RC, 'bpu.xlsx': broken, 'dqe.xlsx': large, 'avis.xml': '<ContractNotice><a>' },
      async (cwd) => {
        const { code, err } = await check(cwd);
        assert.equal(code, 2);
        for (const [name, why] of [
          ['bpu.xlsx', 'endommagé'],
          ['dqe.xlsx', 'trop gros'],
          ['avis.xml', 'endommagé'],
        ])
          assert.match(err, new RegExp(`^dce-lint : [^\\n]*${name} : [^\\n]*${why}[^\\n]*$`, 'm'));
        assert.equal(err.trim().split('\n').length, 3, err);
      },
    );
  });

  it('say in every format that a list of too many rows is not read to its end, and exit 2', async () =>
    inFolder({ 'rc.md': RC, 'bpu.csv': `${HEADER.join(';')}\n${'1;Tonte;m2;4;;\n'.repeat(20_000)}` }, async (cwd) => {
      for (const format of Object.keys(REPORTERS)) {
        const { out, err, code } = await dceLint(cwd, ['check', '--format', format]);
        assert.equal(code, 2, format);
        assert.match(
          err,
          /^dce-lint : bpu\.csv : les lignes qui suivent la 20\s000ᵉ ne sont pas lues\. [^\n]+$/m,
          format,
        );
        if (format !== 'statistics') assert.match(out.replace(/\s+/g, ' '), /bpu\.csv.*ne sont pas lues/s, format);
      }
    }));

  it('say in every format which notice and which text are not read, and what to do', async () => {
    const files = { 'rc.md': RC, 'avis BOAMP.txt': 'a', 'Avis de marché.pdf': 'a', 'CCTP.odt': 'a' };
    const others = { 'avis du conseil.pdf': 'a', 'DQE.pdf': 'a', 'notes.txt': 'a' };
    await inFolder({ ...files, ...others }, async (cwd) => {
      for (const format of Object.keys(REPORTERS)) {
        const { out, code } = await dceLint(cwd, ['check', '--format', format]);
        assert.equal(code, 1, format);
        const told = out.replace(/\s+/g, ' ');
        for (const words of [
          /avis BOAMP\.txt/,
          /Avis de marché\.pdf/,
          /Télécharger l’avis au format XML/,
          /CCTP\.odt/,
          /l’enregistrer au format \.docx/,
        ])
          assert.match(told, words, format);
      }
      const { out } = await dceLint(cwd, ['check', '--format', 'json']);
      const { notChecked } = JSON.parse(out) as Report;
      assert.deepEqual(notChecked.map((n) => n.what).sort(), ['Avis de marché.pdf', 'CCTP.odt', 'avis BOAMP.txt']);
    });
    await inFolder({ ...files, 'avis.xml': AVIS }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'json']);
      assert.doesNotMatch(out, /avis BOAMP/);
    });
  });

  it('leave alone what is no schedule and no notice', async () => {
    const other = await xlsx({
      Feuil1: [
        ['Nom', 'Téléphone'],
        ['A', '01'],
      ],
    });
    await inFolder(
      { 'rc.md': RC, 'annuaire.xlsx': other, 'plan.xml': '<svg/>', 'package.json': '{}', 'liste.csv': 'a;b\n1;2\n' },
      async (cwd) => {
        const { files, err } = await check(cwd);
        assert.deepEqual(
          files.map((f) => f.path),
          ['rc.md'],
        );
        assert.equal(err, '');
        const named = await check(cwd, 'liste.csv');
        assert.equal(named.code, 2);
      },
    );
  });

  it('are in the facts, and in the sheet of the dossier', async () =>
    inFolder({ 'rc.md': RC, 'dpgf.xlsx': await xlsx(FAULTY), 'avis.xml': AVIS }, async (cwd) => {
      const { out } = await dceLint(cwd, ['facts', '--format', 'json', 'dpgf.xlsx', 'avis.xml']);
      const { files } = JSON.parse(out) as { files: { path: string; facts: Record<string, unknown> }[] };
      assert.deepEqual(
        files.map((f) => [f.path, Object.keys(f.facts)]),
        [
          ['avis.xml', ['avis']],
          ['dpgf.xlsx', ['bordereau']],
        ],
      );
      const [{ lots = [] } = {}] = (files[1]?.facts.bordereau ?? []) as { lots?: string[] }[];
      assert.deepEqual(lots, ['1']);
      const sheet = await dceLint(cwd, ['facts', '.']);
      assert.match(sheet.out, /Pièces : RC \(rc\.md\), avis de marché \(avis\.xml\), DPGF \(dpgf\.xlsx\)/);
    }));
});
