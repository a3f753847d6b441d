/** GitHub's REST API: one request at a time is answered, refused, or asked again. */
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type Log, ServiceError } from '../flow/ports.ts';
import type { RequestListener } from '../flow/requests.ts';
import { asServiceError, type Reply } from './errors.ts';
import { throttle } from './throttle.ts';

/** Bounds one attempt, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

export interface GitHubClient {
  readonly token: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server or data-residency host. */
  readonly apiUrl: string;
  readonly requests: RequestListener;
  readonly log: Pick<Log, 'info'>;
}

/** Rejects with a {@link ServiceError} of service `github`. */
export type Send = (
  method: 'GET' | 'PUT',
  path: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<Reply>;

export function sender({ token, apiUrl, requests, log }: GitHubClient): Send {
  if (token === '') return refuseAll;
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl,
      // Octokit's own prints what GitHub's headers say, and the runner would read it.
      log: { debug: silent, info: silent, warn: silent, error: silent },
      throttle: throttle(log),
      // Reads and writes of secrets are idempotent, so 5xx and lost answers are asked again. What a rate limit refuses
      // is the throttling plugin's business: it knows `retry-after`.
      retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retries: 3 },
    },
    eachAttempt(requests),
    retry,
    throttling,
  );
  return async (method, path, parameters) => {
    try {
      return await octokit.request(`${method} ${path}`, { ...parameters });
    } catch (error) {
      throw asServiceError(`${method} ${path}`, error);
    }
  };
}

/**
 * Registered before the other plugins and so innermost: each attempt has its own time, and is noted. What waits in a queue
 * or for `retry-after` is not cut off.
 */
const eachAttempt =
  (requests: RequestListener) =>
  (octokit: Pick<Octokit, 'hook' | 'request'>): void =>
    octokit.hook.wrap('request', async (request, options) => {
      const started = performance.now();
      const { method, url } = octokit.request.endpoint(options);
      const note = (status: number, headers: Reply['headers'], error: string | null): void =>
        requests.note({
          service: 'github',
          operation: `${method} ${url.slice(options.baseUrl.length)}`,
          status,
          error,
          requestId: String(headers['x-github-request-id'] ?? '') || null,
          milliseconds: performance.now() - started,
        });
      try {
        const timed = { ...options.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT) };
        const reply = await request({ ...options, request: timed });
        note(reply.status, reply.headers, null);
        return reply;
      } catch (error) {
        const { status, response } = error as { status?: number; response?: Reply };
        if (response === undefined) note(0, {}, error instanceof Error ? error.name : null);
        else note(status ?? 0, response.headers, null);
        throw error;
      }
    });

type Octokit = ReturnType<typeof getOctokit>;

const silent = (): void => {};

/** Without a token nobody is asked: only a dry run comes so far, and wants to know what else is missing. */
const refuseAll: Send = async (method, path) => {
  throw new ServiceError({
    service: 'github',
    operation: `${method} ${path}`,
    code: 'NoToken',
    status: 401,
    message: 'github-token is empty',
  });
};
