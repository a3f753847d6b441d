/** What a runner downloads, and what is in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../sandbox/project.ts';

/**
 * The project as it stands, committed or not, in the archive that GitHub would make of it: `git archive` with its
 * `export-ignore`s, below one folder.
 */
export function releaseTar(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  const git = (...args: string[]): Buffer =>
    execFileSync('git', args, {
      cwd: projectRoot(),
      env: { ...process.env, GIT_INDEX_FILE: join(folder, 'index') },
      maxBuffer: 2 ** 28,
    });
  try {
    git('add', '--all');
    const tree = git('write-tree').toString().trim();
    return git('archive', '--format=tar', '--prefix=rotate-aws-access-key/', tree);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Size {
  readonly bytes: number;
  readonly gzipped: number;
}

const sizeOf = (content: Buffer): Size => ({ bytes: content.length, gzipped: gzipSync(content).length });

export interface Sizes {
  /** By path, below dist/. */
  readonly dist: Readonly<Record<string, Size>>;
  readonly release: Size;
}

export function sizes(): Sizes {
  const dist = join(projectRoot(), 'dist');
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  return {
    dist: Object.fromEntries(paths.sort().map((path) => [path, sizeOf(readFileSync(join(dist, path)))])),
    release: sizeOf(releaseTar()),
  };
}

/** Everything that Node may load. */
export const codeBytes = ({ dist }: Sizes): number =>
  Object.entries(dist)
    .filter(([path]) => /\.[cm]?js$/.test(path))
    .reduce((sum, [, { bytes }]) => sum + bytes, 0);
