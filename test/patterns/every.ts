import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRegularExpressionLiteral, type Node } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let everySeen: readonly RegExp[] | undefined;

/** Every expression that runs while the examples of all rules are checked, by its source. */
export function everyPattern(): readonly RegExp[] {
  everySeen ??= seenRunning();
  return everySeen;
}

function seenRunning(): readonly RegExp[] {
  const seen = new Map<string, RegExp>();
  const { exec, test } = RegExp.prototype;
  const noted = <T>(run: (this: RegExp, text: string) => T) =>
    function (this: RegExp, text: string): T {
      seen.set(`${this.flags}/${this.source}`, this);
      return run.call(this, text);
    };
  RegExp.prototype.exec = noted(exec);
  RegExp.prototype.test = noted(test);
  try {
    for (const { examples } of rules)
      for (const example of [...examples.bad, ...examples.good]) {
        const text = (typeof example === 'string' ? example : example.text).replace(/[⟦⟧]/g, '');
        lint(openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }), { rules });
      }
  } finally {
    RegExp.prototype.exec = exec;
    RegExp.prototype.test = test;
  }
  return [...seen.values()];
}

/** Those that are made while the rules are loaded, in a process that has loaded nothing before. */
export function madePatterns(): readonly RegExp[] {
  const program = fileURLToPath(new URL('made.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', program], { cwd: root, maxBuffer: 2 ** 28 });
  return (JSON.parse(out.toString()) as [string, string][]).map(([source, flags]) => new RegExp(source, flags));
}

/** Those that stand in the sources of the rules, whether something runs them or not. */
export function literalPatterns(): readonly RegExp[] {
  const names = readdirSync(`${root}rules`, { recursive: true, encoding: 'utf8' });
  const found = literalsIn(names.filter((name) => name.endsWith('.ts')).map((name) => `rules/${name}`));
  return [...new Map(found.map(({ pattern }) => [String(pattern), pattern])).values()];
}

/** The regular expressions written in files, by their paths from the root; throws for a file that is none of the project's. */
export function literalsIn(paths: readonly string[]): readonly { readonly path: string; readonly pattern: RegExp }[] {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${root}tsconfig.json`] }).getProjects();
    return paths.flatMap((path) => {
      const file = project?.program.getSourceFile(`${root}${path}`);
      if (!file) throw new Error(`${path} was not read`);
      const found: { path: string; pattern: RegExp }[] = [];
      const visit = (node: Node) => {
        if (isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({ path, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
        }
        node.forEachChild(visit);
      };
      file.forEachChild(visit);
      return found;
    });
  } finally {
    api.close();
  }
}
