/** Texts kept: more than a screen of rows has, less than a megabyte. */
const MOST = 2000

type Values = Readonly<Record<string, string | number>>

/**
 * Keeps texts that were made. i18next takes some 50 microseconds for each, and a screen of rows has hundreds, the
 * same ones again and again.
 */
export const rememberTexts = (
  make: (key: string, values: Values | undefined) => string,
): ((key: string, values: Values | undefined) => string) => {
  const made = new Map<string, string>()
  return (key, values) => {
    const name = values === undefined ? key : JSON.stringify([key, values])
    const known = made.get(name)
    if (known !== undefined) return known
    if (made.size === MOST) made.clear()
    const text = make(key, values)
    made.set(name, text)
    return text
  }
}
