/**
 * GitHub's secrets of all scopes: state, rights, rules. Every sealed box is opened with the private key that belongs to
 * the public one GitHub hands out, so what a judge reads is what a job would get.
 */
import type { Destination } from '../../src/rotation/destinations.ts';
import { nameOf } from '../../src/rotation/destinations.ts';
import { type GitHubTime, MINUTE, SECOND } from '../../src/rotation/model.ts';
import type { WorldClock } from '../clock.ts';
import { Refused } from '../wire.ts';
import type { BoxOpener } from './boxes.ts';

export type Visibility = 'all' | 'private' | 'selected';

export interface Secret {
  value: string;
  readonly createdAt: GitHubTime;
  updatedAt: GitHubTime;
  visibility?: Visibility;
  selected?: number[];
}

/** All secrets of one app in one place, under one key pair. */
export interface Domain {
  readonly destination: Destination;
  readonly secrets: Map<string, Secret>;
  /** Counts key rotations; part of the key's ID. */
  generation: number;
}

export interface Repository {
  readonly id: number;
  readonly name: string;
  readonly visibility: 'public' | 'private';
}

/** GitHub App permission names, as `X-Accepted-GitHub-Permissions` spells them. */
export type Permission =
  | 'secrets'
  | 'environments'
  | 'organization_secrets'
  | 'dependabot_secrets'
  | 'organization_dependabot_secrets'
  | 'codespaces_secrets'
  | 'organization_codespaces_secrets';

export interface Token {
  readonly kind: 'app' | 'fine-grained' | 'classic';
  readonly permissions: Readonly<Partial<Record<Permission, 'read' | 'write'>>>;
  /** `OWNER/REPO`, lower case; absent = every repository. */
  readonly repositories?: readonly string[];
}

/** Everything a token may have, for scenarios in which rights are not the point. */
export const ALL_PERMISSIONS: Token['permissions'] = {
  secrets: 'write',
  environments: 'write',
  organization_secrets: 'write',
  dependabot_secrets: 'write',
  organization_dependabot_secrets: 'write',
  codespaces_secrets: 'write',
  organization_codespaces_secrets: 'write',
};

export interface PutSecret {
  readonly encrypted_value: string;
  readonly key_id: string;
  readonly visibility?: Visibility;
  readonly selected_repository_ids?: readonly number[];
}

export class GitHubSide {
  readonly clock: WorldClock;
  readonly boxes: BoxOpener;
  readonly tokens = new Map<string, Token>();
  readonly repositories = new Map<string, Repository>();
  readonly organizations = new Set<string>();
  readonly domains = new Map<string, Domain>();
  enforceRateLimits = false;
  /** Requests that a rate limit refused. */
  refusals = 0;
  private recent: { at: number; points: number; creates: boolean }[] = [];

  constructor(clock: WorldClock, boxes: BoxOpener) {
    this.clock = clock;
    this.boxes = boxes;
  }

  // Setting the stage, without a request.

  addToken(value: string, token: Token): void {
    this.tokens.set(value, token);
  }

  /** A repository with its Actions, Dependabot and Codespaces secrets. */
  addRepository(fullName: string, visibility: Repository['visibility'] = 'private'): Repository {
    const [owner = '', repo = ''] = fullName.split('/');
    const repository = { id: 1000 + this.repositories.size, name: fullName, visibility };
    this.repositories.set(fullName.toLowerCase(), repository);
    for (const app of ['actions', 'dependabot', 'codespaces'] as const)
      this.addDomain({ scope: 'repository', app, owner, repo });
    return repository;
  }

  addEnvironment(fullName: string, environment: string): void {
    const [owner = '', repo = ''] = fullName.split('/');
    this.addDomain({ scope: 'environment', app: 'actions', owner, repo, environment });
  }

  addOrganization(org: string): void {
    this.organizations.add(org.toLowerCase());
    for (const app of ['actions', 'dependabot', 'codespaces'] as const)
      this.addDomain({ scope: 'organization', app, org });
  }

  setSecret(
    destination: Destination,
    name: string,
    value: string,
    options: { at?: GitHubTime; visibility?: Visibility; selected?: number[] } = {},
  ): void {
    const at = options.at ?? this.clock.gitHub;
    this.domain(destination).secrets.set(name.toUpperCase(), {
      value,
      createdAt: at,
      updatedAt: at,
      ...(options.visibility === undefined ? {} : { visibility: options.visibility }),
      ...(options.selected === undefined ? {} : { selected: options.selected }),
    });
  }

  read(destination: Destination, name: string): string | null {
    return this.domain(destination).secrets.get(name.toUpperCase())?.value ?? null;
  }

  /** GitHub replaces a place's key pair now and then: boxes sealed for the old one are refused from then on. */
  rotateKey(destination: Destination): void {
    this.domain(destination).generation++;
  }

  domain(destination: Destination): Domain {
    const domain = this.domains.get(nameOf(destination).toLowerCase());
    if (domain === undefined) throw notFound();
    return domain;
  }

  private addDomain(destination: Destination): void {
    this.domains.set(nameOf(destination).toLowerCase(), { destination, secrets: new Map(), generation: 1 });
  }

  // The API.

  publicKey(token: string, destination: Destination) {
    const domain = this.enter(token, destination, 'read');
    return { key_id: keyId(domain), key: this.boxes.publicKey(keyId(domain)) };
  }

  getSecret(token: string, destination: Destination, name: string) {
    const domain = this.enter(token, destination, 'read');
    const secret = domain.secrets.get(name.toUpperCase());
    if (secret === undefined) throw notFound();
    return describe(domain, name.toUpperCase(), secret);
  }

  listSecrets(token: string, destination: Destination, page = 1, perPage = 30) {
    const domain = this.enter(token, destination, 'read');
    const all = [...domain.secrets].map(([name, secret]) => describe(domain, name, secret));
    return { total_count: all.length, secrets: pageOf(all, page, perPage) };
  }

  /** 201 when it is new, 204 when it was there. */
  putSecret(token: string, destination: Destination, name: string, body: PutSecret): 201 | 204 {
    const domain = this.enter(token, destination, 'write');
    checkName(name);
    const value = this.openBox(domain, body);
    const key = name.toUpperCase();
    const before = domain.secrets.get(key);
    const limit = destination.scope === 'organization' ? 1000 : 100;
    if (before === undefined && domain.secrets.size >= limit)
      throw unprocessable(`Maximum number of secrets (${limit}) reached.`);
    const secret: Secret = {
      value,
      createdAt: before?.createdAt ?? this.clock.gitHub,
      updatedAt: this.clock.gitHub,
    };
    if (destination.scope === 'organization') {
      if (body.visibility === undefined || !['all', 'private', 'selected'].includes(body.visibility))
        throw unprocessable('Invalid request. visibility is required.');
      if (body.visibility !== 'selected' && body.selected_repository_ids !== undefined)
        throw unprocessable('selected_repository_ids goes with visibility selected only.');
      secret.visibility = body.visibility;
      // As GitHub does it: the list that is sent *is* the list; one that is left out leaves nothing selected.
      if (body.visibility === 'selected') secret.selected = [...(body.selected_repository_ids ?? [])];
    }
    domain.secrets.set(key, secret);
    return before === undefined ? 201 : 204;
  }

  deleteSecret(token: string, destination: Destination, name: string): void {
    const domain = this.enter(token, destination, 'write');
    if (!domain.secrets.delete(name.toUpperCase())) throw notFound();
  }

  selectedRepositories(token: string, destination: Destination, name: string, page = 1, perPage = 30) {
    const domain = this.enter(token, destination, 'read');
    const secret = domain.secrets.get(name.toUpperCase());
    if (destination.scope !== 'organization' || secret === undefined) throw notFound();
    if (secret.visibility !== 'selected')
      throw new Refused(409, 'HTTP 409', 'Visibility is not set to selected');
    const all = (secret.selected ?? []).map((id) => {
      const repository = [...this.repositories.values()].find((candidate) => candidate.id === id);
      return {
        id,
        name: repository?.name.split('/')[1] ?? `repository-${id}`,
        full_name: repository?.name ?? '',
      };
    });
    return { total_count: all.length, repositories: pageOf(all, page, perPage) };
  }

  /** Names of the organization's Actions secrets that a repository sees: how a shadow is found. */
  organizationSecrets(token: string, owner: string, repo: string) {
    this.enter(token, { scope: 'repository', app: 'actions', owner, repo }, 'read');
    const repository = this.repositories.get(`${owner}/${repo}`.toLowerCase());
    const domain = this.domains.get(`organization:${owner}`.toLowerCase());
    const seen = [...(domain?.secrets ?? [])].filter(
      ([, secret]) =>
        secret.visibility === 'all' ||
        (secret.visibility === 'private' && repository?.visibility === 'private') ||
        (repository !== undefined && secret.selected?.includes(repository.id)),
    );
    return {
      total_count: seen.length,
      secrets: seen.map(([name, { createdAt, updatedAt }]) => ({
        name,
        created_at: iso(createdAt),
        updated_at: iso(updatedAt),
      })),
    };
  }

  private openBox(domain: Domain, body: PutSecret): string {
    if (body.key_id !== keyId(domain))
      throw unprocessable('The key_id is not that of the current public key.');
    const value = this.boxes.open(keyId(domain), body.encrypted_value);
    if (value === null)
      throw unprocessable('Bad request - Validation failed: the value cannot be decrypted.');
    if (Buffer.byteLength(value) > 48 * 1024) throw unprocessable('Secret value is too large (48 KB).');
    return value;
  }

  /** Rights as GitHub checks them: who, then where, then what. Out of reach is 404, a missing permission 403. */
  private enter(tokenValue: string, destination: Destination, access: 'read' | 'write'): Domain {
    this.countRate(access);
    const token = this.tokens.get(tokenValue);
    if (token === undefined) throw new Refused(401, 'HTTP 401', 'Bad credentials');
    const domain = this.domain(destination);
    if (destination.scope !== 'organization') {
      const fullName = `${destination.owner}/${destination.repo}`.toLowerCase();
      if (token.repositories !== undefined && !token.repositories.includes(fullName)) throw notFound();
    }
    const needed = permissionFor(destination);
    const has = token.permissions[needed];
    if (has === undefined || (access === 'write' && has === 'read')) throw forbidden(token, needed, access);
    return domain;
  }

  /**
   * Secondary limits: 900 points a minute (GET 1, PUT 5), 80 content-creating requests a minute and 500 an hour
   * (GitHub REST, "Rate limits for the REST API").
   */
  private countRate(access: 'read' | 'write'): void {
    const { now } = this.clock;
    const creates = access === 'write';
    this.recent = this.recent.filter((request) => now - request.at < 60 * MINUTE);
    const minute = this.recent.filter((request) => now - request.at < MINUTE);
    const points = minute.reduce((sum, request) => sum + request.points, 0) + (creates ? 5 : 1);
    const limited =
      points > 900 ||
      (creates && minute.filter((request) => request.creates).length >= 80) ||
      (creates && this.recent.filter((request) => request.creates).length >= 500);
    if (limited && this.enforceRateLimits) {
      this.refusals++;
      const oldest = minute[0]?.at ?? now;
      throw new RateLimited(Math.ceil((oldest + MINUTE - now) / SECOND) + 1);
    }
    this.recent.push({ at: now, points: creates ? 5 : 1, creates });
  }
}

/** Carries `retry-after`, in seconds. */
export class RateLimited extends Refused {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super(
      403,
      'HTTP 403',
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    );
    this.retryAfter = retryAfter;
  }
}

/** Carries `X-Accepted-GitHub-Permissions`. */
export class Forbidden extends Refused {
  readonly acceptedPermissions: string | null;
  constructor(message: string, acceptedPermissions: string | null) {
    super(403, 'HTTP 403', message);
    this.acceptedPermissions = acceptedPermissions;
  }
}

function forbidden(token: Token, needed: Permission, access: 'read' | 'write'): Forbidden {
  if (token.kind === 'classic') return new Forbidden('Must have admin rights to Repository.', null);
  const by = token.kind === 'app' ? 'integration' : 'personal access token';
  return new Forbidden(`Resource not accessible by ${by}`, `${needed}=${access}`);
}

const notFound = (): Refused => new Refused(404, 'HTTP 404', 'Not Found');
const unprocessable = (message: string): Refused => new Refused(422, 'HTTP 422', message);

export const permissionFor = (destination: Destination): Permission => {
  if (destination.scope === 'environment') return 'environments';
  const suffix = destination.app === 'actions' ? 'secrets' : (`${destination.app}_secrets` as const);
  return destination.scope === 'organization' ? `organization_${suffix}` : suffix;
};

const keyId = (domain: Domain): string => `${nameOf(domain.destination)}#${domain.generation}`;

/** Letters, digits and `_`, no leading digit, not starting with `GITHUB_` (GitHub docs, "Naming your secrets"). */
function checkName(name: string): void {
  if (!/^(?!github_)[a-z_][a-z\d_]*$/i.test(name)) throw unprocessable(`Secret name ${name} is not valid.`);
}

const isoCache = new Map<number, string>();

/** Remembered, since the exploration asks for the same few instants a million times. */
function iso(at: GitHubTime): string {
  const known = isoCache.get(at);
  if (known !== undefined) return known;
  const text = `${new Date(at).toISOString().slice(0, 19)}Z`;
  isoCache.set(at, text);
  return text;
}

function describe(domain: Domain, name: string, secret: Secret) {
  return {
    name,
    created_at: iso(secret.createdAt),
    updated_at: iso(secret.updatedAt),
    ...(domain.destination.scope === 'organization' ? { visibility: secret.visibility ?? 'private' } : {}),
  };
}

function pageOf<T>(all: readonly T[], page: number, perPage: number): T[] {
  const size = Math.min(Math.max(perPage, 1), 100);
  return all.slice((page - 1) * size, page * size);
}
