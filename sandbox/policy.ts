import type { AuditPolicy } from '../src/audit/model.ts';
import type { Policy } from '../src/rotation/model.ts';

/** The defaults of action.yml. */
export const DEFAULT_POLICY: Policy = {
  rotateAfterDays: 60,
  deactivateAfterDays: 7,
  quietDays: 2,
  deleteAfterDays: 14,
  maxAgeDays: 90,
  force: false,
  foreignKey: 'refuse',
};

/** The defaults of check/action.yml. */
export const DEFAULT_AUDIT_POLICY: AuditPolicy = {
  maxAgeDays: 90,
  warnBeforeDays: 14,
  maxUnusedDays: 90,
  includeInactive: false,
  failOn: new Set(['age', 'root']),
};
