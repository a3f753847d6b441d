/**
 * Who may read an organization's secret. A PUT replaces the audience together with the value, so a rotation must send
 * the audience that is there: its visibility and *all* selected repositories, not just the first page of thirty.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { ServiceError } from '../flow/ports.ts';
import { type Destination, nameOf } from '../rotation/destinations.ts';
import type { Send } from './client.ts';
import { secretsPath } from './paths.ts';
import { repositoriesIn } from './replies.ts';

/** What goes into the PUT besides the value; nothing for a secret that is not an organization's. */
export interface Audience {
  readonly visibility?: string;
  readonly selected_repository_ids?: readonly number[];
}

/** GitHub's largest page. */
const PAGE = 100;
/** A list that changes while it is read, or that does not show a write yet, is read again: this often, after this long. */
const READINGS = 3;
const PAUSE = 500;

export class Audiences {
  private readonly send: Send;
  private readonly repository: { readonly owner: string; readonly id: number | null };
  /** By destination and secret, as the metadata said; `null` = there is no such secret yet. */
  private readonly visibilities = new Map<string, Map<string, string | null>>();
  /** Lists that were read for a sibling's write, each for one write of its own. */
  private readonly ahead = new Map<string, number[]>();

  constructor(send: Send, repository: { readonly owner: string; readonly id: number | null }) {
    this.send = send;
    this.repository = repository;
  }

  note(destination: Destination, name: string, visibility: string | null): void {
    const place = nameOf(destination);
    this.visibilities.set(place, (this.visibilities.get(place) ?? new Map()).set(name, visibility));
    this.ahead.delete(`${place} ${name}`);
  }

  /** Rejects if a secret of this place, as far as its metadata was asked for, could not be written with its audience. */
  async check(destination: Destination): Promise<void> {
    await this.ofAll(destination);
  }

  private async ofAll(destination: Destination): Promise<(readonly [name: string, ids: number[]])[]> {
    const noted = [...(this.visibilities.get(nameOf(destination)) ?? [])];
    const selected = noted.filter(([, visibility]) => visibility === 'selected');
    return await Promise.all(
      selected.map(async ([name]) => [name, await this.selected(destination, name)] as const),
    );
  }

  async of(destination: Destination, name: string): Promise<Audience> {
    if (destination.scope !== 'organization') return {};
    const visibility = this.visibilities.get(nameOf(destination))?.get(name) ?? null;
    if (visibility === null) return this.ofNewSecret(destination.org);
    if (visibility !== 'selected') return { visibility };
    return { visibility, selected_repository_ids: await this.forWrite(destination, name) };
  }

  /** With the first half's list comes the second's: nothing that may fail or last stands between the two writes. */
  private async forWrite(destination: Destination, name: string): Promise<number[]> {
    const of = (half: string): string => `${nameOf(destination)} ${half}`;
    if (!this.ahead.has(of(name)))
      for (const [half, ids] of await this.ofAll(destination)) this.ahead.set(of(half), ids);
    const known = this.ahead.get(of(name));
    this.ahead.delete(of(name));
    return known ?? (await this.selected(destination, name));
  }

  /**
   * Looks again after the write: a secret that vanished from a repository would break its jobs silently. Never rejects:
   * the value is written, whatever became of its readers.
   */
  async complaint(
    destination: Destination,
    name: string,
    { selected_repository_ids: sent }: Audience,
  ): Promise<string | null> {
    if (sent === undefined) return null;
    const secret = `secret ${name} of ${nameOf(destination)}`;
    let missing: number[] = [];
    for (let reading = 1; reading <= READINGS; reading++) {
      if (reading > 1) await wait(PAUSE);
      try {
        const found = new Set(await this.selected(destination, name));
        missing = sent.filter((id) => !found.has(id));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return `The repositories that may read ${secret} could not be looked at after it was written: ${error.message}`;
      }
      if (missing.length === 0) return null;
    }
    return `${missing.length} of ${sent.length} selected repositories lost ${secret}: ${missing.join(', ')}`;
  }

  /** The least that can be useful: this workflow's own repository, if it is the organization's. */
  private ofNewSecret(org: string): Audience {
    const { owner, id } = this.repository;
    const own = id !== null && owner.toLowerCase() === org.toLowerCase() ? [id] : [];
    return { visibility: 'selected', selected_repository_ids: own };
  }

  /** All of them, or none: a PUT takes the secret from every repository that its list lacks. */
  private async selected(destination: Destination, name: string): Promise<number[]> {
    let last: Listing = { ids: new Set(), totals: new Set() };
    for (let reading = 1; reading <= READINGS; reading++) {
      if (reading > 1) await wait(PAUSE);
      last = await this.list(destination, name);
      // A total that changed from page to page moved repositories across the pages' edges.
      if (last.totals.size === 1 && last.totals.has(last.ids.size)) return [...last.ids];
    }
    throw new ServiceError({
      service: 'github',
      operation: 'GET repositories',
      code: 'AudienceUnreadable',
      status: 0,
      effect: 'none',
      message:
        `GitHub counts ${[...last.totals].join(', then ')} repositories that may read secret ${name} of ` +
        `${nameOf(destination)}, but lists ${last.ids.size}. Writing it now could take it from the others.`,
    });
  }

  private async list(destination: Destination, name: string): Promise<Listing> {
    const { path, parameters } = secretsPath(destination);
    const ids = new Set<number>();
    const totals = new Set<number>();
    for (let page = 1, listed = 0; ; page++) {
      const reply = await this.send('GET', `${path}/{secret_name}/repositories`, {
        ...parameters,
        secret_name: name,
        per_page: PAGE,
        page,
      });
      const { total, ids: onPage } = repositoriesIn(`GET ${path}/{secret_name}/repositories`, reply);
      for (const id of onPage) ids.add(id);
      totals.add(total);
      listed += onPage.length;
      if (onPage.length === 0 || listed >= total) return { ids, totals };
    }
  }
}

/** What the pages of one reading said. */
interface Listing {
  readonly ids: ReadonlySet<number>;
  /** `total_count` of each page. */
  readonly totals: ReadonlySet<number>;
}
