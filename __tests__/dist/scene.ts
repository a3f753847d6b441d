/** Worlds for the built action: real boxes, real signatures, a stand of loopback servers. */
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import { Stand, type StandOptions } from '../../sandbox/stand.ts';
import { deploy, HOME, stage, USER, type World } from '../../sandbox/world.ts';
import { DAY } from '../../src/rotation/model.ts';

export interface Scene {
  readonly world: World;
  readonly stand: Stand;
}

/** A key of this age, made and deployed by a person; `null` = nothing is there yet. */
export async function open(ageInDays: number | null, options: StandOptions = {}): Promise<Scene> {
  const world = stage({ boxes: await sodiumBoxes() });
  world.wire.tick = 400;
  if (ageInDays !== null) {
    const key = world.aws.addKey(USER, { createdAt: world.aws.daysAgo(ageInDays) });
    deploy(world, key, HOME, ageInDays);
  }
  return { world, stand: await Stand.open(world, options) };
}

export async function within<T>(ageInDays: number | null, work: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await open(ageInDays);
  try {
    return await work(scene);
  } finally {
    await scene.stand.close();
  }
}

export const nextDay = (world: World, days = 1): void => world.clock.advance(days * DAY);

/** `GET …/AWS_ACCESS_KEY_ID`, `TagUser`: what was sent, short enough to read in a row. */
export const requests = (world: World, from = 0): string[] =>
  world.wire.log
    .slice(from)
    .map(({ operation, target }) =>
      operation.startsWith('GET ') || operation.startsWith('PUT ')
        ? `${operation.slice(0, 3)} ${operation.endsWith('public-key') ? 'public-key' : (target.split(' ').at(-1) ?? '')}`
        : operation,
    );
