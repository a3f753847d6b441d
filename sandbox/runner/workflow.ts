/**
 * Runs a whole workflow file against the stand, as GitHub would: needs, conditions, matrices, called workflows; its
 * jobs are in `job.ts`. They run one after another. What it does not know it refuses.
 */
import type { Stand } from '../stand.ts';
import { REPOSITORY } from '../world.ts';
import { type Contexts, holds, resolved, resolvedText, type Value } from './expressions.ts';
import { type Circumstances, type Conclusion, type JobRun, refOf, runJob, type Texts, texts } from './job.ts';
import { combinations, readWorkflow, type Workflow, type WorkflowJob } from './workflow-file.ts';

/** @returns the jobs in the order in which they ran, those of called workflows among them. */
export async function runWorkflow(stand: Stand, file: string, how: Circumstances): Promise<JobRun[]> {
  const workflow = readWorkflow(file);
  const trigger = workflow.on[how.event];
  if (trigger === undefined) throw new Error(`${file} is not started by ${how.event}.`);
  // GitHub reads the repository's and the organization's secrets when a run is queued.
  const secrets = how.fork === true ? {} : Object.fromEntries(stand.world.github.received(REPOSITORY));
  const run = new Run(stand, how);
  const inputs = taken(file, 'input', trigger?.inputs ?? {}, how.inputs ?? {});
  await run.workflow(workflow, { inputs, secrets, allowed: null });
  return run.jobs;
}

/** What a workflow is handed: inputs, secrets, and the rights that its jobs may have at most (`null` = any). */
interface Handed {
  readonly inputs: Readonly<Record<string, Value>>;
  readonly secrets: Readonly<Record<string, Value>>;
  readonly allowed: Texts | null;
}

interface Outcome {
  readonly conclusion: Conclusion;
  readonly outputs: Texts;
}

class Run {
  readonly jobs: JobRun[] = [];
  private readonly stand: Stand;
  private readonly how: Circumstances;

  constructor(stand: Stand, how: Circumstances) {
    this.stand = stand;
    this.how = how;
  }

  async workflow(workflow: Workflow, handed: Handed): Promise<Outcome> {
    const done = new Map<string, Outcome>();
    let waiting = Object.entries(workflow.jobs);
    while (waiting.length > 0) {
      const ready = waiting.filter(([, job]) => needsOf(job).every((name) => done.has(name)));
      if (ready.length === 0) throw new Error(`${workflow.file}: jobs wait for each other.`);
      for (const [name, job] of ready) done.set(name, await this.job(workflow, name, job, handed, done));
      waiting = waiting.filter(([name]) => !done.has(name));
    }
    const contexts = {
      jobs: Object.fromEntries([...done].map(([name, { outputs }]) => [name, { outputs }])),
    };
    const declared = Object.entries(workflow.on.workflow_call?.outputs ?? {});
    return {
      conclusion: worst([...done.values()]),
      outputs: Object.fromEntries(declared.map(([name, { value }]) => [name, resolvedText(value, contexts)])),
    };
  }

  private async job(
    workflow: Workflow,
    name: string,
    job: WorkflowJob,
    handed: Handed,
    done: ReadonlyMap<string, Outcome>,
  ): Promise<Outcome> {
    const before = [...done].filter(([other]) => needsOf(job).includes(other));
    const needs = before.map(([other, { conclusion, outputs }]) => [other, { result: conclusion, outputs }]);
    const contexts = { ...this.contexts(handed), needs: Object.fromEntries(needs) as Value };
    const failed = before.some(([, { conclusion }]) => conclusion !== 'success');
    if (!holds(job.if, contexts, { failed })) {
      const skipped = { conclusion: 'skipped', outputs: {} } as const;
      this.jobs.push({ file: workflow.file, name, matrix: {}, steps: [], ...skipped });
      return skipped;
    }
    const permissions = permitted(workflow, job, handed);
    const outcomes: Outcome[] = [];
    for (const matrix of combinations(deeply(job.strategy?.matrix, contexts))) {
      const around = { ...contexts, matrix };
      if (job.uses === undefined) {
        const ran = await runJob(this.stand, this.how, {
          workflow,
          name,
          job,
          permissions,
          contexts: around,
        });
        this.jobs.push(ran);
        outcomes.push(ran);
      } else outcomes.push(await this.call(job, job.uses, permissions, around));
    }
    return { conclusion: worst(outcomes), outputs: outcomes.at(-1)?.outputs ?? {} };
  }

  private async call(job: WorkflowJob, uses: string, allowed: Texts, contexts: Contexts): Promise<Outcome> {
    const file = this.how.workflows?.[uses.split('@')[0] ?? ''];
    if (file === undefined) throw new Error(`The sandbox has no workflow ${uses}.`);
    const called = readWorkflow(file);
    const trigger = called.on.workflow_call;
    if (trigger === undefined) throw new Error(`${file} is not started by workflow_call.`);
    return await this.workflow(called, {
      inputs: taken(file, 'input', trigger?.inputs ?? {}, texts(job.with ?? {}, contexts)),
      secrets: taken(file, 'secret', trigger?.secrets ?? {}, texts(job.secrets ?? {}, contexts)),
      allowed,
    });
  }

  private contexts({ inputs, secrets }: Handed): Contexts {
    const { GITHUB_SERVER_URL, GITHUB_API_URL } = { ...this.stand.environment, ...this.how.env };
    const github = {
      event_name: this.how.event,
      ref: refOf(this.how),
      repository: REPOSITORY,
      repository_owner: REPOSITORY.split('/')[0],
      server_url: GITHUB_SERVER_URL,
      api_url: GITHUB_API_URL,
    };
    return { github, vars: this.how.vars ?? {}, inputs, secrets };
  }
}

const needsOf = ({ needs = [] }: WorkflowJob): readonly string[] =>
  typeof needs === 'string' ? [needs] : needs;

const worst = (outcomes: readonly { readonly conclusion: Conclusion }[]): Conclusion =>
  outcomes.some(({ conclusion }) => conclusion === 'failure') ? 'failure' : 'success';

/** A job's own rights, or its workflow's; a called workflow that asks for more than its caller has is refused. */
function permitted(workflow: Workflow, job: WorkflowJob, { allowed }: Handed): Texts {
  const permissions = job.permissions ?? workflow.permissions;
  for (const [right, access] of Object.entries(permissions))
    if (allowed !== null && access !== 'none' && allowed[right] !== access)
      throw new Error(`${workflow.file} asks for '${right}: ${access}', which its caller does not have.`);
  return permissions;
}

function deeply(value: Value | undefined, contexts: Contexts): Value | undefined {
  if (value === undefined || value === null || typeof value !== 'object')
    return value === undefined ? value : resolved(value, contexts);
  if (Array.isArray(value)) return value.map((item: Value) => deeply(item, contexts) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deeply(item, contexts)]));
}

/** What a workflow takes of what it is given: all that it declares, with its defaults, and nothing else. */
function taken(
  file: string,
  kind: 'input' | 'secret',
  declared: Readonly<Record<string, { readonly required?: boolean; readonly default?: Value } | null>>,
  given: Texts,
): Readonly<Record<string, Value>> {
  const stranger = Object.keys(given).find((name) => declared[name] === undefined);
  if (stranger !== undefined) throw new Error(`${file} takes no ${kind} '${stranger}'.`);
  const missing = Object.keys(declared).find((name) => declared[name]?.required && given[name] === undefined);
  if (missing !== undefined) throw new Error(`${file} needs the ${kind} '${missing}'.`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, asked]) => [name, given[name] ?? asked?.default ?? '']),
  );
}
