/**
 * Speed, in counts: how many requests a run sends, and how many of them wait for one another. In process every request
 * takes the same few turns, so what can travel together does, and a number comes out that no machine's load can change.
 */
import { describe, expect, it } from '@jest/globals';
import { Life } from '../../sandbox/explore/life.ts';
import { depth } from '../../sandbox/wire.ts';

describe('round trips that wait for one another', () => {
  it('nothing due: three, seven requests, nothing written', async () => {
    const life = new Life({ settled: true });
    life.deployKey(10);
    await life.run();
    expect(depth(life.world.wire.log)).toBe(3);
    expect(life.world.wire.log).toHaveLength(7);
    expect(life.world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
  });

  it('a creation: twelve at the most beyond the four proofs', async () => {
    const life = new Life({ settled: true });
    life.deployKey(61);
    await life.run();
    const { log } = life.world.wire;
    const created = log.findIndex(({ operation }) => operation === 'CreateAccessKey');
    const stored = log.findIndex(({ operation }) => operation.startsWith('PUT'));
    expect(stored - created - 1).toBe(4);
    expect(depth(log) - 4).toBeLessThanOrEqual(12);
  });

  it('ten destinations: two more than one at the most', async () => {
    const places = Array.from({ length: 10 }, (_, index) => ({
      scope: 'repository' as const,
      app: 'actions' as const,
      owner: 'octo-org',
      repo: index === 0 ? 'app' : `other-${index}`,
    }));
    const depthWith = async (count: number): Promise<number> => {
      const [home, ...rest] = places.slice(0, count);
      if (home === undefined) throw new Error('There is always a home.');
      const life = new Life({ settled: true, destinations: [home, ...rest] });
      life.deployKey(61);
      await life.run();
      return depth(life.world.wire.log);
    };
    expect((await depthWith(10)) - (await depthWith(1))).toBeLessThanOrEqual(2);
  });
});
