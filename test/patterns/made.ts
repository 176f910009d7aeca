/** Loads the rules, and prints every expression that is made meanwhile other than by a literal. */
const made = new Map<string, [string, string]>();
globalThis.RegExp = new Proxy(RegExp, {
  construct(of, args, target) {
    const pattern = Reflect.construct(of, args, target) as RegExp;
    made.set(String(pattern), [pattern.source, pattern.flags]);
    return pattern;
  },
});
await import('../../rules/index.ts');
process.stdout.write(JSON.stringify([...made.values()]));

export {};
