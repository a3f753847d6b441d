import type { Destination } from '../rotation/destinations.ts';

/**
 * GitHub's REST path of a destination's secrets, as a template with its parameters: Octokit encodes these, so an
 * environment may be called `prod/eu`. The three apps and three scopes differ in nothing else.
 */
export function secretsPath(destination: Destination): {
  readonly path: string;
  readonly parameters: Record<string, string>;
} {
  switch (destination.scope) {
    case 'repository': {
      const { owner, repo, app } = destination;
      return { path: `/repos/{owner}/{repo}/${app}/secrets`, parameters: { owner, repo } };
    }
    case 'environment': {
      const { owner, repo, environment } = destination;
      return {
        path: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
        parameters: { owner, repo, environment_name: environment },
      };
    }
    case 'organization': {
      const { org, app } = destination;
      return { path: `/orgs/{org}/${app}/secrets`, parameters: { org } };
    }
  }
}
