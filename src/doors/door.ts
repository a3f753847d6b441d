/**
 * How every door opens: the inputs are read, the ID token's request goes out, AWS's clients are loaded meanwhile and ask
 * for the session, and only then is the rest loaded, while AWS answers. No line of it prints: see {@link Masks}.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { SessionInputs } from '../action/session-inputs.ts';
import type { Log, Session } from '../flow/ports.ts';
import { hearIdToken, RequestRecorder } from '../flow/requests.ts';
import { type IdToken, requestIdToken } from '../network/id-token.ts';
import type { Masks } from './masks.ts';

/** An input as the runner passes it (GitHub Docs, "Metadata syntax": `INPUT_<NAME>`, upper case, spaces as `_`). */
export const getInput = (name: string): string =>
  (process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();

/** What is under way when an action's root is loaded. */
export interface Begun<AwsPorts> {
  readonly aws: AwsPorts;
  readonly requests: RequestRecorder;
  readonly masks: Masks;
}

/** Makes the ports of AWS. */
export type Connect<AwsPorts> = (
  session: SessionInputs,
  log: Pick<Log, 'mask'>,
  idToken: IdToken | null,
  requests: RequestRecorder,
) => AwsPorts;

export async function begin<AwsPorts extends { readonly session: Pick<Session, 'open'> }>(
  session: SessionInputs,
  masks: Masks,
  load: () => Promise<Connect<AwsPorts>>,
): Promise<Begun<AwsPorts>> {
  const requests = new RequestRecorder();
  const idToken = session.role === null ? null : requestIdToken(session.audience, process.env);
  hearIdToken(requests, idToken);
  // What loads next keeps the thread busy: the request would leave after it.
  await idToken?.sent;
  const connect = await load();
  const aws = connect(session, masks, idToken, requests);
  // Whoever needs the session hears of its failure.
  aws.session.open().catch(() => {});
  // Again: what loads next would keep the token's answer waiting, and with it the request for the session.
  await idToken?.token.then(requestLeaves, () => {});
  return { aws, requests, masks };
}

/** From a call of the SDK to its request on the wire are some turns of the event loop. Too short a wait costs only time. */
const requestLeaves = (): Promise<void> => wait(8);

/** Bad input ends a run before it has asked anybody. */
export async function refuseInputs(problems: readonly string[]): Promise<void> {
  const finish = await import('../action/finish.ts');
  await finish.refuseInputs(problems);
}
