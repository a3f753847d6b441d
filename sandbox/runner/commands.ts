/**
 * The runner's side of workflow commands and files: what the action prints and writes, understood as GitHub does.
 * Facts: actions/runner, ActionCommand.cs, ActionCommandManager.cs, FileCommandManager.cs.
 */

export interface Command {
  /** In lower case: names are matched without regard to case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner takes for a command; a line that names anything else is text. */
export const REGISTERED: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * `::name k=v,k=v::data` at the start of a line (after white space), else the older `##[name k=v;k=v]data` anywhere in it.
 *
 * @param token while commands are stopped, the name that starts them again.
 */
export function parseCommand(line: string, token?: string): Command | null {
  const isRegistered = (name: string) => REGISTERED.has(name) || name === token?.toLowerCase();
  const candidates = [parseCurrent(line.trimStart()), parseOlder(line)];
  return candidates.find((command) => command !== null && isRegistered(command.name)) ?? null;
}

function parseCurrent(line: string): Command | null {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) return null;
  const [name, list] = cut(line.slice(2, end), ' ');
  return {
    name: name.toLowerCase(),
    properties: properties(list.trim(), ',', '\r\n:,'),
    data: unescaped(line.slice(end + 2), '\r\n'),
  };
}

function parseOlder(line: string): Command | null {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return null;
  const [name, list] = cut(line.slice(start + 3, end), ' ');
  return {
    name: name.toLowerCase(),
    properties: properties(list, ';', ';\r\n]'),
    data: unescaped(line.slice(end + 1), ';\r\n]'),
  };
}

/** A property without a name or without a value is no property. */
function properties(list: string, separator: string, tokens: string): Record<string, string> {
  const pairs = list.split(separator).map((part) => cut(part, '='));
  return Object.fromEntries(
    pairs
      .filter(([name, value]) => name !== '' && value !== '')
      .map(([name, value]) => [name, unescaped(value, tokens)]),
  );
}

/** `%` comes last, so that what it uncovers is not unescaped again. */
function unescaped(text: string, tokens: string): string {
  const code = (token: string) => token.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return [...tokens, '%'].reduce((plain, token) => plain.replaceAll(`%${code(token)}`, token), text);
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

export interface FileContent {
  /** What was read before the first malformed entry. */
  readonly values: Readonly<Record<string, string>>;
  /** Why the file is malformed, in the runner's words, which quote the line; such a file fails the step. */
  readonly problem?: string;
}

/** `NAME=VALUE` or `NAME<<DELIMITER … DELIMITER`, whichever of `=` and `<<` comes first; on Linux a CR is text. */
export function parseFile(content: string): FileContent {
  const values: Record<string, string> = {};
  const lines = content.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const separator = /=|<</.exec(line)?.[0] ?? '=';
    const [name, value] = cut(line, separator);
    if (name === '' || name === line || (separator === '<<' && value === ''))
      return { values, problem: `Invalid format '${line}'` };
    if (separator === '=') values[name] = value;
    else {
      const end = lines.indexOf(value, at + 1);
      if (end < 0) return { values, problem: `Invalid value. Matching delimiter not found '${value}'` };
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    }
  }
  return { values };
}
