/** The session in which the run acts: a role assumed with the job's ID token, or whatever the environment provides. */
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Failure } from '../flow/errors.ts';
import type { Identity, Session } from '../flow/ports.ts';
import { clientConfig, keepTime } from './clients.ts';
import type { AwsClock } from './clock.ts';
import { asServiceError } from './errors.ts';
import { callerIdentity } from './sts.ts';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A session that can also sign: what the IAM client is made with. */
export interface CredentialSource extends Session {
  /** Nothing for the ambient chain, which is the SDK's own default. */
  forClient(): { readonly credentials?: () => Promise<Credentials> };
}

export interface RoleOptions {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

/** Assumes a role with the job's ID token (`AssumeRoleWithWebIdentity`, which needs no AWS credentials). */
export function webIdentitySession(
  region: string,
  role: RoleOptions,
  idToken: () => Promise<string>,
  mask: (secret: string) => void,
  clock: AwsClock,
): CredentialSource {
  let opened: Promise<{ identity: Identity; credentials: Credentials }> | null = null;
  const assume = async () => {
    const WebIdentityToken = await idToken();
    const sts = new STSClient({ ...clientConfig({ region, maxAttempts: 3 }), credentials: NO_CREDENTIALS });
    keepTime(sts, clock);
    const answer = await asServiceError('sts', 'AssumeRoleWithWebIdentity', () =>
      sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: role.roleArn,
          RoleSessionName: role.sessionName,
          DurationSeconds: role.durationSeconds,
          WebIdentityToken,
        }),
      ),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
    mask(SecretAccessKey);
    mask(SessionToken);
    const arn = answer.AssumedRoleUser?.Arn ?? '';
    return {
      identity: { arn, account: arn.split(':')[4] ?? '', ...environmentOf(WebIdentityToken) },
      credentials: {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
      },
    };
  };
  const open = () => {
    opened ??= assume();
    return opened;
  };
  return {
    open: async () => (await open()).identity,
    forClient: () => ({ credentials: async () => (await open()).credentials }),
  };
}

/** The token's `environment` claim. It is read, not trusted: it only helps to explain what the job received. */
function environmentOf(idToken: string): { environment?: string } {
  try {
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as object;
    return 'environment' in claims && typeof claims.environment === 'string'
      ? { environment: claims.environment }
      : {};
  } catch {
    return {};
  }
}

/** The request is unsigned; the SDK must not go looking for credentials that nobody needs. */
const NO_CREDENTIALS: Credentials = { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' };

/** The SDK's own credential chain: what `configure-aws-credentials` left in the environment, or the key itself. */
export function ambientSession(region: string, clock: AwsClock): CredentialSource {
  let opened: Promise<Identity> | null = null;
  const identify = async () => {
    const sts = new STSClient(clientConfig({ region, maxAttempts: 3 }));
    keepTime(sts, clock);
    try {
      return await callerIdentity(sts);
    } catch (error) {
      if (!(error instanceof Error && error.cause instanceof Error)) throw error;
      if (error.cause.name !== 'CredentialsProviderError') throw error;
      throw new Failure('no-session', {
        message: 'No AWS credentials: role-to-assume is empty, and the environment has none.',
        state: 'Nothing was changed.',
        remedy:
          'Pass role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials first.',
        cause: error.cause,
      });
    }
  };
  return {
    open: () => {
      opened ??= identify();
      return opened;
    },
    forClient: () => ({}),
  };
}
