/** A close look at users, many at once: the keys as IAM lists them now, and whatever else its rules depend on. */
import type { NotChecked } from '../../audit/audit.ts';
import type { ReportSlot } from '../../audit/credential-report.ts';
import { idleTime, isJudged } from '../../audit/findings.ts';
import type { AuditPolicy, KeyFacts, UserFacts } from '../../audit/model.ts';
import { reportedLastUse } from '../../audit/roster.ts';
import { intentsOf, readJournal } from '../../rotation/journal.ts';
import { type AccessKey, type AwsTime, DAY, type KeyId, type LastUse } from '../../rotation/model.ts';
import { describe } from '../errors.ts';
import { ServiceError } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import type { AccountReader } from './ports.ts';

export interface Look {
  readonly account: AccountReader;
  readonly policy: AuditPolicy;
  readonly now: AwsTime;
}

export interface Subject {
  readonly userName: string;
  /** What the credential report says; `null` = there is none, so last uses are asked for. */
  readonly slots: readonly ReportSlot[] | null;
  /** The one key that is judged; absent = all. */
  readonly only?: KeyId;
}

/** Requests under way at once: enough to hide the way to AWS, few enough for an API that throttles by the second. */
const CONCURRENCY = 40;

/** @param onLooked is called after each of them. */
export async function lookAtAll(
  at: Look,
  subjects: readonly Subject[],
  onLooked = (): void => {},
): Promise<{ users: UserFacts[]; notChecked: NotChecked[] }> {
  const found = await inParallel(subjects, CONCURRENCY, async (subject) => {
    const one = await look(at, subject);
    onLooked();
    return one;
  });
  return {
    users: found.filter((one): one is UserFacts => !isNotChecked(one)),
    notChecked: found.filter(isNotChecked),
  };
}

/** Only an answer about this one user is swallowed: whatever else goes wrong ends the check. */
async function look(at: Look, subject: Subject): Promise<UserFacts | NotChecked> {
  const { userName } = subject;
  try {
    const listed = await at.account.listAccessKeys(userName);
    const judged = listed.filter((key) => subject.only === undefined || key.id === subject.only);
    if (subject.only !== undefined && judged.length === 0)
      return { userName, why: `IAM does not list the key …${subject.only.slice(-4)}`, unknown: false };
    const keys = await Promise.all(judged.map((key) => facts(at, key, listed, subject.slots)));
    const blind = keys.find(
      ({ lastUse }) => at.policy.failOn.has('unused') && lastUse?.kind === 'unreadable',
    );
    if (blind?.lastUse?.kind === 'unreadable')
      return { userName, why: `a key's last use cannot be read (${blind.lastUse.why})`, unknown: false };
    const active = listed.filter(({ status }) => status === 'Active');
    const rotating = active.length >= 2 && (await isJournaled(at, userName, active));
    return { userName, keys, activeKeys: active.length, rotating };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'NoSuchEntity') return { userName, why: 'AWS knows no such IAM user', unknown: true };
    if (error.code === 'AccessDenied') return { userName, why: describe(error), unknown: false };
    throw error;
  }
}

const isNotChecked = (found: UserFacts | NotChecked): found is NotChecked => 'why' in found;

async function facts(
  at: Look,
  key: AccessKey,
  listed: readonly AccessKey[],
  slots: readonly ReportSlot[] | null,
): Promise<KeyFacts> {
  const reported = slots === null ? null : reportedLastUse(key, listed, slots);
  return { ...key, lastUse: await lastUse(at, key, reported, slots === null) };
}

/** One request a key is saved wherever its answer could not matter. */
async function lastUse(
  { account, policy, now }: Look,
  key: AccessKey,
  reported: LastUse | null,
  noReport: boolean,
): Promise<LastUse | null> {
  const limit = policy.maxUnusedDays * DAY;
  if (!isJudged(key, policy) || (!noReport && now - key.createdAt <= limit)) return reported;
  const known = reported !== null && reported.kind !== 'unreadable';
  // The report may be four hours old: it may warn, but it does not fail a key that was used since.
  const fails = policy.failOn.has('unused') && idleTime(key, reported, now) > limit;
  if (known && !fails) return reported;
  try {
    return (await account.lastUsed(key.id)).lastUse;
  } catch (error) {
    if (error instanceof ServiceError && error.effect === 'none' && error.code !== 'Throttling')
      return { kind: 'unreadable', why: error.code };
    throw error;
  }
}

/** Do this project's own tags account for every Active key? Tags that cannot be read account for nothing. */
async function isJournaled(
  { account, now }: Look,
  userName: string,
  active: readonly AccessKey[],
): Promise<boolean> {
  try {
    const journal = readJournal(await account.listUserTags(userName), active, now);
    return active.every((key) => journal.records.has(key.id) || intentsOf(key, journal).length > 0);
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'AccessDenied') return false;
    throw error;
  }
}
