/**
 * Builds dist/: tsc emits src/ (ncc's own TypeScript loader breaks on TypeScript 7), ncc bundles what it emitted.
 *
 *     node scripts/build-dist.mjs [--out DIR]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ncc from '@vercel/ncc';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);
/** Inside the project, so that packages resolve; `type: module` of the project makes ncc emit ES modules. */
const emitted = join(root, 'build', 'dist-src');

rmSync(emitted, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.dist.json')],
  { cwd: root, stdio: 'inherit' },
);
rmSync(out, { recursive: true, force: true });
for (const door of ['rotate', 'check', 'reactivate']) {
  const entry = join(emitted, `${door}.js`);
  if (existsSync(entry)) await bundle(entry, join(out, door));
}

async function bundle(entry, folder) {
  const { code, assets } = await ncc(entry, {
    quiet: true,
    license: 'licenses.txt',
    sourceMap: false,
    cache: false,
  });
  write(join(folder, 'index.js'), code);
  for (const [name, { source }] of Object.entries(assets)) write(join(folder, name), source);
  write(join(folder, 'package.json'), '{"type":"module"}\n');
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
