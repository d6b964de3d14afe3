import type { MappedClass } from './category'

/**
 * Everything of ImageNet that is written, printed or made for paper, each decided. A _document_ is a page, or
 * what holds pages together, photographed to be read. What carries writing for another purpose is _other_.
 */
export const documentClasses: readonly MappedClass[] = [
  // Pages held together, usually seen open or from the front.
  [446, 'binder', 'document'],
  [549, 'envelope', 'document'],
  // A page as it is on a screen. Scans and screenshots of forms come out as this.
  [916, 'web site', 'document'],
  [917, 'comic book', 'document'],
  [918, 'crossword puzzle', 'document'],
  // ImageNet has no book; the front of one is this.
  [921, 'book jacket', 'document'],
  [922, 'menu', 'document'],

  // Writing that is not paper.
  [458, 'brass', 'other'],
  [611, 'jigsaw puzzle', 'other'],
  // Wrapping, though printed all over.
  [692, 'packet', 'other'],
  [781, 'scoreboard', 'other'],

  // Paper that no one reads.
  [700, 'paper towel', 'other'],
  [999, 'toilet tissue', 'other'],

  // Where documents are kept, sold or carried.
  [453, 'bookcase', 'other'],
  [454, 'bookshop', 'other'],
  [553, 'file', 'other'],
  [624, 'library', 'other'],
  [636, 'mailbag', 'other'],
  [637, 'mailbox', 'other'],
  [893, 'wallet', 'other'],

  // What writes, prints and copies them. The notebook is a computer.
  [418, 'ballpoint', 'other'],
  [563, 'fountain pen', 'other'],
  [590, 'hand-held computer', 'other'],
  [620, 'laptop', 'other'],
  [623, 'letter opener', 'other'],
  [664, 'monitor', 'other'],
  [681, 'notebook', 'other'],
  [713, 'photocopier', 'other'],
  [742, 'printer', 'other'],
  [749, 'quill', 'other'],
  [782, 'screen', 'other'],
  [878, 'typewriter keyboard', 'other'],
]
