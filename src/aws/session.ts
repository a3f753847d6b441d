/** The session in which the run acts: a role assumed with the job's ID token, or whatever the environment provides. */
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { SessionInputs } from '../action/session-inputs.ts';
import { describe, Failure, NOTHING_CHANGED } from '../flow/errors.ts';
import { type Identity, type Log, type Pair, ServiceError, type Session } from '../flow/ports.ts';
import { asTrustFailure, claimsOf } from '../flow/trust.ts';
import type { IdToken } from '../network/id-token.ts';
import { shortKey } from '../report/words.ts';
import { sessionIn } from './answers.ts';
import { clientConfig, type Line, listen } from './clients.ts';
import { asServiceError } from './errors.ts';
import { callerIdentity, refusalOf } from './sts.ts';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A session that can also sign: what the IAM client is made with. */
export interface CredentialSource extends Session {
  /** Nothing for the ambient chain, which is the SDK's own default. */
  forClient(): { readonly credentials?: () => Promise<Credentials> };
  /** A client that must go on with another pair when the session does ({@link Session.outlive}). */
  follow(client: Following): void;
}

/** An SDK client: setting its credentials takes effect with the next request. */
interface Following {
  readonly config: { credentials?: unknown };
}

/** The session that the inputs ask for; it is opened by its first use. */
export function sessionOf(
  { role }: SessionInputs,
  log: Pick<Log, 'mask'>,
  line: Line,
  idToken: IdToken | null,
): CredentialSource {
  if (role === null) return ambientSession(line);
  if (idToken === null) throw new Error('A role is assumed with an ID token, and none was asked for.');
  return webIdentitySession(line, role, idToken.token, log.mask);
}

/** Assumes a role with the job's ID token (`AssumeRoleWithWebIdentity`, which needs no AWS credentials). */
function webIdentitySession(
  line: Line,
  role: NonNullable<SessionInputs['role']>,
  idToken: Promise<string>,
  mask: (secret: string) => void,
): CredentialSource {
  let opened: Promise<{ identity: Identity; credentials: Credentials }> | null = null;
  const assume = async () => {
    // Made while the token is on its way.
    const sts = listen(new STSClient({ ...clientConfig(line, 3), credentials: NO_CREDENTIALS }), line);
    const WebIdentityToken = await idToken;
    mask(WebIdentityToken);
    const { arn, credentials } = await asServiceError('sts', 'AssumeRoleWithWebIdentity', async () =>
      sessionIn(
        await sts.send(
          new AssumeRoleWithWebIdentityCommand({
            RoleArn: role.roleArn,
            RoleSessionName: role.sessionName,
            DurationSeconds: role.durationSeconds,
            WebIdentityToken,
          }),
        ),
      ),
    ).catch((error: unknown) => {
      throw asTrustFailure(error, WebIdentityToken, role.roleArn);
    });
    mask(credentials.secretAccessKey);
    mask(credentials.sessionToken);
    const { environment } = claimsOf(WebIdentityToken);
    return {
      identity: {
        arn,
        account: arn.split(':')[4] ?? '',
        ...(environment === undefined ? {} : { environment }),
      },
      credentials,
    };
  };
  const open = () => {
    opened ??= assume();
    return opened;
  };
  return {
    open: async () => (await open()).identity,
    forClient: () => ({ credentials: async () => (await open()).credentials }),
    // A role's session does not live by a user's key.
    follow: () => {},
    outlive: async () => {},
  };
}

/** The request is unsigned; the SDK must not go looking for credentials that nobody needs. */
const NO_CREDENTIALS: Credentials = { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' };

/**
 * The SDK's own credential chain: what `configure-aws-credentials` left in the environment, or the rotated key itself,
 * which then must be able to make itself Inactive and go on.
 */
function ambientSession(line: Line): CredentialSource {
  const sts = listen(new STSClient(clientConfig(line, 3)), line);
  const followers: Following[] = [];
  let opened: Promise<Identity> | null = null;
  return {
    open: () => {
      opened ??= identify(sts);
      return opened;
    },
    forClient: () => ({}),
    follow: (client) => followers.push(client),
    outlive: async (keyId, pair) => {
      if ((await sts.config.credentials()).accessKeyId !== keyId) return;
      for (const client of followers) client.config.credentials = async (): Promise<Pair> => pair;
    },
  };
}

async function identify(sts: STSClient): Promise<Identity> {
  try {
    return await callerIdentity(sts);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.cause instanceof Error && error.cause.name === 'CredentialsProviderError')
      throw new Failure('no-session', {
        message: 'No AWS credentials: role-to-assume is empty, and the environment has none.',
        state: NOTHING_CHANGED,
        remedy:
          'Pass role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials first.',
        cause: error.cause,
      });
    if (refusalOf(error) === null && error.code !== 'ExpiredToken') throw error;
    throw refusedCredentials(error, (await sts.config.credentials()).accessKeyId);
  }
}

/** `ASIA…` is the ID of temporary credentials, `AKIA…` that of a user's own key (IAM user guide, "Unique identifiers"). */
function refusedCredentials(error: ServiceError, keyId: string): Failure {
  const own = !keyId.startsWith('ASIA');
  return new Failure('no-session', {
    message: `AWS refuses the credentials of the environment, key ${shortKey(keyId)}: ${describe(error)}.`,
    state: own
      ? `Nothing was changed. If this is the key that rotates itself, it is Inactive or deleted, or the two halves are not of one pair: it cannot let itself in again.`
      : NOTHING_CHANGED,
    remedy: own
      ? 'Another administrator lets it in: IAM console, the user, Security credentials. Make the key Active again, or create one, and put both ' +
        'halves into the secrets. A pair that rotates itself is best kept in one JSON secret (credentials-json-name), which cannot tear.'
      : 'Temporary credentials end after an hour or so: run aws-actions/configure-aws-credentials in the same job, right before.',
    cause: error,
  });
}
