/**
 * Measures the built actions against the sandbox.
 *
 *     npm run bench [-- --json] [--write] [--rounds 3] [--only 'nothing due'] [--node PATH]
 *
 * `--write` puts the results into docs/performance.md; `--only` is a regular expression on scenarios.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../sandbox/project.ts';
import { node24 } from './node24.ts';
import { resultsPage } from './page.ts';
import { measureAll } from './results.ts';
import { Sandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    node: { type: 'string' },
  },
});
const sandbox = new Sandbox();
try {
  const results = await measureAll(sandbox, {
    node: values.node ?? node24(),
    rounds: Number(values.rounds),
    only: values.only === undefined ? null : new RegExp(values.only),
    tell: (what) => process.stderr.write(`${what}\n`),
  });
  const text = resultsPage(results);
  process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : `${text}\n`);
  if (values.write) write(text);
} finally {
  sandbox.end();
}

function write(text: string): void {
  const page = join(projectRoot(), 'docs/performance.md');
  const before = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    before.replace(
      /(<!-- bench: .*? -->\n)[\s\S]*?(<!-- \/bench -->)/,
      (_all, start, end) => `${start}\n${text}\n\n${end}`,
    ),
  );
}
