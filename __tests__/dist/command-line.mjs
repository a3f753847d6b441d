#!/usr/bin/env node
/**
 * Stands in for `gh`, `aws` and `git` where the commands of a document are executed: notes what it was asked (JSON, one line a
 * call, in the file of COMMANDS), and answers what ANSWERS holds for the first words of it.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const { COMMANDS = '', ANSWERS = '{}' } = process.env;
const words = [basename(process.argv[1] ?? ''), ...process.argv.slice(2)];
const input = words[1] === 'secret' ? readFileSync(0, 'utf8') : '';
appendFileSync(COMMANDS, `${JSON.stringify({ words, input })}\n`);
const [, answer = ''] =
  Object.entries(JSON.parse(ANSWERS)).find(([start]) => words.join(' ').startsWith(start)) ?? [];
process.stdout.write(`${typeof answer === 'string' ? answer : interpolated(words.at(-1) ?? '', answer)}\n`);

/** jq's string interpolation, `"x=\(.a.b)"`, and nothing else of it. */
function interpolated(query, value) {
  const text = JSON.parse(query.replace(/\\\(([.\w]+)\)/g, '\\u0000$1\\u0000'));
  const at = (path) => path.split('.').reduce((inner, name) => (name === '' ? inner : inner[name]), value);
  return text.replace(/\0([.\w]+)\0/g, (_, path) => String(at(path)));
}
