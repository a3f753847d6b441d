/** The inputs and outputs of every action.yml, as README.md has them between its markers. */
import { actionsIn } from './markdown.mjs';

const NAMES = { rotate: '.', check: 'check', reactivate: 'reactivate' };

const cell = (text) => String(text).trim().replace(/\s+/g, ' ').replace(/\|/g, '\\|').replace(/</g, '&lt;');
const byDefault = ({ required, default: value }) =>
  required ? '**required**' : value === undefined || String(value).trim() === '' ? '' : `\`${cell(value)}\``;

function tables({ inputs, outputs }) {
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

/** @param text README.md as it is; @returns it with the tables as they must be. */
export function withTables(root, text) {
  const actions = actionsIn(root);
  return Object.entries(NAMES).reduce(
    (result, [name, folder]) =>
      result.replace(
        new RegExp(`(<!-- ${name}: .*? -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_all, start, end) => `${start}\n${tables(actions[folder])}\n\n${end}`,
      ),
    text,
  );
}
