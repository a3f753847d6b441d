/** Verifies AWS Signature Version 4 (AWS General Reference, "Signing AWS API requests") with nothing but node:crypto. */
import { createHash, createHmac } from 'node:crypto';
import { MINUTE } from '../../src/rotation/model.ts';
import { wrongSignature } from '../aws/account.ts';
import { Refused } from '../wire.ts';
import { cutAt } from './server.ts';

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

/**
 * What the request says of itself. Texts are AWS's (IAM user guide, "Troubleshoot Signature Version 4 signing", and
 * answers that public issues quote); only for an unsigned date or session token none is known, so the one for an
 * unsigned host is used.
 *
 * @param now the world's time; a request may be 15 minutes late or 15 minutes early.
 */
export function readAuthorization(request: SignedRequest, now: number): Authorization {
  const header = request.headers.authorization;
  if (header === undefined)
    throw new Refused(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  const [, accessKeyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] =
    SHAPE.exec(header) ?? [];
  if (accessKeyId === '') throw new Refused(400, 'IncompleteSignature', 'Authorization header is malformed.');
  const names = signedHeaders.split(';');
  const time = request.headers['x-amz-date'] ?? '';
  checkTime(time, now);
  checkSignedHeaders(request, names);
  if (time.slice(0, 8) !== day)
    throw mismatch(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${time.slice(0, 8)}', from '${time}'.`,
    );
  const bodyHash = request.headers['x-amz-content-sha256'];
  if (bodyHash !== undefined && bodyHash !== sha256(request.body)) throw wrongSignature();
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

const mismatch = (text: string): Refused => new Refused(403, 'SignatureDoesNotMatch', text);

function checkSignedHeaders(request: SignedRequest, names: readonly string[]): void {
  if (!names.includes('host'))
    throw mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  for (const name of ['x-amz-date', 'x-amz-security-token'])
    if (request.headers[name] !== undefined && !names.includes(name))
      throw mismatch(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
}

/** AWS answers a drifted clock with `SignatureDoesNotMatch` and its own text, not with a code of its own. */
function checkTime(time: string, now: number): void {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const stamp = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
  if (Number.isNaN(at))
    throw new Refused(400, 'IncompleteSignature', 'Date must be in ISO-8601 basic format.');
  if (at < now - 15 * MINUTE)
    throw mismatch(
      `Signature expired: ${time} is now earlier than ${stamp(now - 15 * MINUTE)} (${stamp(now)} - 15 min.)`,
    );
  if (at > now + 15 * MINUTE)
    throw mismatch(
      `Signature not yet current: ${time} is still later than ${stamp(now + 15 * MINUTE)} (${stamp(now)} + 15 min.)`,
    );
}

function canonicalRequest(request: SignedRequest, names: readonly string[]): string {
  const [path, query] = cutAt(request.url, '?');
  // By name, then by value: `a=1` comes before `a-b=1`, which sorting the joined texts would turn round.
  const sortedQuery = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => cutAt(part, '='))
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = names
    .map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
    .join('');
  return [request.method, path, sortedQuery, headers, names.join(';'), sha256(request.body)].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
