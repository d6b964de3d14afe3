import { commands } from 'vitest/browser'

/** A picture of `formats/`, which `scripts/formats/write-pictures.py` has made, for tests in a browser. */
export const readOwnPicture = async (name: string): Promise<Blob> => {
  const base64 = await commands.readFile(`src/testing/pixels/formats/${name}`, 'base64')
  return (await fetch(`data:application/octet-stream;base64,${base64}`)).blob()
}
