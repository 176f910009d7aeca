import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { clausesMarquees, pointsOf } from '../../../rules/facts/redaction/clauses-marquees.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'ccap.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('a text that comes from the library of clauses', () => {
  /** « pi-prix: La cession est comprise. / Elle est ferme. »: the clause and its passages. */
  const read = (text: string) =>
    open(text)
      .ask(clausesMarquees)
      .map((c) => `${c.id}: ${c.passages.map((p) => p.text).join(' / ')}`);
  const CASES: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
    ['up to the end', '<!-- clause: pi-prix -->\n\nUn.\n\n- Deux.\n', 'pi-prix: Un. / Deux.'],
    ['up to the next heading', '<!-- clause: pi-prix -->\n\nUn.\n\n## Prix\n\nDeux.\n', 'pi-prix: Un.'],
    [
      'up to the next mark',
      '<!-- clause: pi-prix -->\n\nUn.\n\n<!-- clause: pi-lieu -->\n\nDeux.\n',
      'pi-prix: Un.',
      'pi-lieu: Deux.',
    ],
    [
      'up to a bold title on a line of its own',
      '<!-- clause: pi-prix -->\n\nUn.\n\n**5. Durée**\n\nDeux.\n',
      'pi-prix: Un.',
    ],
    [
      'past a title that runs into its text',
      '<!-- clause: pi-prix -->\n\nUn.\n\n**Durée.** Deux.\n',
      'pi-prix: Un. / Durée. Deux.',
    ],
    ['in capitals and with spaces', '<!--  CLAUSE :  PI-Prix  -->\n\nUn.\n', 'pi-prix: Un.'],
    ['over two lines', '<!--\nclause: pi-prix\n-->\n\nUn.\n', 'pi-prix: Un.'],
    ['after other text', 'Zéro.\n\n<!-- clause: pi-prix -->\n\nUn.\n', 'pi-prix: Un.'],
    ['with nothing after it', 'Zéro.\n\n<!-- clause: pi-prix -->\n'],
    ['with a heading at once', '<!-- clause: pi-prix -->\n\n## Prix\n\nUn.\n'],
    ['before another mark at once', '<!-- clause: pi-prix -->\n\n<!-- clause: pi-lieu -->\n\nUn.\n', 'pi-lieu: Un.'],
    ['that says more than a name', '<!-- clause: pi-prix, adaptée -->\n\nUn.\n'],
    ['in a longer remark', '<!-- voir la clause: pi-prix -->\n\nUn.\n'],
    ['with a name too short', '<!-- clause: pi -->\n\nUn.\n'],
    ['in another comment', '<!-- à relire -->\n\nUn.\n'],
  ];
  for (const [name, text, ...expected] of CASES)
    it(`is marked ${name}: ${expected.join(' ; ') || 'none'}`, () => assert.deepEqual(read(text), expected));

  it('spans its blocks whole, after its mark, and knows its section', () => {
    const piece = open('## Droits\n\n<!-- clause: pi-prix -->\n\n- **Un**.\n- Deux.\n\nTrois.\n\n## Prix\n\nFerme.\n');
    const [clause] = piece.ask(clausesMarquees);
    assert.ok(clause);
    assert.equal(piece.draft.slice(clause.span), '- **Un**.\n- Deux.\n\nTrois.');
    assert.equal(clause.section.heading?.text, 'Droits');
  });
  it('begins after its mark where both stand in one block', () => {
    const piece = open('<!-- clause: pi-prix --> Un.\n');
    const [clause] = piece.ask(clausesMarquees);
    assert.equal(clause && piece.draft.slice(clause.span).includes('<!--'), clause && false);
  });
  it('is told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => clausesMarquees.show(open(text).ask(clausesMarquees), open(text));
    assert.deepEqual(shown('<!-- clause: pi-prix -->\n\nUn.\n'), ['pi-prix']);
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('the points that passages make', () => {
  /** Each point with the words that make it. */
  const points = (text: string, from = 0) => {
    const piece = open(text);
    const found = pointsOf(piece, piece.draft.passages.slice(from));
    return Object.fromEntries([...found].map(([point, at]) => [point, piece.draft.slice(at)]));
  };
  const GRANT =
    'Le titulaire cède à l’acheteur, à titre exclusif, les droits de reproduction et de représentation des résultats, en France, pour dix ans.';
  it('are the grant, who receives it, its rights and its bounds', () => {
    const found = points(`## Droits\n\n${GRANT}`);
    assert.equal(found.cession, GRANT);
    assert.equal(found.exclusivite, GRANT);
    assert.equal(found.beneficiaires, GRANT);
    assert.equal(found.reproduction, GRANT);
    assert.equal(found.représentation, GRANT);
    assert.equal(found.lieu, 'France');
    assert.equal(found.duree, 'dix ans');
    assert.deepEqual(
      ['traduction', 'prix', 'redevance', 'derogation'].filter((p) => p in found),
      [],
    );
  });
  it('are none where rights are not spoken of, nor who receives them where it is not said', () => {
    assert.deepEqual(points('## Droits\n\nLe prix est ferme.'), {});
    const found = points(`## Droits\n\n${GRANT.replace(' à l’acheteur,', '')}`);
    assert.equal('cession' in found && !('beneficiaires' in found), true);
  });
  it('are not the exclusivity of a grant that is not exclusive', () => {
    const found = points(`## Droits\n\n${GRANT.replace('à titre exclusif', 'à titre non exclusif')}`);
    assert.equal('exclusivite' in found, false);
    assert.equal(found.cession?.slice(0, 8), 'Le titul');
  });
  it('are those of results, and not of prior knowledge, where both are granted', () => {
    const prior =
      'Le titulaire concède à l’acheteur, pour cinq ans, le droit d’adaptation de ses connaissances antérieures.';
    const both = points(`## Droits\n\n${GRANT}\n\n${prior}`);
    assert.equal(both.duree, 'dix ans');
    assert.equal('adaptation' in both, false);
    const alone = points(`## Droits\n\n${prior}`);
    assert.equal(alone.cession, prior);
    assert.equal('adaptation' in alone, true);
  });
  it('are bounds alone where nothing is granted', () => {
    const found = points('## Droits\n\nLes droits sont exploités en France.\n\nDurée : dix ans.');
    assert.equal('cession' in found, false);
    assert.equal(found.duree !== undefined, true);
  });
  it('are those of the passages alone', () => {
    const text = `## Droits\n\nLes tiers désignés sont la Ville et l’État. Une redevance est due.\n\n${GRANT}\n`;
    assert.equal(points(text).cession, GRANT);
    assert.equal('redevance' in points(text, 2), false);
    const piece = open(text);
    const more = open(`${text}\nLe titulaire remet le code source.\n`);
    assert.equal(pointsOf(more, more.draft.passages.slice(0, 3)).has('code-source'), false);
    const first = pointsOf(piece, piece.draft.passages.slice(0, 2));
    assert.deepEqual([...first.keys()].sort(), ['beneficiaires', 'redevance']);
  });
  it('are who benefits and what is paid, in words of their own', () => {
    for (const [text, point] of [
      ['Les bénéficiaires sont les communes membres.', 'beneficiaires'],
      ['Les personnes suivantes reçoivent les fichiers : la Ville.', 'beneficiaires'],
      ['Les tiers désignés reçoivent les fichiers.', 'beneficiaires'],
      ['Une redevance est due chaque année.', 'redevance'],
      ['Une rémunération proportionnelle est due.', 'redevance'],
      ['L’auteur reçoit 5 % des recettes.', 'redevance'],
      ['L’acheteur reçoit 5 % du chiffre d’affaires.', 'redevance'],
    ] as const)
      assert.deepEqual(points(`## Droits\n\n${text}`)[point], text, text);
  });
  it('are the matters that go with rights, and a derogation to the CCAG', () => {
    const found = points(
      '## Droits\n\nPar dérogation à l’article 46 du CCAG-TIC, le titulaire cède à titre exclusif à l’acheteur les droits sur les résultats.\n\nLe titulaire remet le code source.\n\nLe titulaire garantit l’acheteur contre toute revendication de tiers.',
    );
    assert.match(found.derogation ?? '', /^Par dérogation/);
    assert.match(found['code-source'] ?? '', /code source/);
    assert.match(found.garantie ?? '', /garantit/);
  });
});
