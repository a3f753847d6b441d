/** One measured process: the built action as a runner starts it, another program, or a bare Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../sandbox/project.ts';
import { runStep, type StepResult } from '../sandbox/runner/runner.ts';
import type { Sandbox } from './sandbox.ts';
import { monotonic, type Seen } from './sandbox-process.ts';
import { type Scenario, titleOf, violatorsIn } from './scenarios.ts';

export interface Usage {
  /** Milliseconds of all its threads. */
  readonly cpu: number;
  /** The most that was resident at once, in MB (10⁶ bytes). */
  readonly peak: number;
}

export interface Run extends Usage {
  readonly requests: number;
  readonly depth: number;
  readonly proofs: number;
  /** Milliseconds from the process's start to its end. */
  readonly wall: number;
  /** Milliseconds from the process's start to the first request's arrival. */
  readonly start: number;
  /** When that was, by `monotonic`. */
  readonly firstRequest: number;
}

export interface Options {
  readonly node: string;
  /** Milliseconds that each request takes. */
  readonly latency: number;
  /** Whether to measure CPU and memory, which takes a preload and so some time. */
  readonly usage?: boolean;
  /** Directory that holds `action.yml` and `dist/`; by default this project. */
  readonly actionRoot?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const preload = join(projectRoot(), 'bench/at-exit.cjs');

export async function runAction(sandbox: Sandbox, scenario: Scenario, options: Options): Promise<Run> {
  const { environment, given } = await sandbox.open(scenario, options.latency);
  const watch = new Watch(options.usage ?? true);
  const result = await runStep({
    action: join(options.actionRoot ?? projectRoot(), given.action),
    with: given.with,
    secrets: Object.entries(given.with).flatMap(([name, value]) => (/token|key/.test(name) ? [value] : [])),
    env: {
      ...environment,
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      ...watch.environment,
      ...options.env,
    },
    node: options.node,
    timeout: 600_000,
    onSpawn: (child) => watch.begin(child),
  });
  const seen = await sandbox.close();
  refuse(scenario, seen, result);
  return watch.result(seen);
}

/** Another program with the same world behind it. */
export async function runProgram(
  sandbox: Sandbox,
  scenario: Scenario,
  program: string,
  options: Options,
): Promise<Run & { readonly stdout: string }> {
  const { environment, auditor } = await sandbox.open(scenario, options.latency);
  const watch = new Watch(options.usage ?? true);
  const stdout = await runNode(options.node, join(import.meta.dirname, program), watch, {
    ...environment,
    ...auditor,
  });
  return { ...watch.result(await sandbox.close()), stdout };
}

/** A Node that does nothing. */
export async function bareNode(node: string, usage: boolean): Promise<Usage & { readonly wall: number }> {
  const watch = new Watch(usage);
  await runNode(node, join(projectRoot(), 'bench/bare.mjs'), watch);
  return watch.result(null);
}

async function runNode(
  node: string,
  program: string,
  watch: Watch,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(node, [program], {
    env: { PATH: process.env.PATH ?? '', ...environment, ...watch.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  watch.begin(child);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode}.`);
  return stdout;
}

/** Times a process, and has it tell what it used. */
class Watch {
  private readonly folder: string | null;
  private started = 0;
  private ended = 0;

  constructor(usage: boolean) {
    this.folder = usage ? mkdtempSync(join(tmpdir(), 'usage-')) : null;
  }

  get environment(): Record<string, string> {
    return this.folder === null
      ? { NODE_OPTIONS: '' }
      : { NODE_OPTIONS: `--require=${preload}`, BENCH_USAGE: join(this.folder, 'usage.json') };
  }

  begin(child: ChildProcess): void {
    this.started = monotonic();
    child.once('exit', () => {
      this.ended = monotonic();
    });
  }

  result(seen: Seen | null): Run {
    const firstRequest = seen?.firstRequest ?? this.ended;
    return {
      ...this.usage(),
      firstRequest,
      requests: seen?.requests ?? 0,
      depth: seen?.depth ?? 0,
      proofs: seen?.proofs ?? 0,
      wall: this.ended - this.started,
      start: firstRequest - this.started,
    };
  }

  private usage(): Usage {
    if (this.folder === null) return { cpu: 0, peak: 0 };
    const usage = JSON.parse(readFileSync(join(this.folder, 'usage.json'), 'utf8')) as Usage;
    rmSync(this.folder, { recursive: true });
    return usage;
  }
}

/** A run that did something else than its scenario says is no result. */
function refuse(scenario: Scenario, { operations, violations }: Seen, result: StepResult): void {
  const did = {
    create: operations.CreateAccessKey ?? 0,
    deactivate: operations.UpdateAccessKey ?? 0,
    delete: operations.DeleteAccessKey ?? 0,
  };
  const found = (JSON.parse(result.outputs.violations ?? '[]') as unknown[]).length;
  const complaints = [...violations, ...result.complaints];
  const asSaid =
    result.conclusion === 'success' &&
    result.summary !== '' &&
    complaints.length === 0 &&
    found === violatorsIn(scenario) &&
    Object.entries(did).every(([step, times]) => times === (step === scenario.kind ? 1 : 0));
  if (asSaid) return;
  const what = JSON.stringify({ did, found, complaints });
  throw new Error(`${titleOf(scenario)} went otherwise: ${what}\n${result.log.join('\n')}`);
}
