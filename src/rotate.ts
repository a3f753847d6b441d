/** Composition root of the root action: builds the real ports, runs the flow, tells the runner what came of it. */
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { failMissing, tellFindings } from './action/doctor.ts';
import { failWith } from './action/finish.ts';
import { helpAt, pageAt } from './action/help.ts';
import { harmless, runnerLog } from './action/log.ts';
import { rotationOutputs, setOutputs, writeSummary } from './action/outputs.ts';
import type { RotateInputs } from './action/rotate-inputs.ts';
import type { awsPorts } from './aws/ports.ts';
import type { Begun } from './doors/door.ts';
import { rotate } from './flow/rotate.ts';
import { sodiumSealer } from './github/sealed-box.ts';
import { gitHubSecrets } from './github/secrets.ts';
import { missingOf } from './report/doctor.ts';
import { rotationSummary, sayStep } from './report/summary.ts';

export async function run(
  inputs: RotateInputs,
  { aws, requests, masks }: Begun<ReturnType<typeof awsPorts>>,
): Promise<void> {
  // Before anything prints.
  masks.tell(runnerLog);
  const ports = {
    ...aws,
    secrets: gitHubSecrets({
      token: inputs.gitHubToken,
      apiUrl: inputs.apiUrl,
      repository: inputs.repository,
      requests,
      log: runnerLog,
    }),
    sealer: sodiumSealer,
    log: runnerLog,
  };
  const outcome = await rotate(
    { ports, subject: inputs.subject, nonce: randomUUID(), id: inputs.runId },
    inputs,
  );
  const { failure, plan, deeds, after, findings } = outcome;
  await tellFindings(findings);
  if (inputs.dryRun) for (const step of plan?.steps ?? []) runnerLog.info(`Would ${sayStep(step)}.`);
  setOutputs(rotationOutputs(outcome));
  const { policy, dryRun } = inputs;
  await writeSummary(
    rotationSummary({ observation: after, plan, deeds, failure, findings, pageAt, dryRun, policy, requests }),
  );
  if (failure !== null) failWith(failure);
  else if (missingOf(findings).length > 0) failMissing(findings);
  else if (plan?.outcome === 'refuse') core.setFailed(harmless(`${plan.message}\n${helpAt('refusals')}`));
  else if (plan?.outcome === 'warn') core.warning(harmless(`${plan.message}\n${helpAt('refusals')}`));
  else core.info(harmless(plan?.message ?? ''));
}
