import { randomUUID } from 'node:crypto';
import { runAction } from './commands/action/run-action.ts';
import { instantOf } from './period/instant.ts';

const { env, stdout, stderr } = process;
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    controller.abort(new Error(`stopped by ${signal}`));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

process.exitCode = await runAction({
  cwd: process.cwd(),
  variables: env,
  now: instantOf(Date.now()),
  ...{ stdout, stderr, signal: controller.signal, random: randomUUID },
});
