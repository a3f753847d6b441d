/** What other steps read: outputs, all of them strings. */
import * as core from '@actions/core';
import type { Outcome } from '../flow/run.ts';
import { iso, wholeDays } from '../report/words.ts';
import type { KeyId } from '../rotation/model.ts';

/** The outputs of action.yml; empty for a run that never got as far as observing. */
export function rotationOutputs({ after, plan, deeds }: Outcome): Readonly<Record<string, string>> {
  if (after === null || plan === null) return {};
  const current = after.deployed.kind === 'accepted' ? after.deployed.key : null;
  const key = after.keys.find((listed) => listed.id === current);
  const { steps, reason, message } = plan;
  return {
    'action-taken': [...new Set(deeds.map((deed) => deed.kind))].join(',') || 'none',
    'access-key-id': current ?? '',
    'key-age-days': key === undefined ? '' : String(wholeDays(after.now - key.createdAt)),
    'next-step': plan.next.step,
    'next-step-at': iso(plan.next.at),
    plan: JSON.stringify({ steps: steps.map(shortened), reason, message }),
  };
}

/** The deployed ID is a secret of the run: with it in full, the runner would drop the whole output. */
const shortened = (step: object): object =>
  Object.fromEntries(
    Object.entries(step).map(([name, value]) => [
      name,
      (name === 'key' || name === 'adopt') && typeof value === 'string'
        ? `…${(value as KeyId).slice(-4)}`
        : value,
    ]),
  );

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** A summary that cannot be written never fails or hides what happened. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    core.info(
      `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
