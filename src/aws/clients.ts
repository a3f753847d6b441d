/** SDK clients: how they reach AWS, how long they wait, how often they repeat. */
import type { RequestListener } from '../flow/requests.ts';
import { httpAgent, httpsAgent } from '../network/agents.ts';
import type { SentRequest } from '../report/requests.ts';
import type { AwsClock } from './clock.ts';

/** Bounds on one attempt, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;

/** What all clients of one run share. */
export interface Line {
  readonly region: string;
  readonly clock: AwsClock;
  readonly requests: RequestListener;
}

export const clientConfig = ({ region }: Line, maxAttempts: number) => ({
  region,
  maxAttempts,
  // Without it the SDK assembles its middleware anew for each request.
  cacheMiddleware: true,
  requestHandler: {
    httpAgent,
    httpsAgent,
    connectionTimeout: CONNECTION_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    // The request's own time is up to the answer's head; an answer may also begin and never end.
    socketTimeout: REQUEST_TIMEOUT,
    throwOnRequestTimeout: true,
  },
});

/** Tells the run's clock and its record of requests whatever this client hears. */
export function listen<Client extends { readonly middlewareStack: unknown }>(
  client: Client,
  { clock, requests }: Line,
): Client {
  const stack = client.middlewareStack as MiddlewareStack;
  keepTime(stack, clock);
  noteRequests(stack, requests);
  return client;
}

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

/** The clock reads the `Date` of every answer, errors included: it sits below their parsing. */
function keepTime(stack: MiddlewareStack, clock: AwsClock): void {
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

/** Every attempt is noted: above the parsing of answers, where an error has its name. */
function noteRequests(stack: MiddlewareStack, requests: RequestListener): void {
  stack.add(
    (next, { clientName = '', commandName = '' }) =>
      async (args) => {
        const started = performance.now();
        const note = ({ $metadata }: Answered, error: string | null): void =>
          requests.note({
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
    { step: 'deserialize', priority: 'high', name: 'noteRequests' },
  );
}
