/**
 * One AWS account: IAM users, their keys and tags, roles, sessions. State only, and who may do what; the operations of
 * IAM and STS are in `iam.ts` and `sts.ts`. Everything is deterministic: the same calls give the same IDs and secrets.
 */
import { type AwsTime, awsTime, DAY, MINUTE, SECOND } from '../../src/rotation/model.ts';
import type { WorldClock } from '../clock.ts';
import { Refused } from '../wire.ts';
import { allows, type Statement } from './statements.ts';

export interface Key {
  readonly id: string;
  readonly secret: string;
  readonly userName: string;
  readonly createdAt: AwsTime;
  /** World milliseconds, finer than `createdAt`. */
  readonly createdExactly: number;
  /** `setup`, or the ARN that called `CreateAccessKey`. */
  readonly createdBy: string;
  status: 'Active' | 'Inactive';
  statusSince: number;
  deleted: boolean;
  /** World milliseconds. */
  deletedAt: number | null;
  used: { at: number; service: string; region: string }[];
  /** Requests signed with it while it was on its way to all of AWS; makes it flap. */
  askedWhileNew: number;
}

export interface User {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly createdAt: AwsTime;
  keys: Key[];
  /** Tag keys ignore case, so they are kept by their lower-cased form. */
  readonly tags: Map<string, { key: string; value: string }>;
  readonly allow: Statement[];
  /** What reads that lag behind still show, oldest first. */
  past: Past[];
}

/** What IAM's reads show of a user. */
export interface Shown {
  readonly keys: readonly Pick<Key, 'id' | 'status' | 'createdAt'>[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

interface Past extends Shown {
  /** World milliseconds at which a write ended it. */
  readonly until: number;
}

/** The reads that can show the past. */
export const STALE_READS = ['ListAccessKeys', 'GetAccessKeyLastUsed', 'ListUserTags'] as const;
export type StaleRead = (typeof STALE_READS)[number];

export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: {
    readonly audience: string;
    /** Globs (StringLike) on the token's `sub`. */
    readonly subjects: readonly string[];
    readonly claims?: Readonly<Record<string, string>>;
    /** Globs on the ARN of who may call `AssumeRole`; absent = nobody. */
    readonly principals?: readonly string[];
  };
  readonly allow: Statement[];
  readonly maxSessionSeconds: number;
}

export interface Principal {
  readonly arn: string;
  readonly account: string;
  readonly userId: string;
  readonly user: User | null;
  readonly allow: readonly Statement[];
}

interface SessionRecord {
  readonly secret: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly principal: Principal;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface AccountOptions {
  readonly account?: string;
  readonly partition?: string;
  /** Milliseconds until a new key works anywhere, and until it works everywhere; in between it flaps. */
  readonly propagation?: { readonly refusedFor: number; readonly flapsUntil: number };
  /** Milliseconds until `GetAccessKeyLastUsed` shows a use. AWS gives no figure; hours have been seen. */
  readonly lastUsedDelay?: number;
  /**
   * Milliseconds of the past that a read may show: IAM is eventually consistent (IAM user guide, "Troubleshoot IAM").
   * Every read lags by its own amount, from none to this, since every read may reach another server. Absent = never stale.
   */
  readonly staleness?: Partial<Record<StaleRead, number>>;
  /** Whether the credential report quotes names with commas; AWS does not say, so both must be read. */
  readonly quoteReport?: boolean;
  /**
   * The IAM user guide lists `additional_credentials_info` as a 23rd column; reports with 22 are what has been seen
   * (emulators.md, 1.2).
   */
  readonly reportColumns?: 22 | 23;
  /** How the report writes UTC: "ISO 8601" is all that the guide says. */
  readonly reportDates?: '+00:00' | 'Z';
  /**
   * Milliseconds for which one report is served: until then nothing makes another, from then on `GetCredentialReport`
   * answers `ReportExpired`. Four hours (IAM user guide, "Getting credential reports").
   */
  readonly reportLasts?: number;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export class AwsAccount {
  readonly clock: WorldClock;
  readonly account: string;
  readonly partition: string;
  propagation: { readonly refusedFor: number; readonly flapsUntil: number };
  lastUsedDelay: number;
  staleness: Partial<Record<StaleRead, number>>;
  /** Which reads are how stale: another life for each seed. */
  staleSeed = 1;
  readonly quoteReport: boolean;
  readonly reportColumns: 22 | 23;
  readonly reportDates: '+00:00' | 'Z';
  readonly reportLasts: number;
  readonly users = new Map<string, User>();
  readonly roles = new Map<string, Role>();
  /** Whether IAM has GitHub's OIDC issuer among its identity providers. */
  knowsGitHub = true;
  /** Every key there ever was, deleted ones included: what a judge and a search for leaks need. */
  readonly everIssued: Key[] = [];
  readonly sessions = new Map<string, SessionRecord>();
  root: { keyActive: boolean; keyCreatedAt: AwsTime | null } = { keyActive: false, keyCreatedAt: null };
  report: { csv: string; generatedAt: number; readyAt: number } | null = null;
  private readonly keysById = new Map<string, Key>();
  private seed = 20260105;

  constructor(clock: WorldClock, options: AccountOptions = {}) {
    this.clock = clock;
    this.account = options.account ?? '123456789012';
    this.partition = options.partition ?? 'aws';
    this.propagation = options.propagation ?? { refusedFor: 2 * SECOND, flapsUntil: 5 * SECOND };
    this.lastUsedDelay = options.lastUsedDelay ?? 20 * MINUTE;
    this.staleness = options.staleness ?? {};
    this.quoteReport = options.quoteReport ?? true;
    this.reportColumns = options.reportColumns ?? 22;
    this.reportDates = options.reportDates ?? '+00:00';
    this.reportLasts = options.reportLasts ?? 240 * MINUTE;
  }

  // Setting the stage, without a request.

  addUser(
    name: string,
    options: { path?: string; createdAt?: number; allow?: Statement[]; tags?: Record<string, string> } = {},
  ): User {
    // Names are unique whatever their case (IAM user guide, "IAM and AWS STS quotas").
    if (this.users.has(name.toLowerCase())) throw new Error(`User with name ${name} already exists.`);
    const path = options.path ?? '/';
    const user: User = {
      name,
      path,
      arn: `arn:${this.partition}:iam::${this.account}:user${path}${name}`,
      id: this.token('AIDA', 17),
      createdAt: awsTime(options.createdAt ?? this.clock.aws),
      keys: [],
      tags: new Map(
        Object.entries(options.tags ?? {}).map(([key, value]) => [key.toLowerCase(), { key, value }]),
      ),
      allow: options.allow ?? [],
      past: [],
    };
    this.users.set(name.toLowerCase(), user);
    return user;
  }

  addKey(
    userName: string,
    options: { createdAt?: number; status?: Key['status']; createdBy?: string; used?: Key['used'] } = {},
  ): Key {
    const createdExactly = options.createdAt ?? this.clock.now;
    const key: Key = {
      id: this.token('AKIA', 16),
      secret: this.secret(),
      userName,
      createdAt: awsTime(Math.floor(createdExactly / SECOND) * SECOND),
      createdExactly,
      createdBy: options.createdBy ?? 'setup',
      status: options.status ?? 'Active',
      statusSince: createdExactly,
      deleted: false,
      deletedAt: null,
      used: options.used ?? [],
      askedWhileNew: 0,
    };
    this.user(userName).keys.push(key);
    this.everIssued.push(key);
    this.keysById.set(key.id, key);
    return key;
  }

  addRole(
    name: string,
    options: { trust: Role['trust']; allow: Statement[]; maxSessionSeconds?: number },
  ): Role {
    const role: Role = {
      name,
      arn: `arn:${this.partition}:iam::${this.account}:role/${name}`,
      trust: options.trust,
      allow: options.allow,
      maxSessionSeconds: options.maxSessionSeconds ?? 3600,
    };
    this.roles.set(role.arn, role);
    return role;
  }

  /** The user, or AWS's NoSuchEntity (text recorded from real AWS). */
  user(name: string): User {
    const user = this.users.get(name.toLowerCase());
    if (user === undefined)
      throw new Refused(404, 'NoSuchEntity', `The user with name ${name} cannot be found.`);
    return user;
  }

  key(id: string): Key | undefined {
    return this.keysById.get(id);
  }

  drop(key: Key): void {
    const user = this.user(key.userName);
    user.keys = user.keys.filter((other) => other !== key);
    key.deleted = true;
    key.deletedAt = this.clock.now;
    this.keysById.delete(key.id);
  }

  openSession(principal: Principal, seconds: number): Credentials & { readonly expiresAt: number } {
    const accessKeyId = this.token('ASIA', 16);
    const record: SessionRecord = {
      secret: this.secret(),
      token: `FwoGZXIvYXdzE${this.characters(BASE64, 60)}`,
      expiresAt: this.clock.now + seconds * SECOND,
      principal,
    };
    this.sessions.set(accessKeyId, record);
    return {
      accessKeyId,
      secretAccessKey: record.secret,
      sessionToken: record.token,
      expiresAt: record.expiresAt,
    };
  }

  // Who is asking?

  /**
   * The secret and the principal behind an access key ID, before the signature is looked at. Refuses what AWS does not
   * know, what is Inactive, what has expired, a session token that is not the session's (a user's key has none), and a
   * key that has not reached all of AWS yet.
   */
  credential(
    accessKeyId: string,
    sessionToken?: string,
  ): { secret: string; principal: Principal; key: Key | null } {
    const session = this.sessions.get(accessKeyId);
    if (session !== undefined) {
      if (session.token !== sessionToken) throw unknownToken();
      if (this.clock.now >= session.expiresAt)
        throw new Refused(403, 'ExpiredToken', 'The security token included in the request is expired');
      return { secret: session.secret, principal: session.principal, key: null };
    }
    const key = this.keysById.get(accessKeyId);
    if (key === undefined || sessionToken !== undefined) throw unknownToken();
    if (key.status === 'Inactive' || !this.hasArrived(key)) throw unknownToken();
    return { secret: key.secret, principal: this.userPrincipal(this.user(key.userName)), key };
  }

  /** In-process authentication: what the signature would have proved. */
  authenticate(credentials: Credentials, service: string, region = 'us-east-1'): Principal {
    const { secret, principal, key } = this.credential(credentials.accessKeyId, credentials.sessionToken);
    if (secret !== credentials.secretAccessKey) throw wrongSignature();
    if (key !== null) this.noteUse(key, service, region);
    return principal;
  }

  userPrincipal(user: User): Principal {
    return { arn: user.arn, account: this.account, userId: user.id, user, allow: user.allow };
  }

  /** IAM is eventually consistent: a key that one server knows, another does not know yet. */
  private hasArrived(key: Key): boolean {
    const age = this.clock.now - key.createdExactly;
    if (age >= this.propagation.flapsUntil) return true;
    key.askedWhileNew++;
    return age >= this.propagation.refusedFor && key.askedWhileNew % 2 === 0;
  }

  /** Does AWS accept this key everywhere by now? */
  isSettled(key: Key): boolean {
    return (
      !key.deleted &&
      key.status === 'Active' &&
      this.clock.now - key.createdExactly >= this.propagation.flapsUntil
    );
  }

  /** Uses within 15 minutes are recorded once (IAM user guide, credential report). */
  noteUse(key: Key, service: string, region: string): void {
    const last = key.used.at(-1);
    if (last !== undefined && this.clock.now - last.at < 15 * MINUTE && last.service === service) return;
    key.used.push({ at: this.clock.aws, service, region });
  }

  /** The latest use that AWS shows by now, or by the instant that a read shows. */
  shownUse(key: Key, at = this.clock.now): Key['used'][number] | null {
    const shown = key.used.filter((use) => use.at + this.lastUsedDelay <= at);
    return shown.at(-1) ?? null;
  }

  // Reads that lag behind.

  /** To be called before a write changes what reads show of a user. */
  beforeWrite(user: User): void {
    const longest = Math.max(0, ...Object.values(this.staleness));
    if (longest === 0) return;
    const { now } = this.clock;
    const shown: Shown = {
      keys: user.keys.map(({ id, status, createdAt }) => ({ id, status, createdAt })),
      tags: [...user.tags.values()],
    };
    user.past = [...user.past.filter(({ until }) => until > now - longest), { ...shown, until: now }];
  }

  /** What one read shows of a user. */
  shown(read: StaleRead, user: User): Shown {
    const at = this.instantOf(read);
    return user.past.find(({ until }) => until > at) ?? { keys: user.keys, tags: [...user.tags.values()] };
  }

  /** The key as one read shows it: one that is too new is not known yet, one that was just deleted still is. */
  shownKey(read: StaleRead, id: string): { readonly key: Key; readonly at: number } | null {
    const at = this.instantOf(read);
    const key =
      at === this.clock.now
        ? this.keysById.get(id)
        : this.everIssued.find(
            (issued) =>
              issued.id === id &&
              issued.createdExactly <= at &&
              (issued.deletedAt === null || issued.deletedAt > at),
          );
    return key === undefined ? null : { key, at };
  }

  private instantOf(read: StaleRead): number {
    const most = this.staleness[read] ?? 0;
    if (most === 0) return this.clock.now;
    this.staleSeed = (this.staleSeed + 0x6d2b79f5) | 0;
    return this.clock.now - (scrambled(this.staleSeed) % (most + 1));
  }

  /** Refuses what no statement allows, in AWS's words. */
  authorize(
    principal: Principal,
    action: string,
    userName: string | null,
    tagKeys: readonly string[] = [],
  ): void {
    const resource =
      userName === null
        ? '*'
        : (this.users.get(userName.toLowerCase())?.arn ??
          `arn:${this.partition}:iam::${this.account}:user/${userName}`);
    if (!principal.allow.some((statement) => allows(statement, action, userName, tagKeys)))
      throw new Refused(
        403,
        'AccessDenied',
        `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} because no ` +
          `identity-based policy allows the ${action} action`,
      );
  }

  // Deterministic identifiers.

  private token(prefix: string, length: number): string {
    return prefix + this.characters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length);
  }

  /** 40 characters of base64 with `/` and `+` in it, as AWS's are: what careless encoding breaks on. */
  private secret(): string {
    return `${this.characters(BASE64, 36)}/a+Z`;
  }

  /** Looks random, and is the same in every world that went the same way. */
  private characters(alphabet: string, length: number): string {
    let text = '';
    for (let at = 0; at < length; at++) {
      this.seed = (this.seed + 0x6d2b79f5) | 0;
      text += alphabet[scrambled(this.seed) % alphabet.length];
    }
    return text;
  }

  /** An age in days as an instant, for setting the stage. */
  daysAgo(days: number): number {
    return this.clock.now - days * DAY;
  }
}

/** A seed's 32 random-looking bits (mulberry32). */
function scrambled(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

const unknownToken = (): Refused =>
  new Refused(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');

export const wrongSignature = (): Refused =>
  new Refused(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
      'and signing method. Consult the service documentation for details.',
  );
