/** What a run sent: request by request as long as that can be read, counted beyond. */
import { describe, expect, it } from '@jest/globals';
import { RequestRecorder } from '../../src/flow/requests.ts';
import { requestsBlock, type SentRequest, SHOWN } from '../../src/report/requests.ts';

const request = (given: Partial<SentRequest> = {}): SentRequest => ({
  service: 'iam',
  operation: 'ListAccessKeys',
  status: 200,
  error: null,
  requestId: 'abc',
  milliseconds: 41.6,
  ...given,
});
const blockOf = (...requests: SentRequest[]): string => {
  const recorder = new RequestRecorder();
  for (const one of requests) recorder.note(one);
  return requestsBlock(recorder) ?? '';
};
const rows = (block: string): string[] =>
  block
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);

describe('the requests of a run', () => {
  it('are told one by one, collapsed', () => {
    const block = blockOf(
      request(),
      request({
        service: 'github',
        operation: 'PUT /repos/o/r/actions/secrets/A',
        status: 201,
        requestId: null,
      }),
    );
    expect(block.split('\n')[0]).toBe('<details><summary>2 requests</summary>');
    expect(block.split('\n').at(-1)).toBe('</details>');
    expect(rows(block)).toEqual([
      '| <code>iam&#58;ListAccessKeys</code> | 200 | 42&nbsp;ms | <code>abc</code> |',
      '| <code>PUT /repos/o/r/actions/secrets/A</code> | 201 | 42&nbsp;ms | – |',
    ]);
  });

  it('that went wrong are counted, with what the service said', () => {
    const block = blockOf(
      request({ status: 403, error: 'AccessDenied' }),
      request({ status: 0, error: 'TimeoutError', requestId: null }),
    );
    expect(block).toContain('2 requests, 2 of them not answered with success');
    expect(rows(block).map((row) => row.split(' | ')[1])).toEqual([
      '403 <code>AccessDenied</code>',
      'no answer <code>TimeoutError</code>',
    ]);
  });

  it('beyond what can be read are counted, and the bad ones still shown', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      request(index % 1_000 === 999 ? { status: 400, error: 'Throttling', requestId: `bad-${index}` } : {}),
    );
    const block = blockOf(...many, request({ operation: 'ListUsers' }));
    expect(block).toContain('5001 requests, 5 of them not answered with success');
    expect(block).toContain('| <code>iam&#58;ListAccessKeys</code> | 5000 | 5 |');
    expect(block).toContain('| <code>iam&#58;ListUsers</code> | 1 | 0 |');
    expect(block.match(/bad-/g)).toHaveLength(5);
    expect(block.split('\n').length).toBeLessThan(30);
  });

  it('cost the same memory, however many there are', () => {
    const recorder = new RequestRecorder();
    for (let index = 0; index < 20_000; index++)
      recorder.note(request({ service: 'github', operation: `PUT /${index}`, status: 500 }));
    expect([recorder.first.length, recorder.failed.length, recorder.tallies.size]).toEqual([
      SHOWN.first,
      SHOWN.failed,
      1,
    ]);
  });

  it('are no block when there were none', () => {
    expect(requestsBlock(new RequestRecorder())).toBeNull();
  });
});
