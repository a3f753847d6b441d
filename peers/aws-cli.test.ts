/**
 * The AWS CLI, a client in another language with an XML parser, a signer and a paginator of its own, reads the sandbox's
 * IAM and STS. Each call starts Python, which takes a second; so one life, told in order.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { toyBoxes } from '../sandbox/github/boxes.ts';
import { Stand } from '../sandbox/stand.ts';
import { stage, USER, type World } from '../sandbox/world.ts';
import { MINUTE, SECOND } from '../src/rotation/model.ts';
import { AWS_CLI } from './where.ts';

interface Credentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken?: string;
}
type Answer = Readonly<Record<string, unknown>>;

/** Runs `aws …`; resolves to what it prints, or to the last line of what it complains about. */
const cli =
  (stand: Stand, by: Credentials) =>
  async (...args: string[]): Promise<Answer> => {
    const env = {
      PATH: process.env.PATH ?? '',
      AWS_ENDPOINT_URL: stand.environment.AWS_ENDPOINT_URL_IAM ?? '',
      AWS_ACCESS_KEY_ID: by.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: by.SecretAccessKey,
      ...(by.SessionToken === undefined ? {} : { AWS_SESSION_TOKEN: by.SessionToken }),
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_MAX_ATTEMPTS: '1',
    };
    try {
      const { stdout } = await promisify(execFile)(AWS_CLI, [...args, '--output', 'json'], { env });
      return stdout === '' ? {} : (JSON.parse(stdout) as Answer);
    } catch (error) {
      return { complaint: (error as { stderr: string }).stderr.trim() };
    }
  };

function furnish(): { world: World; admin: Credentials } {
  // The CLI's clock is the machine's.
  const world = stage({
    start: new Date().toISOString(),
    boxes: toyBoxes,
    aws: { propagation: { refusedFor: 0, flapsUntil: 0 } },
  });
  world.clock.lapse(1);
  world.aws.addUser('admin', {
    allow: [
      { actions: ['iam:*'], users: '*' },
      { actions: ['sts:AssumeRole'], users: '*' },
    ],
  });
  const { id, secret } = world.aws.addKey('admin');
  return { world, admin: { AccessKeyId: id, SecretAccessKey: secret } };
}

it('the AWS CLI lives a key’s life in the sandbox', async () => {
  const { world, admin } = furnish();
  const stand = await Stand.open(world);
  const aws = cli(stand, admin);
  const user = ['--user-name', USER];
  try {
    const { AccessKey } = (await aws('iam', 'create-access-key', ...user)) as { AccessKey: Credentials };
    const [issued] = world.aws.user(USER).keys;
    expect(AccessKey).toEqual({
      UserName: USER,
      AccessKeyId: issued?.id,
      SecretAccessKey: issued?.secret,
      Status: 'Active',
      CreateDate: iso(issued?.createdAt ?? 0),
    });

    // The new key itself asks who it is: its signature, made by botocore, must verify.
    expect(await cli(stand, AccessKey)('sts', 'get-caller-identity')).toEqual({
      UserId: world.aws.user(USER).id,
      Account: '123456789012',
      Arn: `arn:aws:iam::123456789012:user/${USER}`,
    });

    world.aws.addKey(USER);
    expect(await aws('iam', 'create-access-key', ...user)).toEqual({
      complaint: expect.stringMatching(
        /\(LimitExceeded\) when calling the CreateAccessKey operation: Cannot exceed quota for AccessKeysPerUser: 2$/,
      ),
    });

    const key = [...user, '--access-key-id', AccessKey.AccessKeyId];
    expect(await aws('iam', 'update-access-key', ...key, '--status', 'Inactive')).toEqual({});
    // The CLI asks for one at a time and puts the pages together.
    expect(await aws('iam', 'list-access-keys', ...user, '--page-size', '1')).toEqual({
      AccessKeyMetadata: world.aws.user(USER).keys.map(({ id, status, createdAt }) => ({
        UserName: USER,
        AccessKeyId: id,
        Status: status,
        CreateDate: iso(createdAt),
      })),
    });
    expect(issued?.status).toBe('Inactive');

    world.aws.lastUsedDelay = 0;
    expect(
      await aws('iam', 'get-access-key-last-used', '--access-key-id', AccessKey.AccessKeyId),
    ).toMatchObject({ UserName: USER, AccessKeyLastUsed: { ServiceName: 'sts', Region: 'eu-central-1' } });

    expect(await aws('iam', 'delete-access-key', ...key)).toEqual({});
    expect(world.aws.user(USER).keys.map(({ id }) => id)).not.toContain(AccessKey.AccessKeyId);
  } finally {
    await stand.close();
  }
});

it('the AWS CLI reads tags, the credential report and an assumed role', async () => {
  const { world, admin } = furnish();
  const stand = await Stand.open(world);
  const aws = cli(stand, admin);
  try {
    const Tags = ['a', 'b', 'c'].map((Key) => ({ Key: `key-rotation:${Key}`, Value: 'aws=1 github=2 +-@/' }));
    await aws('iam', 'tag-user', '--user-name', USER, '--tags', JSON.stringify(Tags));
    await aws('iam', 'untag-user', '--user-name', USER, '--tag-keys', 'KEY-ROTATION:B');
    expect(await aws('iam', 'list-user-tags', '--user-name', USER, '--page-size', '1')).toEqual({
      Tags: Tags.filter(({ Key }) => !Key.endsWith('b')),
    });

    expect(await aws('iam', 'generate-credential-report')).toMatchObject({ State: 'STARTED' });
    world.clock.advance(10 * SECOND);
    const report = await aws('iam', 'get-credential-report');
    expect(Buffer.from(String(report.Content), 'base64').toString()).toContain(`\n${USER},arn:aws:iam::`);
    expect(report).toMatchObject({
      ReportFormat: 'text/csv',
      GeneratedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
    });

    const role = world.aws.addRole('audit', {
      trust: { audience: '', subjects: [], principals: ['arn:aws:iam::123456789012:user/admin'] },
      allow: [],
    });
    const assumed = await aws('sts', 'assume-role', '--role-arn', role.arn, '--role-session-name', 'cli');
    const { Credentials: session } = assumed as { Credentials: Credentials & { Expiration: string } };
    expect(Date.parse(session.Expiration)).toBeGreaterThan(world.clock.now + 59 * MINUTE);
    expect(await cli(stand, session)('iam', 'list-access-keys')).toEqual({
      complaint: expect.stringContaining('Must specify userName when calling with non-User credentials'),
    });
  } finally {
    await stand.close();
  }
});

/** The CLI prints instants as they came. */
const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
