/**
 * Prints the path of Node 24, the runtime of the actions, and fetches it before if it must. It comes in a package without
 * an install script, and stays outside node_modules: a `node` in node_modules/.bin would run the project's own scripts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function node24() {
  const folder = fileURLToPath(new URL('../build/node24', import.meta.url));
  const name = `node-${process.platform}-${process.arch}`;
  const node = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(node))
    execFileSync(
      'npm',
      [
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `${name}@24`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  return node;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(node24());
