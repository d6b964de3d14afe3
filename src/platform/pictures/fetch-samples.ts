/** The three drawings of a first visit, made by `scripts/mini`. */
const SAMPLES = ['red-car.png', 'document.png', 'motorcycle.png']

/** Fetches the sample drawings; those that cannot be had are left out, since no one asked for them. */
export const fetchSamples = async (): Promise<readonly File[]> => {
  const files = await Promise.all(
    SAMPLES.map(async (name) => {
      try {
        const response = await fetch(new URL(`samples/${name}`, document.baseURI))
        return response.ok ? new File([await response.blob()], name, { type: 'image/png' }) : null
      } catch {
        return null
      }
    }),
  )
  return files.filter((file) => file !== null)
}
