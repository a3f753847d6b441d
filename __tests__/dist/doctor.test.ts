/** The doctor as people meet it: the built action with `dry-run: true`, over HTTP. */
import { describe, expect, it } from '@jest/globals';
import { leaksIn } from '../../sandbox/leaks.ts';
import type { StepResult } from '../../sandbox/runner/runner.ts';
import { HOME, ID_NAME, SECRET_NAME, USER } from '../../sandbox/world.ts';
import { type Scene, within } from './scene.ts';

const DRY = { 'dry-run': 'true' };
const NO_ID_TOKEN = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
const EVERYWHERE = 'actions\nenvironment:prod\norganization:octo-org';

const furnished = <T>(work: (scene: Scene) => Promise<T>): Promise<T> =>
  within(10, async (scene) => {
    scene.world.github.addEnvironment('octo-org/app', 'prod');
    scene.world.github.addOrganization('octo-org');
    const result = await work(scene);
    expect(scene.world.wire.log.filter(({ mutates }) => mutates)).toEqual([]);
    return result;
  });

const lines = ({ stdout }: StepResult, mark: string): string[] =>
  stdout.split('\n').filter((line) => line.startsWith(mark));

describe('a dry run', () => {
  it('with everything in place is green, and says what it cannot prove', async () => {
    await furnished(async ({ world, stand }) => {
      const result = await stand.rotate({ ...DRY, destinations: EVERYWHERE });
      expect({ exitCode: result.exitCode, missing: lines(result, '❌') }).toEqual({
        exitCode: 0,
        missing: [],
      });
      expect(result.stdout).toContain('Nothing is missing. 3 things cannot be proved by reading alone.');
      expect(lines(result, '❔')).toHaveLength(3);
      expect(result.summary).toContain('### What a rotation needs');
      expect(leaksIn(world, result)).toEqual([]);
    });
  });

  it('with nothing but its inputs’ names names everything at once, in the log and in the summary', async () => {
    await furnished(async ({ stand }) => {
      const result = await stand.rotate(
        {
          ...DRY,
          'github-token': '',
          'access-key-id': '',
          'secret-access-key': '',
          destinations: EVERYWHERE,
        },
        NO_ID_TOKEN,
      );
      expect(result.exitCode).toBe(1);
      const missing = lines(result, '❌');
      for (const what of [
        /AWS login: .*permissions: id-token: write/,
        /IAM user: .*Pass user-name/,
        /github-token: empty/,
      ])
        expect(missing.filter((line) => what.test(line))).toHaveLength(1);
      expect(missing).toHaveLength(3);
      for (const line of missing) expect(line).toMatch(/docs\/troubleshooting\.md#the-[\w-]+$/);
      expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(result.summary).toContain('3 pieces are missing.');
    });
  });

  it('names what AWS and GitHub refuse side by side', async () => {
    await furnished(async ({ world, stand }) => {
      world.issuer.claims = { ...world.issuer.claims, sub: 'repo:octo-org/app:ref:refs/heads/x' };
      world.github.addToken('ghs_little', { kind: 'app', permissions: { secrets: 'write' } });
      for (const name of [ID_NAME, SECRET_NAME]) world.github.domain(HOME).secrets.delete(name);
      const [key] = world.aws.user(USER).keys;
      const result = await stand.rotate({
        ...DRY,
        'github-token': 'ghs_little',
        'access-key-id': key?.id ?? '',
        'secret-access-key': key?.secret ?? '',
        destinations: `${EVERYWHERE}\nactions:octo-org/nowhere`,
      });
      expect(lines(result, '❌')).toEqual([
        expect.stringContaining('sub repo:octo-org/app:ref:refs/heads/x'),
        expect.stringContaining(
          'environment:octo-org/app:prod: the token lacks the right (GitHub asks for environments=read)',
        ),
        expect.stringContaining('organization:octo-org: the token lacks the right'),
        expect.stringContaining('repository octo-org/nowhere does not exist, or the token does not reach it'),
        expect.stringContaining('has no AWS_SECRET_ACCESS_KEY and AWS_ACCESS_KEY_ID'),
      ]);
      expect(leaksIn(world, result)).toEqual([]);
    });
  });

  it('with the wrong user-name names that, and nothing that follows from it', async () => {
    await furnished(async ({ stand }) => {
      const result = await stand.rotate({ ...DRY, 'user-name': 'deploier' });
      expect(lines(result, '❌')).toEqual([
        expect.stringMatching(/^❌ missing: IAM user: .*not to user deploier/),
      ]);
      expect(result.stdout.match(/1 piece is missing/g)).toHaveLength(1);
    });
  });

  it('says no more than that a service did not answer, when one did not', async () => {
    await furnished(async ({ world, stand }) => {
      world.wire.faultFor = ({ operation }) => (operation === 'ListUserTags' ? 'unavailable' : null);
      const result = await stand.rotate(DRY);
      expect([result.exitCode, lines(result, '❌')]).toEqual([1, []]);
      expect(lines(result, '❔').filter((line) => line.includes('iam:ListUserTags'))).toHaveLength(2);
      expect(result.stdout).toContain('ServiceUnavailable');
    });
  });
});
