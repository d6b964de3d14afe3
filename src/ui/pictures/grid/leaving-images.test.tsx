import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { BlobImage } from '../../primitives/blob-image'

const draw = (colour: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(8, 8)
  const context = canvas.getContext('2d')!
  context.fillStyle = colour
  context.fillRect(0, 0, 8, 8)
  return canvas.convertToBlob()
}

/** Resolves when an image that is asked for now has come: those that were asked for before have come, or failed. */
const othersHaveCome = async (blob: Blob) => {
  const image = new Image()
  image.src = URL.createObjectURL(blob)
  await image.decode()
}

it('asks in vain for no image of a card that goes, or gets another, right after it has come', async () => {
  const [red, blue] = [await draw('red'), await draw('blue')]
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const heard: string[] = []
  const show = (blob: Blob | null) => {
    flushSync(() => {
      root.render(
        blob && (
          <BlobImage
            blob={blob}
            alt=""
            onError={() => heard.push('failed')}
            onLoad={() => heard.push('came')}
          />
        ),
      )
    })
    // React hears nothing of an element that has gone.
    document.querySelector('img')?.addEventListener('error', () => heard.push('failed'))
  }
  show(red)
  show(null)
  await othersHaveCome(blue)
  show(red)
  show(blue)
  await expect.poll(() => heard).toContain('came')
  show(null)
  await othersHaveCome(red)
  expect(heard).toEqual(['came'])
})
