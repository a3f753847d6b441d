/** An organization's secret never loses a repository by our hand, and a reader that it lost otherwise is told of. */
import { describe, expect, it } from '@jest/globals';
import { HOME, ID_NAME, pairIn, SECRET_NAME, USER, type World } from '../../sandbox/world.ts';
import { sodiumSealer } from '../../src/github/sealed-box.ts';
import { ORG, within } from './scene.ts';

/** Both halves, selected for this many repositories. */
function select(world: World, count: number): number[] {
  const selected = Array.from({ length: count }, (_, n) => world.github.addRepository(`octo-org/r-${n}`).id);
  for (const name of [SECRET_NAME, ID_NAME])
    world.github.setSecret(ORG, name, 'x', { visibility: 'selected', selected: [...selected] });
  return selected;
}

const readersOf = (world: World, name: string): number[] =>
  world.github.domain(ORG).secrets.get(name)?.selected ?? [];
const sent = (world: World, method: string): string[] =>
  world.wire.log
    .filter(({ operation }) => operation.startsWith(`${method} `))
    .map(({ operation, target }) => `${operation.split('/').at(-1)} ${target}`);
const LIST = 'repositories organization:octo-org AWS_SECRET_ACCESS_KEY';

describe('a list that lacks repositories which it counts', () => {
  it('stops the run before a key is created', async () => {
    await within(async ({ world, run }) => {
      const selected = select(world, 101);
      world.github.unseen.add(selected[7] ?? 0);
      const { failure, deeds } = await run([HOME, ORG]);
      expect(failure).toMatchObject({
        code: 'audience-unreadable',
        message: expect.stringMatching(/counts 101 repositories .* but lists 100\./),
      });
      expect(deeds).toEqual([]);
      expect(world.aws.user(USER).keys).toHaveLength(1);
      expect(sent(world, 'PUT')).toEqual([]);
    });
  });

  it('is asked for again, since it may have been an old one', async () => {
    await within(async ({ world, run }) => {
      const selected = select(world, 101);
      world.github.unseen.add(selected[7] ?? 0);
      world.wire.faultFor = () => {
        // The first reading has two pages.
        if (sent(world, 'GET').filter((request) => request === LIST).length === 2)
          world.github.unseen.clear();
        return null;
      };
      const { failure } = await run([HOME, ORG]);
      expect(failure).toBeNull();
      expect(readersOf(world, SECRET_NAME)).toEqual(selected);
    });
  });

  it('that appears only after the key was created takes the key back, where nothing was written yet', async () => {
    await within(async ({ world, run }) => {
      const selected = select(world, 3);
      world.wire.afterEffect = ({ operation }) => {
        if (operation === 'CreateAccessKey') world.github.unseen.add(selected[0] ?? 0);
      };
      deployIn(world);
      const { failure } = await run([ORG]);
      expect(failure).toMatchObject({
        code: 'audience-unreadable',
        state: expect.stringMatching(/^Nothing was written\. The new key was deleted again/),
      });
      expect(sent(world, 'PUT')).toEqual([]);
      expect(readersOf(world, SECRET_NAME)).toEqual(selected);
    });
  });
});

it('a list that changes between two pages is read again: nobody falls into the gap', async () => {
  await within(async ({ world, secrets }) => {
    const selected = select(world, 101);
    await secrets.metadata(ORG, SECRET_NAME);
    let pages = 0;
    world.wire.faultFor = ({ operation }) => {
      // Somebody deselects a repository of the first page: what was the second page's first is now the first page's last.
      if (operation.endsWith('/repositories') && ++pages === 2) readersOf(world, SECRET_NAME).shift();
      return null;
    };
    const { keyId, key } = await secrets.publicKey(ORG);
    await secrets.put(ORG, SECRET_NAME, await sodiumSealer.seal(key, 'new'), keyId);
    expect(readersOf(world, SECRET_NAME)).toEqual(selected.slice(1));
    expect(world.github.read(ORG, SECRET_NAME)).toBe('new');
  });
});

it('an organization’s readers are asked for before both halves are written and after, never between: a torn pair does not last', async () => {
  await within(async ({ world, run }) => {
    select(world, 3);
    deployIn(world);
    await run([ORG]);
    const order = world.wire.log.map(({ operation }) => operation);
    const halves = order.flatMap((operation, index) => (operation.startsWith('PUT ') ? [index] : []));
    const between = order.slice((halves[0] ?? 0) + 1, halves[1]);
    expect(between).toEqual([]);
    expect(
      order.slice((halves[1] ?? 0) + 1).filter((operation) => operation.endsWith('/repositories')),
    ).toHaveLength(2);
  });
});

describe('a reader that is gone after the write', () => {
  it.each([
    ['home', [ORG]],
    ['another destination', [HOME, ORG]],
  ] as const)('counts as written in %s: the run goes on, and ends red naming it', async (_where, places) => {
    await within(async ({ world, run }) => {
      const selected = select(world, 3);
      deployIn(world);
      world.wire.afterEffect = ({ operation, target }) => {
        if (operation.startsWith('PUT') && target.endsWith(SECRET_NAME) && target.startsWith('organization'))
          readersOf(world, SECRET_NAME).pop();
      };
      const [first, ...rest] = places;
      const { failure, deeds, after } = await run([first, ...rest]);
      expect(failure).toMatchObject({
        code: 'audience-changed',
        message: `1 of 3 selected repositories lost secret ${SECRET_NAME} of organization:octo-org: ${selected[2]}`,
      });
      expect(deeds.map(({ kind }) => kind)).toEqual(['created', 'created']);
      const key = world.aws.user(USER).keys.at(-1);
      expect(after?.journal.records.get(key?.id ?? '')?.state).toBe('stored');
      for (const place of places)
        expect(pairIn(world, place)).toEqual({ accessKeyId: key?.id, secretAccessKey: key?.secret });
      expect(readersOf(world, ID_NAME)).toEqual(selected);
    });
  });

  it('is not to be told from a list that cannot be read: the same', async () => {
    await within(async ({ world, run }) => {
      select(world, 3);
      deployIn(world);
      let denied = 0;
      world.wire.faultFor = ({ operation }) =>
        operation.endsWith('/repositories') && sent(world, 'PUT').length === 2 && denied++ === 0
          ? 'denied'
          : null;
      const { failure } = await run([ORG]);
      expect(failure).toMatchObject({
        code: 'audience-changed',
        message: expect.stringMatching(
          /could not be looked at after it was written: .*Resource not accessible/,
        ),
      });
      expect(pairIn(world, ORG).accessKeyId).toBe(world.aws.user(USER).keys.at(-1)?.id);
    });
  });
});

/** The deployed pair in the organization's secret, as it is in the repository's. */
function deployIn(world: World): void {
  const { secrets } = world.github.domain(ORG);
  const [key] = world.aws.user(USER).keys;
  for (const [name, value] of [
    [SECRET_NAME, key?.secret],
    [ID_NAME, key?.id],
  ] as const) {
    const secret = secrets.get(name);
    if (secret !== undefined && value !== undefined) secret.value = value;
  }
}
