/** `npm run replay -- 'create 7:lost 12:killed-before'`: one schedule, with everything that was sent. */
import { explore } from './explore.ts';
import { readSchedule } from './schedule.ts';

const verdict = await explore(readSchedule(process.argv.slice(2).join(' ')), (line) => {
  process.stdout.write(`${line}\n`);
});
process.stdout.write(
  verdict.violations.length === 0 ? 'No invariant fell.\n' : `${verdict.violations.join('\n')}\n`,
);
process.exitCode = verdict.violations.length === 0 ? 0 : 1;
