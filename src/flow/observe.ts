/**
 * Gathers every fact that a plan needs, and changes nothing. Three round trips deep when nothing is due: (ID token ‖
 * proof of the deployed pair ‖ secrets' metadata), the session, (keys ‖ tags); a fourth only for last uses.
 */
import { facts } from '../report/facts.ts';
import { shortKey } from '../report/words.ts';
import { type Destination, type Layout, nameOf, slotNames } from '../rotation/destinations.ts';
import { readJournal } from '../rotation/journal.ts';
import {
  type AccessKey,
  type Deployed,
  type DestinationState,
  type GitHubTime,
  type KeyId,
  type LastUse,
  type Observation,
  SECOND,
} from '../rotation/model.ts';
import { askUntil, isBehind } from './consistency.ts';
import { Failure, NOTHING_CHANGED } from './errors.ts';
import { nowAndThen } from './patience.ts';
import {
  type Identity,
  isComplete,
  isIdentity,
  type Log,
  type Pair,
  type Ports,
  type Refusal,
  ServiceError,
} from './ports.ts';
import { fromAll, reach, reaching } from './public-keys.ts';

/** What this run is about. */
export interface Subject {
  /** The IAM user as the workflow names it; empty = find out from the deployed pair. */
  readonly userName: string;
  /** Home first. */
  readonly destinations: readonly [Destination, ...Destination[]];
  /** Digest of the destination list and layout, 12 hexadecimal digits. */
  readonly destinationsDigest: string;
  readonly layout: Layout;
}

/** The pair that the workflow received, either half possibly empty. */
export type DeployedPair = Pair;

/** How often a listed, Active key is asked about again when STS does not know it yet: a new key needs some seconds. */
const PROOF_ATTEMPTS = 12;
const PROOF_PAUSE = 2 * SECOND;

/** What an earlier look of the same run already knows, or expects. */
interface Hints {
  /** The user's name: everything can then be asked at once. */
  readonly userName?: string;
  /** Called as soon as the destinations are described, while AWS is still being asked. */
  readonly onDestinations?: (home: DestinationState, at: GitHubTime) => void;
}

export async function observe(
  ports: Ports,
  subject: Subject,
  deployed: DeployedPair,
  { userName: known, onDestinations }: Hints = {},
): Promise<Observation> {
  // Nothing here depends on the session: all of it travels while AWS is still being asked for one.
  const proof = isComplete(deployed) ? ports.prover.prove(deployed) : Promise.resolve(null);
  const describing = describeDestinations(ports, subject).then((places) => {
    onDestinations?.(places.states[0], places.at);
    return places;
  });
  const session = ports.session.open();
  const list = async (userName: string) => {
    await session;
    const [keys, tags] = await Promise.all([
      ports.keys.listAccessKeys(userName),
      ports.keys.listUserTags(userName),
    ]);
    return { keys, journal: readJournal(tags, keys, ports.clock.aws()) };
  };
  const asked = async () => {
    const early = known === undefined ? null : list(known);
    const [identity, proven] = await Promise.all([session, proof, early]);
    const userName = await findUser(ports, subject, deployed, proven, identity, known);
    const provenKey = isIdentity(proven) ? deployed.accessKeyId : null;
    const { answer } = await askUntil(
      ports,
      () => list(userName),
      ({ keys, journal }) => !isBehind(keys, journal, provenKey, ports.clock.aws()),
      early ?? undefined,
    );
    const stands = await standingOf(ports, deployed, proven, answer.keys, userName);
    return { userName, ...answer, stands, lastUse: await lastUses(ports, answer.keys, stands) };
  };
  const [{ userName, keys, journal, stands, lastUse }, places] = await Promise.all([asked(), describing]);
  const now = ports.clock.aws();
  return {
    now,
    gitHubNow: places.at,
    userName,
    keys,
    deployed: stands,
    journal,
    lastUse,
    destinations: places.states,
    destinationsDigest: subject.destinationsDigest,
  };
}

/** The facts, one line each, for whoever reads the log. */
export const tellFacts = (log: Log, seen: Observation): Promise<void> =>
  log.group('What is', async () => {
    for (const fact of facts(seen)) log.info(fact);
  });

// The destinations.

async function describeDestinations(
  ports: Ports,
  subject: Subject,
): Promise<{ states: [DestinationState, ...DestinationState[]]; at: GitHubTime }> {
  const [home, ...rest] = subject.destinations;
  const seen = (destination: Destination) => describeDestination(ports, destination, subject.layout);
  const [first, ...others] = await fromAll([seen(home), ...rest.map(seen)]);
  if (first === undefined) throw new Error('There is always a home.');
  const all = [first, ...others];
  // The earliest answer's time: whatever is written after it is later than what we call "seen".
  const at = all.map((place) => place.at).reduce((a, b) => (a < b ? a : b));
  return { states: [first.state, ...others.map((place) => place.state)], at };
}

async function describeDestination(ports: Ports, destination: Destination, layout: Layout) {
  const names = slotNames(layout);
  const found = await reaching(destination, () =>
    Promise.all(names.map((name) => ports.secrets.metadata(destination, name))),
  );
  // GitHub says 404 for a secret that does not exist and for a place out of reach alike. Only a place whose public
  // key we may read is one whose secrets we can call absent.
  if (found.some((slot) => slot.updatedAt === null)) await reach(ports, destination);
  const slots = names.map((name, index) => ({ name, updatedAt: found[index]?.updatedAt ?? null }));
  const at = found.map((slot) => slot.at).reduce((a, b) => (a < b ? a : b));
  return { state: { name: nameOf(destination), slots }, at };
}

// The user.

/** The IAM user: STS names it when it accepts the pair, else the input does, else `GetAccessKeyLastUsed` does. */
export async function findUser(
  ports: Pick<Ports, 'keys'>,
  subject: Pick<Subject, 'userName'>,
  deployed: DeployedPair,
  proven: Identity | Refusal | null,
  session: Identity,
  known: string | undefined,
): Promise<string> {
  if (isIdentity(proven)) return userOfProof(subject, proven, session);
  if (known !== undefined) return known;
  if (subject.userName !== '') return subject.userName;
  if (deployed.accessKeyId !== '') {
    const owner = await ownerOf(ports, deployed.accessKeyId);
    if (owner !== null) return owner;
  }
  throw new Failure('user-unknown', {
    message: 'AWS accepts no deployed pair that would name the IAM user, and user-name is empty.',
    state: NOTHING_CHANGED,
    remedy: 'Pass user-name: the IAM user whose key is rotated.',
  });
}

/** AWS answers AccessDenied for a key that does not exist (recorded from real AWS), so a refusal says nothing. */
async function ownerOf(ports: Pick<Ports, 'keys'>, keyId: KeyId): Promise<string | null> {
  try {
    return (await ports.keys.lastUsed(keyId)).userName;
  } catch (error) {
    if (error instanceof ServiceError && error.effect === 'none' && error.code !== 'Throttling') return null;
    throw error;
  }
}

/** The user's name from `arn:aws:iam::123456789012:user/path/name`; `null` for anything that is not an IAM user. */
export const userNameOf = (arn: string): string | null =>
  /^arn:[\w-]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1] ?? null;

function userOfProof(subject: Pick<Subject, 'userName'>, proven: Identity, session: Identity): string {
  const userName = userNameOf(proven.arn);
  const wrong = (found: string, expected: string): Failure =>
    new Failure('identity-mismatch', {
      message: `The deployed pair belongs to ${found}, not to ${expected}.`,
      state: NOTHING_CHANGED,
      remedy: 'Correct user-name, role-to-assume or the secrets, so that all three mean the same IAM user.',
    });
  if (userName === null) throw wrong(proven.arn, 'an IAM user');
  if (proven.account !== session.account)
    throw wrong(`account ${proven.account}`, `account ${session.account} of this run's AWS session`);
  // IAM user names are unique without regard to case.
  if (subject.userName !== '' && subject.userName.toLowerCase() !== userName.toLowerCase())
    throw wrong(`user ${userName}`, `user ${subject.userName}`);
  return userName;
}

// The deployed pair.

async function standingOf(
  ports: Ports,
  deployed: DeployedPair,
  proven: Identity | Refusal | null,
  keys: readonly AccessKey[],
  userName: string,
): Promise<Deployed> {
  const { accessKeyId: key, secretAccessKey } = deployed;
  if (key === '' && secretAccessKey === '') return { kind: 'empty' };
  if (isIdentity(proven)) {
    if (keys.some((listed) => listed.id === key)) return { kind: 'accepted', key };
    throw new Failure('identity-mismatch', {
      message: `STS accepts the deployed pair as user ${userName}, but IAM does not list its key there.`,
      state: NOTHING_CHANGED,
      remedy:
        'If the key was created or deleted just now, run again in a minute; IAM is eventually consistent.',
    });
  }
  const own = keys.find((listed) => listed.id === key && listed.status === 'Active');
  // A listed Active key that STS does not know may still be on its way; a wrong secret never becomes right.
  if (own && proven?.refused === 'InvalidClientTokenId' && (await acceptsListed(ports, deployed)))
    return { kind: 'accepted', key };
  for (const other of keys)
    if (
      other.id !== key &&
      other.status === 'Active' &&
      (await acceptsListed(ports, { accessKeyId: other.id, secretAccessKey }))
    )
      return { kind: 'torn', key: other.id };
  return { kind: 'refused', key };
}

/** Asks STS about a pair whose key IAM lists as Active, with patience for a key that is not known everywhere yet. */
async function acceptsListed(ports: Ports, pair: Pair): Promise<boolean> {
  const tell = nowAndThen(
    ports,
    (seconds) =>
      `STS does not know key ${shortKey(pair.accessKeyId)} yet, which IAM lists: asked for ${seconds} seconds.`,
  );
  for (let attempt = 1; ; attempt++) {
    const answer = await ports.prover.prove(pair);
    if (isIdentity(answer)) return true;
    if (answer.refused === 'SignatureDoesNotMatch' || attempt === PROOF_ATTEMPTS) return false;
    tell();
    await ports.clock.sleep(PROOF_PAUSE);
  }
}

// The last uses.

async function lastUses(
  ports: Ports,
  keys: readonly AccessKey[],
  deployed: Deployed,
): Promise<ReadonlyMap<KeyId, LastUse>> {
  const current = deployed.kind === 'accepted' ? deployed.key : null;
  const others = keys.length < 2 ? [] : keys.filter((key) => key.id !== current);
  return new Map(
    await Promise.all(others.map(async (key) => [key.id, await lastUseOf(ports, key.id)] as const)),
  );
}

async function lastUseOf(ports: Ports, key: KeyId): Promise<LastUse> {
  try {
    return (await ports.keys.lastUsed(key)).lastUse;
  } catch (error) {
    // Fail closed: whatever keeps us from reading it, the key may be in use.
    if (error instanceof ServiceError) return { kind: 'unreadable', why: error.code };
    throw error;
  }
}
