/** What Chromium's picker of folders is; TypeScript's library does not know it. */
type DirectoryPicker = (options: {
  readonly id: string
  readonly mode: 'readwrite'
}) => Promise<FileSystemDirectoryHandle>

/**
 * Lets the person choose a folder to write into; called within a press. `null` where they change their mind, or the browser
 * has no such folders after all: in a frame of another site.
 */
export const pickTargetFolder = async (): Promise<FileSystemDirectoryHandle | null> => {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: DirectoryPicker }
  if (!showDirectoryPicker) return null
  try {
    return await showDirectoryPicker.call(window, { id: 'taglens-sorted', mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && ['AbortError', 'SecurityError'].includes(error.name)) return null
    throw error
  }
}
