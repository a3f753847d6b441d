/**
 * Loaded into the action's process by the harness (`NODE_OPTIONS=--import=…`), never shipped: lets the process live in
 * the world's time. `SANDBOX_CLOCK_OFFSET` (milliseconds) shifts `Date`; `SANDBOX_TIMER_DIVISOR` shortens the waits that
 * the action makes on purpose (100 ms to 60 s), so that a propagation of seconds costs a test no seconds. Shorter and
 * longer timers are HTTP's own and stay as they are. `SANDBOX_TIME_LAPSE` makes all of the process's time pass that many
 * times as fast, every timer included: for limits that are counted in minutes.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';

const lapse = Number(process.env.SANDBOX_TIME_LAPSE ?? '1');
const offset = Number(process.env.SANDBOX_CLOCK_OFFSET ?? '0');
const divisor = Number(process.env.SANDBOX_TIMER_DIVISOR ?? '1');

const RealDate = Date;
const started = RealDate.now();
const worldNow = () => started + (RealDate.now() - started) * lapse + offset;
globalThis.Date = class WorldDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(worldNow());
    else super(...parts);
  }
  static now() {
    return Math.floor(worldNow());
  }
};

const shorter = (delay) => (delay >= 100 && delay <= 60_000 ? Math.max(1, delay / divisor) : delay);
const promises = createRequire(import.meta.url)('node:timers/promises');
const realWait = promises.setTimeout;
promises.setTimeout = (delay, ...rest) => realWait(shorter(delay), ...rest);
syncBuiltinESMExports();

if (lapse > 1) {
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  globalThis.setTimeout = (work, delay = 0, ...rest) => realTimeout(work, delay / lapse, ...rest);
  const realSignal = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (delay) => realSignal(Math.ceil(delay / lapse));
  globalThis.setInterval = (work, delay = 0, ...rest) => realInterval(work, delay / lapse, ...rest);
}
