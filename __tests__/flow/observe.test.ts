/** Whose pair is it? Answers that contradict each other stop a run before it changes anything. */
import { describe, expect, it } from '@jest/globals';
import { Life } from '../../sandbox/explore/life.ts';
import { startProcess } from '../../sandbox/ports.ts';
import { HOME, USER } from '../../sandbox/world.ts';
import type { Failure } from '../../src/flow/errors.ts';
import { type DeployedPair, observe, userNameOf } from '../../src/flow/observe.ts';
import type { Ports } from '../../src/flow/ports.ts';

const LAYOUT = {
  kind: 'two',
  accessKeyIdName: 'AWS_ACCESS_KEY_ID',
  secretAccessKeyName: 'AWS_SECRET_ACCESS_KEY',
} as const;

/** Observes a world with one deployed key, through ports that may be bent. */
async function look(
  bend: (ports: Ports, life: Life) => Partial<Ports>,
  options: { userName?: string; deployed?: DeployedPair } = {},
): Promise<string> {
  const life = new Life({ settled: true });
  life.deployKey(10);
  const { ports } = startProcess(life.world, {
    name: 'look',
    roleArn: `arn:aws:iam::${life.world.aws.account}:role/rotate`,
  });
  try {
    const seen = await observe(
      { ...ports, ...bend(ports, life) },
      {
        userName: options.userName ?? '',
        destinations: [HOME],
        destinationsDigest: '0'.repeat(12),
        layout: LAYOUT,
      },
      options.deployed ?? life.deployed(),
    );
    return `${seen.userName} ${seen.deployed.kind}`;
  } catch (error) {
    const { code, message } = error as Failure;
    return `${code}: ${message}`;
  } finally {
    expect(life.world.wire.log.filter((exchange) => exchange.mutates)).toEqual([]);
  }
}

const provenAs =
  (arn: string, account = '123456789012') =>
  (): Partial<Ports> => ({
    prover: { prove: async () => ({ arn, account }) },
  });

describe('the deployed pair', () => {
  it('names its user', async () => {
    expect(await look(() => ({}))).toBe('deployer accepted');
  });

  it('of another account is refused, and both are named', async () => {
    expect(await look(provenAs('arn:aws:iam::999999999999:user/deployer', '999999999999'))).toMatch(
      /^identity-mismatch: .*account 999999999999.*account 123456789012/,
    );
  });

  it('of another user is refused, whatever the case of its name', async () => {
    expect(await look(provenAs('arn:aws:iam::123456789012:user/somebody'), { userName: USER })).toMatch(
      /^identity-mismatch: .*user somebody, not to user deployer/,
    );
    expect(await look(() => ({}), { userName: 'DEPLOYER' })).toBe('deployer accepted');
  });

  it('that is no IAM user’s is refused', async () => {
    expect(await look(provenAs('arn:aws:iam::123456789012:root'))).toMatch(
      /^identity-mismatch: .*:root, not to an IAM user/,
    );
    expect(await look(provenAs('arn:aws:sts::123456789012:assumed-role/x/y'))).toMatch(/^identity-mismatch/);
  });

  it('that STS accepts but IAM does not list is refused', async () => {
    expect(await look((ports) => ({ keys: { ...ports.keys, listAccessKeys: async () => [] } }))).toMatch(
      /^identity-mismatch: .*does not list its key/,
    );
  });

  it('of nobody asks for the user’s name', async () => {
    const deployed = { accessKeyId: 'AKIANOBODY2222222222', secretAccessKey: 'nobody' };
    expect(await look(() => ({}), { deployed })).toMatch(/^user-unknown: /);
    expect(await look(() => ({}), { deployed, userName: USER })).toBe('deployer refused');
  });
});

describe('a user’s name', () => {
  it.each([
    ['arn:aws:iam::123456789012:user/deployer', 'deployer'],
    ['arn:aws:iam::123456789012:user/bots/ci/deployer', 'deployer'],
    ['arn:aws-us-gov:iam::123456789012:user/a@b', 'a@b'],
    ['arn:aws-cn:iam::123456789012:user/x', 'x'],
    ['arn:aws:iam::123456789012:role/deployer', null],
    ['arn:aws:iam::123456789012:root', null],
  ])('in %s is %s', (arn, name) => {
    expect(userNameOf(arn)).toBe(name);
  });
});
