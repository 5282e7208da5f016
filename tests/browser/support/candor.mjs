// The server under test: the built program on a free port with a data folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const binary = process.env.CANDOR_BIN && path.resolve(process.env.CANDOR_BIN);

/** `false`, or why there is nothing to test; for the `skip` option of `test`. In CI a missing program fails instead. */
export const unbuilt = !binary && !process.env.CI && 'CANDOR_BIN is not set: CANDOR_BIN=target/debug/candor npm test';

/**
 * Starts `candor serve` and waits until it answers.
 *
 * @param {{ env?: Record<string, string>, dataDir?: string, command?: string[], patience?: number }} [options] settings
 *   besides the defaults; `dataDir` to start again on what another run left behind (then the caller removes it);
 *   another command than `serve`, and how many milliseconds it may take until it answers
 */
export async function startCandor({ env = {}, dataDir, command = ['serve'], patience = 30_000 } = {}) {
  if (!binary) throw new Error('CANDOR_BIN is not set');
  const data = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'candor-browser-')));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clear = () => (dataDir ? undefined : rm(data, { recursive: true, force: true }));
  const child = run(command, { CANDOR_DATA_DIR: data, CANDOR_LISTEN: `127.0.0.1:${port}`, CANDOR_LOG: 'info', ...env });
  const ended = once(child.process, 'exit').catch(() => undefined);
  try {
    await answers(`${url}/healthz`, child, patience);
  } catch (error) {
    child.process.kill('SIGKILL');
    await clear();
    throw error;
  }
  return {
    url,
    dataDir: data,
    get logs() {
      return child.output();
    },
    /** Runs another command of the program, such as `user add`, on the same data; gives what it printed. */
    async command(...args) {
      const command = run(args, { CANDOR_DATA_DIR: data, CANDOR_LISTEN: `127.0.0.1:${port}`, ...env });
      const [code] = await once(command.process, 'close');
      if (code !== 0) throw new Error(`candor ${args.join(' ')} ended with ${code}:\n${command.output()}`);
      return command.output();
    },
    /** Asks the server to end, as an owner would, and removes its data. */
    async stop() {
      child.process.kill('SIGTERM');
      const killer = setTimeout(() => child.process.kill('SIGKILL'), 25_000);
      await ended;
      clearTimeout(killer);
      await clear();
    },
  };
}

/** Our own settings only: what the caller's shell holds for Candor shall not reach the tests. */
function run(args, settings) {
  const { PATH, HOME, TMPDIR, RUST_BACKTRACE = '1' } = process.env;
  const inherited = Object.entries({ PATH, HOME, TMPDIR, RUST_BACKTRACE }).filter(([, value]) => value !== undefined);
  const child = spawn(binary, args, { env: { ...Object.fromEntries(inherited), ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  child.on('error', (error) => (output += `${error}\n`));
  return { process: child, output: () => output };
}

async function answers(url, child, patience) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.process.exitCode !== null || child.process.pid === undefined) break;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`candor does not answer at ${url}:\n${child.output()}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
