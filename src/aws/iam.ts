/** IAM for the rotation: the calls of {@link KeyStore}, in the run's session. */
import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUserTagsCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import type { KeyStore } from '../flow/ports.ts';
import { type AccessKey, awsTime, type LastUse, USER_NAME } from '../rotation/model.ts';
import { KEY_ID, legible, present, SECRET, timeIn, Unreadable } from './answers.ts';
import { clientConfig, type Line, listen } from './clients.ts';
import { asServiceError } from './errors.ts';
import type { CredentialSource } from './session.ts';

const iam = <T>(operation: string, call: () => Promise<T>): Promise<T> =>
  asServiceError('iam', operation, call);

/** The calls that only read, by any client. */
export function keyReader(client: IAMClient): Pick<KeyStore, 'listAccessKeys' | 'lastUsed' | 'listUserTags'> {
  return {
    listAccessKeys: (UserName) =>
      iam('ListAccessKeys', async () => {
        const keys: AccessKey[] = [];
        for await (const page of pages((next) =>
          client.send(new ListAccessKeysCommand({ UserName, ...next })),
        ))
          for (const key of present(page.AccessKeyMetadata, 'AccessKeyMetadata'))
            keys.push({
              id: legible(key.AccessKeyId, KEY_ID, 'AccessKeyId'),
              status: legible(key.Status, /^\w+$/, 'Status') === 'Active' ? 'Active' : 'Inactive',
              createdAt: awsTime(timeIn(key.CreateDate, 'CreateDate')),
            });
        return keys;
      }),

    lastUsed: (AccessKeyId) =>
      iam('GetAccessKeyLastUsed', async () => {
        const answer = await client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
        return {
          userName: answer.UserName === undefined ? null : legible(answer.UserName, USER_NAME, 'UserName'),
          lastUse: lastUseOf(answer.AccessKeyLastUsed),
        };
      }),

    listUserTags: (UserName) =>
      iam('ListUserTags', async () => {
        const tags = new Map<string, string>();
        for await (const page of pages((next) => client.send(new ListUserTagsCommand({ UserName, ...next }))))
          for (const { Key, Value } of present(page.Tags, 'Tags'))
            if (Key !== undefined) tags.set(Key, Value ?? '');
        return tags;
      }),
  };
}

export function iamKeyStore(line: Line, source: CredentialSource): KeyStore {
  const client = (maxAttempts: number): IAMClient => {
    const made = listen(new IAMClient({ ...clientConfig(line, maxAttempts), ...source.forClient() }), line);
    source.follow(made);
    return made;
  };
  const patient = client(3);
  // The SDK repeats a call whose answer was lost (seen: two creates reach AWS, the first key's secret is nobody's).
  // So creation has a client of its own, which sends once.
  const once = client(1);
  return {
    ...keyReader(patient),

    createAccessKey: (UserName) =>
      iam('CreateAccessKey', async () => {
        // What the other client has learned about this machine's clock: a first request from a drifted one is refused,
        // and this client never repeats.
        once.config.systemClockOffset = patient.config.systemClockOffset;
        const { AccessKey: key } = await once.send(new CreateAccessKeyCommand({ UserName }));
        return {
          pair: {
            accessKeyId: legible(key?.AccessKeyId, KEY_ID, 'AccessKeyId'),
            secretAccessKey: legible(key?.SecretAccessKey, SECRET, 'SecretAccessKey'),
          },
          createdAt: awsTime(key?.CreateDate?.getTime() ?? line.clock.aws()),
        };
      }),

    updateAccessKey: (UserName, AccessKeyId, Status) =>
      iam('UpdateAccessKey', async () => {
        await patient.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status }));
      }),

    deleteAccessKey: (UserName, AccessKeyId) =>
      iam('DeleteAccessKey', async () => {
        await patient.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
      }),

    tagUser: (UserName, tags) =>
      iam('TagUser', async () => {
        await patient.send(
          new TagUserCommand({ UserName, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }),
        );
      }),

    untagUser: (UserName, TagKeys) =>
      iam('UntagUser', async () => {
        await patient.send(new UntagUserCommand({ UserName, TagKeys: [...TagKeys] }));
      }),
  };
}

/** AWS says `N/A` for service and region of a key that was never used, and leaves the date out. */
function lastUseOf(
  used:
    | { LastUsedDate?: Date | undefined; ServiceName?: string | undefined; Region?: string | undefined }
    | undefined,
): LastUse {
  if (used === undefined) return { kind: 'unreadable', why: 'the answer has no AccessKeyLastUsed' };
  if (used.LastUsedDate === undefined) return { kind: 'never' };
  return {
    kind: 'used',
    at: awsTime(timeIn(used.LastUsedDate, 'LastUsedDate')),
    service: nameOrUnknown(used.ServiceName),
    region: nameOrUnknown(used.Region),
  };
}

/** Only ever shown, so that an odd name is no reason to call the key's last use unreadable. */
const nameOrUnknown = (name = ''): string => (/^[\w .:/-]{1,64}$/.test(name) ? name : 'unknown');

interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

/** Page after page, as long as AWS says that there are more. */
export async function* pages<P extends Page>(
  ask: (next: { readonly Marker?: string }) => Promise<P>,
): AsyncGenerator<P> {
  let marker: string | undefined;
  do {
    const page = await ask(marker === undefined ? {} : { Marker: marker });
    yield page;
    // The same page again and again would never end.
    if (page.IsTruncated && page.Marker === marker) throw new Unreadable('the answer has no further Marker');
    marker = page.IsTruncated ? page.Marker : undefined;
  } while (marker !== undefined);
}
