import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { installWorkbench, root, vscodeServer } from './setup.mjs';

const markdown = join(vscodeServer, 'extensions', 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json');
const injection = join(root, 'syntaxes', 'dce.injection.tmLanguage.json');

/** Colours come from VS Code's own engine, with its own Markdown grammar. */
describe('The grammar colours, in Markdown,', () => {
  let grammar;
  let textmate;
  before(async () => {
    installWorkbench();
    const require = createRequire(join(vscodeServer, 'package.json'));
    textmate = require('vscode-textmate');
    const oniguruma = require('vscode-oniguruma');
    await oniguruma.loadWASM(readFileSync(join(require.resolve('vscode-oniguruma'), '..', 'onig.wasm')));
    const files = { 'text.html.markdown': markdown, 'text.html.markdown.dce': injection };
    const registry = new textmate.Registry({
      onigLib: {
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      },
      loadGrammar: async (scope) =>
        files[scope] ? textmate.parseRawGrammar(readFileSync(files[scope], 'utf8'), files[scope]) : null,
      getInjections: (scope) => (scope === 'text.html.markdown' ? ['text.html.markdown.dce'] : undefined),
    });
    grammar = await registry.loadGrammar('text.html.markdown');
  });

  const articles = 'support.constant.article.dce';
  const amounts = 'constant.numeric.amount.dce';
  const fields = 'keyword.other.placeholder.dce';
  const lots = 'entity.name.type.lot.dce';
  const tranches = 'entity.name.type.tranche.dce';

  const lines = [
    ['articles of the code', 'Selon l’⟦article R. 2152-7⟧ et les ⟦articles L. 2113-10⟧ et ⟦R2113-1⟧.', articles],
    ['articles with no-break spaces', 'Voir l’⟦article\u00a0L.\u00a02141-8⟧ du code.', articles],
    ['articles in a table cell', '| Base légale | ⟦R. 2162-4⟧ |', articles],
    ['articles in a list', '- au sens de l’⟦article R. 2123-1⟧ ;', articles],
    ['no article in a product name', 'Imprimante R-2152 et modèle XR 2152-7.', articles],
    ['amounts', 'De ⟦140 000 € HT⟧ à ⟦12,5 M€⟧, soit ⟦90 000 euros hors taxes⟧.', amounts],
    ['amounts with narrow no-break spaces', 'Plafond : ⟦1\u202f216\u202f000\u00a0€ TTC⟧.', amounts],
    ['no amount in a percentage', 'Prix : 60 %, délai de 30 jours.', amounts],
    [
      'fields to fill in',
      'Durée : ⟦[à compléter : durée en mois]⟧, prix ⟦[A PRECISER]⟧, ⟦[montant à renseigner]⟧.',
      fields,
    ],
    ['elided fields', 'Le pouvoir adjudicateur ⟦[…]⟧ et ⟦[XXX]⟧.', fields],
    ['no field in a link', 'Voir [la pièce à compléter](ae.md) et [le guide](guide.md).', fields],
    ['lots', 'Le ⟦lot 1⟧, le ⟦lot n° 2⟧ et le ⟦LOT A⟧ ; les lots sont attribués séparément, un lot à chacun.', lots],
    ['no lot in a longer word', 'Le pilot 1 et un ballot 2.', lots],
    ['tranches', 'Une ⟦tranche ferme⟧, une ⟦tranche optionnelle n° 1⟧ et la ⟦tranche 2⟧ (⟦TO2⟧).', tranches],
    ['no tranche in a tranche of age', 'Une tranche d’âge, une tranche de vie.', tranches],
  ];
  for (const [name, marked, scope] of lines) {
    it(name, () => assert.equal(mark(marked.replaceAll(/[⟦⟧]/g, ''), scope), marked));
  }

  it('nothing in a code block', () => {
    const opened = grammar.tokenizeLine('```', textmate.INITIAL).ruleStack;
    const { tokens } = grammar.tokenizeLine('article R. 2152-7 et lot 1', opened);
    assert.deepEqual(
      tokens.flatMap(({ scopes }) =>
        scopes.filter((scope) => scope.endsWith('.dce') && scope !== 'text.html.markdown.dce'),
      ),
      [],
    );
  });

  /** The line, with ⟦ ⟧ around what has the scope. */
  function mark(line, scope) {
    let marked = '';
    let inside = false;
    for (const { startIndex, endIndex, scopes } of grammar.tokenizeLine(line, textmate.INITIAL).tokens) {
      if (scopes.includes(scope) !== inside) marked += inside ? '⟧' : '⟦';
      inside = scopes.includes(scope);
      marked += line.slice(startIndex, endIndex);
    }
    return inside ? `${marked}⟧` : marked;
  }
});
