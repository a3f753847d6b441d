/** The committed dist/, spawned as GitHub's runner does, against the world over HTTP. */
import { describe, expect, it } from '@jest/globals';
import { leaksIn } from '../../sandbox/leaks.ts';
import { HOME, pairIn, USER } from '../../sandbox/world.ts';
import { awsTime } from '../../src/rotation/model.ts';
import { nextDay, requests, within } from './scene.ts';

describe('a whole life', () => {
  it('goes from due over created, stored, Inactive and deleted to due again', async () => {
    await within(60, async ({ world, stand }) => {
      const eventful: string[] = [];
      for (let day = 0; day <= 60; day++) {
        // Most days are uneventful; the demo lives through all of them.
        if ([0, 1, 6, 7, 8, 20, 21, 22, 23, 59, 60].includes(day)) {
          const result = await stand.rotate();
          expect(result.exitCode).toBe(0);
          expect(leaksIn(world, result)).toEqual([]);
          if (result.outputs['action-taken'] !== 'none')
            eventful.push(`${day} ${result.outputs['action-taken']}`);
        }
        nextDay(world);
      }
      expect(eventful).toEqual(['0 created', '7 deactivated', '21 deleted', '60 created']);
      expect(stand.transport.violations).toEqual([]);
    });
  });

  it('begins with nothing at all', async () => {
    await within(null, async ({ world, stand }) => {
      const first = await stand.rotate({ 'user-name': USER });
      expect(first.outputs).toMatchObject({
        'action-taken': 'created',
        'next-step': 'create',
        'key-age-days': '0',
      });
      const [key] = world.aws.everIssued;
      expect(pairIn(world, HOME)).toEqual({ accessKeyId: key?.id, secretAccessKey: key?.secret });
      expect((await stand.rotate()).outputs['action-taken']).toBe('none');
    });
  });
});

describe('the transcript of a creating run', () => {
  it('masks before anything else can print, and sends its requests in the protocol’s order', async () => {
    await within(61, async ({ world, stand }) => {
      world.aws.propagation = { refusedFor: 0, flapsUntil: 0 };
      const { stdout, outputs, jobOutputs } = await stand.rotate();
      const secret = world.aws.everIssued.at(-1)?.secret ?? '';
      const lines = stdout.split('\n');
      const masked = lines.indexOf(`::add-mask::${secret}`);
      expect(masked).toBeGreaterThan(-1);
      expect(lines.findIndex((line) => line.includes(secret))).toBe(masked);
      expect(lines[masked + 1]).toMatch(/^Key …\w{4}: created\.$/);
      const sent = requests(world);
      // What travels together may arrive in any order; one line each.
      const together = (from: number, to: number) => sent.slice(from, to).sort();
      expect(together(0, 8)).toEqual([
        'AssumeRoleWithWebIdentity',
        'GET AWS_ACCESS_KEY_ID',
        'GET AWS_SECRET_ACCESS_KEY',
        'GET public-key',
        'GetCallerIdentity',
        'IdToken',
        'ListAccessKeys',
        'ListUserTags',
      ]);
      const order = ['IdToken', 'AssumeRoleWithWebIdentity', 'ListAccessKeys'].map((request) =>
        sent.indexOf(request),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(sent[8]).toBe('TagUser');
      expect(together(9, 11)).toEqual(['ListAccessKeys', 'ListUserTags']);
      expect(sent.slice(11, 20)).toEqual([
        'CreateAccessKey',
        'GetCallerIdentity',
        'GetCallerIdentity',
        'GetCallerIdentity',
        'GetCallerIdentity',
        'PUT AWS_SECRET_ACCESS_KEY',
        'PUT AWS_ACCESS_KEY_ID',
        'TagUser',
        'UntagUser',
      ]);
      expect(together(20, 26)).toEqual([
        'GET AWS_ACCESS_KEY_ID',
        'GET AWS_SECRET_ACCESS_KEY',
        'GetAccessKeyLastUsed',
        'GetCallerIdentity',
        'ListAccessKeys',
        'ListUserTags',
      ]);
      expect(sent).toHaveLength(26);
      expect(outputs['access-key-id']).toBe(world.aws.everIssued.at(-1)?.id);
      // The plan names keys by four characters: the runner drops a job output that holds the deployed ID.
      expect(jobOutputs.plan).toBe(outputs.plan);
    });
  });
});

describe('a day on which nothing is due', () => {
  it('costs seven requests, and nothing is written (depth: simulation/depth.test.ts)', async () => {
    await within(10, async ({ world, stand }) => {
      const { outputs, exitCode } = await stand.rotate();
      expect([exitCode, outputs['action-taken'], outputs['next-step']]).toEqual([0, 'none', 'create']);
      expect(world.wire.log).toHaveLength(7);
      expect(world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
    });
  });
});

describe('a dry run', () => {
  it('prints the exact plan and writes nothing, at AWS or GitHub', async () => {
    await within(61, async ({ world, stand }) => {
      const { exitCode, stdout, summary, outputs } = await stand.rotate({ 'dry-run': 'true' });
      expect([exitCode, outputs['action-taken'], outputs['next-step']]).toEqual([0, 'none', 'create']);
      expect(stdout).toContain('Would create a key, prove it, store it in every destination, record it.');
      expect(summary).toContain('A real run would:');
      expect(JSON.parse(outputs.plan ?? '')).toMatchObject({
        reason: 'rotation-due',
        steps: [{ kind: 'create' }],
      });
      expect(world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
    });
  });
});

describe('bad input', () => {
  it('is reported whole, before any request', async () => {
    await within(10, async ({ world, stand }) => {
      const { exitCode, commands, summary } = await stand.rotate({
        'rotate-after-days': '90d',
        force: 'yes',
        destinations: 'nowhere',
        'role-to-assume': 'x',
      });
      expect(exitCode).toBe(1);
      const errors = commands.filter(({ name }) => name === 'error').map(({ data }) => data);
      for (const name of ['rotate-after-days', 'force', 'destinations', 'role-to-assume'])
        expect(errors.some((error) => error.startsWith(`${name}: `))).toBe(true);
      expect(summary).toMatch(/^## ❌ 4 inputs are not usable\n\n(?:- .+\n){4}/m);
      expect(errors.at(-1)).toBe(
        '4 inputs are not usable. Nothing was changed.\nMore: docs/troubleshooting.md#bad-input',
      );
      expect(world.wire.log).toEqual([]);
    });
  });

  it('without an ID token names the permission, and forks', async () => {
    await within(10, async ({ world, stand }) => {
      const { exitCode, stdout } = await stand.rotate(
        {},
        { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
      );
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/permissions: id-token: write.*fork/);
      expect(world.wire.log).toEqual([]);
    });
  });
});

describe('refusals', () => {
  it.each(['iam:ListAccessKeys', 'iam:ListUserTags', 'iam:TagUser', 'iam:CreateAccessKey', 'iam:UntagUser'])(
    'a role that may not call %s is told which action, and where it is granted',
    async (action) => {
      await within(61, async ({ world, stand }) => {
        const [role] = world.aws.roles.values();
        role?.allow.splice(
          0,
          2,
          ...role.allow.map((statement) => ({
            ...statement,
            actions: statement.actions.filter((allowed) => allowed !== action),
          })),
        );
        const { exitCode, stdout } = await stand.rotate();
        expect(exitCode).toBe(1);
        expect(stdout).toContain(`Allow ${action}`);
        expect(stdout).toContain('infra/policies/rotate.json');
      });
    },
  );

  it('a token that may not write: the new key is taken back, and nothing is left', async () => {
    await within(61, async ({ world, stand }) => {
      world.github.addToken('ghs_reader', { kind: 'app', permissions: { secrets: 'read' } });
      const { exitCode, stdout } = await stand.rotate({ 'github-token': 'ghs_reader' });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('The new key was deleted again');
      expect(world.aws.user(USER).keys).toHaveLength(1);
      expect([...world.aws.user(USER).tags.keys()].filter((tag) => tag.includes('intent'))).toEqual([]);
    });
  });

  it('a destination that does not exist is found before a key is created', async () => {
    await within(61, async ({ world, stand }) => {
      const { exitCode, stdout } = await stand.rotate({ destinations: 'actions\nenvironment:nowhere' });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('environment:octo-org/app:nowhere cannot be reached');
      expect(requests(world)).not.toContain('CreateAccessKey');
    });
  });

  it('a pair of another user is named, and nothing is changed', async () => {
    await within(61, async ({ world, stand }) => {
      world.aws.addUser('somebody');
      const theirs = world.aws.addKey('somebody', { createdAt: awsTime(world.aws.daysAgo(100)) });
      const { exitCode, stdout } = await stand.rotate({
        'user-name': USER,
        'access-key-id': theirs.id,
        'secret-access-key': theirs.secret,
      });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('belongs to user somebody, not to user deployer');
      expect(world.wire.log.some((exchange) => exchange.mutates)).toBe(false);
    });
  });

  it('a region of another partition is no refusal of the pair, not even under force', async () => {
    await within(10, async ({ world, stand }) => {
      const { exitCode, stdout } = await stand.rotate({ 'aws-region': 'cn-north-1', force: 'true' });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('scoped to a valid region');
      expect(world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
    });
  });

  it('a drifted runner clock keeps nobody from creating a key', async () => {
    await within(61, async ({ world, stand }) => {
      const { exitCode, outputs, log } = await stand.rotate(
        {},
        { SANDBOX_CLOCK_OFFSET: String(world.clock.now - Date.now() - 20 * 60_000) },
      );
      expect({ exitCode, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, log: [] });
      expect(outputs['action-taken']).toBe('created');
    });
  });

  it('an ID token that is not to be had is explained', async () => {
    await within(10, async ({ world, stand }) => {
      world.wire.faultFor = ({ service }) => (service === 'oidc' ? 'denied' : null);
      const { exitCode, stdout } = await stand.rotate();
      expect(exitCode).toBe(1);
      expect(stdout).toContain('permissions: id-token: write');
    });
  });

  it('a drifted runner clock is no refusal of the pair', async () => {
    await within(10, async ({ world, stand }) => {
      // The world goes on for an hour while the runner's clock stands still.
      const before = world.clock.now;
      world.clock.advance(3_600_000);
      const drifted = before - world.clock.now;
      const { exitCode, outputs } = await stand.rotate(
        {},
        { SANDBOX_CLOCK_OFFSET: String(world.clock.now - Date.now() + drifted) },
      );
      expect([exitCode, outputs['action-taken']]).toEqual([0, 'none']);
    });
  });
});
