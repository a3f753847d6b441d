/** A key that rotates itself: no role, the environment's credentials are the deployed pair. */
import { describe, expect, it } from '@jest/globals';
import type { Stand } from '../../sandbox/stand.ts';
import { HOME, pairIn, USER, type World } from '../../sandbox/world.ts';
import { nextDay, type Scene, within } from './scene.ts';

const EMERGENCY = { force: 'true', 'deactivate-after-days': '0', 'quiet-days': '0' };

/** The user may do to itself what the role may do to it. */
const selfReliant = <T>(work: (scene: Scene) => Promise<T>): Promise<T> =>
  within(10, async (scene) => {
    const [role] = scene.world.aws.roles.values();
    scene.world.aws.user(USER).allow.push(...(role?.allow ?? []));
    return await work(scene);
  });

const rotateItself = (world: World, stand: Stand, given: Readonly<Record<string, string>> = {}) => {
  const { accessKeyId, secretAccessKey } = pairIn(world, HOME);
  return stand.rotate(
    { 'role-to-assume': '', ...given },
    { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
  );
};

describe('a key that rotates itself', () => {
  it('makes itself Inactive in an emergency, and its successor puts that on record', async () => {
    await selfReliant(async ({ world, stand }) => {
      const [own] = world.aws.user(USER).keys;
      const { exitCode, outputs, log } = await rotateItself(world, stand, EMERGENCY);
      expect({ exitCode, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, log: [] });
      expect([outputs['action-taken'], own?.status]).toEqual(['created,deactivated', 'Inactive']);
      expect(world.aws.user(USER).tags.get(`key-rotation:${own?.id}`.toLowerCase())?.value).toMatch(
        /^inactive=/,
      );
    });
  });

  it('lives through a whole rotation, each key deactivated by its successor', async () => {
    await selfReliant(async ({ world, stand }) => {
      const taken: (string | undefined)[] = [];
      for (const days of [50, 8, 15]) {
        nextDay(world, days);
        taken.push((await rotateItself(world, stand)).outputs['action-taken']);
      }
      expect(taken).toEqual(['created', 'deactivated', 'deleted']);
    });
  });

  it('is told how to get back in once AWS refuses it', async () => {
    await selfReliant(async ({ world, stand }) => {
      const [own] = world.aws.user(USER).keys;
      if (own !== undefined) own.status = 'Inactive';
      const { exitCode, stdout } = await rotateItself(world, stand);
      expect(exitCode).toBe(1);
      expect(stdout).toContain(`AWS refuses the credentials of the environment, key …${own?.id.slice(-4)}`);
      expect(stdout).toContain('IAM console');
      expect(stdout).toContain('credentials-json-name');
      expect(world.wire.log.filter(({ mutates }) => mutates)).toEqual([]);
    });
  });

  it('is told so by a dry run as well, among whatever else is missing', async () => {
    await selfReliant(async ({ world, stand }) => {
      const [own] = world.aws.user(USER).keys;
      if (own !== undefined) own.status = 'Inactive';
      world.github.tokens.clear();
      const { stdout } = await rotateItself(world, stand, { 'dry-run': 'true', 'user-name': USER });
      expect(stdout.split('\n').filter((line) => line.startsWith('❌'))).toEqual([
        expect.stringMatching(
          /AWS login: AWS refuses the credentials of the environment, key ….*IAM console/,
        ),
        expect.stringContaining('github-token: GitHub refuses it'),
        expect.stringContaining('Deployed pair: AWS refuses key'),
      ]);
    });
  });

  it('is told the same when its halves are of two pairs', async () => {
    await selfReliant(async ({ world, stand }) => {
      const { exitCode, stdout } = await stand.rotate(
        { 'role-to-assume': '' },
        {
          AWS_ACCESS_KEY_ID: pairIn(world, HOME).accessKeyId,
          AWS_SECRET_ACCESS_KEY: 'another-secret-of-no-use-at-all-here',
        },
      );
      expect(exitCode).toBe(1);
      expect(stdout).toContain('SignatureDoesNotMatch');
      expect(stdout).toContain('IAM console');
    });
  });
});
