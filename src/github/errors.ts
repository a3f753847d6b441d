/** What Octokit throws, as a {@link ServiceError}: status, GitHub's own words, request ID, no body. */
import { ServiceError } from '../flow/ports.ts';

export interface Reply {
  readonly data: unknown;
  readonly headers: Record<string, string | number | undefined>;
}

/** Octokit calls a request without an answer a 500; only a real answer has a `response`. */
export function asServiceError(operation: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { status, response, message } = error as Error & { status?: number; response?: Reply };
  if (response === undefined || status === undefined)
    return new ServiceError({
      service: 'github',
      operation,
      code: 'NetworkError',
      status: 0,
      message: `no answer (${error.name}: ${message})`,
      cause: error,
    });
  const header = (name: string): string | null => String(response.headers[name] ?? '') || null;
  const limited = isRateLimit(status, message, header);
  return new ServiceError({
    service: 'github',
    operation,
    code: limited ? 'RateLimited' : `HTTP ${status}`,
    status,
    message: limited ? `${message}${sayReset(header)}` : message,
    requestId: header('x-github-request-id'),
    acceptedPermissions: header('x-accepted-github-permissions'),
    cause: error,
  });
}

type Header = (name: string) => string | null;

/** A 403 may be a missing right or a limit (GitHub REST, "Rate limits for the REST API"); only the latter passes by itself. */
const isRateLimit = (status: number, message: string, header: Header): boolean =>
  status === 429 ||
  (status === 403 &&
    (header('retry-after') !== null ||
      header('x-ratelimit-remaining') === '0' ||
      /\brate limit\b/i.test(message)));

function sayReset(header: Header): string {
  const seconds = header('retry-after');
  if (seconds !== null) return ` (wait ${seconds} seconds)`;
  const reset = new Date(Number(header('x-ratelimit-reset')) * 1000);
  return reset.getTime() > 0 ? ` (until ${reset.toISOString()})` : '';
}
