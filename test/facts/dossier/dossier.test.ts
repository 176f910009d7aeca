import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { dissents, type Matter } from '../../../rules/facts/dossier/dossier.ts';
import { objetMatter } from '../../../rules/facts/dossier/objet.ts';
import { differ } from '../../../rules/facts/piece/sens.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

/** The number that follows « vaut », in each place. */
const worth: Matter<string> = {
  read: (piece) =>
    piece.draft.sentences.flatMap((sentence) => {
      const found = sentence.find(/vaut (?<value>\d+)/);
      return found ? [{ piece, at: sentence.at(found), value: found.groups.value ?? '', shown: found.text }] : [];
    }),
  agree: (a, b) => a.value === b.value,
};

const compare = (texts: Readonly<Record<string, string>>): string[] => {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text: `# ${path.split('-')[0]}\n\n## 1. Valeur\n\n${text}`,
  }));
  return dissents(openConsultation(files, { date: '2026-12-01' }), worth).map(
    ({ ours, theirs }) =>
      `${ours.piece.path} ${ours.value} / ${theirs.map((t) => `${t.piece.path} ${t.value}`).join(', ')}`,
  );
};

describe('comparing the pieces of a consultation', () => {
  it('reports both places of two pieces, each pointing at the other', () => {
    assert.deepEqual(compare({ 'RC-a.md': 'Il vaut 1.', 'CCAP-a.md': 'Il vaut 2.' }), [
      'RC-a.md 1 / CCAP-a.md 2',
      'CCAP-a.md 2 / RC-a.md 1',
    ]);
  });

  it('reports those that dissent from the most common value, and the first of the others', () => {
    const found = compare({
      'AE-a.md': 'Il vaut 2.',
      'CCTP-a.md': 'Il vaut 2.',
      'RC-a.md': 'Il vaut 1.',
      'CCAP-a.md': 'Il vaut 2.',
    });
    assert.deepEqual(found, ['CCAP-a.md 2 / RC-a.md 1', 'RC-a.md 1 / CCAP-a.md 2']);
  });

  it('takes the first piece for the reference where no value is the most common', () => {
    const found = compare({ 'CCAP-a.md': 'Il vaut 2.', 'CCTP-a.md': 'Il vaut 3.', 'RC-a.md': 'Il vaut 1.' });
    assert.deepEqual(found, [
      'RC-a.md 1 / CCAP-a.md 2, CCTP-a.md 3',
      'CCAP-a.md 2 / RC-a.md 1',
      'CCTP-a.md 3 / RC-a.md 1',
    ]);
  });

  it('leaves two pieces of one kind that differ to themselves', () => {
    assert.deepEqual(compare({ 'RC-a.md': 'Il vaut 1.', 'RC-b.md': 'Il vaut 2.', 'CCAP-a.md': 'Il vaut 3.' }), []);
  });

  it('takes a piece that says two things to agree with both', () => {
    assert.deepEqual(compare({ 'RC-a.md': 'Il vaut 1. Il vaut 2.', 'CCAP-a.md': 'Il vaut 2.' }), []);
  });

  it('is silent where one piece alone speaks', () => {
    assert.deepEqual(compare({ 'RC-a.md': 'Il vaut 1.', 'CCAP-a.md': 'Rien.' }), []);
  });
});

describe('telling two objects apart', () => {
  const same: readonly (readonly [string, string])[] = [
    ['le nettoyage des locaux administratifs', "l'entretien menager des bureaux"],
    ["la fourniture et la pose de bornes d'accueil", "l'acquisition, l'installation et la maintenance de bornes"],
    ['la refonte du portail des partenaires', "une plateforme d'echanges avec les partenaires"],
    ['la location de vehicules de service', 'la location longue duree de voitures'],
    ['la refection des journaux lumineux', 'la reprise du journal lumineux'],
    ['la fourniture de repas pour les creches', 'la preparation de denrees (produits bio) pour la creche'],
    ['le diagnostic des ponts', 'une etude des ponts et passerelles'],
    ['l’achat de pc', "l'acquisition d'ordinateurs portables"],
    ['la demolition de l’ancienne gare', 'la deconstruction de la gare'],
    ['la peinture des bureaux', 'la decoration des locaux'],
    ["l'extension des reseaux", 'le renforcement du reseau'],
    ['un bilan environnemental', "l'etude de l'environnement"],
    ['la tonte des pelouses du cimetiere', 'le fauchage, la tonte et le ramassage au stade'],
    ['des prestations diverses', 'le nettoyage des vitres'],
    ["prestations d'assistance", 'accompagnement'],
    ['la renovation du batiment a energie positive', 'la renovation du batiment'],
    ['la renovation des batiments a et b', 'la renovation du batiment b'],
    ['la surveillance des 3 sites', 'la surveillance de 4 sites sur 2 ans'],
  ];
  for (const [a, b] of same)
    it(`takes « ${a} » and « ${b} » for one`, () => {
      assert.equal(differ(a, b), false);
      assert.equal(differ(b, a), false);
    });
  const other: readonly (readonly [string, string])[] = [
    ['la maintenance des ascenseurs', 'la maintenance des chaudieres'],
    ['une application de reservation de salles', 'un logiciel de paie'],
    ['le nettoyage des locaux', 'le gardiennage des locaux'],
    ['la renovation du batiment d', 'la renovation du batiment f'],
    ['la renovation du batiment a', 'la renovation du batiment d'],
    ['les travaux de l’axe 2', 'les travaux de l’axe 3'],
    ['la location de chariots', "l'acquisition de chariots"],
    ['la fourniture de materiel', 'la fourniture de carburant'],
    ['la tonte des pelouses du cimetiere', 'la taille des arbres du cimetiere'],
    ['la formation des agents', 'le transport des agents'],
    ['l’impression du bulletin', 'la traduction des contrats'],
    ['les materiels de signalisation routiere', 'les materiels de projection scenique'],
  ];
  for (const [a, b] of other)
    it(`takes « ${a} » and « ${b} » for two`, () => {
      assert.equal(differ(a, b), true);
      assert.equal(differ(b, a), true);
    });
});

describe('the object of a contract', () => {
  const read = (text: string) =>
    objetMatter.read(open([{ path: 'rc.md', text: `# Règlement\n\n${text}\n` }]).pieces[0] as Piece);
  it('is underlined with its sentence', () => {
    const [said] = read('Le marché a pour objet le nettoyage des locaux.');
    assert.equal(said?.shown, '« le nettoyage des locaux »');
    assert.equal(
      '# Règlement\n\nLe marché a pour objet le nettoyage des locaux.'.slice(said?.at.start, said?.at.end),
      'Le marché a pour objet le nettoyage des locaux.',
    );
    assert.deepEqual(read('Le marché dure un an.'), []);
  });
  it('is looked for in the first two places that give it', () => {
    const said = read(
      ['le nettoyage des locaux', 'la location de chariots', 'la tonte des pelouses']
        .map((object) => `Le marché a pour objet ${object}.`)
        .join('\n\n'),
    );
    assert.deepEqual(
      said.map((s) => s.shown),
      ['« le nettoyage des locaux »', '« la location de chariots »'],
    );
  });
  it('agrees with itself in other words', () => {
    const agree = (a: string, b: string) => {
      const [x, y] = [a, b].map((object) => read(`Le marché a pour objet ${object}.`)[0]);
      assert.ok(x && y);
      return objetMatter.agree(x, y);
    };
    assert.equal(agree('le nettoyage des locaux', 'l’entretien ménager des bureaux'), true);
    assert.equal(agree('le nettoyage des locaux', 'la location de chariots'), false);
  });
});

describe('an object told in prose', () => {
  const apart = (rc: string, ccap: string): boolean =>
    dissents(
      open([
        { path: 'rc.md', text: `# Règlement de la consultation\n\n${rc}\n` },
        { path: 'ccap.md', text: `# CCAP\n\n${ccap}\n` },
      ]),
      objetMatter,
    ).length > 0;
  it('differs where it has no word in common with the other', () => {
    assert.equal(
      apart('Le marché concerne : la reliure des registres.', 'Le titulaire est chargé de la tonte des pelouses.'),
      true,
    );
  });
  it('is the same where it has one', () => {
    assert.equal(
      apart('Le marché concerne : la reliure des registres.', 'Le titulaire est chargé de relier les registres.'),
      false,
    );
  });
  it('is not told further down, nor of a part of the contract', () => {
    const far = 'Clause.\n\n'.repeat(8);
    assert.equal(
      apart(
        'Le marché concerne : la reliure des registres.',
        `${far}Le titulaire est chargé de la tonte des pelouses.`,
      ),
      false,
    );
    assert.equal(
      apart(
        'Le marché concerne : la reliure des registres.',
        'Pour le lot 2, le titulaire est chargé de la tonte des pelouses.',
      ),
      false,
    );
  });
});
