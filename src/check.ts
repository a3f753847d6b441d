/** Composition root of the check action. */
import { resolve } from 'node:path';
import * as core from '@actions/core';
import type { CheckInputs, MissingCredentials } from './action/check-inputs.ts';
import { annotate, annotateNotChecked, checkOutputs, FINDINGS, writeReport } from './action/check-outputs.ts';
import { failWith } from './action/finish.ts';
import { helpAt, pageAt } from './action/help.ts';
import { runnerLog } from './action/log.ts';
import { setOutputs, writeSummary } from './action/outputs.ts';
import { type Audit, isCompliant } from './audit/audit.ts';
import type { auditPorts } from './aws/audit.ts';
import type { Begun } from './doors/door.ts';
import { check } from './flow/check/check.ts';
import { asCheckFailure } from './flow/check/failure.ts';
import { reportFile } from './report/check-json.ts';
import { checkFailureSummary, checkSummary, skippedSummary } from './report/check-summary.ts';

export async function run(
  inputs: CheckInputs,
  { aws, requests, masks }: Begun<ReturnType<typeof auditPorts>>,
): Promise<void> {
  // Before anything prints.
  masks.tell(runnerLog);
  const { check: asked, fail, reportFile: path, missingCredentials } = inputs;
  let audit: Audit;
  try {
    audit = await check({ ...aws, log: runnerLog }, asked);
  } catch (error) {
    const failure = asCheckFailure(error);
    if (failure.code === 'no-session' && missingCredentials.fork)
      return await withoutCredentials(missingCredentials);
    await writeSummary(checkFailureSummary(failure, requests, pageAt));
    return failWith(failure);
  }
  const { policy } = asked;
  setOutputs(checkOutputs(audit, policy));
  const unwritten =
    path === ''
      ? null
      : await writeReport(resolve(process.env.GITHUB_WORKSPACE ?? '', path), reportFile(audit, policy));
  await writeSummary(
    checkSummary({
      audit,
      policy,
      reportFile: unwritten === null ? path : '',
      rotationUrl: rotationUrl(),
      requests,
    }),
  );
  annotateNotChecked(audit);
  annotate(audit, policy, 'see the job summary');
  if (unwritten !== null) core.error(`${unwritten}\n${helpAt(FINDINGS)}`, { title: 'No report file' });
  const { violations } = audit.verdict;
  core.info(`${audit.checkedUsers} users checked, ${violations.length} violations.`);
  // Not setFailed: its message would be one more annotation, and GitHub shows ten.
  const failed = unwritten !== null || audit.notChecked.length > 0 || (fail && !isCompliant(audit));
  if (failed) process.exitCode = core.ExitCode.Failure;
}

/** Never green by accident: only a fork's pull request may be skipped, and only where the workflow says so. */
export async function withoutCredentials({ onMissing }: MissingCredentials): Promise<void> {
  const why =
    'This run is for a pull request from a fork. GitHub gives such runs no OIDC ID token and no secrets, so AWS cannot be asked. Nothing was checked.';
  await writeSummary(skippedSummary(why));
  if (onMissing === 'skip')
    core.warning(`${why}\n${helpAt(FINDINGS)}`, { title: 'Access keys were not checked' });
  else core.setFailed(`${why} To let such runs pass, say on-missing-credentials: skip.\n${helpAt(FINDINGS)}`);
}

/** The action's own repository; the runner leaves it out for an action of the workflow's repository. */
function rotationUrl(): string {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository } = process.env;
  return server && repository ? `${server}/${repository}#readme` : '';
}
