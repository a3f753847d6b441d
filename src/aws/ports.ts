/** Everything that talks to AWS, made for one run: each client is loaded by its first use. */
import type { SessionInputs } from '../action/session-inputs.ts';
import type { Log, Ports, Session } from '../flow/ports.ts';
import { lazily } from '../lazily.ts';
import type { IdToken } from '../network/id-token.ts';
import { AwsClock } from './clock.ts';
import type { CredentialSource } from './session.ts';

export function awsPorts(
  inputs: SessionInputs,
  log: Log,
  idToken: IdToken | null,
): Pick<Ports, 'session' | 'keys' | 'prover' | 'clock'> {
  const { region } = inputs;
  const clock = new AwsClock();
  let source: Promise<CredentialSource> | null = null;
  const session = () => {
    source ??= import('./session.ts').then(({ sessionOf }) => sessionOf(inputs, log, clock, idToken));
    return source;
  };
  return {
    session: lazily<Session>(session),
    keys: lazily(async () => (await import('./iam.ts')).iamKeyStore(region, await session(), clock)),
    prover: lazily(async () => (await import('./sts.ts')).stsProver(region, clock)),
    clock,
  };
}
