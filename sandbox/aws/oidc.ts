/** GitHub's OIDC issuer: signs ID tokens for jobs that may ask for them. Times are the world's. */
import { createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { MINUTE, SECOND } from '../../src/rotation/model.ts';
import type { WorldClock } from '../clock.ts';
import { Refused } from '../wire.ts';

export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly nbf: number;
  readonly exp: number;
  readonly [claim: string]: string | number;
}

export const ISSUER = 'https://token.actions.githubusercontent.com';

export class OidcIssuer {
  readonly clock: WorldClock;
  /** What a job must present to get a token (`ACTIONS_ID_TOKEN_REQUEST_TOKEN`). */
  readonly requestToken = 'sandbox-request-token';
  /** The job's claims besides the standard ones. */
  claims: Readonly<Record<string, string>>;
  /**
   * `RS256` as GitHub signs; `none` for the exhaustive exploration, which opens hundreds of thousands of sessions: there
   * a token is genuine if it was issued here, and the real cryptography is left to the tests over HTTP.
   */
  readonly algorithm: 'RS256' | 'none';
  private readonly issued = new Set<string>();

  constructor(
    clock: WorldClock,
    claims: Readonly<Record<string, string>>,
    algorithm: 'RS256' | 'none' = 'RS256',
  ) {
    this.clock = clock;
    this.claims = claims;
    this.algorithm = algorithm;
    // Now, and not while a run waits for its token, whose time is measured.
    if (algorithm === 'RS256') keyPair();
  }

  /** Answers the runner's token endpoint. */
  issue(bearer: string, audience: string): string {
    if (bearer !== this.requestToken) throw new Refused(401, 'HTTP 401', 'Unauthorized');
    const seconds = Math.floor(this.clock.now / SECOND);
    const header = { alg: this.algorithm, typ: 'JWT', kid: 'sandbox' };
    const payload = {
      ...this.claims,
      iss: ISSUER,
      aud: audience,
      nbf: seconds - 600,
      iat: seconds,
      exp: seconds + (5 * MINUTE) / SECOND,
    };
    const signed = [header, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signed}.${this.sign(signed)}`;
  }

  /** The token's claims; refuses as STS does what is forged, malformed or out of date. */
  verify(token: string): Claims {
    const [header = '', payload = '', signature = '', ...rest] = token.split('.');
    const genuine = rest.length === 0 && this.isSigned(`${header}.${payload}`, signature);
    if (!genuine)
      throw new Refused(
        400,
        'InvalidIdentityToken',
        'The ID Token provided is not a valid JWT, or its signature is wrong.',
      );
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    const seconds = this.clock.now / SECOND;
    if (seconds >= claims.exp || seconds < claims.nbf)
      throw new Refused(400, 'ExpiredTokenException', `Token must be redeemed before ${claims.exp}`);
    return claims;
  }

  private sign(text: string): string {
    if (this.algorithm === 'RS256')
      return createSign('RSA-SHA256').update(text).sign(keyPair().privateKey, 'base64url');
    this.issued.add(text);
    return 'none';
  }

  private isSigned(text: string, signature: string): boolean {
    return this.algorithm === 'none'
      ? this.issued.has(text)
      : createVerify('RSA-SHA256').update(text).verify(keyPair().publicKey, signature, 'base64url');
  }
}

let keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | null = null;

/** One for all worlds of a process: to make one takes longer than most answers. */
function keyPair() {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return keys;
}
