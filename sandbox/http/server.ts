/** Loopback HTTP in front of the world: what the three services have in common. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Exchange, Request } from '../wire.ts';
import type { World } from '../world.ts';

export interface Incoming {
  readonly method: string;
  /** As sent, run prefix included: signatures cover it. */
  readonly url: string;
  /** Without the run prefix and the query. */
  readonly path: string;
  /** What stands behind the first `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly run: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection breaks after this many characters of the body. */
  readonly cutAt?: number;
}

export interface Transport {
  /** Real milliseconds that every request takes. */
  latency: number;
  /** The run that a request belongs to unless its path says so (`/run/NAME/…`). */
  run: string;
  /** Called when a fault kills the process that sent a request; must do so before it returns. */
  onKilled: (run: string) => void | Promise<void>;
  /** What leaves in place of the service's own answer: what no service should ever send. */
  tamper?: (exchange: Exchange, reply: Reply) => Reply;
}

/** What one request is, and how it is answered; the exchange with the wire happens in between. */
export interface Handled<T> {
  readonly request: Omit<Request, 'run'>;
  readonly act: () => T;
  readonly reply: (answer: Extract<Answer<T>, { kind: 'done' | 'refused' }>) => Reply;
  /** Called when the request is over, however it ended. */
  readonly over?: () => void;
}

/** What a handler hands on; nobody but its own `act` and `reply` knows the type between them. */
export type Handler = (incoming: Incoming) => Handled<never>;

export const handled = <T>(work: Handled<T>): Handled<never> => work as unknown as Handled<never>;

export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function listen(world: World, transport: Transport, handler: Handler): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(world, transport, handler, request, response).catch((error: unknown) => {
      // A defect of the sandbox itself: it must not look like an answer.
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  world: World,
  transport: Transport,
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await read(request, transport.run);
  const work = handler(incoming);
  try {
    await answer(world, transport, incoming, work, response);
  } finally {
    work.over?.();
  }
}

async function answer(
  world: World,
  transport: Transport,
  incoming: Incoming,
  { request: about, act, reply }: Handled<never>,
  response: ServerResponse,
): Promise<void> {
  const exchange = world.wire.open({ ...about, run: incoming.run });
  if (transport.latency > 0) await wait(transport.latency);
  const outcome = world.wire.perform(exchange, act);
  world.wire.close(exchange);
  if (outcome.kind === 'killed') await transport.onKilled(incoming.run);
  if (outcome.kind === 'killed' || outcome.kind === 'lost') {
    response.destroy();
    return;
  }
  const own = reply(outcome);
  const { status, headers, body, cutAt } = transport.tamper?.(exchange, own) ?? own;
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  if (cutAt === undefined) response.end(body);
  else response.write(body.slice(0, cutAt), () => response.destroy());
}

async function read(request: IncomingMessage, run: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = request.url ?? '/';
  const [, named, rest = url] = /^\/run\/([\w-]+)(\/.*)$/.exec(url) ?? [];
  const [path, query] = cutAt(rest, '?');
  return {
    method: request.method ?? 'GET',
    url,
    path,
    query,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : (value ?? ''),
      ]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
    run: named ?? run,
  };
}

/** Before and after the first mark; what comes after it may hold more of them. */
export function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** `Date` as RFC 9110 writes it; Node's own would be the machine's time. */
export const httpDate = (milliseconds: number): string => new Date(milliseconds).toUTCString();
