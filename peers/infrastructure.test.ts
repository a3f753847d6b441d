/** cfn-lint reads the CloudFormation template; HashiCorp's parser, and where this machine has it Terraform, the module. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counted } from '../__tests__/counted.ts';
import { deployed } from '../__tests__/infra/cloudformation.ts';
import { PARTITIONS, VALUES } from '../__tests__/infra/published.ts';
import { INFRA, META, readModule, resourcesIn, StandIn, terraform, terraformVersion } from './terraform.ts';
import { CFN_LINT, TERRAFORM_WITH_PROVIDER } from './where.ts';

const scratch = mkdtempSync(join(tmpdir(), 'infra-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('cfn-lint', () => {
  const lint = (path: string) => {
    const { status, stdout } = spawnSync(CFN_LINT, [path], { encoding: 'utf8' });
    return { status, stdout };
  };
  const template = join(INFRA, 'cloudformation.yaml');

  it('finds nothing in the template', () => {
    expect(lint(template)).toEqual({ status: 0, stdout: '' });
    counted('linters', 'CloudFormation template read by cfn-lint: nothing found');
  });

  it('can say no', () => {
    const bad = join(scratch, 'bad.yaml');
    writeFileSync(bad, readFileSync(template, 'utf8').replace('ClientIdList:', 'ClientIds:'));
    const { status, stdout } = lint(bad);
    expect(status).not.toBe(0);
    expect(stdout).toContain('ClientIds');
  });
});

/**
 * The arguments that the AWS provider (5.81 and later) has for the resources that the module uses: terraform-provider-aws,
 * internal/service/iam. Names only; their values are AWS's, as CloudFormation's are.
 */
const ARGUMENTS: Readonly<Record<string, { readonly required: string[]; readonly optional: string[] }>> = {
  aws_iam_openid_connect_provider: {
    required: ['client_id_list', 'url'],
    optional: ['tags', 'thumbprint_list'],
  },
  aws_iam_role: {
    required: ['assume_role_policy'],
    optional: [
      'description',
      'force_detach_policies',
      'max_session_duration',
      'name',
      'name_prefix',
      'path',
      'permissions_boundary',
      'tags',
    ],
  },
  aws_iam_role_policy: { required: ['policy', 'role'], optional: ['name', 'name_prefix'] },
};

describe('the Terraform module, read by HashiCorp’s parser', () => {
  const wrongArguments = (module: ReturnType<typeof readModule>): string[] =>
    resourcesIn(module).flatMap(({ type, name, block }) => {
      const { required = [], optional = [] } = ARGUMENTS[type] ?? {};
      const given = Object.keys(block).filter((argument) => !META.includes(argument));
      return [
        ...given.filter((argument) => ![...required, ...optional].includes(argument)).map((odd) => `${odd}?`),
        ...required.filter((argument) => !given.includes(argument)).map((missing) => `no ${missing}`),
      ].map((what) => `${type}.${name}: ${what}`);
    });

  it('has every argument that its resources require, and none that they lack', () => {
    const module = readModule();
    expect(
      resourcesIn(module)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(Object.keys(ARGUMENTS));
    expect(wrongArguments(module)).toEqual([]);
    counted('linters', 'Terraform module read by HashiCorp’s parser: every argument known');
  });

  it('and a wrong one is seen', () => {
    const main = readFileSync(join(INFRA, 'terraform/main.tf'), 'utf8');
    writeFileSync(
      join(scratch, 'main.tf'),
      main.replace('name_prefix ', 'nameprefix ').replace(/^ {2}policy = .*/m, ''),
    );
    expect(wrongArguments(readModule(scratch))).toEqual([
      'aws_iam_role.action: nameprefix?',
      'aws_iam_role_policy.action: no policy',
    ]);
  });

  // IAM: a role's name has 64 characters; the provider adds 26 of its own to a prefix.
  it('leaves room for what the provider adds to a role’s name', () => {
    for (const role of ['rotate', 'reactivate', 'check'])
      expect(`${role}-access-key-`.length).toBeLessThanOrEqual(64 - 26);
  });
});

const version = terraformVersion();
const hasProvider = version !== null && existsSync(join(TERRAFORM_WITH_PROVIDER, '.terraform'));
if (version === null)
  counted(
    'not proved here',
    'terraform fmt and what the Terraform module renders: this machine has no Terraform',
  );
if (!hasProvider)
  counted('not proved here', 'terraform validate with the AWS provider: the provider is not to be had here');

if (hasProvider)
  it('terraform validate, with the AWS provider, finds nothing', () => {
    expect(terraform(TERRAFORM_WITH_PROVIDER, ['validate', '-no-color'])).toMatchObject({ status: 0 });
    counted('linters', `Terraform module validated by Terraform ${version} with the AWS provider`);
  });

if (version !== null)
  describe('the Terraform module, evaluated by Terraform', () => {
    const stand = new StandIn();
    afterAll(() => stand.close());

    it('is formatted as Terraform does', () => {
      expect(terraform(INFRA, ['fmt', '-check', '-recursive'])).toEqual({ status: 0, output: '' });
      copyFileSync(join(INFRA, 'terraform/outputs.tf'), join(scratch, 'outputs.tf'));
      expect(terraform(scratch, ['fmt', '-check', 'outputs.tf']).status).toBe(0);
      writeFileSync(join(scratch, 'outputs.tf'), 'output "a" {\nvalue=1\n}\n');
      expect(terraform(scratch, ['fmt', '-check', 'outputs.tf']).status).not.toBe(0);
    });

    describe.each(PARTITIONS)('in partition %s', (partition) => {
      beforeAll(() => {
        stand.in(partition, VALUES.AccountId);
      });

      for (const environment of ['', VALUES.Environment])
        for (const pinned of ['true', 'false'])
          for (const everything of ['true', 'false'])
            it(`gives AWS what the template gives it (environment ${JSON.stringify(environment)}, claims pinned: ${pinned}, everything: ${everything})`, () => {
              const given = {
                Environment: environment,
                PinClaims: pinned,
                CreateOidcProvider: everything,
                CreateReactivateRole: everything,
                CheckPath: everything === 'true' ? '/team/' : '',
              };
              expect(ofTerraform(stand.apply(variables(given)))).toEqual(ofCloudFormation(partition, given));
            });
    });

    it('refuses what could mean something else in a policy, variable by variable', () => {
      const validated = Object.entries(readModule().variable)
        .filter(([, blocks]) => blocks.some((block) => 'validation' in block))
        .map(([name]) => name);
      const { status, output } = stand
        .in('aws', VALUES.AccountId)
        .plan({ ...variables({}), ...Object.fromEntries(validated.map((name) => [name, '*":'])) });
      expect(status).not.toBe(0);
      expect([...output.matchAll(/var\.(\w+) is "/g)].map(([, name]) => name).sort()).toEqual(
        validated.sort(),
      );
      expect(validated.length).toBeGreaterThan(8);
    });
  });

const snake = (name: string) => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();

function variables(given: Readonly<Record<string, string>>): Record<string, string> {
  const { Partition: _, AccountId: __, ...usual } = VALUES;
  return Object.fromEntries(
    Object.entries({ ...usual, ...given }).map(([name, value]) => [snake(name), value]),
  );
}

/** What decides who may do what: each role by its action, and the provider. */
interface Given {
  readonly roles: Readonly<
    Record<string, { readonly description: unknown; trust: unknown; policy: unknown }>
  >;
  readonly provider: unknown;
}

function ofTerraform(resources: ReturnType<StandIn['apply']>): Given {
  const { 'aws_iam_openid_connect_provider_github[0]': provider } = resources;
  const actions = Object.keys(resources).flatMap(
    (name) => /^aws_iam_role_action\[(\w+)\]$/.exec(name)?.[1] ?? [],
  );
  return {
    roles: Object.fromEntries(
      actions.map((action) => {
        const role = resources[`aws_iam_role_action[${action}]`];
        const inline = resources[`aws_iam_role_policy_action[${action}]`];
        expect(inline?.name).toBe(action);
        return [
          action,
          {
            description: role?.description,
            trust: JSON.parse(String(role?.assume_role_policy)),
            policy: JSON.parse(String(inline?.policy)),
          },
        ];
      }),
    ),
    provider: provider ?? null,
  };
}

interface Role {
  readonly Description: string;
  readonly AssumeRolePolicyDocument: unknown;
  readonly Policies: readonly { readonly PolicyName: string; readonly PolicyDocument: unknown }[];
}

function ofCloudFormation(partition: string, given: Readonly<Record<string, string>>): Given {
  const { Partition: _, AccountId, ...usual } = VALUES;
  const { OidcProvider, ...roles } = deployed({
    ...usual,
    ...given,
    'AWS::Partition': partition,
    'AWS::AccountId': AccountId,
  }) as Record<string, unknown>;
  const provider = OidcProvider as { Url: string; ClientIdList: string[] } | undefined;
  return {
    roles: Object.fromEntries(
      (Object.values(roles) as Role[]).map(
        ({ Description, AssumeRolePolicyDocument, Policies: [inline] }) => [
          inline?.PolicyName,
          { description: Description, trust: AssumeRolePolicyDocument, policy: inline?.PolicyDocument },
        ],
      ),
    ),
    provider: provider === undefined ? null : { url: provider.Url, client_id_list: provider.ClientIdList },
  };
}
