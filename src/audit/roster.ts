/** Which users need a closer look, and what the credential report may be believed about them. */
import { type AccessKey, type AwsTime, DAY, type LastUse } from '../rotation/model.ts';
import type { ReportSlot, ReportUser } from './credential-report.ts';
import { findingsOf, isJudged } from './findings.ts';
import type { AuditPolicy, KeyFacts, UserFacts } from './model.ts';

/** A user of the account, from the report, from `ListUsers`, or from both. */
export interface RosterUser {
  readonly userName: string;
  readonly createdAt: AwsTime;
  /** `null`: the report was not read, or the user is newer than it. */
  readonly slots: readonly ReportSlot[] | null;
}

/** Joins the live list of users with the report. IAM user names are unique without regard to case. */
export function joinReport(
  listed: readonly Omit<RosterUser, 'slots'>[],
  reported: readonly ReportUser[],
): RosterUser[] {
  const byName = new Map(reported.map((user) => [user.userName.toLowerCase(), user]));
  return listed.map((user) => {
    const report = byName.get(user.userName.toLowerCase());
    // A name that was given away and taken again belongs to somebody else now.
    return { ...user, slots: report?.createdAt === user.createdAt ? report.slots : null };
  });
}

/**
 * Why a user needs no closer look, if so. `no-key`: never had one by the time of the report, so any key is hours old.
 * `young`: no key is older than its user. An Inactive key or a recently changed one proves nothing: it may have been
 * made Active since, or be an old key that was merely toggled.
 */
export function pruned(user: RosterUser, policy: AuditPolicy, now: AwsTime): 'no-key' | 'young' | null {
  if (user.slots?.length === 0) return 'no-key';
  const limit = Math.min(policy.maxAgeDays - policy.warnBeforeDays, policy.maxUnusedDays) * DAY;
  // Two keys are too many at any age; a second one that is newer than the report is seen only by asking.
  const mayHaveTwo = policy.failOn.has('two-active') || (user.slots?.length ?? 0) >= 2;
  return now - user.createdAt <= limit && !mayHaveTwo ? 'young' : null;
}

/**
 * The user as the report alone describes it: the cheap mode's facts. Whether two Active keys are a rotation the report
 * cannot know, so it counts them only where the answer decides over pass or fail, and is then confirmed.
 */
export function reportedFacts(user: ReportUser, policy: AuditPolicy): UserFacts {
  const keys = user.slots.flatMap((slot): KeyFacts[] =>
    slot.changedAt === null
      ? []
      : [{ id: null, status: slot.status, createdAt: slot.changedAt, lastUse: slot.lastUse }],
  );
  const active = keys.filter((key) => key.status === 'Active').length;
  return {
    userName: user.userName,
    keys,
    activeKeys: policy.failOn.has('two-active') ? active : Math.min(active, 1),
    rotating: false,
  };
}

/** In the cheap mode only users are confirmed whom the report itself would fail, or about whom it does not say. */
export const isSuspect = (user: ReportUser, policy: AuditPolicy, now: AwsTime): boolean =>
  user.slots.some((slot) => slot.changedAt === null && isJudged(slot, policy)) ||
  findingsOf(reportedFacts(user, policy), policy, now).some(({ level }) => level === 'violation');

/**
 * A listed key's last use as the report has it; `null` when the report does not tell which slot is this key's. A slot
 * is a key's own if it was last changed the moment the key was created, or if it is the only one left for the only key
 * left (toggling moves the slot's time forward, never back).
 */
export function reportedLastUse(
  key: AccessKey,
  keys: readonly AccessKey[],
  slots: readonly ReportSlot[],
): LastUse | null {
  const exact = slots.filter((slot) => slot.changedAt === key.createdAt);
  if (exact.length > 0) return exact.length === 1 ? (exact[0]?.lastUse ?? null) : null;
  const otherKeys = keys.filter((other) => !slots.some((slot) => slot.changedAt === other.createdAt));
  const otherSlots = slots.filter((slot) => !keys.some((other) => slot.changedAt === other.createdAt));
  const [slot] = otherSlots;
  const fits = otherKeys.length === 1 && otherSlots.length === 1 && (slot?.changedAt ?? 0) > key.createdAt;
  return fits ? (slot?.lastUse ?? null) : null;
}
