/** Names of the presets, in the order of the menu. */
export const presetNames = [
  ['none', 'The tag alone'],
  ['photo', 'A photo of'],
  ['seven', 'OpenAI’s seven'],
  ['eighty', 'OpenAI’s eighty for ImageNet'],
  ['drawings', 'Drawings'],
  ['documents', 'Documents'],
  ['close-ups', 'Close-ups'],
  ['satellite', 'Satellite pictures'],
  ['textures', 'Textures'],
  ['products', 'Products'],
] as const

/** A preset by name. */
export type PresetName = (typeof presetNames)[number][0]
