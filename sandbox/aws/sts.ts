/** STS's operations as AWS answers them. */
import { Refused } from '../wire.ts';
import type { AwsAccount, Principal } from './account.ts';
import { checkText, violation } from './constraints.ts';
import { ISSUER, type OidcIssuer } from './oidc.ts';
import { glob } from './statements.ts';

/** Every principal that AWS knows may call it; no policy is asked. */
export function getCallerIdentity(_aws: AwsAccount, by: Principal) {
  return { UserId: by.userId, Account: by.account, Arn: by.arn };
}

interface AssumeWithWebIdentity {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
  readonly DurationSeconds?: number | undefined;
}

export function assumeRoleWithWebIdentity(
  aws: AwsAccount,
  issuer: OidcIssuer,
  params: AssumeWithWebIdentity,
) {
  checkSession(params);
  const claims = issuer.verify(params.WebIdentityToken);
  if (!aws.knowsGitHub)
    throw new Refused(
      400,
      'InvalidIdentityToken',
      `No OpenIDConnect provider found in your account for ${ISSUER}`,
    );
  const role = aws.roles.get(params.RoleArn);
  const trusted =
    role !== undefined &&
    claims.iss === ISSUER &&
    claims.aud === role.trust.audience &&
    role.trust.subjects.some((subject) => glob(subject, claims.sub)) &&
    Object.entries(role.trust.claims ?? {}).every(([claim, value]) => claims[claim] === value);
  if (!trusted)
    throw new Refused(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  return {
    ...openRoleSession(aws, role, params.RoleSessionName, params.DurationSeconds),
    Provider: `arn:${aws.partition}:iam::${aws.account}:oidc-provider/token.actions.githubusercontent.com`,
    Audience: claims.aud,
    SubjectFromWebIdentityToken: claims.sub,
  };
}

export function assumeRole(
  aws: AwsAccount,
  by: Principal,
  params: { RoleArn: string; RoleSessionName: string; DurationSeconds?: number | undefined },
) {
  checkSession(params);
  // Recorded from AWS: sts/test_sts, test_sts_invalid_parameters.
  if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:./.test(params.RoleArn))
    throw new Refused(400, 'ValidationError', `${params.RoleArn} is invalid`);
  const role = aws.roles.get(params.RoleArn);
  const trusts = role?.trust.principals?.some((pattern) => glob(pattern, by.arn)) ?? false;
  const allowed = by.allow.some(({ actions }) => actions.some((pattern) => glob(pattern, 'sts:AssumeRole')));
  if (role === undefined || !trusts || !allowed)
    throw new Refused(
      403,
      'AccessDenied',
      `User: ${by.arn} is not authorized to perform: sts:AssumeRole on resource: ${params.RoleArn}`,
    );
  return openRoleSession(aws, role, params.RoleSessionName, params.DurationSeconds);
}

/** What the API model demands, whoever asks. Recorded from AWS: sts/test_sts, test_assume_role_session_name_too_long. */
function checkSession({
  RoleSessionName,
  DurationSeconds = 3600,
}: {
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number | undefined;
}): void {
  checkText('roleSessionName', RoleSessionName, {
    least: 2,
    most: 64,
    pattern: /^[\w+=,.@-]*$/,
    says: '[\\w+=,.@-]*',
  });
  if (!(DurationSeconds >= 900))
    throw violation('durationSeconds', DurationSeconds, 'have value greater than or equal to 900');
}

function openRoleSession(
  aws: AwsAccount,
  role: { name: string; allow: Principal['allow']; maxSessionSeconds: number },
  sessionName: string,
  durationSeconds = 3600,
) {
  if (durationSeconds > role.maxSessionSeconds)
    throw new Refused(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  const arn = `arn:${aws.partition}:sts::${aws.account}:assumed-role/${role.name}/${sessionName}`;
  const userId = `AROASANDBOX0000000000:${sessionName}`;
  const principal: Principal = { arn, account: aws.account, userId, user: null, allow: role.allow };
  const session = aws.openSession(principal, durationSeconds);
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken ?? '',
      Expiration: session.expiresAt,
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
  };
}
