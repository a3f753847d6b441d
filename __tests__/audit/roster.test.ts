/** What may be left out because the report says so: never a user who could have a finding. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_AUDIT_POLICY } from '../../sandbox/policy.ts';
import type { ReportSlot } from '../../src/audit/credential-report.ts';
import { findingsOf } from '../../src/audit/findings.ts';
import { joinReport, pruned, reportedLastUse } from '../../src/audit/roster.ts';
import { type AccessKey, awsTime, DAY, SECOND } from '../../src/rotation/model.ts';

const NOW = awsTime(Date.parse('2026-01-05T06:00:00Z'));
const HOUR = DAY / 24;
const POLICY = { ...DEFAULT_AUDIT_POLICY, includeInactive: true };
const ago = (days: number) => awsTime(NOW - days * DAY);
const slot = (days: number, status: ReportSlot['status'] = 'Active'): ReportSlot => ({
  status,
  changedAt: ago(days),
  lastUse: { kind: 'used', at: ago(days), service: `s${days}`, region: 'r' },
});
const key = (days: number, status: AccessKey['status'] = 'Active'): AccessKey => ({
  id: `AKIAEXAMPLE${days}`,
  status,
  createdAt: ago(days),
});

describe('pruning', () => {
  it.each<[string, number, ReportSlot[] | null, 'no-key' | 'young' | null]>([
    ['never had a key', 900, [], 'no-key'],
    ['exactly as old as the first warning', 76, [slot(10)], 'young'],
    ['a second older', 76 + SECOND / DAY, [slot(10)], null],
    ['a key that was changed today: it may be an old one, toggled', 900, [slot(0)], null],
    ['an Inactive key: it may be Active by now', 900, [slot(400, 'Inactive')], null],
    ['young, but two keys are too many at any age', 10, [slot(1), slot(2)], null],
    ['young, and the report was not read', 10, null, 'young'],
    ['older, and the report was not read', 100, null, null],
  ])('%s', (_, age, slots, expected) => {
    expect(pruned({ userName: 'u', createdAt: ago(age), slots }, POLICY, NOW)).toBe(expected);
  });

  it('clears nobody who could have a finding about age or use, whatever happened since the report', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        days,
        fc.array(fc.record({ age: days, inactive: fc.boolean(), since: fc.boolean() }), { maxLength: 2 }),
        fc.record({
          maxAgeDays: fc.integer({ min: 15, max: 200 }),
          maxUnusedDays: fc.integer({ min: 1, max: 200 }),
        }),
        (userAge, keys, limits) => {
          const policy = { ...POLICY, ...limits };
          // No key is older than its user; one that the report does not show was made within its four hours.
          const real = keys.map(({ age, inactive, since }) => ({
            since,
            facts: {
              id: 'AKIA',
              status: inactive ? ('Inactive' as const) : ('Active' as const),
              createdAt: since ? awsTime(NOW - 4 * HOUR) : ago(Math.min(age, userAge)),
              lastUse: { kind: 'never' as const },
            },
          }));
          const slots = real
            .filter(({ since }) => !since)
            .map(
              ({ facts }): ReportSlot => ({
                status: 'Inactive',
                changedAt: facts.createdAt,
                lastUse: facts.lastUse,
              }),
            );
          const cleared = pruned({ userName: 'u', createdAt: ago(userAge), slots }, policy, NOW) !== null;
          const found = findingsOf(
            { userName: 'u', keys: real.map(({ facts }) => facts), activeKeys: 0, rotating: false },
            policy,
            NOW,
          );
          if (cleared) expect(found).toEqual([]);
        },
      ),
    );
  });

  it('of a name that was given away and taken again believes nothing', () => {
    const listed = [{ userName: 'u', createdAt: ago(100) }];
    const report = { userName: 'U', createdAt: ago(900), slots: [] };
    expect(joinReport(listed, [report])[0]?.slots).toBeNull();
    expect(joinReport(listed, [{ ...report, createdAt: ago(100) }])[0]?.slots).toEqual([]);
  });
});

describe('which slot is a key’s own', () => {
  const service = (of: AccessKey, keys: AccessKey[], slots: ReportSlot[]): string | null => {
    const use = reportedLastUse(of, keys, slots);
    return use?.kind === 'used' ? use.service : null;
  };
  it.each<[string, AccessKey, AccessKey[], ReportSlot[], string | null]>([
    ['the one of its creation', key(40), [key(40)], [slot(40)], 's40'],
    ['in whatever order', key(40), [key(40), key(10)], [slot(10), slot(40)], 's40'],
    ['the only one, changed since: it was toggled', key(40), [key(40)], [slot(5)], 's5'],
    ['the one left over, of two', key(40), [key(40), key(10)], [slot(10), slot(5)], 's5'],
    ['none can be told, when both were toggled', key(40), [key(40), key(30)], [slot(5), slot(4)], null],
    ['none, for a key that is newer than the report', key(0.1), [key(0.1)], [slot(40)], null],
    ['none, for two keys made in the same second', key(40), [key(40), key(40)], [slot(40), slot(40)], null],
    ['none, without a slot', key(40), [key(40)], [], null],
  ])('%s', (_, of, keys, slots, expected) => {
    expect(service(of, keys, slots)).toBe(expected);
  });
});
