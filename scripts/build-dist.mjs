/**
 * Builds dist/: tsc emits src/ (ncc's own TypeScript loader breaks on TypeScript 7), ncc bundles what it emitted.
 *
 *     node scripts/build-dist.mjs [--out DIR] [--source-maps]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ncc from '@vercel/ncc';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist') },
    /** For profiles; never committed. */
    'source-maps': { type: 'boolean', default: false },
  },
});
const out = resolve(values.out);
/** Inside the project, so that packages resolve; `type: module` of the project makes ncc emit ES modules. */
const emitted = join(root, 'build', 'dist-src');

// The folder is emptied before it is filled: only an earlier build, or a folder that holds nothing, may go.
if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'licenses.txt')))
  throw new Error(`${out} is not a folder for dist/.`);

rmSync(emitted, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.dist.json')],
  { cwd: root, stdio: 'inherit' },
);
const notices = licenses();
rmSync(out, { recursive: true, force: true });
// First, so that what an interrupted build leaves is known as its own.
write(join(out, 'licenses.txt'), notices);
await bundle(join(emitted, 'main.js'), out);
// What action.yml starts: three small doors to one bundle.
for (const door of ['rotate', 'check', 'reactivate'])
  write(join(out, door, 'index.js'), `import { enter } from '../index.js';\nawait enter('${door}');\n`);

/**
 * Every production package with its licence. (ncc's own list loses all but one of them when a chunk is split off.)
 * A licence that would bind those who use the action stops the build.
 */
function licenses() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const production = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  );
  return production
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { version }]) => {
      const { name, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      if (typeof license !== 'string' || /GPL/.test(license)) throw new Error(`${name}: licence ${license}`);
      const file = readdirSync(join(root, path)).find((entry) => /^licen[cs]e/i.test(entry));
      const text =
        file === undefined
          ? ''
          : `${readFileSync(join(root, path, file), 'utf8')
              .replace(/\r\n/g, '\n')
              .trim()}\n`;
      return `${name}@${version}\n${license}\n${text}`;
    })
    .join('\n');
}

async function bundle(entry, folder) {
  const { code, map, assets } = await ncc(entry, {
    quiet: true,
    sourceMap: values['source-maps'],
    sourceMapRegister: false,
    cache: false,
  });
  write(join(folder, 'index.js'), ascii(code));
  if (map) write(join(folder, 'index.js.map'), map);
  for (const [name, { source }] of Object.entries(assets))
    write(join(folder, name), name.endsWith('.js') ? ascii(String(source)) : source);
  write(join(folder, 'package.json'), '{"type":"module"}\n');
}

/**
 * V8 keeps the text of a program that has one character beyond Latin-1 in two bytes a character, all of it: that is 1.5 MB
 * of a run's memory. An escape means the same in strings, templates, regular expressions and comments.
 */
function ascii(code) {
  return code.replace(/\P{ASCII}/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
