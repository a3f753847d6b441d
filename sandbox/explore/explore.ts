/** Runs one schedule to its end and says what came of it. */

import type { Exchange } from '../wire.ts';
import type { Life, RunResult } from './life.ts';
import { scenarios } from './scenarios.ts';
import { type Schedule, type Strike, saySchedule } from './schedule.ts';

export interface Verdict {
  readonly schedule: string;
  readonly violations: readonly string[];
  /** Requests of the scenario's first run, struck or not: what a second fault can strike lies behind them. */
  readonly requests: number;
  /** The same, up to the end of the next day's run: the recovery, whose requests a second fault can strike. */
  readonly requestsToRecovery: number;
  /** What each of those requests was about, in order. */
  readonly targets: readonly string[];
  readonly runs: number;
  readonly effects: number;
}

/** Days after the run in question on which another run happens: the recovery, the waits, and their ends. */
const LATER = [1, 2, 10, 26];

/** @param tell gets every request in words; for replaying one schedule. */
export async function explore(schedule: Schedule, tell?: (line: string) => void): Promise<Verdict> {
  const life = await prepare(schedule.scenario);
  const { judge, world } = life;
  life.strike(schedule.strikes);
  const from = world.wire.log.length;
  await life.run();
  // A forced run is a person's one push of a button; the days after it are the schedule's.
  life.policy = { ...life.policy, force: false };
  judge.policy = life.policy;
  const requests = life.requests;
  let today = 0;
  let last: RunResult = 'killed';
  let requestsToRecovery = 0;
  for (const day of LATER) {
    life.days(day - today);
    today = day;
    const struckBefore = life.struck;
    last = await life.run();
    // A fault between home's two writes may tear it until the next run (invariant 1); any other refusal is an outage.
    if (life.struck === struckBefore) life.use();
    if (requestsToRecovery === 0) requestsToRecovery = life.requests;
  }
  if (tell !== undefined) for (const exchange of world.wire.log) tell(sayExchange(exchange));
  const violations = [...judge.violations];
  if (life.failedUses > 0) violations.push(`1: the consumer was refused ${life.failedUses} times`);
  violations.push(...unsettled(life, last));
  return {
    schedule: saySchedule(schedule),
    violations,
    requests,
    requestsToRecovery,
    targets: world.wire.log.slice(from, from + requestsToRecovery).map(({ target }) => target),
    runs: life.runs,
    effects: world.wire.log.filter((exchange) => exchange.mutates).length,
  };
}

const sayExchange = ({ seq, run, operation, target, fault, outcome }: Exchange): string =>
  `${String(seq).padStart(4)} ${run.padEnd(7)} ${operation} ${target} → ${outcome}${fault === null ? '' : ` (${fault})`}`;

export async function prepare(name: string): Promise<Life> {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`${name} is no scenario: ${Object.keys(scenarios).join(', ')}`);
  return await scenario.prepare();
}

/** Invariant 6: four weeks later everything is as if nothing had happened, without a person. */
function unsettled(life: Life, last: RunResult): string[] {
  const { world } = life;
  const complaints: string[] = [];
  if (last === 'killed' || last.failure !== null || last.plan?.outcome !== 'idle')
    complaints.push(
      `6: the last run was not idle: ${last === 'killed' ? last : `${last.failure?.code ?? last.plan?.reason}: ${last.failure?.message ?? last.plan?.message}`}`,
    );
  const user = [...world.aws.users.values()][0];
  if (user?.keys.length !== 1) complaints.push(`6: ${user?.keys.length} keys are left`);
  const intents = [...(user?.tags.keys() ?? [])].filter((tag) => tag.startsWith('key-rotation:intent'));
  if (intents.length > 1) complaints.push(`6: ${intents.length} intents are left`);
  return complaints;
}

/** Second faults: every fault at every request after the first one, up to the end of the recovery. */
export function* seconds(
  first: Schedule,
  from: number,
  to: number,
  faults: readonly Strike['fault'][],
): Generator<Schedule> {
  for (let at = from; at <= to; at++)
    for (const fault of faults)
      yield { scenario: first.scenario, strikes: [...first.strikes, { at, fault }] };
}
