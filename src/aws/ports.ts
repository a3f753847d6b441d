/** Everything that talks to AWS, made for one run. */
import type { SessionInputs } from '../action/session-inputs.ts';
import type { Log, Ports } from '../flow/ports.ts';
import type { RequestListener } from '../flow/requests.ts';
import type { IdToken } from '../network/id-token.ts';
import type { Line } from './clients.ts';
import { AwsClock } from './clock.ts';
import { iamKeyStore } from './iam.ts';
import { sessionOf } from './session.ts';
import { stsProver } from './sts.ts';

export function awsPorts(
  inputs: SessionInputs,
  log: Log,
  idToken: IdToken | null,
  requests: RequestListener,
): Pick<Ports, 'session' | 'keys' | 'prover' | 'clock'> {
  const clock = new AwsClock();
  const line: Line = { region: inputs.region, clock, requests };
  const session = sessionOf(inputs, log, line, idToken);
  return { session, keys: iamKeyStore(line, session), prover: stsProver(line), clock };
}
