/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */
import { httpAgent, httpsAgent } from '../network/agents.ts';
import type { AwsClock } from './clock.ts';

/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;

export interface ClientOptions {
  readonly region: string;
  readonly maxAttempts: number;
}

export const clientConfig = ({ region, maxAttempts }: ClientOptions) => ({
  region,
  maxAttempts,
  requestHandler: {
    httpAgent,
    httpsAgent,
    connectionTimeout: CONNECTION_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    throwOnRequestTimeout: true,
  },
});

interface MiddlewareStack {
  addRelativeTo?: unknown;
  add(
    middleware: (
      next: (args: never) => Promise<{ response: unknown }>,
    ) => (args: never) => Promise<{ response: unknown }>,
    options: { step: 'deserialize'; priority: 'low'; name: string },
  ): void;
}

/** Lets the clock read the `Date` of every answer this client gets, errors included (it sits below their parsing). */
export function keepTime(client: { readonly middlewareStack: unknown }, clock: AwsClock): void {
  const stack = client.middlewareStack as MiddlewareStack;
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      const headers = (result.response as { headers?: Record<string, string> }).headers ?? {};
      clock.note(headers.date);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepTime' },
  );
}
