/** Keeps what a run sent, for its summary: the first requests and the bad ones one by one, all of them counted. */
import {
  isGood,
  kindOf,
  type RequestHistory,
  type SentRequest,
  SHOWN,
  type Tally,
} from '../report/requests.ts';
import { ServiceError } from './ports.ts';

/** Hears of every attempt, by whichever client it was sent. */
export interface RequestListener {
  note(request: SentRequest): void;
}

/** The ID token's request leaves before anybody could listen; its answer is heard here. */
export function hearIdToken(
  requests: RequestListener,
  idToken: { readonly startedAt: number; readonly token: Promise<string> } | null,
): void {
  if (idToken === null) return;
  const note = (status: number, error: string | null): void =>
    requests.note({
      service: 'oidc',
      operation: 'IdToken',
      status,
      error,
      requestId: null,
      milliseconds: performance.now() - idToken.startedAt,
    });
  idToken.token.then(
    () => note(200, null),
    (error: unknown) => (error instanceof ServiceError ? note(error.status, error.code) : note(0, null)),
  );
}

export class RequestRecorder implements RequestListener, RequestHistory {
  total = 0;
  readonly first: SentRequest[] = [];
  readonly failed: SentRequest[] = [];
  readonly tallies = new Map<string, Tally>();

  note(request: SentRequest): void {
    const bad = !isGood(request);
    this.total++;
    if (this.first.length < SHOWN.first) this.first.push(request);
    if (bad && this.failed.length < SHOWN.failed) this.failed.push(request);
    const kind = kindOf(request);
    const { count, failed } = this.tallies.get(kind) ?? { count: 0, failed: 0 };
    this.tallies.set(kind, { count: count + 1, failed: failed + (bad ? 1 : 0) });
  }
}
