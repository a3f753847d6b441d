/**
 * The job's OIDC ID token, from the runner's endpoint (GitHub Docs, "OpenID Connect reference": GET
 * `ACTIONS_ID_TOKEN_REQUEST_URL&audience=…` with `ACTIONS_ID_TOKEN_REQUEST_TOKEN` as bearer, answered by `{"value": …}`).
 * Not the toolkit's `getIDToken`: this is a run's first request, and that one loads an HTTP client first, for several
 * times as long as Node itself takes to start (docs/performance.md).
 */
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { ServiceError } from '../flow/ports.ts';
import { httpAgent, httpsAgent } from './agents.ts';

const ATTEMPTS = 4;
/** Milliseconds; times the number of the attempt. */
const PAUSE = 500;
/** Bounds one attempt, in milliseconds. */
const TIMEOUT = 10_000;
/** A token has some two thousand characters. */
const LONGEST_ANSWER = 64 * 1024;

/** RFC 7515, "JWS Compact Serialization"; an unsigned one ends with its second dot. */
const JSON_WEB_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export interface IdToken {
  /** By `performance.now()`. */
  readonly startedAt: number;
  /** Resolves once the first request has left, or none can leave any more. Never rejects. */
  readonly sent: Promise<void>;
  /** Rejects with a {@link ServiceError} of service `oidc`. Mask what it resolves to before anything prints. */
  readonly token: Promise<string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @param sleep between two attempts, in milliseconds. */
export function requestIdToken(
  audience: string,
  environment: Environment,
  sleep: (milliseconds: number) => Promise<unknown> = wait,
): IdToken {
  const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN = '' } = environment;
  const startedAt = performance.now();
  let onSent = (): void => {};
  const sent = new Promise<void>((resolve) => {
    onSent = resolve;
  });
  const url = `${ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`;
  const asked =
    ACTIONS_ID_TOKEN_REQUEST_URL === ''
      ? Promise.reject(NOT_ALLOWED)
      : withPatience(sleep, () => ask(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, onSent));
  const token = asked.finally(onSent);
  // Whoever needs the token hears of its failure; until then nobody may be listening.
  token.catch(() => {});
  return { startedAt, sent, token };
}

/** The runner gives the address only to a job with the permission. */
const NOT_ALLOWED = new ServiceError({
  service: 'oidc',
  operation: 'IdToken',
  code: 'NoToken',
  status: 0,
  message: 'this job may not ask for an ID token',
});

async function withPatience(
  sleep: (milliseconds: number) => Promise<unknown>,
  attempt: () => Promise<string>,
): Promise<string> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      const passing = error instanceof ServiceError && (error.effect === 'unknown' || error.status === 429);
      if (!passing || count === ATTEMPTS) throw error;
      await sleep(PAUSE * count);
    }
  }
}

async function ask(url: string, bearer: string, onSent: () => void): Promise<string> {
  let status = 0;
  try {
    const answer = await get(url, bearer, onSent);
    status = answer.statusCode ?? 0;
    const text = await bodyOf(answer);
    if (status !== 200) throw new Error(`The ID token endpoint answered ${status}.`);
    const { value } = JSON.parse(text) as { value?: unknown };
    if (typeof value === 'string' && JSON_WEB_TOKEN.test(value)) return value;
    throw new Error('The ID token endpoint answered without a token.');
  } catch (error) {
    // Neither the body nor the URL: one holds a token, the other names the job's own.
    const reason = error instanceof SyntaxError ? 'The answer is not JSON.' : (error as Error).message;
    throw new ServiceError({
      service: 'oidc',
      operation: 'IdToken',
      code: status === 0 ? 'NetworkError' : `HTTP ${status}`,
      status,
      message: status === 0 ? `no answer (${reason})` : reason,
    });
  }
}

function get(url: string, bearer: string, onSent: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const options = {
      agent: secure ? httpsAgent : httpAgent,
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json; api-version=2.0' },
      signal: AbortSignal.timeout(TIMEOUT),
    };
    (secure ? secureRequest : plainRequest)(url, options)
      .on('response', resolve)
      .on('error', reject)
      .on('finish', onSent)
      .end();
  });
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += (chunk as Buffer).length;
    if (length > LONGEST_ANSWER) throw new Error('The answer is too long for an ID token.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
