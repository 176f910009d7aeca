/** Leaves `import('…/report/main.ts')` to be read, when it is reached, from `dist/report.cjs`: programs start without the charts. */
export const reportApart = {
  name: 'report-apart',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\/report\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './report.cjs', external: true } : undefined,
    );
  },
};
