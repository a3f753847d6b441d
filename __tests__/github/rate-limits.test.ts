/**
 * GitHub refuses with 403 or 429, for a primary or a secondary limit, with or without `retry-after`: whichever it is, it is
 * waited for as long as GitHub says, and what is not worth waiting for is called by its name. A wait takes the
 * world's time, and none of the test's.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RateLimitStyle } from '../../sandbox/github/limits.ts';
import { HOME, SECRET_NAME, TOKEN, USER, type World } from '../../sandbox/world.ts';
import { sodiumSealer } from '../../src/github/sealed-box.ts';
import { MINUTE } from '../../src/rotation/model.ts';
import { type Scene, within } from './scene.ts';

/** Where a wait for a limit lets time pass. */
let waiting: World | null = null;
const realTimeout = globalThis.setTimeout;
beforeAll(() => {
  const sooner = (work: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
    // HTTP's own timers are of 10 seconds and less, and of 5 minutes.
    if (delay <= 20_000 || delay >= 200_000) return realTimeout(work, delay, ...args);
    return realTimeout(() => {
      waiting?.clock.advance(delay);
      work(...args);
    }, 0);
  };
  globalThis.setTimeout = Object.assign(sooner, realTimeout);
});
afterAll(() => {
  globalThis.setTimeout = realTimeout;
});

const styles: RateLimitStyle[] = ([403, 429] as const).flatMap((status) =>
  (['primary', 'secondary'] as const).flatMap((limit) =>
    [true, false].map((retryAfter) => ({ status, limit, retryAfter })),
  ),
);

/** A primary limit names the minute of its reset, so the world's time begins at the client's. */
const now = () => ({ start: new Date().toISOString() });

/** Takes what a minute has: from now on the token is refused, until a minute has passed. */
function useUp({ github }: World, style: RateLimitStyle): void {
  github.enforceRateLimits = true;
  github.rateLimitStyle = style;
  const { key_id } = github.publicKey(TOKEN, HOME);
  for (let n = 0; n < 80; n++)
    try {
      github.putSecret(TOKEN, HOME, 'X', { encrypted_value: 'no box', key_id });
    } catch {
      // No box, but counted.
    }
  github.refusals = 0;
}

async function write({ secrets }: Scene): Promise<void> {
  const { key, keyId } = await secrets.publicKey(HOME);
  await secrets.put(HOME, SECRET_NAME, await sodiumSealer.seal(key, 'new'), keyId);
}

describe('a rate limit', () => {
  for (const style of styles)
    it(`of ${JSON.stringify(style)} is waited for, once and long enough`, async () => {
      await within(async (scene) => {
        useUp(scene.world, style);
        waiting = scene.world;
        await write(scene);
        expect(scene.world.github.read(HOME, SECRET_NAME)).toBe('new');
        expect(scene.world.github.refusals).toBe(1);
        expect(scene.told).toEqual([
          expect.stringMatching(
            /^GitHub's rate limit is reached and asks for \d+ seconds of patience: waiting\.$/,
          ),
        ]);
      }, now());
    });
});

describe('a limit that is not worth waiting for', () => {
  const anHour = (world: World, style: RateLimitStyle): void => {
    world.github.rateLimitStyle = style;
    world.github.limitedUntil = world.clock.now + 60 * MINUTE;
  };

  for (const style of styles.filter(({ limit, retryAfter }) => limit === 'primary' || retryAfter))
    it(`${JSON.stringify(style)} is called by its name, at once`, async () => {
      await within(async (scene) => {
        anHour(scene.world, style);
        await expect(write(scene)).rejects.toMatchObject({
          code: 'RateLimited',
          status: style.status,
          effect: 'none',
        });
        expect(scene.world.github.refusals).toBe(1);
      }, now());
    });

  it('is not taken for a missing right, and nothing was done', async () => {
    await within(async ({ world, run }) => {
      anHour(world, { status: 403, limit: 'primary', retryAfter: false });
      const { failure, deeds } = await run([HOME]);
      expect(failure).toMatchObject({ code: 'github-failed', remedy: expect.stringMatching(/rate limit/) });
      expect(failure?.remedy).not.toMatch(/permission/);
      expect(deeds).toEqual([]);
    }, now());
  });

  it('leaves a dry run unsure, and accuses nobody', async () => {
    await within(async ({ world, run }) => {
      anHour(world, { status: 403, limit: 'primary', retryAfter: false });
      const { findings } = await run([HOME], true);
      const aboutGitHub = (findings ?? []).filter(({ link }) => /github|destination/.test(link));
      expect(aboutGitHub.map(({ verdict }) => verdict)).toEqual(['unproved', 'unproved']);
      expect(aboutGitHub[1]?.what).toMatch(/RateLimited/);
    }, now());
  });

  it('takes a new key back, if it begins right before home’s first write', async () => {
    await within(async ({ world, run }) => {
      world.wire.afterEffect = ({ operation }) => {
        if (operation === 'CreateAccessKey')
          anHour(world, { status: 429, limit: 'secondary', retryAfter: true });
      };
      const { failure } = await run([HOME]);
      expect(failure).toMatchObject({
        code: 'store-refused',
        state: expect.stringMatching(/^Nothing was written\. The new key was deleted again/),
        remedy: expect.stringMatching(/rate limit/),
      });
      expect(world.aws.user(USER).keys).toHaveLength(1);
    }, now());
  });
});
