/** People and their decisions: what they did is respected, and what they did wrong is named. Whole lives, in process. */
import { describe, expect, it } from '@jest/globals';
import { Life, type LifeOptions, type RunResult } from '../../sandbox/explore/life.ts';
import { HOME, ID_NAME, SECRET_NAME, USER } from '../../sandbox/world.ts';
import { MINUTE } from '../../src/rotation/model.ts';

const reasonOf = (result: RunResult): string =>
  result === 'killed' ? result : (result.failure?.code ?? result.plan?.reason ?? 'nothing');
const deedsOf = (result: RunResult): string[] =>
  result === 'killed' ? [] : [...new Set(result.deeds.map(({ kind }) => kind))];

/** Due, rotated on day 0, then a run a day; the consumer follows at once. */
async function rotatedDaysAgo(days: number, options: LifeOptions = {}): Promise<Life> {
  const life = new Life(options);
  life.deployKey(61);
  await life.run();
  for (let day = 0; day < days; day++) {
    life.days(1);
    life.use();
    await life.run();
  }
  return life;
}

const keysOf = (life: Life) => life.world.aws.user(USER).keys;
const sound = (life: Life): void => expect(life.judge.violations).toEqual([]);

describe('a key made Active again by hand', () => {
  it('waits anew instead of being deactivated at once', async () => {
    const life = await rotatedDaysAgo(9);
    const previous = keysOf(life)[0];
    if (previous === undefined) throw new Error('no previous key');
    expect(previous.status).toBe('Inactive');
    previous.status = 'Active';
    life.judge.look();
    life.days(1);
    const result = await life.run();
    expect([deedsOf(result), reasonOf(result)]).toEqual([['recorded'], 'gate-shut']);
    life.days(6.5);
    expect(reasonOf(await life.run())).toBe('gate-shut');
    life.days(1);
    expect(deedsOf(await life.run())).toContain('deactivated');
    sound(life);
  });
});

describe('a key made Inactive by hand', () => {
  it('starts its wait for deletion when it is first seen so', async () => {
    const life = await rotatedDaysAgo(2);
    const previous = keysOf(life)[0];
    if (previous === undefined) throw new Error('no previous key');
    previous.status = 'Inactive';
    previous.statusSince = life.world.clock.now;
    life.judge.look();
    life.days(1);
    expect(deedsOf(await life.run())).toEqual(['recorded']);
    life.days(13.9);
    expect(deedsOf(await life.run())).toEqual([]);
    life.days(1);
    expect(deedsOf(await life.run())).toEqual(['deleted']);
    sound(life);
  });

  it('that is the deployed one is a person’s decision, until force', async () => {
    const life = new Life();
    const key = life.deployKey(30);
    key.status = 'Inactive';
    life.judge.look();
    expect(reasonOf(await life.run())).toBe('deployed-key-inactive');
    life.policy = { ...life.policy, force: true };
    expect(deedsOf(await life.run())).toContain('created');
    sound(life);
  });
});

describe('a secret edited by hand', () => {
  it('is called so, and nothing is touched', async () => {
    const life = new Life();
    life.deployKey(30);
    life.world.github.setSecret(HOME, SECRET_NAME, 'edited/by/hand+0000000000000000000000000');
    life.judge.look();
    expect(reasonOf(await life.run())).toBe('deployed-pair-refused');
    expect(life.judge.effects).toBe(0);
  });

  it('that rolls back to the old pair is not overwritten', async () => {
    const life = await rotatedDaysAgo(1);
    const [old] = keysOf(life);
    if (old === undefined) throw new Error('no old key');
    life.world.github.setSecret(HOME, SECRET_NAME, old.secret);
    life.world.github.setSecret(HOME, ID_NAME, old.id);
    life.judge.look();
    life.days(1);
    expect(reasonOf(await life.run())).toBe('inputs-outdated');
    sound(life);
  });

  it('an ID beside the right secret is mended', async () => {
    const life = new Life();
    life.deployKey(30);
    life.world.github.setSecret(HOME, ID_NAME, 'AKIAEDITEDBYHAND2222');
    life.judge.look();
    expect(deedsOf(await life.run())).toContain('repaired');
    life.use();
    expect(life.failedUses).toBe(0);
  });
});

describe('stale inputs', () => {
  it('of a re-run that was queued before the rotation are refused', async () => {
    const life = new Life();
    life.deployKey(61);
    const queuedEarlier = life.deployed();
    await life.run();
    life.days(1);
    expect(reasonOf(await life.run(queuedEarlier))).toBe('inputs-outdated');
    sound(life);
  });

  it('while another run may be at work are told until when', async () => {
    const life = new Life();
    life.deployKey(61);
    const creating = life.process();
    // Sent as far as its CreateAccessKey, then killed.
    life.strike([{ at: 20, fault: 'killed-before' }]);
    await creating.outcome;
    life.strike([]);
    life.world.clock.advance(10 * MINUTE);
    const result = await life.run();
    expect(reasonOf(result)).toBe('another-run');
    life.world.clock.advance(25 * MINUTE);
    expect(deedsOf(await life.run())).toEqual(['deleted', 'created']);
    sound(life);
  });
});

describe('a foreign key', () => {
  it('that appeared after ours stops everything', async () => {
    const life = new Life();
    life.deployKey(30);
    life.days(1);
    life.world.aws.addKey(USER);
    life.judge.look();
    expect(reasonOf(await life.run())).toBe('foreign-key');
    expect(life.judge.effects).toBe(0);
  });

  it('is retired like a previous key when it is handed over', async () => {
    const life = new Life({ policy: { foreignKey: 'retire' } });
    life.deployKey(30);
    life.days(1);
    life.world.aws.addKey(USER);
    life.judge.look();
    const deeds: string[] = [];
    for (let day = 0; day < 25; day++) {
      deeds.push(...deedsOf(await life.run()).map((deed) => `${day} ${deed}`));
      life.days(1);
      life.use();
    }
    expect(deeds).toEqual(['0 recorded', '7 deactivated', '21 deleted']);
    sound(life);
  });

  it('that home may hold is not retired, whatever the tags have lost', async () => {
    const life = new Life({ policy: { foreignKey: 'retire' } });
    life.deployKey(61);
    const hidden = life.deployed();
    await life.run();
    life.world.aws.user(USER).tags.clear();
    // An environment's secret hides home's: the job keeps receiving the old pair.
    for (let day = 0; day < 25; day++) {
      life.days(1);
      expect(reasonOf(await life.run(hidden))).toBe('inputs-outdated');
      life.use();
    }
    expect(life.failedUses).toBe(0);
    sound(life);
  });

  it('older than ours warns, then blocks, then is red', async () => {
    const life = new Life();
    life.world.aws.addKey(USER, { createdAt: life.world.aws.daysAgo(400) });
    life.deployKey(50);
    const outcome = async () => {
      const result = await life.run();
      return result === 'killed' ? result : `${result.plan?.outcome} ${result.plan?.reason}`;
    };
    const told = [await outcome()];
    life.days(12);
    told.push(await outcome());
    life.days(30);
    told.push(await outcome());
    expect(told).toEqual(['warn foreign-key', 'warn rotation-blocked', 'refuse rotation-blocked']);
    sound(life);
  });
});

describe('a straggler', () => {
  it('keeps the old key Active as long as it is used, and is named', async () => {
    const life = new Life();
    life.deployKey(61);
    const old = life.deployed();
    await life.run();
    let message = '';
    for (let day = 0; day < 40; day++) {
      life.days(1);
      life.world.aws.authenticate(old, 'ec2', 'ap-south-1');
      life.world.clock.advance(30 * MINUTE);
      const result = await life.run();
      message = result === 'killed' ? '' : (result.plan?.message ?? '');
    }
    expect(keysOf(life).map(({ status }) => status)).toEqual(['Active', 'Active']);
    expect(message).toContain('ec2 in ap-south-1');
    sound(life);
  });
});

describe('urgent', () => {
  it('the leaked key is Inactive at the end of the same run', async () => {
    const life = new Life({ policy: { force: true, deactivateAfterDays: 0, quietDays: 0 } });
    life.deployKey(3);
    expect(deedsOf(await life.run())).toEqual(['created', 'deactivated']);
    expect(keysOf(life).map(({ status }) => status)).toEqual(['Inactive', 'Active']);
    sound(life);
  });

  it('twice: the first leaked key gives up its slot, and the report says so', async () => {
    const life = new Life({ policy: { force: true, deactivateAfterDays: 0, quietDays: 0 } });
    life.deployKey(3);
    await life.run();
    life.days(1);
    const result = await life.run();
    expect(deedsOf(result)).toEqual(['deleted', 'created', 'deactivated']);
    expect(result === 'killed' ? '' : result.deeds[0]?.what).toContain('before its wait was over');
    sound(life);
  });
});

describe('tags that somebody else owns', () => {
  it('lost every night (Terraform) only delay: nothing is deactivated, and in the end a person is called', async () => {
    const life = new Life();
    life.deployKey(61);
    let last: RunResult = 'killed';
    for (let day = 0; day < 95; day++) {
      last = await life.run();
      life.world.aws.user(USER).tags.clear();
      life.days(1);
      life.use();
    }
    expect(keysOf(life).map(({ status }) => status)).toEqual(['Active', 'Active']);
    expect(last === 'killed' ? last : last.plan?.outcome).toBe('refuse');
    sound(life);
  });

  it('edited into nonsense are reported, and count as absent', async () => {
    const life = await rotatedDaysAgo(3);
    for (const tag of life.world.aws.user(USER).tags.values()) tag.value = 'nonsense';
    life.days(1);
    const result = await life.run();
    expect(result === 'killed' ? [] : result.before?.journal.unreadable.length).toBeGreaterThan(0);
    sound(life);
  });
});

describe('a dry run', () => {
  it('says what would be done, and sends nothing that changes anything', async () => {
    const life = new Life();
    life.deployKey(61);
    const result = await life.dryRun();
    expect(result.plan).toMatchObject({ reason: 'rotation-due', steps: [{ kind: 'create' }] });
    expect(life.world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
    expect(result.deeds).toEqual([]);
  });
});
