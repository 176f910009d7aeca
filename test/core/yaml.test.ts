import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { rules } from '../../rules/index.ts';
import dceSchemaFile from '../../schemas/dce.schema.json' with { type: 'json' };
import schemaFile from '../../schemas/dce-lint.schema.json' with { type: 'json' };
import { readDce } from '../../server/core/dce.ts';
import { readConfiguration } from '../../server/core/settings.ts';
import { configurationSchema } from '../../server/core/yaml/configuration.ts';
import { dceSchema } from '../../server/core/yaml/dce.ts';
import { headerAt, headerSchema } from '../../server/core/yaml/header.ts';
import { placeIn } from '../../server/core/yaml/place.ts';
import { explained, proposals, type Schema } from '../../server/core/yaml/schema.ts';

const configuration = configurationSchema(rules);

/** A text with the cursor at `|`. */
const cursor = (marked: string) => ({ text: marked.replace('|', ''), offset: marked.indexOf('|') });

/** `kind path « words »` at the cursor. */
const place = (marked: string): string | undefined => {
  const { text, offset } = cursor(marked);
  const found = placeIn(text, offset);
  return found && `${found.kind} ${found.path.join('.')} « ${text.slice(found.at.start, found.at.end)} »`;
};

const offered = (schema: Schema, marked: string) => {
  const { text, offset } = cursor(marked);
  return proposals(schema, text, offset);
};
/** The text once the proposal of that name is taken. */
const taken = (schema: Schema, marked: string, label: string): string => {
  const { text } = cursor(marked);
  const proposal = offered(schema, marked).find((p) => p.label === label);
  assert.ok(proposal, label);
  return text.slice(0, proposal.at.start) + proposal.text + text.slice(proposal.at.end);
};

describe('A place in an unfinished YAML text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty text', '|', 'key  «  »'],
    ['a key begun at the root', 'd|', 'key  « d »'],
    ['a key begun under another that has no value', 'dce:\n  pro|', 'key dce « pro »'],
    ['an empty indented line', 'dce:\n  piece: rc\n  |', 'key dce «  »'],
    ['a key begun after the last', 'dce:\n  piece: rc\n  pro|', 'key dce « pro »'],
    ['a key begun between two', 'dce:\n  piece: rc\n  pro|\n  etat: final\n', 'key dce « pro »'],
    ['a key begun, with CRLF', 'dce:\r\n  piece: rc\r\n  et|\r\n', 'key dce « et »'],
    ['a key that is complete', 'dce:\n  pie|ce: rc', 'key dce « piece »'],
    ['a value not begun', 'dce:\n  piece: |\n  etat: final', 'value dce.piece «  »'],
    ['a value right after its colon', 'rules:\n  pi/garantie:|', 'value rules.pi/garantie «  »'],
    ['a value begun', 'rules:\n  pi/garantie: of|', 'value rules.pi/garantie « of »'],
    ['a quoted value', 'dce:\n  piece: "r|c"', 'value dce.piece « "rc" »'],
    ['a key back at the root', 'extends: complet\nrules:\n  pi/garantie: off\n|', 'key  «  »'],
    ['a key of a flow map', 'dce: {piece: rc, |}', 'key dce «  »'],
    ['a value of a flow map', 'dce: {piece: |}', 'value dce.piece «  »'],
    ['a key of a list item', 'lots:\n  - n|', 'key lots.[] « n »'],
    ['a second key of a list item', 'lots:\n  - nom: a\n    |\n', 'key lots.[] «  »'],
    ['a quotation left open', 'dce:\n  etat: "bro|', 'value dce.etat « "bro »'],
  ];
  for (const [name, marked, wanted] of cases)
    it(`is found in ${name}`, () => {
      assert.equal(place(marked), wanted);
    });

  it('is not found in a comment', () => {
    assert.equal(place('dce:\n  piece: rc # la p|ièce'), undefined);
  });

  it('is looked for without an error, whatever the text', () => {
    const bits = fc.constantFrom(
      'dce:',
      '  ',
      '\n',
      '- ',
      'rc',
      ': ',
      '{',
      '}',
      '[',
      '"',
      "'",
      '#',
      ',',
      '|',
      '&a',
      '\t',
      '\r\n',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 25 }), fc.nat(), (parts, n) => {
        const text = parts.join('');
        const offset = n % (text.length + 1);
        const found = placeIn(text, offset);
        assert.ok(!found || (found.at.start <= found.at.end && found.at.end <= text.length));
        proposals(configuration, text, offset);
        explained(configuration, text, offset);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Completion in YAML', () => {
  const labels = (schema: Schema, marked: string) => offered(schema, marked).map((p) => p.label);

  it('proposes the keys that are not there yet, with what they are', () => {
    const found = offered(headerSchema, 'dce:\n  piece: rc\n  |');
    assert.ok(!found.some((p) => p.label === 'piece'));
    assert.equal(found.find((p) => p.label === 'montant-estime')?.detail, 'Montant estimé');
    assert.ok(found.every((p) => p.detail !== '' && p.documentation !== ''));
  });

  it('proposes the values of a key, each with its meaning', () => {
    const found = offered(headerSchema, 'dce:\n  etat: |');
    assert.deepEqual(
      found.map((p) => p.label),
      ['brouillon', 'relecture', 'final'],
    );
    for (const key of ['piece', 'etat', 'procedure', 'categorie', 'acheteur', 'ccag'])
      for (const p of offered(headerSchema, `dce:\n  ${key}: |`))
        assert.notEqual(p.documentation, '', `${key}: ${p.label}`);
  });

  it('proposes rules by their id, with their title, and themes', () => {
    const found = offered(configuration, 'rules:\n  |');
    assert.equal(found.length, rules.length + new Set(rules.map((r) => r.id.split('/')[0])).size);
    for (const { id, title } of rules) assert.equal(found.find((p) => p.label === id)?.detail, title);
    assert.ok(found.some((p) => p.label === 'pi/*'));
    assert.deepEqual(labels(configuration, 'rules:\n  pi/garantie: |'), ['error', 'warning', 'info', 'off']);
  });

  it('writes what makes valid YAML', () => {
    assert.equal(taken(configuration, '|', 'rules'), 'rules:');
    assert.equal(taken(configuration, 'ext|', 'extends'), 'extends: ');
    assert.equal(taken(configuration, 'rules:\n  pi/garantie:|', 'off'), 'rules:\n  pi/garantie: off');
    assert.equal(taken(configuration, 'rules:\n  pi/gar|: off', 'pi/garantie'), 'rules:\n  pi/garantie: off');
    assert.equal(taken(headerSchema, 'dce:\n  piece: c|\n  etat: final', 'ccap'), 'dce:\n  piece: ccap\n  etat: final');
  });

  it('proposes nothing where nothing is foreseen', () => {
    assert.deepEqual(labels(headerSchema, 'titre: |'), []);
    assert.deepEqual(labels(headerSchema, 'titre:\n  |'), []);
    assert.deepEqual(labels(configuration, 'rules:\n  inconnue/regle: |'), []);
    assert.deepEqual(labels(configuration, 'date: |'), []);
  });
});

describe('An explanation in YAML', () => {
  const said = (schema: Schema, marked: string) => {
    const { text, offset } = cursor(marked);
    return explained(schema, text, offset)?.markdown;
  };

  it('is given for every key of the front matter', () => {
    for (const key of Object.keys(headerSchema.properties?.dce?.properties ?? {})) {
      const markdown = said(headerSchema, `dce:\n  |${key}: x`);
      assert.match(markdown ?? '', new RegExp(`^\\*\\*${key}\\*\\* – .+\n\n.+`));
    }
  });

  it('is given for every rule of the configuration, and for a level', () => {
    for (const { id, title } of rules) assert.ok(said(configuration, `rules:\n  |${id}: off`)?.includes(title), id);
    assert.match(said(configuration, 'rules:\n  pi/garantie: o|ff') ?? '', /`off` : désactivée/);
  });

  it('is not given for what is unknown', () => {
    assert.equal(said(headerSchema, 'dce:\n  |pieces: rc'), undefined);
    assert.equal(said(headerSchema, '|titre: rc'), undefined);
  });
});

describe('The schema of the configuration file', () => {
  const valid = new Ajv2020({ strict: false }).compile(schemaFile);
  const texts = [
    'extends: guide\nrules:\n  pi/garantie: off\n  variantes/*: info\ndate: 2027-01-15\nignore:\n  - modeles/**\n',
    'extends: tout\n',
    'rules:\n  pi/garanties: off\n',
    'rules:\n  pi/garantie: non\n',
    'regles: {}\n',
    'ignore: modeles/**\n',
  ];
  it('accepts and refuses what the program does', () => {
    for (const text of texts)
      assert.equal(valid(parse(text)), readConfiguration(text, '', rules).problems.length === 0, text);
  });
});

describe('The schema of dce.yaml', () => {
  const valid = new Ajv2020({ strict: false }).compile(dceSchemaFile);
  const texts = [
    'etat: relecture\nmontant-estime: 120000\ndate: 2027-01-15\npieces:\n  - rc.md\n  - fichier: t/cctp.md\n    piece: cctp\n    etat: final\n',
    'pieces: []\n',
    'pieces: rc.md\n',
    'pieces:\n  - piece: rc\n',
    'pieces:\n  - 12\n',
    'pieces:\n  - fichier: rc.md\n    piece: reglement\n',
    'etat: fini\n',
    'piece: rc\n',
    'montant-estime: 12 k€\n',
    'montant-estime: 0\n',
    'date: 15/01/2027\n',
    'auteur: x\n',
  ];
  it('accepts and refuses what the program does', () => {
    for (const text of texts) assert.equal(valid(parse(text)), readDce(text).problems.length === 0, text);
  });

  it('serves completion and hover in the file', () => {
    const labels = (marked: string) => offered(dceSchema, marked).map((p) => p.label);
    assert.ok(labels('et|').includes('etat') && labels('et|').includes('pieces'));
    assert.ok(!labels('|').includes('piece'));
    assert.deepEqual(labels('etat: |'), ['brouillon', 'relecture', 'final']);
    assert.ok(labels('pieces:\n  - fichier: rc.md\n    |').includes('piece'));
  });
});

describe('The front matter of a draft', () => {
  it('is found while its last line is still to be written', () => {
    assert.deepEqual(headerAt('---\ndce:\n  ', 11), { start: 4, end: 11 });
    assert.deepEqual(headerAt('---\ndce:\n  \n\n# RC\n', 11), { start: 4, end: 11 });
    assert.deepEqual(headerAt('---\r\ndce:\r\n---\r\n', 9), { start: 5, end: 11 });
  });

  it('is neither its lines of dashes, nor the text below', () => {
    assert.equal(headerAt('---\ndce:\n---\n', 2), undefined);
    assert.equal(headerAt('---\ndce:\n---\n\nTexte', 18), undefined);
    assert.equal(headerAt('---\n\n# RC\n\nTexte', 14), undefined);
    assert.equal(headerAt('---\n\nTexte', 10), undefined);
    assert.equal(headerAt('# RC\n\n---\ndce:', 12), undefined);
  });
});
