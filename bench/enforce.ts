/**
 * Fails when a count or a size is over its budget.
 *
 *     npm run bench:budget [-- --budgets FILE] [--only 'nothing due'] [--node PATH]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../sandbox/project.ts';
import { type Figures, least, overruns } from './budget.ts';
import { bareNode, type Run, runAction } from './measure.ts';
import { node24 } from './node24.ts';
import { codeBytes, sizes } from './release.ts';
import { coldStart } from './results.ts';
import { Sandbox } from './sandbox.ts';
import { type Scenario, titleOf } from './scenarios.ts';

const { values } = parseArgs({
  options: {
    budgets: { type: 'string', default: join(projectRoot(), 'bench/budgets.json') },
    only: { type: 'string', default: '' },
    node: { type: 'string' },
  },
});
const node = values.node ?? node24();
const sandbox = new Sandbox();

/** Milliseconds a request: what is sent together should arrive together, also on a busy machine. */
const LATENCY = 200;
const ATTEMPTS = 3;
const PAIRS = 9;

type Measured = Figures[string];

async function measured(scenario: Scenario, figures: (run: Run) => Measured): Promise<Measured> {
  const bare = await bareNode(node, true);
  const run = await runAction(sandbox, scenario, { node, latency: LATENCY });
  return figures({ ...run, peak: Math.ceil(run.peak - bare.peak) });
}

const counts = ({ requests, depth, proofs }: Run): Measured => ({ requests, depth: depth - proofs });
const countsAndMemory = (run: Run): Measured => ({ ...counts(run), 'MB above bare Node': run.peak });
/** How deep a check of many is depends on which answer comes first. */
const requestsAndMemory = ({ requests, peak }: Run): Measured => ({ requests, 'MB above bare Node': peak });

const SCENARIOS: readonly (readonly [Scenario, (run: Run) => Measured])[] = [
  [{ kind: 'nothing due', destinations: 1 }, countsAndMemory],
  [{ kind: 'nothing due', destinations: 10 }, counts],
  [{ kind: 'create', destinations: 1 }, countsAndMemory],
  [{ kind: 'create', destinations: 10 }, counts],
  [{ kind: 'deactivate' }, counts],
  [{ kind: 'delete' }, counts],
  [{ kind: 'check', users: 1 }, countsAndMemory],
  [{ kind: 'check', users: 500 }, requestsAndMemory],
  [{ kind: 'check by the report', users: 500 }, requestsAndMemory],
];

const MEASUREMENTS: Readonly<Record<string, () => Promise<Measured> | Measured>> = {
  ...Object.fromEntries(
    SCENARIOS.map(([scenario, figures]) => [titleOf(scenario), () => measured(scenario, figures)]),
  ),
  'cold start': async () => ({ 'times bare Node': round((await coldStart(sandbox, node, PAIRS)).ratio) }),
  release: () => {
    const found = sizes();
    return { 'bytes of code': codeBytes(found), 'bytes downloaded': found.release.gzipped };
  },
};

const round = (ratio: number): number => Math.ceil(ratio * 100) / 100;

const all = JSON.parse(readFileSync(values.budgets, 'utf8')) as Figures;
const only = new RegExp(values.only);
try {
  for (const name of new Set([...Object.keys(all), ...Object.keys(MEASUREMENTS)]))
    if (only.test(name)) await hold(name, all[name] ?? {});
} finally {
  sandbox.end();
}

async function hold(name: string, allowed: Measured): Promise<void> {
  const budget = { [name]: allowed };
  let found: Figures = { [name]: {} };
  let over: string[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const again = { [name]: (await MEASUREMENTS[name]?.()) ?? {} };
    found = attempt === 1 ? again : least(found, again);
    over = overruns(budget, found);
    if (over.length === 0) break;
  }
  const figures = Object.entries(found[name] ?? {}).map(
    ([figure, value]) => `${figure} ${value} of ${allowed[figure] ?? 'none'}`,
  );
  process.stdout.write(`${name}: ${figures.join(', ')}\n`);
  for (const line of over) process.stderr.write(`${line}\n`);
  if (over.length > 0) process.exitCode = 1;
}
