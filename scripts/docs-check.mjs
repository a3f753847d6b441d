/**
 * Says what the documents promise and the tree does not keep, one line each, and fails then: stale tables, dead links,
 * missing pictures, codes without headings, examples that nobody runs, names of what does not exist. Sends no request.
 * An argument names another tree.
 */
import { fileURLToPath } from 'node:url';
import {
  architectureProblems,
  codeProblems,
  decisionProblems,
  exampleProblems,
  tableProblems,
} from './docs/coverage.mjs';
import { linkProblems } from './docs/links.mjs';
import { filesIn, readDocument } from './docs/markdown.mjs';
import { nameProblems } from './docs/names.mjs';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const documents = filesIn(root, '.md').map((path) => readDocument(root, path));
const problems = [
  ...tableProblems(root),
  ...linkProblems(root, documents),
  ...codeProblems(root),
  ...exampleProblems(root),
  ...decisionProblems(root, documents),
  ...architectureProblems(root, documents),
  ...(await nameProblems(root, documents)),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${documents.length} documents: nothing is stale, dead or missing.`);
