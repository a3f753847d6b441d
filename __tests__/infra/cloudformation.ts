/** As much of CloudFormation as the template uses: conditions and intrinsic functions, evaluated for given parameters. */
import { type CollectionTag, parse, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';
import { published, type Values } from './published.ts';

type Node = unknown;

export interface Template {
  readonly Parameters: Readonly<
    Record<
      string,
      { readonly Default?: string; readonly AllowedPattern?: string; readonly AllowedValues?: string[] }
    >
  >;
  readonly Conditions: Readonly<Record<string, Node>>;
  readonly Resources: Readonly<Record<string, { readonly Condition?: string; readonly Properties: Node }>>;
  readonly Outputs: Readonly<Record<string, { readonly Condition?: string; readonly Value: Node }>>;
}

const SCALARS = ['Ref', 'Sub', 'GetAtt'];
const SEQUENCES = ['If', 'Equals', 'Not', 'And'];
/** `!Sub text` becomes `{ 'Fn::Sub': text }`, as in the JSON form; `fn` keeps it apart from ordinary maps. */
const tags = [
  ...SCALARS.map((name): ScalarTag => ({ tag: `!${name}`, resolve: (text) => ({ fn: name, of: text }) })),
  ...SEQUENCES.map(
    (name): CollectionTag => ({
      tag: `!${name}`,
      collection: 'seq',
      resolve: (items: YAMLMap.Parsed | YAMLSeq.Parsed) => ({ fn: name, of: items.toJSON() as Node }),
    }),
  ),
];

export const template = (): Template =>
  parse(published('cloudformation.yaml'), { customTags: tags }) as Template;

/** The resources that the stack would have, with their properties; pseudo parameters are among the values. */
export function deployed(given: Values, { Parameters, Conditions, Resources }: Template = template()) {
  const defaults = Object.entries(Parameters).flatMap(([name, { Default }]) =>
    Default === undefined ? [] : [[name, Default] as const],
  );
  const values: Values = { ...Object.fromEntries(defaults), ...given };
  const holds = (name: string): boolean => evaluate(Conditions[name]) === true;

  function value(name: string): Node {
    if (name === 'AWS::NoValue') return undefined;
    if (name === 'OidcProvider')
      return `arn:${values['AWS::Partition']}:iam::${values['AWS::AccountId']}:oidc-provider/token.actions.githubusercontent.com`;
    const found = values[name];
    if (found === undefined) throw new Error(`CloudFormation would refuse this: no value for ${name}`);
    return found;
  }

  function call(name: string, of: Node): Node {
    const items = Array.isArray(of) ? (of as Node[]) : [];
    switch (name) {
      case 'Ref':
        return value(String(of));
      case 'Sub':
        return String(of).replace(/\$\{([\w:]+)\}/g, (_, inner: string) => String(value(inner)));
      case 'If':
        return evaluate(holds(String(items[0])) ? items[1] : items[2]);
      case 'Equals':
        return evaluate(items[0]) === evaluate(items[1]);
      case 'Not':
        return evaluate(items[0]) !== true;
      case 'And':
        return (items as { Condition: string }[]).every(({ Condition }) => holds(Condition));
      default:
        throw new Error(`!${name} is not evaluated here`);
    }
  }

  function evaluate(node: Node): Node {
    if (Array.isArray(node)) return node.map(evaluate).filter((inner) => inner !== undefined);
    if (typeof node !== 'object' || node === null) return node;
    if ('fn' in node && 'of' in node) return call(String(node.fn), node.of);
    const entries = Object.entries(node).map(([key, inner]) => [key, evaluate(inner)] as const);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
  }

  return Object.fromEntries(
    Object.entries(Resources)
      .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
      .map(([name, { Properties }]) => [name, evaluate(Properties)]),
  );
}
