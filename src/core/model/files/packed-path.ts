/**
 * Packed weights of a graph lie beside it under its own path; see [Note: packed weights] in `engine/cpu/packed-weights.ts`. No
 * host has them, and a model runs without.
 */
export const packedPath = (graph: string): string => `${graph}.packed`

/** Path under which the store keeps them: with the SHA-256 of the graph, since a graph may change under its path. */
export const keptPackedPath = (graph: string, sha256: string): string => `${graph}.${sha256}.packed`

/** Which graph a path of {@link keptPackedPath} is of; `null` for any other. */
export const packedOf = (path: string): { readonly graph: string; readonly sha256: string } | null => {
  const { graph, sha256 } = /^(?<graph>.+)\.(?<sha256>[0-9a-f]{64})\.packed$/.exec(path)?.groups ?? {}
  return graph !== undefined && sha256 !== undefined ? { graph, sha256 } : null
}
