/** Links lead somewhere, pictures are there, and every document can be reached from README.md. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What GitHub shows of a repository; a picture is looked at, so an empty file is none. */
const PICTURES = {
  '.png': (bytes) => bytes.subarray(1, 4).toString() === 'PNG',
  '.svg': (bytes) => bytes.includes('<svg'),
};

export function linkProblems(root, documents) {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const reached = new Set(['README.md']);
  const problems = [];
  for (const path of reached) {
    // A set grows while it is walked.
    for (const { target } of byPath.get(path)?.links ?? []) {
      const file = fileOf(path, target);
      if (file !== null && byPath.has(file)) reached.add(file);
    }
  }
  for (const document of documents) {
    const say = (line, what) => problems.push(`${document.path}:${line}: ${what}`);
    if (!reached.has(document.path)) say(1, 'no link leads here from README.md');
    for (const { target, picture, line } of document.links) {
      const what = problemOf(root, byPath, document.path, target, picture);
      if (what !== null) say(line, `${target}: ${what}`);
    }
  }
  return problems;
}

const isExternal = (target) => /^[a-z][a-z\d+.-]*:/i.test(target);

function fileOf(from, target) {
  if (isExternal(target)) return null;
  const [file] = target.split('#');
  return file === '' ? from : normalize(join(dirname(from), decodeURI(file)));
}

function problemOf(root, byPath, from, target, picture) {
  if (isExternal(target)) return externalProblem(target);
  const file = fileOf(from, target);
  if (file.startsWith('..') || !existsSync(join(root, file))) return 'there is no such file';
  const anchor = target.split('#')[1];
  if (anchor !== undefined && !byPath.get(file)?.anchors.includes(anchor)) return 'there is no such heading';
  return picture ? pictureProblem(join(root, file)) : null;
}

/** No request is sent: the form alone. */
function externalProblem(target) {
  if (!URL.canParse(target)) return 'is no URL';
  const { protocol, hostname } = new URL(target);
  if (protocol !== 'https:') return 'is not https';
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/.test(hostname) ? null : 'names no public host';
}

function pictureProblem(path) {
  if (statSync(path).size === 0) return 'is empty';
  const [ending, isOne] = Object.entries(PICTURES).find(([known]) => path.endsWith(known)) ?? [];
  return ending !== undefined && isOne(readFileSync(path)) ? null : 'is no picture';
}
