/** GitHub's secrets API behind {@link SecretStore}, for every scope and app. */
import { getOctokit } from '@actions/github';
import { type SecretMetadata, type SecretStore, ServiceError } from '../flow/ports.ts';
import type { Destination } from '../rotation/destinations.ts';
import { type GitHubTime, gitHubTime } from '../rotation/model.ts';
import { secretsPath } from './paths.ts';

/** Bounds one attempt, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

type Octokit = ReturnType<typeof getOctokit>;

interface Reply {
  readonly data: unknown;
  readonly headers: Record<string, string | number | undefined>;
}

export function gitHubSecrets(token: string, apiUrl: string): SecretStore {
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  return {
    async metadata(destination, name) {
      const { path, parameters } = secretsPath(destination);
      try {
        return await metadata(octokit, `${path}/{secret_name}`, { ...parameters, secret_name: name });
      } catch (error) {
        if (error instanceof ServiceError && error.status === 404) return absent(error);
        throw error;
      }
    },

    async publicKey(destination) {
      const { path, parameters } = secretsPath(destination);
      const { data } = await send(octokit, 'GET', `${path}/public-key`, parameters);
      const { key_id, key } = data as { key_id: string; key: string };
      return { keyId: key_id, key };
    },

    async put(destination, name, sealed, keyId) {
      const { path, parameters } = secretsPath(destination);
      const reply = await send(octokit, 'PUT', `${path}/{secret_name}`, {
        ...parameters,
        secret_name: name,
        encrypted_value: sealed,
        key_id: keyId,
        ...(await audience(octokit, destination, name)),
      });
      return dateOf(reply);
    },
  };
}

async function metadata(
  octokit: Octokit,
  path: string,
  parameters: Record<string, string>,
): Promise<SecretMetadata> {
  const reply = await send(octokit, 'GET', path, parameters);
  const { updated_at } = reply.data as { updated_at: string };
  return { updatedAt: gitHubTime(Date.parse(updated_at)), at: dateOf(reply) };
}

/** GitHub's time of an answer (`Date`, whole seconds). */
const dateOf = ({ headers }: Reply): GitHubTime => gitHubTime(Date.parse(String(headers.date)));

/** A 404 still carries GitHub's time. */
function absent(error: ServiceError): SecretMetadata {
  const { response } = error.cause as { response?: Reply };
  if (response === undefined) throw error;
  return { updatedAt: null, at: dateOf(response) };
}

/** Who may read an organization's secret. It stays what it is; a new one is for private repositories only. */
async function audience(
  _octokit: Octokit,
  destination: Destination,
  _name: string,
): Promise<Record<string, unknown>> {
  return destination.scope === 'organization' ? { visibility: 'private' } : {};
}

async function send(
  octokit: Octokit,
  method: 'GET' | 'PUT',
  path: string,
  parameters: Record<string, unknown>,
): Promise<Reply> {
  try {
    return await octokit.request(`${method} ${path}`, {
      ...parameters,
      request: { signal: AbortSignal.timeout(REQUEST_TIMEOUT) },
    });
  } catch (error) {
    throw asServiceError(`${method} ${path}`, error);
  }
}

/** Octokit calls a request without an answer a 500; only a real answer has a `response`. */
function asServiceError(operation: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { status, response, message } = error as Error & { status?: number; response?: Reply };
  const answered = response !== undefined && status !== undefined;
  return new ServiceError({
    service: 'github',
    operation,
    code: answered ? `HTTP ${status}` : 'NetworkError',
    status: answered ? status : 0,
    message: answered ? message : `no answer (${error.name}: ${message})`,
    requestId: answered ? String(response.headers['x-github-request-id'] ?? '') || null : null,
    acceptedPermissions: answered
      ? String(response.headers['x-accepted-github-permissions'] ?? '') || null
      : null,
    cause: error,
  });
}
