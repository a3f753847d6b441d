/**
 * Strict parsing of inputs. Every problem is collected, so that one run names them all; `90d`, `9O`, `-1` and `yes`
 * are errors, never a guess.
 */
export class InputReader {
  readonly problems: string[] = [];
  private readonly read: (name: string) => string;

  /** @param read the runner's value of an input, trimmed; empty when it was not given. */
  constructor(read: (name: string) => string) {
    this.read = read;
  }

  problem(name: string, complaint: string): void {
    this.problems.push(`${name}: ${complaint}`);
  }

  text(name: string): string {
    return this.read(name);
  }

  /** Text that must match, or be empty. The value itself is repeated in the complaint unless it is secret. */
  matching(
    name: string,
    pattern: RegExp,
    accepted: string,
    options: { secret?: boolean; required?: boolean } = {},
  ): string {
    const value = this.read(name);
    if (value === '') {
      if (options.required) this.problem(name, `is required: ${accepted}`);
      return value;
    }
    if (!pattern.test(value))
      this.problem(name, `${options.secret ? 'the value' : JSON.stringify(value)} is not ${accepted}`);
    return value;
  }

  /** A whole number in decimal digits, nothing else. */
  wholeNumber(name: string, lowest: number, highest: number): number {
    const value = this.read(name);
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= lowest && number <= highest) return number;
    this.problem(name, `${JSON.stringify(value)} is not a whole number from ${lowest} to ${highest}`);
    // Compares as false with everything: no rule about two inputs speaks when one of them is unreadable.
    return Number.NaN;
  }

  flag(name: string): boolean {
    const value = this.read(name);
    if (value !== 'true' && value !== 'false')
      this.problem(name, `${JSON.stringify(value)} is neither true nor false`);
    return value === 'true';
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.read(name);
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined)
      this.problem(name, `${JSON.stringify(value)} is not one of ${allowed.join(', ')}`);
    return found;
  }

  /** One item a line; empty lines do not count. */
  lines(name: string): string[] {
    return this.read(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
}
