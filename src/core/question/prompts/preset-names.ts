/** Names of the presets, in the order of the menu. */
export const presetNames = [
  ...(['none', 'photo', 'seven', 'eighty', 'drawings', 'documents'] as const),
  ...(['close-ups', 'satellite', 'textures', 'products'] as const),
] as const

/** A preset by name. */
export type PresetName = (typeof presetNames)[number]
