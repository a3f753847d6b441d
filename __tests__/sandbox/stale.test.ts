/** Reads that lag: what the sandbox's IAM shows was true at some instant, not longer ago than it is told to be stale. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AwsAccount, STALE_READS, type StaleRead } from '../../sandbox/aws/account.ts';
import * as iam from '../../sandbox/aws/iam.ts';
import { WorldClock } from '../../sandbox/clock.ts';
import { Refused } from '../../sandbox/wire.ts';
import { SECOND } from '../../src/rotation/model.ts';

const UserName = 'deployer';
const MOST = 8 * SECOND;

function account(staleness: Partial<Record<StaleRead, number>>, seed = 1) {
  const clock = new WorldClock('2026-01-05T06:00:00Z');
  const aws = new AwsAccount(clock, { staleness, lastUsedDelay: 0 });
  const by = aws.userPrincipal(aws.addUser(UserName, { allow: [{ actions: ['iam:*'], users: '*' }] }));
  aws.staleSeed = seed;
  clock.advance(MOST);
  return { clock, aws, by };
}
type Account = ReturnType<typeof account>;

/** Everything that the reads say of the user and of every key there ever was. */
const reads: Readonly<Record<StaleRead, (account: Account) => unknown>> = {
  ListAccessKeys: ({ aws, by }) =>
    iam.listAccessKeys(aws, by, { UserName }).AccessKeyMetadata.map((key) => [key.AccessKeyId, key.Status]),
  ListUserTags: ({ aws, by }) => iam.listUserTags(aws, by, { UserName }).Tags,
  GetAccessKeyLastUsed: ({ aws, by }) => {
    // One question, one answer: of the newest key only, since each answer lags by itself.
    const id = aws.everIssued.at(-1)?.id;
    if (id === undefined) return 'no key';
    try {
      return [id, iam.getAccessKeyLastUsed(aws, by, { AccessKeyId: id }).AccessKeyLastUsed.ServiceName];
    } catch (error) {
      if (error instanceof Refused) return [id, error.code];
      throw error;
    }
  },
};

const WRITES: Readonly<Record<string, (account: Account) => void>> = {
  create: ({ aws, by }) => {
    if (aws.user(UserName).keys.length < 2) iam.createAccessKey(aws, by, { UserName });
  },
  use: ({ aws, clock }) => {
    const key = aws.user(UserName).keys.at(-1);
    if (key !== undefined) aws.noteUse(key, `service-${clock.now}`, 'eu-west-1');
  },
  toggle: ({ aws, by }) => {
    const key = aws.user(UserName).keys.at(-1);
    const Status = key?.status === 'Active' ? 'Inactive' : 'Active';
    if (key !== undefined) iam.updateAccessKey(aws, by, { UserName, AccessKeyId: key.id, Status });
  },
  delete: ({ aws, by }) => {
    const key = aws.user(UserName).keys.at(-1);
    if (key !== undefined) iam.deleteAccessKey(aws, by, { UserName, AccessKeyId: key.id });
  },
  tag: ({ aws, by, clock }) => {
    iam.tagUser(aws, by, { UserName, Tags: [{ Key: 'Team', Value: String(clock.now) }] });
  },
  untag: ({ aws, by }) => iam.untagUser(aws, by, { UserName, TagKeys: ['team'] }),
};

const writes = fc.array(
  fc.record({
    write: fc.constantFrom(...Object.keys(WRITES)),
    after: fc.integer({ min: 0, max: 6 * SECOND }),
  }),
  { maxLength: 10 },
);

/** A twin that is never stale tells what was true at every instant. */
function live(read: StaleRead, happened: readonly { write: string; after: number }[], seed: number) {
  const stale = account({ [read]: MOST }, seed);
  const truthful = account({});
  const ask = reads[read];
  const truth: { at: number; says: string }[] = [];
  const answers: { at: number; says: string }[] = [];
  for (const { write, after } of happened) {
    for (const twin of [stale, truthful]) {
      twin.clock.advance(after);
      WRITES[write]?.(twin);
    }
    truth.push({ at: truthful.clock.now, says: JSON.stringify(ask(truthful)) });
    answers.push({ at: stale.clock.now, says: JSON.stringify(ask(stale)) });
  }
  return { truth, answers };
}

describe.each(STALE_READS)('%s', (read) => {
  it('shows nothing that was not true within the last eight seconds', () => {
    fc.assert(
      fc.property(writes, fc.integer(), (happened, seed) => {
        const { truth, answers } = live(read, happened, seed);
        for (const { at, says } of answers) {
          const over = truth.findLastIndex((known) => known.at <= at - MOST);
          const possible = truth.filter((known, index) => index >= over && known.at <= at);
          const before = over === -1 ? [JSON.stringify(reads[read](account({})))] : [];
          // A key that came and was not there yet: the read names the key that it was asked about.
          const unknown = read === 'GetAccessKeyLastUsed' && says.endsWith('"AccessDenied"]');
          if (!unknown) expect([...before, ...possible.map((known) => known.says)]).toContain(says);
        }
      }),
    );
  });

  it('shows the past, and the present: every read lags by its own amount', () => {
    const { clock, aws, by } = account({ [read]: MOST });
    iam.createAccessKey(aws, by, { UserName });
    iam.tagUser(aws, by, { UserName, Tags: [{ Key: 'Team', Value: 'a' }] });
    clock.advance(MOST / 2);
    const seen = new Set(Array.from({ length: 40 }, () => JSON.stringify(reads[read]({ clock, aws, by }))));
    expect(seen.size).toBe(2);
    clock.advance(MOST / 2 + 1);
    const later = new Set(Array.from({ length: 40 }, () => JSON.stringify(reads[read]({ clock, aws, by }))));
    expect([...later]).toEqual([JSON.stringify(reads[read]({ clock, aws, by }))]);
  });

  it('lags by itself, and by default not at all', () => {
    const others = STALE_READS.filter((other) => other !== read);
    for (const staleness of [{}, Object.fromEntries(others.map((other) => [other, MOST]))]) {
      const { clock, aws, by } = account(staleness);
      iam.createAccessKey(aws, by, { UserName });
      iam.tagUser(aws, by, { UserName, Tags: [{ Key: 'Team', Value: 'a' }] });
      const seen = Array.from({ length: 40 }, () => JSON.stringify(reads[read]({ clock, aws, by })));
      expect(new Set(seen).size).toBe(1);
      expect(seen[0]).toMatch(/Active|Team|N\/A/);
    }
  });
});
