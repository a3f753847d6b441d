/**
 * How every door opens: the inputs are read, the ID token's request goes out, and only then is loaded what the run needs,
 * while the network answers. Nothing is printed before the root that is loaded has masked what must be masked.
 */
import type { SessionInputs } from '../action/session-inputs.ts';
import { type IdToken, requestIdToken } from '../network/id-token.ts';

/** An input as the runner passes it (GitHub Docs, "Metadata syntax": `INPUT_<NAME>`, upper case, spaces as `_`). */
export const getInput = (name: string): string =>
  (process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();

/** Asks for the ID token that a role is assumed with; `null` for a session that needs none. */
export async function firstRequest(session: SessionInputs | null): Promise<IdToken | null> {
  if (session === null || session.role === null) return null;
  const idToken = requestIdToken(session.audience, process.env);
  // What loads next keeps the thread busy: the request would leave after it.
  await idToken.sent;
  return idToken;
}
