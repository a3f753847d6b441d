/** Where more is said about whatever went wrong. */

/** The last line of every warning and error. */
export const helpAt = (anchor: string): string => `More: ${pageAt(anchor)}`;

/**
 * The heading in this action's own documentation, at the version that runs. The runner names the action's repository and
 * ref; for a local action (`./`) it does not, and this is no URL.
 */
export function pageAt(anchor: string): string {
  const {
    GITHUB_SERVER_URL = 'https://github.com',
    GITHUB_ACTION_REPOSITORY,
    GITHUB_ACTION_REF,
  } = process.env;
  const page = `docs/troubleshooting.md#${anchor}`;
  return GITHUB_ACTION_REPOSITORY
    ? `${GITHUB_SERVER_URL}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF || 'main'}/${page}`
    : page;
}
