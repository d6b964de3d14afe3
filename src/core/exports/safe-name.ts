import { baseName } from '../incoming/entry-paths'

/** What no file of Windows may be called, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])$/i

/** What some file system refuses in a name, and what would lead elsewhere. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const REFUSED = /[\u0000-\u001f\u007f<>:"/\\|?*]/g

/** In UTF-16 units, of which most file systems take 255; some count bytes, of which one is three at most. */
const LONGEST = 80

const parts = (name: string): readonly [stem: string, ending: string] => {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 10 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/** Without half a character at its end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** A name that every common file system takes: the same where it is one already. */
export const safeName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(REFUSED, '_')
    .replace(/[. ]+$/, '')
    .replace(/^ +/, '')
  const [stem, ending] = parts(plain)
  const short = cut(stem, LONGEST).replace(/[. ]+$/, '') + ending
  const [first = ''] = short.split('.')
  if (short === '' || RESERVED.test(first.trim())) return `_${short}`
  return short
}

/** The name that comes after one that is taken: `a (2).jpg` after `a.jpg`, then `a (3).jpg`. */
export const nextName = (name: string): string => {
  const [stem, ending] = parts(name)
  const [, before = stem, count = '1'] = /^(.*) \((\d{1,9})\)$/s.exec(stem) ?? []
  return `${before} (${Number(count) + 1})${ending}`
}

/** A name without its ending. */
export const stemOf = (name: string): string => parts(name)[0]

/**
 * Gives names of one folder that none of those before has, whatever their case: `name (2).jpg` where one is taken. Windows
 * and macOS take `A.jpg` and `a.jpg` for one file.
 * @param tellsApart what of a name has to be its own; all of it unless given.
 */
export const createNames = (
  tellsApart: (name: string) => string = (name) => name,
): ((name: string) => string) => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  const keyOf = (name: string) => tellsApart(name).toLowerCase()
  return (name) => {
    const safe = safeName(name)
    const key = keyOf(safe)
    const [stem, ending] = parts(safe)
    let given = safe
    for (let count = counts.get(key) ?? 1; taken.has(keyOf(given));) {
      count += 1
      counts.set(key, count)
      given = `${stem} (${count})${ending}`
    }
    taken.add(keyOf(given))
    return given
  }
}

/** Where a picture goes that none of the tags fits. */
export const NO_CLASS = '_none'

/** Where a picture goes that nothing is said of: it was never ranked, or is nothing for this model. */
export const UNANSWERED = '_unanswered'

/** Where a picture goes that could not be read. */
export const UNREAD = '_errors'

/**
 * Gives pictures their paths in folders by class, one after another. Each class has a folder of its own, however alike two
 * of them are called; a picture keeps its own name without the folders that it lay in.
 */
export const createClassPaths = (): ((className: string, pictureName: string) => string) => {
  const nameFolder = createNames()
  const folders = new Map<string, { readonly name: string; readonly nameFile: (name: string) => string }>()
  for (const name of [NO_CLASS, UNANSWERED, UNREAD])
    folders.set(name, { name: nameFolder(name), nameFile: createNames() })
  return (className, pictureName) => {
    const folder = folders.get(className) ?? { name: nameFolder(className), nameFile: createNames() }
    folders.set(className, folder)
    return `${folder.name}/${folder.nameFile(baseName(pictureName))}`
  }
}
