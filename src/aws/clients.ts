/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */
import { httpAgent, httpsAgent } from '../network/agents.ts';
import type { SentRequest } from '../report/requests.ts';
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
  // Without it the SDK assembles its middleware anew for each request.
  cacheMiddleware: true,
  requestHandler: {
    httpAgent,
    httpsAgent,
    connectionTimeout: CONNECTION_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    throwOnRequestTimeout: true,
  },
});

interface MiddlewareStack {
  add(
    middleware: (
      next: (args: never) => Promise<Handled>,
      context: { readonly clientName?: string; readonly commandName?: string },
    ) => (args: never) => Promise<Handled>,
    options: { step: 'deserialize'; priority: 'low' | 'high'; name: string },
  ): void;
}

interface Handled {
  readonly response: unknown;
  readonly output: unknown;
}

/** What the SDK tells of an answer, good or bad. */
interface Answered {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly Code?: string;
  readonly name?: string;
}

/**
 * Lets the clock read the `Date` of every answer this client gets, errors included (it sits below their parsing), and
 * notes every attempt (above their parsing, where an error has its name).
 */
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
  stack.add(
    (next, { clientName = '', commandName = '' }) =>
      async (args) => {
        const started = performance.now();
        const note = ({ $metadata }: Answered, error: string | null): void =>
          clock.requests.note({
            service: clientName.replace(/Client$/, '').toLowerCase() as SentRequest['service'],
            operation: commandName.replace(/Command$/, ''),
            status: $metadata?.httpStatusCode ?? 0,
            error,
            requestId: $metadata?.requestId ?? null,
            milliseconds: performance.now() - started,
          });
        try {
          const result = await next(args);
          note(result.output as Answered, null);
          return result;
        } catch (thrown) {
          const answer = thrown as Answered;
          note(answer, answer.Code ?? answer.name ?? null);
          throw thrown;
        }
      },
    { step: 'deserialize', priority: 'high', name: 'noteRequest' },
  );
}
