/** GitHub's own language service reads every workflow that we show or run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const saysOf = (paths: readonly string[]): string[] =>
  JSON.parse(
    execFileSync(process.execPath, ['build/peers/language-service/bundle/index.mjs', ...paths], {
      encoding: 'utf8',
    }),
  ) as string[];

const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`);

it('every example and every workflow of ours is valid', () => {
  const paths = [...inFolder('examples'), ...inFolder('.github/workflows')];
  expect(paths.length).toBeGreaterThan(8);
  expect(saysOf(paths)).toEqual([]);
  console.log(`${paths.length} workflows read by GitHub's language service`);
});

it('and it can say no', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  const bad = join(folder, 'bad.yml');
  writeFileSync(
    bad,
    'on: {schedule: [{cron: "61 6 * * *"}]}\npermissions: {id-tokens: write}\njobs: {a: {runs-on: ubuntu-latest, needs: b, steps: []}}\n',
  );
  const said = saysOf([bad]);
  rmSync(folder, { recursive: true });
  expect(said.length).toBeGreaterThanOrEqual(3);
});
