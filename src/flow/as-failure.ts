import { describe, Failure } from './errors.ts';
import { ServiceError } from './ports.ts';
import { RATE_LIMITED } from './public-keys.ts';
import { audienceUnreadable, isAudienceUnreadable } from './store.ts';

/** Turns what a service answered into words for a person; anything else is a defect and passes through. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ServiceError)) throw error;
  const state = 'The run stopped there; the next run goes on from the facts.';
  if (error.service === 'oidc')
    return new Failure('no-id-token', {
      message: describe(error),
      state,
      remedy:
        'Give the job permissions: id-token: write. Runs for a fork’s pull request never get an ID token.',
      cause: error,
    });
  if (isAudienceUnreadable(error)) return audienceUnreadable(error, state);
  if (error.service === 'github')
    return new Failure('github-failed', {
      message: describe(error),
      state,
      remedy:
        error.code === 'RateLimited'
          ? RATE_LIMITED
          : 'Check the github-token’s permissions (docs/destinations.md); if GitHub was unavailable, run again.',
      cause: error,
    });
  if (error.code === 'AccessDenied')
    return new Failure('access-denied', {
      message: describe(error),
      state,
      remedy: `Allow ${error.service}:${error.operation} on the resource that AWS names (infra/policies/rotate.json), or correct user-name.`,
      cause: error,
    });
  return new Failure('aws-failed', { message: describe(error), state, remedy: 'Run again.', cause: error });
}
