/**
 * Signs any request by AWS Signature Version 4, right or wrong on purpose: the SDK signs only right. Written apart from
 * the sandbox's own verifier, so that neither's mistake hides the other's.
 */
import { createHash, createHmac } from 'node:crypto';

export interface Signing {
  readonly id: string;
  readonly secret: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly time: string;
  readonly region?: string;
  readonly service?: string;
  /** Of the scope; by default that of `time`. */
  readonly day?: string;
  /** Which headers to sign; by default all. */
  readonly signed?: readonly string[];
}

export interface Unsigned {
  readonly method: string;
  readonly path: string;
  /** Decoded names and values, in any order. */
  readonly query?: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The headers to send, `authorization` and `x-amz-date` included. */
export function signedHeaders(request: Unsigned, signing: Signing): Record<string, string> {
  const { id, secret, time, region = 'us-east-1', service = 'sts', day = time.slice(0, 8) } = signing;
  const headers: Record<string, string> = { ...request.headers, 'x-amz-date': time };
  const names = [...(signing.signed ?? Object.keys(headers))].sort(byCode);
  const query = (request.query ?? [])
    .map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)] as const)
    .sort(([a, x], [b, y]) => byCode(a, b) || byCode(x, y))
    .map((pair) => pair.join('='));
  const canonical = [
    request.method,
    request.path,
    query.join('&'),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = [day, region, service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${[id, ...scope].join('/')}, SignedHeaders=${names.join(';')}, Signature=${hmac(key, toSign).toString('hex')}`,
  };
}
