import { Masks } from './doors/masks.ts';

/** The three doors of one bundle: each loads only what it needs. Whatever is thrown up to here is a defect, and red. */
export async function enter(
  name: 'rotate' | 'check' | 'reactivate',
  load: typeof doorOf = doorOf,
): Promise<void> {
  const masks = new Masks();
  let ended = false;
  // Never green by accident: with nothing left to wait for, Node would end an unfinished run with exit code 0.
  process.once('beforeExit', () => {
    if (!ended)
      void fail(new Error('The run stopped in the middle: an answer that it waits for never comes.'), masks);
  });
  try {
    const door = await load(name);
    await door.open(masks);
  } catch (error) {
    await fail(error, masks);
  }
  ended = true;
}

async function fail(defect: unknown, masks: Masks): Promise<void> {
  const [{ failAsDefect }, { runnerLog }] = await Promise.all([
    import('./action/finish.ts'),
    import('./action/log.ts'),
  ]);
  // Before anything prints.
  masks.tell(runnerLog);
  failAsDefect(defect);
}

interface Door {
  open(masks: Masks): Promise<void>;
}

function doorOf(name: 'rotate' | 'check' | 'reactivate'): Promise<Door> {
  switch (name) {
    case 'rotate':
      return import('./doors/rotate.ts');
    case 'check':
      return import('./doors/check.ts');
    case 'reactivate':
      return import('./doors/reactivate.ts');
  }
}
