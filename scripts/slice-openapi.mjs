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

/** What the sandbox serves, all of it and no more: an operation that is not here is none that it knows. */
const REPOSITORY = '/repos/{owner}/{repo}';
const PLACES = [
  ...['actions', 'dependabot', 'codespaces'].flatMap((app) => [`${REPOSITORY}/${app}`, `/orgs/{org}/${app}`]),
  `${REPOSITORY}/environments/{environment_name}`,
];
const OF_A_PLACE = ['', '/public-key', '/{secret_name}', '/{secret_name}/repositories'];
const WANTED = new Set([
  `${REPOSITORY}/actions/organization-secrets`,
  ...PLACES.flatMap((place) => OF_A_PLACE.map((path) => `${place}/secrets${path}`)),
]);

/** Prose and examples are most of the bytes, and some examples are wrong (that of a public key has 33 bytes). */
const DROPPED = new Set([
  'description',
  'example',
  'examples',
  'x-github',
  'x-octokit',
  'externalDocs',
  'summary',
  'tags',
]);

/** Keywords whose value is a map from names to objects. */
const MAPS = new Set(['properties', 'responses', 'headers', 'content']);

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
      .filter(([path]) => WANTED.has(path))
      .map(([path, item]) => [path, bare(item)]),
  );
  const components = {};
  // References are followed until nothing new is found.
  const queue = [...references(paths)];
  for (const reference of queue) {
    const [, , kind, name] = reference.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = bare(spec.components[kind][name]);
    queue.push(...references(components[kind][name]));
  }
  const { title, license, version } = spec.info;
  return {
    openapi: spec.openapi,
    info: { title, license, version, 'x-source': PACKAGE, 'x-cut-by': 'scripts/slice-openapi.mjs' },
    paths,
    components: sorted(components),
  };
}

/**
 * Names of properties and of other maps are data and stay, whatever they are called: a repository has a property
 * `description`. Responses keep their description, without which OpenAPI is not valid.
 */
function bare(value, isMap = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isMap || !DROPPED.has(name) || (name === 'description' && isResponse(value)))
      .map(([name, item]) => [name, bare(item, !isMap && MAPS.has(name))]),
  );
}

function isResponse(value) {
  return ['type', 'in', 'operationId'].every((name) => !(name in value));
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
