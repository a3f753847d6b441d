/** The `destinations` input, and the names of the secrets in them. */
import { type App, type Destination, type Layout, nameOf } from '../rotation/destinations.ts';
import type { InputReader } from './parse.ts';

// GitHub: an account name has letters, digits and single hyphens; a repository name also dots and underscores.
const OWNER = /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;
const REPOSITORY = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

const ACCEPTED =
  'actions[:OWNER/REPO], environment:NAME, environment:OWNER/REPO:NAME, organization:ORG, dependabot[:OWNER/REPO], ' +
  'dependabot-organization:ORG, codespaces[:OWNER/REPO] or codespaces-organization:ORG';

/** @param repository `OWNER/REPO` of this workflow. */
export function readDestinations(
  input: InputReader,
  repository: string,
): [Destination, ...Destination[]] | null {
  const found: Destination[] = [];
  for (const line of input.lines('destinations')) {
    const destination = parseDestination(line, repository);
    if (destination === null) input.problem('destinations', `${JSON.stringify(line)} is not ${ACCEPTED}`);
    // GitHub's names ignore case, so two spellings are one place.
    else if (found.some((other) => nameOf(other).toLowerCase() === nameOf(destination).toLowerCase()))
      input.problem('destinations', `${JSON.stringify(line)} is listed twice`);
    else found.push(destination);
  }
  const [home, ...rest] = found;
  if (home === undefined) {
    if (input.lines('destinations').length === 0)
      input.problem('destinations', `is empty; accepted are ${ACCEPTED}`);
    return null;
  }
  return [home, ...rest];
}

const APPS: Readonly<Record<string, App>> = {
  actions: 'actions',
  dependabot: 'dependabot',
  codespaces: 'codespaces',
};
const ORGANIZATIONS: Readonly<Record<string, App>> = {
  organization: 'actions',
  'dependabot-organization': 'dependabot',
  'codespaces-organization': 'codespaces',
};

export function parseDestination(line: string, repository: string): Destination | null {
  const colon = line.indexOf(':');
  const word = colon < 0 ? line : line.slice(0, colon);
  const rest = colon < 0 ? null : line.slice(colon + 1);
  const app = APPS[word];
  if (app !== undefined) {
    const place = parseRepository(rest ?? repository);
    return place === null ? null : { scope: 'repository', app, ...place };
  }
  const organizationApp = ORGANIZATIONS[word];
  if (organizationApp !== undefined)
    return rest !== null && OWNER.test(rest)
      ? { scope: 'organization', app: organizationApp, org: rest }
      : null;
  return word === 'environment' && rest !== null ? parseEnvironment(rest, repository) : null;
}

/** In `A/B:C`, what stands before the first `:` and has the form OWNER/REPO is the repository. */
function parseEnvironment(rest: string, repository: string): Destination | null {
  const colon = rest.indexOf(':');
  const elsewhere = colon < 0 ? null : parseRepository(rest.slice(0, colon));
  const place = elsewhere ?? parseRepository(repository);
  const environment = elsewhere === null ? rest : rest.slice(colon + 1);
  // GitHub: an environment's name has at most 255 characters.
  if (place === null || environment === '' || environment.length > 255) return null;
  return { scope: 'environment', app: 'actions', ...place, environment };
}

function parseRepository(text: string): { owner: string; repo: string } | null {
  const [owner = '', repo = '', ...more] = text.split('/');
  return OWNER.test(owner) && REPOSITORY.test(repo) && more.length === 0 ? { owner, repo } : null;
}

// GitHub: "Secret names can only contain alphanumeric characters or underscores", no leading digit, no GITHUB_ prefix.
const SECRET_NAME = /^(?!github_)[a-z_][a-z\d_]{0,254}$/i;
const SECRET_NAME_ACCEPTED =
  'a secret name (letters, digits and _, no leading digit, not starting with GITHUB_)';

const DEFAULT_NAMES = {
  accessKeyIdName: 'AWS_ACCESS_KEY_ID',
  secretAccessKeyName: 'AWS_SECRET_ACCESS_KEY',
} as const;

export function readLayout(input: InputReader): Layout {
  const name = (of: string, required: boolean): string =>
    // GitHub keeps secret names in upper case.
    input.matching(of, SECRET_NAME, SECRET_NAME_ACCEPTED, { required }).toUpperCase();
  const json = name('credentials-json-name', false);
  const two = {
    accessKeyIdName: name('access-key-id-name', json === ''),
    secretAccessKeyName: name('secret-access-key-name', json === ''),
  };
  if (json === '') {
    if (two.accessKeyIdName !== '' && two.accessKeyIdName === two.secretAccessKeyName)
      input.problem('secret-access-key-name', 'is the same name as access-key-id-name');
    // A rotation would put each half where its consumers look for the other.
    if (/SECRET_ACCESS_KEY$/.test(two.accessKeyIdName) || /ACCESS_KEY_ID$/.test(two.secretAccessKeyName))
      input.problem(
        'access-key-id-name',
        `${two.accessKeyIdName} for the ID and ${two.secretAccessKeyName} for the secret: the names say otherwise. Swap or correct them`,
      );
    return { kind: 'two', ...two };
  }
  if (
    two.accessKeyIdName !== DEFAULT_NAMES.accessKeyIdName ||
    two.secretAccessKeyName !== DEFAULT_NAMES.secretAccessKeyName
  )
    input.problem(
      'credentials-json-name',
      'the pair is kept either in this one secret or in two; leave access-key-id-name and secret-access-key-name out',
    );
  return { kind: 'json', name: json };
}
