/** The runner's ID token endpoint, a service of GitHub's: `GET …&audience=…` with the job's bearer token. */
import { Refused } from '../wire.ts';
import type { World } from '../world.ts';
import { type Handler, handled, httpDate } from './server.ts';

export const oidcHandler =
  (world: World): Handler =>
  (incoming) => {
    const audience = new URLSearchParams(incoming.query).get('audience') ?? '';
    const [, bearer = ''] = /^Bearer (\S+)$/.exec(incoming.headers.authorization ?? '') ?? [];
    return handled({
      request: { service: 'oidc', operation: 'IdToken', target: audience, mutates: false },
      act: () => {
        if (incoming.method !== 'GET') throw new Refused(405, 'HTTP 405', 'Method Not Allowed');
        return world.issuer.issue(bearer, audience);
      },
      reply: (answer) => ({
        status: answer.kind === 'done' ? 200 : answer.error.status,
        headers: { 'content-type': 'application/json', date: httpDate(world.clock.gitHub) },
        body: JSON.stringify(
          answer.kind === 'done' ? { count: 1, value: answer.value } : { message: answer.error.message },
        ),
      }),
    });
  };
