import type { JSX } from 'preact';

/** What `devreport explain` says of an item, as a list of names and values. Its people are shown elsewhere. */
export function Why({ lines }: { lines: readonly string[] }): JSX.Element {
  const parts = partsOf(lines).filter(({ name }) => name !== 'credits');
  return (
    <dl class="why">
      {parts.map(({ name, values }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          {values.map((value) => (
            <dd key={value} dir="auto">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** In a column each; a line without a name goes on with the one above. */
function partsOf(lines: readonly string[]): { name: string; values: string[] }[] {
  const parts: { name: string; values: string[] }[] = [];
  for (const line of lines) {
    const space = line.indexOf(' ');
    const [name, value] = [line.slice(0, Math.max(0, space)), line.slice(space + 1).trim()];
    const last = parts.at(-1);
    if (name === '' && last) last.values.push(value);
    else parts.push({ name, values: [value] });
  }
  return parts;
}
