/** The flow of the check: who is in scope → a close look at whoever needs one → the rules. Nothing is written to AWS. */
import type { Audit } from '../../audit/audit.ts';
import { judge } from '../../audit/findings.ts';
import type { AuditPolicy } from '../../audit/model.ts';
import { shortKey } from '../../report/words.ts';
import { Failure } from '../errors.ts';
import { ServiceError } from '../ports.ts';
import { wholeAccount } from './account.ts';
import { lookAtAll, type Subject } from './look.ts';
import type { Check, Scope, Seen } from './model.ts';
import type { AuditPorts } from './ports.ts';

export async function check(ports: AuditPorts, { scope, policy }: Check): Promise<Audit> {
  const { account } = await ports.session.open();
  const seen =
    scope.kind === 'all'
      ? await wholeAccount(ports, policy, scope)
      : await named(ports, policy, await subjects(ports, scope, account));
  return { ...seen, account, verdict: judge(seen.users, seen.root, policy, seen.now) };
}

type Named = Exclude<Scope, { kind: 'all' }>;

async function subjects(ports: AuditPorts, scope: Named, account: string): Promise<Subject[]> {
  return scope.kind === 'key'
    ? [await ownKey(ports, scope, account)]
    : scope.userNames.map((userName) => ({ userName, slots: null }));
}

async function ownKey(
  ports: AuditPorts,
  { accessKeyId }: Extract<Scope, { kind: 'key' }>,
  account: string,
): Promise<Subject> {
  try {
    const { userName } = await ports.account.lastUsed(accessKeyId);
    if (userName !== null) return { userName, slots: null, only: accessKeyId };
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

async function named(ports: AuditPorts, policy: AuditPolicy, subjects: readonly Subject[]): Promise<Seen> {
  const now = ports.clock.aws();
  const { users, notChecked } = await lookAtAll({ account: ports.account, policy, now }, subjects);
  return {
    now,
    basis: { kind: 'named' },
    checkedUsers: users.length,
    confirmedUsers: users.length,
    users,
    notChecked,
    root: null,
    waived: [],
    expired: [],
  };
}
