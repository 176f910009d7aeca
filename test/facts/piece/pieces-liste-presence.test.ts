import assert from 'node:assert/strict';
import { openConsultation, type SourceFile } from '../../../rules/consultation/open.ts';
import { piecesListe } from '../../../rules/facts/piece/pieces-liste.ts';
import { isThere } from '../../../rules/facts/piece/pieces-liste-presence.ts';
import { isHeldByAnother, standingFor } from '../../../rules/facts/piece/pieces-valant.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const consultation = (sources: readonly SourceFile[], files: readonly string[] = []) =>
  openConsultation(sources, { date: '2026-12-01', files });
const open = (text: string) => consultation([{ path: 'rc.md', text }]).pieces[0] as Piece;
const listed = (item: string) => `Le dossier de consultation comprend :\n\n- ${item}\n`;

describe('a document of the list', () => {
  /** True when each document of a list of one item is in the folder. */
  const there = (item: string, files: readonly string[], ...pieces: readonly (readonly [string, string])[]) => {
    const all = consultation(
      [{ path: 'rc.md', text: listed(item) }, ...pieces.map(([path, text]) => ({ path, text }))],
      files,
    );
    const [rc] = all.pieces as [Piece];
    const found = rc.ask(piecesListe);
    assert.equal(found.length, 1, item);
    return found.every((p) => isThere(p, rc));
  };
  const FILES: readonly (readonly [item: string, file: string, there: boolean])[] = [
    ['le CCAP', 'CCAP.docx', true],
    ['le CCAP', 'cahier des clauses administratives.pdf', true],
    ['le CCAP', 'CCP_signé.pdf', true],
    ['le CCAP', 'plan.pdf', false],
    ['le CCAP', 'rccaps.pdf', false],
    ['le CCTP', 'Cahier_des_charges.pdf', true],
    ['le CCTP', 'CDC.pdf', true],
    ['le programme fonctionnel', 'programme.pdf', true],
    ['le programme fonctionnel', 'CdCF.pdf', true],
    ['l’acte d’engagement', 'ATTRI1.pdf', true],
    ['l’acte d’engagement', 'acte_d_engagement.pdf', true],
    ['l’acte d’engagement', 'AE-lot-2.pdf', true],
    ['l’acte d’engagement', 'ATTRI.pdf', true],
    ['l’acte d’engagement', 'acte engagement.pdf', true],
    ['le bordereau des prix unitaires', 'bordereau prix.xlsx', true],
    ['la DPGF', 'decomposition prix.xlsx', true],
    ['le plan du réseau', 'v1.2 plan.pdf', true],
    ['le plan R2', 'r2.pdf', false],
    ['les prix', 'Prix.pdf', true],
    ['l’acte d’engagement', 'aerien.pdf', false],
    ['le règlement du concours', 'règlement concours.pdf', true],
    ['le bordereau des prix unitaires', 'BPU.xlsx', true],
    ['le bordereau des prix unitaires', 'bordereau des prix.xlsx', true],
    ['le bordereau des prix unitaires', 'DQE.xlsx', false],
    ['la DPGF', 'Décomposition du prix.xlsx', true],
    ['le DQE', 'detail estimatif.xlsx', true],
    ['le plan du réseau', 'Plan_reseau.pdf', true],
    ['les plans des réseaux', 'reseau.pdf', true],
    ['le plan du réseau', 'carte.pdf', false],
    ['le cadre de réponse technique', 'CRT.xlsx', true],
    ['le cadre de réponse technique', 'cart.xlsx', false],
    ['la carte', 'c.pdf', false],
    ['les baux', 'bau.pdf', false],
    // The extension is no part of a name, nor are words that every document has.
    ['le fichier des pdf de mobilier', 'tout.pdf', false],
    ['le document annexe du dossier', 'tout.pdf', true],
    ['le lot de plans', 'lot.pdf', false],
    ['annexe 2 : inventaire des bornes', 'Annexe_2.pdf', true],
    ['annexe 2 : inventaire des bornes', 'Annexe 02 - bornes.pdf', true],
    ['annexe 2 : inventaire des bornes', 'RC ann n° 2.pdf', true],
    ['annexe 2 : inventaire des bornes', 'A2.pdf', true],
    ['annexe 2 : inventaire des bornes', 'Annexe_20.pdf', false],
    ['annexe 2 : inventaire des bornes', 'Annexe_12.pdf', false],
    ['annexe 2 : inventaire des bornes', 'bornes.xlsx', true],
  ];
  for (const [item, file, expected] of FILES)
    it(`« ${item} » is ${expected ? '' : 'not '}the file « ${file} »`, () =>
      assert.equal(there(item, [file]), expected));

  it('is a piece of its kind, whatever its file is called', () => {
    assert.equal(there('le CCAP', [], ['piece2.md', '# Cahier des clauses administratives particulières\n']), true);
    assert.equal(there('le CCTP', [], ['piece3.md', '# Programme fonctionnel\n']), true);
    assert.equal(there('le programme fonctionnel', [], ['piece3.md', '# CCTP\n']), true);
    assert.equal(there('le règlement du concours', []), true);
    assert.equal(there('le présent règlement', []), true);
    assert.equal(there('le CCAP', [], ['piece3.md', '# CCTP\n']), false);
  });

  it('is a piece of its kind: an acte d’engagement, a règlement, a schedule in its title', () => {
    assert.equal(there('l’acte d’engagement', [], ['piece4.md', '# Acte d’engagement\n']), true);
    assert.equal(there('la DPGF', [], ['piece4.md', '# Décomposition du prix\n']), true);
    assert.equal(there('le DQE', [], ['piece4.md', '# Détail estimatif\n']), true);
    const all = consultation([
      { path: 'note.md', text: listed('le présent règlement') },
      { path: 'piece1.md', text: '# Règlement du concours\n' },
    ]);
    const [note] = all.pieces as [Piece];
    assert.deepEqual(
      note.ask(piecesListe).map((p) => [p.nom, isThere({ ...p, nom: 'reglement-concours' }, note)]),
      [['rc', true]],
    );
  });

  it('may be a part of another piece: a schedule of prices, an annex, what bears its title', () => {
    const ae = (title: string) => ['ae.md', `# Acte d’engagement\n\n## ${title}\n\nTexte.\n`] as const;
    assert.equal(there('le BPU', [], ae('Bordereau des prix')), true);
    assert.equal(there('le BPU', [], ae('Prix')), false);
    assert.equal(there('le CCAP', [], ae('CCAP')), false);
    assert.equal(there('annexe 2 : inventaire des bornes', [], ae('Annexe 2')), true);
    assert.equal(there('annexe 2 : inventaire des bornes', [], ae('Inventaire de toutes les bornes')), true);
    assert.equal(there('annexe 2 : inventaire des bornes', [], ae('Bornes')), false);
    assert.equal(there('annexe 2 : inventaire des bornes', [], ae('Annexe 3')), false);
  });

  it('is looked for among the pieces by their paths too', () =>
    assert.equal(there('le plan du réseau', [], ['plan-reseau.md', 'Texte.\n']), true));
});

describe('a piece that stands for another, in any of the pieces', () => {
  it('is told once for all', () => {
    const all = consultation([
      { path: 'rc.md', text: 'Texte.' },
      { path: 'ccap.md', text: 'Le présent CCAP vaut CCTP.' },
    ]);
    assert.equal(isHeldByAnother(all, standingFor(/cctp/)), true);
  });
});

describe('a piece that stands for another', () => {
  const held = (text: string) =>
    isHeldByAnother(open(text).consultation, standingFor(/(?:cctp|cahier des clauses techniques)/));
  const CASES: readonly (readonly [text: string, held: boolean])[] = [
    ['Le CCAP valant CCTP est joint.', true],
    ['Le CCAP vaut également CCTP.', true],
    ['Le présent règlement tient lieu de cahier des clauses techniques.', true],
    ['Le règlement, faisant office de CCTP, est joint.', true],
    ['L’acte d’engagement valant à la fois CCAP et CCTP', true],
    ['L’acte d’engagement valant règlement et CCTP', true],
    ['Le CCTP valant CCAP est joint.', false],
    ['Le CCAP et le CCTP sont joints.', false],
    ['Le prévalant CCTP', false],
  ];
  for (const [text, expected] of CASES)
    it(`is ${expected ? '' : 'not '}told by « ${text} »`, () => assert.equal(held(text), expected));
});
