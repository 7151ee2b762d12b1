import { keys, type DeskKey } from './keys.ts';

const isMac = navigator.platform.startsWith('Mac');
const shown: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' };

/** As people read it: `Ctrl+S`. */
export function keyLabel({ key }: Pick<DeskKey, 'key'>): string {
  return parts(key)
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (shown[part] ?? part)))
    .join('+');
}

/** For `aria-keyshortcuts`: `Control+S`. */
export function ariaKey({ key }: DeskKey): string {
  return parts(key)
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part))
    .join('+');
}

/** Runs the keys of the table wherever the keyboard is, before anything else sees them. */
export function listenForKeys(): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const pressed = Object.values<DeskKey>(keys).find(({ key }) => isPressed(key, event));
    if (!pressed || (pressed.key.length === 1 && isWriting(event.target))) return;
    // The browser's own dialog would save the page.
    if (pressed === keys.save) event.preventDefault();
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    pressed.run();
  };
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}

function isPressed(key: string, event: KeyboardEvent): boolean {
  const names = parts(key);
  const name = names.at(-1) ?? '';
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return (
    isNamed(name, event) &&
    mod === names.includes('Mod') &&
    event.altKey === names.includes('Alt') &&
    !other &&
    // `?` needs Shift on most keyboards, and `.` on some.
    (event.shiftKey === names.includes('Shift') || /^\W$/.test(name))
  );
}

/** With Alt, a Mac types `∆` for J: then the place of the key counts. */
function isNamed(name: string, { key, code, altKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() === name.toLowerCase()) return true;
  return altKey && isMac && code === `Key${name}`;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function parts(key: string): string[] {
  return key.split('-');
}
