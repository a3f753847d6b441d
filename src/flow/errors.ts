import type { ServiceError } from './ports.ts';

/** Every way a run can fail; each has a heading in docs/troubleshooting.md. */
export type FailureCode =
  | 'bad-input'
  | 'no-id-token'
  | 'no-session'
  | 'access-denied'
  | 'aws-failed'
  | 'github-failed'
  | 'identity-mismatch'
  | 'user-unknown'
  | 'destination-unreachable'
  | 'no-room-for-tags'
  | 'lease-taken'
  | 'create-refused'
  | 'create-unanswered'
  | 'not-propagated'
  | 'lease-expired'
  | 'store-refused'
  | 'store-unanswered'
  | 'home-torn'
  | 'partly-stored'
  | 'audience-unreadable'
  | 'audience-changed'
  | 'unsafe-step'
  | 'no-progress'
  | 'nothing-to-reactivate'
  | 'report-not-ready'
  | 'report-unreadable'
  | 'nothing-checked';

/** One destination after a write that did not reach all of them. */
export interface PlaceState {
  readonly destination: string;
  readonly holds:
    | 'the new pair'
    | 'the old pair'
    | 'the new secret beside the old ID'
    | 'the new or the old pair';
  readonly error: string | null;
}

/** The state of a failure before its first effect. What the run did before the step that failed is added (rotate.ts). */
export const NOTHING_CHANGED = 'Nothing was changed.';

/** A failure that tells a person what happened, how things stand now, and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** How things stand now: what was done and what was not. */
  readonly state: string;
  /** What a person can do. */
  readonly remedy: string;
  /** What each destination holds, when they differ. */
  readonly places: readonly PlaceState[];

  constructor(
    code: FailureCode,
    fields: {
      message: string;
      state: string;
      remedy: string;
      places?: readonly PlaceState[];
      cause?: unknown;
    },
  ) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = code;
    this.state = fields.state;
    this.remedy = fields.remedy;
    this.places = fields.places ?? [];
  }
}

/** `iam:TagUser failed: AccessDenied (403), request 1234: User … is not authorized …`: never a body, never a secret. */
export const describe = (error: ServiceError): string =>
  `${error.service}:${error.operation} failed: ${error.code}` +
  `${error.status > 0 ? ` (${error.status})` : ''}` +
  `${error.requestId === null ? '' : `, request ${error.requestId}`}: ${error.message}`;
