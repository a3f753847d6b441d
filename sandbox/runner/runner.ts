/**
 * Starts an action as GitHub's runner does: inputs as `INPUT_*` variables with action.yml's defaults, command files,
 * masking, annotations, outputs. Facts: actions/runner 2.336.0, read in its source.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../project.ts';
import { type Command, parseFile } from './commands.ts';
import type { Contexts } from './expressions.ts';
import { type CommandFile, CommandFiles } from './files.ts';
import { inputs, readActionYaml } from './inputs.ts';
import { type Annotation, LineReader, Listener } from './listener.ts';
import { Masker } from './masks.ts';

export interface Step {
  /** Folder of the action's action.yml. */
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` and the like mean in action.yml's defaults. */
  readonly contexts?: Contexts;
  /** What the runner masks from the start. */
  readonly secrets: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The job's folder, which its steps share; by default an empty one of the step's own. */
  readonly workspace?: string;
  readonly node?: string;
  /** How far the process's clock is ahead of the machine's, in milliseconds. */
  readonly clockOffset?: number;
  readonly timerDivisor?: number;
  /** How many times as fast as real time the process's time passes. */
  readonly timeLapse?: number;
  /** Real milliseconds after which the process is killed. */
  readonly timeout?: number;
  readonly onSpawn?: (child: ChildProcess) => void;
}

export interface StepResult {
  /** `null` when it was killed. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** `failure` also after exit code 0, when a command or a command file was malformed. */
  readonly conclusion: 'failure' | 'success';
  /** As the action printed it. */
  readonly stdout: string;
  readonly stderr: string;
  /** As a person sees it, both streams as they arrived: commands taken out, secrets masked. */
  readonly log: readonly string[];
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What a job would pass on: the runner drops an output that contains something masked. */
  readonly jobOutputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The command files as the action left them, well-formed or not, nothing masked. */
  readonly written: Readonly<Record<CommandFile, string>>;
  /** Warnings and errors of the runner itself. */
  readonly complaints: readonly string[];
}

/** A summary over 1 MiB is dropped whole. */
const SUMMARY_LIMIT = 1024 * 1024;

export async function runStep(step: Step): Promise<StepResult> {
  const yaml = readActionYaml(step.action);
  const given = inputs(yaml, step.with, step.contexts ?? { github: {} });
  const masker = new Masker();
  for (const secret of step.secrets) masker.add(secret.trim());
  const listener = new Listener(masker);
  listener.complaints.push(...given.complaints);
  const work = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    const folders = {
      GITHUB_WORKSPACE: step.workspace ?? join(work, 'workspace'),
      RUNNER_TEMP: join(work, 'temp'),
    };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    const files = new CommandFiles(folders.RUNNER_TEMP);
    const env = { ...given.environment, ...files.environment, ...folders, ...step.env };
    const ended = await start(step, resolve(step.action, yaml.runs.main), env, listener);
    return { ...ended, ...conclude(ended, files.read(), listener, masker) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the runner makes of a step whose process has ended. */
function conclude(
  { exitCode }: Ended,
  written: Readonly<Record<CommandFile, string>>,
  listener: Listener,
  masker: Masker,
): Omit<StepResult, keyof Ended> {
  const files = {
    output: parseFile(written.output),
    env: parseFile(written.env),
    state: parseFile(written.state),
  };
  const failures = [...listener.failures];
  for (const [file, { problem }] of Object.entries(files))
    if (problem !== undefined)
      failures.push(`Unable to process file command '${file}' successfully.`, problem);
  const isTooLong = Buffer.byteLength(written.summary) > SUMMARY_LIMIT;
  const dropped = isTooLong ? ['The job summary is over 1024k and was dropped'] : [];
  const outputs = { ...listener.outputs, ...files.output.values };
  const masked = (line: string) => masker.apply(line);
  return {
    conclusion: exitCode === 0 && failures.length === 0 ? 'success' : 'failure',
    log: listener.log,
    commands: listener.commands,
    annotations: listener.annotations,
    outputs,
    jobOutputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => !masker.hides(value))),
    env: files.env.values,
    state: { ...listener.state, ...files.state.values },
    summary: isTooLong ? '' : written.summary.split('\n').map(masked).join('\n'),
    written,
    complaints: [...listener.complaints, ...dropped, ...failures].map(masked),
  };
}

type Ended = Pick<StepResult, 'exitCode' | 'signal' | 'stderr' | 'stdout'>;

function start(
  step: Step,
  main: string,
  env: Readonly<Record<string, string>>,
  listener: Listener,
): Promise<Ended> {
  const preload = pathToFileURL(join(projectRoot(), 'sandbox/runner/preload.mjs')).href;
  return new Promise((resolve, reject) => {
    const child = spawn(step.node ?? process.execPath, [main], {
      cwd: env.GITHUB_WORKSPACE,
      env: {
        PATH: process.env.PATH ?? '',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        NODE_OPTIONS: `--import=${preload} --no-warnings`,
        SANDBOX_CLOCK_OFFSET: String(step.clockOffset ?? 0),
        SANDBOX_TIMER_DIVISOR: String(step.timerDivisor ?? 1),
        SANDBOX_TIME_LAPSE: String(step.timeLapse ?? 1),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), step.timeout ?? 180_000);
    const stdout = collect(child.stdout, listener);
    const stderr = collect(child.stderr, listener);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, stdout: stdout(), stderr: stderr() });
    });
    step.onSpawn?.(child);
  });
}

/** @returns what the stream has carried; each line is heard when it is complete, the last one at the stream's end. */
function collect(stream: Readable, listener: Listener): () => string {
  const reader = new LineReader();
  const chunks: string[] = [];
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    chunks.push(chunk);
    for (const line of reader.read(chunk)) listener.hear(line);
  });
  stream.on('end', () => {
    for (const line of reader.end()) listener.hear(line);
  });
  return () => chunks.join('');
}
