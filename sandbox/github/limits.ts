/**
 * GitHub's secondary rate limits (GitHub REST, "Rate limits for the REST API"): per minute 900 points (GET 1, others 5)
 * and 80 content-creating requests, per hour 500 of these; never more than 100 requests at once. Counted by the world's
 * clock, for each token by itself. GitHub applies the points to each endpoint, here they cover all of them, and every
 * write counts as creating content: stricter.
 */
import { MINUTE, SECOND } from '../../src/rotation/model.ts';
import { Refused } from '../wire.ts';

interface Counted {
  readonly at: number;
  readonly writes: boolean;
}

interface Limit {
  readonly window: number;
  readonly most: number;
  readonly cost: (request: Counted) => number;
}

const HOUR = 60 * MINUTE;
const perWrite = ({ writes }: Counted): number => (writes ? 1 : 0);
const LIMITS: readonly Limit[] = [
  { window: MINUTE, most: 900, cost: ({ writes }) => (writes ? 5 : 1) },
  { window: MINUTE, most: 80, cost: perWrite },
  { window: HOUR, most: 500, cost: perWrite },
];

export const MOST_CONCURRENT = 100;

export class RateLimits {
  private readonly counted = new Map<string, readonly Counted[]>();

  /** Counts one request. Answers `null`, or, when it is one too many and so not counted, the seconds to wait. */
  count(token: string, now: number, writes: boolean): number | null {
    const recent = (this.counted.get(token) ?? []).filter((request) => now - request.at < HOUR);
    const request = { at: now, writes };
    const free = Math.max(...LIMITS.map((limit) => freeAt(limit, recent, request)));
    this.counted.set(token, free > now ? recent : [...recent, request]);
    return free > now ? Math.ceil((free - now) / SECOND) : null;
  }
}

/** When enough of what was counted has left the window for one request more. */
function freeAt({ window, most, cost }: Limit, recent: readonly Counted[], request: Counted): number {
  const within = recent.filter(({ at }) => request.at - at < window);
  let sum = within.reduce((total, counted) => total + cost(counted), cost(request));
  let free = request.at;
  for (const counted of within) {
    if (sum <= most || cost(request) === 0) break;
    sum -= cost(counted);
    free = counted.at + window;
  }
  return free;
}

/** Carries `retry-after`, in seconds. GitHub refuses with 403 or 429. */
export class RateLimited extends Refused {
  readonly retryAfter: number;
  constructor(status: 403 | 429, retryAfter: number) {
    super(
      status,
      `HTTP ${status}`,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    );
    this.retryAfter = retryAfter;
  }
}
