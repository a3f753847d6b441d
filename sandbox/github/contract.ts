/** GitHub's own contract: requests and answers are held against its published OpenAPI description (a vendored slice). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { projectRoot } from '../project.ts';
import { notSupplied } from './side.ts';

interface Media {
  readonly content?: { readonly 'application/json'?: { readonly schema: object } };
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
}
interface OperationObject {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

export interface Matched {
  /** `/repos/{owner}/{repo}/actions/secrets/{secret_name}` */
  readonly template: string;
  /** Decoded path parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

export class Contract {
  private readonly spec: Description;
  private readonly patterns: readonly { template: string; pattern: RegExp; names: string[] }[];
  private readonly ajv: Ajv;

  constructor() {
    const text = readFileSync(join(projectRoot(), 'sandbox/github/openapi.json'), 'utf8');
    const spec = JSON.parse(text) as Description;
    this.spec = spec;
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

  /** Every operation there is, as `GET /repos/{owner}/{repo}/…`. */
  get operations(): string[] {
    return Object.entries(this.spec.paths).flatMap(([template, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${template}`),
    );
  }

  /** @param path its `%` escapes must be whole. */
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
    return this.operation(template, method) !== undefined;
  }

  /** Which query parameters the operation does not have, or `null`. GitHub ignores them, so nobody else would notice. */
  queryViolation(template: string, method: string, query: URLSearchParams): string | null {
    const known = (this.operation(template, method)?.parameters ?? []).map((parameter) =>
      '$ref' in parameter
        ? this.spec.components.parameters[parameter.$ref.split('/').at(-1) ?? '']
        : parameter,
    );
    const unknown = [...query.keys()].filter(
      (name) => !known.some((parameter) => parameter?.in === 'query' && parameter.name === name),
    );
    return unknown.length > 0 ? `unknown query parameters ${unknown.join(', ')}` : null;
  }

  /** What is wrong with a request's body, in GitHub's words where they are known, or `null`. Stricter than GitHub: properties that it does not name are errors. */
  requestViolation(template: string, method: string, body: unknown): string | null {
    const schema = this.operation(template, method)?.requestBody?.content?.['application/json']?.schema as
      | { properties?: object }
      | undefined;
    if (schema === undefined) return body === undefined ? null : 'this request takes no body';
    const pointer = this.pointer(template, method, 'requestBody/content/application~1json/schema');
    const given = body === undefined ? {} : body;
    const errors = this.errors(pointer, given);
    const absent = errors.flatMap(({ params }) => (params.missingProperty as string | undefined) ?? []);
    if (absent.length > 0) return notSupplied(absent);
    if (errors.length > 0) return this.ajv.errorsText(errors);
    const unknown = Object.keys(given as object).filter((name) => !(name in (schema.properties ?? {})));
    return unknown.length > 0 ? `unknown properties ${unknown.join(', ')}` : null;
  }

  /**
   * What is wrong with an answer, or `null`. The description leaves out most error answers that there are, so these are
   * held against its `basic-error` alone.
   */
  responseViolation(template: string, method: string, status: number, body: unknown): string | null {
    if (status >= 400)
      return this.spec.components.schemas['basic-error'] === undefined
        ? null
        : this.validate('gh#/components/schemas/basic-error', body ?? null);
    const response = this.operation(template, method)?.responses[String(status)];
    if (response === undefined) return `status ${status} is not described`;
    if (response.content?.['application/json'] === undefined)
      return body === undefined ? null : 'no body is described';
    return this.validate(
      this.pointer(template, method, `responses/${status}/content/application~1json/schema`),
      body ?? null,
    );
  }

  private operation(template: string, method: string): OperationObject | undefined {
    return this.spec.paths[template]?.[method.toLowerCase()];
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
    const errors = this.errors(pointer, value);
    return errors.length === 0 ? null : this.ajv.errorsText(errors);
  }

  private errors(pointer: string, value: unknown): ErrorObject[] {
    const check = this.ajv.getSchema(pointer);
    if (check === undefined) throw new Error(`No schema at ${pointer}.`);
    check(value);
    return check.errors ?? [];
  }
}
