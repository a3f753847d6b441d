/**
 * Two runs at once: A sends some requests, B sends some, A goes on to its end, then B. Every pair of switch points is a
 * schedule. `sleep` lets the world's clock pass while A stands still at the first switch: beyond its lease, no client
 * can be fenced, and that is what the workflow's `concurrency` group is for.
 */
import type { Life, RunResult } from './life.ts';

export interface Overlap {
  /** Requests of A before the first switch, of B before the second. */
  readonly first: number;
  readonly second: number;
  /** Milliseconds that pass at the first switch. */
  readonly sleep: number;
}

interface Turns {
  readonly waiting: (() => void)[];
  sent: number;
  done: boolean;
}

/** Lets both runs happen; resolves when both have ended. */
export async function overlap(
  life: Life,
  { first, second, sleep }: Overlap,
): Promise<[RunResult, RunResult]> {
  const a: Turns = { waiting: [], sent: 0, done: false };
  const b: Turns = { waiting: [], sent: 0, done: false };
  // Both were queued at the same moment, so both hold what home held then.
  const deployed = life.deployed();
  const start = (turns: Turns): Promise<RunResult> => {
    const { outcome } = life.process(
      deployed,
      () =>
        new Promise((resolve) => {
          turns.waiting.push(resolve);
        }),
    );
    return outcome.finally(() => {
      turns.done = true;
    });
  };
  const results = Promise.all([start(a), start(b)]);
  await advance(a, first);
  life.world.clock.advance(sleep);
  await advance(b, second);
  await advance(a, Number.POSITIVE_INFINITY);
  await advance(b, Number.POSITIVE_INFINITY);
  return await results;
}

/** Grants one process this many requests, one at a time; stops early when it has ended. */
async function advance(turns: Turns, requests: number): Promise<void> {
  for (let granted = 0; granted < requests && !turns.done; ) {
    const next = turns.waiting.shift();
    if (next !== undefined) {
      granted++;
      turns.sent++;
      next();
    }
    await settled();
  }
}

/** Everything that a request's answer sets in motion without another request has happened. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
