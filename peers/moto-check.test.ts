/** The built check against moto's account: a client's view of users, keys and a credential report that we did not write. */
import { CreateUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import { toyBoxes } from '../sandbox/github/boxes.ts';
import type { StepResult } from '../sandbox/runner/runner.ts';
import { Stand } from '../sandbox/stand.ts';
import { World } from '../sandbox/world.ts';
import { DAY } from '../src/rotation/model.ts';
import { createAdministrator, createKey, createRole, iamClient, publishedPolicy, startMoto } from './moto.ts';

/** Ages of the users' keys in days. */
const KEYS = { ancient: [200, 10], old: [91], warned: [80], young: [1], none: [] } as const;

async function check(given: Readonly<Record<string, string>>): Promise<StepResult> {
  const world = new World({ boxes: toyBoxes });
  const [stand, moto] = await Promise.all([Stand.open(world), startMoto(world.clock.now - 300 * DAY)]);
  try {
    const iam = iamClient(moto, await createAdministrator(moto));
    const role = await createRole(iam, 'check', publishedPolicy('check', '/', ''));
    for (const UserName of Object.keys(KEYS)) await iam.send(new CreateUserCommand({ UserName }));
    for (const [UserName, ages] of Object.entries(KEYS))
      for (const age of ages) {
        moto.setTime(world.clock.now - age * DAY);
        await createKey(iam, UserName);
      }
    moto.setTime(world.clock.now);
    await moto.enforce();
    return await stand.step(
      'check',
      { 'role-to-assume': role, 'all-users': 'true', 'exclude-users': 'administrator', ...given },
      { AWS_ENDPOINT_URL_IAM: moto.url, AWS_ENDPOINT_URL_STS: moto.url },
    );
  } finally {
    await Promise.all([stand.close(), moto.end()]);
  }
}

const violations = ({ outputs }: StepResult) =>
  (JSON.parse(outputs.violations ?? '[]') as { user: string; rule: string; ageDays: number }[]).map(
    ({ user, rule, ageDays }) => `${user} ${rule} ${ageDays}`,
  );

describe('with moto as AWS, the check', () => {
  it('finds the keys that are too old, and no others', async () => {
    const result = await check({});
    expect(violations(result).filter((line) => line.includes(' age '))).toEqual([
      'ancient age 200',
      'old age 91',
    ]);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ compliant: 'false', 'oldest-key-age-days': '200' });
  });

  it('is content with the same account where 200 days are allowed', async () => {
    const result = await check({ 'max-age-days': '200' });
    expect([violations(result).filter((line) => line.includes(' age ')), result.exitCode]).toEqual([[], 0]);
  });
});
