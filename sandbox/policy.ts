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
