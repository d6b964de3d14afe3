/**
 * Does in a page what a page translator does. Chrome's puts two `font` elements with a text of its own in place of
 * every text node, of those that are there and of those that come later; what made the node still has it. Firefox's
 * writes into the nodes themselves, which harms nothing. The text here is the old one with a zero-width space behind
 * it, which Playwright's locators read over.
 *
 * Where the page then writes to a node that was taken out, the old text stands: an error in the console says so.
 */
export const translatePage = (): void => {
  const MARK = '\u200b'
  // Deprecated, so that TypeScript warns of it under its own name.
  const createFont = () => document.createElementNS('http://www.w3.org/1999/xhtml', 'font')
  const UNTOUCHED = 'head, script, style, textarea, svg, [translate=no], .notranslate'
  const translations = new WeakSet<Node>()

  const translate = (original: Text): void => {
    const text = original.data
    if (translations.has(original) || text.trim() === '' || original.parentElement?.closest(UNTOUCHED)) return
    const translation = document.createTextNode(text + MARK)
    translations.add(translation)
    const font = createFont()
    font.appendChild(createFont()).append(translation)
    original.replaceWith(font)
    new MutationObserver(() => {
      if (font.isConnected && original.data !== text)
        console.error(`The page wrote “${original.data}”, and “${text}” stands.`)
    }).observe(original, { characterData: true })
  }

  const translateAll = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const originals: Node[] = []
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) originals.push(node)
    for (const node of originals) if (node instanceof Text) translate(node)
  }

  translateAll(document)
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of target instanceof Text ? [target] : addedNodes)
        if (node.isConnected) translateAll(node)
  }).observe(document, { childList: true, characterData: true, subtree: true })
}
