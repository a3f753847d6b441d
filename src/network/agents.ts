/** The connections of AWS's clients and of the ID token's request: kept alive, bounded, through a proxy if there is one. */
import { Agent as HttpAgent } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent } from 'node:https';

// Node 24.5 and later read https_proxy, http_proxy and no_proxy by themselves when an agent is told to.
const options: AgentOptions & { proxyEnv: NodeJS.ProcessEnv } = {
  keepAlive: true,
  maxSockets: 50,
  proxyEnv: process.env,
};

export const httpAgent = new HttpAgent(options);
export const httpsAgent = new HttpsAgent(options);
