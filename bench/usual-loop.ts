/** The loop that everybody writes: every user, then each user's keys, one request after the other. */
import { IAMClient, ListAccessKeysCommand, ListUsersCommand } from '@aws-sdk/client-iam';

const DAY = 86_400_000;
const client = new IAMClient({ region: 'us-east-1' });
let violations = 0;
let Marker: string | undefined;
do {
  const page = await client.send(new ListUsersCommand({ Marker }));
  for (const { UserName } of page.Users ?? []) {
    const { AccessKeyMetadata = [] } = await client.send(new ListAccessKeysCommand({ UserName }));
    violations += AccessKeyMetadata.filter(
      ({ CreateDate }) => Date.now() - (CreateDate?.getTime() ?? 0) > 90 * DAY,
    ).length;
  }
  Marker = page.Marker;
} while (Marker !== undefined);
process.stdout.write(`${violations}\n`);
