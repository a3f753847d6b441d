/** What a check came to, as data: for outputs, summary, annotations and the report file. */
import type { AwsTime } from '../rotation/model.ts';
import type { Verdict } from './findings.ts';
import type { RootFacts, UserFacts } from './model.ts';
import type { WaiverEffect } from './waivers.ts';

/** How the users were found. */
export type Basis =
  | { readonly kind: 'named' }
  | { readonly kind: 'report'; readonly source: 'exact' | 'report'; readonly generatedAt: AwsTime }
  /** The role may not read the report. */
  | { readonly kind: 'listing'; readonly why: string };

/** A user about whom nothing can be said. A check that has one is not green. */
export interface NotChecked {
  readonly userName: string;
  readonly why: string;
  /** AWS knows no such user. */
  readonly unknown: boolean;
}

export interface Audit {
  /** By AWS's clock, the one instant that every age is counted to. */
  readonly now: AwsTime;
  readonly account: string;
  readonly basis: Basis;
  /** Users in scope whose keys were judged, root not counted; those that needed no closer look are among them. */
  readonly checkedUsers: number;
  /** Users whose keys were listed one by one. */
  readonly confirmedUsers: number;
  /** What is known of users, as far as anything was asked. */
  readonly users: readonly UserFacts[];
  readonly notChecked: readonly NotChecked[];
  /** `null`: root is not in scope. */
  readonly root: RootFacts | null;
  readonly waived: readonly WaiverEffect[];
  /** Waivers whose date has passed: they leave nobody out any more. */
  readonly expired: readonly WaiverEffect[];
  readonly verdict: Verdict;
}

/** No violation, and nobody in scope whom the check could not look at. */
export const isCompliant = ({ verdict, notChecked }: Audit): boolean =>
  verdict.violations.length === 0 && notChecked.length === 0;

/** The age of the oldest key that was judged, in milliseconds; `null` without one. */
export function oldestKeyAge({ users, now }: Audit, includeInactive: boolean): number | null {
  let oldest: number | null = null;
  for (const { keys } of users)
    for (const { status, createdAt } of keys)
      if (status === 'Active' || includeInactive) oldest = Math.max(oldest ?? 0, now - createdAt);
  return oldest;
}
