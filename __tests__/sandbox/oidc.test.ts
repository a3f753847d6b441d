/** The runner's ID token endpoint: strict about who asks and how, and on GitHub's clock. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { oidcHandler } from '../../sandbox/http/oidc.ts';
import { type Listening, listen } from '../../sandbox/http/server.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { AUDIENCE, stage, type World } from '../../sandbox/world.ts';

let world: World;
let server: Listening;

beforeAll(async () => {
  world = stage({ boxes: toyBoxes });
  server = await listen(world, { latency: 0, run: 'test', onKilled: () => {} }, oidcHandler(world));
});
afterAll(() => server.close());

const ask = (authorization: string, method = 'GET') =>
  fetch(`${server.url}/token?api-version=2.0&audience=${AUDIENCE}`, { method, headers: { authorization } });

it('gives the job its token, and GitHub’s time, which is not AWS’s', async () => {
  const answer = await ask(`Bearer ${world.issuer.requestToken}`);
  expect(answer.status).toBe(200);
  expect(world.clock.gitHub).not.toBe(world.clock.aws);
  expect(Date.parse(answer.headers.get('date') ?? '')).toBe(world.clock.gitHub);
  const { value } = (await answer.json()) as { value: string };
  expect(world.issuer.verify(value).aud).toBe(AUDIENCE);
});

it.each([
  ['the bare token', () => ask(world.issuer.requestToken), 401],
  ['another scheme', () => ask(`token ${world.issuer.requestToken}`), 401],
  ['another token', () => ask('Bearer x'), 401],
  ['another method', () => ask(`Bearer ${world.issuer.requestToken}`, 'POST'), 405],
])('refuses %s', async (_what, send, status) => {
  expect((await send()).status).toBe(status);
});

it('is no clock of AWS’s in process either: only AWS tells a run AWS’s time', async () => {
  const inProcess = stage({ boxes: toyBoxes });
  inProcess.wire.faultFor = ({ service }) => (service === 'sts' ? 'lost' : null);
  const { ports } = startProcess(inProcess, {
    name: 'run',
    roleArn: [...inProcess.aws.roles.keys()][0] ?? '',
  });
  await expect(ports.session.open()).rejects.toMatchObject({ code: 'NetworkError' });
  expect(inProcess.wire.log.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'IdToken ok',
    'AssumeRoleWithWebIdentity lost',
  ]);
  expect(() => ports.clock.aws()).toThrow('AWS has not answered yet');
});
