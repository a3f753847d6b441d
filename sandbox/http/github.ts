/** GitHub's REST API for secrets over HTTP, every request and answer held against the published description. */
import type { App, Destination } from '../../src/rotation/destinations.ts';
import { nameOf } from '../../src/rotation/destinations.ts';
import type { Contract } from '../github/contract.ts';
import { Forbidden, type PutSecret, RateLimited } from '../github/side.ts';
import { Refused } from '../wire.ts';
import type { World } from '../world.ts';
import { type Handler, handled, httpDate, type Incoming, type Reply } from './server.ts';

export interface GitHubTransport {
  /** `''` for github.com, `/api/v3` for GitHub Enterprise Server. */
  readonly prefix: string;
  /** Where requests or answers broke the contract; a clean run leaves it empty. */
  readonly violations: string[];
}

interface Result {
  readonly status: number;
  readonly body?: unknown;
}

export function gitHubHandler(world: World, contract: Contract, transport: GitHubTransport): Handler {
  return (incoming) => {
    const [path = '', query = ''] = incoming.path.slice(transport.prefix.length).split('?');
    const matched = incoming.path.startsWith(transport.prefix) ? contract.match(path) : null;
    const template = matched?.template ?? 'unknown';
    const destination = matched === null ? null : destinationOf(matched.template, matched.parameters);
    const name = matched?.parameters.secret_name ?? '';
    return handled({
      request: {
        service: 'github',
        operation: `${incoming.method} ${template}`,
        target: `${destination === null ? path : nameOf(destination)}${name === '' ? '' : ` ${name}`}`,
        mutates: incoming.method !== 'GET',
      },
      act: () => {
        if (destination === null || matched === null || !contract.allows(template, incoming.method))
          throw new Refused(404, 'HTTP 404', 'Not Found');
        const body = readBody(incoming);
        const violation = contract.requestViolation(template, incoming.method, body);
        if (violation !== null) {
          transport.violations.push(`${incoming.method} ${template}: ${violation}`);
          throw new Refused(422, 'HTTP 422', `Invalid request. ${violation}`);
        }
        const result = perform(
          world,
          incoming,
          template,
          destination,
          name,
          new URLSearchParams(query),
          body,
        );
        const wrong = contract.responseViolation(template, incoming.method, result.status, result.body);
        if (wrong !== null) transport.violations.push(`answer to ${incoming.method} ${template}: ${wrong}`);
        return result;
      },
      reply: (answer) =>
        answer.kind === 'done'
          ? json(world, answer.value.status, answer.value.body)
          : failure(world, answer.error),
    });
  };
}

function readBody(incoming: Incoming): unknown {
  if (incoming.headers['user-agent'] === undefined)
    throw new Refused(
      403,
      'HTTP 403',
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  if (incoming.body === '') return undefined;
  try {
    return JSON.parse(incoming.body);
  } catch {
    throw new Refused(400, 'HTTP 400', 'Problems parsing JSON');
  }
}

function perform(
  world: World,
  incoming: Incoming,
  template: string,
  destination: Destination,
  name: string,
  query: URLSearchParams,
  body: unknown,
): Result {
  const { github } = world;
  const token = (incoming.headers.authorization ?? '').replace(/^(token|Bearer) /i, '');
  const page = Number(query.get('page') ?? '1');
  const perPage = Number(query.get('per_page') ?? '30');
  const route = `${incoming.method} ${template.replace(/^.*\/secrets/, 'secrets')}`;
  switch (route) {
    case 'GET secrets/public-key':
      return { status: 200, body: github.publicKey(token, destination) };
    case 'GET secrets':
      return { status: 200, body: github.listSecrets(token, destination, page, perPage) };
    case 'GET secrets/{secret_name}':
      return { status: 200, body: withLinks(incoming, github.getSecret(token, destination, name)) };
    case 'PUT secrets/{secret_name}': {
      const status = github.putSecret(token, destination, name, body as PutSecret);
      return status === 201 ? { status, body: {} } : { status };
    }
    case 'DELETE secrets/{secret_name}':
      github.deleteSecret(token, destination, name);
      return { status: 204 };
    case 'GET secrets/{secret_name}/repositories': {
      const found = github.selectedRepositories(token, destination, name, page, perPage);
      return { status: 200, body: { ...found, repositories: found.repositories.map(minimalRepository) } };
    }
    case 'GET /repos/{owner}/{repo}/actions/organization-secrets':
      return destination.scope === 'organization'
        ? { status: 404 }
        : { status: 200, body: github.organizationSecrets(token, destination.owner, destination.repo) };
    default:
      throw new Refused(404, 'HTTP 404', 'Not Found');
  }
}

function destinationOf(template: string, parameters: Readonly<Record<string, string>>): Destination | null {
  const { owner = '', repo = '', org = '', environment_name: environment } = parameters;
  if (environment !== undefined) return { scope: 'environment', app: 'actions', owner, repo, environment };
  const app = /\/(actions|dependabot|codespaces)\//.exec(template)?.[1] as App | undefined;
  if (app === undefined) return null;
  return org === '' ? { scope: 'repository', app, owner, repo } : { scope: 'organization', app, org };
}

/** The description of a selected organization secret demands the address of its list. */
const withLinks = (incoming: Incoming, secret: object): object =>
  'visibility' in secret && secret.visibility === 'selected'
    ? { ...secret, selected_repositories_url: `http://${incoming.headers.host}${incoming.path}/repositories` }
    : secret;

/** The fields that the description demands of a repository, all of them addresses but a few. */
function minimalRepository({ id, name, full_name }: { id: number; name: string; full_name: string }): object {
  const url = `https://api.github.com/repos/${full_name}`;
  const addresses = [
    'html_url',
    'url',
    'archive_url',
    'assignees_url',
    'blobs_url',
    'branches_url',
    'collaborators_url',
    'comments_url',
    'commits_url',
    'compare_url',
    'contents_url',
    'contributors_url',
    'deployments_url',
    'downloads_url',
    'events_url',
    'forks_url',
    'git_commits_url',
    'git_refs_url',
    'git_tags_url',
    'hooks_url',
    'issue_comment_url',
    'issue_events_url',
    'issues_url',
    'keys_url',
    'labels_url',
    'languages_url',
    'merges_url',
    'milestones_url',
    'notifications_url',
    'pulls_url',
    'releases_url',
    'stargazers_url',
    'statuses_url',
    'subscribers_url',
    'subscription_url',
    'tags_url',
    'teams_url',
    'trees_url',
  ];
  const owner = {
    login: full_name.split('/')[0] ?? '',
    id: 1,
    node_id: 'O_1',
    gravatar_id: '',
    type: 'Organization',
    site_admin: false,
    ...Object.fromEntries(
      [
        'avatar_url',
        'url',
        'html_url',
        'followers_url',
        'following_url',
        'gists_url',
        'starred_url',
        'subscriptions_url',
        'organizations_url',
        'repos_url',
        'events_url',
        'received_events_url',
      ].map((field) => [field, url]),
    ),
  };
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name,
    owner,
    private: true,
    description: null,
    fork: false,
    hooks_url: url,
    ...Object.fromEntries(addresses.map((field) => [field, url])),
  };
}

let requests = 0;

function json(world: World, status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': `SAND:${(++requests).toString(16).toUpperCase()}`,
      date: httpDate(world.clock.gitHub),
      ...headers,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

function failure(world: World, error: Refused): Reply {
  const headers: Record<string, string> = {};
  if (error instanceof Forbidden && error.acceptedPermissions !== null)
    headers['x-accepted-github-permissions'] = error.acceptedPermissions;
  if (error instanceof RateLimited) headers['retry-after'] = String(error.retryAfter);
  const body = {
    message: error.message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(error.status),
  };
  return json(world, error.status, body, headers);
}
