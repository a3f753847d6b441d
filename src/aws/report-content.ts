/**
 * `GetCredentialReport` with its content taken out of the answer before the SDK parses it. The SDK's XML parser appends
 * character by character, which makes 45 MB of ropes out of a report of 5,000 users and keeps them past the next garbage
 * collections; the content is Base64 in one element, so it needs no parser.
 */
import { GetCredentialReportCommand, type IAMClient } from '@aws-sdk/client-iam';

interface Answer {
  readonly statusCode: number;
  /** The stream that Node's HTTP client gives; the SDK takes bytes in its place. */
  body: AsyncIterable<Uint8Array> | Uint8Array;
}

/** @returns the CSV, and when AWS made it. */
export async function readReport(
  client: IAMClient,
): Promise<{ csv: string; generatedTime: Date | undefined }> {
  const command = new GetCredentialReportCommand({});
  let content: string | null = null;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const answer = result.response as Answer;
      if (answer.statusCode === 200) {
        const xml = await wholeBody(answer.body);
        const [start, end] = [xml.indexOf('<Content>'), xml.indexOf('</Content>')];
        if (start >= 0 && end > start) content = xml.toString('latin1', start + '<Content>'.length, end);
        answer.body =
          content === null
            ? xml
            : Buffer.concat([xml.subarray(0, start), xml.subarray(end + '</Content>'.length)]);
      }
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'takeContent' },
  );
  const { Content, GeneratedTime } = await client.send(command);
  const csv = content === null ? Buffer.from(Content ?? []) : Buffer.from(content, 'base64');
  return { csv: csv.toString('utf8'), generatedTime: GeneratedTime };
}

async function wholeBody(body: Answer['body']): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
