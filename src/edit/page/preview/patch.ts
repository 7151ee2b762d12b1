/** Makes the children of a node like those of another, and leaves alone those that are. */
export function patchChildren(from: Element, to: ParentNode): void {
  const [old, fresh] = [[...from.childNodes], [...to.childNodes]];
  let first = 0;
  while (first < old.length && isEqual(old[first], fresh[first])) first += 1;
  let last = 0;
  const most = Math.min(old.length, fresh.length) - first;
  while (last < most && isEqual(old.at(-1 - last), fresh.at(-1 - last))) last += 1;
  const behind = old[old.length - last] ?? null;
  const added = fresh.slice(first, fresh.length - last);
  const replaced = old.slice(first, old.length - last);
  added.forEach((node, index) => {
    const before = replaced[index];
    if (!before) from.insertBefore(node, behind);
    else if (!patchNode(before, node)) from.replaceChild(node, before);
  });
  for (const node of replaced.slice(added.length)) node.remove();
}

function isEqual(one: ChildNode | undefined, other: ChildNode | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

/** @returns false for a node of another kind */
function patchNode(from: ChildNode, to: ChildNode): boolean {
  if (from.nodeName !== to.nodeName) return false;
  if (!isElement(from) || !isElement(to)) {
    from.nodeValue = to.nodeValue;
    return true;
  }
  for (const name of from.getAttributeNames())
    if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  patchChildren(from, to);
  return true;
}

/** Also for nodes of the preview's window, which has classes of its own. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
