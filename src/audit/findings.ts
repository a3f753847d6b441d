/** The rules, applied: facts in, findings out. Ages are exact to the second; "now" is AWS's. */
import { type AwsTime, DAY, type LastUse } from '../rotation/model.ts';
import {
  type AuditPolicy,
  type Finding,
  type KeyFacts,
  ROOT,
  type RootFacts,
  type Rule,
  type UserFacts,
} from './model.ts';

export interface Verdict {
  /** Worst first. */
  readonly violations: readonly Finding[];
  /** Worst first. */
  readonly warnings: readonly Finding[];
  /** Users with an Active key past `maxAgeDays` or within `warnBeforeDays` of it: due for rotation, oldest key first. */
  readonly due: readonly string[];
}

export function judge(
  users: readonly UserFacts[],
  root: RootFacts | null,
  policy: AuditPolicy,
  now: AwsTime,
): Verdict {
  const findings = users.flatMap((user) => findingsOf(user, policy, now));
  const ofRoot = root === null ? null : rootFinding(root, policy, now);
  const sorted = [...(ofRoot === null ? [] : [ofRoot]), ...findings].sort(worstFirst);
  const aging = sorted.filter(({ rule, key }) => rule === 'age' && key?.status === 'Active');
  return {
    violations: sorted.filter(({ level }) => level === 'violation'),
    warnings: sorted.filter(({ level }) => level === 'warning'),
    due: [...new Set(aging.map(({ userName }) => userName))],
  };
}

export function findingsOf(user: UserFacts, policy: AuditPolicy, now: AwsTime): Finding[] {
  const found: Finding[] = [];
  const level = (rule: Rule) => (policy.failOn.has(rule) ? 'violation' : 'warning');
  const add = (rule: Rule, key: KeyFacts, over: number, as: Finding['level']): void => {
    found.push({ rule, level: as, userName: user.userName, key, age: now - key.createdAt, over });
  };
  for (const key of user.keys.filter((candidate) => isJudged(candidate, policy))) {
    const over = now - key.createdAt - policy.maxAgeDays * DAY;
    if (over > 0) add('age', key, over, level('age'));
    // What will fail soon is told while there is time; an Inactive key does not become worse by waiting.
    else if (over > -policy.warnBeforeDays * DAY && key.status === 'Active') add('age', key, over, 'warning');
    const idle = idleTime(key, key.lastUse, now) - policy.maxUnusedDays * DAY;
    if (idle > 0) add('unused', key, idle, level('unused'));
  }
  const [oldest] = [...user.keys].sort((a, b) => a.createdAt - b.createdAt);
  if (user.activeKeys >= 2 && !user.rotating && oldest !== undefined)
    add('two-active', oldest, 0, level('two-active'));
  return found;
}

/** Inactive keys sign nothing, so they count only when asked for. */
export const isJudged = (key: { readonly status: KeyFacts['status'] }, policy: AuditPolicy): boolean =>
  key.status === 'Active' || policy.includeInactive;

/** How long a key has not been used; one that never was, since it exists. An unknown use proves nothing: 0. */
export function idleTime(
  key: { readonly createdAt: AwsTime },
  lastUse: LastUse | null,
  now: AwsTime,
): number {
  if (lastUse === null || lastUse.kind === 'unreadable') return 0;
  return now - (lastUse.kind === 'used' ? Math.max(lastUse.at, key.createdAt) : key.createdAt);
}

function rootFinding(root: RootFacts, policy: AuditPolicy, now: AwsTime): Finding | null {
  if (root.kind !== 'present') return null;
  return {
    rule: 'root',
    // A root key is one too many even when it is Inactive (Security Hub IAM.4), but then nothing can sign with it.
    level: policy.failOn.has('root') && isJudged(root, policy) ? 'violation' : 'warning',
    userName: ROOT,
    key: null,
    age: root.since === null ? null : now - root.since,
    over: Number.POSITIVE_INFINITY,
  };
}

function worstFirst(a: Finding, b: Finding): number {
  if (a.over !== b.over) return a.over < b.over ? 1 : -1;
  if (a.userName !== b.userName) return a.userName < b.userName ? -1 : 1;
  return (a.key?.id ?? '') < (b.key?.id ?? '') ? -1 : 1;
}
