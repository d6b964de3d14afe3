import { createRandom } from '../../../src/client/measure/test-picture'

const noiseTile = (random: () => number, edge: number): OffscreenCanvas => {
  const tile = new OffscreenCanvas(edge, edge)
  const pixels = new ImageData(edge, edge)
  for (let i = 0; i < pixels.data.length; i += 4) {
    const grey = random() * 255
    for (let channel = 0; channel < 3; channel += 1) pixels.data[i + channel] = grey + (random() - 0.5) * 60
    pixels.data[i + 3] = 255
  }
  tile.getContext('2d')?.putImageData(pixels, 0, 0)
  return tile
}

/** Sizes of the noise's grains in pixels, and how much of each: coarse shapes, texture, a sensor's grain. */
const OCTAVES = [
  { grain: 64, strength: 0.3 },
  { grain: 12, strength: 0.18 },
  { grain: 3, strength: 0.12 },
  { grain: 1, strength: 0.07 },
]

/**
 * Draws what costs a JPEG decoder about as much as a photograph: soft shapes of colour under noise of several
 * sizes, which at quality 0.9 comes to about 3 bits a pixel.
 */
export const drawPhoto = async (width: number, height: number, seed: number): Promise<Blob> => {
  const random = createRandom(seed)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas.')
  const sky = context.createLinearGradient(0, 0, width / 3, height)
  sky.addColorStop(0, `hsl(${random() * 360} 60% 70%)`)
  sky.addColorStop(1, `hsl(${random() * 360} 50% 30%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  for (let i = 0; i < 40; i += 1) {
    const [x, y, radius] = [random() * width, random() * height, (0.05 + random() * 0.25) * width]
    const shape = context.createRadialGradient(x, y, radius * 0.6, x, y, radius)
    const hue = random() * 360
    shape.addColorStop(0, `hsl(${hue} 70% ${30 + random() * 50}% / 0.8)`)
    shape.addColorStop(1, `hsl(${hue} 70% 50% / 0)`)
    context.fillStyle = shape
    context.fillRect(0, 0, width, height)
  }
  const tile = noiseTile(random, 256)
  context.globalCompositeOperation = 'hard-light'
  for (const { grain, strength } of OCTAVES) {
    context.globalAlpha = strength
    const edge = 256 * grain
    for (let y = 0; y < height; y += edge)
      for (let x = 0; x < width; x += edge) context.drawImage(tile, x, y, edge, edge)
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}

/** A prompt of six words, with its start and its end: as long as most tags are. */
export const PROMPT = [49406, 320, 1125, 539, 320, 736, 1615, 49407]
