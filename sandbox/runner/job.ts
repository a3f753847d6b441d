/**
 * One job of a workflow on the stand: its environment's secrets read as it starts, an ID token if it may have one, a
 * folder that its steps share. Actions that are not ours have stand-ins.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stand } from '../stand.ts';
import { REPOSITORY, type World } from '../world.ts';
import { type Contexts, holds, resolvedText, type Value } from './expressions.ts';
import type { StepResult } from './runner.ts';
import type { Workflow, WorkflowJob, WorkflowStep } from './workflow-file.ts';

export type Texts = Readonly<Record<string, string>>;
export type Conclusion = 'failure' | 'skipped' | 'success';

/** An action that is not ours: its outputs, or an error as its failure. */
export type StandIn = (given: Texts, workspace: string) => Texts;

/** How a run comes about, and what is around it. */
export interface Circumstances {
  readonly event: 'pull_request' | 'push' | 'schedule' | 'workflow_dispatch';
  /** What a person typed for `workflow_dispatch`. */
  readonly inputs?: Texts;
  readonly vars?: Texts;
  /** The pull request comes from a fork: no secrets, no ID token. */
  readonly fork?: boolean;
  /** By what stands before `@` in `uses`. */
  readonly standIns: Readonly<Record<string, StandIn>>;
  /** Files of workflows that may be called, by what stands before `@` in `uses`. */
  readonly workflows?: Texts;
  /** Environment of every step, over the stand's. */
  readonly env?: Texts;
}

export interface StepRun {
  readonly uses: string;
  readonly conclusion: Conclusion;
  /** `null` for a stand-in, and for a step that was skipped. */
  readonly result: StepResult | null;
  /** Why a stand-in failed. */
  readonly error: string | null;
}

export interface JobRun {
  /** The workflow file that the job stands in. */
  readonly file: string;
  readonly name: string;
  readonly matrix: Readonly<Record<string, Value>>;
  readonly conclusion: Conclusion;
  readonly steps: readonly StepRun[];
  readonly outputs: Texts;
}

export interface JobToRun {
  readonly workflow: Workflow;
  readonly name: string;
  readonly job: WorkflowJob;
  readonly permissions: Texts;
  readonly contexts: Contexts;
}

/** `.`, `check` or `reactivate`, if a step uses an action of ours. */
export function ours(uses: string): string | null {
  const found = /^OWNER\/rotate-aws-access-key(?:\/(check|reactivate))?@COMMIT$/.exec(uses);
  return found === null ? null : (found[1] ?? '.');
}

export const texts = (given: Readonly<Record<string, Value>>, contexts: Contexts): Texts =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, resolvedText(value, contexts)]));

export const refOf = ({ event }: Circumstances): string =>
  event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main';

export async function runJob(stand: Stand, how: Circumstances, asked: JobToRun): Promise<JobRun> {
  const { workflow, job, permissions } = asked;
  const named = typeof job.environment === 'object' ? job.environment.name : job.environment;
  const environment = named === undefined ? null : resolvedText(named, asked.contexts);
  const secrets = {
    ...(asked.contexts.secrets as Texts),
    ...(environment === null || how.fork === true ? {} : secretsIn(stand.world, environment)),
  };
  const contexts = { ...asked.contexts, secrets };
  const workspace = mkdtempSync(join(tmpdir(), 'job-'));
  const { issuer } = stand.world;
  const claims = issuer.claims;
  issuer.claims = { ...claims, ...claimsOf(how, environment) };
  try {
    return await new Job(stand, how, {
      ...asked,
      contexts: { ...contexts, env: { ...texts(workflow.env, contexts), ...texts(job.env ?? {}, contexts) } },
      workspace,
      mayIdentify: permissions['id-token'] === 'write' && how.fork !== true,
    }).run();
  } finally {
    issuer.claims = claims;
    rmSync(workspace, { recursive: true, force: true });
  }
}

function secretsIn({ github }: World, environment: string): Texts {
  const [owner = '', repo = ''] = REPOSITORY.split('/');
  const { secrets } = github.domain({ scope: 'environment', app: 'actions', owner, repo, environment });
  return Object.fromEntries([...secrets].map(([name, { value }]) => [name, value]));
}

/** GitHub Actions, "OpenID Connect reference": an environment comes before the event, and takes the ref's place. */
function claimsOf(how: Circumstances, environment: string | null): Texts {
  const ref = refOf(how);
  const context = how.event === 'pull_request' ? 'pull_request' : `ref:${ref}`;
  if (environment === null) return { ref, sub: `repo:${REPOSITORY}:${context}` };
  return { ref, environment, sub: `repo:${REPOSITORY}:environment:${environment.replaceAll(':', '%3A')}` };
}

interface Done {
  readonly run: StepRun;
  readonly outputs: Texts;
  /** Those that the runner lets out of the job: nothing that contains something masked. */
  readonly jobOutputs: Texts;
}

class Job {
  private readonly stand: Stand;
  private readonly how: Circumstances;
  private readonly asked: JobToRun & { readonly workspace: string; readonly mayIdentify: boolean };

  constructor(stand: Stand, how: Circumstances, asked: Job['asked']) {
    this.stand = stand;
    this.how = how;
    this.asked = asked;
  }

  async run(): Promise<JobRun> {
    const { workflow, name, job } = this.asked;
    const steps: StepRun[] = [];
    const inside: Record<string, { outputs: Texts; conclusion: string }> = {};
    const outside: Record<string, { outputs: Texts }> = {};
    let failed = false;
    for (const step of job.steps ?? []) {
      const contexts = { ...this.asked.contexts, steps: inside };
      const done: Done = holds(step.if, contexts, { failed })
        ? await this.step(step, contexts)
        : skipped(step);
      steps.push(done.run);
      // GitHub docs, "Contexts reference": with continue-on-error a failed step's `conclusion` is success all the same.
      const isForgiven = done.run.conclusion === 'failure' && step['continue-on-error'] === true;
      const conclusion = isForgiven ? 'success' : done.run.conclusion;
      failed ||= conclusion === 'failure';
      if (step.id === undefined) continue;
      inside[step.id] = { outputs: done.outputs, conclusion };
      outside[step.id] = { outputs: done.jobOutputs };
    }
    return {
      file: workflow.file,
      name,
      matrix: this.asked.contexts.matrix as JobRun['matrix'],
      conclusion: failed ? 'failure' : 'success',
      steps,
      outputs: texts(job.outputs ?? {}, { ...this.asked.contexts, steps: outside }),
    };
  }

  private async step(step: WorkflowStep, contexts: Contexts): Promise<Done> {
    const given = texts(step.with ?? {}, contexts);
    const action = ours(step.uses);
    if (action === null) return this.standIn(step.uses, given);
    const env = { ...this.environment(), ...texts(step.env ?? {}, contexts), ...this.how.env };
    const result = await this.stand.step(action, given, env, {
      // The token of a GitHub App is masked by the step that made it.
      secrets: [...Object.values(contexts.secrets as Texts), given['github-token'] ?? ''],
      workspace: this.asked.workspace,
    });
    const { conclusion, outputs, jobOutputs } = result;
    return { run: { uses: step.uses, conclusion, result, error: null }, outputs, jobOutputs };
  }

  private environment(): Texts {
    const event = join(this.asked.workspace, '.event.json');
    writeFileSync(event, JSON.stringify(this.payload()));
    return {
      GITHUB_EVENT_NAME: this.how.event,
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: refOf(this.how),
      ...(this.asked.mayIdentify
        ? {}
        : { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }),
      ...(this.asked.contexts.env as Texts),
    };
  }

  private payload(): object {
    if (this.how.event !== 'pull_request') return {};
    const id = this.stand.world.github.repositories.get(REPOSITORY)?.id ?? 0;
    const head = { repo: { id: this.how.fork === true ? id + 1 : id } };
    return { pull_request: { base: { repo: { id } }, head } };
  }

  private standIn(uses: string, given: Texts): Done {
    const act = this.how.standIns[uses.split('@')[0] ?? ''];
    if (act === undefined) throw new Error(`The sandbox has no stand-in for ${uses}.`);
    try {
      const outputs = act(given, this.asked.workspace);
      return { run: { uses, conclusion: 'success', result: null, error: null }, outputs, jobOutputs: {} };
    } catch (error) {
      return {
        ...skipped({ uses }),
        run: { uses, conclusion: 'failure', result: null, error: String(error) },
      };
    }
  }
}

const skipped = ({ uses }: WorkflowStep): Done => ({
  run: { uses, conclusion: 'skipped', result: null, error: null },
  outputs: {},
  jobOutputs: {},
});
