import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const HEAD = '---\ndce:\n  piece: rc\n  procedure: appel-offres-ouvert\n---\n\n# Règlement de la consultation\n\n';
const VARIANTS = 'Les variantes sont autorisées.';
const rule = (id: string) => rules.filter((r) => r.id === id);
const minimum = rule('variantes/exigences-minimales');

describe('ghost text', () => {
  let d: Dialogue;
  const open = async (text: string, only = minimum, settings: unknown = {}) => {
    d = await Dialogue.start({ rules: only, settings });
    await d.open(RC, HEAD + text);
  };
  afterEach(() => d.end());

  it('is announced by the server', async () => {
    await open('');
    assert.equal(d.capabilities.inlineCompletionProvider, true);
  });

  describe('proposes what a rule would insert', () => {
    it('after the sentence that authorises variants, at its end and on the line below', async () => {
      await open(`## Variantes\n\n${VARIANTS}`);
      const [atEnd] = await d.ghosts(RC, VARIANTS);
      assert.match(atEnd ?? '', /^\n\n.*exigences minimales/is);
      await d.type(RC, VARIANTS, `${VARIANTS}\n`);
      assert.deepEqual(await d.ghosts(RC, `${VARIANTS}\n`), [atEnd?.replace(/^\n/, '')]);
      await d.type(RC, `${VARIANTS}\n`, `${VARIANTS}\n\n`);
      assert.deepEqual(await d.ghosts(RC, `${VARIANTS}\n\n`), [atEnd?.trimStart()]);
    });

    it('as the fix of the light bulb writes it, with its tab stops', async () => {
      await open(`${VARIANTS}\n`);
      const [fix] = await d.actions(RC, 'autorisées');
      const [ghost] = await d.ghosts(RC, VARIANTS);
      assert.equal(d.after(RC, fix?.edit), `${HEAD}${VARIANTS}${ghost}\n`);
      const raw = await d.request<{ insertText: { kind?: string } }[]>('textDocument/inlineCompletion', {
        textDocument: { uri: RC },
        position: d.rangeOf(RC, VARIANTS).end,
        context: { triggerKind: 2 },
      });
      assert.equal(raw[0]?.insertText.kind, 'snippet');
    });

    it('with an empty line before what follows, and the line ends of the draft', async () => {
      await open(`${VARIANTS}\n\n## Suite\n`.replace(/\n/g, '\r\n'));
      const [ghost = ''] = await d.ghosts(RC, `${VARIANTS}\r\n`);
      assert.match(ghost, /^\r\n\S[\s\S]*\S\r\n$/);
      assert.doesNotMatch(ghost, /[^\r]\n/);
    });

    it('after a criterion without weight: what is missing to a hundred', async () => {
      const text = '## Critères\n\n- Prix : 45 %\n- Qualité : 25 %\n- Délai de livraison\n';
      await open(text, rule('criteres/ponderation-absente'));
      assert.deepEqual(await d.ghosts(RC, 'Délai de livraison'), [' : 30 %']);
      await d.type(RC, 'Délai de livraison', 'Délai de livraison ');
      assert.deepEqual(await d.ghosts(RC, 'Délai de livraison '), [': 30 %']);
    });

    it('in the row or item of a tranche without amount', async () => {
      const text = '- Tranche ferme : refonte du site, 80 000 € HT ;\n- Tranche optionnelle : application mobile\n';
      await open(text, rule('tranches/montant-indefini'));
      assert.deepEqual(await d.ghosts(RC, 'application mobile'), [', [à compléter : montant] € HT']);
    });

    it('after a lot without object, and after a negotiation without its guarantees', async () => {
      const text = 'Le marché comprend deux lots :\n\n- Lot 1 : maçonnerie\n- Lot 2\n';
      await open(text, rule('allotissement/lot-sans-objet'));
      assert.deepEqual(await d.ghosts(RC, 'Lot 2'), [' : [à compléter : objet]']);
      d.end();
      const said = 'Une phase de négociation pourra être mise en œuvre par écrit ou par audition.';
      await open('', rule('procedure/negociation-garanties'));
      await d.open(RC, `${HEAD.replace('appel-offres-ouvert', 'mapa')}## Offres\n\n${said}\n`);
      const [ghost = ''] = await d.ghosts(RC, said);
      assert.match(ghost, /^\n\n.*égalité/is);
    });

    it('in the empty cell of a table, whose spaces are kept', async () => {
      const table = '| Critère | Pondération |\n|---|---|\n| Prix | 45 % |\n| Délai | |\n';
      await open(`## Critères\n\n${table}`, rule('criteres/ponderation-absente'));
      assert.deepEqual(await d.ghosts(RC, '| Délai | '), ['55 %']);
      assert.deepEqual(await d.ghosts(RC, '| Délai |'), [' 55 %']);
      assert.deepEqual(await d.ghosts(RC, '| Délai'), []);
      d.end();
      const tranches = '| Tranche | Objet | Montant HT |\n|---|---|---|\n| Ferme | Étude | 40 000 € |\n';
      await open(`${tranches}| Optionnelle 1 | Travaux | |\n`, rule('tranches/montant-indefini'));
      assert.deepEqual(await d.ghosts(RC, '| Travaux | '), ['[à compléter : montant] € HT']);
    });

    it('after the criteria that have none on the environment, as a row or an item', async () => {
      const text = '## Critères\n\n- Prix : 55 %\n- Qualité : 45 %';
      await open(`${text}\n`, rule('criteres/environnemental'));
      const [item = ''] = await d.ghosts(RC, 'Qualité : 45 %\n');
      assert.match(item, /^- .*environnement/i);
    });
  });

  describe('stays silent', () => {
    it('while the sentence is not finished, elsewhere in the text, and where words follow', async () => {
      await open(`Les variantes sont autorisées\n\nLe marché dure un an.\n`);
      assert.equal((await d.findings(RC)).length, 1);
      assert.deepEqual(await d.ghosts(RC, 'sont autorisées'), []);
      await d.type(RC, 'autorisées', 'autorisées.');
      assert.deepEqual(await d.ghosts(RC, 'un an.'), []);
      assert.deepEqual(await d.ghosts(RC, 'Les variantes'), []);
    });

    it('on what the whole piece lacks', async () => {
      await open('Le marché dure un an.\n', rule('variantes/non-mentionnees'));
      assert.equal((await d.findings(RC)).length, 1);
      assert.deepEqual(await d.ghosts(RC, 'un an.'), []);
    });

    it('when it is switched off, and in a file that is no piece', async () => {
      await open(VARIANTS, minimum, { suggestions: false });
      assert.deepEqual(await d.ghosts(RC, VARIANTS), []);
      const notes = 'file:///marches/2027/notes.md';
      await d.open(notes, '# Notes\n\nAppeler Paul.\n');
      assert.deepEqual(await d.ghosts(notes, 'Paul.'), []);
    });
  });

  describe('once refused is not proposed again at its place', () => {
    const offered = async (after = VARIANTS) => (await d.ghosts(RC, after)).length;

    it('when the client says that Escape was pressed, unless the buyer asks for it', async () => {
      await open(`${VARIANTS}\n`);
      assert.equal(await offered(), 1);
      assert.equal(await offered(), 1, 'the same request twice is one proposal');
      assert.equal(await d.request('dce-lint/refuse', { uri: RC }), null);
      assert.equal(await offered(), 0);
      await d.type(RC, VARIANTS, `${VARIANTS}\n`);
      assert.equal(await offered(`${VARIANTS}\n`), 0);
      assert.equal((await d.ghosts(RC, `${VARIANTS}\n`, true)).length, 1);
    });

    it('when the buyer has gone to write elsewhere', async () => {
      await open(`${VARIANTS}\n\nLe marché dure un an.\n`);
      assert.equal(await offered(), 1);
      await d.type(RC, 'un an', 'deux ans');
      assert.equal(await offered('deux ans'), 0);
      assert.equal(await offered(), 0);
    });

    it('in the paragraph, when the buyer has gone on after the sentence; on the line below it comes once more', async () => {
      await open(`${VARIANTS}\n`);
      assert.equal(await offered(), 1);
      await d.type(RC, VARIANTS, `${VARIANTS} Un plan est joint.`);
      assert.equal(await offered('Un plan est joint.'), 0);
      await d.type(RC, 'Un plan est joint.', 'Un plan est joint. Il est coté.');
      assert.equal(await offered('Il est coté.'), 0);
      await d.type(RC, 'Il est coté.', 'Il est coté.\n');
      assert.equal(await offered('Il est coté.\n'), 1);
      await d.type(RC, 'Il est coté.\n', 'Il est coté.\n\nLe marché dure un an.');
      assert.equal(await offered('dure un an.'), 0);
      assert.equal(await offered('Il est coté.\n'), 0);
    });

    it('but it stays while a name is still being written, and while it is written by hand', async () => {
      const text = '## Critères\n\n- Prix : 45 %\n- Qualité : 25 %\n- Délai\n';
      await open(text, rule('criteres/ponderation-absente'));
      assert.deepEqual(await d.ghosts(RC, 'Délai'), [' : 30 %']);
      await d.type(RC, 'Délai', 'Délai de livraison');
      assert.deepEqual(await d.ghosts(RC, 'Délai de livraison'), [' : 30 %']);
      await d.type(RC, 'Délai de livraison', 'Délai de livraison : 3');
      assert.deepEqual(await d.ghosts(RC, 'Délai de livraison : 3'), ['0 %']);
    });

    it('and what is taken is not taken for a refusal', async () => {
      await open(`${VARIANTS}\n`, [...minimum, ...rule('variantes/criteres-evaluation')]);
      const [first = '', ...others] = await d.ghosts(RC, VARIANTS);
      assert.equal(others.length, 1);
      await d.type(RC, VARIANTS, VARIANTS + first);
      const end = first.slice(-20);
      await d.type(RC, end, `${end}\n`);
      await d.ghosts(RC, `${end}\n`);
      await d.type(RC, first.trim(), '');
      assert.equal(await offered(), 2);
    });
  });
});
