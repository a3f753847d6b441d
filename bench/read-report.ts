/** Reads the credential report and nothing else: what report mode is measured against. */
import { GenerateCredentialReportCommand, GetCredentialReportCommand, IAMClient } from '@aws-sdk/client-iam';

const client = new IAMClient({ region: 'us-east-1' });
await client.send(new GenerateCredentialReportCommand({}));
const { Content } = await client.send(new GetCredentialReportCommand({}));
process.stdout.write(
  `${
    Buffer.from(Content ?? [])
      .toString('utf8')
      .split('\n').length
  }\n`,
);
