/** The sandbox in a process of its own, so that what it costs does not count as the action's. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Opened, Order, Seen } from './sandbox-process.ts';
import type { Scenario } from './scenarios.ts';

export class Sandbox {
  private readonly child: ChildProcess = fork(join(import.meta.dirname, 'sandbox-process.js'), {
    execArgv: ['--no-warnings'],
  });

  /** @param latency milliseconds that each request takes. */
  async open(scenario: Scenario, latency: number): Promise<Opened> {
    return (await this.ask({ open: scenario, latency })) as Opened;
  }

  async close(): Promise<Seen> {
    return (await this.ask('close')) as Seen;
  }

  end(): void {
    this.child.disconnect();
  }

  private async ask(order: Order): Promise<unknown> {
    this.child.send(order);
    const [message] = (await once(this.child, 'message')) as [{ answer?: unknown; error?: string }];
    if (message.error !== undefined) throw new Error(message.error);
    return message.answer;
  }
}
