/** Who may do what with secrets: GitHub's kinds of token, what they may have, and how each is turned away. */
import type { Destination } from '../../src/rotation/destinations.ts';
import { Refused } from '../wire.ts';

/** GitHub App permission names, as `X-Accepted-GitHub-Permissions` spells them. */
export type Permission =
  | 'secrets'
  | 'environments'
  | 'organization_secrets'
  | 'dependabot_secrets'
  | 'organization_dependabot_secrets'
  | 'codespaces_secrets'
  | 'organization_codespaces_secrets';

export type Access = 'read' | 'write';
export type Scope = 'repo' | 'admin:org';

/** How far a token reaches; what is out of its reach does not exist for it. */
interface Reach {
  /** `OWNER/REPO`; absent = every repository. */
  readonly repositories?: readonly string[];
  /** Absent = every organization. */
  readonly organizations?: readonly string[];
}

export type Token = Reach &
  (
    | {
        /** `app`: the installation token of a GitHub App. `fine-grained`: a personal access token. */
        readonly kind: 'app' | 'fine-grained';
        readonly permissions: Readonly<Partial<Record<Permission, Access>>>;
      }
    | { readonly kind: 'classic'; readonly scopes: readonly Scope[] }
    /** The workflow's own: nothing that `permissions:` can give opens secrets to it (GitHub Actions, "Workflow syntax"). */
    | { readonly kind: 'github-token' }
  );

/** Everything a token may have, for scenarios in which rights are not the point. */
export const ALL_PERMISSIONS: Readonly<Record<Permission, Access>> = {
  secrets: 'write',
  environments: 'write',
  organization_secrets: 'write',
  dependabot_secrets: 'write',
  organization_dependabot_secrets: 'write',
  codespaces_secrets: 'write',
  organization_codespaces_secrets: 'write',
};

/** Carries `X-Accepted-GitHub-Permissions`, which says nothing to a classic token. */
export class Forbidden extends Refused {
  readonly acceptedPermissions: string | null;
  constructor(message: string, acceptedPermissions: string | null) {
    super(403, 'HTTP 403', message);
    this.acceptedPermissions = acceptedPermissions;
  }
}

const permissionFor = (destination: Destination): Permission => {
  if (destination.scope === 'environment') return 'environments';
  const suffix = destination.app === 'actions' ? 'secrets' : (`${destination.app}_secrets` as const);
  return destination.scope === 'organization' ? `organization_${suffix}` : suffix;
};

/** The scope that a classic token needs, as `X-Accepted-OAuth-Scopes` spells it. */
export const scopeFor = (destination: Destination): Scope =>
  destination.scope === 'organization' ? 'admin:org' : 'repo';

/** Whether a token sees a place at all; GitHub answers 404, not 403, when it does not. */
export const reaches = (token: Token, place: Destination): boolean =>
  place.scope === 'organization'
    ? includes(token.organizations, place.org)
    : includes(token.repositories, `${place.owner}/${place.repo}`);

const includes = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.some((known) => known.toLowerCase() === name.toLowerCase());

/** Throws GitHub's 403 for a token that sees the destination but may not do this to it. */
export function authorize(token: Token, destination: Destination, asked: Access): void {
  if (token.kind === 'classic') {
    if (token.scopes.includes(scopeFor(destination))) return;
    throw new Forbidden('Must have admin rights to Repository.', null);
  }
  const permission = permissionFor(destination);
  // Codespaces secrets of a repository ask for write even to be read (GitHub REST, "Codespaces repository secrets").
  const access = permission === 'codespaces_secrets' ? 'write' : asked;
  const has = token.kind === 'github-token' ? undefined : token.permissions[permission];
  if (has === 'write' || (has === 'read' && access === 'read')) return;
  const by = token.kind === 'fine-grained' ? 'personal access token' : 'integration';
  throw new Forbidden(`Resource not accessible by ${by}`, `${permission}=${access}`);
}
