/**
 * Every example is a workflow that works: the whole file runs against the sandbox, its expressions evaluated, with the
 * roles of `infra/` and a GitHub App that has no more rights than the example asks for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Key } from '../../sandbox/aws/account.ts';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import type { Permission } from '../../sandbox/github/tokens.ts';
import { leaksIn } from '../../sandbox/leaks.ts';
import { type Circumstances, type JobRun, ours } from '../../sandbox/runner/job.ts';
import { createGitHubAppToken, uploadArtifact } from '../../sandbox/runner/stand-ins.ts';
import { runWorkflow } from '../../sandbox/runner/workflow.ts';
import { readWorkflow } from '../../sandbox/runner/workflow-file.ts';
import { Stand } from '../../sandbox/stand.ts';
import { deploy, pairIn, REPOSITORY, USER, World } from '../../sandbox/world.ts';
import { parseDestination } from '../../src/action/destination-inputs.ts';
import type { Destination } from '../../src/rotation/destinations.ts';
import { addPublishedRole, publishedStatements } from './published-role.ts';
import { nextDay } from './scene.ts';

const APP_ID = '4711';
const APP_KEY = '-----BEGIN RSA PRIVATE KEY-----\nsandbox\n-----END RSA PRIVATE KEY-----';

/** A line of `destinations` in this repository. */
function at(line: string): Destination {
  const destination = parseDestination(line, REPOSITORY);
  if (destination === null) throw new Error(`${line} is no destination.`);
  return destination;
}

class Scene {
  readonly world: World;
  readonly stand: Stand;
  /** What the GitHub App may do, and where it is installed. */
  permissions: Permission[] = ['secrets'];
  installedOn: string[] = [REPOSITORY];

  constructor(world: World, stand: Stand) {
    this.world = world;
    this.stand = stand;
  }

  /** A key of this age, deployed long ago in these places. */
  key(ageInDays: number, places = ['actions'], user = USER): Key {
    const key = this.world.aws.addKey(user, { createdAt: this.world.aws.daysAgo(ageInDays) });
    for (const place of places) deploy(this.world, key, at(place), ageInDays);
    return key;
  }

  role(name: string, options: Parameters<typeof addPublishedRole>[2] = { policy: 'rotate' }): void {
    addPublishedRole(this.world, name, options);
  }

  environments(...names: string[]): void {
    for (const name of names) this.world.github.addEnvironment(REPOSITORY, name);
  }

  /** Runs an example as a schedule, a person or a pull request starts it; holds what must hold for every run. */
  async run(name: string, how: Partial<Circumstances> = {}): Promise<JobRun[]> {
    const { id, privateKey } = { id: APP_ID, privateKey: APP_KEY };
    const app = { id, privateKey, permissions: this.permissions, repositories: this.installedOn };
    const jobs = await runWorkflow(this.stand, `examples/${name}`, {
      event: 'workflow_dispatch',
      vars: { ROTATOR_APP_ID: APP_ID },
      standIns: {
        'actions/create-github-app-token': createGitHubAppToken(this.world, app),
        'actions/upload-artifact': uploadArtifact,
      },
      workflows: {
        'octo-org/workflows/.github/workflows/rotate-aws-access-key.yml': 'examples/reusable.yml',
      },
      ...how,
    });
    for (const { file, steps } of jobs) if (steps.length > 0) executed.add(file);
    for (const { result } of jobs.flatMap(({ steps }) => steps)) {
      if (result === null) continue;
      expect(leaksIn(this.world, result)).toEqual([]);
      expect(result.complaints).toEqual([]);
    }
    expect(this.stand.transport.violations).toEqual([]);
    return jobs;
  }

  /** A pair that AWS accepts, of a key that the action created. */
  isRotatedIn(line: string, layout: 'two' | 'json' = 'two'): boolean {
    const pair = pairIn(this.world, at(line), layout);
    const key = this.world.aws.key(pair.accessKeyId);
    return key?.status === 'Active' && key.secret === pair.secretAccessKey && key.createdBy !== 'setup';
  }
}

/** What the only step of ours said, if its job went well; else all that explains why not. */
function taken(jobs: readonly JobRun[]): unknown {
  const [job, ...more] = jobs;
  const results = job?.steps.flatMap(({ uses, result }) => (ours(uses) === null ? [] : [result])) ?? [];
  return job?.conclusion === 'success' && more.length === 0 && results.length === 1
    ? results[0]?.outputs['action-taken']
    : jobs.map(({ name, conclusion, steps }) => ({
        name,
        conclusion,
        steps: steps.map(({ uses, error, result }) => error ?? result?.log ?? uses),
      }));
}

/** Files of which a job ran. */
const executed = new Set<string>();

function example(name: string, title: string, act: (scene: Scene) => Promise<void>): void {
  it(`${name}: ${title}`, async () => {
    const world = new World({ boxes: await sodiumBoxes() });
    world.wire.tick = 400;
    world.aws.addUser(USER);
    world.github.addRepository(REPOSITORY);
    world.github.setSecret(at('actions'), 'ROTATOR_PRIVATE_KEY', APP_KEY);
    const stand = await Stand.open(world);
    try {
      await act(new Scene(world, stand));
    } finally {
      await stand.close();
    }
  });
}

describe('the usual case', () => {
  example('rotate.yml', 'rotates, deactivates and deletes in three weeks', async (scene) => {
    scene.role('rotate-deployer');
    scene.key(61);
    const acts: unknown[] = [];
    for (const days of [1, 7, 15, 0]) {
      acts.push(taken(await scene.run('rotate.yml', { event: 'schedule' })));
      nextDay(scene.world, days);
    }
    expect(acts).toEqual(['created', 'none', 'deactivated', 'deleted']);
    expect(scene.isRotatedIn('actions')).toBe(true);
  });

  example('dry-run.yml', 'says the same, and changes nothing', async (scene) => {
    scene.role('rotate-deployer');
    scene.key(61);
    const [job] = await scene.run('dry-run.yml');
    const outputs = job?.steps.at(-1)?.result?.outputs ?? {};
    expect([job?.conclusion, outputs['action-taken'], outputs['next-step']]).toEqual([
      'success',
      'none',
      'create',
    ]);
    expect(scene.world.wire.log.filter(({ service, mutates }) => mutates && service !== 'sts')).toEqual([]);
  });

  example('emergency.yml', 'replaces a young key, and makes it Inactive in the same run', async (scene) => {
    scene.role('rotate-deployer');
    const leaked = scene.key(3);
    expect(taken(await scene.run('emergency.yml'))).toBe('created,deactivated');
    expect([leaked.status, scene.isRotatedIn('actions')]).toEqual(['Inactive', true]);
  });

  example('reactivate.yml', 'makes the key that was deactivated Active again', async (scene) => {
    scene.role('rotate-deployer');
    scene.role('reactivate-deployer', { policy: 'reactivate' });
    const old = scene.key(61);
    await scene.run('rotate.yml');
    nextDay(scene.world, 8);
    await scene.run('rotate.yml');
    expect(old.status).toBe('Inactive');
    const [job] = await scene.run('reactivate.yml');
    expect([job?.conclusion, old.status]).toEqual(['success', 'Active']);
  });
});

describe('other places', () => {
  example('many-places.yml', 'writes all six', async (scene) => {
    const places = ['actions', 'actions:octo-org/other', 'environment:prod/eu', 'environment:prod/us'];
    scene.permissions = ['secrets', 'environments', 'organization_secrets', 'dependabot_secrets'];
    scene.installedOn = [REPOSITORY, 'octo-org/other'];
    scene.world.github.addRepository('octo-org/other');
    scene.world.github.addOrganization('octo-org');
    scene.environments('prod/eu', 'prod/us');
    scene.role('rotate-deployer');
    scene.key(61);
    expect(taken(await scene.run('many-places.yml', { event: 'schedule' }))).toBe('created');
    for (const place of [...places, 'organization:octo-org', 'dependabot'])
      expect([place, scene.isRotatedIn(place)]).toEqual([place, true]);
  });

  example(
    'organization.yml',
    'rotates the organization’s secret for the same repositories',
    async (scene) => {
      const { github } = scene.world;
      const ids = [github.repositories.get(REPOSITORY)?.id ?? 0, github.addRepository('octo-org/other').id];
      github.addOrganization('octo-org');
      scene.permissions = ['organization_secrets'];
      scene.role('rotate-deployer');
      const place = at('organization:octo-org');
      const key = scene.key(61, []);
      github.setSecret(place, 'AWS_ACCESS_KEY_ID', key.id, { visibility: 'selected', selected: ids });
      github.setSecret(place, 'AWS_SECRET_ACCESS_KEY', key.secret, { visibility: 'selected', selected: ids });
      expect(taken(await scene.run('organization.yml'))).toBe('created');
      expect(scene.isRotatedIn('organization:octo-org')).toBe(true);
      for (const secret of github.domain(place).secrets.values()) expect(secret.selected).toEqual(ids);
    },
  );

  example(
    'environments.yml',
    'rotates from one environment into the one that asks for approval',
    async (scene) => {
      scene.environments('key-rotation', 'production');
      scene.permissions = ['environments'];
      scene.role('rotate-deployer', {
        policy: 'rotate',
        trust: 'github-oidc-environment',
        values: { Environment: 'key-rotation' },
      });
      scene.key(61, ['environment:key-rotation', 'environment:production']);
      expect(taken(await scene.run('environments.yml'))).toBe('created');
      for (const name of ['key-rotation', 'production'])
        expect(scene.isRotatedIn(`environment:${name}`)).toBe(true);
    },
  );

  example('enterprise-server.yml', 'finds the server below /api/v3', async (scene) => {
    Object.assign(scene.stand.transport, { prefix: '/api/v3' });
    scene.role('rotate-deployer');
    scene.key(61);
    const env = {
      GITHUB_API_URL: `${scene.stand.environment.GITHUB_API_URL}/api/v3`,
      GITHUB_SERVER_URL: 'https://github.example.com',
    };
    expect(taken(await scene.run('enterprise-server.yml', { env }))).toBe('created');
    expect(scene.isRotatedIn('actions')).toBe(true);
  });

  example('self-rotation.yml', 'needs no OIDC, and keeps the pair in one secret', async (scene) => {
    scene.world.aws.user(USER).allow.push(...publishedStatements(scene.world, 'rotate'));
    const { id, secret } = scene.key(61, []);
    // As docs/destinations.md says: each half alone on its line.
    const json = `{"AccessKeyId":\n"${id}"\n,"SecretAccessKey":\n"${secret}"\n,"Version":1}`;
    scene.world.github.setSecret(at('actions'), 'AWS_CREDENTIALS', json);
    expect(taken(await scene.run('self-rotation.yml', { event: 'schedule' }))).toBe('created');
    expect(scene.isRotatedIn('actions', 'json')).toBe(true);
    expect(scene.world.wire.log.filter(({ service }) => service === 'oidc')).toEqual([]);
  });
});

describe('several keys', () => {
  example('fan-out.yml', 'rotates who is due, each from an environment of its own', async (scene) => {
    const users = ['deployer', 'publisher', 'mirror'];
    scene.permissions = ['environments'];
    scene.environments(...users);
    for (const user of users) {
      if (user !== USER) scene.world.aws.addUser(user);
      const values = { UserName: user, Environment: user };
      scene.role(`rotate-${user}`, { policy: 'rotate', trust: 'github-oidc-environment', values });
      scene.key(user === 'mirror' ? 5 : 61, [`environment:${user}`], user);
    }
    const jobs = await scene.run('fan-out.yml');
    expect(jobs.map((job) => [job.matrix.user, taken([job])])).toEqual([
      ['deployer', 'created'],
      ['publisher', 'created'],
      ['mirror', 'none'],
    ]);
    expect(users.map((user) => scene.isRotatedIn(`environment:${user}`))).toEqual([true, true, false]);
  });

  example('reusable-caller.yml', 'hands its own pair to the called workflow', async (scene) => {
    scene.role('rotate-deployer');
    scene.key(61);
    const jobs = await scene.run('reusable-caller.yml', { event: 'schedule' });
    expect(jobs[0]?.file).toBe('examples/reusable.yml');
    expect([taken(jobs), jobs[0]?.outputs]).toEqual(['created', { 'action-taken': 'created' }]);
    expect(scene.isRotatedIn('actions')).toBe(true);
  });
});

describe('the check', () => {
  const pullRequest = async (scene: Scene, ageInDays: number, how: Partial<Circumstances> = {}) => {
    scene.role('check-access-keys', { policy: 'check', trust: 'github-oidc-pull-request' });
    scene.key(ageInDays);
    const [job] = await scene.run('check-pull-request.yml', { event: 'pull_request', ...how });
    return { conclusion: job?.conclusion, outputs: job?.steps[0]?.result?.outputs };
  };
  for (const [ageInDays, conclusion, compliant] of [
    [89, 'success', 'true'],
    [91, 'failure', 'false'],
  ] as const)
    example('check-pull-request.yml', `${conclusion} with a key of ${ageInDays} days`, async (scene) => {
      const { outputs, ...ended } = await pullRequest(scene, ageInDays);
      expect([ended.conclusion, outputs?.compliant]).toEqual([conclusion, compliant]);
    });

  example('check-pull-request.yml', 'lets a fork pass, unchecked', async (scene) => {
    expect(await pullRequest(scene, 91, { fork: true })).toEqual({ conclusion: 'success', outputs: {} });
  });

  example('check-account.yml', 'finds who is due, and rotates exactly them', async (scene) => {
    const ages = { robot: 100, fresh: 10, 'vendor-sftp': 300, 'legacy-ftp': 300 };
    for (const name of Object.keys(ages))
      scene.world.aws.addUser(name, { path: '/ci/', createdAt: scene.world.aws.daysAgo(400) });
    scene.environments('robot', 'fresh');
    scene.permissions = ['environments'];
    scene.role('check-access-keys', { policy: 'check', values: { UserPath: '/ci/' } });
    scene.role('rotate-ci-users', {
      policy: 'rotate',
      trust: 'github-oidc-environment',
      values: { UserPath: '/ci/', UserName: '*', Environment: 'robot' },
    });
    for (const [name, age] of Object.entries(ages))
      scene.key(age, name === 'robot' || name === 'fresh' ? [`environment:${name}`] : [], name);
    const [check, ...rotations] = await scene.run('check-account.yml', { event: 'schedule' });
    expect([check?.conclusion, check?.outputs]).toEqual([
      'failure',
      { matrix: '{"include":[{"user-name":"robot"}]}', 'has-due': 'true' },
    ]);
    expect(check?.steps.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
    expect(taken(rotations)).toBe('created');
    expect(scene.isRotatedIn('environment:robot')).toBe(true);

    // The old key is too old until it is Inactive; then nobody is due, and the job with the empty matrix is left out.
    const weeks: unknown[] = [];
    for (let week = 0; week < 2; week++) {
      nextDay(scene.world, 7);
      const [again, rotation] = await scene.run('check-account.yml', { event: 'schedule' });
      weeks.push([
        again?.conclusion,
        rotation?.conclusion === 'skipped' ? 'skipped' : taken([rotation].flatMap((job) => job ?? [])),
      ]);
    }
    expect(weeks).toEqual([
      ['failure', 'deactivated'],
      ['success', 'skipped'],
    ]);
  });
});

describe('every example', () => {
  const examples = readdirSync('examples').filter((name) => name.endsWith('.yml'));

  it('is executed above, or called by one that is', () => {
    const files = [...executed, 'examples/reusable-caller.yml'];
    expect([...new Set(files)].sort()).toEqual(examples.map((name) => `examples/${name}`));
  });

  it.each(examples)('%s pins what it uses, and asks for no right at the top', (name) => {
    const { permissions, jobs } = readWorkflow(`examples/${name}`);
    for (const { uses } of Object.values(jobs).flatMap(({ steps }) => steps ?? []))
      expect([uses, ours(uses) !== null || /@[\da-f]{40}$/.test(uses)]).toEqual([uses, true]);
    expect(permissions).toEqual({});
  });

  it.each(examples)('%s has a token with the rights that its destinations need, and no other', (name) => {
    for (const { steps = [] } of Object.values(readWorkflow(`examples/${name}`).jobs)) {
      const app = steps.find(({ uses }) => uses.startsWith('actions/create-github-app-token@'));
      const rotation = steps.find(({ uses }) => ours(uses) !== null);
      if (app === undefined) continue;
      const { destinations = 'actions' } = rotation?.with ?? {};
      // The reusable workflow's caller says where the pair is; without it, the same as elsewhere.
      const lines = String(destinations).startsWith('${{ inputs.')
        ? ['actions']
        : String(destinations).trim().split(/\n */);
      const asked = Object.keys(app.with ?? {}).filter((input) => input.startsWith('permission-'));
      expect(asked.sort()).toEqual(
        [...new Set(lines.map((line) => `permission-${permissionOf(line)}`))].sort(),
      );
    }
  });

  it.each(examples)('%s lets no two runs rotate one key at once', (name) => {
    const workflow = readWorkflow(`examples/${name}`);
    for (const job of Object.values(workflow.jobs)) {
      const rotates = (job.steps ?? []).some(
        ({ uses, with: given }) => ours(uses) === '.' && given?.['dry-run'] !== true,
      );
      if (rotates)
        expect(job.concurrency ?? workflow.concurrency).toMatchObject({ 'cancel-in-progress': false });
    }
  });
});

/** By the table of infra/README.md, whose words create-github-app-token spells with hyphens. */
function permissionOf(destination: string): string {
  const [word] = destination.split(':');
  const table = readFileSync('infra/README.md', 'utf8');
  const [, permission = 'no row'] =
    new RegExp(`^\\| \`${word}[:\`].*?\\| \`"(\\w+)": "write"\``, 'm').exec(table) ?? [];
  return permission.replaceAll('_', '-');
}
