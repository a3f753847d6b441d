/** The credential report: one CSV row a user, root first, columns as in the IAM user guide, "Getting credential reports". */
import type { AwsAccount, Key, User } from './account.ts';

const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
];

export function credentialReport(aws: AwsAccount): string {
  const rows = [[...COLUMNS], rootRow(aws), ...[...aws.users.values()].map((user) => userRow(aws, user))];
  if (aws.reportColumns === 23)
    rows.forEach((row, index) => {
      row.push(index === 0 ? 'additional_credentials_info' : 'N/A');
    });
  return rows.map((row) => row.join(',')).join('\n');
}

const time = (aws: AwsAccount, at: number): string =>
  `${new Date(at).toISOString().slice(0, 19)}${aws.reportDates}`;

function rootRow(aws: AwsAccount): string[] {
  const { keyActive, keyCreatedAt } = aws.root;
  return [
    '<root_account>',
    `arn:${aws.partition}:iam::${aws.account}:root`,
    time(aws, Date.parse('2015-01-01T00:00:00Z')),
    'not_supported',
    'no_information',
    'not_supported',
    'not_supported',
    'true',
    String(keyActive),
    keyCreatedAt === null ? 'N/A' : time(aws, keyCreatedAt),
    'N/A',
    'N/A',
    'N/A',
    'false',
    'N/A',
    'N/A',
    'N/A',
    'N/A',
    'false',
    'N/A',
    'false',
    'N/A',
  ];
}

function userRow(aws: AwsAccount, user: User): string[] {
  const name = aws.quoteReport && /[",]/.test(user.name) ? `"${user.name}"` : user.name;
  const arn = aws.quoteReport && /[",]/.test(user.arn) ? `"${user.arn}"` : user.arn;
  const [first, second] = user.keys;
  return [
    name,
    arn,
    time(aws, user.createdAt),
    'false',
    'N/A',
    'N/A',
    'N/A',
    'false',
    ...keyColumns(aws, first),
    ...keyColumns(aws, second),
    'false',
    'N/A',
    'false',
    'N/A',
  ];
}

/** `last_rotated` is when the key was created *or last changed*: toggling it makes it look young. */
function keyColumns(aws: AwsAccount, key: Key | undefined): string[] {
  if (key === undefined) return ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
  const use = aws.shownUse(key);
  return [
    String(key.status === 'Active'),
    time(aws, Math.max(key.createdAt, key.statusSince)),
    use === null ? 'N/A' : time(aws, use.at),
    use?.region ?? 'N/A',
    use?.service ?? 'N/A',
  ];
}
