/** What we depend on: known to the byte, installed without running anything, free for whoever uses the action. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};
const all = Object.entries(packages).filter(([path]) => path !== '');
const production = all.filter(([, { dev }]) => !dev);

describe('the lockfile', () => {
  it('knows every package by its hash', () => {
    expect(
      all.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });

  it('names no host, so that every registry serves it', () => {
    expect(all.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('has no production package that runs something when it is installed', () => {
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(
      [],
    );
  });
});

describe('dist/licenses.txt', () => {
  const notices = readFileSync('dist/licenses.txt', 'utf8');

  it('names every production package', () => {
    for (const [path, { version }] of production)
      expect(notices).toContain(`${path.replace(/^.*node_modules\//, '')}@${version}\n`);
  });

  it('has no licence that would bind those who use the action', () => {
    // The second line of each notice is its SPDX identifier.
    const identifiers = [...notices.matchAll(/^(?:@[\w.-]+\/)?[\w.-]+@\d[\w.-]*\n(.+)$/gm)].map(
      ([, spdx]) => spdx,
    );
    expect(identifiers).toHaveLength(production.length);
    for (const spdx of identifiers) expect(spdx).not.toMatch(/GPL/);
  });
});

it('package.json pins exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
