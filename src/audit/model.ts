/** The vocabulary of an audit: what was seen of users and their keys, what is asked of them, what was found. Data only. */
import type { AccessKey, AwsTime, KeyId, LastUse } from '../rotation/model.ts';

/** The four questions; `fail-on` names those whose answer fails the check. */
export const RULES = ['age', 'unused', 'two-active', 'root'] as const;
export type Rule = (typeof RULES)[number];

/** What the workflow asks for. Days are days of 24 hours. */
export interface AuditPolicy {
  readonly maxAgeDays: number;
  /** How long before `maxAgeDays` a key is warned about, and due for rotation. */
  readonly warnBeforeDays: number;
  readonly maxUnusedDays: number;
  readonly includeInactive: boolean;
  readonly failOn: ReadonlySet<Rule>;
}

/** One access key, as far as it is known. */
export interface KeyFacts {
  /** `null`: known from the credential report alone, which has no key IDs. */
  readonly id: KeyId | null;
  readonly status: AccessKey['status'];
  /** `CreateDate`; from the report alone, the later `last_rotated`. */
  readonly createdAt: AwsTime;
  /** `null`: nobody asked, since no rule depends on it. */
  readonly lastUse: LastUse | null;
}

/** One IAM user, as far as the check is about it. */
export interface UserFacts {
  readonly userName: string;
  /** The keys that are judged: all of the user's, or the one that the workflow named. */
  readonly keys: readonly KeyFacts[];
  /** How many of all the user's keys are Active. */
  readonly activeKeys: number;
  /** A rotation journaled in the user's tags accounts for every Active key. */
  readonly rotating: boolean;
}

/** What is known of root's access keys. No API lists them: the credential report and `GetAccountSummary` only hint. */
export type RootFacts =
  | { readonly kind: 'none' }
  | { readonly kind: 'present'; readonly status: AccessKey['status']; readonly since: AwsTime | null }
  | { readonly kind: 'unknown'; readonly why: string };

/** Root's name in the credential report; no IAM user can have it. */
export const ROOT = '<root_account>';

export interface Finding {
  readonly rule: Rule;
  /** Violations fail the check, warnings do not. */
  readonly level: 'violation' | 'warning';
  readonly userName: string;
  /** For `two-active` the older one; `null` for root, whose keys nobody lists. */
  readonly key: KeyFacts | null;
  /** The key's age in milliseconds; `null` if unknown. */
  readonly age: number | null;
  /** Milliseconds beyond the limit, negative before it: what "worst first" sorts by. */
  readonly over: number;
}
