/** How times, durations and keys are said to people. */
import { type AwsTime, DAY, type KeyId, MINUTE } from '../rotation/model.ts';

/**
 * A key's name in everything that people read: its last four characters. The full ID of the deployed key is a secret
 * of the run, so the runner would print `***` for it and drop any job output that contains it.
 */
export const shortKey = (id: KeyId): string => `…${id.slice(-4)}`;

/** `2026-01-05T06:00:00Z`: whole seconds, UTC. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** `2026-01-05 06:00 UTC`. */
export const moment = (at: number): string => `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;

/** `2026-01-05`. */
export const date = (at: number): string => iso(at).slice(0, 10);

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `61 days`, `5 hours`, `12 minutes`, `less than a minute`: whole units, floored. */
export function duration(milliseconds: number): string {
  if (milliseconds >= DAY) return counted(Math.floor(milliseconds / DAY), 'day');
  if (milliseconds >= 60 * MINUTE) return counted(Math.floor(milliseconds / (60 * MINUTE)), 'hour');
  if (milliseconds >= MINUTE) return counted(Math.floor(milliseconds / MINUTE), 'minute');
  return 'less than a minute';
}

/** `on 2026-01-12 (in 6 days)`, or `now` when the time has come. */
export function whenever(at: AwsTime, now: AwsTime): string {
  if (at <= now) return 'now';
  const days = Math.ceil((at - now) / DAY);
  return at - now < DAY
    ? `on ${moment(at)} (in ${duration(at - now)})`
    : `on ${date(at)} (in ${counted(days, 'day')})`;
}

/** Whole days, floored: how old a key is said to be. */
export const wholeDays = (milliseconds: number): number => Math.floor(milliseconds / DAY);

export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
