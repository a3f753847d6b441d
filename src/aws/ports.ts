/** Everything that talks to AWS, made for one run. */
import type { SessionInputs } from '../action/session-inputs.ts';
import { isComplete, type Log, type Pair, type Ports } from '../flow/ports.ts';
import type { RequestListener } from '../flow/requests.ts';
import type { IdToken } from '../network/id-token.ts';
import type { Line } from './clients.ts';
import { AwsClock } from './clock.ts';
import { iamKeyStore } from './iam.ts';
import { sessionOf } from './session.ts';
import { stsProver } from './sts.ts';

export function awsPorts(
  inputs: SessionInputs,
  log: Pick<Log, 'mask'>,
  idToken: IdToken | null,
  requests: RequestListener,
): Pick<Ports, 'session' | 'keys' | 'prover' | 'clock'> {
  const clock = new AwsClock();
  const line: Line = { region: inputs.region, clock, requests };
  const session = sessionOf(inputs, log, line, idToken);
  return { session, keys: iamKeyStore(line, session), prover: stsProver(line), clock };
}

/**
 * Makes the ports, and asks about a pair before anybody wants to know: the first question about it gets that answer.
 * Whoever asks again, asks anew.
 */
export const provingAtOnce =
  (connect: typeof awsPorts, pair: Pair): typeof awsPorts =>
  (...given) => {
    const ports = connect(...given);
    let early = isComplete(pair) ? ports.prover.prove(pair) : null;
    early?.catch(() => {});
    return {
      ...ports,
      prover: {
        prove(asked) {
          const answer = asked === pair ? early : null;
          early = null;
          return answer ?? ports.prover.prove(asked);
        },
      },
    };
  };
