/** What a runner downloads is enough: the three actions, run from an unpacked archive that `export-ignore` has thinned. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { releaseTar } from '../../bench/release.ts';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import { Stand } from '../../sandbox/stand.ts';
import { deploy, HOME, stage, USER } from '../../sandbox/world.ts';
import { nextDay } from './scene.ts';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
execFileSync('tar', ['-x', '-C', folder, '--strip-components=1'], { input: releaseTar() });
afterAll(() => rmSync(folder, { recursive: true }));

describe('the archive', () => {
  it('holds the actions, what they run, and what says whose they are', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'action.yml',
      'check',
      'dist',
      'reactivate',
    ]);
  });

  it('rotates, checks and reactivates', async () => {
    const world = stage({ boxes: await sodiumBoxes() });
    world.wire.tick = 400;
    const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(61) });
    deploy(world, key, HOME, 61);
    const stand = await Stand.open(world, { actionRoot: folder });
    try {
      const role = { 'role-to-assume': [...world.aws.roles.keys()][0] ?? '' };
      const created = await stand.rotate();
      nextDay(world, 8);
      const deactivated = await stand.rotate();
      const old = { 'access-key-id': key.id, 'secret-access-key': key.secret };
      const reactivated = await stand.step('reactivate', { ...role, ...old });
      const checked = await stand.step('check', { ...role, 'user-names': USER });
      const results = [created, deactivated, reactivated, checked];
      expect(results.map(({ conclusion, complaints }) => ({ conclusion, complaints }))).toEqual(
        results.map(() => ({ conclusion: 'success', complaints: [] })),
      );
      expect(world.wire.log.filter(({ operation }) => operation === 'UpdateAccessKey')).toHaveLength(2);
    } finally {
      await stand.close();
    }
  });
});
