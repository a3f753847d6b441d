/**
 * The query protocol with nothing in between: one signed request out, the raw answer back as flat fields, so that two
 * servers can be compared without a client smoothing their differences over.
 */
import { createHash, createHmac } from 'node:crypto';

export interface Signer {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

export type Parameters = Readonly<Record<string, string>>;
/** What was answered, by dotted path; list members are counted from 1. `outcome` is `200` or `409 LimitExceeded`. */
export type Fields = Readonly<Record<string, string>>;

const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15' };

/** @param at milliseconds; what the request's signature says the time is. `null` signer = unsigned. */
export async function ask(
  url: string,
  signer: Signer | null,
  service: 'iam' | 'sts',
  action: string,
  parameters: Parameters,
  at: number,
): Promise<Fields> {
  const body = new URLSearchParams({ Action: action, Version: VERSIONS[service], ...parameters }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const answer = await fetch(`${url}/`, {
    method: 'POST',
    body,
    headers:
      signer === null ? headers : { ...headers, ...sign(new URL(url).host, signer, service, body, at) },
  });
  const read = fieldsOf(await answer.text());
  const about = { Date: answer.headers.get('date') ?? '' };
  if (answer.ok) return { outcome: String(answer.status), ...about, ...read };
  // moto wraps some refusals in one element more; what counts is what a client finds in them.
  const found = (name: string) => Object.entries(read).find(([at]) => at.endsWith(`Error.${name}`))?.[1];
  const message = found('Message');
  return {
    outcome: `${answer.status} ${found('Code')}`,
    ...(message === undefined ? {} : { message }),
    ...about,
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature Version 4 of a POST to `/` (AWS, "Create a signed AWS API request"). */
function sign(host: string, { id, secret, token }: Signer, service: string, body: string, at: number) {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const signed: [string, string][] = [
    ['host', host],
    ['x-amz-date', time],
    ...(token === undefined ? [] : ([['x-amz-security-token', token]] as [string, string][])),
  ];
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const scope = `${time.slice(0, 8)}/us-east-1/${service}/aws4_request`;
  const canonical = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((mac, part) => hmac(mac, part), `AWS4${secret}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return {
    'x-amz-date': time,
    ...(token === undefined ? {} : { 'x-amz-security-token': token }),
    authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (_, hex: string, code: string, name: string) =>
    code === undefined
      ? (ENTITIES[name] ?? '')
      : String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)),
  );

/** Enough XML for IAM's and STS's answers. The wrapping elements and the request's ID are left out. */
function fieldsOf(xml: string): Fields {
  const fields: Record<string, string> = {};
  const path: { name: string; members: number; leaf: boolean }[] = [];
  let text = '';
  for (const [, closing, name = '', empty, plain] of xml.matchAll(
    /<(\/?)([\w:]+)[^>]*?(\/?)>|<\?[^>]*>|([^<]+)/g,
  )) {
    if (plain !== undefined) text = plain;
    else if (name !== '' && closing === '') {
      const parent = path.at(-1);
      if (parent !== undefined) parent.leaf = false;
      const member = name === 'member' || name === 'entry';
      path.push({ name: member && parent ? String(++parent.members) : name, members: 0, leaf: true });
      text = '';
    }
    if (name === '' || (closing === '' && empty === '')) continue;
    if (path.at(-1)?.leaf === true) fields[path.map((at) => at.name).join('.')] = unescaped(text).trim();
    path.pop();
    text = '';
  }
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([at]) => !/RequestId$/.test(at))
      .map(([at, value]) => [at.replace(/^\w+Response\.?(\w+Result\.?)?/, ''), value])
      .filter(([at]) => at !== '' && at !== 'ResponseMetadata'),
  );
}
