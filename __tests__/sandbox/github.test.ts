/** The sandbox's GitHub, seen through Octokit: every scope, every box opened, every rule that GitHub has. */

import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import { Contract } from '../../sandbox/github/contract.ts';
import { gitHubHandler } from '../../sandbox/http/github.ts';
import { type Listening, listen, type Transport } from '../../sandbox/http/server.ts';
import { stage, TOKEN, type World } from '../../sandbox/world.ts';
import { parseDestination } from '../../src/action/destination-inputs.ts';
import { secretsPath } from '../../src/github/paths.ts';
import { sodiumSealer } from '../../src/github/sealed-box.ts';
import { type Destination, nameOf } from '../../src/rotation/destinations.ts';
import { MINUTE } from '../../src/rotation/model.ts';

let world: World;
let server: Listening;
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
  server = await listen(world, transport, gitHubHandler(world, new Contract(), transport));
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

  it('is no box for the present key', async () => {
    const good = await sealed(home, 'x');
    expect(
      await put('X', { ...good, encrypted_value: Buffer.from('no box at all'.repeat(6)).toString('base64') }),
    ).toBe(422);
    world.github.rotateKey(home);
    expect(await put('X', good)).toBe(422);
    expect(await put('X', await sealed(home, 'x'))).toBe(201);
  });

  it('breaks the published description', async () => {
    const good = await sealed(home, 'xx');
    const before = transport.violations.length;
    expect(await put('X', { key_id: good.key_id })).toBe(422);
    expect(
      await put('X', {
        ...good,
        encrypted_value: good.encrypted_value.replace(/[+/]/g, '-').replace(/=+$/, ''),
      }),
    ).toBe(422);
    expect(await put('X', { ...good, extra: true })).toBe(422);
    const org = at('organization:octo-org');
    expect(
      (await call('PUT', org, '/{secret_name}', { secret_name: 'X', ...(await sealed(org, 'x')) })).status,
    ).toBe(422);
    expect(transport.violations.length - before).toBe(4);
    transport.violations.length = before;
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
});

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

describe('rate limits', () => {
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
