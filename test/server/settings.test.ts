import assert from 'node:assert/strict';
import { check } from '../../server/core/check.ts';
import { decode, encode, LARGEST } from '../../server/core/decode.ts';
import { identities } from '../../server/core/identity.ts';
import { readConfiguration, readSettings, resolveSettings } from '../../server/core/settings.ts';
import { consult, TODAY, testRules, word } from './texts.ts';

const file = (yaml: string) => readConfiguration(yaml, '.dce-lint.yaml', testRules);
const editor = (value: unknown) => readSettings(value, "réglages de l'éditeur", testRules);
const ids = (yaml: string, body: string) => {
  const settings = resolveSettings([file(yaml)]);
  const found = check(consult({ 'rc.md': `# RC\n\n${body}` }), { rules: testRules, settings }).findings;
  return found.map((f) => `${f.level} ${f.rule.id}`);
};

describe('the settings of the editor', () => {
  it('are said to be wrong, with the nearest word where one is near', () => {
    const said = (value: unknown) =>
      editor(value)
        .problems.map((p) => p.message)
        .join();
    assert.match(said({ preset: 'guid' }), /admis, le plus proche d'abord : « guide »/);
    assert.match(said({ preset: 'xyzw' }), /Préréglages admis : /);
    assert.match(said({ levels: { 'test/mots': 'off' } }), /Règle la plus proche : « test\/mot »/);
    assert.doesNotMatch(said({ levels: { 'zzz/rien-de-tel': 'off' } }), /proche/);
    assert.match(said({ portee: 'tout' }), /« tout » n'est pas une valeur de « portee »/);
    assert.equal(said({ portee: 'pieces-ouvertes', langue: 'en' }), '');
  });
});

describe('the configuration file', () => {
  it('gives levels by rule and by theme, the rule stronger than its theme wherever it stands', () => {
    assert.deepEqual(ids('rules:\n  test/mot: error\n  test/*: info\n', 'Projet  innovant.\n'), [
      'info test/espaces',
      'error test/mot',
    ]);
    assert.deepEqual(ids('rules:\n  test/*: off\n', 'Projet  innovant.\n'), []);
  });

  it('extends a preset: errors alone, or the rules that rest on the guide', () => {
    assert.deepEqual(ids('extends: essentiel\n', 'Projet  innovant.\n'), ['error test/espaces']);
    assert.deepEqual(ids('extends: guide\n', 'Projet  innovant.\n'), ['warning test/mot']);
    assert.deepEqual(ids('extends: essentiel\nrules:\n  test/mot: info\n', 'Projet  innovant.\n'), [
      'error test/espaces',
      'info test/mot',
    ]);
  });

  it('says what is wrong at its place with the nearest name, and the rest stays in force', () => {
    const yaml =
      'extand: guide\nrules:\n  test/mots: off\n  test/espaces: erreur\n  test/mot: error\ndate: 2027-02-30\n';
    const { problems, levels, date, preset } = file(yaml);
    assert.deepEqual(
      problems.map((p) => yaml.slice(p.at?.start, p.at?.end)),
      ['extand', 'test/mots', 'erreur', '2027-02-30'],
    );
    assert.match(problems[0]?.message ?? '', /« extends »/);
    assert.match(problems[1]?.message ?? '', /« test\/mot »/);
    assert.deepEqual([...levels.keys()], ['test/mot']);
    assert.equal(date, undefined);
    assert.equal(preset, undefined);
  });

  it('that is no YAML, no map, empty or a bomb of aliases does no harm', () => {
    assert.equal(file('rules: [\n').problems.length > 0, true);
    assert.equal(file('- a\n').problems.length, 1);
    assert.deepEqual(file('').problems, []);
    assert.deepEqual(file('# rien\nrules:\n').problems, []);
    const bomb = `a: &a [x,x]\n${Array.from({ length: 60 }, (_, i) => `b${i}: &b${i} [*a,*a]`).join('\n')}\nrules: *b3\n`;
    assert.ok(file(bomb).problems.length > 0);
    assert.equal(file(`rules:\n${'  test/mot: off\n'.repeat(10_000)}`).problems.length, 1);
  });

  it('leaves out files by glob', () => {
    const settings = resolveSettings([file('ignore: [modeles/**, brouillon-*.md, /archives]\n')]);
    assert.equal(settings.ignoredBy('modeles/rc.md'), 'modeles/**');
    assert.equal(settings.ignoredBy('lot1/brouillon-rc.md'), 'brouillon-*.md');
    assert.equal(settings.ignoredBy('archives/2020/rc.md'), '/archives');
    assert.equal(settings.ignoredBy('2027/archives/rc.md'), undefined);
    assert.equal(settings.ignoredBy('rc.md'), undefined);
  });
});

describe('settings', () => {
  it('of the editor are stronger than the file, and each value knows where it comes from', () => {
    const yaml = 'extends: guide\ndate: 2027-01-01\nrules:\n  test/mot: error\n  test/espaces: info\n';
    const settings = resolveSettings([file(yaml), editor({ levels: { 'test/mot': 'info' }, date: '2028-01-01' })]);
    assert.deepEqual(settings.effective(word, TODAY), {
      level: 'info',
      origin: { kind: 'layer', label: "réglages de l'éditeur" },
    });
    const spaces = settings.origin('test/espaces');
    assert.ok(spaces.kind === 'layer' && spaces.at);
    assert.equal(yaml.slice(spaces.at.start, spaces.at.end), 'test/espaces');
    assert.equal(settings.date?.value, '2028-01-01');
    assert.deepEqual(settings.preset.value, 'guide');
    assert.deepEqual(settings.origin('dossier/duree-de-test'), { kind: 'rule' });
  });

  it('that are empty, or « défaut », say nothing; a wrong one is said', () => {
    const { levels, problems } = editor({
      preset: '',
      date: '',
      levels: {},
      regles: { 'test/mot': 'défaut' },
      trace: {},
    });
    assert.equal(levels.size + problems.length, 0);
    assert.equal(editor({ levels: { 'test/rien': 'off' }, preset: 'guid', date: 'demain' }).problems.length, 3);
    assert.equal(editor(null).problems.length, 0);
    assert.equal(editor('x').levels.size, 0);
  });

  it('hidden by a preset: a rule is off, and says that the preset did it', () => {
    const settings = resolveSettings([editor({ preset: 'essentiel' })]);
    assert.deepEqual(settings.effective(word, TODAY), {
      level: 'off',
      origin: { kind: 'preset', preset: 'essentiel' },
    });
  });
});

describe('the bytes of a file', () => {
  const utf16 = (text: string, big: boolean) => {
    const le = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(big ? le.swap16() : le);
  };

  it('are read as UTF-8 or marked UTF-16, and written back as they were', () => {
    const text = 'Règlement 🏛️ « œuvre »\r\n';
    for (const bytes of [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\ufeff${text}`),
      utf16(text, false),
      utf16(text, true),
    ]) {
      const decoded = decode(bytes);
      assert.ok(decoded.ok);
      assert.equal(decoded.text, text);
      assert.deepEqual(encode(decoded.text, decoded), bytes);
    }
  });

  it('in Latin-1, of a picture or too many are refused with the reason', () => {
    const reason = (bytes: Uint8Array) => {
      const decoded = decode(bytes);
      return decoded.ok ? '' : decoded.reason;
    };
    assert.match(reason(Buffer.from('Règlement', 'latin1')), /UTF-8/);
    assert.match(reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), /texte/);
    assert.match(reason(new Uint8Array([65, 0, 66])), /texte/);
    assert.match(reason(new Uint8Array(LARGEST + 1)), /8 Mo/);
  });
});

describe('the identity of a finding', () => {
  const named = (path: string, body: string) => {
    const { findings } = check(consult({ [path]: body }), { rules: testRules, settings: resolveSettings([]) });
    return [...identities(findings).values()];
  };

  it('stays when lines move, the file is renamed, or accents and spacing change', () => {
    const before = named('rc.md', '# RC\n\nUn système innovant est demandé.\n');
    assert.equal(before.length, 1);
    assert.deepEqual(named('reglement.md', '# RC\n\nAutre chose.\n\nUn systeme\ninnovant est **demandé** !\n'), before);
  });

  it('differs for other words around, and between twins', () => {
    const [first, second] = named('rc.md', '# RC\n\nUn projet innovant.\n\nUn projet innovant.\n');
    assert.notEqual(first, second);
    assert.notDeepEqual(named('rc.md', '# RC\n\nUn outil innovant.\n'), [first]);
  });
});
