/** What the engine may be doing, as its errors carry it; `state/messages/describe-task.ts` words it. */
export type EngineTask =
  /** A file, until it is known to be a picture and is one. */
  | { readonly reading: string }
  | 'encoding pictures'
  | 'encoding prompts'
  | 'resizing a picture'
  | 'loading the model'
  | 'checking the model'
  | 'opening the model'
  | 'downloading a model'
  | 'asking for a model'
  | 'listing models'
  | 'deleting a model'
  | 'keeping files'
  | 'arranging pictures'
  | 'training'
  | 'packing a model'
  /** A fault that a test has asked for. */
  | 'failing on demand'

/** As developers read it, in details of errors. English, and without the name of any file. */
export const nameTask = (task: EngineTask): string => (typeof task === 'string' ? task : 'reading a file')
