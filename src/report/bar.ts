/** Ages at a glance, in characters that read in the light and the dark. */
import { DAY } from '../rotation/model.ts';

const CELLS = 10;
/** Beyond the mark; more would make a table wider, and say no more. */
const MOST_BEYOND = 5;

/** Ten cells are the whole allowance, what stands beyond the mark is too much: `██████░░░░│` and `██████████│███`. */
export function bar(age: number, maxAgeDays: number): string {
  const filled = Math.ceil((Math.max(0, age) / (maxAgeDays * DAY)) * CELLS);
  const within = Math.min(filled, CELLS);
  const beyond = Math.min(filled - within, MOST_BEYOND);
  return `${'█'.repeat(within)}${'░'.repeat(CELLS - within)}│${'█'.repeat(beyond)}`;
}
