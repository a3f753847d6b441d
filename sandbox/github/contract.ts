/** GitHub's own contract: requests and answers are held against its published OpenAPI description (a vendored slice). */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Schema {
  readonly $ref?: string;
}
interface Media {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } };
}
interface OperationObject {
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media & { readonly $ref?: string }>>;
}

export interface Matched {
  /** `/repos/{owner}/{repo}/actions/secrets/{secret_name}` */
  readonly template: string;
  /** Decoded path parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

export class Contract {
  private readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  private readonly patterns: readonly { template: string; pattern: RegExp; names: string[] }[];
  private readonly ajv: Ajv;

  constructor() {
    const spec = JSON.parse(readFileSync(join(projectRoot(), 'sandbox/github/openapi.json'), 'utf8')) as {
      paths: Contract['paths'];
    };
    this.paths = spec.paths;
    this.ajv = new Ajv({ strict: false, allErrors: true });
    // ajv-formats is CommonJS; its default export is the module in some loaders and the function in others.
    const add = (addFormats as unknown as { default?: typeof addFormats }).default ?? addFormats;
    (add as unknown as (ajv: Ajv) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'gh', ...spec });
    // Literal segments before parameters, so that `/secrets/public-key` is not taken for a secret's name.
    this.patterns = Object.keys(spec.paths)
      .sort((a, b) => (a.replace(/\{[^}]+\}/g, '~') < b.replace(/\{[^}]+\}/g, '~') ? -1 : 1))
      .map((template) => ({
        template,
        pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
        names: [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ''),
      }));
  }

  match(path: string): Matched | null {
    for (const { template, pattern, names } of this.patterns) {
      const found = pattern.exec(path);
      if (found === null) continue;
      const parameters = Object.fromEntries(
        names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
      );
      return { template, parameters };
    }
    return null;
  }

  allows(template: string, method: string): boolean {
    return this.paths[template]?.[method.toLowerCase()] !== undefined;
  }

  /** What is wrong with a request's body, or `null`. Stricter than GitHub: properties that it does not name are errors. */
  requestViolation(template: string, method: string, body: unknown): string | null {
    const operation = this.paths[template]?.[method.toLowerCase()];
    const schema = operation?.requestBody?.content?.['application/json']?.schema as
      | { properties?: object }
      | undefined;
    if (schema === undefined) return body === undefined ? null : 'this request takes no body';
    const pointer = this.pointer(template, method, 'requestBody/content/application~1json/schema');
    const invalid = this.validate(pointer, body ?? null);
    if (invalid !== null) return invalid;
    const unknown = Object.keys(body as object).filter((name) => !(name in (schema.properties ?? {})));
    return unknown.length > 0 ? `unknown properties ${unknown.join(', ')}` : null;
  }

  /** What is wrong with an answer, or `null`. The description leaves most error answers out, so only success is held. */
  responseViolation(template: string, method: string, status: number, body: unknown): string | null {
    if (status >= 400) return null;
    const response = this.paths[template]?.[method.toLowerCase()]?.responses[String(status)];
    if (response === undefined) return `status ${status} is not described`;
    if (response.content?.['application/json'] === undefined)
      return body === undefined ? null : 'no body is described';
    return this.validate(
      this.pointer(template, method, `responses/${status}/content/application~1json/schema`),
      body ?? null,
    );
  }

  private pointer(template: string, method: string, rest: string): string {
    const encoded = template
      .replace(/~/g, '~0')
      .replace(/\//g, '~1')
      .replace(/\{/g, '%7B')
      .replace(/\}/g, '%7D');
    return `gh#/paths/${encoded}/${method.toLowerCase()}/${rest}`;
  }

  private validate(pointer: string, value: unknown): string | null {
    const check = this.ajv.getSchema(pointer) as ValidateFunction | undefined;
    if (check === undefined) throw new Error(`No schema at ${pointer}.`);
    return check(value) ? null : this.ajv.errorsText(check.errors);
  }
}

/** The sandbox runs from its source and from `build/`; data files are found from the project's root. */
export function projectRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = here.split('/build/')[0];
  return built !== undefined && built !== here ? built : join(here, '../..');
}
