import type { Passage } from './passage.ts';

const tableOf = ({ block, cell }: Passage) => (cell ? `${block.index} table ${cell.table}` : undefined);
const listOf = ({ block, list }: Passage) => (list ? `${block.index} list ${list.list}` : undefined);

/** The table or list that a passage is part of; a table in a list is the nearer. */
const groupOf = (p: Passage): string | undefined => tableOf(p) ?? listOf(p);
const groupsOf = (p: Passage): readonly string[] => [tableOf(p), listOf(p)].filter((group) => group !== undefined);

/** « 2. Gros œuvre » after a text goes on with a list that stands above it. */
const goesOn = ({ list, cell }: Passage): boolean => !cell && list?.depth === 1 && (list.number ?? 1) - list.index > 1;

/** An item of a list that the end of a page cuts. */
const isNextItem = (p: Passage, last: Passage): boolean =>
  !p.cell && !last.cell && p.list?.depth === 1 && last.list?.depth === 1;

/** A list under a list under a list…: how many of them are said to introduce one item. */
const MOST_LEADS = 50;

/** What introduces lists and tables, and what each introduction introduces; worked out when first asked. */
export class Leads {
  private readonly passages: readonly Passage[];
  /** Of each block by its index, asides included. */
  private readonly byBlock: readonly (readonly Passage[])[];
  private readonly asides: ReadonlySet<Passage>;
  /** By the list or table: its items and cells have the same. */
  private readonly leads = new Map<string, Passage | undefined>();
  /** Rank in its block of the first passage of each list or table. */
  private readonly firsts = new Map<string, number>();
  private readonly blocksSeen = new Set<number>();
  private led: Map<Passage, Passage[]> | undefined;

  constructor(passages: readonly Passage[], byBlock: readonly (readonly Passage[])[], asides: ReadonlySet<Passage>) {
    this.passages = passages;
    this.byBlock = byBlock;
    this.asides = asides;
  }

  /** The paragraph, heading or parent item before a list or a table; undefined for the rest. */
  of(passage: Passage): Passage | undefined {
    const group = groupOf(passage);
    if (group === undefined || goesOn(passage)) return undefined;
    if (!this.leads.has(group)) this.leads.set(group, this.find(passage, group));
    return this.leads.get(group);
  }

  private firstOf(group: string, siblings: readonly Passage[], block: number): number {
    if (!this.blocksSeen.has(block)) {
      this.blocksSeen.add(block);
      for (const [i, p] of siblings.entries())
        for (const each of groupsOf(p)) if (!this.firsts.has(each)) this.firsts.set(each, i);
    }
    return this.firsts.get(group) ?? 0;
  }

  /** Items of the lists that a passage introduces, with those below them. */
  items(passage: Passage): readonly Passage[] {
    this.led ??= this.itemsByLead();
    return this.led.get(passage) ?? [];
  }

  private itemsByLead(): Map<Passage, Passage[]> {
    const led = new Map<Passage, Passage[]>();
    for (const p of this.passages) {
      let lead = p.list ? this.of(p) : undefined;
      for (let turns = 0; lead && turns < MOST_LEADS; turns++) {
        const items = led.get(lead) ?? [];
        items.push(p);
        led.set(lead, items);
        lead = lead.list ? this.of(lead) : undefined;
      }
    }
    return led;
  }

  private find(passage: Passage, group: string): Passage | undefined {
    const siblings = this.byBlock[passage.block.index] ?? [];
    const { list, cell } = passage;
    if (list?.parent !== undefined && !cell) return siblings[list.parent];
    let before = this.firstOf(group, siblings, passage.block.index) - 1;
    if (!cell) {
      // « - - a », then « - b »: the list of b begins with that of a, which stands in it and below none of its items.
      let above = before;
      while ((siblings[above]?.list?.depth ?? 0) > 1) above--;
      if (!siblings[above]?.list) before = above;
    }
    for (; before >= 0; before--) if (!siblings[before]?.isQuoted) return siblings[before];
    return this.before(passage);
  }

  /** What stands over the block of the first item or cell; what introduces the list, where the end of a page cuts it. */
  private before(passage: Passage): Passage | undefined {
    let isPageOver = false;
    for (let b = passage.block.index - 1; b >= 0; b--) {
      const last = this.byBlock[b]?.findLast((p) => !this.asides.has(p));
      if (last) return isPageOver && isNextItem(passage, last) ? this.of(last) : last;
      isPageOver ||= this.byBlock[b]?.some((p) => this.asides.has(p)) === true;
    }
    return undefined;
  }
}
