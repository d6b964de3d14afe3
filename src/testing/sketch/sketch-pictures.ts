/** Whole numbers below `below`, the same for the same seed (mulberry32). */
const numbers = (seed: number) => (below: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
}

type Draw = (ink: string, shade: string, spot: string) => string

/** Things in a box of 100 x 100 with its middle at the origin. */
const things: Readonly<Record<string, Draw>> = {
  car: (ink, shade, spot) => `
    <path d="M-46 18v-12q0-6 8-8l12-3 10-14q3-5 9-5h22q6 0 9 5l9 14q11 2 11 10v13z" fill="${ink}"/>
    <path d="M-18-6l8-12q1-2 4-2h5v14zM4-20h11q3 0 5 3l6 11H4z" fill="${spot}"/>
    <circle cx="-24" cy="19" r="10" fill="${shade}"/><circle cx="26" cy="19" r="10" fill="${shade}"/>
    <circle cx="-24" cy="19" r="4" fill="${spot}"/><circle cx="26" cy="19" r="4" fill="${spot}"/>`,
  truck: (ink, shade, spot) => `
    <rect x="-48" y="-26" width="60" height="44" rx="3" fill="${ink}"/>
    <path d="M15-12h16q4 0 6 4l9 14v12H15z" fill="${shade}"/><path d="M20-6h9l8 12H20z" fill="${spot}"/>
    <circle cx="-28" cy="20" r="9" fill="${shade}"/><circle cx="30" cy="20" r="9" fill="${shade}"/>
    <circle cx="-28" cy="20" r="3.5" fill="${spot}"/><circle cx="30" cy="20" r="3.5" fill="${spot}"/>`,
  motorcycle: (ink, shade, spot) => `
    <circle cx="-27" cy="14" r="15" fill="none" stroke="${shade}" stroke-width="6"/>
    <circle cx="27" cy="14" r="15" fill="none" stroke="${shade}" stroke-width="6"/>
    <path d="M-27 14l14-22h26l14 22M-13-8l12 22h16" fill="none" stroke="${ink}" stroke-width="6" stroke-linejoin="round"/>
    <path d="M-24-12h22l-6 6h-14zM10-24h10" stroke="${spot}" stroke-width="5" fill="${spot}" stroke-linecap="round"/>`,
  document: (ink, shade, spot) => `
    <path d="M-26-40h36l18 18v62h-54z" fill="${spot}"/><path d="M10-40v18h18z" fill="${shade}"/>
    <path d="M-16-14h20M-16-2h32M-16 10h32M-16 22h22" stroke="${ink}" stroke-width="4" stroke-linecap="round"/>`,
  person: (ink, shade, spot) => `
    <circle cx="0" cy="-18" r="17" fill="${spot}"/><path d="M-34 44a34 34 0 0 1 68 0z" fill="${ink}"/>
    <path d="M-17-22a17 17 0 0 1 34 0q-17-8-34 0z" fill="${shade}"/>`,
  other: (ink, shade, spot) => `
    <path d="M-48 34l26-44 16 24 12-18 42 38z" fill="${ink}"/><circle cx="20" cy="-24" r="12" fill="${spot}"/>
    <path d="M-60 34h120v20h-120z" fill="${shade}"/>`,
}

/** What the drawings show; each name begins with one of these. */
export const subjects = Object.keys(things)

const shapes = [
  [480, 360],
  [360, 480],
  [480, 270],
  [400, 400],
  [640, 240],
] as const

/**
 * A drawing as a file, the same for the same number: `car-0007.svg`. Made up, so that screens can be looked
 * at without anybody's photographs.
 */
export const sketchPicture = (number: number, name?: string): File => {
  const below = numbers(number * 7919 + 13)
  const subject = subjects[below(subjects.length)] ?? 'other'
  const [width, height] = shapes[below(shapes.length)] ?? [400, 400]
  const hue = below(360)
  const near = `oklch(0.86 0.06 ${hue})`
  const far = `oklch(0.7 0.09 ${(hue + 40) % 360})`
  const thing = things[subject]?.(
    `oklch(0.5 0.14 ${(hue + 180 + below(60)) % 360})`,
    `oklch(0.3 0.05 ${hue})`,
    `oklch(0.96 0.03 ${(hue + 90) % 360})`,
  )
  const scale = (Math.min(width, height) / 100) * (0.6 + below(30) / 100)
  const x = width / 2 + (below(40) - 20) * 0.004 * width
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="0.4" y2="1"><stop stop-color="${near}"/><stop offset="1" stop-color="${far}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#g)"/>
    <ellipse cx="${x}" cy="${height * 0.82}" rx="${width * 0.36}" ry="${height * 0.06}" fill="oklch(0.3 0.03 ${hue} / 0.22)"/>
    <g transform="translate(${x} ${height * 0.55}) scale(${scale})">${thing ?? ''}</g></svg>`
  const file = name ?? `${subject}-${String(number).padStart(4, '0')}.svg`
  return new File([svg], file, { type: 'image/svg+xml' })
}
