/** What `src/aws` and `src/github` are over the network, by plain calls: the flow's ports on the sandbox's services. */
import {
  type Identity,
  type KeyStore,
  type Log,
  type PairProver,
  type SecretStore,
  ServiceError,
} from '../src/flow/ports.ts';
import { asTrustFailure } from '../src/flow/trust.ts';
import { type Destination, nameOf } from '../src/rotation/destinations.ts';
import { awsTime, gitHubTime, type LastUse } from '../src/rotation/model.ts';
import type { Credentials, Principal } from './aws/account.ts';
import * as iam from './aws/iam.ts';
import * as sts from './aws/sts.ts';
import type { Answer, Exchange, Request } from './wire.ts';
import { AUDIENCE, TOKEN, type World } from './world.ts';

/** Sends one request. */
export type Send = <T>(request: Omit<Request, 'run'>, act: () => T) => Promise<T>;

/** A session by the job's ID token. */
export async function assumeRole(
  world: World,
  send: Send,
  roleArn: string,
): Promise<{ readonly identity: Identity; readonly credentials: Credentials }> {
  const token = await send({ service: 'oidc', operation: 'IdToken', target: AUDIENCE, mutates: false }, () =>
    world.issuer.issue(world.issuer.requestToken, AUDIENCE),
  );
  const { AssumedRoleUser, Credentials } = await send(
    { service: 'sts', operation: 'AssumeRoleWithWebIdentity', target: roleArn, mutates: false },
    () =>
      sts.assumeRoleWithWebIdentity(world.aws, world.issuer, {
        RoleArn: roleArn,
        RoleSessionName: 'RotateAwsAccessKey',
        WebIdentityToken: token,
        DurationSeconds: 900,
      }),
  ).catch((error: unknown) => {
    throw asTrustFailure(error, token, roleArn);
  });
  const { environment } = world.issuer.claims;
  return {
    identity: {
      account: world.aws.account,
      arn: AssumedRoleUser.Arn,
      ...(environment === undefined ? {} : { environment }),
    },
    credentials: {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    },
  };
}

/** Sends one request to IAM, in somebody's session. */
export type AskIam = <T>(
  operation: string,
  target: string,
  act: (by: Principal) => T,
  mutates?: 'mutates',
) => Promise<T>;

/** The calls that only read: the rotation's and the check's. */
export const keyReader = (
  world: World,
  ask: AskIam,
): Pick<KeyStore, 'listAccessKeys' | 'lastUsed' | 'listUserTags'> => ({
  listAccessKeys: (UserName) =>
    ask('ListAccessKeys', UserName, (by) =>
      iam.listAccessKeys(world.aws, by, { UserName }).AccessKeyMetadata.map((key) => ({
        id: key.AccessKeyId,
        status: key.Status,
        createdAt: key.CreateDate,
      })),
    ),
  lastUsed: (AccessKeyId) =>
    ask('GetAccessKeyLastUsed', AccessKeyId, (by) => {
      const { UserName, AccessKeyLastUsed: used } = iam.getAccessKeyLastUsed(world.aws, by, { AccessKeyId });
      const lastUse: LastUse =
        used.LastUsedDate === undefined
          ? { kind: 'never' }
          : { kind: 'used', at: awsTime(used.LastUsedDate), service: used.ServiceName, region: used.Region };
      return { userName: UserName, lastUse };
    }),
  listUserTags: (UserName) =>
    ask(
      'ListUserTags',
      UserName,
      (by) =>
        new Map(iam.listUserTags(world.aws, by, { UserName }).Tags.map(({ Key, Value }) => [Key, Value])),
    ),
});

/** @param received is told each secret that `CreateAccessKey` gives. */
export const keyStore = (world: World, ask: AskIam, received: (secret: string) => void): KeyStore => ({
  ...keyReader(world, ask),
  createAccessKey: async (UserName) => {
    const { AccessKey: key } = await ask(
      'CreateAccessKey',
      UserName,
      (by) => iam.createAccessKey(world.aws, by, { UserName }),
      'mutates',
    );
    received(key.SecretAccessKey);
    return {
      pair: { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
      createdAt: key.CreateDate,
    };
  },
  updateAccessKey: (UserName, AccessKeyId, Status) =>
    ask(
      'UpdateAccessKey',
      AccessKeyId,
      (by) => iam.updateAccessKey(world.aws, by, { UserName, AccessKeyId, Status }),
      'mutates',
    ),
  deleteAccessKey: (UserName, AccessKeyId) =>
    ask(
      'DeleteAccessKey',
      AccessKeyId,
      (by) => iam.deleteAccessKey(world.aws, by, { UserName, AccessKeyId }),
      'mutates',
    ),
  tagUser: (UserName, tags) =>
    ask(
      'TagUser',
      UserName,
      (by) =>
        iam.tagUser(world.aws, by, { UserName, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }),
      'mutates',
    ),
  untagUser: (UserName, TagKeys) =>
    ask('UntagUser', UserName, (by) => iam.untagUser(world.aws, by, { UserName, TagKeys }), 'mutates'),
});

export const prover = (world: World, send: Send): PairProver => ({
  async prove(pair) {
    try {
      const identity = await send(
        { service: 'sts', operation: 'GetCallerIdentity', target: pair.accessKeyId, mutates: false },
        () => sts.getCallerIdentity(world.aws, world.aws.authenticate(pair, 'sts')),
      );
      return { account: identity.Account, arn: identity.Arn };
    } catch (error) {
      if (error instanceof ServiceError && isRefusal(error.code)) return { refused: error.code };
      throw error;
    }
  },
});

const isRefusal = (code: string): code is 'InvalidClientTokenId' | 'SignatureDoesNotMatch' =>
  code === 'InvalidClientTokenId' || code === 'SignatureDoesNotMatch';

export const secretStore = (world: World, send: Send): SecretStore => ({
  async metadata(destination, name) {
    try {
      return await send(gitHubRequest('GET', `${nameOf(destination)} ${name}`, false), () => ({
        updatedAt: gitHubTime(Date.parse(world.github.getSecret(TOKEN, destination, name).updated_at)),
        at: world.clock.gitHub,
      }));
    } catch (error) {
      if (error instanceof ServiceError && error.status === 404)
        return { updatedAt: null, at: world.clock.gitHub };
      throw error;
    }
  },
  publicKey: (destination) =>
    send(gitHubRequest('GET public-key', nameOf(destination), false), () => {
      const { key_id, key } = world.github.publicKey(TOKEN, destination);
      return { keyId: key_id, key };
    }),
  put: (destination, name, sealed, keyId) =>
    send(gitHubRequest('PUT', `${nameOf(destination)} ${name}`, true), () => {
      world.github.putSecret(TOKEN, destination, name, {
        encrypted_value: sealed,
        key_id: keyId,
        ...audience(world, destination, name),
      });
      return { at: world.clock.gitHub, complaint: async () => null };
    }),
});

const gitHubRequest = (operation: string, target: string, mutates: boolean) =>
  ({ service: 'github', operation, target, mutates }) as const;

/** An organization's secret keeps its audience; a new one is for nobody but who is selected later. */
function audience(world: World, destination: Destination, name: string) {
  if (destination.scope !== 'organization') return {};
  const secret = world.github.domain(destination).secrets.get(name);
  const visibility = secret?.visibility ?? 'selected';
  return visibility === 'selected'
    ? { visibility, selected_repository_ids: secret?.selected ?? [] }
    : { visibility };
}

/** A log of which every line is kept. */
export const logTo = (lines: string[], masked: string[] = []): Log => ({
  mask: (secret) => masked.push(secret),
  info: (line) => lines.push(line),
  warning: (line) => lines.push(line),
  group: async (title, work) => {
    lines.push(title);
    return await work();
  },
});

/** What the clients would have made of the answer. */
export function unwrap<T>(exchange: Exchange, answer: Exclude<Answer<T>, { kind: 'killed' }>): T {
  if (answer.kind === 'done') return answer.value;
  const { service, operation } = exchange;
  if (answer.kind === 'lost')
    throw new ServiceError({ service, operation, code: 'NetworkError', status: 0, message: 'no answer' });
  const { status, message } = answer.error;
  const code = service === 'github' && status === 429 ? 'RateLimited' : answer.error.code;
  throw new ServiceError({ service, operation, code, status, message });
}
