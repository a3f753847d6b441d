/** The way back: makes the deactivated key Active again, and puts that on record so that its wait begins anew. */

import { list, shortKey } from '../report/words.ts';
import { intentsOf, readJournal, recordTags } from '../rotation/journal.ts';
import type { AccessKey, AwsTime, Journal } from '../rotation/model.ts';
import { asFailure } from './as-failure.ts';
import { Failure, NOTHING_CHANGED } from './errors.ts';
import { type DeployedPair, findUser } from './observe.ts';
import { isComplete, type Ports, ServiceError } from './ports.ts';

export interface Reactivation {
  readonly userName: string;
  readonly deployed: DeployedPair;
}

export interface Reactivated {
  readonly userName: string;
  readonly key: AccessKey;
  readonly at: AwsTime;
  /** The user's keys as they are now. */
  readonly keys: readonly AccessKey[];
}

type ReactivationPorts = Pick<Ports, 'session' | 'keys' | 'prover' | 'clock' | 'log'>;

export async function reactivate(
  ports: ReactivationPorts,
  { userName, deployed }: Reactivation,
): Promise<Reactivated> {
  const [session, proven] = await Promise.all([
    ports.session.open(),
    isComplete(deployed) ? ports.prover.prove(deployed) : null,
  ]);
  const user = await findUser(ports, { userName }, deployed, proven, session, undefined);
  const [keys, tags] = await Promise.all([ports.keys.listAccessKeys(user), ports.keys.listUserTags(user)]);
  const journal = readJournal(tags, keys, ports.clock.aws());
  const key = choose(user, keys, journal, deployed);
  // The fact first, its record after it. If the record is never written, the next daily run finds a key that is Active
  // though recorded Inactive, takes that for a person's decision, and records it itself.
  await orSay(ports.keys.updateAccessKey(user, key.id, 'Active'), ({ effect }) =>
    effect === 'none' ? NOTHING_CHANGED : `Key ${shortKey(key.id)} may be Active again.`,
  );
  const at = ports.clock.aws();
  const recorded = journal.records.get(key.id)?.state === 'inactive';
  await orSay(
    ports.keys.tagUser(user, recordTags(key.id, { state: 'reactivated', at }, journal)),
    () =>
      `Key ${shortKey(key.id)} is Active again, but that is not on record. ` +
      (recorded
        ? 'The next rotation sees it, and records it itself.'
        : 'Until it is, the rotation may make it Inactive at any time: keep it from running until this is mended.'),
  );
  const active: AccessKey = { ...key, status: 'Active' };
  return { userName: user, key: active, at, keys: keys.map((one) => (one.id === key.id ? active : one)) };
}

/** A failure in the middle tells how things stand then. */
async function orSay(call: Promise<void>, state: (error: ServiceError) => string): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, message, remedy } = asFailure(error);
    throw new Failure(code, { message, state: state(error), remedy, cause: error });
  }
}

/** The one Inactive key that is ours. Anything else is a question for a person, and nothing is done. */
function choose(
  user: string,
  keys: readonly AccessKey[],
  journal: Journal,
  deployed: DeployedPair,
): AccessKey {
  const inactive = keys.filter((key) => key.status === 'Inactive');
  const ours = inactive.filter(
    (key) =>
      journal.records.has(key.id) || intentsOf(key, journal).length > 0 || key.id === deployed.accessKeyId,
  );
  const [only] = ours.length === 1 ? ours : ours.filter((key) => key.id === deployed.accessKeyId);
  if (only !== undefined) return only;
  throw new Failure('nothing-to-reactivate', {
    message:
      keys.length === 0
        ? `User ${user} has no access key.`
        : inactive.length === 0
          ? `User ${user} has no Inactive key: ${list(keys.map((key) => `${shortKey(key.id)} is ${key.status}`))}. If the previous key was deleted already, it cannot be brought back.`
          : ours.length === 0
            ? `Nothing proves that Inactive key ${list(inactive.map((key) => shortKey(key.id)))} of user ${user} is ours.`
            : `User ${user} has two Inactive keys, ${list(ours.map((key) => shortKey(key.id)))}.`,
    state: NOTHING_CHANGED,
    remedy:
      inactive.length === 0
        ? 'Run the rotation to create a new key, with force: true if it must be now.'
        : 'Make the right key Active in the IAM console (user, Security credentials); the daily run respects it.',
  });
}
