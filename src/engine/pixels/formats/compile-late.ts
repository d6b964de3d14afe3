import { createLate, type Late } from '../../../core/async/late'

/**
 * A WebAssembly file of a decoder, compiled once. Each picture gets an instance of its own: what a damaged picture
 * leaves in it, and the memory that a large one took, go with it.
 */
export const compileLate = (url: string): Late<WebAssembly.Module> =>
  createLate(async () => {
    const response = await fetch(new URL(url, import.meta.url))
    if (!response.ok) throw new Error(`${url}: status ${response.status}`)
    // Not while it streams, for which hosts must name its type.
    return WebAssembly.compile(await response.arrayBuffer())
  })

/** How Emscripten's scripts take a compiled module: at once, since those of some builds do not wait. */
export const instantiateWith =
  (module: WebAssembly.Module) =>
  (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(module, imports)
    receive(instance, module)
    return instance.exports
  }
