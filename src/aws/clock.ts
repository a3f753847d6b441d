import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, ServiceError } from '../flow/ports.ts';
import { type AwsTime, awsTime } from '../rotation/model.ts';

/** AWS's time, taken from the `Date` header of its latest answer: runner clocks drift, and ours is never asked. */
export class AwsClock implements Clock {
  private latest: AwsTime | null = null;

  /** Notes an answer's `Date` header (RFC 9110, whole seconds). */
  note(header: string | undefined): void {
    const at = Date.parse(header ?? '');
    // Servers differ by fractions of a second; time seen by one run never goes back.
    if (!Number.isNaN(at)) this.latest = awsTime(Math.max(at, this.latest ?? 0));
  }

  aws(): AwsTime {
    if (this.latest === null)
      throw new ServiceError({
        service: 'sts',
        operation: 'Date',
        code: 'Unreadable',
        status: 0,
        message: 'no answer has told AWS’s time',
      });
    return this.latest;
  }

  async sleep(milliseconds: number): Promise<void> {
    await wait(milliseconds);
  }
}
