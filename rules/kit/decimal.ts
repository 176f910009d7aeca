/** An exact number: `units` of ten to the minus `places`. Sums of money are never floating. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** The exact value of a figure as a program writes it (`1250.5`, `1e-7`); undefined for what is none. */
export function decimal(text: string | number): Decimal | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(String(text));
  const [, sign = '', whole = '', part = '', power = '0'] = found ?? [];
  if (!found || whole + part === '') return undefined;
  const shift = Number(power);
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  const places = part.length - shift;
  return places < 0 ? { units: units * 10n ** BigInt(-places), places: 0 } : { units, places };
}

const unitsAt = ({ units, places }: Decimal, at: number): bigint => units * 10n ** BigInt(at - places);

export const ZERO: Decimal = { units: 0n, places: 0 };

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: unitsAt(a, places) + unitsAt(b, places), places };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, places: a.places + b.places });

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, places: b.places });

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = minus(a, b);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

export const absolute = (a: Decimal): Decimal => (a.units < 0n ? { ...a, units: -a.units } : a);

/** « 12 450,50 »: in French, rounded to so many places, two where it has cents. */
export function inFrench(a: Decimal, most = 2): string {
  const cut = a.places > most ? 10n ** BigInt(a.places - most) : 1n;
  const { units } = absolute(a);
  const rounded = a.places > most ? (units + cut / 2n) / cut : units;
  const places = Math.min(a.places, most);
  const figures = rounded.toString().padStart(places + 1, '0');
  const whole = figures.slice(0, figures.length - places).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const part = figures.slice(figures.length - places).replace(/0+$/, '');
  const cents = part === '' ? '' : `,${most === 2 ? part.padEnd(2, '0') : part}`;
  return `${a.units < 0n && rounded !== 0n ? '-' : ''}${whole}${cents}`;
}
