/** What a policy's statement allows, as far as this project's policies go. */

/** What a principal may do: actions, on which users (`*` = all), with which tag keys (globs; absent = any). */
export interface Statement {
  readonly actions: readonly string[];
  readonly users: readonly string[] | '*';
  readonly tagKeys?: readonly string[];
}

export const allows = (
  { actions, users, tagKeys: allowed }: Statement,
  action: string,
  userName: string | null,
  tagKeys: readonly string[],
): boolean =>
  actions.some((pattern) => glob(pattern, action)) &&
  (users === '*' ||
    (userName !== null && users.some((name) => name.toLowerCase() === userName.toLowerCase()))) &&
  tagKeys.every((tagKey) => allowed?.some((pattern) => glob(pattern, tagKey)) ?? true);

const compiled = new Map<string, RegExp>();

/** IAM's StringLike: `*` and `?`. Case-sensitive, like tag keys and subjects in conditions. */
export function glob(pattern: string, text: string): boolean {
  if (pattern === text) return true;
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    expression = new RegExp(`^${source}$`, 's');
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}
