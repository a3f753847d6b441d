/**
 * Installs the peers that Node cannot bring along, each into build/peers, and says in a sentence what is missing: a peer
 * that cannot be had is a failure, never a skipped test.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build/peers');

const run = (command, args, options = {}) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', ...options });

function need(what, how) {
  try {
    how();
  } catch (error) {
    console.error(`${what} is missing and could not be installed: ${error.stderr ?? error.message}`);
    process.exit(1);
  }
}

mkdirSync(folder, { recursive: true });

need('Stoplight Prism (npm)', () => {
  const prism = join(folder, 'prism');
  if (existsSync(join(prism, 'node_modules/.bin/prism'))) return;
  mkdirSync(prism, { recursive: true });
  writeFileSync(join(prism, 'package.json'), '{"private":true}');
  // Prism brings a package that reports installs from its postinstall script.
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '@stoplight/prism-cli@5.14.2'], {
    cwd: prism,
  });
});

need('C libsodium (Debian: libsodium23)', () => {
  const found = () => run('python3', ['-c', 'import ctypes; ctypes.CDLL("libsodium.so.23")']);
  try {
    found();
  } catch {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', 'libsodium23']);
    found();
  }
});
