/** Whoever reads the log of a run that waits is told what for. */
import { SECOND } from '../rotation/model.ts';
import type { Clock, Log } from './ports.ts';

const SILENCE = 5 * SECOND;

/**
 * What it returns may be called as often as there is something to tell: it speaks once five seconds have passed by AWS's
 * clock, and again after each five more.
 *
 * @param say a line for the log, given the whole seconds that have passed.
 */
export function nowAndThen(
  { clock, log }: { readonly clock: Pick<Clock, 'aws'>; readonly log: Pick<Log, 'info'> },
  say: (seconds: number) => string,
): () => void {
  const start = clock.aws();
  let spoke: number = start;
  return () => {
    const now = clock.aws();
    if (now - spoke < SILENCE) return;
    spoke = now;
    log.info(say(Math.floor((now - start) / SECOND)));
  };
}
