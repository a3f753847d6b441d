/** Verifies AWS Signature Version 4 (AWS General Reference, "Signing AWS API requests") with nothing but node:crypto. */
import { createHash, createHmac } from 'node:crypto';
import { MINUTE } from '../../src/rotation/model.ts';
import { unknownToken, wrongSignature } from '../aws/account.ts';
import { Refused } from '../wire.ts';

export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Authorization {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly region: string;
  readonly service: string;
  /** Refuses unless this secret made the signature. */
  readonly verify: (secret: string) => void;
}

const SHAPE =
  /^AWS4-HMAC-SHA256 Credential=([\w]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/;

/** @param now the world's time; a request may be 15 minutes late or 15 minutes early. */
export function readAuthorization(request: SignedRequest, now: number): Authorization {
  const header = request.headers.authorization;
  if (header === undefined)
    throw new Refused(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  const [, accessKeyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] =
    SHAPE.exec(header) ?? [];
  if (accessKeyId === '') throw new Refused(400, 'IncompleteSignature', 'Authorization header is malformed.');
  const names = signedHeaders.split(';');
  const time = request.headers['x-amz-date'] ?? '';
  if (!names.includes('host') || !names.includes('x-amz-date') || !time.startsWith(day)) throw unknownToken();
  checkTime(time, now);
  const canonical = canonicalRequest(request, names);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`;
  return {
    accessKeyId,
    sessionToken: request.headers['x-amz-security-token'],
    region,
    service,
    verify(secret) {
      const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
        (mac, part) => hmac(mac, part),
        `AWS4${secret}`,
      );
      if (hmac(key, toSign).toString('hex') !== signature) throw wrongSignature();
    },
  };
}

/** AWS answers a drifted clock with `SignatureDoesNotMatch` and its own text, not with a code of its own. */
function checkTime(time: string, now: number): void {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const stamp = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const refuse = (text: string) => new Refused(403, 'SignatureDoesNotMatch', text);
  if (Number.isNaN(at))
    throw new Refused(400, 'IncompleteSignature', 'Date must be in ISO-8601 basic format.');
  if (at < now - 15 * MINUTE)
    throw refuse(
      `Signature expired: ${time} is now earlier than ${stamp(now - 15 * MINUTE)} (${stamp(now)} - 15 min.)`,
    );
  if (at > now + 15 * MINUTE)
    throw refuse(
      `Signature not yet current: ${time} is still later than ${stamp(now + 15 * MINUTE)} (${stamp(now)} + 15 min.)`,
    );
}

function canonicalRequest(request: SignedRequest, names: readonly string[]): string {
  const [path = '/', query = ''] = request.url.split('?');
  const sortedQuery = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => (part.includes('=') ? part : `${part}=`))
    .sort()
    .join('&');
  const headers = names
    .map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
    .join('');
  return [request.method, path, sortedQuery, headers, names.join(';'), sha256(request.body)].join('\n');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
