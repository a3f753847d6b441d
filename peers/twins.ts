/** moto and the sandbox side by side: the same users, the same clock, the same requests; the answers are compared. */
import {
  CreateRoleCommand,
  CreateUserCommand,
  type IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { toyBoxes } from '../sandbox/github/boxes.ts';
import { Stand } from '../sandbox/stand.ts';
import { AUDIENCE, SUBJECT, USER, World } from '../sandbox/world.ts';
import type { Tally } from './differences.ts';
import { createAdministrator, iamClient, type Moto, type Pair, startMoto } from './moto.ts';
import { ask, type Fields, type Parameters, type Signer } from './query.ts';

export const ROLE = 'arn:aws:iam::123456789012:role/twin';

interface Side {
  readonly url: string;
  /** By what both sides call it: `administrator`, `deployer.1` (that user's first key), `session`. */
  readonly signers: Map<string, Signer>;
}

export interface KnownKey {
  readonly name: string;
  readonly status: 'Active' | 'Inactive' | 'deleted';
}

type Given = Readonly<Record<string, string | number>>;

export class Twins {
  readonly world: World;
  private readonly tally: Tally;
  private readonly stand: Stand;
  private readonly moto: Moto;
  private readonly iam: IAMClient;
  private readonly sides: readonly [moto: Side, sandbox: Side];
  private readonly keysMade = new Map<string, number>();

  private constructor(tally: Tally, world: World, stand: Stand, moto: Moto, administrator: Pair) {
    this.tally = tally;
    this.world = world;
    this.stand = stand;
    this.moto = moto;
    this.iam = iamClient(moto, administrator);
    const url = stand.environment.AWS_ENDPOINT_URL_IAM ?? '';
    const allow = [{ actions: ['iam:*', 'sts:AssumeRole'], users: '*' as const }];
    world.aws.addUser('administrator', { allow });
    this.sides = [
      { url: moto.url, signers: new Map([['administrator', administrator]]) },
      { url, signers: new Map([['administrator', world.aws.addKey('administrator')]]) },
    ];
  }

  static async open(tally: Tally): Promise<Twins> {
    // moto knows no delays.
    const aws = { propagation: { refusedFor: 0, flapsUntil: 0 }, lastUsedDelay: 0 };
    const world = new World({ boxes: toyBoxes, aws });
    const [stand, moto] = await Promise.all([Stand.open(world), startMoto(world.clock.now)]);
    const twins = new Twins(tally, world, stand, moto, await createAdministrator(moto));
    await twins.addUser(USER, '/ci/');
    await twins.addRole();
    await moto.enforce();
    return twins;
  }

  async close(): Promise<void> {
    await Promise.all([this.moto.end(), this.stand.close()]);
  }

  async addUser(UserName: string, Path = '/'): Promise<void> {
    await this.iam.send(new CreateUserCommand({ UserName, Path }));
    this.world.aws.addUser(UserName, { path: Path });
  }

  /** One that anybody may assume, and that may list that one user's keys and write the rotation's tags. */
  private async addRole(): Promise<void> {
    const Resource = `arn:aws:iam::123456789012:user/ci/${USER}`;
    const [keys, tagging, tagKeys] = ['iam:ListAccessKeys', 'iam:TagUser', 'key-rotation:*'];
    const Condition = { 'ForAllValues:StringLike': { 'aws:TagKeys': [tagKeys] } };
    const document = (...statements: object[]) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
      });
    const AssumeRolePolicyDocument = document({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' });
    const PolicyDocument = document({ Action: keys, Resource }, { Action: tagging, Resource, Condition });
    await this.iam.send(new CreateRoleCommand({ RoleName: 'twin', AssumeRolePolicyDocument }));
    await this.iam.send(new PutRolePolicyCommand({ RoleName: 'twin', PolicyName: 'some', PolicyDocument }));
    this.world.aws.addRole('twin', {
      trust: { audience: AUDIENCE, subjects: [SUBJECT], principals: ['*'] },
      allow: [
        { actions: [keys], users: [USER] },
        { actions: [tagging], users: [USER], tagKeys: [tagKeys] },
      ],
    });
  }

  advance(milliseconds: number): void {
    this.world.clock.advance(milliseconds);
    // Both show whole seconds, and neither may be ahead.
    this.moto.setTime(this.world.clock.now);
  }

  /** Every key that this user ever had, by its common name. */
  keysOf(userName: string): KnownKey[] {
    const [, sandbox] = this.sides;
    return [...sandbox.signers]
      .filter(([name]) => name.startsWith(`${userName}.`))
      .map(([name, { id }]) => ({ name, status: this.world.aws.key(id)?.status ?? 'deleted' }));
  }

  /** Adds a signer that differs from a known one. */
  spoil(name: string, of: string, change: (signer: Signer) => Partial<Signer>): void {
    for (const { signers } of this.sides) {
      const signer = signers.get(of);
      if (signer !== undefined) signers.set(name, { ...signer, ...change(signer) });
    }
  }

  /**
   * Sends one request to both and compares the answers.
   * @param by a signer's name; `null` = unsigned.
   * @param parameters `{deployer.1}` stands for the ID of that key, on either side.
   */
  async ask(by: string | null, action: string, parameters: Given = {}): Promise<Fields> {
    const [ofMoto, ofSandbox] = this.sides;
    const [moto, sandbox] = await Promise.all([
      this.askOne(ofMoto, by, action, parameters),
      this.askOne(ofSandbox, by, action, parameters),
    ]);
    const name = this.nameOfNew(action, parameters, moto.outcome === '200' || sandbox.outcome === '200');
    this.tally.compare(
      `${action} by ${by ?? 'nobody'} ${JSON.stringify(parameters)}`,
      comparable(ofMoto, name, moto),
      comparable(ofSandbox, name, sandbox),
    );
    return sandbox;
  }

  private askOne(side: Side, by: string | null, action: string, parameters: Given): Promise<Fields> {
    const signer = by === null ? null : side.signers.get(by);
    if (signer === undefined) throw new Error(`${by} is not known.`);
    const own: Parameters = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        String(value).replace(/\{(.+?)\}/g, (_, key: string) => side.signers.get(key)?.id ?? key),
      ]),
    );
    const service = /^(Assume|GetCaller)/.test(action) ? 'sts' : 'iam';
    return ask(side.url, signer, service, action, own, this.world.clock.now);
  }

  /** What both sides call the credentials that this request brought. */
  private nameOfNew(action: string, { UserName = '' }: Given, succeeded: boolean): string {
    if (action !== 'CreateAccessKey' || !succeeded) return 'session';
    const made = (this.keysMade.get(String(UserName)) ?? 0) + 1;
    this.keysMade.set(String(UserName), made);
    return `${UserName}.${made}`;
  }
}

/** An answer as both sides could have given it: IDs by their common names, the random by its form. Notes new credentials. */
function comparable({ signers }: Side, name: string, answer: Fields): Fields {
  for (const at of ['AccessKey', 'Credentials']) {
    const { [`${at}.AccessKeyId`]: id, [`${at}.SecretAccessKey`]: secret } = answer;
    const token = answer[`${at}.SessionToken`];
    if (id !== undefined && secret !== undefined)
      signers.set(name, { id, secret, ...(token === undefined ? {} : { token }) });
  }
  const named = Object.entries(answer).map(([field, value]): [string, string] => {
    let text = formOf(field, value);
    for (const [known, { id }] of signers) text = text.replaceAll(id, `{${known.replace(/ .*/, '')}}`);
    const [, entry] = /^(SummaryMap\.\d+)\.value$/.exec(field) ?? [];
    return [entry === undefined ? field : `SummaryMap.${answer[`${entry}.key`]}`, text];
  });
  return Object.fromEntries(
    named
      .filter(([field]) => !/^SummaryMap.*\.key$/.test(field))
      .flatMap((pair) => (pair[0] === 'Content' ? cells(pair[1]) : [pair])),
  );
}

function formOf(field: string, value: string): string {
  if (/SecretAccessKey$|SessionToken$|^Marker$/.test(field))
    return `${field}, ${value.length > 15 ? 'long' : 'short'}`;
  return value.replace(/\b(AIDA[A-Z2-7]{17}|AROA[A-Z2-7\d]{12,17})\b/, (id) => `${id.slice(0, 4)}…`);
}

/** A credential report as fields: `user of deployer`, `mfa_active of deployer`, … */
function cells(content: string): [string, string][] {
  const [header = [], ...rows] = Buffer.from(content, 'base64')
    .toString()
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows.flatMap(([user = '', ...row]) =>
    row.map((cell, index): [string, string] => [`${header[index + 1]} of ${user}`, cell]),
  );
}
