import type { ComponentChildren } from 'preact';

interface TroubleProps {
  id: string;
  title: string;
  children: ComponentChildren;
  /** Buttons. */
  actions?: ComponentChildren;
}

/** A banner that stays until its trouble is over. */
export function Trouble({ id, title, children, actions }: TroubleProps) {
  return (
    <section class="notice warning trouble" id={id} role="alert" aria-label={title}>
      <p>
        <strong>{title}</strong> {children}
      </p>
      {actions && <div class="trouble-actions">{actions}</div>}
    </section>
  );
}
