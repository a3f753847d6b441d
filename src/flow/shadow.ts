/**
 * A secret of the same name in a narrower place hides home's: an environment's hides the repository's, and that hides
 * the organization's (GitHub docs, "Secrets reference"). Asked only when the deployed pair is not what it should be.
 */

import { list } from '../report/words.ts';
import { type Destination, type Layout, nameOf, slotNames } from '../rotation/destinations.ts';
import type { Plan, Reason } from '../rotation/model.ts';
import { type Ports, ServiceError } from './ports.ts';
import type { Run } from './run.ts';

interface Surroundings {
  /** This workflow's repository. */
  readonly owner: string;
  readonly repo: string;
  /** The environment that the job refers to, as its ID token says; `null` = none, or there is no token. */
  readonly environment: string | null;
}

/** The places whose secrets this job sees instead of home's, narrowest first. */
function narrower(home: Destination, { owner, repo, environment }: Surroundings): Destination[] {
  if (home.app !== 'actions' || home.scope === 'environment') return [];
  const inEnvironment: Destination[] =
    environment === null ? [] : [{ scope: 'environment', app: 'actions', owner, repo, environment }];
  return home.scope === 'organization'
    ? [...inEnvironment, { scope: 'repository', app: 'actions', owner, repo }]
    : inEnvironment;
}

/** A sentence about what hides home's secrets, or `null`. What the token may not see cannot be named. */
async function shadowOf(
  ports: Pick<Ports, 'secrets'>,
  home: Destination,
  layout: Layout,
  surroundings: Surroundings,
): Promise<string | null> {
  for (const place of narrower(home, surroundings)) {
    const hidden = await present(ports, place, slotNames(layout));
    if (hidden.length > 0)
      return `${nameOf(place)} has ${list(hidden)} too, and hides ${nameOf(home)}: delete it there, or list it first in destinations.`;
  }
  return null;
}

async function present(
  ports: Pick<Ports, 'secrets'>,
  place: Destination,
  names: readonly string[],
): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      try {
        return (await ports.secrets.metadata(place, name)).updatedAt === null ? null : name;
      } catch (error) {
        if (error instanceof ServiceError) return null;
        throw error;
      }
    }),
  );
  return found.filter((name) => name !== null);
}

/** Red states in which the workflow received something else than home holds, as far as anybody can tell. */
const MAYBE_SHADOWED: readonly Reason[] = ['inputs-outdated', 'deployed-pair-refused', 'home-lacks-pair'];

/** Names the secret that hides home's, if there is one and it can be seen. */
export async function withShadow(
  run: Run,
  repository: Pick<Surroundings, 'owner' | 'repo'>,
  decided: Plan,
): Promise<Plan> {
  if (!MAYBE_SHADOWED.includes(decided.reason)) return decided;
  const { environment = null } = await run.ports.session.open();
  const [home] = run.subject.destinations;
  const shadow = await shadowOf(run.ports, home, run.subject.layout, { ...repository, environment });
  return shadow === null ? decided : { ...decided, message: `${decided.message} ${shadow}` };
}
