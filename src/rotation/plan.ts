/**
 * The decision table of docs/protocol.md as an ordered chain of named rules: the first that has an opinion decides.
 * Pure: the same observation, policy and progress always give the same plan. Every rule says what it does and why in
 * words for people; only `steps` steer what is applied.
 */
import { duration, iso, list, moment, shortKey, whenever } from '../report/words.ts';
import { intentsOf, isLive, LEASE } from './journal.ts';
import {
  type AccessKey,
  type AwsTime,
  awsTime,
  type Intent,
  type Observation,
  type Plan,
  type Policy,
  type Progress,
  type Reason,
  type Step,
} from './model.ts';
import {
  deletableAt,
  forecast,
  type Gate,
  handedOver,
  holdsSince,
  isForced,
  isOrphan,
  isOurs,
  isOverdue,
  isReplaced,
  isWanted,
  mayBeHomes,
  newerThanCurrent,
  previousKey,
  retirementOf,
  shutGates,
  type View,
  viewOf,
  whyMaybeInUse,
  writtenSince,
} from './view.ts';

/** One row of the table: a plan when it applies, `null` when the next row should be asked. */
interface Rule {
  readonly name: string;
  readonly decide: (view: View) => Plan | null;
}

const rules: readonly Rule[] = [
  { name: 'more keys than IAM allows', decide: tooManyKeys },
  { name: 'nothing deployed yet', decide: nothingDeployed },
  { name: 'home is torn', decide: homeTorn },
  { name: 'the deployed pair is refused', decide: deployedRefused },
  { name: 'another run may be at work', decide: anotherRun },
  { name: 'our inputs are older than home', decide: inputsOutdated },
  { name: 'an orphan of a crashed run', decide: orphaned },
  { name: 'a key that somebody may hold', decide: maybeInUse },
  { name: 'a foreign key', decide: foreign },
  { name: 'home lacks the pair', decide: homeLacksPair },
  { name: 'not stored everywhere', decide: notStoredEverywhere },
  { name: 'made Active again by a person', decide: reactivatedByPerson },
  { name: 'Inactive, not recorded', decide: inactiveUnrecorded },
  { name: 'Inactive long enough', decide: deleteDue },
  { name: 'replaced, proven, quiet', decide: deactivateDue },
  { name: 'a gate is shut', decide: gateShut },
  { name: 'rotation due', decide: rotationDue },
  { name: 'rotation due, no room', decide: rotationBlocked },
  { name: 'nothing to do', decide: nothingDue },
];

/** Decides what this run does next. Total: every observation has a plan. */
export function plan(seen: Observation, policy: Policy, progress: Progress): Plan {
  const view = viewOf(seen, policy, progress);
  for (const rule of rules) {
    const decided = rule.decide(view);
    if (decided !== null) return decided;
  }
  throw new Error('The last rule decides everything.');
}

// Rows 1 to 5: is there a deployed pair to build on?

function tooManyKeys({ seen }: View): Plan | null {
  // IAM's limit of two keys is only eventually enforced (eight at once have been seen), so never compare with `=== 2`.
  if (seen.keys.length <= 2) return null;
  return refuse(
    seen,
    'too-many-keys',
    `User ${seen.userName} has ${seen.keys.length} access keys; two are the most that a rotation can tell apart. ` +
      'Delete the ones that are not in use.',
  );
}

function nothingDeployed(view: View): Plan | null {
  const { seen } = view;
  if (seen.deployed.kind !== 'empty') return null;
  const [home] = seen.destinations;
  if (home.slots.every((slot) => slot.updatedAt === null))
    return creating(view, 'bootstrap', `${home.name} holds no pair yet: create the first one.`);
  const present = home.slots.filter((slot) => slot.updatedAt !== null).map((slot) => slot.name);
  return refuse(
    seen,
    'deployed-pair-empty',
    `${home.name} has ${list(present)}, but this run received no pair. Pass the secrets to the inputs ` +
      'access-key-id and secret-access-key.',
  );
}

function homeTorn(view: View): Plan | null {
  const { seen } = view;
  const { deployed } = seen;
  if (deployed.kind !== 'torn') return null;
  const owner = seen.keys.find((key) => key.id === deployed.key);
  const newer = seen.keys.filter((key) => owner && key.id !== owner.id && key.createdAt >= owner.createdAt);
  const superseded = newer.filter((key) => isOurs(key, seen));
  // A single JSON secret cannot tear: its halves were written together, so somebody composed this pair by hand.
  if (superseded.length > 0 || seen.destinations[0].slots.length < 2)
    return refuse(
      seen,
      'torn-but-superseded',
      `The secret that this run received belongs to key ${shortKey(deployed.key)}, the ID does not` +
        `${superseded.length > 0 ? `, and key ${shortKey(superseded[0]?.id ?? '')} is newer` : ''}. ` +
        'Start a new run; if it says the same, put the two halves of one working pair into the secrets.',
    );
  return act(
    view,
    'home-torn',
    [{ kind: 'repair', key: deployed.key }],
    `${seen.destinations[0].name} holds the secret of key ${shortKey(deployed.key)} beside another ID: write its ID.`,
  );
}

function deployedRefused(view: View): Plan | null {
  const { seen, policy, progress, current } = view;
  if (current !== null || seen.deployed.kind === 'empty') return null;
  const deployed = seen.deployed.key;
  if (policy.force && !progress.created)
    return creating(
      view,
      'forced',
      `The deployed pair (key ${shortKey(deployed)}) is refused; create another as told.`,
    );
  if (seen.keys.some((key) => key.id === deployed && key.status === 'Inactive'))
    return refuse(
      seen,
      'deployed-key-inactive',
      `The deployed key ${shortKey(deployed)} is Inactive: a person's decision. Make it Active again ` +
        '(reactivate action), or run once with force: true to replace it.',
    );
  const inactive = seen.keys.filter((key) => key.status === 'Inactive');
  return refuse(
    seen,
    'deployed-pair-refused',
    `AWS accepts the deployed pair (key ${shortKey(deployed)}) as no key of user ${seen.userName}: somebody edited ` +
      'the secrets or deleted the key. ' +
      (inactive.length > 0
        ? `It may belong to key ${list(inactive.map((key) => shortKey(key.id)))}, which is Inactive. `
        : '') +
      'Put a working pair into the secrets, or run once with force: true to create a new one.',
  );
}

// Rows 6 to 10: keys that are not older than the deployed one need an explanation.

function anotherRun(view: View): Plan | null {
  const { seen } = view;
  for (const key of newerThanCurrent(view)) {
    const live = intentsOf(key, seen.journal).filter((intent) => isLive(intent, seen.now));
    const latest = live.reduce<Intent | null>((a, b) => (a === null || b.aws > a.aws ? b : a), null);
    if (latest === null) continue;
    const until = awsTime(latest.aws + LEASE);
    return refuse(
      seen,
      'another-run',
      `Key ${shortKey(key.id)} was created by run ${latest.run} ${duration(seen.now - key.createdAt)} ago, and that run ` +
        `may still be at work. Nothing is touched until ${iso(until)}; run again after that.`,
      until,
    );
  }
  return null;
}

function inputsOutdated(view: View): Plan | null {
  const { seen } = view;
  for (const key of newerThanCurrent(view)) {
    if (handedOver(key, seen)) continue;
    const record = seen.journal.records.get(key.id);
    const intents = intentsOf(key, seen.journal);
    const [home] = seen.destinations;
    const homeIsLater = intents.some((intent) => writtenSince(intent, seen).includes(home));
    if (record === undefined && !homeIsLater) continue;
    const stored = record?.state === 'stored' ? `, stored in GitHub on ${moment(record.at)}` : '';
    return refuse(
      seen,
      'inputs-outdated',
      `This run received key ${shortKey(view.current?.id ?? '')}, but ours is key ${shortKey(key.id)}${stored}. Start a ` +
        'new run: a re-run may keep old inputs. If a new run says the same, somebody put the old pair back, or ' +
        `another secret of the same name hides ${seen.destinations[0].name}: then delete key ${shortKey(key.id)} or restore its pair.`,
    );
  }
  return null;
}

function orphaned(view: View): Plan | null {
  for (const key of newerThanCurrent(view)) if (isOrphan(key, view.seen)) return dropOrphan(view, key);
  return null;
}

function maybeInUse(view: View): Plan | null {
  const { seen } = view;
  for (const key of newerThanCurrent(view)) {
    if (handedOver(key, seen) || intentsOf(key, seen.journal).length === 0) continue;
    return refuse(
      seen,
      'maybe-in-use',
      `Key ${shortKey(key.id)} was created by a run that did not finish, and it may be in use: ` +
        `${whyMaybeInUse(key, seen)}. Look where it is used; then delete it, or put its pair into ${seen.destinations[0].name}.`,
    );
  }
  return null;
}

function foreign(view: View): Plan | null {
  const { seen, policy } = view;
  for (const key of newerThanCurrent(view)) {
    if (handedOver(key, seen)) continue;
    if (policy.foreignKey === 'retire') {
      if (!mayBeHomes(key, seen)) continue;
      return refuse(
        seen,
        'inputs-outdated',
        `Key ${shortKey(key.id)} is not retired: ${seen.destinations[0].name} was written after it was created, so it may be the ` +
          'one that home holds, while this run received another. Start a new run; if it says the same, another secret hides home.',
      );
    }
    return refuse(
      seen,
      'foreign-key',
      `Key ${shortKey(key.id)} of user ${seen.userName} appeared on ${moment(key.createdAt)}, after the deployed key, and no ` +
        'run of ours made it. Find out who did. Delete it, or hand it over with foreign-key: retire.',
    );
  }
  return null;
}

// Row 11: every destination must hold the deployed pair, on record.

function homeLacksPair(view: View): Plan | null {
  const [home] = view.seen.destinations;
  const missing = home.slots.filter((slot) => slot.updatedAt === null).map((slot) => slot.name);
  if (view.current === null || missing.length === 0) return null;
  return refuse(
    view.seen,
    'home-lacks-pair',
    `This run received a working pair, but ${home.name} has no secret ${list(missing)}: the pair comes from somewhere ` +
      'else. List that place first in destinations, or correct access-key-id-name and secret-access-key-name.',
  );
}

function notStoredEverywhere(view: View): Plan | null {
  const { seen, current, progress } = view;
  // Once a run: a destination that keeps changing must not keep this run writing.
  if (current === null || progress.copied) return null;
  const [home, ...rest] = seen.destinations;
  const record = seen.journal.records.get(current.id);
  const stored = record?.state === 'stored' ? record : null;
  const mustBeStored = view.others.length > 0 || intentsOf(current, seen.journal).length > 0;
  if (stored === null && !mustBeStored) return null;
  const everywhere = stored === null || stored.destinations !== seen.destinationsDigest;
  const stale = everywhere ? rest : rest.filter((destination) => !holdsSince(destination, stored));
  if (!everywhere && stale.length === 0 && holdsSince(home, stored)) return null;
  const copies: Step[] =
    stale.length === 0
      ? []
      : [{ kind: 'copy', key: current.id, destinations: stale.map((destination) => destination.name) }];
  return act(
    view,
    'not-stored-everywhere',
    [...copies, { kind: 'record', key: current.id, as: 'stored' }],
    stale.length === 0
      ? `Key ${shortKey(current.id)} is deployed but not on record for these destinations: record it.`
      : `Copy key ${shortKey(current.id)} to ${list(stale.map((destination) => destination.name))}, then record it.`,
  );
}

// Rows 12 to 16: the previous key on its way out.

function reactivatedByPerson(view: View): Plan | null {
  const previous = previousKey(view);
  if (previous?.status !== 'Active') return null;
  if (view.seen.journal.records.get(previous.id)?.state !== 'inactive') return null;
  return act(
    view,
    'reactivated-by-person',
    [{ kind: 'record', key: previous.id, as: 'reactivated' }],
    `Key ${shortKey(previous.id)} was made Active again: a person's decision. Its wait begins anew.`,
  );
}

function inactiveUnrecorded(view: View): Plan | null {
  const previous = previousKey(view);
  if (previous?.status !== 'Inactive') return null;
  if (view.seen.journal.records.get(previous.id)?.state === 'inactive') return null;
  return act(
    view,
    'inactive-unrecorded',
    [{ kind: 'record', key: previous.id, as: 'inactive' }],
    `Key ${shortKey(previous.id)} is Inactive: its wait for deletion begins now.`,
  );
}

function deleteDue(view: View): Plan | null {
  const previous = previousKey(view);
  if (previous === null || !isReplaced(view)) return null;
  const at = deletableAt(previous, view);
  if (at === null || at > view.seen.now) return null;
  return act(
    view,
    'delete-due',
    [{ kind: 'delete', key: previous.id, because: 'retired' }],
    `Key ${shortKey(previous.id)} has been Inactive for ${view.policy.deleteAfterDays} days or more: delete it.`,
  );
}

function deactivateDue(view: View): Plan | null {
  const previous = previousKey(view);
  if (previous?.status !== 'Active' || shutGates(view, previous).length > 0) return null;
  return act(
    view,
    'deactivate-due',
    [{ kind: 'deactivate', key: previous.id }],
    `Key ${shortKey(previous.id)} is replaced everywhere, and quiet: make it Inactive.`,
  );
}

function gateShut(view: View): Plan | null {
  const { seen, policy } = view;
  const previous = previousKey(view);
  if (previous?.status !== 'Active') return null;
  const gates = shutGates(view, previous);
  const message =
    `Key ${shortKey(previous.id)} stays Active: ${gates.map((gate) => gate.why).join('; ')}.` +
    (isOverdue(view)
      ? ` The deployed key is older than ${policy.maxAgeDays} days and cannot be rotated.`
      : '') +
    (isForced(view) ? wayOutUnderForce(view, gates) : '');
  if (isOverdue(view) || isForced(view)) return refuse(seen, 'gate-shut', message);
  return settle(view, 'wait', 'gate-shut', message);
}

/** In an emergency nobody waits: both waits can be set to nothing, and the message says what that costs. */
function wayOutUnderForce({ policy }: View, gates: readonly Gate[]): string {
  const lasting = gates.some((gate) => gate.by === 'record');
  const inputs = [
    ...(policy.deactivateAfterDays > 0 ? ['deactivate-after-days: 0'] : []),
    ...(policy.quietDays > 0 ? ['quiet-days: 0'] : []),
  ];
  return lasting || inputs.length === 0
    ? ''
    : ` Force needs its slot: with ${list(inputs)} it is made Inactive at once, and whatever still uses it fails.`;
}

// Rows 17 to 19: is a new key due?

function rotationDue(view: View): Plan | null {
  const { current, seen } = view;
  if (current === null || view.others.length > 0 || !isWanted(view)) return null;
  return act(
    view,
    isForced(view) ? 'forced' : 'rotation-due',
    [{ kind: 'create', adopt: seen.journal.records.has(current.id) ? null : current.id }],
    `Key ${shortKey(current.id)} is ${duration(seen.now - current.createdAt)} old: create its successor.`,
  );
}

function rotationBlocked(view: View): Plan | null {
  const { current, seen, progress } = view;
  if (current === null || view.others.length === 0 || !isWanted(view)) return null;
  const previous = previousKey(view);
  if (
    isForced(view) &&
    previous?.status === 'Inactive' &&
    isReplaced(view) &&
    !progress.deactivated.includes(previous.id)
  )
    return act(
      view,
      'forced',
      [{ kind: 'delete', key: previous.id, because: 'slot-needed' }],
      `Give up Inactive key ${shortKey(previous.id)} before its wait is over, as told: its slot is needed.`,
    );
  const blocker = previous ?? view.others[0];
  const message =
    `Key ${shortKey(current.id)} is ${duration(seen.now - current.createdAt)} old and due, but key ` +
    `${shortKey(blocker?.id ?? '')} takes the second slot` +
    (previous === null
      ? ', and nothing proves that it is ours. Delete it, or hand it over with foreign-key: retire.'
      : progress.deactivated.includes(previous.id)
        ? '. This run made it Inactive. Run the same workflow again: the next run gives it up for a new one.'
        : `. It goes ${whenever(retirementOf(view, previous).at, seen.now)}; lower delete-after-days, or use force.`);
  return isOverdue(view) || isForced(view)
    ? refuse(seen, 'rotation-blocked', message)
    : settle(view, 'warn', 'rotation-blocked', message);
}

function nothingDue(view: View): Plan {
  const { current, seen } = view;
  const previous = previousKey(view);
  const [other] = view.others;
  if (previous === null && other !== undefined)
    return settle(
      view,
      'warn',
      'foreign-key',
      `Key ${shortKey(other.id)} is older than the deployed one and nothing proves that it is ours: it is left alone, but its ` +
        'slot is needed for the next rotation. Delete it, or hand it over with foreign-key: retire.',
    );
  const waiting =
    previous === null
      ? ''
      : ` Inactive key ${shortKey(previous.id)} is deleted ${whenever(retirementOf(view, previous).at, seen.now)}.`;
  return settle(
    view,
    'idle',
    'nothing-due',
    `Key ${shortKey(current?.id ?? '')} is ${duration(seen.now - (current?.createdAt ?? seen.now))} old and in place.${waiting}`,
  );
}

// How a rule ends.

/** Creation for want of a working pair (rows 2, 4, 5): an orphan makes room, any other second key is a person's. */
function creating(view: View, reason: Reason, message: string): Plan {
  const { seen } = view;
  const orphan = seen.keys.find((key) => isOrphan(key, seen));
  if (seen.keys.length < 2) return act(view, reason, [{ kind: 'create', adopt: null }], message);
  if (orphan !== undefined) return dropOrphan(view, orphan);
  return refuse(
    seen,
    'no-room',
    `${message} But user ${seen.userName} has no room for another key: delete one of ` +
      `${list(seen.keys.map((key) => `${shortKey(key.id)} (${key.status})`))} that is not in use.`,
  );
}

const dropOrphan = (view: View, key: AccessKey): Plan =>
  act(
    view,
    'orphan',
    [{ kind: 'delete', key: key.id, because: 'orphan' }],
    `Key ${shortKey(key.id)} was left by a run that crashed before anything held its secret: delete it.`,
  );

function act(view: View, reason: Reason, steps: readonly Step[], message: string): Plan {
  return { reason, outcome: 'act', steps, message, next: forecast(view) };
}

function settle(view: View, outcome: 'idle' | 'wait' | 'warn', reason: Reason, message: string): Plan {
  return { reason, outcome, steps: [], message, next: forecast(view) };
}

function refuse(seen: Observation, reason: Reason, message: string, at: AwsTime = seen.now): Plan {
  return { reason, outcome: 'refuse', steps: [], message, next: { step: 'person', at } };
}
