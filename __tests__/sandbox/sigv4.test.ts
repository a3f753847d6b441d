/** The sandbox's verifier of signatures, by AWS's own examples and by a signer that was written apart from it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAuthorization } from '../../sandbox/http/sigv4.ts';
import { signedHeaders } from './signer.ts';

const TIME = '20150830T123600Z';
const NOW = Date.parse('2015-08-30T12:36:00Z');
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

describe('AWS’s own examples are genuine', () => {
  it.each([
    [
      'IAM’s ListUsers (AWS General Reference, "Create a signed AWS API request")',
      '/?Action=ListUsers&Version=2010-05-08',
      { host: 'iam.amazonaws.com', 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      'iam',
      'content-type;host;x-amz-date',
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
    [
      'parameters in the wrong order (AWS’s test suite, get-vanilla-query-order-key-case)',
      '/?Param2=value2&Param1=value1',
      { host: 'example.amazonaws.com' },
      'service',
      'host;x-amz-date',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
  ])('%s', (_what, url, headers, service, signed, signature) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/${service}/aws4_request, SignedHeaders=${signed}, Signature=${signature}`;
    const request = {
      method: 'GET',
      url,
      headers: { ...headers, 'x-amz-date': TIME, authorization },
      body: '',
    };
    expect(() => readAuthorization(request, NOW).verify(SECRET)).not.toThrow();
    expect(() => readAuthorization(request, NOW).verify(SECRET.toLowerCase())).toThrow(/does not match/);
  });
});

describe('any query', () => {
  // Names that begin alike are those whose order is easily got wrong; a second `?` belongs to the query.
  const parameter = fc.tuple(fc.stringMatching(/^a?[-.?=&+A-Za]{0,3}b?$/), fc.string({ maxLength: 4 }));
  const queries = fc
    .array(parameter, { minLength: 1, maxLength: 5 })
    .chain((query) => fc.tuple(fc.constant(query), fc.shuffledSubarray(query, { minLength: query.length })));

  it('has one signature, in whatever order it is sent', () => {
    fc.assert(
      fc.property(queries, ([query, sent]) => {
        const request = { method: 'GET', path: '/', query, headers: { host: 'sts' }, body: '' };
        const headers = signedHeaders(request, { id: 'AKIDEXAMPLE', secret: SECRET, time: TIME });
        const url = `/?${sent.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`;
        readAuthorization({ method: 'GET', url, headers, body: '' }, NOW).verify(SECRET);
      }),
      { numRuns: 200 },
    );
  });

  it('is signed to its end, beyond a second question mark', () => {
    const request = {
      method: 'GET',
      path: '/',
      query: [['a', 'b']] as const,
      headers: { host: 'sts' },
      body: '',
    };
    const headers = signedHeaders(request, { id: 'AKIDEXAMPLE', secret: SECRET, time: TIME });
    const verify = (url: string) => () =>
      readAuthorization({ method: 'GET', url, headers, body: '' }, NOW).verify(SECRET);
    expect(verify('/?a=b')).not.toThrow();
    expect(verify('/?a=b?c=d')).toThrow(/does not match/);
  });
});
