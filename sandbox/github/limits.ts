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

/** How GitHub words a refusal, all of which its documentation allows (GitHub REST, "Rate limits for the REST API"). */
export interface RateLimitStyle {
  readonly status: 403 | 429;
  readonly limit: 'primary' | 'secondary';
  /** Whether `retry-after` says how long to wait. */
  readonly retryAfter: boolean;
}

const MESSAGES = {
  primary: 'API rate limit exceeded for installation ID 1234567.',
  secondary: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
};

export class RateLimited extends Refused {
  readonly headers: Readonly<Record<string, string>>;

  /** @param seconds until the limit lets a request through. @param now by GitHub's clock, in milliseconds. */
  constructor({ status, limit, retryAfter }: RateLimitStyle, seconds: number, now: number) {
    super(status, `HTTP ${status}`, MESSAGES[limit]);
    this.headers = {
      ...(retryAfter ? { 'retry-after': String(seconds) } : {}),
      ...(limit === 'primary'
        ? { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(now / SECOND) + seconds) }
        : {}),
    };
  }
}
