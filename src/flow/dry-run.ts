/** The dry run: what a rotation would do, and whether everything is there that it needs. Sends nothing but reads. */
import { type Finding, missingOf } from '../report/doctor.ts';
import { type AwsTime, nothingDoneYet, type Observation, type Plan } from '../rotation/model.ts';
import { plan } from '../rotation/plan.ts';
import { asFailure } from './as-failure.ts';
import { diagnose } from './doctor/diagnose.ts';
import { examine } from './doctor/examine.ts';
import type { Failure } from './errors.ts';
import { observe, tellFacts } from './observe.ts';
import type { Clock } from './ports.ts';
import type { Outcome, Rotation, Run } from './run.ts';
import { withShadow } from './shadow.ts';

export async function dryRun(run: Run, rotation: Rotation): Promise<Outcome> {
  const { ports, publicKeys, subject } = run;
  const facts = await examine(ports, publicKeys, subject, rotation.deployed);
  const { seen, decided, failure } = await look(run, rotation);
  const findings: readonly Finding[] = diagnose({
    ...facts,
    policy: rotation.policy,
    plan: decided,
    now: timeOf(ports.clock),
  });
  return {
    before: seen,
    after: seen,
    plan: decided,
    deeds: [],
    // What is missing says why, and says it better.
    failure: missingOf(findings).length > 0 ? null : failure,
    findings,
  };
}

/** What a rotation would see and decide, as far as that can be had. */
async function look(run: Run, rotation: Rotation) {
  let seen: Observation | null = null;
  let decided: Plan | null = null;
  let failure: Failure | null = null;
  try {
    seen = await observe(run.ports, run.subject, rotation.deployed);
    await tellFacts(run.ports.log, seen);
    decided = await withShadow(run, rotation.repository, plan(seen, rotation.policy, nothingDoneYet));
  } catch (error) {
    failure = asFailure(error);
  }
  return { seen, decided, failure };
}

function timeOf(clock: Clock): AwsTime | null {
  try {
    return clock.aws();
  } catch {
    return null;
  }
}
