import assert from 'node:assert/strict';
import { check } from '../../server/core/check.ts';
import { applyEdits, type Finding } from '../../server/core/lint.ts';
import { readSettings, resolveSettings } from '../../server/core/settings.ts';
import { suppression } from '../../server/core/suppression.ts';
import { consult, testRules } from './texts.ts';

const TITLE = '# Règlement de la consultation\n\n';

const run = (body: string, settings: unknown = {}) => {
  const text = TITLE + body;
  const consultation = consult({ 'rc.md': text });
  const layers = [readSettings(settings, 'essai', testRules)];
  const result = check(consultation, { rules: testRules, settings: resolveSettings(layers), rethrow: true });
  const show = (f: Finding) => `${f.rule.id} « ${text.slice(f.at.start, f.at.end)} »`;
  return { ...result, text, shown: result.findings.map(show) };
};

describe('a suppression comment', () => {
  it('sets aside the findings of its rule in the next block, and keeps its reason', () => {
    const { shown, suppressed } = run(
      '<!-- dce-lint-ignore-next test/mot : terme du programme -->\nUn projet innovant.\n\nUn autre projet innovant.\n',
    );
    assert.deepEqual(shown, ['test/mot « innovant »']);
    assert.deepEqual(
      suppressed.map((s) => [s.finding.rule.id, s.reason]),
      [['test/mot', 'terme du programme']],
    );
  });

  it('holds over a whole table or list that follows, blank line or not', () => {
    const table = '| Lot | Objet |\n| --- | --- |\n| 1 | innovant |\n| 2 | innovant |\n';
    assert.deepEqual(run(`<!-- dce-lint-ignore-next test/mot : repris tel quel -->\n\n${table}`).shown, []);
    assert.deepEqual(
      run('<!-- dce-lint-ignore-next test/mot : repris tel quel -->\n- innovant\n- innovant\n').shown,
      [],
    );
  });

  it('holds over the one row or item that it names by its first words', () => {
    const table = '| Lot | Objet |\n| --- | --- |\n| Bâti | innovant |\n| Voirie | innovant |\n';
    const one = run(`<!-- dce-lint-ignore-next test/mot « voirie » : repris tel quel -->\n\n${table}`);
    assert.deepEqual(one.shown, ['test/mot « innovant »']);
    assert.ok((one.findings[0]?.at.start ?? 0) < one.text.indexOf('Voirie'));
    const list = '- projet innovant un ;\n- projet innovant deux :\n  - bien innovant.\n';
    const item = run(`<!-- dce-lint-ignore-next test/mot « Projet innovant deux » : cité -->\n${list}`);
    assert.equal(item.suppressed.length, 1);
    assert.equal(item.shown.length, 2);
  });

  it('says so when no line begins with those words any more, and sets nothing aside', () => {
    const list = '- projet innovant ;\n- projet sobre.\n';
    const { shown, findings, text } = run(`<!-- dce-lint-ignore-next test/mot « offre » : cité -->\n${list}`);
    assert.deepEqual(shown, ['dce-lint/suppression-inutile « « offre » »', 'test/mot « innovant »']);
    const [gone] = findings;
    assert.match(gone?.message ?? '', /ne commence plus par « offre »/);
    assert.equal(applyEdits(text, gone?.fixes[0]?.edits ?? []), TITLE + list);
  });

  it('takes an anchor that is never closed for a name that is none', () => {
    const { shown } = run('<!-- dce-lint-ignore-next test/mot « x : y -->\n- innovant\n- sobre\n');
    assert.ok(shown.includes('dce-lint/suppression-inconnue « « »'));
  });

  it('holds over the next line when it stands in a block', () => {
    const list = '- a\n  <!-- dce-lint-ignore-next test/mot : cité -->\n- innovant\n- innovant\n';
    const { shown, suppressed } = run(list);
    assert.equal(suppressed.length, 1);
    assert.equal(shown.length, 1);
  });

  it('can be stacked on another with another reason', () => {
    const { shown } = run(
      '<!-- dce-lint-ignore-next test/mot : un motif -->\n<!-- dce-lint-ignore-next test/espaces : un autre -->\nProjet  innovant.\n',
    );
    assert.deepEqual(shown, []);
  });

  it('names several rules, separated by commas, or a theme', () => {
    const both = run('<!-- dce-lint-ignore-next test/mot, test/espaces : x y -->\nProjet  innovant.\n');
    assert.deepEqual(both.shown, []);
    assert.equal(both.suppressed.length, 2);
    const theme = run('<!-- dce-lint-ignore-next test/* : x y -->\nProjet  innovant.\n');
    assert.deepEqual(theme.shown, []);
    assert.equal(theme.suppressed.length, 2);
  });

  it('holds for the whole piece with « file », wherever it stands', () => {
    assert.deepEqual(
      run('Projet innovant.\n\nUn autre, innovant.\n\n<!-- dce-lint-ignore-file test/mot : charte -->\n').shown,
      [],
    );
  });

  it('holds between start and end, for the rules that are ended', () => {
    const { shown } = run(
      '<!-- dce-lint-ignore-start test/mot, test/espaces : annexe -->\nProjet  innovant.\n\n<!-- dce-lint-ignore-end test/mot -->\n\nProjet  innovant.\n\n<!-- dce-lint-ignore-end -->\n\nProjet  innovant.\n',
    );
    assert.deepEqual(shown, ['test/mot « innovant »', 'test/espaces «    »', 'test/mot « innovant »']);
  });

  it('without a reason has no effect and is said', () => {
    const { shown } = run('<!-- dce-lint-ignore-next test/mot -->\nProjet innovant.\n');
    assert.deepEqual(shown, [
      'dce-lint/suppression-sans-motif « <!-- dce-lint-ignore-next test/mot --> »',
      'test/mot « innovant »',
    ]);
  });

  it('with a reason still to be written has no effect and is said', () => {
    const { findings } = run('<!-- dce-lint-ignore-next test/mot : [à compléter : motif] -->\nProjet innovant.\n');
    assert.deepEqual(
      findings.map((f) => [f.rule.id, f.level]),
      [
        ['dce-lint/suppression-sans-motif', 'warning'],
        ['test/mot', 'warning'],
      ],
    );
  });

  it('of an unknown rule is said with the nearest name, and its fix makes it work', () => {
    const { findings, text, shown } = run('<!-- dce-lint-ignore-next test/mots : charte -->\nProjet innovant.\n');
    assert.deepEqual(shown, ['dce-lint/suppression-inconnue « test/mots »', 'test/mot « innovant »']);
    const fixed = applyEdits(text, findings[0]?.fixes[0]?.edits ?? []) as string;
    assert.deepEqual(run(fixed.slice(TITLE.length)).shown, []);
  });

  it('of one unknown rule more than a piece ever has is said without a name', () => {
    const many = Array.from({ length: 51 }, (_, i) => `<!-- dce-lint-ignore-next test/mots${i} : charte -->`).join(
      '\n',
    );
    const { findings } = run(`${many}\nProjet.\n`);
    const named = findings.filter((f) => f.fixes.length > 0);
    assert.deepEqual([findings.length, named.length], [51, 50]);
    assert.equal(findings[50]?.message, '« test/mots50 » n’est pas une règle : suppression sans effet.');
  });

  it('that sets nothing aside is said, and its fix takes the line away', () => {
    const { findings, text, shown } = run('<!-- dce-lint-ignore-next test/mot : charte -->\nProjet sobre.\n');
    assert.deepEqual(shown, ['dce-lint/suppression-inutile « test/mot »']);
    assert.equal(applyEdits(text, findings[0]?.fixes[0]?.edits ?? []), `${TITLE}Projet sobre.\n`);
  });

  it('of a rule that is off, or that failed, is not called useless', () => {
    assert.deepEqual(
      run('<!-- dce-lint-ignore-next test/mot : charte -->\nProjet.\n', { levels: { 'test/mot': 'off' } }).shown,
      [],
    );
    const consultation = consult({ 'rc.md': `${TITLE}<!-- dce-lint-ignore-next test/panne : essai -->\nEn panne.\n` });
    const { findings } = check(consultation, { rules: testRules, settings: resolveSettings([]) });
    assert.deepEqual(
      findings.map((f) => f.rule.id),
      ['dce-lint/regle-en-echec'],
    );
  });

  it('that is none of the four forms, or names no rule, or ends nothing, is said', () => {
    const said = (comment: string) => run(`${comment}\n\nTexte.\n`).findings.map((f) => f.rule.id);
    assert.deepEqual(said('<!-- dce-lint-disable test/mot : x -->'), ['dce-lint/suppression-inconnue']);
    assert.deepEqual(said('<!-- dce-lint-ignore-next : x -->'), ['dce-lint/suppression-inconnue']);
    assert.deepEqual(said('<!-- dce-lint-ignore-end test/mot -->'), ['dce-lint/suppression-inconnue']);
    assert.deepEqual(said('<!-- un commentaire sur dce-lint-ignore -->'), []);
  });

  it('in a fence is an example and nothing else', () => {
    assert.deepEqual(run('```\n<!-- dce-lint-ignore-next test/mot -->\n```\n\nProjet innovant.\n').shown, [
      'test/mot « innovant »',
    ]);
  });
});

describe('the edit that ignores a finding', () => {
  const ignore = (body: string, reason: string, scope: 'here' | 'file' = 'here', nth = 0) => {
    const { findings, text } = run(body);
    const finding = findings.filter((f) => !f.rule.id.startsWith('dce-lint/'))[nth] as Finding;
    const after = applyEdits(text, [suppression(finding, reason, scope)]) as string;
    return { after: after.slice(TITLE.length), left: run(after.slice(TITLE.length)) };
  };

  it('goes before the block, never into a list, a table or a fence', () => {
    const list = ignore('- a\n  - projet innovant\n', 'terme du programme');
    assert.equal(
      list.after,
      '<!-- dce-lint-ignore-next test/mot « projet innovant » : terme du programme -->\n- a\n  - projet innovant\n',
    );
    assert.deepEqual(list.left.shown, []);
    const table = ignore('| A |\n| --- |\n| innovant |\n', 'terme du programme');
    assert.match(table.after, /^<!-- dce-lint-ignore-next test\/mot « innovant » : terme du programme -->\n\| A \|/);
    assert.deepEqual(table.left.shown, []);
  });

  it('names the item or row that is meant by as many of its first words as tell it from the others', () => {
    const table = '| A | B |\n| --- | --- |\n| Prix : 40 % | innovant |\n| Prix : 50 % | innovant « x » |\n';
    const row = ignore(table, 'cité', 'here', 1);
    assert.match(row.after, /^<!-- dce-lint-ignore-next test\/mot « Prix 50 » : cité -->\n\| A/);
    assert.deepEqual(row.left.shown, ['test/mot « innovant »']);
    const moved = run(row.after.replace('| Prix : 50 %', '| Coût : 50 %'));
    assert.equal(moved.shown.length, 3);
    const twins = ignore('- innovant\n- innovant\n- sobre\n', 'cité');
    assert.match(twins.after, /« innovant »/);
    assert.deepEqual(twins.left.shown, []);
    const again = ignore(row.after, 'cité');
    assert.equal(again.after.match(/<!--/g)?.length, 2);
    assert.deepEqual(again.left.shown, []);
  });

  it('joins a comment that gives the same reason, and stands beside one that gives another', () => {
    const body = '<!-- dce-lint-ignore-next test/espaces : annexe du ministère -->\nProjet  innovant.\n';
    const same = ignore(body, 'annexe du ministère');
    assert.match(same.after, /^<!-- dce-lint-ignore-next test\/espaces, test\/mot : annexe du ministère -->\nProjet/);
    assert.deepEqual(same.left.shown, []);
    const other = ignore(body, 'terme du programme');
    assert.equal(other.after.match(/<!--/g)?.length, 2);
    assert.deepEqual(other.left.shown, []);
  });

  it('for the whole piece goes after the front matter', () => {
    const text = '---\ndce:\n  piece: rc\n---\n\nProjet innovant, très innovant.\n';
    const consultation = consult({ 'rc.md': text });
    const options = { rules: testRules, settings: resolveSettings([]) };
    const [finding] = check(consultation, options).findings;
    const after = applyEdits(text, [suppression(finding as Finding, 'charte', 'file')]) as string;
    assert.equal(
      after,
      `---\ndce:\n  piece: rc\n---\n\n<!-- dce-lint-ignore-file test/mot : charte -->\n\nProjet innovant, très innovant.\n`,
    );
    assert.deepEqual(check(consult({ 'rc.md': after }), options).findings, []);
  });

  it('keeps the line ends of the draft, and a reason cannot close the comment', () => {
    const text = '# RC\r\n\r\nProjet innovant.\r\n';
    const options = { rules: testRules, settings: resolveSettings([]) };
    const [finding] = check(consult({ 'rc.md': text }), options).findings;
    const after = applyEdits(text, [suppression(finding as Finding, 'vu --> avec\nle service', 'here')]) as string;
    assert.equal(
      after,
      '# RC\r\n\r\n<!-- dce-lint-ignore-next test/mot : vu —> avec le service -->\r\nProjet innovant.\r\n',
    );
    assert.deepEqual(check(consult({ 'rc.md': after }), options).findings, []);
  });

  it('without a reason leaves it to be completed, and the finding stays', () => {
    const { after, left } = ignore('Projet innovant.\n', '');
    assert.match(after, /: \[à compléter : motif\] -->/);
    assert.deepEqual(
      left.findings.map((f) => f.rule.id),
      ['dce-lint/suppression-sans-motif', 'test/mot'],
    );
  });
});
