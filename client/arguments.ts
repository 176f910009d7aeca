const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const haveTexts = (value: unknown, ...keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => typeof value[key] === 'string');

/** `theme/name`, as the ids of rules are: nothing of an address or of a path upwards. */
const RULE = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;
const isRule = (value: unknown): boolean => typeof value === 'string' && RULE.test(value);

const areAll = (value: unknown, check: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(check);

const isPosition = (value: unknown): boolean =>
  isRecord(value) && [value.line, value.character].every((n) => Number.isInteger(n) && (n as number) >= 0);
const isSelected = (value: unknown): boolean =>
  haveTexts(value, 'uri') &&
  isRecord(value) &&
  isRecord(value.range) &&
  isPosition(value.range.start) &&
  isPosition(value.range.end);

/** True for arguments that a command of the light bulb may come with. From the palette some have none. */
export function areArguments(command: string, [first]: readonly unknown[]): boolean {
  switch (command) {
    case 'dce-lint.explain':
      return first === undefined || isRule(first) || areAll(first, (c) => isRecord(c) && isRule(c.rule));
    case 'dce-lint.ignore':
      return areAll(first, (c) => haveTexts(c, 'uri', 'finding', 'title', 'message') && isRecord(c) && isRule(c.rule));
    case 'dce-lint.moreFixes':
      return areAll(first, (c) => haveTexts(c, 'uri', 'finding', 'title', 'of'));
    case 'dce-lint.missed':
      return first === undefined || isSelected(first);
    default:
      return false;
  }
}
