/** How a run ends, as Node ends it: by an exit code. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** A process whose door opens as `open` says. */
function entered(open: string): { status: number | null; stdout: string } {
  const program = `import { enter } from './build/src/main.js'; enter('rotate', async () => ({ open: ${open} }));`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('a run', () => {
  it('that is done is green', () => {
    expect(entered('async () => {}')).toEqual({ status: 0, stdout: '' });
  });

  it('that throws is red', () => {
    const { status, stdout } = entered('async () => { throw new Error("out of words"); }');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::Error: out of words/);
  });

  it('that waits for what never comes is red, and not ended by Node with exit code 0', () => {
    const { status, stdout } = entered('() => new Promise(() => {})');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::Error: The run stopped in the middle/);
  });
});
