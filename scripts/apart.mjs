/**
 * Leaves `import('…/<entry>')` to be read, when it is reached, from a bundle beside.
 * @param {string} name
 * @param {RegExp} filter
 * @param {string} path
 */
const apart = (name, filter, path) => ({
  name,
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
});

/** Programs start without the charts. */
export const reportApart = apart('report-apart', /\/report\/main\.ts$/, './report.cjs');
/** Programs start without the Word converter. */
export const wordApart = apart('word-apart', /\/word\/index\.ts$/, './word.cjs');
/** Drafts are read without what reads spreadsheets and notices. */
export const formatsApart = apart('formats-apart', /\/formats\/index\.ts$/, './formats.cjs');
/** Drafts are read without the wordings that the reader was taught from. */
export const wordingsApart = apart('wordings-apart', /\/wordings\.ts$/, './wordings.cjs');
/** The command line starts without the Model Context Protocol. */
export const mcpApart = apart('mcp-apart', /\/mcp\/main\.ts$/, './mcp.cjs');
/** The command line starts without the language server. */
export const serverApart = apart('server-apart', /^\.\.\/main\.ts$/, './server.cjs');
