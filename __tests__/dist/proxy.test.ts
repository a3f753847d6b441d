/** Behind a proxy: names that only the proxy can resolve, so that a request which goes around it fails. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { within } from './scene.ts';

/** Forwards plain requests and opens tunnels, to the loopback port that each name stands for. */
function proxyTo(ports: Readonly<Record<string, number>>, seen: Set<string>): Promise<Server> {
  const portOf = (host: string): number => {
    seen.add(host);
    return ports[host] ?? 0;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const socket = connect(portOf(url.hostname), '127.0.0.1');
    const headers = Object.entries(request.headers)
      .filter(([name]) => !name.startsWith('proxy-') && name !== 'connection')
      .map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `${request.method} ${url.pathname}${url.search} HTTP/1.1\r\n${headers.join('')}connection: close\r\n\r\n`,
    );
    for (const chunk of chunks) socket.write(chunk);
    response.socket?.on('error', () => socket.destroy());
    socket.pipe(response.socket as NodeJS.WritableStream);
  });
  server.on('connect', (request, client, head) => {
    const [host = ''] = (request.url ?? '').split(':');
    const socket = connect(portOf(host), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.write(head);
      socket.pipe(client).pipe(socket);
    });
    for (const end of [socket, client]) end.on('error', () => end.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

it('AWS and GitHub are reached through http_proxy', async () => {
  await within(10, async ({ world, stand }) => {
    const { AWS_ENDPOINT_URL_IAM: aws = '', GITHUB_API_URL: github = '' } = stand.environment;
    // Node reads proxy variables for its own agents since 24.5, which is what the action runs on; GitHub's client reads
    // them everywhere.
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const throughProxy = major > 24 || (major === 24 && minor >= 5);
    const seen = new Set<string>();
    const proxy = await proxyTo(
      { 'aws.test': Number(new URL(aws).port), 'github.test': Number(new URL(github).port) },
      seen,
    );
    const { port } = proxy.address() as AddressInfo;
    const { exitCode, log } = await stand.rotate(
      {},
      {
        http_proxy: `http://127.0.0.1:${port}`,
        no_proxy: '127.0.0.1',
        GITHUB_API_URL: 'http://github.test',
        ...(throughProxy
          ? { AWS_ENDPOINT_URL_IAM: 'http://aws.test', AWS_ENDPOINT_URL_STS: 'http://aws.test' }
          : {}),
      },
    );
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    expect({ exitCode, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, log: [] });
    expect([...seen].sort()).toEqual(throughProxy ? ['aws.test', 'github.test'] : ['github.test']);
    expect(world.wire.log).toHaveLength(7);
  });
});
