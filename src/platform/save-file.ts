/** The browser reads the address after the press; a minute is enough for it to begin. */
const GIVEN_BACK_MS = 60_000

/** Hands a file to the person: it lands where downloads do. */
export const saveFile = (file: Blob, name: string): void => {
  const link = document.createElement('a')
  const url = URL.createObjectURL(file)
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, GIVEN_BACK_MS)
}
