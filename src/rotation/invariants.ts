/**
 * What must hold before a step that cannot be taken back, asked once more and independently of the planner's rules.
 * A second opinion that costs nothing: it looks at the same facts from the other side.
 */
import { shortKey } from '../report/words.ts';
import { intentsOf } from './journal.ts';
import type { Observation, Policy, Step } from './model.ts';

/** Why this step must not be taken, or `null` when nothing speaks against it. */
export function objection(step: Step, seen: Observation, policy: Policy): string | null {
  if (step.kind !== 'deactivate' && step.kind !== 'delete') return null;
  const key = seen.keys.find((listed) => listed.id === step.key);
  if (key === undefined) return `key ${shortKey(step.key)} is not listed`;
  if (seen.deployed.kind === 'accepted' && seen.deployed.key === step.key)
    return `key ${shortKey(step.key)} is the deployed key`;
  const ours = seen.journal.records.has(key.id) || intentsOf(key, seen.journal).length > 0;
  if (!ours && policy.foreignKey !== 'retire') return `nothing proves that key ${shortKey(key.id)} is ours`;
  if (step.kind === 'delete' && step.because === 'orphan')
    return seen.journal.records.has(key.id)
      ? `key ${shortKey(key.id)} is on record, so it is no orphan`
      : null;
  if (step.kind === 'delete' && key.status !== 'Inactive') return `key ${shortKey(key.id)} is Active`;
  const current = seen.keys.find(
    (listed) => seen.deployed.kind === 'accepted' && listed.id === seen.deployed.key,
  );
  if (current?.status !== 'Active') return 'no Active key is deployed';
  return seen.journal.records.get(current.id)?.state === 'stored'
    ? null
    : `the deployed key ${shortKey(current.id)} is not on record as stored`;
}
