/** The documents hold what they promise: every code has its heading, every link its target. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { PIECES } from '../src/report/doctor.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const documents = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** GitHub's anchor of a heading: lower case, punctuation gone, spaces to hyphens. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe('troubleshooting', () => {
  const text = read('docs/troubleshooting.md');
  const below = (section: string): string[] => {
    const [, part = ''] = text.split(`\n## ${section}\n`);
    return [...(part.split('\n## ')[0] ?? '').matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
  };

  it('has a heading for every failure code of the source, and no other', () => {
    const [, union = ''] = /export type FailureCode =([^;]+);/.exec(read('src/flow/errors.ts')) ?? [];
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    expect(below('Failures').sort()).toEqual(codes.sort());
  });

  it('has a heading for everything that a dry run looks at, in that order', () => {
    const pieces = PIECES.filter((piece) => piece !== 'refusals');
    expect(below('What a dry run looks at').map(anchorOf)).toEqual(pieces);
    expect(anchorsIn('docs/troubleshooting.md')).toContain('refusals');
  });

  it('names every reason for which the planner refuses', () => {
    const source = read('src/rotation/plan.ts');
    const refused = [...source.matchAll(/refuse\(\s*(?:view\.)?seen,\s*'([\w-]+)'/g)].map(
      ([, reason]) => reason,
    );
    expect(refused.length).toBeGreaterThan(10);
    for (const reason of refused) expect(text).toContain(`\`${reason}\``);
  });
});

describe('links', () => {
  it.each(documents)('of %s lead somewhere', (path) => {
    const prose = read(path).replace(/^```[\s\S]*?^```/gm, '');
    for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      expect({ link, exists: existsSync(target) }).toEqual({ link, exists: true });
      if (anchor !== undefined) expect(anchorsIn(target)).toContain(anchor);
    }
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
  it('has the inputs and outputs of every action.yml', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/readme-tables.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('shows the two commands', () => {
    for (const command of ['npm ci && npm run demo', 'npm ci && npm test'])
      expect(read('README.md')).toContain(command);
  });
});
