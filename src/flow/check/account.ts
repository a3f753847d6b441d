/** Everybody in the account, or below a path: the credential report says whom to look at, as far as it can be believed. */
import type { NotChecked } from '../../audit/audit.ts';
import type { CredentialReport, ReportUser } from '../../audit/credential-report.ts';
import type { AuditPolicy, UserFacts } from '../../audit/model.ts';
import { isSuspect, joinReport, pruned, type RosterUser, reportedFacts } from '../../audit/roster.ts';
import { applyWaivers } from '../../audit/waivers.ts';
import { list } from '../../report/words.ts';
import { describe, Failure } from '../errors.ts';
import { nowAndThen } from '../patience.ts';
import { ServiceError } from '../ports.ts';
import { fetchReport } from './credential-report.ts';
import { type Look, lookAtAll, type Subject } from './look.ts';
import type { Scope, Seen } from './model.ts';
import type { AuditPorts } from './ports.ts';
import { rootFacts, rootPresent, unseenRoot } from './root.ts';

export async function wholeAccount(
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
    lookAtAll(at, subjects, () => {
      done++;
      tell();
    });
  const { users, notChecked } =
    total < FEW ? await all() : await ports.log.group(`Looking closely at ${total} users`, all);
  return {
    users,
    notChecked: notChecked.filter(({ unknown }) => !unknown),
    // Deleted since they were listed: nothing is left to complain about. Or renamed.
    gone: notChecked.filter(({ unknown }) => unknown).length,
  };
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
