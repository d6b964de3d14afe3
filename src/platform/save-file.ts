/** Gives the address of a file back after this time: a browser may still ask where to put it. */
const RELEASE_MS = 60_000

/** Saves a file to wherever downloads go. */
export const saveFile = (name: string, content: Blob): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, RELEASE_MS)
}
