/** A workflow file as GitHub reads it, as far as this project's examples go; a key that is not known here is an error. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Value } from './expressions.ts';

type Given = Readonly<Record<string, Value>>;

export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly if?: Value;
  readonly uses: string;
  readonly with?: Given;
  readonly env?: Given;
  readonly 'continue-on-error'?: boolean;
}

export interface WorkflowJob {
  readonly needs?: string | readonly string[];
  readonly if?: Value;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly concurrency?: Value;
  readonly outputs?: Given;
  readonly env?: Given;
  readonly strategy?: { readonly matrix?: Value };
  readonly steps?: readonly WorkflowStep[];
  /** Another workflow instead of steps. */
  readonly uses?: string;
  readonly with?: Given;
  readonly secrets?: Given;
}

interface Declared {
  readonly required?: boolean;
  readonly default?: Value;
}

/** What starts a workflow; of `workflow_dispatch` and `workflow_call`, what it takes. */
export interface Trigger {
  readonly inputs?: Readonly<Record<string, Declared>>;
  readonly secrets?: Readonly<Record<string, Declared | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value: Value }>>;
}

export interface Workflow {
  readonly file: string;
  readonly name: string;
  readonly on: Readonly<Record<string, Trigger | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: Value;
  readonly env: Given;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** What has no effect in the sandbox stands here as well: one run at a time, on one machine, and none hangs. */
const KNOWN = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'jobs'],
  job: [
    ...['name', 'runs-on', 'needs', 'if', 'permissions', 'environment', 'concurrency', 'timeout-minutes'],
    ...['outputs', 'env', 'strategy', 'steps', 'uses', 'with', 'secrets'],
  ],
  strategy: ['matrix', 'fail-fast', 'max-parallel'],
  step: ['id', 'name', 'if', 'uses', 'with', 'env', 'continue-on-error'],
} as const;

function refuseUnknown(kind: keyof typeof KNOWN, keys: object, where: string): void {
  const known: readonly string[] = KNOWN[kind];
  for (const key of Object.keys(keys))
    if (!known.includes(key)) throw new Error(`${where}: the sandbox knows no '${key}' of a ${kind}.`);
}

export function readWorkflow(file: string): Workflow {
  const raw = parse(readFileSync(file, 'utf8')) as Partial<Workflow> & Pick<Workflow, 'jobs'>;
  refuseUnknown('workflow', raw, file);
  for (const [name, job] of Object.entries(raw.jobs)) {
    refuseUnknown('job', job, `${file}: ${name}`);
    refuseUnknown('strategy', job.strategy ?? {}, `${file}: ${name}`);
    for (const step of job.steps ?? []) refuseUnknown('step', step, `${file}: ${name}`);
  }
  return {
    file,
    name: raw.name ?? file,
    on: triggers(raw.on),
    permissions: raw.permissions ?? {},
    ...(raw.concurrency === undefined ? {} : { concurrency: raw.concurrency }),
    env: raw.env ?? {},
    jobs: raw.jobs,
  };
}

/** `on: push`, `on: [push, pull_request]` and `on: {push: …}` are the same. */
function triggers(on: unknown): Workflow['on'] {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return (on ?? {}) as Workflow['on'];
}

/** The jobs of a matrix: every `include` entry, or every combination of its lists. */
export function combinations(matrix: Value | undefined): Readonly<Record<string, Value>>[] {
  if (matrix === undefined) return [{}];
  const { include, ...lists } = matrix as Readonly<Record<string, readonly Value[]>>;
  const names = Object.keys(lists);
  if (include !== undefined && names.length > 0)
    throw new Error('The sandbox knows no matrix that has both lists and include.');
  const all =
    include !== undefined
      ? (include as Readonly<Record<string, Value>>[])
      : names.reduce<Readonly<Record<string, Value>>[]>(
          (rows, name) =>
            rows.flatMap((row) => (lists[name] ?? []).map((value) => ({ ...row, [name]: value }))),
          [{}],
        );
  if (all.length === 0) throw new Error('Matrix vector does not contain any values.');
  return all;
}
