/** Where a pair can live in GitHub: one line of the `destinations` input each. */

/** The consumer that a secret is for; GitHub keeps the three apart. */
export type App = 'actions' | 'dependabot' | 'codespaces';

export type Destination =
  | { readonly scope: 'repository'; readonly app: App; readonly owner: string; readonly repo: string }
  | {
      readonly scope: 'environment';
      readonly app: 'actions';
      readonly owner: string;
      readonly repo: string;
      readonly environment: string;
    }
  | { readonly scope: 'organization'; readonly app: App; readonly org: string };

/** The destination's full name, in the form that the `destinations` input takes. */
export function nameOf(destination: Destination): string {
  switch (destination.scope) {
    case 'repository':
      return `${destination.app}:${destination.owner}/${destination.repo}`;
    case 'environment':
      return `environment:${destination.owner}/${destination.repo}:${destination.environment}`;
    case 'organization':
      return destination.app === 'actions'
        ? `organization:${destination.org}`
        : `${destination.app}-organization:${destination.org}`;
  }
}

/** How a destination keeps the pair: two secrets, or one that holds both halves as JSON and so cannot tear. */
export type Layout =
  | { readonly kind: 'two'; readonly accessKeyIdName: string; readonly secretAccessKeyName: string }
  | { readonly kind: 'json'; readonly name: string };

/**
 * The layout's secrets in the order in which they are written: the secret half first. Only it is irreplaceable; the ID
 * can be listed again. So from the first write on, the pair survives any crash.
 */
export const slotNames = (layout: Layout): readonly string[] =>
  layout.kind === 'json' ? [layout.name] : [layout.secretAccessKeyName, layout.accessKeyIdName];

/** What a token needs to rotate a pair in this destination (GitHub REST reference, each endpoint's "works with" section). */
export interface Rights {
  /** Of a GitHub App or a fine-grained personal access token, as GitHub's settings name it. */
  readonly permission: string;
  /** Of a classic personal access token. */
  readonly scope: string;
}

export function rightsFor(destination: Destination): Rights {
  switch (destination.scope) {
    case 'environment':
      return { permission: 'Environments: read and write (repository)', scope: 'repo' };
    case 'repository':
      return {
        permission: {
          actions: 'Secrets',
          dependabot: 'Dependabot secrets',
          codespaces: 'Codespaces secrets',
        }[destination.app].concat(': read and write (repository)'),
        scope: 'repo',
      };
    case 'organization':
      return {
        permission: {
          actions: 'Secrets',
          dependabot: 'Organization dependabot secrets',
          codespaces: 'Organization codespaces secrets',
        }[destination.app].concat(': read and write (organization)'),
        scope: 'admin:org',
      };
  }
}
