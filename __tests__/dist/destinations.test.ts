/** Every place where a pair can live, written by the built action and opened by the world. */
import { describe, expect, it } from '@jest/globals';
import { HOME, ID_NAME, pairIn, SECRET_NAME, USER, type World } from '../../sandbox/world.ts';
import { parseDestination } from '../../src/action/destination-inputs.ts';
import type { Destination } from '../../src/rotation/destinations.ts';
import { nextDay, requests, within } from './scene.ts';

const at = (line: string): Destination => {
  const destination = parseDestination(line, 'octo-org/app');
  if (destination === null) throw new Error(line);
  return destination;
};

const ALL = [
  'actions',
  'actions:octo-org/other',
  'environment:prod/eu',
  'environment:Prüfung 1',
  'environment:octo-org/other:blue',
  'organization:octo-org',
  'dependabot',
  'dependabot-organization:octo-org',
  'codespaces:octo-org/other',
  'codespaces-organization:octo-org',
];

function furnish(world: World): void {
  world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
  world.github.addRepository('octo-org/other');
  for (const name of ['prod/eu', 'Prüfung 1']) world.github.addEnvironment('octo-org/app', name);
  world.github.addEnvironment('octo-org/other', 'blue');
  world.github.addOrganization('octo-org');
}

/** What the world opens in this place, against what IAM issued last. */
const holdsLatest = (world: World, line: string): boolean => {
  const key = world.aws.everIssued.at(-1);
  const pair = pairIn(world, at(line));
  return pair.accessKeyId === key?.id && pair.secretAccessKey === key.secret;
};

describe('every scope in one run', () => {
  it('is created, then replaced, home first, and opened to what IAM issued', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const destinations = ALL.join('\n');
      expect((await stand.rotate({ destinations })).exitCode).toBe(0);
      expect(ALL.filter((line) => !holdsLatest(world, line))).toEqual([]);
      expect(
        requests(world)
          .filter((request) => request.startsWith('PUT'))
          .slice(0, 2),
      ).toEqual(['PUT AWS_SECRET_ACCESS_KEY', 'PUT AWS_ACCESS_KEY_ID']);
      nextDay(world, 8);
      await stand.rotate({ destinations });
      nextDay(world, 15);
      expect((await stand.rotate({ destinations })).outputs['action-taken']).toBe('deleted');
      nextDay(world, 40);
      expect((await stand.rotate({ destinations })).outputs['action-taken']).toBe('created');
      expect(ALL.filter((line) => !holdsLatest(world, line))).toEqual([]);
      expect(stand.transport.violations).toEqual([]);
    });
  });

  it('keeps the pair in one JSON secret where that is asked for', async () => {
    await within(null, async ({ world, stand }) => {
      furnish(world);
      const json = {
        'credentials-json-name': 'AWS_CREDENTIALS',
        destinations: 'actions\nenvironment:prod/eu',
      };
      const pair = () => {
        const { accessKeyId, secretAccessKey } = pairIn(world, HOME, 'json');
        return { 'access-key-id': accessKeyId, 'secret-access-key': secretAccessKey };
      };
      expect((await stand.rotate({ ...json, ...pair(), 'user-name': USER })).exitCode).toBe(0);
      const key = world.aws.everIssued.at(-1);
      expect(JSON.parse(world.github.read(at('environment:prod/eu'), 'AWS_CREDENTIALS') ?? '')).toEqual({
        Version: 1,
        AccessKeyId: key?.id,
        SecretAccessKey: key?.secret,
      });
      expect((await stand.rotate({ ...json, ...pair() })).outputs['next-step']).toBe('create');
    });
  });
});

describe('an organization’s secret', () => {
  it('keeps its visibility and all of its 45 selected repositories', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const selected = Array.from(
        { length: 45 },
        (_, index) => world.github.addRepository(`octo-org/many-${index}`).id,
      );
      const org = at('organization:octo-org');
      world.github.setSecret(org, SECRET_NAME, 'x', { visibility: 'selected', selected });
      world.github.setSecret(org, ID_NAME, 'x', { visibility: 'all' });
      expect((await stand.rotate({ destinations: 'actions\norganization:octo-org' })).exitCode).toBe(0);
      const { secrets } = world.github.domain(org);
      expect(secrets.get(SECRET_NAME)).toMatchObject({ visibility: 'selected', selected });
      expect(secrets.get(ID_NAME)?.visibility).toBe('all');
      expect(holdsLatest(world, 'organization:octo-org')).toBe(true);
    });
  });

  it('that is new can be read by this repository only', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const { id = 0 } = world.github.repositories.get('octo-org/app') ?? {};
      await stand.rotate(
        { destinations: 'actions\norganization:octo-org' },
        { GITHUB_REPOSITORY_ID: String(id) },
      );
      const secret = world.github.domain(at('organization:octo-org')).secrets.get(SECRET_NAME);
      expect(secret).toMatchObject({ visibility: 'selected', selected: [id] });
    });
  });
});

describe('a destination that cannot be written', () => {
  it('is a red run with a table of what each holds, and is made good by the next one without another key', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const destinations = 'actions\nactions:octo-org/other';
      world.wire.faultFor = ({ operation, target }) =>
        operation.startsWith('PUT') && target.startsWith('actions:octo-org/other') ? 'denied' : null;
      const first = await stand.rotate({ destinations });
      expect([first.exitCode, first.outputs['action-taken']]).toEqual([1, 'created']);
      expect(first.summary).toContain('What each destination holds');
      expect(first.summary).toMatch(/octo-org\/app \| ✅ the new pair/);
      expect(first.summary).toMatch(/octo-org\/other \| ❌ the old pair/);
      world.wire.faultFor = () => null;
      nextDay(world);
      const second = await stand.rotate({ destinations });
      expect([second.exitCode, second.outputs['action-taken']]).toEqual([0, 'copied,recorded']);
      expect(world.aws.everIssued).toHaveLength(2);
      expect(holdsLatest(world, 'actions:octo-org/other')).toBe(true);
    });
  });

  it.each([
    ['actions', { secrets: 'read' }, 'Secrets: read and write', 'repo'],
    ['environment:prod/eu', { secrets: 'write' }, 'Environments: read and write', 'repo'],
    ['dependabot', { secrets: 'write' }, 'Dependabot secrets: read and write', 'repo'],
    ['organization:octo-org', { secrets: 'write' }, 'Secrets: read and write (organization)', 'admin:org'],
  ] as const)('%s: names what which kind of token lacks', async (line, permissions, permission, scope) => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      world.github.addToken('ghs_little', { kind: 'app', permissions });
      const { exitCode, stdout } = await stand.rotate({ destinations: line, 'github-token': 'ghs_little' });
      expect(exitCode).toBe(1);
      expect(stdout).toContain(permission);
      expect(stdout).toContain(`the scope ${scope}`);
      expect(world.aws.user(USER).keys).toHaveLength(1);
    });
  });

  it('all of them at once, before a key is created', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const { exitCode, stdout } = await stand.rotate({
        destinations: 'actions\nenvironment:nowhere\nactions:octo-org/nothing',
      });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('environment:octo-org/app:nowhere');
      expect(requests(world)).not.toContain('CreateAccessKey');
    });
  });
});

describe('a shadow', () => {
  it('is named: the environment’s secret hides the repository’s', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      await stand.rotate();
      nextDay(world);
      const [old] = world.aws.user(USER).keys;
      const environment = at('environment:prod/eu');
      world.github.setSecret(environment, SECRET_NAME, old?.secret ?? '');
      world.github.setSecret(environment, ID_NAME, old?.id ?? '');
      world.issuer.claims = { ...world.issuer.claims, environment: 'prod/eu' };
      // The job refers to the environment, so its secrets are the environment's.
      const { exitCode, stdout } = await stand.rotate({
        'access-key-id': old?.id ?? '',
        'secret-access-key': old?.secret ?? '',
      });
      expect(exitCode).toBe(1);
      expect(stdout).toContain(
        'environment:octo-org/app:prod/eu has AWS_SECRET_ACCESS_KEY and AWS_ACCESS_KEY_ID too',
      );
    });
  });

  it('is named: the repository’s secret hides the organization’s', async () => {
    await within(61, async ({ world, stand }) => {
      furnish(world);
      const [key] = world.aws.user(USER).keys;
      const org = at('organization:octo-org');
      for (const [name, value] of [
        [SECRET_NAME, key?.secret],
        [ID_NAME, key?.id],
      ] as const)
        world.github.setSecret(org, name, value ?? '', { visibility: 'all' });
      const { stdout } = await stand.rotate({
        destinations: 'organization:octo-org',
        'user-name': USER,
        'access-key-id': 'AKIAHANDWRITTEN22222',
        'secret-access-key': 'a secret by hand'.replaceAll(' ', '-'),
      });
      expect(stdout).toContain('actions:octo-org/app has AWS_SECRET_ACCESS_KEY');
    });
  });
});

describe('GitHub Enterprise Server', () => {
  it('is found by GITHUB_API_URL, path and all', async () => {
    await within(61, async ({ world, stand }) => {
      world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
      Object.assign(stand.transport, { prefix: '/api/v3' });
      const { GITHUB_API_URL } = stand.environment;
      const { exitCode } = await stand.rotate({}, { GITHUB_API_URL: `${GITHUB_API_URL}/api/v3` });
      expect(exitCode).toBe(0);
      expect(holdsLatest(world, 'actions')).toBe(true);
    });
  });
});

describe('GitHub’s limits', () => {
  it('a hundred destinations, two hundred writes: not one request is refused', async () => {
    await within(61, async ({ world, stand }) => {
      world.wire.tick = 0;
      world.github.enforceRateLimits = true;
      const names = Array.from({ length: 99 }, (_, index) => `octo-org/many-${index}`);
      for (const name of names) world.github.addRepository(name);
      // Minutes pass in seconds, for the action and for the world alike.
      stand.lapse = 30;
      const { exitCode } = await stand.rotate({
        destinations: ['actions', ...names.map((name) => `actions:${name}`)].join('\n'),
      });
      expect(exitCode).toBe(0);
      expect(world.github.refusals).toBe(0);
      expect(names.filter((name) => !holdsLatest(world, `actions:${name}`))).toEqual([]);
      const writes = world.wire.log.filter(({ operation }) => operation.startsWith('PUT'));
      expect(writes).toHaveLength(200);
    });
  });
});
