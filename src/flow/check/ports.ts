/** What the check reads; it writes nothing to AWS. Every method rejects with a `ServiceError` and nothing else. */
import type { AwsTime } from '../../rotation/model.ts';
import type { Clock, KeyStore, Log, Session } from '../ports.ts';

export interface ListedUser {
  readonly userName: string;
  readonly createdAt: AwsTime;
}

/** IAM, read only, in the run's own session. */
export interface AccountReader extends Pick<KeyStore, 'listAccessKeys' | 'lastUsed' | 'listUserTags'> {
  /** All users below a path (`/` = everybody), every page. */
  listUsers(pathPrefix: string): Promise<ListedUser[]>;
  /** Asks for a credential report; AWS makes a new one at most every four hours. */
  generateCredentialReport(): Promise<'STARTED' | 'INPROGRESS' | 'COMPLETE'>;
  /** Rejects with `ReportNotPresent`, `ReportInProgress` or `ReportExpired` while there is none. */
  credentialReport(): Promise<{ readonly csv: string; readonly generatedAt: AwsTime }>;
  /** `GetAccountSummary`'s `AccountAccessKeysPresent`: whether root has an access key, as of now. */
  rootHasKey(): Promise<boolean>;
}

/** The ports of a check. */
export interface AuditPorts {
  readonly session: Pick<Session, 'open'>;
  readonly account: AccountReader;
  readonly clock: Clock;
  readonly log: Log;
}
