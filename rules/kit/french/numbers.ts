export function roman(s: string): number | undefined {
  if (!/^(?=[ivxlc])(x{0,3}(?:ix|iv|v?i{0,3}))$/.test(s)) return undefined;
  const v: Record<string, number> = { i: 1, v: 5, x: 10 };
  let total = 0;
  for (let k = 0; k < s.length; k++) {
    const a = v[s[k] as string] ?? 0;
    const b = v[s[k + 1] as string] ?? 0;
    total += a < b ? -a : a;
  }
  return total;
}
