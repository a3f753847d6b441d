/** An action's inputs as its process receives them. Facts: actions/runner, ActionRunner.cs and Handler.cs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Contexts, resolvedText } from './expressions.ts';

export interface ActionYaml {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readActionYaml(folder: string): ActionYaml {
  return parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionYaml;
}

export interface Inputs {
  readonly environment: Readonly<Record<string, string>>;
  readonly complaints: readonly string[];
}

/**
 * Names match without regard to case; spaces become underscores, letters upper case, hyphens stay. What is not given
 * is the default, or an empty string: `required` is not the runner's concern.
 */
export function inputs(
  yaml: ActionYaml,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
): Inputs {
  const variable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
  const declared = Object.entries(yaml.inputs ?? {});
  const known = new Set(declared.map(([name]) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  return {
    environment: Object.fromEntries([
      ...declared.map(([name, input]) => [
        variable(name),
        resolvedText(String(input?.default ?? ''), contexts),
      ]),
      ...Object.entries(given).map(([name, value]) => [variable(name), value]),
    ]),
    complaints:
      unexpected.length === 0
        ? []
        : [
            `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...known].join("', '")}']`,
          ],
  };
}
