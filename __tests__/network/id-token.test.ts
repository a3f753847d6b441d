/** The first request of a run, against a server of four lines. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '../../src/flow/ports.ts';
import { type IdToken, requestIdToken } from '../../src/network/id-token.ts';

const BEARER = 'the-bearer';
const TOKEN = 'header.payload.signature';

type Answer = Parameters<RequestListener>[1];
const value = (answer: Answer): unknown => answer.end(JSON.stringify({ value: TOKEN }));
const status =
  (code: number) =>
  (answer: Answer): unknown => {
    answer.statusCode = code;
    return answer.end(JSON.stringify({ value: TOKEN }));
  };
const body =
  (text: string) =>
  (answer: Answer): unknown =>
    answer.end(text);
const hangUp = (answer: Answer): unknown => answer.destroy();

/** Answers each request as listed, the last one for ever. */
async function against<T>(
  answers: readonly ((answer: Answer) => unknown)[],
  work: (url: string, asked: string[]) => Promise<T>,
): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    const { method, url = '', headers } = request;
    asked.push([method, url, headers.authorization].join(' '));
    answers[Math.min(asked.length, answers.length) - 1]?.(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`,
      asked,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const request = (url: string): IdToken =>
  requestIdToken(
    'sts.amazonaws.com & more',
    { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER },
    async () => {},
  );

const failure = async (idToken: IdToken): Promise<ServiceError> => {
  const error = await idToken.token.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ServiceError)) throw new Error(`no ServiceError: ${error}`);
  return error;
};

describe('the job’s ID token', () => {
  it('is asked for with the audience and the job’s bearer token', async () => {
    await against([value], async (url, asked) => {
      await expect(request(url).token).resolves.toBe(TOKEN);
      expect(asked).toEqual([
        `GET /token?api-version=2.0&audience=sts.amazonaws.com%20%26%20more Bearer ${BEARER}`,
      ]);
    });
  });

  it('is on its way before an answer comes, so that the run can load what it needs', async () => {
    let answerNow: (() => unknown) | null = null;
    await against(
      [
        (answer) => {
          answerNow = () => value(answer);
        },
      ],
      async (url, asked) => {
        const idToken = request(url);
        await idToken.sent;
        while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
        (answerNow as (() => unknown) | null)?.();
        await expect(idToken.token).resolves.toBe(TOKEN);
      },
    );
  });

  for (const [name, first] of [
    ['a 500', status(500)],
    ['a 503', status(503)],
    ['a 429', status(429)],
    ['no answer', hangUp],
    ['an answer without a token', body('{}')],
    ['an answer that is no JSON', body('<html>')],
  ] as const)
    it(`is asked for again after ${name}`, async () => {
      await against([first, value], async (url, asked) => {
        await expect(request(url).token).resolves.toBe(TOKEN);
        expect(asked).toHaveLength(2);
      });
    });

  it('is not asked for again when the service says no', async () => {
    await against([status(403)], async (url, asked) => {
      const error = await failure(request(url));
      expect([error.service, error.code, error.effect, asked.length]).toEqual([
        'oidc',
        'HTTP 403',
        'none',
        1,
      ]);
    });
  });

  it('is given up after four attempts, and nothing in the error is secret', async () => {
    await against([status(500)], async (url, asked) => {
      const idToken = request(url);
      // Nobody listens yet: that must not end the process.
      await idToken.sent;
      const error = await failure(idToken);
      expect([error.code, error.status, asked.length]).toEqual(['HTTP 500', 500, 4]);
      const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
      for (const secret of [BEARER, TOKEN, url]) expect(told).not.toContain(secret);
    });
  });

  it('is refused when the answer has no end', async () => {
    const flood = (answer: Answer): void => {
      answer.on('error', () => {});
      const more = (): void => {
        if (answer.destroyed) return;
        answer.write('x'.repeat(16_384));
        setImmediate(more);
      };
      more();
    };
    await against([flood], async (url) => {
      expect((await failure(request(url))).message).toContain('too long');
    });
  });
});
