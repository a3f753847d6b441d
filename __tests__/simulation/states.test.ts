/**
 * Every state that the parts can be in, sensible or not: two keys or fewer, their status, the journal about them right,
 * absent or nonsense, every content of home's halves, every kind of inputs. In each the plan is total, daily runs come
 * to rest, no invariant falls on the way, and whoever must act is told so.
 */
import { describe, expect, it } from '@jest/globals';
import type { Key } from '../../sandbox/aws/account.ts';
import { Life, type RunResult } from '../../sandbox/explore/life.ts';
import { HOME, ID_NAME, SECRET_NAME, USER } from '../../sandbox/world.ts';
import { digest } from '../../src/action/rotate-inputs.ts';
import { recordTag, recordValue } from '../../src/rotation/journal.ts';
import { awsTime, DAY, gitHubTime, type KeyRecord, MINUTE } from '../../src/rotation/model.ts';
import { counted } from '../counted.ts';

type Status = 'none' | 'Active' | 'Inactive';
type Half = 'old' | 'new' | 'absent' | 'edited';
type Inputs = 'home' | 'old' | 'empty' | 'junk';

interface State {
  readonly old: Status;
  readonly new: Status;
  readonly oldRecord: 'absent' | 'adopted' | 'inactive' | 'nonsense';
  readonly newRecord: 'absent' | 'stored' | 'nonsense';
  /** Was the newer key created right after an intent that is still there? */
  readonly intent: boolean;
  readonly secret: Half;
  readonly id: Half;
  readonly inputs: Inputs;
  readonly force: boolean;
  readonly recentUse: boolean;
}

const choices = {
  old: ['none', 'Active', 'Inactive'],
  new: ['none', 'Active', 'Inactive'],
  oldRecord: ['absent', 'adopted', 'inactive', 'nonsense'],
  newRecord: ['absent', 'stored', 'nonsense'],
  intent: [false, true],
  secret: ['old', 'new', 'absent', 'edited'],
  id: ['old', 'new', 'absent', 'edited'],
  inputs: ['home', 'old', 'empty', 'junk'],
  force: [false, true],
  recentUse: [false, true],
} as const;

/** All of them; what says the same thing twice (a record of a key that is not there) is left out. */
function* states(fixed: Pick<State, 'force' | 'recentUse'>): Generator<State> {
  for (const old of choices.old)
    for (const newer of choices.new)
      for (const oldRecord of old === 'none' ? (['absent'] as const) : choices.oldRecord)
        for (const newRecord of newer === 'none' ? (['absent'] as const) : choices.newRecord)
          for (const intent of newer === 'none' ? [false] : choices.intent)
            for (const secret of choices.secret.filter((half) => possible(half, old, newer)))
              for (const id of choices.id.filter((half) => possible(half, old, newer)))
                for (const inputs of choices.inputs.filter((kind) => kind !== 'old' || old !== 'none'))
                  yield { old, new: newer, oldRecord, newRecord, intent, secret, id, inputs, ...fixed };
}

const possible = (half: Half, old: Status, newer: Status): boolean =>
  (half !== 'old' || old !== 'none') && (half !== 'new' || newer !== 'none');

const NONSENSE = 'inactive=yesterday';

function build(state: State): { life: Life; deployed: { accessKeyId: string; secretAccessKey: string } } {
  const life = new Life({ settled: true, policy: { force: state.force } });
  const { world } = life;
  const createdByUs = `arn:aws:sts::${world.aws.account}:assumed-role/rotate/RotateAwsAccessKey`;
  const add = (status: Status, age: number, ours: boolean): Key | null =>
    status === 'none'
      ? null
      : world.aws.addKey(USER, {
          status,
          createdAt: world.clock.now - age * DAY,
          createdBy: ours ? createdByUs : 'setup',
          used: state.recentUse
            ? [{ at: world.clock.now - 60 * MINUTE, service: 's3', region: 'eu-west-1' }]
            : [],
        });
  const old = add(state.old, 65, state.oldRecord === 'adopted' || state.oldRecord === 'inactive');
  const newer = add(state.new, 4, state.newRecord === 'stored' || state.intent);
  const tag = (name: string, value: string) =>
    world.aws.user(USER).tags.set(name.toLowerCase(), { key: name, value });
  const at = awsTime(world.clock.aws - 4 * DAY);
  const github = gitHubTime(world.clock.gitHub - 4 * DAY + 60_000);
  const record = (key: Key | null, kind: string, fact: KeyRecord) => {
    if (key !== null && kind !== 'absent')
      tag(recordTag(key.id), kind === 'nonsense' ? NONSENSE : recordValue(fact));
  };
  record(old, state.oldRecord, { state: state.oldRecord === 'inactive' ? 'inactive' : 'adopted', at });
  record(newer, state.newRecord, {
    state: 'stored',
    at: awsTime(at + 60_000),
    github,
    destinations: digest([HOME], { kind: 'two', accessKeyIdName: ID_NAME, secretAccessKeyName: SECRET_NAME }),
  });
  if (state.intent)
    tag('key-rotation:intent:n', `aws=${iso(at - 60_000)} github=${iso(github - 120_000)} run=9-1`);
  const write = (name: string, half: Half, values: Record<'old' | 'new', string | undefined>) => {
    if (half === 'absent') return;
    const days = half === 'old' ? 65 : 4;
    world.github.setSecret(HOME, name, half === 'edited' ? `edited${name.length}` : (values[half] ?? ''), {
      at: gitHubTime(world.clock.gitHub - days * DAY + (half === 'new' ? 30_000 : 0)),
    });
  };
  write(SECRET_NAME, state.secret, { old: old?.secret, new: newer?.secret });
  write(ID_NAME, state.id, { old: old?.id, new: newer?.id });
  life.judge.look();
  if (state.inputs === 'old' && old !== null) life.judge.wasDeployed(old);
  const inputs: Record<Inputs, { accessKeyId: string; secretAccessKey: string }> = {
    home: life.deployed(),
    old: { accessKeyId: old?.id ?? '', secretAccessKey: old?.secret ?? '' },
    empty: { accessKeyId: '', secretAccessKey: '' },
    junk: { accessKeyId: 'AKIAJUNKJUNKJUNK2222', secretAccessKey: 'junk' },
  };
  return { life, deployed: inputs[state.inputs] };
}

const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

const outcomeOf = (result: RunResult): string =>
  result === 'killed'
    ? result
    : `${result.failure === null ? result.plan?.outcome : `failed ${result.failure.code}`} ${result.plan?.reason}`;

/** Lives the state to its rest: one run with the given inputs, then daily ones with what home holds. */
async function settle(state: State): Promise<{ problem: string | null; outcome: string }> {
  const { life, deployed } = build(state);
  await life.run(deployed);
  life.policy = { ...life.policy, force: false };
  life.judge.policy = life.policy;
  let last: RunResult = 'killed';
  let before = '';
  for (const days of [1, 1, 8, 16, 1]) {
    life.days(days);
    last = await life.run();
    // Red twice for the same reason, and nothing done: only a person will change that.
    if (before === outcomeOf(last) && before.startsWith('refuse')) break;
    before = outcomeOf(last);
  }
  const outcome = outcomeOf(last);
  const [violation] = life.judge.violations;
  if (violation !== undefined) return { problem: violation, outcome };
  if (last === 'killed') return { problem: last, outcome };
  // At rest: nothing to do, a warning, or red with words for a person; never a run that keeps changing things.
  const resting = last.failure !== null ? last.failure.remedy !== '' : last.plan?.outcome !== 'act';
  if (!resting || last.deeds.length > 0)
    return { problem: `not at rest: ${outcome} ${JSON.stringify(last.deeds)}`, outcome };
  if (
    last.plan?.outcome === 'refuse' &&
    last.plan.next.step !== 'person' &&
    last.plan.reason !== 'gate-shut' &&
    last.plan.reason !== 'rotation-blocked'
  )
    return { problem: `red, but nobody is named: ${outcome}`, outcome };
  return { problem: null, outcome };
}

describe('every state', () => {
  for (const [force, recentUse] of [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const)
    it(`comes to rest without breaking an invariant (force ${force}, ${recentUse ? 'used an hour ago' : 'never used'})`, async () => {
      const outcomes = new Map<string, number>();
      let count = 0;
      for (const state of states({ force, recentUse })) {
        const { problem, outcome } = await settle(state);
        if (problem !== null) expect({ state, problem }).toEqual({ state, problem: null });
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        count++;
      }
      counted(
        'states',
        `${count} (force ${force}, recent use ${recentUse}): ${[...outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(', ')}`,
      );
      expect(count).toBeGreaterThan(2_000);
    });
});
