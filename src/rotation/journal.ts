/**
 * The journal: IAM user tags that keep what neither AWS nor GitHub remembers.
 *
 * - `key-rotation:intent:<nonce>` = `aws=<time> github=<time> run=<id>`
 * - `key-rotation:<AccessKeyId>` = `adopted=<time>` | `stored=<time> github=<time> destinations=<digest>` |
 *   `inactive=<time>` | `reactivated=<time>`
 * - `<AccessKeyId>` = the description that the AWS console shows for the key (IAM user guide, "Managing access keys").
 *
 * IAM allows `[\p{L}\p{Z}\p{N}_.:/=+\-@]` in tags, 128 characters in keys, 256 in values, 50 tags a user; tag keys are
 * case-insensitive (IAM user guide, "Tags for IAM resources").
 */
import { date, iso } from '../report/words.ts';
import {
  type AccessKey,
  type AwsTime,
  awsTime,
  gitHubTime,
  type Intent,
  type Journal,
  KEY_ID,
  type KeyId,
  type KeyRecord,
  MINUTE,
} from './model.ts';

const PREFIX = 'key-rotation:';
const INTENT_PREFIX = `${PREFIX}intent:`;
const DESCRIPTION_PREFIX = 'key-rotation: ';

/** How long a run that wrote an intent may still be at work; nobody touches its key before. */
export const LEASE = 30 * MINUTE;
/** A key is an intent's own if it was created within this time after it; later than this no run creates or writes. */
export const INTENT_WINDOW = 15 * MINUTE;

/** AWS's servers may disagree by this much about the time; a tag from further in the future is nonsense. */
const CLOCK_TOLERANCE = MINUTE;

export const recordTag = (key: KeyId): string => `${PREFIX}${key}`;
export const intentTag = (intent: Intent): string => `${INTENT_PREFIX}${intent.nonce}`;

export const intentValue = (intent: Intent): string =>
  `aws=${iso(intent.aws)} github=${iso(intent.github)} run=${intent.run}`;

export function recordValue(record: KeyRecord): string {
  switch (record.state) {
    case 'stored':
      return `stored=${iso(record.at)} github=${iso(record.github)} destinations=${record.destinations}`;
    default:
      return `${record.state}=${iso(record.at)}`;
  }
}

const DESCRIPTIONS: Record<KeyRecord['state'], string> = {
  adopted: 'found in use on',
  stored: 'stored in GitHub since',
  inactive: 'made Inactive by',
  reactivated: 'made Active again by',
};

/** The tags that record a key: ours, and the console's description unless a person has written one. */
export function recordTags(key: KeyId, record: KeyRecord, journal: Journal): ReadonlyMap<string, string> {
  const tags = new Map([[recordTag(key), recordValue(record)]]);
  if (!journal.described.has(key))
    tags.set(key, `${DESCRIPTION_PREFIX}${DESCRIPTIONS[record.state]} ${date(record.at)}`);
  return tags;
}

/** Does this key's creation fall into the intent's window? Both instants are AWS's. */
export const matches = (intent: Intent, key: AccessKey): boolean =>
  key.createdAt >= intent.aws && key.createdAt - intent.aws <= INTENT_WINDOW;

export const intentsOf = (key: AccessKey, journal: Journal): readonly Intent[] =>
  journal.intents.filter((intent) => matches(intent, key));

export const isLive = (intent: Intent, now: AwsTime): boolean => now - intent.aws < LEASE;

/**
 * Tags that serve nobody any more: dead intents that no unrecorded key may need, and what is said of keys that are
 * gone. IAM keeps 50 tags a user, so leftovers of crashed runs must not pile up.
 */
export function uselessTags(journal: Journal, keys: readonly AccessKey[], now: AwsTime): string[] {
  const unrecorded = keys.filter((key) => !journal.records.has(key.id));
  const intents = journal.intents
    .filter((intent) => !isLive(intent, now) && !unrecorded.some((key) => matches(intent, key)))
    .map(intentTag);
  const gone = [...journal.records.keys()].filter((id) => !keys.some((key) => key.id === id));
  return [...intents, ...gone.flatMap((id) => tagsOf(id, journal))];
}

/** The tags that go when a key goes. A person's own description stays: it is not ours. */
const tagsOf = (key: KeyId, journal: Journal): string[] =>
  journal.described.has(key) ? [recordTag(key)] : [recordTag(key), key];

/** IAM: "50 tags" a user (IAM user guide, "IAM and AWS STS quotas"). */
export const MOST_TAGS = 50;
/** An intent, and a record and a description for each of two keys: the most that a rotation has at once. */
export const TAGS_NEEDED = 5;

/** How many tags must go before a rotation has room for its own; 0 = none. What is unreadable is not removed by us. */
export const tagsTooMany = ({ othersTags, unreadable }: Journal): number =>
  Math.max(0, othersTags + unreadable.length + TAGS_NEEDED - MOST_TAGS);

const TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
const INTENT = new RegExp(`^aws=(${TIME}) github=(${TIME}) run=([\\w.-]{1,64})$`);
const STORED = new RegExp(`^stored=(${TIME}) github=(${TIME}) destinations=([0-9a-f]{12})$`);
const SINCE = new RegExp(`^(adopted|inactive|reactivated)=(${TIME})$`);

/**
 * Reads the journal. What makes no sense is reported in `unreadable` and otherwise treated as absent, which only ever
 * delays: so does a time that lies in the future, or a record that is older than its key.
 */
export function readJournal(
  tags: ReadonlyMap<string, string>,
  keys: readonly AccessKey[],
  now: AwsTime,
): Journal {
  const intents: Intent[] = [];
  const records = new Map<KeyId, KeyRecord>();
  const unreadable: string[] = [];
  const described = new Set<KeyId>();
  let othersTags = 0;
  for (const [name, value] of tags) {
    if (name.toLowerCase().startsWith(INTENT_PREFIX)) {
      const intent = readIntent(name.slice(INTENT_PREFIX.length), value);
      if (intent === null || intent.aws - now > CLOCK_TOLERANCE) unreadable.push(name);
      else intents.push(intent);
    } else if (name.toLowerCase().startsWith(PREFIX)) {
      const id = name.slice(PREFIX.length).toUpperCase();
      const record = readRecord(value);
      const key = keys.find((candidate) => candidate.id === id);
      if (!KEY_ID.test(id) || record === null || !plausible(record, key, now)) unreadable.push(name);
      else records.set(id, record);
    } else if (!value.startsWith(DESCRIPTION_PREFIX)) {
      othersTags++;
      if (KEY_ID.test(name.toUpperCase())) described.add(name.toUpperCase());
    }
  }
  return { intents, records, unreadable, described, othersTags };
}

const plausible = (record: KeyRecord, key: AccessKey | undefined, now: AwsTime): boolean =>
  record.at - now <= CLOCK_TOLERANCE && (key === undefined || key.createdAt - record.at <= CLOCK_TOLERANCE);

function readIntent(nonce: string, value: string): Intent | null {
  const [, aws, github, run] = INTENT.exec(value) ?? [];
  const times = [Date.parse(aws ?? ''), Date.parse(github ?? '')] as const;
  if (run === undefined || times.some(Number.isNaN)) return null;
  return { nonce, aws: awsTime(times[0]), github: gitHubTime(times[1]), run };
}

function readRecord(value: string): KeyRecord | null {
  const stored = STORED.exec(value);
  const at = Date.parse(stored?.[1] ?? SINCE.exec(value)?.[2] ?? '');
  if (Number.isNaN(at)) return null;
  if (stored !== null) {
    const github = Date.parse(stored[2] ?? '');
    if (Number.isNaN(github)) return null;
    return { state: 'stored', at: awsTime(at), github: gitHubTime(github), destinations: stored[3] ?? '' };
  }
  const state = SINCE.exec(value)?.[1] as 'adopted' | 'inactive' | 'reactivated';
  return { state, at: awsTime(at) };
}
