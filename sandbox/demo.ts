/**
 * `npm run demo`: a hundred days of a key's life with the built action against the embedded world. Every day the
 * workflow runs, a job uses the pair that the secrets hold, and another uses the pair it received six days ago.
 */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DAY } from '../src/rotation/model.ts';
import { sodiumBoxes } from './github/boxes.ts';
import { leaksIn } from './leaks.ts';
import type { StepResult } from './runner/runner.ts';
import { Stand } from './stand.ts';
import { deploy, HOME, pairIn, stage, USER, type World } from './world.ts';

const DAYS = 100;
/** How long a queued job may hold its pair: one day less than deactivate-after-days. */
const HELD_DAYS = 6;

interface Tally {
  rotations: number;
  deactivations: number;
  deletions: number;
  uses: number;
  failedUses: number;
  leaks: number;
  redRuns: number;
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function demo(): Promise<Tally> {
  const world = stage({ boxes: await sodiumBoxes() });
  world.wire.tick = 400;
  const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(55) });
  deploy(world, key, HOME, 55);
  const stand = await Stand.open(world);
  const tally: Tally = {
    rotations: 0,
    deactivations: 0,
    deletions: 0,
    uses: 0,
    failedUses: 0,
    leaks: 0,
    redRuns: 0,
  };
  const received = [pairIn(world, HOME)];
  try {
    for (let day = 0; day < DAYS; day++) {
      const morning = world.clock.now;
      const result = await stand.rotate();
      tell(world, day, result);
      count(world, tally, result);
      received.push(pairIn(world, HOME));
      for (const pair of [received.at(-1), received.at(-1 - HELD_DAYS)])
        if (pair !== undefined) await use(world, stand, tally, pair);
      world.clock.advance(morning + DAY - world.clock.now);
    }
  } finally {
    await stand.close();
  }
  if (stand.transport.violations.length > 0) throw new Error(stand.transport.violations.join('\n'));
  return tally;
}

function tell(world: World, day: number, { exitCode, outputs, summary, log }: StepResult): void {
  if (exitCode === 0 && outputs['action-taken'] === 'none') return;
  say(
    `\n━━━ day ${day}, ${new Date(world.clock.now).toISOString().slice(0, 10)}: ${outputs['action-taken'] ?? 'failed'} ━━━\n`,
  );
  say(exitCode === 0 ? summary : log.join('\n'));
}

function count(world: World, tally: Tally, result: StepResult): void {
  const taken = (result.outputs['action-taken'] ?? '').split(',');
  if (taken.includes('created')) tally.rotations++;
  if (taken.includes('deactivated')) tally.deactivations++;
  if (taken.includes('deleted')) tally.deletions++;
  if (result.exitCode !== 0) tally.redRuns++;
  tally.leaks += leaksIn(world, result).length;
}

/** A job that signs a real request with the pair it received. */
async function use(
  world: World,
  stand: Stand,
  tally: Tally,
  pair: { accessKeyId: string; secretAccessKey: string },
): Promise<void> {
  const sts = new STSClient({
    region: 'eu-west-1',
    endpoint: stand.environment.AWS_ENDPOINT_URL_STS ?? '',
    credentials: pair,
    systemClockOffset: world.clock.now - Date.now(),
    maxAttempts: 1,
  });
  tally.uses++;
  try {
    await sts.send(new GetCallerIdentityCommand({}));
  } catch {
    tally.failedUses++;
  } finally {
    sts.destroy();
  }
}

const started = Date.now();
const tally = await demo();
say(`
| ${DAYS} days           |     |
|--------------------|-----|
| rotations          | ${tally.rotations} |
| deactivations      | ${tally.deactivations} |
| deletions          | ${tally.deletions} |
| uses of the pair   | ${tally.uses} |
| failed uses        | ${tally.failedUses} |
| secrets leaked     | ${tally.leaks} |
| red runs           | ${tally.redRuns} |

${((Date.now() - started) / 1000).toFixed(0)} seconds`);
// 55 days old at the start and rotated at 60: due on day 5 and again on day 65, each followed to its end.
const expected = tally.rotations === 2 && tally.deactivations === 2 && tally.deletions === 2;
if (!expected || tally.failedUses + tally.leaks + tally.redRuns > 0) {
  say('This is not what should have happened.');
  process.exitCode = 1;
}
