/** The runner harness does what GitHub's runner does with an action; small fixture actions prove it. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AwsAccount } from '../../sandbox/aws/account.ts';
import { WorldClock } from '../../sandbox/clock.ts';
import { leaksIn } from '../../sandbox/leaks.ts';
import { parseCommand, parseFile, REGISTERED } from '../../sandbox/runner/commands.ts';
import { LineReader } from '../../sandbox/runner/listener.ts';
import { derived, Masker } from '../../sandbox/runner/masks.ts';
import { runStep, type Step } from '../../sandbox/runner/runner.ts';

let action: string;
beforeAll(() => {
  action = mkdtempSync(join(tmpdir(), 'action-'));
  const yaml = `
inputs:
  user-name: {default: deployer}
  "two words": {default: x}
  empty: {required: true}
  token: {default: "\${{ GitHub.token }}"}
  nothing: {default: "<\${{ github.no_such_thing }}>"}
runs: {using: node24, main: main.mjs}
`;
  writeFileSync(join(action, 'action.yml'), yaml);
});
afterAll(() => rmSync(action, { recursive: true }));

/** @param script has `print`, `complain` (on the other stream), `append` (to a command file) and `env` at hand. */
function run(script: string, step: Partial<Step> = {}) {
  const tools = `import { appendFileSync, writeSync } from 'node:fs';
    const { env } = process;
    const print = (text) => writeSync(1, text);
    const complain = (text) => writeSync(2, text);
    const append = (file, text) => appendFileSync(env[file], text);`;
  writeFileSync(join(action, 'main.mjs'), `${tools}\n${script}`);
  return runStep({ action, with: {}, secrets: [], env: {}, ...step });
}

describe('a step', () => {
  it('gets its inputs as the runner spells them, with defaults, and nothing of our environment', async () => {
    const { stdout, complaints } = await run(
      `print(JSON.stringify([env['INPUT_USER-NAME'], env.INPUT_TWO_WORDS, env.INPUT_EMPTY, env.INPUT_OTHER, env.HOME ?? null]))`,
      { with: { other: '1' } },
    );
    expect(JSON.parse(stdout)).toEqual(['deployer', 'x', '', '1', null]);
    expect(complaints).toEqual([
      "Unexpected input(s) 'other', valid inputs are ['user-name', 'two words', 'empty', 'token', 'nothing']",
    ]);
  });

  it('finds an input under any case of its name', async () => {
    const { stdout, complaints } = await run(`print(env['INPUT_USER-NAME'])`, {
      with: { 'User-Name': 'alice' },
    });
    expect([stdout, complaints]).toEqual(['alice', []]);
  });

  it('has expressions in defaults evaluated in the context it is given', async () => {
    const script = `print(JSON.stringify([env.INPUT_TOKEN, env.INPUT_NOTHING]))`;
    const { stdout } = await run(script, { contexts: { github: { token: 'ghs_1' } } });
    expect(JSON.parse(stdout)).toEqual(['ghs_1', '<>']);
  });

  it('runs in its workspace', async () => {
    const { stdout } = await run(`print(String(process.cwd() === env.GITHUB_WORKSPACE))`);
    expect(stdout).toBe('true');
  });

  it('hands on outputs in both grammars, but no job output that holds a secret', async () => {
    const { outputs, jobOutputs } = await run(
      `append('GITHUB_OUTPUT', 'a=1\\nb<<E\\ntwo\\nlines\\nE\\nc=has-s3cret\\n')`,
      { secrets: ['s3cret'] },
    );
    expect(outputs).toEqual({ a: '1', b: 'two\nlines', c: 'has-s3cret' });
    expect(Object.keys(jobOutputs)).toEqual(['a', 'b']);
  });

  it('hands on environment and state', async () => {
    const { env, state } = await run(`append('GITHUB_ENV', 'A=1\\n'); append('GITHUB_STATE', 'B=2\\n')`);
    expect([env, state]).toEqual([{ A: '1' }, { B: '2' }]);
  });

  it.each(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE'])(
    'fails when it leaves %s malformed',
    async (file) => {
      const result = await run(`append('${file}', 'good=1\\nno equals sign\\nlost=1\\n')`);
      expect([result.exitCode, result.conclusion]).toEqual([0, 'failure']);
      expect(result.complaints).toContain("Invalid format 'no equals sign'");
      expect({ ...result.outputs, ...result.env, ...result.state }).toEqual({ good: '1' });
    },
  );

  it('loses a summary over 1 MiB whole', async () => {
    const write = (size: number) => `append('GITHUB_STEP_SUMMARY', 'x'.repeat(${size}))`;
    expect((await run(write(1024 * 1024))).summary).toHaveLength(1024 * 1024);
    expect((await run(write(1024 * 1024 + 1))).summary).toBe('');
  });

  it('fails as its exit code says, and is killed when it hangs', async () => {
    expect(await run('process.exit(3)')).toMatchObject({ exitCode: 3, signal: null, conclusion: 'failure' });
    expect(await run('')).toMatchObject({ exitCode: 0, signal: null, conclusion: 'success' });
    expect(await run('setInterval(() => {}, 1000)', { timeout: 300 })).toMatchObject({
      exitCode: null,
      signal: 'SIGKILL',
      conclusion: 'failure',
    });
  });

  it('can be killed at the very moment a request arrives', async () => {
    let child: ChildProcess | undefined;
    const server = createServer(() => child?.kill('SIGKILL')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { exitCode, stdout } = await run(`await fetch('http://127.0.0.1:${port}'); print('came back')`, {
      onSpawn: (spawned) => {
        child = spawned;
      },
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect([exitCode, stdout]).toEqual([null, '']);
  });
});

describe('the world’s time', () => {
  const clockOffset = Date.parse('2031-06-01') - Date.now();

  it('is what every form of Date tells', async () => {
    const { stdout } = await run(
      `class Day extends Date {}
       const years = [new Date().getUTCFullYear(), new Date(Date.now()).getUTCFullYear(), Number(Date().split(' ')[3]), new Day().getUTCFullYear()];
       const kinds = [typeof Date(), new Date() instanceof Date, new Day() instanceof Day, new Date().constructor === Date];
       print(JSON.stringify([years, kinds, new Date(0).getTime(), Date.UTC(1970, 0), new Date(2020, 1).getMonth()]))`,
      { clockOffset },
    );
    const kinds = ['string', true, true, true];
    expect(JSON.parse(stdout)).toEqual([[2031, 2031, 2031, 2031], kinds, 0, 0, 1]);
  });

  // A wait that took its real time would outlast the test.
  it('passes quickly where the action waits on purpose', async () => {
    const { stdout } = await run(
      `import { setTimeout as wait } from 'node:timers/promises'; print(await wait(60_000, 'waited'))`,
      { timerDivisor: 1000 },
    );
    expect(stdout).toBe('waited');
  });

  it.each([
    'await new Promise((done) => setTimeout(done, 120_000))',
    'await new Promise((done) => { const timer = setInterval(() => { clearInterval(timer); done(); }, 120_000); })',
    `await new Promise(async (done) => (await import('node:timers')).setTimeout(done, 120_000))`,
    `await (await import('node:timers/promises')).setTimeout(120_000)`,
    `await (await import('node:util')).promisify(setTimeout)(120_000)`,
    // The signal's own timer keeps no process alive.
    `const alive = setInterval(() => {}, 1e6); await new Promise((done) => { AbortSignal.timeout(120_000).onabort = done; }); clearInterval(alive)`,
  ])('passes quickly for every timer under a time-lapse: %s', async (wait) => {
    const { stdout } = await run(
      `const before = Date.now(); ${wait}; print(String(Date.now() - before > 60_000))`,
      { timeLapse: 10_000 },
    );
    expect(stdout).toBe('true');
  });
});

describe('what a step prints', () => {
  it('is cut into lines after LF, CR LF and CR, however it arrives in chunks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\r', '\n') });
    fc.assert(
      fc.property(fc.array(text), (chunks) => {
        const reader = new LineReader();
        const lines = [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.end()];
        const whole = chunks.join('').split(/\r\n|\r|\n/);
        expect(lines).toEqual(whole.at(-1) === '' ? whole.slice(0, -1) : whole);
      }),
    );
  });

  it('is heard on both streams in the order of its arrival: a mask hides what comes after it', async () => {
    // The action prints its mask only once its complaint has arrived.
    const { log, stderr } = await run(
      `process.once('SIGUSR2', () => { print('::add-mask::s3cret\\nthen s3cret\\n'); process.exit(); });
       setInterval(() => {}, 1000);
       complain('first s3cret\\n')`,
      { onSpawn: (child) => child.stderr?.once('data', () => child.kill('SIGUSR2')) },
    );
    expect(log).toEqual(['first s3cret', 'then ***']);
    expect(stderr).toBe('first s3cret\n');
  });

  it('keeps the last line of one stream apart from the other stream', async () => {
    const { commands, log } = await run(`print('tail'); complain('::error::heard')`);
    expect(commands.map(({ data }) => data)).toEqual(['heard']);
    expect([...log].sort()).toEqual(['error: heard', 'tail']);
  });

  it('becomes annotations, masked', async () => {
    const { annotations } = await run(
      `print('::warning title=A,file=a.ts::old s3cret\\n'); print('::debug::no\\n::notice::n')`,
      { secrets: ['s3cret'] },
    );
    expect(annotations).toEqual([
      { level: 'warning', message: 'old ***', properties: { title: 'A', file: 'a.ts' } },
      { level: 'notice', message: 'n', properties: {} },
    ]);
  });
});

describe('commands', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '%', ':', ',', ';', ']', '=', '2', '5', '\r', '\n'),
  });
  /** What @actions/core and its forerunner do on the other side. */
  const escaped = (plain: string, tokens: string) =>
    ['%', ...tokens].reduce((text, token) => text.replaceAll(token, encodeURIComponent(token)), plain);

  it('carry any text, in both grammars', () => {
    fc.assert(
      fc.property(text, text, (title, data) => {
        const properties = title === '' ? {} : { title };
        const current = `::error title=${escaped(title, '\r\n:,')}::${escaped(data, '\r\n')}`;
        const older = `##[error title=${escaped(title, ';\r\n]')}]${escaped(data, ';\r\n]')}`;
        // The runner trims the list of properties, so its outermost white space is lost.
        const trimmed = title.trimEnd() === title;
        if (trimmed) expect(parseCommand(current)).toEqual({ name: 'error', properties, data });
        expect(parseCommand(older)).toEqual({ name: 'error', properties, data });
      }),
    );
  });

  it.each([
    ['  ::warning::w', { name: 'warning', properties: {}, data: 'w' }],
    ['::Error::any case', { name: 'error', properties: {}, data: 'any case' }],
    ['::error file=a:b::m', { name: 'error', properties: { file: 'a:b' }, data: 'm' }],
    ['::error file=,title=a=b::m', { name: 'error', properties: { title: 'a=b' }, data: 'm' }],
    ['text ##[error]old form', { name: 'error', properties: {}, data: 'old form' }],
    ['##[error a=1;b=2]m', { name: 'error', properties: { a: '1', b: '2' }, data: 'm' }],
    ['::hello::##[error]m', { name: 'error', properties: {}, data: 'm' }],
    ['text ::error::not at the start', null],
    ['::error no end', null],
    ['##[error no end', null],
    ['##[hello]##[error]only the first counts', null],
  ])('%s', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });

  it('that the runner does not know are text', async () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z-]+$/).filter((name) => !REGISTERED.has(name)),
        (name) => {
          expect([parseCommand(`::${name}::x`), parseCommand(`##[${name}]x`)]).toEqual([null, null]);
        },
      ),
    );
    const { commands, log } = await run(`print('::hello::world')`);
    expect([commands, log]).toEqual([[], ['::hello::world']]);
  });

  it.each(['t0k', 'a.b', 'long-and-secret'])('stop until token %j comes', async (token) => {
    const { commands, log } = await run(
      `print('::stop-commands::${token}\\n::error::ignored\\n::${token}::\\n::error::heard')`,
    );
    expect(commands.map(({ name }) => name)).toEqual(['stop-commands', 'error']);
    const shown = token.length > 6 ? '***' : token;
    const lines = [`::stop-commands::${shown}`, '::error::ignored', `::${shown}::`, 'error: heard'];
    expect(log).toEqual(lines);
  });

  it.each(['', 'error', 'pause-logging'])('do not stop for token %j, and the step fails', async (token) => {
    const { annotations, conclusion } = await run(`print('::stop-commands::${token}\\n::error::heard')`);
    expect([annotations.length, conclusion]).toEqual([1, 'failure']);
  });

  it('that are no longer allowed fail the step; deprecated ones still work', async () => {
    expect(await run(`print('::set-env name=A::1')`)).toMatchObject({ env: {}, conclusion: 'failure' });
    const { outputs, complaints, conclusion } = await run(`print('::set-output name=a::1')`);
    expect([outputs, complaints.length, conclusion]).toEqual([{ a: '1' }, 1, 'success']);
  });

  it('in files are refused when they are malformed', () => {
    expect(parseFile('a<<E\nnever ends').problem).toContain('Matching delimiter not found');
    for (const line of ['no equals sign', '=x', '<<E', 'a<<'])
      expect(parseFile(`b=1\n${line}\nc=1`)).toEqual({
        values: { b: '1' },
        problem: `Invalid format '${line}'`,
      });
    expect(parseFile('a=b<<c')).toEqual({ values: { a: 'b<<c' } });
  });
});

describe('masks', () => {
  const masked = (values: readonly string[], text: string) => {
    const masker = new Masker();
    for (const value of values) masker.add(value);
    return masker.apply(text);
  };

  it('leave nothing of a value, of whatever length, and everything else', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd') }),
        (values, text) => {
          const shown = masked(values, text).split('***');
          for (const value of values) for (const part of shown) expect(part).not.toContain(value);
          expect(shown.join('').replace(/[^d]/g, '')).toBe(text.replace(/[^d]/g, ''));
        },
      ),
    );
  });

  it.each([
    [['ab'], 'xaby', 'x***y'],
    [['ab'], 'abab', '***'],
    [['abc', 'bcd'], 'xabcdx', 'x***x'],
    [['one\r\n  two\n'], 'one two', '*** ***'],
    [[' '], 'a b', 'a b'],
  ])('of %j make %j %j', (values, text, expected) => {
    expect(masked(values, text)).toBe(expected);
  });

  it.each([
    ['base64', 'foobar', ['Zm9vYmFy', 'b29iYXI=', 'b2Jhcg==']],
    ['base64 of hardly anything', 'f', ['Zg==']],
    ['command line', 'a"b', ['a\\"b']],
    ['expression', "a'b", ["a''b"]],
    ['JSON', 'a\\\n', ['a\\\\\\n']],
    ['URI', "a!'()*é", ['a%21%27%28%29%2A%C3%A9']],
    ['XML', `<&"'>`, ['&lt;&amp;&quot;&apos;&gt;']],
    ['quotes', '"hello-value"', ['hello-value']],
    ['PowerShell', 'before&after&another', ['before&after&', 'another']],
    ['PowerShell, coloured', 'before&+xafterwards', ['before&+', 'afterwards']],
  ])('hide the %s form of a value', (_, value, forms) => {
    expect(derived(value)).toEqual(expect.arrayContaining([value, ...forms]));
  });

  it.each([
    ['short quoted', '"hello"', 'hello'],
    ['short section of a', 'ab&longer', 'ab&'],
  ])('let the %s value be seen, as the runner does', (_, value, form) => {
    expect(derived(value)).not.toContain(form);
  });

  // 40 letters, as AWS makes them: what a text that is encoded together with the secret shows of it.
  it('hide a secret in a longer text’s base64 only where the runner does: when its end ends a group', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    for (const before of ['', 'a', 'ab', 'abc'])
      for (const after of ['', 'z', 'zz', 'zzz']) {
        const text = Buffer.from(before + secret + after).toString('base64');
        const endsGroup = (before.length + secret.length) % 3 === 0;
        expect([before, after, masked([secret], text) !== text]).toEqual([
          before,
          after,
          after === '' || endsGroup,
        ]);
      }
  });

  it('are told by the action, from then on and in every form', async () => {
    const secret = 'a/b+c"d e&f';
    const { log, complaints } = await run(
      `const s = ${JSON.stringify(secret)}; console.log('before ' + s); console.log('::add-mask::' + s);
       for (const form of [s, Buffer.from(s).toString('base64'), encodeURIComponent(s), JSON.stringify(s)]) console.log('x' + form);
       console.log('::add-mask:: ')`,
    );
    expect(log).toEqual([`before ${secret}`, 'x***', 'x***', 'x***', 'x"***"']);
    expect(complaints).toEqual(["Can't add secret mask for empty string in ##[add-mask] command."]);
  });
});

describe('a secret that gets out', () => {
  const aws = new AwsAccount(new WorldClock('2026-01-05T06:00:00Z'));
  aws.addUser('deployer');
  const { id, secret } = aws.addKey('deployer');
  const found = async (script: string) => leaksIn({ aws }, await run(script.replaceAll('SECRET', secret)));

  it.each([
    ['stdout', `print('SECRET')`],
    ['stderr', `complain('SECRET')`],
    ['stderr', `print('::add-mask::SECRET\\n'); throw Object.assign(new Error('x'), { secret: 'SECRET' })`],
    ['stdout', `print('::add-mask::SECRET\\n'); console.log(btoa('id:SECRET'))`],
    ['log', `print('::stop-commands::t0k\\n::add-mask::SECRET\\n')`],
    ['output', `append('GITHUB_OUTPUT', 'a=SECRET\\n')`],
    ['output', `append('GITHUB_OUTPUT', 'a<<E\\nSECRET\\nnever ends')`],
    ['env', `append('GITHUB_ENV', 'A=SECRET\\n')`],
    ['state', `append('GITHUB_STATE', 'A=SECRET\\n')`],
    ['path', `append('GITHUB_PATH', 'SECRET\\n')`],
    ['summary', `append('GITHUB_STEP_SUMMARY', 'SECRET')`],
  ])('is found in the %s: %s', async (place, script) => {
    expect(await found(script)).toContain(`the secret of ${id} is in the ${place}`);
  });

  it('is not suspected in the command that masks it', async () => {
    expect(await found(`print('::add-mask::SECRET\\n'); print('nothing else')`)).toEqual([]);
  });
});
