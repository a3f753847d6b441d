/**
 * The keys' lives as a Mermaid gantt diagram: what was, today, and what is planned. Its text is made of our own words,
 * dates and the last characters of key IDs, and nothing else, so that nothing from outside can break the diagram.
 */

import type { Observation, Policy } from '../rotation/model.ts';
import { type AccessKey, type AwsTime, awsTime, DAY, nothingDoneYet } from '../rotation/model.ts';
import { deletableAt, previousKey, retirementOf, type View, viewOf } from '../rotation/view.ts';
import { isInUse } from './straggler.ts';
import { date, shortKey } from './words.ts';

/** What lies further away from today than this is cut off; the labels have the dates. */
const PAST = 100 * DAY;
const FUTURE = 120 * DAY;

/** IAM has two keys a user, and has been seen to hold eight: a diagram of more is no picture. */
const KEYS = 4;

/** Colour says what a key is; on which side of today a bar lies says whether that has happened. */
type Look = 'Active' | 'Inactive' | 'limit';

interface Bar {
  readonly label: string;
  readonly look: Look;
  readonly from: AwsTime;
  /** `null` = a moment. */
  readonly to: AwsTime | null;
}

interface Life {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** @returns the diagram as a fenced block, or `null` if there is no key to show. */
export function timeline(seen: Observation, policy: Policy): string | null {
  const view = viewOf(seen, policy, nothingDoneYet);
  const keys = [...seen.keys].sort((a, b) => a.createdAt - b.createdAt).slice(-KEYS);
  if (keys.length === 0) return null;
  const lives = keys.map((key) => ({ title: titleOf(key, view), bars: clip(barsOf(key, view), seen.now) }));
  return draw(lives, seen.now);
}

const suffix = (key: AccessKey): string => shortKey(key.id).replace(/[^…0-9A-Za-z]/g, '?');

function titleOf(key: AccessKey, view: View): string {
  const role =
    key.id === view.current?.id ? 'deployed' : key.id === previousKey(view)?.id ? 'previous' : 'not ours';
  return `${suffix(key)}, ${role}`;
}

function barsOf(key: AccessKey, view: View): readonly Bar[] {
  if (key.id === view.current?.id) return deployedLife(key, view);
  if (key.id === previousKey(view)?.id) return previousLife(key, view);
  const { now } = view.seen;
  return [
    { label: `${key.status} since ${date(key.createdAt)}`, look: key.status, from: key.createdAt, to: now },
  ];
}

function deployedLife(key: AccessKey, { seen: { now }, policy }: View): readonly Bar[] {
  const due = awsTime(key.createdAt + policy.rotateAfterDays * DAY);
  const maxAge = awsTime(key.createdAt + policy.maxAgeDays * DAY);
  return [
    {
      label: `Active, successor ${due > now ? `on ${date(due)}` : 'due'}`,
      look: 'Active',
      from: key.createdAt,
      to: later(now, due),
    },
    { label: `${policy.maxAgeDays} days old on ${date(maxAge)}`, look: 'limit', from: maxAge, to: null },
  ];
}

function previousLife(key: AccessKey, view: View): readonly Bar[] {
  const { now, journal } = view.seen;
  const { step, at } = retirementOf(view, key);
  const deleted = step === 'delete' ? at : awsTime(at + view.policy.deleteAfterDays * DAY);
  // An Inactive key without a record of it: its wait begins with the record that this or the next run makes.
  const inactive =
    step === 'deactivate'
      ? at
      : deletableAt(key, view) === null
        ? now
        : (journal.records.get(key.id)?.at ?? now);
  const inUse = step === 'deactivate' && isInUse(view.seen, view.policy);
  return [
    {
      label: inUse ? 'Active, still in use' : `Active until ${date(inactive)}`,
      look: 'Active',
      from: key.createdAt,
      to: inactive,
    },
    {
      label: `Inactive, deleted on ${date(deleted)}`,
      look: 'Inactive',
      from: inactive,
      to: later(inactive, deleted),
    },
  ];
}

const later = (a: AwsTime, b: AwsTime): AwsTime => (a > b ? a : b);

/** Keeps what is within sight of today. */
function clip(bars: readonly Bar[], now: AwsTime): readonly Bar[] {
  const first = now - PAST;
  const last = now + FUTURE;
  const within = (at: AwsTime): AwsTime => awsTime(Math.min(Math.max(at, first), last));
  return bars
    .filter(({ from, to }) => from <= last && (to ?? from) >= first)
    .map((bar) => ({ ...bar, from: within(bar.from), to: bar.to === null ? null : within(bar.to) }));
}

/**
 * Colours that hold in GitHub's light and dark theme alike: Mermaid's own write white on pale violet. The text beside a
 * bar keeps the theme's colour.
 */
const COLOURS = {
  taskBkgColor: '#6cb6ff',
  taskBorderColor: '#1f6feb',
  taskTextColor: '#000000',
  doneTaskBkgColor: '#c9d1d9',
  doneTaskBorderColor: '#8b949e',
  excludeBkgColor: '#d29922',
};

/** Room for the keys' names beside the bars (pixels). */
const SIZES = { leftPadding: 110, rightPadding: 30 };

function draw(lives: readonly Life[], now: AwsTime): string {
  const moments = lives.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to ?? from]));
  const span = Math.max(...moments, now) - Math.min(...moments, now);
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify({ gantt: SIZES, themeVariables: COLOURS })}}%%`,
    'gantt',
    '  accTitle: The lives of the access keys',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %e %b',
    `  tickInterval ${span > 100 * DAY ? '1month' : span > 40 * DAY ? '2week' : '1week'}`,
    // Mermaid's own mark is where the reader's today is, not this run's. A day that is left out is drawn as a band through
    // all rows, and changes no bar that has two dates.
    '  todayMarker off',
    `  excludes ${date(now)}`,
    ...lives.flatMap(({ title, bars }) => [`  section ${title}`, ...bars.map(line)]),
    '  section Today',
    // A label must not begin with a date: Mermaid would take it for one.
    line({ label: `Today, ${date(now)}`, look: 'Active', from: now, to: null }),
    '```',
  ].join('\n');
}

const TAGS: Readonly<Record<Look, readonly string[]>> = { Active: [], Inactive: ['done'], limit: ['crit'] };

function line({ label, look, from, to }: Bar): string {
  const tags = [...TAGS[look], ...(to === null ? ['milestone'] : [])];
  return `    ${label} :${[...tags, date(from), date(to === null ? from : Math.max(to, from + DAY))].join(', ')}`;
}
