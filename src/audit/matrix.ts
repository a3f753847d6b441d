/** A job matrix of the users that are due, for a following job that rotates them. */

/** GitHub: "A matrix will generate a maximum of 256 jobs per workflow run." */
const MATRIX_LIMIT = 256;

export interface Matrix {
  /** `{"include":[{"user-name":…}]}`; with an empty `include` the job must be skipped (`has-due`). */
  readonly json: string;
  /** How many are due beyond the limit; the next run has them. */
  readonly left: number;
}

export function matrixOf(due: readonly string[]): Matrix {
  const include = due.slice(0, MATRIX_LIMIT).map((userName) => ({ 'user-name': userName }));
  return { json: JSON.stringify({ include }), left: due.length - include.length };
}
