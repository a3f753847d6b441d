/** Applies one step of a plan: an exhaustive switch over the alphabet of steps. Reasons never steer it. */

import { shortKey } from '../report/words.ts';
import { nameOf } from '../rotation/destinations.ts';
import { recordTags, uselessTags } from '../rotation/journal.ts';
import type { GitHubTime, KeyId, KeyRecord, Observation, Progress, Step } from '../rotation/model.ts';
import { create } from './create.ts';
import { describe, Failure } from './errors.ts';
import type { DeployedPair } from './observe.ts';
import { ServiceError } from './ports.ts';
import { note, type Run } from './run.ts';
import { latest, partlyStored, sealFor, store } from './store.ts';

/** What has become true by the steps so far. */
export interface State {
  readonly deployed: DeployedPair;
  readonly progress: Progress;
  /** GitHub's time of the last write of this run; records refer to it. */
  readonly lastWrite: GitHubTime | null;
}

export async function apply(run: Run, seen: Observation, step: Step, state: State): Promise<State> {
  switch (step.kind) {
    case 'create': {
      const pair = await create(run, seen, step.adopt);
      return {
        ...state,
        deployed: pair,
        progress: { ...state.progress, created: true },
      };
    }
    case 'repair':
      return await repair(run, state, step.key);
    case 'copy':
      return await copy(run, seen, state, step.key, step.destinations);
    case 'record':
      return await record(run, seen, state, step.key, step.as);
    case 'deactivate': {
      // A key that rotates itself signs its own end, and what comes after: from here on its successor does.
      await run.ports.session.outlive(step.key, state.deployed);
      await run.ports.keys.updateAccessKey(seen.userName, step.key, 'Inactive');
      note(run, 'deactivated', step.key, 'made Inactive');
      // Recorded after the fact: a record without the fact would start the wait for deletion too early. If this line
      // is never reached, the next run finds an Inactive key without a record and starts the wait then.
      const recorded = await tag(run, seen, state, step.key, 'inactive');
      return {
        ...recorded,
        progress: { ...state.progress, deactivated: [...state.progress.deactivated, step.key] },
      };
    }
    case 'delete':
      await remove(run, seen, step.key, DELETED[step.because]);
      return state;
    default:
      return step satisfies never;
  }
}

const DELETED = {
  orphan: 'deleted: a crashed run left it, and nothing ever held its secret',
  retired: 'deleted after its wait',
  'slot-needed': 'deleted before its wait was over, since its slot was needed at once',
} as const;

/** Home holds this key's secret beside another ID: write the ID, which anybody may list. */
async function repair(run: Run, state: State, key: KeyId): Promise<State> {
  const { subject } = run;
  const [home] = subject.destinations;
  const pair = { accessKeyId: key, secretAccessKey: state.deployed.secretAccessKey };
  const [publicKey] = await run.publicKeys.all([home]);
  if (publicKey === undefined) throw new Error('There is always a home.');
  const sealed = await sealFor(run, home, publicKey, pair);
  // Only the ID: the secret half is what proved which key this is, so it is right already.
  const outcome = await store(run, { ...sealed, slots: sealed.slots.slice(1) });
  if (outcome.error !== null)
    throw new Failure('home-torn', {
      message: describe(outcome.error),
      state: `${nameOf(home)} still holds the secret of key ${shortKey(key)} beside another ID: jobs that start now fail.`,
      remedy: `Allow the github-token to write the secrets of ${nameOf(home)}, and run again.`,
      cause: outcome.error,
    });
  note(run, 'repaired', key, `ID written to ${nameOf(home)}, which held its secret`);
  return { ...state, deployed: pair, lastWrite: outcome.at };
}

async function copy(
  run: Run,
  seen: Observation,
  state: State,
  key: KeyId,
  names: readonly string[],
): Promise<State> {
  const { subject } = run;
  const targets = subject.destinations.filter((destination) => names.includes(nameOf(destination)));
  const publicKeys = await run.publicKeys.all(targets);
  const stored = await Promise.all(
    targets.map(async (destination, index) => {
      const publicKey = publicKeys[index];
      if (publicKey === undefined) throw new Error('One public key for each destination.');
      return await store(run, await sealFor(run, destination, publicKey, state.deployed));
    }),
  );
  const copied = stored.filter((place) => place.error === null).map((place) => place.destination);
  if (copied.length > 0) note(run, 'copied', key, `copied to ${copied.join(', ')}`);
  if (copied.length < stored.length) throw partlyStored(stored);
  return {
    ...state,
    lastWrite: latest(stored, seen.gitHubNow),
    progress: { ...state.progress, copied: true },
  };
}

type Fact = Extract<Step, { kind: 'record' }>['as'];

async function record(run: Run, seen: Observation, state: State, key: KeyId, as: Fact): Promise<State> {
  const recorded = await tag(run, seen, state, key, as);
  note(run, 'recorded', key, `recorded as ${as}`);
  return recorded;
}

/** Writes one record. */
async function tag(run: Run, seen: Observation, state: State, key: KeyId, as: Fact): Promise<State> {
  const at = run.ports.clock.aws();
  const fact: KeyRecord =
    as === 'stored'
      ? {
          state: as,
          at,
          github: laterOf(state.lastWrite, seen.gitHubNow),
          destinations: run.subject.destinationsDigest,
        }
      : { state: as, at };
  await run.ports.keys.tagUser(seen.userName, recordTags(key, fact, seen.journal));
  return { ...state, progress: as === 'stored' ? { ...state.progress, copied: true } : state.progress };
}

const laterOf = (a: GitHubTime | null, b: GitHubTime): GitHubTime => (a !== null && a > b ? a : b);

/** The key first, then its tags: a key without tags would be a stranger's, tags without a key are mere leftovers. */
async function remove(run: Run, seen: Observation, key: KeyId, what: string): Promise<void> {
  const { keys, clock } = run.ports;
  try {
    await keys.deleteAccessKey(seen.userName, key);
  } catch (error) {
    // Gone already: what we wanted is true (a repeated request whose first answer was lost looks like this).
    if (!(error instanceof ServiceError) || error.code !== 'NoSuchEntity') throw error;
  }
  note(run, 'deleted', key, what);
  const rest = seen.keys.filter((listed) => listed.id !== key);
  const useless = uselessTags(seen.journal, rest, clock.aws());
  if (useless.length > 0) await keys.untagUser(seen.userName, useless);
}
