/** STS as the judge of a pair: `GetCallerIdentity`, which every pair may call that AWS knows. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Identity, type Pair, type PairProver, type Refusal, ServiceError } from '../flow/ports.ts';
import { ACCOUNT, ARN, legible } from './answers.ts';
import { clientConfig, type Line, listen } from './clients.ts';
import { asServiceError } from './errors.ts';

const ATTEMPTS = 3;
const PAUSE = 500;

/**
 * Proves pairs at STS. Each question is sent by a client that never repeats by itself: the SDK takes
 * `SignatureDoesNotMatch` for a drifted clock and would ask three times about every wrong secret.
 */
export function stsProver(line: Line): PairProver {
  // A client is dear to make, and a new pair is proven several times in a row.
  let latest: { readonly pair: Pair; readonly client: STSClient } | null = null;
  const clientOf = (pair: Pair): STSClient => {
    if (latest?.pair === pair) return latest.client;
    const client = listen(new STSClient({ ...clientConfig(line, 1), credentials: pair }), line);
    latest = { pair, client };
    return client;
  };
  return {
    async prove(pair) {
      const client = clientOf(pair);
      for (let attempt = 1; ; attempt++) {
        try {
          return await callerIdentity(client);
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          const refusal = refusalOf(error);
          if (refusal !== null) return refusal;
          if (attempt === ATTEMPTS || !isPassing(error)) throw error;
          await line.clock.sleep(PAUSE * attempt);
        }
      }
    },
  };
}

export async function callerIdentity(client: STSClient): Promise<Identity> {
  return await asServiceError('sts', 'GetCallerIdentity', async () => {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
    return { account: legible(Account, ACCOUNT, 'Account'), arn: legible(Arn, ARN, 'Arn') };
  });
}

/** STS says `SignatureDoesNotMatch` also to a request from a drifted clock; that is no answer about the pair. */
const isDrift = (error: ServiceError): boolean => /^Signature (expired|not yet current)/.test(error.message);

/**
 * The one text that is about the pair. The same code also answers a drifted clock and a signature scoped to a region or
 * service that is not AWS's, such as a mistyped `aws-region`: taken for a refusal, `force` would create a key on it.
 */
const isWrongSecret = (error: ServiceError): boolean =>
  error.message.startsWith('The request signature we calculated');

/** What STS said of the pair that signed, or `null` if this is no answer about it. */
export function refusalOf(error: ServiceError): Refusal | null {
  if (error.code === 'InvalidClientTokenId') return { refused: error.code };
  if (error.code === 'SignatureDoesNotMatch' && isWrongSecret(error)) return { refused: error.code };
  return null;
}

/** Worth asking again: no answer, a 5xx, throttling, or a drift that the SDK has corrected by AWS's `Date` meanwhile. */
const isPassing = (error: ServiceError): boolean =>
  error.effect === 'unknown' || error.code === 'Throttling' || isDrift(error);
