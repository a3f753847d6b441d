/**
 * The Terraform module of infra/, evaluated by Terraform itself without the AWS provider: each resource is stood in for by
 * Terraform's built-in `terraform_data`, whose input is what the provider would have been given.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../sandbox/project.ts';
import { HCL_READER } from './where.ts';

type Block = Readonly<Record<string, unknown>>;

/** A module in Terraform's JSON syntax: blocks by type and name. */
export interface Module {
  readonly locals: readonly Block[];
  readonly resource: Readonly<Record<string, Readonly<Record<string, readonly Block[]>>>>;
  readonly variable: Readonly<Record<string, readonly Block[]>>;
  readonly output: Block;
}

export const INFRA = join(projectRoot(), 'infra');

/** @throws what HashiCorp's parser says of a module that is no HCL. */
export const readModule = (folder = join(INFRA, 'terraform')): Module =>
  JSON.parse(execFileSync(process.execPath, [HCL_READER, folder], { encoding: 'utf8' })) as Module;

/** What belongs to Terraform's own language in every resource. */
export const META = ['count', 'for_each', 'depends_on', 'lifecycle'];

export const resourcesIn = ({ resource }: Module): { type: string; name: string; block: Block }[] =>
  Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, blocks]) => blocks.map((block) => ({ type, name, block }))),
  );

/** Changes every string in a value. */
function rewrite(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => rewrite(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rewrite(inner, change)]));
}

/**
 * All of the module but its variables.
 *
 * @param data what the data sources would say, by their address.
 */
export function standIn(module: Module, data: Readonly<Record<string, string>>): object {
  const resources = resourcesIn(module);
  const standing = (type: string, name: string) => `${type}_${name}`;
  const refer = (text: string, prefix: string): string =>
    [
      ...Object.entries(data).map(([address, value]) => [address, JSON.stringify(value)] as const),
      ...resources.map(({ type, name }) => [`${type}.${name}`, prefix + standing(type, name)] as const),
    ].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  const value = (text: string) => refer(text, 'local.');

  const terraform_data = resources.map(({ type, name, block }) => {
    const own = Object.entries(block).filter(([argument]) => META.includes(argument));
    const input = Object.entries(block).filter(([argument]) => !META.includes(argument));
    const { depends_on, ...meta } = rewrite(Object.fromEntries(own), value) as { depends_on?: string[] };
    const waitsFor = block.depends_on as string[] | undefined;
    return [
      standing(type, name),
      {
        ...meta,
        ...(waitsFor === undefined
          ? {}
          : {
              depends_on: waitsFor.map((one) => refer(one.replace(/^\$\{(.*)\}$/, '$1'), 'terraform_data.')),
            }),
        input: rewrite(Object.fromEntries(input), value),
      },
    ];
  });
  // What AWS would add to what it was given.
  const known = resources
    .filter(({ block }) => 'for_each' in block)
    .map(({ type, name }) => [
      standing(type, name),
      `\${{ for key, one in terraform_data.${standing(type, name)} : key => merge(one.output, { id = one.id, arn = "arn of \${key}" }) }}`,
    ]);
  return {
    output: rewrite(module.output, value),
    locals: [...(rewrite(module.locals, value) as Block[]), Object.fromEntries(known)],
    resource: { terraform_data: Object.fromEntries(terraform_data) },
  };
}

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Terraform would ask its maker for news, and take a person's settings. */
const environment = () => ({ PATH: process.env.PATH, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' });

export function terraform(
  cwd: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Ran {
  const given = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]);
  const { status, stdout, stderr, error } = spawnSync('terraform', args, {
    cwd,
    encoding: 'utf8',
    env: { ...environment(), ...Object.fromEntries(given) },
  });
  if (error !== undefined) throw error;
  return { status, output: stdout + stderr };
}

/** `null` if this machine has no Terraform. */
export function terraformVersion(): string | null {
  const { error, stdout } = spawnSync('terraform', ['version'], { encoding: 'utf8', env: environment() });
  return error === undefined ? (/^Terraform v(\S+)/.exec(stdout)?.[1] ?? null) : null;
}

/** A copy of infra/ with stand-ins for the module's resources; its variables are the module's own file. */
export class StandIn {
  readonly root = mkdtempSync(join(tmpdir(), 'terraform-'));
  private readonly module = join(this.root, 'terraform');
  private states = 0;

  constructor() {
    cpSync(INFRA, this.root, { recursive: true, filter: (path) => !/(main|outputs)\.tf$/.test(path) });
  }

  /** The module in a partition. */
  in(partition: string, account: string): this {
    const data = {
      'data.aws_partition.current.partition': partition,
      'data.aws_caller_identity.current.account_id': account,
    };
    writeFileSync(join(this.module, 'main.tf.json'), JSON.stringify(standIn(readModule(), data)));
    terraform(this.module, ['init', '-input=false']);
    return this;
  }

  plan(variables: Readonly<Record<string, string>>): Ran {
    return terraform(this.module, ['plan', '-no-color', '-input=false'], variables);
  }

  /** What the provider would have been given, by resource and key: `aws_iam_role_action[rotate]`. */
  apply(variables: Readonly<Record<string, string>>): Record<string, Readonly<Record<string, unknown>>> {
    const state = `${++this.states}.tfstate`;
    const applied = terraform(
      this.module,
      ['apply', '-no-color', '-input=false', '-auto-approve', `-state=${state}`],
      variables,
    );
    if (applied.status !== 0) throw new Error(applied.output);
    const { values } = JSON.parse(terraform(this.module, ['show', '-json', state]).output) as {
      values: { root_module: { resources: { name: string; index?: string; values: { input: Block } }[] } };
    };
    return Object.fromEntries(
      values.root_module.resources.map(({ name, index, values: { input } }) => [`${name}[${index}]`, input]),
    );
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
