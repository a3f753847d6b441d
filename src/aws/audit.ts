/** IAM for the check: reads only, many at once. */
import {
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import type { SessionInputs } from '../action/session-inputs.ts';
import type { AccountReader, AuditPorts, ListedUser } from '../flow/check/ports.ts';
import type { Log } from '../flow/ports.ts';
import type { RequestListener } from '../flow/requests.ts';
import type { IdToken } from '../network/id-token.ts';
import { awsTime, USER_NAME } from '../rotation/model.ts';
import { legible, present, timeIn, Unreadable } from './answers.ts';
import { clientConfig, type Line, listen } from './clients.ts';
import { AwsClock } from './clock.ts';
import { asServiceError } from './errors.ts';
import { keyReader, pages } from './iam.ts';
import { readReport } from './report-content.ts';
import { type CredentialSource, sessionOf } from './session.ts';

export function auditPorts(
  inputs: SessionInputs,
  log: Pick<Log, 'mask'>,
  idToken: IdToken | null,
  requests: RequestListener,
): Omit<AuditPorts, 'log'> {
  const clock = new AwsClock();
  const line: Line = { region: inputs.region, clock, requests };
  const session = sessionOf(inputs, log, line, idToken);
  return { session, account: iamAccountReader(line, session), clock };
}

/**
 * IAM's rate limits are unpublished: token buckets for each API and account (AWS Support, quoted in public issues). The
 * SDK's adaptive mode slows all requests down after the first `Throttling`, so patience costs time and nothing else.
 */
const ATTEMPTS = 10;

/** IAM: at most 1,000 items a page for `ListUsers`. */
const PAGE = 1000;

function iamAccountReader(line: Line, source: CredentialSource): AccountReader {
  const make = (cacheMiddleware: boolean): IAMClient =>
    listen(
      new IAMClient({
        ...clientConfig(line, ATTEMPTS),
        retryMode: 'adaptive',
        cacheMiddleware,
        ...source.forClient(),
      }),
      line,
    );
  // Without the cache the SDK assembles its whole middleware anew for each of thousands of requests.
  const client = make(true);
  const forReport = make(false);
  return {
    ...keyReader(client),

    listUsers: (PathPrefix) =>
      asServiceError('iam', 'ListUsers', async () => {
        const users: ListedUser[] = [];
        for await (const page of pages((next) =>
          client.send(new ListUsersCommand({ PathPrefix, MaxItems: PAGE, ...next })),
        ))
          for (const { UserName, CreateDate } of present(page.Users, 'Users'))
            users.push({
              userName: legible(UserName, USER_NAME, 'UserName'),
              createdAt: awsTime(timeIn(CreateDate, 'CreateDate')),
            });
        return users;
      }),

    generateCredentialReport: () =>
      asServiceError('iam', 'GenerateCredentialReport', async () => {
        const { State } = await client.send(new GenerateCredentialReportCommand({}));
        return State ?? 'INPROGRESS';
      }),

    credentialReport: () =>
      asServiceError('iam', 'GetCredentialReport', async () => {
        const { csv, generatedTime } = await readReport(forReport);
        return { csv, generatedAt: awsTime(generatedTime?.getTime() ?? 0) };
      }),

    rootHasKey: () =>
      asServiceError('iam', 'GetAccountSummary', async () => {
        const { SummaryMap } = await client.send(new GetAccountSummaryCommand({}));
        const present = SummaryMap?.AccountAccessKeysPresent;
        if (present === undefined) throw new Unreadable('the answer has no AccountAccessKeysPresent');
        return present > 0;
      }),
  };
}
