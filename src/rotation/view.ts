/** What the rules of the plan ask of an observation: whose key is whose, which gates are shut, what comes when. */
import { iso, list, whenever } from '../report/words.ts';
import { intentsOf, isLive } from './journal.ts';
import {
  type AccessKey,
  type AwsTime,
  awsTime,
  DAY,
  type DestinationState,
  type Intent,
  type KeyId,
  type KeyRecord,
  type LastUse,
  MINUTE,
  type NextStep,
  type Observation,
  type Policy,
  type Progress,
  SECOND,
} from './model.ts';

/** The observation, seen from the deployed key. */
export interface View {
  readonly seen: Observation;
  readonly policy: Policy;
  readonly progress: Progress;
  /** The key whose pair is deployed; `null` unless STS accepts it. */
  readonly current: AccessKey | null;
  /** The other listed keys. */
  readonly others: readonly AccessKey[];
}

/** @returns the view of an observation; `current` is null unless STS accepts the deployed pair of a listed key. */
export function viewOf(seen: Observation, policy: Policy, progress: Progress): View {
  const { deployed } = seen;
  const current =
    deployed.kind === 'accepted' ? (seen.keys.find((key) => key.id === deployed.key) ?? null) : null;
  return { seen, policy, progress, current, others: seen.keys.filter((key) => key.id !== current?.id) };
}

export const isForced = ({ policy, progress }: View): boolean => policy.force && !progress.created;

const ageOfCurrent = ({ current, seen }: View): number =>
  current === null ? 0 : seen.now - current.createdAt;

export const isOverdue = (view: View): boolean => ageOfCurrent(view) > view.policy.maxAgeDays * DAY;

export const isWanted = (view: View): boolean =>
  isForced(view) || ageOfCurrent(view) >= view.policy.rotateAfterDays * DAY;

/** Provably ours: on record, or created right after an intent of ours. */
export const isOurs = (key: AccessKey, seen: Observation): boolean =>
  seen.journal.records.has(key.id) || intentsOf(key, seen.journal).length > 0;

/** A foreign key that `foreign-key: retire` handed over: the only newer key that is ever recorded on its way out. */
export function handedOver(key: AccessKey, seen: Observation): boolean {
  const state = seen.journal.records.get(key.id)?.state;
  return state === 'inactive' || state === 'reactivated';
}

/** The key on its way out: an older one of ours, or one that was handed over. */
export function previousKey(view: View): AccessKey | null {
  const [other] = view.others;
  if (view.current === null || other === undefined) return null;
  return isOurs(other, view.seen) || view.policy.foreignKey === 'retire' ? other : null;
}

/** `Date` and `updated_at` come from two of GitHub's machines; between those that keep time lie parts of a second. */
const BETWEEN_MACHINES = 5 * SECOND;

/**
 * The destinations that were written not earlier than the intent, by GitHub's clock: a tie counts as written. Home comes
 * first, so it is home's time that must not be missed; what another one was given right before an intent is not its key.
 */
export const writtenSince = (intent: Intent, { destinations }: Observation): readonly DestinationState[] =>
  destinations.filter(({ slots }, index) => {
    const since = intent.github - (index === 0 ? BETWEEN_MACHINES : 0);
    return slots.some(({ updatedAt }) => updatedAt !== null && updatedAt >= since);
  });

/** Complete, and not written later than recorded, by GitHub's clock: a tie is our own last write. */
export const holdsSince = (
  destination: DestinationState,
  stored: Extract<KeyRecord, { state: 'stored' }> | null,
): boolean =>
  stored !== null &&
  destination.slots.every(
    (slot) => slot.updatedAt !== null && slot.updatedAt <= stored.github + BETWEEN_MACHINES,
  );

/** Is the deployed key Active and on record in every destination as they are now? */
export function isReplaced(view: View): boolean {
  const { current, seen } = view;
  const record = current === null ? undefined : seen.journal.records.get(current.id);
  return (
    current?.status === 'Active' &&
    record?.state === 'stored' &&
    record.destinations === seen.destinationsDigest &&
    seen.destinations.every((destination) => holdsSince(destination, record))
  );
}

/**
 * Ours, and nobody can hold its secret: no run is at work on it, nothing was written anywhere since its intent, and it
 * was never used beyond the proof at STS. The only place where a missing last use counts as unused.
 */
export function isOrphan(key: AccessKey, seen: Observation): boolean {
  const intents = intentsOf(key, seen.journal);
  if (intents.length === 0 || seen.journal.records.has(key.id)) return false;
  if (intents.some((intent) => isLive(intent, seen.now))) return false;
  if (intents.some((intent) => writtenSince(intent, seen).length > 0)) return false;
  const lastUse = seen.lastUse.get(key.id);
  return lastUse?.kind === 'never' || (lastUse?.kind === 'used' && lastUse.service === 'sts');
}

export function whyMaybeInUse(key: AccessKey, seen: Observation): string {
  const written = new Set(intentsOf(key, seen.journal).flatMap((intent) => writtenSince(intent, seen)));
  if (written.size > 0) return `${list([...written].map((place) => place.name))} was written since`;
  return `last use: ${sayLastUse(seen.lastUse.get(key.id))}`;
}

export function sayLastUse(lastUse: LastUse | undefined): string {
  switch (lastUse?.kind) {
    case 'used':
      return `${lastUse.service} in ${lastUse.region} at ${iso(lastUse.at)}`;
    case 'never':
      return 'none known';
    case 'unreadable':
      return `cannot be read (${lastUse.why}), which counts as used`;
    case undefined:
      return 'not asked for';
  }
}

export interface Gate {
  /** `record`: no input opens it; `wait`, `use`: `deactivate-after-days` and `quiet-days` do. */
  readonly by: 'record' | 'wait' | 'use';
  readonly why: string;
  /** When it opens by itself; `null` = only by something that happens. */
  readonly opensAt: AwsTime | null;
}

/** The gates of deactivation that are shut, in words. The proof at STS is taken anew right before the call. */
export function shutGates(view: View, previous: AccessKey): readonly Gate[] {
  const { seen, current } = view;
  const gates: Gate[] = [];
  if (!isReplaced(view))
    gates.push({ by: 'record', why: 'its successor is not on record in every destination', opensAt: null });
  const since = Math.max(
    recordedAt(seen, current?.id, 'stored') ?? seen.now,
    recordedAt(seen, previous.id, 'reactivated') ?? 0,
  );
  const graceEnds = awsTime(since + view.policy.deactivateAfterDays * DAY);
  if (graceEnds > seen.now)
    gates.push({
      by: 'wait',
      why: `jobs that hold it keep working until ${whenever(graceEnds, seen.now).replace(/^on /, '')}`,
      opensAt: graceEnds,
    });
  const quietAt = quietFrom(view, previous);
  if (quietAt > seen.now)
    gates.push({
      by: 'use',
      why: `it is in use (${sayLastUse(seen.lastUse.get(previous.id))})`,
      opensAt: quietAt,
    });
  return gates;
}

const recordedAt = (
  seen: Observation,
  key: KeyId | undefined,
  state: KeyRecord['state'],
): AwsTime | undefined => {
  const record = key === undefined ? undefined : seen.journal.records.get(key);
  return record?.state === state ? record.at : undefined;
};

/** When the key will have been unused for `quiet-days`. What cannot be read, or is too young to show, counts as used now. */
function quietFrom({ seen, policy }: View, key: AccessKey): AwsTime {
  const lastUse = seen.lastUse.get(key.id);
  const used =
    lastUse?.kind === 'used'
      ? lastUse.at
      : lastUse?.kind === 'never' && seen.now - key.createdAt >= DAY
        ? key.createdAt
        : seen.now;
  return awsTime(used + policy.quietDays * DAY);
}

/** When an Inactive key may be deleted; `null` while it is not recorded so. */
export function deletableAt(key: AccessKey, { seen, policy }: View): AwsTime | null {
  const since = recordedAt(seen, key.id, 'inactive');
  return key.status !== 'Inactive' || since === undefined
    ? null
    : awsTime(since + policy.deleteAfterDays * DAY);
}

/** The next step in the previous key's life, and when. */
export function retirementOf(view: View, previous: AccessKey): NextStep {
  const { now } = view.seen;
  if (previous.status === 'Inactive')
    return {
      step: 'delete',
      at: deletableAt(previous, view) ?? awsTime(now + view.policy.deleteAfterDays * DAY),
    };
  const opens = shutGates(view, previous).map((gate) => gate.opensAt ?? now);
  return { step: 'deactivate', at: awsTime(Math.max(now, ...opens)) };
}

/** What comes after this run if nothing else happens. */
export function forecast(view: View): NextStep {
  const { current, seen, policy } = view;
  const previous = previousKey(view);
  if (previous !== null) return retirementOf(view, previous);
  if (current === null) return { step: 'person', at: seen.now };
  const due = awsTime(current.createdAt + policy.rotateAfterDays * DAY);
  // A foreign key takes the slot that the next rotation needs: a person has until then to make room.
  return { step: view.others.length > 0 ? 'person' : 'create', at: due };
}

/** The keys that are not older than the deployed one: each needs an explanation. */
export const newerThanCurrent = ({ current, others }: View): readonly AccessKey[] =>
  // CreateDate has whole seconds: a tie counts as newer, which is the side that asks for an explanation.
  others.filter((key) => current !== null && key.createdAt >= current.createdAt);

/**
 * Could home hold this foreign key's pair? It could if home was written since the key was created. The two times are of
 * two clocks, so an hour's margin is taken: the only such comparison there is, and it can only keep a key from harm.
 */
export function mayBeHomes(key: AccessKey, { destinations: [home] }: Observation): boolean {
  const created: number = key.createdAt;
  return home.slots.some((slot) => slot.updatedAt !== null && slot.updatedAt >= created - 60 * MINUTE);
}
