import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../../local/ports';

/** Debian's package `kannel`; `.ci/run` installs it. */
export const hasKannel = !spawnSync('bearerbox', ['--version']).error;

const STARTS_WITHIN = 20_000;

/** A real Kannel on loopback, with one connection for each of these networks: `smsc=<name>` goes by that one only. */
export async function startKannel({
  networks,
  username,
  password,
}: {
  networks: readonly { name: string; port: number }[];
  username: string;
  password: string;
}) {
  const folder = await mkdtemp(join(tmpdir(), 'kannel-'));
  const [admin, boxes, sendsms] = [await freePort(), await freePort(), await freePort()];
  const file = join(folder, 'kannel.conf');
  await writeFile(file, settings({ admin, boxes, sendsms, username, password, networks }), {
    mode: 0o600,
  });
  const children: ChildProcess[] = [];
  const begin = (program: string) => {
    const child = spawn(program, ['-v', '1', '--logfile', join(folder, `${program}.log`), file], {
      stdio: 'ignore',
    });
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      // It would first wait for what it could not deliver.
      child.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`;
  const status = `http://127.0.0.1:${admin}/status.txt`;
  const until = async (what: string, holds: () => Promise<boolean>) => {
    const end = performance.now() + STARTS_WITHIN;
    while (performance.now() < end) {
      if (await holds().catch(() => false)) return;
      await sleep(50);
    }
    const logs = await Promise.all(
      ['bearerbox', 'smsbox'].map((name) =>
        readFile(join(folder, `${name}.log`), 'utf8').catch(() => ''),
      ),
    );
    throw new Error(`Kannel: not ${what} in time\n${logs.join('\n').slice(-2000)}`);
  };
  const statusText = async () => (await fetch(`${status}?password=${password}`)).text();
  /** Whether Kannel has this network on the line. */
  const isOnline = async (name: string) =>
    new RegExp(`^\\s*${name}(?![\\w-]).*\\(online`, 'm').test(await statusText());

  try {
    begin('bearerbox');
    await until('up', async () => (await fetch(status)).status > 0);
    begin('smsbox');
    await until('listening', async () => (await fetch(url)).status === 403);
    await until('connected', async () =>
      (await Promise.all(networks.map(({ name }) => isOnline(name)))).every(Boolean),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, isOnline, until, stop };
}

function settings({
  admin,
  boxes,
  sendsms,
  username,
  password,
  networks,
}: {
  admin: number;
  boxes: number;
  sendsms: number;
  username: string;
  password: string;
  networks: readonly { name: string; port: number }[];
}): string {
  const groups = [
    {
      group: 'core',
      'admin-port': admin,
      'admin-interface': '127.0.0.1',
      'admin-password': password,
      'smsbox-port': boxes,
      'smsbox-interface': '127.0.0.1',
      'dlr-storage': 'internal',
    },
    ...networks.map(({ name, port }) => ({
      group: 'smsc',
      smsc: 'smpp',
      'smsc-id': name,
      // Without this Kannel takes `smsc` for a hint and spreads messages over all.
      'allowed-smsc-id': name,
      host: '127.0.0.1',
      port,
      'transceiver-mode': 'true',
      'smsc-username': 'desk',
      'smsc-password': 'desk',
      'system-type': '""',
      'reconnect-delay': 1,
    })),
    {
      group: 'smsbox',
      'bearerbox-host': '127.0.0.1',
      'sendsms-port': sendsms,
      'sendsms-interface': '127.0.0.1',
    },
    {
      group: 'sendsms-user',
      username,
      password,
      'max-messages': 5,
      concatenation: 'true',
    },
  ];
  return groups
    .map((group) =>
      Object.entries(group)
        .map(([name, value]) => `${name} = ${value}`)
        .join('\n'),
    )
    .join('\n\n');
}
