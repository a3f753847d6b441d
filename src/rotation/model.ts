/**
 * The vocabulary of a rotation. Everything here is data: what a run observed, what it may do, what it decided.
 * No secret ever enters these types: the pure core decides with facts about secrets, never with secrets.
 */

declare const awsClock: unique symbol;
declare const gitHubClock: unique symbol;

/** An instant by AWS's clock, in milliseconds since 1970. AWS and GitHub do not share a clock, so the two do not compare. */
export type AwsTime = number & { readonly [awsClock]: true };

/** An instant by GitHub's clock, in milliseconds since 1970. Compared only with other instants of GitHub's. */
export type GitHubTime = number & { readonly [gitHubClock]: true };

export const awsTime = (milliseconds: number): AwsTime => milliseconds as AwsTime;
export const gitHubTime = (milliseconds: number): GitHubTime => milliseconds as GitHubTime;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

export type KeyId = string;
/** IAM's API reference allows `\w`, 16 to 128 of them; what AWS has ever issued are capitals and digits. */
export const KEY_ID = /^[A-Z\d]{16,128}$/;
/** An IAM user's name, without its path (IAM's API reference, `UserName`). */
export const USER_NAME = /^[\w+=,.@-]{1,64}$/;

/** One access key as `ListAccessKeys` describes it. */
export interface AccessKey {
  readonly id: KeyId;
  readonly status: 'Active' | 'Inactive';
  readonly createdAt: AwsTime;
}

/**
 * What `GetAccessKeyLastUsed` says. It arrives up to hours late, so `never` is only a hint for a young key
 * (AWS gives no figure for the delay; four hours is its figure for last-accessed reports).
 */
export type LastUse =
  | { readonly kind: 'never' }
  | { readonly kind: 'used'; readonly at: AwsTime; readonly service: string; readonly region: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Which listed key the pair that the workflow received proves to be at STS. */
export type Deployed =
  /** Nothing was passed: only right before the first rotation. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'accepted'; readonly key: KeyId }
  /** Refused as passed, but the secret together with this listed key's ID is accepted. */
  | { readonly kind: 'torn'; readonly key: KeyId }
  /** AWS knows no such pair. `key` is the ID that was passed, listed or not. */
  | { readonly kind: 'refused'; readonly key: KeyId };

/** One GitHub secret of a destination, by its metadata: its value can never be read back. */
export interface Slot {
  readonly name: string;
  readonly updatedAt: GitHubTime | null;
}

/** One place that holds the pair: two slots, or a single one when the pair is kept as JSON. */
export interface DestinationState {
  readonly name: string;
  readonly slots: readonly Slot[];
}

/** "A run is about to create a key": the lease of one run, written before `CreateAccessKey`. */
export interface Intent {
  readonly nonce: string;
  readonly aws: AwsTime;
  readonly github: GitHubTime;
  readonly run: string;
}

/** Since when a key of ours is what it is. */
export type KeyRecord =
  | { readonly state: 'adopted'; readonly at: AwsTime }
  | {
      readonly state: 'stored';
      readonly at: AwsTime;
      readonly github: GitHubTime;
      /** Digest of the destination list that held the pair then. */
      readonly destinations: string;
    }
  | { readonly state: 'inactive'; readonly at: AwsTime }
  | { readonly state: 'reactivated'; readonly at: AwsTime };

/** The facts that neither service keeps, read from the IAM user's tags. */
export interface Journal {
  readonly intents: readonly Intent[];
  readonly records: ReadonlyMap<KeyId, KeyRecord>;
  /** Tags in our name that make no sense. Treated as absent, which can only delay. */
  readonly unreadable: readonly string[];
  /** Keys whose console description a person has written; we leave those alone. */
  readonly described: ReadonlySet<KeyId>;
  /** How many of the user's tags are none of ours, descriptions by a person among them. */
  readonly othersTags: number;
}

/** Everything one run knows, read-only, at one moment. */
export interface Observation {
  /** `Date` of AWS's latest answer. */
  readonly now: AwsTime;
  /** Earliest `Date` among the answers that described the destinations. */
  readonly gitHubNow: GitHubTime;
  readonly userName: string;
  readonly keys: readonly AccessKey[];
  readonly deployed: Deployed;
  readonly journal: Journal;
  readonly lastUse: ReadonlyMap<KeyId, LastUse>;
  /** Home first. */
  readonly destinations: readonly [DestinationState, ...DestinationState[]];
  readonly destinationsDigest: string;
}

/** What the user asked for. Days are days of 24 hours. */
export interface Policy {
  readonly rotateAfterDays: number;
  readonly deactivateAfterDays: number;
  readonly quietDays: number;
  readonly deleteAfterDays: number;
  readonly maxAgeDays: number;
  readonly force: boolean;
  readonly foreignKey: 'refuse' | 'retire';
}

/** What this run has done already; it bounds repetition (`force` is spent, copies happen once). */
export interface Progress {
  readonly created: boolean;
  readonly copied: boolean;
  readonly deactivated: readonly KeyId[];
}

export const nothingDoneYet: Progress = { created: false, copied: false, deactivated: [] };

export type Step =
  | { readonly kind: 'create'; readonly adopt: KeyId | null }
  /** Home is torn: write the ID that belongs to the secret it already holds. */
  | { readonly kind: 'repair'; readonly key: KeyId }
  | { readonly kind: 'copy'; readonly key: KeyId; readonly destinations: readonly string[] }
  | { readonly kind: 'record'; readonly key: KeyId; readonly as: 'stored' | 'inactive' | 'reactivated' }
  | { readonly kind: 'deactivate'; readonly key: KeyId }
  | { readonly kind: 'delete'; readonly key: KeyId; readonly because: 'orphan' | 'retired' | 'slot-needed' };

/** What comes next once this run is over, and the earliest time for it. */
export interface NextStep {
  readonly step: 'create' | 'deactivate' | 'delete' | 'person';
  readonly at: AwsTime;
}

/**
 * A decision. `steps` alone steer what is applied; `reason` and `message` explain it to people.
 * `outcome`: `act` has steps; `idle` and `wait` are green; `warn` is green with a warning; `refuse` is red.
 */
export interface Plan {
  readonly reason: Reason;
  readonly outcome: 'act' | 'idle' | 'wait' | 'warn' | 'refuse';
  readonly steps: readonly Step[];
  readonly message: string;
  readonly next: NextStep;
}

/** Why; one name for each way that a row of the decision table (docs/protocol.md) can end. */
export type Reason =
  | 'too-many-keys'
  | 'bootstrap'
  | 'deployed-pair-empty'
  | 'home-torn'
  | 'torn-but-superseded'
  | 'deployed-key-inactive'
  | 'deployed-pair-refused'
  | 'forced'
  | 'orphan'
  | 'no-room'
  | 'another-run'
  | 'inputs-outdated'
  | 'maybe-in-use'
  | 'foreign-key'
  | 'home-lacks-pair'
  | 'not-stored-everywhere'
  | 'reactivated-by-person'
  | 'inactive-unrecorded'
  | 'delete-due'
  | 'deactivate-due'
  | 'gate-shut'
  | 'rotation-due'
  | 'rotation-blocked'
  | 'nothing-due';

/** What this run changed, in order: for the outputs, the log and the summary. */
export interface Deed {
  readonly kind: 'created' | 'repaired' | 'copied' | 'recorded' | 'deactivated' | 'deleted';
  readonly key: KeyId;
  readonly what: string;
}
