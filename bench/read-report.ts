/** Reads the credential report and nothing else: what the check's cheap mode is measured against. */
import { GenerateCredentialReportCommand, GetCredentialReportCommand, IAMClient } from '@aws-sdk/client-iam';

const client = new IAMClient({ region: 'us-east-1' });
await client.send(new GenerateCredentialReportCommand({}));
const { Content } = await client.send(new GetCredentialReportCommand({}));
const lines = Buffer.from(Content ?? [])
  .toString('utf8')
  .split('\n');
process.stdout.write(`${lines.length}\n`);
