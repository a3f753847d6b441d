/** Composition root of the reactivate action. */
import * as core from '@actions/core';
import { failInputs, failWith } from './action/finish.ts';
import { pageAt } from './action/help.ts';
import { harmless, runnerLog } from './action/log.ts';
import { setOutputs, writeSummary } from './action/outputs.ts';
import type { ReactivateInputs } from './action/reactivate-inputs.ts';
import { awsPorts } from './aws/ports.ts';
import { asFailure } from './flow/as-failure.ts';
import { type Reactivated, reactivate } from './flow/reactivate.ts';
import { hearIdToken, RequestRecorder } from './flow/requests.ts';
import type { IdToken } from './network/id-token.ts';
import { reactivationFailureSummary, reactivationSummary } from './report/reactivation-summary.ts';

export async function run(inputs: ReactivateInputs | string[], idToken: IdToken | null): Promise<void> {
  if (Array.isArray(inputs)) return failInputs(inputs);
  runnerLog.mask(inputs.reactivation.deployed.secretAccessKey);
  const requests = new RequestRecorder();
  hearIdToken(requests, idToken);
  let done: Reactivated;
  try {
    done = await reactivate(
      { ...awsPorts(inputs.session, runnerLog, idToken, requests), log: runnerLog },
      inputs.reactivation,
    );
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
