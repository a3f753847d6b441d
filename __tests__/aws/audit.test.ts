/** The check's own AWS client against the sandbox over HTTP: the codes that the flow decides by are what arrives. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { awsHandler } from '../../sandbox/http/aws.ts';
import { type Listening, listen } from '../../sandbox/http/server.ts';
import { World } from '../../sandbox/world.ts';
import { auditPorts } from '../../src/aws/audit.ts';
import { fetchReport } from '../../src/flow/check/credential-report.ts';
import type { Log } from '../../src/flow/ports.ts';
import { SECOND } from '../../src/rotation/model.ts';
import { CHECK_ALLOW } from '../audit/population.ts';

const silent: Log = { mask: () => {}, info: () => {}, warning: () => {}, group: (_title, work) => work() };
const environment = { ...process.env };
/** For how long a report is served, instead of four hours. */
const LASTS = 30 * SECOND;
let world: World;
let server: Listening;

beforeEach(async () => {
  world = new World({
    boxes: toyBoxes,
    // The client's clock is the machine's: from four minutes of drift on, the SDK repeats every request that is refused.
    start: new Date().toISOString(),
    aws: { propagation: { refusedFor: 0, flapsUntil: 0 }, reportLasts: LASTS },
  });
  world.aws.addUser('auditor', { allow: [...CHECK_ALLOW] });
  const key = world.aws.addKey('auditor');
  server = await listen(world, { latency: 0, run: 'check', onKilled: () => {} }, awsHandler(world));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_IAM: server.url,
    AWS_ENDPOINT_URL_STS: server.url,
    AWS_ACCESS_KEY_ID: key.id,
    AWS_SECRET_ACCESS_KEY: key.secret,
  });
});
afterEach(async () => {
  process.env = { ...environment };
  await server.close();
});

/** The real client; what it sleeps passes in the world. */
function ports() {
  const { account, clock } = auditPorts({ role: null, audience: '', region: 'us-east-1' }, silent, null, {
    note: () => {},
  });
  const sleep = async (milliseconds: number) => world.clock.advance(milliseconds);
  return { account, clock: { aws: () => clock.aws(), sleep }, log: silent };
}

it('no report, one in the making, one that ran out: each by its code', async () => {
  const { account } = ports();
  await expect(account.credentialReport()).rejects.toMatchObject({ code: 'ReportNotPresent', status: 410 });
  expect(await account.generateCredentialReport()).toBe('STARTED');
  await expect(account.credentialReport()).rejects.toMatchObject({ code: 'ReportInProgress', status: 404 });
  world.clock.advance(10 * SECOND);
  expect((await account.credentialReport()).csv).toMatch(/^user,arn,/);
  world.clock.advance(LASTS);
  await expect(account.credentialReport()).rejects.toMatchObject({ code: 'ReportExpired', status: 410 });
});

it('a report that runs out between the two questions is made anew', async () => {
  const { account, clock, log } = ports();
  await account.generateCredentialReport();
  world.clock.advance(LASTS - SECOND);
  let late = true;
  world.wire.faultFor = ({ operation }) => {
    if (operation === 'GetCredentialReport' && late) {
      late = false;
      world.clock.advance(2 * SECOND);
    }
    return null;
  };
  const report = await fetchReport({ account, clock, log });
  expect(report).toMatchObject({ generatedAt: expect.any(Number), users: [{ userName: 'auditor' }] });
  expect(world.wire.log.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'GenerateCredentialReport ok',
    'GenerateCredentialReport ok',
    'GetCredentialReport ReportExpired',
    'GenerateCredentialReport ok',
    'GenerateCredentialReport ok',
    'GenerateCredentialReport ok',
    'GetCredentialReport ok',
  ]);
});
