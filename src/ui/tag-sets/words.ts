import type { SetRefusal } from '../../core/tags/own-sets'
import { formatCount, plural } from '../primitives/format'

/** What the dialog of the person's own sets says. */
export const words = {
  title: 'Your tag sets',
  name: 'Name of a new set',
  keep: (tags: number) => `Save ${plural(tags, 'tag', 'tags')}`,
  kept: (name: string) => `Saved as “${name}”.`,
  replace: 'Replace it',
  list: 'Your sets',
  none: 'None yet. Give the present tags a name and they are here at every visit.',
  tags: (count: number) => plural(count, 'tag', 'tags'),
  use: (name: string) => `Use ${name}`,
  useShort: 'Use',
  rename: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  remove: (name: string) => `Delete ${name}`,
  removed: (name: string) => `Deleted “${name}”.`,
  undo: 'Undo',
  pictures: 'Tags that are pictures are not saved.',
  refusals: {
    'no-name': 'A set needs a name.',
    'no-tags': 'There are no tags to save.',
    taken: 'There is a set of this name already.',
    'too-many': `There are ${formatCount(500)} sets already. Delete one first.`,
  } satisfies Record<SetRefusal, string>,
} as const
