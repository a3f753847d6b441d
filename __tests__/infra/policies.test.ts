/**
 * Least privilege, proved: each published policy allows the calls that the sandbox saw, on the one user, and of everything
 * else in IAM and STS nothing.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { ROTATE_ACTIONS } from '../../sandbox/world.ts';
import { CHECK_ALLOW } from '../audit/population.ts';
import { counted } from '../counted.ts';
import { type Calls, checkCalls, reactivationCalls, rotationCalls } from './calls.ts';
import { actionsOf, type Document, PARTITIONS, rendered, VALUES } from './published.ts';
import { allActions, allows, knowsOnlyWildcard, simulations } from './simulator.ts';

afterAll(() => {
  counted('least privilege', `${simulations()} simulations of the published policies`);
});

const arn = (resource: string, partition = 'aws'): string =>
  `arn:${partition}:iam::${VALUES.AccountId}:${resource}`;
const TARGET = arn('user/ci/deployer');
const STRANGERS = [
  arn('user/ci/deployer2'),
  arn('user/ci/deploye'),
  arn('user/ci/sub/deployer'),
  arn('user/deployer'),
  arn('user/other/deployer'),
  arn('role/ci/deployer'),
  arn('group/ci/deployer'),
  arn('policy/ci/deployer'),
  'arn:aws:iam::999999999999:user/ci/deployer',
  'arn:aws-cn:iam::123456789012:user/ci/deployer',
];
/** The tag key that the policies are most willing to let through. */
const WELCOME = { 'aws:TagKeys': ['key-rotation:intent:1'] };

/** Everything in IAM and STS that the policy allows on these resources, and what it allows on `*`. */
async function everythingAllowed(policy: Document, resources: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const named = actionsOf(policy);
  for (const action of await allActions()) {
    // So that actions on kinds of resources that are not in the list are judged as well.
    const anywhere = !named.includes(action) || (await knowsOnlyWildcard(action));
    const places = anywhere ? [...resources, '*'] : resources;
    for (const resource of places)
      if (await allows(policy, { action, resource, context: WELCOME })) found.push(`${action} ${resource}`);
  }
  return found.sort();
}

/** AWS lets every principal that it knows ask who it is, whatever the policies say. */
const ALWAYS = 'sts:GetCallerIdentity *';
const CASES: readonly { name: string; calls: () => Promise<Calls> }[] = [
  { name: 'rotate', calls: rotationCalls },
  { name: 'reactivate', calls: reactivationCalls },
];

describe.each(CASES)('policies/$name.json', ({ name, calls }) => {
  const policy = rendered(`policies/${name}`);

  it('names the calls that the sandbox saw, and no other', async () => {
    expect(actionsOf(policy)).toEqual((await calls()).operations);
  });

  it('allows them on the one user, and nothing on anybody or anything else', async () => {
    expect(await everythingAllowed(policy, [TARGET, ...STRANGERS])).toEqual(
      [...actionsOf(policy).map((action) => `${action} ${TARGET}`), ALWAYS].sort(),
    );
  });

  it('lets the rotation’s own tags through, every one of them that the sandbox saw', async () => {
    const { tagKeys } = await calls();
    expect(tagKeys.length).toBeGreaterThan(2);
    const context = { 'aws:TagKeys': tagKeys };
    expect(await allows(policy, { action: 'iam:TagUser', resource: TARGET, context })).toBe(true);
  });

  it.each(PARTITIONS)('allows the same in partition %s', async (partition) => {
    const there = rendered(`policies/${name}`, { ...VALUES, Partition: partition });
    const resource = arn('user/ci/deployer', partition);
    for (const action of actionsOf(there))
      expect([action, await allows(there, { action, resource, context: WELCOME })]).toEqual([action, true]);
  });
});

describe.each([
  ['rotate', 'iam:TagUser'],
  ['rotate', 'iam:UntagUser'],
  ['reactivate', 'iam:TagUser'],
])('policies/%s.json: %s', (name, action) => {
  const policy = rendered(`policies/${name}`);
  const passes = (context: Readonly<Record<string, readonly string[]>>): Promise<boolean> =>
    allows(policy, { action, resource: TARGET, context });

  it.each([
    ['an intent', ['key-rotation:intent:9f8e']],
    ['a record', ['key-rotation:AKIAIOSFODNN7EXAMPLE']],
    ['a key’s description', ['AKIAIOSFODNN7EXAMPLE']],
    ['record and description', ['key-rotation:AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE']],
  ])('may touch %s', async (_, keys) => {
    expect(await passes({ 'aws:TagKeys': keys })).toBe(true);
  });

  it.each([
    ['a tag that grants rights elsewhere', ['Team']],
    ['such a tag among its own', ['key-rotation:intent:9f8e', 'Team']],
    ['a tag that only ends like its own', ['x-key-rotation:intent']],
    ['its own prefix without the colon', ['key-rotation']],
    ['a temporary key’s ID', ['ASIAIOSFODNN7EXAMPLE']],
    ['AWS’s own tags', ['aws:cloudformation:stack-name']],
  ])('may not touch %s', async (_, keys) => {
    expect(await passes({ 'aws:TagKeys': keys })).toBe(false);
  });

  // ForAllValues is true of nothing at all; the Null condition is what refuses (IAM user guide, "Set operators").
  it('may not leave the tag keys out', async () => {
    expect(await passes({})).toBe(false);
  });
});

describe('policies/check.json', () => {
  const policy = rendered('policies/check');
  const onAccount = [
    'iam:GenerateCredentialReport',
    'iam:GetAccountSummary',
    'iam:GetCredentialReport',
    'iam:ListUsers',
  ];
  const onUsers = ['iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys', 'iam:ListUserTags'];

  it('names the calls that the sandbox saw, and no other', async () => {
    expect(actionsOf(policy)).toEqual((await checkCalls()).operations);
  });

  it('only reads: users below the path, and the account as a whole', async () => {
    const below = [...STRANGERS, TARGET].filter((one) => one.startsWith(arn('user/ci/')));
    expect(below).toHaveLength(4);
    expect(await everythingAllowed(policy, [TARGET, ...STRANGERS])).toEqual(
      [
        ...onUsers.flatMap((action) => below.map((user) => `${action} ${user}`)),
        ...onAccount.map((action) => `${action} *`),
        ALWAYS,
      ].sort(),
    );
  });

  it.each(PARTITIONS)('reads every user of partition %s when the path is /', async (partition) => {
    const everybody = rendered('policies/check', { ...VALUES, Partition: partition, UserPath: '/' });
    for (const action of onUsers)
      for (const user of ['user/deployer', 'user/other/deployer'])
        expect(await allows(everybody, { action, resource: arn(user, partition), context: {} })).toBe(true);
  });
});

describe('the sandbox’s roles', () => {
  it('hold exactly what the policies grant, so that what passes there passes with them', () => {
    expect([...ROTATE_ACTIONS, 'iam:TagUser', 'iam:UntagUser'].sort()).toEqual(
      actionsOf(rendered('policies/rotate')),
    );
    expect(CHECK_ALLOW.flatMap(({ actions }) => actions).sort()).toEqual(
      actionsOf(rendered('policies/check')),
    );
  });
});
