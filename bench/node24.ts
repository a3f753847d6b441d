import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../sandbox/project.ts';

/** Path of the Node that the actions run on (`using: node24`). */
export const node24 = (): string =>
  execFileSync(process.execPath, [join(projectRoot(), 'scripts/node24.mjs')], { encoding: 'utf8' }).trim();

export const versionOf = (node: string): string =>
  execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
