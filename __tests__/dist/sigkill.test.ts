/** The same faults as in the exploration, on the built file: the process is killed with SIGKILL, or loses an answer. */
import { describe, expect, it } from '@jest/globals';
import { Judge } from '../../sandbox/judge.ts';
import { leaksIn } from '../../sandbox/leaks.ts';
import { DEFAULT_POLICY } from '../../sandbox/policy.ts';
import type { Fault } from '../../sandbox/wire.ts';
import { HOME, USER } from '../../sandbox/world.ts';
import { nextDay, within } from './scene.ts';

const EFFECTS = [
  'TagUser',
  'CreateAccessKey',
  'PUT secret',
  'PUT ID',
  'TagUser stored',
  'UntagUser',
] as const;
const STRIKES: readonly Fault[] = ['killed-before', 'killed-after', 'lost'];

describe('a creating run of dist/ that is struck', () => {
  for (const [index, effect] of EFFECTS.entries())
    it.each(STRIKES)(`at ${effect}: %s`, async (fault) => {
      await within(61, async ({ world, stand }) => {
        world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
        const judge = new Judge({ world, destinations: [HOME], policy: DEFAULT_POLICY });
        let effects = 0;
        let struck = false;
        world.wire.faultFor = (exchange) => {
          if (!exchange.mutates || struck || effects++ !== index) return null;
          struck = true;
          return fault;
        };
        const first = await stand.rotate();
        expect(struck).toBe(true);
        if (fault !== 'lost') expect(first.exitCode).toBeNull();
        nextDay(world);
        const second = await stand.rotate();
        expect(second.exitCode).toBe(0);
        judge.endOfCleanRun();
        expect(judge.violations).toEqual([]);
        expect([...leaksIn(world, first), ...leaksIn(world, second)]).toEqual([]);
        // One rotation's worth of keys, however the first run ended.
        expect(world.aws.user(USER).keys).toHaveLength(2);
      });
    });
});
