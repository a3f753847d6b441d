/** Everything that talks to AWS, made for one run. */
import * as core from '@actions/core';
import type { SessionInputs } from '../action/session-inputs.ts';
import { type Log, type Ports, ServiceError } from '../flow/ports.ts';
import { AwsClock } from './clock.ts';
import { iamKeyStore } from './iam.ts';
import { ambientSession, type CredentialSource, webIdentitySession } from './session.ts';
import { stsProver } from './sts.ts';

/** The session that the inputs ask for; it is opened by its first use. */
export const sessionOf = (
  { role, audience, region }: SessionInputs,
  log: Log,
  clock: AwsClock,
): CredentialSource =>
  role === null
    ? ambientSession(region, clock)
    : webIdentitySession(region, role, () => idToken(audience), log.mask, clock);

/** The toolkit throws plain errors; an endpoint that does not answer is no defect of ours. */
async function idToken(audience: string): Promise<string> {
  try {
    return await core.getIDToken(audience);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ServiceError({
      service: 'oidc',
      operation: 'IdToken',
      code: 'NoToken',
      status: 0,
      message,
      cause: error,
    });
  }
}

export function awsPorts(
  inputs: SessionInputs,
  log: Log,
): Pick<Ports, 'session' | 'keys' | 'prover' | 'clock'> {
  const { region } = inputs;
  const clock = new AwsClock();
  const session = sessionOf(inputs, log, clock);
  return { session, keys: iamKeyStore(region, session, clock), prover: stsProver(region, clock), clock };
}
