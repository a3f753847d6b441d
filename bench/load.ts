/**
 * What a run with nothing due computes, by package: profiles of a build with source maps, on both sides of the first
 * request. It is the floor of what can be saved by loading less.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectRoot } from '../sandbox/project.ts';
import { runAction } from './measure.ts';
import type { Sandbox } from './sandbox.ts';

/** Milliseconds of the thread, a mean of the runs. */
export interface Load {
  readonly where: string;
  readonly before: number;
  readonly after: number;
}

/** As V8 writes it; times in microseconds of the machine's monotonic clock. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const RUNS = 5;

export async function loads(sandbox: Sandbox, node: string): Promise<Load[]> {
  const actionRoot = mapped();
  const maps = new Maps(join(actionRoot, 'dist'));
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  const totals = new Map<string, { before: number; after: number }>();
  try {
    for (let run = 1; run <= RUNS; run++) {
      const into = join(folder, String(run));
      const { firstRequest } = await runAction(
        sandbox,
        { kind: 'nothing due', destinations: 1 },
        {
          node,
          latency: 0,
          usage: false,
          actionRoot,
          env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=100 --cpu-prof-dir=${into}` },
        },
      );
      const [file = ''] = readdirSync(into);
      add(totals, JSON.parse(readFileSync(join(into, file), 'utf8')) as Profile, firstRequest * 1000, maps);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const mean = (microseconds: number): number => microseconds / 1000 / RUNS;
  return [...totals]
    .map(([where, { before, after }]) => ({ where, before: mean(before), after: mean(after) }))
    .sort((a, b) => b.before + b.after - a.before - a.after);
}

/** The action built with source maps, where `git` does not look. */
function mapped(): string {
  const root = projectRoot();
  const actionRoot = join(root, 'build/mapped');
  const out = join(actionRoot, 'dist');
  execFileSync(process.execPath, [join(root, 'scripts/build-dist.mjs'), '--out', out, '--source-maps'], {
    stdio: 'inherit',
  });
  copyFileSync(join(root, 'action.yml'), join(actionRoot, 'action.yml'));
  return actionRoot;
}

function add(
  totals: Map<string, { before: number; after: number }>,
  { nodes, startTime, samples, timeDeltas }: Profile,
  firstRequest: number,
  maps: Maps,
): void {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame, maps)]));
  let at = startTime;
  for (const [index, sample] of samples.entries()) {
    const passed = timeDeltas[index] ?? 0;
    at += passed;
    const where = places.get(sample) ?? null;
    if (where === null) continue;
    const total = totals.get(where) ?? { before: 0, after: 0 };
    total[at <= firstRequest ? 'before' : 'after'] += passed;
    totals.set(where, total);
  }
}

/** `null` = it waited. */
function placeOf(
  { functionName, url, lineNumber, columnNumber }: Profile['nodes'][number]['callFrame'],
  maps: Maps,
) {
  if (functionName === '(idle)') return null;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (/^compile(SourceTextModule|Function)/.test(functionName)) return 'parsing of the bundle';
  if (url.startsWith('file:')) return maps.packageAt(basename(url), lineNumber, columnNumber);
  return url.startsWith('wasm:') ? 'WebAssembly' : 'Node itself';
}

class Maps {
  private readonly folder: string;
  private readonly read = new Map<string, SourceMap | null>();

  constructor(folder: string) {
    this.folder = folder;
  }

  packageAt(file: string, line: number, column: number): string {
    const source = this.of(file)?.findEntry(line, column);
    const path = source !== undefined && 'originalSource' in source ? source.originalSource : '';
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    return name === undefined ? 'this project' : `\`${name}\``;
  }

  private of(file: string): SourceMap | null {
    const known = this.read.get(file);
    if (known !== undefined) return known;
    const path = join(this.folder, `${file}.map`);
    const map = readdirSync(this.folder).includes(`${file}.map`)
      ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
      : null;
    this.read.set(file, map);
    return map;
  }
}
