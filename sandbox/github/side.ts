/**
 * GitHub's secrets of all scopes: state and rules. Every sealed box is opened with the private key that belongs to the
 * public one GitHub hands out, so what a judge reads is what a job would get.
 */
import type { Destination } from '../../src/rotation/destinations.ts';
import { nameOf } from '../../src/rotation/destinations.ts';
import { type GitHubTime, gitHubTime, SECOND } from '../../src/rotation/model.ts';
import type { WorldClock } from '../clock.ts';
import { Refused } from '../wire.ts';
import type { BoxOpener } from './boxes.ts';
import { RateLimited, type RateLimitStyle, RateLimits } from './limits.ts';
import { type Access, authorize, reaches, type Token } from './tokens.ts';

export { ALL_PERMISSIONS } from './tokens.ts';

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

/** The body of a PUT. That it names nothing else is the HTTP side's to check. */
export interface PutSecret {
  readonly encrypted_value?: string;
  readonly key_id?: string;
  readonly visibility?: Visibility;
  readonly selected_repository_ids?: readonly (number | string)[];
}

/** What a value may weigh, in bytes, and how many secrets a place may hold (GitHub Actions, "Secrets reference"). */
const MOST_BYTES = 48 * 1024;
const MOST_SECRETS = { repository: 100, environment: 100, organization: 1000 } as const;

export class GitHubSide {
  readonly clock: WorldClock;
  readonly boxes: BoxOpener;
  readonly tokens = new Map<string, Token>();
  readonly repositories = new Map<string, Repository>();
  readonly organizations = new Set<string>();
  readonly domains = new Map<string, Domain>();
  /** Only what is asked while this is true counts towards a limit. */
  enforceRateLimits = false;
  /** GitHub's documentation allows all of them, so a caller must understand all of them. */
  rateLimitStyle: RateLimitStyle = { status: 403, limit: 'secondary', retryAfter: true };
  /** World milliseconds until which every request is refused, whatever was counted. */
  limitedUntil = 0;
  /** Repositories that a secret's list counts and does not show, as for a token that may not see them. */
  readonly unseen = new Set<number>();
  /** A secret's `updated_at` is later than its answer's `Date` by this much: the two come from two machines. Milliseconds. */
  stampsLater = 0;
  /** Requests that a rate limit refused. */
  refusals = 0;
  private readonly limits = new RateLimits();

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

  /**
   * The Actions secrets that a job of this repository receives now: its environment's before the repository's before the
   * organization's, as far as that shows them to the repository (GitHub Actions, "Secrets reference").
   */
  received(fullName: string, environment: string | null = null): Map<string, string> {
    const [owner = '', repo = ''] = fullName.split('/');
    const repository = this.repositories.get(fullName.toLowerCase());
    const ofOrganization = this.domains.get(`organization:${owner}`.toLowerCase())?.secrets ?? new Map();
    const shown = [...ofOrganization].filter(([, secret]) => repository && shows(secret, repository));
    const places: Destination[] = [{ scope: 'repository', app: 'actions', owner, repo }];
    if (environment !== null) places.push({ scope: 'environment', app: 'actions', owner, repo, environment });
    const ordered = [...shown, ...places.flatMap((place) => [...this.domain(place).secrets])];
    return new Map(ordered.map(([name, { value }]) => [name, value]));
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
    return describe(domain, name.toUpperCase(), existing(domain, name));
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
    const audience = destination.scope === 'organization' ? this.audience(destination.org, body) : {};
    const key = name.toUpperCase();
    const before = domain.secrets.get(key);
    const most = MOST_SECRETS[destination.scope];
    if (before === undefined && domain.secrets.size >= most)
      throw unprocessable(`Maximum number of secrets (${most}) reached.`);
    const now = gitHubTime(this.clock.gitHub + this.stampsLater);
    domain.secrets.set(key, { value, createdAt: before?.createdAt ?? now, updatedAt: now, ...audience });
    return before === undefined ? 201 : 204;
  }

  deleteSecret(token: string, destination: Destination, name: string): void {
    const domain = this.enter(token, destination, 'write');
    if (!domain.secrets.delete(name.toUpperCase())) throw notFound();
  }

  selectedRepositories(token: string, destination: Destination, name: string, page = 1, perPage = 30) {
    const { selected } = selectedSecret(this.enter(token, destination, 'read'), name);
    const all = [...this.repositories.values()].filter(({ id }) => selected?.includes(id));
    const seen = all.filter(({ id }) => !this.unseen.has(id));
    return { total_count: all.length, repositories: pageOf(seen, page, perPage) };
  }

  selectRepositories(
    token: string,
    destination: Destination,
    name: string,
    ids: readonly (number | string)[],
  ): void {
    const secret = selectedSecret(this.enter(token, destination, 'write'), name);
    if (destination.scope === 'organization') secret.selected = this.repositoriesOf(destination.org, ids);
  }

  /** The organization's Actions secrets that a repository sees: how a shadow is found. */
  organizationSecrets(token: string, owner: string, repo: string, page = 1, perPage = 30) {
    this.enter(token, { scope: 'repository', app: 'actions', owner, repo }, 'read');
    const repository = this.repositories.get(`${owner}/${repo}`.toLowerCase());
    const domain = this.domains.get(`organization:${owner}`.toLowerCase());
    const all = [...(domain?.secrets ?? [])]
      .filter(([, secret]) => repository !== undefined && shows(secret, repository))
      .map(([name, { createdAt, updatedAt }]) => ({
        name,
        created_at: iso(createdAt),
        updated_at: iso(updatedAt),
      }));
    return { total_count: all.length, secrets: pageOf(all, page, perPage) };
  }

  /** Turns a request away as a rate limit does, and counts that. */
  refuse(retryAfter: number): RateLimited {
    this.refusals++;
    return new RateLimited(this.rateLimitStyle, retryAfter, this.clock.gitHub);
  }

  /** Messages: github/rest-api-description#419 and integrations/terraform-provider-github#2315 quote them. */
  private openBox(domain: Domain, body: PutSecret): string {
    if (body.encrypted_value === undefined) throw invalid(notSupplied(['encrypted_value']));
    if (body.key_id === undefined) throw invalid(notSupplied(['key_id']));
    const value = body.key_id === keyId(domain) ? this.boxes.open(keyId(domain), body.encrypted_value) : null;
    if (value === null)
      throw unprocessable('Bad request - validation failed due to an improperly encrypted secret');
    if (Buffer.byteLength(value) > MOST_BYTES) throw unprocessable('Secret value is too large (48 KB).');
    return value;
  }

  /**
   * Who may read an organization's secret from this PUT on. The list that is sent *is* the list: one that is left out
   * leaves nothing selected (external-secrets/external-secrets#6519 found out).
   */
  private audience(org: string, body: PutSecret): Pick<Secret, 'visibility' | 'selected'> {
    const { visibility, selected_repository_ids: ids } = body;
    if (visibility === undefined) throw invalid(notSupplied(['visibility']));
    if (visibility === 'selected') return { visibility, selected: this.repositoriesOf(org, ids ?? []) };
    if (ids !== undefined) throw unprocessable('selected_repository_ids goes with visibility selected only.');
    return { visibility };
  }

  /** Stricter than GitHub promises: an ID that is none of the organization's repositories is an error. */
  private repositoriesOf(org: string, ids: readonly (number | string)[]): number[] {
    const owned = new Set<number>();
    for (const [name, { id }] of this.repositories)
      if (name.startsWith(`${org.toLowerCase()}/`)) owned.add(id);
    const wanted = [...new Set(ids.map(Number))];
    const stranger = wanted.find((id) => !owned.has(id));
    if (stranger !== undefined) throw unprocessable(`Repository ${stranger} does not belong to ${org}.`);
    return wanted;
  }

  /** Rights as GitHub checks them: who, then where, then what. Out of reach is 404, a missing permission 403. */
  private enter(tokenValue: string, destination: Destination, access: Access): Domain {
    if (this.clock.now < this.limitedUntil)
      throw this.refuse(Math.ceil((this.limitedUntil - this.clock.now) / SECOND));
    if (this.enforceRateLimits) {
      const wait = this.limits.count(tokenValue, this.clock.now, access === 'write');
      if (wait !== null) throw this.refuse(wait);
    }
    const token = this.authenticate(tokenValue);
    if (!reaches(token, destination)) throw notFound();
    const domain = this.domain(destination);
    authorize(token, destination, access);
    return domain;
  }

  authenticate(tokenValue: string): Token {
    const token = this.tokens.get(tokenValue);
    if (token === undefined)
      throw new Refused(401, 'HTTP 401', tokenValue === '' ? 'Requires authentication' : 'Bad credentials');
    return token;
  }
}

const notFound = (): Refused => new Refused(404, 'HTTP 404', 'Not Found');
const unprocessable = (message: string): Refused => new Refused(422, 'HTTP 422', message);
/** How GitHub refuses a body that is not as its description says. */
export const invalid = (what: string): Refused => unprocessable(`Invalid request.\n\n${what}`);
/** GitHub's words for required properties that are not there. */
export const notSupplied = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(', ')} ${names.length === 1 ? "wasn't" : "weren't"} supplied.`;

const keyId = (domain: Domain): string => `${nameOf(domain.destination)}#${domain.generation}`;

/** Letters, digits and `_`, no leading digit, not starting with `GITHUB_` (GitHub docs, "Naming your secrets"). */
function checkName(name: string): void {
  if (!/^(?!github_)[a-z_][a-z\d_]*$/i.test(name)) throw unprocessable(`Secret name ${name} is not valid.`);
}

function existing(domain: Domain, name: string): Secret {
  const secret = domain.secrets.get(name.toUpperCase());
  if (secret === undefined) throw notFound();
  return secret;
}

/** Only a secret that is shown to selected repositories has a list of them. */
function selectedSecret(domain: Domain, name: string): Secret {
  if (domain.destination.scope !== 'organization') throw notFound();
  const secret = existing(domain, name);
  if (secret.visibility !== 'selected')
    throw new Refused(409, 'HTTP 409', 'Visibility is not set to selected');
  return secret;
}

const shows = (secret: Secret, repository: Repository): boolean =>
  secret.visibility === 'selected'
    ? secret.selected?.includes(repository.id) === true
    : secret.visibility === 'all' || repository.visibility === 'private';

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

/** Pages count from 1, never more than 100 items each (GitHub REST, "Using pagination"). */
function pageOf<T>(all: readonly T[], page: number, perPage: number): T[] {
  const size = Math.min(Math.max(perPage, 1), 100);
  const from = (Math.max(page, 1) - 1) * size;
  return all.slice(from, from + size);
}
