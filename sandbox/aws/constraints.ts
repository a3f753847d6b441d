/** How AWS refuses a parameter that breaks a constraint of its API model, before anything is looked at. */
import { Refused } from '../wire.ts';

/** @param path as AWS writes it, e.g. `tags.1.member.value`. @param value `null` = it is not there. */
export const violation = (path: string, value: string | number | null, constraint: string): Refused =>
  new Refused(
    400,
    'ValidationError',
    `1 validation error detected: Value ${value === null ? 'null' : `'${value}'`} at '${path}' failed to satisfy ` +
      `constraint: Member must ${constraint}`,
  );

/** A required member that is not there. */
export const missing = (path: string): Refused => violation(path, null, 'not be null');

interface Text {
  readonly least: number;
  readonly most: number;
  readonly pattern: RegExp;
  /** As AWS writes it. */
  readonly says: string;
}

/** Refuses a text by its pattern or, failing that, its length. */
export function checkText(path: string, value: string, { least, most, pattern, says }: Text): void {
  if (!pattern.test(value)) throw violation(path, value, `satisfy regular expression pattern: ${says}`);
  const length = [...value].length;
  if (length > most) throw violation(path, value, `have length less than or equal to ${most}`);
  if (length < least) throw violation(path, value, `have length greater than or equal to ${least}`);
}
