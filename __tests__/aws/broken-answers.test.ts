/** AWS's answers as they arrive when something between AWS and the runner breaks them, at the real client. */
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AwsClock } from '../../src/aws/clock.ts';
import { iamKeyStore } from '../../src/aws/iam.ts';
import { type KeyStore, ServiceError } from '../../src/flow/ports.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const CREATED =
  '<CreateAccessKeyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreateAccessKeyResult><AccessKey>' +
  '<UserName>deployer</UserName><AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><Status>Active</Status>' +
  `<SecretAccessKey>${SECRET}</SecretAccessKey><CreateDate>2026-01-01T00:00:00Z</CreateDate></AccessKey>` +
  '</CreateAccessKeyResult></CreateAccessKeyResponse>';

const environment = { ...process.env };
const server = createServer((_request, response) => answer(response));
let answer: (response: ServerResponse) => void;
let keys: KeyStore;

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL_IAM = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = async () => ({ accessKeyId: 'AKIASESSION000000000', secretAccessKey: 'session' });
  keys = iamKeyStore(
    { region: 'us-east-1', clock: new AwsClock(), requests: { note: () => {} } },
    {
      open: async () => ({ account: '', arn: '' }),
      outlive: async () => {},
      forClient: () => ({ credentials }),
      follow: () => {},
    },
  );
});
afterEach(async () => {
  process.env = { ...environment };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const head = (response: ServerResponse, status: number): ServerResponse =>
  response.writeHead(status, { 'content-type': 'text/xml', date: new Date().toUTCString() });

/** Six characters in a row are no coincidence. */
const tellsOf = (text: string): boolean =>
  Array.from({ length: SECRET.length - 5 }, (_, at) => SECRET.slice(at, at + 6)).some((piece) =>
    text.includes(piece),
  );

async function said(asked: Promise<unknown>): Promise<ServiceError | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

describe('an answer to CreateAccessKey that cannot be parsed', () => {
  const at = fc.integer({ min: 0, max: CREATED.length });
  const broken = fc
    .tuple(at, fc.constantFrom('', '<', '</', '>', '&', '"', '<!', '&#xffffff;', '<![CDATA['), at)
    .map(([from, instead, to]) =>
      to < from ? CREATED.slice(0, from) + instead : CREATED.slice(0, from) + instead + CREATED.slice(to),
    );

  it('is told of without a piece of the secret in it', async () => {
    const insideTheSecret = CREATED.indexOf('/K7MDENG');
    const tag = `${CREATED.slice(0, insideTheSecret)}<${CREATED.slice(insideTheSecret)}`;
    await fc.assert(
      fc.asyncProperty(broken, fc.constantFrom(200, 400, 500), async (body, status) => {
        answer = (response) => head(response, status).end(body);
        const error = await said(keys.createAccessKey('deployer'));
        expect(tellsOf(`${error?.code} ${error?.message} ${error?.stack}`)).toBe(false);
      }),
      { numRuns: 300, examples: [200, 400, 500].map((status): [string, number] => [tag, status]) },
    );
  });

  it('may have had its effect', async () => {
    answer = (response) => head(response, 200).end(CREATED.slice(0, -1));
    expect(await said(keys.createAccessKey('deployer'))).toMatchObject({
      code: 'Unreadable',
      effect: 'unknown',
      message: 'the answer cannot be read (Error)',
    });
  });
});

describe('an answer that begins and never ends', () => {
  const realTimeout = globalThis.setTimeout;
  const realSocketTimeout = Socket.prototype.setTimeout;
  // A connection's patience of half a minute, and what the SDK waits before it counts, take no time here.
  beforeEach(() => {
    globalThis.setTimeout = Object.assign(
      (work: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
        realTimeout(work, delay === 3000 ? 0 : delay, ...args),
      realTimeout,
    );
    Socket.prototype.setTimeout = function (this: Socket, delay: number, work?: () => void) {
      return realSocketTimeout.call(this, Math.ceil(delay / 300), work);
    };
  });
  afterEach(() => {
    globalThis.setTimeout = realTimeout;
    Socket.prototype.setTimeout = realSocketTimeout;
  });

  it('is not waited for for ever', async () => {
    let asked = 0;
    answer = (response) => {
      asked++;
      head(response, 200).write(CREATED.slice(0, 200));
    };
    expect(await said(keys.createAccessKey('deployer'))).toMatchObject({ effect: 'unknown' });
    expect(asked).toBe(1);
  });
});
