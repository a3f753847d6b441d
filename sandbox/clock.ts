import { type AwsTime, awsTime, type GitHubTime, gitHubTime, SECOND } from '../src/rotation/model.ts';

/**
 * The world's time. It moves only when somebody moves it. GitHub's clock runs `gitHubSkew` milliseconds ahead of
 * AWS's, so that code that compares one with the other is caught.
 */
export class WorldClock {
  private milliseconds: number;
  readonly gitHubSkew: number;

  constructor(start: string, gitHubSkew = 97 * SECOND) {
    this.milliseconds = Date.parse(start);
    this.gitHubSkew = gitHubSkew;
  }

  get now(): number {
    return this.milliseconds;
  }

  advance(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError('The world never goes back in time.');
    this.milliseconds += milliseconds;
  }

  /** What AWS says the time is: whole seconds, as in its `Date` headers and `CreateDate`s. */
  get aws(): AwsTime {
    return awsTime(wholeSecond(this.milliseconds));
  }

  /** What GitHub says the time is: whole seconds, as in its `Date` headers and `updated_at`s. */
  get gitHub(): GitHubTime {
    return gitHubTime(wholeSecond(this.milliseconds + this.gitHubSkew));
  }
}

const wholeSecond = (milliseconds: number): number => Math.floor(milliseconds / SECOND) * SECOND;
