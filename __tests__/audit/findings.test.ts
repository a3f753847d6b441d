import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_AUDIT_POLICY as POLICY } from '../../sandbox/policy.ts';
import { findingsOf, judge } from '../../src/audit/findings.ts';
import type { AuditPolicy, KeyFacts, RootFacts, Rule, UserFacts } from '../../src/audit/model.ts';
import { ROOT } from '../../src/audit/model.ts';
import { controlsOf } from '../../src/audit/rules.ts';
import { awsTime, DAY, type LastUse, SECOND } from '../../src/rotation/model.ts';

const NOW = awsTime(Date.parse('2026-01-05T06:00:00Z'));
const ago = (days: number) => awsTime(NOW - days * DAY);
const usedAgo = (days: number): LastUse => ({
  kind: 'used',
  at: ago(days),
  service: 's3',
  region: 'us-east-1',
});
const key = (days: number, options: Partial<KeyFacts> = {}): KeyFacts => ({
  id: `AKIA${'X'.repeat(12)}${String(Math.floor(days)).padStart(4, '0')}`,
  status: 'Active',
  createdAt: ago(days),
  lastUse: usedAgo(0),
  ...options,
});
const user = (keys: KeyFacts[], options: Partial<UserFacts> = {}): UserFacts => ({
  userName: 'u',
  keys,
  activeKeys: keys.filter(({ status }) => status === 'Active').length,
  rotating: false,
  ...options,
});
const found = (subject: UserFacts, policy: Partial<AuditPolicy> = {}) =>
  findingsOf(subject, { ...POLICY, ...policy }, NOW).map(({ rule, level }) => `${rule} ${level}`);

describe('age', () => {
  it.each<[string, number, string[]]>([
    ['just made', 0, []],
    ['at the start of the warning', 76, []],
    ['a second into the warning', 76 + SECOND / DAY, ['age warning']],
    ['exactly 90 days, which are allowed', 90, ['age warning']],
    ['a second older', 90 + SECOND / DAY, ['age violation']],
    ['years', 2000, ['age violation']],
  ])('%s', (_, days, expected) => {
    expect(found(user([key(days)]))).toEqual(expected);
  });

  it('is exact to the second for every limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 3650 }), fc.integer({ min: -50, max: 50 }), (limit, seconds) => {
        const level = seconds > 0 ? 'violation' : 'warning';
        expect(found(user([key(limit + (seconds * SECOND) / DAY)]), { maxAgeDays: limit })).toEqual([
          `age ${level}`,
        ]);
      }),
    );
  });

  it('of an Inactive key counts only with include-inactive, and does not warn ahead', () => {
    const old = user([key(200, { status: 'Inactive' })]);
    expect(found(old)).toEqual([]);
    expect(found(old, { includeInactive: true })).toEqual(['age violation']);
    expect(found(user([key(80, { status: 'Inactive' })]), { includeInactive: true })).toEqual([]);
  });
});

describe('unused', () => {
  const policy = { maxAgeDays: 3650, failOn: new Set<Rule>(['unused']) };
  it.each<[string, number, LastUse | null, string[]]>([
    ['never, and young', 80, { kind: 'never' }, []],
    ['never, in 90 days', 90, { kind: 'never' }, []],
    ['never, in longer', 91, { kind: 'never' }, ['unused violation']],
    ['exactly 90 days ago', 300, usedAgo(90), []],
    ['a second before that', 300, usedAgo(90 + SECOND / DAY), ['unused violation']],
    ['yesterday', 300, usedAgo(1), []],
    ['nobody knows: no proof, no finding', 300, { kind: 'unreadable', why: 'AccessDenied' }, []],
    ['nobody asked', 300, null, []],
  ])('%s', (_, days, lastUse, expected) => {
    expect(found(user([key(days, { lastUse })]), policy)).toEqual(expected);
  });
});

describe('two-active', () => {
  const two = [key(10), key(40)];
  it.each<[string, UserFacts, string[]]>([
    ['two Active keys', user(two), ['two-active warning']],
    ['a rotation that is journaled', user(two, { rotating: true }), []],
    ['one of them Inactive', user([key(10), key(40, { status: 'Inactive' })]), []],
    [
      'the workflow’s own key, with another beside it',
      user([key(10)], { activeKeys: 2 }),
      ['two-active warning'],
    ],
  ])('%s', (_, subject, expected) => {
    expect(found(subject)).toEqual(expected);
  });
});

describe('root', () => {
  it.each<[string, RootFacts, boolean, string[]]>([
    ['no key', { kind: 'none' }, false, []],
    ['an Active key', { kind: 'present', status: 'Active', since: null }, false, ['violation']],
    ['an Inactive key', { kind: 'present', status: 'Inactive', since: null }, false, ['warning']],
    [
      'an Inactive key, with include-inactive',
      { kind: 'present', status: 'Inactive', since: null },
      true,
      ['violation'],
    ],
    ['nobody knows: the flow makes that red', { kind: 'unknown', why: 'x' }, false, []],
  ])('%s', (_, root, includeInactive, expected) => {
    const { violations, warnings } = judge([], root, { ...POLICY, includeInactive }, NOW);
    expect([...violations, ...warnings].map(({ level }) => level)).toEqual(expected);
  });
});

describe('the verdict', () => {
  it('has what fail-on names as violations, everything else as warnings, and never both', () => {
    const rules: Rule[] = ['age', 'unused', 'two-active', 'root'];
    const all = user([key(400, { lastUse: { kind: 'never' } }), key(300, { lastUse: usedAgo(200) })]);
    const root: RootFacts = { kind: 'present', status: 'Active', since: ago(10) };
    fc.assert(
      fc.property(fc.subarray(rules), (failOn) => {
        const { violations, warnings } = judge([all], root, { ...POLICY, failOn: new Set(failOn) }, NOW);
        expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(failOn));
        expect(new Set(warnings.map(({ rule }) => rule))).toEqual(
          new Set(rules.filter((rule) => !failOn.includes(rule))),
        );
      }),
    );
  });

  it('puts the worst first: root, then what is furthest beyond its limit', () => {
    const users = [91, 300, 120].map((days) => user([key(days)], { userName: `u${days}` }));
    const { violations } = judge(users, { kind: 'present', status: 'Active', since: null }, POLICY, NOW);
    expect(violations.map(({ userName }) => userName)).toEqual([ROOT, 'u300', 'u120', 'u91']);
  });

  it('counts as due who is too old or will be within warn-before-days, once each, oldest key first', () => {
    const users = [
      user([key(70)], { userName: 'young' }),
      user([key(80)], { userName: 'soon' }),
      user([key(95), key(100)], { userName: 'late' }),
      user([key(300, { status: 'Inactive' })], { userName: 'inactive' }),
    ];
    expect(judge(users, null, { ...POLICY, includeInactive: true }, NOW).due).toEqual(['late', 'soon']);
  });
});

describe('controls', () => {
  it.each<[Rule, Partial<AuditPolicy>, string[]]>([
    ['age', {}, ['CIS AWS 1.14', 'Security Hub IAM.3']],
    ['age', { maxAgeDays: 91 }, []],
    ['unused', {}, ['Security Hub IAM.8']],
    ['unused', { maxUnusedDays: 45 }, ['CIS AWS 1.12', 'Security Hub IAM.22', 'Security Hub IAM.8']],
    ['unused', { maxUnusedDays: 120 }, []],
    ['two-active', {}, ['CIS AWS 1.13']],
    ['root', {}, ['CIS AWS 1.4', 'Security Hub IAM.4']],
  ])('%s with %j', (rule, policy, expected) => {
    const text = controlsOf(rule, { ...POLICY, ...policy }).join('; ');
    for (const control of expected) expect(text).toContain(control);
    if (expected.length === 0) expect(text).toBe('');
  });
});
