import { describe, Failure } from '../errors.ts';
import { ServiceError } from '../ports.ts';

/** What a service answered, in words for a person; anything else is a defect and passes through. */
export function asCheckFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ServiceError)) throw error;
  const denied = error.code === 'AccessDenied';
  const trust = error.operation === 'AssumeRoleWithWebIdentity';
  return new Failure(denied ? 'access-denied' : 'aws-failed', {
    message: describe(error),
    state: 'The check ended there; it says nothing about any key.',
    remedy: !denied
      ? 'Run again.'
      : trust
        ? 'Let the role’s trust policy name this repository and event (infra/trust).'
        : `Allow ${error.service}:${error.operation} (infra/policies/check.json).`,
    cause: error,
  });
}
