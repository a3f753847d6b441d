/**
 * Creating a key, in the nine steps of docs/protocol.md. The order is the whole point: whichever line is the last one
 * that ran, the next run finds facts from which it can go on.
 */

import { duration, shortKey } from '../report/words.ts';
import {
  INTENT_WINDOW,
  intentTag,
  intentValue,
  isLive,
  MOST_TAGS,
  readJournal,
  recordTags,
  TAGS_NEEDED,
  tagsTooMany,
  uselessTags,
} from '../rotation/journal.ts';
import {
  type Intent,
  type Journal,
  type KeyId,
  type KeyRecord,
  type Observation,
  SECOND,
} from '../rotation/model.ts';
import { describe, Failure, NOTHING_CHANGED } from './errors.ts';
import { userNameOf } from './observe.ts';
import { nowAndThen } from './patience.ts';
import { type Identity, type Pair, type PublicKey, type Refusal, ServiceError } from './ports.ts';
import { remedyFor } from './public-keys.ts';
import { note, type Run } from './run.ts';
import {
  audienceUnreadable,
  isAudienceUnreadable,
  latest,
  partlyStored,
  type SealedFor,
  type Stored,
  sealFor,
  store,
} from './store.ts';

/** One success is no propagation: tools that stop there fail in one run of ten right after it. */
const PROOFS_IN_A_ROW = 4;
const PROOF_PAUSE = SECOND;
const PROOF_ATTEMPTS = 90;

/** Creates a key and stores it everywhere. Resolves to the pair, which from then on *is* the deployed pair. */
export async function create(run: Run, seen: Observation, adopt: KeyId | null): Promise<Pair> {
  // 1. Before anything changes: there is room for what step 9 writes, and every destination exists and is within reach.
  refuseWithoutTagRoom(seen);
  const publicKeys = await run.publicKeys.all(run.subject.destinations);
  // 2. and 3. The lease: say what is about to happen, then look whether somebody else said so too.
  const intent = await declare(run, seen, adopt);
  await confirmLease(run, seen, intent, adopt);
  // 4. and 5. From here on AWS knows a secret that nobody else does.
  const pair = await createOnce(run, seen, intent);
  // 6. and 7. Everything is sealed before the first write, so that no failure of sealing can come between two writes.
  const [, sealed] = await Promise.all([
    prove(run, seen, intent, pair),
    Promise.all(
      run.subject.destinations.map((destination, index) =>
        sealFor(run, destination, publicKeys[index] as PublicKey, pair),
      ),
    ),
  ]);
  // 8. Home, then the others.
  const stored = await storeEverywhere(run, seen, intent, pair, sealed);
  // 9. Only now is the pair on record: everything that retires the old key rests on this tag.
  await recordStored(run, seen, intent, pair, stored);
  note(run, 'created', pair.accessKeyId, 'created, proven, stored in every destination, on record');
  return pair;
}

/** Found out at step 9, the new pair would be in use and never on record: nothing would ever retire the old key. */
function refuseWithoutTagRoom({ userName, journal }: Observation): void {
  const tooMany = tagsTooMany(journal);
  if (tooMany === 0) return;
  throw new Failure('no-room-for-tags', {
    message: `User ${userName} has too many tags: IAM allows ${MOST_TAGS}, and a rotation needs ${TAGS_NEEDED} of them.`,
    state: NOTHING_CHANGED,
    remedy: `Remove ${tooMany} of the user’s tags, and run again.`,
  });
}

async function declare(run: Run, seen: Observation, adopt: KeyId | null): Promise<Intent> {
  const { keys, clock } = run.ports;
  const intent: Intent = { nonce: run.nonce, aws: clock.aws(), github: seen.gitHubNow, run: run.id };
  const useless = uselessTags(seen.journal, seen.keys, seen.now);
  // Leftovers first: fifty tags are all a user can have, and a full user could never rotate again.
  if (useless.length > 0) await keys.untagUser(seen.userName, useless);
  const tags = new Map([[intentTag(intent), intentValue(intent)]]);
  // The proven key becomes ours on record in the same call, so that there is no moment in which a successor exists
  // and its predecessor cannot be told from a stranger's key.
  if (adopt !== null)
    for (const [name, value] of recordTags(adopt, { state: 'adopted', at: clock.aws() }, seen.journal))
      tags.set(name, value);
  try {
    await keys.tagUser(seen.userName, tags);
  } catch (error) {
    // The tag may have been written although the answer says otherwise.
    await withdraw(run, seen, intent);
    throw error;
  }
  return intent;
}

async function confirmLease(
  run: Run,
  seen: Observation,
  intent: Intent,
  adopted: KeyId | null,
): Promise<void> {
  const { keys, clock } = run.ports;
  const [listed, tags] = await Promise.all([
    keys.listAccessKeys(seen.userName),
    keys.listUserTags(seen.userName),
  ]);
  const now = clock.aws();
  const { intents } = readJournal(tags, listed, now);
  const rival = intents.find((other) => other.nonce !== intent.nonce && isLive(other, now));
  const reason =
    // A list without our own intent would not have a rival's either.
    !intents.some((own) => own.nonce === intent.nonce)
      ? 'IAM does not list what this run announced'
      : rival !== undefined
        ? `run ${rival.run} announced ${duration(now - rival.aws)} ago that it is about to create a key`
        : listed.length >= 2
          ? `user ${seen.userName} has ${listed.length} keys by now`
          : now - intent.aws > INTENT_WINDOW
            ? 'this run took too long'
            : null;
  if (reason === null) return;
  await withdraw(run, seen, intent);
  // The intent is gone again; what was said of the current key stays.
  if (adopted !== null) note(run, 'recorded', adopted, 'recorded as adopted');
  throw new Failure('lease-taken', {
    message: `No key was created: ${reason}.`,
    state: NOTHING_CHANGED,
    remedy: 'Give the workflow a concurrency group (README), and run again in half an hour.',
  });
}

async function createOnce(run: Run, seen: Observation, intent: Intent): Promise<Pair> {
  try {
    const { pair } = await run.ports.keys.createAccessKey(seen.userName);
    // Before anything else can print.
    run.ports.log.mask(pair.secretAccessKey);
    note(run, 'created', pair.accessKeyId, 'created');
    return pair;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.effect === 'none') {
      await withdraw(run, seen, intent);
      throw new Failure('create-refused', {
        message: describe(error),
        state: 'No key was created.',
        remedy:
          error.code === 'AccessDenied'
            ? 'Allow iam:CreateAccessKey on the user (infra/policies/rotate.json).'
            : 'Run again; the deployed pair keeps working.',
        cause: error,
      });
    }
    // The key may exist. The intent stays: it is what lets the next run recognize the key as ours, and unused.
    throw new Failure('create-unanswered', {
      message: describe(error),
      state: 'A key may have been created whose secret nobody has. The deployed pair keeps working.',
      remedy: 'Nothing to do: half an hour from now the next run deletes such a key and creates another.',
      cause: error,
    });
  }
}

async function prove(run: Run, seen: Observation, intent: Intent, pair: Pair): Promise<void> {
  const { prover, clock, log } = run.ports;
  const tell = nowAndThen(
    run.ports,
    (seconds) =>
      `AWS does not accept the new key everywhere yet, after ${seconds} seconds: usual, up to a minute.`,
  );
  let inARow = 0;
  let told: string | null = null;
  // What goes wrong ninety times is said once.
  const complain = (what: string): void => {
    if (what !== told) log.info(`Proof of the new key: ${what}`);
    told = what;
  };
  for (let attempt = 1; attempt <= PROOF_ATTEMPTS; attempt++) {
    inARow = (await accepted(seen, () => prover.prove(pair), complain)) ? inARow + 1 : 0;
    if (inARow === PROOFS_IN_A_ROW) {
      log.info(`STS accepts the new key, ${PROOFS_IN_A_ROW} times in a row.`);
      return;
    }
    tell();
    await clock.sleep(PROOF_PAUSE);
  }
  const state = await rollBack(run, seen, intent, pair);
  throw new Failure('not-propagated', {
    message: `AWS did not accept the new key ${shortKey(pair.accessKeyId)} ${PROOFS_IN_A_ROW} times in a row.`,
    state,
    remedy:
      'Run again later. If it persists, look for a service control policy that denies sts:GetCallerIdentity.',
  });
}

/** An answer that is no answer (throttled, 5xx) breaks the row like a refusal, but is no reason to give up. */
async function accepted(
  seen: Observation,
  ask: () => Promise<Identity | Refusal>,
  complain: (what: string) => void,
): Promise<boolean> {
  try {
    const answer = await ask();
    return 'arn' in answer && userNameOf(answer.arn)?.toLowerCase() === seen.userName.toLowerCase();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    complain(`${error.code}: ${error.message}`);
    return false;
  }
}

async function storeEverywhere(
  run: Run,
  seen: Observation,
  intent: Intent,
  pair: Pair,
  sealed: readonly SealedFor[],
): Promise<readonly Stored[]> {
  // The last proof's answer is AWS's time right before the first write. A run that was asleep for a quarter of an
  // hour may have been given up by others: it writes nothing.
  if (run.ports.clock.aws() - intent.aws > INTENT_WINDOW) {
    const state = await rollBack(run, seen, intent, pair);
    throw new Failure('lease-expired', {
      message: 'More than 15 minutes passed since this run announced the new key.',
      state,
      remedy: 'Run again.',
    });
  }
  const [homeSealed, ...rest] = sealed;
  if (homeSealed === undefined) throw new Error('There is always a home.');
  // Home before all others: the next run receives home's pair. A pair that only another place holds would be out of
  // every run's reach, and its key could never be told from an orphan.
  const home = await store(run, homeSealed);
  if (home.error !== null) await homeFailed(run, seen, intent, pair, home, home.error);
  const stored = [home, ...(await Promise.all(rest.map((place) => store(run, place))))];
  if (stored.some((place) => place.error !== null)) throw partlyStored(stored);
  return stored;
}

async function homeFailed(
  run: Run,
  seen: Observation,
  intent: Intent,
  pair: Pair,
  home: Stored,
  error: ServiceError,
): Promise<never> {
  if (home.written > 0)
    throw new Failure('home-torn', {
      message: describe(error),
      state:
        error.effect === 'none'
          ? `${home.destination} holds the new secret beside the old ID: jobs that start now fail.`
          : `${home.destination} holds the new secret, and may hold the old ID beside it: jobs that start now may fail.`,
      remedy: 'Run again now: the next run writes the ID that belongs to the secret.',
      cause: error,
    });
  if (error.effect === 'unknown')
    throw new Failure('store-unanswered', {
      message: describe(error),
      state: `${home.destination} may hold the new secret beside the old ID.`,
      remedy: 'Run again now. A new run receives what the secret store holds, and goes on from there.',
      cause: error,
    });
  const rolledBack = await rollBack(run, seen, intent, pair);
  const state = `Nothing was written. ${rolledBack}`;
  if (isAudienceUnreadable(error)) throw audienceUnreadable(error, state);
  throw new Failure('store-refused', {
    message: describe(error),
    state,
    remedy: remedyFor(error, run.subject.destinations[0]),
    cause: error,
  });
}

async function recordStored(
  run: Run,
  seen: Observation,
  intent: Intent,
  pair: Pair,
  stored: readonly Stored[],
): Promise<void> {
  const { keys, clock } = run.ports;
  const record: KeyRecord = {
    state: 'stored',
    at: clock.aws(),
    github: latest(stored, seen.gitHubNow),
    destinations: run.subject.destinationsDigest,
  };
  await keys.tagUser(seen.userName, recordTags(pair.accessKeyId, record, seen.journal));
  // The intent goes last: without record and intent the new key would be a stranger's.
  const journal: Journal = {
    ...seen.journal,
    records: new Map([...seen.journal.records, [pair.accessKeyId, record]]),
  };
  const useless = uselessTags(journal, seen.keys, clock.aws()).filter((name) => name !== intentTag(intent));
  const gone = useless.filter((name) => journal.intents.some((dead) => intentTag(dead) === name));
  await keys.untagUser(seen.userName, [intentTag(intent), ...gone]);
}

/**
 * Only for a key whose secret was written nowhere: takes it back, then its intent, so that a crash between the two is
 * found. Resolves to how things stand, in words.
 */
async function rollBack(run: Run, seen: Observation, intent: Intent, pair: Pair): Promise<string> {
  try {
    await run.ports.keys.deleteAccessKey(seen.userName, pair.accessKeyId);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // The intent stays: it is what lets the next run recognize the key as ours, and unused.
    return (
      `The new key ${shortKey(pair.accessKeyId)} could not be deleted (${describe(error)}); half an hour from now the ` +
      'next run deletes it. The deployed pair keeps working.'
    );
  }
  note(run, 'deleted', pair.accessKeyId, 'deleted again: nothing holds its secret');
  await withdraw(run, seen, intent);
  return 'The new key was deleted again; the deployed pair keeps working.';
}

/** Removes the run's own intent, and nothing else. A leftover is harmless: it only bars creations for half an hour. */
async function withdraw(run: Run, seen: Observation, intent: Intent): Promise<void> {
  try {
    await run.ports.keys.untagUser(seen.userName, [intentTag(intent)]);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    run.ports.log.warning(`The intent of this run could not be removed: ${describe(error)}`, 'lease-taken');
  }
}
