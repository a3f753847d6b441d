/** IAM and STS over HTTP: the query protocol (form in, XML out), every request signed but the web identity one. */

import type { Principal } from '../aws/account.ts';
import { missing } from '../aws/constraints.ts';
import * as iam from '../aws/iam.ts';

import * as sts from '../aws/sts.ts';
import { Refused } from '../wire.ts';
import type { World } from '../world.ts';
import { type Handler, handled, httpDate, type Incoming, type Reply } from './server.ts';
import { readAuthorization } from './sigv4.ts';

type Form = URLSearchParams;

interface Operation {
  readonly service: 'iam' | 'sts';
  readonly mutates: boolean;
  readonly target: (form: Form) => string;
  readonly act: (world: World, by: Principal, form: Form) => unknown;
}

const text = (form: Form, name: string): string => {
  const value = form.get(name);
  if (value === null) throw missing(`${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return value;
};
const optional = (form: Form, name: string): string | undefined => form.get(name) ?? undefined;
const number = (form: Form, name: string): number | undefined => {
  const value = form.get(name);
  return value === null ? undefined : Number(value);
};
const paging = (form: Form) => ({ MaxItems: number(form, 'MaxItems'), Marker: optional(form, 'Marker') });
const userName = (form: Form): string => form.get('UserName') ?? '';
const keyId = (form: Form): string => form.get('AccessKeyId') ?? '';

/**
 * `Tags.member.1.Key=…` and so on: the fields of each member, in the order of their numbers, whatever these are. A list
 * of plain values has them under the empty name.
 */
function members(form: Form, list: string): ReadonlyMap<string, string>[] {
  const found = new Map<number, Map<string, string>>();
  for (const [name, value] of form) {
    const [head, word, index = '', field = ''] = name.split('.');
    if (head !== list || word !== 'member' || !/^\d+$/.test(index)) continue;
    const fields = found.get(Number(index)) ?? new Map<string, string>();
    found.set(Number(index), fields.set(field, value));
  }
  return [...found].sort(([a], [b]) => a - b).map(([, fields]) => fields);
}

const tags = (form: Form): iam.Tag[] =>
  members(form, 'Tags').map((fields, index) => {
    const [Key, Value] = [fields.get('Key'), fields.get('Value')];
    if (Key === undefined) throw missing(`tags.${index + 1}.member.key`);
    if (Value === undefined) throw missing(`tags.${index + 1}.member.value`);
    return { Key, Value };
  });

const operations: Readonly<Record<string, Operation>> = {
  ListAccessKeys: {
    service: 'iam',
    mutates: false,
    target: userName,
    act: (world, by, form) =>
      iam.listAccessKeys(world.aws, by, { UserName: optional(form, 'UserName'), ...paging(form) }),
  },
  GetAccessKeyLastUsed: {
    service: 'iam',
    mutates: false,
    target: keyId,
    act: (world, by, form) =>
      iam.getAccessKeyLastUsed(world.aws, by, { AccessKeyId: text(form, 'AccessKeyId') }),
  },
  CreateAccessKey: {
    service: 'iam',
    mutates: true,
    target: userName,
    act: (world, by, form) => iam.createAccessKey(world.aws, by, { UserName: optional(form, 'UserName') }),
  },
  UpdateAccessKey: {
    service: 'iam',
    mutates: true,
    target: keyId,
    act: (world, by, form) =>
      iam.updateAccessKey(world.aws, by, {
        UserName: optional(form, 'UserName'),
        AccessKeyId: text(form, 'AccessKeyId'),
        Status: text(form, 'Status'),
      }),
  },
  DeleteAccessKey: {
    service: 'iam',
    mutates: true,
    target: keyId,
    act: (world, by, form) =>
      iam.deleteAccessKey(world.aws, by, {
        UserName: optional(form, 'UserName'),
        AccessKeyId: text(form, 'AccessKeyId'),
      }),
  },
  ListUserTags: {
    service: 'iam',
    mutates: false,
    target: userName,
    act: (world, by, form) =>
      iam.listUserTags(world.aws, by, { UserName: text(form, 'UserName'), ...paging(form) }),
  },
  TagUser: {
    service: 'iam',
    mutates: true,
    target: userName,
    act: (world, by, form) =>
      iam.tagUser(world.aws, by, { UserName: text(form, 'UserName'), Tags: tags(form) }),
  },
  UntagUser: {
    service: 'iam',
    mutates: true,
    target: userName,
    act: (world, by, form) =>
      iam.untagUser(world.aws, by, {
        UserName: text(form, 'UserName'),
        TagKeys: members(form, 'TagKeys').map((fields) => fields.get('') ?? ''),
      }),
  },
  GetUser: {
    service: 'iam',
    mutates: false,
    target: userName,
    act: (world, by, form) => iam.getUser(world.aws, by, { UserName: optional(form, 'UserName') }),
  },
  ListUsers: {
    service: 'iam',
    mutates: false,
    target: () => '',
    act: (world, by, form) =>
      iam.listUsers(world.aws, by, { PathPrefix: optional(form, 'PathPrefix'), ...paging(form) }),
  },
  GetAccountSummary: {
    service: 'iam',
    mutates: false,
    target: () => '',
    act: (world, by) => iam.getAccountSummary(world.aws, by),
  },
  GenerateCredentialReport: {
    service: 'iam',
    mutates: false,
    target: () => '',
    act: (world, by) => iam.generateCredentialReport(world.aws, by),
  },
  GetCredentialReport: {
    service: 'iam',
    mutates: false,
    target: () => '',
    act: (world, by) => iam.getCredentialReport(world.aws, by),
  },
  GetCallerIdentity: {
    service: 'sts',
    mutates: false,
    target: () => '',
    act: (world, by) => sts.getCallerIdentity(world.aws, by),
  },
  AssumeRole: {
    service: 'sts',
    mutates: false,
    target: (form) => form.get('RoleArn') ?? '',
    act: (world, by, form) =>
      sts.assumeRole(world.aws, by, {
        RoleArn: text(form, 'RoleArn'),
        RoleSessionName: text(form, 'RoleSessionName'),
        DurationSeconds: number(form, 'DurationSeconds'),
      }),
  },
};

const assumeWithWebIdentity = (world: World, form: Form): unknown =>
  sts.assumeRoleWithWebIdentity(world.aws, world.issuer, {
    RoleArn: text(form, 'RoleArn'),
    RoleSessionName: text(form, 'RoleSessionName'),
    WebIdentityToken: text(form, 'WebIdentityToken'),
    DurationSeconds: number(form, 'DurationSeconds'),
  });

export function awsHandler(world: World): Handler {
  return (incoming) => {
    const form = new URLSearchParams(incoming.method === 'GET' ? incoming.query : incoming.body);
    const action = form.get('Action') ?? '';
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
    const unsigned = action === 'AssumeRoleWithWebIdentity';
    const service = unsigned ? 'sts' : (operation?.service ?? 'iam');
    return handled({
      request: {
        service,
        operation: action,
        target: unsigned ? (form.get('RoleArn') ?? '') : (operation?.target(form) ?? ''),
        mutates: operation?.mutates ?? false,
      },
      act: () => {
        const version = form.get('Version') ?? 'NO_VERSION_SPECIFIED';
        if ((operation === undefined && !unsigned) || version !== VERSIONS[service])
          throw new Refused(
            400,
            'InvalidAction',
            `Could not find operation ${action} for version ${version}`,
          );
        if (operation === undefined) return assumeWithWebIdentity(world, form);
        return operation.act(world, authenticate(world, incoming, operation.service), form);
      },
      reply: (answer) =>
        answer.kind === 'done'
          ? success(world, action, service, answer.value)
          : failure(world, service, answer.error),
    });
  };
}

/** Regions by partition, as AWS's SDKs tell them apart (the `regionRegex` of botocore's partitions.json). */
const REGIONS: Readonly<Record<string, RegExp>> = {
  aws: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  'aws-us-gov': /^us-gov-\w+-\d+$/,
  'aws-cn': /^cn-\w+-\d+$/,
};

/** As AWS does: first what the request says of itself, then whether its key is known, then the signature. */
function authenticate(world: World, incoming: Incoming, service: 'iam' | 'sts'): Principal {
  const signed = readAuthorization(incoming, world.clock.now);
  const misplaced = (text: string): Refused => new Refused(403, 'SignatureDoesNotMatch', text);
  if (REGIONS[world.aws.partition]?.test(signed.region) !== true)
    throw misplaced('Credential should be scoped to a valid region.');
  if (signed.service !== service)
    throw misplaced(`Credential should be scoped to correct service: '${service}'.`);
  const { secret, principal, key } = world.aws.credential(signed.accessKeyId, signed.sessionToken);
  signed.verify(secret);
  if (key !== null) world.aws.noteUse(key, service, signed.region);
  return principal;
}

const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15' } as const;
const namespace = (service: 'iam' | 'sts'): string =>
  `https://${service}.amazonaws.com/doc/${VERSIONS[service]}/`;

let requests = 0;
const requestId = (): string => `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`;

function success(world: World, action: string, service: 'iam' | 'sts', value: unknown): Reply {
  const id = requestId();
  const result = value === undefined ? '' : `<${action}Result>${fields(value as object)}</${action}Result>`;
  return xml(
    world,
    200,
    id,
    `<${action}Response xmlns="${namespace(service)}">${result}<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></${action}Response>`,
  );
}

function failure(world: World, service: 'iam' | 'sts', error: Refused): Reply {
  const id = requestId();
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  return xml(
    world,
    error.status,
    id,
    `<ErrorResponse xmlns="${namespace(service)}"><Error><Type>${type}</Type><Code>${escaped(error.code)}</Code>` +
      `${error.message === '' ? '' : `<Message>${escaped(error.message)}</Message>`}</Error><RequestId>${id}</RequestId></ErrorResponse>`,
  );
}

const xml = (world: World, status: number, id: string, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id, date: httpDate(world.clock.aws) },
  body,
});

/** Lists have `member` elements; the summary map has `entry` elements; numbers that are instants become ISO 8601. */
function fields(value: object): string {
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `<${name}>${content(name, field)}</${name}>`)
    .join('');
}

const INSTANTS = /Date$|Time$|^Expiration$/;

function content(name: string, field: unknown): string {
  if (Array.isArray(field)) return field.map((item) => `<member>${content('', item)}</member>`).join('');
  if (name === 'SummaryMap')
    return Object.entries(field as object)
      .map(([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`)
      .join('');
  if (typeof field === 'number' && INSTANTS.test(name))
    return `${new Date(field).toISOString().slice(0, 19)}Z`;
  if (typeof field === 'object' && field !== null) return fields(field);
  return escaped(String(field));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string =>
  // XML 1.0 has no way to write most control characters; AWS never sends them either.
  value.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '').replace(/(?![\t\n\r])\p{Cc}/gu, '');
