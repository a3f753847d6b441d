/** The documents keep what they promise, and `npm run docs:check` finds each kind of promise that is not kept. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { PIECES } from '../src/report/doctor.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** What `npm run docs:check` says of a tree, line by line. */
function said(root: string): { status: number | null; lines: string[] } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs-check.mjs', root], {
    encoding: 'utf8',
  });
  return { status, lines: stderr.split('\n').filter((line) => line !== '') };
}

it('nothing is stale, dead or missing here', () => {
  expect(said('.')).toEqual({ status: 0, lines: [] });
});

/** A copy of the tree, and ways to spoil it. */
class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'docs-'));

  constructor() {
    const notCopied = /^(?:\.git|node_modules|build|dist)$/;
    cpSync('.', this.root, { recursive: true, filter: (path) => !notCopied.test(path) });
  }

  replace(path: string, what: string, by: string): void {
    const text = read(join(this.root, path));
    if (!text.includes(what)) throw new Error(`${path} has no ${what}`);
    writeFileSync(join(this.root, path), text.replace(what, by));
  }

  /** Before everything else, so that its line is the first. */
  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), `${text}\n\n${read(join(this.root, path))}`);
  }

  add(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    appendFileSync(join(this.root, path), text);
  }
}

/** What is planted, and what must be said of it. */
const PLANTS: readonly (readonly [string, (copy: Copy) => void, string | RegExp])[] = [
  [
    'a stale table',
    (copy) => copy.replace('check/action.yml', "default: '90'", "default: '91'"),
    'README.md: its tables are not those of the action.yml files; run npm run docs:tables',
  ],
  ['a dead link', (copy) => copy.write('docs/check.md', '[x](gone.md)'), 'gone.md: there is no such file'],
  [
    'a dead anchor',
    (copy) => copy.write('docs/check.md', '[x](protocol.md#gone)'),
    'protocol.md#gone: there is no such heading',
  ],
  [
    'a link out of the tree',
    (copy) => copy.write('docs/check.md', '[x](../../x.md)'),
    '../../x.md: there is no such file',
  ],
  [
    'an insecure link',
    (copy) => copy.write('docs/check.md', '[x](http://a.example.com)'),
    'http://a.example.com: is not https',
  ],
  [
    'a link to a machine',
    (copy) => copy.write('docs/check.md', '<img src="https://localhost/x.png">'),
    'https://localhost/x.png: names no public host',
  ],
  [
    'a missing picture',
    (copy) => copy.write('docs/check.md', '![x](pictures/gone.png)'),
    'pictures/gone.png: there is no such file',
  ],
  [
    'an empty picture',
    (copy) => {
      copy.add('docs/pictures/empty.png', '');
      copy.write('docs/check.md', '![x](pictures/empty.png)');
    },
    'pictures/empty.png: is empty',
  ],
  [
    'a picture that is none',
    (copy) => {
      copy.add('docs/pictures/text.png', 'text');
      copy.write('docs/check.md', '![x](pictures/text.png)');
    },
    'pictures/text.png: is no picture',
  ],
  [
    'a document that nobody links',
    (copy) => copy.add('docs/lost.md', '# Lost\n'),
    'docs/lost.md:1: no link leads here from README.md',
  ],
  [
    'a code without a heading',
    (copy) => copy.replace('src/flow/errors.ts', "  | 'bad-input'", "  | 'bad-input'\n  | 'worse-input'"),
    'docs/troubleshooting.md: the code worse-input has no heading',
  ],
  [
    'a heading without a code',
    (copy) => copy.replace('docs/troubleshooting.md', '### no-session', '### no-sessions\n\n### no-session'),
    'docs/troubleshooting.md: no code is named no-sessions',
  ],
  [
    'a refusal without a word',
    (copy) => copy.add('src/rotation/plan.ts', "\nrefuse(seen, 'never-heard-of')\n"),
    'docs/troubleshooting.md: the refusal never-heard-of is missing',
  ],
  [
    'an example that no linter reads',
    (copy) => copy.add('examples/x.yaml', 'on: push\n'),
    /^examples\/x.yaml: no linter reads it/,
  ],
  [
    'an example that is not executed',
    (copy) => copy.add('examples/new.yml', 'on: push\njobs: {}\n'),
    /^examples\/new.yml: it is not executed/,
  ],
  ['an example that is not listed', () => {}, 'examples/new.yml: it is not in examples/README.md'],
  [
    'an example with an input that does not exist',
    (copy) => copy.replace('examples/rotate.yml', 'role-to-assume:', 'role-arn:'),
    'examples/rotate.yml: . has no input role-arn',
  ],
  [
    'an example without a required input',
    (copy) => copy.replace('examples/emergency.yml', 'github-token: ', '# github-token: '),
    'examples/emergency.yml: . requires the input github-token',
  ],
  [
    'a piece of YAML with an input that does not exist',
    (copy) =>
      copy.write(
        'docs/check.md',
        '```yaml\nuses: OWNER/rotate-aws-access-key/check@COMMIT\nwith: {all: true}\n```',
      ),
    'check has no input all',
  ],
  [
    'a piece of YAML that is none',
    (copy) => copy.write('docs/check.md', '```yaml\na: b: c\n```'),
    /this YAML cannot be read/,
  ],
  [
    'an action that does not exist',
    (copy) => copy.write('docs/check.md', '```yaml\nuses: OWNER/rotate-aws-access-key/undo@COMMIT\n```'),
    'there is no action undo',
  ],
  [
    'a name that nothing has',
    (copy) => copy.write('docs/check.md', '`rotate-after-weeks`'),
    'nothing is named rotate-after-weeks',
  ],
  [
    'an input with a value that does not exist',
    (copy) => copy.write('docs/check.md', '`forced: true`'),
    'there is no input or key forced',
  ],
  [
    'a file that is not there',
    (copy) => copy.write('docs/check.md', '`src/flow/gone.ts`'),
    'there is no src/flow/gone.ts',
  ],
  [
    'a command that does not exist',
    (copy) => copy.write('docs/check.md', '```sh\nnpm run gone\n```'),
    'there is no npm run gone',
  ],
  [
    'an action that AWS does not have',
    (copy) => copy.write('docs/check.md', 'iam:RotateAccessKey'),
    'AWS has no action iam:RotateAccessKey',
  ],
  [
    'a permission that GitHub does not have',
    (copy) => copy.write('docs/check.md', '`"secret_things": "write"`'),
    'GitHub has no permission secret_things that this project knows',
  ],
  [
    'a decision whose test is gone',
    (copy) => copy.replace('docs/decisions/0005-lease.md', '“gives a key', '“never gives a key'),
    /^docs\/decisions\/0005-lease.md: .* has no test “never gives a key/,
  ],
  [
    'a decision without what was rejected',
    (copy) => copy.replace('docs/decisions/0004-awss-clock.md', '## Rejected', '## Not taken'),
    /^docs\/decisions\/0004-awss-clock.md: its sections are not/,
  ],
  [
    'a decision that nothing shows',
    (copy) =>
      copy.add(
        'docs/decisions/0006-x.md',
        [
          '# 6. X',
          ...['Context', 'Decision', 'Consequences', 'Rejected', 'Shown by'].map((title) => `## ${title}`),
        ].join('\n'),
      ),
    'docs/decisions/0006-x.md: no test shows it',
  ],
  ['and that nobody links', () => {}, 'docs/decisions/0006-x.md:1: no link leads here from README.md'],
  [
    'a folder that the picture lacks',
    (copy) => copy.add('src/more/x.ts', 'export {};\n'),
    'docs/architecture.md: the picture lacks src/more',
  ],
  [
    'an import against the arrows',
    (copy) => copy.add('src/flow/x.ts', "import '../aws/iam.ts';\nexport { x } from '../aws/iam.ts';\n"),
    'docs/architecture.md: src/flow imports src/aws, against the arrows',
  ],
  [
    'a box of the picture without a folder',
    (copy) =>
      copy.replace(
        'docs/architecture.md',
        '    github["github"]',
        '    github["github"]\n    gitlab["gitlab"]',
      ),
    'docs/architecture.md: there is no src/gitlab',
  ],
];

describe('found is', () => {
  let lines: string[] = [];
  let copy: Copy;
  beforeAll(() => {
    copy = new Copy();
    for (const [, plant] of PLANTS) plant(copy);
    const { status, lines: found } = said(copy.root);
    expect(status).toBe(1);
    lines = found;
  });
  afterAll(() => rmSync(copy.root, { recursive: true }));

  const fits = (line: string, expected: string | RegExp): boolean =>
    typeof expected === 'string'
      ? line === expected || line.replace(/^[\w/.-]+\.md:\d+: /, '') === expected
      : expected.test(line);

  for (const [what, , expected] of PLANTS)
    it(what, () => {
      expect(lines.filter((line) => fits(line, expected))).toHaveLength(1);
    });

  it('nothing else', () => {
    expect(lines.filter((line) => !PLANTS.some(([, , expected]) => fits(line, expected)))).toEqual([]);
  });
});

describe('troubleshooting', () => {
  it('has a heading for everything that a dry run looks at, in that order', () => {
    const [, part = ''] = read('docs/troubleshooting.md').split('\n## What a dry run looks at\n');
    const headings = [...(part.split('\n## ')[0] ?? '').matchAll(/^### (.+)$/gm)];
    // GitHub's anchors.
    const anchors = headings.map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'));
    expect(anchors).toEqual(PIECES.filter((piece) => piece !== 'refusals'));
  });
});

describe('action.yml', () => {
  it.each(['action.yml', 'check/action.yml', 'reactivate/action.yml'])(
    '%s starts a file of dist/ on Node 24',
    (path) => {
      const { runs } = parse(read(path)) as { runs: { using: string; main: string } };
      expect(runs.using).toBe('node24');
      expect(existsSync(join(dirname(path), runs.main))).toBe(true);
    },
  );
});

describe('README.md', () => {
  it('shows the two commands', () => {
    for (const command of ['npm ci && npm run demo', 'npm ci && npm test'])
      expect(read('README.md')).toContain(command);
  });
});
