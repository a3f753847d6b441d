/** Composition root of the root action: builds the real ports, runs the flow, tells the runner what came of it. */
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { harmless, runnerLog } from './action/log.ts';
import { rotationOutputs, setOutputs, writeSummary } from './action/outputs.ts';
import { type RotateInputs, readRotateInputs } from './action/rotate-inputs.ts';
import { AwsClock } from './aws/clock.ts';
import { iamKeyStore } from './aws/iam.ts';
import { ambientSession, webIdentitySession } from './aws/session.ts';
import { stsProver } from './aws/sts.ts';
import type { Ports } from './flow/ports.ts';
import { rotate } from './flow/rotate.ts';
import { sodiumSealer } from './github/sealed-box.ts';
import { gitHubSecrets } from './github/secrets.ts';
import { rotationSummary } from './report/summary.ts';

async function main(): Promise<void> {
  const inputs = readRotateInputs(core.getInput, process.env);
  if (Array.isArray(inputs)) {
    for (const problem of inputs) core.error(harmless(problem), { title: 'Bad input' });
    core.setFailed(
      `${inputs.length} input${inputs.length === 1 ? ' is' : 's are'} not usable. Nothing was changed.`,
    );
    return;
  }
  // With JSON credentials the workflow passes parsed halves, which the runner does not know as secrets.
  for (const secret of [inputs.deployed.secretAccessKey, inputs.gitHubToken]) runnerLog.mask(secret);
  const outcome = await rotate(
    { ports: realPorts(inputs), subject: inputs.subject, nonce: randomUUID(), id: inputs.runId },
    inputs,
  );
  const { failure, plan } = outcome;
  setOutputs(rotationOutputs(outcome));
  await writeSummary(
    rotationSummary({
      observation: outcome.after,
      plan,
      deeds: outcome.deeds,
      failure,
      dryRun: inputs.dryRun,
    }),
  );
  if (failure !== null) core.setFailed(harmless(`${failure.message}\n${failure.state}\n${failure.remedy}`));
  else if (plan?.outcome === 'refuse') core.setFailed(harmless(plan.message));
  else if (plan?.outcome === 'warn') core.warning(harmless(plan.message));
  else core.info(harmless(plan?.message ?? ''));
}

function realPorts(inputs: RotateInputs): Ports {
  const { role, audience, region } = inputs.session;
  const clock = new AwsClock();
  const session =
    role === null
      ? ambientSession(region, clock)
      : webIdentitySession(region, role, () => core.getIDToken(audience), runnerLog.mask, clock);
  return {
    session,
    keys: iamKeyStore(region, session, clock),
    prover: stsProver(region, clock),
    secrets: gitHubSecrets(inputs.gitHubToken, inputs.apiUrl),
    sealer: sodiumSealer,
    clock,
    log: runnerLog,
  };
}

main().catch((error: unknown) => {
  // A defect of ours, not of the world: the stack helps whoever reports it. Never green, whatever was thrown.
  core.setFailed(harmless(error instanceof Error ? (error.stack ?? error.message) : String(error)));
});
