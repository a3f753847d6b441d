/** Fails, and names the files, when the committed dist/ is not what the source builds. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, [join(root, 'scripts/build-dist.mjs'), '--out', built], {
    stdio: 'inherit',
  });
  const wrong = compare(files(join(root, 'dist')), files(built));
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) {
    console.error('dist/ does not match the source: run `npm run build` and commit it.');
    process.exitCode = 1;
  } else console.log('dist/ matches the source.');
} finally {
  rmSync(built, { recursive: true, force: true });
}

function files(folder) {
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}

function compare(committed, fresh) {
  const names = [...new Set([...committed.keys(), ...fresh.keys()])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [committed.get(name), fresh.get(name)];
    if (ours === undefined) return [`dist/${name}: missing`];
    if (theirs === undefined) return [`dist/${name}: not built any more`];
    return ours.equals(theirs) ? [] : [`dist/${name}: differs`];
  });
}
