/**
 * Crash anywhere: every fault at every request of every scenario, then fault-free days. The judge (sandbox/judge.ts)
 * looks at the world after every effect; nothing here asks the product what it thinks of itself.
 */
import { describe, expect, it } from '@jest/globals';
import { explore, prepare } from '../../sandbox/explore/explore.ts';
import type { Life } from '../../sandbox/explore/life.ts';
import { scenarios } from '../../sandbox/explore/scenarios.ts';
import { readSchedule, saySchedule, singles } from '../../sandbox/explore/schedule.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { FAULTS } from '../../sandbox/wire.ts';
import { USER } from '../../sandbox/world.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { counted } from '../counted.ts';

describe('every single fault', () => {
  for (const [name, { what }] of Object.entries(scenarios))
    it(`${name}: ${what}`, async () => {
      const undisturbed = await explore({ scenario: name, strikes: [] });
      expect(undisturbed.violations).toEqual([]);
      let schedules = 0;
      for (const schedule of singles(name, undisturbed.requests)) {
        const { schedule: text, violations } = await explore(schedule);
        // On failure this shows the one line that replays it: npm run replay -- '…'
        expect({ schedule: text, violations }).toEqual({ schedule: text, violations: [] });
        schedules++;
      }
      expect(schedules).toBe(undisturbed.requests * FAULTS.length);
      counted('schedules', `${schedules} of one fault in ${name}`);
    });
});

describe('the scenarios are what they say', () => {
  it.each([
    ['create', 'CreateAccessKey'],
    ['bootstrap', 'CreateAccessKey'],
    ['recover-orphan', 'DeleteAccessKey'],
    ['recover-torn', 'PUT'],
    ['recover-unrecorded', 'TagUser'],
    ['deactivate', 'UpdateAccessKey'],
    ['delete', 'DeleteAccessKey'],
    ['urgent', 'UpdateAccessKey'],
    ['create-three', 'PUT'],
  ])('%s sends %s', async (name, operation) => {
    const life = await prepare(name);
    const before = life.world.wire.log.length;
    await life.run();
    expect(life.world.wire.log.slice(before).map((exchange) => exchange.operation)).toContain(operation);
  });
});

/** A process that does as it is told, with its session open. */
async function processOf({ world }: Life, name: string): Promise<Ports> {
  const roleArn = `arn:aws:iam::${world.aws.account}:role/rotate`;
  const { ports } = startProcess(world, { name, roleArn });
  await ports.session.open();
  return ports;
}

describe('the judge can say no', () => {
  it('when a person’s hand puts a dead pair into home', async () => {
    const life = await prepare('create');
    const [key] = life.world.aws.everIssued;
    if (key !== undefined) life.world.aws.drop(key);
    life.judge.endOfCleanRun();
    expect(life.judge.violations).toEqual([
      '1: actions:octo-org/app holds no working pair after a clean run',
    ]);
  });

  it('when the previous key goes too early', async () => {
    const life = await prepare('deactivate');
    life.judge.policy = { ...life.policy, deactivateAfterDays: 30 };
    await life.run();
    expect(life.judge.violations.join()).toMatch(/^2: AKIA\w+ was deactivated 7\.\d+ days after/);
  });

  it('when a key is deleted before its wait is over', async () => {
    const life = await prepare('delete');
    life.judge.policy = { ...life.policy, deleteAfterDays: 30 };
    await life.run();
    expect(life.judge.violations.join()).toMatch(/^3: AKIA\w+ was deleted while Inactive/);
  });

  it('when an urgent run deletes the key that it made Inactive itself; another urgent run may', async () => {
    for (const same of [true, false]) {
      const life = await prepare('urgent');
      await life.run();
      const [old] = life.world.aws.user(USER).keys;
      if (old === undefined) throw new Error('no previous key');
      const first = await processOf(life, 'first');
      old.status = 'Active';
      life.judge.look();
      await first.keys.updateAccessKey(USER, old.id, 'Inactive');
      const second = same ? first : await processOf(life, 'second');
      await second.keys.deleteAccessKey(USER, old.id);
      expect(life.judge.violations).toEqual(
        same ? [expect.stringMatching(/^3: AKIA\w+ was deleted while Inactive, 0\S* days after/)] : [],
      );
    }
  });
});

describe('a schedule', () => {
  it('is one line that says it all', () => {
    for (const text of ['create', 'create 7:lost', 'delete 3:denied 12:killed-before'])
      expect(saySchedule(readSchedule(text))).toBe(text);
    expect(() => readSchedule('create 7:forgotten')).toThrow('is no strike');
  });

  it('happens the same way every time', async () => {
    const twice = [
      await explore(readSchedule('create 12:lost 30:lost')),
      await explore(readSchedule('create 12:lost 30:lost')),
    ];
    expect(twice[0]).toEqual(twice[1]);
  });
});
