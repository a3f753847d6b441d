/** The built check action, spawned as GitHub's runner does, against an account of 5,000 users full of traps. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Key } from '../../sandbox/aws/account.ts';
import { sodiumBoxes } from '../../sandbox/github/boxes.ts';
import type { StepResult } from '../../sandbox/runner/runner.ts';
import { Stand } from '../../sandbox/stand.ts';
import { REPOSITORY, TOKEN, World } from '../../sandbox/world.ts';
import { addCheckRole, populate, WAIVERS } from '../audit/population.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Scene {
  readonly world: World;
  readonly run: (given?: Record<string, string>, env?: Record<string, string>) => Promise<StepResult>;
}

async function within<T>(options: { quoteReport?: boolean }, work: (scene: Scene) => Promise<T>): Promise<T> {
  const world = new World({ boxes: await sodiumBoxes(), aws: options });
  world.github.addRepository(REPOSITORY);
  world.github.addToken(TOKEN, { kind: 'app', permissions: {} });
  const role = addCheckRole(world.aws);
  const stand = await Stand.open(world);
  try {
    return await work({
      world,
      run: (given = {}, env = {}) => stand.step('check', { 'role-to-assume': role, ...given }, env),
    });
  } finally {
    await stand.close();
  }
}

const violationsOf = ({ outputs }: StepResult, rule = 'age') =>
  (JSON.parse(outputs.violations ?? '[]') as { user: string; key: string; rule: string }[])
    .filter((violation) => violation.rule === rule)
    .map(({ user, key }) => ({ user, key }));

const byUser = (a: { user: string }, b: { user: string }): number => (a.user < b.user ? -1 : 1);
const annotations = ({ commands }: StepResult, level: string) =>
  commands.filter(({ name }) => name === level);
const ALL = { 'all-users': 'true', 'exclude-users': WAIVERS };

describe('5,000 users of which 37 violate', () => {
  for (const quoteReport of [true, false])
    it(`exactly the right set, no more (names with commas ${quoteReport ? '' : 'un'}quoted)`, async () => {
      await within({ quoteReport }, async ({ world, run }) => {
        const expected = populate(world);
        const result = await run(ALL);
        expect(violationsOf(result).sort(byUser)).toEqual([...expected.violations].sort(byUser));
        expect(violationsOf(result, 'root')).toEqual([{ user: '<root_account>', key: '' }]);
        expect(result.outputs).toMatchObject({
          compliant: 'false',
          // All but root, and but the two whom a waiver leaves out.
          'checked-users': String(expected.users - 2),
          'oldest-key-age-days': '671',
          'has-due': 'true',
        });
        expect(result.exitCode).toBe(1);
        expect(annotations(result, 'error')).toHaveLength(10);
        for (const level of ['error', 'warning'])
          for (const { data } of annotations(result, level))
            expect(data).toMatch(/\nMore: \S+#findings-of-the-check$/);
        expect(result.complaints).toEqual([]);
        expect(result.summary).toContain('38 violations');
      });
    });

  it('costs one request for each user that the report does not clear, and six at the most besides', async () => {
    await within({}, async ({ world, run }) => {
      populate(world);
      await run(ALL);
      const sent = world.wire.log
        .filter(({ service }) => service !== 'oidc')
        .map(({ operation }) => operation);
      const confirmed = sent.filter((operation) => operation === 'ListAccessKeys').length;
      // The user that was deleted since the report makes it look for one that was renamed: five pages of 1,000.
      const forTraps = sent.filter(
        (operation) => operation === 'ListUsers' || operation === 'ListUserTags',
      ).length;
      expect(forTraps).toBe(5 + 1);
      expect(sent.length - confirmed - forTraps).toBeLessThanOrEqual(6);
      const withoutKey = [...world.aws.users.values()].filter(({ keys }) => keys.length === 0).length;
      expect(withoutKey).toBeGreaterThan(1_900);
      expect(confirmed).toBeLessThan(1_100);
    });
  });

  it('source: report confirms only whom the report would fail, and names its blind spot', async () => {
    await within({}, async ({ world, run }) => {
      const expected = populate(world);
      const result = await run({ ...ALL, source: 'report' });
      const blind = ['toggled', 'woken'];
      expect(violationsOf(result).sort(byUser)).toEqual(
        expected.violations.filter(({ user }) => !blind.includes(user)).sort(byUser),
      );
      const confirmed = world.wire.log.filter(({ operation }) => operation === 'ListAccessKeys');
      // Two more: one was rotated since the report, the other deleted.
      expect(confirmed).toHaveLength(35 + 2);
      expect(result.summary).toContain('Blind spot');
    });
  });

  it('fail: false is green, and says the same', async () => {
    await within({}, async ({ world, run }) => {
      populate(world);
      const { exitCode, outputs } = await run({ ...ALL, fail: 'false', source: 'report' });
      expect([exitCode, outputs.compliant]).toEqual([0, 'false']);
    });
  });

  it('writes everything with full key IDs to the report file, and shows them nowhere else', async () => {
    await within({}, async ({ world, run }) => {
      const expected = populate(world);
      const path = join(folder, 'keys.json');
      const { stdout, summary, outputs } = await run({ ...ALL, 'report-file': path });
      const { violations } = JSON.parse(readFileSync(path, 'utf8')) as {
        violations: { key: string; rule: string }[];
      };
      const ids = violations.filter(({ rule }) => rule === 'age').map(({ key }) => key);
      expect(ids.map((id) => `…${id.slice(-4)}`).sort()).toEqual(
        expected.violations.map(({ key }) => key).sort(),
      );
      const shown = [stdout, summary, ...Object.values(outputs)].join();
      expect(ids.filter((id) => shown.includes(id))).toEqual([]);
    });
  });
});

describe('a small account', () => {
  const small = <T>(
    work: (scene: Scene & { readonly old: Key; readonly young: Key }) => Promise<T>,
  ): Promise<T> =>
    within({}, (scene) => {
      const { aws } = scene.world;
      for (const name of ['old', 'young']) aws.addUser(name, { createdAt: aws.daysAgo(900) });
      const old = aws.addKey('old', { createdAt: aws.daysAgo(100) });
      const young = aws.addKey('young', { createdAt: aws.daysAgo(10) });
      return work({ ...scene, old, young });
    });

  it('has no report yet: AWS makes one, and the check waits', async () => {
    await small(async ({ world, run }) => {
      world.wire.tick = 2_000;
      const result = await run({ 'all-users': 'true' });
      expect(violationsOf(result).map(({ user }) => user)).toEqual(['old']);
      const operations = world.wire.log.map(({ operation }) => operation);
      expect(
        operations.filter((operation) => operation === 'GenerateCredentialReport').length,
      ).toBeGreaterThan(1);
    });
  });

  it('whose report the role may not read is listed, with a warning', async () => {
    await small(async ({ world, run }) => {
      const [role] = world.aws.roles.values();
      role?.allow.splice(0, 1, {
        actions: ['iam:ListUsers', 'iam:ListAccessKeys', 'iam:GetAccountSummary', 'iam:GetAccessKeyLastUsed'],
        users: '*',
      });
      const result = await run({ 'all-users': 'true' });
      expect(violationsOf(result).map(({ user }) => user)).toEqual(['old']);
      expect(annotations(result, 'warning').map(({ properties }) => properties.title)).toContain(
        'No credential report',
      );
    });
  });

  it('is asked patiently where IAM throttles', async () => {
    await small(async ({ world, run }) => {
      let asked = 0;
      world.wire.tick = 2_000;
      world.wire.faultFor = ({ operation }) =>
        operation === 'ListAccessKeys' && ++asked <= 3 ? 'throttled' : null;
      const result = await run({ 'all-users': 'true' });
      expect(violationsOf(result).map(({ user }) => user)).toEqual(['old']);
      expect(world.wire.log.filter(({ outcome }) => outcome === 'Throttling')).toHaveLength(3);
    });
  });

  it('has its own key checked, by four characters of it', async () => {
    await small(async ({ run, old, young }) => {
      const fine = await run({ 'access-key-id': young.id });
      expect([fine.exitCode, fine.outputs.compliant, fine.outputs.matrix]).toEqual([
        0,
        'true',
        '{"include":[]}',
      ]);
      expect(fine.outputs['has-due']).toBe('false');
      const late = await run({ 'access-key-id': old.id });
      expect(late.exitCode).toBe(1);
      expect(annotations(late, 'error')).toHaveLength(1);
      expect(annotations(late, 'error')[0]?.data).toMatch(/^User old, key …\w{4} is 100 days old/);
      expect(late.jobOutputs.violations).toBe(late.outputs.violations);
      expect(late.outputs.matrix).toBe('{"include":[{"user-name":"old"}]}');
    });
  });

  it('with an unknown user: named, the others still checked, and red', async () => {
    await small(async ({ run }) => {
      const result = await run({ 'user-names': 'young\nnobody' });
      expect([result.exitCode, result.outputs.compliant, result.outputs['checked-users']]).toEqual([
        1,
        'false',
        '1',
      ]);
      expect(annotations(result, 'error').map(({ data }) => data)).toEqual([
        'nobody: AWS knows no such IAM user\nMore: docs/troubleshooting.md#findings-of-the-check',
      ]);
    });
  });

  it('whose role does not trust this run is red, and says what to allow', async () => {
    await small(async ({ world, run }) => {
      world.issuer.claims = { ...world.issuer.claims, sub: 'repo:octo-org/app:pull_request' };
      const { exitCode, stdout, outputs } = await run({ 'all-users': 'true' });
      expect([exitCode, outputs]).toEqual([1, {}]);
      expect(stdout).toContain('trust policy');
    });
  });

  it('whose report file cannot be written is red', async () => {
    await small(async ({ run }) => {
      const { exitCode, stdout } = await run({ 'user-names': 'young', 'report-file': '/nowhere/keys.json' });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('The report file cannot be written');
    });
  });
});

describe('a pull request from a fork', () => {
  const noToken = {
    ACTIONS_ID_TOKEN_REQUEST_URL: '',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
    GITHUB_EVENT_NAME: 'pull_request',
  };
  const payload = (head: number | null): Record<string, string> => {
    const path = join(folder, `event-${head}.json`);
    writeFileSync(
      path,
      JSON.stringify({
        pull_request: { head: { repo: head === null ? null : { id: head } }, base: { repo: { id: 1 } } },
      }),
    );
    return { ...noToken, GITHUB_EVENT_PATH: path };
  };

  it.each([
    ['fail', 1, 'error'],
    ['skip', 0, 'warning'],
  ])('on-missing-credentials: %s', async (onMissing, exitCode, level) => {
    await within({}, async ({ world, run }) => {
      const result = await run({ 'access-key-id': '', 'on-missing-credentials': onMissing }, payload(2));
      expect(result.exitCode).toBe(exitCode);
      expect(annotations(result, level)[0]?.data).toContain(
        'from a fork. GitHub gives such runs no OIDC ID token',
      );
      // Skipped is not compliant.
      expect(result.outputs).toEqual({});
      expect(result.summary).toContain('Access keys were not checked');
      expect(world.wire.log).toEqual([]);
    });
  });

  it('of the repository itself without id-token: write is a mistake, skip or not', async () => {
    await within({}, async ({ run }) => {
      const { exitCode, stdout } = await run(
        { 'all-users': 'true', 'on-missing-credentials': 'skip' },
        payload(1),
      );
      expect(exitCode).toBe(1);
      expect(stdout).toContain('permissions: id-token: write');
    });
  });
});

describe('bad input', () => {
  it('is reported whole, before any request', async () => {
    await within({}, async ({ world, run }) => {
      const { exitCode, commands } = await run({
        'max-age-days': '0',
        'exclude-users': 'x@2027-02-30',
        'fail-on': 'mfa',
      });
      expect(exitCode).toBe(1);
      const errors = commands.filter(({ name }) => name === 'error').map(({ data }) => data);
      for (const name of ['max-age-days', 'exclude-users', 'fail-on', 'all-users'])
        expect(errors.some((error) => error.startsWith(`${name}: `))).toBe(true);
      expect(world.wire.log).toEqual([]);
    });
  });
});
