/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Every word that the colour model knows, with the colour that it stands for. */
export const colours = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  grey: [128, 128, 128],
  gray: [128, 128, 128],
  red: [255, 0, 0],
  green: [0, 160, 0],
  blue: [0, 0, 255],
  yellow: [255, 240, 0],
  orange: [255, 140, 0],
  purple: [128, 0, 160],
  pink: [255, 150, 190],
  brown: [120, 70, 20],
  cyan: [0, 220, 230],
} as const satisfies Readonly<Record<string, Rgb>>

/** A word that the colour model knows. */
export type Colour = keyof typeof colours
