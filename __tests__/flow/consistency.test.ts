/** IAM may show the past; a run does not take its own writes for somebody else's, nor an old answer for a decision. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STALE_READS } from '../../sandbox/aws/account.ts';
import { Life } from '../../sandbox/explore/life.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { USER } from '../../sandbox/world.ts';
import { askUntil, isBehind, readingOwnWrites } from '../../src/flow/consistency.ts';
import type { KeyStore } from '../../src/flow/ports.ts';
import { awsTime, type Journal, type KeyRecord, MINUTE, SECOND } from '../../src/rotation/model.ts';

const unheard = { clock: { sleep: async () => {} }, log: { info: () => {} } };

/** A user with one key, in a session that may do everything a rotation does; reads lag by up to `lag` milliseconds. */
async function store(lag: number, seed = 1) {
  const life = new Life({ settled: true });
  const deployed = life.deployKey(10);
  life.world.aws.staleSeed = seed;
  life.world.aws.staleness = Object.fromEntries(STALE_READS.map((read) => [read, lag]));
  const { ports } = startProcess(life.world, {
    name: 'writer',
    roleArn: `arn:aws:iam::${life.world.aws.account}:role/rotate`,
  });
  await ports.session.open();
  const asked = (operation: string): number =>
    life.world.wire.log.filter((exchange) => exchange.operation === operation).length;
  return { life, deployed, raw: ports.keys, keys: readingOwnWrites(ports.keys, ports), asked };
}

/** The user's keys and tags as IAM has them, lag or not. */
const truth = (life: Life) => ({
  keys: life.world.aws.user(USER).keys.map(({ id, status }) => `${id} ${status}`),
  tags: [...life.world.aws.user(USER).tags.values()].map(({ key, value }) => `${key}=${value}`).sort(),
});

async function shown(keys: KeyStore) {
  const [listed, tags] = await Promise.all([keys.listAccessKeys(USER), keys.listUserTags(USER)]);
  return {
    keys: listed.map(({ id, status }) => `${id} ${status}`),
    tags: [...tags].map(([key, value]) => `${key}=${value}`).sort(),
  };
}

type Write = 'create' | 'toggle' | 'delete' | 'tag' | 'retag' | 'untag';
const WRITES: readonly Write[] = ['create', 'toggle', 'delete', 'tag', 'retag', 'untag'];

async function write(kind: Write, keys: KeyStore, life: Life): Promise<void> {
  const [, own] = life.world.aws.user(USER).keys;
  if (kind === 'tag') await keys.tagUser(USER, new Map([['key-rotation:one', 'a'], ['key-rotation:two', 'b']])); // biome-ignore format: two tags
  if (kind === 'retag') await keys.tagUser(USER, new Map([['KEY-ROTATION:one'.toLowerCase(), 'c']]));
  if (kind === 'untag') await keys.untagUser(USER, ['key-rotation:One']);
  if (kind === 'create' && own === undefined) await keys.createAccessKey(USER);
  if (kind === 'toggle' && own !== undefined)
    await keys.updateAccessKey(USER, own.id, own.status === 'Active' ? 'Inactive' : 'Active');
  if (kind === 'delete' && own !== undefined) await keys.deleteAccessKey(USER, own.id);
}

describe('a run that reads what it wrote', () => {
  it('sees every one of its writes, whatever the lag of each read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WRITES), { maxLength: 8 }),
        fc.integer(),
        async (writes, seed) => {
          const { life, keys } = await store(8 * SECOND, seed);
          for (const kind of writes) {
            await write(kind, keys, life);
            expect(await shown(keys)).toEqual(truth(life));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('asks once where nothing lags', async () => {
    const { life, keys, asked } = await store(0);
    for (const kind of WRITES) await write(kind, keys, life);
    await shown(keys);
    expect([asked('ListAccessKeys'), asked('ListUserTags')]).toEqual([1, 1]);
  });

  it('leaves a deleted key out without asking again: it never comes back', async () => {
    const { life, deployed, keys, raw, asked } = await store(0);
    const kept = await raw.listAccessKeys(USER);
    const old = readingOwnWrites({ ...raw, listAccessKeys: async () => kept }, unheard);
    await old.deleteAccessKey(USER, deployed.id);
    expect(await old.listAccessKeys(USER)).toEqual([]);
    // The same if somebody else was faster.
    await expect(keys.deleteAccessKey(USER, deployed.id)).rejects.toMatchObject({ code: 'NoSuchEntity' });
    expect([asked('ListAccessKeys'), truth(life).keys]).toEqual([1, []]);
  });

  it('believes what stays so: somebody undid the write', async () => {
    const { life, deployed, keys, asked } = await store(0);
    await keys.updateAccessKey(USER, deployed.id, 'Inactive');
    await keys.tagUser(USER, new Map([['key-rotation:one', 'a']]));
    deployed.status = 'Active';
    life.world.aws.user(USER).tags.clear();
    for (const _ of [1, 2]) expect(await shown(keys)).toEqual(truth(life));
    // Asked for a quarter of a minute the first time, once the second.
    expect([asked('ListAccessKeys'), asked('ListUserTags')]).toEqual([16, 16]);
  });
});

it('asking again ends', async () => {
  let asked = 0;
  const lines: string[] = [];
  const never = await askUntil(
    { ...unheard, log: { info: (line: string) => lines.push(line) } },
    async () => ++asked,
    () => false,
  );
  expect(never).toEqual({ answer: 15, agreed: false });
  expect(lines).toEqual(
    [5, 10].map((times) => `IAM does not show yet what was written; asked ${times} times so far.`),
  );
});

describe('a list of keys is an old one', () => {
  const now = awsTime(Date.parse('2026-01-05T06:00:00Z'));
  const journal = (record: KeyRecord | null): Journal => ({
    intents: [],
    records: new Map(record === null ? [] : [['AKIAONE', record]]),
    unreadable: [],
    described: new Set(),
    othersTags: 0,
  });
  const behind = (
    status: 'Active' | 'Inactive',
    state: 'adopted' | 'inactive' | 'reactivated',
    ago: number,
  ) =>
    isBehind(
      [{ id: 'AKIAONE', status, createdAt: awsTime(0) }],
      journal({ state, at: awsTime(now - ago) }),
      null,
      now,
    );

  it('if it lacks the key that STS accepts', () => {
    expect(isBehind([], journal(null), 'AKIAONE', now)).toBe(true);
    expect(isBehind([], journal(null), null, now)).toBe(false);
  });

  it('if it contradicts what a run recorded less than a minute ago; later it is somebody’s decision', () => {
    const found = (['Active', 'Inactive'] as const).flatMap((status) =>
      (['adopted', 'inactive', 'reactivated'] as const).flatMap((state) =>
        [0, MINUTE - 1, MINUTE]
          .filter((ago) => behind(status, state, ago))
          .map((ago) => [status, state, ago]),
      ),
    );
    expect(found).toEqual([
      ['Active', 'inactive', 0],
      ['Active', 'inactive', MINUTE - 1],
      ['Inactive', 'reactivated', 0],
      ['Inactive', 'reactivated', MINUTE - 1],
    ]);
  });
});

describe('a failure', () => {
  it('says what the run did before it, although the step that failed changed nothing', async () => {
    const life = new Life({ settled: true, policy: { force: true } });
    life.deployKey(10);
    const orphan = life.world.aws.addKey(USER, { createdAt: life.world.clock.now - 60 * MINUTE });
    tagIntent(life, 60 * MINUTE + 5 * SECOND);
    life.world.wire.faultFor = ({ operation }) => {
      // Right after the orphan is gone another run announces itself.
      if (operation === 'TagUser') tagIntent(life, 0);
      return null;
    };
    life.judge.look();
    const result = await life.run();
    expect(result === 'killed' ? result : result.failure).toMatchObject({
      code: 'lease-taken',
      state: expect.stringMatching(
        new RegExp(`^Before that: key …${orphan.id.slice(-4)}: deleted: .*\\. Nothing else was changed\\.$`),
      ),
    });
  });

  it('comes before the key, if IAM never lists what the run announced', async () => {
    const life = new Life({ settled: true });
    life.deployKey(61);
    life.world.wire.afterEffect = ({ operation }) => {
      // Terraform owns the tags, and applies at the worst moment.
      if (operation === 'TagUser') life.world.aws.user(USER).tags.clear();
    };
    const result = await life.run();
    expect(result === 'killed' ? result : result.failure?.message).toBe(
      'No key was created: IAM does not list what this run announced.',
    );
    expect(life.world.aws.user(USER).keys).toHaveLength(1);
  });
});

function tagIntent(life: Life, ago: number): void {
  const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  const key = 'key-rotation:intent:other';
  life.world.aws.user(USER).tags.set(key, {
    key,
    value: `aws=${iso(life.world.clock.aws - ago)} github=${iso(life.world.clock.gitHub - ago)} run=9-1`,
  });
}
