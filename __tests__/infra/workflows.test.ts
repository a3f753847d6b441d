/**
 * What actionlint and zizmor do not ask of our workflows, or ask only where they are installed: rights are named one by one
 * with a reason, what runs is pinned, and no job both runs newly arrived code and may write.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../sandbox/project.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectRoot(), '.github/workflows');
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const workflow = parse(text) as Workflow;
  return { name, text, workflow, jobs: Object.entries(workflow.jobs) };
});
const mayWrite = ({ permissions = {} }: Job): boolean => Object.values(permissions).includes('write');

describe.each(files)('$name', ({ text, workflow, jobs }) => {
  it('grants nothing at the top, and each job its own rights', () => {
    expect(workflow.permissions).toEqual({});
    for (const [, job] of jobs) expect(Object.keys(job.permissions ?? {})).not.toEqual([]);
  });

  it('says why for each right', () => {
    const rights = text.split('\n').filter((line) => /^ {6}[a-z-]+: (read|write)\b/.test(line));
    expect(rights).toHaveLength(
      jobs.reduce((count, [, { permissions = {} }]) => count + Object.keys(permissions).length, 0),
    );
    for (const line of rights) expect(line).toMatch(/: (read|write) # \w/);
  });

  it('runs nothing but what is pinned by its full hash, with the version beside it', () => {
    const used = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('never leaves the token in the checkout, and lets no job hang', () => {
    for (const [, job] of jobs) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      for (const { uses = '', with: given } of job.steps)
        if (uses.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
    }
  });

  it('is not started with a base repository’s rights by somebody else’s pull request', () => {
    expect(JSON.stringify(workflow.on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
  });

  it('runs no npm, node or project script in a job that may write to the repository', () => {
    for (const [name, job] of jobs)
      if (job.permissions?.contents === 'write')
        for (const { run = '', uses = '' } of job.steps) {
          expect([name, run]).toEqual([
            name,
            expect.not.stringMatching(/(^|\s)(npm|npx|node|\.ci\/run|scripts\/\S+)(\s|$)/),
          ]);
          expect(uses).not.toContain('setup-node');
        }
  });
});

it('only these jobs may write anything', () => {
  const writers = files.flatMap(({ name, jobs }) =>
    jobs.filter(([, job]) => mayWrite(job)).map(([job]) => `${name}: ${job}`),
  );
  expect(writers.sort()).toEqual(['codeql.yml: analyze', 'rebuild-dist.yml: commit', 'release.yml: publish']);
});

describe('release.yml', () => {
  const steps = files.find(({ name }) => name === 'release.yml')?.workflow.jobs.publish?.steps ?? [];
  const script = steps.map(({ uses = '', run = '' }) => `${uses}\n${run}`).join('\n');

  it('attests, drafts, uploads, publishes and moves the major tag, in this order: what is published is final', () => {
    const order = ['actions/attest@', 'gh release create', 'gh release upload', '--draft=false', 'git push'];
    const places = order.map((word) => script.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(script).toMatch(/gh release create .*--draft/);
  });
});

describe('dependabot.yml', () => {
  const { updates } = parse(readFileSync(join(folder, '../dependabot.yml'), 'utf8')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
  };

  it('watches packages, peers and actions, and lets a version rest a week', () => {
    expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual([
      'github-actions',
      'npm',
      'pip',
    ]);
    for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
  });
});
