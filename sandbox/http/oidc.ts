/** The runner's ID token endpoint: `GET …&audience=…` with the job's bearer token. */
import type { World } from '../world.ts';
import { type Handler, handled, httpDate } from './server.ts';

export const oidcHandler =
  (world: World): Handler =>
  (incoming) => {
    const audience = new URLSearchParams(incoming.path.split('?')[1] ?? '').get('audience') ?? '';
    const bearer = (incoming.headers.authorization ?? '').replace(/^Bearer /, '');
    return handled({
      request: { service: 'oidc', operation: 'IdToken', target: audience, mutates: false },
      act: () => world.issuer.issue(bearer, audience),
      reply: (answer) => ({
        status: answer.kind === 'done' ? 200 : answer.error.status,
        headers: { 'content-type': 'application/json', date: httpDate(world.clock.aws) },
        body: JSON.stringify(
          answer.kind === 'done' ? { count: 1, value: answer.value } : { message: answer.error.message },
        ),
      }),
    });
  };
