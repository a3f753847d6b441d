/** The keys' lives as a diagram: the planner's own dates, and no text that Mermaid could take for anything else. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timeline } from '../../src/report/timeline.ts';
import type { KeyRecord, Observation, Policy } from '../../src/rotation/model.ts';
import {
  ago,
  C,
  DIGEST,
  defaults,
  GITHUB_NOW,
  gitHubAgo,
  key,
  N,
  P,
  replaced,
  type Scene,
  scene,
  storedSince,
  usedAgo,
} from '../rotation/scene.ts';

const drawn = (given: Scene = {}, policy: Policy = defaults): string[] =>
  (timeline(scene(given), policy) ?? '').split('\n');
const rows = (given: Scene = {}, policy: Policy = defaults): string[] =>
  drawn(given, policy)
    .filter((line) => / :|section/.test(line) && !line.includes('%%'))
    .map((line) => line.trim());

const TODAY = ['section Today', 'Today, 2026-06-01 :milestone, 2026-06-01, 2026-06-01'];
const inactive: Record<string, KeyRecord> = { [P]: { state: 'inactive', at: ago(3) }, [C]: storedSince(10) };

describe('the timeline', () => {
  it('of one key: since when it is Active, when its successor comes, when it is too old', () => {
    expect(rows()).toEqual([
      'section …0001, deployed',
      'Active, successor on 2026-07-21 :2026-05-22, 2026-07-21',
      '90 days old on 2026-08-20 :crit, milestone, 2026-08-20, 2026-08-20',
      ...TODAY,
    ]);
  });

  it('of two: the previous key first, up to its planned end', () => {
    expect(
      rows({ ...replaced, records: { [P]: { state: 'adopted', at: ago(3) }, [C]: storedSince(3) } }),
    ).toEqual([
      'section …0001, previous',
      'Active until 2026-06-05 :2026-03-23, 2026-06-05',
      'Inactive, deleted on 2026-06-19 :done, 2026-06-05, 2026-06-19',
      'section …0001, deployed',
      'Active, successor on 2026-07-23 :2026-05-24, 2026-07-23',
      '90 days old on 2026-08-22 :crit, milestone, 2026-08-22, 2026-08-22',
      ...TODAY,
    ]);
  });

  it('promises no end to a key that is in use', () => {
    expect(rows({ ...replaced, lastUse: { [P]: usedAgo(1) } })).toContain(
      'Active, still in use :2026-03-23, 2026-06-02',
    );
  });

  it('knows since when a key is Inactive, and when it goes', () => {
    expect(
      rows({ ...replaced, keys: [key(P, 70, 'Inactive'), key(C, 10)], records: inactive }).slice(0, 3),
    ).toEqual([
      'section …0001, previous',
      'Active until 2026-05-29 :2026-03-23, 2026-05-29',
      'Inactive, deleted on 2026-06-12 :done, 2026-05-29, 2026-06-12',
    ]);
  });

  it('plans nothing for a key that is not ours', () => {
    expect(rows({ keys: [key(P, 20), key(C, 10)] })[1]).toBe(
      'Active since 2026-05-12 :2026-05-12, 2026-06-01',
    );
  });

  it('leaves out what is too far away to be seen beside the rest; labels keep the dates', () => {
    expect(rows({ keys: [key(C, 400)] }, { ...defaults, maxAgeDays: 700, rotateAfterDays: 600 })).toEqual([
      'section …0001, deployed',
      'Active, successor on 2026-12-18 :2026-02-21, 2026-09-29',
      ...TODAY,
    ]);
  });

  it('is not there when there is no key', () => {
    expect(timeline(scene({ keys: [], deployed: { kind: 'empty' } }), defaults)).toBeNull();
  });

  it('marks the day of the run, not that of whoever reads it', () => {
    expect(drawn()).toContain('  todayMarker off');
    expect(drawn()).toContain('  excludes 2026-06-01');
  });
});

const LINE =
  /^(```(mermaid)?|%%\{init: \{"gantt":[^%]+\}%%|gantt| {2}(accTitle: The lives of the access keys|dateFormat YYYY-MM-DD|axisFormat %e %b|tickInterval (1week|2week|1month)|todayMarker off|excludes \d{4}-\d\d-\d\d|section (…[\w?]{0,4}, (deployed|previous|not ours)|Today))| {4}[A-Z0-9][\w ,-]+ :((done|crit|milestone), )*\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d)$/;

const anyKey = fc.record({
  id: fc.oneof(fc.constantFrom(C, P, N), fc.string({ unit: 'binary', maxLength: 20 })),
  status: fc.constantFrom('Active' as const, 'Inactive' as const),
  createdAt: fc.integer({ min: -5, max: 3_000 }).map(ago),
});
const anyRecord: fc.Arbitrary<KeyRecord> = fc.oneof(
  fc.record({
    state: fc.constantFrom('adopted' as const, 'inactive' as const, 'reactivated' as const),
    at: fc.integer({ min: -1, max: 3_000 }).map(ago),
  }),
  fc.record({
    state: fc.constant('stored' as const),
    at: fc.integer({ min: -1, max: 3_000 }).map(ago),
    github: fc.integer({ min: 0, max: 3_000 }).map(gitHubAgo),
    destinations: fc.constant(DIGEST),
  }),
);
const days = fc.integer({ min: 0, max: 3_650 });
const anyPolicy = fc.record({
  rotateAfterDays: days,
  deactivateAfterDays: days,
  quietDays: days,
  deleteAfterDays: days,
  maxAgeDays: days,
  force: fc.boolean(),
  foreignKey: fc.constantFrom('refuse' as const, 'retire' as const),
});
const anySeen: fc.Arbitrary<Observation> = fc
  .record({
    keys: fc.array(anyKey, { minLength: 1, maxLength: 8 }),
    records: fc.array(anyRecord, { maxLength: 8 }),
    userName: fc.string({ unit: 'binary' }),
    deployedIndex: fc.integer({ min: 0, max: 7 }),
  })
  .map(({ keys, records, userName, deployedIndex }) => ({
    ...scene({
      keys,
      deployed: { kind: 'accepted', key: keys[deployedIndex % keys.length]?.id ?? '' },
      records: Object.fromEntries(records.map((record, index) => [keys[index]?.id ?? '', record])),
    }),
    userName,
    gitHubNow: GITHUB_NOW,
  }));

it('no line of it is anything but our own words, dates and the ends of key IDs', () => {
  fc.assert(
    fc.property(anySeen, anyPolicy, (seen, policy) => {
      for (const line of (timeline(seen, policy) ?? '').split('\n')) expect(line).toMatch(LINE);
    }),
    { numRuns: 2_000 },
  );
});
