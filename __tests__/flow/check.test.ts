/** The check's flow in process: what it asks, what it concludes, and that it is never green without having looked. */
import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../sandbox/aws/statements.ts';
import { toyBoxes } from '../../sandbox/github/boxes.ts';
import { DEFAULT_AUDIT_POLICY as POLICY } from '../../sandbox/policy.ts';
import { World } from '../../sandbox/world.ts';
import { type Audit, isCompliant } from '../../src/audit/audit.ts';
import type { AuditPolicy, Rule } from '../../src/audit/model.ts';
import { parseWaiver } from '../../src/audit/waivers.ts';
import { check } from '../../src/flow/check/check.ts';
import { asCheckFailure } from '../../src/flow/check/failure.ts';
import type { Scope } from '../../src/flow/check/model.ts';
import type { Failure } from '../../src/flow/errors.ts';
import { ServiceError } from '../../src/flow/ports.ts';
import { recordTag } from '../../src/rotation/journal.ts';
import { DAY, MINUTE } from '../../src/rotation/model.ts';
import { CHECK_ALLOW, cacheReport } from '../audit/population.ts';
import { auditProcess } from './audit-process.ts';

const HOUR = DAY / 24;
const all = (
  options: { pathPrefix?: string; source?: 'exact' | 'report'; waivers?: string[] } = {},
): Scope => ({
  kind: 'all',
  pathPrefix: options.pathPrefix ?? '/',
  source: options.source ?? 'exact',
  waivers: (options.waivers ?? []).map((text) => {
    const waiver = parseWaiver(text);
    if ('problem' in waiver) throw new Error(waiver.problem);
    return waiver;
  }),
});
const users = (...userNames: string[]): Scope => ({ kind: 'users', userNames });

/** A world with a report that was made when it began. */
function account(...names: string[]): World {
  const world = new World({ boxes: toyBoxes, idTokens: 'none' });
  for (const name of names) world.aws.addUser(name, { createdAt: world.aws.daysAgo(900) });
  return world;
}
const addKey = (world: World, name: string, days: number, status: 'Active' | 'Inactive' = 'Active') =>
  world.aws.addKey(name, {
    createdAt: world.aws.daysAgo(days),
    status,
    used: [{ at: world.aws.daysAgo(1), service: 's3', region: 'us-east-1' }],
  });

interface Options {
  readonly policy?: Partial<AuditPolicy>;
  readonly allow?: Statement[];
}
async function audit(world: World, scope: Scope, { policy = {}, allow }: Options = {}) {
  const process = auditProcess(world, allow);
  const from = world.wire.log.length;
  const result = await check(process.ports, { scope, policy: { ...POLICY, ...policy } });
  const asked = world.wire.log.slice(from).map(({ operation, target }) => `${operation} ${target}`.trim());
  return { ...process, audit: result, asked, summary: brief(result) };
}
const brief = ({ verdict: { violations, warnings } }: Audit): string[] =>
  [...violations, ...warnings].map(({ userName, rule, level }) => `${userName} ${rule} ${level}`);
async function failure(world: World, scope: Scope, options: Options = {}): Promise<Failure> {
  try {
    await audit(world, scope, options);
  } catch (error) {
    return asCheckFailure(error);
  }
  throw new Error('The check did not fail.');
}
const without = (...actions: string[]): Statement[] =>
  CHECK_ALLOW.map((statement) => ({
    ...statement,
    actions: statement.actions.filter((action) => !actions.includes(action)),
  }));

describe('the repository’s own key', () => {
  it('is judged alone; the user’s other key is not this repository’s business', async () => {
    const world = account('deployer');
    const [own, other] = [addKey(world, 'deployer', 40), addKey(world, 'deployer', 200)];
    const of = (id: string): Scope => ({ kind: 'key', accessKeyId: id });
    const { audit: young, summary, asked } = await audit(world, of(own.id));
    expect(summary).toEqual(['deployer two-active warning']);
    expect(young).toMatchObject({ checkedUsers: 1, root: null });
    expect(asked).toEqual([
      `GetAccessKeyLastUsed ${own.id}`,
      'ListAccessKeys deployer',
      `GetAccessKeyLastUsed ${own.id}`,
      'ListUserTags deployer',
    ]);
    expect((await audit(world, of(other.id))).summary).toContain('deployer age violation');
  });

  it('that AWS does not know fails the check', async () => {
    const unknown = await failure(account('deployer'), { kind: 'key', accessKeyId: 'AKIAUNKNOWNUNKNOWN00' });
    expect(unknown.code).toBe('user-unknown');
    expect(unknown.message).toContain('…WN00');
    expect(unknown.message).not.toContain('AKIAUNKNOWN');
  });
});

describe('users by name', () => {
  it('an unknown one is named, and the others are still checked', async () => {
    const world = account('a', 'b');
    addKey(world, 'a', 100);
    addKey(world, 'b', 10);
    const { audit: result, summary } = await audit(world, users('a', 'nobody', 'b'));
    expect(summary).toEqual(['a age violation']);
    expect(result.checkedUsers).toBe(2);
    expect(result.notChecked).toEqual([
      { userName: 'nobody', why: 'AWS knows no such IAM user', unknown: true },
    ]);
  });

  it('one in a path that the role may not read is named, and makes the check red by itself', async () => {
    const world = account('mine', 'theirs');
    addKey(world, 'mine', 10);
    const allow = CHECK_ALLOW.map((statement) => ({ ...statement, users: ['mine'] }));
    const { audit: result } = await audit(world, users('mine', 'theirs'), { allow });
    expect(result.verdict.violations).toEqual([]);
    expect(result.notChecked[0]).toMatchObject({
      userName: 'theirs',
      why: expect.stringContaining('AccessDenied'),
    });
    expect(isCompliant(result)).toBe(false);
  });

  it('a last use that cannot be read matters only where it decides', async () => {
    const world = account('a');
    addKey(world, 'a', 10);
    const allow = without('iam:GetAccessKeyLastUsed');
    expect(isCompliant((await audit(world, users('a'), { allow })).audit)).toBe(true);
    const { audit: strict } = await audit(world, users('a'), {
      allow,
      policy: { failOn: new Set(['unused']) },
    });
    expect(strict.notChecked[0]?.why).toContain('last use cannot be read');
  });
});

describe('two active keys', () => {
  it.each<[string, (ids: readonly string[]) => string[], boolean]>([
    ['both journaled: a rotation in progress', (ids) => [...ids], false],
    ['one journaled, the other a stranger', ([first = '']) => [first], true],
    ['no journal', () => [], true],
  ])('%s', async (_, journaled, isFinding) => {
    const world = account('a');
    const ids = [addKey(world, 'a', 40), addKey(world, 'a', 3)].map(({ id }) => id);
    for (const id of journaled(ids))
      world.aws
        .user('a')
        .tags.set(recordTag(id).toLowerCase(), { key: recordTag(id), value: 'adopted=2026-01-04T00:00:00Z' });
    expect((await audit(world, users('a'))).summary).toEqual(isFinding ? ['a two-active warning'] : []);
  });
});

describe('everybody', () => {
  it('waits for a report that AWS still has to make, and asks no more often than it must', async () => {
    const world = account('a');
    addKey(world, 'a', 100);
    const { asked, slept, summary } = await audit(world, all());
    expect(summary).toEqual(['a age violation']);
    expect(slept).toEqual([5000, 5000]);
    expect(asked.filter((request) => request === 'GenerateCredentialReport')).toHaveLength(3);
    expect(asked.filter((request) => request === 'GetCredentialReport')).toHaveLength(1);
  });

  it.each(['ReportNotPresent', 'ReportInProgress', 'ReportExpired'])(
    'takes %s for "not yet"',
    async (code) => {
      const world = account('a');
      cacheReport(world);
      world.clock.advance(HOUR);
      const { ports, slept } = auditProcess(world);
      let refusals = 2;
      const account_ = {
        ...ports.account,
        credentialReport: () => {
          if (refusals-- > 0)
            throw new ServiceError({
              service: 'iam',
              operation: 'GetCredentialReport',
              code,
              status: 410,
              message: code,
            });
          return ports.account.credentialReport();
        },
      };
      const result = await check({ ...ports, account: account_ }, { scope: all(), policy: POLICY });
      expect(result.basis.kind).toBe('report');
      expect(slept).toHaveLength(2);
    },
  );

  it('gives up on a report that never comes', async () => {
    const world = account('a');
    const { ports, slept } = auditProcess(world);
    const never = { ...ports.account, generateCredentialReport: async () => 'INPROGRESS' as const };
    await expect(check({ ...ports, account: never }, { scope: all(), policy: POLICY })).rejects.toMatchObject(
      {
        code: 'report-not-ready',
      },
    );
    expect(slept.reduce((sum, pause) => sum + pause, 0)).toBe(5 * MINUTE);
  });

  it('is never green on a report that cannot be read', async () => {
    const world = account('a');
    const { ports } = auditProcess(world);
    const broken = {
      ...ports.account,
      credentialReport: async () => ({ csv: 'user,arn\n', generatedAt: world.clock.aws }),
    };
    await expect(
      check({ ...ports, account: broken }, { scope: all(), policy: POLICY }),
    ).rejects.toMatchObject({
      code: 'report-unreadable',
    });
  });

  it('lists users where the role may not read the report, and says so', async () => {
    const world = account('old', 'fine', 'none');
    addKey(world, 'old', 100);
    addKey(world, 'fine', 10);
    const denied = await audit(world, all(), { allow: without('iam:GenerateCredentialReport') });
    expect(denied.summary).toEqual(['old age violation']);
    expect(denied.audit.basis).toMatchObject({
      kind: 'listing',
      why: expect.stringContaining('AccessDenied'),
    });
    expect(denied.audit.checkedUsers).toBe(3);
    const unread = await audit(world, all({ source: 'report' }), {
      allow: without('iam:GetCredentialReport'),
    });
    expect(unread.summary).toEqual(['old age violation']);
  });

  it('finds a user that was renamed since the report, and forgets one that was deleted', async () => {
    const world = account('before', 'gone');
    addKey(world, 'before', 100);
    addKey(world, 'gone', 100);
    cacheReport(world);
    world.clock.advance(HOUR);
    const renamed = { ...world.aws.user('before'), name: 'after' };
    world.aws.users.delete('before');
    world.aws.users.delete('gone');
    world.aws.users.set('after', renamed);
    const { summary, audit: result } = await audit(world, all());
    expect(summary).toEqual(['after age violation']);
    expect(result).toMatchObject({ checkedUsers: 1, notChecked: [] });
  });

  it('below a path are those that are there now, not at the time of the report', async () => {
    const world = account('elsewhere');
    world.aws.addUser('inside', { path: '/ci/', createdAt: world.aws.daysAgo(900) });
    addKey(world, 'elsewhere', 100);
    addKey(world, 'inside', 100);
    cacheReport(world);
    world.clock.advance(HOUR);
    const moved = { ...world.aws.user('elsewhere'), path: '/ci/' };
    world.aws.users.set('elsewhere', moved);
    const { summary } = await audit(world, all({ pathPrefix: '/ci/' }));
    expect(summary.sort()).toEqual(['elsewhere age violation', 'inside age violation']);
  });

  it.each<[string, Scope, string]>([
    ['a path without users', all({ pathPrefix: '/nobody/' }), 'no IAM user below the path /nobody/'],
    ['waivers for all of them', all({ waivers: ['*'] }), 'exclude-users leaves nobody to check'],
  ])('is a failure with %s: a check of nobody is no check', async (_, scope, message) => {
    const { code, message: said } = await failure(account('a'), scope);
    expect(code).toBe('nothing-checked');
    expect(said).toContain(message);
  });

  it('is green for an account without a single user', async () => {
    expect(isCompliant((await audit(account(), all())).audit)).toBe(true);
  });

  it('leaves out whom a waiver names, until its day has passed', async () => {
    const world = account('legacy-a', 'legacy-b', 'other');
    for (const name of ['legacy-a', 'legacy-b', 'other']) addKey(world, name, 100);
    const { summary, audit: result } = await audit(
      world,
      all({ waivers: ['legacy-a@2026-01-05', 'legacy-b@2026-01-04'] }),
    );
    expect(summary.sort()).toEqual(['legacy-b age violation', 'other age violation']);
    expect(result.waived.map(({ userNames }) => userNames)).toEqual([['legacy-a']]);
    expect(result.expired.map(({ userNames }) => userNames)).toEqual([['legacy-b']]);
    expect(result.checkedUsers).toBe(2);
  });

  it('asks about an unused key once more before it fails it: the report may be four hours old', async () => {
    const world = account('busy', 'idle');
    const [busy] = ['busy', 'idle'].map((name) =>
      world.aws.addKey(name, { createdAt: world.aws.daysAgo(300), used: [] }),
    );
    cacheReport(world);
    world.clock.advance(3 * HOUR);
    busy?.used.push({ at: world.clock.now - HOUR, service: 's3', region: 'us-east-1' });
    const policy = { maxAgeDays: 3650, failOn: new Set<Rule>(['unused']) };
    expect((await audit(world, all(), { policy })).summary).toEqual(['idle unused violation']);
    const warning = await audit(world, all(), { policy: { ...policy, failOn: new Set<Rule>(['age']) } });
    // A warning is not worth a request a key.
    expect(warning.asked.some((request) => request.startsWith('GetAccessKeyLastUsed'))).toBe(false);
  });

  it('with fail-on two-active sees a second key that is newer than the report, of a young user as well', async () => {
    const world = account();
    world.aws.addUser('young', { createdAt: world.aws.daysAgo(20) });
    addKey(world, 'young', 20);
    cacheReport(world);
    world.clock.advance(3 * HOUR);
    addKey(world, 'young', 0);
    const policy = { failOn: new Set<Rule>(['two-active']) };
    expect((await audit(world, all(), { policy })).summary).toEqual(['young two-active violation']);
    expect((await audit(world, all({ source: 'report' }), { policy })).summary).toEqual([]);
  });

  it('says now and then how far it is', async () => {
    const names = Array.from({ length: 310 }, (_, index) => `u${index}`);
    const world = account(...names);
    for (const name of names) addKey(world, name, 10);
    // Each request takes a tenth of a second: five seconds are fifty of them.
    world.wire.tick = 100;
    const { lines } = await audit(world, all());
    const from = lines.indexOf('Looking closely at 310 users');
    const told = lines.slice(from + 1).map((line) => /^(\d+) of 310 users after (\d+) seconds$/.exec(line));
    const seconds = told.map((match) => Number(match?.[2]));
    const gaps = seconds.map((at, index) => at - (seconds[index - 1] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(5);
    expect(told.every((match) => Number(match?.[1]) > 0 && Number(match?.[1]) < 310)).toBe(true);
  });

  it.each([
    ['iam:ListAccessKeys', 'not checked'],
    ['iam:ListUsers', 'fine: nobody needs it'],
  ])('without %s: %s', async (action) => {
    const world = account('a');
    addKey(world, 'a', 10);
    const { audit: result } = await audit(world, all(), { allow: without(action) });
    expect(isCompliant(result)).toBe(action === 'iam:ListUsers');
  });

  it('ends with the first answer that says nothing about anybody', async () => {
    const world = account('a', 'b');
    addKey(world, 'a', 10);
    cacheReport(world);
    world.wire.faultFor = ({ operation }) => (operation === 'ListAccessKeys' ? 'unavailable' : null);
    world.clock.advance(HOUR);
    expect((await failure(world, all())).code).toBe('aws-failed');
  });
});

describe('root', () => {
  const rooted = (active: boolean, report: 'before' | 'after' | 'none'): World => {
    const world = account('a');
    const appear = () => {
      world.aws.root = { keyActive: active, keyCreatedAt: active ? world.clock.aws : null };
    };
    if (report === 'after') appear();
    cacheReport(world);
    world.clock.advance(HOUR);
    if (report === 'before') appear();
    return world;
  };

  it('has a key by the report, confirmed live', async () => {
    const { summary, audit: result } = await audit(rooted(true, 'after'), all());
    expect(summary).toEqual(['<root_account> root violation']);
    expect(result.checkedUsers).toBe(1);
    expect(result.verdict.violations[0]?.age).toBe(HOUR);
  });

  it('has a key that is newer than the report', async () => {
    expect((await audit(rooted(true, 'before'), all())).summary).toEqual(['<root_account> root violation']);
  });

  it('has deleted its key since the report', async () => {
    const world = rooted(true, 'after');
    world.aws.root = { keyActive: false, keyCreatedAt: null };
    expect((await audit(world, all())).summary).toEqual([]);
  });

  it('is known from the report where GetAccountSummary is denied, and from nothing where both are', async () => {
    const world = rooted(true, 'after');
    const summaryDenied = without('iam:GetAccountSummary');
    expect((await audit(world, all(), { allow: summaryDenied })).summary).toEqual([
      '<root_account> root violation',
    ]);
    const blind = without('iam:GetAccountSummary', 'iam:GetCredentialReport');
    const { audit: result } = await audit(world, all(), { allow: blind });
    expect(result.notChecked.map(({ userName }) => userName)).toEqual(['root']);
    const { audit: lax } = await audit(world, all(), { allow: blind, policy: { failOn: new Set(['age']) } });
    expect(isCompliant(lax)).toBe(true);
  });
});
