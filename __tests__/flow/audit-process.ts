/** The check's ports in process, over the sandbox's AWS: plain calls through the wire. */
import { type AskIam, keyReader, logTo, unwrap } from '../../sandbox/adapters.ts';
import type { Principal } from '../../sandbox/aws/account.ts';
import * as iam from '../../sandbox/aws/iam.ts';
import type { World } from '../../sandbox/world.ts';
import type { AuditPorts } from '../../src/flow/check/ports.ts';
import { awsTime } from '../../src/rotation/model.ts';
import { CHECK_ALLOW } from '../audit/population.ts';

export interface AuditProcess {
  readonly ports: AuditPorts;
  readonly lines: string[];
  /** Sleeps, in milliseconds; the world's clock moves with them. */
  readonly slept: number[];
}

export function auditProcess(world: World, allow = CHECK_ALLOW): AuditProcess {
  const lines: string[] = [];
  const slept: number[] = [];
  const by: Principal = {
    arn: `arn:aws:sts::${world.aws.account}:assumed-role/check/run`,
    account: world.aws.account,
    userId: 'CHECK',
    user: null,
    allow,
  };
  const ask: AskIam = async (operation, target, act) => {
    const exchange = world.wire.open({ run: 'check', service: 'iam', operation, target, mutates: false });
    await Promise.resolve();
    const answer = world.wire.perform(exchange, () => act(by));
    world.wire.close(exchange);
    return unwrap(exchange, answer.kind === 'killed' ? { kind: 'lost' } : answer);
  };
  const ports: AuditPorts = {
    session: { open: async () => ({ account: world.aws.account, arn: by.arn }) },
    clock: {
      aws: () => world.clock.aws,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        world.clock.advance(milliseconds);
      },
    },
    log: logTo(lines),
    account: {
      ...keyReader(world, ask),
      listUsers: async (PathPrefix) => {
        const users: { userName: string; createdAt: ReturnType<typeof awsTime> }[] = [];
        let Marker: string | undefined;
        do {
          const page = await ask('ListUsers', PathPrefix, () =>
            iam.listUsers(world.aws, by, { PathPrefix, MaxItems: 1000, Marker }),
          );
          users.push(
            ...page.Users.map(({ UserName, CreateDate }) => ({ userName: UserName, createdAt: CreateDate })),
          );
          Marker = page.Marker;
        } while (Marker !== undefined);
        return users;
      },
      generateCredentialReport: () =>
        ask(
          'GenerateCredentialReport',
          '',
          () => iam.generateCredentialReport(world.aws, by).State as 'STARTED' | 'INPROGRESS' | 'COMPLETE',
        ),
      credentialReport: () =>
        ask('GetCredentialReport', '', () => {
          const { Content, GeneratedTime } = iam.getCredentialReport(world.aws, by);
          return {
            csv: Buffer.from(Content, 'base64').toString('utf8'),
            generatedAt: awsTime(GeneratedTime),
          };
        }),
      rootHasKey: () =>
        ask(
          'GetAccountSummary',
          '',
          () => iam.getAccountSummary(world.aws, by).SummaryMap.AccountAccessKeysPresent > 0,
        ),
    },
  };
  return { ports, lines, slept };
}
