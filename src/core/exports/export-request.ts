import type { ExportFormat } from '../views/export'
import type { ShapeKind } from './shapes/export-shapes'
import type { WhoseLabels } from './shapes/labelled-picture'
import type { SidecarNaming } from './shapes/sidecars'

/**
 * What a file of results is: records in a format, a row a label, vectors for NumPy, an archive in a layout that other
 * programs read; or a program that asks the same of pictures elsewhere.
 */
export type ExportKind = ExportFormat | 'labels' | 'npz' | ShapeKind | 'job' | 'project'

/** Which pictures it is of: the whole list, those that pass the filter in the order on the screen, or those marked. */
export type ExportScope = 'all' | 'shown' | 'marked'

export interface ExportRequest {
  readonly kind: ExportKind
  readonly scope: ExportScope
  /** Of kinds that give each picture its labels; what is decided first unless given. */
  readonly whose?: WhoseLabels
  /** Of sidecars; `name.ext.xmp` unless given. */
  readonly sidecars?: SidecarNaming
  /** Of a project, whether previews go along; they do unless given. */
  readonly previews?: boolean
}

/** Kinds in which a picture has its labels, be they decided or answered. */
const LABELLED: ReadonlySet<ExportKind> = new Set(['labels', 'zip', 'imagefolder', 'fiftyone', 'coco'])

/** Whether it says of pictures what they are, so that it may be of what is decided alone. */
export const isLabelled = (kind: ExportKind): boolean => LABELLED.has(kind)

const ZIP = 'application/zip'

const FILES: Readonly<Record<ExportKind, readonly [name: string, type: string]>> = {
  csv: ['taglens.csv', 'text/csv;charset=utf-8'],
  labels: ['taglens-labels.csv', 'text/csv;charset=utf-8'],
  json: ['taglens.json', 'application/json;charset=utf-8'],
  jsonl: ['taglens.jsonl', 'application/jsonl;charset=utf-8'],
  npz: ['taglens.npz', ZIP],
  zip: ['taglens.zip', ZIP],
  imagefolder: ['taglens-imagefolder.zip', ZIP],
  fiftyone: ['taglens-fiftyone.zip', ZIP],
  coco: ['taglens-coco.zip', ZIP],
  xmp: ['taglens-xmp.zip', ZIP],
  project: ['project.taglens', ZIP],
  job: ['taglens_job.py', 'text/x-python;charset=utf-8'],
}

/** What the file is called, and its type. */
export const exportFile = (kind: ExportKind): { readonly name: string; readonly type: string } => {
  const [name, type] = FILES[kind]
  return { name, type }
}
