import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { defineRule } from '../../rules/kit/rule.ts';
import { guide } from '../../rules/kit/source.ts';
import { check } from '../../server/core/check.ts';
import { conformite, type Recommandation } from '../../server/core/conformite.ts';
import { chapitres } from '../../server/core/guide-parties.ts';
import { phrasebook } from '../../server/core/phrasebook.ts';
import { readSettings, resolveSettings } from '../../server/core/settings.ts';
import { broken, consult, word } from './texts.ts';

const TRANCHES =
  '# Acte d’engagement\n\n| Tranche | Objet | Montant |\n| --- | --- | --- |\n| Ferme | Étude | 10 000 € |\n| Optionnelle 1 | Suite | 5 000 € |\n';

describe('the state of a consultation under the guide', () => {
  const of = (files: Record<string, string>, options: { section?: unknown; all?: typeof rules } = {}) => {
    const all = options.all ?? rules;
    const consultation = consult(files);
    const settings = resolveSettings([readSettings(options.section, 'essai', all)]);
    return conformite(consultation, { ...check(consultation, { rules: all, settings }), rules: all, settings });
  };
  const state = (given: ReturnType<typeof of>, id: string): Recommandation => {
    const found = given.chapitres
      .flatMap((c) => c.parties.flatMap((p) => p.recommandations))
      .find((r) => r.rule.id === id);
    assert.ok(found, id);
    return found;
  };

  it('names every part of the guide on which a rule rests', () => {
    const named = new Set(chapitres.flatMap((c) => c.parties.map((p) => p.code)));
    const cited = rules.flatMap((r) => r.sources.flatMap((s) => (s.kind === 'guide' ? [s.part] : [])));
    assert.deepEqual(
      [...new Set(cited)].filter((part) => !named.has(part)),
      [],
    );
    assert.deepEqual(
      [...named].filter((part) => !cited.includes(part)),
      [],
    );
  });

  it('is missing where the rule has findings, with the finding and its fix', () => {
    const found = state(
      of({ 'rc.md': '# Règlement de la consultation\n\nProcédure adaptée.\n' }),
      'variantes/non-mentionnees',
    );
    assert.equal(found.etat, 'missing');
    assert.equal(found.label, 'manque');
    assert.equal(found.findings.length, 1);
    assert.ok((found.findings[0]?.fixes.length ?? 0) > 0);
  });

  it('is no lack of a part on a procedure that is not followed, where the rule rests on the part that is', () => {
    const rc = '# RC\n\nLa consultation est passée selon la procédure avec négociation.\n';
    const { chapitres: all } = of({ 'rc.md': rc });
    const inPart = (code: string) =>
      all
        .flatMap((c) => c.parties)
        .find((p) => p.code === code)
        ?.recommandations.find((r) => r.rule.id === 'procedure/motif-derogatoire');
    assert.deepEqual([inPart('II.B.2')?.label, inPart('II.B.2')?.findings.length], ['manque', 1]);
    assert.deepEqual([inPart('II.B.3')?.label, inPart('II.B.3')?.findings.length], ['sans objet', 0]);
  });

  it('is ignored, with the reason, where every finding is set aside', () => {
    const comment = '<!-- dce-lint-ignore-file variantes/non-mentionnees : variantes réglées dans l’avis -->\n\n';
    const found = state(of({ 'rc.md': `${comment}# RC\n\nProcédure adaptée.\n` }), 'variantes/non-mentionnees');
    assert.equal(found.etat, 'ignored');
    assert.match(found.detail, /variantes réglées dans l’avis/);
  });

  it('is met where the rule had its matter to read and found no fault', () => {
    const found = state(of({ 'ae.md': TRANCHES }), 'tranches/montant-indefini');
    assert.deepEqual([found.etat, found.label], ['met', 'rien à signaler']);
  });

  it('is met in other words for a rule that looks for an absence', () => {
    const found = state(
      of({ 'rc.md': '# RC\n\nLes variantes ne sont pas autorisées.\n' }),
      'variantes/non-mentionnees',
    );
    assert.deepEqual([found.etat, found.label], ['met', 'rien ne manque']);
  });

  it('is not applicable where nothing in the pieces is of its matter', () => {
    const given = of({ 'rc.md': '# RC\n\nProcédure adaptée. Les variantes ne sont pas autorisées.\n' });
    for (const id of ['tranches/tranche-ferme', 'concours/anonymat', 'partenariat/phases', 'procedure/dialogue-phases'])
      assert.equal(state(given, id).etat, 'not-applicable', id);
    assert.equal(state(given, 'procedure/non-indiquee').etat, 'met');
  });

  it('is not applicable where the consultation has none of the pieces of the rule', () => {
    const found = state(of({ 'ae.md': TRANCHES }), 'appel-a-projets/initiative');
    assert.equal(found.etat, 'not-applicable');
    assert.match(found.detail, /appel à projets/);
  });

  it('is unchecked, and not met, where settings or a preset keep the rule silent', () => {
    const files = { 'rc.md': '# RC\n\nProcédure adaptée.\n' };
    for (const section of [{ levels: { 'variantes/non-mentionnees': 'off' } }, { preset: 'essentiel' }])
      assert.equal(state(of(files, { section }), 'variantes/non-mentionnees').etat, 'unchecked');
  });

  it('is unchecked where the rule failed', () => {
    const failing = { ...broken, sources: [guide('I.A', 7)] };
    assert.equal(state(of({ 'rc.md': '# RC\n\nUne panne.\n' }, { all: [failing] }), broken.id).etat, 'unchecked');
  });

  it('is unchecked where another rule speaks in its stead', () => {
    const silent = defineRule({ ...word, id: 'test/silencieuse', silencedBy: [{ rule: word.id, where: 'piece' }] });
    const given = of({ 'rc.md': '# RC\n\nProjet innovant.\n' }, { all: [word, silent] });
    assert.equal(state(given, silent.id).etat, 'unchecked');
    assert.equal(state(given, word.id).etat, 'missing');
  });

  it('knows a finding told in another language', () => {
    const consultation = consult({ 'rc.md': '# RC\n\nProjet innovant.\n' });
    const settings = resolveSettings([]);
    const english = phrasebook({ rules: { [word.id]: { title: 'Vague word', messages: {} } }, phrases: {} });
    const checked = check(consultation, { rules: [word], settings, phrasebook: english });
    assert.notEqual(checked.findings[0]?.rule, word);
    assert.equal(conformite(consultation, { ...checked, rules: [word], settings }).totals.missing, 1);
  });

  it('counts each rule once, though two parts of the guide ask for it', () => {
    const twice = defineRule({ ...word, sources: [guide('I.A', 7), guide('II.A', 12)] });
    const given = of({ 'rc.md': '# RC\n\nProjet innovant.\n' }, { all: [twice] });
    assert.equal(given.totals.missing, 1);
    assert.equal(given.chapitres.flatMap((c) => c.parties.flatMap((p) => p.recommandations)).length, 2);
  });
});
