import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CodeAction, MarkupContent } from 'vscode-languageserver/node';
import english from '../../l10n/rules.en.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';
import { notices } from '../../server/core/notices.ts';
import { phrasebook } from '../../server/core/phrasebook.ts';
import { phrasebookOf } from '../../server/english.ts';
import { asExample, filesOf, open, unmark } from '../rules/tester.ts';
import { Dialogue } from './dialogue.ts';

const catalogue = english as Parameters<typeof phrasebook>[0];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
const every = [...rules, ...notices];

describe('The English of the findings', () => {
  it('has the title and every message of every rule, and of nothing else', () => {
    assert.deepEqual(Object.keys(catalogue.rules).sort(), every.map((r) => r.id).sort());
    for (const { id, messages } of every)
      assert.deepEqual(Object.keys(catalogue.rules[id]?.messages ?? {}).sort(), Object.keys(messages).sort(), id);
  });

  it('keeps the placeholders, and is another text', () => {
    for (const { id, title, messages } of every) {
      assert.notEqual(catalogue.rules[id]?.title, title);
      assert.match(catalogue.rules[id]?.title ?? '', /^[\p{Lu}“\d]/u, `${id}: a title begins with a capital`);
      for (const [key, french] of Object.entries<string>(messages)) {
        const translated = catalogue.rules[id]?.messages[key] ?? '';
        assert.deepEqual([...new Set(placeholders(translated))], [...new Set(placeholders(french))], `${id}, ${key}`);
        if (french !== '{problem}') assert.notEqual(translated, french, `${id}, ${key}`);
      }
    }
    for (const [french, translated] of Object.entries({ ...catalogue.phrases, ...catalogue.pages }))
      assert.deepEqual(placeholders(translated), placeholders(french), french);
  });

  it('has every title of a fix and every note that the examples of the rules give', async () => {
    const book = await phrasebookOf('en');
    const missing = new Set<string>();
    const heard = {
      ...book,
      say: (french: string) => {
        const said = book.say(french);
        // Values of messages may be words of a draft; titles and notes start a sentence.
        if (said === french && /^\p{Lu}\p{Ll}.* /u.test(french)) missing.add(french);
        return said;
      },
    };
    for (const rule of rules)
      for (const example of rule.examples.bad) {
        const files = filesOf(rule, asExample(example)).map(({ path, marked }) => ({
          path,
          text: unmark(marked).text,
        }));
        lint(open(files), { rules: [{ ...rule, silencedBy: [] }], phrasebook: heard, rethrow: true });
      }
    // Matters of articles, as the data of the law names them.
    const law = ['articles', 'series']
      .map((name) => readFileSync(new URL(`../../rules/law/${name}.json`, import.meta.url), 'utf8'))
      .join('\n');
    assert.deepEqual(
      [...missing].filter((words) => !law.includes(JSON.stringify(words).slice(1, -1))),
      [],
    );
  });

  it('has no phrase that the program no longer says', () => {
    const sources = ['rules', 'server'].flatMap((folder) =>
      readdirSync(new URL(`../../${folder}/`, import.meta.url), { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile() && /\.(?:ts|json)$/.test(f.name))
        .map((f) => readFileSync(`${f.parentPath}/${f.name}`, 'utf8').replaceAll("\\'", "'")),
    );
    const text = sources.join('\n');
    const orphans = Object.keys(catalogue.phrases).filter(
      (french) => !french.split(/\{\w+\}/).every((part) => text.includes(part.trim())),
    );
    assert.deepEqual(orphans, []);
    // What is said on pages is put together from parts: word by word.
    const silent = Object.keys(catalogue.pages ?? {}).filter((french) =>
      (french.replace(/\{\w+\}/g, '').match(/\p{L}{4,}/gu) ?? []).some((word) => !text.includes(word)),
    );
    assert.deepEqual(silent, []);
  });
});

describe('A phrasebook', () => {
  const book = phrasebook({
    rules: {},
    phrases: {
      'Écrire « {words} » {there}': 'Write “{words}” {there}',
      'Écrire {amount}': 'Write {amount}',
      'au RC': 'in the RC',
      'la durée': 'the duration',
      'le lieu': 'the place',
      'la pose et la vente': 'laying and sale',
      '{words} en tout': '{words} in all',
    },
  });
  it('takes the phrase with most words of its own', () => {
    assert.equal(book.say('Écrire 12'), 'Write 12');
    assert.equal(book.say('Écrire « 12 » au RC'), 'Write “12” in the RC');
  });
  it('leaves quoted words as the draft has them', () => {
    assert.equal(book.say('Écrire « au RC » au RC'), 'Write “au RC” in the RC');
  });
  it('writes numbers, amounts and days as English does, and quotes as it does', () => {
    assert.equal(book.say('1 500 000'), '1,500,000');
    assert.equal(book.say('33,5'), '33.5');
    assert.equal(book.say('1\u202f500\u00a0000,50 € HT'), 'EUR 1,500,000.50 excl. tax');
    assert.equal(book.say('12 000 €'), 'EUR 12,000');
    assert.equal(book.say('01/09/2026'), '1 September 2026');
    assert.equal(book.say('64 000 € en tout'), 'EUR 64,000 in all');
    assert.equal(book.say('« trois ans » au RC'), '“trois ans” au RC');
    for (const words of ['R2142-7', '14.1', '33.1', '12/34/5678', '27001']) assert.equal(book.say(words), words);
  });
  it('translates an enumeration when it knows every member', () => {
    assert.equal(book.say('la durée ni le lieu'), 'the duration or the place');
    assert.equal(book.say('la durée et le prix'), 'la durée et le prix');
    assert.equal(book.say('la durée, la pose et la vente et le lieu'), 'the duration, laying and sale and the place');
  });
});

describe('The language of findings in the editor', () => {
  const RC = 'file:///marches/2027/rc.md';
  const TEXT = '# Règlement de la consultation\n\n## Lots\n\nLa tranche conditionnelle 1 est décrite au CCTP.\n';
  const id = 'tranches/terminologie';
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());
  const told = async () => {
    const report = await dialogue.pull(RC);
    assert.ok(report.kind === 'full');
    return report.items.find((d) => d.code === id)?.message;
  };

  it('is French unless English is asked for, and changes with the setting', async () => {
    dialogue = await Dialogue.start({ rules, settings: {} });
    await dialogue.open(RC, TEXT);
    assert.match(String(await told()), /^« Conditionnelle » est le terme/);
    dialogue.settings = { langue: 'en' };
    await dialogue.notify('workspace/didChangeConfiguration', { settings: null });
    assert.match(String(await told()), /^“Conditionnelle” is the former term/);
  });

  it('is also that of fixes and of what is under the pointer', async () => {
    dialogue = await Dialogue.start({ rules, settings: { langue: 'en' } });
    await dialogue.open(RC, TEXT);
    const actions: CodeAction[] = await dialogue.actions(RC, 'conditionnelle');
    assert.ok(actions.some((a) => a.title === 'Replace “conditionnelle” with “optionnelle”'));
    assert.ok(actions.some((a) => a.title === `Ignore here, with a reason… (${id})`));
    const hover = await dialogue.hover(RC, 'conditionnelle');
    assert.ok(hover);
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /Outdated term/);
    assert.match(value, /Sources, law as at \d/);
    assert.match(value, /Level: advice \(rule\)\./);
  });
});
