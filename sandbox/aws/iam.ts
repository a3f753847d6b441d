/**
 * IAM's operations as AWS answers them. Codes, statuses and texts marked [A] were recorded from real AWS by
 * LocalStack's validated snapshots; [D] is AWS's documentation.
 */
import { SECOND } from '../../src/rotation/model.ts';
import { Refused } from '../wire.ts';
import type { AwsAccount, Key, Principal, User } from './account.ts';
import { checkText, missing, violation } from './constraints.ts';
import { credentialReport } from './report.ts';

interface Paging {
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export function listAccessKeys(
  aws: AwsAccount,
  by: Principal,
  params: { UserName?: string | undefined } & Paging,
) {
  const user = targetUser(aws, by, 'iam:ListAccessKeys', params.UserName);
  const { items, ...page } = paginate(aws.shown('ListAccessKeys', user).keys, params, 100);
  return {
    AccessKeyMetadata: items.map((key) => ({
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.status,
      CreateDate: key.createdAt,
    })),
    ...page,
  };
}

/** An unknown key is AccessDenied, not NoSuchEntity, and has no colon after "perform" [A]. */
export function getAccessKeyLastUsed(aws: AwsAccount, by: Principal, params: { AccessKeyId: string }) {
  const shown = aws.shownKey('GetAccessKeyLastUsed', params.AccessKeyId);
  if (shown === null)
    throw new Refused(
      403,
      'AccessDenied',
      `User: ${by.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${params.AccessKeyId}`,
    );
  const { key, at } = shown;
  aws.authorize(by, 'iam:GetAccessKeyLastUsed', key.userName);
  const use = aws.shownUse(key, at);
  return {
    UserName: key.userName,
    AccessKeyLastUsed:
      use === null
        ? { ServiceName: 'N/A', Region: 'N/A' }
        : { LastUsedDate: use.at, ServiceName: use.service, Region: use.region },
  };
}

export function createAccessKey(aws: AwsAccount, by: Principal, params: { UserName?: string | undefined }) {
  const user = targetUser(aws, by, 'iam:CreateAccessKey', params.UserName);
  // Inactive keys count as well [D].
  if (user.keys.length >= 2)
    throw new Refused(409, 'LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2');
  aws.beforeWrite(user);
  const key = aws.addKey(user.name, { createdBy: by.arn });
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.status,
      SecretAccessKey: key.secret,
      CreateDate: key.createdAt,
    },
  };
}

export function updateAccessKey(
  aws: AwsAccount,
  by: Principal,
  params: { UserName?: string | undefined; AccessKeyId: string; Status: string },
): void {
  const user = targetUser(aws, by, 'iam:UpdateAccessKey', params.UserName);
  const key = ownKey(user, params.AccessKeyId);
  if (params.Status !== 'Active' && params.Status !== 'Inactive')
    throw violation('status', params.Status, 'satisfy enum value set: [Active, Inactive]');
  if (key.status === params.Status) return;
  aws.beforeWrite(user);
  key.status = params.Status;
  key.statusSince = aws.clock.now;
}

export function deleteAccessKey(
  aws: AwsAccount,
  by: Principal,
  params: { UserName?: string | undefined; AccessKeyId: string },
): void {
  const user = targetUser(aws, by, 'iam:DeleteAccessKey', params.UserName);
  const key = ownKey(user, params.AccessKeyId);
  aws.beforeWrite(user);
  aws.drop(key);
}

export function listUserTags(aws: AwsAccount, by: Principal, params: { UserName: string } & Paging) {
  const user = targetUser(aws, by, 'iam:ListUserTags', params.UserName);
  const { items, ...page } = paginate(aws.shown('ListUserTags', user).tags, params, 100);
  return { Tags: items.map(tagOf), ...page };
}

const tagOf = ({ key, value }: { readonly key: string; readonly value: string }): Tag => ({
  Key: key,
  Value: value,
});

/** Constraints: [D]. Their code and words: public logs (SWO-GS/auto-tag issue 90, bridgecrewio/yor issue 141). */
const TAG_KEY = {
  least: 1,
  most: 128,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
  says: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+',
};
const TAG_VALUE = {
  least: 0,
  most: 256,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  says: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
};

/** All or nothing. Tag keys ignore case; key ≤ 128, value ≤ 256 characters, 50 tags a user; a list is required [D]. */
export function tagUser(
  aws: AwsAccount,
  by: Principal,
  params: { UserName: string; Tags: readonly Tag[] },
): void {
  if (params.Tags.length === 0) throw missing('tags');
  const user = targetUser(
    aws,
    by,
    'iam:TagUser',
    params.UserName,
    params.Tags.map((tag) => tag.Key),
  );
  params.Tags.forEach(({ Key: key, Value: value }, index) => {
    checkText(`tags.${index + 1}.member.key`, key, TAG_KEY);
    checkText(`tags.${index + 1}.member.value`, value, TAG_VALUE);
  });
  if (params.Tags.some((tag) => tag.Key.toLowerCase().startsWith('aws:')))
    throw new Refused(400, 'InvalidInput', 'Tag keys beginning with aws: are reserved for system use.');
  const names = params.Tags.map((tag) => tag.Key.toLowerCase());
  if (new Set(names).size !== names.length)
    throw new Refused(
      400,
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  if (new Set([...user.tags.keys(), ...names]).size > 50)
    throw new Refused(409, 'LimitExceeded', 'The number of tags has reached the maximum limit.');
  aws.beforeWrite(user);
  for (const { Key: key, Value: value } of params.Tags) user.tags.set(key.toLowerCase(), { key, value });
}

export function untagUser(
  aws: AwsAccount,
  by: Principal,
  params: { UserName: string; TagKeys: readonly string[] },
): void {
  if (params.TagKeys.length === 0) throw missing('tagKeys');
  const user = targetUser(aws, by, 'iam:UntagUser', params.UserName, params.TagKeys);
  aws.beforeWrite(user);
  for (const key of params.TagKeys) user.tags.delete(key.toLowerCase());
}

export function getUser(aws: AwsAccount, by: Principal, params: { UserName?: string | undefined }) {
  const user = targetUser(aws, by, 'iam:GetUser', params.UserName);
  const tags = [...user.tags.values()].map(tagOf);
  // Without tags there is no list of them either [A].
  return { User: { ...describeUser(user), ...(tags.length === 0 ? {} : { Tags: tags }) } };
}

export function listUsers(
  aws: AwsAccount,
  by: Principal,
  params: { PathPrefix?: string | undefined } & Paging,
) {
  aws.authorize(by, 'iam:ListUsers', null);
  const users = [...aws.users.values()].filter((user) => user.path.startsWith(params.PathPrefix ?? '/'));
  const { items, ...page } = paginate(users, params, 100);
  return { Users: items.map(describeUser), ...page };
}

export function getAccountSummary(aws: AwsAccount, by: Principal) {
  aws.authorize(by, 'iam:GetAccountSummary', null);
  return {
    SummaryMap: {
      Users: aws.users.size,
      AccountAccessKeysPresent: aws.root.keyActive ? 1 : 0,
      AccessKeysPerUserQuota: 2,
    },
  };
}

const REPORT_TAKES = 6 * SECOND;

export function generateCredentialReport(aws: AwsAccount, by: Principal) {
  aws.authorize(by, 'iam:GenerateCredentialReport', null);
  const { now } = aws.clock;
  if (aws.report !== null && now - aws.report.generatedAt < aws.reportLasts)
    return now >= aws.report.readyAt
      ? { State: 'COMPLETE' }
      : { State: 'INPROGRESS', Description: 'Report is being generated' };
  aws.report = { csv: credentialReport(aws), generatedAt: aws.clock.aws, readyAt: now + REPORT_TAKES };
  return { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' };
}

/** Codes: [A] for an absent report, which comes without a message; [D] for the others. */
export function getCredentialReport(aws: AwsAccount, by: Principal) {
  aws.authorize(by, 'iam:GetCredentialReport', null);
  const { report } = aws;
  if (report === null) throw new Refused(410, 'ReportNotPresent', '');
  if (aws.clock.now < report.readyAt)
    throw new Refused(404, 'ReportInProgress', 'Report is being generated. Please retry later.');
  if (aws.clock.now - report.generatedAt >= aws.reportLasts)
    throw new Refused(410, 'ReportExpired', 'Report has expired. Please generate a new one.');
  return {
    Content: Buffer.from(report.csv, 'utf8').toString('base64'),
    ReportFormat: 'text/csv',
    GeneratedTime: report.generatedAt,
  };
}

const describeUser = (user: User) => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: user.arn,
  CreateDate: user.createdAt,
});

/** Whose keys or tags are meant. Only a user may leave its own name out [A]. */
function targetUser(
  aws: AwsAccount,
  by: Principal,
  action: string,
  userName: string | undefined,
  tagKeys: readonly string[] = [],
): User {
  const name = userName ?? by.user?.name;
  if (name === undefined)
    throw new Refused(400, 'ValidationError', 'Must specify userName when calling with non-User credentials');
  aws.authorize(by, action, name, tagKeys);
  return aws.user(name);
}

/** A key of this user, or NoSuchEntity in AWS's words [A]. */
function ownKey(user: User, id: string): Key {
  const key = user.keys.find((candidate) => candidate.id === id);
  if (key === undefined)
    throw new Refused(404, 'NoSuchEntity', `The Access Key with id ${id} cannot be found.`);
  return key;
}

const markerOf = (position: number): string => Buffer.from(String(position)).toString('base64');

/** `IsTruncated` is always there [A]; the marker is opaque to callers, so only one that was issued is taken. */
function paginate<T>(
  all: readonly T[],
  { MaxItems, Marker }: Paging,
  size: number,
): { items: T[]; IsTruncated: boolean; Marker?: string } {
  if (MaxItems !== undefined && !(Number.isInteger(MaxItems) && MaxItems >= 1 && MaxItems <= 1000))
    throw violation(
      'maxItems',
      MaxItems,
      MaxItems > 1000 ? 'have value less than or equal to 1000' : 'have value greater than or equal to 1',
    );
  const start = Marker === undefined ? 0 : Number(Buffer.from(Marker, 'base64').toString());
  if (Marker !== undefined && !(Number.isSafeInteger(start) && start >= 1 && markerOf(start) === Marker))
    throw new Refused(400, 'InvalidInput', 'Invalid Marker.');
  const end = start + (MaxItems ?? size);
  const items = all.slice(start, end);
  return end < all.length
    ? { items, IsTruncated: true, Marker: markerOf(end) }
    : { items, IsTruncated: false };
}
