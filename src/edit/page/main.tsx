import { render } from 'preact';
import styles from './desk.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
render(<main>Loading…</main>, document.body);
