/**
 * Runs jest, which needs a flag for ES modules. A skipped test is a failure: it looks like a proof and is none.
 * `JEST_JSON=FILE` keeps jest's own result; other arguments go to jest.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jest-'));
const json = process.env.JEST_JSON ?? join(folder, 'result.json');
try {
  // The exploration's programs run from build/.
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${json}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const { numPendingTests, numTodoTests } = JSON.parse(readFileSync(json, 'utf8'));
  // A filter (`-t NAME`) leaves tests out on purpose.
  const filtered = process.argv.some(
    (argument) => argument === '-t' || argument.startsWith('--testNamePattern'),
  );
  const skipped = filtered ? 0 : numPendingTests + numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests are skipped.`);
  process.exitCode = status === 0 && skipped > 0 ? 1 : (status ?? 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
