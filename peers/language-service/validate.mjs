/** What GitHub's own language service says of workflow files: a JSON list of `FILE:LINE: MESSAGE`. */
import { readFileSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

const found = [];
for (const path of process.argv.slice(2)) {
  const uri = `file:///.github/workflows/${path.split('/').at(-1)}`;
  const document = TextDocument.create(uri, 'yaml', 0, readFileSync(path, 'utf8'));
  for (const { message, range } of await validate(document))
    found.push(`${path}:${range.start.line + 1}: ${message}`);
}
process.stdout.write(JSON.stringify(found));
