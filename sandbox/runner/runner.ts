/**
 * Starts an action as GitHub's runner does: inputs as `INPUT_*` variables with action.yml's defaults, command files,
 * masking, annotations, outputs. Facts: actions/runner 2.336.0, read in its source.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { projectRoot } from '../github/contract.ts';
import { type Command, parseCommand, parseFile } from './commands.ts';
import { Masker } from './masks.ts';

export interface Step {
  /** Folder of the action's action.yml. */
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
  /** What the runner masks from the start. */
  readonly secrets: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly node?: string;
  /** How far the process's clock is ahead of the machine's, in milliseconds. */
  readonly clockOffset?: number;
  readonly timerDivisor?: number;
  /** How many times as fast as real time the process's time passes. */
  readonly timeLapse?: number;
  readonly timeout?: number;
  readonly onSpawn?: (child: ChildProcess) => void;
}

export interface StepResult {
  /** `null` when it was killed. */
  readonly exitCode: number | null;
  /** As the action printed it. */
  readonly stdout: string;
  /** As a person sees it: commands taken out, secrets masked. */
  readonly log: readonly string[];
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What a job would pass on: the runner drops an output that contains something masked. */
  readonly jobOutputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Warnings of the runner itself. */
  readonly complaints: readonly string[];
}

interface ActionYaml {
  readonly inputs?: Readonly<
    Record<string, { readonly default?: string; readonly required?: boolean } | null>
  >;
  readonly runs: { readonly using: string; readonly main: string };
}

/** A summary over 1 MiB is dropped whole. */
const SUMMARY_LIMIT = 1024 * 1024;

export async function runStep(step: Step): Promise<StepResult> {
  const yaml = parse(readFileSync(join(step.action, 'action.yml'), 'utf8')) as ActionYaml;
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    return path;
  };
  const files = {
    output: file('output'),
    env: file('env'),
    state: file('state'),
    path: file('path'),
    summary: file('summary'),
  };
  const complaints = Object.keys(step.with)
    .filter((name) => yaml.inputs?.[name] === undefined)
    .map((name) => `Unexpected input '${name}'`);
  try {
    const { exitCode, stdout, stderr } = await start(step, join(step.action, yaml.runs.main), {
      ...inputs(yaml, step.with),
      GITHUB_OUTPUT: files.output,
      GITHUB_ENV: files.env,
      GITHUB_STATE: files.state,
      GITHUB_PATH: files.path,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      ...step.env,
    });
    const masker = new Masker();
    for (const secret of step.secrets) masker.add(secret);
    const { commands, log } = listen(`${stdout}${stderr}`, masker);
    const outputs = parseFile(readFileSync(files.output, 'utf8'));
    const summary = readFileSync(files.summary, 'utf8');
    if (Buffer.byteLength(summary) > SUMMARY_LIMIT)
      complaints.push('The job summary is over 1024k and was dropped');
    return {
      exitCode,
      stdout,
      log,
      commands,
      outputs,
      jobOutputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => !masker.hides(value))),
      summary: Buffer.byteLength(summary) > SUMMARY_LIMIT ? '' : masker.apply(summary),
      complaints,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Spaces become underscores, letters upper case, hyphens stay; what is not given is an empty string. Values are not trimmed here. */
function inputs(yaml: ActionYaml, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set([...Object.keys(yaml.inputs ?? {}), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].map((name) => [
      `INPUT_${name.replace(/ /g, '_').toUpperCase()}`,
      given[name] ?? String(yaml.inputs?.[name]?.default ?? ''),
    ]),
  );
}

function start(
  step: Step,
  main: string,
  env: Record<string, string>,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const preload = pathToFileURL(join(projectRoot(), 'sandbox/runner/preload.mjs')).href;
  return new Promise((resolve, reject) => {
    const child = spawn(step.node ?? process.execPath, [main], {
      env: {
        PATH: process.env.PATH ?? '',
        GITHUB_ACTIONS: 'true',
        NODE_OPTIONS: `--import=${preload} --no-warnings`,
        SANDBOX_CLOCK_OFFSET: String(step.clockOffset ?? 0),
        SANDBOX_TIMER_DIVISOR: String(step.timerDivisor ?? 1),
        SANDBOX_TIME_LAPSE: String(step.timeLapse ?? 1),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), step.timeout ?? 60_000);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
    step.onSpawn?.(child);
  });
}

/** Takes the output line by line as the runner does: a mask hides what comes after it, not what came before. */
function listen(output: string, masker: Masker): { commands: Command[]; log: string[] } {
  const commands: Command[] = [];
  const log: string[] = [];
  let stopped: string | null = null;
  for (const line of output.split('\n')) {
    const command = parseCommand(line);
    if (stopped !== null) {
      if (command?.name === stopped) stopped = null;
      else log.push(masker.apply(line));
      continue;
    }
    if (command === null) {
      log.push(masker.apply(line));
      continue;
    }
    commands.push(command);
    if (command.name === 'add-mask') masker.add(command.data);
    else if (command.name === 'stop-commands') stopped = command.data;
    else log.push(masker.apply(`${command.name}: ${command.data}`));
  }
  return { commands, log };
}
