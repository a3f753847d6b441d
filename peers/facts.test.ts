/**
 * What AWS really answered: facts that LocalStack recorded from AWS in its validated snapshots (localstack/localstack,
 * tests/aws/services: iam/test_iam_users 2026-02, iam/test_iam_credential_report 2026-02, sts/test_sts 2025-07 and
 * 2026-02). The facts, retold; each must be what the sandbox answers. Every row is checked whole: fields that AWS does
 * not send, the sandbox must not send either.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toyBoxes } from '../sandbox/github/boxes.ts';
import { Stand } from '../sandbox/stand.ts';
import { World } from '../sandbox/world.ts';
import { MINUTE } from '../src/rotation/model.ts';
import { ask, type Fields, type Parameters, type Signer } from './query.ts';

const ACCOUNT = '111111111111';
const UserName = 'alice';
const Nobody = 'nonexistent-user';
const Unknown = 'AKIAIOSFODNN7EXAMPLE';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/some`;

let world: World;
let stand: Stand;
/** An administrator, who is a user; and a session of a role, which is not. */
let admin: Signer;
let session: Signer;

beforeAll(async () => {
  const aws = { account: ACCOUNT, propagation: { refusedFor: 0, flapsUntil: 0 }, lastUsedDelay: 7 * MINUTE };
  world = new World({ boxes: toyBoxes, aws });
  const allow = [{ actions: ['iam:*', 'sts:AssumeRole'], users: '*' as const }];
  world.aws.addUser('admin', { allow });
  world.aws.addUser(UserName);
  world.aws.addRole('some', { trust: { audience: '', subjects: [], principals: ['*'] }, allow });
  admin = world.aws.addKey('admin');
  stand = await Stand.open(world);
  const opened = await send(admin, 'AssumeRole', { RoleArn: ROLE, RoleSessionName: 'someone' });
  const of = (field: string) => opened[`Credentials.${field}`] ?? '';
  session = { id: of('AccessKeyId'), secret: of('SecretAccessKey'), token: of('SessionToken') };
});
afterAll(() => stand.close());

async function send(by: Signer, action: string, parameters: Parameters = {}): Promise<Fields> {
  const service = /^(Assume|GetCaller)/.test(action) ? 'sts' : 'iam';
  const { Date: _, ...answer } = await ask(
    stand.environment.AWS_ENDPOINT_URL_IAM ?? '',
    by,
    service,
    action,
    parameters,
    world.clock.now,
  );
  return answer;
}

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const issuedId = expect.stringMatching(/^AKIA[A-Z\d]{16}$/);
const noSuchUser = { outcome: '404 NoSuchEntity', message: `The user with name ${Nobody} cannot be found.` };

describe('refusals recorded from AWS', () => {
  const refusals: readonly [action: string, parameters: Parameters, answer: Fields][] = [
    ['GetUser', { UserName: Nobody }, noSuchUser],
    ['CreateAccessKey', { UserName: Nobody }, noSuchUser],
    ['TagUser', { UserName: Nobody, 'Tags.member.1.Key': 'key-1', 'Tags.member.1.Value': 'v' }, noSuchUser],
    ['UntagUser', { UserName: Nobody, 'TagKeys.member.1': 'key-1' }, noSuchUser],
    ['ListUserTags', { UserName: Nobody }, noSuchUser],
    [
      'UpdateAccessKey',
      { UserName, AccessKeyId: Unknown, Status: 'Inactive' },
      { outcome: '404 NoSuchEntity', message: `The Access Key with id ${Unknown} cannot be found.` },
    ],
    [
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 'Session1:2' },
      {
        outcome: '400 ValidationError',
        message:
          "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: " +
          'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
      },
    ],
    [
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 's'.repeat(65) },
      {
        outcome: '400 ValidationError',
        message:
          `1 validation error detected: Value '${'s'.repeat(65)}' at 'roleSessionName' failed to satisfy constraint: ` +
          'Member must have length less than or equal to 64',
      },
    ],
    ...[
      'nothing-valid-in-here',
      'arn::b:::something/test-role',
      'arn:a::::something/test-role',
      'arn:a:::something/test-role',
      'arn:a:a::aaaaaaaaaa:',
    ].map((RoleArn): [string, Parameters, Fields] => [
      'AssumeRole',
      { RoleArn, RoleSessionName: 'Session1' },
      { outcome: '400 ValidationError', message: `${RoleArn} is invalid` },
    ]),
  ];
  it.each(refusals)('%s %j', async (action, parameters, answer) => {
    expect(await send(admin, action, parameters)).toEqual(answer);
  });

  it('an unknown key’s last use is denied, not missing', async () => {
    expect(await send(admin, 'GetAccessKeyLastUsed', { AccessKeyId: Unknown })).toEqual({
      outcome: '403 AccessDenied',
      message:
        `User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform iam:GetAccessKeyLastUsed on resource: ` +
        `access key ${Unknown}`,
    });
  });

  it('a role must name the user whose key it deletes', async () => {
    expect(await send(session, 'DeleteAccessKey', { AccessKeyId: Unknown })).toEqual({
      outcome: '400 ValidationError',
      message: 'Must specify userName when calling with non-User credentials',
    });
  });

  it('a credential report that nobody asked for is not present, which is 410', async () => {
    expect(await send(admin, 'GetCredentialReport')).toEqual({ outcome: '410 ReportNotPresent' });
  });
});

describe('answers recorded from AWS', () => {
  it('a key’s life: listed empty, created, Inactive, Active, deleted, and never a third', async () => {
    const created = { outcome: '200', 'AccessKey.AccessKeyId': issuedId, 'AccessKey.CreateDate': instant };
    const listed = (Status: string) => ({
      outcome: '200',
      'AccessKeyMetadata.1.UserName': UserName,
      'AccessKeyMetadata.1.AccessKeyId': issuedId,
      'AccessKeyMetadata.1.Status': Status,
      'AccessKeyMetadata.1.CreateDate': instant,
      IsTruncated: 'false',
    });
    const list = () => send(admin, 'ListAccessKeys', { UserName });
    expect(await list()).toEqual({ outcome: '200', AccessKeyMetadata: '', IsTruncated: 'false' });
    const key = await send(admin, 'CreateAccessKey', { UserName });
    expect(key).toEqual({
      ...created,
      'AccessKey.UserName': UserName,
      'AccessKey.Status': 'Active',
      'AccessKey.SecretAccessKey': expect.stringMatching(/^[\w/+]{40}$/),
    });
    const AccessKeyId = key['AccessKey.AccessKeyId'] ?? '';
    expect(await list()).toEqual(listed('Active'));
    for (const Status of ['Inactive', 'Active']) {
      expect(await send(admin, 'UpdateAccessKey', { UserName, AccessKeyId, Status })).toEqual({
        outcome: '200',
      });
      expect(await list()).toEqual(listed(Status));
    }
    await send(admin, 'CreateAccessKey', { UserName });
    expect(await send(admin, 'CreateAccessKey', { UserName })).toEqual({
      outcome: '409 LimitExceeded',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
    });
    expect(await send(admin, 'DeleteAccessKey', { UserName, AccessKeyId })).toEqual({ outcome: '200' });
  });

  it('last use: N/A without a date, then minutes later the service and the region', async () => {
    const key = world.aws.addKey('admin');
    const lastUse = () => send(admin, 'GetAccessKeyLastUsed', { AccessKeyId: key.id });
    const unused = {
      outcome: '200',
      UserName: 'admin',
      'AccessKeyLastUsed.ServiceName': 'N/A',
      'AccessKeyLastUsed.Region': 'N/A',
    };
    expect(await lastUse()).toEqual(unused);
    await send(key, 'ListUsers');
    expect(await lastUse()).toEqual(unused);
    world.clock.advance(8 * MINUTE);
    expect(await lastUse()).toEqual({
      outcome: '200',
      UserName: 'admin',
      'AccessKeyLastUsed.LastUsedDate': instant,
      'AccessKeyLastUsed.ServiceName': 'iam',
      'AccessKeyLastUsed.Region': 'us-east-1',
    });
  });

  it('tags: none, two, one of them removed', async () => {
    const list = () => send(admin, 'ListUserTags', { UserName });
    const tag = (index: number) => ({
      [`Tags.${index}.Key`]: `key-${index}`,
      [`Tags.${index}.Value`]: `value-${index}`,
    });
    const page = { outcome: '200', IsTruncated: 'false' };
    expect(await list()).toEqual({ ...page, Tags: '' });
    const sent = Object.entries({ ...tag(1), ...tag(2) }).map(([name, value]) => [
      name.replace('Tags', 'Tags.member'),
      value,
    ]);
    expect(await send(admin, 'TagUser', { UserName, ...Object.fromEntries(sent) })).toEqual({
      outcome: '200',
    });
    expect(await list()).toEqual({ ...page, ...tag(1), ...tag(2) });
    expect(await send(admin, 'GetUser', { UserName })).toEqual({
      outcome: '200',
      'User.Path': '/',
      'User.UserName': UserName,
      'User.UserId': world.aws.user(UserName).id,
      'User.Arn': `arn:aws:iam::${ACCOUNT}:user/${UserName}`,
      'User.CreateDate': instant,
      'User.Tags.1.Key': 'key-1',
      'User.Tags.1.Value': 'value-1',
      'User.Tags.2.Key': 'key-2',
      'User.Tags.2.Value': 'value-2',
    });
    expect(await send(admin, 'UntagUser', { UserName, 'TagKeys.member.1': 'key-2' })).toEqual({
      outcome: '200',
    });
    expect(await list()).toEqual({ ...page, ...tag(1) });
  });

  it('who one is: a user by its ARN and ID, a session by the role’s and its own name', async () => {
    expect(await send(admin, 'GetCallerIdentity')).toEqual({
      outcome: '200',
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/admin`,
      UserId: world.aws.user('admin').id,
    });
    expect(await send(session, 'GetCallerIdentity')).toEqual({
      outcome: '200',
      Account: ACCOUNT,
      Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/some/someone`,
      UserId: expect.stringMatching(/^AROA\w+:someone$/),
    });
  });

  it('an assumed role comes without a packed policy size', async () => {
    expect(await send(admin, 'AssumeRole', { RoleArn: ROLE, RoleSessionName: 'again' })).toEqual({
      outcome: '200',
      'Credentials.AccessKeyId': expect.stringMatching(/^ASIA/),
      'Credentials.SecretAccessKey': expect.stringMatching(/^.{40}$/),
      'Credentials.SessionToken': expect.stringMatching(/./),
      'Credentials.Expiration': instant,
      'AssumedRoleUser.AssumedRoleId': expect.stringMatching(/^AROA\w+:again$/),
      'AssumedRoleUser.Arn': `arn:aws:sts::${ACCOUNT}:assumed-role/some/again`,
    });
  });

  it('users by a part of their path', async () => {
    world.aws.addUser('bob', { path: '/test-lifecycle-path/' });
    expect(await send(admin, 'ListUsers', { PathPrefix: '/test-life' })).toEqual({
      outcome: '200',
      'Users.1.Path': '/test-lifecycle-path/',
      'Users.1.UserName': 'bob',
      'Users.1.UserId': world.aws.user('bob').id,
      'Users.1.Arn': `arn:aws:iam::${ACCOUNT}:user/test-lifecycle-path/bob`,
      'Users.1.CreateDate': instant,
      IsTruncated: 'false',
    });
  });

  it('the account’s summary counts users and root’s keys', async () => {
    const summary = Object.values(await send(admin, 'GetAccountSummary'));
    for (const [name, value] of [
      ['AccessKeysPerUserQuota', '2'],
      ['AccountAccessKeysPresent', '0'],
      ['Users', String(world.aws.users.size)],
    ])
      expect(summary[summary.indexOf(name ?? '') + 1]).toBe(value);
  });
});
