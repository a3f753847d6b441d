import Bottleneck from 'bottleneck/light.js';
import type { Log } from '../flow/ports.ts';

/**
 * GitHub takes about 80 content-creating requests a minute (GitHub REST, "Rate limits for the REST API"). Twenty every
 * twenty seconds: no minute, wherever it begins, sees more than 80, and a run with ten destinations waits for nothing.
 * (The plugin's own default is one write after another, a second apart.)
 */
const WRITES = { reservoir: 20, reservoirRefreshAmount: 20, reservoirRefreshInterval: 20_000 };

/** A rate limit is waited for, but not for ever: this often, and no longer than this each time (seconds). */
const ATTEMPTS = 3;
const LONGEST_WAIT = 180;

const worthWaiting =
  (log: Pick<Log, 'info'>) =>
  (retryAfter: number, _options: unknown, _octokit: unknown, attempt: number): boolean => {
    const waits = attempt < ATTEMPTS && retryAfter <= LONGEST_WAIT;
    log.info(
      `GitHub's rate limit is reached and asks for ${retryAfter} seconds of patience: ${waits ? 'waiting' : 'giving up'}.`,
    );
    return waits;
  };

/** Options of @octokit/plugin-throttling, which honours `retry-after`. */
export const throttle = (log: Pick<Log, 'info'>) => ({
  // GitHub takes 100 requests at once ("Rate limits for the REST API"); the plugin's own default is 10.
  global: new Bottleneck.Group({ id: 'all', maxConcurrent: 50 }),
  write: new Bottleneck.Group({ id: 'writes', ...WRITES }),
  onRateLimit: worthWaiting(log),
  onSecondaryRateLimit: worthWaiting(log),
});
