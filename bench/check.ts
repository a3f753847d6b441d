/**
 * What a check of a whole account costs, beside the loop that everybody writes (`ListUsers`, then one `ListAccessKeys`
 * a user, one after the other). 5,000 users, AWS's own limit; 4,999 keys, of which 37 violate; 20 ms a request.
 *
 *     npm run bench:check [-- --json] [--users 5000] [--latency 20]
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IAMClient, ListAccessKeysCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import type { Statement } from '../sandbox/aws/account.ts';
import { generateCredentialReport } from '../sandbox/aws/iam.ts';
import { sodiumBoxes } from '../sandbox/github/boxes.ts';
import { projectRoot } from '../sandbox/github/contract.ts';
import { runStep, type StepResult } from '../sandbox/runner/runner.ts';
import { Stand } from '../sandbox/stand.ts';
import { AUDIENCE, REPOSITORY, SUBJECT, World } from '../sandbox/world.ts';
import { DAY } from '../src/rotation/model.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    users: { type: 'string', default: '5000' },
    latency: { type: 'string', default: '20' },
  },
});
const USERS = Number(values.users);
const LATENCY = Number(values.latency);
const VIOLATORS = 37;

/** What the role may do, spelled out: the sandbox pays for a glob on every request. */
const READS = [
  'iam:ListUsers',
  'iam:ListAccessKeys',
  'iam:ListUserTags',
  'iam:GetAccessKeyLastUsed',
  'iam:GetAccountSummary',
  'iam:GetCredentialReport',
  'iam:GenerateCredentialReport',
];
const READ_ONLY: Statement[] = [{ actions: READS, users: '*' }];

interface Measured {
  readonly milliseconds: number;
  readonly requests: number;
  readonly violations: number;
  /** Highest resident set of the action's process, in MiB (Linux). */
  readonly peakMiB?: number;
}

/** Every user is older than the limits, and all but one have a key: the report clears nobody but that one. */
async function account(): Promise<{ world: World; stand: Stand; role: string }> {
  const world = new World({ boxes: await sodiumBoxes() });
  const { aws } = world;
  world.github.addRepository(REPOSITORY);
  const role = aws.addRole('check', {
    trust: { audience: AUDIENCE, subjects: [SUBJECT] },
    allow: READ_ONLY,
    maxSessionSeconds: 43_200,
  });
  aws.addUser('auditor', { createdAt: aws.daysAgo(900), allow: READ_ONLY });
  for (let n = 0; n < USERS - 1; n++) {
    aws.addUser(`user-${n}`, { createdAt: aws.daysAgo(900) });
    const days = n < VIOLATORS ? 91 + n : 1 + (n % 70);
    const used = [{ at: aws.daysAgo(0.5), service: 's3', region: 'us-east-1' }];
    aws.addKey(`user-${n}`, { createdAt: aws.daysAgo(days), used });
  }
  // The report exists, as it does on every account that is checked daily; making one is AWS's time, not ours.
  generateCredentialReport(aws, aws.userPrincipal(aws.user('auditor')));
  world.clock.advance(DAY / 24);
  const stand = await Stand.open(world);
  stand.transport.latency = LATENCY;
  return { world, stand, role: role.arn };
}

/** The usual loop, with the same SDK. It runs in the sandbox's own process, which spares it a context switch a request. */
async function usualLoop(): Promise<Measured> {
  const { world, stand } = await account();
  const session = world.aws.openSession(world.aws.userPrincipal(world.aws.user('auditor')), 3600);
  const client = new IAMClient({
    region: 'us-east-1',
    endpoint: stand.environment.AWS_ENDPOINT_URL_IAM ?? '',
    credentials: {
      accessKeyId: session.accessKeyId,
      secretAccessKey: session.secretAccessKey,
      sessionToken: session.sessionToken ?? '',
    },
    systemClockOffset: world.clock.now - Date.now(),
  });
  const start = performance.now();
  let violations = 0;
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListUsersCommand({ Marker }));
    for (const { UserName } of page.Users ?? []) {
      const { AccessKeyMetadata = [] } = await client.send(new ListAccessKeysCommand({ UserName }));
      violations += AccessKeyMetadata.filter(
        ({ CreateDate }) => world.clock.now - (CreateDate?.getTime() ?? 0) > 90 * DAY,
      ).length;
    }
    Marker = page.Marker;
  } while (Marker !== undefined);
  const milliseconds = performance.now() - start;
  await stand.close();
  return { milliseconds, requests: world.wire.log.length, violations };
}

/** The built action, started as a runner does; its start, summary and JSON report are part of the time. */
async function checkAction(source: 'exact' | 'report'): Promise<Measured> {
  const { world, stand, role } = await account();
  let peak = 0;
  let watching: NodeJS.Timeout | undefined;
  const start = performance.now();
  const result = await runStep({
    action: join(projectRoot(), 'check'),
    with: { 'role-to-assume': role, 'all-users': 'true', source, 'report-file': 'keys.json' },
    secrets: [],
    env: stand.environment,
    clockOffset: world.clock.now - Date.now(),
    onSpawn: ({ pid }) => {
      watching = setInterval(() => {
        peak = Math.max(peak, highWater(pid ?? 0));
      }, 20);
    },
    timeout: 300_000,
  });
  const milliseconds = performance.now() - start;
  clearInterval(watching);
  await stand.close();
  const requests = world.wire.log.filter(({ service }) => service !== 'oidc').length;
  return { milliseconds, requests, violations: verdictOf(result), peakMiB: peak / 1024 };
}

/** Linux: the highest resident set of a process so far, in KiB; 0 once it is gone. */
function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** A run that lost its summary or its JSON report is no result. */
function verdictOf({ summary, complaints, outputs, stdout }: StepResult): number {
  if (!summary.includes('violations') || complaints.length > 0 || stdout.includes('No report file'))
    throw new Error(`The run is incomplete: ${complaints.join()}\n${stdout}`);
  return (JSON.parse(outputs.violations ?? '[]') as unknown[]).length;
}

async function reportAlone(): Promise<Measured> {
  const { world, stand } = await account();
  const session = world.aws.openSession(world.aws.userPrincipal(world.aws.user('auditor')), 3600);
  const start = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'read-report.js')], {
    env: {
      ...stand.environment,
      PATH: process.env.PATH ?? '',
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken ?? '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines += text;
  });
  const [exitCode] = (await once(child, 'close')) as [number];
  const milliseconds = performance.now() - start;
  await stand.close();
  if (exitCode !== 0 || Number(lines) !== USERS + 2) throw new Error(`The report was not read: ${lines}`);
  return { milliseconds, requests: world.wire.log.length, violations: 0 };
}

/** What a Node process weighs that does nothing, in MiB. */
const bareNode = (): number =>
  Number(
    execFileSync(process.execPath, ['-e', 'console.log(process.resourceUsage().maxRSS)'], {
      encoding: 'utf8',
    }),
  ) / 1024;

const exact = await checkAction('exact');
const alone = await reportAlone();
const report = await checkAction('report');
const loop = await usualLoop();
const bare = bareNode();

const survivors = USERS - 1;
const results = {
  users: USERS,
  keys: USERS - 1,
  latencyMilliseconds: LATENCY,
  node: process.version,
  bareNodeMiB: bare,
  loop,
  exact,
  report,
  reportAlone: alone,
  promises: {
    'exact is at least 15 times faster than the loop': loop.milliseconds / exact.milliseconds >= 15,
    'exact sends at most 6 + one request a user that survives the pruning': exact.requests <= 6 + survivors,
    'report sends at most 6 + one request a violator': report.requests <= 6 + VIOLATORS,
    'report is within twice of reading the report alone': report.milliseconds <= 2 * alone.milliseconds,
    'peak memory is under 150 MiB above bare Node':
      Math.max(exact.peakMiB ?? 0, report.peakMiB ?? 0) - bare < 150,
    'all find the same violations': [loop, exact, report].every(({ violations }) => violations === VIOLATORS),
  },
};

if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else {
  const line = (name: string, { milliseconds, requests, peakMiB }: Measured) =>
    `${name.padEnd(20)} ${(milliseconds / 1000).toFixed(1).padStart(7)} s ${String(requests).padStart(6)} requests` +
    `${peakMiB === undefined ? '' : ` ${(peakMiB - bare).toFixed(0).padStart(4)} MiB above bare Node`}\n`;
  process.stdout.write(
    `${USERS} users, ${USERS - 1} keys, ${VIOLATORS} violations, ${LATENCY} ms a request, Node ${process.version}\n\n` +
      line('the usual loop', loop) +
      line('exact', exact) +
      line('source: report', report) +
      line('the report alone', alone) +
      `\nexact is ${(loop.milliseconds / exact.milliseconds).toFixed(1)} times faster than the loop\n`,
  );
}
for (const [promise, kept] of Object.entries(results.promises))
  if (!kept) {
    process.stderr.write(`Not kept: ${promise}\n`);
    process.exitCode = 1;
  }
