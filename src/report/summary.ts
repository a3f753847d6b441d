/** The job summary of a rotation: one sentence of state, one of what comes next, then the facts. */
import type { AccessKey, Deed, NextStep, Observation, Plan, Slot, Step } from '../rotation/model.ts';
import { sayLastUse } from '../rotation/view.ts';
import { type Finding, findingsSection } from './doctor.ts';
import { code, literal, sections, table } from './markdown.ts';
import { date, duration, list, moment, shortKey, whenever } from './words.ts';

export interface RotationReport {
  readonly observation: Observation | null;
  readonly plan: Plan | null;
  readonly deeds: readonly Deed[];
  readonly failure: {
    readonly message: string;
    readonly state: string;
    readonly remedy: string;
    readonly places: readonly {
      readonly destination: string;
      readonly holds: string;
      readonly error: string | null;
    }[];
  } | null;
  readonly dryRun: boolean;
  /** What a dry run found of the set-up, and where each of its headings is. */
  readonly findings?: readonly Finding[];
  readonly pageAt?: (heading: string) => string;
}

export function rotationSummary(report: RotationReport): string {
  const { observation, plan, deeds, failure } = report;
  return sections(
    `## ${heading(report)}`,
    findingsSection(report.findings ?? [], report.pageAt),
    failure === null
      ? null
      : sections(
          literal(failure.message),
          `**Now:** ${literal(failure.state)}`,
          `**Do:** ${literal(failure.remedy)}`,
        ).trim(),
    failure === null || failure.places.length === 0 ? null : placesTable(failure.places),
    plan === null ? null : literal(plan.message),
    plan === null || observation === null ? null : sayNext(plan.next, observation),
    observation === null ? null : keyTable(observation),
    observation === null ? null : destinationTable(observation),
    deeds.length === 0 ? null : `### Done in this run\n\n${deeds.map(sayDeed).join('\n')}`,
    report.dryRun && plan !== null ? dryRunSection(plan) : null,
    observation !== null && observation.journal.unreadable.length > 0
      ? `Ignored, since they make no sense: the user's tags ${literal(list(observation.journal.unreadable))}.`
      : null,
  );
}

function heading({ failure, plan, deeds, dryRun }: RotationReport): string {
  if (failure !== null) return '❌ The rotation failed';
  if (dryRun) return '🔍 Dry run';
  if (plan?.outcome === 'refuse') return '❌ A person is needed';
  if (plan?.outcome === 'warn') return '⚠️ A person is needed soon';
  if (deeds.some((deed) => deed.kind === 'created')) return '✅ The key was rotated';
  if (deeds.some((deed) => deed.kind === 'deactivated')) return '✅ The previous key was deactivated';
  if (deeds.some((deed) => deed.kind === 'deleted')) return '✅ The previous key was deleted';
  return plan?.outcome === 'wait' ? '⏳ The previous key waits' : '✅ The key is in place';
}

const NEXT: Readonly<Record<NextStep['step'], string>> = {
  create: 'the next key is created',
  deactivate: 'the previous key is made Inactive',
  delete: 'the previous key is deleted',
  person: 'a person must act',
};

const sayNext = (next: NextStep, { now }: Observation): string =>
  `**Next:** ${NEXT[next.step]} ${whenever(next.at, now)}.`;

function keyTable(seen: Observation): string {
  const deployed = seen.deployed.kind === 'accepted' ? seen.deployed.key : null;
  const row = (key: AccessKey): string[] => [
    `${code(shortKey(key.id))}${key.id === deployed ? ' (deployed)' : ''}`,
    key.status,
    duration(seen.now - key.createdAt),
    literal(key.id === deployed ? 'just now, by this run' : sayLastUse(seen.lastUse.get(key.id))),
    sayRecord(key, seen),
  ];
  return `### Keys of ${literal(seen.userName)}\n\n${table(
    ['Key', 'Status', 'Age', 'Last used', 'On record'],
    seen.keys.map(row),
  )}`;
}

function sayRecord(key: AccessKey, seen: Observation): string {
  const record = seen.journal.records.get(key.id);
  return record === undefined ? '–' : `${record.state} since ${date(record.at)}`;
}

function destinationTable(seen: Observation): string {
  const slot = ({ name, updatedAt }: Slot): string =>
    `${code(name)} ${updatedAt === null ? 'absent' : moment(updatedAt)}`;
  return `### Destinations\n\n${table(
    ['Destination', 'Secrets, last written'],
    seen.destinations.map((place) => [literal(place.name), place.slots.map(slot).join('<br>')]),
  )}`;
}

const placesTable = (
  places: readonly { destination: string; holds: string; error: string | null }[],
): string =>
  `### What each destination holds\n\n${table(
    ['Destination', 'Holds', 'Error'],
    places.map(({ destination, holds, error }) => [literal(destination), holds, literal(error ?? '–')]),
  )}`;

function dryRunSection(plan: Plan): string {
  const steps = plan.steps.map((step) => `1. ${literal(sayStep(step))}`);
  return `### A dry run: nothing was changed\n\n${
    steps.length === 0
      ? 'A real run would change nothing either.'
      : `A real run would:\n\n${steps.join('\n')}`
  }`;
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

const sayDeed = (deed: Deed): string => `- Key ${code(shortKey(deed.key))}: ${literal(deed.what)}`;
