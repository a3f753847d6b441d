/**
 * Who may read an organization's secret. A PUT replaces the audience together with the value, so a rotation must send
 * the audience that is there: its visibility and *all* selected repositories, not just the first page of thirty.
 */
import { ServiceError } from '../flow/ports.ts';
import { type Destination, nameOf } from '../rotation/destinations.ts';
import { secretsPath } from './paths.ts';
import type { Send } from './secrets.ts';

/** What goes into the PUT besides the value; nothing for a secret that is not an organization's. */
export interface Audience {
  readonly visibility?: string;
  readonly selected_repository_ids?: readonly number[];
}

/** GitHub's largest page. */
const PAGE = 100;

export class Audiences {
  private readonly send: Send;
  private readonly repository: { readonly owner: string; readonly id: number | null };
  /** As the metadata said; `null` = there is no such secret yet. */
  private readonly visibilities = new Map<string, string | null>();

  constructor(send: Send, repository: { readonly owner: string; readonly id: number | null }) {
    this.send = send;
    this.repository = repository;
  }

  note(destination: Destination, name: string, visibility: string | null): void {
    this.visibilities.set(`${nameOf(destination)} ${name}`, visibility);
  }

  async of(destination: Destination, name: string): Promise<Audience> {
    if (destination.scope !== 'organization') return {};
    const visibility = this.visibilities.get(`${nameOf(destination)} ${name}`) ?? null;
    if (visibility === null) return this.ofNewSecret(destination.org);
    if (visibility !== 'selected') return { visibility };
    return { visibility, selected_repository_ids: await this.selected(destination, name) };
  }

  /** Looks again after the write: a secret that vanished from a repository would break its jobs silently. */
  async verify(
    destination: Destination,
    name: string,
    { selected_repository_ids: sent }: Audience,
  ): Promise<void> {
    if (sent === undefined) return;
    const found = await this.selected(destination, name);
    const missing = sent.filter((id) => !found.includes(id));
    if (missing.length === 0) return;
    throw new ServiceError({
      service: 'github',
      operation: 'PUT',
      code: 'AudienceChanged',
      status: 0,
      message: `${missing.length} of ${sent.length} selected repositories lost secret ${name} of ${nameOf(destination)}: ${missing.join(', ')}`,
    });
  }

  /** The least that can be useful: this workflow's own repository, if it is the organization's. */
  private ofNewSecret(org: string): Audience {
    const { owner, id } = this.repository;
    const own = id !== null && owner.toLowerCase() === org.toLowerCase() ? [id] : [];
    return { visibility: 'selected', selected_repository_ids: own };
  }

  private async selected(destination: Destination, name: string): Promise<number[]> {
    const { path, parameters } = secretsPath(destination);
    const ids: number[] = [];
    for (let page = 1; ; page++) {
      const { data } = await this.send('GET', `${path}/{secret_name}/repositories`, {
        ...parameters,
        secret_name: name,
        per_page: PAGE,
        page,
      });
      const { total_count, repositories } = data as { total_count: number; repositories: { id: number }[] };
      ids.push(...repositories.map(({ id }) => id));
      if (repositories.length === 0 || ids.length >= total_count) return ids;
    }
  }
}
