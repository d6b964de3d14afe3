import { stat } from 'node:fs/promises'
import path from 'node:path'
import { contentType, type HubHandler } from './hub-handler.ts'

/** The files of a folder under `/{prefix}/`, as a plain host has them. */
export const serveFolder = (prefix: string, folder: string): HubHandler => {
  const root = path.resolve(folder)
  return async ({ path: asked }) => {
    if (!asked.startsWith(`/${prefix}/`)) return undefined
    const file = path.join(root, asked.slice(prefix.length + 2))
    const found = file.startsWith(root + path.sep) ? await stat(file).catch(() => undefined) : undefined
    if (!found?.isFile()) return undefined
    return { status: 200, headers: { 'Content-Type': contentType(file) }, body: { onDisk: file } }
  }
}

/** The same for files that are given, by path inside the folder. */
export const serveFiles =
  (prefix: string, files: ReadonlyMap<string, Uint8Array | string>): HubHandler =>
  ({ path: asked }) => {
    const name = asked.startsWith(`/${prefix}/`) ? asked.slice(prefix.length + 2) : ''
    const body = files.get(name)
    return body === undefined
      ? undefined
      : { status: 200, headers: { 'Content-Type': contentType(name) }, body }
  }
