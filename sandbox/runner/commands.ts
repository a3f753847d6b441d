/** The runner's side of workflow commands and files: what the action prints and writes, understood as GitHub does. */

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const unescapeData = (text: string): string =>
  text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
const unescapeProperty = (text: string): string =>
  unescapeData(text.replace(/%3A/g, ':').replace(/%2C/g, ','));

/** `::name k=v,k=v::data` at the start of a line (after white space); the older `##[name]data` anywhere in it. */
export function parseCommand(line: string): Command | null {
  const [, name, list = '', data = ''] = /^\s*::([\w-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/s.exec(line) ?? [];
  if (name !== undefined) {
    const properties = list
      .split(',')
      .filter((part) => part.includes('='))
      .map((part) => [
        part.slice(0, part.indexOf('=')).trim(),
        unescapeProperty(part.slice(part.indexOf('=') + 1)),
      ]);
    return { name, properties: Object.fromEntries(properties), data: unescapeData(data) };
  }
  const [, older, rest = ''] = /##\[([\w-]+)[^\]]*\](.*)$/s.exec(line) ?? [];
  return older === undefined ? null : { name: older, properties: {}, data: rest };
}

/** `NAME=VALUE` or `NAME<<DELIMITER … DELIMITER`, whichever of `=` and `<<` comes first. A bad file fails the step. */
export function parseFile(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
    else throw new Error(`Invalid format '${line}'`);
  }
  return values;
}
