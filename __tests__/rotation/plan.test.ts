import { describe, expect, it } from '@jest/globals';
import {
  nothingDoneYet,
  type Observation,
  type Plan,
  type Policy,
  type Progress,
  type Reason,
  type Step,
} from '../../src/rotation/model.ts';
import { plan } from '../../src/rotation/plan.ts';
import {
  ago,
  C,
  DIGEST,
  defaults,
  intent,
  key,
  minutesAgo,
  N,
  never,
  P,
  replaced,
  type Scene,
  scene,
  storedSince,
  unreadable,
  usedAgo,
} from './scene.ts';

const decide = (seen: Observation, policy: Partial<Policy> = {}, progress: Partial<Progress> = {}): Plan =>
  plan(seen, { ...defaults, ...policy }, { ...nothingDoneYet, ...progress });

type Row = [
  what: string,
  scene: Scene,
  expected: { reason: Reason; outcome?: Plan['outcome']; steps?: Step[]; next?: Plan['next']['step'] },
  policy?: Partial<Policy>,
  progress?: Partial<Progress>,
];

const create = (adopt: string | null): Step[] => [{ kind: 'create', adopt }];
const deactivate = (id: string): Step[] => [{ kind: 'deactivate', key: id }];
const remove = (id: string, because: 'orphan' | 'retired' | 'slot-needed'): Step[] => [
  { kind: 'delete', key: id, because },
];
const record = (id: string, as: 'stored' | 'inactive' | 'reactivated'): Step => ({
  kind: 'record',
  key: id,
  as,
});

const rowsOfTheTable: Record<string, Row[]> = {
  '1 more than two keys': [
    [
      'IAM enforces its limit only eventually',
      { keys: [key(P, 70), key(C, 10), key(N, 1)] },
      { reason: 'too-many-keys', outcome: 'refuse', next: 'person' },
    ],
  ],
  '2 nothing deployed': [
    [
      'home is empty: the first key',
      { keys: [], deployed: { kind: 'empty' }, records: {}, written: [[null, null]] },
      { reason: 'bootstrap', steps: create(null) },
    ],
    [
      'home is empty, and somebody’s key is left alone',
      { keys: [key(P, 400)], deployed: { kind: 'empty' }, records: {}, written: [[null, null]] },
      { reason: 'bootstrap', steps: create(null) },
    ],
    [
      'home has a secret that was not passed',
      { keys: [], deployed: { kind: 'empty' }, records: {}, written: [[3, null]] },
      { reason: 'deployed-pair-empty', outcome: 'refuse' },
    ],
    [
      'no room, but one is an orphan',
      {
        keys: [key(P, 400), key(N, 1)],
        deployed: { kind: 'empty' },
        records: {},
        intents: [intent(1)],
        lastUse: { [P]: usedAgo(0), [N]: never },
        written: [[null, null]],
      },
      { reason: 'orphan', steps: remove(N, 'orphan') },
    ],
    [
      'no room: a person decides which key goes',
      {
        keys: [key(P, 400), key(N, 1)],
        deployed: { kind: 'empty' },
        records: {},
        lastUse: { [P]: never, [N]: never },
        written: [[null, null]],
      },
      { reason: 'no-room', outcome: 'refuse' },
    ],
    [
      'no room, and the orphan’s run may still be at work',
      {
        keys: [key(P, 400), { id: N, status: 'Active', createdAt: minutesAgo(5) }],
        deployed: { kind: 'empty' },
        records: {},
        intents: [{ ...intent(0), aws: minutesAgo(6) }],
        lastUse: { [P]: never, [N]: never },
        written: [[null, null]],
      },
      { reason: 'no-room', outcome: 'refuse' },
    ],
  ],
  '3 home is torn': [
    [
      'the secret belongs to the newest key of ours',
      {
        keys: [key(P, 61), key(N, 1)],
        deployed: { kind: 'torn', key: N },
        records: { [P]: { state: 'adopted', at: ago(1) } },
        intents: [intent(1)],
        written: [[1, 61]],
      },
      { reason: 'home-torn', steps: [{ kind: 'repair', key: N }] },
    ],
    [
      'a newer key of ours exists: torn inputs are stale',
      {
        keys: [key(P, 61), key(N, 1)],
        deployed: { kind: 'torn', key: P },
        records: { [P]: { state: 'adopted', at: ago(1) }, [N]: storedSince(1) },
      },
      { reason: 'torn-but-superseded', outcome: 'refuse' },
    ],
    [
      'a newer key of a stranger does not matter to the repair',
      { keys: [key(P, 61), key(N, 1)], deployed: { kind: 'torn', key: P }, records: {} },
      { reason: 'home-torn', steps: [{ kind: 'repair', key: P }] },
    ],
    [
      'a JSON secret cannot tear',
      { keys: [key(P, 61)], deployed: { kind: 'torn', key: P }, records: {}, written: [[61]] },
      { reason: 'torn-but-superseded', outcome: 'refuse' },
    ],
  ],
  '4 the deployed key is Inactive': [
    [
      'a person’s decision',
      { keys: [key(C, 10, 'Inactive')], deployed: { kind: 'refused', key: C } },
      { reason: 'deployed-key-inactive', outcome: 'refuse' },
    ],
    [
      'force creates',
      { keys: [key(C, 10, 'Inactive')], deployed: { kind: 'refused', key: C } },
      { reason: 'forced', steps: create(null) },
      { force: true },
    ],
  ],
  '5 the deployed pair is refused': [
    [
      'somebody edited the secret',
      { deployed: { kind: 'refused', key: C } },
      { reason: 'deployed-pair-refused', outcome: 'refuse' },
    ],
    [
      'force creates',
      { deployed: { kind: 'refused', key: 'AKIAUNKNOWN000000001' } },
      { reason: 'forced', steps: create(null) },
      { force: true },
    ],
    [
      'force is spent after it created',
      { deployed: { kind: 'refused', key: C } },
      { reason: 'deployed-pair-refused', outcome: 'refuse' },
      { force: true },
      { created: true },
    ],
    [
      'force without room',
      {
        keys: [key(P, 70), key(C, 10)],
        deployed: { kind: 'refused', key: 'AKIAUNKNOWN000000001' },
        lastUse: { [P]: never, [C]: never },
      },
      { reason: 'no-room', outcome: 'refuse' },
      { force: true },
    ],
    [
      'accepted, but not listed: IAM and STS disagree',
      { deployed: { kind: 'accepted', key: 'AKIAUNKNOWN000000001' } },
      { reason: 'deployed-pair-refused', outcome: 'refuse' },
    ],
  ],
  '6 another run may be at work': [
    [
      'a newer key with an intent younger than half an hour',
      {
        keys: [key(C, 61), { id: N, status: 'Active', createdAt: minutesAgo(28) }],
        intents: [{ ...intent(0), aws: minutesAgo(29) }],
        lastUse: { [N]: never },
        written: [[61, 61]],
      },
      { reason: 'another-run', outcome: 'refuse', next: 'person' },
    ],
  ],
  '7 inputs older than home': [
    [
      'home was written within five seconds before the intent: its clock may be another machine’s',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: never },
        written: [[1 + 5 / 86_400, 1 + 5 / 86_400]],
      },
      { reason: 'inputs-outdated', outcome: 'refuse' },
    ],
    [
      'home was written since the intent',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: never },
        written: [[1, 1]],
      },
      { reason: 'inputs-outdated', outcome: 'refuse' },
    ],
    [
      'the newer key is on record as stored',
      { keys: [key(C, 61), key(N, 1)], records: { [N]: storedSince(1) }, lastUse: { [N]: never } },
      { reason: 'inputs-outdated', outcome: 'refuse' },
    ],
  ],
  '8 an orphan': [
    [
      'nothing was written, the key was never used',
      { keys: [key(C, 61), key(N, 1)], intents: [intent(1)], lastUse: { [N]: never }, written: [[61, 61]] },
      { reason: 'orphan', steps: remove(N, 'orphan') },
    ],
    [
      'its proof at STS is no use',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: usedAgo(1, 'sts') },
        written: [[61, 61]],
      },
      { reason: 'orphan', steps: remove(N, 'orphan') },
    ],
    [
      'home was written five seconds and more before the intent, another destination right before it',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: never },
        written: [
          [1 + 6 / 86_400, 1 + 6 / 86_400],
          [1 + 1 / 86_400, 1 + 1 / 86_400],
        ],
      },
      { reason: 'orphan', steps: remove(N, 'orphan') },
    ],
  ],
  '9 a key that somebody may hold': [
    [
      'its last use cannot be read',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: unreadable },
        written: [[61, 61]],
      },
      { reason: 'maybe-in-use', outcome: 'refuse' },
    ],
    [
      'it was used',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: usedAgo(0) },
        written: [[61, 61]],
      },
      { reason: 'maybe-in-use', outcome: 'refuse' },
    ],
    [
      'another destination was written since',
      {
        keys: [key(C, 61), key(N, 1)],
        intents: [intent(1)],
        lastUse: { [N]: never },
        written: [
          [61, 61],
          [0.5, 61],
        ],
      },
      { reason: 'maybe-in-use', outcome: 'refuse' },
    ],
  ],
  '10 a foreign key': [
    [
      'newer than ours: unexplained',
      { keys: [key(C, 10), key(N, 1)], lastUse: { [N]: never } },
      { reason: 'foreign-key', outcome: 'refuse' },
    ],
    [
      'created in the same second as ours',
      { keys: [key(C, 10), key(N, 10)], lastUse: { [N]: never } },
      { reason: 'foreign-key', outcome: 'refuse' },
    ],
    [
      'older than ours: a warning while its slot is not needed',
      { keys: [key(P, 400), key(C, 10)], lastUse: { [P]: never } },
      { reason: 'foreign-key', outcome: 'warn', next: 'person' },
    ],
    [
      'handed over: retired like a previous key',
      { keys: [key(C, 10), key(N, 9)], lastUse: { [N]: usedAgo(3) } },
      { reason: 'deactivate-due', steps: deactivate(N) },
      { foreignKey: 'retire' },
    ],
    [
      'once retired it stays handed over',
      {
        keys: [key(C, 20), key(N, 19, 'Inactive')],
        records: { [C]: storedSince(20), [N]: { state: 'inactive', at: ago(15) } },
        lastUse: { [N]: usedAgo(16) },
        written: [[20, 20]],
      },
      { reason: 'delete-due', steps: remove(N, 'retired') },
    ],
  ],
  '11 every destination holds the pair, on record': [
    [
      'home lacks the pair: it comes from somewhere else',
      { written: [[10, null]] },
      { reason: 'home-lacks-pair', outcome: 'refuse' },
    ],
    [
      'a crash came before `stored`: copy to all but home',
      {
        keys: [key(P, 61), key(C, 1)],
        records: { [P]: { state: 'adopted', at: ago(1) } },
        intents: [intent(1)],
        lastUse: { [P]: usedAgo(0) },
        written: [
          [1, 1],
          [61, 61],
        ],
      },
      {
        reason: 'not-stored-everywhere',
        steps: [{ kind: 'copy', key: C, destinations: ['actions:octo/other-1'] }, record(C, 'stored')],
      },
    ],
    [
      'home alone: nothing to copy, only to record',
      { keys: [key(P, 61), key(C, 1)], records: {}, lastUse: { [P]: usedAgo(0) }, written: [[1, 1]] },
      { reason: 'not-stored-everywhere', steps: [record(C, 'stored')] },
    ],
    [
      'the list of destinations changed',
      {
        records: { [C]: storedSince(10, 'ffffffffffff') },
        written: [
          [10, 10],
          [null, null],
        ],
      },
      {
        reason: 'not-stored-everywhere',
        steps: [{ kind: 'copy', key: C, destinations: ['actions:octo/other-1'] }, record(C, 'stored')],
      },
    ],
    [
      'one destination was written after `stored`: only that one is mended',
      {
        written: [
          [10, 10],
          [10, 10],
          [10, 2],
        ],
      },
      {
        reason: 'not-stored-everywhere',
        steps: [{ kind: 'copy', key: C, destinations: ['actions:octo/other-2'] }, record(C, 'stored')],
      },
    ],
    [
      'home was written after `stored`, and holds the pair all the same',
      { written: [[2, 2]] },
      { reason: 'not-stored-everywhere', steps: [record(C, 'stored')] },
    ],
    [
      'a single unrecorded key that no run made needs no record',
      { records: {} },
      { reason: 'nothing-due', outcome: 'idle', next: 'create' },
    ],
    [
      'once a run only',
      { written: [[2, 2]] },
      { reason: 'nothing-due', outcome: 'idle' },
      {},
      { copied: true },
    ],
  ],
  '12 made Active again by a person': [
    [
      'its wait begins anew',
      { ...replaced, records: { ...replaced.records, [P]: { state: 'inactive', at: ago(1) } } },
      { reason: 'reactivated-by-person', steps: [record(P, 'reactivated')] },
    ],
  ],
  '13 Inactive, not on record': [
    [
      'its wait begins now, however old its record is',
      { ...replaced, keys: [key(P, 70, 'Inactive'), key(C, 8)] },
      { reason: 'inactive-unrecorded', steps: [record(P, 'inactive')] },
    ],
  ],
  '14 Inactive long enough': [
    [
      'deleted',
      {
        keys: [key(P, 90, 'Inactive'), key(C, 22)],
        records: { [C]: storedSince(22), [P]: { state: 'inactive', at: ago(14) } },
        lastUse: { [P]: usedAgo(20) },
        written: [[22, 22]],
      },
      { reason: 'delete-due', steps: remove(P, 'retired') },
    ],
    [
      'not while a destination was written after `stored`',
      {
        keys: [key(P, 90, 'Inactive'), key(C, 22)],
        records: { [C]: storedSince(22), [P]: { state: 'inactive', at: ago(14) } },
        lastUse: { [P]: usedAgo(20) },
        written: [[1, 22]],
      },
      { reason: 'nothing-due', outcome: 'idle' },
      {},
      { copied: true },
    ],
    [
      'not yet',
      {
        keys: [key(P, 90, 'Inactive'), key(C, 22)],
        records: { [C]: storedSince(22), [P]: { state: 'inactive', at: ago(13.9) } },
        lastUse: { [P]: usedAgo(20) },
        written: [[22, 22]],
      },
      { reason: 'nothing-due', outcome: 'idle', next: 'delete' },
    ],
  ],
  '15 replaced, proven, quiet': [
    ['deactivated', replaced, { reason: 'deactivate-due', steps: deactivate(P) }],
    [
      'never used, and old enough for that to mean something',
      { ...replaced, lastUse: { [P]: never } },
      { reason: 'deactivate-due', steps: deactivate(P) },
    ],
    [
      'urgent: both waits are zero, and even a young key goes',
      {
        keys: [key(P, 70), { id: C, status: 'Active', createdAt: minutesAgo(1) }],
        records: { [P]: { state: 'adopted', at: minutesAgo(1) }, [C]: storedSince(0) },
        lastUse: { [P]: usedAgo(0) },
        written: [[0, 0]],
      },
      { reason: 'deactivate-due', steps: deactivate(P) },
      { force: true, deactivateAfterDays: 0, quietDays: 0 },
      { created: true },
    ],
  ],
  '16 a gate is shut': [
    [
      'jobs that hold it keep working',
      { ...replaced, records: { ...replaced.records, [C]: storedSince(6.9) }, written: [[6.9, 6.9]] },
      { reason: 'gate-shut', outcome: 'wait', next: 'deactivate' },
    ],
    [
      'reactivated: the wait is counted from then',
      { ...replaced, records: { ...replaced.records, [P]: { state: 'reactivated', at: ago(3) } } },
      { reason: 'gate-shut', outcome: 'wait' },
    ],
    [
      'still in use',
      { ...replaced, lastUse: { [P]: usedAgo(1.9) } },
      { reason: 'gate-shut', outcome: 'wait' },
    ],
    [
      'its last use cannot be read',
      { ...replaced, lastUse: { [P]: unreadable } },
      { reason: 'gate-shut', outcome: 'wait' },
    ],
    [
      'the deployed key is listed Inactive although STS still accepts it',
      { ...replaced, keys: [key(P, 70), key(C, 8, 'Inactive')] },
      { reason: 'gate-shut', outcome: 'wait' },
    ],
    [
      'red beyond max-age-days',
      {
        keys: [key(P, 200), key(C, 91)],
        records: { [P]: { state: 'adopted', at: ago(91) }, [C]: storedSince(91) },
        lastUse: { [P]: usedAgo(0) },
        written: [[91, 91]],
      },
      { reason: 'gate-shut', outcome: 'refuse' },
    ],
    [
      'red under force: an Active key is never given up silently',
      { ...replaced, lastUse: { [P]: usedAgo(0) } },
      { reason: 'gate-shut', outcome: 'refuse' },
      { force: true },
    ],
    [
      'force that has created already only waits',
      { ...replaced, lastUse: { [P]: usedAgo(0) } },
      { reason: 'gate-shut', outcome: 'wait' },
      { force: true },
      { created: true },
    ],
  ],
  '17 due, and room': [
    [
      'an unrecorded key is adopted',
      { keys: [key(C, 60)], records: {}, written: [[60, 60]] },
      { reason: 'rotation-due', steps: create(C) },
    ],
    [
      'a recorded key is ours already',
      { keys: [key(C, 60)], records: { [C]: storedSince(60) }, written: [[60, 60]] },
      { reason: 'rotation-due', steps: create(null) },
    ],
    ['forced', {}, { reason: 'forced', steps: create(null) }, { force: true }],
    [
      'force is spent once this run has created',
      {},
      { reason: 'nothing-due', outcome: 'idle' },
      { force: true },
      { created: true },
    ],
  ],
  '18 due, no room': [
    [
      'an older foreign key: a warning',
      {
        keys: [key(P, 400), key(C, 61)],
        records: { [C]: storedSince(61) },
        lastUse: { [P]: never },
        written: [[61, 61]],
      },
      { reason: 'rotation-blocked', outcome: 'warn', next: 'person' },
    ],
    [
      'an older foreign key beyond max-age-days: red',
      {
        keys: [key(P, 400), key(C, 91)],
        records: { [C]: storedSince(91) },
        lastUse: { [P]: never },
        written: [[91, 91]],
      },
      { reason: 'rotation-blocked', outcome: 'refuse' },
    ],
    [
      'an Inactive key in its delete wait: a warning',
      {
        keys: [key(P, 100, 'Inactive'), key(C, 61)],
        records: { [C]: storedSince(61), [P]: { state: 'inactive', at: ago(1) } },
        lastUse: { [P]: never },
        written: [[61, 61]],
      },
      { reason: 'rotation-blocked', outcome: 'warn', next: 'delete' },
    ],
    [
      'force gives up an Inactive key early',
      {
        keys: [key(P, 100, 'Inactive'), key(C, 10)],
        records: { [C]: storedSince(10), [P]: { state: 'inactive', at: ago(1) } },
        lastUse: { [P]: never },
      },
      { reason: 'forced', steps: remove(P, 'slot-needed') },
      { force: true },
    ],
    [
      'but not one that this very run deactivated',
      {
        keys: [key(P, 100, 'Inactive'), key(C, 10)],
        records: { [C]: storedSince(10), [P]: { state: 'inactive', at: ago(0) } },
        lastUse: { [P]: never },
      },
      { reason: 'rotation-blocked', outcome: 'refuse' },
      { force: true },
      { deactivated: [P] },
    ],
    [
      'force cannot give up a foreign key',
      { keys: [key(P, 400, 'Inactive'), key(C, 10)], lastUse: { [P]: never } },
      { reason: 'rotation-blocked', outcome: 'refuse' },
      { force: true },
    ],
  ],
  '19 otherwise': [
    ['nothing to do', {}, { reason: 'nothing-due', outcome: 'idle', steps: [], next: 'create' }],
  ],
};

describe('the decision table', () => {
  for (const [row, cases] of Object.entries(rowsOfTheTable))
    describe(row, () => {
      for (const [what, given, expected, policy, progress] of cases)
        it(what, () => {
          const decided = decide(scene(given), policy, progress);
          expect(decided).toMatchObject({
            reason: expected.reason,
            outcome: expected.outcome ?? 'act',
            steps: expected.steps ?? [],
          });
          if (expected.next !== undefined) expect(decided.next.step).toBe(expected.next);
        });
    });
});

describe('an emergency within the wait of the rotation before it', () => {
  const busy: Scene = { ...replaced, lastUse: { [P]: usedAgo(0) } };
  const said = (policy: Partial<Policy>, given = busy, progress: Partial<Progress> = {}): string =>
    decide(scene(given), { force: true, ...policy }, progress).message;

  it('names the inputs that open the gates, and what that costs', () => {
    expect(said({})).toContain('with deactivate-after-days: 0 and quiet-days: 0 it is made Inactive at once');
    expect(said({ deactivateAfterDays: 0 })).toContain('with quiet-days: 0 it is made Inactive at once');
  });

  it('keeps that to itself where nobody is in a hurry, or where it would not help', () => {
    expect(said({ force: false })).not.toContain('quiet-days: 0');
    const unrecorded = { ...busy, written: [[8, 0]] };
    expect(said({}, unrecorded, { copied: true })).not.toContain('quiet-days: 0');
  });

  it('asks for a second press once the old key is Inactive', () => {
    const inactive: Scene = {
      keys: [key(P, 100, 'Inactive'), key(C, 10)],
      records: { [C]: storedSince(10), [P]: { state: 'inactive', at: ago(0) } },
      lastUse: { [P]: never },
    };
    expect(said({}, inactive, { deactivated: [P] })).toContain('Run the same workflow again');
  });
});

describe('the order of rows matters', () => {
  // Each scene fits two rows; only the first may speak.
  const rows: Row[] = [
    [
      '3 before 5: a torn home is mended, not called edited',
      { keys: [key(N, 1)], deployed: { kind: 'torn', key: N }, records: {}, written: [[1, 61]] },
      { reason: 'home-torn' },
      { force: true },
    ],
    [
      '6 before 8: an orphan is left alone while its run may be at work',
      {
        keys: [key(C, 61), { id: N, status: 'Active', createdAt: minutesAgo(20) }],
        intents: [{ ...intent(0), aws: minutesAgo(21) }],
        lastUse: { [N]: never },
        written: [[61, 61]],
      },
      { reason: 'another-run' },
    ],
    [
      '8 before 9: an unused orphan is deleted, not reported',
      { keys: [key(C, 61), key(N, 1)], intents: [intent(1)], lastUse: { [N]: never }, written: [[61, 61]] },
      { reason: 'orphan' },
    ],
    [
      '11 before 16: a pair that is not stored everywhere is copied before anything waits',
      { ...replaced, records: {}, intents: [intent(70), intent(8)], lastUse: { [P]: usedAgo(0) } },
      { reason: 'not-stored-everywhere' },
    ],
    [
      '12 before 15: a person’s reactivation is respected although every gate is open',
      { ...replaced, records: { ...replaced.records, [P]: { state: 'inactive', at: ago(8) } } },
      { reason: 'reactivated-by-person' },
    ],
    [
      '13 before 18: an unrecorded Inactive key is recorded before force gives it up',
      {
        keys: [key(P, 100, 'Inactive'), key(C, 10)],
        records: { [C]: storedSince(10), [P]: storedSince(90) },
        lastUse: { [P]: never },
      },
      { reason: 'inactive-unrecorded' },
      { force: true },
    ],
    [
      '14 before 18: a key whose wait is over is deleted as retired',
      {
        keys: [key(P, 100, 'Inactive'), key(C, 61)],
        records: { [C]: storedSince(61), [P]: { state: 'inactive', at: ago(20) } },
        lastUse: { [P]: never },
        written: [[61, 61]],
      },
      { reason: 'delete-due' },
    ],
    [
      '15 before 16: open gates deactivate even when the deployed key is overdue',
      {
        keys: [key(P, 200), key(C, 91)],
        records: { [P]: { state: 'adopted', at: ago(91) }, [C]: storedSince(91) },
        lastUse: { [P]: usedAgo(3) },
        written: [[91, 91]],
      },
      { reason: 'deactivate-due' },
    ],
  ];
  for (const [what, given, expected, policy] of rows)
    it(what, () => {
      expect(decide(scene(given), policy).reason).toBe(expected.reason);
    });
});

describe('what a plan says', () => {
  it('never names a key by more than its last four characters', () => {
    for (const rows of Object.values(rowsOfTheTable))
      for (const [, given, , policy, progress] of rows) {
        const { message } = decide(scene(given), policy, progress);
        for (const id of [C, P, N]) expect(message).not.toContain(id);
        expect(message).not.toContain('undefined');
      }
  });

  it('names the straggler: service, region and time', () => {
    expect(decide(scene({ ...replaced, lastUse: { [P]: usedAgo(1, 'ec2') } })).message).toContain(
      'ec2 in eu-west-1 at 2026-05-31T06:00:00Z',
    );
  });

  it('names when the next key is due', () => {
    expect(decide(scene()).next).toEqual({ step: 'create', at: ago(10 - 60) });
  });

  it('compares GitHub’s times only with GitHub’s: a tie with the last write is our own', () => {
    const tie = scene({
      records: { [C]: storedSince(10, DIGEST) },
      written: [[10, 10]],
    });
    expect(decide(tie).reason).toBe('nothing-due');
  });
});
