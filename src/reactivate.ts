/** Composition root of the reactivate action. */
import * as core from '@actions/core';
import { failWith } from './action/finish.ts';
import { pageAt } from './action/help.ts';
import { harmless, runnerLog } from './action/log.ts';
import { setOutputs, writeSummary } from './action/outputs.ts';
import type { ReactivateInputs } from './action/reactivate-inputs.ts';
import type { awsPorts } from './aws/ports.ts';
import type { Begun } from './doors/door.ts';
import { asFailure } from './flow/as-failure.ts';
import { type Reactivated, reactivate } from './flow/reactivate.ts';
import { reactivationFailureSummary, reactivationSummary } from './report/reactivation-summary.ts';

export async function run(
  { reactivation }: ReactivateInputs,
  { aws, requests, masks }: Begun<ReturnType<typeof awsPorts>>,
): Promise<void> {
  // Before anything prints.
  masks.tell(runnerLog);
  let done: Reactivated;
  try {
    done = await reactivate({ ...aws, log: runnerLog }, reactivation);
  } catch (error) {
    const failure = asFailure(error);
    await writeSummary(reactivationFailureSummary(failure, requests, pageAt));
    return failWith(failure);
  }
  setOutputs({ 'access-key-id': done.key.id });
  await writeSummary(reactivationSummary(done, requests));
  core.info(
    harmless(`Key ${done.key.id.slice(-4)} of user ${done.userName} is Active again. Its wait begins anew.`),
  );
}
