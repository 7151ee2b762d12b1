import { render } from 'preact';
import { DeskPage } from './layout/desk-page.tsx';
import { load } from './load.ts';
import { listenForKeys } from './shortcuts.ts';
import { adoptStyles } from './adopt-styles.ts';

adoptStyles();
render(<DeskPage />, document.body);
listenForKeys();
void load();
