import type { Passage } from './passage.ts';

/** What introduces lists and tables, and what each introduction introduces; worked out when first asked. */
export class Leads {
  private readonly passages: readonly Passage[];
  /** Of each block by its index, asides included. */
  private readonly byBlock: readonly (readonly Passage[])[];
  private readonly asides: ReadonlySet<Passage>;
  private readonly leads = new Map<Passage, Passage | undefined>();
  private led: Map<Passage, Passage[]> | undefined;

  constructor(passages: readonly Passage[], byBlock: readonly (readonly Passage[])[], asides: ReadonlySet<Passage>) {
    this.passages = passages;
    this.byBlock = byBlock;
    this.asides = asides;
  }

  /** The paragraph, heading or parent item before a list or a table; undefined for the rest. */
  of(passage: Passage): Passage | undefined {
    if (!passage.list && !passage.cell) return undefined;
    if (!this.leads.has(passage)) this.leads.set(passage, this.find(passage));
    return this.leads.get(passage);
  }

  /** Items of the lists that a passage introduces, with those below them. */
  items(passage: Passage): readonly Passage[] {
    if (!this.led) {
      this.led = new Map();
      for (const p of this.passages) {
        for (let lead = p.list ? this.of(p) : undefined; lead; lead = lead.list ? this.of(lead) : undefined) {
          const items = this.led.get(lead) ?? [];
          items.push(p);
          this.led.set(lead, items);
        }
      }
    }
    return this.led.get(passage) ?? [];
  }

  private find(passage: Passage): Passage | undefined {
    const siblings = this.byBlock[passage.block.index] ?? [];
    const { list, cell } = passage;
    if (list?.parent !== undefined && !cell) return siblings[list.parent];
    const isFirst = (p: Passage) => (cell ? p.cell?.table === cell.table : p.list?.list === list?.list);
    let before = siblings.findIndex(isFirst) - 1;
    if (!cell) {
      // « - - a », then « - b »: the list of b begins with that of a, which stands in it and below none of its items.
      let above = before;
      while ((siblings[above]?.list?.depth ?? 0) > 1) above--;
      if (!siblings[above]?.list) before = above;
    }
    for (; before >= 0; before--) if (!siblings[before]?.isQuoted) return siblings[before];
    for (let b = passage.block.index - 1; b >= 0; b--) {
      const last = this.byBlock[b]?.findLast((p) => !this.asides.has(p));
      if (last) return last;
    }
    return undefined;
  }
}
