/** moto as AWS: a server of its own, in a process whose time is the file that we write (libfaketime). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { projectRoot } from '../sandbox/project.ts';
import { inPeers, PYTHON, startPeer } from './where.ts';

export interface Moto {
  readonly url: string;
  /** AWS's time from now on, in milliseconds; it stands still until it is set again. */
  setTime(at: number): void;
  /** From now on signatures, policies, key states and session ends count, for everybody. */
  enforce(): Promise<void>;
  /** Its log. */
  output(): string;
  end(): Promise<void>;
}

/** The variant for programs with threads. */
const libfaketime = (): string =>
  execFileSync('dpkg', ['--listfiles', 'libfaketime'], { encoding: 'utf8' })
    .split('\n')
    .find((path) => path.endsWith('/libfaketimeMT.so.1')) ?? '';

export async function startMoto(start: number): Promise<Moto> {
  const folder = mkdtempSync(join(tmpdir(), 'moto-'));
  const clock = join(folder, 'clock');
  const setTime = (at: number): void => {
    writeFileSync(`${clock}.next`, new Date(at).toISOString().slice(0, 19).replace('T', ' '));
    renameSync(`${clock}.next`, clock);
  };
  setTime(start);
  const { url, output, end } = await startPeer(
    PYTHON,
    [inPeers('moto_strict.py')],
    /Running on (http:\/\/[\d.]+:\d+)/,
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        LD_PRELOAD: libfaketime(),
        FAKETIME_TIMESTAMP_FILE: clock,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        TZ: 'UTC',
      },
    },
  );
  return {
    url,
    setTime,
    output,
    enforce: async () => {
      await fetch(`${url}/moto-api/reset-auth`, { method: 'POST', body: '0' });
    },
    end: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Pair {
  readonly id: string;
  readonly secret: string;
}

export const iamClient = (moto: Moto, { id, secret }: Pair): IAMClient =>
  new IAMClient({
    region: 'us-east-1',
    endpoint: moto.url,
    credentials: { accessKeyId: id, secretAccessKey: secret },
  });

/** Anybody may do anything before {@link Moto.enforce}; this user may afterwards. */
export async function createAdministrator(moto: Moto): Promise<Pair> {
  const anybody = iamClient(moto, { id: 'anybody', secret: 'anybody' });
  const UserName = 'administrator';
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  await anybody.send(new CreateUserCommand({ UserName }));
  await anybody.send(
    new PutUserPolicyCommand({
      UserName,
      PolicyName: 'everything',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
    }),
  );
  return await createKey(anybody, UserName);
}

/** A published policy with its parameters filled in. */
export const publishedPolicy = (name: string, UserPath: string, UserName: string): string =>
  Object.entries({ Partition: 'aws', AccountId: '123456789012', UserPath, UserName }).reduce(
    (text, [parameter, value]) => text.replaceAll(`\${${parameter}}`, value),
    readFileSync(join(projectRoot(), `infra/policies/${name}.json`), 'utf8'),
  );

/** A role with this one policy; moto asks no trust policy about ID tokens. Resolves to its ARN. */
export async function createRole(iam: IAMClient, RoleName: string, PolicyDocument: string): Promise<string> {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: RoleName, PolicyDocument }));
  return Role?.Arn ?? '';
}

export async function createKey(iam: IAMClient, UserName: string): Promise<Pair> {
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' };
}
