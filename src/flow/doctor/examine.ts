/**
 * Looks at every piece that a rotation needs, each for itself: one that is missing must not hide the others. Only reads.
 */
import type { Destination, Layout } from '../../rotation/destinations.ts';
import { nameOf, slotNames } from '../../rotation/destinations.ts';
import type { AccessKey, LastUse, Slot } from '../../rotation/model.ts';
import { Failure } from '../errors.ts';
import { type DeployedPair, findUser, type Subject } from '../observe.ts';
import { type Identity, isComplete, isIdentity, type Ports, type Refusal, ServiceError } from '../ports.ts';
import type { PublicKeys } from '../public-keys.ts';

/** An answer, or why there is none. */
export type Tried<T> = { readonly value: T } | { readonly error: ServiceError | Failure };

export interface Place {
  readonly name: string;
  readonly destination: Destination;
  /** Its secrets, once it is certain that the place is within reach. */
  readonly slots: Tried<readonly Slot[]>;
}

export interface Facts {
  readonly subject: Subject;
  readonly deployed: DeployedPair;
  readonly session: Tried<Identity>;
  /** `null`: there is no whole pair to prove. */
  readonly proof: Tried<Identity | Refusal> | null;
  /** Home first. */
  readonly places: readonly Place[];
  /** The IAM user's name, as far as it is known. */
  readonly userName: string | null;
  /** What is wrong with it. */
  readonly userError: ServiceError | Failure | null;
  /** `null`, here and below: not asked, since there is no session or no user to ask about. */
  readonly keys: Tried<readonly AccessKey[]> | null;
  readonly tags: Tried<ReadonlyMap<string, string>> | null;
  /** Last use of any key of the user: the right to ask is what counts. */
  readonly lastUse: Tried<LastUse> | null;
}

export async function examine(
  ports: Ports,
  publicKeys: PublicKeys,
  subject: Subject,
  deployed: DeployedPair,
): Promise<Facts> {
  const [session, proof, places] = await Promise.all([
    tried(ports.session.open()),
    isComplete(deployed) ? tried(ports.prover.prove(deployed)) : null,
    Promise.all(subject.destinations.map((place) => look(ports, publicKeys, place, subject.layout))),
  ]);
  const user = await whose(ports, subject, deployed, session, proof);
  const ask = async <T>(question: (userName: string) => Promise<T>): Promise<Tried<T> | null> =>
    user.userName === null || !('value' in session) ? null : await tried(question(user.userName));
  const [keys, tags] = await Promise.all([ask(ports.keys.listAccessKeys), ask(ports.keys.listUserTags)]);
  // AWS refuses to speak of a key that does not exist, so only one that does can show whether we may ask.
  const known =
    answerOf(keys)?.[0]?.id ?? (isIdentity(answerOf(proof)) && keys !== null ? deployed.accessKeyId : null);
  const lastUse = known === null ? null : await tried(ports.keys.lastUsed(known).then((use) => use.lastUse));
  return { subject, deployed, session, proof, places, ...user, keys, tags, lastUse };
}

export const answerOf = <T>(answer: Tried<T> | null): T | null =>
  answer !== null && 'value' in answer ? answer.value : null;

export const errorOf = (answer: Tried<unknown> | null): ServiceError | Failure | null =>
  answer !== null && 'error' in answer ? answer.error : null;

async function tried<T>(asked: Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await asked };
  } catch (error) {
    if (error instanceof ServiceError || error instanceof Failure) return { error };
    throw error;
  }
}

/** GitHub answers 404 for an absent secret and for a place out of reach alike: only the public key tells them apart. */
async function look(
  ports: Pick<Ports, 'secrets'>,
  publicKeys: PublicKeys,
  destination: Destination,
  layout: Layout,
): Promise<Place> {
  const slots = await tried(
    Promise.all([
      publicKeys.of(destination),
      ...slotNames(layout).map(async (name): Promise<Slot> => {
        const { updatedAt } = await ports.secrets.metadata(destination, name);
        return { name, updatedAt };
      }),
    ]).then(([, ...found]) => found),
  );
  return { name: nameOf(destination), destination, slots };
}

type User = Pick<Facts, 'userName' | 'userError'>;

async function whose(
  ports: Pick<Ports, 'keys'>,
  subject: Subject,
  deployed: DeployedPair,
  session: Tried<Identity>,
  proof: Tried<Identity | Refusal> | null,
): Promise<User> {
  const proven = answerOf(proof);
  const asked = answerOf(session);
  // Without a session there is nobody to ask about a key that STS does not name the user of.
  if (asked === null && !isIdentity(proven) && subject.userName === '' && deployed.accessKeyId !== '')
    return { userName: null, userError: null };
  // The account is compared with the session's; without one, with itself.
  const found = await tried(
    findUser(ports, subject, deployed, proven, asked ?? (isIdentity(proven) ? proven : NOBODY), undefined),
  );
  const userName = answerOf(found) ?? (subject.userName || null);
  return { userName, userError: errorOf(found) };
}

const NOBODY: Identity = { account: '', arn: '' };
