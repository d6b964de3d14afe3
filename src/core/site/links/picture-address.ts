const LONGEST_URL = 8000

/** Whether a page may be told to read this address: http(s), and no name or password in it. */
export const isPictureAddress = (text: string): boolean => {
  const authority = /^https?:\/\/([^/?#\\]+)/i.exec(text)?.[1]
  return authority !== undefined && !authority.includes('@') && text.length <= LONGEST_URL
}
