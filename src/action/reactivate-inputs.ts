/** The reactivate action's inputs. */
import type { Reactivation } from '../flow/reactivate.ts';
import { readPair, readUserName } from './pair-inputs.ts';
import { InputReader } from './parse.ts';
import { readSession, type SessionInputs } from './session-inputs.ts';

export interface ReactivateInputs {
  readonly session: SessionInputs;
  readonly reactivation: Reactivation;
}

/** The inputs, or every reason why they cannot be used. */
export function readReactivateInputs(
  read: (name: string) => string,
  environment: Readonly<Record<string, string | undefined>>,
): ReactivateInputs | string[] {
  const input = new InputReader(read);
  const session = readSession(input, environment);
  const deployed = readPair(input);
  const userName = readUserName(input);
  if (userName === '' && deployed.accessKeyId === '')
    input.problem('user-name', 'is required when access-key-id is not passed');
  return input.problems.length > 0 ? input.problems : { session, reactivation: { userName, deployed } };
}
