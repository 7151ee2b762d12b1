/** `HTTP/3`, `CI/CD`: a name that has a slash. */
const WHOLE = /^[A-Z]+\/[A-Z\d.]+$/;

/** `area/kernel` → `kernel`, `A-net` → `net`. */
export function withoutGroup(label: string): string {
  return WHOLE.test(label) ? label : label.replace(/^(?:[\w .-]+(?:\/|:+)|[A-Z]-)\s*(?=\S)/, '');
}

/** `area/kernel` → `area`; null for a label that belongs to no group. */
export function groupOf(label: string): string | null {
  const name = withoutGroup(label);
  const group = label.slice(0, label.length - name.length).replace(/(?<![/:\s-])[/:\s-]+$/, '');
  return group === '' ? null : group.toLowerCase();
}
