import { createClassFolders } from './class-folders'
import { createCoco } from './coco'
import type { ExportShape } from './export-shape'
import { createFiftyOne } from './fifty-one'
import { createImageFolder } from './image-folder'
import { createSidecars, type SidecarNaming } from './sidecars'

/** What a layout has to know beside the pictures. */
export interface ShapeOptions {
  readonly sidecars: SidecarNaming
  /** Paths of sidecars that came in beside the pictures. */
  readonly existingSidecars: readonly string[]
}

/** The layouts, by the kind of export. This is where they are listed. */
export const exportShapes = {
  zip: createClassFolders,
  imagefolder: createImageFolder,
  fiftyone: createFiftyOne,
  coco: createCoco,
  xmp: ({ sidecars, existingSidecars }: ShapeOptions) => createSidecars(sidecars, existingSidecars),
} as const satisfies Readonly<Record<string, (options: ShapeOptions) => ExportShape>>

/** The kinds of export that are a layout of files. */
export type ShapeKind = keyof typeof exportShapes
