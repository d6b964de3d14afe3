/** Files of a `paste` event; empty for text. */
export const filesFromPaste = ({ clipboardData }: ClipboardEvent): readonly File[] => [
  ...(clipboardData?.files ?? []),
]

/** Absent on insecure origins, whatever the types say. */
const clipboard = (): Clipboard | undefined => (navigator as { clipboard?: Clipboard }).clipboard

/** Copies as the person's own Ctrl+C would, which needs no secure context; `false` where the browser does not. */
const copyByCommand = (text: string): boolean => {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    // Whatever has focus would put its own selection there.
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', give, { capture: true, once: true })
  try {
    // Deprecated, and the only way there is where `navigator.clipboard` is absent.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', give, { capture: true })
  }
}

/** Puts text on the clipboard; resolves to whether it is there now. Called at once at a press. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    const modern = clipboard()
    if (!modern) return copyByCommand(text)
    await modern.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * Puts a PNG on the clipboard; resolves to whether it is there now. Safari wants the promise within the press.
 */
export const copyImage = async (png: Promise<Blob>): Promise<boolean> => {
  try {
    const modern = clipboard()
    if (!modern || typeof ClipboardItem === 'undefined') return false
    await modern.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

const readPictures = async (): Promise<readonly File[]> => {
  try {
    const items = (await clipboard()?.read()) ?? []
    const files = items.map(async (item) => {
      const type = item.types.find((candidate) => candidate.startsWith('image/'))
      return type ? new File([await item.getType(type)], 'Pasted picture', { type }) : null
    })
    return (await Promise.all(files)).filter((file) => file !== null)
  } catch {
    // The person said no, or there is nothing to read.
    return []
  }
}

/** Reads pictures from the clipboard at a button's press; `null` where a page may not. */
export const clipboardReader = (): (() => Promise<readonly File[]>) | null =>
  clipboard() && 'read' in Clipboard.prototype ? readPictures : null
