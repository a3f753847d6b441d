/** The inputs that name a user and the deployed pair. */
import type { DeployedPair } from '../flow/observe.ts';
import { KEY_ID, USER_NAME } from '../rotation/model.ts';
import type { InputReader } from './parse.ts';

/** @param halves leaves it to the caller to say that an ID without its secret is of no use. */
export function readPair(input: InputReader, { halves = false } = {}): DeployedPair {
  if (areSwapped(input.text('access-key-id'), input.text('secret-access-key'))) {
    input.problem(
      'access-key-id',
      'holds what is no access key ID, and secret-access-key one: swap the two, or correct the two secrets',
    );
    return { accessKeyId: '', secretAccessKey: '' };
  }
  const accessKeyId = input.matching('access-key-id', KEY_ID, 'an access key ID (16 to 128 of A-Z 0-9)', {
    secret: true,
  });
  const secretAccessKey = input.matching('secret-access-key', /^\S{16,256}$/, 'a secret access key', {
    secret: true,
  });
  // The other way round, a secret without its ID, is a torn home: a run that crashed between its two first writes.
  if (!halves && accessKeyId !== '' && secretAccessKey === '')
    input.problem(
      'secret-access-key',
      'is empty although access-key-id is not; pass both halves from the secrets',
    );
  return { accessKeyId, secretAccessKey };
}

const areSwapped = (id: string, secret: string): boolean =>
  id !== '' && !KEY_ID.test(id) && KEY_ID.test(secret);

export const readUserName = (input: InputReader): string =>
  input.matching('user-name', USER_NAME, 'an IAM user name (at most 64 of A-Z a-z 0-9 _+=,.@-)');
