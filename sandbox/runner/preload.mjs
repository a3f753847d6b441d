/**
 * Loaded into the action's process by the harness (`NODE_OPTIONS=--import=…`), never shipped: lets the process live in
 * the world's time. `SANDBOX_CLOCK_OFFSET` (milliseconds) shifts `Date`; `SANDBOX_TIMER_DIVISOR` shortens the waits that
 * the action makes on purpose (`node:timers/promises`, 100 ms to 60 s), so that a propagation of seconds costs a test no
 * seconds. Shorter and longer waits, and the callback timers, are HTTP's own and stay as they are. `SANDBOX_TIME_LAPSE`
 * makes all of the process's time pass that many times as fast, every timer included: for limits that are counted in
 * minutes.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

const lapse = Number(process.env.SANDBOX_TIME_LAPSE ?? '1');
const offset = Number(process.env.SANDBOX_CLOCK_OFFSET ?? '0');
const divisor = Number(process.env.SANDBOX_TIMER_DIVISOR ?? '1');

const realNow = Date.now;
const started = realNow();
Date.now = () => Math.floor(started + (realNow() - started) * lapse + offset);
globalThis.Date = new Proxy(Date, {
  apply: (RealDate) => new RealDate(Date.now()).toString(),
  construct: (RealDate, parts, made) =>
    Reflect.construct(RealDate, parts.length === 0 ? [Date.now()] : parts, made),
});
Date.prototype.constructor = Date;

const require = createRequire(import.meta.url);
const promises = require('node:timers/promises');
const realWait = promises.setTimeout;
const shorter = (delay) => (delay >= 100 && delay <= 60_000 ? Math.max(1, delay / divisor) : delay);
promises.setTimeout = (delay = 1, ...rest) => realWait(shorter(delay) / lapse, ...rest);

if (lapse > 1) {
  const timers = require('node:timers');
  for (const name of ['setTimeout', 'setInterval']) {
    const real = timers[name];
    const sooner = (work, delay = 1, ...rest) => real(work, delay / lapse, ...rest);
    if (name === 'setTimeout') sooner[promisify.custom] = promises.setTimeout;
    globalThis[name] = sooner;
    timers[name] = sooner;
  }
  const realSignal = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (delay) => realSignal(Math.ceil(delay / lapse));
}
syncBuiltinESMExports();
