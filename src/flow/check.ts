/** The flow of the check: who is in scope → a close look at whoever needs one → the rules. Nothing is written to AWS. */

import type { Audit, NotChecked } from '../audit/audit.ts';
import type { CredentialReport, ReportUser } from '../audit/credential-report.ts';
import { judge } from '../audit/findings.ts';
import type { AuditPolicy, RootFacts, UserFacts } from '../audit/model.ts';
import { isSuspect, joinReport, pruned, type RosterUser, reportedFacts } from '../audit/roster.ts';
import { isExpired, type Waiver, waives } from '../audit/waivers.ts';
import { list, shortKey } from '../report/words.ts';
import type { AwsTime, KeyId } from '../rotation/model.ts';
import type { AuditPorts } from './audit-ports.ts';
import { inParallel } from './bounded.ts';
import { fetchReport } from './credential-report.ts';
import { describe, Failure } from './errors.ts';
import { isNotChecked, type Look, look, type Subject } from './look.ts';
import { nowAndThen } from './patience.ts';
import { ServiceError } from './ports.ts';

export type Scope =
  | { readonly kind: 'key'; readonly accessKeyId: KeyId }
  | { readonly kind: 'users'; readonly userNames: readonly string[] }
  | {
      readonly kind: 'all';
      /** `/` = everybody. */
      readonly pathPrefix: string;
      readonly waivers: readonly Waiver[];
      readonly source: 'exact' | 'report';
    };

export interface Check {
  readonly scope: Scope;
  readonly policy: AuditPolicy;
}

/** Requests under way at once: enough to hide the way to AWS, few enough for an API that throttles by the second. */
const CONCURRENCY = 40;

export async function check(ports: AuditPorts, { scope, policy }: Check): Promise<Audit> {
  const { account } = await ports.session.open();
  const seen =
    scope.kind === 'all'
      ? await wholeAccount(ports, policy, scope)
      : await named(
          ports,
          policy,
          scope.kind === 'key' ? await ownKey(ports, scope, account) : scope.userNames,
        );
  return { ...seen, account, verdict: judge(seen.users, seen.root, policy, seen.now) };
}

type Seen = Omit<Audit, 'account' | 'verdict'>;

// Users by name.

async function ownKey(
  ports: AuditPorts,
  { accessKeyId }: Extract<Scope, { kind: 'key' }>,
  account: string,
): Promise<readonly Subject[]> {
  try {
    const { userName } = await ports.account.lastUsed(accessKeyId);
    if (userName !== null) return [{ userName, slots: null, only: accessKeyId }];
  } catch (error) {
    // AWS answers AccessDenied for a key that does not exist (recorded from real AWS), so the two look alike.
    if (!(error instanceof ServiceError) || !['AccessDenied', 'NoSuchEntity'].includes(error.code))
      throw error;
  }
  throw new Failure('user-unknown', {
    message: `AWS names no IAM user for key ${shortKey(accessKeyId)} in account ${account}.`,
    state: 'Nothing was checked.',
    remedy:
      'The key was deleted, belongs to another account, or the role may not call iam:GetAccessKeyLastUsed for its user.',
  });
}

async function named(
  ports: AuditPorts,
  policy: AuditPolicy,
  asked: readonly (string | Subject)[],
): Promise<Seen> {
  const now = ports.clock.aws();
  const subjects = asked.map((item) => (typeof item === 'string' ? { userName: item, slots: null } : item));
  const at: Look = { account: ports.account, policy, now };
  const found = await inParallel(subjects, CONCURRENCY, (subject) => look(at, subject));
  const users = found.filter((one): one is UserFacts => !isNotChecked(one));
  return {
    now,
    basis: { kind: 'named' },
    checkedUsers: users.length,
    confirmedUsers: users.length,
    users,
    notChecked: found.filter(isNotChecked),
    root: null,
    waived: [],
    expired: [],
  };
}

// Everybody.

async function wholeAccount(
  ports: AuditPorts,
  policy: AuditPolicy,
  scope: Extract<Scope, { kind: 'all' }>,
): Promise<Seen> {
  const everybody = scope.pathPrefix === '/';
  const [report, present, below] = await Promise.all([
    fetchReport(ports),
    rootPresent(ports),
    // Paths may have changed since the report, so whoever asks for one gets the live list.
    everybody ? null : ports.account.listUsers(scope.pathPrefix),
  ]);
  const refused = report instanceof ServiceError;
  const now = ports.clock.aws();
  const roster = refused
    ? (below ?? (await ports.account.listUsers('/'))).map((user): RosterUser => ({ ...user, slots: null }))
    : below === null
      ? report.users
      : joinReport(below, report.users);
  const { kept, waived, expired } = applyWaivers(roster, scope.waivers, now);
  refuseEmpty(scope, roster, kept);
  const at: Look = { account: ports.account, policy, now };
  const cheap = !refused && scope.source === 'report';
  const { notChecked, ...found } = cheap
    ? await trustReport(ports, at, kept)
    : await trustNobody(ports, at, scope, kept, refused ? null : report);
  return {
    now,
    basis: refused
      ? { kind: 'listing', why: describe(report) }
      : { kind: 'report', source: scope.source, generatedAt: report.generatedAt },
    ...found,
    notChecked: [...notChecked, ...unseenRoot(policy, present, report)],
    root: rootFacts(present, refused ? null : report),
    waived,
    expired,
  };
}

type Confirmed = Pick<Seen, 'users' | 'notChecked' | 'checkedUsers' | 'confirmedUsers'>;

/** Exact: whoever the report does not clear is looked at, and whoever is gone may have been renamed. */
async function trustNobody(
  ports: AuditPorts,
  at: Look,
  scope: Extract<Scope, { kind: 'all' }>,
  kept: readonly RosterUser[],
  report: CredentialReport | null,
): Promise<Confirmed> {
  const needsLook = (user: RosterUser): boolean => pruned(user, at.policy, at.now) === null;
  const candidates = kept.filter(needsLook);
  const { users, notChecked, gone } = await confirm(ports, at, candidates.map(asSubject));
  const cleared = kept.length - candidates.length;
  if (gone > 0 && report !== null) {
    const listed = joinReport(await ports.account.listUsers(scope.pathPrefix), report.users);
    const known = new Set(kept.map(({ userName }) => userName.toLowerCase()));
    const others = applyWaivers(listed, scope.waivers, at.now).kept.filter(
      (user) => !known.has(user.userName.toLowerCase()) && needsLook(user),
    );
    const again = await confirm(ports, at, others.map(asSubject));
    users.push(...again.users);
    notChecked.push(...again.notChecked);
  }
  return { users, notChecked, checkedUsers: cleared + users.length, confirmedUsers: users.length };
}

/** Cheap: only whom the report itself would fail is looked at; of the others its word is taken. */
async function trustReport(ports: AuditPorts, at: Look, kept: readonly RosterUser[]): Promise<Confirmed> {
  const { policy, now } = at;
  const suspects: RosterUser[] = [];
  const trusted: UserFacts[] = [];
  for (const { slots, ...user } of kept) {
    const reported: ReportUser = { ...user, slots: slots ?? [] };
    const suspect =
      slots === null ? pruned({ ...user, slots }, policy, now) === null : isSuspect(reported, policy, now);
    if (suspect) suspects.push({ ...user, slots });
    else trusted.push(reportedFacts(reported, policy));
  }
  const { users, notChecked } = await confirm(ports, at, suspects.map(asSubject));
  return {
    users: [...users, ...trusted],
    notChecked,
    checkedUsers: users.length + trusted.length,
    confirmedUsers: users.length,
  };
}

const asSubject = ({ userName, slots }: RosterUser): Subject => ({ userName, slots: slots ?? [] });

/** A group in the log for less would hide more than it shows. */
const FEW = 50;

/** Lists keys, many users at once, and says now and then how far it is. */
async function confirm(
  ports: AuditPorts,
  at: Look,
  subjects: readonly Subject[],
): Promise<{ users: UserFacts[]; notChecked: NotChecked[]; gone: number }> {
  const total = subjects.length;
  let done = 0;
  const tell = nowAndThen(ports, (seconds) => `${done} of ${total} users after ${seconds} seconds`);
  const all = () =>
    inParallel(subjects, CONCURRENCY, async (subject) => {
      const found = await look(at, subject);
      done++;
      tell();
      return found;
    });
  const found = total < FEW ? await all() : await ports.log.group(`Looking closely at ${total} users`, all);
  return {
    users: found.filter((one): one is UserFacts => !isNotChecked(one)),
    notChecked: found.filter(isNotChecked).filter(({ unknown }) => !unknown),
    // Deleted since they were listed: nothing is left to complain about. Or renamed.
    gone: found.filter((one) => isNotChecked(one) && one.unknown).length,
  };
}

function applyWaivers(roster: readonly RosterUser[], waivers: readonly Waiver[], now: AwsTime) {
  const effect = waivers.map((waiver) => ({
    waiver,
    userNames: roster.filter((user) => waives(waiver, user.userName)).map(({ userName }) => userName),
  }));
  const waived = effect.filter(({ waiver }) => !isExpired(waiver, now));
  const expired = effect.filter(({ waiver }) => isExpired(waiver, now));
  const out = new Set(waived.flatMap(({ userNames }) => userNames));
  return { kept: roster.filter(({ userName }) => !out.has(userName)), waived, expired };
}

/** A check of nobody is no check; only an account without a single user may pass as it is. */
function refuseEmpty(
  { pathPrefix, waivers }: Extract<Scope, { kind: 'all' }>,
  roster: readonly RosterUser[],
  kept: readonly RosterUser[],
): void {
  if (kept.length > 0 || (roster.length === 0 && pathPrefix === '/')) return;
  throw new Failure('nothing-checked', {
    message:
      roster.length === 0
        ? `There is no IAM user below the path ${pathPrefix}.`
        : `exclude-users leaves nobody to check: ${list(waivers.map(({ text }) => text))}.`,
    state: 'Nothing was checked.',
    remedy: roster.length === 0 ? 'Correct path-prefix.' : 'Exclude fewer users, or give the waivers a date.',
  });
}

// Root.

type Presence = boolean | ServiceError;

async function rootPresent({ account }: AuditPorts): Promise<Presence> {
  try {
    return await account.rootHasKey();
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'AccessDenied') return error;
    throw error;
  }
}

/** `GetAccountSummary` says now whether there is a key; the report says since when, and whether it is Active. */
function rootFacts(present: Presence, report: CredentialReport | null): RootFacts {
  const slots = report?.root ?? null;
  if (present === false) return { kind: 'none' };
  if (present !== true && slots === null) return { kind: 'unknown', why: describe(present) };
  const worst = slots?.find(({ status }) => status === 'Active') ?? slots?.[0];
  if (worst !== undefined) return { kind: 'present', status: worst.status, since: worst.changedAt };
  // Present now, but not in the report: it was created since.
  return present === true ? { kind: 'present', status: 'Active', since: null } : { kind: 'none' };
}

function unseenRoot(
  policy: AuditPolicy,
  present: Presence,
  report: CredentialReport | ServiceError,
): NotChecked[] {
  const facts = rootFacts(present, report instanceof ServiceError ? null : report);
  return facts.kind === 'unknown' && policy.failOn.has('root')
    ? [{ userName: 'root', why: facts.why, unknown: false }]
    : [];
}

/** What a service answered, in words for a person; anything else is a defect and passes through. */
export function asCheckFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ServiceError)) throw error;
  const denied = error.code === 'AccessDenied';
  const trust = error.operation === 'AssumeRoleWithWebIdentity';
  return new Failure(denied ? 'access-denied' : 'aws-failed', {
    message: describe(error),
    state: 'The check ended there; it says nothing about any key.',
    remedy: !denied
      ? 'Run again.'
      : trust
        ? 'Let the role’s trust policy name this repository and event (infra/trust).'
        : `Allow ${error.service}:${error.operation} (infra/policies/check.json).`,
    cause: error,
  });
}
