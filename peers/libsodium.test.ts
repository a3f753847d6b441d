/** An opener that we did not write: the C libsodium opens what the action seals. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { contents } from '../src/flow/contents.ts';
import { sodiumSealer } from '../src/github/sealed-box.ts';

const python = (requests: readonly object[]): Record<string, string | null>[] => {
  const { stdout, stderr, status } = spawnSync('python3', ['peers/open_box.py'], {
    input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string | null>);
};

it('the C libsodium opens what the action seals, to the very bytes', async () => {
  const seed = createHash('sha256').update('peer').digest('hex');
  const [made] = python([{ seed }]);
  const pair = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  };
  const texts = [
    ...contents({ kind: 'two', accessKeyIdName: 'I', secretAccessKeyName: 'S' }, pair),
    ...contents({ kind: 'json', name: 'J' }, pair),
  ].map(({ value }) => value);
  texts.push('', 'ü€😀', 'x'.repeat(48 * 1024));
  const boxes = await Promise.all(texts.map((text) => sodiumSealer.seal(made?.publicKey ?? '', text)));
  const opened = python(boxes.map((box) => ({ seed, box }))).map(({ text }) =>
    Buffer.from(text ?? '', 'hex').toString(),
  );
  expect(opened).toEqual(texts);
  const [elsewhere] = python([
    { seed: seed.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), box: boxes[0] },
  ]);
  expect(elsewhere).toEqual({ text: null });
});
