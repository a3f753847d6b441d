/**
 * The one gate that every request of every run passes, whatever the transport: here it gets its number, here faults
 * strike, here it is logged, and here the judge looks at the world after each effect.
 */
import type { WorldClock } from './clock.ts';

export type Service = 'iam' | 'sts' | 'github' | 'oidc';

/** What a service answers instead of doing what it was asked. */
export class Refused extends Error {
  readonly status: number;
  /** AWS: the error code. GitHub: `HTTP <status>`. */
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * What can go wrong with one request. "Before" and "no effect" strike before the service acts, the others after it
 * acted: the caller cannot tell the two apart, which is the point.
 */
export const FAULTS = [
  'killed-before',
  'killed-after',
  'lost',
  'unavailable',
  'unavailable-after',
  'throttled',
  'denied',
] as const;
/**
 * - `killed-before` / `killed-after`: the calling process dies before the request leaves / after it took effect.
 * - `lost`: it took effect, the answer never arrives.
 * - `unavailable` / `unavailable-after`: a 5xx without / with effect.
 * - `throttled`: refused by rate limiting, no effect. `denied`: refused by authorization, no effect.
 */
export type Fault = (typeof FAULTS)[number];

/** One request as the log keeps it. Holds no bodies, so no secrets. */
export interface Exchange {
  /** Number in the world's life, from 1. */
  readonly seq: number;
  /** The run (process) that sent it, as the harness named it. */
  readonly run: string;
  readonly service: Service;
  /** `CreateAccessKey`, `GetCallerIdentity`, … or `PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}`. */
  readonly operation: string;
  /** What it was about: a user, a key, a destination and secret name. */
  readonly target: string;
  readonly mutates: boolean;
  readonly fault: Fault | null;
  /** `ok`, or the code it was refused with, or `lost` / `killed`. */
  outcome: string;
  /** Sequence points of begin and end in one common count, for measuring dependency depth. */
  readonly begin: number;
  end: number;
}

export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly error: Refused }
  | { readonly kind: 'lost' }
  | { readonly kind: 'killed' };

export interface Request {
  readonly run: string;
  readonly service: Service;
  readonly operation: string;
  readonly target: string;
  readonly mutates: boolean;
}

export class Wire {
  readonly log: Exchange[] = [];
  /** Decides which fault strikes a request; by default none. */
  faultFor: (exchange: Omit<Exchange, 'fault' | 'outcome' | 'end'>) => Fault | null = () => null;
  /** Called after each request that changed something, or may have. */
  afterEffect: (exchange: Exchange) => void = () => {};
  /** How far the world's clock moves with each request. */
  tick = 0;
  private points = 0;
  private readonly clock: WorldClock;

  constructor(clock: WorldClock) {
    this.clock = clock;
  }

  /**
   * Passes one request through: `act` is the service's own handler, which throws {@link Refused} to refuse. The
   * transport calls {@link open} when the request arrives, `act`s through {@link perform}, and {@link close}s it when
   * the answer has left; in between it may wait (latency).
   */
  open(request: Request): Exchange {
    this.clock.advance(this.tick);
    const exchange = { ...request, seq: this.log.length + 1, begin: ++this.points };
    const opened: Exchange = { ...exchange, fault: this.faultFor(exchange), outcome: 'pending', end: 0 };
    this.log.push(opened);
    return opened;
  }

  perform<T>(exchange: Exchange, act: () => T): Answer<T> {
    const answer = this.strike(exchange, act);
    exchange.outcome =
      answer.kind === 'done' ? 'ok' : answer.kind === 'refused' ? answer.error.code : answer.kind;
    if (exchange.mutates) this.afterEffect(exchange);
    return answer;
  }

  close(exchange: Exchange): void {
    exchange.end = ++this.points;
  }

  private strike<T>(exchange: Exchange, act: () => T): Answer<T> {
    switch (exchange.fault) {
      case 'killed-before':
        return { kind: 'killed' };
      case 'unavailable':
        return { kind: 'refused', error: unavailable(exchange.service) };
      case 'throttled':
        return { kind: 'refused', error: throttled(exchange.service) };
      case 'denied':
        return { kind: 'refused', error: denied(exchange) };
      default:
        break;
    }
    const answer = attempt(act);
    switch (exchange.fault) {
      case 'killed-after':
        return { kind: 'killed' };
      case 'lost':
        return { kind: 'lost' };
      case 'unavailable-after':
        return { kind: 'refused', error: unavailable(exchange.service) };
      default:
        return answer;
    }
  }
}

function attempt<T>(act: () => T): Answer<T> {
  try {
    return { kind: 'done', value: act() };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', error };
    throw error;
  }
}

function unavailable(service: Service): Refused {
  return service === 'github' || service === 'oidc'
    ? new Refused(502, 'HTTP 502', 'Bad Gateway')
    : new Refused(503, 'ServiceUnavailable', 'Service Unavailable');
}

function throttled(service: Service): Refused {
  return service === 'github' || service === 'oidc'
    ? new Refused(429, 'HTTP 429', 'You have exceeded a secondary rate limit.')
    : new Refused(400, 'Throttling', 'Rate exceeded');
}

function denied(exchange: Exchange): Refused {
  return exchange.service === 'github' || exchange.service === 'oidc'
    ? new Refused(403, 'HTTP 403', 'Resource not accessible by integration')
    : new Refused(
        403,
        'AccessDenied',
        `User is not authorized to perform: ${exchange.service}:${exchange.operation}`,
      );
}

/**
 * The longest chain of requests of which each began after the one before had ended: what latency multiplies. Over HTTP
 * it says something only with latency: without any, a request is answered within the turn in which it arrives, so that
 * requests that were sent together look like a chain.
 */
export function depth(log: readonly Exchange[]): number {
  const chains = log.map(() => 1);
  let longest = 0;
  log.forEach((exchange, index) => {
    for (let earlier = 0; earlier < index; earlier++) {
      const before = log[earlier];
      if (before !== undefined && before.end > 0 && before.end < exchange.begin)
        chains[index] = Math.max(chains[index] ?? 1, (chains[earlier] ?? 0) + 1);
    }
    longest = Math.max(longest, chains[index] ?? 0);
  });
  return longest;
}
