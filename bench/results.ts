/** Everything that is measured, in rounds: each round runs everything once, so that a slow minute strikes all alike. */
import { cpus, release, totalmem, type } from 'node:os';
import { SECOND } from '../src/rotation/model.ts';
import { type Load, loads } from './load.ts';
import { bareNode, type Run, runAction, runProgram } from './measure.ts';
import { versionOf } from './node24.ts';
import { type Sizes, sizes } from './release.ts';
import type { Sandbox } from './sandbox.ts';
import { type Scenario, titleOf } from './scenarios.ts';

export interface Row {
  readonly scenario: Scenario;
  /** Milliseconds that each request took. */
  readonly latency: number;
  readonly requests: number;
  readonly depth: number;
  readonly proofs: number;
  readonly wall: number;
  readonly cpu: number;
  /** MB above bare Node. */
  readonly memory: number;
  /** From the first request to the end, less the pauses between proofs, ÷ (depth × latency); `null` = says nothing. */
  readonly overNetwork: number | null;
}

export interface ColdStart {
  readonly pairs: number;
  /** Milliseconds from its start to its end. */
  readonly bare: number;
  /** Milliseconds from the process's start to the first request of a run with nothing due. */
  readonly start: number;
  readonly ratio: number;
}

/** A check of a whole account, and what it is held against. */
export interface Comparison {
  readonly users: number;
  readonly latency: number;
  readonly loop: Run;
  readonly exact: Run;
  readonly report: Run;
  readonly reportAlone: Run;
}

export interface Results {
  readonly machine: Readonly<Record<string, string>>;
  /** MB. */
  readonly bareMemory: number;
  readonly coldStart: ColdStart;
  readonly rows: readonly Row[];
  readonly comparison: Comparison | null;
  readonly loads: readonly Load[];
  readonly sizes: Sizes;
}

interface Plan {
  readonly scenario: Scenario;
  readonly latency: number;
  /** What takes long is run once. */
  readonly once: boolean;
}

const PLANS: readonly Plan[] = [
  ...both({ kind: 'nothing due', destinations: 1 }),
  ...both({ kind: 'nothing due', destinations: 10 }),
  ...both({ kind: 'nothing due', destinations: 100 }),
  ...both({ kind: 'create', destinations: 1 }),
  ...both({ kind: 'create', destinations: 10 }),
  { scenario: { kind: 'create', destinations: 100 }, latency: 100, once: true },
  ...both({ kind: 'deactivate' }),
  ...both({ kind: 'delete' }),
  ...both({ kind: 'check', users: 1 }),
  ...both({ kind: 'check', users: 500 }),
  ...both({ kind: 'check', users: 5000 }),
  ...both({ kind: 'check by the report', users: 500 }),
  ...both({ kind: 'check by the report', users: 5000 }),
];

function both(scenario: Scenario): Plan[] {
  return [0, 100].map((latency) => ({ scenario, latency, once: false }));
}

export interface Wanted {
  readonly node: string;
  readonly rounds: number;
  /** Leaves scenarios out; then nothing is compared or profiled either. */
  readonly only: RegExp | null;
  readonly tell: (what: string) => void;
}

export async function measureAll(sandbox: Sandbox, wanted: Wanted): Promise<Results> {
  const { node, rounds, only, tell } = wanted;
  const plans = PLANS.filter(({ scenario }) => only === null || only.test(titleOf(scenario)));
  const runs = plans.map((): Run[] => []);
  const bare: number[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const [index, { scenario, latency, once }] of plans.entries()) {
      if (once && round > 1) continue;
      tell(`${round} of ${rounds}: ${titleOf(scenario)}, ${latency} ms`);
      bare.push((await bareNode(node, true)).peak);
      runs[index]?.push(await runAction(sandbox, scenario, { node, latency }));
    }
  const bareMemory = median(bare);
  return {
    machine: machine(node),
    bareMemory,
    coldStart: await coldStart(sandbox, node, 15),
    rows: plans.map((plan, index) => row(plan, runs[index] ?? [], bareMemory)),
    comparison: only === null ? await compare(sandbox, node, tell) : null,
    loads: only === null ? await loads(sandbox, node) : [],
    sizes: sizes(),
  };
}

/** A bare Node and a run with nothing due, in turns. */
export async function coldStart(sandbox: Sandbox, node: string, pairs: number): Promise<ColdStart> {
  const measured: { bare: number; start: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const { wall: bare } = await bareNode(node, false);
    const scenario = { kind: 'nothing due', destinations: 1 } as const;
    const { start } = await runAction(sandbox, scenario, { node, latency: 0, usage: false });
    measured.push({ bare, start });
  }
  return {
    pairs,
    bare: median(measured.map(({ bare }) => bare)),
    start: median(measured.map(({ start }) => start)),
    ratio: median(measured.map(({ bare, start }) => start / bare)),
  };
}

function row({ scenario, latency }: Plan, runs: readonly Run[], bareMemory: number): Row {
  const of = (field: keyof Run): number => median(runs.map((run) => run[field]));
  return {
    scenario,
    latency,
    requests: of('requests'),
    depth: Math.min(...runs.map(({ depth }) => depth)),
    proofs: of('proofs'),
    wall: of('wall'),
    cpu: of('cpu'),
    memory: of('peak') - bareMemory,
    overNetwork:
      latency === 0 || isPaced(scenario) ? null : median(runs.map((run) => overNetwork(run, latency))),
  };
}

/** GitHub takes 80 writes a minute; what waits for that says nothing of ours. */
const isPaced = (scenario: Scenario): boolean => scenario.kind === 'create' && scenario.destinations > 10;

/** The proofs of a new key are a second apart on purpose. */
const overNetwork = ({ wall, start, proofs, depth }: Run, latency: number): number =>
  (wall - start - Math.max(0, proofs - 1) * SECOND) / (depth * latency);

async function compare(sandbox: Sandbox, node: string, tell: Wanted['tell']): Promise<Comparison> {
  const [users, latency] = [5000, 20];
  const options = { node, latency };
  const scenario = { kind: 'check', users } as const;
  tell('the usual loop');
  const loop = await runProgram(sandbox, scenario, 'usual-loop.js', options);
  tell('beside the usual loop');
  const exact = await runAction(sandbox, scenario, options);
  const report = await runAction(sandbox, { kind: 'check by the report', users }, options);
  const reportAlone = await runProgram(sandbox, scenario, 'read-report.js', options);
  if (Number(reportAlone.stdout) < users) throw new Error(`The report was not read: ${reportAlone.stdout}`);
  return { users, latency, loop, exact, report, reportAlone };
}

function machine(node: string): Record<string, string> {
  const [cpu] = cpus();
  return {
    Node: versionOf(node),
    system: `${type()} ${release()}`,
    processor: `${cpus().length} × ${cpu?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (low + high) / 2;
}
