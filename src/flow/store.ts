/** Sealing a pair for destinations and writing it there. Writes are idempotent; the order of the two halves is not free. */
import { type Destination, nameOf } from '../rotation/destinations.ts';
import type { GitHubTime } from '../rotation/model.ts';
import { contents } from './contents.ts';
import { describe, Failure, type PlaceState } from './errors.ts';
import { type Pair, type Ports, type PublicKey, ServiceError, type Written } from './ports.ts';
import type { Run } from './run.ts';

interface SealedSlot {
  readonly name: string;
  readonly value: string;
  readonly sealed: string;
}

/** A destination with everything that is needed to write the pair there. */
export interface SealedFor {
  readonly destination: Destination;
  readonly publicKey: PublicKey;
  readonly slots: readonly SealedSlot[];
}

/** What became of one destination. */
export interface Stored {
  readonly destination: string;
  /** How many of its secrets were written. */
  readonly written: number;
  /** `Date` of the last write's answer. */
  readonly at: GitHubTime | null;
  readonly error: ServiceError | null;
}

export async function sealFor(
  run: Run,
  destination: Destination,
  publicKey: PublicKey,
  pair: Pair,
): Promise<SealedFor> {
  const slots = await Promise.all(
    contents(run.subject.layout, pair).map(async ({ name, value }) => ({
      name,
      value,
      sealed: await run.ports.sealer.seal(publicKey.key, value),
    })),
  );
  return { destination, publicKey, slots };
}

/**
 * Writes the pair to one destination, the secret half first: only it is irreplaceable, the ID can be listed again.
 * Stops at the first write that fails for good.
 */
export async function store(run: Run, sealed: SealedFor): Promise<Stored> {
  const destination = nameOf(sealed.destination);
  let written = 0;
  let at: GitHubTime | null = null;
  let failure: ServiceError | null = null;
  const looks: Written['complaint'][] = [];
  for (const slot of sealed.slots) {
    try {
      const done = await put(run.ports, sealed, slot);
      at = done.at;
      looks.push(done.complaint);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failure = error;
      break;
    }
    written++;
  }
  if (failure === null) run.ports.log.info(`Stored in ${destination}.`);
  // Not before: between the two halves the place is torn, and whoever starts then gets a pair that does not work.
  await complain(run, looks);
  return { destination, written, at, error: failure };
}

/** Said at once, whatever comes after it. */
async function complain(run: Run, looks: readonly Written['complaint'][]): Promise<void> {
  for (const complaint of await Promise.all(looks.map((look) => look())))
    if (complaint !== null) {
      run.complaints.push(complaint);
      run.ports.log.warning(complaint, 'audience-changed');
    }
}

async function put(ports: Ports, { destination, publicKey }: SealedFor, slot: SealedSlot): Promise<Written> {
  try {
    return await ports.secrets.put(destination, slot.name, slot.sealed, publicKey.keyId);
  } catch (error) {
    // 422: the public key was replaced since we fetched it (GitHub REST, "Create or update a repository secret").
    if (!(error instanceof ServiceError) || error.status !== 422) throw error;
    const fresh = await ports.secrets.publicKey(destination);
    return await ports.secrets.put(
      destination,
      slot.name,
      await ports.sealer.seal(fresh.key, slot.value),
      fresh.keyId,
    );
  }
}

/** The latest of the writes' times; every one of them is covered by it. */
export const latest = (stored: readonly Stored[], otherwise: GitHubTime): GitHubTime =>
  stored.reduce<GitHubTime>((at, place) => (place.at !== null && place.at > at ? place.at : at), otherwise);

/** Some destinations have the pair, some do not: red, with what each holds. The next run copies to the rest. */
export function partlyStored(stored: readonly Stored[]): Failure {
  const failed = stored.filter((place) => place.error !== null);
  return new Failure('partly-stored', {
    message: failed
      .map((place) => `${place.destination}: ${place.error === null ? '' : describe(place.error)}`)
      .join('\n'),
    state: `Not every destination holds the new pair; the old one keeps working. ${stored
      .map((place) => `${place.destination} holds ${holds(place)}`)
      .join('; ')}.`,
    remedy:
      'The next run copies the deployed pair to the rest, without another key. If it fails again, check the token.',
    places: stored.map((place) => ({
      destination: place.destination,
      holds: holds(place),
      error: place.error === null ? null : describe(place.error),
    })),
  });
}

export const isAudienceUnreadable = (error: ServiceError): boolean => error.code === 'AudienceUnreadable';

/** A PUT takes the secret from every repository that its list lacks, so none is sent with a list that may lack some. */
export const audienceUnreadable = (error: ServiceError, state: string): Failure =>
  new Failure('audience-unreadable', {
    message: describe(error),
    state,
    remedy:
      'Run again. If it persists, the token may not see every repository that is selected: let it see all of them, or ' +
      'choose another visibility for the secret.',
    cause: error,
  });

/** The pair is in place, but some repositories may have lost it: only a person can say which should have it. */
export const audienceChanged = (complaints: readonly string[]): Failure =>
  new Failure('audience-changed', {
    message: complaints.join('\n'),
    state: 'Everything else was done: the secrets hold what they should.',
    remedy:
      'Look at the repositories that are selected for the secret in the organization’s settings, and add what is missing.',
  });

function holds({ written, error }: Stored): PlaceState['holds'] {
  if (error === null) return 'the new pair';
  if (error.effect === 'unknown' && written === 0) return 'the new or the old pair';
  return written > 0 ? 'the new secret beside the old ID' : 'the old pair';
}
