import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  INTENT_WINDOW,
  intentTag,
  intentValue,
  LEASE,
  matches,
  readJournal,
  recordTag,
  recordTags,
  recordValue,
  uselessTags,
} from '../../src/rotation/journal.ts';
import {
  type AwsTime,
  awsTime,
  DAY,
  gitHubTime,
  type Intent,
  type KeyRecord,
  MINUTE,
  SECOND,
} from '../../src/rotation/model.ts';
import { ago, C, DIGEST, intent, key, minutesAgo, N, NOW, P, storedSince } from './scene.ts';

const empty = {
  intents: [],
  records: new Map(),
  unreadable: [],
  described: new Set<string>(),
  othersTags: 0,
};

const wholeSecond = fc
  .integer({ min: Date.parse('2020-01-01') / 1000, max: NOW / 1000 })
  .map((s) => s * SECOND);
const anyRecord: fc.Arbitrary<KeyRecord> = fc.oneof(
  wholeSecond.chain((at) =>
    fc
      .constantFrom<'adopted' | 'inactive' | 'reactivated'>('adopted', 'inactive', 'reactivated')
      .map((state) => ({
        state,
        at: awsTime(at),
      })),
  ),
  fc
    .tuple(wholeSecond, wholeSecond, fc.stringMatching(/^[0-9a-f]{12}$/))
    .map(([at, github, destinations]) => ({
      state: 'stored' as const,
      at: awsTime(at),
      github: gitHubTime(github),
      destinations,
    })),
);
const anyIntent: fc.Arbitrary<Intent> = fc.record({
  nonce: fc.uuid(),
  aws: wholeSecond.map(awsTime),
  github: wholeSecond.map(gitHubTime),
  run: fc.stringMatching(/^[\w.-]{1,64}$/),
});

/** What IAM allows in tags (IAM user guide, "Rules for tagging"). */
const IAM_TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

describe('the journal', () => {
  it('reads back every record and every intent that it writes', () => {
    fc.assert(
      fc.property(anyRecord, anyIntent, (record, written) => {
        const tags = new Map([...recordTags(C, record, empty), [intentTag(written), intentValue(written)]]);
        const journal = readJournal(tags, [], NOW);
        expect(journal.records.get(C)).toEqual(record);
        expect(journal.intents).toEqual([written]);
        expect(journal.unreadable).toEqual([]);
        expect(journal.described.size).toBe(0);
      }),
    );
  });

  it('writes only what IAM allows in tags', () => {
    fc.assert(
      fc.property(anyRecord, anyIntent, (record, written) => {
        for (const [name, value] of [
          ...recordTags(C, record, empty),
          [intentTag(written), intentValue(written)] as const,
        ]) {
          expect(name).toMatch(IAM_TAG);
          expect(value).toMatch(IAM_TAG);
          expect(name.length).toBeLessThanOrEqual(128);
          expect(value.length).toBeLessThanOrEqual(256);
        }
      }),
    );
  });

  it('reads tag keys without regard to case, as IAM keeps them', () => {
    const tags = new Map([[`KEY-ROTATION:${C.toLowerCase()}`, recordValue(storedSince(3))]]);
    expect(readJournal(tags, [], NOW).records.get(C)).toEqual(storedSince(3));
  });

  it('treats nonsense as absent and reports it', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const tags = new Map([
          [recordTag(C), `x${value}`],
          ['key-rotation:intent:1', `x${value}`],
        ]);
        const journal = readJournal(tags, [], NOW);
        expect(journal.records.size + journal.intents.length).toBe(0);
        expect(journal.unreadable).toEqual([...tags.keys()]);
      }),
    );
  });

  it.each([
    ['a record older than its key, which could hasten a deletion', `inactive=2001-01-01T00:00:00Z`],
    [
      'a record from the future',
      `stored=2126-01-01T00:00:00Z github=2126-01-01T00:00:00Z destinations=${DIGEST}`,
    ],
    ['a date that does not exist', 'inactive=2026-02-31T25:00:00Z'],
    ['two facts at once', 'adopted=2026-05-30T00:00:00Z inactive=2026-05-30T00:00:00Z'],
  ])('does not believe %s', (_what, value) => {
    const journal = readJournal(new Map([[recordTag(C), value]]), [key(C, 10)], NOW);
    expect(journal.records.size).toBe(0);
    expect(journal.unreadable).toEqual([recordTag(C)]);
  });

  it('does not believe an intent from the future, which would bar every run', () => {
    const written = { ...intent(0), aws: awsTime(NOW + DAY) };
    const journal = readJournal(new Map([[intentTag(written), intentValue(written)]]), [], NOW);
    expect(journal.intents).toEqual([]);
  });

  it('leaves a description alone that a person has written', () => {
    const journal = readJournal(new Map([[C, 'used by the billing vendor']]), [], NOW);
    expect([...recordTags(C, storedSince(0), journal).keys()]).toEqual([recordTag(C)]);
  });

  it('replaces its own description', () => {
    const journal = readJournal(new Map([[C, 'key-rotation: stored in GitHub since 2026-01-01']]), [], NOW);
    expect(recordTags(C, storedSince(0), journal).get(C)).toBe(
      'key-rotation: stored in GitHub since 2026-06-01',
    );
  });

  it('gives a key to an intent only within a quarter of an hour after it', () => {
    const at = (after: number) =>
      matches(intent(1), { ...key(N, 0), createdAt: awsTime(ago(1) + after) as AwsTime });
    expect([-SECOND, 0, INTENT_WINDOW, INTENT_WINDOW + SECOND].map(at)).toEqual([false, true, true, false]);
  });
});

describe('tags that serve nobody any more', () => {
  const dead = intent(1, 'dead');
  const live: Intent = { ...intent(0, 'live'), aws: awsTime(NOW - LEASE + MINUTE) };
  const journal = { ...empty, intents: [dead, live], records: new Map([[P, storedSince(90)]]) };

  it('are dead intents that no unrecorded key needs, and records of keys that are gone', () => {
    expect(uselessTags(journal, [key(C, 10)], NOW)).toEqual([intentTag(dead), recordTag(P), P]);
  });

  it('never are an intent that an unrecorded key matches: it is what proves that key ours', () => {
    const orphan = { ...key(N, 0), createdAt: awsTime(dead.aws + MINUTE) };
    expect(uselessTags(journal, [orphan, key(P, 90)], NOW)).toEqual([]);
  });

  it('never are a live intent', () => {
    expect(uselessTags({ ...empty, intents: [live] }, [], minutesAgo(0))).toEqual([]);
  });
});
