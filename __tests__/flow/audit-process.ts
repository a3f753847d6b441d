/** The check's ports in process, over the sandbox's AWS: plain calls through the wire. */
import type { Principal } from '../../sandbox/aws/account.ts';
import * as iam from '../../sandbox/aws/iam.ts';
import type { World } from '../../sandbox/world.ts';
import type { AuditPorts } from '../../src/flow/check/ports.ts';
import { ServiceError } from '../../src/flow/ports.ts';
import { awsTime, type LastUse } from '../../src/rotation/model.ts';
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
  async function call<T>(operation: string, target: string, act: () => T): Promise<T> {
    const exchange = world.wire.open({ run: 'check', service: 'iam', operation, target, mutates: false });
    await Promise.resolve();
    const answer = world.wire.perform(exchange, act);
    world.wire.close(exchange);
    if (answer.kind === 'done') return answer.value;
    const { code, status, message } =
      answer.kind === 'refused' ? answer.error : { code: 'NetworkError', status: 0, message: 'no answer' };
    throw new ServiceError({ service: 'iam', operation, code, status, message });
  }
  const ports: AuditPorts = {
    session: { open: async () => ({ account: world.aws.account, arn: by.arn }) },
    clock: {
      aws: () => world.clock.aws,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        world.clock.advance(milliseconds);
      },
    },
    log: {
      mask: () => {},
      info: (line) => lines.push(line),
      warning: (line) => lines.push(line),
      group: async (title, work) => {
        lines.push(title);
        return await work();
      },
    },
    account: {
      listAccessKeys: (UserName) =>
        call('ListAccessKeys', UserName, () =>
          iam.listAccessKeys(world.aws, by, { UserName }).AccessKeyMetadata.map((key) => ({
            id: key.AccessKeyId,
            status: key.Status,
            createdAt: key.CreateDate,
          })),
        ),
      lastUsed: (AccessKeyId) =>
        call('GetAccessKeyLastUsed', AccessKeyId, () => {
          const { UserName, AccessKeyLastUsed: used } = iam.getAccessKeyLastUsed(world.aws, by, {
            AccessKeyId,
          });
          const lastUse: LastUse =
            used.LastUsedDate === undefined
              ? { kind: 'never' }
              : {
                  kind: 'used',
                  at: awsTime(used.LastUsedDate),
                  service: used.ServiceName,
                  region: used.Region,
                };
          return { userName: UserName, lastUse };
        }),
      listUserTags: (UserName) =>
        call(
          'ListUserTags',
          UserName,
          () =>
            new Map(iam.listUserTags(world.aws, by, { UserName }).Tags.map(({ Key, Value }) => [Key, Value])),
        ),
      listUsers: async (PathPrefix) => {
        const users: { userName: string; createdAt: ReturnType<typeof awsTime> }[] = [];
        let Marker: string | undefined;
        do {
          const page = await call('ListUsers', PathPrefix, () =>
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
        call(
          'GenerateCredentialReport',
          '',
          () => iam.generateCredentialReport(world.aws, by).State as 'STARTED' | 'INPROGRESS' | 'COMPLETE',
        ),
      credentialReport: () =>
        call('GetCredentialReport', '', () => {
          const { Content, GeneratedTime } = iam.getCredentialReport(world.aws, by);
          return {
            csv: Buffer.from(Content, 'base64').toString('utf8'),
            generatedAt: awsTime(GeneratedTime),
          };
        }),
      rootHasKey: () =>
        call(
          'GetAccountSummary',
          '',
          () => iam.getAccountSummary(world.aws, by).SummaryMap.AccountAccessKeysPresent > 0,
        ),
    },
  };
  return { ports, lines, slept };
}
