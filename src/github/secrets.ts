/** GitHub's secrets API behind {@link SecretStore}, for every scope and app. */
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type Log, type SecretMetadata, type SecretStore, ServiceError } from '../flow/ports.ts';
import type { RequestListener } from '../flow/requests.ts';
import { Audiences } from './audience.ts';
import { asServiceError, type Reply } from './errors.ts';
import { secretsPath } from './paths.ts';
import { dateOf, textIn, timeIn } from './replies.ts';
import { throttle } from './throttle.ts';

/** Bounds one attempt, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

const VISIBILITY = /^(?:all|private|selected)$/;
/** GitHub calls it a string, and uses digits. */
const KEY_ID = /^\P{Cc}{1,300}$/u;
/** Base64 of Curve25519's 32 bytes. */
const PUBLIC_KEY = /^[A-Za-z\d+/]{43}=$/;

export interface GitHubOptions {
  readonly token: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server or data-residency host. */
  readonly apiUrl: string;
  /** This workflow's repository: who may read a new organization secret. */
  readonly repository: { readonly owner: string; readonly id: number | null };
  readonly requests: RequestListener;
  readonly log: Pick<Log, 'info'>;
}

export type Send = (
  method: 'GET' | 'PUT',
  path: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<Reply>;

export function gitHubSecrets(options: GitHubOptions): SecretStore {
  const send = sender(options);
  const audiences = new Audiences(send, options.repository);
  return {
    async metadata(destination, name) {
      const { path, parameters } = secretsPath(destination);
      const operation = `GET ${path}/{secret_name}`;
      try {
        const reply = await send('GET', `${path}/{secret_name}`, { ...parameters, secret_name: name });
        const isOrganization = destination.scope === 'organization';
        audiences.note(
          destination,
          name,
          isOrganization ? textIn(operation, reply, 'visibility', VISIBILITY) : null,
        );
        return { updatedAt: timeIn(operation, reply, 'updated_at'), at: dateOf(operation, reply) };
      } catch (error) {
        if (!(error instanceof ServiceError) || error.status !== 404) throw error;
        audiences.note(destination, name, null);
        return absent(error);
      }
    },

    async publicKey(destination) {
      const { path, parameters } = secretsPath(destination);
      const operation = `GET ${path}/public-key`;
      const [reply] = await Promise.all([
        send('GET', `${path}/public-key`, parameters),
        audiences.check(destination),
      ]);
      return {
        keyId: textIn(operation, reply, 'key_id', KEY_ID),
        key: textIn(operation, reply, 'key', PUBLIC_KEY),
      };
    },

    async put(destination, name, sealed, keyId) {
      const { path, parameters } = secretsPath(destination);
      const audience = await audiences.of(destination, name);
      const reply = await send('PUT', `${path}/{secret_name}`, {
        ...parameters,
        secret_name: name,
        encrypted_value: sealed,
        key_id: keyId,
        ...audience,
      });
      return {
        at: dateOf(`PUT ${path}/{secret_name}`, reply),
        complaint: await audiences.complaint(destination, name, audience),
      };
    },
  };
}

/** A 404 still carries GitHub's time. */
function absent(error: ServiceError): SecretMetadata {
  const { response } = error.cause as { response?: Reply };
  if (response === undefined) throw error;
  return { updatedAt: null, at: dateOf(error.operation, response) };
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

function sender({ token, apiUrl, requests, log }: GitHubOptions): Send {
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
