/** The sandbox's GitHub, seen through Octokit: every scope, every box opened, every rule that GitHub has. */

import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import { Contract } from '../../sandbox/github/contract.ts';
import { MOST_CONCURRENT, RateLimits } from '../../sandbox/github/limits.ts';
import { ALL_PERMISSIONS, type Token } from '../../sandbox/github/tokens.ts';
import { gitHubHandler } from '../../sandbox/http/github.ts';
import { type Listening, listen, type Transport } from '../../sandbox/http/server.ts';
import { stage, TOKEN, type World } from '../../sandbox/world.ts';
import { parseDestination } from '../../src/action/destination-inputs.ts';
import { secretsPath } from '../../src/github/paths.ts';
import { sodiumSealer } from '../../src/github/sealed-box.ts';
import { type Destination, nameOf } from '../../src/rotation/destinations.ts';
import { MINUTE, SECOND } from '../../src/rotation/model.ts';

let world: World;
let server: Listening;
let contract: Contract;
const transport: Transport & { prefix: string; violations: string[] } = {
  latency: 0,
  run: 'test',
  onKilled: () => {},
  prefix: '',
  violations: [],
};

beforeAll(async () => {
  world = stage({ boxes: await sodiumBoxes() });
  world.github.addEnvironment('octo-org/app', 'prod/eu');
  world.github.addEnvironment('octo-org/app', 'Prüfung 1');
  world.github.addOrganization('octo-org');
  contract = new Contract();
  server = await listen(world, transport, gitHubHandler(world, contract, transport));
});
afterAll(() => server.close());

const at = (line: string): Destination => {
  const destination = parseDestination(line, 'octo-org/app');
  if (destination === null) throw new Error(line);
  return destination;
};
const octokit = (token = TOKEN) => getOctokit(token, { baseUrl: server.url });

/** Sends one request; resolves to its status and body, errors included. */
async function call(
  method: string,
  destination: Destination,
  rest: string,
  parameters: object = {},
  token = TOKEN,
) {
  const { path, parameters: place } = secretsPath(destination);
  try {
    const { status, data, headers } = await octokit(token).request(`${method} ${path}${rest}`, {
      ...place,
      ...parameters,
    });
    return { status, data, headers };
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response: { data: { message: string }; headers: Record<string, string> };
    };
    return { status, data: response.data, headers: response.headers };
  }
}

/** Sends what Octokit would not: anything. */
const raw = (method: string, path: string, authorization = `Bearer ${TOKEN}`, body?: string) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { authorization, 'user-agent': 'test' },
    ...(body === undefined ? {} : { body }),
  });

/** What a piece of work adds to the violations, which stay as they were. */
async function violations(work: () => Promise<unknown>): Promise<string[]> {
  const before = transport.violations.length;
  await work();
  return transport.violations.splice(before);
}

async function sealed(destination: Destination, text: string) {
  const { data } = await call('GET', destination, '/public-key');
  const { key, key_id } = data as { key: string; key_id: string };
  return { encrypted_value: await sodiumSealer.seal(key, text), key_id };
}

describe('every scope', () => {
  it.each([
    'actions',
    'dependabot',
    'codespaces',
    'environment:prod/eu',
    'environment:Prüfung 1',
    'organization:octo-org',
    'dependabot-organization:octo-org',
    'codespaces-organization:octo-org',
  ])('%s: created, replaced, opened', async (line) => {
    const destination = at(line);
    const audience = destination.scope === 'organization' ? { visibility: 'private' } : {};
    const put = async (text: string) =>
      await call('PUT', destination, '/{secret_name}', {
        secret_name: 'Pair',
        ...(await sealed(destination, text)),
        ...audience,
      });
    expect((await put('one')).status).toBe(201);
    const created = world.clock.gitHub;
    world.clock.advance(MINUTE);
    expect((await put('two')).status).toBe(204);
    expect(world.github.read(destination, 'PAIR')).toBe('two');
    const { data, headers } = await call('GET', destination, '/{secret_name}', { secret_name: 'PAIR' });
    expect(data).toMatchObject({
      name: 'PAIR',
      created_at: iso(created),
      updated_at: iso(world.clock.gitHub),
    });
    expect(Date.parse(String(headers.date))).toBe(world.clock.gitHub);
    expect(transport.violations).toEqual([]);
  });
});

const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

describe('a secret that GitHub would refuse', () => {
  const home = at('actions');
  const put = async (name: string, body: object) =>
    (await call('PUT', home, '/{secret_name}', { secret_name: name, ...body })).status;

  const message = async (destination: Destination, body: object) => {
    const answer = await call('PUT', destination, '/{secret_name}', { secret_name: 'X', ...body });
    return (answer.data as { message?: string } | undefined)?.message ?? answer.status;
  };

  it('is no box for the present key', async () => {
    const improper = 'Bad request - validation failed due to an improperly encrypted secret';
    const good = await sealed(home, 'x');
    const noBox = Buffer.from('no box at all'.repeat(6)).toString('base64');
    expect(await message(home, { ...good, encrypted_value: noBox })).toBe(improper);
    world.github.rotateKey(home);
    expect(await message(home, good)).toBe(improper);
    expect(await put('X', await sealed(home, 'x'))).toBe(201);
  });

  it('lacks what GitHub names in its answer', async () => {
    const good = await sealed(home, 'x');
    const found = await violations(async () => {
      expect(await message(home, { encrypted_value: good.encrypted_value })).toBe(
        'Invalid request.\n\n"key_id" wasn\'t supplied.',
      );
      expect(await message(home, {})).toBe(
        'Invalid request.\n\n"encrypted_value", "key_id" weren\'t supplied.',
      );
      expect(await message(at('organization:octo-org'), {})).toBe(
        'Invalid request.\n\n"visibility" wasn\'t supplied.',
      );
    });
    expect(found).toHaveLength(3);
  });

  it('breaks the published description', async () => {
    const good = await sealed(home, 'xx');
    const found = await violations(async () => {
      const urlSafe = good.encrypted_value.replace(/[+/]/g, '-').replace(/=+$/, '');
      expect(await put('X', { ...good, encrypted_value: urlSafe })).toBe(422);
      expect(await put('X', { ...good, extra: true })).toBe(422);
    });
    expect(found).toHaveLength(2);
  });

  it('has a name that GitHub does not take', async () => {
    const good = await sealed(home, 'x');
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), async (name) => {
        const allowed = /^[a-z_][a-z0-9_]*$/i.test(name) && !/^github_/i.test(name);
        expect([201, 204].includes(await put(name, good))).toBe(allowed);
      }),
      { numRuns: 25 },
    );
    expect(await put('GITHUB_KEY', good)).toBe(422);
  });
});

describe('an organization’s secret', () => {
  it('has the audience that the last write gave it, page by page', async () => {
    const org = at('organization:octo-org');
    const ids = Array.from(
      { length: 45 },
      (_, index) => world.github.addRepository(`octo-org/many-${index}`).id,
    );
    const put = async (selected?: number[]) =>
      await call('PUT', org, '/{secret_name}', {
        secret_name: 'SHARED',
        visibility: 'selected',
        ...(await sealed(org, 'x')),
        ...(selected === undefined ? {} : { selected_repository_ids: selected }),
      });
    const page = async (parameters: object) =>
      (
        (await call('GET', org, '/{secret_name}/repositories', { secret_name: 'SHARED', ...parameters }))
          .data as { repositories: { id: number }[] }
      ).repositories.map(({ id }) => id);
    await put(ids);
    expect(await page({})).toEqual(ids.slice(0, 30));
    expect(await page({ per_page: 100 })).toEqual(ids);
    expect(await page({ per_page: 30, page: 2 })).toEqual(ids.slice(30));
    await put();
    expect(await page({})).toEqual([]);
    expect(transport.violations).toEqual([]);
  });

  it('takes only repositories of the organization', async () => {
    const org = at('organization:octo-org');
    const [own, foreign] = ['octo-org/own', 'elsewhere/own'].map(
      (name) => world.github.addRepository(name).id,
    );
    const put = async (rest: string, body: object) =>
      (await call('PUT', org, `/{secret_name}${rest}`, { secret_name: 'AUDIENCE', ...body })).status;
    const write = async (ids: unknown[]) =>
      await put('', { visibility: 'selected', selected_repository_ids: ids, ...(await sealed(org, 'x')) });
    const selected = () => world.github.domain(org).secrets.get('AUDIENCE')?.selected;
    expect(await write([own])).toBe(201);
    expect(await write([own, foreign])).toBe(422);
    expect(await write([own, 999_999])).toBe(422);
    expect(await put('/repositories', { selected_repository_ids: [foreign] })).toBe(422);
    expect(selected()).toEqual([own]);
    expect(await put('/repositories', { selected_repository_ids: [] })).toBe(204);
    expect(selected()).toEqual([]);
  });

  it('names the address of its list, within the run that asked', async () => {
    const org = at('organization:octo-org');
    world.github.setSecret(org, 'LINKED', 'x', { visibility: 'selected', selected: [] });
    const answer = await raw('GET', '/run/seven/orgs/octo-org/actions/secrets/LINKED');
    const { selected_repositories_url: url } = (await answer.json()) as { selected_repositories_url: string };
    expect(url).toBe(`${server.url}/run/seven/orgs/octo-org/actions/secrets/LINKED/repositories`);
    expect((await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
    expect(world.wire.log.at(-1)?.run).toBe('seven');
  });
});

describe('an answer of several pages', () => {
  it('links to the others, so that Octokit finds all of them', async () => {
    world.github.addOrganization('paged');
    const org = at('organization:paged');
    const ids = Array.from({ length: 23 }, (_, n) => world.github.addRepository(`paged/repo-${n}`).id);
    for (const id of ids)
      world.github.setSecret(org, `S${id}`, 'x', { visibility: 'selected', selected: ids });
    const paged = getOctokit(TOKEN, { baseUrl: `${server.url}/run/paged` });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: -1, max: 3 }),
        async (size, first) => {
          const start = Math.max(1, first) - 1;
          const parameters = { per_page: size, page: first };
          for (const route of [
            'GET /orgs/paged/actions/secrets',
            `GET /orgs/paged/actions/secrets/S${ids[0]}/repositories`,
            'GET /repos/paged/repo-0/actions/organization-secrets',
          ])
            expect(await paged.paginate(route, parameters)).toHaveLength(Math.max(0, 23 - start * size));
        },
      ),
      { numRuns: 15 },
    );
    expect(world.wire.log.filter(({ run }) => run === 'paged').length).toBeGreaterThan(45);
    expect(transport.violations).toEqual([]);
  });

  it('links to nothing where there is nothing more', async () => {
    const links = async (query: string) =>
      (await raw('GET', `/orgs/paged/actions/secrets${query}`)).headers.get('link');
    expect(await links('?per_page=100')).toBeNull();
    const to = (page: number) => `<${server.url}/orgs/paged/actions/secrets?per_page=10&page=${page}>`;
    expect(await links('?per_page=10&page=2')).toBe(
      `${to(1)}; rel="prev", ${to(3)}; rel="next", ${to(3)}; rel="last", ${to(1)}; rel="first"`,
    );
    expect(await links('?per_page=10&page=3')).toBe(`${to(2)}; rel="prev", ${to(1)}; rel="first"`);
  });
});

describe('the published description', () => {
  it('has no operation that the sandbox does not serve', async () => {
    const statuses = await Promise.all(
      contract.operations.map(async (operation) => {
        const [method = '', template = ''] = operation.split(' ');
        const path = template.replace(/\{([^}]+)\}/g, (_, name: string) => PLACES[name] ?? '');
        // Of an operation that takes a body, none is sent: 422 is its answer.
        return [operation, (await raw(method, path)).status] as const;
      }),
    ).finally(() => transport.violations.splice(0));
    expect(statuses).toHaveLength(42);
    expect(statuses.filter(([, status]) => ![200, 404, 422].includes(status))).toEqual([]);
  });

  it.each([
    ['POST', '/repos/octo-org/app/actions/secrets', 404],
    ['GET', '/repos/octo-org/app', 404],
    ['PUT', '/orgs/octo-org/actions/secrets/X/repositories/1000', 404],
    ['GET', '/repos/octo-org/app/environments/100%/secrets', 400],
    ['GET', '/repos/octo-org/app/actions/secrets/%E0%A4%A', 400],
  ])('has no %s %s, which is recorded', async (method, path, status) => {
    const found = await violations(async () => {
      expect((await raw(method, path)).status).toBe(status);
    });
    expect(found).toEqual([expect.stringContaining('GitHub has no such operation')]);
  });

  it('knows every query parameter: a misspelt one, which GitHub ignores, is recorded', async () => {
    const ask = (query: string) => () => raw('GET', `/repos/octo-org/app/actions/secrets${query}`);
    expect(await violations(ask('?per_page=1&page=0'))).toEqual([]);
    expect(await violations(ask('?perPage=1&page=1'))).toEqual([
      'GET /repos/{owner}/{repo}/actions/secrets: unknown query parameters perPage',
    ]);
  });

  it('holds errors to their form as well', () => {
    const check = (body: object) => contract.responseViolation('/anything', 'GET', 404, body);
    expect(check({ message: 'Not Found', documentation_url: 'x', status: '404' })).toBeNull();
    expect(check({ message: 404 })).toMatch(/message must be string/);
    expect(check({ status: 404 })).toMatch(/status must be string/);
  });
});

const PLACES: Readonly<Record<string, string>> = {
  owner: 'octo-org',
  repo: 'app',
  org: 'octo-org',
  environment_name: 'prod%2Feu',
  secret_name: 'ABSENT',
};

describe('a token', () => {
  it.each([
    ['nobody’s', 'ghs_unknown', 'actions', 401, 'Bad credentials', undefined],
    [
      'without the permission',
      'ghs_reader',
      'dependabot',
      403,
      'Resource not accessible by integration',
      'dependabot_secrets=read',
    ],
    ['for other repositories', 'ghs_elsewhere', 'actions', 404, 'Not Found', undefined],
    ['for a place that does not exist', TOKEN, 'environment:nowhere', 404, 'Not Found', undefined],
  ])('%s is refused as GitHub does', async (_what, token, line, status, message, accepted) => {
    world.github.addToken('ghs_reader', { kind: 'app', permissions: { secrets: 'read' } });
    world.github.addToken('ghs_elsewhere', {
      kind: 'app',
      permissions: { secrets: 'write' },
      repositories: ['octo-org/other'],
    });
    const answer = await call('GET', at(line), '/public-key', {}, token);
    expect(answer.status).toBe(status);
    expect(answer.data).toMatchObject({ message });
    expect(answer.headers['x-accepted-github-permissions']).toBe(accepted);
  });

  it('that may only read is refused when it writes', async () => {
    const answer = await call(
      'PUT',
      at('actions'),
      '/{secret_name}',
      { secret_name: 'X', ...(await sealed(at('actions'), 'x')) },
      'ghs_reader',
    );
    expect([answer.status, answer.headers['x-accepted-github-permissions']]).toEqual([403, 'secrets=write']);
  });
});

describe('what a token may do', () => {
  const HOME = '/repos/octo-org/app/actions/secrets';
  const ORG = '/orgs/octo-org/actions/secrets';
  const answer = async (token: Token | null, path: string, scheme = 'Bearer') => {
    if (token !== null) world.github.addToken('ghs_probe', token);
    const { status, headers } = await raw('GET', path, `${scheme} ghs_probe`);
    return {
      status,
      permissions: headers.get('x-accepted-github-permissions'),
      scopes: [headers.get('x-oauth-scopes'), headers.get('x-accepted-oauth-scopes')],
    };
  };
  const app: Token = { kind: 'app', permissions: ALL_PERMISSIONS };

  it('is nothing, if it is the workflow’s own', async () => {
    expect(await answer({ kind: 'github-token' }, HOME)).toMatchObject({
      status: 403,
      permissions: 'secrets=read',
    });
    expect(await answer({ kind: 'github-token' }, ORG)).toMatchObject({ status: 403 });
  });

  it('ends at its repositories and organizations, whose case does not matter', async () => {
    const reach = { repositories: ['Octo-Org/APP'], organizations: ['OCTO-org'] };
    expect((await answer({ ...app, ...reach }, HOME.replace('app', 'App'))).status).toBe(200);
    expect((await answer({ ...app, ...reach }, ORG)).status).toBe(200);
    expect((await answer({ ...app, repositories: ['octo-org/other'] }, HOME)).status).toBe(404);
    expect((await answer({ ...app, organizations: ['other'] }, ORG)).status).toBe(404);
  });

  it('includes reading a repository’s Codespaces secrets only if it may write them', async () => {
    const codespaces = HOME.replace('actions', 'codespaces');
    const token = (codespaces_secrets: 'read' | 'write'): Token => ({
      kind: 'fine-grained',
      permissions: { codespaces_secrets },
    });
    expect(await answer(token('read'), codespaces)).toMatchObject({
      status: 403,
      permissions: 'codespaces_secrets=write',
    });
    expect((await answer(token('write'), codespaces)).status).toBe(200);
  });

  it.each([
    [['repo'], HOME, 200, 'repo'],
    [['repo'], ORG, 403, 'admin:org'],
    [['admin:org'], ORG, 200, 'admin:org'],
    [[], `${HOME}/ABSENT`, 403, 'repo'],
  ] as const)('is told to a classic token in scopes: %j at %s', async (scopes, path, status, accepted) => {
    expect(await answer({ kind: 'classic', scopes }, path)).toEqual({
      status,
      permissions: null,
      scopes: [scopes.join(', '), accepted],
    });
  });

  it.each([
    ['Bearer', 200],
    ['bearer', 200],
    ['token', 200],
    ['Basic', 401],
    ['', 401],
  ])('needs the scheme %j', async (scheme, status) => {
    expect((await answer(app, HOME, scheme)).status).toBe(status);
  });
});

describe('rate limits', () => {
  it('hold in every window, and `retry-after` is neither too short nor a second too long', () => {
    const requests = fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 400 }), writes: fc.boolean(), burst: fc.nat(90) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(requests, (schedule) => {
        const limits = new RateLimits();
        const taken: { at: number; writes: boolean }[] = [];
        let now = 0;
        for (const { pause, writes, burst } of schedule) {
          now += pause * SECOND;
          for (let n = 0; n <= burst; n++) {
            const wait = limits.count('a', now, writes);
            const free = (at: number) => fits([...taken, { at, writes }]);
            expect(wait === null).toBe(free(now));
            if (wait !== null) {
              expect(free(now + wait * SECOND)).toBe(true);
              expect(free(now + (wait - 1) * SECOND)).toBe(false);
              break;
            }
            taken.push({ at: now, writes });
          }
        }
        expect(limits.count('b', now, true)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  /** GitHub's three limits, said once more: does the last request fit? */
  function fits(requests: readonly { at: number; writes: boolean }[]): boolean {
    const { at = 0, writes = false } = requests.at(-1) ?? {};
    const within = (window: number) => requests.filter((request) => at - request.at < window);
    const created = (window: number) => within(window).filter((request) => request.writes).length;
    const points = within(MINUTE).reduce((sum, request) => sum + (request.writes ? 5 : 1), 0);
    return points <= 900 && (!writes || (created(MINUTE) <= 80 && created(60 * MINUTE) <= 500));
  }

  it('count nothing while they are not enforced', () => {
    const { github } = world;
    for (let n = 0; n < 1000; n++) github.listSecrets(TOKEN, at('actions'));
    github.enforceRateLimits = true;
    expect(() => github.listSecrets(TOKEN, at('actions'))).not.toThrow();
    github.enforceRateLimits = false;
  });

  it(`let ${MOST_CONCURRENT} requests of a token be under way, and refuse the next`, () => {
    world.clock.advance(61 * MINUTE);
    world.github.enforceRateLimits = true;
    world.github.addToken('ghs_other', { kind: 'app', permissions: ALL_PERMISSIONS });
    const handler = gitHubHandler(world, contract, transport);
    const arrive = (token: string) =>
      handler({
        method: 'GET',
        url: '/orgs/octo-org/actions/secrets',
        path: '/orgs/octo-org/actions/secrets',
        query: '',
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' },
        body: '',
        run: 'test',
      });
    const crowd = Array.from({ length: MOST_CONCURRENT }, () => arrive(TOKEN));
    const [late, other] = [arrive(TOKEN), arrive('ghs_other')];
    for (const { act } of [...crowd, other]) expect(act).not.toThrow();
    expect(late.act).toThrow('secondary rate limit');
    for (const { over } of [late, ...crowd.slice(1)]) over?.();
    expect(arrive(TOKEN).act).not.toThrow();
    world.github.enforceRateLimits = false;
    world.github.refusals = 0;
  });

  it('let 80 writes a minute through, and name the time to wait', () => {
    world.clock.advance(61 * MINUTE);
    world.github.enforceRateLimits = true;
    const home = at('actions');
    const body = { encrypted_value: '', key_id: '' };
    const outcomes = Array.from({ length: 81 }, () => {
      try {
        world.github.putSecret(TOKEN, home, 'X', body);
        return 'written';
      } catch (error) {
        return (error as Error).message;
      }
    });
    world.github.enforceRateLimits = false;
    expect(outcomes.filter((outcome) => outcome.includes('secondary rate limit'))).toHaveLength(1);
    expect(world.github.refusals).toBe(1);
  });
});

describe('a sealed box', () => {
  it('hides its text behind a new key each time, and opens to any text', async () => {
    await sodium.ready;
    const boxes = await sodiumBoxes();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const [one, two] = [
          await sodiumSealer.seal(boxes.publicKey('k'), text),
          await sodiumSealer.seal(boxes.publicKey('k'), text),
        ];
        expect(one).not.toBe(two);
        expect(boxes.open('k', one)).toBe(text);
        expect(boxes.open('another', one)).toBeNull();
      }),
      { numRuns: 50 },
    );
    expect(nameOf(at('actions'))).toBe('actions:octo-org/app');
  });
});
