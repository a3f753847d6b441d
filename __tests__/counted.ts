/** What tests have counted, and what could not be proved where they ran: the block that ends `.ci/run`. */
import { appendFileSync } from 'node:fs';

/**
 * Adds a line to the file that the environment variable `COUNTED` names; `.ci/run` does, `npm test` alone does not, and
 * stays quiet. The lines are sorted, so each begins with its subject.
 */
export function counted(subject: string, what: string): void {
  if (process.env.COUNTED) appendFileSync(process.env.COUNTED, `${subject}: ${what}\n`);
}
