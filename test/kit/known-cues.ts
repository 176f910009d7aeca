import { fromBase64 } from '../../rules/kit/binary.ts';
import type { KnownCues } from '../../rules/kit/cue-finder.ts';

/** Of each cue that is known: its units, and by which of them it is found. */
export function cuesOf({ count, units, tables }: KnownCues): { readonly units: string; readonly spot: number }[] {
  const records = new Int32Array(Uint8Array.from(fromBase64(tables.records)).buffer);
  return Array.from({ length: count }, (_, i) => {
    const [start, end, , spot] = records.subarray((i + 1) * 4, (i + 2) * 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    return { units: units.slice(start, end), spot: Math.floor(spot / 4) };
  });
}
