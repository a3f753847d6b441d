/** Listens to what the action prints as the runner does: line by line, as it arrives, on both streams alike. */
import { type Command, parseCommand, REGISTERED } from './commands.ts';
import type { Masker } from './masks.ts';

export interface Annotation {
  readonly level: 'error' | 'notice' | 'warning';
  readonly message: string;
  /** `title`, `file`, `line` and whatever else the command carried. */
  readonly properties: Readonly<Record<string, string>>;
}

/** One stream's text, cut into lines as .NET's StreamReader does: after LF, CR LF, and a CR alone. */
export class LineReader {
  private rest = '';

  /** @returns the lines that this chunk completed. A CR at its end waits: an LF may follow in the next chunk. */
  read(chunk: string): string[] {
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines;
  }

  /** @returns the last line, if no line break ended it. */
  end(): string[] {
    return this.rest === '' ? [] : this.read('\n');
  }
}

/** A mask hides what is heard after it, not what came before. The runner promises no order between the two streams. */
export class Listener {
  readonly commands: Command[] = [];
  readonly log: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};
  /** What the runner finds wrong with a command. */
  readonly complaints: string[] = [];
  /** What makes the step fail, whatever its exit code. */
  readonly failures: string[] = [];
  private readonly masker: Masker;
  private stopToken: string | undefined;

  constructor(masker: Masker) {
    this.masker = masker;
  }

  hear(line: string): void {
    const command = parseCommand(line, this.stopToken);
    if (command === null) this.show(line);
    else if (this.stopToken === undefined) this.obey(command, line);
    else {
      if (command.name === this.stopToken.toLowerCase()) this.stopToken = undefined;
      this.show(line);
    }
  }

  private show(line: string): void {
    this.log.push(this.masker.apply(line));
  }

  private obey(command: Command, line: string): void {
    const { name, properties, data } = command;
    this.commands.push(command);
    if (name === 'add-mask') this.mask(data);
    else if (name === 'stop-commands') this.stop(data, line);
    else this.show(`${name}: ${data}`);
    if (name === 'error' || name === 'notice' || name === 'warning')
      this.annotations.push({ level: name, message: this.masker.apply(data), properties });
    if (name === 'set-output' || name === 'save-state') {
      this.complaints.push(`The \`${name}\` command is deprecated and will be disabled soon.`);
      (name === 'set-output' ? this.outputs : this.state)[properties.name ?? ''] = data;
    }
    if (name === 'set-env' || name === 'add-path') this.failures.push(`The \`${name}\` command is disabled.`);
  }

  private mask(value: string): void {
    if (value.trim() === '')
      this.complaints.push("Can't add secret mask for empty string in ##[add-mask] command.");
    else this.masker.add(value);
  }

  /** A token that a log line could hold by chance is refused; a longer one is itself kept secret. */
  private stop(token: string, line: string): void {
    if (token === '' || token.toLowerCase() === 'pause-logging' || REGISTERED.has(token.toLowerCase())) {
      this.failures.push(
        "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.",
      );
      return;
    }
    if (token.length > 6) this.masker.add(token);
    this.stopToken = token;
    this.show(line);
  }
}
