/** `text` as a pattern that matches just it. Node 20 has no `RegExp.escape` yet. */
export const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
