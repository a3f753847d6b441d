/** Reads what `infra/` publishes, with its `${Placeholders}` filled in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../sandbox/project.ts';

export interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Document {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export type Values = Readonly<Record<string, string>>;

export const VALUES = {
  Partition: 'aws',
  AccountId: '123456789012',
  UserPath: '/ci/',
  UserName: 'deployer',
  Owner: 'octo-org',
  OwnerId: '4242',
  Repository: 'app',
  RepositoryId: '1000',
  GitRef: 'refs/heads/main',
  Environment: 'prod/eu',
} satisfies Values;

export const PARTITIONS = ['aws', 'aws-us-gov', 'aws-cn'] as const;

export const published = (name: string): string => readFileSync(join(projectRoot(), 'infra', name), 'utf8');

export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

/** @param name below `infra/`, without `.json`. A placeholder without a value is an error. */
export function rendered(name: string, values: Values = VALUES): Document {
  const text = published(`${name}.json`).replace(/\$\{(\w+)\}/g, (_, placeholder: string) => {
    const value = values[placeholder];
    if (value === undefined) throw new Error(`infra/${name}.json: nothing to put in for ${placeholder}`);
    return value;
  });
  return JSON.parse(text) as Document;
}

export const actionsOf = ({ Statement }: Document): string[] =>
  Statement.flatMap(({ Action }) => Action).sort();
