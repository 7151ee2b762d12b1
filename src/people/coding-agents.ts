import type { Person } from '../snapshot/schema.ts';

/** Bots that write what a person asked for. */
const agents = new Set([
  ...['amazon-q-developer', 'chatgpt-codex-connector', 'claude', 'copilot', 'copilot-swe-agent'],
  ...[
    'cursor',
    'devin-ai-integration',
    'gemini-code-assist',
    'google-labs-jules',
    'openhands-agent',
  ],
  ...['sweep-ai'],
]);

/** Whether a bot writes what a person asked for, unlike one that does the same again and again. */
export function isCodingAgent({ type, login }: Person): boolean {
  return type === 'bot' && agents.has(login?.toLowerCase() ?? '');
}
