/** The inputs of an AWS session, which all three actions share. Names follow aws-actions/configure-aws-credentials. */
import type { InputReader } from './parse.ts';

export interface SessionInputs {
  /** `null`: the environment's own credentials are used. */
  readonly role: {
    readonly roleArn: string;
    readonly sessionName: string;
    readonly durationSeconds: number;
  } | null;
  readonly audience: string;
  readonly region: string;
}

const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
// STS: RoleSessionName is 2 to 64 characters of [\w+=,.@-].
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether this job may ask for an OIDC ID token. */
export const hasIdToken = (environment: Environment): boolean =>
  Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL && environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN);

/** @param tokenless leaves it to the caller to say that a role cannot be assumed without an ID token. */
export function readSession(
  input: InputReader,
  environment: Environment,
  { tokenless = false } = {},
): SessionInputs {
  const roleArn = input.matching(
    'role-to-assume',
    ROLE_ARN,
    'the ARN of an IAM role (arn:aws:iam::123456789012:role/NAME)',
  );
  if (roleArn !== '' && !tokenless && !hasIdToken(environment))
    input.problem(
      'role-to-assume',
      'this job can get no OIDC ID token. Give it permissions: id-token: write. A run for a pull request from a fork never gets one',
    );
  const sessionName = input.matching(
    'role-session-name',
    SESSION_NAME,
    '2 to 64 characters of A-Z a-z 0-9 _+=,.@-',
    {
      required: roleArn !== '',
    },
  );
  // STS: from 15 minutes up to the role's own maximum, which is 12 hours at the most.
  const durationSeconds = input.wholeNumber('role-duration-seconds', 900, 43_200);
  const audience = input.matching('audience', /^\S{1,255}$/, 'an OIDC audience', {
    required: roleArn !== '',
  });
  const region =
    input.matching('aws-region', REGION, 'an AWS region such as us-east-1, us-gov-west-1 or cn-north-1') ||
    environment.AWS_REGION ||
    environment.AWS_DEFAULT_REGION ||
    'us-east-1';
  return { role: roleArn === '' ? null : { roleArn, sessionName, durationSeconds }, audience, region };
}
