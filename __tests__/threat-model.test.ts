/** docs/threat-model.md names a test for each threat, and that test is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const rows = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('../__tests__/'));
const threatened = rows.map((line) => ({ what: line.split('|')[1]?.trim().slice(0, 60) ?? '', line }));

it('has a test in each row of its tables of threats', () => {
  const [, stolen = '', wrong = ''] = readFileSync('docs/threat-model.md', 'utf8').split(
    /^\|.* shown by \|$/m,
  );
  const rowsOf = (table: string) =>
    (table.split('\n\n')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  expect([...rowsOf(stolen), ...rowsOf(wrong)]).toEqual(rows);
  expect(rows.length).toBeGreaterThan(14);
});

describe.each(threatened)('$what', ({ line }) => {
  it('is covered by tests of these titles', () => {
    // `[file](path) …: “title”, “title”; [file](path) …`
    for (const named of line.split('[').slice(1)) {
      const path = /\]\(\.\.\/(__tests__\/[^)]+)\)/.exec(named)?.[1];
      if (path === undefined) continue;
      const titles = [...named.matchAll(/“([^”]+)”/g)].map(([, title]) => title);
      expect({ path, titles: titles.length }).not.toEqual({ path, titles: 0 });
      for (const title of titles) expect(readFileSync(join('.', path), 'utf8')).toContain(title);
    }
  });
});
