import assert from 'node:assert/strict';
import { dossierTranches, namesAbsent } from '../../../rules/facts/tranches/dossier.ts';
import { open } from '../../rules/tester.ts';

type Texts = Readonly<Record<string, string>>;
const TITLES: Texts = { rc: 'Règlement', ccap: 'CCAP', cctp: 'CCTP', ae: 'Acte d’engagement', dpgf: 'DPGF' };
const openAll = (texts: Texts) =>
  open(
    Object.entries(texts).map(([name, text]) => ({
      path: `${name}.md`,
      text: `# ${TITLES[name] ?? name}\n\n${text}\n`,
    })),
  );
/** « ferme:1 | lot 2 | etude | 20000 | champ | rc.md ccap.md » */
const together = (texts: Texts): string[] =>
  dossierTranches(openAll(texts)).map(({ id, lot, object, amount, field, places }) =>
    [
      id,
      lot && `lot ${lot}`,
      object?.text,
      amount && String(amount.value ?? amount.kind),
      field && 'champ',
      places.map((p) => p.piece.path).join(' '),
    ]
      .filter(Boolean)
      .join(' | '),
  );

describe('the tranches of a consultation', () => {
  const LIST = '- Tranche ferme : étude des sols ;\n- Tranche optionnelle : pose des clôtures.';
  it('are put together from the RC, the CCTP, the CCAP and the AE, in this order', () => {
    assert.deepEqual(together({ ae: LIST, ccap: LIST, rc: 'Le marché dure un an.', cctp: LIST }), [
      'ferme:1 | etude des sols | cctp.md ccap.md ae.md',
      'optionnelle:1 | pose des clotures | cctp.md ccap.md ae.md',
    ]);
    assert.deepEqual(together({ rc: 'Le marché dure un an.' }), []);
  });
  it('have the object of the first place that gives one', () => {
    assert.deepEqual(together({ rc: '- Tranche ferme :\n- Tranche optionnelle :', ccap: LIST }), [
      'ferme:1 | etude des sols | rc.md ccap.md',
      'optionnelle:1 | pose des clotures | rc.md ccap.md',
    ]);
  });
  it('have the most precise price of all places', () => {
    const price = (words: string) => `- Tranche ferme : étude des sols, ${words}.`;
    assert.deepEqual(together({ rc: price('prix à définir'), ccap: price('20 000 € HT') }), [
      'ferme:1 | etude des sols | 20000 | rc.md ccap.md',
    ]);
    assert.deepEqual(together({ rc: price('entre 10 000 et 20 000 € HT'), ccap: price('prix à définir') }), [
      'ferme:1 | etude des sols | range | rc.md ccap.md',
    ]);
    assert.deepEqual(together({ rc: LIST, ccap: 'Le prix de la tranche ferme est de 20 000 € HT.' }), [
      'ferme:1 | etude des sols | 20000 | rc.md',
      'optionnelle:1 | pose des clotures | rc.md',
    ]);
  });
  it('have none where the form says that it is put off', () => {
    const ae =
      '| Tranche | Prix HT | TVA | Prix TTC |\n|---|---|---|---|\n| Tranche ferme | ………… € | ………… € | ………… € |\n| Tranche optionnelle | sur devis, à la demande | sans objet | sans objet |';
    assert.deepEqual(together({ rc: LIST, ae }), [
      'ferme:1 | etude des sols | champ | rc.md ae.md',
      'optionnelle:1 | pose des clotures | open | rc.md ae.md',
    ]);
  });
  it('have no price in what is paid where they are not ordered', () => {
    const ae =
      'L’indemnité due au titre de la tranche ferme, si elle n’est pas exécutée dans le délai dit plus haut, est de 14 500 €, et de 3 000 € pour la tranche optionnelle. Celle de la tranche optionnelle 1, en cas d’attente, est de 6 000 €.';
    assert.deepEqual(together({ rc: LIST, ae }), [
      'ferme:1 | etude des sols | rc.md',
      'optionnelle:1 | pose des clotures | rc.md',
    ]);
  });
  it('of several lots stand apart, and what is said for all goes to each', () => {
    const lots = (one: string, two: string) =>
      `Lot 1 :\n\n- Tranche ferme : ${one}.\n\nLot 2 :\n\n- Tranche ferme : ${two}.`;
    assert.deepEqual(together({ rc: lots('étude des sols, 10 000 € HT', 'plans, 20 000 € HT') }), [
      'ferme:1 | lot 1 | etude des sols | 10000 | rc.md',
      'ferme:1 | lot 2 | plans | 20000 | rc.md',
    ]);
    assert.deepEqual(
      together({
        rc: lots('étude des sols', 'plans'),
        ccap: '## Lot 2\n\nLe prix de la tranche ferme est de 20 000 € HT.',
      }),
      ['ferme:1 | lot 1 | etude des sols | rc.md', 'ferme:1 | lot 2 | plans | 20000 | rc.md'],
    );
  });
  it('of one lot are those of a piece that does not name it', () => {
    assert.deepEqual(
      together({ rc: '- Tranche ferme : étude des sols.', ccap: 'Lot 2 :\n\n- Tranche ferme : étude, 20 000 € HT.' }),
      ['ferme:1 | lot 2 | etude des sols | 20000 | rc.md ccap.md'],
    );
  });
  it('have a field for their price in a form, by name, or for each of them', () => {
    assert.deepEqual(together({ rc: LIST, ae: '- TF : ______ € HT\n- TO 1 : voir le mémoire' }), [
      'ferme:1 | etude des sols | champ | rc.md ae.md',
      'optionnelle:1 | pose des clotures | rc.md ae.md',
    ]);
    for (const ae of ['Prix de chaque tranche : ______', 'Prix par tranche : ........'])
      assert.deepEqual(together({ rc: LIST, ae }), [
        'ferme:1 | etude des sols | champ | rc.md',
        'optionnelle:1 | pose des clotures | champ | rc.md',
      ]);
    const elsewhere: readonly Texts[] = [
      { rc: `${LIST}\n\nPrix de chaque tranche : ______` },
      { rc: LIST, ae: 'Prix du marché : ______' },
      { rc: LIST, ae: 'Prix de chaque tranche : voir le DPGF' },
    ];
    for (const texts of elsewhere) assert.ok(!together(texts).join().includes('champ'), JSON.stringify(texts));
  });
});

describe('a text names a piece that the folder does not hold', () => {
  const absent = (text: string, kinds: Parameters<typeof namesAbsent>[1], others: Texts = {}, forPrices = false) =>
    namesAbsent(openAll({ rc: text, ...others }), kinds, forPrices);
  it('by its name or what it is shortened to', () => {
    for (const [kind, text] of [
      ['ae', 'Le prix figure à l’acte d’engagement.'],
      ['ae', 'Le prix figure à l’A.E.'],
      ['ccap', 'Le prix figure au CCAP.'],
      ['ccap', 'Voir le cahier des clauses administratives particulières.'],
      ['cctp', 'Voir le cahier des charges.'],
      ['cctp', 'Voir le CAHIER DES CLAUSES TECHNIQUES PARTICULIERES du marché.'],
      ['prix', 'Le prix figure au DPGF.'],
      ['prix', 'Voir la décomposition du prix global et forfaitaire.'],
      ['prix', 'Voir le bordereau des prix unitaires.'],
      ['prix', 'Voir le BPU.'],
      ['prix', 'Voir l’annexe financière.'],
    ] as const) {
      assert.equal(absent(text, [kind]), true, text);
      assert.equal(absent(text, []), false, text);
      assert.equal(absent(text, kind === 'ae' ? ['ccap', 'cctp', 'prix'] : ['ae']), false, text);
    }
    assert.equal(absent('Le marché dure un an.', ['ae', 'ccap', 'cctp', 'prix']), false);
  });
  it('and not where the folder holds it', () => {
    assert.equal(absent('Le prix figure au CCAP.', ['ccap'], { ccap: 'Texte.' }), false);
    assert.equal(absent('Le prix figure au DPGF.', ['prix'], { dpgf: 'Texte.' }), false);
    assert.equal(absent('Le prix figure au DPGF.', ['prix'], { 'decomposition-lot-1': 'Texte.' }), false);
    assert.equal(absent('Le prix figure au BPU.', ['prix'], { 'bordereau-prix': 'Texte.' }), false);
    assert.equal(absent('Le prix figure au BPU.', ['prix'], { dpgf: 'Texte.' }), true);
    assert.equal(absent('Voir l’annexe financière.', ['prix'], { 'annexe-2-prix': 'Texte.' }), false);
    assert.equal(absent('Voir le règlement de la consultation.', ['rc']), false);
  });
  it('nor where another stands for it', () => {
    assert.equal(absent('Le prix figure au CCAP.', ['ccap'], { cctp: 'Le présent document vaut CCAP.' }), false);
  });
  it('in a sentence on prices, where these are asked for', () => {
    const text = 'Les pénalités figurent au CCAP. Le prix est ferme.';
    assert.equal(absent('Le prix figure au CCAP.', ['ccap'], {}, true), true);
    assert.equal(absent(text, ['ccap'], {}, true), false);
  });
  it('in whichever piece', () => {
    assert.equal(absent('Le marché dure un an.', ['ae'], { cctp: 'Voir l’acte d’engagement.' }), true);
  });
});
