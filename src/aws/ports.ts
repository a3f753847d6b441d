/** Everything that talks to AWS, made for one run. */
import * as core from '@actions/core';
import type { SessionInputs } from '../action/session-inputs.ts';
import type { Log, Ports } from '../flow/ports.ts';
import { AwsClock } from './clock.ts';
import { iamKeyStore } from './iam.ts';
import { ambientSession, webIdentitySession } from './session.ts';
import { stsProver } from './sts.ts';

export function awsPorts(
  { role, audience, region }: SessionInputs,
  log: Log,
): Pick<Ports, 'session' | 'keys' | 'prover' | 'clock'> {
  const clock = new AwsClock();
  const session =
    role === null
      ? ambientSession(region, clock)
      : webIdentitySession(region, role, () => core.getIDToken(audience), log.mask, clock);
  return { session, keys: iamKeyStore(region, session, clock), prover: stsProver(region, clock), clock };
}
