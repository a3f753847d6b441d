/**
 * Cuts the secrets endpoints out of GitHub's published OpenAPI description and writes sandbox/github/openapi.json.
 * The package is 404 MB when installed, so it is fetched packed, and only one file of it is read.
 *
 *     node scripts/slice-openapi.mjs          # fetches the version named below
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@octokit/openapi@23.0.2';
const TARGET = new URL('../sandbox/github/openapi.json', import.meta.url);
const WANTED =
  /^\/(repos\/\{owner\}\/\{repo\}|orgs\/\{org\}|repos\/\{owner\}\/\{repo\}\/environments\/\{environment_name\})\/((actions|dependabot|codespaces)\/)?secrets(\/|$)|^\/repos\/\{owner\}\/\{repo\}\/actions\/organization-secrets$/;

const DROPPED = new Set(['example', 'examples', 'x-github', 'x-octokit', 'externalDocs', 'summary', 'tags']);

const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
try {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  execFileSync('tar', [
    '-xzf',
    join(folder, filename),
    '-C',
    folder,
    'package/generated/api.github.com.json',
  ]);
  const spec = JSON.parse(readFileSync(join(folder, 'package/generated/api.github.com.json'), 'utf8'));
  const slice = cut(spec);
  writeFileSync(TARGET, `${JSON.stringify(slice, null, 1)}\n`);
  console.log(`${Object.keys(slice.paths).length} paths`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function cut(spec) {
  const paths = Object.fromEntries(
    Object.entries(spec.paths)
      .filter(([path]) => WANTED.test(path))
      .map(([path, item]) => [path, withoutExamples(item)]),
  );
  const components = {};
  // References are followed until nothing new is found.
  const queue = [...references(paths)];
  for (const reference of queue) {
    const [, , kind, name] = reference.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = withoutExamples(spec.components[kind][name]);
    queue.push(...references(components[kind][name]));
  }
  return {
    openapi: spec.openapi,
    info: { ...spec.info, 'x-source': PACKAGE, 'x-cut-by': 'scripts/slice-openapi.mjs' },
    paths,
    components: sorted(components),
  };
}

/** Examples are most of the bytes, and some are wrong (the example public key has 33 bytes). */
function withoutExamples(value) {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => !DROPPED.has(name) && !(name === 'description' && String(item).length > 40))
      .map(([name, item]) => [name, withoutExamples(item)]),
  );
}

function references(value) {
  return [...JSON.stringify(value).matchAll(/"\$ref":"(#\/components\/[^"]+)"/g)].map((match) => match[1]);
}

function sorted(components) {
  return Object.fromEntries(
    Object.entries(components).map(([kind, items]) => [
      kind,
      Object.fromEntries(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
}
