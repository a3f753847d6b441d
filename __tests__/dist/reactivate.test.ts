/** The built reactivate action: the documented way back, pressed by a person. */
import { describe, expect, it } from '@jest/globals';
import type { Stand } from '../../sandbox/stand.ts';
import { HOME, pairIn, USER, type World } from '../../sandbox/world.ts';
import { nextDay, requests, within } from './scene.ts';

const role = (world: World): string => [...world.aws.roles.keys()][0] ?? '';

/** Rotated, and the previous key Inactive. */
async function deactivated(world: World, stand: Stand): Promise<void> {
  await stand.rotate();
  nextDay(world, 8);
  expect((await stand.rotate()).outputs['action-taken']).toBe('deactivated');
}

describe('reactivate', () => {
  it('makes the previous key Active, on record; the following runs wait anew', async () => {
    await within(61, async ({ world, stand }) => {
      const old = pairIn(world, HOME);
      await deactivated(world, stand);
      nextDay(world);
      const from = world.wire.log.length;
      const pair = pairIn(world, HOME);
      const { exitCode, outputs, summary } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'access-key-id': pair.accessKeyId,
        'secret-access-key': pair.secretAccessKey,
      });
      expect([exitCode, outputs['access-key-id']]).toEqual([0, old.accessKeyId]);
      expect(summary).toContain('is Active again'.replace('is ', ''));
      expect(requests(world, from).slice(-2)).toEqual(['UpdateAccessKey', 'TagUser']);
      expect(world.aws.key(old.accessKeyId)?.status).toBe('Active');
      const told: string[] = [];
      for (let day = 0; day < 9; day++) {
        told.push((await stand.rotate()).outputs['action-taken'] ?? '');
        nextDay(world);
      }
      expect(told.indexOf('deactivated')).toBe(7);
    });
  });

  it('says that the key is Active again, when only its record failed; the rotation makes up for it', async () => {
    await within(61, async ({ world, stand }) => {
      const old = pairIn(world, HOME);
      await deactivated(world, stand);
      world.wire.faultFor = ({ operation }) => (operation === 'TagUser' ? 'denied' : null);
      const { exitCode, stdout, summary } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'user-name': USER,
      });
      expect([exitCode, world.aws.key(old.accessKeyId)?.status]).toEqual([1, 'Active']);
      const state = `Key …${old.accessKeyId.slice(-4)} is Active again, but that is not on record. The next rotation sees it`;
      expect(stdout).toContain(state);
      expect(stdout).toContain('Allow iam:TagUser');
      expect(summary).toContain('is Active again, but that is not on record');
      expect(summary).not.toContain('Nothing was reactivated');
      world.wire.faultFor = () => null;
      expect((await stand.rotate()).outputs['action-taken']).toBe('recorded');
    });
  });

  it('does not claim to know what an unanswered call did', async () => {
    await within(61, async ({ world, stand }) => {
      await deactivated(world, stand);
      world.wire.faultFor = ({ operation }) => (operation === 'UpdateAccessKey' ? 'unavailable-after' : null);
      const { exitCode, summary } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'user-name': USER,
      });
      expect(exitCode).toBe(1);
      expect(summary).toMatch(/The reactivation failed.*may be Active again/s);
    });
  });

  it('needs no pair when the user is named', async () => {
    await within(61, async ({ world, stand }) => {
      await deactivated(world, stand);
      const { exitCode } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'user-name': USER,
      });
      expect(exitCode).toBe(0);
    });
  });

  it('refuses clearly when there is nothing to reactivate', async () => {
    await within(10, async ({ world, stand }) => {
      const { exitCode, stdout, summary } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'user-name': USER,
      });
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/User deployer has no Inactive key: …\w{4} is Active/);
      expect(summary).toContain('Nothing was reactivated');
      expect(world.wire.log.some((exchange) => exchange.mutates)).toBe(false);
    });
  });

  it('leaves a stranger’s Inactive key alone', async () => {
    await within(10, async ({ world, stand }) => {
      world.aws.addKey(USER, { status: 'Inactive', createdAt: world.aws.daysAgo(100) });
      const { exitCode, stdout } = await stand.step('reactivate', {
        'role-to-assume': role(world),
        'user-name': USER,
      });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('Nothing proves that Inactive key');
    });
  });

  it('names bad input whole', async () => {
    await within(10, async ({ world, stand }) => {
      const { exitCode, stdout } = await stand.step('reactivate', {
        'role-to-assume': 'nobody',
        'role-duration-seconds': '1h',
      });
      expect(exitCode).toBe(1);
      for (const name of ['role-to-assume', 'role-duration-seconds', 'user-name'])
        expect(stdout).toContain(`::${name}: `);
      expect(world.wire.log).toEqual([]);
    });
  });
});
