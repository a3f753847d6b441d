/** Everything that talks to GitHub, made for one run: loaded by its first use. */
import type { Ports } from '../flow/ports.ts';
import { lazily } from '../lazily.ts';
import type { GitHubOptions } from './secrets.ts';

export const gitHubPorts = (options: GitHubOptions): Pick<Ports, 'secrets' | 'sealer'> => ({
  secrets: lazily(async () => (await import('./secrets.ts')).gitHubSecrets(options)),
  sealer: lazily(async () => (await import('./sealed-box.ts')).sodiumSealer),
});
