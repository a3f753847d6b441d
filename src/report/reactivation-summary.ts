/** The job summary of the reactivate action. */
import type { AccessKey, AwsTime } from '../rotation/model.ts';
import { type FailureReport, failureBlock } from './failure.ts';
import { code, literal, sections, table } from './markdown.ts';
import { type RequestHistory, requestsBlock } from './requests.ts';
import { duration, moment, shortKey } from './words.ts';

export interface ReactivationReport {
  readonly userName: string;
  readonly key: AccessKey;
  readonly at: AwsTime;
  /** The user's keys as they are now. */
  readonly keys: readonly AccessKey[];
}

export const reactivationSummary = (done: ReactivationReport, requests: RequestHistory): string =>
  sections(
    '## ✅ The previous key is Active again',
    `Key ${code(shortKey(done.key.id))} of ${literal(done.userName)} was made Active at ${moment(done.at)}. Whoever still holds it can use it at once.`,
    '**Next:** the daily rotation counts its wait anew: the key is made Inactive again once it has not been used for ' +
      'quiet-days, and deactivate-after-days have passed from now. Until then, find out who still uses it: the rotation’s ' +
      'summary names service, region and time.',
    `### Keys of ${literal(done.userName)}`,
    table(
      ['Key', 'Status', 'Age'],
      done.keys.map((key) => [
        `${code(shortKey(key.id))}${key.id === done.key.id ? ' (Active again)' : ''}`,
        key.status,
        duration(done.at - key.createdAt),
      ]),
    ),
    requestsBlock(requests),
  );

export const reactivationFailureSummary = (
  failure: FailureReport,
  requests: RequestHistory,
  pageAt: (heading: string) => string,
): string =>
  sections(
    // Any other failure may have come after the call that makes the key Active.
    failure.code === 'nothing-to-reactivate'
      ? '## ❌ Nothing was reactivated'
      : '## ❌ The reactivation failed',
    failureBlock(failure, pageAt),
    requestsBlock(requests),
  );
