/**
 * The same requests to moto and to the sandbox, answers compared field by field. Neither is AWS; but moto was written by
 * others, so what both say was not dreamt up here, and where they differ a source must say which one is right.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted } from '../__tests__/counted.ts';
import { USER } from '../sandbox/world.ts';
import { MINUTE, SECOND } from '../src/rotation/model.ts';
import { DIFFERENCES, Tally } from './differences.ts';
import { type KnownKey, ROLE, Twins } from './twins.ts';

const tally = new Tally();
let twins: Twins;
beforeAll(async () => {
  twins = await Twins.open(tally);
});
afterAll(async () => {
  await twins.close();
  counted('differential', `${tally}`);
});

const ME = { UserName: USER };
const admin = 'administrator';
const tags = (...pairs: readonly [key: string, value: string][]) =>
  Object.fromEntries(
    pairs.flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]),
  );
const tagKeys = (...keys: readonly string[]) =>
  Object.fromEntries(keys.map((key, index) => [`TagKeys.member.${index + 1}`, key]));

describe('request by request', () => {
  it('keys: creation, the limit, listing, status, last use, deletion', async () => {
    await twins.ask(admin, 'ListAccessKeys', ME);
    for (const _ of [1, 2, 3]) await twins.ask(admin, 'CreateAccessKey', ME);
    const first = { ...ME, AccessKeyId: '{deployer.1}' };
    await twins.ask(admin, 'ListAccessKeys', ME);
    await twins.ask(admin, 'GetAccessKeyLastUsed', { AccessKeyId: '{deployer.1}' });
    await twins.ask('deployer.1', 'GetCallerIdentity');
    await twins.ask(admin, 'GetAccessKeyLastUsed', { AccessKeyId: '{deployer.1}' });
    for (const Status of ['Inactive', 'Bogus', 'Active', 'Inactive'])
      await twins.ask(admin, 'UpdateAccessKey', { ...first, Status });
    await twins.ask(admin, 'UpdateAccessKey', first);
    await twins.ask(admin, 'ListAccessKeys', ME);
    await twins.ask(admin, 'ListAccessKeys', { ...ME, MaxItems: 1 });
    await twins.ask(admin, 'ListAccessKeys', { ...ME, MaxItems: 0 });
    twins.advance(20 * MINUTE);
    await twins.ask('deployer.1', 'GetCallerIdentity');
    await twins.ask(admin, 'GetAccessKeyLastUsed', { AccessKeyId: '{deployer.1}' });
    for (const _ of [1, 2]) await twins.ask(admin, 'DeleteAccessKey', first);
    await twins.ask('deployer.1', 'GetCallerIdentity');
    for (const action of ['ListAccessKeys', 'CreateAccessKey', 'ListUserTags', 'GetUser'])
      await twins.ask(admin, action, { UserName: 'nobody' });
    const unknown = { AccessKeyId: 'AKIAUNKNOWNUNKNOWN22' };
    await twins.ask(admin, 'GetAccessKeyLastUsed', unknown);
    await twins.ask(admin, 'UpdateAccessKey', { ...ME, ...unknown, Status: 'Active' });
    await twins.ask(admin, 'DeleteAccessKey', { ...ME, AccessKeyId: `{${admin}}` });
    await twins.ask(admin, 'DeleteAccessKey', ME);
  });

  it('tags: what is accepted, replaced, removed, and paged', async () => {
    await twins.ask(admin, 'ListUserTags', ME);
    await twins.ask(admin, 'TagUser', {
      ...ME,
      ...tags(['key-rotation:a', 'aws=1 github=2'], ['Team', 'a+b@c/d']),
    });
    await twins.ask(admin, 'TagUser', { ...ME, ...tags(['Team', '']) });
    await twins.ask(admin, 'ListUserTags', ME);
    await twins.ask(admin, 'ListUserTags', { ...ME, MaxItems: 1 });
    for (const [key, value] of [
      ['json', '{"a":1}'],
      ['hash#', ''],
      ['aws:reserved', ''],
      ['k'.repeat(129), ''],
      ['long', 'v'.repeat(257)],
    ] as const) {
      await twins.ask(admin, 'TagUser', { ...ME, ...tags([key, value]) });
      await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys(key) });
    }
    await twins.ask(admin, 'TagUser', { ...ME, ...tags(['twice', '1'], ['TWICE', '2']) });
    await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys('twice', 'TWICE') });
    await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys('TEAM') });
    await twins.ask(admin, 'ListUserTags', ME);
    await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys('Team', 'never there') });
    await twins.ask(admin, 'ListUserTags', ME);
    const fifty = Array.from({ length: 50 }, (_, index) => [`many-${index}`, ''] as [string, string]);
    await twins.ask(admin, 'TagUser', { ...ME, ...tags(...fifty) });
    await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys(...fifty.map(([key]) => key)) });
  });

  it('who asks: signatures, states, policies, sessions', async () => {
    twins.spoil('deployer.2 with a wrong secret', 'deployer.2', () => ({ secret: 'x'.repeat(40) }));
    twins.spoil('unknown', 'deployer.2', () => ({ id: 'AKIAUNKNOWNUNKNOWN22' }));
    for (const by of [admin, 'deployer.2', 'deployer.2 with a wrong secret', 'unknown'])
      await twins.ask(by, 'GetCallerIdentity');
    await twins.ask('deployer.2', 'ListAccessKeys', ME);
    await twins.ask('deployer.2', 'ListAccessKeys');
    await twins.ask(admin, 'AssumeRole', { RoleArn: ROLE, RoleSessionName: 'twins' });
    await twins.ask('session', 'GetCallerIdentity');
    await twins.ask('session', 'ListAccessKeys', ME);
    await twins.ask('session', 'ListAccessKeys', { UserName: admin });
    await twins.ask('session', 'CreateAccessKey', ME);
    await twins.ask('session', 'TagUser', { ...ME, ...tags(['key-rotation:b', '']) });
    await twins.ask('session', 'TagUser', { ...ME, ...tags(['Owner', '']) });
    await twins.ask(admin, 'UntagUser', { ...ME, ...tagKeys('key-rotation:b', 'Owner') });
    await twins.ask('session', 'ListAccessKeys');
    twins.spoil('session with a wrong token', 'session', () => ({ token: 'wrong' }));
    await twins.ask('session with a wrong token', 'GetCallerIdentity');
    twins.advance(59 * MINUTE);
    await twins.ask('session', 'GetCallerIdentity');
    twins.advance(MINUTE + SECOND);
    await twins.ask('session', 'GetCallerIdentity');
    for (const wrong of [
      { RoleSessionName: 'bad name!' },
      { RoleSessionName: 's'.repeat(65) },
      { DurationSeconds: 60 },
      { DurationSeconds: 99_999 },
      { RoleArn: 'arn:aws:iam::123456789012:role/missing' },
      { RoleArn: 'arn:a:::something/test-role' },
    ])
      await twins.ask(admin, 'AssumeRole', { RoleArn: ROLE, RoleSessionName: 'twins', ...wrong });
    await twins.ask('deployer.2', 'AssumeRole', { RoleArn: ROLE, RoleSessionName: 'twins' });
  });

  it('ID tokens', async () => {
    const genuine = () => twins.world.issuer.issue(twins.world.issuer.requestToken, 'sts.amazonaws.com');
    const assume = (given: object = {}) =>
      twins.ask(null, 'AssumeRoleWithWebIdentity', {
        RoleArn: ROLE,
        RoleSessionName: 'job',
        WebIdentityToken: genuine(),
        ...given,
      });
    await assume();
    await twins.ask('session', 'GetCallerIdentity');
    await assume({ WebIdentityToken: 'garbage' });
    await assume({
      WebIdentityToken: twins.world.issuer.issue(twins.world.issuer.requestToken, 'elsewhere'),
    });
    const late = genuine();
    twins.advance(10 * MINUTE);
    await assume({ WebIdentityToken: late });
  });

  it('users, the account and its credential report', async () => {
    await twins.ask(admin, 'GetUser', ME);
    await twins.ask('deployer.2', 'GetUser');
    await twins.ask(admin, 'ListUsers');
    await twins.ask(admin, 'ListUsers', { PathPrefix: '/ci/' });
    await twins.ask(admin, 'ListUsers', { MaxItems: 1 });
    await twins.ask(admin, 'GetAccountSummary');
    await twins.ask(admin, 'GetCredentialReport');
    await twins.ask(admin, 'GenerateCredentialReport');
    twins.advance(10 * SECOND);
    await twins.ask(admin, 'GenerateCredentialReport');
    await twins.ask(admin, 'GetCredentialReport');
    await twins.ask(admin, 'NoSuchAction');
  });
});

/** Deeds that AWS's documentation, moto and the sandbox agree on, in any order and number. */
type Deed = 'create' | 'list' | 'toggle' | 'delete' | 'use' | 'last use' | 'tag' | 'untag' | 'tags' | 'user';
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom<Deed>(
      'create',
      'create',
      'list',
      'toggle',
      'delete',
      'use',
      'last use',
      'tag',
      'tag',
      'untag',
      'tags',
      'user',
    ),
    /** Which of the keys there ever were, or which tag. */
    which: fc.nat(3),
    text: fc.stringMatching(/^[\p{L}\p{N}_.:/=+@ -]{0,40}$/u),
    /** Uses within 15 minutes of each other are AWS's one use and moto's two. */
    minutes: fc.integer({ min: 16, max: 90 }),
  }),
  { minLength: 10, maxLength: 30 },
);

describe('in any order', () => {
  it('both keep the same books', async () => {
    let users = 0;
    await fc.assert(
      fc.asyncProperty(deeds, async (sequence) => {
        const before = tally.unexplained.length;
        const UserName = `user-${++users}`;
        await twins.addUser(UserName, '/many/');
        for (const { deed, which, text, minutes } of sequence) {
          twins.advance(minutes * MINUTE);
          await perform(UserName, deed, which, text);
        }
        expect(tally.unexplained.slice(before)).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  async function perform(UserName: string, deed: Deed, which: number, text: string): Promise<void> {
    const user = { UserName };
    const mine = twins.keysOf(UserName);
    const key = mine[which % Math.max(1, mine.length)];
    const tagKey = ['key-rotation:intent:1', 'AKIA2', 'Team', 'ärger'][which] ?? '';
    switch (deed) {
      case 'create':
        await twins.ask(admin, 'CreateAccessKey', user);
        return;
      case 'list':
        await twins.ask(admin, 'ListAccessKeys', user);
        return;
      case 'tag':
        await twins.ask(admin, 'TagUser', { ...user, ...tags([tagKey, text]) });
        return;
      case 'untag':
        await twins.ask(admin, 'UntagUser', { ...user, ...tagKeys(tagKey) });
        return;
      case 'tags':
        await twins.ask(admin, 'ListUserTags', user);
        return;
      case 'user':
        await twins.ask(admin, 'ListUsers', { PathPrefix: '/many/' });
        return;
      default:
        if (key !== undefined) await withKey(user, deed, key);
    }
  }

  async function withKey(user: { UserName: string }, deed: Deed, key: KnownKey): Promise<void> {
    const named = { ...user, AccessKeyId: `{${key.name}}` };
    const Status = key.status === 'Active' ? 'Inactive' : 'Active';
    if (deed === 'toggle') await twins.ask(admin, 'UpdateAccessKey', { ...named, Status });
    else if (deed === 'delete') await twins.ask(admin, 'DeleteAccessKey', named);
    // moto takes a refused use for a use, so Inactive keys are left alone here; above they are refused by both.
    else if (deed === 'use' && key.status !== 'Inactive') await twins.ask(key.name, 'GetCallerIdentity');
    else if (deed === 'last use' && key.status !== 'deleted')
      await twins.ask(admin, 'GetAccessKeyLastUsed', { AccessKeyId: named.AccessKeyId });
  }
});

it('every difference is listed with its reason, and every listed one is seen', () => {
  expect(tally.unexplained).toEqual([]);
  expect(DIFFERENCES.filter((listed) => !tally.seen.has(listed)).map(({ because }) => because)).toEqual([]);
});
