/** The sets that ship with the app. */
export type TagSetName = 'first-six' | 'photos' | 'vehicle-damage' | 'documents' | 'safety' | 'drawings'

/** A list of tags for a purpose. Its tags are English, which is what the models have learned. */
export interface TagSet<Name extends string = string> {
  readonly name: Name
  readonly tags: readonly string[]
}

/** The built-in sets, in the order of the menu. Each ends with the rest, where a picture of anything else may come up. */
export const BUILT_IN_SETS: readonly TagSet<TagSetName>[] = [
  { name: 'first-six', tags: ['car', 'document', 'motorcycle', 'truck', 'person', 'other'] },
  {
    name: 'photos',
    tags: [
      ...[
        'person',
        'group of people',
        'pet',
        'wild animal',
        'food',
        'drink',
        'landscape',
        'beach',
        'mountains',
      ],
      ...['city street', 'building', 'interior', 'vehicle', 'flower', 'night sky', 'screenshot', 'other'],
    ],
  },
  {
    name: 'vehicle-damage',
    tags: [
      ...['undamaged car', 'scratched car door', 'dented car body', 'broken windshield', 'broken headlight'],
      ...['flat tire', 'damaged bumper', 'rusty car', 'burnt car', 'other'],
    ],
  },
  {
    name: 'documents',
    tags: [
      ...[
        'invoice',
        'receipt',
        'letter',
        'form',
        'identity card',
        'passport',
        'driving licence',
        'business card',
      ],
      ...['handwritten note', 'table or spreadsheet', 'chart or diagram', 'book page', 'other'],
    ],
  },
  {
    name: 'safety',
    tags: [
      ...['person with a helmet', 'person without a helmet', 'person in a safety vest', 'fire', 'smoke'],
      ...['blocked emergency exit', 'spilled liquid', 'warning sign', 'empty room', 'other'],
    ],
  },
  {
    name: 'drawings',
    tags: ['car', 'cat', 'dog', 'bird', 'house', 'tree', 'apple', 'star', 'heart', 'other'],
  },
]
