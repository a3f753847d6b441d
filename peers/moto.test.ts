/**
 * moto is AWS, with signatures, policies, key states and session ends enforced (moto_strict.py); the sandbox is GitHub;
 * the built action stands between them in the role that infra/policies/rotate.json describes.
 */
import {
  CreateUserCommand,
  type IAMClient,
  ListAccessKeysCommand,
  ListUserTagsCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import { nextDay } from '../__tests__/dist/scene.ts';
import { sodiumBoxes } from '../sandbox/github/boxes.ts';
import { leakForms } from '../sandbox/leaks.ts';
import type { StepResult } from '../sandbox/runner/runner.ts';
import { Stand } from '../sandbox/stand.ts';
import type { Fault } from '../sandbox/wire.ts';
import { HOME, ID_NAME, pairIn, SECRET_NAME, stage, USER, type World } from '../sandbox/world.ts';
import { DAY, gitHubTime } from '../src/rotation/model.ts';
import {
  createAdministrator,
  createKey,
  createRole,
  iamClient,
  type Moto,
  type Pair,
  publishedPolicy,
  startMoto,
} from './moto.ts';

interface Scene {
  readonly world: World;
  readonly first: Pair;
  /** One run of the workflow, this many days after the one before. */
  readonly run: (daysLater?: number) => Promise<StepResult>;
  readonly keys: () => Promise<{ id: string; status: string }[]>;
  /** The kinds of records that the user's tags hold. */
  readonly records: () => Promise<string[]>;
}

/** A user whose only key is 61 days old and deployed, and the role that may rotate it, or another user's. */
async function within(work: (scene: Scene) => Promise<void>, allowedUser = USER): Promise<void> {
  const world = stage({ boxes: await sodiumBoxes() });
  world.wire.tick = 400;
  const stand = await Stand.open(world);
  const moto = await startMoto(world.clock.now - 61 * DAY);
  try {
    const iam = iamClient(moto, await createAdministrator(moto));
    const first = await furnish(iam, allowedUser);
    const at = gitHubTime(world.clock.gitHub - 61 * DAY);
    world.github.setSecret(HOME, SECRET_NAME, first.secret, { at });
    world.github.setSecret(HOME, ID_NAME, first.id, { at });
    await moto.enforce();
    await work({ world, first, ...observed(iam), run: (days = 0) => oneRun(world, stand, moto, days) });
    expect(stand.transport.violations).toEqual([]);
  } finally {
    await moto.end();
    await stand.close();
  }
}

async function furnish(iam: IAMClient, allowedUser: string): Promise<Pair> {
  await iam.send(new CreateUserCommand({ UserName: USER, Path: '/ci/' }));
  await createRole(iam, 'rotate', publishedPolicy('rotate', '/ci/', allowedUser));
  return await createKey(iam, USER);
}

const observed = (iam: IAMClient): Pick<Scene, 'keys' | 'records'> => ({
  keys: async () => {
    const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName: USER }));
    return AccessKeyMetadata.map(({ AccessKeyId = '', Status = '' }) => ({
      id: AccessKeyId,
      status: Status,
    }));
  },
  records: async () => {
    const { Tags = [] } = await iam.send(new ListUserTagsCommand({ UserName: USER }));
    return Tags.filter(({ Key }) => Key?.startsWith('key-rotation:')).map(({ Key = '', Value = '' }) =>
      Key.includes('intent') ? 'intent' : Value.replace(/=.*/, ''),
    );
  },
});

async function oneRun(world: World, stand: Stand, moto: Moto, daysLater: number): Promise<StepResult> {
  nextDay(world, daysLater);
  moto.setTime(world.clock.now);
  const result = await stand.rotate({}, { AWS_ENDPOINT_URL_IAM: moto.url, AWS_ENDPOINT_URL_STS: moto.url });
  const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const shown = [...printed, result.summary, ...Object.values(result.outputs)].join('\n');
  const leaks = leakForms(pairIn(world, HOME).secretAccessKey).filter((form) => shown.includes(form));
  expect(leaks).toEqual([]);
  return result;
}

/** Exit code and what was done; a red run shows its log. */
const outcome = ({ exitCode, outputs, log }: StepResult): string =>
  exitCode === 0 ? (outputs['action-taken'] ?? '') : `exit ${exitCode}: ${log.join('\n')}`;

describe('with moto as AWS', () => {
  it('a key is rotated, its predecessor deactivated after 8 days and deleted after 15 more', async () => {
    await within(async ({ world, first, run, keys, records }) => {
      expect(outcome(await run())).toBe('created');
      const second = pairIn(world, HOME).accessKeyId;
      expect(await keys()).toEqual([
        { id: first.id, status: 'Active' },
        { id: second, status: 'Active' },
      ]);
      expect((await records()).sort()).toEqual(['adopted', 'stored']);
      expect(outcome(await run(1))).toBe('none');
      expect(outcome(await run(7))).toBe('deactivated');
      expect(await keys()).toContainEqual({ id: first.id, status: 'Inactive' });
      expect(outcome(await run(1))).toBe('none');
      expect(outcome(await run(14))).toBe('deleted');
      expect(await keys()).toEqual([{ id: second, status: 'Active' }]);
      expect(await records()).toEqual(['stored']);
      expect(outcome(await run(1))).toBe('none');
    });
  });
});

describe('with moto as AWS, a run that may not', () => {
  it('touch this user is told so by the policy that is enforced, and touches nothing', async () => {
    await within(async ({ first, run, keys, records }) => {
      const { exitCode, stdout } = await run();
      expect(exitCode).toBe(1);
      expect(stdout).toContain('Allow iam:ListAccessKeys');
      expect(await keys()).toEqual([{ id: first.id, status: 'Active' }]);
      expect(await records()).toEqual([]);
    }, 'another');
  });
});

describe('with moto as AWS, a run that is killed', () => {
  const strikeFirstWrite = (world: World, fault: Fault): void => {
    let struck = false;
    world.wire.faultFor = ({ mutates }) => {
      if (!mutates || struck) return null;
      struck = true;
      return fault;
    };
  };

  it('before its first write leaves an orphan, which the next run deletes before it creates', async () => {
    await within(async ({ world, first, run, keys }) => {
      strikeFirstWrite(world, 'killed-before');
      expect((await run()).exitCode).toBeNull();
      const [, orphan] = await keys();
      expect(outcome(await run(1))).toBe('deleted,created');
      expect(await keys()).toEqual([
        { id: first.id, status: 'Active' },
        { id: pairIn(world, HOME).accessKeyId, status: 'Active' },
      ]);
      expect(pairIn(world, HOME).accessKeyId).not.toBe(orphan?.id);
    });
  });

  it('between its two writes leaves a torn home, which the next run repairs without another key', async () => {
    await within(async ({ world, first, run, keys }) => {
      strikeFirstWrite(world, 'killed-after');
      expect((await run()).exitCode).toBeNull();
      expect(pairIn(world, HOME).accessKeyId).toBe(first.id);
      const [, second] = await keys();
      expect(outcome(await run(1))).toMatch(/^repaired/);
      expect(pairIn(world, HOME).accessKeyId).toBe(second?.id);
      expect(await keys()).toHaveLength(2);
      expect(outcome(await run(8))).toBe('deactivated');
    });
  });
});
