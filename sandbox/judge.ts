/**
 * The judge: looks at the world itself after every effect and says which invariant of the design fell. It shares no
 * code with the product: it knows who made each key, opens every secret, and remembers what each place held and when.
 */

import type { Destination } from '../src/rotation/destinations.ts';
import { DAY, type Policy } from '../src/rotation/model.ts';
import type { Key } from './aws/account.ts';
import type { Exchange } from './wire.ts';
import { nameOf, pairIn, type World } from './world.ts';

interface Held {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface JudgeOptions {
  readonly world: World;
  readonly destinations: readonly [Destination, ...Destination[]];
  readonly layout?: 'two' | 'json';
  readonly policy: Policy;
}

export class Judge {
  readonly violations: string[] = [];
  effects = 0;
  private readonly world: World;
  private readonly destinations: readonly Destination[];
  private readonly layout: 'two' | 'json';
  policy: Policy;
  /** Keys as they were before the latest effect. */
  private before = new Map<string, { status: Key['status']; statusSince: number }>();
  private readonly held = new Map<string, Held>();
  /** When the last place let go of a key's pair, in world milliseconds. */
  private readonly letGo = new Map<string, number>();
  /** Keys whose secret was ever in any place. */
  private readonly everHeld = new Set<string>();
  /** Keys whose whole pair was ever in home: what adoption may rest on. */
  private readonly everDeployed = new Set<string>();
  /** The run that made a key Inactive last. */
  private readonly deactivatedBy = new Map<string, string>();

  constructor({ world, destinations, layout = 'two', policy }: JudgeOptions) {
    this.world = world;
    this.destinations = destinations;
    this.layout = layout;
    this.policy = policy;
    this.look();
    world.wire.afterEffect = (exchange) => this.judge(exchange);
  }

  /** Takes the world as it is: after a person's intervention, which no invariant binds. */
  look(): void {
    for (const destination of this.destinations) this.note(destination);
    this.before = this.keys();
  }

  /** Home held this key's pair once, before the judge came: a run that was queued then may still bring it along. */
  wasDeployed(key: Key): void {
    this.everDeployed.add(key.id);
    this.everHeld.add(key.id);
  }

  /** After a run in which nothing failed, no place may be left torn (invariant 1: the gap closes in the next run). */
  endOfCleanRun(): void {
    for (const destination of this.destinations)
      if (!this.isSound(pairIn(this.world, destination, this.layout)))
        this.violations.push(`1: ${nameOf(destination)} holds no working pair after a clean run`);
  }

  private judge(exchange: Exchange): void {
    this.effects++;
    this.judgePlaces(exchange);
    const now = this.keys();
    for (const key of this.world.aws.everIssued) {
      const was = this.before.get(key.id);
      const is = now.get(key.id);
      if (was?.status === 'Active' && is?.status === 'Inactive') {
        this.judgeDeactivation(key, exchange);
        this.deactivatedBy.set(key.id, exchange.run);
      }
      if (was !== undefined && is === undefined) this.judgeDeletion(key, was, exchange);
      if (was !== undefined && (is === undefined || is.status !== was.status))
        this.judgeOwnership(key, exchange);
    }
    for (const user of this.world.aws.users.values())
      if (user.keys.length > 2) this.accuse(exchange, `3: user ${user.name} has ${user.keys.length} keys`);
    this.before = now;
  }

  /** Invariant 1: what each place holds works, but for the moment between its two writes. */
  private judgePlaces(exchange: Exchange): void {
    for (const destination of this.destinations) {
      const name = nameOf(destination);
      const was = this.held.get(name);
      const is = pairIn(this.world, destination, this.layout);
      const touched = exchange.operation.startsWith('PUT') && exchange.target.startsWith(`${name} `);
      if (!this.isSound(is) && !(touched && this.isBetweenWrites(is)) && this.isSound(was ?? is))
        this.accuse(exchange, `1: ${name} holds a pair that AWS does not accept`);
      if (touched) {
        const owner = this.ownerOf(is.secretAccessKey);
        if (
          owner !== undefined &&
          is.secretAccessKey !== was?.secretAccessKey &&
          !this.world.aws.isSettled(owner)
        )
          this.accuse(exchange, `1: ${name} was given a key that AWS does not accept everywhere yet`);
      }
      this.note(destination);
    }
  }

  /** The secret half is new and its key works; the ID half is still to come. Never the other way round. */
  private isBetweenWrites({ secretAccessKey }: Held): boolean {
    const owner = this.ownerOf(secretAccessKey);
    return this.layout === 'two' && owner !== undefined && !owner.deleted && owner.status === 'Active';
  }

  /** Invariants 2 and 3: replaced everywhere by a newer key, for long enough, and quiet. */
  private judgeDeactivation(key: Key, exchange: Exchange): void {
    const { now } = this.world.clock;
    const successor = this.ownerOf(
      pairIn(this.world, this.destinations[0] as Destination, this.layout).secretAccessKey,
    );
    const everywhere = this.destinations.every((destination) => {
      const pair = pairIn(this.world, destination, this.layout);
      return this.isSound(pair) && pair.secretAccessKey === successor?.secret;
    });
    const retired = this.policy.foreignKey === 'retire' && key.createdBy === 'setup';
    if (!everywhere || successor === undefined || successor === key)
      this.accuse(exchange, `3: ${key.id} was deactivated although its successor is not in every place`);
    else if (!retired && successor.createdExactly <= key.createdExactly)
      this.accuse(exchange, `3: ${key.id} was deactivated in favour of an older key`);
    const letGo = this.letGo.get(key.id);
    if (letGo !== undefined && now - letGo < this.policy.deactivateAfterDays * DAY)
      this.accuse(
        exchange,
        `2: ${key.id} was deactivated ${(now - letGo) / DAY} days after a job could receive it`,
      );
    const used = this.world.aws.shownUse(key)?.at ?? 0;
    if (now - used < this.policy.quietDays * DAY)
      this.accuse(exchange, `2: ${key.id} was deactivated while in use`);
  }

  /**
   * Invariant 3: Inactive for the whole wait, or never stored anywhere. `force` gives up the wait, but not that of a key
   * which the same run made Inactive: nobody could have noticed that something still needed it.
   */
  private judgeDeletion(
    key: Key,
    was: { status: Key['status']; statusSince: number },
    exchange: Exchange,
  ): void {
    if (!this.everHeld.has(key.id) && key.createdBy !== 'setup') return;
    const wait = this.world.clock.now - was.statusSince;
    const givenUp = this.policy.force && this.deactivatedBy.get(key.id) !== exchange.run;
    const enough = wait >= this.policy.deleteAfterDays * DAY || givenUp;
    if (was.status !== 'Inactive' || !enough)
      this.accuse(
        exchange,
        `3: ${key.id} was deleted while ${was.status}, ${wait / DAY} days after that began`,
      );
  }

  /** Invariant 4: made by a run of ours, once deployed in home, or handed over. */
  private judgeOwnership(key: Key, exchange: Exchange): void {
    const ours = key.createdBy !== 'setup' || this.everDeployed.has(key.id);
    if (!ours && this.policy.foreignKey !== 'retire')
      this.accuse(exchange, `4: ${key.id} was touched although it is nobody’s but a person’s`);
  }

  private note(destination: Destination): void {
    const name = nameOf(destination);
    const was = this.held.get(name);
    const is = pairIn(this.world, destination, this.layout);
    const leaving = was === undefined ? undefined : this.ownerOf(was.secretAccessKey);
    if (
      leaving !== undefined &&
      (was?.secretAccessKey !== is.secretAccessKey || was.accessKeyId !== is.accessKeyId)
    )
      this.letGo.set(leaving.id, this.world.clock.now);
    const owner = this.ownerOf(is.secretAccessKey);
    if (owner !== undefined) this.everHeld.add(owner.id);
    if (owner !== undefined && owner.id === is.accessKeyId && destination === this.destinations[0])
      this.everDeployed.add(owner.id);
    this.held.set(name, is);
  }

  /** A place that holds nothing has nothing to break. */
  private isSound({ accessKeyId, secretAccessKey }: Held): boolean {
    if (accessKeyId === '' && secretAccessKey === '') return true;
    const owner = this.ownerOf(secretAccessKey);
    return owner !== undefined && owner.id === accessKeyId && owner.status === 'Active' && !owner.deleted;
  }

  private ownerOf(secret: string): Key | undefined {
    return secret === '' ? undefined : this.world.aws.everIssued.find((key) => key.secret === secret);
  }

  private keys() {
    return new Map(
      this.world.aws.everIssued
        .filter((key) => !key.deleted)
        .map((key) => [key.id, { status: key.status, statusSince: key.statusSince }]),
    );
  }

  private accuse(exchange: Exchange, what: string): void {
    this.violations.push(`${what} (request ${exchange.seq}, ${exchange.operation} of ${exchange.run})`);
  }
}
