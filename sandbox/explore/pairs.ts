/**
 * Every pair of faults of a scenario's run, the second one anywhere up to the end of the recovery. A program of its own
 * (`node build/sandbox/explore/pairs.js SCENARIO PART PARTS [TARGET]`), since code inside jest's realm runs at half the speed.
 */
import { FAULTS } from '../wire.ts';
import { explore, seconds } from './explore.ts';
import { singles } from './schedule.ts';

export interface Tally {
  schedules: number;
  effects: number;
  readonly broken: { schedule: string; violations: readonly string[] }[];
}

/**
 * @param part which of `parts` shares of the first faults; so that two cores work.
 * @param involving only pairs of which one strikes a request about this; empty = all.
 */
async function explorePairs(
  scenario: string,
  part: number,
  parts: number,
  involving: string,
): Promise<Tally> {
  const tally: Tally = { schedules: 0, effects: 0, broken: [] };
  const { requests } = await explore({ scenario, strikes: [] });
  for (const first of singles(scenario, requests)) {
    const [strike] = first.strikes;
    if (strike === undefined || strike.at % parts !== part) continue;
    const { requestsToRecovery, targets } = await explore(first);
    const involves = (at: number): boolean => targets[at - 1]?.startsWith(involving) ?? false;
    for (const schedule of seconds(first, strike.at + 1, requestsToRecovery, FAULTS)) {
      const [, second] = schedule.strikes;
      // Up to the second fault both schedules are the same, so what it strikes is known beforehand.
      if (second === undefined || !(involves(strike.at) || involves(second.at))) continue;
      const { schedule: text, violations, effects } = await explore(schedule);
      tally.schedules++;
      tally.effects += effects;
      if (violations.length > 0 && tally.broken.length < 20)
        tally.broken.push({ schedule: text, violations });
    }
  }
  return tally;
}

const [scenario = 'create-settled', part = '0', parts = '1', involving = ''] = process.argv.slice(2);
process.stdout.write(
  `${JSON.stringify(await explorePairs(scenario, Number(part), Number(parts), involving))}\n`,
);
