/**
 * Reads a hub's address as somebody typed it: `https://` may be left out, a path is kept, since some mirrors
 * live under one.
 *
 * @returns it without a slash at its end; `null` where it is no http(s) address, or carries a user name, a
 * query or a fragment.
 */
export const readHost = (text: string): string | null => {
  const typed = text.trim()
  // Chromium takes a space in a host's name and writes it as %20.
  if (/\s/.test(typed)) return null
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!url || typed === '' || !/^https?:$/.test(url.protocol)) return null
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
