const two = (n: number) => String(n).padStart(2, '0');

/** The day, `YYYY-MM-DD`, where the program runs. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
