/** A role that cannot be assumed: the person who wrote its trust policy is told what to compare it with. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Life } from '../../sandbox/explore/life.ts';
import { startProcess } from '../../sandbox/ports.ts';
import type { World } from '../../sandbox/world.ts';
import type { Failure } from '../../src/flow/errors.ts';
import { claimsOf } from '../../src/flow/trust.ts';

async function login(spoil: (world: World) => void, role = 'rotate'): Promise<string> {
  const { world } = new Life();
  spoil(world);
  const roleArn = `arn:aws:iam::${world.aws.account}:role/${role}`;
  const error = await startProcess(world, { name: 'login', roleArn })
    .ports.session.open()
    .then(
      () => null,
      (reason: unknown) => reason as Failure,
    );
  return error === null ? 'opened' : `${error.code}: ${error.message} ${error.remedy}`;
}

describe('a role that is not to be had', () => {
  it('is had with the claims that its trust policy asks for', async () => {
    expect(await login(() => {})).toBe('opened');
  });

  it.each([
    ['another branch', { ref: 'refs/heads/x', sub: 'repo:octo-org/app:ref:refs/heads/x' }],
    ['another repository', { repository_id: '999' }],
    ['an environment', { environment: 'prod', sub: 'repo:octo-org/app:environment:prod' }],
  ])('because of %s: the message says what the token says', async (_, claims: Record<string, string>) => {
    const said = await login((world) => {
      world.issuer.claims = { ...world.issuer.claims, ...claims };
    });
    expect(said).toMatch(/^access-denied: .*aud sts\.amazonaws\.com, sub repo:octo-org\/app:/);
    for (const [name, value] of Object.entries(claims)) expect(said).toContain(`${name} ${value}`);
    expect(said).toContain('role/rotate exists, and that its trust policy asks for these claims');
  });

  it('because it does not exist: AWS says the same, so both are named', async () => {
    expect(await login(() => {}, 'nobody')).toContain(
      'Check that arn:aws:iam::123456789012:role/nobody exists',
    );
  });

  it('because IAM does not know GitHub', async () => {
    const said = await login((world) => {
      world.aws.knowsGitHub = false;
    });
    expect(said).toMatch(/^access-denied: .*No OpenIDConnect provider.*Add the identity provider/);
  });
});

describe('claims', () => {
  it('of what is no token are none, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Object.values(claimsOf(text)).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
    const payload = (value: unknown) => `x.${Buffer.from(JSON.stringify(value)).toString('base64url')}.x`;
    expect([claimsOf(payload(null)), claimsOf(payload(7)), claimsOf(payload({ sub: 1, aud: 'a' }))]).toEqual([
      {},
      {},
      { aud: 'a' },
    ]);
  });
});
