/** What a run of the rotation is asked, has in its hands, and comes to. */
import type { Finding } from '../report/doctor.ts';
import { shortKey } from '../report/words.ts';
import type { Deed, KeyId, Observation, Plan, Policy } from '../rotation/model.ts';
import type { Failure } from './errors.ts';
import type { DeployedPair, Subject } from './observe.ts';
import type { Ports } from './ports.ts';
import type { PublicKeys } from './public-keys.ts';

/** One run: its ports, its subject, and the names it signs its intent with. */
export interface Run {
  readonly ports: Ports;
  readonly publicKeys: PublicKeys;
  readonly subject: Subject;
  /** Unique per process; names the intent. */
  readonly nonce: string;
  /** The workflow run, for people who read the tags. */
  readonly id: string;
  /** What this run changed, noted the moment it is true: a failure in the middle of a step hides nothing. */
  readonly deeds: Deed[];
  /** What was written and is wrong all the same: the run goes on, and ends red. */
  readonly complaints: string[];
}

/** What the workflow asks for. */
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
  /** What a dry run found of each piece of the set-up; a real run does not ask. */
  readonly findings: readonly Finding[];
}

export function note(run: Run, kind: Deed['kind'], key: KeyId, what: string): void {
  run.deeds.push({ kind, key, what });
  run.ports.log.info(`Key ${shortKey(key)}: ${what}.`);
}
