import type { Log } from '../flow/ports.ts';

/**
 * Secrets that turn up while the toolkit is not loaded yet: kept, and told to the runner before anything prints. Nothing
 * can print until then, since printing is the toolkit's.
 */
export class Masks implements Pick<Log, 'mask'> {
  private waiting: string[] = [];
  private speak: ((secret: string) => void) | null = null;

  readonly mask = (secret: string): void => {
    if (this.speak === null) this.waiting.push(secret);
    else this.speak(secret);
  };

  /** Tells the runner what has turned up, and from now on each secret at once. */
  tell({ mask }: Pick<Log, 'mask'>): void {
    this.speak = mask;
    for (const secret of this.waiting) mask(secret);
    this.waiting = [];
  }
}
