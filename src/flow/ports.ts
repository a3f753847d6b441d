/**
 * The world outside, as small nouns passed as values. `src/aws` and `src/github` implement them for real;
 * `sandbox/` implements them in process. Every method rejects with a {@link ServiceError} and nothing else.
 */

import type { Destination } from '../rotation/destinations.ts';
import type { AccessKey, AwsTime, GitHubTime, KeyId, LastUse } from '../rotation/model.ts';

/** An access key's two halves. Exists only in memory, in AWS and inside sealed boxes. */
export interface Pair {
  readonly accessKeyId: KeyId;
  readonly secretAccessKey: string;
}

/** Before the first rotation a workflow passes two empty halves. */
export const isComplete = ({ accessKeyId, secretAccessKey }: Pair): boolean =>
  accessKeyId !== '' && secretAccessKey !== '';

/** Enough to understand, too little to flood a log: what a service says of a failure is not ours to trust. */
const LONGEST = 1_000;
const brief = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;

/**
 * A call that failed. `effect: 'none'` means that the service answered that it did nothing (any 4xx, throttling
 * included); `'unknown'` means that it may have happened all the same (5xx, a lost answer, a timeout).
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly service: 'iam' | 'sts' | 'github' | 'oidc';
  /** As the service spells it: `AccessDenied`, `NoSuchEntity`, `LimitExceeded`, …; `HTTP 404`, or `RateLimited`, for GitHub; `NetworkError` without an answer; `Unreadable` for an answer that cannot be understood. */
  readonly code: string;
  /** HTTP status, 0 without an answer. */
  readonly status: number;
  readonly effect: 'none' | 'unknown';
  readonly operation: string;
  readonly requestId: string | null;
  /** GitHub's `X-Accepted-GitHub-Permissions`, when it sent one. */
  readonly acceptedPermissions: string | null;

  constructor(fields: {
    service: ServiceError['service'];
    operation: string;
    code: string;
    status: number;
    message: string;
    /** Where the status does not tell. */
    effect?: ServiceError['effect'];
    requestId?: string | null;
    acceptedPermissions?: string | null;
    cause?: unknown;
  }) {
    super(brief(fields.message), fields.cause === undefined ? undefined : { cause: fields.cause });
    this.service = fields.service;
    this.operation = fields.operation;
    this.code = brief(fields.code, 100);
    this.status = fields.status;
    this.effect = fields.effect ?? (fields.status >= 400 && fields.status < 500 ? 'none' : 'unknown');
    this.requestId = typeof fields.requestId === 'string' ? brief(fields.requestId, 100) : null;
    this.acceptedPermissions =
      typeof fields.acceptedPermissions === 'string' ? brief(fields.acceptedPermissions, 200) : null;
  }
}

/** Who a set of credentials is, as `GetCallerIdentity` or `AssumeRoleWithWebIdentity` names them. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
  /** The environment that the job refers to, as its ID token says; absent without one. */
  readonly environment?: string;
}

/** The session in which this run acts. `open` may be called early and often; it does its work once. */
export interface Session {
  open(): Promise<Identity>;
  /** This key is about to stop working: a session that signs with it signs with `pair` from now on. */
  outlive(keyId: KeyId, pair: Pair): Promise<void>;
}

/** IAM, in the run's own session. */
export interface KeyStore {
  listAccessKeys(userName: string): Promise<AccessKey[]>;
  /** Also names the key's user, which helps when the pair itself is refused. Never rejects for a missing date. */
  lastUsed(keyId: KeyId): Promise<{ readonly userName: string | null; readonly lastUse: LastUse }>;
  /** Sent once, never repeated by any layer: a repeat after a lost answer burns the second slot. */
  createAccessKey(userName: string): Promise<{ readonly pair: Pair; readonly createdAt: AwsTime }>;
  updateAccessKey(userName: string, keyId: KeyId, status: AccessKey['status']): Promise<void>;
  deleteAccessKey(userName: string, keyId: KeyId): Promise<void>;
  listUserTags(userName: string): Promise<ReadonlyMap<string, string>>;
  tagUser(userName: string, tags: ReadonlyMap<string, string>): Promise<void>;
  untagUser(userName: string, tagKeys: readonly string[]): Promise<void>;
}

/** `GetCallerIdentity`, signed with the pair in question. `null` = AWS refuses the pair; any other failure rejects. */
export interface PairProver {
  prove(pair: Pair): Promise<Identity | Refusal>;
}

/** The only two answers that say anything about a pair; everything else is an error, not an answer. */
export interface Refusal {
  readonly refused: 'InvalidClientTokenId' | 'SignatureDoesNotMatch';
}

/** `null` = nobody was asked. */
export const isIdentity = (proof: Identity | Refusal | null): proof is Identity =>
  proof !== null && 'arn' in proof;

export interface PublicKey {
  readonly keyId: string;
  /** Base64, 32 bytes. */
  readonly key: string;
}

/** Metadata of one secret, and GitHub's own time when it said so. */
export interface SecretMetadata {
  readonly updatedAt: GitHubTime | null;
  readonly at: GitHubTime;
}

/** A secret that was written. */
export interface Written {
  /** `Date` of the answer. */
  readonly at: GitHubTime;
  /** Looks what is wrong all the same: who may read the secret now. For people. Never rejects for what a service said. */
  readonly complaint: () => Promise<string | null>;
}

/** GitHub's secrets, all scopes and apps alike. */
export interface SecretStore {
  /** `updatedAt: null` when the destination has no such secret *or* is out of reach: `publicKey` tells which. */
  metadata(destination: Destination, name: string): Promise<SecretMetadata>;
  /** Also rejects if a secret could not be replaced without taking it from who may read it (`AudienceUnreadable`). */
  publicKey(destination: Destination): Promise<PublicKey>;
  /** Creates or replaces one secret. An organization's secret keeps its audience. */
  put(destination: Destination, name: string, sealed: string, keyId: string): Promise<Written>;
}

/** libsodium's sealed box: encrypts for a public key without keeping any key of its own. Base64 in, base64 out. */
export interface Sealer {
  seal(publicKey: string, plaintext: string): Promise<string>;
}

/** AWS's time comes with AWS's answers; the runner's clock is never read. */
export interface Clock {
  /** `Date` of AWS's latest answer. Rejects nothing; throws before the first answer. */
  aws(): AwsTime;
  sleep(milliseconds: number): Promise<void>;
}

/** What the person who reads the log sees; and the one way to keep a secret out of everything printed after it. */
export interface Log {
  mask(secret: string): void;
  info(line: string): void;
  /** @param heading of docs/troubleshooting.md, where more is said about it. */
  warning(line: string, heading: string): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** The ports of a rotation. */
export interface Ports {
  readonly session: Session;
  readonly keys: KeyStore;
  readonly prover: PairProver;
  readonly secrets: SecretStore;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
}
