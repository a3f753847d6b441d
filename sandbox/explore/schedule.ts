/**
 * A schedule is a scenario and the faults that strike it: `create 7:lost 12:killed-before` means that the seventh
 * request of the scenario loses its answer and that the process dies before the twelfth. Requests are counted on
 * through the runs that follow. One string says it all, so that one command replays it:
 * `npm run replay -- 'create 7:lost 12:killed-before'`.
 */
import { FAULTS, type Fault } from '../wire.ts';

export interface Strike {
  /** Number of the request that is struck, from 1. */
  readonly at: number;
  readonly fault: Fault;
}

export interface Schedule {
  readonly scenario: string;
  readonly strikes: readonly Strike[];
}

const sayStrikes = (strikes: readonly Strike[]): string =>
  strikes.map(({ at, fault }) => `${at}:${fault}`).join(' ');

export const saySchedule = ({ scenario, strikes }: Schedule): string =>
  `${scenario} ${sayStrikes(strikes)}`.trim();

export function readSchedule(text: string): Schedule {
  const [scenario = '', ...words] = text.trim().split(/\s+/);
  return {
    scenario,
    strikes: words.map((word) => {
      const [at, name] = word.split(':');
      const fault = FAULTS.find((known) => known === name);
      if (fault === undefined || !/^\d+$/.test(at ?? ''))
        throw new Error(`${word} is no strike (NUMBER:FAULT).`);
      return { at: Number(at), fault };
    }),
  };
}

/** Every schedule of one fault among the first `requests` requests. */
export function* singles(scenario: string, requests: number): Generator<Schedule> {
  for (let at = 1; at <= requests; at++)
    for (const fault of FAULTS) yield { scenario, strikes: [{ at, fault }] };
}
