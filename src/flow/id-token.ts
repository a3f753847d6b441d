/** What a job's ID token says of the job. Read, never trusted: it only helps to explain what AWS made of it. */
import { describe, Failure, NOTHING_CHANGED } from './errors.ts';
import type { ServiceError } from './ports.ts';

/** The claims that trust policies ask for, in the order in which people compare them (infra/trust). */
const COMPARED = ['aud', 'sub', 'repository_id', 'ref', 'environment'] as const;

/** All claims that are text; none if this is no token. */
export function claimsOf(idToken: string): Readonly<Record<string, string>> {
  try {
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as object;
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

/** `AssumeRoleWithWebIdentity` was refused: what the token says is what the trust policy must ask for. */
export function trustRefused(error: ServiceError, idToken: string, roleArn: string): Failure {
  const claims = claimsOf(idToken);
  const said = COMPARED.map((name) => `${name} ${claims[name] ?? '(none)'}`).join(', ');
  return new Failure('access-denied', {
    message: `${describe(error)}. This job's ID token says: ${said}.`,
    state: NOTHING_CHANGED,
    remedy:
      error.code === 'InvalidIdentityToken'
        ? 'Add the identity provider https://token.actions.githubusercontent.com to IAM, with the audience that the ' +
          'token names (infra/README.md).'
        : `Check that ${roleArn} exists, and that its trust policy asks for these claims (infra/trust).`,
    cause: error,
  });
}

/** The two refusals that are about the token, and not about AWS's own state. */
export const isTrustRefusal = (error: ServiceError): boolean =>
  error.code === 'AccessDenied' || error.code === 'InvalidIdentityToken';
