/** What the sandbox's AWS was asked by each action, in lives that take every branch which has a call of its own. */
import { Life } from '../../sandbox/explore/life.ts';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { DEFAULT_AUDIT_POLICY } from '../../sandbox/policy.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { USER, World } from '../../sandbox/world.ts';
import { check } from '../../src/flow/check/check.ts';
import type { Scope } from '../../src/flow/check/model.ts';
import { reactivate } from '../../src/flow/reactivate.ts';
import { auditProcess } from '../flow/audit-process.ts';

export interface Calls {
  /** `iam:CreateAccessKey`, …: each once, sorted. */
  readonly operations: readonly string[];
  /** Tag keys that stood on the user at any time. */
  readonly tagKeys: readonly string[];
}

const operationsOf = (world: World, run = /./): string[] =>
  [
    ...new Set(
      world.wire.log
        .filter((exchange) => exchange.service === 'iam' && run.test(exchange.run))
        .map(({ operation }) => `iam:${operation}`),
    ),
  ].sort();

/** A key of 61 days: a new one on the first day, the old one Inactive a week later, deleted after two more. */
export async function rotationCalls(): Promise<Calls> {
  const life = new Life();
  const tagKeys = new Set<string>();
  const judge = life.world.wire.afterEffect;
  life.world.wire.afterEffect = (exchange) => {
    judge(exchange);
    for (const { key } of life.world.aws.user(USER).tags.values()) tagKeys.add(key);
  };
  life.deployKey(61);
  for (let day = 0; day < 25; day++) {
    life.use();
    await life.run();
    life.days(1);
  }
  return { operations: operationsOf(life.world), tagKeys: [...tagKeys] };
}

/** With the pair, and with a pair that AWS refuses and no user's name: then the key's ID has to name the user. */
export async function reactivationCalls(): Promise<Calls> {
  const life = new Life();
  const old = life.deployKey(61);
  for (let day = 0; day < 9; day++) {
    await life.run();
    life.use();
    life.days(1);
  }
  const start = (name: string) =>
    startProcess(life.world, { name, roleArn: [...life.world.aws.roles.keys()][0] ?? '' }).ports;
  await reactivate(start('reactivate-1'), { userName: '', deployed: life.deployed() });
  old.status = 'Inactive';
  const refused = { accessKeyId: old.id, secretAccessKey: old.secret };
  await reactivate(start('reactivate-2'), { userName: '', deployed: refused });
  return {
    operations: operationsOf(life.world, /^reactivate/),
    tagKeys: [...life.world.aws.user(USER).tags.values()].map(({ key }) => key),
  };
}

/** One key, users by name, everybody, everybody below a path. */
export async function checkCalls(): Promise<Calls> {
  const world = new World({ boxes: toyBoxes });
  const ago = (days: number) => ({ createdAt: world.aws.daysAgo(days) });
  world.aws.addUser('old', ago(500));
  const key = world.aws.addKey('old', ago(400));
  world.aws.addUser('both', ago(500));
  world.aws.addKey('both', ago(10));
  world.aws.addKey('both', ago(20));
  const everybody = { kind: 'all', waivers: [], source: 'exact' } as const;
  const scopes: readonly Scope[] = [
    { kind: 'key', accessKeyId: key.id },
    { kind: 'users', userNames: ['both'] },
    { ...everybody, pathPrefix: '/' },
    { ...everybody, pathPrefix: '/ci/' },
  ];
  world.aws.addUser('robot', { ...ago(500), path: '/ci/' });
  for (const scope of scopes)
    await check(auditProcess(world).ports, {
      scope,
      policy: {
        ...DEFAULT_AUDIT_POLICY,
        failOn: new Set(['age', 'unused', 'two-active', 'root']),
      },
    });
  return { operations: operationsOf(world), tagKeys: [] };
}
