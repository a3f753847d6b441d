import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_AUDIT_POLICY as POLICY } from '../../sandbox/policy.ts';
import type { Audit } from '../../src/audit/audit.ts';
import { judge } from '../../src/audit/findings.ts';
import { matrixOf } from '../../src/audit/matrix.ts';
import type { Rule, UserFacts } from '../../src/audit/model.ts';
import { RequestRecorder } from '../../src/flow/requests.ts';
import { bar } from '../../src/report/bar.ts';
import { reportFile, violationsOutput } from '../../src/report/check-json.ts';
import { checkSummary, ROWS } from '../../src/report/check-summary.ts';
import { sayFinding } from '../../src/report/check-words.ts';
import { awsTime, DAY, SECOND } from '../../src/rotation/model.ts';

const NOW = awsTime(Date.parse('2026-01-05T06:00:00Z'));
const ID = 'AKIAIOSFODNN7EXAMPLE';
const user = (userName: string, days: number, options: Partial<UserFacts> = {}): UserFacts => ({
  userName,
  keys: [
    {
      id: ID,
      status: 'Active',
      createdAt: awsTime(NOW - days * DAY),
      lastUse: { kind: 'used', at: awsTime(NOW - DAY), service: 's3', region: 'us-east-1' },
    },
  ],
  activeKeys: 1,
  rotating: false,
  ...options,
});
const audit = (users: UserFacts[], options: Partial<Audit> = {}, policy = POLICY): Audit => ({
  now: NOW,
  account: '123456789012',
  basis: { kind: 'report', source: 'exact', generatedAt: awsTime(NOW - 3 * 3_600_000) },
  checkedUsers: users.length,
  confirmedUsers: users.length,
  users,
  notChecked: [],
  root: { kind: 'none' },
  waived: [],
  expired: [],
  verdict: judge(users, { kind: 'none' }, policy, NOW),
  ...options,
});
const summary = (of: Audit, reportFile = ''): string =>
  checkSummary({
    audit: of,
    policy: POLICY,
    reportFile,
    rotationUrl: 'https://github.com/o/r#readme',
    requests: new RequestRecorder(),
  });

describe('the summary', () => {
  it('opens with the state, then the violations, worst first, and how to fix them', () => {
    const text = summary(audit([user('fine', 10), user('late', 91), user('worst', 300), user('soon', 80)]));
    const lines = text.split('\n');
    expect(lines[0]).toBe('## ❌ 2 violations');
    expect(lines[2]).toContain('checked at 2026-01-05 06:00 UTC (AWS’s time): 2 violations, 1 warning.');
    const rows = lines.filter((line) => line.includes('<code>age</code> |'));
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| worst', '| late', '| soon']);
    expect(text.indexOf('### Violations')).toBeLessThan(text.indexOf('### How to fix'));
    expect(text.indexOf('### How to fix')).toBeLessThan(text.indexOf('### Warnings'));
    expect(text).toContain('[the rotation action](https://github.com/o/r#readme)');
    expect(text).toContain('CIS AWS 1.14');
    expect(text.indexOf('| fine |')).toBeGreaterThan(text.indexOf('### Within the limits'));
    expect(text).not.toContain(ID);
  });

  it.each<[string, Audit, string]>([
    ['nothing', audit([user('a', 10)]), '✅'],
    ['warnings only', audit([user('a', 80)]), '⚠️ No violation, 1 warning'],
    [
      'a user who could not be checked',
      audit([], { notChecked: [{ userName: 'x', why: 'no', unknown: true }] }),
      '❌ Not everything',
    ],
  ])('says with %s', (_, of, heading) => {
    expect(summary(of).split('\n')[0]).toContain(heading);
  });

  it('names the cheap mode’s blind spot, and a report that could not be read', () => {
    const cheap = audit([], { basis: { kind: 'report', source: 'report', generatedAt: NOW } });
    expect(summary(cheap)).toContain('**Blind spot:**');
    expect(summary(audit([], { basis: { kind: 'listing', why: 'AccessDenied' } }))).toContain(
      'may not read the credential report',
    );
  });

  // GitHub drops a summary of more than 1 MiB whole.
  it('stays below 1 MiB with the longest names that IAM allows and two keys wrong in every way', () => {
    const users = Array.from({ length: 5000 }, (_, index) => {
      const name = `${index}`.padEnd(64, '_@+,.=');
      const [key] = user(name, 500 + index).keys;
      if (key === undefined) throw new Error('There is a key.');
      const idle = { ...key, lastUse: { kind: 'unreadable' as const, why: 'x'.repeat(60) } };
      return user(name, 0, { keys: [key, idle], activeKeys: 2 });
    });
    const policy = {
      ...POLICY,
      failOn: new Set<Rule>(['age', 'unused', 'two-active', 'root']),
    };
    const full = audit(
      users,
      {
        notChecked: users.map(({ userName }) => ({ userName, why: '@'.repeat(5000), unknown: false })),
        waived: users.map(({ userName }) => ({
          waiver: { text: userName, pattern: userName, until: 0 },
          userNames: [],
        })),
        expired: users.map(({ userName }) => ({
          waiver: { text: userName, pattern: userName, until: 0 },
          userNames: [],
        })),
      },
      policy,
    );
    for (const huge of [full, { ...full, verdict: { ...full.verdict, warnings: full.verdict.violations } }]) {
      const text = summary(huge, 'keys.json');
      expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
      const left = (huge.verdict.violations.length - ROWS.violations).toLocaleString('en-US');
      expect(text).toContain(
        `${left} more, less bad ones are left out here; the full list is in <code>keys.json</code>.`,
      );
    }
  });

  it('lets no name speak Markdown or HTML', () => {
    const text = summary(audit([user('a|b', 100), user('<img src=x>', 100), user('[x](y)', 100)]));
    expect(text).not.toMatch(/<img|\[x\]\(y\)|a\|b/);
  });
});

describe('the age bar', () => {
  it.each([
    [0, '░░░░░░░░░░│'],
    [1, '█░░░░░░░░░│'],
    [45, '█████░░░░░│'],
    [90, '██████████│'],
    [90 + SECOND / DAY, '██████████│█'],
    [120, '██████████│████'],
    [5000, '██████████│█████'],
  ])('of %p days', (days, expected) => {
    expect(bar(days * DAY, 90)).toBe(expected);
  });
});

describe('a sentence', () => {
  const [violation] = judge([user('deployer', 90 + SECOND / DAY)], null, POLICY, NOW).violations;
  it('says that a key is just over its limit, where whole days would look like no violation', () => {
    if (violation === undefined) throw new Error('A second too old is a violation.');
    expect(sayFinding(violation, POLICY, NOW)).toBe(
      'User deployer, key …MPLE is just over 90 days old, created 2025-10-07T05:59:59Z; 90 days are allowed.',
    );
  });
});

describe('what machines read', () => {
  it('violations: keys by four characters; the report file: in full', () => {
    const of = audit([user('deployer', 100)]);
    expect(JSON.parse(violationsOutput(of.verdict.violations).json)).toEqual([
      {
        user: 'deployer',
        key: '…MPLE',
        rule: 'age',
        ageDays: 100,
        status: 'Active',
        lastUsed: '2026-01-04T06:00:00Z',
      },
    ]);
    expect(JSON.parse(reportFile(of, POLICY))).toMatchObject({
      checkedAt: '2026-01-05T06:00:00Z',
      violations: [{ user: 'deployer', key: ID, created: '2025-09-27T06:00:00Z' }],
      keys: [{ user: 'deployer', key: ID }],
    });
  });

  it('violations hold as many as a job output can, the worst', () => {
    const { violations } = judge(
      Array.from({ length: 5000 }, (_, index) => user(`user-${index}`, 100 + index)),
      null,
      POLICY,
      NOW,
    );
    const { json, left } = violationsOutput(violations);
    const kept = JSON.parse(json) as { user: string }[];
    expect(json.length).toBeLessThanOrEqual(400_002);
    expect(kept.length + left).toBe(5000);
    expect(kept[0]?.user).toBe('user-4999');
    expect(left).toBeGreaterThan(0);
  });

  it('a matrix has at most 256 entries, and an empty one is still a matrix', () => {
    expect(matrixOf([])).toEqual({ json: '{"include":[]}', left: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (count) => {
        const due = Array.from({ length: count }, (_, index) => `u${index}`);
        const { json, left } = matrixOf(due);
        const { include } = JSON.parse(json) as { include: { 'user-name': string }[] };
        expect(include.map((entry) => entry['user-name'])).toEqual(due.slice(0, 256));
        expect(include.length + left).toBe(count);
      }),
    );
  });
});
