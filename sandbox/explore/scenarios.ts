/**
 * The scenarios that faults strike. Each sets the stage up to the morning of the run in question; the exploration then
 * lets that run and the days after it happen, and asks whether everything came right by itself.
 */
import { DAY } from '../../src/rotation/model.ts';
import { HOME } from '../world.ts';
import { Life, type LifeOptions } from './life.ts';

export interface Scenario {
  readonly what: string;
  /** The stage on the morning of the run in question. */
  readonly prepare: () => Promise<Life>;
}

const due = (options: LifeOptions = {}): Life => {
  const life = new Life(options);
  life.deployKey(61);
  return life;
};

/** A life in which the key was rotated this many days ago, its consumer following at once. */
async function rotated(daysAgo: number, options: LifeOptions = {}): Promise<Life> {
  const life = due(options);
  await life.run();
  for (let day = 0; day < daysAgo; day++) {
    life.days(1);
    life.use();
    await life.run();
  }
  return life;
}

const THREE = [
  HOME,
  { scope: 'repository', app: 'actions', owner: 'octo-org', repo: 'other' },
  { scope: 'organization', app: 'actions', org: 'octo-org' },
] as const;

/** A run that was killed right before this request of a creation; then a day went by. */
async function crashed(at: number, options: LifeOptions = {}): Promise<Life> {
  const life = due(options);
  life.strike([{ at, fault: 'killed-before' }]);
  await life.run();
  life.strike([]);
  life.days(1);
  return life;
}

/** The number of the first request of a creating run whose operation starts so, by looking at one. */
async function requestNumber(operation: string, options: LifeOptions = {}): Promise<number> {
  const life = due(options);
  await life.run();
  return life.world.wire.log.findIndex((exchange) => exchange.operation.startsWith(operation)) + 1;
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  create: { what: 'the key is 61 days old: create, prove, store, record', prepare: async () => due() },
  bootstrap: {
    what: 'nothing is deployed yet: the first key',
    prepare: async () => new Life(),
  },
  'recover-orphan': {
    what: 'yesterday’s run died after creating a key that nothing holds',
    prepare: async () => await crashed((await requestNumber('PUT')) as number),
  },
  'recover-torn': {
    what: 'yesterday’s run died between the two writes to home',
    prepare: async () => await crashed((await requestNumber('PUT')) + 1),
  },
  'recover-unrecorded': {
    what: 'yesterday’s run died after home was written, before it was recorded',
    prepare: async () => await crashed((await requestNumber('PUT')) + 2),
  },
  deactivate: { what: 'the successor was stored seven days ago', prepare: async () => await before(7) },
  delete: {
    what: 'the previous key has been Inactive for fourteen days',
    prepare: async () => await before(21),
  },
  'create-settled': {
    what: 'as create, with a key that works everywhere at once',
    prepare: async () => due({ settled: true }),
  },
  'create-json': {
    what: 'as create, with the pair in one JSON secret',
    prepare: async () => due({ layout: 'json' }),
  },
  'create-three': {
    what: 'as create, with another repository and an organization as well',
    prepare: async () => due({ destinations: THREE }),
  },
  'create-three-settled': {
    what: 'the same, with a key that works everywhere at once',
    prepare: async () => due({ destinations: THREE, settled: true }),
  },
  urgent: {
    what: 'force with both waits at zero: the old key is Inactive at the end of the same run',
    prepare: async () => due({ policy: { force: true, deactivateAfterDays: 0, quietDays: 0 } }),
  },
};

/** The morning on which the step that waits for this many days is due. */
async function before(days: number): Promise<Life> {
  const life = await rotated(days - 1);
  life.days(1);
  life.world.clock.advance(DAY / 24);
  return life;
}
