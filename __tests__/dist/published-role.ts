/** Roles with exactly what `infra/` publishes, in the sandbox's account. */
import type { Role } from '../../sandbox/aws/account.ts';
import type { Statement } from '../../sandbox/aws/statements.ts';
import { REPOSITORY, USER, type World } from '../../sandbox/world.ts';
import { type Document, rendered, VALUES, type Values } from '../infra/published.ts';

const [Owner = '', Repository = ''] = REPOSITORY.split('/');
const HERE: Values = { ...VALUES, Owner, Repository, UserPath: '/', UserName: USER };
const CLAIM = 'token.actions.githubusercontent.com:';

/** @param policy file below infra/policies. */
export const publishedStatements = (world: World, policy: string, values: Values = {}): Statement[] =>
  statementsOf(world, rendered(`policies/${policy}`, { ...HERE, ...values }));

/** What a policy document allows, in the sandbox's terms. */
export const statementsOf = (world: World, document: Document): Statement[] =>
  document.Statement.map((statement) => {
    const tagKeys = statement.Condition?.['ForAllValues:StringLike']?.['aws:TagKeys'];
    return {
      actions: [statement.Action].flat() as string[],
      users: usersOf(world, statement.Resource ?? '*'),
      ...(tagKeys === undefined ? {} : { tagKeys: [tagKeys].flat() as string[] }),
    };
  });

/** The users that there are now, by their ARN, which holds their path. */
function usersOf(world: World, resource: string): string[] | '*' {
  if (resource === '*') return '*';
  const [start = '', more] = resource.split('*');
  return [...world.aws.users.values()]
    .filter(({ arn }) => (more === undefined ? arn === resource : arn.startsWith(start)))
    .map(({ name }) => name);
}

/** @param trust file below infra/trust. */
const publishedTrust = (trust: string, values: Values): Role['trust'] =>
  trustOf(rendered(`trust/${trust}`, { ...HERE, ...values }));

/** Whom a trust policy lets in, in the sandbox's terms. */
export function trustOf(document: Document): Role['trust'] {
  const [statement] = document.Statement;
  const {
    [`${CLAIM}aud`]: audience,
    [`${CLAIM}sub`]: subjects,
    ...claims
  } = statement?.Condition?.StringEquals ?? {};
  return {
    audience: String(audience),
    subjects: [subjects ?? []].flat() as string[],
    claims: Object.fromEntries(
      Object.entries(claims).map(([name, value]) => [name.slice(CLAIM.length), String(value)]),
    ),
  };
}

export function addPublishedRole(
  world: World,
  name: string,
  options: { policy: string; trust?: string; values?: Values },
): void {
  const values = options.values ?? {};
  world.aws.addRole(name, {
    trust: publishedTrust(options.trust ?? 'github-oidc', values),
    allow: publishedStatements(world, options.policy, values),
  });
}
