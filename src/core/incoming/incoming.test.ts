import { describe, expect, it } from 'vitest'
import { entryKind, type EntryKind } from './entry-kind'
import { commonFolder, compareNames, picturePaths, withinFolder } from './entry-paths'
import { sortEntries } from './sort-entries'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const zeros = new Uint8Array(64)

const kinds: [path: string, type: string, kind: EntryKind, start?: Uint8Array][] = [
  ['car.jpg', 'image/jpeg', 'picture'],
  ['CAR.JPEG', '', 'picture'],
  ['train/cat/猫 🐈‍⬛.jpg', 'image/jpeg', 'picture'],
  ['IMG_0001.HEIC', '', 'picture'],
  ['scan.tif', 'image/tiff', 'picture'],
  ['photo.CR2', '', 'picture'],
  ['clipboard', 'image/png', 'picture'],
  ['no_extension', '', 'unknown'],
  ['no_extension', '', 'picture', jpeg],
  ['no_extension', 'application/octet-stream', 'picture', jpeg],
  ['no_extension', '', 'other', zeros],
  ['mask.npy', '', 'other', zeros],
  ['photo.jpg', 'text/plain', 'picture'],
  ['tags.txt', 'text/plain', 'list'],
  ['tags.CSV', '', 'list'],
  ['img_1.jpg.json', 'application/json', 'list'],
  ['words', 'text/plain', 'list'],
  ['README.md', 'text/markdown', 'other'],
  ['data.yaml', 'application/yaml', 'other'],
  ['IMG_0001.MOV', 'video/quicktime', 'video'],
  ['clip', 'video/mp4', 'video'],
  ['screen.webm', '', 'video'],
  ['report.pdf', 'application/pdf', 'other'],
  ['trip.zip', 'application/zip', 'archive'],
  ['trip', 'application/x-zip-compressed', 'archive'],
  ['doors.taglens', '', 'own'],
  ['img_1.xmp', '', 'sidecar'],
  ['IMG_0001.AAE', '', 'sidecar'],
  ['.DS_Store', '', 'system'],
  ['.hidden.jpg', 'image/jpeg', 'system'],
  ['._img_1.jpg', 'image/jpeg', 'system'],
  ['__MACOSX/._img_1.jpg', 'image/jpeg', 'system'],
  ['__MACOSX/img_1.jpg', 'image/jpeg', 'system'],
  ['a/.git/logo.png', 'image/png', 'system'],
  ['Thumbs.db', '', 'system'],
  ['a/THUMBS.DB', '', 'system'],
  ['desktop.ini', 'text/plain', 'system'],
  ['a/@eaDir/car.jpg/SYNOPHOTO_THUMB_M.jpg', 'image/jpeg', 'system'],
]

describe('what a file is', () => {
  it.each(kinds)('%s (%s) is %s', (...[path, type, kind, start]) => {
    expect(entryKind({ path, type }, start)).toBe(kind)
  })
})

/** Files by their paths, sorted as they come from where the names say. */
const sort = (paths: readonly string[], landsOn: 'pictures' | 'tags' = 'pictures') => {
  const entries = paths.map((path) => ({
    path,
    inFolder: path.includes('/'),
    kind: entryKind({ path, type: '' }, zeros),
  }))
  const { pictures, lists, archives, video, leftOut } = sortEntries(entries, landsOn)
  const names = (those: readonly { readonly path: string }[]) => those.map(({ path }) => path)
  return {
    pictures: names(pictures),
    lists: names(lists),
    archives: names(archives),
    ...(video && { video: video.path }),
    leftOut: leftOut.map(({ path, why }) => `${path}: ${why}`),
  }
}

describe('files that come in at once', () => {
  it('are pictures alone where there are pictures, and the rest is told', () => {
    expect(sort(['a.jpg', 'classes.txt', 'a.xmp', 'movie.mov', 'Thumbs.db'])).toEqual({
      pictures: ['a.jpg'],
      lists: [],
      archives: [],
      leftOut: ['classes.txt: list', 'a.xmp: sidecar', 'movie.mov: video'],
    })
  })

  it('are ranked live where a video comes by itself, and only there', () => {
    const nothing = { pictures: [], lists: [], archives: [], leftOut: [] }
    expect(sort(['trip.mp4'])).toEqual({ ...nothing, video: 'trip.mp4' })
    expect(sort(['trip.mp4'], 'tags')).toEqual({ ...nothing, leftOut: ['trip.mp4: video'] })
    expect(sort(['a/trip.mp4'])).toEqual({ ...nothing, leftOut: ['a/trip.mp4: video'] })
    expect(sort(['IMG_1.HEIC', 'IMG_1.MOV'])).toEqual({
      ...nothing,
      pictures: ['IMG_1.HEIC'],
      leftOut: ['IMG_1.MOV: video'],
    })
  })

  it('become tags only where a list comes by itself or lands on the tags', () => {
    expect(sort(['tags.txt']).lists).toEqual(['tags.txt'])
    expect(sort(['one.txt', 'two.txt'])).toMatchObject({
      lists: [],
      leftOut: ['one.txt: list', 'two.txt: list'],
    })
    expect(sort(['one.txt', 'two.txt', 'a.jpg'], 'tags')).toMatchObject({
      lists: ['one.txt', 'two.txt'],
      pictures: ['a.jpg'],
    })
    expect(sort(['labels/img_1.txt'])).toMatchObject({ lists: [], leftOut: ['labels/img_1.txt: list'] })
    expect(sort(['labels/img_1.txt'], 'tags').lists).toEqual([])
  })

  it('are looked into where they are archives, unless these lie in a folder', () => {
    expect(sort(['trip.zip', 'a.jpg'])).toMatchObject({ archives: ['trip.zip'], pictures: ['a.jpg'] })
    expect(sort(['a/trip.zip', 'a/b.jpg'])).toMatchObject({ archives: [], leftOut: ['a/trip.zip: archive'] })
    expect(sort(['doors.taglens', 'a.jpg']).archives).toEqual(['doors.taglens'])
    expect(sort(['a/doors.taglens', 'a/b.jpg']).leftOut).toEqual(['a/doors.taglens: own'])
  })

  it('say what they are by an error where one that is no picture comes by itself', () => {
    expect(sort(['report.pdf']).pictures).toEqual(['report.pdf'])
    expect(sort(['report.pdf', 'letter.doc'])).toMatchObject({
      pictures: [],
      leftOut: ['report.pdf: other', 'letter.doc: other'],
    })
    expect(sort(['a/report.pdf']).pictures).toEqual([])
    expect(sort(['report.pdf'], 'tags').pictures).toEqual([])
  })

  it('are not spoken of where they are a system’s own, unless there is nothing else', () => {
    expect(sort(['a.jpg', '.DS_Store']).leftOut).toEqual([])
    expect(sort(['.DS_Store']).leftOut).toEqual(['.DS_Store: system'])
    expect(sort(['a.xmp'])).toMatchObject({ pictures: [], leftOut: ['a.xmp: sidecar'] })
  })
})

describe('paths', () => {
  it('are told from the folder that was chosen', () => {
    expect(withinFolder(['set/train/cat/img_1.jpg', 'set/val/img_1.jpg'])).toEqual([
      'train/cat/img_1.jpg',
      'val/img_1.jpg',
    ])
    expect(withinFolder(['train/a.jpg', 'val/a.jpg'])).toEqual(['train/a.jpg', 'val/a.jpg'])
    expect(withinFolder(['a.jpg', 'b.jpg'])).toEqual(['a.jpg', 'b.jpg'])
    expect(withinFolder(['set/a.jpg', 'b.jpg'])).toEqual(['set/a.jpg', 'b.jpg'])
    expect(withinFolder(['set/a.jpg', 'settings/b.jpg'])).toEqual(['set/a.jpg', 'settings/b.jpg'])
    expect(commonFolder([])).toBe('')
  })

  it('have the folder’s name before them where another picture has one of them', () => {
    expect(picturePaths('dogs', ['1.jpg', '2.jpg'], new Set())).toEqual(['1.jpg', '2.jpg'])
    expect(picturePaths('dogs', ['1.jpg', '2.jpg'], new Set(['2.jpg']))).toEqual(['dogs/1.jpg', 'dogs/2.jpg'])
    expect(picturePaths('', ['1.jpg'], new Set(['1.jpg']))).toEqual(['1.jpg'])
  })

  it('are in the order that people count in', () => {
    expect(['img_10.jpg', 'img_2.jpg', 'IMG_1.jpg'].sort(compareNames)).toEqual([
      'IMG_1.jpg',
      'img_2.jpg',
      'img_10.jpg',
    ])
  })
})
