/** The credential report, waited for within bounds. */
import { type CredentialReport, parseCredentialReport } from '../../audit/credential-report.ts';
import { SECOND } from '../../rotation/model.ts';
import { Failure } from '../errors.ts';
import { nowAndThen } from '../patience.ts';
import { ServiceError } from '../ports.ts';
import type { AuditPorts } from './ports.ts';

/** AWS gives no figure for how long a report takes; seconds are usual. Five minutes in all. */
const PAUSE = 5 * SECOND;
const LOOKS = 60;

/** What `GetCredentialReport` says while there is no report yet, or none any more (IAM API reference). */
const NOT_YET = new Set(['ReportNotPresent', 'ReportInProgress', 'ReportExpired']);

/** @returns the report, or the refusal of a role that may not read it. */
export async function fetchReport({
  account,
  clock,
  log,
}: Pick<AuditPorts, 'account' | 'clock' | 'log'>): Promise<CredentialReport | ServiceError> {
  const tell = nowAndThen(
    { clock, log },
    (seconds) =>
      `Waiting for AWS’s new credential report, for ${seconds} seconds so far; it takes some seconds, at most minutes.`,
  );
  for (let look = 1; look <= LOOKS; look++) {
    try {
      if ((await account.generateCredentialReport()) === 'COMPLETE') {
        const { csv, generatedAt } = await account.credentialReport();
        return readable(parseCredentialReport(csv, generatedAt));
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (error.code === 'AccessDenied') return error;
      if (!NOT_YET.has(error.code)) throw error;
    }
    if (look === 1) log.info('AWS is making a new credential report; this takes some seconds.');
    else tell();
    await clock.sleep(PAUSE);
  }
  throw new Failure('report-not-ready', {
    message: `AWS had no credential report ready after ${(LOOKS * PAUSE) / 60_000} minutes.`,
    state: 'Nothing was checked.',
    remedy: 'Run again.',
  });
}

function readable(report: ReturnType<typeof parseCredentialReport>): CredentialReport {
  if (!('unreadable' in report)) return report;
  throw new Failure('report-unreadable', {
    message: `The credential report cannot be read: ${report.unreadable}.`,
    state: 'Nothing was checked.',
    remedy:
      'Please report this with the header line of the report (aws iam get-credential-report). Until then, list the users in user-names.',
  });
}
