/** Names of the presets, in the order of the menu. */
export const presetNames = [
  ...(['none', 'photo', 'seven', 'eighty', 'drawings', 'documents'] as const),
  ...(['close-ups', 'satellite', 'textures', 'products'] as const),
] as const

/** A preset by name. */
export type PresetName = (typeof presetNames)[number]

/** The plainest of them for photographs. Apart from the others, which come with their menu. */
export const PHOTO_TEMPLATE = 'a photo of a {}'
