/** Root's access key: two sources say a part of it each, and neither may be readable. */
import type { NotChecked } from '../../audit/audit.ts';
import type { CredentialReport } from '../../audit/credential-report.ts';
import type { AuditPolicy, RootFacts } from '../../audit/model.ts';
import { describe } from '../errors.ts';
import { ServiceError } from '../ports.ts';
import type { AuditPorts } from './ports.ts';

// Root.

export type Presence = boolean | ServiceError;

export async function rootPresent({ account }: AuditPorts): Promise<Presence> {
  try {
    return await account.rootHasKey();
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'AccessDenied') return error;
    throw error;
  }
}

/** `GetAccountSummary` says now whether there is a key; the report says since when, and whether it is Active. */
export function rootFacts(present: Presence, report: CredentialReport | null): RootFacts {
  const slots = report?.root ?? null;
  if (present === false) return { kind: 'none' };
  if (present !== true && slots === null) return { kind: 'unknown', why: describe(present) };
  const worst = slots?.find(({ status }) => status === 'Active') ?? slots?.[0];
  if (worst !== undefined) return { kind: 'present', status: worst.status, since: worst.changedAt };
  // Present now, but not in the report: it was created since.
  return present === true ? { kind: 'present', status: 'Active', since: null } : { kind: 'none' };
}

/** Whoever fails a check for root's key must have been able to look. */
export function unseenRoot(
  policy: AuditPolicy,
  present: Presence,
  report: CredentialReport | ServiceError,
): NotChecked[] {
  const facts = rootFacts(present, report instanceof ServiceError ? null : report);
  return facts.kind === 'unknown' && policy.failOn.has('root')
    ? [{ userName: 'root', why: facts.why, unknown: false }]
    : [];
}
