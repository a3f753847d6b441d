/** What a rotation finds and did not make: other people's tags, and GitHub's two clocks. Whole lives, in process. */
import { describe, expect, it } from '@jest/globals';
import { Life, type RunResult } from '../../sandbox/explore/life.ts';
import { HOME, ID_NAME, USER } from '../../sandbox/world.ts';
import { MOST_TAGS, TAGS_NEEDED } from '../../src/rotation/journal.ts';
import { MINUTE, SECOND } from '../../src/rotation/model.ts';

const codeOf = (result: RunResult): string =>
  result === 'killed' ? result : (result.failure?.code ?? result.plan?.reason ?? 'nothing');

function taggedBy(count: number): Life {
  const life = new Life();
  life.deployKey(61);
  for (let tag = 0; tag < count; tag++)
    life.world.aws.user(USER).tags.set(`team:${tag}`, { key: `team:${tag}`, value: 'platform' });
  return life;
}

describe('tags of other people', () => {
  it('leave just enough room: the whole life of a rotation fits', async () => {
    const life = taggedBy(MOST_TAGS - TAGS_NEEDED);
    for (let day = 0; day < 25; day++) {
      expect(codeOf(await life.run())).toMatch(/^(nothing-due|gate-shut|wait|delete-wait)/);
      life.days(1);
      life.use();
    }
    expect(life.world.aws.user(USER).keys).toHaveLength(1);
    expect(life.judge.violations).toEqual([]);
  });

  it.each([1, 2, 5])('leave too little room, by %i: refused before anything changes', async (missing) => {
    const life = taggedBy(MOST_TAGS - TAGS_NEEDED + missing);
    const result = await life.run();
    expect(codeOf(result)).toBe('no-room-for-tags');
    expect(result !== 'killed' && result.failure?.remedy).toContain(`Remove ${missing} of`);
    expect(life.world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
  });
});

it('a secret stamped later than its answer is still our own write', async () => {
  const other = { scope: 'repository', app: 'actions', owner: 'octo-org', repo: 'other' } as const;
  const life = new Life({ destinations: [HOME, other] });
  life.world.github.stampsLater = 2 * SECOND;
  life.deployKey(61);
  await life.run();
  const written = life.world.wire.log.length;
  life.days(1);
  await life.run();
  const later = life.world.wire.log.slice(written);
  expect(later.filter(({ operation }) => operation.startsWith('PUT'))).toEqual([]);
});

it('a secret stamped earlier than its answer is still written since the intent: its key is no orphan', async () => {
  const life = new Life({ settled: true });
  life.world.wire.tick = 20;
  life.world.github.stampsLater = -4 * SECOND;
  life.deployKey(61);
  const old = life.deployed();
  // The run dies once home holds the new pair, before that is on record.
  life.world.wire.faultFor = ({ operation, target }) =>
    operation.startsWith('PUT') && target.endsWith(ID_NAME) ? 'killed-after' : null;
  expect(await life.run()).toBe('killed');
  life.world.wire.faultFor = () => null;
  life.world.clock.advance(60 * MINUTE);
  // A re-run keeps old inputs.
  expect(codeOf(await life.run(old))).toBe('inputs-outdated');
  expect(life.judge.violations).toEqual([]);
  expect(life.world.aws.key(life.deployed().accessKeyId)?.status).toBe('Active');
});
