/** The sandbox's AWS, seen through the SDK: what it answers, and what it refuses. It is the judge, so it must be strict. */
import { request } from 'node:http';
import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  GenerateCredentialReportCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AwsAccount } from '../../sandbox/aws/account.ts';
import { listUsers } from '../../sandbox/aws/iam.ts';
import { credentialReport } from '../../sandbox/aws/report.ts';
import { WorldClock } from '../../sandbox/clock.ts';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { awsHandler } from '../../sandbox/http/aws.ts';
import { type Listening, listen, type Transport } from '../../sandbox/http/server.ts';
import { AUDIENCE, stage, USER, type World } from '../../sandbox/world.ts';
import { DAY, MINUTE, SECOND } from '../../src/rotation/model.ts';

let world: World;
let server: Listening;
const transport: Transport = { latency: 0, run: 'test', onKilled: () => {} };

beforeAll(async () => {
  world = stage({
    boxes: toyBoxes,
    aws: { propagation: { refusedFor: 0, flapsUntil: 0 }, lastUsedDelay: 5 * MINUTE },
  });
  world.aws.addUser('admin', { allow: [{ actions: ['iam:*'], users: '*' }] });
  server = await listen(world, transport, awsHandler(world));
});
afterAll(() => server.close());

interface Pair {
  readonly id: string;
  readonly secret: string;
}

/** A client whose clock is the world's. */
const common = (
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string },
  drift = 0,
) => ({
  region: 'us-east-1',
  endpoint: server.url,
  maxAttempts: 1,
  credentials,
  systemClockOffset: world.clock.now - Date.now() + drift,
});
const iamOf = (key: Pair): IAMClient =>
  new IAMClient(common({ accessKeyId: key.id, secretAccessKey: key.secret }));
const stsOf = (key: Pair, drift = 0): STSClient =>
  new STSClient(common({ accessKeyId: key.id, secretAccessKey: key.secret }, drift));
const admin = (): Pair => world.aws.user('admin').keys[0] ?? world.aws.addKey('admin');
let users = 0;
/** A user whom no other test has. */
const freshUser = (name: string): string => world.aws.addUser(`${name}-${++users}`).name;

const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    const { name, Code, $metadata, message } = error as Error & {
      Code?: string;
      $metadata?: { httpStatusCode: number };
    };
    return `${$metadata?.httpStatusCode} ${Code ?? name}: ${message}`;
  }
};

describe('access keys', () => {
  it('are created twice and no more, listed, toggled and deleted', async () => {
    const iam = iamOf(admin());
    const UserName = freshUser('keys');
    const first = (await iam.send(new CreateAccessKeyCommand({ UserName }))).AccessKey;
    await iam.send(new CreateAccessKeyCommand({ UserName }));
    expect(first?.AccessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(first?.SecretAccessKey).toHaveLength(40);
    expect(first?.CreateDate?.getTime()).toBe(world.clock.aws);
    expect(await refusal(iam.send(new CreateAccessKeyCommand({ UserName })))).toBe(
      '409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2',
    );
    const AccessKeyId = first?.AccessKeyId ?? '';
    await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
    const listed = await iam.send(new ListAccessKeysCommand({ UserName }));
    expect(listed.AccessKeyMetadata?.map((key) => key.Status)).toEqual(['Inactive', 'Active']);
    expect(listed.IsTruncated).toBe(false);
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    expect(await refusal(iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })))).toBe(
      `404 NoSuchEntity: The Access Key with id ${AccessKeyId} cannot be found.`,
    );
  });

  it('of others, of nobody and without a user are refused in AWS’s words', async () => {
    const iam = iamOf(admin());
    const role = await session();
    expect(await refusal(iam.send(new ListAccessKeysCommand({ UserName: 'nobody' })))).toBe(
      '404 NoSuchEntity: The user with name nobody cannot be found.',
    );
    expect(await refusal(role.send(new ListAccessKeysCommand({})))).toMatch(
      /^400 ValidationError: Must specify userName when calling with non-User credentials/,
    );
    expect(await refusal(role.send(new ListAccessKeysCommand({ UserName: 'admin' })))).toMatch(
      /^403 AccessDenied: User: arn:aws:sts::123456789012:assumed-role\/rotate\/test is not authorized to perform: iam:ListAccessKeys on resource: arn:aws:iam::123456789012:user\/admin/,
    );
    expect(
      await refusal(iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIAUNKNOWNUNKNOWN22' }))),
    ).toMatch(/^403 AccessDenied: .* on resource: access key AKIAUNKNOWNUNKNOWN22$/);
  });

  it('show their last use late, and only authenticated use', async () => {
    const iam = iamOf(admin());
    const key = world.aws.addKey(freshUser('used'));
    const lastUse = async () =>
      (await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: key.id }))).AccessKeyLastUsed;
    await refusal(stsOf({ id: key.id, secret: 'wrong'.repeat(8) }).send(new GetCallerIdentityCommand({})));
    world.clock.advance(10 * MINUTE);
    expect(await lastUse()).toEqual({ ServiceName: 'N/A', Region: 'N/A' });
    await stsOf(key).send(new GetCallerIdentityCommand({}));
    const usedAt = world.clock.aws;
    expect(await lastUse()).toEqual({ ServiceName: 'N/A', Region: 'N/A' });
    world.clock.advance(6 * MINUTE);
    expect(await lastUse()).toEqual({
      ServiceName: 'sts',
      Region: 'us-east-1',
      LastUsedDate: new Date(usedAt),
    });
  });
});

describe('authentication', () => {
  it('refuses Inactive, unknown and wrong-secret keys with AWS’s codes', async () => {
    const key = world.aws.addKey(freshUser('auth'));
    const whoAmI = (pair: Pair, drift?: number) =>
      refusal(stsOf(pair, drift).send(new GetCallerIdentityCommand({})));
    expect(await whoAmI(key)).toBe('accepted');
    expect(await whoAmI({ ...key, secret: 'x'.repeat(40) })).toMatch(
      /^403 SignatureDoesNotMatch: The request signature/,
    );
    expect(await whoAmI({ ...key, id: 'AKIAUNKNOWNUNKNOWN22' })).toMatch(
      /^403 InvalidClientTokenId: The security token/,
    );
    key.status = 'Inactive';
    expect(await whoAmI(key)).toMatch(/^403 InvalidClientTokenId/);
  });

  it('refuses a drifted clock by its signature’s age, not by a code of its own', async () => {
    const key = world.aws.addKey(freshUser('drift'));
    const drifted = (drift: number) => refusal(stsOf(key, drift).send(new GetCallerIdentityCommand({})));
    expect(await drifted(-14 * MINUTE)).toBe('accepted');
    expect(await drifted(-16 * MINUTE)).toMatch(
      /^403 SignatureDoesNotMatch: Signature expired: \d{8}T\d{6}Z is now earlier than/,
    );
    expect(await drifted(16 * MINUTE)).toMatch(/^403 SignatureDoesNotMatch: Signature not yet current/);
  });

  it('lets a new key arrive slowly, and flap', async () => {
    world.aws.propagation = { refusedFor: 2 * SECOND, flapsUntil: 10 * SECOND };
    const key = world.aws.addKey(freshUser('new'));
    const ask = async () => (await refusal(stsOf(key).send(new GetCallerIdentityCommand({})))).slice(0, 8);
    const before = await ask();
    world.clock.advance(3 * SECOND);
    const flapping = [await ask(), await ask(), await ask(), await ask()];
    world.clock.advance(8 * SECOND);
    const after = [await ask(), await ask()];
    world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
    expect(before).toBe('403 Inva');
    expect(new Set(flapping)).toEqual(new Set(['accepted', '403 Inva']));
    expect(after).toEqual(['accepted', 'accepted']);
  });

  it('refuses a user’s key with a session token: such keys have none', async () => {
    const key = world.aws.addKey(freshUser('junk'));
    const sts = new STSClient(
      common({ accessKeyId: key.id, secretAccessKey: key.secret, sessionToken: 'junk' }),
    );
    expect(await refusal(sts.send(new GetCallerIdentityCommand({})))).toMatch(/^403 InvalidClientTokenId/);
    expect(await refusal(stsOf(key).send(new GetCallerIdentityCommand({})))).toBe('accepted');
  });

  it.each([
    [
      'a body that was changed',
      (sent: Sent) => ({ ...sent, body: sent.body.split('&').reverse().join('&') }),
    ],
    ['another host', (sent: Sent) => ({ ...sent, headers: { ...sent.headers, host: 'evil.example' } })],
    [
      'another time',
      (sent: Sent) => ({
        ...sent,
        headers: { ...sent.headers, 'x-amz-date': anotherSecond(sent.headers['x-amz-date'] ?? '') },
      }),
    ],
    [
      'a signature of zeros',
      (sent: Sent) => ({
        ...sent,
        headers: {
          ...sent.headers,
          authorization: sent.headers.authorization?.replace(/[\da-f]{64}$/, '0'.repeat(64)) ?? '',
        },
      }),
    ],
    ['another path', (sent: Sent) => ({ ...sent, path: '/other' })],
  ])('refuses %s', async (_what, tamper) => {
    const sent = await recorded(world.aws.addKey(freshUser('tamper')));
    expect(await replay(sent)).toBe(200);
    expect(await replay(tamper(sent))).toBe(403);
  });
});

/** Another last digit of the seconds, never the same one: a few seconds off, so still fresh. */
const anotherSecond = (date: string): string => date.replace(/\dZ$/, (digit) => `${9 - Number(digit[0])}Z`);

interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What the SDK would send, signed. */
async function recorded(key: Pair): Promise<Sent> {
  const sts = stsOf(key);
  let sent: Sent | null = null;
  sts.middlewareStack.add(
    (next) => async (args) => {
      const made = args.request as { path: string; headers: Record<string, string>; body: string };
      sent = { path: made.path, headers: { ...made.headers }, body: made.body };
      return await next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'record' },
  );
  await sts.send(new GetCallerIdentityCommand({}));
  if (sent === null) throw new Error('Nothing was sent.');
  return sent;
}

const replay = ({ path, headers, body }: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sending = request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', reject);
    sending.end(body);
  });

async function session(
  changes: { audience?: string; subject?: string; seconds?: number; name?: string } = {},
): Promise<IAMClient> {
  const claims = world.issuer.claims;
  world.issuer.claims = { ...claims, ...(changes.subject === undefined ? {} : { sub: changes.subject }) };
  const token = world.issuer.issue(world.issuer.requestToken, changes.audience ?? AUDIENCE);
  world.issuer.claims = claims;
  const sts = stsOf({ id: 'unsigned', secret: 'unsigned' });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/rotate',
      RoleSessionName: changes.name ?? 'test',
      WebIdentityToken: token,
      DurationSeconds: changes.seconds ?? 900,
    }),
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return new IAMClient(
    common({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }),
  );
}

describe('a session by ID token', () => {
  it('acts as the role, within its policy, until it expires', async () => {
    const iam = await session();
    expect(await refusal(iam.send(new ListAccessKeysCommand({ UserName: USER })))).toBe('accepted');
    world.clock.advance(15 * MINUTE);
    iam.config.systemClockOffset = world.clock.now - Date.now();
    expect(await refusal(iam.send(new ListAccessKeysCommand({ UserName: USER })))).toMatch(
      /^403 ExpiredToken/,
    );
  });

  it.each([
    ['another audience', { audience: 'someone.else' }, /^403 AccessDenied/],
    ['another branch', { subject: 'repo:octo-org/app:ref:refs/heads/evil' }, /^403 AccessDenied/],
    ['another repository', { subject: 'repo:evil/app:ref:refs/heads/main' }, /^403 AccessDenied/],
    ['a session too long', { seconds: 7200 }, /^400 ValidationError: The requested DurationSeconds exceeds/],
    [
      'a session too short',
      { seconds: 60 },
      /^400 ValidationError: .*Value '60' at 'durationSeconds' .* greater than or equal to 900$/,
    ],
    ['a session name with spaces', { name: 'a b' }, /^400 ValidationError/],
  ])('is not to be had with %s', async (_what, changes, expected) => {
    expect(await refusal(session(changes))).toMatch(expected);
  });

  it('is not to be had with a forged or an expired token', async () => {
    const genuine = world.issuer.issue(world.issuer.requestToken, AUDIENCE);
    const assume = (WebIdentityToken: string) =>
      refusal(
        stsOf({ id: 'unsigned', secret: 'unsigned' }).send(
          new AssumeRoleWithWebIdentityCommand({
            RoleArn: 'arn:aws:iam::123456789012:role/rotate',
            RoleSessionName: 'test',
            WebIdentityToken,
          }),
        ),
      );
    expect(await assume(`${genuine.slice(0, -4)}AAAA`)).toMatch(/^400 InvalidIdentityToken/);
    expect(await assume('x.y')).toMatch(/^400 InvalidIdentityToken/);
    world.clock.advance(6 * MINUTE);
    expect(await assume(genuine)).toMatch(/^400 ExpiredTokenException/);
    expect(() => world.issuer.issue('wrong bearer', AUDIENCE)).toThrow('Unauthorized');
  });
});

describe('a role that is assumed', () => {
  const RoleArn = 'arn:aws:iam::123456789012:role/assumed';
  const assume = async (allow: string[], principals?: string[]) => {
    world.aws.addRole('assumed', {
      trust: { audience: AUDIENCE, subjects: [], ...(principals === undefined ? {} : { principals }) },
      allow: [],
    });
    const name = world.aws.addUser(`assumer-${++users}`, { allow: [{ actions: allow, users: '*' }] }).name;
    const call = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' });
    return await refusal(stsOf(world.aws.addKey(name)).send(call));
  };

  it.each([
    ['it trusts the user, and the user may', ['sts:Assume*'], ['arn:*:user/assumer-*'], /^accepted$/],
    ['it trusts nobody', ['sts:AssumeRole'], undefined, /^403 AccessDenied/],
    [
      'it trusts somebody else',
      ['sts:AssumeRole'],
      ['arn:aws:iam::123456789012:user/x'],
      /^403 AccessDenied/,
    ],
    ['the user may not', ['iam:*'], ['*'], /^403 AccessDenied/],
  ])('%s', async (_when, allow, principals, expected) => {
    expect(await assume(allow, principals)).toMatch(expected);
  });
});

describe('tags', () => {
  it('ignore case, replace, and go', async () => {
    const iam = iamOf(admin());
    const UserName = freshUser('tagged');
    const tags = async () => (await iam.send(new ListUserTagsCommand({ UserName }))).Tags;
    await iam.send(
      new TagUserCommand({
        UserName,
        Tags: [
          { Key: 'Team', Value: 'a' },
          { Key: 'key-rotation:X', Value: 'b=1' },
        ],
      }),
    );
    await iam.send(new TagUserCommand({ UserName, Tags: [{ Key: 'TEAM', Value: 'c' }] }));
    expect(await tags()).toEqual([
      { Key: 'TEAM', Value: 'c' },
      { Key: 'key-rotation:X', Value: 'b=1' },
    ]);
    await iam.send(new UntagUserCommand({ UserName, TagKeys: ['team', 'absent'] }));
    expect(await tags()).toEqual([{ Key: 'key-rotation:X', Value: 'b=1' }]);
  });

  it.each([
    [
      'a comma',
      [{ Key: 'a,b', Value: '' }],
      /^400 ValidationError: .*'a,b' at 'tags.2.member.key' .*pattern: .*\+$/,
    ],
    [
      'no key',
      [{ Key: '', Value: '' }],
      /^400 ValidationError: .*'' at 'tags.2.member.key' .*pattern: .*\+$/,
    ],
    [
      'JSON in a value',
      [{ Key: 'a', Value: '{"b":1}' }],
      /^400 ValidationError: .*'\{"b":1\}' at 'tags.2.member.value' .*pattern: .*\*$/,
    ],
    [
      'a key of 129',
      [{ Key: 'k'.repeat(129), Value: '' }],
      /^400 ValidationError: .*'tags.2.member.key' .*length less than or equal to 128$/,
    ],
    [
      'a value of 257',
      [{ Key: 'k', Value: 'v'.repeat(257) }],
      /^400 ValidationError: .*'tags.2.member.value' .*length less than or equal to 256$/,
    ],
    ['AWS’s own prefix', [{ Key: 'aws:x', Value: '' }], /^400 InvalidInput/],
    [
      'one key twice',
      [
        { Key: 'k', Value: '' },
        { Key: 'K', Value: '' },
      ],
      /^400 InvalidInput: Duplicate tag keys found/,
    ],
    [
      '51 of them',
      Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
      /^409 LimitExceeded/,
    ],
  ])('are refused whole with %s', async (_what, Tags, expected) => {
    const iam = iamOf(admin());
    const UserName = freshUser('tags');
    const all = Tags.length > 2 ? Tags : [{ Key: 'fine', Value: '1' }, ...Tags];
    expect(await refusal(iam.send(new TagUserCommand({ UserName, Tags: all })))).toMatch(expected);
    expect((await iam.send(new ListUserTagsCommand({ UserName }))).Tags).toEqual([]);
  });

  it('are required where they are what the request is about', async () => {
    const iam = iamOf(admin());
    const UserName = freshUser('untagged');
    expect(await refusal(iam.send(new TagUserCommand({ UserName, Tags: [] })))).toMatch(
      /^400 ValidationError: .*Value null at 'tags'/,
    );
    expect(await refusal(iam.send(new UntagUserCommand({ UserName, TagKeys: [] })))).toMatch(
      /^400 ValidationError: .*Value null at 'tagKeys'/,
    );
    const noValue = { Key: 'a', Value: undefined };
    expect(await refusal(iam.send(new TagUserCommand({ UserName, Tags: [noValue] })))).toMatch(
      /^400 ValidationError: .*Value null at 'tags.1.member.value'/,
    );
  });

  it('of the rotation’s role are limited to its own names', async () => {
    const iam = await session();
    const tag = (Key: string) =>
      refusal(iam.send(new TagUserCommand({ UserName: USER, Tags: [{ Key, Value: 'x' }] })));
    expect(await tag('key-rotation:intent:1')).toBe('accepted');
    expect(await tag('AKIA2222222222222222')).toBe('accepted');
    expect(await tag('Team')).toMatch(/^403 AccessDenied/);
  });
});

describe('the account', () => {
  it('lists its users page by page', async () => {
    const iam = iamOf(admin());
    for (let at = 0; at < 250; at++) world.aws.addUser(`many-${at}`, { path: '/many/' });
    const names: string[] = [];
    let Marker: string | undefined;
    let pages = 0;
    do {
      const page = await iam.send(
        new ListUsersCommand({ PathPrefix: '/many/', ...(Marker === undefined ? {} : { Marker }) }),
      );
      names.push(...(page.Users ?? []).map((user) => user.UserName ?? ''));
      Marker = page.IsTruncated ? page.Marker : undefined;
      pages++;
    } while (Marker !== undefined);
    expect(pages).toBe(3);
    expect(new Set(names).size).toBe(250);
    expect((await iam.send(new GetUserCommand({ UserName: 'many-7' }))).User?.Arn).toBe(
      'arn:aws:iam::123456789012:user/many/many-7',
    );
  });

  it('takes no marker but those it gave', () => {
    const by = world.aws.userPrincipal(world.aws.user('admin'));
    const page = (Marker: string) => listUsers(world.aws, by, { Marker, MaxItems: 1 });
    const given = listUsers(world.aws, by, { MaxItems: 1 }).Marker ?? '';
    expect(page(given).Users).toHaveLength(1);
    const encoded = (text: string): string => Buffer.from(text).toString('base64');
    const forged = fc.oneof(
      fc.string(),
      fc.constantFrom('-1', '0', '1.5', '01', '1x', ' 1', '1e3', 'NaN').map(encoded),
      fc.constant(`${given}\n`),
    );
    fc.assert(
      fc.property(forged, (marker) => {
        expect(() => page(marker)).toThrow('Invalid Marker.');
      }),
    );
  });

  it('has no two users whose names differ by case alone', () => {
    const name = freshUser('Case');
    expect(() => world.aws.addUser(name.toUpperCase())).toThrow('already exists');
  });

  it('makes a credential report in its own time, and keeps it for four hours', async () => {
    world.aws.report = null;
    const iam = iamOf(admin());
    expect(await refusal(iam.send(new GetCredentialReportCommand({})))).toMatch(/^410 ReportNotPresent/);
    expect((await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('STARTED');
    expect((await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('INPROGRESS');
    expect(await refusal(iam.send(new GetCredentialReportCommand({})))).toMatch(/^404 ReportInProgress/);
    world.clock.advance(10 * SECOND);
    expect((await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('COMPLETE');
    const report = await iam.send(new GetCredentialReportCommand({}));
    const csv = Buffer.from(report.Content ?? new Uint8Array()).toString();
    expect(csv.split('\n')[1]).toMatch(/^<root_account>,arn:aws:iam::123456789012:root/);
    expect(csv.split('\n')[0]?.split(',')).toHaveLength(22);
    world.aws.addKey(freshUser('late'));
    expect(
      Buffer.from((await iam.send(new GetCredentialReportCommand({}))).Content ?? []).toString(),
    ).not.toContain('late');
    world.clock.advance(241 * MINUTE);
    iam.config.systemClockOffset = world.clock.now - Date.now();
    expect((await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('STARTED');
  });

  it('knows whether root has keys', async () => {
    const iam = iamOf(admin());
    const summary = async () =>
      (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap?.AccountAccessKeysPresent;
    const { root } = world.aws;
    try {
      expect(await summary()).toBe(0);
      world.aws.root = { ...root, keyActive: true };
      expect(await summary()).toBe(1);
    } finally {
      world.aws.root = root;
    }
  });
});

describe('the credential report', () => {
  /** Of an account with one user and one key, both created at midnight. */
  const rows = (options: ConstructorParameters<typeof AwsAccount>[1]): Record<string, string>[] => {
    const account = new AwsAccount(new WorldClock('2026-01-05T00:00:00Z'), options);
    account.addUser('ann');
    account.addKey('ann');
    const [head = [], ...body] = credentialReport(account)
      .split('\n')
      .map((line) => line.split(','));
    return body.map((row) => {
      expect(row).toHaveLength(head.length);
      return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']));
    });
  };

  it.each([22, 23] as const)('has %i columns', (reportColumns) => {
    for (const row of rows({ reportColumns })) {
      expect(Object.keys(row)).toHaveLength(reportColumns);
      expect('additional_credentials_info' in row).toBe(reportColumns === 23);
    }
  });

  it.each(['+00:00', 'Z'] as const)('writes UTC as %s, everywhere', (reportDates) => {
    const [root, ann] = rows({ reportDates });
    expect(ann?.user_creation_time).toBe(`2026-01-05T00:00:00${reportDates}`);
    expect(ann?.access_key_1_last_rotated).toBe(`2026-01-05T00:00:00${reportDates}`);
    expect(root?.user_creation_time?.endsWith(reportDates)).toBe(true);
  });

  it('expires when it is no longer served, by default after four hours', async () => {
    const iam = iamOf(admin());
    const get = async () => {
      iam.config.systemClockOffset = world.clock.now - Date.now();
      return (await refusal(iam.send(new GetCredentialReportCommand({})))).slice(0, 17);
    };
    world.clock.advance(DAY);
    iam.config.systemClockOffset = world.clock.now - Date.now();
    await iam.send(new GenerateCredentialReportCommand({}));
    world.clock.advance(239 * MINUTE);
    expect(await get()).toBe('accepted');
    world.clock.advance(MINUTE);
    expect(await get()).toBe('410 ReportExpired');
  });
});
