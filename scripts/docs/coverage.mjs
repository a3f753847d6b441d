/** What must be complete: tables, codes, examples, decisions, and the picture of the architecture. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesIn } from './markdown.mjs';
import { yamlProblems } from './names.mjs';
import { withTables } from './tables.mjs';

const read = (root, path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

export const tableProblems = (root) =>
  withTables(root, read(root, 'README.md')) === read(root, 'README.md')
    ? []
    : ['README.md: its tables are not those of the action.yml files; run npm run docs:tables'];

/** Every code of a failure has its heading in docs/troubleshooting.md, and every refusal of the planner its word. */
export function codeProblems(root) {
  const path = 'docs/troubleshooting.md';
  const text = read(root, path);
  const [, union = ''] = /export type FailureCode =([^;]+);/.exec(read(root, 'src/flow/errors.ts')) ?? [];
  const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
  const [, failures = ''] = /^## Failures\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text) ?? [];
  const headings = [...failures.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  const refused = [
    ...read(root, 'src/rotation/plan.ts').matchAll(/refuse\(\s*(?:view\.)?seen,\s*'([\w-]+)'/g),
  ].map(([, reason]) => reason);
  if (codes.length === 0 || refused.length === 0)
    return ['scripts/docs/coverage.mjs finds no codes any more'];
  return [
    ...codes
      .filter((code) => !headings.includes(code))
      .map((code) => `${path}: the code ${code} has no heading`),
    ...headings
      .filter((heading) => !codes.includes(heading))
      .map((heading) => `${path}: no code is named ${heading}`),
    ...refused
      .filter((reason) => !text.includes(`\`${reason}\``))
      .map((reason) => `${path}: the refusal ${reason} is missing`),
  ];
}

/** Every example is read by the linters, executed, and in the list; and nothing else lies there. */
export function exampleProblems(root) {
  const executions = read(root, '__tests__/dist/examples.test.ts');
  const linted = read(root, 'peers/workflows.test.ts').includes("inFolder('examples')");
  const list = read(root, 'examples/README.md');
  return readdirSync(join(root, 'examples')).flatMap((name) => {
    if (name === 'README.md') return [];
    const path = `examples/${name}`;
    // The linters take the files of that folder that end so.
    if (!name.endsWith('.yml') || !linted) return [`${path}: no linter reads it (peers/workflows.test.ts)`];
    const isExecuted =
      new RegExp(`example\\(\\s*'${name.replaceAll('.', '\\.')}'`).test(executions) ||
      executions.includes(`'${path}'`);
    return [
      ...(isExecuted ? [] : [`${path}: it is not executed (__tests__/dist/examples.test.ts)`]),
      ...(list.includes(`](${name})`) ? [] : [`${path}: it is not in examples/README.md`]),
      ...yamlProblems(root, read(root, path)).map((what) => `${path}: ${what}`),
    ];
  });
}

const SECTIONS = ['Context', 'Decision', 'Consequences', 'Rejected', 'Shown by'];
/** A page. */
const LINES = 60;

/** Every decision has its five parts, fits a page, and names tests that exist by their titles, “…”. */
export function decisionProblems(root, documents) {
  return documents
    .filter(({ path }) => /^docs\/decisions\/\d/.test(path))
    .flatMap(({ path, text }) => {
      const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
      const problems = [];
      if (sections.join() !== SECTIONS.join())
        problems.push(`${path}: its sections are not ${SECTIONS.join(', ')}`);
      if (text.split('\n').length > LINES) problems.push(`${path}: more than ${LINES} lines`);
      const shown = text.split('## Shown by')[1] ?? '';
      const proofs = [...shown.matchAll(/\]\(([^)]+\.test\.ts)\): ([^\n]*(?:\n {2}[^\n]+)*)/g)];
      if (proofs.length === 0) problems.push(`${path}: no test shows it`);
      for (const [, target, titles] of proofs) {
        const file = normalize(join(dirname(path), target));
        const named = [...titles.replace(/\n\s+/g, ' ').matchAll(/“([^”]+)”/g)].map(([, title]) => title);
        if (named.length === 0) problems.push(`${path}: ${file} is named without a test’s title`);
        for (const title of named)
          if (!read(root, file).includes(title)) problems.push(`${path}: ${file} has no test “${title}”`);
      }
      return problems;
    });
}

/** The picture of docs/architecture.md has every folder of src/, and every import goes along its arrows. */
export function architectureProblems(root, documents) {
  const path = 'docs/architecture.md';
  const picture = documents
    .find((document) => document.path === path)
    ?.blocks.find(({ language }) => language === 'mermaid');
  if (picture === undefined) return [`${path}: it has no picture`];
  const layers = new Map();
  for (const [, layer, body] of picture.code.matchAll(/^ *subgraph (\w+)[^\n]*\n([\s\S]*?)^ *end$/gm))
    for (const [, name] of body.matchAll(/\["?([\w.]+)/g)) layers.set(name, layer);
  const arrows = [...picture.code.matchAll(/^ *(\w+) --> (\w+)$/gm)].map(([, from, to]) => [from, to]);
  const parts = readdirSync(join(root, 'src'));
  return [
    ...parts.filter((part) => !layers.has(part)).map((part) => `${path}: the picture lacks src/${part}`),
    ...[...layers.keys()]
      .filter((name) => !parts.includes(name))
      .map((name) => `${path}: there is no src/${name}`),
    ...importsIn(root)
      .filter(
        ([from, to]) =>
          layers.has(from) && layers.has(to) && !leads(arrows, layers.get(from), layers.get(to)),
      )
      .map(([from, to]) => `${path}: src/${from} imports src/${to}, against the arrows`),
  ];
}

const leads = (arrows, from, to) =>
  from === to || arrows.some(([start, next]) => start === from && leads(arrows, next, to));

/** Which folder (or file) directly below src/ imports which other one. */
function importsIn(root) {
  const found = new Set();
  for (const path of filesIn(root, '.ts', 'src'))
    for (const [, target] of read(root, path).matchAll(/(?:from|import\() *'(\.[^']+)'/g)) {
      const [from, to] = [path, normalize(join(dirname(path), target))].map((file) => file.split('/')[1]);
      if (from !== to) found.add(`${from} ${to}`);
    }
  return [...found].map((pair) => pair.split(' '));
}
