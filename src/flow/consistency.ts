/**
 * IAM is eventually consistent: what was written may not be listed yet, and what was deleted may still be (IAM user guide,
 * "Troubleshoot IAM"; AWS gives no figure, seconds are usual). A plan that is made on such an answer repeats what this run
 * did, or takes it for somebody else's doing.
 */
import { type AccessKey, type AwsTime, type Journal, type KeyId, MINUTE, SECOND } from '../rotation/model.ts';
import { type Clock, type KeyStore, type Log, ServiceError } from './ports.ts';

const MOST = 15;
const PAUSE = SECOND;
/** After how many questions more a person is told. */
const TOLD = 5;

export interface Waiting {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Pick<Log, 'info'>;
}

/**
 * Asks again, within bounds, until the answer agrees with what is known.
 *
 * @param asked the first answer, if the question is under way already.
 */
export async function askUntil<T>(
  { clock, log }: Waiting,
  ask: () => Promise<T>,
  agrees: (answer: T) => boolean,
  asked: Promise<T> = ask(),
): Promise<{ readonly answer: T; readonly agreed: boolean }> {
  let answer = await asked;
  for (let times = 1; !agrees(answer); times++) {
    if (times === MOST) return { answer, agreed: false };
    if (times % TOLD === 0) log.info(`IAM does not show yet what was written; asked ${times} times so far.`);
    await clock.sleep(PAUSE);
    answer = await ask();
  }
  return { answer, agreed: true };
}

/** How long another run's write may stay out of sight before what is listed counts as somebody's later decision. */
const SETTLED = MINUTE;

/** Does a list of keys contradict what is known for certain, or what a run recorded a moment ago? Then it is an old one. */
export function isBehind(
  keys: readonly AccessKey[],
  { records }: Journal,
  proven: KeyId | null,
  now: AwsTime,
): boolean {
  if (proven !== null && !keys.some(({ id }) => id === proven)) return true;
  return keys.some(({ id, status }) => {
    const record = records.get(id);
    if (record === undefined || now - record.at >= SETTLED) return false;
    return (
      (record.state === 'inactive' && status === 'Active') ||
      (record.state === 'reactivated' && status === 'Inactive')
    );
  });
}

/**
 * The same store, but each read shows at least what this run wrote before it. A key that this run deleted never comes
 * back, so it is left out at once. Anything else that stays away may have been undone by somebody: then IAM's word counts.
 */
export function readingOwnWrites(keys: KeyStore, waiting: Waiting): KeyStore {
  const deleted = new Set<KeyId>();
  const statuses = new Map<KeyId, AccessKey['status']>();
  /** By lower-cased tag key, since tag keys ignore case; `null` = removed. */
  const tags = new Map<string, string | null>();

  async function read<T>(ask: () => Promise<T>, agrees: (answer: T) => boolean, written: { clear(): void }) {
    const { answer, agreed } = await askUntil(waiting, ask, agrees);
    if (!agreed) written.clear();
    return answer;
  }

  return {
    lastUsed: (keyId) => keys.lastUsed(keyId),

    listAccessKeys: (userName) =>
      read(
        async () => (await keys.listAccessKeys(userName)).filter(({ id }) => !deleted.has(id)),
        (listed) =>
          [...statuses].every(([id, status]) => listed.some((key) => key.id === id && key.status === status)),
        statuses,
      ),

    listUserTags: (userName) =>
      read(
        () => keys.listUserTags(userName),
        (listed) => {
          if (tags.size === 0) return true;
          const found = new Map([...listed].map(([key, value]) => [key.toLowerCase(), value]));
          return [...tags].every(([key, value]) => (found.get(key) ?? null) === value);
        },
        tags,
      ),

    async createAccessKey(userName) {
      const created = await keys.createAccessKey(userName);
      statuses.set(created.pair.accessKeyId, 'Active');
      return created;
    },

    async updateAccessKey(userName, keyId, status) {
      await keys.updateAccessKey(userName, keyId, status);
      statuses.set(keyId, status);
    },

    async deleteAccessKey(userName, keyId) {
      try {
        await keys.deleteAccessKey(userName, keyId);
      } catch (error) {
        // Gone already, whatever a list may say.
        if (error instanceof ServiceError && error.code === 'NoSuchEntity') forget(keyId);
        throw error;
      }
      forget(keyId);
    },

    async tagUser(userName, written) {
      await keys.tagUser(userName, written);
      for (const [key, value] of written) tags.set(key.toLowerCase(), value);
    },

    async untagUser(userName, tagKeys) {
      await keys.untagUser(userName, tagKeys);
      for (const key of tagKeys) tags.set(key.toLowerCase(), null);
    },
  };

  function forget(keyId: KeyId): void {
    deleted.add(keyId);
    statuses.delete(keyId);
  }
}
