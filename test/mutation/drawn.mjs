/** For Stryker: lets through the changes that were drawn; at one place there may be others, which are not tried. */
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What tells a change from all others: place, kind, and what is written there instead. */
export const nameOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');

class Drawn {
  static inject = [commonTokens.options];
  constructor({ drawn }) {
    this.drawn = new Set(drawn);
  }
  async init() {}
  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
  async check(mutants) {
    const verdict = (mutant) =>
      this.drawn.has(nameOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'Not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'drawn', Drawn)];
