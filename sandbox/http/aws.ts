/** IAM and STS over HTTP: the query protocol (form in, XML out), every request signed but the web identity one. */

import type { Principal } from '../aws/account.ts';
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
  if (value === null)
    throw new Refused(
      400,
      'ValidationError',
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
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

/** `Tags.member.1.Key=…` and so on. */
function members(form: Form, prefix: string): string[][] {
  const found: string[][] = [];
  for (const [name, value] of form) {
    const [, index, field] = new RegExp(`^${prefix}\\.member\\.(\\d+)(?:\\.(\\w+))?$`).exec(name) ?? [];
    if (index === undefined) continue;
    const at = Number(index) - 1;
    found[at] ??= [];
    if (field === undefined || field === 'Key') found[at][0] = value;
    else found[at][1] = value;
  }
  return found;
}

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
      iam.tagUser(world.aws, by, {
        UserName: text(form, 'UserName'),
        Tags: members(form, 'Tags').map(([Key = '', Value = '']) => ({ Key, Value })),
      }),
  },
  UntagUser: {
    service: 'iam',
    mutates: true,
    target: userName,
    act: (world, by, form) =>
      iam.untagUser(world.aws, by, {
        UserName: text(form, 'UserName'),
        TagKeys: members(form, 'TagKeys').map(([Key = '']) => Key),
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
    const form = new URLSearchParams(
      incoming.method === 'GET' ? (incoming.path.split('?')[1] ?? '') : incoming.body,
    );
    const action = form.get('Action') ?? '';
    const operation = operations[action];
    const unsigned = action === 'AssumeRoleWithWebIdentity';
    return handled({
      request: {
        service: unsigned ? 'sts' : (operation?.service ?? 'iam'),
        operation: action,
        target: unsigned ? (form.get('RoleArn') ?? '') : (operation?.target(form) ?? ''),
        mutates: operation?.mutates ?? false,
      },
      act: () => {
        if (unsigned) return assumeWithWebIdentity(world, form);
        if (operation === undefined)
          throw new Refused(
            400,
            'InvalidAction',
            `Could not find operation ${action} for version ${form.get('Version')}`,
          );
        return operation.act(world, authenticate(world, incoming, operation.service), form);
      },
      reply: (answer) =>
        answer.kind === 'done'
          ? success(world, action, operation?.service ?? 'sts', answer.value)
          : failure(world, answer.error),
    });
  };
}

function authenticate(world: World, incoming: Incoming, service: 'iam' | 'sts'): Principal {
  const signed = readAuthorization(incoming, world.clock.now);
  const { secret, principal, key } = world.aws.credential(signed.accessKeyId, signed.sessionToken);
  signed.verify(secret);
  if (signed.service !== service)
    throw new Refused(
      403,
      'SignatureDoesNotMatch',
      `Credential should be scoped to correct service: '${service}'.`,
    );
  if (key !== null) world.aws.noteUse(key, service, signed.region);
  return principal;
}

const NAMESPACES = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

let requests = 0;
const requestId = (): string => `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`;

function success(world: World, action: string, service: 'iam' | 'sts', value: unknown): Reply {
  const id = requestId();
  const result = value === undefined ? '' : `<${action}Result>${fields(value as object)}</${action}Result>`;
  return xml(
    world,
    200,
    id,
    `<${action}Response xmlns="${NAMESPACES[service]}">${result}<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></${action}Response>`,
  );
}

function failure(world: World, error: Refused): Reply {
  const id = requestId();
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  return xml(
    world,
    error.status,
    id,
    `<ErrorResponse xmlns="${NAMESPACES.iam}"><Error><Type>${type}</Type><Code>${escaped(error.code)}</Code>` +
      `<Message>${escaped(error.message)}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
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
