/** A list of tags for a purpose. */
export interface TagSet {
  readonly name: string
  readonly tags: readonly string[]
}

/** The sets that ship with the app. Each ends with the rest, where a picture of anything else may come up. */
export const BUILT_IN_SETS: readonly TagSet[] = [
  { name: 'First six', tags: ['car', 'document', 'motorcycle', 'truck', 'person', 'other'] },
  {
    name: 'General photos',
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
    name: 'Vehicle damage',
    tags: [
      ...['undamaged car', 'scratched car door', 'dented car body', 'broken windshield', 'broken headlight'],
      ...['flat tire', 'damaged bumper', 'rusty car', 'burnt car', 'other'],
    ],
  },
  {
    name: 'Documents',
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
    name: 'Safety',
    tags: [
      ...['person with a helmet', 'person without a helmet', 'person in a safety vest', 'fire', 'smoke'],
      ...['blocked emergency exit', 'spilled liquid', 'warning sign', 'empty room', 'other'],
    ],
  },
  {
    name: 'Drawings',
    tags: ['car', 'cat', 'dog', 'bird', 'house', 'tree', 'apple', 'star', 'heart', 'other'],
  },
]
