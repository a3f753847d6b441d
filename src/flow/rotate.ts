/** The flow of the root action: observe → plan → apply, again until nothing is left to do, then tell. */

import { shortKey } from '../report/words.ts';
import { objection } from '../rotation/invariants.ts';
import {
  DAY,
  type Deed,
  type DestinationState,
  type GitHubTime,
  nothingDoneYet,
  type Observation,
  type Plan,
  type Policy,
  type Step,
} from '../rotation/model.ts';
import { plan } from '../rotation/plan.ts';
import { apply, type State } from './apply.ts';
import { asFailure } from './as-failure.ts';
import { readingOwnWrites } from './consistency.ts';
import { dryRun } from './dry-run.ts';
import { Failure, NOTHING_CHANGED } from './errors.ts';
import { observe, tellFacts } from './observe.ts';
import { PublicKeys } from './public-keys.ts';
import type { Outcome, Rotation, Run } from './run.ts';
import { withShadow } from './shadow.ts';
import { audienceChanged } from './store.ts';

/** A key's life has eight steps at the most in one run (orphan, create, record, deactivate, …); more means a loop. */
const MAX_ROUNDS = 12;

/** @param given the run, but for what the flow makes for it. */
export async function rotate(
  given: Omit<Run, 'publicKeys' | 'deeds' | 'complaints'>,
  rotation: Rotation,
): Promise<Outcome> {
  const ports = { ...given.ports, keys: readingOwnWrites(given.ports.keys, given.ports) };
  const run: Run = { ...given, ports, publicKeys: new PublicKeys(ports), deeds: [], complaints: [] };
  if (rotation.dryRun) return await dryRun(run, rotation);
  const fetchAhead = (home: DestinationState, at: GitHubTime): void => {
    if (willProbablyCreate(home, at, rotation.policy)) run.publicKeys.fetchAhead(run.subject.destinations);
  };
  let state: State = {
    deployed: rotation.deployed,
    progress: nothingDoneYet,
    lastWrite: null,
  };
  let before: Observation | null = null;
  let after: Observation | null = null;
  let decided: Plan | null = null;
  /** An irreversible plan that waits for its second look. */
  let pending: Plan | null = null;
  const outcome = (failure: Failure | null): Outcome => ({
    before,
    after,
    plan: decided,
    deeds: run.deeds,
    failure,
    findings: [],
  });
  try {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      after = await observe(run.ports, run.subject, state.deployed, {
        ...(after === null ? { onDestinations: fetchAhead } : { userName: after.userName }),
      });
      if (before === null) await tellFacts(run.ports.log, after);
      before ??= after;
      const next = plan(after, rotation.policy, state.progress);
      const confirmed = pending !== null && sameSteps(pending, next);
      decided = next;
      if (next.steps.length === 0) {
        decided = await withShadow(run, rotation.repository, decided);
        const failure = run.complaints.length === 0 ? null : audienceChanged(run.complaints);
        return outcome(failure);
      }
      // What cannot be taken back is decided twice, on two observations in a row: the second is the fresh look right
      // before the call, including a proof of the deployed pair at STS.
      if (next.steps.some(isIrreversible) && !confirmed) {
        pending = next;
        continue;
      }
      pending = null;
      state = await take(run, after, next, rotation.policy, state);
    }
    throw new Failure('no-progress', {
      message: `The plan did not settle after ${MAX_ROUNDS} rounds.`,
      state: 'Every step that was taken is listed in the summary.',
      remedy: 'Run again; if it persists, something else changes the user or its secrets at the same time.',
    });
  } catch (error) {
    return outcome(withDeeds(asFailure(error), run.deeds));
  }
}

/** Takes a plan's steps, each after its last objection. */
function take(
  run: Run,
  seen: Observation,
  { steps, message }: Plan,
  policy: Policy,
  from: State,
): Promise<State> {
  return run.ports.log.group(message, async () => {
    let reached = from;
    for (const step of steps) {
      refuseUnsafe(step, seen, policy);
      reached = await apply(run, seen, step, reached);
    }
    return reached;
  });
}

/**
 * A guess that steers nothing but what is fetched early: home's pair is as old as its last write, or so. A day's margin,
 * since the key was made a little before it was stored.
 */
function willProbablyCreate(home: DestinationState, at: GitHubTime, policy: Policy): boolean {
  const written = home.slots.map((slot) => slot.updatedAt ?? 0);
  return policy.force || at - Math.max(...written) >= (policy.rotateAfterDays - 1) * DAY;
}

const isIrreversible = (step: Step): boolean => step.kind === 'deactivate' || step.kind === 'delete';

const sameSteps = (a: Plan, b: Plan): boolean => JSON.stringify(a.steps) === JSON.stringify(b.steps);

function refuseUnsafe(step: Step, seen: Observation, policy: Policy): void {
  const why = objection(step, seen, policy);
  if (why === null) return;
  throw new Failure('unsafe-step', {
    message: `Refused to ${step.kind} a key: ${why}.`,
    state: 'The step was not taken.',
    remedy: 'This is a defect of the action: please report it with the log of this run.',
  });
}

/** "Nothing was changed" is said by the step that failed; what this run did before it is no less true. */
function withDeeds(failure: Failure, deeds: readonly Deed[]): Failure {
  if (failure.state !== NOTHING_CHANGED || deeds.length === 0) return failure;
  const { code, message, remedy, places, cause } = failure;
  const done = deeds.map(({ key, what }) => `key ${shortKey(key)}: ${what}`).join('; ');
  return new Failure(code, {
    message,
    state: `Before that: ${done}. Nothing else was changed.`,
    remedy,
    places,
    cause,
  });
}
