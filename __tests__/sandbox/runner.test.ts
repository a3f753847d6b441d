/** The runner harness does what GitHub's runner does with an action; small fixture actions prove it. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCommand, parseFile } from '../../sandbox/runner/commands.ts';
import { derived } from '../../sandbox/runner/masks.ts';
import { runStep, type Step } from '../../sandbox/runner/runner.ts';

let action: string;
beforeAll(() => {
  action = mkdtempSync(join(tmpdir(), 'action-'));
  writeFileSync(
    join(action, 'action.yml'),
    'inputs:\n  user-name: {default: deployer}\n  "two words": {default: x}\n  empty: {required: true}\nruns: {using: node24, main: main.mjs}\n',
  );
});
afterAll(() => rmSync(action, { recursive: true }));

function run(script: string, step: Partial<Step> = {}) {
  writeFileSync(join(action, 'main.mjs'), script);
  return runStep({ action, with: {}, secrets: [], env: {}, ...step });
}

describe('a step', () => {
  it('gets its inputs as the runner spells them, with defaults, and nothing of our environment', async () => {
    const { stdout, complaints } = await run(
      `const e = process.env; console.log(JSON.stringify([e['INPUT_USER-NAME'], e.INPUT_TWO_WORDS, e.INPUT_EMPTY, e.INPUT_OTHER, e.HOME ?? null]))`,
      { with: { other: '1' } },
    );
    expect(JSON.parse(stdout)).toEqual(['deployer', 'x', '', '1', null]);
    expect(complaints).toEqual(["Unexpected input 'other'"]);
  });

  it('hands on outputs in both grammars, but no job output that holds a secret', async () => {
    const { outputs, jobOutputs } = await run(
      `import { appendFileSync } from 'node:fs'; appendFileSync(process.env.GITHUB_OUTPUT, 'a=1\\nb<<E\\ntwo\\nlines\\nE\\nc=has-s3cret\\n')`,
      { secrets: ['s3cret'] },
    );
    expect(outputs).toEqual({ a: '1', b: 'two\nlines', c: 'has-s3cret' });
    expect(Object.keys(jobOutputs)).toEqual(['a', 'b']);
  });

  it('loses a summary over 1 MiB whole', async () => {
    const write = (size: number) =>
      `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(${size}))`;
    expect((await run(write(1024 * 1024))).summary).toHaveLength(1024 * 1024);
    expect((await run(write(1024 * 1024 + 1))).summary).toBe('');
  });

  it('hides a secret in every form it may take, from the mask on', async () => {
    const secret = 'a/b+c"d e&f';
    const { log } = await run(
      `const s = ${JSON.stringify(secret)}; console.log('before ' + s); console.log('::add-mask::' + s);
       for (const form of [s, Buffer.from(s).toString('base64'), encodeURIComponent(s), JSON.stringify(s)]) console.log('x' + form)`,
    );
    expect(log[0]).toBe(`before ${secret}`);
    for (const line of log.slice(1, 5)) expect(line).toContain('***');
    expect(derived(secret)).toContain(encodeURIComponent(secret));
  });

  it('fails as its exit code says, and is killed when it hangs', async () => {
    expect((await run('process.exit(3)')).exitCode).toBe(3);
    expect((await run('setInterval(() => {}, 1000)', { timeout: 300 })).exitCode).toBeNull();
  });

  it('lives in the world’s time, and waits briefly', async () => {
    const { stdout } = await run(
      `import { setTimeout as wait } from 'node:timers/promises'; const real = process.hrtime.bigint(); await wait(20_000);
       console.log(JSON.stringify([new Date().getUTCFullYear(), Date.now() === new Date().getTime(), new Date(0).getTime(), Number(process.hrtime.bigint() - real) / 1e6 < 10_000]))`,
      { clockOffset: Date.parse('2031-06-01') - Date.now(), timerDivisor: 200 },
    );
    expect(JSON.parse(stdout)).toEqual([2031, true, 0, true]);
  });

  it('can be killed at the very moment a request arrives', async () => {
    let child: ChildProcess | undefined;
    const server = createServer(() => child?.kill('SIGKILL')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { exitCode, stdout } = await run(
      `await fetch('http://127.0.0.1:${port}'); console.log('came back')`,
      {
        onSpawn: (spawned) => {
          child = spawned;
        },
      },
    );
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect([exitCode, stdout]).toEqual([null, '']);
  });
});

describe('commands', () => {
  it.each([
    [
      '::error title=A%3A b,file=x::one%0Atwo',
      { name: 'error', properties: { title: 'A: b', file: 'x' }, data: 'one\ntwo' },
    ],
    ['  ::warning::w', { name: 'warning', properties: {}, data: 'w' }],
    ['text ##[error]old form', { name: 'error', properties: {}, data: 'old form' }],
    ['text ::error::not at the start', null],
  ])('%s', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });

  it('stop where they are told to', async () => {
    const { commands, log } = await run(
      `console.log('::stop-commands::t0k\\n::error::ignored\\n::t0k::\\n::error::heard')`,
    );
    expect(commands.map(({ name }) => name)).toEqual(['stop-commands', 'error']);
    expect(log).toContain('::error::ignored');
  });

  it('in files are refused when they are malformed', () => {
    expect(() => parseFile('a<<E\nnever ends')).toThrow('Matching delimiter not found');
    expect(() => parseFile('no equals sign')).toThrow('Invalid format');
    expect(parseFile('a=b<<c')).toEqual({ a: 'b<<c' });
  });
});
