/** An action's inputs as its process receives them. Facts: actions/runner, ActionRunner.cs and Handler.cs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

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
  context: Readonly<Record<string, string>>,
): Inputs {
  const variable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
  const declared = Object.entries(yaml.inputs ?? {});
  const known = new Set(declared.map(([name]) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  return {
    environment: Object.fromEntries([
      ...declared.map(([name, input]) => [variable(name), evaluated(String(input?.default ?? ''), context)]),
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

/** Of expressions the sandbox knows a path into the context; what is not there is an empty string, as in GitHub's. */
function evaluated(text: string, context: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/gs, (_, expression: string) => {
    if (!/^[\w-]+(\.[\w-]+)+$/.test(expression)) throw new Error(`The sandbox evaluates no '${expression}'.`);
    return context[expression.toLowerCase()] ?? '';
  });
}
