import { type AwsTime, awsTime, type GitHubTime, gitHubTime, SECOND } from '../src/rotation/model.ts';

/**
 * The world's time. It moves only when somebody moves it, or lets it lapse. GitHub's clock runs `gitHubSkew` milliseconds ahead of
 * AWS's, so that code that compares one with the other is caught.
 */
export class WorldClock {
  private milliseconds: number;
  /** While time passes by itself: how fast, and since when (real milliseconds). */
  private running: { readonly factor: number; readonly since: number } | null = null;
  readonly gitHubSkew: number;

  constructor(start: string, gitHubSkew = 97 * SECOND) {
    this.milliseconds = Date.parse(start);
    this.gitHubSkew = gitHubSkew;
  }

  get now(): number {
    return this.milliseconds + this.passed();
  }

  /** Lets time pass by itself, this many times as fast as real time; 0 stops it. */
  lapse(factor: number): void {
    this.milliseconds += this.passed();
    this.running = factor === 0 ? null : { factor, since: performance.now() };
  }

  private passed(): number {
    return this.running === null
      ? 0
      : Math.floor((performance.now() - this.running.since) * this.running.factor);
  }

  advance(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError('The world never goes back in time.');
    this.milliseconds += milliseconds;
  }

  /** What AWS says the time is: whole seconds, as in its `Date` headers and `CreateDate`s. */
  get aws(): AwsTime {
    return awsTime(wholeSecond(this.now));
  }

  /** What GitHub says the time is: whole seconds, as in its `Date` headers and `updated_at`s. */
  get gitHub(): GitHubTime {
    return gitHubTime(wholeSecond(this.now + this.gitHubSkew));
  }
}

const wholeSecond = (milliseconds: number): number => Math.floor(milliseconds / SECOND) * SECOND;
