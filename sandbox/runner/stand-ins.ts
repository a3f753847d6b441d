/** Actions that are not ours, as far as the examples' outcome depends on them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Permission } from '../github/tokens.ts';
import { REPOSITORY, type World } from '../world.ts';
import type { StandIn } from './job.ts';

/** A GitHub App as it was registered and installed. */
export interface App {
  readonly id: string;
  readonly privateKey: string;
  readonly permissions: readonly Permission[];
  /** Where it is installed, `OWNER/REPO`. */
  readonly repositories: readonly string[];
}

/**
 * actions/create-github-app-token (v3.2.0's action.yml and README): without `owner` and `repositories` the token
 * reaches the current repository only, with `owner` alone all of that owner's where the App is installed. It may what
 * the `permission-…` inputs name, out of what the App may; without any, all of that.
 */
export function createGitHubAppToken(world: World, app: App): StandIn {
  let made = 0;
  return (given) => {
    if (given['app-id'] !== app.id || given['private-key'] !== app.privateKey)
      throw new Error('The App refused its ID or its private key.');
    const { owner = '', repositories = '' } = given;
    const asked = repositories.split(/[\s,]+/).filter((name) => name !== '');
    const home = REPOSITORY.split('/')[0] ?? '';
    const wanted =
      asked.length > 0
        ? asked.map((name) => `${owner || home}/${name}`)
        : owner === ''
          ? [REPOSITORY]
          : app.repositories.filter((name) => name.startsWith(`${owner}/`));
    const missing = wanted.find((name) => !app.repositories.includes(name));
    if (missing !== undefined) throw new Error(`The App is not installed on ${missing}.`);
    const named = Object.entries(given).filter(([input]) => input.startsWith('permission-'));
    const permissions: [string, string][] =
      named.length === 0
        ? app.permissions.map((name) => [name, 'write'])
        : named.map(([input, access]) => [input.slice('permission-'.length).replaceAll('-', '_'), access]);
    const excess = permissions.find(([name]) => !app.permissions.some((has) => has === name));
    if (excess !== undefined) throw new Error(`The App was not granted ${excess[0]}.`);
    const token = `ghs_app${String(++made).padStart(33, '0')}`;
    world.github.addToken(token, {
      kind: 'app',
      permissions: Object.fromEntries(permissions),
      repositories: wanted,
      organizations: [owner || home],
    });
    return { token };
  };
}

/** actions/upload-artifact: a warning, not an error, when there is no file; an example whose file is missing is wrong. */
export const uploadArtifact: StandIn = ({ path = '' }, workspace) => {
  if (!existsSync(join(workspace, path))) throw new Error(`There is no ${path} to upload.`);
  return {};
};
