/** The generated part of docs/performance.md. */

import type { Load } from './load.ts';
import { codeBytes, type Size } from './release.ts';
import type { Comparison, Results, Row } from './results.ts';
import { titleOf } from './scenarios.ts';
import { isKept, targets } from './targets.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const fine = (value: number): string => (Number.isInteger(value) ? whole(value) : value.toPrecision(3));

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export function resultsPage(results: Results): string {
  const { machine, coldStart, bareMemory, rows, sizes, comparison, loads } = results;
  const about = Object.entries(machine).map(([name, value]) => `${name}: ${value}`);
  return [
    `${about.join('; ')}. Medians; a bare Node takes ${whole(coldStart.bare)} ms and ${whole(bareMemory)} MB.`,
    '### Targets',
    targetTable(results),
    '### Runs',
    table(
      ['', 'requests', 'depth', 'time at 0 ms', 'at 100 ms', '÷ network', 'CPU', 'memory'],
      rows.filter(({ latency }) => latency === 100).map((row) => runCells(row, rows)),
    ),
    '### Cold start',
    `${whole(coldStart.start)} ms from the start of the process to its first request (nothing due), ` +
      `${fine(coldStart.ratio)} times a bare Node's ${whole(coldStart.bare)} ms; ${coldStart.pairs} pairs, in turns.`,
    ...(comparison === null
      ? []
      : ['### A check of a whole account', comparisonTable(comparison, bareMemory)]),
    ...(loads.length === 0 ? [] : ['### What a run with nothing due computes', loadTable(loads)]),
    '### Sizes',
    table(
      ['', 'bytes', 'gzipped'],
      [
        ...Object.entries(sizes.dist).map(([path, size]) => sizeCells(`\`dist/${path}\``, size)),
        ['code in all', whole(codeBytes(sizes)), ''],
        sizeCells('**what a runner downloads**', sizes.release),
      ],
    ),
  ].join('\n\n');
}

const targetTable = (results: Results): string =>
  table(
    ['', 'at most', 'measured', ''],
    targets(results).map((target) => [
      target.what,
      `${fine(target.most)} ${target.unit}`.trim(),
      `${fine(target.measured)} ${target.unit}`.trim(),
      isKept(target) ? 'kept' : '**missed**',
    ]),
  );

function runCells(row: Row, rows: readonly Row[]): string[] {
  const { scenario, requests, depth, proofs, wall, cpu, memory, overNetwork } = row;
  const atOnce = rows.find((other) => other.latency === 0 && other.scenario === scenario);
  return [
    titleOf(scenario),
    whole(requests),
    proofs === 0 ? whole(depth) : `${depth - proofs} + ${proofs} proofs`,
    atOnce === undefined ? '' : `${whole(atOnce.wall)} ms`,
    `${whole(wall)} ms`,
    overNetwork === null ? '' : overNetwork.toFixed(2),
    `${whole(cpu)} ms`,
    `${whole(Math.max(memory, atOnce?.memory ?? 0))} MB`,
  ];
}

/** Shares, since times are the machine's. What is below a hundredth is one row. */
function loadTable(loads: readonly Load[]): string {
  const sum = loads.reduce((total, { before, after }) => total + before + after, 0);
  const percent = (part: number): string => `${((part / sum) * 100).toFixed(1)} %`;
  const [large, small] = [true, false].map((isLarge) =>
    loads.filter(({ before, after }) => (before + after) / sum >= 0.01 === isLarge),
  );
  const rest = (small ?? []).reduce(
    (total, { before, after }) => ({
      where: 'the rest',
      before: total.before + before,
      after: total.after + after,
    }),
    { where: 'the rest', before: 0, after: 0 },
  );
  return table(
    ['', 'before the first request', 'after it'],
    [...(large ?? []), rest].map(({ where, before, after }) => [where, percent(before), percent(after)]),
  );
}

const sizeCells = (name: string, { bytes, gzipped }: Size): string[] => [name, whole(bytes), whole(gzipped)];

function comparisonTable({ users, latency, ...runs }: Comparison, bareMemory: number): string {
  const rows = [
    ['the usual loop: `ListUsers`, then `ListAccessKeys` for one after the other', runs.loop],
    ['check', runs.exact],
    ['check, `source: report`', runs.report],
    ['reading the report and nothing else', runs.reportAlone],
  ] as const;
  return table(
    [`${whole(users)} users, ${latency} ms a request`, 'requests', 'time', 'memory'],
    rows.map(([name, { requests, wall, peak }]) => [
      name,
      whole(requests),
      `${(wall / 1000).toFixed(1)} s`,
      `${whole(peak - bareMemory)} MB`,
    ]),
  );
}
