const machines = new Set(['automated', 'automation', 'bot', 'bots', 'ci', 'robot']);

/** Whether a name or a login is one that people give to machines: `acme-bot`, `AcmeBot`, `acmebot`, `Acme CI`. */
export function isMachineName(name: string): boolean {
  const words = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').match(/\p{L}+/gu) ?? [];
  return words.some((word) => {
    const key = word.toLowerCase();
    return machines.has(key) || key.endsWith('bot');
  });
}
