import desk from './desk.css';
import facts from './facts/facts.css';
import foot from './foot/foot.css';
import header from './header/header.css';
import item from './item/item.css';
import controls from './layout/controls.css';
import dialog from './layout/dialog.css';
import layout from './layout/layout.css';
import news from './news/news.css';
import preview from './preview/pane.css';
import saving from './saving/saving.css';
import source from './source/source.css';

/** Gives the page its looks. Those of the preview are in its frame. */
export function adoptStyles(): void {
  const page = [desk, controls, layout, dialog, header, foot];
  const panes = [facts, item, source, saving, preview, news];
  document.adoptedStyleSheets.push(
    ...[...page, ...panes].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    }),
  );
}
