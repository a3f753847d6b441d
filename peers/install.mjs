/**
 * Fetches the programs that we did not write and that `peers/*.test.ts` hold this project against. All but Debian's two
 * packages stays in build/peers, keyed by the files that pin it, so that a second run fetches nothing. Needs Python 3.10
 * with venv. A peer that cannot be had is a failure with a sentence, never a skipped test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = join(root, 'build/peers');

/** Runs a program to its end; its output is shown only if it fails. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with ${code}.\n${output}`)),
    );
  });
}

/** Makes build/peers/NAME unless it was made from these very files before. */
async function cached(name, sources, make) {
  const digest = createHash('sha256');
  for (const source of sources) digest.update(readFileSync(join(root, source)));
  const stamp = join(place, `${name}.made-from`);
  const wanted = digest.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(join(place, name), { recursive: true, force: true });
  await make(join(place, name));
  writeFileSync(stamp, wanted);
}

const python = () =>
  cached('venv', ['peers/requirements.txt'], async (venv) => {
    await run('python3', ['-m', 'venv', venv]);
    const pinned = ['--require-hashes', '--only-binary', ':all:', '-r', join(root, 'peers/requirements.txt')];
    await run(join(venv, 'bin/pip'), ['install', '--quiet', '--no-compile', ...pinned]);
  });

/** Outside node_modules, and without its dependency's telemetry, which comes as an install script. */
const prism = () =>
  cached('prism', ['peers/prism/package.json', 'peers/prism/package-lock.json'], async (folder) => {
    mkdirSync(folder);
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(root, 'peers/prism', file), join(folder, file));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  });

/** GitHub's language service. Its modules import JSON in a way that Node does not take, so it is bundled once. */
const languageService = () =>
  cached('language-service', LANGUAGE_SERVICE, async (folder) => {
    mkdirSync(join(folder, 'bundle'), { recursive: true });
    for (const file of LANGUAGE_SERVICE) copyFileSync(join(root, file), join(folder, basename(file)));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    const { code } = await ncc(join(folder, 'validate.mjs'), { quiet: true, cache: false });
    writeFileSync(join(folder, 'bundle/index.mjs'), code);
  });
const LANGUAGE_SERVICE = ['package.json', 'package-lock.json', 'validate.mjs'].map(
  (file) => `peers/language-service/${file}`,
);

async function debian() {
  const installed = (name) => spawnSync('dpkg', ['--status', name], { stdio: 'ignore' }).status === 0;
  const missing = ['faketime', 'libsodium23'].filter((name) => !installed(name));
  if (missing.length === 0) return;
  // On GitHub's runners one is not root, and asks sudo.
  const [command, ...first] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  await run(command, [...first, 'update', '--quiet']);
  await run(command, [...first, 'install', '--yes', '--no-install-recommends', ...missing]);
}

const peers = [
  ['moto and the AWS CLI (Python packages of peers/requirements.txt)', python],
  ['Prism (npm packages of peers/prism)', prism],
  ['GitHub’s language service (npm packages of peers/language-service)', languageService],
  ['libfaketime and the C libsodium (Debian packages faketime and libsodium23)', debian],
];
mkdirSync(place, { recursive: true });
const outcomes = await Promise.allSettled(peers.map(([, fetch]) => fetch()));
outcomes.forEach(({ status, reason }, index) => {
  if (status === 'fulfilled') return;
  console.error(`A peer is missing: ${peers[index][0]} could not be installed. ${reason.message}`);
  process.exitCode = 1;
});
