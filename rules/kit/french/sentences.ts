export function sentences(text: string): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  const re = /[^.!?]+(?:[.!?]+(?=\s+[A-ZÀ-Ý«]|$)|[.!?](?!\s+[A-ZÀ-Ý«])|$)+/g;
  for (let m = re.exec(text); m; m = re.exec(text)) {
    const lead = m[0].length - m[0].trimStart().length;
    out.push({ from: m.index + lead, to: m.index + m[0].trimEnd().length });
    if (m[0] === '') re.lastIndex++;
  }
  return out;
}
