/** Observations in few words: a scene says what differs from "one key, ten days old, deployed and on record". */
import {
  type AccessKey,
  type AwsTime,
  awsTime,
  DAY,
  type Deployed,
  type GitHubTime,
  gitHubTime,
  type Intent,
  type KeyRecord,
  type LastUse,
  MINUTE,
  type Observation,
} from '../../src/rotation/model.ts';

export const NOW: AwsTime = awsTime(Date.parse('2026-06-01T06:00:00Z'));
/** GitHub's clock runs apart from AWS's in every scene, so that comparing the two shows. */
export const GITHUB_NOW: GitHubTime = gitHubTime(NOW + 97_000);

export const ago = (days: number): AwsTime => awsTime(NOW - days * DAY);
export const minutesAgo = (minutes: number): AwsTime => awsTime(NOW - minutes * MINUTE);
export const gitHubAgo = (days: number): GitHubTime => gitHubTime(GITHUB_NOW - days * DAY);

export const C = 'AKIACURRENT000000001';
export const P = 'AKIAPREVIOUS00000001';
export const N = 'AKIANEWER00000000001';
export const DIGEST = '0123456789ab';

export const key = (id: string, ageInDays: number, status: AccessKey['status'] = 'Active'): AccessKey => ({
  id,
  status,
  createdAt: ago(ageInDays),
});

export const storedSince = (days: number, destinations = DIGEST): KeyRecord => ({
  state: 'stored',
  at: ago(days),
  github: gitHubAgo(days),
  destinations,
});

export const intent = (daysAgo: number, run = '7-1'): Intent => ({
  nonce: `nonce-${run}`,
  aws: ago(daysAgo),
  github: gitHubAgo(daysAgo),
  run,
});

export interface Scene {
  readonly keys?: readonly AccessKey[];
  readonly deployed?: Deployed;
  readonly records?: Readonly<Record<string, KeyRecord>>;
  readonly intents?: readonly Intent[];
  readonly lastUse?: Readonly<Record<string, LastUse>>;
  /** For each destination, home first: when its slots were written, in days ago by GitHub's clock; `null` = absent. */
  readonly written?: readonly (readonly (number | null)[])[];
}

export function scene({
  keys = [key(C, 10)],
  deployed = { kind: 'accepted', key: C },
  records = { [C]: storedSince(10) },
  intents = [],
  lastUse = {},
  written = [[10, 10]],
}: Scene = {}): Observation {
  const [home, ...rest] = written.map((slots, index) => ({
    name: index === 0 ? 'actions:octo/app' : `actions:octo/other-${index}`,
    slots: slots.map((days, slot) => ({
      name: slot === 0 ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID',
      updatedAt: days === null ? null : gitHubAgo(days),
    })),
  }));
  if (home === undefined) throw new Error('A scene has a home.');
  return {
    now: NOW,
    gitHubNow: GITHUB_NOW,
    userName: 'deployer',
    keys,
    deployed,
    journal: {
      intents,
      records: new Map(Object.entries(records)),
      unreadable: [],
      described: new Set(),
      othersTags: 0,
    },
    lastUse: new Map(Object.entries(lastUse)),
    destinations: [home, ...rest],
    destinationsDigest: DIGEST,
  };
}

export const usedAgo = (days: number, service = 's3'): LastUse => ({
  kind: 'used',
  at: ago(days),
  service,
  region: 'eu-west-1',
});
export const never: LastUse = { kind: 'never' };
export const unreadable: LastUse = { kind: 'unreadable', why: 'Throttling' };

export { DEFAULT_POLICY as defaults } from '../../sandbox/policy.ts';

/** A successor stored eight days ago, its predecessor quiet for three: every gate of deactivation is open. */
export const replaced: Scene = {
  keys: [key(P, 70), key(C, 8)],
  records: { [P]: { state: 'adopted', at: ago(8) }, [C]: storedSince(8) },
  lastUse: { [P]: usedAgo(3) },
  written: [[8, 8]],
};
