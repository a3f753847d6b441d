/** GitHub's REST API for secrets over HTTP, every request and answer held against the published description. */
import type { App, Destination } from '../../src/rotation/destinations.ts';
import { nameOf } from '../../src/rotation/destinations.ts';
import type { Contract } from '../github/contract.ts';
import { MOST_CONCURRENT, RateLimited } from '../github/limits.ts';
import { invalid, type PutSecret, type Repository } from '../github/side.ts';
import { Forbidden, scopeFor } from '../github/tokens.ts';
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
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, as far as its head tells. */
interface Asked {
  readonly incoming: Incoming;
  /** Empty unless the request names it by a scheme that GitHub takes. */
  readonly token: string;
  /** `/repos/{owner}/{repo}/actions/secrets/{secret_name}`, or the path if GitHub has none like it. */
  readonly template: string;
  /** `null` if GitHub has no such operation, or if the path cannot be read. */
  readonly destination: Destination | null;
  readonly name: string;
  readonly query: URLSearchParams;
  readonly page: number;
  readonly perPage: number;
}

/** Seconds. GitHub says of an answer without `retry-after`: wait at least a minute. */
const CROWDED = 60;

export function gitHubHandler(world: World, contract: Contract, transport: GitHubTransport): Handler {
  const underWay = new Map<string, number>();
  return (incoming) => {
    const asked = read(incoming, contract, transport.prefix);
    const { token, template, destination, name } = asked;
    const crowd = (underWay.get(token) ?? 0) + 1;
    underWay.set(token, crowd);
    return handled({
      request: {
        service: 'github',
        operation: `${incoming.method} ${destination === null ? 'unknown' : template}`,
        target: `${destination === null ? incoming.path : nameOf(destination)}${name === '' ? '' : ` ${name}`}`,
        mutates: incoming.method !== 'GET',
      },
      act: () => {
        if (world.github.enforceRateLimits && crowd > MOST_CONCURRENT) throw world.github.refuse(CROWDED);
        return serve(world, contract, transport.violations, asked);
      },
      reply(answer) {
        const result = answer.kind === 'done' ? answer.value : refusal(answer.error);
        const wrong = contract.responseViolation(template, incoming.method, result.status, result.body);
        if (wrong !== null) transport.violations.push(`answer to ${incoming.method} ${template}: ${wrong}`);
        return json(world, asked, result);
      },
      over: () => {
        underWay.set(token, (underWay.get(token) ?? 1) - 1);
      },
    });
  };
}

function read(incoming: Incoming, contract: Contract, prefix: string): Asked {
  const path = incoming.path.slice(prefix.length);
  const readable = incoming.path.startsWith(prefix) && isEncoded(path);
  const matched = readable ? contract.match(path) : null;
  const known = matched !== null && contract.allows(matched.template, incoming.method);
  const query = new URLSearchParams(incoming.query);
  const [, token = ''] = /^(?:token|Bearer) (\S+)$/i.exec(incoming.headers.authorization ?? '') ?? [];
  return {
    incoming,
    token,
    template: matched?.template ?? path,
    destination: known ? destinationOf(matched.template, matched.parameters) : null,
    name: matched?.parameters.secret_name ?? '',
    query,
    // What is no page is the first one, and no page is larger than 100 (GitHub REST, "Using pagination").
    page: Math.max(1, Number(query.get('page')) || 1),
    perPage: Math.min(100, Math.max(1, Number(query.get('per_page')) || 30)),
  };
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function serve(world: World, contract: Contract, violations: string[], asked: Asked): Result {
  const { incoming, template, destination } = asked;
  const operation = `${incoming.method} ${template}`;
  if (incoming.headers['user-agent'] === undefined)
    throw new Refused(
      403,
      'HTTP 403',
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  if (destination === null) {
    violations.push(`${operation}: GitHub has no such operation`);
    throw isEncoded(incoming.path)
      ? new Refused(404, 'HTTP 404', 'Not Found')
      : new Refused(400, 'HTTP 400', 'Bad Request');
  }
  world.github.authenticate(asked.token);
  const body = readBody(incoming);
  const unknown = contract.queryViolation(template, incoming.method, asked.query);
  if (unknown !== null) violations.push(`${operation}: ${unknown}`);
  const violation = contract.requestViolation(template, incoming.method, body);
  if (violation !== null) {
    violations.push(`${operation}: ${violation}`);
    throw invalid(violation);
  }
  return perform(world, asked, destination, body ?? {});
}

function readBody(incoming: Incoming): unknown {
  if (incoming.body === '') return undefined;
  try {
    return JSON.parse(incoming.body);
  } catch {
    throw new Refused(400, 'HTTP 400', 'Problems parsing JSON');
  }
}

function perform(world: World, asked: Asked, destination: Destination, body: object): Result {
  const { github } = world;
  const { incoming, token, template, name, page, perPage } = asked;
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
    case 'PUT secrets/{secret_name}/repositories': {
      const { selected_repository_ids: ids } = body as { selected_repository_ids: (number | string)[] };
      github.selectRepositories(token, destination, name, ids);
      return { status: 204 };
    }
    case 'GET /repos/{owner}/{repo}/actions/organization-secrets': {
      if (destination.scope === 'organization') break;
      const { owner, repo } = destination;
      return { status: 200, body: github.organizationSecrets(token, owner, repo, page, perPage) };
    }
  }
  // What the vendored description has, the sandbox serves; anything else is a defect of it.
  throw new Error(`The sandbox does not serve ${route}.`);
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
    ? { ...secret, selected_repositories_url: `${addressOf(incoming)}/repositories` }
    : secret;

/** Where the request went, run prefix included, so that what follows it belongs to the same run. */
const addressOf = ({ headers, url, query }: Incoming): string =>
  `http://${headers.host}${query === '' ? url : url.slice(0, -query.length - 1)}`;

/** `Link` as GitHub sends it with an answer of several pages, in which the first page has no `prev` and the last no `next`. */
function pageLinks({ incoming, query, page, perPage }: Asked, total: number): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const pages = {
    ...(page > 1 ? { prev: page - 1 } : {}),
    ...(page < last ? { next: page + 1, last } : {}),
    ...(page > 1 ? { first: 1 } : {}),
  };
  const links = Object.entries(pages).map(([rel, number]) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return `<${addressOf(incoming)}?${parameters}>; rel="${rel}"`;
  });
  return links.length === 0 ? {} : { link: links.join(', ') };
}

/** The fields that the description demands of a repository, all of them addresses but a few. */
function minimalRepository({ id, name: full_name, visibility }: Repository): object {
  const [login = '', name = ''] = full_name.split('/');
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
    login,
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
    private: visibility === 'private',
    description: null,
    fork: false,
    hooks_url: url,
    ...Object.fromEntries(addresses.map((field) => [field, url])),
  };
}

let requests = 0;

function json(world: World, asked: Asked, { status, body, headers }: Result): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': `SAND:${(++requests).toString(16).toUpperCase()}`,
      date: httpDate(world.clock.gitHub),
      ...scopes(world, asked),
      ...(body !== undefined && 'total_count' in body ? pageLinks(asked, Number(body.total_count)) : {}),
      ...headers,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

function refusal(error: Refused): Result {
  return {
    status: error.status,
    body: {
      message: error.message,
      documentation_url: 'https://docs.github.com/rest',
      status: String(error.status),
    },
    headers: {
      ...(error instanceof Forbidden && error.acceptedPermissions !== null
        ? { 'x-accepted-github-permissions': error.acceptedPermissions }
        : {}),
      ...(error instanceof RateLimited ? error.headers : {}),
    },
  };
}

/** A classic token is told what it has and what the operation takes, whatever the answer. */
function scopes(world: World, { token: value, destination }: Asked): Record<string, string> {
  const token = world.github.tokens.get(value);
  if (token?.kind !== 'classic') return {};
  return {
    'x-oauth-scopes': token.scopes.join(', '),
    'x-accepted-oauth-scopes': destination === null ? '' : scopeFor(destination),
  };
}
