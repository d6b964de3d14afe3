import { type ComponentProps, useCallback } from 'react'

interface BlobImageProps extends Omit<ComponentProps<'img'>, 'src' | 'ref'> {
  readonly blob: Blob
  readonly alt: string
}

/**
 * An image that lies in memory or in a file. Its address lives as long as the element is on the page: ten thousand
 * addresses took the page 2.6 s, and only a screenful of pictures is drawn.
 */
export const BlobImage = ({ blob, alt, ...rest }: BlobImageProps) => {
  const attach = useCallback(
    (element: HTMLImageElement | null) => {
      if (element === null) return undefined
      const address = URL.createObjectURL(blob)
      element.src = address
      // Later, since the browser asks for it at the end of this task, when a card may have gone again: a sorted list draws
      // cards that it takes away at once.
      return () => {
        setTimeout(() => {
          URL.revokeObjectURL(address)
        })
      }
    },
    [blob],
  )
  return <img ref={attach} alt={alt} draggable={false} {...rest} />
}
