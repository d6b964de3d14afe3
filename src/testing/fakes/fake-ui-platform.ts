import type { Surroundings } from '../../core/model/offer/recommend-model'
import { sketchPicture } from '../sketch/sketch-pictures'

/** The interface's platform without a system behind it; what leaves the page is kept to be looked at. */
export const createFakeUiPlatform = (
  modelFiles: readonly File[] = [],
  surroundings: Partial<Surroundings> = {},
) => {
  const copied: string[] = []
  const images: Blob[] = []
  const saved: { readonly name: string; readonly content: Blob }[] = []
  return {
    copied,
    images,
    saved,
    platform: {
      languages: () => ['en'],
      describeDrag: () => ({ kind: 'pictures', count: 3 }) as const,
      filesFromDrop: ({ files }: DataTransfer) => {
        const given = [...files]
        return () => Promise.resolve(given)
      },
      filesFromPaste: ({ clipboardData }: ClipboardEvent) => [...(clipboardData?.files ?? [])],
      pickFiles: () => Promise.resolve([sketchPicture(90)]),
      pickFolder: null,
      pickModelFolder: null,
      pickArchive: () => Promise.resolve([]),
      pictureFromCamera: null,
      readClipboard: null,
      canWriteFolders: true,
      pickModelFiles: () => Promise.resolve(modelFiles),
      saveFile: (content: Blob, name: string) => {
        saved.push({ name, content })
      },
      copyText: (text: string) => Promise.resolve(copied.push(text) > 0),
      copyImage: async (png: Promise<Blob>) => images.push(await png) > 0,
      readText: (file: File) => file.text(),
      readSurroundings: () =>
        Promise.resolve({
          cores: 8,
          memoryGigabytes: 8,
          speed: 2.5e6,
          beside: [],
          besideUrl: 'https://app.example/models/',
          ...surroundings,
        }),
    },
  }
}
