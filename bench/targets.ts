/** What is promised, beside what was measured. */
import type { Comparison, Results, Row } from './results.ts';
import type { Scenario } from './scenarios.ts';

export interface Target {
  readonly what: string;
  readonly most: number;
  readonly measured: number;
  readonly unit: string;
}

export function targets(results: Results): Target[] {
  const at = (latency: number, scenario: Scenario): Row | undefined =>
    results.rows.find((row) => row.latency === latency && same(row.scenario, scenario));
  const idle = at(100, { kind: 'nothing due', destinations: 1 });
  const create = at(100, { kind: 'create', destinations: 1 });
  const create10 = at(100, { kind: 'create', destinations: 10 });
  const [check500, check5000] = [500, 5000].map((users) => at(100, { kind: 'check', users }));
  const target = (what: string, most: number, measured: number | undefined, unit = ''): Target[] =>
    measured === undefined ? [] : [{ what, most, measured, unit }];
  return [
    ...target('nothing due: depth', 3, idle?.depth),
    ...target('nothing due: requests', 8, idle?.requests),
    ...target('create, one destination: depth beyond the proofs', 12, create && create.depth - create.proofs),
    ...target(
      'create, 10 destinations: depth beyond one destination',
      2,
      create && create10 && create10.depth - create.depth,
    ),
    ...[idle, create, at(100, { kind: 'deactivate' }), at(100, { kind: 'delete' })].flatMap((row) =>
      target(
        `${row?.scenario.kind}: first request to the end ÷ (depth × latency), at 100 ms`,
        1.3,
        row?.overNetwork ?? undefined,
      ),
    ),
    ...target('cold start ÷ bare Node', 2, results.coldStart.ratio),
    ...target('nothing due: peak memory above bare Node', 45, idle?.memory, 'MB'),
    ...target('create: peak memory above bare Node', 65, create?.memory, 'MB'),
    ...target('what a runner downloads', 1, results.sizes.release.gzipped / 1e6, 'MB'),
    ...target(
      'check: growth of memory from 500 to 5,000 users',
      30,
      check500 && check5000 && check5000.memory - check500.memory,
      'MB',
    ),
    ...(results.comparison === null ? [] : compared(results.comparison, target)),
  ];
}

function compared(
  { users, loop, exact, report, reportAlone }: Comparison,
  target: (what: string, most: number, measured: number) => Target[],
): Target[] {
  return [
    ...target('exact check: time ÷ that of the usual loop', 1 / 15, exact.wall / loop.wall),
    ...target('exact check: requests beyond one a user', 6, exact.requests - users),
    ...target('check by the report: time ÷ that of reading the report', 2, report.wall / reportAlone.wall),
  ];
}

const same = (a: Scenario, b: Scenario): boolean => JSON.stringify(a) === JSON.stringify(b);

export const isKept = ({ measured, most }: Target): boolean => measured <= most;
