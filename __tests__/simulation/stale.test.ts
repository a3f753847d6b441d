/**
 * IAM is eventually consistent: a read may show the past. Here every read of the run's lags by its own amount of up to
 * eight seconds, differently for every seed. No invariant falls, and no run is red for nothing but an old answer.
 */
import { describe, expect, it } from '@jest/globals';
import { prepare } from '../../sandbox/explore/explore.ts';
import type { Life, RunResult } from '../../sandbox/explore/life.ts';
import { scenarios } from '../../sandbox/explore/scenarios.ts';
import { USER } from '../../sandbox/world.ts';
import { DAY, SECOND } from '../../src/rotation/model.ts';

const STALENESS = 8 * SECOND;
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

function letReadsLag(life: Life, seed: number): void {
  life.world.aws.staleSeed = seed;
  life.world.aws.staleness = {
    ListAccessKeys: STALENESS,
    GetAccessKeyLastUsed: STALENESS,
    ListUserTags: STALENESS,
  };
}

/** What is wrong with a run, or nothing. */
function redness(result: RunResult): string[] {
  if (result === 'killed') return ['killed'];
  const { failure, plan } = result;
  if (failure !== null) return [`${failure.code}: ${failure.message}`];
  return plan?.outcome === 'refuse' ? [`${plan.reason}: ${plan.message}`] : [];
}

/** Everything that a run says it did, once: `created …ABCD`. */
const told = (result: RunResult): string[] =>
  result === 'killed' ? [] : result.deeds.map(({ kind, key, what }) => `${kind} ${key}: ${what}`);

/** The days of the exploration (sandbox/explore/explore.ts); at the end everything is at rest. */
const DAYS = [0, 1, 2, 10, 26, 27];

/** @param again milliseconds after which each run is followed by another; `null` = it is not. */
async function live(name: string, seed: number, again: number | null): Promise<string[]> {
  const life = await prepare(name);
  letReadsLag(life, seed);
  const complaints: string[] = [];
  const deeds: string[] = [];
  const outcomes: (string | undefined)[] = [];
  const run = async (day: number): Promise<void> => {
    const result = await life.run();
    outcomes.push(result === 'killed' ? result : result.plan?.outcome);
    deeds.push(...told(result));
    complaints.push(...redness(result).map((what) => `day ${day}: ${what}`));
    life.policy = { ...life.policy, force: false };
    life.judge.policy = life.policy;
  };
  let today = 0;
  for (const day of DAYS) {
    life.days(day - today);
    today = day;
    await run(day);
    life.use();
    if (again === null || day === DAYS.at(-1)) continue;
    life.world.clock.advance(again);
    await run(day);
    today += again / DAY;
  }
  const twice = deeds.filter((deed, index) => deeds.indexOf(deed) !== index);
  if (again === null && twice.length > 0) complaints.push(`told twice: ${twice.join(', ')}`);
  const invented = deeds.filter((deed) => deed.includes('reactivated'));
  if (invented.length > 0) complaints.push(`nobody did this: ${invented.join(', ')}`);
  if (life.failedUses > 0) complaints.push(`1: ${life.failedUses} failed uses`);
  const [outcome] = outcomes.slice(-1);
  if (outcome !== 'idle') complaints.push('6: not at rest');
  const { keys } = life.world.aws.user(USER);
  if (keys.length !== 1) complaints.push(`6: ${keys.length} keys are left`);
  return [...life.judge.violations, ...complaints];
}

describe('reads that lag by up to eight seconds', () => {
  for (const [name, { what }] of Object.entries(scenarios))
    it(`${name}: ${what}`, async () => {
      for (const seed of SEEDS)
        for (const again of [null, SECOND / 2])
          expect({ seed, again, complaints: await live(name, seed, again) }).toEqual({
            seed,
            again,
            complaints: [],
          });
    });
});
