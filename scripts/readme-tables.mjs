/** Writes the inputs and outputs of every action.yml into README.md, between its markers. `--check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const ACTIONS = { rotate: 'action.yml', check: 'check/action.yml', reactivate: 'reactivate/action.yml' };
const readme = new URL('../README.md', import.meta.url);

const cell = (text) => String(text).trim().replace(/\s+/g, ' ').replace(/\|/g, '\\|').replace(/</g, '&lt;');
const byDefault = ({ required, default: value }) =>
  required ? '**required**' : value === undefined || String(value).trim() === '' ? '' : `\`${cell(value)}\``;

function tables(path) {
  const { inputs = {}, outputs = {} } = parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
  const rows = (items, columns) =>
    Object.entries(items).map(([name, item]) => `| ${[`\`${name}\``, ...columns(item)].join(' | ')} |`);
  return [
    '| input | default | |\n|---|---|---|',
    ...rows(inputs, (item) => [byDefault(item), cell(item.description)]),
    '',
    '| output | |\n|---|---|',
    ...rows(outputs, (item) => [cell(item.description)]),
  ].join('\n');
}

let text = readFileSync(readme, 'utf8');
const before = text;
for (const [name, path] of Object.entries(ACTIONS))
  text = text.replace(
    new RegExp(`(<!-- ${name}: .*? -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_all, start, end) => `${start}\n${tables(path)}\n\n${end}`,
  );
if (process.argv.includes('--check')) {
  if (text !== before) {
    console.error('README.md: its tables are not those of the action.yml files. Run `npm run docs:tables`.');
    process.exitCode = 1;
  }
} else writeFileSync(readme, text);
