/**
 * What the SDK would never send: requests that are signed rightly and still wrong, and forms that are no forms. Each has
 * AWS's own code; in particular none of them may look like an answer about the key (`InvalidClientTokenId`).
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { awsHandler } from '../../sandbox/http/aws.ts';
import { type Listening, listen } from '../../sandbox/http/server.ts';
import { stage, type World } from '../../sandbox/world.ts';
import { type Signing, signedHeaders } from './signer.ts';

let world: World;
let server: Listening;

beforeAll(async () => {
  world = stage({ boxes: toyBoxes, aws: { propagation: { refusedFor: 0, flapsUntil: 0 } } });
  world.aws.addUser('admin', { allow: [{ actions: ['iam:*'], users: '*' }] });
  world.aws.addKey('admin');
  server = await listen(world, { latency: 0, run: 'test', onKilled: () => {} }, awsHandler(world));
});
afterAll(() => server.close());

const WHO_AM_I = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
const stamp = (): string => new Date(world.clock.now).toISOString().replace(/[-:]|\.\d{3}/g, '');

interface Changes extends Partial<Signing> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one signed form; resolves to the status, the code and the message. */
async function post(form: Readonly<Record<string, string>>, changes: Changes = {}) {
  const { headers = {}, ...signing } = changes;
  const [key] = world.aws.user('admin').keys;
  const body = String(new URLSearchParams(form));
  const sent = signedHeaders(
    { method: 'POST', path: '/', headers: { host: new URL(server.url).host, ...headers }, body },
    { id: key?.id ?? '', secret: key?.secret ?? '', time: stamp(), ...signing },
  );
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { ...sent, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  const xml = await answer.text();
  const [, namespace] = /xmlns="([^"]+)"/.exec(xml) ?? [];
  const [, code = 'accepted', message = ''] = /<Code>(.*)<\/Code><Message>(.*)<\/Message>/.exec(xml) ?? [];
  return { status: answer.status, namespace, text: `${code} ${message}`.trim() };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a signature', () => {
  it('as it should be is accepted, its own hash of the body included', async () => {
    const hash = sha256(String(new URLSearchParams(WHO_AM_I)));
    expect((await post(WHO_AM_I)).text).toBe('accepted');
    expect((await post(WHO_AM_I, { headers: { 'x-amz-content-sha256': hash } })).text).toBe('accepted');
    expect((await post(WHO_AM_I, { region: 'eu-central-1' })).text).toBe('accepted');
  });

  it.each<[string, Changes, RegExp]>([
    [
      'scoped to another day',
      { day: '20251231' },
      /^Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20251231' != '20260105', from '20260105T\d{6}Z'\.$/,
    ],
    [
      'that leaves the host out',
      { signed: ['x-amz-date'] },
      /^'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization\.$/,
    ],
    ['that leaves the time out', { signed: ['host'] }, /'x-amz-date' must be a 'SignedHeader'/],
    [
      'that leaves the session token out',
      { headers: { 'x-amz-security-token': 'x' }, signed: ['host', 'x-amz-date'] },
      /'x-amz-security-token' must be a 'SignedHeader'/,
    ],
    ['scoped to no region', { region: 'moon-west-1' }, /^Credential should be scoped to a valid region\.$/],
    ['scoped to another partition', { region: 'cn-north-1' }, /valid region/],
    ['scoped to another partition', { region: 'us-gov-west-1' }, /valid region/],
    [
      'scoped to another service',
      { service: 'iam' },
      /^Credential should be scoped to correct service: 'sts'\.$/,
    ],
    [
      'with another hash of the body',
      { headers: { 'x-amz-content-sha256': sha256('') } },
      /^The request signature we calculated does not match/,
    ],
    ['by another secret', { secret: 'x'.repeat(40) }, /^The request signature we calculated does not match/],
  ])('%s does not match', async (_what, changes, message) => {
    const { status, text } = await post(WHO_AM_I, changes);
    expect(status).toBe(403);
    expect(text).toMatch(/^SignatureDoesNotMatch /);
    expect(text.slice('SignatureDoesNotMatch '.length)).toMatch(message);
  });

  it('by a key that nobody has is judged before that key is looked for', async () => {
    const id = 'AKIAUNKNOWNUNKNOWN22';
    expect((await post(WHO_AM_I, { id })).text).toMatch(/^InvalidClientTokenId/);
    expect((await post(WHO_AM_I, { id, day: '20251231' })).text).toMatch(/^SignatureDoesNotMatch/);
  });
});

describe('an action', () => {
  it.each([
    ['that is no operation', { Action: 'Nonsense', Version: '2010-05-08' }],
    ['that every object has', { Action: 'constructor', Version: '2010-05-08' }],
    ['of the other service’s version', { ...WHO_AM_I, Version: '2010-05-08' }],
    ['without a version', { Action: 'GetCallerIdentity' }],
    ['unsigned, of the wrong version', { Action: 'AssumeRoleWithWebIdentity', Version: '2010-05-08' }],
  ])('%s is invalid', async (_what, form) => {
    const { status, text } = await post(form);
    expect(status).toBe(400);
    expect(text).toBe(
      `InvalidAction Could not find operation ${form.Action} for version ${'Version' in form ? form.Version : 'NO_VERSION_SPECIFIED'}`,
    );
  });

  it('that fails is answered in the namespace of its service', async () => {
    expect((await post(WHO_AM_I, { secret: 'x' })).namespace).toBe(
      'https://sts.amazonaws.com/doc/2011-06-15/',
    );
    const listUsers = { Action: 'ListUsers', Version: '2010-05-08' };
    expect((await post(listUsers)).namespace).toBe('https://iam.amazonaws.com/doc/2010-05-08/');
  });
});

describe('a list', () => {
  it('may be numbered as it likes, and keeps the order of its numbers', async () => {
    let users = 0;
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000_000 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (chosen) => {
        const user = world.aws.addUser(`listed-${++users}`);
        const form = Object.fromEntries(
          chosen.flatMap((number) => [
            [`Tags.member.${number}.Value`, String(number)],
            [`Tags.member.${number}.Key`, `k${number}`],
          ]),
        );
        const tag = { Action: 'TagUser', Version: '2010-05-08', UserName: user.name, ...form };
        expect((await post(tag, { service: 'iam' })).text).toBe('accepted');
        const expected = [...chosen].sort((a, b) => a - b).map((number) => [`k${number}`, String(number)]);
        expect([...user.tags.values()].map(({ key, value }) => [key, value])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('of tags that lack a key or a value is refused', async () => {
    const { name } = world.aws.addUser('half');
    const tag = async (half: string) =>
      (
        await post(
          { Action: 'TagUser', Version: '2010-05-08', UserName: name, [`Tags.member.2.${half}`]: 'x' },
          { service: 'iam' },
        )
      ).text;
    expect(await tag('Key')).toMatch(/^ValidationError .*Value null at 'tags.1.member.value'/);
    expect(await tag('Value')).toMatch(/^ValidationError .*Value null at 'tags.1.member.key'/);
  });
});
