/** What {@link Sandbox} forks: prepares a world, and tells what was asked of it. */
import { depth, type Exchange } from '../sandbox/wire.ts';
import { type Prepared, prepare, type Scenario } from './scenarios.ts';

export type Order =
  | { readonly open: Scenario; readonly latency: number }
  /** Tells what was seen since `open`. */
  | 'close';

export interface Opened extends Omit<Prepared, 'stand'> {
  readonly environment: Readonly<Record<string, string>>;
}

export interface Seen {
  /** Milliseconds by {@link monotonic}; `null` = nothing came. */
  readonly firstRequest: number | null;
  readonly requests: number;
  /** Says something only with latency (see {@link depth}). */
  readonly depth: number;
  readonly operations: Readonly<Record<string, number>>;
  /** How often a new pair was proven before it was stored. */
  readonly proofs: number;
  /** What broke the published description of GitHub's API. */
  readonly violations: readonly string[];
}

/** Milliseconds by the one clock that all processes of a machine share. */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;

let open: { readonly prepared: Prepared; readonly from: number; firstRequest: number | null } | null = null;

async function obey(order: Order): Promise<Opened | Seen> {
  if (order === 'close') return await close();
  const prepared = await prepare(order.open);
  const { stand, ...rest } = prepared;
  const { world, transport } = stand;
  transport.latency = order.latency;
  world.clock.lapse(1);
  const opened = { prepared, from: world.wire.log.length, firstRequest: null as number | null };
  world.wire.faultFor = () => {
    opened.firstRequest ??= monotonic();
    return null;
  };
  open = opened;
  return { ...rest, environment: stand.environment };
}

async function close(): Promise<Seen> {
  if (open === null) throw new Error('Nothing is open.');
  const { prepared, from, firstRequest } = open;
  open = null;
  const { world, transport } = prepared.stand;
  await prepared.stand.close();
  const log = world.wire.log.slice(from);
  const operations: Record<string, number> = {};
  for (const { operation } of log) operations[operation] = (operations[operation] ?? 0) + 1;
  return {
    firstRequest,
    requests: log.length,
    depth: depth(log),
    operations,
    proofs: proofs(log),
    violations: transport.violations,
  };
}

function proofs(log: readonly Exchange[]): number {
  const created = log.findIndex(({ operation }) => operation === 'CreateAccessKey');
  const stored = log.findIndex(({ operation }) => operation.startsWith('PUT'));
  const between = created < 0 ? [] : log.slice(created, stored);
  return between.filter(({ operation }) => operation === 'GetCallerIdentity').length;
}

process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});
