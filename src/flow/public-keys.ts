/** The destinations' public keys: what seals a secret, and what proves that a destination exists and can be reached. */
import { type Destination, nameOf, rightsFor } from '../rotation/destinations.ts';
import { Failure, NOTHING_CHANGED } from './errors.ts';
import { type Ports, type PublicKey, ServiceError } from './ports.ts';

/** The destination's public key, or a failure that says that it is out of reach. */
export const reach = (ports: Pick<Ports, 'secrets'>, destination: Destination): Promise<PublicKey> =>
  reaching(destination, () => ports.secrets.publicKey(destination));

/** Asks something of a destination; a refusal becomes a failure that says which right which kind of token lacks. */
export async function reaching<T>(destination: Destination, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ServiceError) || ![401, 403, 404].includes(error.status)) throw error;
    if (error.code === 'RateLimited') throw error;
    throw new Failure('destination-unreachable', {
      message:
        `${nameOf(destination)} cannot be reached with this token: ${error.code}` +
        `${error.acceptedPermissions === null ? '' : ` (needs ${error.acceptedPermissions})`}. ${error.message}`,
      state: NOTHING_CHANGED,
      remedy: sayRights(destination, error.status),
      cause: error,
    });
  }
}

/** Every answer, or one failure that names every destination that is out of reach: all of them at once. */
export async function fromAll<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const tried = await Promise.allSettled(asked);
  const refused = tried
    .filter((result) => result.status === 'rejected')
    .map((result) => result.reason as unknown);
  const failures = refused.filter((reason) => reason instanceof Failure);
  if (failures.length > 1 && failures.length === refused.length)
    throw new Failure('destination-unreachable', {
      message: failures.map((failure) => failure.message).join('\n'),
      state: NOTHING_CHANGED,
      remedy: [...new Set(failures.map((failure) => failure.remedy))].join('\n'),
    });
  if (refused.length > 0) throw refused[0];
  return tried.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** What to do about GitHub's refusal of a write. */
export const remedyFor = (error: ServiceError, destination: Destination): string =>
  error.code === 'RateLimited' ? RATE_LIMITED : sayRights(destination, error.status);

export const RATE_LIMITED =
  'GitHub’s rate limit for this token is used up. Run again when it is reset, or give the workflow a token of its own ' +
  '(a GitHub App’s).';

/**
 * What to give to which kind of token.
 *
 * @param status GitHub's answer: a 403 speaks of a place that exists, a 404 may mean a missing place or a missing right.
 */
export function sayRights(destination: Destination, status: number | null): string {
  const { permission, scope } = rightsFor(destination);
  const name = nameOf(destination);
  const first =
    status === 403
      ? `Let the github-token write the secrets of ${name}`
      : `Check that ${name} exists, and let the github-token write its secrets`;
  return (
    `${first}: a GitHub App or fine-grained token needs the permission ${permission}, a classic token the scope ` +
    `${scope} (docs/destinations.md). GITHUB_TOKEN cannot.`
  );
}

/**
 * Every destination's public key, fetched once a run. A run that will probably write fetches them ahead, while AWS is
 * still being asked; a failure then is kept quiet, since the run may turn out to need no key at all.
 */
export class PublicKeys {
  private readonly ports: Ports;
  private readonly fetched = new Map<string, Promise<PublicKey>>();

  constructor(ports: Ports) {
    this.ports = ports;
  }

  fetchAhead(destinations: readonly Destination[]): void {
    for (const destination of destinations)
      this.of(destination).catch(() => this.fetched.delete(nameOf(destination)));
  }

  /** Each key seals a probe: one that cannot seal is found now, and not when a new secret depends on it. */
  of(destination: Destination): Promise<PublicKey> {
    const name = nameOf(destination);
    const known = this.fetched.get(name);
    if (known !== undefined) return known;
    const fetching = reach(this.ports, destination).then(async (publicKey) => {
      await this.ports.sealer.seal(publicKey.key, 'probe');
      return publicKey;
    });
    this.fetched.set(name, fetching);
    return fetching;
  }

  all(destinations: readonly Destination[]): Promise<PublicKey[]> {
    return fromAll(destinations.map((destination) => this.of(destination)));
  }
}
