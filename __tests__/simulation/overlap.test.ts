/** Two runs at once, at most two switches between them, at every pair of request boundaries. */
import { expect, it } from '@jest/globals';
import { Life } from '../../sandbox/explore/life.ts';
import { overlap } from '../../sandbox/explore/overlap.ts';
import { MINUTE } from '../../src/rotation/model.ts';
import { counted } from '../counted.ts';

const due = (): Life => {
  const life = new Life({ settled: true });
  life.deployKey(61);
  return life;
};

const lengthOfARun = async (): Promise<number> => {
  const life = due();
  await life.run();
  return life.world.wire.log.length;
};

interface Result {
  readonly violations: readonly string[];
  /** What A was about to send when it fell asleep. */
  readonly asleepBefore: string;
}

async function explore(first: number, second: number, sleep: number): Promise<Result> {
  const life = due();
  await overlap(life, { first, second, sleep });
  const ofA = life.world.wire.log.filter((exchange) => exchange.run === 'run-1');
  const next = ofA[first];
  const asleepBefore = next === undefined ? 'the end' : `${next.operation} ${next.target}`;
  for (const days of [1, 1, 8, 16, 1]) {
    life.days(days);
    await life.run();
    life.use();
  }
  const [user] = life.world.aws.users.values();
  const violations = [...life.judge.violations];
  if (life.failedUses > 0) violations.push(`1: ${life.failedUses} failed uses`);
  if (user?.keys.length !== 1) violations.push(`6: ${user?.keys.length} keys are left`);
  return { violations, asleepBefore };
}

it('breaks nothing while each run stays within its lease', async () => {
  const requests = await lengthOfARun();
  let schedules = 0;
  for (let first = 0; first <= requests; first++)
    for (let second = 0; second <= requests; second++) {
      const { violations } = await explore(first, second, 0);
      expect({ first, second, violations }).toEqual({ first, second, violations: [] });
      schedules++;
    }
  counted('schedules', `${schedules} of two overlapping runs within the lease`);
  expect(schedules).toBeGreaterThan(500);
});

it('beyond the lease breaks only where docs/protocol.md says so', async () => {
  const requests = await lengthOfARun();
  const broken = new Map<string, Set<string>>();
  let schedules = 0;
  for (let first = 0; first <= requests; first++)
    for (let second = 0; second <= requests; second++) {
      const { violations, asleepBefore } = await explore(first, second, 60 * MINUTE);
      schedules++;
      for (const violation of violations) {
        const kinds = broken.get(asleepBefore) ?? new Set();
        kinds.add(violation.slice(0, 1));
        broken.set(asleepBefore, kinds);
      }
    }
  counted(
    'schedules',
    `${schedules} of two overlapping runs beyond the lease; broken: ${JSON.stringify([...broken].map(([at, kinds]) => [at, [...kinds]]))}`,
  );
  expect(new Map([...broken].map(([at, kinds]) => [at, [...kinds].sort()]))).toEqual(
    // One place, and the only one: the check of the lease is followed by a PUT, and nothing can come between the two
    // but sleep. The other run has given the key up as an orphan by then.
    new Map([['PUT actions:octo-org/app AWS_SECRET_ACCESS_KEY', ['1', '3']]]),
  );
});
