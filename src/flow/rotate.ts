/** The flow of the root action: observe → plan → apply, again until nothing is left to do, then tell. */

import { facts } from '../report/facts.ts';
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
  type Reason,
  type Step,
} from '../rotation/model.ts';
import { plan } from '../rotation/plan.ts';
import { apply, type State } from './apply.ts';
import { readingOwnWrites } from './consistency.ts';
import { describe, Failure, NOTHING_CHANGED } from './errors.ts';
import { type DeployedPair, observe } from './observe.ts';
import { ServiceError } from './ports.ts';
import { PublicKeys } from './public-keys.ts';
import type { Run } from './run.ts';
import { shadowOf } from './shadow.ts';
import { audienceChanged, audienceUnreadable, isAudienceUnreadable } from './store.ts';

export interface Rotation {
  readonly policy: Policy;
  readonly deployed: DeployedPair;
  readonly dryRun: boolean;
  /** This workflow's repository: where a secret that hides home's could be. */
  readonly repository: { readonly owner: string; readonly repo: string };
}

/** What a run came to. A failure does not hide what was observed and done before it. */
export interface Outcome {
  /** As things were before the first step; `null` if the run never got that far. */
  readonly before: Observation | null;
  /** As things were at the last look. */
  readonly after: Observation | null;
  /** The last decision. */
  readonly plan: Plan | null;
  readonly deeds: readonly Deed[];
  readonly failure: Failure | null;
}

/** A key's life has eight steps at the most in one run (orphan, create, record, deactivate, …); more means a loop. */
const MAX_ROUNDS = 12;

/** @param given the run, but for what the flow makes for it. */
export async function rotate(
  given: Omit<Run, 'publicKeys' | 'deeds' | 'complaints'>,
  rotation: Rotation,
): Promise<Outcome> {
  const ports = { ...given.ports, keys: readingOwnWrites(given.ports.keys, given.ports.clock) };
  const run: Run = { ...given, ports, publicKeys: new PublicKeys(ports), deeds: [], complaints: [] };
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
  try {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      after = await observe(run.ports, run.subject, state.deployed, {
        ...(after === null ? { onDestinations: fetchAhead } : { userName: after.userName }),
      });
      if (before === null) await tellFacts(run, after);
      before ??= after;
      const next = plan(after, rotation.policy, state.progress);
      const confirmed = pending !== null && sameSteps(pending, next);
      decided = next;
      if (next.steps.length === 0 || rotation.dryRun) {
        // What a rotation would need is looked at, so that a dry run reports what is missing; nothing is written.
        if (rotation.dryRun) await run.publicKeys.all(run.subject.destinations);
        decided = await withShadow(run, rotation, decided);
        const failure = run.complaints.length === 0 ? null : audienceChanged(run.complaints);
        return { before, after, plan: decided, deeds: run.deeds, failure };
      }
      // What cannot be taken back is decided twice, on two observations in a row: the second is the fresh look right
      // before the call, including a proof of the deployed pair at STS.
      if (next.steps.some(isIrreversible) && !confirmed) {
        pending = next;
        continue;
      }
      pending = null;
      const seen = after;
      state = await run.ports.log.group(next.message, async () => {
        let reached = state;
        for (const step of next.steps) {
          refuseUnsafe(step, seen, rotation.policy);
          reached = await apply(run, seen, step, reached);
        }
        return reached;
      });
    }
    throw new Failure('no-progress', {
      message: `The plan did not settle after ${MAX_ROUNDS} rounds.`,
      state: 'Every step that was taken is listed in the summary.',
      remedy: 'Run again; if it persists, something else changes the user or its secrets at the same time.',
    });
  } catch (error) {
    return {
      before,
      after,
      plan: decided,
      deeds: run.deeds,
      failure: withDeeds(asFailure(error), run.deeds),
    };
  }
}

/** Red states in which the workflow received something else than home holds, as far as anybody can tell. */
const MAYBE_SHADOWED: readonly Reason[] = ['inputs-outdated', 'deployed-pair-refused', 'home-lacks-pair'];

/** Names the secret that hides home's, if there is one and it can be seen. */
async function withShadow(run: Run, { repository }: Rotation, decided: Plan): Promise<Plan> {
  if (!MAYBE_SHADOWED.includes(decided.reason)) return decided;
  const { environment = null } = await run.ports.session.open();
  const [home] = run.subject.destinations;
  const shadow = await shadowOf(run.ports, home, run.subject.layout, { ...repository, environment });
  return shadow === null ? decided : { ...decided, message: `${decided.message} ${shadow}` };
}

/**
 * A guess that steers nothing but what is fetched early: home's pair is as old as its last write, or so. A day's margin,
 * since the key was made a little before it was stored.
 */
function willProbablyCreate(home: DestinationState, at: GitHubTime, policy: Policy): boolean {
  const written = home.slots.map((slot) => slot.updatedAt ?? 0);
  return policy.force || at - Math.max(...written) >= (policy.rotateAfterDays - 1) * DAY;
}

const tellFacts = (run: Run, seen: Observation): Promise<void> =>
  run.ports.log.group('What is', async () => {
    for (const fact of facts(seen)) run.ports.log.info(fact);
  });

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

/** Turns what a service answered into words for a person; anything else is a defect and passes through. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ServiceError)) throw error;
  const state =
    'The run stopped there. What it did before is listed in the summary; the next run goes on from the facts.';
  if (error.service === 'oidc')
    return new Failure('no-id-token', {
      message: describe(error),
      state,
      remedy:
        'Give the job permissions: id-token: write. Runs for a fork’s pull request never get an ID token.',
      cause: error,
    });
  if (isAudienceUnreadable(error)) return audienceUnreadable(error, state);
  if (error.service === 'github')
    return new Failure('github-failed', {
      message: describe(error),
      state,
      remedy:
        'Check the github-token’s permissions (docs/destinations.md); if GitHub was unavailable, run again.',
      cause: error,
    });
  if (error.code === 'AccessDenied')
    return new Failure('access-denied', {
      message: describe(error),
      state,
      remedy: `Allow ${error.service}:${error.operation} (infra/policies/rotate.json).`,
      cause: error,
    });
  return new Failure('aws-failed', { message: describe(error), state, remedy: 'Run again.', cause: error });
}
