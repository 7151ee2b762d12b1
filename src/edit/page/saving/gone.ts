import { signal } from '@preact/signals';

/** Whether the server does not answer. */
export const isGone = signal(false);
