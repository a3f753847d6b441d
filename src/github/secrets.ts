/** GitHub's secrets API behind {@link SecretStore}, for every scope and app. */
import { type SecretMetadata, type SecretStore, ServiceError } from '../flow/ports.ts';
import { Audiences } from './audience.ts';
import { type GitHubClient, sender } from './client.ts';
import type { Reply } from './errors.ts';
import { secretsPath } from './paths.ts';
import { dateOf, textIn, timeIn } from './replies.ts';

const VISIBILITY = /^(?:all|private|selected)$/;
/** GitHub calls it a string, and uses digits. */
const KEY_ID = /^\P{Cc}{1,300}$/u;
/** Base64 of Curve25519's 32 bytes. */
const PUBLIC_KEY = /^[A-Za-z\d+/]{43}=$/;

export interface GitHubOptions extends GitHubClient {
  /** This workflow's repository: who may read a new organization secret. */
  readonly repository: { readonly owner: string; readonly id: number | null };
}

export function gitHubSecrets(options: GitHubOptions): SecretStore {
  const send = sender(options);
  const audiences = new Audiences(send, options.repository);
  return {
    async metadata(destination, name) {
      const { path, parameters } = secretsPath(destination);
      const operation = `GET ${path}/{secret_name}`;
      try {
        const reply = await send('GET', `${path}/{secret_name}`, { ...parameters, secret_name: name });
        const isOrganization = destination.scope === 'organization';
        audiences.note(
          destination,
          name,
          isOrganization ? textIn(operation, reply, 'visibility', VISIBILITY) : null,
        );
        return { updatedAt: timeIn(operation, reply, 'updated_at'), at: dateOf(operation, reply) };
      } catch (error) {
        if (!(error instanceof ServiceError) || error.status !== 404) throw error;
        audiences.note(destination, name, null);
        return absent(error);
      }
    },

    async publicKey(destination) {
      const { path, parameters } = secretsPath(destination);
      const operation = `GET ${path}/public-key`;
      const [reply] = await Promise.all([
        send('GET', `${path}/public-key`, parameters),
        audiences.check(destination),
      ]);
      return {
        keyId: textIn(operation, reply, 'key_id', KEY_ID),
        key: textIn(operation, reply, 'key', PUBLIC_KEY),
      };
    },

    async put(destination, name, sealed, keyId) {
      const { path, parameters } = secretsPath(destination);
      const audience = await audiences.of(destination, name);
      const reply = await send('PUT', `${path}/{secret_name}`, {
        ...parameters,
        secret_name: name,
        encrypted_value: sealed,
        key_id: keyId,
        ...audience,
      });
      return {
        at: dateOf(`PUT ${path}/{secret_name}`, reply),
        complaint: () => audiences.complaint(destination, name, audience),
      };
    },
  };
}

/** A 404 still carries GitHub's time. */
function absent(error: ServiceError): SecretMetadata {
  const { response } = error.cause as { response?: Reply };
  if (response === undefined) throw error;
  return { updatedAt: null, at: dateOf(error.operation, response) };
}
