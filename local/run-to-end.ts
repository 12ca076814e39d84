import { spawn } from 'node:child_process';

interface Ended {
  code: number | null;
  /** What it printed, on both streams, in order. */
  output: string;
}

/** Runs a command and collects what it says; when this process goes before it, it goes too. */
export function runToEnd(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; echo?: boolean },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { cwd, env, echo } = options;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code, output });
    });
  });
}
