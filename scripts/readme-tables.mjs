/** Writes the inputs and outputs of every action.yml into README.md, between its markers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from './docs/tables.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = `${root}/README.md`;
writeFileSync(readme, withTables(root, readFileSync(readme, 'utf8')));
