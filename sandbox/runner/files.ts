/** The command files through which an action hands things on. Facts: actions/runner, FileCommandManager.cs. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variable that names each file, and the runner's name for the file itself. */
const FILES = {
  output: { variable: 'GITHUB_OUTPUT', prefix: 'set_output_' },
  env: { variable: 'GITHUB_ENV', prefix: 'set_env_' },
  state: { variable: 'GITHUB_STATE', prefix: 'save_state_' },
  path: { variable: 'GITHUB_PATH', prefix: 'add_path_' },
  summary: { variable: 'GITHUB_STEP_SUMMARY', prefix: 'step_summary_' },
} as const;
export type CommandFile = keyof typeof FILES;

export class CommandFiles {
  /** Paths by variable. The files are there, and empty, before the step. */
  readonly environment: Readonly<Record<string, string>>;

  /** @param temp RUNNER_TEMP. */
  constructor(temp: string) {
    const folder = join(temp, '_runner_file_commands');
    mkdirSync(folder);
    const suffix = randomUUID();
    this.environment = Object.fromEntries(
      Object.values(FILES).map(({ variable, prefix }) => [variable, join(folder, `${prefix}${suffix}`)]),
    );
    for (const path of Object.values(this.environment)) writeFileSync(path, '');
  }

  /** Each file's text as the action left it; a file that it removed is empty. */
  read(): Readonly<Record<CommandFile, string>> {
    const text = (file: CommandFile): string => {
      const path = this.environment[FILES[file].variable] ?? '';
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    return {
      output: text('output'),
      env: text('env'),
      state: text('state'),
      path: text('path'),
      summary: text('summary'),
    };
  }
}
