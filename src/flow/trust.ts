/** A role's trust in the job. The ID token is read and never trusted: it only helps to explain what AWS made of it. */
import { describe, Failure, NOTHING_CHANGED } from './errors.ts';
import { ServiceError } from './ports.ts';

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

/**
 * What `AssumeRoleWithWebIdentity` threw, for a person: refused because of the token, it says what the token says, which is
 * what the trust policy must ask for. Anything else is left as it is.
 */
export function asTrustFailure(error: unknown, idToken: string, roleArn: string): unknown {
  if (!(error instanceof ServiceError) || !isTrustRefusal(error)) return error;
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
const isTrustRefusal = (error: ServiceError): boolean =>
  error.code === 'AccessDenied' || error.code === 'InvalidIdentityToken';
