/** The in-process transport: a run's ports that reach the world by plain calls through the wire. */

import { type Identity, type KeyStore, type Ports, ServiceError } from '../src/flow/ports.ts';
import { asTrustFailure } from '../src/flow/trust.ts';
import { type Destination, nameOf } from '../src/rotation/destinations.ts';
import { type AwsTime, awsTime, gitHubTime, type LastUse } from '../src/rotation/model.ts';
import type { Credentials, Principal } from './aws/account.ts';
import * as iam from './aws/iam.ts';
import * as sts from './aws/sts.ts';
import { toySeal } from './github/boxes.ts';
import type { Answer, Exchange, Request, Service } from './wire.ts';
import { AUDIENCE, TOKEN, type World } from './world.ts';

/** One simulated process: its ports, what it printed, and the moment at which it was killed, if it was. */
export interface Process {
  readonly ports: Ports;
  readonly printed: string[];
  readonly masked: string[];
  /** Secrets that `CreateAccessKey` gave to this process. */
  readonly received: string[];
  /** Resolves when a fault kills the process; nothing it awaits ever comes back after that. */
  readonly killed: Promise<void>;
}

export interface ProcessOptions {
  readonly name: string;
  readonly roleArn: string;
  /** Called at each request before it is sent; lets two processes be interleaved. */
  readonly yieldTo?: () => Promise<void>;
  readonly seal?: (publicKey: string, text: string) => string | Promise<string>;
}

/**
 * How long every request takes, in turns of the microtask queue: more than what lies between an answer and the request
 * that it sets in motion, so that a promise more or less in the caller is not taken for a round trip.
 */
const LATENCY = 12;

export function startProcess(world: World, options: ProcessOptions): Process {
  const printed: string[] = [];
  const masked: string[] = [];
  const received: string[] = [];
  let kill: () => void = () => {};
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  let awsNow: AwsTime | null = null;
  let session: { credentials: Credentials; principal: Principal } | null = null;

  /** Sends one request. A killed process never hears of anything again. */
  async function send<T>(request: Omit<Request, 'run'>, act: () => T): Promise<T> {
    await options.yieldTo?.();
    const exchange = world.wire.open({ ...request, run: options.name });
    // Whatever is sent before the answer comes is under way at the same time.
    for (let turn = 0; turn < LATENCY; turn++) await null;
    const answer = world.wire.perform(exchange, act);
    // The ID token's answer carries GitHub's time.
    const fromAws = request.service === 'iam' || request.service === 'sts';
    if (fromAws && answer.kind !== 'killed' && answer.kind !== 'lost')
      awsNow = awsTime(Math.max(awsNow ?? 0, world.clock.aws));
    await Promise.resolve();
    world.wire.close(exchange);
    if (answer.kind === 'killed') {
      kill();
      return await new Promise<never>(() => {});
    }
    return unwrap(exchange, answer);
  }

  const asUser = <T>(
    operation: string,
    target: string,
    mutates: boolean,
    act: (by: Principal) => T,
  ): Promise<T> =>
    send({ service: 'iam', operation, target, mutates }, () => {
      if (session === null) throw new Error('The session was not opened.');
      return act(world.aws.authenticate(session.credentials, 'iam'));
    });

  const keys: KeyStore = {
    listAccessKeys: async (UserName) =>
      (
        await asUser('ListAccessKeys', UserName, false, (by) =>
          iam.listAccessKeys(world.aws, by, { UserName }),
        )
      ).AccessKeyMetadata.map((key) => ({
        id: key.AccessKeyId,
        status: key.Status,
        createdAt: key.CreateDate,
      })),
    lastUsed: async (AccessKeyId) => {
      const answer = await asUser('GetAccessKeyLastUsed', AccessKeyId, false, (by) =>
        iam.getAccessKeyLastUsed(world.aws, by, { AccessKeyId }),
      );
      const used = answer.AccessKeyLastUsed;
      const lastUse: LastUse =
        used.LastUsedDate === undefined
          ? { kind: 'never' }
          : { kind: 'used', at: awsTime(used.LastUsedDate), service: used.ServiceName, region: used.Region };
      return { userName: answer.UserName, lastUse };
    },
    createAccessKey: async (UserName) => {
      const { AccessKey: key } = await asUser('CreateAccessKey', UserName, true, (by) =>
        iam.createAccessKey(world.aws, by, { UserName }),
      );
      received.push(key.SecretAccessKey);
      return {
        pair: { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
        createdAt: key.CreateDate,
      };
    },
    updateAccessKey: (UserName, AccessKeyId, Status) =>
      asUser('UpdateAccessKey', AccessKeyId, true, (by) =>
        iam.updateAccessKey(world.aws, by, { UserName, AccessKeyId, Status }),
      ),
    deleteAccessKey: (UserName, AccessKeyId) =>
      asUser('DeleteAccessKey', AccessKeyId, true, (by) =>
        iam.deleteAccessKey(world.aws, by, { UserName, AccessKeyId }),
      ),
    listUserTags: async (UserName) =>
      new Map(
        (
          await asUser('ListUserTags', UserName, false, (by) => iam.listUserTags(world.aws, by, { UserName }))
        ).Tags.map((tag) => [tag.Key, tag.Value]),
      ),
    tagUser: (UserName, tags) =>
      asUser('TagUser', UserName, true, (by) =>
        iam.tagUser(world.aws, by, { UserName, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }),
      ),
    untagUser: (UserName, TagKeys) =>
      asUser('UntagUser', UserName, true, (by) => iam.untagUser(world.aws, by, { UserName, TagKeys })),
  };

  let opened: Promise<Identity> | null = null;
  const open = async () => {
    const token = await send(
      { service: 'oidc', operation: 'IdToken', target: AUDIENCE, mutates: false },
      () => world.issuer.issue(world.issuer.requestToken, AUDIENCE),
    );
    const assumed = await send(
      { service: 'sts', operation: 'AssumeRoleWithWebIdentity', target: options.roleArn, mutates: false },
      () =>
        sts.assumeRoleWithWebIdentity(world.aws, world.issuer, {
          RoleArn: options.roleArn,
          RoleSessionName: 'RotateAwsAccessKey',
          WebIdentityToken: token,
          DurationSeconds: 900,
        }),
    ).catch((error: unknown) => {
      throw asTrustFailure(error, token, options.roleArn);
    });
    const { AccessKeyId, SecretAccessKey, SessionToken } = assumed.Credentials;
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    session = { credentials, principal: world.aws.credential(AccessKeyId, SessionToken).principal };
    const { environment } = world.issuer.claims;
    return {
      account: world.aws.account,
      arn: assumed.AssumedRoleUser.Arn,
      ...(environment === undefined ? {} : { environment }),
    };
  };

  const ports: Ports = {
    session: {
      open: () => {
        opened ??= open();
        return opened;
      },
      outlive: async () => {},
    },
    keys,
    prover: {
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
    },
    secrets: {
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
          return { at: world.clock.gitHub, complaint: null };
        }),
    },
    sealer: { seal: async (publicKey, text) => await (options.seal ?? toySeal)(publicKey, text) },
    clock: {
      aws: () => {
        if (awsNow === null) throw new Error('AWS has not answered yet.');
        return awsNow;
      },
      sleep: async (milliseconds) => {
        world.clock.advance(milliseconds);
      },
    },
    log: {
      mask: (secret) => masked.push(secret),
      info: (line) => printed.push(line),
      warning: (line) => printed.push(line),
      group: async (title, work) => {
        printed.push(title);
        return await work();
      },
    },
  };
  return { ports, printed, masked, received, killed };
}

/** An organization's secret keeps its audience; a new one is for nobody but who is selected later. */
function audience(world: World, destination: Destination, name: string) {
  if (destination.scope !== 'organization') return {};
  const secret = world.github.domain(destination).secrets.get(name);
  const visibility = secret?.visibility ?? 'selected';
  return visibility === 'selected'
    ? { visibility, selected_repository_ids: secret?.selected ?? [] }
    : { visibility };
}

const gitHubRequest = (operation: string, target: string, mutates: boolean) => ({
  service: 'github' as Service,
  operation,
  target,
  mutates,
});

const isRefusal = (code: string): code is 'InvalidClientTokenId' | 'SignatureDoesNotMatch' =>
  code === 'InvalidClientTokenId' || code === 'SignatureDoesNotMatch';

/** What the adapters would have made of the answer. */
function unwrap<T>(exchange: Exchange, answer: Exclude<Answer<T>, { kind: 'killed' }>): T {
  if (answer.kind === 'done') return answer.value;
  const { service, operation } = exchange;
  if (answer.kind === 'lost')
    throw new ServiceError({ service, operation, code: 'NetworkError', status: 0, message: 'no answer' });
  const { status, message } = answer.error;
  const code = service === 'github' && status === 429 ? 'RateLimited' : answer.error.code;
  throw new ServiceError({ service, operation, code, status, message });
}
