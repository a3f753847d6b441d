/** The job summary of a rotation: one sentence of state, one of what comes next, then the facts. */
import type {
  AccessKey,
  AwsTime,
  Deed,
  LastUse,
  NextStep,
  Observation,
  Plan,
  Policy,
  Step,
} from '../rotation/model.ts';
import { sayLastUse } from '../rotation/view.ts';
import { bar } from './bar.ts';
import { destinationTable, type PlaceReport, placesTable } from './destinations.ts';
import { type Finding, findingsSection, missingOf, sayFindings } from './doctor.ts';
import { type FailureReport, failureBlock, helpLink } from './failure.ts';
import { code, literal, sections, table, unbroken } from './markdown.ts';
import { type RequestHistory, requestsBlock } from './requests.ts';
import { isInUse, isStraggling, straggler } from './straggler.ts';
import { timeline } from './timeline.ts';
import { date, duration, list, shortKey, whenever } from './words.ts';

export interface RotationReport {
  readonly observation: Observation | null;
  readonly plan: Plan | null;
  readonly deeds: readonly Deed[];
  readonly failure: (FailureReport & { readonly places: readonly PlaceReport[] }) | null;
  readonly dryRun: boolean;
  readonly policy: Policy;
  readonly requests: RequestHistory;
  /** What a dry run found of the set-up. */
  readonly findings?: readonly Finding[];
  /** The address of a heading in docs/troubleshooting.md; one that is no URL is shown as it is. */
  readonly pageAt: (heading: string) => string;
}

export function rotationSummary(report: RotationReport): string {
  const { observation: seen, plan, failure, policy, deeds, findings = [] } = report;
  const setUp = findingsSection(findings, report.pageAt);
  // What is missing comes before everything, what is in place after what a run would do.
  const complete = missingOf(findings).length === 0;
  return sections(
    `## ${heading(report)}`,
    complete ? null : setUp,
    failure === null ? null : failureBlock(failure, report.pageAt),
    failure === null || failure.places.length === 0 ? null : placesTable(failure.places),
    // After a failure the plan is what was tried, and what comes next is what the failure says.
    plan === null || failure !== null ? null : sayState(report),
    plan === null || failure !== null || seen === null ? null : sayNext(plan.next, seen, policy),
    failure === null && needsPerson(plan) ? helpLink(report.pageAt('refusals')) : null,
    report.dryRun && plan !== null && failure === null ? dryRunSection(plan) : null,
    complete ? setUp : null,
    seen !== null && failure !== null && deeds.length > 0
      ? 'As things were when this run last looked, before it changed them:'
      : null,
    seen === null ? null : straggler(seen, policy),
    seen === null ? null : timeline(seen, policy),
    seen === null ? null : keyTable(seen, policy),
    // What each holds by now stands above, if it is known.
    seen === null || (failure?.places.length ?? 0) > 0 ? null : destinationTable(seen, policy),
    seen !== null && seen.journal.unreadable.length > 0
      ? `Ignored, since they make no sense: the user's tags ${literal(list(seen.journal.unreadable))}.`
      : null,
    doneSection(report),
  );
}

const needsPerson = (plan: Plan | null): boolean => plan?.outcome === 'refuse' || plan?.outcome === 'warn';

function heading(report: RotationReport): string {
  const { failure, plan, deeds, dryRun, findings = [], observation, policy } = report;
  if (failure !== null) return dryRun ? '❌ A rotation would fail' : '❌ The rotation failed';
  if (dryRun && missingOf(findings).length > 0) return `❌ Dry run: ${sayFindings(findings)}`;
  if (dryRun) return '🔍 Dry run: nothing was changed';
  if (plan?.outcome === 'refuse') return '❌ A person is needed';
  if (plan?.outcome === 'warn') return '⚠️ A person is needed soon';
  if (deeds.some((deed) => deed.kind === 'created')) return '✅ The key was rotated';
  if (deeds.some((deed) => deed.kind === 'deactivated')) return '✅ The previous key was deactivated';
  if (deeds.some((deed) => deed.kind === 'deleted')) return '✅ The previous key was deleted';
  if (observation !== null && isStraggling(observation, policy)) return '⚠️ The previous key is still in use';
  return plan?.outcome === 'wait' ? '⏳ The previous key waits' : '✅ The key is in place';
}

const NEXT: Readonly<Record<NextStep['step'], string>> = {
  create: 'the next key is created',
  deactivate: 'the previous key is made Inactive',
  delete: 'the previous key is deleted',
  person: 'a person must act',
};

/** A plan that waits speaks of the previous key alone. */
function sayState({ plan, observation: seen, deeds }: RotationReport): string {
  const current = seen?.deployed.kind === 'accepted' ? seen.deployed.key : null;
  const key = seen?.keys.find(({ id }) => id === current);
  const message = literal(plan?.message ?? '');
  if (plan?.outcome !== 'wait' || !seen || !key) return message;
  const made = deeds.some((deed) => deed.kind === 'created' && deed.key === key.id)
    ? 'by this run'
    : `${duration(seen.now - key.createdAt)} ago`;
  return `Key ${code(shortKey(key.id))} is deployed, created ${made}. ${message}`;
}

function sayNext(next: NextStep, seen: Observation, policy: Policy): string {
  const earliest = next.step === 'deactivate' && isInUse(seen, policy);
  return `**Next:** ${NEXT[next.step]} ${whenever(next.at, seen.now)}${earliest ? ' at the earliest: every further use puts it off' : ''}.`;
}

function keyTable(seen: Observation, policy: Policy): string {
  const deployed = seen.deployed.kind === 'accepted' ? seen.deployed.key : null;
  const row = (key: AccessKey): string[] => [
    `${code(shortKey(key.id))}${key.id === deployed ? ' (deployed)' : ''}`,
    key.status,
    `${bar(seen.now - key.createdAt, policy.maxAgeDays)} ${unbroken(duration(seen.now - key.createdAt))}`,
    literal(key.id === deployed ? 'just now, by this run' : sayUse(seen.lastUse.get(key.id), seen.now)),
    sayRecord(key, seen),
  ];
  return `### Keys of ${literal(seen.userName)}\n\n${table(
    ['Key', 'Status', `Age, of ${policy.maxAgeDays} days`, 'Last used', 'On record'],
    seen.keys.map(row),
  )}`;
}

/** Shorter than in the log, which has the time. */
const sayUse = (lastUse: LastUse | undefined, now: AwsTime): string =>
  lastUse?.kind === 'used'
    ? `${duration(now - lastUse.at)} ago: ${lastUse.service}, ${lastUse.region}`
    : sayLastUse(lastUse);

function sayRecord(key: AccessKey, seen: Observation): string {
  const record = seen.journal.records.get(key.id);
  return record === undefined ? '–' : `${record.state} ${date(record.at)}`;
}

function dryRunSection(plan: Plan): string {
  const steps = plan.steps.map((step) => `1. ${literal(sayStep(step))}`);
  return steps.length === 0
    ? 'A real run would change nothing either.'
    : `A real run would:\n\n${steps.join('\n')}`;
}

/** One step of a plan, as what a run would do. */
export function sayStep(step: Step): string {
  switch (step.kind) {
    case 'create':
      return 'create a key, prove it, store it in every destination, record it';
    case 'repair':
      return `write the ID of key ${shortKey(step.key)} into home, which holds its secret`;
    case 'copy':
      return `copy the pair of key ${shortKey(step.key)} to ${list(step.destinations)}`;
    case 'record':
      return `record key ${shortKey(step.key)} as ${step.as}`;
    case 'deactivate':
      return `make key ${shortKey(step.key)} Inactive`;
    case 'delete':
      return `delete key ${shortKey(step.key)}`;
  }
}

function doneSection({ deeds, failure, requests }: RotationReport): string | null {
  const block = requestsBlock(requests);
  if (deeds.length === 0 && block === null) return null;
  // A failure says itself how things stand: an unanswered call may have changed something.
  const nothing = failure === null ? 'It looked, and changed nothing.' : null;
  return sections(
    '### What this run did',
    deeds.length === 0 ? nothing : settled(deeds).map(sayDeed).join('\n'),
    block,
  ).trim();
}

/** A deed that a later one of the same kind completes is told once. */
const settled = (deeds: readonly Deed[]): readonly Deed[] =>
  deeds.filter(
    ({ kind, key }, index) =>
      !deeds.slice(index + 1).some((later) => later.kind === kind && later.key === key),
  );

const sayDeed = (deed: Deed): string =>
  `- Key ${code(shortKey(deed.key))}: ${literal(deed.what.slice(0, 2_000))}`;
